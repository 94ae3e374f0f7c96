/**
 * What this window does: opens the workbook, follows the host's news, moves between tabs and cells. Edits are in
 * `edits.ts`; what is drawn, in the components.
 */

import type { CallName, Calls, Opened, Place, SheetInfo } from "../server/protocol.ts";
import { commitEdit } from "./edits.ts";
import { Revo } from "./grid/revo.ts";
import { SheetView } from "./grid/sheet-view.ts";
import { areaName, type Cell } from "./model/area.ts";
import { atCell, overArea, type Selection } from "./model/selection.ts";
import { heard } from "./news.ts";
import { BEGINNING, type OwnQuestion, type State } from "./state.ts";
import { Store } from "./store.ts";
import { Refused, Unreachable, type Wire } from "./wire.ts";

const SELECT_MILLISECONDS = 60;
const RETRY_MILLISECONDS = 1000;

export class App {
  readonly store = new Store<State>(BEGINNING);
  readonly wire: Wire;
  readonly revo: Revo;
  view: SheetView | null = null;
  /** Which start of the host this window knows; null before the first. */
  start: string | null = null;
  /** Gives the keyboard back to the grid. */
  focusGrid: () => void = () => undefined;
  readonly #remembered = new Map<number, { selection: Selection; left: number; top: number }>();
  #stop: () => void = () => undefined;
  /** A script went to a tab it has just made, of which this window has not heard yet. */
  #expected: { readonly place: Place; readonly shown: number | null } | null = null;
  #reconnecting = false;
  #telling: ReturnType<typeof setTimeout> | undefined;

  constructor(wire: Wire) {
    this.wire = wire;
    this.revo = new Revo({
      drawn: () => this.drawn(),
      columnResized: (column, width) => void this.#columnResized(column, width),
      focused: () => this.focusGrid(),
    });
  }

  get state(): State {
    return this.store.state;
  }

  get sheet(): SheetInfo | null {
    return this.state.sheets.find(({ id }) => id === this.state.sheetId) ?? null;
  }

