import { describe, expect, it } from "vitest";
import { accountOf } from "../../../../src/audits/account/account.ts";
import { orderMoneyOf } from "../../../../src/audits/account/orders/order-lines.ts";
import { afterOrder } from "../../../../src/audits/account/orders/order-price.ts";
import { formatMoney } from "../../../../src/values/money.ts";
import { type Given, inputOf } from "../account-of-rows.ts";
import { ORDER, refund, reimbursed, type Source, sale, totalRow } from "./money-rows.ts";

const money = (reports: Given["reports"], more: Partial<Given> = {}) =>
  accountOf(inputOf({ reports, ...more })).derive(orderMoneyOf);

const SOURCES: readonly Source[] = ["settlement", "settlement-v1", "transactions"];

describe.each(SOURCES)("order money from %s", (source) => {
  const rows = (given = {}) => [...totalRow(source), ...sale(source, given), ...refund(source, given)];

  it("tells what was bought, paid and charged", () => {
    const line = money({ [source]: rows({ units: 3, price: 20 }) }).line(ORDER, "SKU-A");
    expect(line).toMatchObject({
      marketplace: "US",
      currency: "USD",
      fulfilment: "amazon",
      sale: { units: 3, principal: 6000, commission: -900, fulfilmentFee: -1200 },
      refunds: [{ kind: "refund", units: 3, principal: 6000 }],
    });
  });

  it("values units at the price paid less the fees of that order", () => {
    const orders = money({ [source]: rows({ units: 3, price: 20 }) });
    const { amount } = afterOrder(orders.line(ORDER, "SKU-A"), 2);
    expect(amount && formatMoney(amount)).toBe("26.00 USD");
  });

  it("counts reimbursements of the order in units", () => {
    const orders = money({ [source]: [...totalRow(source), ...reimbursed(source, { units: 2 })] });
    expect(orders.reimbursed(ORDER)).toMatchObject([{ sku: "SKU-A", paid: 2, takenBack: 0 }]);
  });

  it("knows what the seller sent himself", () => {
    const line = money({ [source]: rows({ fulfilment: "MFN" }) }).line(ORDER, "SKU-A");
    expect(line?.fulfilment).toBe("seller");
  });

  it("keeps chargebacks and A-to-z refunds apart from refunds", () => {
    const kinds = (type: string) =>
      money({
        [source]: [...totalRow(source), ...sale(source), ...refund(source, { type })],
      })
        .line(ORDER, "SKU-A")
        ?.refunds.map((r) => r.kind);
    expect(kinds("Chargeback Refund")).toEqual(["chargeback"]);
    expect(kinds("A-to-z Guarantee Refund")).toEqual(["a-to-z"]);
  });

  it("ignores retrocharges: they are tax", () => {
    const line = money({
      [source]: [...totalRow(source), ...sale(source), ...refund(source, { type: "Refund_Retrocharge" })],
    }).line(ORDER, "SKU-A");
    expect(line?.refunds).toEqual([]);
  });
});

describe("one source per settlement (mistake: the same money counted from two files)", () => {
  const of = (source: Source) => [...totalRow(source), ...sale(source), ...refund(source)];

  it("takes V2 over V1 over the payments CSV", () => {
    const one = money({ settlement: of("settlement") }).lines;
    const all = money({
      transactions: of("transactions"),
      "settlement-v1": of("settlement-v1"),
      settlement: of("settlement"),
    }).lines;
    expect(all).toEqual(one);
    const two = money({ transactions: of("transactions"), "settlement-v1": of("settlement-v1") }).lines;
    expect(two).toEqual(money({ "settlement-v1": of("settlement-v1") }).lines);
  });

  it("adds up an order whose sale and refund stand in different files of different settlements", () => {
    const line = money({
      "settlement-v1": [...totalRow("settlement-v1", "1"), ...sale("settlement-v1", { settlementId: "1" })],
      transactions: refund("transactions", { settlementId: "2" }),
    }).line(ORDER, "SKU-A");
    expect(line).toMatchObject({ sale: { units: 1, principal: 2000 }, refunds: [{ units: 1 }] });
  });

  it("drops money pending in an early payments CSV once a settlement has booked it", () => {
    const pending = refund("transactions", { settlementId: "" });
    expect(money({ transactions: pending }).line(ORDER, "SKU-A")?.refunds).toHaveLength(1);
    const both = money({ settlement: of("settlement"), transactions: pending }).line(ORDER, "SKU-A");
    expect(both?.refunds).toMatchObject([{ units: 1, principal: 2000 }]);
  });

  it("reads the quantity of a V1 sale from the item's own row where its price row has none", () => {
    const [total, ...rows] = of("settlement-v1").map((row) => ({ ...row, quantityPurchased: null }));
    const item = { ...rows[0], priceType: "", priceAmount: null, quantityPurchased: 1 };
    const line = money({ "settlement-v1": [total ?? {}, item, ...rows] }).line(ORDER, "SKU-A");
    expect(line?.sale).toMatchObject({ units: 1, principal: 2000 });
  });

  it("takes the header total for no line of the settlement", () => {
    const lines = money({ settlement: totalRow("settlement") }).lines;
    expect(lines).toEqual([]);
  });
});

