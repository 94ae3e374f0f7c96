import { describe, expect, it } from "vitest";
import { fulfilmentFeeHigh } from "../../../src/audits/fulfilment-fee-high.ts";
import { formatDay } from "../../../src/values/day.ts";
import { type Row, told } from "./build.ts";
import {
  auditFees,
  booked,
  type Charged,
  type FeeAccount,
  FULFILMENT,
  MUG,
  reasons,
  sold,
} from "./fee-rows.ts";

const audit = (given: FeeAccount) => auditFees(fulfilmentFeeHigh, given);
const charges = (...list: Charged[]) => list.flatMap(sold);
const without = (...fields: string[]): Row =>
  Object.fromEntries(Object.entries(MUG).filter(([name]) => !fields.includes(name)));

describe("fulfilment-fee-high stays silent", () => {
  const silent: readonly (readonly [string, FeeAccount])[] = [
    ["when the fee is right to the cent", { lines: charges({}) }],
    ["on a cent per unit, the rounding of the fuel surcharge", { lines: charges({ fee: 4.36, units: 3 }) }],
    ["when less was charged", { lines: charges({ fee: 3.9 }) }],
    ["on several units of one order", { lines: charges({ units: 4 }) }],
    ["on a dearer item's column", { lines: charges({ price: 60, commission: 9, fee: 4.62 }) }],
    ["on a cheaper item's column", { lines: charges({ price: 9, commission: 1.35, fee: 3.5 }) }],
    ["where the surcharge did not run yet", { lines: charges({ day: "2026-04-16", fee: 4.2 }) }],
    [
      "where the dearer table of the day before may bind still",
      { lines: charges({ day: "2026-01-16", fee: 4.43 }), costs: [MUG] },
    ],
    [
      "on units of another shop",
      { lines: charges({ order: "S01-1", fee: 9 }, { order: "111-2", site: "Non-Amazon", fee: 9 }) },
    ],
    ["on units the seller sent", { lines: charges({ channel: "MFN", fee: 9 }) }],
    ["on charges after the day of the audit", { lines: charges({ day: "2026-07-01", fee: 9 }) }],
    [
      "when a charge was reversed and made again rightly",
      {
        lines: [
          ...sold({ fee: 9 }),
          booked("ItemFees", FULFILMENT, 9, { day: "2026-05-22" }),
          booked("ItemFees", FULFILMENT, -4.35, { day: "2026-05-22" }),
        ],
      },
    ],
    [
      "when what was too much was given back",
      { lines: [...sold({ fee: 9 }), booked("ItemFees", FULFILMENT, 4.65, { day: "2026-06-02" })] },
    ],
    [
      "on a row charged twice, a finding of its own",
      { lines: [...sold({}), booked("ItemFees", FULFILMENT, -4.35, { day: "2026-05-21" })] },
    ],
  ];
  it.each(silent)("%s", (_, given) => {
    const result = audit(given);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toEqual([]);
  });

  it.each([
    ["Fee_Correction", []],
    ["CustomerReturn", ["file 1 2026-05-20 0.41 USD"]],
  ])("after a payment under %s only when it corrects the fee", (reason, expected) => {
    const paid = {
      approvalDate: "2026-06-10",
      reimbursementId: "R1",
      reason,
      sku: "MUG",
      currencyUnit: "USD",
      amountTotal: 0.41,
      quantityReimbursedCash: 1,
    };
    expect(told(audit({ lines: charges({ fee: 4.76 }), more: { reimbursements: [paid] } }))).toEqual(
      expected,
    );
  });
});

