/** What appears when the mouse rests on a cell: its note, what is wrong with its formula, where its link leads. */

import type { RefObject } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { App } from "../app.ts";
import { usePicked } from "../store.ts";
import type { CellView } from "./rows.ts";
import type { Box } from "./sections.ts";

const REST_MILLISECONDS = 250;
const WIDTH = 260;

interface Shown {
  readonly cell: CellView;
  readonly at: Box;
}

export function Tip({ app, host }: { readonly app: App; readonly host: RefObject<HTMLElement> }) {
  const [over, setOver] = useState<Shown | null>(null);
  const selection = usePicked(app.store, (state) => state.selection);
  const editing = usePicked(app.store, (state) => state.editing);
  const popup = usePicked(app.store, (state) => state.popup);
  usePicked(app.store, (state) => state.drawn);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const move = (event: MouseEvent): void => {
      clearTimeout(timer);
      const hit = app.revo.hit(event.target);
      if (event.target instanceof Element && event.target.closest(".tip")) return;
      timer = setTimeout(() => {
        const cell = hit?.kind === "cell" ? app.view?.cell(hit.row, hit.column) : undefined;
        const at = hit && app.revo.boxOf(hit);
        setOver(cell && at && worthSaying(cell) ? { cell, at } : null);
      }, REST_MILLISECONDS);
    };
    const gone = (): void => {
      clearTimeout(timer);
      setOver(null);
    };
    element.addEventListener("mousemove", move);
    element.addEventListener("mouseleave", gone);
    element.addEventListener("scroll", gone, true);
    return () => {
      clearTimeout(timer);
      element.removeEventListener("mousemove", move);
      element.removeEventListener("mouseleave", gone);
      element.removeEventListener("scroll", gone, true);
    };
  }, [app, host]);

  if (editing || popup) return null;
  const shown = over ?? linkOfActive(app, selection.active);
  if (!shown) return null;
  const { cell, at } = shown;
  const right = at.left + at.width;
  const left = cell.link ? at.left : right + WIDTH < window.innerWidth ? right + 4 : at.left - WIDTH - 4;
  const top = cell.link ? at.top + at.height + 2 : at.top;
  return (
    <div
      class="tip"
      role="tooltip"
      style={{ left: `${Math.max(4, left)}px`, top: `${Math.min(top, window.innerHeight - 160)}px` }}
    >
      {cell.error && (
        <>
          <b class="error-title">Error</b>
          <p>{cell.error}</p>
        </>
      )}
      {cell.note && <p class="note-text">{cell.note}</p>}
      {cell.link && (
        <a href={cell.link} target="_blank" rel="noopener noreferrer">
          {cell.link}
        </a>
      )}
    </div>
  );
}

function worthSaying(cell: CellView): boolean {
  return cell.note !== null || cell.error !== null || cell.link !== null;
}

/** As in Sheets, the link of the active cell stays open below it. */
function linkOfActive(app: App, active: { row: number; column: number }): Shown | null {
  const cell = app.view?.cell(active.row, active.column);
  if (!cell?.link) return null;
  const at = app.revo.boxOf(active);
  return at ? { cell, at } : null;
}