describe("units refunded (mistake: counting refund rows)", () => {
  const units = (refunds: readonly (readonly [string, number])[], bought = 2) =>
    money({
      settlement: [
        ...totalRow("settlement"),
        ...sale("settlement", { units: bought, price: 20 }),
        ...refunds.flatMap(([day, principal]) => refund("settlement", { day, principal })),
      ],
    })
      .line(ORDER, "SKU-A")
      ?.refunds.map((r) => r.units);

  it("adds partial refunds up until they make a unit", () => {
    expect(
      units([
        ["2026-08-01", 10],
        ["2026-08-05", 10],
      ]),
    ).toEqual([0, 1]);
  });

  it("gives each refund the units it adds", () => {
    expect(
      units([
        ["2026-08-01", 20],
        ["2026-08-09", 20],
      ]),
    ).toEqual([1, 1]);
  });

  it("never refunds more than was bought", () => {
    expect(
      units(
        [
          ["2026-08-01", 20],
          ["2026-08-09", 20],
        ],
        1,
      ),
    ).toEqual([1, 0]);
  });

  it("leaves refunds after the as-of day out", () => {
    expect(units([["2026-12-01", 20]])).toEqual([]);
  });
});

describe("reversals (mistake: REVERSAL_REIMBURSEMENT read as a reversal)", () => {
  const one = (given: Parameters<typeof reimbursed>[1]) =>
    money({ settlement: [...totalRow("settlement"), ...reimbursed("settlement", given)] }).reimbursed(ORDER);

  it("REVERSAL_REIMBURSEMENT pays the seller", () => {
    expect(one({ code: "REVERSAL_REIMBURSEMENT", amount: 13 })).toMatchObject([{ paid: 1, takenBack: 0 }]);
  });

  it("COMPENSATED_CLAWBACK takes back", () => {
    expect(one({ code: "COMPENSATED_CLAWBACK", amount: -13 })).toMatchObject([{ paid: 0, takenBack: 1 }]);
  });

  it("a clawback given back pays for no further unit", () => {
    expect(one({ code: "COMPENSATED_CLAWBACK", amount: 13 })).toEqual([]);
  });

  it("a correction of fees pays for no unit", () => {
    expect(one({ code: "INCORRECT_FEES_ITEMS", amount: 2 })).toEqual([]);
    const csv = reimbursed("transactions", {
      amount: 2,
      description: "FBA Inventory Reimbursement - Fee Correction",
    });
    expect(money({ transactions: csv }).reimbursed(ORDER)).toEqual([]);
  });
});

