/** Long lists travel in pages: `google.script.run` carries about 1 MB well. */

const CHARACTERS_PER_PAGE = 700_000;
const SHORT_TEXT = 200;

/** Something to send, and where it stands in its list, counted from 0. */
export interface Placed<Item> {
  readonly at: number;
  readonly item: Item;
}

/**
 * As many of the items as one answer carries, and where the next page begins; null after the last.
 *
 * @param behind where the next page begins when all items fit
 * @param end the length of the whole list
 */
export function pageOf<Item>(
  items: readonly Placed<Item>[],
  behind: number,
  end: number,
): { items: Item[]; next: number | null } {
  const taken: Item[] = [];
  let characters = 0;
  for (const { at, item } of items) {
    characters += JSON.stringify(item).length;
    if (characters > CHARACTERS_PER_PAGE && taken.length > 0) return { items: taken, next: at };
    taken.push(item);
  }
  return { items: taken, next: behind < end ? behind : null };
}

/** A text for a list, which shows a line or two of it. */
export function shortText(text: string): string {
  return text.length <= SHORT_TEXT ? text : `${text.slice(0, SHORT_TEXT - 1)}…`;
}

/** Bytes in UTF-8; a half of a pair counts as three. */
export function bytesOf(text: string): number {
  return text.length + 2 * text.replace(/[\0-\x7f]+/g, "").length;
}
