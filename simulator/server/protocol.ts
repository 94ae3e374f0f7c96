/**
 * Everything the page in the browser and the host of the local Sheets say to each other, and nothing else: no
 * imports, so that both worlds can read it.
 *
 * - A question is `POST /api/<name>` with a JSON body and the headers `TOKEN_HEADER` and `USER_HEADER`; the names,
 *   bodies and answers are in `Calls`. Whatever is wrong comes as a 4xx or 5xx with a `Refusal`.
 * - News come as server-sent events from `GET /events?token=…&user=…`: each `data:` is one `News` as JSON. The
 *   first is always `hello`; after a lost connection the page asks `open` again and draws everything anew.
 * - The page of a sidebar or dialog comes from an origin of its own (`PageShown.url`) into an iframe with the
 *   `SANDBOX` keywords, and speaks with the page by `FromFrame` and `ToFrame` messages.
 *
 * Rows and columns are 0-based everywhere. What a sheet's filter or a user hides is still counted in `row`; the
 * position among the rows that show is `shown`. An edit is on the disk before its answer is given.
 */

export const TOKEN_HEADER = "x-sheets-token";
/** The user's name, percent-encoded. */
export const USER_HEADER = "x-sheets-user";
/** What the address bar may hold: `?user=ana`, and `#token=…`, which the page keeps in sessionStorage. */
export const USER_PARAMETER = "user";
export const TOKEN_PARAMETER = "token";
/** Who works in a window whose address names nobody. */
export const DEFAULT_USER = "seller";

/** https://developers.google.com/apps-script/guides/html/restrictions: the keywords of a script bound to a document. */
export const SANDBOX =
  "allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox";

export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export type Scalar = string | number | boolean | null;

/** The body of every answer that is not 2xx: one or more sentences for the user. */
export interface Refusal {
  readonly message: string;
}

// ── The workbook ────────────────────────────────────────────────────────────────────────────────────────────────

/** Everything a window needs to draw its frame; rows are asked for as they come into view. */
export interface Opened {
  /** As the host heard it; recorded wherever the add-on records who did something. */
  readonly user: string;
  readonly workbook: WorkbookInfo;
  /** In the order of the tabs, hidden ones too. */
  readonly sheets: readonly SheetInfo[];
  readonly place: Place;
  readonly menus: readonly Menu[];
  /** The add-on's name, which Google shows for its menu under Extensions. */
  readonly addon: string;
  readonly sidebar: PageShown | null;
  readonly dialog: PageShown | null;
  /** Alerts and prompts nobody answered yet, oldest first. */
  readonly questions: readonly Question[];
  readonly people: readonly Presence[];
  readonly namedRanges: readonly NamedRange[];
  /** The add-on's functions for cells, for help while typing. */
  readonly functions: readonly FunctionHelp[];
  /** Where the pages of sidebars and dialogs come from, e.g. `http://localhost:41923`. */
  readonly frameOrigin: string;
  /** What the host is busy with for everybody (the sample being imported); null when nothing. */
  readonly progress: Progress | null;
}

