import { describe, expect, it } from "vitest";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { returnedDamagedByAmazon } from "../../../src/audits/returned-damaged-by-amazon.ts";
import { wrongItemReturned } from "../../../src/audits/wrong-item-returned.ts";
import { ORDER, refund, sale, totalRow } from "./orders/money-rows.ts";
import {
  audited,
  type Case,
  OTHER,
  ordered,
  paidFor,
  REFUNDED,
  replaced,
  returned,
  SOLD,
  told,
} from "./return-rows.ts";

const wrong = (given: Parameters<typeof returned>[0] = {}) =>
  returned({ sku: "SKU-B", asin: "B0B", fnsku: "X00B", ...given });

const audit = (of: Case = {}) =>
  audited([wrongItemReturned, refundNotReturned, returnedDamagedByAmazon], {
    returns: [wrong()],
    ...of,
    more: { orders: [ordered()], ...of.more },
  });
const found = (of: Case = {}) => told(audit(of));
const WRONG = ["wrong-item-returned file 1 2026-08-01 13.00 USD"];

describe("wrong-item-returned makes no claim of", () => {
  const clean: [string, Case][] = [
    ["the item of the order", { returns: [returned()] }],
    ["its ASIN under another SKU and FNSKU", { returns: [returned({ sku: "SKU-Z", fnsku: "X00Z" })] }],
    ["its SKU, of late under another ASIN", { returns: [returned({ asin: "B0NEW", fnsku: "X0NEW" })] }],
    [
      "its FNSKU under another SKU and ASIN",
      {
        returns: [returned({ sku: "SKU-Z", asin: "B0NEW" })],
        more: {
          "fba-inventory": [],
          "ledger-detail": [
            {
              date: "2026-06-01",
              fnsku: "X00A",
              asin: "B0A",
              msku: "SKU-A",
              eventType: "Receipts",
              quantity: 5,
              country: "US",
            },
          ],
        },
      },
    ],
    ["the item, which the customer calls a switch", { returns: [returned({ reason: "SWITCHEROO" })] }],
    ["a graded unit", { returns: [wrong({ sku: "amzn.gr.SKU-A-x" })] }],
    ["a row without an ASIN", { returns: [wrong({ asin: "" })] }],
    [
      "another item of the same order",
      { returns: [wrong()], more: { orders: [ordered(), ordered({ sku: "SKU-B", asin: "B0B" })] } },
    ],
    [
      "another item of the same order that only the settlements show",
      {
        settlement: [...REFUNDED, ...sale("settlement", { sku: "SKU-B" })],
        returns: [wrong(), returned({ licensePlateNumber: "LPN2" })],
      },
    ],
    [
      "what was sent as a replacement",
      {
        more: { replacements: [replaced({ sku: "SKU-B", asin: "B0B" })] },
        returns: [wrong(), returned({ licensePlateNumber: "LPN2" })],
      },
    ],
    [
      "the order's item under the id of a replacement order",
      { returns: [returned({ orderId: OTHER })], more: { replacements: [replaced()] } },
    ],
    ["a return paid for under its order", { paid: [paidFor()] }],
    ["a return marked as reimbursed", { returns: [wrong({ status: "Reimbursed" })] }],
    ["a return after the as-of day", { returns: [wrong({ returnDate: "2026-11-25" }), returned()] }],
    [
      "a wrong item on top of the right one",
      { returns: [returned(), wrong({ licensePlateNumber: "LPN2" })] },
    ],
    [
      "a wrong item of an order refunded in part",
      { settlement: [...SOLD, ...refund("settlement", { principal: 5 })] },
    ],
  ];
  it.each(clean)("%s", (_, of) => {
    expect(found(of)).toEqual([]);
  });
});

