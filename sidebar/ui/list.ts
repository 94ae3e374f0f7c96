/** A list of the sheet's, read page by page when its view is in sight, and again when it has become stale. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { wordsOf } from "../../intake/import.ts";
import { allPages } from "./pages.ts";

export interface SheetList<Item, P> {
  /** Null until the first page came. */
  readonly items: readonly Item[] | null;
  /** The last page read: what it says of the list as a whole. */
  readonly page: P | null;
  readonly loading: boolean;
  readonly problem: string | null;
  reload(): void;
  /** Shows what one item has become, without asking for the whole list. */
  patch(change: (items: readonly Item[]) => readonly Item[]): void;
}

export function useSheetList<
  Item,
  P extends { readonly revision: string | null; readonly next: number | null },
>(
  ask: (request: { from: number; revision: string | null }) => Promise<P>,
  itemsOf: (page: P) => readonly Item[],
  when: { readonly shown: boolean; readonly stale: number },
): SheetList<Item, P> {
  const [items, setItems] = useState<readonly Item[] | null>(null);
  const [page, setPage] = useState<P | null>(null);
  const [loading, setLoading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const read = useRef(-1);

  const load = useCallback(async () => {
    setLoading(true);
    setProblem(null);
    try {
      const { items: all, last } = await allPages(ask, itemsOf, (some, first) => {
        // The first time, the most urgent are shown while the others are on their way.
        setItems((before) => before ?? some);
        setPage((before) => before ?? first);
      });
      setItems(all);
      setPage(last);
    } catch (failure) {
      setProblem(wordsOf(failure));
    } finally {
      setLoading(false);
    }
  }, [ask, itemsOf]);

  useEffect(() => {
    if (!when.shown || read.current === when.stale) return;
    read.current = when.stale;
    void load();
  }, [when.shown, when.stale, load]);

  const patch = useCallback(
    (change: (items: readonly Item[]) => readonly Item[]) =>
      setItems((before) => (before === null ? null : change(before))),
    [],
  );
  return { items, page, loading, problem, reload: () => void load(), patch };
}