export interface WorkbookInfo {
  readonly name: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly cells: number;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

/** Where a user is: the active sheet and the selected range on it. */
export interface Place {
  readonly sheetId: number;
  readonly area: Area;
}

export interface Presence extends Place {
  readonly user: string;
}

export interface SheetInfo {
  readonly id: number;
  readonly name: string;
  readonly hidden: boolean;
  /** `#rrggbb`, null for none. */
  readonly tabColor: string | null;
  readonly rows: number;
  readonly columns: number;
  /** Down and right to the last cell with content. */
  readonly contentRows: number;
  readonly contentColumns: number;
  /** How many rows show: `rows` less those a filter or a user hides. What the grid scrolls over. */
  readonly shownRows: number;
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hiddenGridlines: boolean;
  readonly hiddenColumns: readonly number[];
  /** Pixels by column where they are not 100. */
  readonly columnWidths: Readonly<Record<number, number>>;
  readonly filter: FilterInfo | null;
  readonly protections: readonly ProtectionInfo[];
  /** How many charts stand on the sheet; ask `charts` when there are any. */
  readonly charts: number;
}

export interface FilterInfo {
  /** With the header row. */
  readonly area: Area;
  readonly criteria: Readonly<Record<number, FilterCriteria>>;
}

/** One of the three holds; the others are null. */
export interface FilterCriteria {
  /** Display texts that do not show. */
  readonly hiddenValues: readonly string[] | null;
  readonly visibleValues: readonly string[] | null;
  readonly condition: { readonly type: string; readonly args: readonly Scalar[] } | null;
}

export interface ProtectionInfo {
  /** Null: the whole sheet. */
  readonly area: Area | null;
  readonly description: string;
  /** True: whoever edits is asked first. All users are owners, so nothing is ever refused. */
  readonly warningOnly: boolean;
}

export interface NamedRange extends Place {
  readonly name: string;
}

// ── Rows ────────────────────────────────────────────────────────────────────────────────────────────────────────

/** A window of rows. Everything per cell is by position in `columns`. */
export interface Rows {
  readonly sheetId: number;
  /** First and end (exclusive) of the columns given. */
  readonly columns: readonly [number, number];
  readonly shownRows: number;
  readonly rows: readonly RowWindow[];
  /** The looks that `RowWindow.looks` refers to. */
  readonly looks: readonly Look[];
}

export interface RowWindow {
  readonly shown: number;
  readonly row: number;
  /** Pixels; 21 when left out. */
  readonly height?: number;
  /** What the cells show; trailing empty ones are left out. */
  readonly texts: readonly string[];
  /** One letter a cell as far as `texts` goes: `n`umber (and date), `t`ext, `b`oolean, `e`rror, ` ` empty. */
  readonly kinds: string;
  /** Index into `Rows.looks` by cell; the last one holds for the rest of the row. */
  readonly looks: readonly number[];
  /** What the formula bar and the editor show where it differs from the text shown: formulas, full numbers. */
  readonly edits?: Readonly<Record<number, string>>;
  readonly notes?: Readonly<Record<number, string>>;
  /** Links by cell: the whole cell leads there. Always https. */
  readonly links?: Readonly<Record<number, string>>;
  /** What is wrong with a formula, by cell that shows an error: what Google shows when the mouse rests on it. */
  readonly errors?: Readonly<Record<number, string>>;
}

/** Only what differs from a plain cell is there; conditional formats are already applied. */
export interface Look {
  readonly background?: string;
  readonly color?: string;
  readonly bold?: true;
  readonly italic?: true;
  readonly strike?: true;
  readonly underline?: true;
  readonly font?: string;
  /** Points. */
  readonly size?: number;
  /** Left out: numbers right, booleans centred, texts left. */
  readonly align?: "left" | "center" | "right";
  readonly vertical?: "top" | "middle";
  readonly wrap?: "WRAP" | "CLIP";
  readonly border?: string;
  readonly numberFormat?: string;
  readonly dropdown?: Dropdown;
}

export interface Dropdown {
  readonly values: readonly string[];
  /** True: other values are refused. */
  readonly strict: boolean;
  readonly help: string | null;
}

/** A chart with its numbers read out of the ranges. */
export interface ChartView {
  readonly id: number;
  /** A name of Charts.ChartType: COLUMN, BAR, LINE, PIE, AREA, … */
  readonly type: string;
  readonly title: string;
  /** As the script set them: colours, legend, stacking, width, height. */
  readonly options: Readonly<Record<string, unknown>>;
  readonly position: {
    readonly row: number;
    readonly column: number;
    readonly offsetX: number;
    readonly offsetY: number;
  };
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
}

export interface FunctionHelp {
  readonly name: string;
  readonly doc: string;
  readonly params: readonly { readonly name: string; readonly doc: string }[];
}

// ── The add-on's side of the window ─────────────────────────────────────────────────────────────────────────────

export type MenuEntry =
  | { readonly item: string; readonly functionName: string }
  | { readonly menu: string; readonly entries: readonly MenuEntry[] }
  | { readonly separator: true };

export interface Menu {
  /** True: under Extensions, with the add-on's name; false: a menu of its own with this title. */
  readonly addon: boolean;
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

/** An alert or prompt; the script stands still until it is answered. */
export interface Question {
  readonly id: string;
  readonly kind: "alert" | "prompt";
  readonly title: string | null;
  readonly text: string;
  readonly buttons: "OK" | "OK_CANCEL" | "YES_NO" | "YES_NO_CANCEL";
}

export type Button = "OK" | "CANCEL" | "YES" | "NO" | "CLOSE";

/** A page the add-on shows. The sidebar is always 300 pixels wide. */
export interface PageShown {
  readonly id: string;
  readonly kind: "sidebar" | "modal" | "modeless";
  readonly title: string;
  /** On the frames' origin. */
  readonly url: string;
  readonly width: number | null;
  readonly height: number | null;
}

export interface Progress {
  /** What is going on, in a sentence. */
  readonly text: string;
  /** 0 to 1; null when nobody can tell. */
  readonly part: number | null;
}

/** How a script ended. */
export type ScriptResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string } };

