import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../../samples/generate.ts";
import { AUDITS } from "../../../src/audits/catalogue.ts";
import { TestSheet } from "../import/sheet.ts";

type Cell = string | number | boolean | Date | null;

const AS_OF = "2026-07-20";
let sheet: TestSheet;

const flag = (...args: unknown[]) =>
  sheet.sheets.callCustomFunction("REIMB_FLAG", args) as Promise<string[][]>;
const deadline = (...args: unknown[]) => sheet.sheets.callCustomFunction("REIMB_DEADLINE", args);

beforeAll(async () => {
  sheet = await TestSheet.open({ timeZone: "Pacific/Auckland" });
});

const LEDGER = ["Date", "FNSKU", "MSKU", "ASIN", "Event Type", "Reference ID", "Quantity"];
const MORE = [
  "Fulfillment Center",
  "Disposition",
  "Reason",
  "Country",
  "Reconciled Quantity",
  "Unreconciled Quantity",
];
const lost = (date: Cell, reference: string, quantity = -1): Cell[] => [
  date,
  "X0010TEST1",
  "SKU-1",
  "B0TESTASIN",
  "Adjustments",
  reference,
  quantity,
  "ACY1",
  "SELLABLE",
  "M",
  "US",
  0,
  Math.abs(quantity),
];
const sale = (date: Cell): Cell[] => [
  date,
  "X0010TEST1",
  "SKU-1",
  "B0TESTASIN",
  "Shipments",
  "",
  -1,
  "ACY1",
  "SELLABLE",
  "",
  "US",
  "",
  "",
];
const header: Cell[] = [...LEDGER, ...MORE];
const REIMBURSEMENTS: Cell[][] = [
  [
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
  ],
];
const COSTS: Cell[][] = [
  ["msku", "unit-cost", "currency"],
  ["SKU-1", 4.5, "USD"],
];

