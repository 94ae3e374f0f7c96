/** Fees at the border: which units and days are judged, which amounts count, and what is left alone. */
import { describe, expect, it } from "vitest";
import { agedSurchargeHigh } from "../../../src/audits/aged-surcharge-high.ts";
import { fulfilmentFeeHigh } from "../../../src/audits/fulfilment-fee-high.ts";
import { referralFeeHigh } from "../../../src/audits/referral-fee-high.ts";
import { referralFeeNotCredited } from "../../../src/audits/referral-fee-not-credited.ts";
import type { Rows } from "./account-of-rows.ts";
import { type Row, told } from "./build.ts";
import { auditFees, booked, type FeeAccount, MUG, reasons, refunded, sold } from "./fee-rows.ts";

const lines = (result: ReturnType<typeof auditFees>) =>
  result.findings.map(({ evidence }) => evidence.map(({ report, line }) => `${report} ${line}`));
const numbered = (rows: readonly Row[]): Row[] => rows.map((row, i) => ({ line: i + 3, ...row }));

describe("referral-fee-high", () => {
  const audit = (given: FeeAccount) => auditFees(referralFeeHigh, given);
  const high = { commission: 3.4 };

  it("leaves refunded units out of the oldest sales first", () => {
    const twoDays = [...sold({ units: 2, ...high }), ...sold({ units: 2, ...high, day: "2026-05-25" })];
    const with1 = (principal: number) => told(audit({ lines: [...twoDays, ...refunded({ principal })] }));
    expect(told(audit({ lines: twoDays }))).toEqual(["file 4 2026-05-20 1.60 USD"]);
    expect(with1(20)).toEqual(["file 3 2026-05-20 1.20 USD"]);
    expect(with1(40)).toEqual(["file 2 2026-05-25 0.80 USD"]);
    expect(with1(50)).toEqual(["file 1 2026-05-25 0.40 USD"]);
    expect(with1(80)).toEqual([]);
  });

  it("allows a cent of rounding for every unit", () => {
    expect(told(audit({ lines: sold({ units: 3, commission: 3.01 }) }))).toEqual([]);
    expect(told(audit({ lines: sold({ units: 3, commission: 3.02 }) }))).toEqual([
      "file 3 2026-05-20 0.06 USD",
    ]);
  });

  it("takes no promotion for a price", () => {
    expect(told(audit({ lines: [...sold(high), booked("Promotion", "Principal", -5)] }))).toEqual([
      "file 1 2026-05-20 0.40 USD",
    ]);
  });

  it("asks for a known category in the United States alone", () => {
    const costs = [{ ...MUG, category: "Wizardry" }];
    const lines = sold({ site: "Amazon.co.uk", commission: 9 });
    expect(reasons(audit({ lines, costs, currency: "GBP", marketplace: "UK" }))).toEqual([
      "1 referral fee charge of 2026-05-20 not judged: No referral fees are sourced for UK.",
    ]);
  });

  it("judges no sale without a fee", () => {
    const free = audit({ lines: sold({ commission: null }), costs: [] });
    expect([free.findings, free.cannotTell]).toEqual([[], []]);
    const nothing = audit({ lines: [...sold({}), booked("ItemFees", "Commission", 3)], costs: [] });
    expect([nothing.findings, nothing.cannotTell]).toEqual([[], []]);
  });

  it("names the rows of the fee", () => {
    expect(lines(audit({ lines: numbered(sold(high)) }))).toEqual([["settlement 4"]]);
  });
});