// ── Questions ───────────────────────────────────────────────────────────────────────────────────────────────────

/** An edit that touches a warning-protected range is not made until it is repeated with `confirmed`. */
export interface MayWarn {
  readonly confirmed?: boolean;
}

export type Edited =
  | { readonly done: true; readonly area: Area }
  /** Ask "You're trying to edit part of this sheet that shouldn't be changed accidentally. Edit anyway?" */
  | { readonly done: false; readonly warning: string }
  /** What the user typed is not allowed there (a dropdown's other values). */
  | { readonly done: false; readonly refused: string };

/** Counted over the values of an area, as in the corner of Google's window. */
export interface Summary {
  readonly cells: number;
  readonly numbers: number;
  readonly sum: number;
  readonly average: number | null;
  readonly min: number | null;
  readonly max: number | null;
}

export interface FilterValue {
  readonly text: string;
  readonly count: number;
  readonly shown: boolean;
}

interface OnSheet {
  readonly sheetId: number;
}

/** By name: what is asked (`ask`) and what is answered (`answer`). */
export interface Calls {
  /** Said once per window and after a lost connection; runs the add-on's onOpen for a user seen first. */
  open: { ask: Record<string, never>; answer: Opened };
  /** At most 1,000 rows that show, from position `shown` on; `columns` all of the sheet when left out. */
  rows: {
    ask: OnSheet & {
      readonly shown: number;
      readonly count: number;
      readonly columns?: readonly [number, number];
    };
    answer: Rows;
  };
  /** The position of a row among those that show; null when it is hidden. */
  locate: { ask: OnSheet & { readonly row: number }; answer: { readonly shown: number | null } };
  charts: { ask: OnSheet; answer: { readonly charts: readonly ChartView[] } };
  /** The display texts of an area, for copying; rows that do not show are left out. At most 1 million cells. */
  copy: { ask: OnSheet & { readonly area: Area }; answer: { readonly rows: readonly (readonly string[])[] } };
  summary: { ask: OnSheet & { readonly area: Area }; answer: Summary };
  /** The next cell whose text contains `text` (case ignored) after a place, in this sheet and then the others. */
  find: {
    ask: Place & { readonly text: string; readonly backwards?: boolean };
    answer: { readonly found: (Place & { readonly shown: number | null }) | null };
  };
  /** Where Ctrl + arrow leads: the end of a stretch of filled or empty cells. */
  edge: {
    ask: OnSheet & {
      readonly row: number;
      readonly column: number;
      readonly direction: "up" | "down" | "left" | "right";
    };
    answer: { readonly row: number; readonly column: number; readonly shown: number | null };
  };