describe("wrong-item-returned claims", () => {
  const dirty: [string, Case][] = [
    ["another item", {}],
    ["another item, whatever the reason", { returns: [wrong({ reason: "UNWANTED_ITEM" })] }],
    ["another item in saleable condition", { returns: [wrong({ detailedDisposition: "SELLABLE" })] }],
    [
      "another item damaged by the carrier, once",
      { returns: [wrong({ detailedDisposition: "CARRIER_DAMAGED" })] },
    ],
    [
      "another item, although the right one came back in another order",
      { returns: [wrong(), returned({ orderId: OTHER, licensePlateNumber: "LPN2" })] },
    ],
    [
      "another item of an order only fulfilled-shipments shows",
      {
        more: {
          orders: [],
          "fulfilled-shipments": [
            { amazonOrderId: ORDER, sku: "SKU-A", quantityShipped: 1, shipmentDate: "2026-07-01" },
          ],
          "ledger-detail": [
            {
              date: "2026-06-01",
              fnsku: "X00A",
              asin: "B0A",
              msku: "SKU-A",
              eventType: "Receipts",
              quantity: 5,
              country: "US",
            },
          ],
        },
      },
    ],
    [
      "another item although a fee of the order was corrected",
      { paid: [paidFor({ reason: "Fee_Correction" })] },
    ],
  ];
  it.each(dirty)("%s", (_, of) => {
    expect(found(of)).toEqual(WRONG);
  });

  it("the unit that is missing, not the one that came back", () => {
    const [finding] = audit().findings;
    expect(finding).toMatchObject({ msku: "SKU-A", asin: "B0A", referenceId: "LPN1", estimated: true });
    expect(finding?.what).toBe(
      "1 unit came back for order 111-1234567-1234567 on 2026-08-10, but not what the customer had bought: SKU-B (FNSKU X00B, ASIN B0B) instead of SKU-A (ASIN B0A).",
    );
    expect(finding?.why).toContain("orders or the settlements");
    expect(finding?.todo).toContain("photographed (licence plate LPN1)");
  });

  it("of two refunded items the one nothing else came back for", () => {
    const settlement = [
      ...REFUNDED,
      ...sale("settlement", { sku: "SKU-C", price: 30 }),
      ...refund("settlement", { sku: "SKU-C", price: 30 }),
    ];
    const orders = [ordered(), ordered({ sku: "SKU-C", asin: "B0C" })];
    const of = { settlement, returns: [wrong(), returned({ licensePlateNumber: "LPN2" })], more: { orders } };
    expect(audit(of).findings).toMatchObject([{ audit: "wrong-item-returned", msku: "SKU-C" }]);
  });

  it("and leaves the other missing unit to refund-not-returned", () => {
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2 }),
      ...refund("settlement", { units: 2 }),
    ];
    expect(found({ settlement, more: { orders: [ordered({ quantity: 2, itemPrice: 40 })] } }).sort()).toEqual(
      ["refund-not-returned file 1 2026-08-01 13.00 USD", "wrong-item-returned file 1 2026-08-01 13.00 USD"],
    );
  });

  it("from the return, and without a value, when the order's refund and item are not known", () => {
    const orders = [ordered(), ordered({ sku: "SKU-C", asin: "B0C" })];
    const { findings } = audit({ settlement: totalRow("settlement"), more: { orders } });
    expect(told({ findings })).toEqual(["wrong-item-returned file 1 2026-08-10"]);
    expect(findings[0]?.what).toContain(
      "one of the items of the order (SKU-A (ASIN B0A) and SKU-C (ASIN B0C))",
    );
    expect(findings[0]?.basis).toContain("several items");
    expect(found({ settlement: SOLD })).toEqual(["wrong-item-returned file 1 2026-08-10 13.00 USD"]);
  });
});

describe("wrong-item-returned otherwise", () => {
  it("cannot tell of orders no order report holds, and lets the return stand as one", () => {
    const told = audit({ more: { orders: [] } });
    expect(told.findings).toEqual([]);
    expect(told.cannotTell).toMatchObject([{ audit: "wrong-item-returned", needs: [{ report: "orders" }] }]);
  });

  it("cannot tell when the ASIN of an item in the order is not known", () => {
    const told = audit({ more: { orders: [ordered({ asin: "" })] } });
    expect(told.findings).toEqual([]);
    expect(told.cannotTell[0]?.reason).toContain("1 return left out");
  });

  it("cannot tell of returns whose payments are not covered", () => {
    const periods = { reimbursements: { from: "2026-08-11", to: "2026-11-20" } };
    expect(audit({ given: { periods } }).findings).toEqual([]);
  });

  it("needs an order report", () => {
    const told = audited([wrongItemReturned], { returns: [wrong()] });
    expect(told.findings).toEqual([]);
    expect(told.cannotTell[0]?.reason).toContain("orders or fulfilled-shipments");
  });

  it("only mentions multi-channel orders", () => {
    const orderId = "S01-1234567-1234567";
    const of = {
      returns: [wrong({ orderId })],
      settlement: SOLD,
      more: { orders: [ordered({ amazonOrderId: orderId })] },
    };
    expect(audit(of).findings).toMatchObject([{ state: "info", quantity: 1 }]);
  });
});
