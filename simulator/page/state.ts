/** Everything the page's components draw from. The cells themselves live in `grid/sheet-view.ts`. */

import type {
  Area,
  Calls,
  FunctionHelp,
  Menu,
  NamedRange,
  PageShown,
  Presence,
  Progress,
  Question,
  SheetInfo,
  Summary,
  WorkbookInfo,
} from "../server/protocol.ts";
import type { Box } from "./grid/sections.ts";
import { atCell, type Selection } from "./model/selection.ts";

/** A cell being typed into; `row` is a place. The text is the same in the cell and in the formula bar. */
export interface Editing {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly where: "cell" | "bar";
  /** Begun by typing: arrow keys end it. Begun with F2 or a double click: they move within the text. */
  readonly typedOver: boolean;
}

/** A question of the page itself, such as "Delete this tab?". */
export interface OwnQuestion {
  readonly title: string;
  readonly text: string;
  readonly ok: string;
  /** Null: there is nothing to cancel. */
  readonly cancel: string | null;
  /** What stands in the line to type into; null for no line. */
  readonly input: { readonly label: string; readonly value: string } | null;
  readonly answer: (text: string | null) => void;
}

export type Popup =
  | { readonly kind: "filter"; readonly column: number; readonly at: Box }
  | { readonly kind: "dropdown"; readonly row: number; readonly column: number; readonly at: Box }
  | { readonly kind: "cells"; readonly x: number; readonly y: number }
  | { readonly kind: "tab"; readonly sheetId: number; readonly x: number; readonly y: number }
  | { readonly kind: "tabs"; readonly x: number; readonly y: number }
  | { readonly kind: "colors"; readonly sheetId: number; readonly x: number; readonly y: number };

export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
  /** Another number for every toast, so that the same words twice are shown twice. */
  readonly number: number;
}

export interface State {
  readonly phase: "opening" | "open" | "failed";
  /** Why it failed, or what the page wants to say in the bar above the tabs. */
  readonly failure: string | null;
  readonly connected: boolean;
  readonly user: string;
  readonly workbook: WorkbookInfo;
  readonly sheets: readonly SheetInfo[];
  readonly menus: readonly Menu[];
  readonly addon: string;
  readonly sidebar: PageShown | null;
  readonly dialog: PageShown | null;
  readonly questions: readonly Question[];
  readonly people: readonly Presence[];
  readonly namedRanges: readonly NamedRange[];
  readonly functions: readonly FunctionHelp[];
  readonly frameOrigin: string;
  readonly progress: Progress | null;
  readonly running: readonly string[];
  readonly sheetId: number;
  readonly selection: Selection;
  /** Grows when cells of the tab on the screen arrived or changed. */
  readonly content: number;
  /** Grows when charts, or what they are drawn from, changed. */
  readonly charted: number;
  /** Grows when the grid was scrolled or drawn. */
  readonly drawn: number;
  readonly editing: Editing | null;
  readonly toast: Toast | null;
  /** What a script or the host refused, until it is dismissed. */
  readonly trouble: string | null;
  readonly own: OwnQuestion | null;
  readonly popup: Popup | null;
  readonly copied: { readonly sheetId: number; readonly area: Area } | null;
  readonly summary: Summary | null;
  readonly finding: boolean;
  /** The tab whose name is being typed. */
  readonly renaming: number | null;
}

export const BEGINNING: State = {
  phase: "opening",
  failure: null,
  connected: true,
  user: "",
  workbook: { name: "", locale: "en_US", timeZone: "", cells: 0, canUndo: false, canRedo: false },
  sheets: [],
  menus: [],
  addon: "",
  sidebar: null,
  dialog: null,
  questions: [],
  people: [],
  namedRanges: [],
  functions: [],
  frameOrigin: "",
  progress: null,
  running: [],
  sheetId: -1,
  selection: atCell({ row: 0, column: 0 }),
  content: 0,
  charted: 0,
  drawn: 0,
  editing: null,
  toast: null,
  trouble: null,
  own: null,
  popup: null,
  copied: null,
  summary: null,
  finding: false,
  renaming: null,
};

/** Names of the questions that change cells and may be answered with a warning. */
export type EditName = {
  [Name in keyof Calls]: Calls[Name]["answer"] extends Calls["type"]["answer"] ? Name : never;
}[keyof Calls];
