/** What users do to cells and tabs, through the server. */

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RunningServer } from "../../../simulator/server/server.ts";
import type { SheetModel } from "../../../simulator/services/sheet-model.ts";
import { TestWindow, testServer } from "./window.ts";

let server: RunningServer;
let ana: TestWindow;
let sheet: SheetModel;
let sheetId: number;

beforeEach(async () => {
  server = await testServer();
  ana = await TestWindow.open(server, "ana");
  sheetId = ana.firstSheet;
  const model = server.host.workbook.sheetById(sheetId);
  if (!model) throw new Error("The workbook has no sheet.");
  sheet = model;
});
afterEach(async () => {
  ana.close();
  await server.close();
});

const type = (row: number, column: number, text: string, confirmed = false) =>
  ana.ask("type", { sheetId, row, column, text, confirmed });
const area = (row: number, column: number, rows = 1, columns = 1) => ({ row, column, rows, columns });

/** Types rows of texts from A1 on. */
const fill = (rows: readonly (readonly string[])[]) =>
  ana.ask("paste", { sheetId, area: area(0, 0, rows.length, rows[0]?.length ?? 1), rows });

describe("typing", () => {
  it.each([
    ["12", "12", "n", undefined],
    ["1,234.5", "1,235", "n", "1234.5"],
    ["$3.5", "$3.50", "n", "3.5"],
    ["12.5%", "12.50%", "n", "12.5%"],
    ["2026-03-01", "2026-03-01", "n", "3/1/2026"],
    ["true", "TRUE", "b", undefined],
    ["00123", "123", "n", undefined],
    ["'00123", "00123", "t", "'00123"],
    ["'=1+1", "=1+1", "t", "'=1+1"],
    ["=1+1", "2", "n", "=1+1"],
    ["<img src=x onerror=alert(1)>", "<img src=x onerror=alert(1)>", "t", undefined],
    ["שלום 👋", "שלום 👋", "t", undefined],
  ])("%s shows %s, and the editor begins with what gives the same again", async (text, shown, kind, edit) => {
    await type(0, 0, text);
    const { rows } = await ana.ask("rows", { sheetId, shown: 0, count: 1 });
    expect(rows[0]?.texts).toEqual([shown]);
    expect(rows[0]?.kinds).toBe(kind);
    expect(rows[0]?.edits?.[0]).toBe(edit);
    const before = sheet.stored(0, 0);
    await type(0, 0, edit ?? shown);
    expect(sheet.stored(0, 0)).toEqual(before);
  });

  it("into a text cell keeps every character", async () => {
    sheet.changeStyle(area(0, 0), { numberFormat: "@" });
    for (const text of ["00123", "1E5", "=1+1", "2024-05-06", "'x"]) {
      await type(0, 0, text);
      expect((await ana.texts(sheetId, 1))[0]).toEqual([text]);
    }
  });

  it("more than a cell holds, or beside the sheet, is refused", async () => {
    await expect(type(0, 0, "x".repeat(50_001))).rejects.toThrow(
      "422: A cell holds at most 50000 characters",
    );
    await expect(ana.ask("clear", { sheetId, area: area(5000, 0) })).rejects.toThrow(
      "409: Those cells are not in",
    );
  });

  it("what a dropdown does not offer is refused, and changes nothing", async () => {
    const validation = {
      criteria: "VALUE_IN_LIST",
      args: [["yes", "no"], true],
      allowInvalid: false,
      helpText: "h",
    };
    sheet.changeStyle(area(0, 0, 2), { validation });
    await type(0, 0, "yes");
    expect(await type(0, 0, "maybe")).toEqual({
      done: false,
      refused: expect.stringContaining("Please enter one of the following values: yes, no."),
    });
    const { rows, looks } = await ana.ask("rows", { sheetId, shown: 0, count: 1 });
    expect(rows[0]?.texts).toEqual(["yes"]);
    expect(looks[rows[0]?.looks[0] ?? -1]?.dropdown).toEqual({
      values: ["yes", "no"],
      strict: true,
      help: "h",
    });
    expect(
      await ana.ask("paste", { sheetId, area: area(0, 0, 2, 1), rows: [["no"], ["maybe"]] }),
    ).toMatchObject({ done: false });
    expect((await ana.texts(sheetId, 2)).flat()).toEqual(["yes"]);
  });
});