  /** The user selected something: scripts and the sidebar ask for it, others see it. */
  select: { ask: Place; answer: Record<string, never> };
  /** One cell, as typed into it. */
  type: {
    ask: OnSheet & MayWarn & { readonly row: number; readonly column: number; readonly text: string };
    answer: Edited;
  };
  /** A block of texts, each as if typed; the sheet grows when the block does not fit. A single text fills `area`. */
  paste: {
    ask: OnSheet & MayWarn & { readonly area: Area; readonly rows: readonly (readonly string[])[] };
    answer: Edited;
  };
  /** Empties cells; their looks stay. */
  clear: { ask: OnSheet & MayWarn & { readonly area: Area }; answer: Edited };
  /** Changes how cells look; null puts a property back to a plain cell's. */
  look: {
    ask: OnSheet & {
      readonly area: Area;
      readonly change: {
        readonly bold?: boolean;
        readonly italic?: boolean;
        readonly strike?: boolean;
        readonly background?: string | null;
        readonly color?: string | null;
        readonly align?: "left" | "center" | "right" | null;
        readonly wrap?: "OVERFLOW" | "WRAP" | "CLIP";
        readonly numberFormat?: string | null;
      };
    };
    answer: Edited;
  };
  note: {
    ask: OnSheet & { readonly row: number; readonly column: number; readonly text: string };
    answer: Edited;
  };
  /** Takes back this user's last edit of cells (`type`, `paste`, `clear`, `look`, `note`); null when there is none. */
  undo: { ask: Record<string, never>; answer: { readonly place: Place | null } };
  redo: { ask: Record<string, never>; answer: { readonly place: Place | null } };

  /** Sorts the filter's rows when the column is within a filter, else everything below the frozen rows. */
  sort: {
    ask: OnSheet & MayWarn & { readonly column: number; readonly ascending: boolean };
    answer: Edited;
  };
  /** Makes the sheet's filter (`area` null: over everything with content) or, with `remove`, drops it. */
  filter: { ask: OnSheet & { readonly area: Area | null; readonly remove?: boolean }; answer: Edited };
  /** What a column of the filter shows; null shows everything again. */
  filterColumn: {
    ask: OnSheet & { readonly column: number; readonly criteria: FilterCriteria | null };
    answer: Edited;
  };
  /** The distinct texts of a filter's column, in order; `more` counts those beyond the first 5,000. */
  filterValues: {
    ask: OnSheet & { readonly column: number };
    answer: { readonly values: readonly FilterValue[]; readonly more: number };
  };

  addSheet: { ask: { readonly name?: string }; answer: { readonly sheetId: number } };
  renameSheet: { ask: OnSheet & { readonly name: string }; answer: Record<string, never> };
  deleteSheet: { ask: OnSheet & MayWarn; answer: Edited };
  /** `index` among all tabs, hidden ones counted. */
  moveSheet: { ask: OnSheet & { readonly index: number }; answer: Record<string, never> };
  hideSheet: { ask: OnSheet & { readonly hidden: boolean }; answer: Record<string, never> };
  tabColor: { ask: OnSheet & { readonly color: string | null }; answer: Record<string, never> };
  columnWidth: {
    ask: OnSheet & { readonly column: number; readonly columns?: number; readonly width: number };
    answer: Record<string, never>;
  };
  hideColumns: {
    ask: OnSheet & { readonly column: number; readonly columns: number; readonly hidden: boolean };
    answer: Record<string, never>;
  };
  freeze: {
    ask: OnSheet & { readonly rows: number; readonly columns: number };
    answer: Record<string, never>;
  };
  insertLines: {
    ask: OnSheet & { readonly axis: "row" | "column"; readonly at: number; readonly count: number };
    answer: Edited;
  };
  removeLines: {
    ask: OnSheet & MayWarn & { readonly axis: "row" | "column"; readonly at: number; readonly count: number };
    answer: Edited;
  };
  renameWorkbook: { ask: { readonly name: string }; answer: Record<string, never> };