describe("fulfilment-fee-high finds", () => {
  it("a unit charged one weight band too high", () => {
    expect(told(audit({ lines: charges({ fee: 4.76 }) }))).toEqual(["file 1 2026-05-20 0.41 USD"]);
  });

  it("a note and no claim once the user distrusts the table of fees, or that of sizes", () => {
    for (const table of ["us-fulfilment-2026", "us-size-tiers-2026"]) {
      const result = audit({ lines: charges({ fee: 4.76 }), policy: { [`fee/${table}`]: "info" } });
      expect(told(result)).toEqual(["info 1 2026-05-20 0.41 USD"]);
      expect(result.findings[0]?.why).toContain("No claim can rest on it: In the Policy tab you set “US");
    }
  });

  it("all units of an item and month as one, apart from the next month", () => {
    const lines = charges(
      { fee: 4.76 },
      { order: "111-2", day: "2026-05-28", units: 2, fee: 4.76 },
      { order: "111-3", day: "2026-06-02", fee: 4.76 },
    );
    const { findings } = audit({ lines });
    expect(findings.map((f) => [f.quantity, f.amount?.minor, formatDay(f.eventDate), f.orderId])).toEqual([
      [3, 123, "2026-05-20", null],
      [1, 41, "2026-06-02", "111-3"],
    ]);
    expect(findings[0]?.evidence).toHaveLength(2);
  });

  it("the charges of a month that are still open, with the earliest of them as clock", () => {
    const lines = charges({ day: "2026-04-20", fee: 4.76 }, { order: "111-2", day: "2026-04-22", fee: 4.76 });
    expect(told(audit({ lines, asOf: "2026-07-20" }))).toEqual(["file 1 2026-04-22 0.41 USD"]);
    expect(told(audit({ lines, asOf: "2026-07-19" }))).toEqual(["file 2 2026-04-20 0.82 USD"]);
    expect(told(audit({ lines, asOf: "2026-07-22" }))).toEqual(["expired 2 2026-04-20 0.82 USD"]);
  });

  it("keeps the id while charges pass out of the window", () => {
    const lines = charges({ day: "2026-04-20", fee: 4.76 }, { order: "111-2", day: "2026-04-22", fee: 4.76 });
    const ids = ["2026-07-19", "2026-07-20", "2026-07-22"].map(
      (asOf) => audit({ lines, asOf }).findings[0]?.id,
    );
    expect(new Set(ids).size).toBe(1);
  });

  it("a standard item charged as apparel, and tells the two cards apart", () => {
    const lines = charges({ fee: 5.2 });
    expect(audit({ lines }).findings).toHaveLength(1);
    const apparel = audit({ lines, costs: [{ ...MUG, category: "Clothing" }] });
    expect(apparel.findings[0]?.amount?.minor ?? 0).toBeLessThan(85);
  });

  it("what a correction left, on the oldest charge first", () => {
    const lines = charges({ fee: 4.76 }, { order: "111-2", day: "2026-05-28", fee: 4.76 });
    const correction = (day: string) => ({
      reimbursements: [
        {
          approvalDate: day,
          reimbursementId: "R1",
          reason: "Fee_Correction",
          sku: "MUG",
          currencyUnit: "USD",
          amountTotal: 0.5,
          quantityReimbursedCash: 1,
        },
      ],
    });
    expect(told(audit({ lines, more: correction("2026-06-10") }))).toEqual(["file 1 2026-05-28 0.32 USD"]);
    expect(told(audit({ lines, more: correction("2026-05-24") }))).toEqual(["file 1 2026-05-28 0.41 USD"]);
    expect(told(audit({ lines, more: correction("2026-05-19") }))).toEqual(["file 2 2026-05-20 0.82 USD"]);
  });

  it("takes the tables, the measures and the days into its words", () => {
    const [finding] = audit({ lines: charges({ fee: 4.76 }) }).findings;
    expect(finding?.what).toContain("MUG (FNSKU X001) sold on 2026-05-20 was charged 4.76 USD");
    expect(finding?.why).toContain("Large standard-size: 6 × 4 × 3 in, 0.63 lb");
    expect(finding?.why).toContain("US fulfilment fees 2026, non-peak");
    expect(finding?.why).toContain("fuel surcharge 3.5 % 0.15 USD");
    expect(finding?.todo).toContain("Last day: 2026-08-18");
  });

  it("the fee in the United Kingdom, tolerating the surcharge nobody could date", () => {
    const costs = [
      {
        msku: "MUG",
        length: 30,
        width: 20,
        height: 10,
        dimensionUnit: "cm",
        weight: 1300,
        weightUnit: "g",
        category: "Home & Kitchen",
      },
    ];
    const uk = (fee: number) =>
      audit({
        lines: charges({ fee, site: "Amazon.co.uk", price: 25 }),
        costs,
        currency: "GBP",
        marketplace: "UK",
      });
    expect(told(uk(3.11))).toEqual([]);
    expect(told(uk(3.26))).toEqual(["file 1 2026-05-20 0.21 GBP"]);
  });
});