describe("protected with a warning", () => {
  const protection = (where: ReturnType<typeof area> | null) =>
    sheet.protections.push({
      type: where ? "RANGE" : "SHEET",
      area: where,
      description: "The log",
      warningOnly: true,
      editors: [],
      domainEdit: false,
      unprotected: [],
    });

  it("a range asks before it is edited, in every way, and is edited when confirmed", async () => {
    await fill([["head"], ["b"], ["a"]]);
    protection(area(0, 0, 1, 1));
    expect(await type(0, 0, "x")).toEqual({ done: false, warning: expect.stringContaining("(The log)") });
    expect(await ana.ask("clear", { sheetId, area: area(0, 0, 3, 3) })).toMatchObject({ done: false });
    expect(await ana.ask("removeLines", { sheetId, axis: "row", at: 0, count: 1 })).toMatchObject({
      done: false,
    });
    expect((await ana.texts(sheetId, 1))[0]).toEqual(["head"]);
    expect(await type(1, 0, "free")).toMatchObject({ done: true });
    expect(await type(0, 0, "x", true)).toMatchObject({ done: true });
  });

  it("a whole sheet asks, too, also before it is deleted", async () => {
    await ana.ask("addSheet", { name: "Other" });
    protection(null);
    expect(await type(500, 5, "x")).toMatchObject({ done: false });
    expect(await ana.ask("deleteSheet", { sheetId })).toMatchObject({ done: false });
    expect(await ana.ask("deleteSheet", { sheetId, confirmed: true })).toMatchObject({ done: true });
    expect((await ana.ask("open", {})).sheets.map(({ name }) => name)).toEqual(["Other"]);
  });
});

describe("pasting", () => {
  it("grows the sheet when the block does not fit", async () => {
    const answer = await ana.ask("paste", {
      sheetId,
      area: area(999, 25),
      rows: [
        ["a", "b"],
        ["c", "d"],
      ],
    });
    expect(answer).toEqual({ done: true, area: area(999, 25, 2, 2) });
    expect([sheet.maxRows, sheet.maxColumns]).toEqual([1001, 27]);
    const news = await ana.until("sheets", ({ sheets }) => sheets[0]?.rows === 1001);
    expect(news.sheets[0]).toMatchObject({ columns: 27, shownRows: 1001, contentRows: 1001 });
  });

  it("fills a selection with a single text, and repeats a block that fits into it", async () => {
    await ana.ask("paste", { sheetId, area: area(0, 0, 2, 2), rows: [["x"]] });
    await ana.ask("paste", { sheetId, area: area(2, 0, 4, 1), rows: [["1"], ["2"]] });
    expect(await ana.texts(sheetId, 6)).toEqual([["x", "x"], ["x", "x"], ["1"], ["2"], ["1"], ["2"]]);
  });
});

describe("undo", () => {
  it("takes back and makes again what this user did: contents, formulas, notes and looks", async () => {
    await type(0, 0, "=1+2");
    await ana.ask("note", { sheetId, row: 0, column: 0, text: "why" });
    await ana.ask("look", { sheetId, area: area(0, 0), change: { bold: true, background: "#ff0000" } });
    await ana.ask("clear", { sheetId, area: area(0, 0, 10, 10) });
    const look = async () => {
      const { rows, looks } = await ana.ask("rows", { sheetId, shown: 0, count: 1 });
      return [rows[0]?.edits?.[0], rows[0]?.notes?.[0], looks[rows[0]?.looks[0] ?? -1]];
    };
    const bold = { bold: true, background: "#ff0000" };
    expect(await look()).toEqual([undefined, "why", bold]);
    expect(await ana.ask("undo", {})).toEqual({ place: { sheetId, area: area(0, 0, 10, 10) } });
    expect(await look()).toEqual(["=1+2", "why", bold]);
    await ana.ask("undo", {});
    expect(await look()).toEqual(["=1+2", "why", {}]);
    await ana.ask("undo", {});
    expect(await look()).toEqual(["=1+2", undefined, {}]);
    await ana.ask("redo", {});
    await ana.ask("redo", {});
    expect(await look()).toEqual(["=1+2", "why", bold]);
    const { workbook } = await ana.ask("open", {});
    expect([workbook.canUndo, workbook.canRedo]).toEqual([true, true]);
  });

  it("leaves others' edits alone, and forgets what rows that moved since would put elsewhere", async () => {
    const ben = await TestWindow.open(server, "ben");
    await type(0, 0, "mine");
    expect(await ben.ask("undo", {})).toEqual({ place: null });
    await ben.ask("insertLines", { sheetId, axis: "row", at: 0, count: 1 });
    expect(await ana.ask("undo", {})).toEqual({ place: null });
    expect((await ana.texts(sheetId, 2))[1]).toEqual(["mine"]);
    ben.close();
  });
});