describe("referral-fee-not-credited", () => {
  const audit = (given: FeeAccount) => auditFees(referralFeeNotCredited, given);
  const nothing = { credit: null, kept: null };
  const back = (what: string, amount: number) =>
    booked("ItemPrice", what, -amount, { day: "2026-06-01", kind: "Refund" });

  it("counts what was paid and given back of shipping and gift wrap", () => {
    const paid = [
      ...sold({ commission: 4.2 }),
      booked("ItemPrice", "Shipping", 5),
      booked("ItemPrice", "GiftWrap", 3),
    ];
    const all = [...paid, ...refunded(nothing), back("Shipping", 5), back("GiftWrap", 3)];
    expect(told(audit({ lines: all }))).toEqual(["file 1 2026-06-01 3.36 USD"]);
    // 25 of 28 were given back: 3.75 of 4.20, less a fifth of it.
    expect(told(audit({ lines: all.slice(0, -1) }))).toEqual(["file 1 2026-06-01 3.00 USD"]);
  });

  it("takes promotions taken back off what was given back, on item and shipping together", () => {
    const promo = (what: string, amount: number) =>
      booked("Promotion", what, amount, { day: "2026-06-01", kind: "Refund" });
    expect(
      told(
        audit({ lines: [...sold({}), ...refunded(nothing), promo("Principal", 4), promo("Shipping", 1)] }),
      ),
    ).toEqual(["file 1 2026-06-01 1.80 USD"]);
  });

  it("tolerates 5 %, not a cent more", () => {
    const credit = (amount: number) => told(audit({ lines: [...sold({}), ...refunded({ credit: amount })] }));
    expect(credit(2.88)).toEqual([]);
    expect(credit(2.87)).toEqual(["file 1 2026-06-01 0.13 USD"]);
    // 5 cents of small sums, be they more than 5 %.
    const small = (amount: number) =>
      told(
        audit({
          lines: [
            ...sold({ price: 2, commission: 0.3 }),
            ...refunded({ principal: 2, credit: amount, kept: null }),
          ],
        }),
      );
    expect(small(0.19)).toEqual([]);
    expect(small(0.18)).toEqual(["file 1 2026-06-01 0.06 USD"]);
  });

  it("tells the days in order, and the rows of fees and refunds", () => {
    const rows = numbered([
      ...sold({ units: 3 }),
      ...refunded({ day: "2026-06-09", ...nothing }),
      ...refunded({ day: "2026-06-02", ...nothing }),
    ]);
    for (const all of [rows, [...rows].reverse()]) {
      const result = audit({ lines: all });
      expect(told(result)).toEqual(["file 2 2026-06-02 4.80 USD"]);
      expect(lines(result)).toEqual([["settlement 4", "settlement 6", "settlement 7"]]);
      expect(result.findings[0]?.basis).toContain("4.80 USD");
    }
  });

  it("says nothing where nothing was given back of the price, or no fee was charged for it", () => {
    const tax = [...sold({}), ...refunded({ principal: 0, ...nothing })];
    expect(audit({ lines: tax })).toMatchObject({ findings: [], cannotTell: [] });
    const closing = [
      ...sold({ commission: null }),
      booked("ItemFees", "VariableClosingFee", -1.8),
      ...refunded(nothing),
    ];
    expect(audit({ lines: closing }).findings).toEqual([]);
  });

  const csv = (type: string, amount: number, fees: number, more: Row = {}): Row => ({
    dateTime: type === "Order" ? "2026-05-20" : "2026-06-01",
    settlementId: "7",
    type,
    orderId: "111-1",
    sku: "MUG",
    quantity: 1,
    marketplace: "amazon.com",
    fulfillment: "Amazon",
    productSales: amount,
    sellingFees: fees,
    ...more,
  });
  const fromCsv = (rows: Rows, category: string) =>
    told(audit({ lines: [], costs: [{ ...MUG, category }], more: { transactions: rows } }));

  it("takes the closing fee of media out of what the payments CSV sums up", () => {
    // 3.00 referral and 1.80 closing fee of a book, of which nothing is kept.
    expect(fromCsv([csv("Order", 20, -4.8), csv("Refund", -20, 0)], "Books")).toEqual([
      "file 1 2026-06-01 3.00 USD",
    ]);
    const two = [csv("Order", 40, -9.6, { quantity: 2 }), csv("Refund", -40, 0, { quantity: 2 })];
    expect(fromCsv(two, "Books")).toEqual(["file 2 2026-06-01 6.00 USD"]);
    expect(fromCsv([csv("Order", 20, -3), csv("Refund", -20, 0)], "Home & Kitchen")).toEqual([
      "file 1 2026-06-01 2.40 USD",
    ]);
    expect(fromCsv([csv("Order", 20, -1.8), csv("Refund", -20, 0)], "Books")).toEqual([]);
  });

  it("keeps its fee on a book refunded in part", () => {
    expect(
      told(
        audit({
          lines: [...sold({}), ...refunded({ principal: 10, ...nothing })],
          costs: [{ ...MUG, category: "Books" }],
        }),
      ),
    ).toEqual(["file 1 2026-06-01 1.20 USD"]);
  });
});

