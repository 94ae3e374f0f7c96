/** What each row of a payments file says: the same money in settlement V2, settlement V1 and the payments CSV. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../../src/audits/account/account.ts";
import { entriesOf, oneSourceOf } from "../../../../src/audits/account/orders/entries.ts";
import type { Entry } from "../../../../src/audits/account/orders/entry.ts";
import type { Cell } from "../../../../src/reports/definition.ts";
import { formatDay } from "../../../../src/values/day.ts";
import { type Given, inputOf, type Rows } from "../account-of-rows.ts";
import { ORDER, refund, sale, totalRow } from "./money-rows.ts";

type Row = Readonly<Record<string, Cell>>;

const entriesIn = (reports: Given["reports"], given: Partial<Given> = {}): readonly Entry[] =>
  entriesOf(accountOf(inputOf({ reports, ...given })));

const common = { settlementId: "9001", orderId: ORDER, sku: "SKU-A", marketplaceName: "Amazon.com" };
const v2 = (row: Row): Row => ({
  ...common,
  transactionType: "Order",
  amountType: "ItemPrice",
  amountDescription: "Principal",
  amount: 20,
  postedDate: "2026-07-01",
  ...row,
});
const v1 = (row: Row): Row => ({ ...common, transactionType: "Order", postedDate: "2026-07-01", ...row });
const csv = (row: Row): Row => ({
  settlementId: "9001",
  orderId: ORDER,
  sku: "SKU-A",
  type: "Order",
  marketplace: "amazon.com",
  dateTime: "2026-07-01",
  ...row,
});
const fromV2 = (...rows: Rows) => entriesIn({ settlement: [...totalRow("settlement"), ...rows] });
const fromV1 = (...rows: Rows) => entriesIn({ "settlement-v1": [...totalRow("settlement-v1"), ...rows] });
const fromCsv = (...rows: Rows) => entriesIn({ transactions: rows });
const amounts = (entries: readonly Entry[]) => entries.map((entry) => entry.amounts);

describe("an amount of settlement V2", () => {
  it.each([
    ["ItemPrice", "Principal", "principal"],
    ["ItemPrice", "Shipping", "shipping"],
    ["ItemPrice", "GiftWrap", "giftWrap"],
    ["ItemPrice", "Tax", "tax"],
    ["ItemPrice", "ShippingTax", "tax"],
    ["ItemPrice", "GiftWrapTax", "tax"],
    ["Promotion", "Principal", "itemPromotion"],
    ["Promotion", "Shipping", "shippingPromotion"],
    ["ItemFees", "Commission", "commission"],
    ["ItemFees", "RefundCommission", "refundAdministration"],
    ["ItemFees", "VariableClosingFee", "commission"],
    ["ItemFees", "FixedClosingFee", "commission"],
    ["ItemFees", "FBAPerUnitFulfillmentFee", "fulfilmentFee"],
    ["ItemFees", "FBAPerOrderFulfillmentFee", "fulfilmentFee"],
    ["ItemFees", "FBAWeightBasedFee", "fulfilmentFee"],
  ])("%s %s is its %s", (amountType, amountDescription, component) => {
    expect(amounts(fromV2(v2({ amountType, amountDescription, amount: -1.23 })))).toEqual([
      { [component]: -123 },
    ]);
  });

  it.each([
    ["ItemPrice", "Commission"],
    ["Promotion", "Tax"],
    ["ItemFees", "Principal"],
    ["ItemFees", "SalesTaxServiceFee"],
    ["ItemWithheldTax", "MarketplaceFacilitatorTax-Principal"],
    ["other-transaction", "Storage Fee"],
  ])("%s %s is nothing an audit asks for", (amountType, amountDescription) => {
    expect(fromV2(v2({ amountType, amountDescription }))).toEqual([]);
  });

  it("keeps the word of a fee, and of nothing else", () => {
    const fee = (amountType: string, amountDescription: string) =>
      fromV2(v2({ amountType, amountDescription })).map((entry) => entry.fee);
    expect(fee("ItemFees", "FBAPerUnitFulfillmentFee")).toEqual(["fbaperunitfulfillmentfee"]);
    expect(fee("ItemFees", "Commission")).toEqual(["commission"]);
    expect(fee("ItemPrice", "Principal")).toEqual([null]);
    expect(fee("Promotion", "Principal")).toEqual([null]);
  });

  it("counts units on the price of a sale alone", () => {
    const units = (row: Row) => fromV2(v2({ quantityPurchased: 3, ...row })).map((entry) => entry.units);
    expect(units({})).toEqual([3]);
    expect(units({ amountDescription: "Shipping" })).toEqual([null]);
    expect(units({ amountType: "ItemFees", amountDescription: "Commission" })).toEqual([null]);
    expect(units({ transactionType: "Refund" })).toEqual([null]);
    expect(units({ quantityPurchased: null })).toEqual([null]);
  });

  it("is of the kind its transaction type says; other types are left out", () => {
    const kind = (transactionType: string) => fromV2(v2({ transactionType })).map((entry) => entry.kind);
    expect(
      ["Order", "Refund", "Chargeback Refund", "A-to-z Guarantee Refund"].flatMap((type) => kind(type)),
    ).toEqual(["order", "refund", "chargeback", "a-to-z"]);
    for (const type of ["Order_Retrocharge", "Refund_Retrocharge", "Adjustment", "ServiceFee", ""]) {
      expect(kind(type), type).toEqual([]);
    }
  });

  it("was booked on its day, else on the day of its moment, else nobody knows", () => {
    const day = (row: Row) =>
      fromV2(v2(row)).map((entry) => (entry.day === null ? null : formatDay(entry.day)));
    expect(day({})).toEqual(["2026-07-01"]);
    expect(day({ postedDateTime: "2026-07-02 23:59:59" })).toEqual(["2026-07-01"]);
    expect(day({ postedDate: null, postedDateTime: "2026-07-02 23:59:59" })).toEqual(["2026-07-02"]);
    expect(day({ postedDate: null })).toEqual([null]);
  });

  it("names its settlement, order, item, sender and line", () => {
    expect(fromV2(v2({ fulfillmentId: "AFN", line: 7 }))).toMatchObject([
      {
        settlementId: "9001",
        orderId: ORDER,
        sku: "SKU-A",
        fulfilment: "amazon",
        evidence: { report: "settlement", line: 7 },
      },
    ]);
    expect(fromV2(v2({ fulfillmentId: "MFN" }), v2({}))).toMatchObject([
      { fulfilment: "seller" },
      { fulfilment: null },
    ]);
  });
});

describe("a row of settlement V1", () => {
  it.each([
    [{ priceType: "Principal", priceAmount: 20 }, { principal: 2000 }],
    [{ priceType: "Shipping", priceAmount: 3 }, { shipping: 300 }],
    [{ priceType: "GiftWrapTax", priceAmount: 0.5 }, { tax: 50 }],
    [{ itemRelatedFeeType: "Commission", itemRelatedFeeAmount: -3 }, { commission: -300 }],
    [{ itemRelatedFeeType: "RefundCommission", itemRelatedFeeAmount: -0.6 }, { refundAdministration: -60 }],
    [{ promotionType: "Shipping", promotionAmount: -2 }, { shippingPromotion: -200 }],
    [{ promotionType: "Principal", promotionAmount: -1 }, { itemPromotion: -100 }],
    [
      { priceType: "Principal", priceAmount: 20, itemRelatedFeeType: "Commission", itemRelatedFeeAmount: -3 },
      { principal: 2000, commission: -300 },
    ],
  ])("%j says %j", (row, expected) => {
    expect(amounts(fromV1(v1(row)))).toEqual([expected]);
  });

  it.each<[string, Row]>([
    ["a fee no audit asks for", { itemRelatedFeeType: "SalesTaxServiceFee", quantityPurchased: 1 }],
    ["a price no audit asks for", { priceType: "Goodwill", priceAmount: 1, quantityPurchased: 1 }],
    ["a promotion no audit asks for", { promotionType: "Tax", promotionAmount: 1, quantityPurchased: 1 }],
    ["a row of the item without a quantity", {}],
    ["a refunded item's row without an amount", { transactionType: "Refund", quantityPurchased: 1 }],
    ["a retrocharge", { transactionType: "Order_Retrocharge", priceType: "Principal", priceAmount: 1 }],
    ["a type of its own", { transactionType: "Storage Fee", otherAmount: -5, sku: "" }],
  ])("%s says nothing", (_, row) => {
    expect(fromV1(v1(row))).toEqual([]);
  });

  it("counts units on the price of a sale, or on the item's own row", () => {
    const units = (row: Row) => fromV1(v1({ quantityPurchased: 3, ...row })).map((entry) => entry.units);
    expect(units({ priceType: "Principal", priceAmount: 20 })).toEqual([3]);
    expect(units({})).toEqual([3]);
    expect(units({ priceType: "Shipping", priceAmount: 3 })).toEqual([null]);
    expect(units({ itemRelatedFeeType: "Commission", itemRelatedFeeAmount: -3 })).toEqual([null]);
    expect(units({ promotionType: "Principal", promotionAmount: -3 })).toEqual([null]);
    expect(units({ transactionType: "Refund", priceType: "Principal", priceAmount: -20 })).toEqual([null]);
  });

  it("names its fee, its day, its order and its line", () => {
    const row = { itemRelatedFeeType: "FBAPerUnitFulfillmentFee", itemRelatedFeeAmount: -4 };
    expect(fromV1(v1({ ...row, fulfillmentId: "AFN", line: 9 }))).toMatchObject([
      {
        settlementId: "9001",
        kind: "order",
        orderId: ORDER,
        sku: "SKU-A",
        fulfilment: "amazon",
        fee: "fbaperunitfulfillmentfee",
        evidence: { report: "settlement-v1", line: 9 },
      },
    ]);
    expect(fromV1(v1({ priceType: "Principal", priceAmount: 1, postedDate: null }))).toMatchObject([
      { fee: null, day: null },
    ]);
  });
});

describe("a reimbursement in a settlement", () => {
  const both = (code: string, amount: number, quantity: number | null = null, more: Row = {}) => {
    const [two] = fromV2(
      v2({
        transactionType: "other-transaction",
        amountType: "FBA Inventory Reimbursement",
        amountDescription: code,
        amount,
        quantityPurchased: quantity,
        ...more,
      }),
    );
    const [one] = fromV1(
      v1({ transactionType: code, otherAmount: amount, quantityPurchased: quantity, ...more }),
    );
    const inShort = (entry: Entry | undefined) => entry && [entry.kind, entry.units, entry.amounts];
    expect(inShort(one)).toEqual(inShort(two));
    return [two?.kind, two?.units];
  };

  it.each([
    ["REVERSAL_REIMBURSEMENT", 13, 2, 2],
    ["REVERSAL_REIMBURSEMENT", 13, null, 1],
    ["REVERSAL_REIMBURSEMENT", 13, 0, 1],
    ["REVERSAL_REIMBURSEMENT", -13, 1, -1],
    ["COMPENSATED_CLAWBACK", -13, 2, -2],
    ["COMPENSATED_CLAWBACK", -13, -2, -2],
    ["COMPENSATED_CLAWBACK", 13, 1, 0],
    ["MISSING_FROM_INBOUND_CLAWBACK", 4, 1, 0],
    ["WAREHOUSE_LOST", 4, 1, 1],
    ["WAREHOUSE_LOST", 0, 1, 0],
    ["INCORRECT_FEES_ITEMS", 2, 1, 0],
    ["A_CODE_NOBODY_KNOWS", 13, 1, 1],
  ])("%s of %d for %j is %d units", (code, amount, quantity, units) => {
    expect(both(code, amount, quantity)).toEqual(["reimbursement", units]);
  });

  it("is one under any amount type whose description says so, and under the type of reimbursements", () => {
    const kinds = (row: Row) =>
      fromV2(v2({ transactionType: "other-transaction", ...row })).map((e) => e.kind);
    expect(kinds({ amountType: "other", amountDescription: "WAREHOUSE_DAMAGE" })).toEqual(["reimbursement"]);
    expect(kinds({ amountType: "other", amountDescription: "BuyerRecharge" })).toEqual(["reimbursement"]);
    expect(kinds({ amountType: "FBA Inventory Reimbursement", amountDescription: "Anything" })).toEqual([
      "reimbursement",
    ]);
    expect(kinds({ amountType: "other", amountDescription: "Anything" })).toEqual([]);
  });

  it("is one in V1 by its known code, a recharge, or a code in capitals that names an item", () => {
    const kinds = (row: Row) => fromV1(v1({ otherAmount: 5, ...row })).map((e) => [e.kind, e.units]);
    expect(kinds({ transactionType: "WAREHOUSE_DAMAGE", sku: "" })).toEqual([["reimbursement", 1]]);
    expect(kinds({ transactionType: "BUYER_RECHARGE", sku: "" })).toEqual([["reimbursement", 1]]);
    expect(kinds({ transactionType: "NEW_CODE" })).toEqual([["reimbursement", 1]]);
    expect(kinds({ transactionType: "NEW_CODE_OF_THREE" })).toEqual([["reimbursement", 1]]);
    for (const row of [
      { transactionType: "NEW_CODE", sku: "" },
      { transactionType: "NEWCODE" },
      { transactionType: "New_Code" },
      { transactionType: "x NEW_CODE" },
      { transactionType: "NEW_CODE x" },
    ]) {
      expect(kinds(row), JSON.stringify(row)).toEqual([]);
    }
  });
});

describe("where and in which money a row is booked", () => {
  const booked = (row: Row, currency: string | null, marketplace = "US") =>
    entriesIn(
      { settlement: [...(currency === null ? [] : totalRow("settlement", "9001", currency)), v2(row)] },
      { marketplace },
    ).map((entry) => entry.booked);

  it("is its site, in the currency its settlement is paid in", () => {
    expect(booked({}, "USD")).toEqual([
      { site: "US", multiChannel: false, currency: "USD", marketplace: "US" },
    ]);
    expect(booked({ marketplaceName: "Amazon.de" }, "EUR")).toMatchObject([{ site: "DE", currency: "EUR" }]);
  });

  it("is the row's own currency without a total row, else that of the site", () => {
    expect(booked({ currency: "CAD", marketplaceName: "" }, null)).toMatchObject([
      { site: null, currency: "CAD", marketplace: "CA" },
    ]);
    expect(booked({ marketplaceName: "Amazon.co.uk" }, null)).toMatchObject([
      { currency: "GBP", marketplace: "UK" },
    ]);
    expect(booked({ marketplaceName: "Amazon.co.uk" }, "")).toMatchObject([{ currency: "GBP" }]);
  });

  it("is the marketplace that pays in the currency where no site is named, else where the file is from", () => {
    expect(booked({ marketplaceName: "" }, "MXN")).toMatchObject([{ site: null, marketplace: "MX" }]);
    expect(booked({ marketplaceName: "" }, "EUR", "FR")).toMatchObject([{ marketplace: "FR" }]);
    expect(booked({ marketplaceName: "" }, null, "FR")).toMatchObject([
      { currency: null, marketplace: "FR" },
    ]);
  });

  it.each([
    ["Non-Amazon", true],
    ["Non-Amazon US", true],
    [" non-amazon", true],
    ["Amazon.com", false],
    ["is Non-Amazon", false],
  ])("%j is another shop: %s", (marketplaceName, multiChannel) => {
    expect(booked({ marketplaceName }, "USD")).toMatchObject([{ multiChannel }]);
  });

  it("is worked out for each settlement, site and file by itself", () => {
    const rows = [
      ...totalRow("settlement", "1", "USD"),
      ...totalRow("settlement", "2", "CAD"),
      v2({ settlementId: "1" }),
      v2({ settlementId: "2", marketplaceName: "Amazon.ca" }),
      v2({ settlementId: "2", marketplaceName: "" }),
      v2({ settlementId: "3", marketplaceName: "", importedFor: "JP" }),
    ];
    const places = entriesIn({ settlement: rows }).map((entry) => entry.booked);
    expect(places).toMatchObject([
      { site: "US", currency: "USD" },
      { site: "CA", currency: "CAD" },
      { site: null, currency: "CAD", marketplace: "CA" },
      { site: null, currency: null, marketplace: "JP" },
    ]);
  });

  it("holds in yen, which has no cents, and in a currency nobody named as if it had two", () => {
    const minor = (row: Row, currency: string | null) =>
      entriesIn({
        settlement: [...(currency === null ? [] : totalRow("settlement", "9001", currency)), v2(row)],
      }).map((entry) => entry.amounts.principal);
    expect(minor({ marketplaceName: "", amount: 1500 }, "JPY")).toEqual([1500]);
    expect(minor({ marketplaceName: "", amount: 15 }, null)).toEqual([1500]);
    expect(minor({ amount: null }, "USD")).toEqual([0]);
  });
});

describe("the total row of a settlement", () => {
  it("is none of its lines; a line with a total beside a type is one", () => {
    expect(fromV2()).toEqual([]);
    expect(fromV2(v2({ totalAmount: 5 }))).toHaveLength(1);
    expect(fromV1(v1({ totalAmount: 5, priceType: "Principal", priceAmount: 20 }))).toHaveLength(1);
    // In V1 it may repeat words of an item, but no type.
    expect(fromV1(v1({ totalAmount: 5, transactionType: "", priceType: "Principal" }))).toEqual([]);
  });
});

describe("a row of the payments CSV", () => {
  it("holds all amounts of an item at once; what is blank is not known", () => {
    const row = csv({
      quantity: 2,
      productSales: 40,
      productSalesTax: 3,
      shippingCredits: 5,
      giftWrapCredits: 1,
      promotionalRebates: 0,
      sellingFees: -6,
      fbaFees: -8,
      fulfillment: "Amazon",
      line: 4,
    });
    expect(fromCsv(row)).toMatchObject([
      {
        settlementId: "9001",
        kind: "order",
        orderId: ORDER,
        sku: "SKU-A",
        units: 2,
        fulfilment: "amazon",
        fee: null,
        booked: { site: "US", currency: "USD" },
        amounts: {
          principal: 4000,
          tax: 300,
          shipping: 500,
          giftWrap: 100,
          commission: -600,
          fulfilmentFee: -800,
        },
        evidence: { report: "transactions", line: 4 },
      },
    ]);
    expect(amounts(fromCsv(csv({ productSales: 40 })))).toEqual([
      { principal: 4000, itemPromotion: 0, shippingPromotion: 0 },
    ]);
  });

  it.each([
    [-2.99, 2.99, null, 0, -299],
    [-5, 2.99, null, -201, -299],
    [-5, 2.99, 1, -101, -399],
    [-2, null, null, -200, 0],
    [-1, 2.99, 1, 0, -100],
    [2.99, -2.99, null, 0, 299],
  ])(
    "a rebate of %d with %j shipping and %j gift wrap is %d off the item",
    (rebate, ship, wrap, item, rest) => {
      const row = csv({ promotionalRebates: rebate, shippingCredits: ship, giftWrapCredits: wrap });
      const [{ itemPromotion = null, shippingPromotion = null } = {}] = amounts(fromCsv(row));
      expect([(itemPromotion ?? 0) + 0, (shippingPromotion ?? 0) + 0]).toEqual([item, rest]);
    },
  );

  it("prints the units of a refund, whichever sign they carry", () => {
    const units = (row: Row) => fromCsv(csv({ type: "Refund", ...row })).map((entry) => entry.units);
    expect([units({ quantity: 2 }), units({ quantity: -2 }), units({ quantity: null })]).toEqual([
      [2],
      [2],
      [null],
    ]);
  });

  it.each([
    ["FBA Inventory Reimbursement - Customer Return", 13, 2, 2],
    ["FBA Inventory Reimbursement - Customer Return", 13, null, 1],
    ["FBA Inventory Reimbursement - Customer Return", 13, 0, 1],
    ["FBA Inventory Reimbursement - Customer Return", -13, 2, -2],
    ["FBA Inventory Reimbursement - Customer Return", 0, 2, 0],
    ["FBA Inventory Reimbursement - Fee Correction", 2, 1, 0],
    ["Korrektur der Gebühr", 2, 1, 0],
    ["FBA Inventory Reimbursement - Fee_Correction", 2, 1, 0],
  ])("an adjustment %j of %d for %j is %d units", (description, total, quantity, units) => {
    expect(fromCsv(csv({ type: "Adjustment", description, total, quantity }))).toMatchObject([
      { kind: "reimbursement", units, amounts: { reimbursement: total * 100 } },
    ]);
  });

  it("counts for no adjustment without money, and has no day where none is printed", () => {
    expect(fromCsv(csv({ type: "Adjustment", total: null, quantity: 2, dateTime: null }))).toMatchObject([
      { units: 0, day: null },
    ]);
  });

  it.each(["Order_Retrocharge", "Refund_Retrocharge", "Service Fee", "Transfer", ""])(
    "of type %j is left out",
    (type) => {
      expect(fromCsv(csv({ type, productSales: 5, total: 5 }))).toEqual([]);
    },
  );
});

describe("money described by several files", () => {
  const whole = (source: "settlement" | "settlement-v1" | "transactions", settlementId: string) => [
    ...totalRow(source, settlementId),
    ...sale(source, { settlementId }),
  ];

  it("is read from one file per settlement, and from each file what the others lack", () => {
    const account = accountOf(
      inputOf({
        reports: {
          settlement: whole("settlement", "1"),
          "settlement-v1": [...whole("settlement-v1", "1"), ...whole("settlement-v1", "2")],
          transactions: ["1", "2", "3"].flatMap((id) => whole("transactions", id)),
        },
      }),
    );
    const { v2: two, v1: one, csv: rest } = oneSourceOf(account);
    const settlements = [two, one, rest].map((rows) => [...new Set(rows.map((row) => row.settlementId))]);
    expect(settlements).toEqual([["1"], ["2"], ["3"]]);
  });

  it("is read from every file where it names no settlement", () => {
    const blank = { settlementId: "" };
    const entries = entriesIn({
      settlement: sale("settlement", { ...blank, order: "1" }),
      "settlement-v1": sale("settlement-v1", { ...blank, order: "2" }),
      transactions: sale("transactions", { ...blank, order: "3" }),
    });
    expect([...new Set(entries.map((entry) => entry.orderId))]).toEqual(["1", "2", "3"]);
  });

  it("waits for its settlement once: the same kind of line of the same item and order", () => {
    const pending = (given: Parameters<typeof refund>[1]) =>
      refund("transactions", { settlementId: "", ...given });
    const kept = (given: Parameters<typeof refund>[1]) =>
      entriesIn({
        settlement: [...totalRow("settlement"), ...refund("settlement")],
        transactions: pending(given),
      }).filter((entry) => entry.evidence.report === "transactions").length;
    expect(kept({})).toBe(0);
    expect(kept({ order: "111-0000000-0000000" })).toBe(1);
    expect(kept({ sku: "SKU-B" })).toBe(1);
    expect(kept({ type: "Chargeback Refund" })).toBe(1);
    expect(entriesIn({ transactions: [...pending({}), ...pending({})] })).toHaveLength(2);
    expect(
      entriesIn({ settlement: refund("settlement", { settlementId: "" }), transactions: pending({}) }),
    ).toHaveLength(1);
  });
});
