/** Lists too long for one answer: page after page, from the beginning again when the sheet changed meanwhile. */

interface Page {
  readonly revision: string | null;
  readonly next: number | null;
}

/** How often reading begins anew before it gives up. */
const BEGINNINGS = 4;

/**
 * @param onSome what was read so far, after each page
 * @throws Error in a sentence when the list never stays the same
 */
export async function allPages<P extends Page, Item>(
  ask: (request: { from: number; revision: string | null }) => Promise<P>,
  itemsOf: (page: P) => readonly Item[],
  onSome: (items: readonly Item[], page: P) => void = () => {},
): Promise<{ items: readonly Item[]; last: P }> {
  for (let beginning = 0; beginning < BEGINNINGS; beginning++) {
    const items: Item[] = [];
    let page = await ask({ from: 0, revision: null });
    const { revision } = page;
    for (;;) {
      if (page.revision !== revision) break;
      for (const item of itemsOf(page)) items.push(item);
      if (page.next === null) return { items, last: page };
      onSome([...items], page);
      page = await ask({ from: page.next, revision });
    }
  }
  throw new Error(
    "The sheet keeps changing while it is read. Wait until nobody else is working in it, then try again.",
  );
}
