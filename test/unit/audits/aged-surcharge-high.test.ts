import { describe, expect, it } from "vitest";
import { agedSurchargeHigh } from "../../../src/audits/aged-surcharge-high.ts";
import { type Row, told } from "./build.ts";
import { auditFees, type FeeAccount, MUG, reasons } from "./fee-rows.ts";

/** 24 mugs are a cubic foot. */
function aged(fee: number, tier = "271-300 days", more: Row = {}): Row {
  return {
    snapshotDate: "2026-05-15",
    sku: "MUG",
    fnsku: "X001",
    asin: "B001",
    currency: "USD",
    country: "US",
    qtyCharged: 24,
    amountCharged: fee,
    surchargeAgeTier: tier,
    ...more,
  };
}

const audit = (rows: readonly Row[], given: FeeAccount = {}) =>
  auditFees(agedSurchargeHigh, { ...given, more: { "aged-inventory": rows } });

describe("aged-surcharge-high stays silent", () => {
  it.each<readonly [string, Row]>([
    ["on the band's rate", aged(5.45)],
    ["on a cent per unit of rounding", aged(5.69)],
    ["on the first band", aged(0.5, "181-210 days")],
    ["on the oldest band, by its amount per unit", aged(8.4, "456+ days")],
    ["on the band after a year", aged(7.2, "366-455 days")],
    ["on a year and more, before 2026", aged(6.9, "365+ days", { snapshotDate: "2025-12-15" })],
    ["on nothing charged", aged(0)],
    ["on no units", aged(9, "271-300 days", { qtyCharged: 0 })],
    ["on snapshots after the day of the audit", aged(20, "271-300 days", { snapshotDate: "2026-07-15" })],
  ])("%s", (_, row) => {
    const result = audit([row]);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toEqual([]);
  });
});

describe("aged-surcharge-high notes", () => {
  it("more than volume × units × rate, and that the rates are disputed", () => {
    const result = audit([aged(8)]);
    expect(told(result)).toEqual(["info 24 2026-05-15 2.55 USD"]);
    expect(result.findings[0]?.why).toContain("No claim can rest on it: Sources disagree");
  });

  it("just more than rounding", () => {
    expect(told(audit([aged(5.7)]))).toEqual(["info 24 2026-05-15 0.25 USD"]);
  });

  it("the bands of one month as one", () => {
    expect(told(audit([aged(8), aged(1, "181-210 days")]))).toEqual(["info 48 2026-05-15 3.05 USD"]);
  });

  it("a charge on goods that pay nothing up to 270 days", () => {
    const watches = [{ ...MUG, category: "Watches" }];
    expect(told(audit([aged(0.5, "181-210 days")], { costs: watches }))).toEqual([
      "info 24 2026-05-15 0.50 USD",
    ]);
    expect(told(audit([aged(5.45)], { costs: watches }))).toEqual([]);
  });
});

describe("aged-surcharge-high cannot tell", () => {
  it.each<readonly [string, Row, FeeAccount, string]>([
    [
      "without measures",
      aged(9),
      { costs: [] },
      "the Costs tab has no size and weight (with units) for MUG.",
    ],
    ["with words it does not know", aged(9, "old"), {}, "the age tier “old” is not one we know."],
    [
      "outside the United States",
      aged(9, "271-300 days", { country: "DE", currency: "EUR" }),
      {},
      "No aged inventory surcharges are sourced for DE.",
    ],
  ])("%s", (_, row, given, reason) => {
    const result = audit([row], given);
    expect(result.findings).toEqual([]);
    expect(reasons(result)).toEqual([`1 aged inventory surcharge of 2026-05-15 not judged: ${reason}`]);
  });
});