describe("the payments CSV in other languages", () => {
  it.each([
    [
      "DE",
      "amazon.de",
      "Bestellung",
      "Erstattung",
      "Anpassung",
      "Versand durch Amazon Erstattung für Lagerbestand - Kundenrücksendung",
    ],
    [
      "FR",
      "amazon.fr",
      "Commande",
      "Remboursement",
      "Ajustement",
      "Remboursement stock Expédié par Amazon - Retour client",
    ],
    [
      "ES",
      "amazon.es",
      "Pedido",
      "Reembolso",
      "Ajuste",
      "Reembolso de inventario de Logística de Amazon (Devolución del cliente)",
    ],
    ["IT", "amazon.it", "Ordine", "Rimborso", "Modifica", "Rimborso inventario Logistica di Amazon"],
    [
      "NL",
      "amazon.nl",
      "Bestelling",
      "Terugbetaling",
      "Aanpassing",
      "FBA Inventory Reimbursement - Customer Return",
    ],
    [
      "SE",
      "amazon.se",
      "Beställning",
      "Återbetalning",
      "Adjustment",
      "FBA Inventory Reimbursement - Customer Return",
    ],
    ["JP", "amazon.co.jp", "注文", "返金", "調整", "FBA在庫の返金 - 購入者による返品:"],
    ["MX", "amazon.com.mx", "Pedido", "Reembolso", "Ajuste", "Reembolso de inventario FBA"],
  ])("%s", (marketplace, site, order, refunded, adjustment, description) => {
    const [sold, back, paid] = [
      sale("transactions", { site })[0],
      refund("transactions", { site, type: refunded })[0],
      reimbursed("transactions", { type: adjustment, description })[0],
    ];
    const orders = money(
      { transactions: [{ ...sold, type: order }, { ...back }, { ...paid }] },
      { marketplace },
    );
    expect(orders.lines).toMatchObject([{ marketplace, sale: { units: 1 }, refunds: [{ units: 1 }] }]);
    expect(orders.reimbursed(ORDER)).toMatchObject([{ paid: 1 }]);
  });

  it.each([
    ["Verkäufer", "seller"],
    ["Vendeur", "seller"],
    ["Vendedor", "seller"],
    ["Venditore", "seller"],
    ["Amazon", "amazon"],
  ])("fulfilment %s", (fulfillment, expected) => {
    const [row] = refund("transactions");
    const line = money({ transactions: [{ ...row, fulfillment }] }).line(ORDER, "SKU-A");
    expect(line?.fulfilment).toBe(expected);
  });
});

describe("price paid", () => {
  const promotion = (description: string, amount: number) => ({
    settlementId: "9001",
    transactionType: "Order",
    orderId: ORDER,
    sku: "SKU-A",
    amountType: "Promotion",
    amountDescription: description,
    amount,
    postedDate: "2026-07-01",
    fulfillmentId: "AFN",
  });
  const worth = (reports: Given["reports"]) => {
    const { amount, basis } = afterOrder(money(reports).line(ORDER, "SKU-A"), 1);
    return { amount: amount && formatMoney(amount), basis };
  };

  it("is what the customer paid: promotions on the item come off, those on shipping do not", () => {
    const rows = [...totalRow("settlement"), ...sale("settlement")];
    expect(worth({ settlement: rows }).amount).toBe("13.00 USD");
    expect(worth({ settlement: [...rows, promotion("Principal", -2)] }).amount).toBe("11.00 USD");
    expect(worth({ settlement: [...rows, promotion("Shipping", -2)] }).amount).toBe("13.00 USD");
  });

  it("in the payments CSV a rebate first pays for the shipping it was given for", () => {
    const [row] = sale("transactions");
    const free = { ...row, shippingCredits: 2.99, promotionalRebates: -2.99 };
    expect(worth({ transactions: [free] }).amount).toBe("13.00 USD");
    expect(worth({ transactions: [{ ...row, promotionalRebates: -2 }] }).amount).toBe("11.00 USD");
  });

  it("is unknown, not zero, when a fee is not in the data", () => {
    const rows = [...totalRow("settlement"), ...sale("settlement").slice(0, 2)];
    expect(worth({ settlement: rows })).toEqual({
      amount: null,
      basis: "Not valued: the imported settlements do not show the fulfilment fee of this order.",
    });
  });

  it("takes units and price from order reports where no settlement has the sale", () => {
    const orders = [
      {
        amazonOrderId: ORDER,
        sku: "SKU-A",
        asin: "B0A",
        quantity: 4,
        itemPrice: 80,
        currency: "USD",
        fulfillmentChannel: "Amazon",
        salesChannel: "Amazon.com",
        purchaseDate: "2026-06-29",
      },
    ];
    const rows = [...totalRow("settlement"), ...refund("settlement", { principal: 40 })];
    const line = money({ settlement: rows, orders }).line(ORDER, "SKU-A");
    expect(line).toMatchObject({ assumed: false, asin: "B0A", sale: { units: 4, principal: 8000 } });
    expect(line?.refunds).toMatchObject([{ units: 2 }]);
    expect(worth({ settlement: rows, orders }).amount).toBeNull();
  });
});
