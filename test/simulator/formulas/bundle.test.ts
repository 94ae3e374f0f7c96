import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customFunctions, Formulas } from "../../../simulator/formulas/formulas.ts";
import type { Bundle } from "../../../simulator/load-bundle.ts";
import { LocalSheets } from "../../../simulator/local-sheets.ts";
import { type CellInput, writeValues } from "../../../simulator/services/cell-values.ts";
import { Workbook } from "../../../simulator/services/index.ts";
import type { SheetModel } from "../../../simulator/services/sheet-model.ts";
import { freshBundle } from "../import/sheet.ts";

const USER = "seller@example.com";
const HEADER = [
  "Date",
  "FNSKU",
  "MSKU",
  "ASIN",
  "Event Type",
  "Reference ID",
  "Quantity",
  "Fulfillment Center",
  "Disposition",
  "Reason",
  "Country",
  "Reconciled Quantity",
  "Unreconciled Quantity",
];
const PAYMENTS = [
  "approval-date",
  "reimbursement-id",
  "case-id",
  "amazon-order-id",
  "reason",
  "sku",
  "fnsku",
  "asin",
  "currency-unit",
  "amount-per-unit",
  "amount-total",
  "quantity-reimbursed-cash",
  "quantity-reimbursed-inventory",
  "quantity-reimbursed-total",
];
/** The sheet's own noon of 20 July 2026, and days before it. */
const day = (before: number) => new Date(Date.UTC(2026, 6, 20 - before, 7));
const event = (before: number, i: number, lost: boolean): CellInput[] => [
  day(before),
  `X${i % 400}`,
  `SKU-${i % 400}`,
  `B0${i % 400}`,
  lost ? "Adjustments" : "Shipments",
  lost ? `R${i}` : "",
  -1,
  "ACY1",
  "SELLABLE",
  lost ? "M" : "",
  "US",
  lost ? 0 : "",
  lost ? 1 : "",
];

let bundle: Bundle;
const open: LocalSheets[] = [];

beforeAll(async () => {
  bundle = await freshBundle();
});
afterAll(() => Promise.all(open.map((sheets) => sheets.close())));

/** A ledger of so many rows, the oldest first; every fiftieth loses a unit. */
function ledger(mode: "inProcess" | "worker", rows: number) {
  const workbook = new Workbook({ timeZone: "America/Los_Angeles" });
  const sheets = new LocalSheets({ workbook, bundle, mode, users: [{ email: USER }], enabled: true });
  open.push(sheets);
  const calls: { name: string }[] = [];
  const formulas = new Formulas(workbook, {
    names: customFunctions(bundle.code),
    call: (name, args) => {
      calls.push({ name });
      return sheets.callCustomFunction(name, args);
    },
  });
  const [mine] = workbook.sheets;
  if (!mine) throw new Error("no sheet");
  const tab = workbook.addSheet("Inventory Ledger Detail", 1, rows + 100, 17);
  const paid = workbook.addSheet("Reimbursements", 2, 100, 14);
  const events = Array.from({ length: rows }, (_, i) =>
    event(Math.floor(((rows - i - 1) * 60) / rows), i, i % 50 === 7),
  );
  put(workbook, tab, 0, 0, [HEADER, ...events]);
  put(workbook, paid, 0, 0, [PAYMENTS]);
  put(workbook, mine, 0, 0, [[day(0)]]);
  workbook.namedRanges.push({
    name: "REIMB_TODAY",
    sheetId: mine.id,
    area: { row: 0, column: 0, rows: 1, columns: 1 },
  });
  return { workbook, formulas, mine, tab, calls };
}

function put(workbook: Workbook, sheet: SheetModel, row: number, column: number, rows: CellInput[][]): void {
  const area = { row, column, rows: rows.length, columns: rows[0]?.length ?? 0 };
  writeValues(workbook, sheet, area, rows, Date.UTC(2026, 6, 20));
}

const FLAG = "=REIMB_FLAG(REIMB_TODAY,'Inventory Ledger Detail'!A:M,Reimbursements!A:N)";

describe("The functions of the bundle in cells", () => {
  it("are those of the table of functions", () => {
    expect(customFunctions(bundle.code)).toEqual(
      expect.arrayContaining(["REIMB_FLAG", "REIMB_DEADLINE", "FBA_FEE", "FBA_SIZE_TIER", "REFERRAL_FEE"]),
    );
  });

  it.each(["inProcess", "worker"] as const)("flag a ledger beside its rows (%s)", async (mode) => {
    const { workbook, formulas, mine, tab, calls } = ledger(mode, 100);
    put(workbook, tab, 0, 14, [[FLAG]]);
    put(workbook, mine, 0, 1, [
      ["=COUNTIF('Inventory Ledger Detail'!O2:O,\"FILE*\")"],
      ['=REIMB_DEADLINE("warehouse-lost",\'Inventory Ledger Detail\'!A9,"US")'],
      ['=IF(\'Inventory Ledger Detail\'!J9="M",REIMB_DEADLINE("warehouse-lost",REIMB_TODAY-1,"US"),"")'],
      ['=REIMB_DEADLINE("nonsense",REIMB_TODAY,"US")'],
    ]);
    await formulas.recalculate();
    const flags = workbook.computed(tab).get(14);
    expect(flags?.size).toBe(101);
    expect(flags?.get(8)).toMatch(/^FILE by 20\d\d-\d\d-\d\d/);
    expect(flags?.get(9)).toBeNull();
    const shown = workbook.computed(mine).get(1);
    expect(shown?.get(0)).toBe(
      [...(flags?.values() ?? [])].filter((flag) => String(flag).startsWith("FILE")).length,
    );
    expect([shown?.get(1), shown?.get(2)]).toEqual([
      expect.stringMatching(/^\d{4}-\d\d-\d\d/),
      expect.stringMatching(/^\d{4}-\d\d-\d\d/),
    ]);
    expect(shown?.get(3)).toBe("#ERROR!");
    expect(formulas.explanation(mine.id, 3, 1)).toMatch(/“nonsense” is no claim type we know/);
    const made = calls.length;
    put(workbook, mine, 5, 5, [["elsewhere"]]);
    await formulas.recalculate();
    expect(calls).toHaveLength(made);
  });

  it("flag 20,000 rows of a ledger by one call per change", async () => {
    const { workbook, formulas, tab, calls } = ledger("worker", 20_000);
    put(workbook, tab, 0, 14, [[FLAG]]);
    for (const quantity of [-1, -2, -3]) {
      put(workbook, tab, 20, 6, [[quantity]]);
      await formulas.recalculate();
    }
    expect(workbook.computed(tab).get(14)?.size).toBe(20_001);
    expect(calls.map(({ name }) => name)).toEqual(["REIMB_FLAG", "REIMB_FLAG", "REIMB_FLAG"]);
    expect(formulas.loadedTabs).toEqual([]);
  });
});