  begin(): () => void {
    this.#stop = this.wire.listen(
      (news) => void heard(this, news),
      () => void this.#reconnect(),
    );
    return () => this.#stop();
  }

  // ── Opening and following ─────────────────────────────────────────────────────────────────────────────────────

  async open(): Promise<void> {
    try {
      this.#opened(await this.wire.ask("open", {}));
    } catch (problem) {
      if (problem instanceof Refused && problem.notLetIn) {
        this.#stop();
        this.store.set({ phase: "failed", failure: problem.message });
      } else void this.#reconnect();
    }
  }

  /** Tries until the host answers again; then everything is asked for and drawn anew. */
  async #reconnect(): Promise<void> {
    this.store.set({ connected: false });
    if (this.#reconnecting) return;
    this.#reconnecting = true;
    while (!this.state.connected && this.state.phase !== "failed") {
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
      if (!this.state.connected) await this.open();
    }
    this.#reconnecting = false;
  }

  #opened(opened: Opened): void {
    const { place, ...rest } = opened;
    this.store.set({ ...rest, phase: "open", failure: null, connected: true, running: [] });
    if (this.view && opened.sheets.some(({ id }) => id === this.view?.info.id)) this.sheetsChanged(true);
    else void this.arriveAt(place);
  }

  /** Drops everything known of a workbook that is no longer the one that is open. */
  forget(): void {
    this.view?.close();
    this.view = null;
    this.#remembered.clear();
    this.store.set({ editing: null, popup: null, copied: null, questions: [], sidebar: null, dialog: null });
  }

  /** Tabs changed; `everything`: their cells may have, too. */
  sheetsChanged(everything: boolean): void {
    const { view, sheet } = this;
    if (!view) return;
    if (!sheet || sheet.hidden) {
      const next = this.state.sheets.find(({ hidden }) => !hidden);
      if (next) this.goTo(next.id);
      return;
    }
    const shown = view.info.shownRows;
    view.update(sheet);
    if (everything) view.blocks.changed(null, 0);
    this.revo.show(view);
    if (shown !== sheet.shownRows) this.#keepInside();
    this.drawn();
    if (this.#expected) void this.arriveAt(this.#expected.place, this.#expected.shown);
  }

  /** After rows went or came, the selection stays within what is there. */
  #keepInside(): void {
    const { view } = this;
    if (!view) return;
    const { active } = this.state.selection;
    const row = Math.min(active.row, view.size.rows - 1);
    const column = Math.min(active.column, view.size.columns - 1);
    this.select(atCell({ row: Math.max(0, row), column }), false);
  }

  // ── Tabs and cells ────────────────────────────────────────────────────────────────────────────────────────────

  goTo(sheetId: number): void {
    const info = this.state.sheets.find(({ id }) => id === sheetId);
    if (!info) return;
    this.#expected = null;
    if (this.view?.info.id === sheetId) return;
    // As in Sheets, whoever leaves a cell half typed has typed it.
    if (this.state.editing) void commitEdit(this, null);
    this.#remember();
    this.view?.close();
    const view: SheetView = new SheetView(info, this.wire, {
      arrived: () => this.#arrived(view),
      resized: () => this.view === view && this.revo.resize(),
      failed: (problem) => this.say(problem),
    });
    this.view = view;
    const before = this.#remembered.get(sheetId);
    const selection = before?.selection ?? atCell({ row: 0, column: 0 });
    this.store.set({ sheetId, selection, popup: null, summary: null });
    this.revo.show(view);
    view.blocks.look(this.#firstPlaces());
    if (before) requestAnimationFrame(() => this.revo.scrollTo(before.left, before.top));
    this.select(selection, false);
  }

  #firstPlaces(): number[] {
    return [0, 60];
  }

  #remember(): void {
    if (!this.view) return;
    const { selection } = this.state;
    this.#remembered.set(this.view.info.id, { selection, ...this.revo.scrolled });
  }

  /** Goes to a place of the host's: a tab and an area in the sheet's own rows. */
  async arriveAt(place: Place, shown: number | null = null): Promise<void> {
    const { sheetId, area } = place;
    this.goTo(sheetId);
    const { view } = this;
    if (view?.info.id !== sheetId) {
      this.#expected = { place, shown };
      return;
    }
    const first = shown ?? (await view.placeOf(area.row));
    if (first === null || this.view !== view) return;
    const rows = Math.min(area.rows, view.size.rows - first);
    this.select(overArea({ ...area, row: first, rows: Math.max(1, rows) }, view.size));
  }

  /** Selects, tells the host, and scrolls there unless told not to. */
  select(selection: Selection, reveal = true): void {
    this.store.set({ selection, popup: null });
    if (reveal) this.revo.reveal(selection.kind === "cells" ? selection.end : selection.active);
    this.drawn();
    clearTimeout(this.#telling);
    this.#telling = setTimeout(() => void this.#tellSelection(), SELECT_MILLISECONDS);
  }

  /** Reveals the cell that is typed into rather than the range's end. */
  selectActive(selection: Selection): void {
    this.select(selection, false);
    this.revo.reveal(selection.active);
  }

  async #tellSelection(): Promise<void> {
    const { view } = this;
    if (!view) return;
    try {
      const area = await view.areaOf(this.state.selection.area);
      const sheetId = view.info.id;
      if (this.view !== view) return;
      await this.wire.ask("select", { sheetId, area });
      const many = area.rows * area.columns > 1;
      const summary = many ? await this.wire.ask("summary", { sheetId, area }) : null;
      if (this.view === view) this.store.set({ summary });
    } catch (problem) {
      this.say(problem);
    }
  }

  /** What the name box shows. */
  placeName(): string {
    const { view } = this;
    const { area } = this.state.selection;
    if (!view) return "";
    if (view.size.rows === area.rows) return areaName(area, view.size);
    const first = view.rowAt(area.row);
    const last = view.rowAt(area.row + area.rows - 1);
    if (first === null || last === null) return "";
    return areaName({ ...area, row: first, rows: last - first + 1 }, view.info);
  }

  // ── Drawing ───────────────────────────────────────────────────────────────────────────────────────────────────

  #arrived(view: SheetView): void {
    if (this.view !== view) return;
    this.revo.refresh();
    this.store.set({ content: this.state.content + 1 });
  }

  #drawing = false;

  /** Whatever lies above the cells follows them, once a frame at most. */
  drawn(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    requestAnimationFrame(() => {
      this.#drawing = false;
      this.revo.annotate();
      this.view?.blocks.look(this.revo.visiblePlaces());
      this.store.set({ drawn: this.state.drawn + 1 });
    });
  }

  async #columnResized(column: number, width: number): Promise<void> {
    const { view } = this;
    if (!view) return;
    await this.tell("columnWidth", { sheetId: view.info.id, column, width: Math.round(width) });
    this.focusGrid();
  }

  // ── Saying and asking ─────────────────────────────────────────────────────────────────────────────────────────

  /** Shows what went wrong, above everything; a lost connection shows itself until it is back. */
  say(problem: unknown): void {
    if (problem instanceof Unreachable) void this.#reconnect();
    else this.store.set({ trouble: words(problem) });
  }

  /** Asks the host; what it refuses is shown, and null comes back. */
  async tell<Name extends CallName>(
    name: Name,
    body: Calls[Name]["ask"],
  ): Promise<Calls[Name]["answer"] | null> {
    try {
      return await this.wire.ask(name, body);
    } catch (problem) {
      this.say(problem);
      return null;
    }
  }

  /** A question of the page's own: the text typed ("" without a line), or null when cancelled. */
  question(question: Omit<OwnQuestion, "answer">): Promise<string | null> {
    return new Promise((resolve) => {
      this.store.set({
        popup: null,
        own: {
          ...question,
          answer: (text) => {
            this.store.set({ own: null });
            resolve(text);
            this.focusGrid();
          },
        },
      });
    });
  }

  get active(): Cell {
    return this.state.selection.active;
  }
}

export function words(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}
