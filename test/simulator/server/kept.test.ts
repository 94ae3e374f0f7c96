/** Whatever is done to the workbook is in its file when it is answered. */

import { cp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Formulas } from "../../../simulator/formulas/formulas.ts";
import type { CallName, Calls } from "../../../simulator/server/protocol.ts";
import type { RunningServer } from "../../../simulator/server/server.ts";
import { WorkbookFile } from "../../../simulator/server/workbook-file.ts";
import { Workbook } from "../../../simulator/services/workbook.ts";
import { emptyFolder, TestWindow, testServer } from "./window.ts";

let server: RunningServer;
let window: TestWindow;
let folder: string;
let page: string;

beforeAll(async () => {
  folder = await emptyFolder();
  server = await testServer({ folder });
  window = await TestWindow.open(server, "ana");
  await window.ask("menu", { functionName: "showSidebar" });
  page = (await window.until("page")).page.id;
});
afterAll(async () => {
  window.close();
  await server.close();
});

/** The workbook as another process would find it if this one were killed now. */
async function found() {
  const copy = await emptyFolder();
  await cp(folder, copy, { recursive: true });
  await rm(join(copy, "in-use"));
  const file = await WorkbookFile.open(copy);
  const workbook = new Workbook();
  const { aside, warnings } = await file.load(workbook);
  await file.close();
  expect(warnings).toEqual([]);
  // What formulas give is not kept: whoever opens the workbook computes it.
  const call = () => Promise.reject(new Error("The workbook has no function of the add-on."));
  await new Formulas(workbook, { names: [], call }).recalculate();
  return { workbook: workbook.snapshot(), aside };
}

type Step = { [Name in CallName]: readonly [Name, Calls[Name]["ask"]] }[CallName];

const sheetId = 0;
const area = { row: 0, column: 0, rows: 4, columns: 2 };
const TABLE = [
  ["item", "units"],
  ["b", "2"],
  ["a", "=B2*3"],
  ["c", "7.5%"],
];
const STEPS: readonly Step[] = [
  ["type", { sheetId, row: 5, column: 3, text: "2026-03-01" }],
  ["paste", { sheetId, area, rows: TABLE }],
  ["look", { sheetId, area, change: { bold: true, numberFormat: "0.000", align: "center", wrap: "WRAP" } }],
  ["note", { sheetId, row: 1, column: 1, text: "counted twice" }],
  ["clear", { sheetId, area: { row: 1, column: 0, rows: 2, columns: 2 } }],
  ["undo", {}],
  ["undo", {}],
  ["redo", {}],
  ["freeze", { sheetId, rows: 1, columns: 1 }],
  ["sort", { sheetId, column: 0, ascending: true }],
  ["filter", { sheetId, area }],
  [
    "filterColumn",
    { sheetId, column: 0, criteria: { hiddenValues: ["a"], visibleValues: null, condition: null } },
  ],
  ["insertLines", { sheetId, axis: "row", at: 2, count: 3 }],
  ["removeLines", { sheetId, axis: "column", at: 4, count: 2 }],
  ["addSheet", { name: "Other" }],
  ["tabColor", { sheetId, color: "#ff0000" }],
  ["columnWidth", { sheetId, column: 0, width: 60 }],
  ["hideColumns", { sheetId, column: 2, columns: 1, hidden: true }],
  ["renameSheet", { sheetId, name: "First" }],
  ["moveSheet", { sheetId, index: 1 }],
  ["hideSheet", { sheetId, hidden: true }],
  ["renameWorkbook", { name: "Books" }],
  ["menu", { functionName: "goThere" }],
  ["deleteSheet", { sheetId }],
];

describe("what was answered is kept", () => {
  it.each(STEPS)("%s", async (name, body) => {
    const before = server.host.workbook.snapshot();
    await window.ask(name, body);
    expect(server.host.workbook.snapshot()).not.toEqual(before);
    expect((await found()).workbook).toEqual(server.host.workbook.snapshot());
  });

  it("of a script, with what it keeps aside", async () => {
    const request = { from: 10, rows: 100, value: "many" };
    const called = { page, functionName: "writeMany", args: [request] };
    expect(await window.ask("callClient", called)).toEqual({ ok: true, value: "many" });
    const { workbook, aside } = await found();
    expect(workbook).toEqual(server.host.workbook.snapshot());
    expect(workbook.properties.document).toEqual({ last: "many" });
    expect(aside).toEqual({ enabled: true });
  });

  it("of starting over", async () => {
    await window.ask("startOver", { with: "nothing" });
    const { workbook, aside } = await found();
    expect(workbook).toEqual(server.host.workbook.snapshot());
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);
    expect(aside).toEqual({ enabled: false });
  });
});