describe("aged-surcharge-high", () => {
  const aged = (tier: string, more: Row = {}): Row => ({
    snapshotDate: "2026-05-15",
    sku: "MUG",
    fnsku: "X001",
    asin: "B001",
    currency: "USD",
    country: "US",
    qtyCharged: 24,
    amountCharged: 20,
    surchargeAgeTier: tier,
    ...more,
  });
  const audit = (row: Row) => auditFees(agedSurchargeHigh, { more: { "aged-inventory": [row] } });
  const over = (tier: string, more: Row = {}) =>
    audit(aged(tier, more)).findings.map(({ amount }) => amount?.minor);

  it.each([
    ["271-300 days", "271 - 300 days"],
    ["271-300 days", "271 to 300 days"],
    ["271-300 days", "271–300 days"],
    ["366-455 days", "365+ days"],
    ["366-455 days", "Above 365 days"],
    ["366-455 days", "over 365"],
    ["366-455 days", "More than 365 days"],
    ["366-455 days", "> 365"],
    ["456+ days", "456 and more"],
  ])("reads the tier %s as %s", (usual, other) => {
    expect(over(other)).toHaveLength(1);
    expect(over(other)).toEqual(over(usual));
  });

  it("knows 365 days from more than 365", () => {
    expect(over("331-365 days")).not.toEqual(over("365+ days"));
  });

  it("judges no row without a day, units, a charge or a currency, and one on the as-of day", () => {
    for (const more of [
      { snapshotDate: null },
      { qtyCharged: 0 },
      { amountCharged: 0 },
      { amountCharged: -1 },
      { currency: "" },
      { snapshotDate: "2026-07-01" },
    ]) {
      expect(audit(aged("456+ days", more)), JSON.stringify(more)).toMatchObject({
        findings: [],
        cannotTell: [],
      });
    }
    expect(over("456+ days", { snapshotDate: "2026-06-30" })).toHaveLength(1);
  });

  it("does not guess at a tier without a number", () => {
    const result = audit(aged("very old"));
    expect(result.findings).toEqual([]);
    expect(reasons(result)[0]).toContain("the age tier “very old” is not one we know.");
  });
});

describe("fulfilment-fee-high, by an estimate alone,", () => {
  const preview = (more: Row = {}): Row => ({
    sku: "MUG",
    fnsku: "X001",
    asin: "B001",
    amazonStore: "US",
    currency: "USD",
    yourPrice: 20,
    salesPrice: 20,
    expectedFulfillmentFeePerUnit: 6,
    line: 4,
    ...more,
  });
  const audit = (rows: Rows, given: FeeAccount = {}) =>
    auditFees(fulfilmentFeeHigh, { ...given, more: { "fee-preview": rows } });

  it("notes what Amazon estimates too high, once per item and marketplace, with its row", () => {
    const result = audit([
      preview(),
      preview({ line: 5 }),
      preview({ line: 6, amazonStore: "", importedFor: "US" }),
    ]);
    expect(result.findings).toMatchObject([
      { state: "info", quantity: null, amount: null, msku: "MUG", marketplace: "US" },
    ]);
    expect(lines(result)).toEqual([["fee-preview 4"]]);
    expect(result.findings[0]?.what).toContain("6.00 USD");
  });

  it("notes nothing that is not above the table, priced, measured, or of a known currency", () => {
    const due = audit([preview({ expectedFulfillmentFeePerUnit: 4.35 })]).findings;
    expect(due).toEqual([]);
    for (const more of [
      { expectedFulfillmentFeePerUnit: null },
      { currency: "" },
      { currency: "CAD" },
      { sku: "PEN", fnsku: "X9", asin: "B9" },
    ]) {
      expect(audit([preview(more)]).findings, JSON.stringify(more)).toEqual([]);
    }
  });

  it("notes nothing where a charge of the last weeks shows what is really taken", () => {
    const noted = (lines: readonly Row[]) =>
      audit([preview()], { lines }).findings.filter(({ quantity }) => quantity === null).length;
    expect(noted(sold({ day: "2026-06-20" }))).toBe(0);
    expect(noted(sold({ day: "2026-01-20" }))).toBe(1);
    expect(noted(sold({ day: "2026-06-20", fee: 0 }))).toBe(1);
    expect(noted(sold({ day: "2026-06-20", fee: null }))).toBe(1);
  });

  it("asks for the price that is charged: the sale's, else the usual one", () => {
    // Under 10.00 the fee is lower.
    const fee = (more: Row) =>
      audit([preview({ expectedFulfillmentFeePerUnit: 4, ...more })]).findings.length;
    expect([
      fee({ salesPrice: 9 }),
      fee({ salesPrice: 20, yourPrice: 9 }),
      fee({ salesPrice: null, yourPrice: 9 }),
    ]).toEqual([1, 0, 1]);
  });
});
