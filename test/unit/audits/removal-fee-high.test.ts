import { describe, expect, it } from "vitest";
import { removalFeeHigh } from "../../../src/audits/removal-fee-high.ts";
import type { Row } from "./build.ts";
import { told } from "./build.ts";
import { auditedRemovals, order } from "./parcels.ts";

/** A small standard unit of 6 oz: 0.84 USD by the table of 2026. */
const SIZE: Row = {
  msku: "MUG",
  unitCost: 4.2,
  currency: "USD",
  length: 6,
  width: 4,
  height: 0.5,
  dimensionUnit: "in",
  weight: 6,
  weightUnit: "oz",
};
const fees = (orders: Row[], costs: Row[] = [SIZE]) => auditedRemovals(removalFeeHigh, { orders, costs });

describe("removal-fee-high", () => {
  it.each<[string, Row]>([
    ["the table's fee", order()],
    ["a cent per unit above", order({ removalFee: 4.25 })],
    ["less", order({ removalFee: 2.6 })],
    ["none", order({ removalFee: null })],
    ["all units asked for may be in the fee", order({ shippedQuantity: 2, inProcessQuantity: 3 })],
    ["a refund printed as negative money", order({ removalFee: -4.2 })],
    ["after the as-of day", order({ removalFee: 9, requestDate: "2026-07-01" })],
  ])("says nothing: %s", (_, row) => {
    expect(fees([row])).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each<[string, Row, string]>([
    ["above the table", order({ removalFee: 19.75 }), "info 5 2026-05-01 15.55 USD"],
    [
      "cancelled units pay no fee",
      order({ cancelledQuantity: 3, shippedQuantity: 2 }),
      "info 2 2026-05-01 2.52 USD",
    ],
    [
      "disposals too",
      order({ disposedQuantity: 5, shippedQuantity: null, removalFee: 5 }),
      "info 5 2026-05-01 0.80 USD",
    ],
  ])("tells: %s", (_, row, expected) => {
    const result = fees([row]);
    expect(told(result)).toEqual([expected]);
    expect(result.cannotTell).toEqual([]);
  });

  it("never makes a claim of it, and says why", () => {
    const [finding] = fees([order({ removalFee: 19.75 })]).findings;
    expect(finding).toMatchObject({ state: "info", deadline: null });
    expect(finding?.why).toContain("Sources disagree on the removal fees");
  });

  it("cannot tell without the seller's own measures, and names the items", () => {
    const result = fees([order({ removalFee: 19.75 })], [{ ...SIZE, weightUnit: "" }]);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([
      { reason: expect.stringContaining("MUG"), needs: [{ report: "costs" }] },
    ]);
  });

  it("takes the measures valid on the day", () => {
    const later = { ...SIZE, validFrom: "2026-05-02", weight: 40 };
    expect(told(fees([order({ removalFee: 7.65 })], [SIZE, later]))).toEqual(["info 5 2026-05-01 3.45 USD"]);
    const before = { ...later, validFrom: "2026-05-01" };
    expect(told(fees([order({ removalFee: 7.65 })], [SIZE, before]))).toEqual([]);
  });

  it("cannot tell where no table is sourced", () => {
    const result = fees([order({ currency: "GBP" })]);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ reason: expect.stringContaining("UK"), needs: [] }]);
  });
});
