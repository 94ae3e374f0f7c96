import { describe, expect, it } from "vitest";
import { storageFeeHigh } from "../../../src/audits/storage-fee-high.ts";
import { type Row, told } from "./build.ts";
import { auditFees, type FeeAccount, MUG, reasons } from "./fee-rows.ts";

/** A mug is 72 cubic inches, 1/24 of a cubic foot: 240 of them are 10, for 7.80 a month off season, 24.00 in autumn. */
function stored(fee: number, more: Row = {}): Row {
  return {
    asin: "B001",
    fnsku: "X001",
    fulfillmentCenter: "ONT8",
    countryCode: "US",
    averageQuantityOnHand: 240,
    monthOfCharge: "2026-05-01",
    currency: "USD",
    estimatedMonthlyStorageFee: fee,
    ...more,
  };
}

const audit = (rows: readonly Row[], given: FeeAccount = {}) =>
  auditFees(storageFeeHigh, { ...given, more: { "storage-fees": rows } });

describe("storage-fee-high stays silent", () => {
  it.each<readonly [string, Row]>([
    ["on the right fee", stored(7.8)],
    ["on 1 % of rounding", stored(7.87)],
    ["on the rate of autumn", stored(24, { monthOfCharge: "2025-10-01" })],
    ["on the utilization surcharge", stored(12, { estSus: 4.2 })],
    ["on the base fee alone, where it is printed", stored(12, { estBaseMsf: 7.8 })],
    ["on units awaiting removal", stored(15.6, { averageQuantityPendingRemoval: 240 })],
    ["on the quantity of Amazon's volumes", stored(15.6, { itemVolume: 0.05, estimatedTotalItemVolume: 24 })],
    ["on nothing charged", stored(0)],
    ["on months after the day of the audit", stored(20, { monthOfCharge: "2026-07-01" })],
  ])("%s", (_, row) => {
    const result = audit([row]);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toEqual([]);
  });
});

describe("storage-fee-high notes", () => {
  it("more than volume × quantity × rate, and that the rates are disputed", () => {
    const result = audit([stored(9.75)]);
    expect(told(result)).toEqual(["info 240 2026-05-01 1.95 USD"]);
    expect(result.findings[0]?.why).toContain("No claim can rest on it: Sources disagree");
    expect(result.findings[0]?.deadline).toBeNull();
  });

  it("a claim once the user vouches for the disputed table", () => {
    const result = audit([stored(9.75)], { policy: { "fee/us-storage-2024": "claim" } });
    expect(told(result)).toEqual(["file 240 2026-05-01 1.95 USD"]);
    expect(result.findings[0]?.why).toContain(
      "Assumed: “US monthly storage” holds, as you set in the Policy tab. Sources disagree",
    );
  });

  it("all warehouses of a month as one, another month apart", () => {
    const rows = [
      stored(9.75),
      stored(9.8, { fulfillmentCenter: "LGB3" }),
      stored(9.75, { monthOfCharge: "2026-04-01" }),
    ];
    expect(told(audit(rows)).sort()).toEqual([
      "info 240 2026-04-01 1.95 USD",
      "info 480 2026-05-01 3.95 USD",
    ]);
  });

  it("units as counted where Amazon's volumes differ by their rounding alone", () => {
    const volumes = { itemVolume: 0.042, estimatedTotalItemVolume: 10.5 };
    expect(told(audit([stored(9.75, volumes)]))).toEqual(["info 240 2026-05-01 1.95 USD"]);
  });

  it("just more than rounding", () => {
    expect(told(audit([stored(7.88)]))).toEqual(["info 240 2026-05-01 0.08 USD"]);
  });

  it("a large item at its own rate", () => {
    const large = [{ ...MUG, length: 24, width: 24, height: 24, weight: 40, weightUnit: "lb" }];
    expect(
      audit([stored(6, { averageQuantityOnHand: 1 })], { costs: large }).findings.map((f) => f.amount?.minor),
    ).toEqual([152]);
  });

  it("dangerous goods at theirs, which a word for none is not", () => {
    expect(told(audit([stored(9.9, { dangerousGoodsStorageType: "Flammable" })]))).toEqual([]);
    expect(audit([stored(9.9, { dangerousGoodsStorageType: "--" })]).findings).toHaveLength(1);
    expect(audit([stored(9.9, { dangerousGoodsStorageType: "None" })]).findings).toHaveLength(1);
  });

  it("an average as units, rounded up", () => {
    expect(told(audit([stored(5, { averageQuantityOnHand: 0.71 })]))).toEqual(["info 1 2026-05-01 4.98 USD"]);
  });
});

