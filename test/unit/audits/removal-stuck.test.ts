import { describe, expect, it } from "vitest";
import { removalStuck } from "../../../src/audits/removal-stuck.ts";
import type { Row } from "./build.ts";
import { told } from "./build.ts";
import { auditedRemovals, order } from "./parcels.ts";

const stuck = (more: Row = {}) =>
  order({ orderStatus: "In Process", shippedQuantity: 3, inProcessQuantity: 2, ...more });

const valid: [string, Row[]][] = [
  ["all shipped", [order()]],
  [
    "shipped, disposed of and cancelled",
    [order({ shippedQuantity: 1, disposedQuantity: 2, cancelledQuantity: 2 })],
  ],
  ["asked for 29 days ago", [stuck({ requestDate: "2026-06-01" })]],
  [
    "cancelled, and the count of it blank",
    [order({ orderStatus: "Cancelled", shippedQuantity: null, cancelledQuantity: null })],
  ],
  ["done by the later row", [stuck(), order({ lastUpdatedDate: "2026-05-20" })]],
  ["more shipped than asked for", [order({ shippedQuantity: 6 })]],
];

const invalid: [string, Row[], string[]][] = [
  ["in process for 30 days", [stuck({ requestDate: "2026-05-31" })], ["info 2 2026-05-31"]],
  ["neither here nor there", [order({ shippedQuantity: 4 })], ["info 1 2026-05-01"]],
  ["both", [stuck({ shippedQuantity: 2 })], ["info 3 2026-05-01"]],
  ["again by the later row", [order(), stuck({ lastUpdatedDate: "2026-05-20" })], ["info 2 2026-05-01"]],
  [
    "blank cells are none",
    [order({ shippedQuantity: null, cancelledQuantity: null })],
    ["info 5 2026-05-01"],
  ],
];

describe("removal-stuck", () => {
  it.each(valid)("says nothing: %s", (_, orders) => {
    expect(auditedRemovals(removalStuck, { orders })).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, orders, expected) => {
    const result = auditedRemovals(removalStuck, { orders });
    expect(told(result)).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it("tells apart what is in process and what is nowhere", () => {
    const [finding] = auditedRemovals(removalStuck, { orders: [stuck({ shippedQuantity: 2 })] }).findings;
    expect(finding?.why).toContain("2 units still in process; 1 unit neither cancelled");
    expect(finding).toMatchObject({ orderId: "RO1", deadline: null });
  });

  it("cannot tell from an old download what became of an order", () => {
    const given = { periods: { "removal-orders": { from: "2026-04-01", to: "2026-05-15" } } };
    const result = auditedRemovals(removalStuck, { orders: [stuck()], given });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ needs: [{ report: "removal-orders" }] }]);
  });
});
