/** Links to evidence: https only, checked as text. */

import type { Refusal } from "./claim.ts";

const LONGEST_LINK = 2000;

/** The link without space around it, or why it cannot be taken. */
export function checkLink(text: string): { readonly link: string } | Refusal {
  const link = text.trim();
  if (link === "") return { refused: "The link is empty. Paste the address of the paper or photo." };
  if (link.length > LONGEST_LINK) {
    return {
      refused: `The link is longer than ${LONGEST_LINK} characters. Use the short link of your drive.`,
    };
  }
  if (/[\s"<>\\^`{|}]/.test(link) || HIDDEN.test(link)) {
    return { refused: "The link holds a space or a sign no address holds. Copy it again from the browser." };
  }
  if (!/^https:\/\//i.test(link)) {
    return {
      refused: `"${link.slice(0, 60)}" is no https address. Only links that begin with https:// are taken.`,
    };
  }
  // Letters, digits and hyphens between dots: no user name before an @, no look-alike letters.
  const host = /^https:\/\/([^/?#]*)/i.exec(link)?.[1] ?? "";
  const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  if (!new RegExp(String.raw`^(?:${label}\.)+[a-z][a-z0-9-]{0,60}[a-z0-9](?::\d{1,5})?$`, "i").test(host)) {
    return {
      refused: `"${host}" is no address of a site, such as drive.google.com. Copy the link again from the browser.`,
    };
  }
  return { link };
}

/** Characters that are not seen or turn the reading direction. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}]/u;
