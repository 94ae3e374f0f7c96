/**
 * Facts as one line of plain text. A case text is pasted into a form and read by people: whatever stands in a
 * report or was typed by somebody comes out without line breaks, control characters, invisible marks and markup.
 */

/** Longer ids do not exist at Amazon (its longest, an MSKU, has 40 characters); what is longer is no id. */
const ID_LENGTH = 100;
const WORDS_LENGTH = 500;

/** Control characters, and marks that are not seen or that turn the direction of the text around. */
const UNSEEN =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}|[\u{e0000}-\u{e007f}]/gu;
/** What reads as an element, a closing tag, a comment or a declaration. */
const MARKUP = /<(?:[a-z/!?][^<>]*)>/gi;

/** An id as the report has it, on one line; empty stays empty. */
export function plainId(text: string): string {
  return cut(oneLine(text), ID_LENGTH);
}

/** Words somebody wrote, on one line, without markup, at most 500 characters. */
export function plainWords(text: string): string {
  return cut(oneLine(text.slice(0, 60000).replace(MARKUP, " ")), WORDS_LENGTH);
}

function oneLine(text: string): string {
  return text
    .slice(0, 60000)
    .replace(/[\t-\r\u0085\p{Z}]+/gu, " ")
    .replace(UNSEEN, "")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Never in the middle of a character outside the basic plane. */
function cut(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join("")
        .trimEnd()}…`;
}
