import { hostOf } from "../links.ts";

/** A link a user gave: opened only when it is https, and shown with where it leads; otherwise it is only text. */
export function OutsideLink({ href, words }: { href: string; words?: string }) {
  const host = hostOf(href);
  if (host === null) return <span>{href}</span>;
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {words ?? host}
      <span class="unseen"> (opens a new tab)</span>
    </a>
  );
}