describe("fulfilment-fee-high cannot tell", () => {
  it.each([
    ["size and weight (with units)", without("length")],
    ["size and weight (with units)", without("weightUnit")],
    ["size and weight (with units)", { ...MUG, height: 0 }],
    ["size and weight (with units)", { ...MUG, validFrom: "2026-05-21" }],
    ["category", without("category")],
    ["category that says whether it is apparel", { ...MUG, category: "Shoes" }],
  ])("without %s", (missing, cost) => {
    const result = audit({ lines: charges({ fee: 9 }, { order: "111-2", fee: 9 }), costs: [cost] });
    expect(result.findings).toEqual([]);
    expect(reasons(result)).toEqual([
      `2 fulfilment fee charges of 2026-05-20 not judged: the Costs tab has no ${missing} for MUG.`,
    ]);
    expect(result.cannotTell[0]?.needs).toEqual([{ report: "costs", from: null, to: null }]);
  });

  it("where no table is sourced, in one sentence for all days", () => {
    const lines = charges(
      { site: "Amazon.de", fee: 9 },
      { order: "111-2", day: "2026-05-25", site: "Amazon.de", fee: 9 },
    );
    const result = audit({ lines, currency: "EUR", marketplace: "DE" });
    expect(result.findings).toEqual([]);
    expect(reasons(result)).toEqual([
      "2 fulfilment fee charges of 2026-05-20 to 2026-05-25 not judged: No fulfilment fees are sourced for DE, items that are neither apparel nor dangerous goods.",
    ]);
  });

  it("names many items by the first twenty", () => {
    const skus = Array.from({ length: 22 }, (_, i) => `SKU-${String(i).padStart(2, "0")}`);
    const result = audit({ lines: skus.flatMap((sku, i) => sold({ sku, order: `111-${i}` })), costs: [] });
    expect(reasons(result)[0]).toContain("SKU-19 and 2 more.");
  });
});

describe("fulfilment-fee-high looks at the fee preview", () => {
  const preview = (fee: number, more: Row = {}): Row => ({
    sku: "MUG",
    fnsku: "X001",
    asin: "B001",
    amazonStore: "US",
    salesPrice: 20,
    currency: "USD",
    expectedFulfillmentFeePerUnit: fee,
    ...more,
  });
  const estimated = (fee: number, given: FeeAccount = {}) =>
    told(audit({ ...given, more: { "fee-preview": [preview(fee)] } }));

  it("and notes an estimate above the table, once per item", () => {
    expect(estimated(4.76)).toEqual(["info  2026-06-30"]);
    const twice = audit({ more: { "fee-preview": [preview(4.76), preview(4.9)] } });
    expect(twice.findings).toHaveLength(1);
  });

  it.each([
    ["the right estimate", 4.36, {}],
    ["an estimate when a recent charge was right", 4.76, { lines: charges({}) }],
    ["an estimate without measures", 4.76, { costs: [] }],
  ])("and passes over %s", (_, fee, given) => {
    expect(estimated(fee, given)).toEqual([]);
  });

  it("when the last charge is older than the window", () => {
    expect(estimated(4.76, { lines: charges({ day: "2026-03-01", fee: 4.2 }) })).toHaveLength(1);
  });
});