describe("sorting and filtering", () => {
  const ROWS = [
    ["item", "units"],
    ["b", "2"],
    ["a", "10"],
    ["c", ""],
    ["A", "1"],
  ];

  it("sorts what lies below the frozen rows, or in the filter alone", async () => {
    await fill(ROWS);
    await ana.ask("freeze", { sheetId, rows: 1, columns: 0 });
    await ana.ask("sort", { sheetId, column: 1, ascending: false });
    expect((await ana.texts(sheetId, 5)).map(([item]) => item)).toEqual(["item", "a", "b", "A", "c"]);
    await ana.ask("filter", { sheetId, area: area(1, 0, 3, 2) });
    await ana.ask("sort", { sheetId, column: 0, ascending: true });
    expect((await ana.texts(sheetId, 5)).map(([item]) => item)).toEqual(["item", "a", "A", "b", "c"]);
  });

  it("gives only the rows that show, with their places in the sheet", async () => {
    await fill(ROWS);
    await ana.ask("filter", { sheetId, area: null });
    const { values, more } = await ana.ask("filterValues", { sheetId, column: 1 });
    expect(values.map(({ text, count, shown }) => [text, count, shown])).toEqual([
      ["", 1, true],
      ["1", 1, true],
      ["2", 1, true],
      ["10", 1, true],
    ]);
    expect(more).toBe(0);
    const hiddenValues = ["2", ""];
    const criteria = { hiddenValues, visibleValues: null, condition: null };
    await ana.ask("filterColumn", { sheetId, column: 1, criteria });
    const news = await ana.until("sheets", ({ sheets }) => sheets[0]?.shownRows === 998);
    expect(news.sheets[0]?.filter).toEqual({ area: area(0, 0, 5, 2), criteria: { 1: criteria } });
    const { rows, shownRows } = await ana.ask("rows", { sheetId, shown: 0, count: 4 });
    expect(shownRows).toBe(998);
    expect(rows.map(({ shown, row, texts }) => [shown, row, texts[0]])).toEqual([
      [0, 0, "item"],
      [1, 2, "a"],
      [2, 4, "A"],
      [3, 5, undefined],
    ]);
    expect(await ana.ask("locate", { sheetId, row: 4 })).toEqual({ shown: 2 });
    expect(await ana.ask("locate", { sheetId, row: 3 })).toEqual({ shown: null });
    const copied = await ana.ask("copy", { sheetId, area: area(0, 0, 1000, 2) });
    expect(copied.rows).toEqual([
      ["item", "units"],
      ["a", "10"],
      ["A", "1"],
    ]);
    expect(await ana.ask("summary", { sheetId, area: area(0, 0, 1000, 2) })).toMatchObject({
      cells: 6,
      numbers: 2,
      sum: 11,
      average: 5.5,
    });
    await ana.ask("filterColumn", { sheetId, column: 1, criteria: null });
    expect((await ana.ask("rows", { sheetId, shown: 0, count: 1 })).shownRows).toBe(1000);
    await ana.ask("filter", { sheetId, area: null, remove: true });
    await expect(ana.ask("filterValues", { sheetId, column: 0 })).rejects.toThrow(
      "409: This sheet has no filter.",
    );
  });

  it("follows what is typed into the filter's column", async () => {
    await fill(ROWS);
    await ana.ask("filter", { sheetId, area: null });
    const condition = { type: "NUMBER_GREATER_THAN", args: [5] };
    await ana.ask("filterColumn", {
      sheetId,
      column: 1,
      criteria: { hiddenValues: null, visibleValues: null, condition },
    });
    const shown = async () => (await ana.texts(sheetId, 3)).slice(1).map(([item]) => item);
    expect(await shown()).toEqual(["a", undefined]);
    await type(1, 1, "6");
    expect(await shown()).toEqual(["b", "a"]);
  });
});

describe("finding one's way", () => {
  it("finds texts forwards, backwards, and round through the other sheets", async () => {
    const { sheetId: other } = await ana.ask("addSheet", { name: "Other" });
    await fill([
      ["needle", ""],
      ["", "NEEDLE 2"],
    ]);
    await ana.ask("type", { sheetId: other, row: 3, column: 3, text: "a needle there" });
    const find = async (place: number, row: number, column: number, backwards = false) => {
      const { found } = await ana.ask("find", {
        sheetId: place,
        area: area(row, column),
        text: "needle",
        backwards,
      });
      return found && [found.sheetId, found.area.row, found.area.column];
    };
    expect(await find(sheetId, 0, 0)).toEqual([sheetId, 1, 1]);
    expect(await find(sheetId, 1, 1)).toEqual([other, 3, 3]);
    expect(await find(other, 3, 3)).toEqual([sheetId, 0, 0]);
    expect(await find(sheetId, 0, 0, true)).toEqual([other, 3, 3]);
    const { found } = await ana.ask("find", { sheetId, area: area(0, 0), text: "nowhere" });
    expect(found).toBeNull();
  });

  it("jumps to the ends of filled stretches", async () => {
    await fill([["a"], ["b"], [""], ["c"]]);
    const edge = async (row: number, direction: "up" | "down") =>
      (await ana.ask("edge", { sheetId, row, column: 0, direction })).row;
    expect([await edge(0, "down"), await edge(1, "down"), await edge(3, "down")]).toEqual([1, 3, 999]);
    expect([await edge(999, "up"), await edge(3, "up"), await edge(1, "up")]).toEqual([3, 1, 0]);
    expect(await ana.ask("edge", { sheetId, row: 0, column: 0, direction: "right" })).toMatchObject({
      column: 25,
    });
  });
});

