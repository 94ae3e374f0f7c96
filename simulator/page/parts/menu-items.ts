/** What File, Edit, View, Insert, Format and Data offer, and the menus of cells and tabs. */

import type { SheetInfo } from "../../server/protocol.ts";
import type { App } from "../app.ts";
import {
  addSheet,
  deleteSheet,
  download,
  freeze,
  hideColumns,
  sort,
  startOver,
  toggleFilter,
} from "../document.ts";
import {
  changeLines,
  changeLook,
  clearSelection,
  copyFromHost,
  pasteText,
  takeBack,
  writeNote,
} from "../edits.ts";
import { columnLetters } from "../model/area.ts";
import type { Entry, TopMenu } from "../model/menus.ts";

const LINE: Entry = { kind: "line" };

const item = (
  label: string,
  run: () => unknown,
  more: { readonly keys?: string; readonly disabled?: boolean; readonly checked?: boolean } = {},
): Entry => ({ kind: "item", label, run: () => void run(), ...more });

export function documentMenus(app: App): TopMenu[] {
  return [
    {
      label: "File",
      entries: [
        item("Download as .xlsx", () => download(app)),
        LINE,
        item("Open sample", () => startOver(app, "sample")),
        item("Start over", () => startOver(app, "nothing")),
      ],
    },
    { label: "Edit", entries: editEntries(app) },
    { label: "View", entries: viewEntries(app) },
    { label: "Insert", entries: insertEntries(app) },
    { label: "Format", entries: formatEntries(app) },
    { label: "Data", entries: dataEntries(app) },
  ];
}

function editEntries(app: App): Entry[] {
  const { workbook } = app.state;
  return [
    item("Undo", () => takeBack(app, "undo"), { keys: "Ctrl+Z", disabled: !workbook.canUndo }),
    item("Redo", () => takeBack(app, "redo"), { keys: "Ctrl+Y", disabled: !workbook.canRedo }),
    LINE,
    item("Copy", () => copyFromHost(app), { keys: "Ctrl+C" }),
    item("Paste", () => pasteFromBrowser(app), { keys: "Ctrl+V" }),
    item("Delete values", () => clearSelection(app), { keys: "Delete" }),
    LINE,
    item("Delete rows", () => changeLines(app, "removeLines", "row", "before")),
    item("Delete columns", () => changeLines(app, "removeLines", "column", "before")),
    LINE,
    item("Find", () => app.store.set({ finding: true }), { keys: "Ctrl+F" }),
  ];
}

async function pasteFromBrowser(app: App): Promise<void> {
  try {
    await pasteText(app, await navigator.clipboard.readText());
  } catch {
    app.say(new Error("The browser gives the clipboard only to the keyboard here: press Ctrl+V."));
  }
}

function viewEntries(app: App): Entry[] {
  const info = app.view?.info;
  const rows = info?.frozenRows ?? 0;
  const columns = info?.frozenColumns ?? 0;
  const { row, column } = app.active;
  const at = app.view?.rowAt(row) ?? row;
  return [
    {
      kind: "menu",
      label: "Freeze",
      entries: [
        ...[0, 1, 2].map((count) =>
          item(
            count === 0 ? "No rows" : `${count} row${count > 1 ? "s" : ""}`,
            () => freeze(app, count, columns),
            {
              checked: rows === count,
            },
          ),
        ),
        item(`Up to row ${at + 1}`, () => freeze(app, at + 1, columns), {
          checked: rows > 2 && rows === at + 1,
        }),
        LINE,
        ...[0, 1, 2].map((count) =>
          item(
            count === 0 ? "No columns" : `${count} column${count > 1 ? "s" : ""}`,
            () => freeze(app, rows, count),
            { checked: columns === count },
          ),
        ),
        item(`Up to column ${columnLetters(column)}`, () => freeze(app, rows, column + 1), {
          checked: columns > 2 && columns === column + 1,
        }),
      ],
    },
    {
      kind: "menu",
      label: "Hidden sheets",
      entries: hiddenSheets(app),
    },
  ];
}

function hiddenSheets(app: App): Entry[] {
  const hidden = app.state.sheets.filter((sheet) => sheet.hidden);
  if (hidden.length === 0) return [item("None is hidden", () => undefined, { disabled: true })];
  return hidden.map((sheet) =>
    item(sheet.name, () => app.tell("hideSheet", { sheetId: sheet.id, hidden: false })),
  );
}

function insertEntries(app: App): Entry[] {
  return [
    item("Rows above", () => changeLines(app, "insertLines", "row", "before")),
    item("Rows below", () => changeLines(app, "insertLines", "row", "after")),
    item("Columns left", () => changeLines(app, "insertLines", "column", "before")),
    item("Columns right", () => changeLines(app, "insertLines", "column", "after")),
    LINE,
    item("Sheet", () => addSheet(app)),
    item("Note", () => writeNote(app), { keys: "Shift+F2" }),
  ];
}

const NUMBER_FORMATS: readonly (readonly [string, string | null])[] = [
  ["Automatic", null],
  ["Plain text", "@"],
  ["Number", "#,##0.00"],
  ["Percent", "0.00%"],
  ["Currency", '"$"#,##0.00'],
  ["Date", "yyyy-mm-dd"],
];