describe("storage-fee-high cannot tell", () => {
  it("without the seller's measures", () => {
    expect(reasons(audit([stored(20)], { costs: [] }))).toEqual([
      "1 storage charge of 2026-05-01 not judged: the Costs tab has no size and weight (with units) for X001.",
    ]);
  });

  it("outside the United States", () => {
    const row = stored(20, { countryCode: "GB", currency: "GBP" });
    expect(reasons(audit([row]))).toEqual([
      "1 storage charge of 2026-05-01 not judged: No storage fees are sourced for UK.",
    ]);
  });

  it("of small bulky items", () => {
    const bulky = [{ ...MUG, length: 30, width: 20, height: 10, weight: 10, weightUnit: "lb" }];
    expect(reasons(audit([stored(90)], { costs: bulky }))).toEqual([
      "1 storage charge of 2026-05-01 not judged: no storage rate is sourced for small bulky items.",
    ]);
  });
});

describe("storage-fee-high finds the seller's measures by MSKU", () => {
  const BY_MSKU = { ...MUG, fnsku: "" };
  const ledger = (msku: string, more: Row = {}): Row => ({
    date: "2026-05-02",
    fnsku: "X001",
    asin: "B001",
    msku,
    eventType: "Shipments",
    quantity: -1,
    disposition: "SELLABLE",
    country: "US",
    ...more,
  });
  const linked = (rows: readonly Row[], costs: readonly Row[] = [BY_MSKU]) =>
    auditFees(storageFeeHigh, { costs, more: { "storage-fees": [stored(9.75)], "ledger-detail": rows } });

  it("which another report says of the FNSKU", () => {
    expect(told(linked([ledger("MUG")]))).toEqual(["info 240 2026-05-01 1.95 USD"]);
  });

  it("under the same id as with measures by FNSKU", () => {
    const ids = (rows: readonly Row[], costs: readonly Row[]) =>
      linked(rows, costs).findings.map(({ id }) => id);
    expect(ids([ledger("MUG")], [BY_MSKU])).toEqual(ids([], [MUG]));
  });

  it("of several the one most rows show", () => {
    const cup = { ...BY_MSKU, msku: "CUP", length: 12, width: 12 };
    expect(told(linked([ledger("CUP"), ledger("MUG"), ledger("MUG")], [BY_MSKU, cup]))).toEqual([
      "info 240 2026-05-01 1.95 USD",
    ]);
    expect(told(linked([ledger("CUP"), ledger("CUP"), ledger("MUG")], [BY_MSKU, cup]))).toEqual([]);
  });

  it("and asks for those of the MSKU where there are none", () => {
    expect(reasons(linked([ledger("MUG")], []))).toEqual([
      "1 storage charge of 2026-05-01 not judged: the Costs tab has no size and weight (with units) for MUG.",
    ]);
  });

  it.each<readonly [string, readonly Row[]]>([
    ["nothing tells the MSKU", []],
    ["another FNSKU has it", [ledger("MUG", { fnsku: "X002" })]],
    ["it has it in another region", [ledger("MUG", { importedFor: "CA" })]],
  ])("not where %s", (_, rows) => {
    const result = linked(rows);
    expect(result.findings).toEqual([]);
    expect(reasons(result)).toEqual([
      "1 storage charge of 2026-05-01 not judged: the Costs tab has no size and weight (with units) for X001.",
    ]);
  });
});