describe("REIMB_FLAG", () => {
  it("gives a heading and one flag per row, down to the last row with anything in it", async () => {
    const rows = [
      header,
      lost("2026-05-25", "R1"),
      sale("2026-05-26"),
      lost("2026-07-15", "R2"),
      lost("2025-06-01", "R3"),
      sale("2026-07-19"),
    ];
    const blank = Array.from({ length: 50 }, () => header.map(() => ""));
    const flags = await flag(AS_OF, [...rows, ...blank], REIMBURSEMENTS, COSTS);
    expect(flags).toHaveLength(rows.length);
    expect(flags.map(([text]) => text)).toEqual([
      expect.stringMatching(/^Reimbursement/),
      expect.stringMatching(/^FILE by 2026-\d\d-\d\d · lost, not found, not paid$/),
      "",
      expect.stringMatching(/^WAIT until 2026-08-\d\d · lost/),
      expect.stringMatching(/^EXPIRED on 20\d\d-\d\d-\d\d · lost/),
      "",
    ]);
  });

  it("says the same whether days are dates, numbers or texts, whatever the spreadsheet's zone", async () => {
    // Midnight of 1 April 2026 in Auckland, where daylight saving time still is (13 hours ahead).
    const asDate = new Date(Date.UTC(2026, 2, 31, 11));
    const winter = new Date(Date.UTC(2026, 6, 19, 12));
    const one = (date: Cell) => [header, lost(date, "R1"), sale("2026-07-19")];
    const text = await flag(AS_OF, one("2026-04-01"), REIMBURSEMENTS, COSTS);
    expect(await flag(winter, one(asDate), REIMBURSEMENTS, COSTS)).toEqual(text);
    expect(await flag(46223, one(46113), REIMBURSEMENTS, COSTS)).toEqual(text);
  });

  it("finds columns by header, in any order, beside columns of the user's own", async () => {
    const shuffled = [header, lost("2026-06-01", "R1"), sale("2026-07-19")].map((row) => [
      "mine",
      ...[...row].reverse(),
      "",
    ]);
    const [, one] = await flag(AS_OF, shuffled, REIMBURSEMENTS, COSTS);
    expect(one?.[0]).toMatch(/^FILE/);
  });

  it("says which ranges are missing rather than nothing", async () => {
    const flags = await flag(AS_OF, [header, lost("2026-04-01", "R1"), sale("2026-04-02")]);
    expect(flags[0]?.[0]).toContain("CANNOT TELL");
    expect(flags[1]?.[0]).toBe("CANNOT TELL: give reimbursements too");
    expect(flags[2]?.[0]).toBe("CANNOT TELL: give reimbursements too");
  });

  it("says so for the rows the ranges do not reach far enough for, and not for the others", async () => {
    // Nothing says what the ledger would show after 2 June.
    const flags = await flag(
      AS_OF,
      [header, lost("2026-06-01", "R1"), sale("2026-06-02")],
      REIMBURSEMENTS,
      COSTS,
    );
    expect(flags[1]?.[0]).toMatch(/^CANNOT TELL: .*ledger-detail/);
    expect(flags[2]).toEqual([""]);
  });

  it("is cleared by the other range", async () => {
    const paid = [
      "2026-06-20",
      "RE1",
      "",
      "",
      "Lost_Warehouse",
      "SKU-1",
      "X0010TEST1",
      "B0TESTASIN",
      "USD",
      4.5,
      4.5,
      1,
      0,
      1,
    ];
    const ledger = [header, lost("2026-06-01", "R1"), sale("2026-07-19")];
    const [, one] = await flag(AS_OF, ledger, [...REIMBURSEMENTS, paid], COSTS);
    expect(one).toEqual([""]);
  });

  it("follows the values set in the Policy tab when that is given", async () => {
    const ledger = [header, lost("2026-06-10", "R1"), sale("2026-07-19")];
    const policy = [
      ["Key", "Override"],
      ["grace/lost", "60"],
    ];
    expect((await flag(AS_OF, ledger, REIMBURSEMENTS, COSTS))[1]?.[0]).toMatch(/^FILE/);
    expect((await flag(AS_OF, ledger, REIMBURSEMENTS, COSTS, policy))[1]?.[0]).toMatch(/^WAIT until/);
  });

  it("says in words what is wrong with its arguments", async () => {
    const ledger = [header, lost("2026-04-01", "R1")];
    await expect(flag("", ledger)).rejects.toThrow(
      "The first argument (the as-of day, usually REIMB_TODAY) is empty",
    );
    await expect(flag("soon", ledger)).rejects.toThrow("“soon”; a date is expected");
    await expect(flag(AS_OF, "A1")).rejects.toThrow(
      "A report with its header row is expected as the second argument",
    );
    await expect(
      flag(AS_OF, [
        ["a", "b"],
        [1, 2],
      ]),
    ).rejects.toThrow("is the header of no report we know");
    await expect(flag(AS_OF, ledger, [["x"]])).rejects.toThrow("argument 3");
    await expect(flag(AS_OF, [header, lost("yesterday", "R1")], REIMBURSEMENTS)).rejects.toThrow(
      "Inventory Ledger Detail, row 2, Date: “yesterday”",
    );
  });

  it("flags in the imported tabs exactly the rows the Findings tab speaks of", async () => {
    const { files } = generate({ seed: 5, asOf: AS_OF, factor: 0.5, marketplaces: ["US"] });
    const own = await TestSheet.open();
    await own.import(files.map(({ name, bytes }) => ({ name, lastModified: 0, bytes: async () => bytes })));
    const { findings } = await own.server.auditRun({ asOf: AS_OF, marketplace: "US" });
    const cells = (name: string) => own.sheet(name).values.map((row) => row.map((cell) => cell ?? ""));
    const others = ["Reimbursements", "Costs", "Shipment Contents", "Shipping Queue", "FBA Customer Returns"];
    const flags = (await own.sheets.callCustomFunction("REIMB_FLAG", [
      AS_OF,
      cells("Inventory Ledger Detail"),
      ...others.map(cells),
    ])) as string[][];
    const flagged = flags.flatMap(([text], i) =>
      i > 0 && /^(FILE|WAIT|EXPIRED)/.test(text ?? "") ? [i + 1] : [],
    );
    const given = ["ledger-detail", "reimbursements", "costs", "inbound-contents", "inbound-shipments"];
    const judged = new Set<string>(
      AUDITS.filter(({ meta }) =>
        meta.needs.every((need) =>
          [need].flat().some((name) => [...given, "customer-returns"].includes(name)),
        ),
      ).map(({ meta }) => meta.id),
    );
    const expected = findings
      .filter(({ state, audit }) => ["file", "wait", "expired"].includes(state) && judged.has(audit))
      .flatMap(({ evidence }) => (evidence[0]?.report === "ledger-detail" ? [evidence[0].line] : []))
      .sort((a, b) => a - b);
    expect(expected.length).toBeGreaterThan(3);
    expect(flagged).toEqual([...new Set(expected)]);
  });
});

describe("REIMB_DEADLINE", () => {
  it("gives the last day to file, by audit or claim type, however it is written", async () => {
    const day = await deadline("warehouse-lost", "2026-05-06", "US");
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(await deadline("Warehouse lost", "2026-05-06", "us")).toBe(day);
    expect(await deadline("warehouse_lost", new Date(Date.UTC(2026, 4, 5, 12)), "US")).toBe(day);
    expect(await deadline("warehouse_lost", 46148, "US")).toBe(day);
  });

  it("marks an estimate", async () => {
    expect(await deadline("warehouse_lost", "2026-05-06", "SG")).toMatch(/^\d{4}-\d\d-\d\d \(estimated\)$/);
  });

  it("says in words what is wrong", async () => {
    await expect(deadline("losses", "2026-05-06", "US")).rejects.toThrow("“losses” is no claim type we know");
    await expect(deadline("warehouse-lost", "", "US")).rejects.toThrow(
      "The second argument (the day of the event) is empty",
    );
    await expect(deadline("warehouse-lost", "2026-05-06", "Mars")).rejects.toThrow(
      "“Mars” is no Amazon marketplace",
    );
  });
});
