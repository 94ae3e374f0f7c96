/** The examples of docs/functions.md give what they say. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Formulas } from "../../../simulator/formulas/formulas.ts";
import { LocalSheets } from "../../../simulator/local-sheets.ts";
import { displayValuesOf, writeValues } from "../../../simulator/services/cell-values.ts";
import { Workbook } from "../../../simulator/services/index.ts";
import type { SheetModel } from "../../../simulator/services/sheet-model.ts";
import { LOG_COLUMNS } from "../../../src/claims/index.ts";
import { EXAMPLES, type Rows, TABS, TODAY } from "../../../tools/docs/function-examples.ts";
import { freshBundle } from "../import/sheet.ts";

const CLAIMS_PAGE = join(import.meta.dirname, "../../../docs/claims.md");
const examples = Object.values(EXAMPLES).flat();
const workbook = new Workbook({ timeZone: "America/Los_Angeles" });
let sheets: LocalSheets;
/** A tab for each formula, so that none is in the way of another's answer. */
let places: SheetModel[];

beforeAll(async () => {
  sheets = new LocalSheets({
    workbook,
    bundle: await freshBundle(),
    mode: "inProcess",
    users: [{ email: "seller@example.com" }],
    enabled: true,
  });
  const formulas = new Formulas(workbook, {
    names: Object.keys(EXAMPLES),
    call: (name, args) => sheets.callCustomFunction(name, args),
  });
  const today = tab("Start here", [[TODAY]]);
  workbook.namedRanges.push({
    name: "REIMB_TODAY",
    sheetId: today.id,
    area: { row: 0, column: 0, rows: 1, columns: 1 },
  });
  for (const [name, rows] of Object.entries({ ...TABS, "Claim Log": exampleLog() })) tab(name, rows);
  places = examples.map(({ formula }, i) => tab(`Example ${i}`, [[formula]]));
  await formulas.recalculate();
}, 60_000);
afterAll(() => sheets.close());

it.each(examples.map(({ formula, gives }, i) => [formula, gives, i] as const))("%s", (_, gives, i) => {
  const [place] = places.slice(i, i + 1);
  if (!place) throw new Error("no tab");
  const [height, width] = [gives.length, Math.max(...gives.map((row) => row.length))];
  const shown = displayValuesOf(workbook, place, { row: 0, column: 0, rows: height + 1, columns: width + 1 });
  for (const [row, cells] of gives.entries()) {
    for (const [column, cell] of cells.entries()) {
      const [text, said] = [shown[row]?.[column] ?? "", String(cell)];
      if (said.endsWith("…")) expect(text.startsWith(said.slice(0, -1)), text).toBe(true);
      else expect(text).toBe(said);
    }
  }
  // Nothing stands beside or below what is said.
  expect([...shown.map((row) => row[width]), ...(shown[height] ?? [])].join("")).toBe("");
});

function tab(name: string, rows: Rows): SheetModel {
  const [height, width] = [rows.length, Math.max(...rows.map((row) => row.length))];
  const sheet = workbook.addSheet(name, workbook.sheets.length, height + 20, Math.max(width, 40));
  const area = { row: 0, column: 0, rows: height, columns: width };
  writeValues(
    workbook,
    sheet,
    area,
    rows.map((row) => [...row]),
    Date.UTC(2026, 6, 20, 19),
  );
  return sheet;
}

/** The log of docs/claims.md, with the columns that are empty there. */
function exampleLog(): Rows {
  const page = readFileSync(CLAIMS_PAGE, "utf8");
  const [heads = [], ...rows] = (/```log\n([\s\S]*?)```/.exec(page)?.[1] ?? "")
    .trim()
    .split("\n")
    .map((line) => line.split(","));
  const headers = LOG_COLUMNS.map(({ header }) => header);
  return [headers, ...rows.map((row) => headers.map((header) => row[heads.indexOf(header)] ?? ""))];
}
