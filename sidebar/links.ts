/** Links people give as evidence: only https, to a host with a name, without a user's name or password in it. */

/** The host a link leads to; null when it is no link that may be opened. */
export function hostOf(link: string): string | null {
  return (
    /^https:\/\/((?:[\p{L}\p{N}-]+\.)+[\p{L}\p{N}-]{2,}(?::\d{1,5})?)(?:[/?#]\S*)?$/iu.exec(
      link.trim(),
    )?.[1] ?? null
  );
}

/** Why this is no link that can be kept, in a sentence; null when it can. */
export function problemOfLink(link: string): string | null {
  if (hostOf(link) !== null) return null;
  return "A link begins with https:// and leads to the document, for example in Google Drive.";
}
