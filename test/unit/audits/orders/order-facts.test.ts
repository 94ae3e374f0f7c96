/** What the order reports add to an order line, and what a line is made of beside its settlements. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../../src/audits/account/account.ts";
import { orderFactsOf } from "../../../../src/audits/account/orders/order-facts.ts";
import { orderMoneyOf } from "../../../../src/audits/account/orders/order-lines.ts";
import { afterOrder, lineOfItem } from "../../../../src/audits/account/orders/order-price.ts";
import { refundedMoneyOf } from "../../../../src/audits/account/orders/refunded-money.ts";
import { orderReportFor, sentByAmazon } from "../../../../src/audits/account/orders/senders.ts";
import type { Cell } from "../../../../src/reports/definition.ts";
import { day, formatDay } from "../../../../src/values/day.ts";
import { formatMoney } from "../../../../src/values/money.ts";
import { type Given, inputOf, type Rows } from "../account-of-rows.ts";
import { OTHER, ordered, paidFor, returned } from "../return-rows.ts";
import { ORDER, refund, reimbursed, sale, totalRow } from "./money-rows.ts";

type Values = Readonly<Record<string, Cell>>;

const shipped = (given: Values = {}) => ({
  amazonOrderId: ORDER,
  sku: "SKU-A",
  quantityShipped: 1,
  shipmentDate: "2026-07-01",
  currency: "USD",
  itemPrice: 20,
  ...given,
});
const accountWith = (reports: Given["reports"], marketplace = "US") =>
  accountOf(inputOf({ reports, marketplace }));
const factOf = (orders: Rows, shipments: Rows = [], marketplace = "US") =>
  orderFactsOf(accountWith({ orders, "fulfilled-shipments": shipments }, marketplace)).line(ORDER, "SKU-A");
const lineOf = (reports: Given["reports"]) => orderMoneyOf(accountWith(reports)).line(ORDER, "SKU-A");
const settled = (...rows: Rows[]): Rows => [...totalRow("settlement"), ...rows.flat()];

describe("the order reports tell of a line", () => {
  it("nothing where neither holds it, or only as cancelled or with no units", () => {
    expect(factOf([])).toBeNull();
    expect(factOf([ordered({ sku: "SKU-B" }), ordered({ amazonOrderId: OTHER })])).toBeNull();
    expect(factOf([ordered({ itemStatus: "Cancelled" })])).toBeNull();
    expect(factOf([ordered({ itemStatus: "Canceled" })])).toBeNull();
    expect(factOf([ordered({ quantity: 0 })])).toBeNull();
    expect(factOf([ordered({ quantity: null })])).toBeNull();
    expect(factOf([ordered({ itemStatus: "Shipped, not cancelled" })])).not.toBeNull();
  });

  it("what was bought and paid, added up over its rows", () => {
    const row = ordered({
      quantity: 2,
      itemPrice: 40,
      shippingPrice: 5,
      giftWrapPrice: 1,
      itemTax: 3,
      itemPromotionDiscount: 4,
      shipPromotionDiscount: 5,
    });
    const sold = { principal: 4000, shipping: 500, giftWrap: 100, tax: 300 };
    const none = { commission: null, fulfilmentFee: null, day: null };
    expect(factOf([{ ...row, line: 3 }])?.sale).toEqual({
      units: 2,
      ...sold,
      itemPromotion: -400,
      shippingPromotion: -500,
      ...none,
      evidence: [{ report: "orders", line: 3 }],
    });
    expect(factOf([row, row])?.sale).toMatchObject({ units: 4, principal: 8000, itemPromotion: -800 });
    // Booked with a minus in some files: a discount all the same.
    expect(factOf([ordered({ itemPromotionDiscount: -4 })])?.sale).toMatchObject({ itemPromotion: -400 });
  });

  it("the same from shipments, which are all sent by Amazon", () => {
    const row = shipped({
      quantityShipped: 2,
      itemPrice: 40,
      shippingPrice: 5,
      giftWrapPrice: 1,
      itemTax: 3,
      itemPromotionDiscount: -4,
      shipPromotionDiscount: -5,
      line: 5,
    });
    expect(factOf([], [row])).toMatchObject({
      asin: "",
      currency: "USD",
      fulfilment: "amazon",
      sale: {
        units: 2,
        principal: 4000,
        shipping: 500,
        giftWrap: 100,
        tax: 300,
        itemPromotion: -400,
        shippingPromotion: -500,
        evidence: [{ report: "fulfilled-shipments", line: 5 }],
      },
    });
    expect(factOf([], [shipped({ fulfillmentChannel: "MFN" })])).toMatchObject({ fulfilment: "seller" });
    expect(factOf([], [shipped({ quantityShipped: null })])?.sale?.units).toBe(0);
  });

  it("units and price from the order, though only some parcels are in the shipments", () => {
    const fact = factOf([ordered({ quantity: 3, itemPrice: 60 })], [shipped()]);
    expect(fact).toMatchObject({ sale: { units: 3, principal: 6000 }, asin: "B0A" });
  });

  it("the first day it shipped", () => {
    const day = (...days: (string | null)[]) => {
      const fact = factOf(
        [],
        days.map((shipmentDate) => shipped({ shipmentDate })),
      );
      return fact?.shipped == null ? null : formatDay(fact.shipped);
    };
    expect(day("2026-07-03", "2026-07-01", "2026-07-02")).toBe("2026-07-01");
    expect([day(null, "2026-07-02"), day(null)]).toEqual(["2026-07-02", null]);
    expect(factOf([ordered()])?.shipped).toBeNull();
  });

  it("its ASIN, of several the last by letter", () => {
    expect(factOf([ordered({ asin: "" }), ordered()])?.asin).toBe("B0A");
    expect(factOf([ordered({ asin: "B0B" }), ordered()])?.asin).toBe("B0B");
    expect(factOf([ordered(), ordered({ asin: "B0B" })])?.asin).toBe("B0B");
  });

  it("who sent it: one row that names the seller is enough", () => {
    const sender = (...channels: string[]) =>
      factOf(channels.map((fulfillmentChannel) => ordered({ fulfillmentChannel })))?.fulfilment;
    expect(sender("Amazon", "Merchant")).toBe("seller");
    expect(sender("", "Amazon")).toBe("amazon");
    expect(sender("Amazon_NA")).toBe("amazon");
    expect(sender("")).toBeNull();
  });

  it.each([
    ["Non-Amazon", "multi-channel"],
    [" non-amazon US", "multi-channel"],
    ["not Non-Amazon", "amazon"],
  ])("sales channel %j: %s", (salesChannel, expected) => {
    expect(factOf([ordered(), ordered({ salesChannel })])?.fulfilment).toBe(expected);
  });

  it("its marketplace: the site, else the one that pays in the currency", () => {
    const marketplace = (...rows: Values[]) => factOf(rows.map(ordered), [], "DE")?.marketplace;
    expect(marketplace({ salesChannel: "Amazon.fr", currency: "EUR" })).toBe("FR");
    expect(marketplace({ currency: "GBP" })).toBe("UK");
    expect(marketplace({ currency: "EUR" })).toBe("DE");
    expect(marketplace({ currency: "" })).toBeNull();
    const sites = [{ salesChannel: "Amazon.it" }, { salesChannel: "Amazon.fr" }, { currency: "GBP" }];
    expect([marketplace(...sites), marketplace(...sites.toReversed())]).toEqual(["FR", "FR"]);
    const currencies = [{ currency: "USD" }, { currency: "GBP" }];
    expect([marketplace(...currencies), marketplace(...currencies.toReversed())]).toEqual(["UK", "UK"]);
  });

  it("no price in two currencies", () => {
    const two = factOf([ordered(), ordered({ currency: "CAD" })]);
    expect(two).toMatchObject({ currency: null, sale: null });
    expect(factOf([ordered({ currency: "" })])).toMatchObject({ currency: null, sale: null });
    expect(factOf([ordered(), ordered({ currency: "" })])).toMatchObject({ currency: "USD" });
  });
});

describe("an order line", () => {
  it("is of the site any of its rows names, of several the first by code", () => {
    const site = (...sites: string[]) =>
      lineOf({ settlement: settled(...sites.map((name) => sale("settlement", { site: name }))) })
        ?.marketplace;
    expect([site("Amazon.de", "Amazon.fr"), site("Amazon.fr", "Amazon.de")]).toEqual(["DE", "DE"]);
    expect([site("", "Amazon.fr"), site("")]).toEqual(["FR", "US"]);
    const other = [
      ...sale("settlement", { site: "" }),
      ...sale("settlement", { sku: "SKU-B", site: "Amazon.ca" }),
    ];
    expect(lineOf({ settlement: settled(other) })?.marketplace).toBe("CA");
  });

  it("is of the marketplace the order report knows where no settlement names a site", () => {
    const settlement = settled(sale("settlement", { site: "" }));
    expect(lineOf({ settlement, orders: [ordered({ salesChannel: "Amazon.ca" })] })?.marketplace).toBe("CA");
  });

  it("has no usable money in two currencies, and that of the order report where it has none", () => {
    const rows = [
      ...totalRow("settlement", "1", "USD"),
      ...totalRow("settlement", "2", "CAD"),
      ...sale("settlement", { settlementId: "1" }),
      ...refund("settlement", { settlementId: "2" }),
    ];
    const two = lineOf({ settlement: rows, orders: [ordered()] }) ?? null;
    expect(two?.currency).toBeNull();
    expect(afterOrder(two, 1)).toEqual({
      amount: null,
      basis: "Not valued: the order is booked in more than one currency.",
    });
    const bare = refund("settlement", { settlementId: "3", site: "" });
    expect(lineOf({ settlement: bare, orders: [ordered()] })?.currency).toBe("USD");
    expect(lineOf({ settlement: bare })?.currency).toBeNull();
  });

  it("was sent by whom one of its rows says, the seller before Amazon, else by whom the order report says", () => {
    const sender = (channels: ("AFN" | "MFN" | "")[], orders: Rows = []) =>
      lineOf({
        settlement: settled(...channels.map((fulfilment) => sale("settlement", { fulfilment }))),
        orders,
      })?.fulfilment;
    expect(sender(["AFN", "MFN"])).toBe("seller");
    expect(sender(["", "AFN"], [ordered({ fulfillmentChannel: "Merchant" })])).toBe("amazon");
    expect(sender([""], [ordered({ fulfillmentChannel: "Merchant" })])).toBe("seller");
    expect(sender([""])).toBeNull();
    expect(
      lineOf({ settlement: settled(sale("settlement"), sale("settlement", { site: "Non-Amazon" })) }),
    ).toMatchObject({ fulfilment: "multi-channel" });
  });

  it("takes the sale the settlements hold; that of the order report where they hold no units", () => {
    const orders = [ordered({ quantity: 3, itemPrice: 60 })];
    expect(lineOf({ settlement: settled(sale("settlement")), orders })?.sale?.units).toBe(1);
    const [total, principal] = settled(sale("settlement"));
    const unknown = [total ?? {}, { ...principal, quantityPurchased: null }];
    expect(lineOf({ settlement: unknown, orders })).toMatchObject({ assumed: false, sale: { units: 3 } });
    expect(lineOf({ settlement: unknown })).toMatchObject({ assumed: true, sale: { units: 0 } });
  });

  it("assumes the units where no price is known", () => {
    expect(lineOf({ settlement: settled(sale("settlement", { price: 0 })) })?.assumed).toBe(true);
    expect(lineOf({ settlement: settled(sale("settlement")) })?.assumed).toBe(false);
    expect(lineOf({ settlement: settled(refund("settlement")) })?.assumed).toBe(true);
  });

  it("shipped when the shipment report says, else when its sale was first booked", () => {
    const settlement = settled(
      sale("settlement", { day: "2026-07-05" }),
      sale("settlement", { day: "2026-07-03" }),
    );
    const day = (reports: Given["reports"]) => {
      const line = lineOf({ settlement, ...reports });
      return line?.shipped == null ? null : formatDay(line.shipped);
    };
    expect(day({})).toBe("2026-07-03");
    expect(day({ "fulfilled-shipments": [shipped({ shipmentDate: "2026-07-01" })] })).toBe("2026-07-01");
    expect(lineOf({ settlement: settled(refund("settlement")) })?.shipped).toBeNull();
  });

  it("sums up its amounts; a fee that was never booked is not known", () => {
    const line = lineOf({ settlement: settled(sale("settlement"), sale("settlement", { units: 2 })) });
    expect(line?.sale).toMatchObject({ units: 3, principal: 6000, commission: -900, fulfilmentFee: -1200 });
    const [total, principal] = settled(sale("settlement"));
    expect(lineOf({ settlement: [total ?? {}, principal ?? {}] })?.sale).toMatchObject({
      commission: null,
      fulfilmentFee: null,
      shipping: 0,
    });
  });

  it("speaks of no entry without an order", () => {
    expect(
      orderMoneyOf(accountWith({ settlement: settled(sale("settlement", { order: "" })) })).lines,
    ).toEqual([]);
  });

  it("is found by order and SKU, and by order", () => {
    const money = orderMoneyOf(
      accountWith({
        settlement: settled(
          sale("settlement", { sku: "SKU-B" }),
          sale("settlement"),
          sale("settlement", { order: "1" }),
        ),
      }),
    );
    expect(money.lines.map(({ orderId, sku }) => `${orderId} ${sku}`)).toEqual([
      "1 SKU-A",
      `${ORDER} SKU-A`,
      `${ORDER} SKU-B`,
    ]);
    expect(money.linesOf(ORDER).map(({ sku }) => sku)).toEqual(["SKU-A", "SKU-B"]);
    expect([money.linesOf("2"), money.line(ORDER, "SKU-C"), money.reimbursed("2")]).toEqual([[], null, []]);
    expect(lineOfItem(money, "1", "")?.sku).toBe("SKU-A");
    expect(lineOfItem(money, ORDER, "SKU-B")?.sku).toBe("SKU-B");
    expect([lineOfItem(money, ORDER, ""), lineOfItem(money, "1", "SKU-Z")]).toEqual([null, null]);
  });
});

describe("refunds of a line", () => {
  const refunds = (...rows: Rows[]) =>
    lineOf({ settlement: settled(...rows) })?.refunds.map(
      (r) => `${formatDay(r.day)} ${r.kind} ${r.units} ${r.principal}`,
    );
  const dispute = { type: "Chargeback Refund" };
  const claim = { type: "A-to-z Guarantee Refund" };

  it("are one per day and kind, oldest first", () => {
    const bought = sale("settlement", { units: 4 });
    expect(
      refunds(
        bought,
        refund("settlement", { day: "2026-08-09" }),
        refund("settlement"),
        refund("settlement", { principal: 10 }),
        refund("settlement", dispute),
        refund("settlement", claim),
      ),
    ).toEqual([
      "2026-08-01 a-to-z 1 2000",
      "2026-08-01 chargeback 1 2000",
      "2026-08-01 refund 1 3000",
      "2026-08-09 refund 1 2000",
    ]);
  });

  it("leave the bank no more units than were bought and not refunded otherwise", () => {
    const bought = sale("settlement", { units: 2 });
    expect(refunds(bought, refund("settlement"), refund("settlement", { units: 2, ...dispute }))).toEqual([
      "2026-08-01 chargeback 1 4000",
      "2026-08-01 refund 1 2000",
    ]);
    expect(refunds(bought, refund("settlement", { units: 2 }), refund("settlement", dispute))).toEqual([
      "2026-08-01 chargeback 0 2000",
      "2026-08-01 refund 2 4000",
    ]);
  });

  it("fall by what is taken back, and never below what was told before", () => {
    const bought = sale("settlement", { units: 2 });
    const back = refund("settlement", { day: "2026-08-05", principal: -20 });
    expect(refunds(bought, refund("settlement"), back)).toEqual([
      "2026-08-01 refund 1 2000",
      "2026-08-05 refund 0 -2000",
    ]);
    const again = refund("settlement", { day: "2026-08-09" });
    expect(refunds(bought, refund("settlement"), back, again)).toEqual([
      "2026-08-01 refund 1 2000",
      "2026-08-05 refund 0 -2000",
      "2026-08-09 refund 0 2000",
    ]);
  });

  it("count on the as-of day, not after it", () => {
    expect(refunds(sale("settlement"), refund("settlement", { day: "2026-11-20" }))).toHaveLength(1);
    expect(refunds(sale("settlement"), refund("settlement", { day: "2026-11-21" }))).toEqual([]);
  });

  it("count what the payments CSV prints for money given back, not for what it takes back", () => {
    const rows = (...units: number[]) => [
      ...sale("transactions", { units: 3 }),
      ...units.flatMap((n, i) =>
        refund("transactions", { day: `2026-08-0${i + 1}`, units: Math.abs(n), principal: n * 20 }),
      ),
    ];
    const told = (...units: number[]) =>
      lineOf({ transactions: rows(...units) })?.refunds.map((r) => r.units);
    expect(told(1, 2)).toEqual([1, 2]);
    expect(told(2, -1)).toEqual([2, 0]);
    // Nothing is known of the sale: the printed quantity stands.
    expect(
      lineOf({ transactions: refund("transactions", { units: 3 }) })?.refunds.map((r) => r.units),
    ).toEqual([3]);
  });
});

describe("payments for an order in settlements", () => {
  it("are in the currency of the row, else of the order, else of nobody knows which", () => {
    const amount = (reports: Given["reports"]) =>
      orderMoneyOf(accountWith(reports))
        .reimbursed(ORDER)
        .map((paid) => (paid.amount === null ? null : formatMoney(paid.amount)));
    expect(amount({ settlement: settled(reimbursed("settlement")) })).toEqual(["13.00 USD"]);
    const csv = reimbursed("transactions");
    expect(amount({ transactions: [...sale("transactions", { site: "Amazon.ca" }), ...csv] })).toEqual([
      "13.00 CAD",
    ]);
    expect(amount({ transactions: csv })).toEqual([null]);
  });

  it("keep what was paid and what was taken back apart", () => {
    const settlement = settled(
      reimbursed("settlement", { units: 2 }),
      reimbursed("settlement", { code: "COMPENSATED_CLAWBACK", amount: -13 }),
    );
    expect(orderMoneyOf(accountWith({ settlement })).reimbursed(ORDER)).toMatchObject([
      { sku: "SKU-A", day: day("2026-09-20"), paid: 2, takenBack: 0, amount: { minor: 2600 } },
      { paid: 0, takenBack: 1, amount: { minor: -1300 } },
    ]);
  });
});

describe("money given back", () => {
  const back = (...rows: Rows[]) =>
    refundedMoneyOf(accountWith({ settlement: settled(...rows) }))
      .ofLine(ORDER, "SKU-A")
      .map((r) => `${formatDay(r.day)} ${r.kind} ${r.minor}`);

  it("is told row by row, of refunds and disputes, none of sales or payments", () => {
    expect(
      back(
        sale("settlement"),
        reimbursed("settlement"),
        refund("settlement"),
        refund("settlement", { type: "Chargeback Refund", day: "2026-08-02" }),
        refund("settlement", { sku: "SKU-B" }),
      ),
    ).toEqual(["2026-08-01 refund 2000", "2026-08-02 chargeback 2000"]);
    expect(refundedMoneyOf(accountWith({ settlement: settled() })).ofLine(ORDER, "SKU-A")).toEqual([]);
  });

  it("counts up to the as-of day, but what was taken back again whenever", () => {
    expect(
      back(
        refund("settlement", { day: "2026-11-20" }),
        refund("settlement", { day: "2026-11-21" }),
        refund("settlement", { day: "2026-11-25", principal: -20 }),
        refund("settlement", { principal: 0 }),
      ),
    ).toEqual(["2026-11-20 refund 2000", "2026-11-25 refund -2000"]);
  });
});

describe("who sent an order", () => {
  const sender = (reports: Given["reports"], fulfilment: "AFN" | "MFN" | "" = "") => {
    const account = accountWith({ settlement: settled(sale("settlement", { fulfilment })), ...reports });
    const line = orderMoneyOf(account).line(ORDER, "SKU-A");
    return line && sentByAmazon(account, line);
  };

  it("is what its rows say, else Amazon where a return or a payment of the order shows it", () => {
    expect([sender({}, "AFN"), sender({}, "MFN"), sender({})]).toEqual([true, false, null]);
    expect(sender({ "customer-returns": [returned()] })).toBe(true);
    expect(sender({ reimbursements: [paidFor()] })).toBe(true);
    expect(sender({ "customer-returns": [returned({ orderId: OTHER })] })).toBeNull();
    expect(sender({ "customer-returns": [returned()] }, "MFN")).toBe(false);
  });

  it("is asked of the order report, from 90 days before the first refund on", () => {
    const need = orderReportFor(accountWith({}), [day("2026-08-09"), day("2026-08-01")]);
    expect(need).toEqual({ report: "orders", from: day("2026-05-03"), to: day("2026-11-20") });
  });
});

describe("the value of a unit after its order", () => {
  const worth = (rows: Rows, units = 1) => {
    const { amount, basis } = afterOrder(lineOf({ settlement: settled(rows) }) ?? null, units);
    return [amount && formatMoney(amount), basis];
  };
  const bookedAs = (...wanted: ("Principal" | "Commission" | "FBAPerUnitFulfillmentFee")[]) =>
    sale("settlement").filter((row) => wanted.some((name) => row["amountDescription"] === name));

  it("is the price less both fees, with the numbers it comes from", () => {
    expect(worth(sale("settlement", { units: 3 }), 2)).toEqual([
      "26.00 USD",
      "Price paid in this order less its fees: 60.00 USD for 3 units, less 9.00 USD referral fee and 12.00 USD fulfilment fee; of that 2 units.",
    ]);
  });

  it("is nothing where the fees were as high as the price, one cent where they were not", () => {
    expect(worth(sale("settlement", { price: 4 }))[0]).toBe("0.00 USD");
    const four = { price: 4.71 };
    // 15 % of 4.71 is 0.71 and 4.00 is the other fee.
    expect(worth(sale("settlement", four))).toEqual([
      "0.00 USD",
      "The fees of this order were as high as the price paid, so there is no money at stake.",
    ]);
    expect(worth(sale("settlement", { price: 4.72 }))[0]).toBe("0.01 USD");
  });

  it.each([
    [["Principal"], "referral fee and fulfilment fee"],
    [["Principal", "Commission"], "fulfilment fee"],
    [["Principal", "FBAPerUnitFulfillmentFee"], "referral fee"],
  ] as const)("is not known from %j alone", (names, missing) => {
    expect(worth(bookedAs(...names))).toEqual([
      null,
      `Not valued: the imported settlements do not show the ${missing} of this order.`,
    ]);
  });

  it("is not known without a quantity, a price or a sale", () => {
    const noUnits = sale("settlement").map((row) => ({ ...row, quantityPurchased: null }));
    expect(worth(noUnits)[1]).toContain("do not show the quantity of this order");
    expect(worth(sale("settlement", { price: 0 }))[1]).toContain("do not show the price of this order");
    const notThere =
      "Not valued: the sale is in none of the imported settlements; its price and fees are unknown.";
    expect(worth(refund("settlement"))).toEqual([null, notThere]);
    expect(afterOrder(null, 1)).toEqual({ amount: null, basis: notThere });
  });
});