  /** Runs a function of one of the user's menus; answered when it ended. */
  menu: { ask: { readonly functionName: string }; answer: ScriptResult<null> };
  answerQuestion: {
    ask: { readonly id: string; readonly button: Button; readonly text?: string };
    answer: Record<string, never>;
  };
  /** `google.script.run` of a page the add-on showed (`page` is its id); answered when the function ended. */
  callClient: {
    ask: { readonly page: string; readonly functionName: string; readonly args: readonly unknown[] };
    answer: ScriptResult<unknown>;
  };
  closePage: { ask: { readonly id: string }; answer: Record<string, never> };

  /** File → Start over (an empty workbook) and File → Open sample; answered when it is there. Everybody sees `reset`. */
  startOver: { ask: { readonly with: "nothing" | "sample" }; answer: Record<string, never> };
}

export type CallName = keyof Calls;

/** File → Download .xlsx: `GET` with both headers; the answer is the file. */
export const XLSX_PATH = "/download.xlsx";

// ── News ────────────────────────────────────────────────────────────────────────────────────────────────────────

export type News =
  /** `start` differs when the host was started anew: everything the window knows is old. */
  | { readonly kind: "hello"; readonly start: string }
  /** Cells or looks of the rows `from` to `to` (exclusive) changed, filter and order included. */
  | { readonly kind: "rows"; readonly sheetId: number; readonly from: number; readonly to: number }
  /** Tabs, sizes, widths, filters, protections, named ranges or the workbook's name changed. */
  | {
      readonly kind: "sheets";
      readonly workbook: WorkbookInfo;
      readonly sheets: readonly SheetInfo[];
      readonly namedRanges: readonly NamedRange[];
    }
  /** The charts of a sheet changed, or what they are drawn from. */
  | { readonly kind: "charts"; readonly sheetId: number }
  /** A script moved this user (`activate()`); `shown` as in `locate`. */
  | ({ readonly kind: "activate"; readonly shown: number | null } & Place)
  /** Who else is here, and where. */
  | { readonly kind: "people"; readonly people: readonly Presence[] }
  | { readonly kind: "menus"; readonly menus: readonly Menu[] }
  | {
      readonly kind: "toast";
      readonly message: string;
      readonly title: string;
      /** Seconds it stays; negative: until it is clicked away. */
      readonly seconds: number;
    }
  | { readonly kind: "question"; readonly question: Question }
  /** Answered, in this window or another one of the same user, or its script ended. */
  | { readonly kind: "answered"; readonly id: string }
  /** A sidebar or dialog opened; a sidebar replaces the one that is there. */
  | { readonly kind: "page"; readonly page: PageShown }
  | { readonly kind: "pageClosed"; readonly id: string }
  /** Functions of menus that run for this user now, for Google's "Running script". */
  | { readonly kind: "running"; readonly functions: readonly string[] }
  | { readonly kind: "progress"; readonly progress: Progress | null }
  /** Another workbook is open: ask `open` again. */
  | { readonly kind: "reset" };

// ── Messages between the page and a frame ───────────────────────────────────────────────────────────────────────

/** From the frame's `google.script`; the page heeds only those of its own iframe's window and `frameOrigin`. */
export type FromFrame =
  | {
      readonly sheets: "run";
      readonly id: number;
      readonly functionName: string;
      readonly args: readonly unknown[];
    }
  /** `google.script.host.close()`, `.setWidth(n)`, `.setHeight(n)`, `.editor.focus()`. */
  | { readonly sheets: "host"; readonly what: "close" | "focus" }
  | { readonly sheets: "host"; readonly what: "width" | "height"; readonly pixels: number };

/** To the frame: how the call with that id ended. */
export interface ToFrame {
  readonly sheets: "ended";
  readonly id: number;
  readonly result: ScriptResult<unknown>;
}
