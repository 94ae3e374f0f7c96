import { describe, expect, it } from "vitest";
import { refundAbovePayment } from "../../../src/audits/refund-above-payment.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import type { Rows } from "./account-of-rows.ts";
import {
  ORDER,
  type RefundOf,
  refund,
  reimbursed,
  type Source,
  sale,
  totalRow,
} from "./orders/money-rows.ts";
import { audited, type Case, ordered, paidFor, returned, SOLD, told } from "./return-rows.ts";

const over = (given: RefundOf = {}) => [...SOLD, ...refund("settlement", { principal: 25, ...given })];
const audit = (of: Case = {}) =>
  audited([refundAbovePayment, refundNotReturned], { settlement: over(), returns: [returned()], ...of });
const found = (of: Case = {}) => told(audit(of));
const CLAIM = ["refund-above-payment file 1 2026-08-01 5.00 USD"];

/** One line of a sale or a refund besides its principal, as settlement V2 books it. */
const line = (transactionType: string, amountType: string, amountDescription: string, amount: number) => ({
  settlementId: "9001",
  transactionType,
  orderId: ORDER,
  sku: "SKU-A",
  marketplaceName: "Amazon.com",
  fulfillmentId: "AFN",
  amountType,
  amountDescription,
  amount,
  postedDate: transactionType === "Order" ? "2026-07-01" : "2026-08-01",
});
const paidToo = (what: string, amount: number) => line("Order", "ItemPrice", what, amount);
const refundedToo = (what: string, amount: number) => line("Refund", "ItemPrice", what, -amount);
const full: Rows = [...SOLD, ...refund("settlement")];

describe("refund-above-payment makes no claim of", () => {
  const clean: [string, Case][] = [
    ["a full refund", { settlement: full }],
    ["a partial refund", { settlement: over({ principal: 5 }) }],
    ["2 cents of rounding", { settlement: over({ principal: 20.02 }) }],
    [
      "2 cents of rounding for each of 3 units",
      {
        settlement: [
          ...totalRow("settlement"),
          ...sale("settlement", { units: 3 }),
          ...refund("settlement", { principal: 60.06 }),
        ],
        returns: [1, 2, 3].map((n) => returned({ licensePlateNumber: `LPN${n}` })),
      },
    ],
    [
      "shipping and gift wrap that had been paid",
      {
        settlement: [
          ...full,
          ...[
            paidToo("Shipping", 5.99),
            paidToo("GiftWrap", 2),
            refundedToo("Shipping", 5.99),
            refundedToo("GiftWrap", 2),
          ],
        ],
      },
    ],
    [
      "tax",
      {
        settlement: [
          ...full,
          paidToo("Tax", 1),
          ...["Tax", "ShippingTax", "GiftWrapTax"].map((t) => refundedToo(t, 3)),
        ],
      },
    ],
    [
      "a promotion that was not taken back",
      { settlement: [...full, line("Order", "Promotion", "Principal", -5)] },
    ],
    [
      "a refund that was taken back again, be it after the as-of day",
      { settlement: [...over(), { ...refundedToo("Principal", -5), postedDate: "2026-11-25" }] },
    ],
    ["a refund after the as-of day", { settlement: over({ day: "2026-11-25" }) }],
    ["a retrocharge", { settlement: [...full, line("Refund_Retrocharge", "ItemPrice", "Principal", -9)] }],
    [
      "an order that is not in the data",
      { settlement: [...totalRow("settlement"), ...refund("settlement")] },
    ],
    ["an order the seller sent", { settlement: over({ fulfilment: "MFN" }) }],
    ["a multi-channel order", { settlement: [...over()].map((row) => ({ ...row, orderId: "S01-1" })) }],
    [
      "a refund of parcels the settlements hold only in part",
      {
        settlement: [...SOLD, ...refund("settlement", { principal: 40 })],
        returns: [returned(), returned({ licensePlateNumber: "LPN2" })],
        more: { orders: [ordered({ quantity: 2, itemPrice: 40 })] },
      },
    ],
    ["an excess Amazon paid for", { paid: [paidFor({ reason: "CustomerServiceIssue", amountTotal: 5 })] }],
    [
      "an excess Amazon paid for as money without units",
      {
        paid: [
          paidFor({
            reason: "CustomerServiceIssue",
            amountTotal: 5,
            quantityReimbursedCash: 0,
            quantityReimbursedTotal: 0,
          }),
        ],
      },
    ],
    [
      "an excess paid for in the settlement alone",
      { settlement: [...over(), ...reimbursed("settlement", { code: "CS_ERROR_ITEMS", amount: 5 })] },
    ],
    [
      "an excess paid for in the payments CSV, which names no site there",
      {
        settlement: [],
        more: {
          transactions: [
            ...sale("transactions"),
            ...refund("transactions", { principal: 25 }),
            ...reimbursed("transactions", { amount: 5 }),
          ],
        },
      },
    ],
  ];
  it.each(clean)("%s", (_, of) => {
    expect(found(of)).toEqual([]);
  });
});