const FILLS: readonly (readonly [string, string | null])[] = [
  ["None", null],
  ["Yellow", "#fff2cc"],
  ["Green", "#d9ead3"],
  ["Blue", "#cfe2f3"],
  ["Red", "#f4cccc"],
  ["Grey", "#efefef"],
];

function formatEntries(app: App): Entry[] {
  const { row, column } = app.active;
  const look = app.view?.cell(row, column).look ?? {};
  const wrap = look.wrap ?? "OVERFLOW";
  const change = (one: Parameters<typeof changeLook>[1]) => changeLook(app, one);
  return [
    {
      kind: "menu",
      label: "Number",
      entries: NUMBER_FORMATS.map(([label, numberFormat]) =>
        item(label, () => change({ numberFormat }), {
          checked: (look.numberFormat ?? null) === numberFormat,
        }),
      ),
    },
    item("Bold", () => change({ bold: look.bold !== true }), { keys: "Ctrl+B", checked: look.bold === true }),
    item("Italic", () => change({ italic: look.italic !== true }), {
      keys: "Ctrl+I",
      checked: look.italic === true,
    }),
    item("Strikethrough", () => change({ strike: look.strike !== true }), {
      keys: "Alt+Shift+5",
      checked: look.strike === true,
    }),
    LINE,
    {
      kind: "menu",
      label: "Alignment",
      entries: (["left", "center", "right"] as const).map((align) =>
        item(align === "center" ? "Center" : align === "left" ? "Left" : "Right", () => change({ align }), {
          checked: look.align === align,
        }),
      ),
    },
    {
      kind: "menu",
      label: "Wrapping",
      entries: (
        [
          ["Overflow", "OVERFLOW"],
          ["Wrap", "WRAP"],
          ["Clip", "CLIP"],
        ] as const
      ).map(([label, value]) => item(label, () => change({ wrap: value }), { checked: wrap === value })),
    },
    {
      kind: "menu",
      label: "Fill color",
      entries: FILLS.map(([label, background]) =>
        item(label, () => change({ background }), { checked: (look.background ?? null) === background }),
      ),
    },
  ];
}

function dataEntries(app: App): Entry[] {
  const info = app.view?.info;
  const { column } = app.active;
  const letters = columnLetters(column);
  return [
    item(info?.filter ? "Remove filter" : "Create a filter", () => toggleFilter(app)),
    LINE,
    item(`Sort sheet by column ${letters} (A to Z)`, () => sort(app, column, true)),
    item(`Sort sheet by column ${letters} (Z to A)`, () => sort(app, column, false)),
  ];
}

/** The menu of the right mouse button in the grid. */
export function cellMenu(app: App): Entry[] {
  const { view } = app;
  const { kind, area } = app.state.selection;
  const wholeColumns = kind === "columns" || kind === "all";
  const hidden = view?.info.hiddenColumns.some((at) => at >= area.column && at < area.column + area.columns);
  const columns = [
    item("Insert column left", () => changeLines(app, "insertLines", "column", "before")),
    item("Insert column right", () => changeLines(app, "insertLines", "column", "after")),
    item("Delete column", () => changeLines(app, "removeLines", "column", "before")),
    item("Hide column", () => hideColumns(app, true)),
    ...(hidden ? [item("Unhide columns", () => hideColumns(app, false))] : []),
    LINE,
    item("Sort sheet A to Z", () => sort(app, area.column, true)),
    item("Sort sheet Z to A", () => sort(app, area.column, false)),
  ];
  const rows = [
    item("Insert row above", () => changeLines(app, "insertLines", "row", "before")),
    item("Insert row below", () => changeLines(app, "insertLines", "row", "after")),
    item("Delete row", () => changeLines(app, "removeLines", "row", "before")),
  ];
  return [
    item("Copy", () => copyFromHost(app), { keys: "Ctrl+C" }),
    item("Paste", () => pasteFromBrowser(app), { keys: "Ctrl+V" }),
    item("Delete values", () => clearSelection(app), { keys: "Delete" }),
    LINE,
    ...(wholeColumns ? columns : kind === "rows" ? rows : [...rows, LINE, ...columns.slice(0, 3)]),
    LINE,
    item(view?.info.filter ? "Remove filter" : "Create a filter", () => toggleFilter(app)),
    item("Insert note", () => writeNote(app), { keys: "Shift+F2" }),
  ];
}

interface TabActions {
  readonly rename: () => void;
  readonly colors: () => void;
}

export function tabMenu(app: App, sheet: SheetInfo, { rename, colors }: TabActions): Entry[] {
  const all = app.state.sheets;
  const shown = all.filter(({ hidden }) => !hidden);
  const at = shown.findIndex(({ id }) => id === sheet.id);
  const only = shown.length === 1;
  const moveBeside = (neighbour: SheetInfo | undefined) => () => {
    if (!neighbour) return;
    return app.tell("moveSheet", {
      sheetId: sheet.id,
      index: all.findIndex(({ id }) => id === neighbour.id),
    });
  };
  return [
    item("Delete", () => deleteSheet(app, sheet), { disabled: only }),
    item("Rename", rename),
    item("Change color", colors),
    item("Hide sheet", () => app.tell("hideSheet", { sheetId: sheet.id, hidden: true }), { disabled: only }),
    LINE,
    item("Move right", moveBeside(shown[at + 1]), { disabled: at === shown.length - 1 }),
    item("Move left", moveBeside(shown[at - 1]), { disabled: at === 0 }),
  ];
}
