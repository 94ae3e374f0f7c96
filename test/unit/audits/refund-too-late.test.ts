import { describe, expect, it } from "vitest";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { refundTooLate } from "../../../src/audits/refund-too-late.ts";
import { ORDER, type RefundOf, refund, sale, totalRow } from "./orders/money-rows.ts";
import { audited, type Case, paidFor, returned, told } from "./return-rows.ts";

const settlement = (shipped: string, refunded: string, more: RefundOf = {}) => [
  ...totalRow("settlement"),
  ...sale("settlement", { day: shipped }),
  ...refund("settlement", { day: refunded, ...more }),
];
const audit = (of: Case) => audited([refundTooLate, refundNotReturned], { returns: [returned()], ...of });
const found = (of: Case) => told(audit(of));

describe("refund-too-late says nothing of", () => {
  const clean: [string, Case][] = [
    ["a refund 45 days after shipping", { settlement: settlement("2026-07-01", "2026-08-15") }],
    [
      "a refund on 31 January of what shipped on 1 November",
      { settlement: settlement("2025-11-01", "2026-01-31") },
    ],
    [
      "a refund on 31 January of what shipped on 31 December",
      { settlement: settlement("2025-12-31", "2026-01-31") },
    ],
    ["a late partial refund", { settlement: settlement("2026-07-01", "2026-09-01", { principal: 5 }) }],
    [
      "a late chargeback",
      { settlement: settlement("2026-07-01", "2026-09-01", { type: "Chargeback Refund" }) },
    ],
    [
      "an order the seller sent",
      { settlement: settlement("2026-07-01", "2026-09-01", { fulfilment: "MFN" }) },
    ],
    ["a late refund after the as-of day", { settlement: settlement("2026-07-01", "2026-11-25") }],
    [
      "an order whose shipping is not in the data",
      { settlement: [...totalRow("settlement"), ...refund("settlement", { day: "2026-09-01" })] },
    ],
  ];
  it.each(clean)("%s", (_, of) => {
    expect(found(of)).toEqual([]);
  });
});

describe("refund-too-late mentions", () => {
  const late: [string, string, string][] = [
    ["a refund 46 days after shipping", "2026-07-01", "2026-08-16"],
    ["a refund 46 days after shipping in October", "2025-10-31", "2025-12-16"],
    ["a refund on 1 February of what shipped in November", "2025-11-01", "2026-02-01"],
    ["a refund 46 days after shipping in January", "2026-01-01", "2026-02-16"],
  ];
  it.each(late)("%s", (_, shipped, refunded) => {
    expect(found({ settlement: settlement(shipped, refunded) })).toEqual([
      `refund-too-late info 1 ${refunded}`,
    ]);
  });

  it("a late refund whose unit was paid for", () => {
    expect(
      found({ settlement: settlement("2026-07-01", "2026-08-16"), returns: [], paid: [paidFor()] }),
    ).toEqual(["refund-too-late info 1 2026-08-16"]);
  });

  it("the day it left the warehouse, where fulfilled-shipments tells it, over the day it was booked", () => {
    const shipments = [
      { amazonOrderId: ORDER, sku: "SKU-A", quantityShipped: 1, shipmentDate: "2026-06-28" },
    ];
    const of = {
      settlement: settlement("2026-07-01", "2026-08-13"),
      more: { "fulfilled-shipments": shipments },
    };
    expect(found(of)).toEqual(["refund-too-late info 1 2026-08-13"]);
  });

  it("the shipping day and the last day for a return", () => {
    const [finding] = audit({ settlement: settlement("2026-07-01", "2026-08-16") }).findings;
    expect(finding?.what).toContain(
      "it shipped on 2026-07-01, and the time to send it back ended on 2026-08-15",
    );
    expect(finding).toMatchObject({ amount: null, opens: null, deadline: null, orderId: ORDER });
  });

  it("nothing that refund-not-returned claims: that one says itself that the refund was late", () => {
    const { findings } = audit({ settlement: settlement("2026-07-01", "2026-08-16"), returns: [] });
    expect(findings).toMatchObject([{ audit: "refund-not-returned" }]);
    expect(findings[0]?.why).toContain("2026-08-15");
  });
});

it("refund-too-late cannot tell of orders whose shipping day no report knows", () => {
  const of = { settlement: [...totalRow("settlement"), ...refund("settlement", { day: "2026-09-01" })] };
  expect(audit(of).cannotTell).toMatchObject([{ audit: "refund-too-late", needs: [{ report: "orders" }] }]);
});