describe("tabs", () => {
  it("are added, renamed, coloured, moved, hidden and deleted, by Google's rules", async () => {
    const { sheetId: other } = await ana.ask("addSheet", {});
    const infos = async () => (await ana.ask("open", {})).sheets;
    expect((await infos()).map(({ name }) => name)).toEqual(["Sheet1", "Sheet2"]);
    await expect(ana.ask("renameSheet", { sheetId: other, name: "sheet1" })).rejects.toThrow(
      "already exists",
    );
    await ana.ask("renameSheet", { sheetId: other, name: "Mine" });
    await ana.ask("tabColor", { sheetId: other, color: "#FF0000" });
    await ana.ask("moveSheet", { sheetId: other, index: 0 });
    await ana.ask("hideSheet", { sheetId: other, hidden: true });
    expect((await infos()).map(({ name, tabColor, hidden }) => [name, tabColor, hidden])).toEqual([
      ["Mine", "#ff0000", true],
      ["Sheet1", null, false],
    ]);
    await expect(ana.ask("hideSheet", { sheetId, hidden: true })).rejects.toThrow(
      "can't hide all the sheets",
    );
    await expect(ana.ask("deleteSheet", { sheetId })).rejects.toThrow("can't remove all the sheets");
    await ana.ask("columnWidth", { sheetId, column: 1, columns: 2, width: 55.4 });
    await ana.ask("hideColumns", { sheetId, column: 3, columns: 1, hidden: true });
    expect((await infos())[1]).toMatchObject({ columnWidths: { 1: 55, 2: 55 }, hiddenColumns: [3] });
    await ana.ask("renameWorkbook", { name: " My books " });
    expect((await ana.ask("open", {})).workbook.name).toBe("My books");
  });

  it("gain and lose rows and columns, never all of them", async () => {
    await fill([
      ["a", "b"],
      ["c", "d"],
    ]);
    await ana.ask("insertLines", { sheetId, axis: "row", at: 1, count: 2 });
    await ana.ask("removeLines", { sheetId, axis: "column", at: 0, count: 1 });
    expect(await ana.texts(sheetId, 4)).toEqual([["b"], [], [], ["d"]]);
    await expect(ana.ask("removeLines", { sheetId, axis: "row", at: 0, count: 1002 })).rejects.toThrow(
      "can't delete all",
    );
    await expect(ana.ask("removeLines", { sheetId, axis: "row", at: 1002, count: 1 })).rejects.toThrow(
      "no row there",
    );
  });
});

describe("charts and conditional formats", () => {
  it("are given with their numbers, and again when these change", async () => {
    await fill([
      ["month", "owed"],
      ["May", "10"],
      ["June", "20.5"],
    ]);
    sheet.charts.push({
      id: 900,
      type: "COLUMN",
      ranges: [{ sheetId, area: area(0, 0, 100, 2) }],
      options: { title: "Owed" },
      position: { row: 2, column: 4, offsetX: 1, offsetY: 2 },
      headers: 0,
    });
    expect((await ana.ask("charts", { sheetId })).charts).toEqual([
      {
        id: 900,
        type: "COLUMN",
        title: "Owed",
        options: { title: "Owed" },
        position: { row: 1, column: 3, offsetX: 1, offsetY: 2 },
        categories: ["May", "June"],
        series: [{ name: "owed", values: [10, 20.5] }],
      },
    ]);
    ana.news.length = 0;
    await type(1, 1, "11");
    expect(await ana.until("charts")).toEqual({ kind: "charts", sheetId });
  });

  it("colour the cells that meet them, the first rule first", async () => {
    await fill([["file"], ["wait"], ["File"]]);
    const rule = {
      areas: [area(0, 0, 2, 1)],
      bold: null,
      italic: null,
      strikethrough: null,
      fontColor: null,
    };
    sheet.conditionalRules = [
      { ...rule, criteria: "TEXT_EQUAL_TO", args: ["FILE"], background: "#aa0000" },
      { ...rule, criteria: "CELL_NOT_EMPTY", args: [], background: "#00aa00" },
    ];
    const { rows, looks } = await ana.ask("rows", { sheetId, shown: 0, count: 3 });
    expect(rows.map((row) => looks[row.looks[0] ?? -1]?.background)).toEqual([
      "#aa0000",
      "#00aa00",
      undefined,
    ]);
  });
});