describe("refund-above-payment claims", () => {
  const sources: Source[] = ["settlement", "settlement-v1", "transactions"];
  it.each(sources)("the excess alone, from %s", (source) => {
    const rows = [...totalRow(source), ...sale(source), ...refund(source, { principal: 25 })];
    const more = { [source]: rows };
    expect(found({ settlement: [], more })).toEqual(CLAIM);
  });

  it("the excess once, although two files describe the refund", () => {
    const more = { transactions: [...sale("transactions"), ...refund("transactions", { principal: 25 })] };
    expect(found({ more })).toEqual(CLAIM);
  });

  it("3 cents", () => {
    expect(found({ settlement: over({ principal: 20.03 }) })).toEqual([
      "refund-above-payment file 1 2026-08-01 0.03 USD",
    ]);
  });

  it("shipping that was never paid", () => {
    expect(found({ settlement: [...full, refundedToo("Shipping", 4.99)] })).toEqual([
      "refund-above-payment file 1 2026-08-01 4.99 USD",
    ]);
  });

  it("a second refund of the same unit, on the clock of the later one", () => {
    const settlement = [...full, ...refund("settlement", { day: "2026-08-20" })];
    expect(found({ settlement })).toEqual(["refund-above-payment file 1 2026-08-20 20.00 USD"]);
  });

  it("beside the unit that never came back", () => {
    expect(found({ returns: [] }).sort()).toEqual([
      "refund-above-payment file 1 2026-08-01 5.00 USD",
      "refund-not-returned file 1 2026-08-01 13.00 USD",
    ]);
    // One payment: it is for the missing unit, not for the excess.
    expect(found({ returns: [], paid: [paidFor()] })).toEqual(CLAIM);
  });

  it("what a payment leaves of the excess", () => {
    const { findings } = audit({ paid: [paidFor({ amountTotal: 2 })] });
    expect(findings).toMatchObject([{ amount: { minor: 300 } }]);
    expect(findings[0]?.basis).toContain("less 2.00 USD reimbursed");
  });

  it("not what was paid for another item's damage or in another currency", () => {
    expect(found({ paid: [paidFor({ amazonOrderId: "" })] })).toEqual(CLAIM);
    expect(found({ paid: [paidFor({ currencyUnit: "EUR" })] })).toEqual(CLAIM);
  });

  it("in words a seller can check", () => {
    const [finding] = audit().findings;
    expect(finding?.what).toBe(
      "The customer of order 111-1234567-1234567 (Amazon US) paid 20.00 USD for 1 unit of SKU-A (FNSKU X00A, ASIN B0A) and was refunded 25.00 USD on 2026-08-01: 5.00 USD too much.",
    );
    expect(finding?.basis).toBe("The money itself: 25.00 USD refunded, less 20.00 USD paid.");
    expect(finding).toMatchObject({ estimated: true });
    expect(finding?.evidence.map((e) => e.report)).toContain("settlement");
  });
});

describe("refund-above-payment otherwise", () => {
  it("only mentions an excess that arose through the bank", () => {
    const settlement = [...full, ...refund("settlement", { type: "Chargeback Refund", day: "2026-08-09" })];
    expect(audit({ settlement }).findings).toMatchObject([
      { audit: "refund-above-payment", state: "info", amount: { minor: 2000 } },
    ]);
  });

  it("cannot tell of orders not in the data, and says where they are", () => {
    const told = audit({ settlement: [...totalRow("settlement"), ...refund("settlement")] });
    expect(told.cannotTell).toMatchObject([
      {
        audit: "refund-above-payment",
        needs: [{ report: "orders" }],
        reason: expect.stringContaining("1 refunded order"),
      },
    ]);
  });

  it("cannot tell of orders nobody says who sent", () => {
    const settlement = [...SOLD, ...refund("settlement", { principal: 25 })].map((row) => ({
      ...row,
      fulfillmentId: "",
    }));
    expect(audit({ settlement, returns: [] }).findings).toEqual([]);
    expect(audit({ settlement }).findings).toHaveLength(1);
  });

  it("cannot tell across a hole in the settlements, or of payments not covered", () => {
    const settlements = { settlement: { from: "2026-07-10", to: "2026-11-20" } };
    expect(audit({ given: { periods: settlements } })).toMatchObject({
      findings: [],
      cannotTell: [{ needs: [{ report: "settlement" }] }],
    });
    const payments = { reimbursements: { from: "2026-08-02", to: "2026-11-20" } };
    const told = audited([refundAbovePayment], { settlement: over(), given: { periods: payments } });
    expect(told).toMatchObject({ findings: [], cannotTell: [{ needs: [{ report: "reimbursements" }] }] });
  });
});
