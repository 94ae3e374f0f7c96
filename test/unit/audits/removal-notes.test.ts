/** Removal orders at the border: what is still with Amazon, what was charged for them, and how they are told apart. */
import { describe, expect, it } from "vitest";
import { removalFeeHigh } from "../../../src/audits/removal-fee-high.ts";
import { removalStuck } from "../../../src/audits/removal-stuck.ts";
import type { Row } from "./build.ts";
import { told } from "./build.ts";
import { auditedRemovals, order } from "./parcels.ts";

const stuck = (more: Row = {}) => order({ shippedQuantity: 3, inProcessQuantity: 2, ...more });
const stuckIn = (...orders: Row[]) => auditedRemovals(removalStuck, { orders }).findings;
const whys = (row: Row) => stuckIn(row).map(({ why }) => why);

describe("removal-stuck", () => {
  it("says what is left, in process, nowhere, or both", () => {
    const [inProcess, nowhere, both] = [
      stuck(),
      order({ shippedQuantity: 4 }),
      stuck({ shippedQuantity: 2 }),
    ].flatMap(whys);
    expect(inProcess).toContain("After that: 2 units still in process.");
    expect(nowhere).toContain("After that: 1 unit neither cancelled, disposed of, shipped nor in process.");
    expect(both).toContain("2 units still in process; 1 unit neither cancelled");
  });

  it("says nothing of cancelled orders, whatever they count", () => {
    expect(stuckIn(stuck({ orderStatus: "Cancelled" }))).toEqual([]);
    expect(stuckIn(stuck({ orderStatus: "canceled by seller" }))).toEqual([]);
    expect(stuckIn(stuck({ orderStatus: "Not cancelled" }))).toHaveLength(1);
  });

  it("tells orders, items and conditions apart, by SKU where no FNSKU is printed", () => {
    const rows = [
      stuck(),
      stuck({ orderId: "RO2" }),
      stuck({ fnsku: "X002", sku: "CUP" }),
      stuck({ disposition: "Unsellable" }),
      stuck({ fnsku: "", sku: "PEN" }),
      stuck({ fnsku: "", sku: "KEY" }),
    ];
    const ids = stuckIn(...rows).map(({ id }) => id);
    expect(new Set(ids).size).toBe(6);
    // The same obligation keeps its id, whatever is counted later and under which SKU its item runs.
    expect(stuckIn(stuck({ inProcessQuantity: 1, sku: "MUG-2" }))[0]?.id).toBe(stuckIn(stuck())[0]?.id);
  });
});

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
  it("allows a fee for every unit shipped and disposed of, or asked for and not cancelled", () => {
    const charged = (more: Row) => told(fees([order({ removalFee: 19.75, ...more })]));
    expect(charged({ shippedQuantity: 4, disposedQuantity: 3 })).toEqual(["info 7 2026-05-01 13.87 USD"]);
    expect(charged({ requestedQuantity: 8, cancelledQuantity: 1 })).toEqual(["info 7 2026-05-01 13.87 USD"]);
    expect(charged({ requestedQuantity: 0, shippedQuantity: 0 })).toEqual([]);
    expect(charged({ requestedQuantity: 2, cancelledQuantity: 2, shippedQuantity: 0 })).toEqual([]);
  });

  it("asks for no measures where nothing was charged, moved, or asked for yet", () => {
    const unmeasured = (more: Row) => fees([order(more)], []).cannotTell.length;
    expect(unmeasured({})).toBe(1);
    expect(unmeasured({ removalFee: 0 })).toBe(0);
    expect(unmeasured({ removalFee: -4.2 })).toBe(0);
    expect(unmeasured({ requestedQuantity: 0, shippedQuantity: 0 })).toBe(0);
    expect(unmeasured({ requestDate: "2026-06-30" })).toBe(1);
    expect(unmeasured({ requestDate: "2026-07-01" })).toBe(0);
  });

  it("names each item without measures once, up to 100 of them", () => {
    const orders = (items: number) =>
      Array.from({ length: items }, (_, i) =>
        order({ orderId: `RO${i}`, sku: `MUG${String(i % 120).padStart(3, "0")}`, fnsku: "" }),
      );
    const reason = (items: number) =>
      fees(orders(items), [])
        .cannotTell.map((c) => c.reason)
        .join();
    expect(reason(2)).toContain(
      "2 removal orders not judged: size or weight of MUG000 and MUG001 is not known",
    );
    expect(reason(100)).toContain("MUG098 and MUG099 is");
    expect(reason(101)).toContain("MUG099 and 1 more is");
    expect(reason(240)).toContain("240 removal orders not judged");
    expect(reason(240)).toContain("MUG099 and 20 more is");
  });

  it("gives each reason for want of a table once", () => {
    const orders = ["RO1", "RO2"].map((orderId) => order({ orderId, currency: "GBP" }));
    const [told] = fees(orders).cannotTell;
    expect(told?.reason).toContain("2 removal orders not judged: ");
    expect(told?.reason.split("UK")).toHaveLength(2);
  });

  it("compares no two currencies", () => {
    expect(fees([order({ removalFee: 19.75, currency: "CAD" })]).findings).toEqual([]);
  });

  it("tells orders, items and conditions apart, by SKU where no FNSKU is printed", () => {
    const high = (more: Row) => order({ removalFee: 19.75, ...more });
    const rows = [
      high({}),
      high({ orderId: "RO2" }),
      high({ disposition: "Unsellable" }),
      high({ fnsku: "", sku: "MUG" }),
      high({ fnsku: "", sku: "KEY" }),
    ];
    const { findings } = fees(rows, [SIZE, { ...SIZE, msku: "KEY" }]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(5);
    expect(findings.map(({ msku }) => msku).sort()).toEqual(["KEY", "MUG", "MUG", "MUG", "MUG"]);
  });
});
