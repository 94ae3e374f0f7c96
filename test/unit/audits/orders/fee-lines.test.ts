/** Which fees were charged for which sold units of an order line, and which were charged twice. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../../src/audits/account/account.ts";
import { type FeeLine, feeLinesOf } from "../../../../src/audits/account/orders/fee-lines.ts";
import { formatDay } from "../../../../src/values/day.ts";
import { formatMoney } from "../../../../src/values/money.ts";
import { inputOf, type Rows } from "../account-of-rows.ts";
import { booked, FULFILMENT, refunded, sold, total } from "../fee-rows.ts";
import { sale } from "./money-rows.ts";

const linesOf = (rows: Rows, reports = {}): readonly FeeLine[] =>
  feeLinesOf(
    accountOf(inputOf({ asOf: "2026-06-30", reports: { settlement: [total(), ...rows], ...reports } })),
  );
const lineOf = (rows: Rows) => {
  const numbered = rows.map((row, i): Rows[number] => ({ line: i + 3, ...row }));
  const [line] = linesOf(numbered);
  // Whatever order the rows come in.
  expect(linesOf([...numbered].reverse())).toEqual(linesOf(numbered));
  return line;
};
/** Per day: units, price, referral fee, fulfilment fee, and the lines of both fees. */
const days = (rows: Rows) =>
  lineOf(rows)?.sold.map(({ day, units, principal, commission, fulfilmentFee, evidence }) =>
    [
      formatDay(day),
      units,
      principal,
      commission ?? "-",
      fulfilmentFee ?? "-",
      evidence.commission.map((e) => e.line).join("+"),
      evidence.fulfilmentFee.map((e) => e.line).join("+"),
    ].join(" "),
  );
const twice = (rows: Rows) =>
  lineOf(rows)?.twice.map(({ kind, fee, day, units, amount, occurrence, evidence }) =>
    [
      kind,
      fee,
      formatDay(day),
      units,
      formatMoney(amount),
      occurrence,
      evidence.map((e) => e.line).join("+"),
    ].join(" "),
  );
const fee = (amount: number, more: Parameters<typeof booked>[3] = {}) =>
  booked("ItemFees", FULFILMENT, amount, more);
const commission = (amount: number, more: Parameters<typeof booked>[3] = {}) =>
  booked("ItemFees", "Commission", amount, more);

describe("the units sold on a day", () => {
  it("carry the fees of that day", () => {
    const rows = [...sold({ units: 2 }), ...sold({ day: "2026-05-22" })];
    expect(days(rows)).toEqual(["2026-05-20 2 4000 600 870 4 5", "2026-05-22 1 2000 300 435 7 8"]);
  });

  it("carry all amounts of that day, promotions below zero", () => {
    const rows = [
      ...sold(),
      booked("ItemPrice", "Shipping", 5.99),
      booked("ItemPrice", "GiftWrap", 2),
      booked("Promotion", "Principal", -1),
      booked("Promotion", "Shipping", -3),
      ...sold({ day: "2026-05-22" }),
    ];
    expect(lineOf(rows)?.sold).toMatchObject([
      { shipping: 599, giftWrap: 200, itemPromotion: -100, shippingPromotion: -300 },
      { shipping: 0, giftWrap: 0, itemPromotion: 0, shippingPromotion: 0 },
    ]);
  });

  it("are all in one, on the day of the first charge, where a fee came on a day of its own", () => {
    const rows = [...sold({ fee: null }), fee(-4.35, { day: "2026-05-23" })];
    expect(days(rows)).toEqual(["2026-05-20 1 2000 300 435 4 5"]);
    const both = [
      ...sold({ fee: null, commission: null }),
      fee(-4.35, { day: "2026-05-23" }),
      commission(-3, { day: "2026-05-22" }),
    ];
    expect(days(both)).toEqual(["2026-05-22 1 2000 300 435 5 4"]);
  });

  it("are all in one where the fees of only one of two days are known", () => {
    const rows = [...sold({ units: 2 }), ...sold({ day: "2026-05-22", fee: null, commission: null })];
    expect(days(rows)).toEqual(["2026-05-20 3 6000 600 870 4 5"]);
  });

  it("are all in one where one kind of fee is known of only one of two days", () => {
    const rows = [...sold(), ...sold({ day: "2026-05-22", fee: null })];
    expect(days(rows)).toEqual(["2026-05-20 2 4000 600 435 4+7 5"]);
    const other = [...sold({ commission: null }), ...sold({ day: "2026-05-22" })];
    expect(days(other)).toEqual(["2026-05-20 2 4000 300 870 6 4+7"]);
  });

  it("stand by day where a kind of fee is known of none of them", () => {
    expect(days([...sold({ fee: null }), ...sold({ day: "2026-05-22", fee: null })])).toEqual([
      "2026-05-20 1 2000 300 - 4 ",
      "2026-05-22 1 2000 300 - 6 ",
    ]);
    expect(days([...sold({ commission: null }), ...sold({ day: "2026-05-22", commission: null })])).toEqual([
      "2026-05-20 1 2000 - 435  4",
      "2026-05-22 1 2000 - 435  6",
    ]);
  });

  it("are not told where a sale was booked back, nothing was charged, or no units are printed", () => {
    expect(days([...sold({ units: 2 }), booked("ItemPrice", "Principal", -20)])).toEqual([]);
    expect(days(sold({ commission: null, fee: null }))).toEqual([]);
    expect(days(sold().map((row) => ({ ...row, quantityPurchased: null })))).toEqual([]);
    expect(days([fee(-4.35), commission(-3)])).toEqual([]);
  });

  it("stand on a row of the item alone in settlement V1, where its price prints none", () => {
    const rows = sale("settlement-v1", { day: "2026-05-20", units: 2 }).map((row) => ({
      ...row,
      quantityPurchased: null,
    }));
    const [first] = rows;
    const item = { ...first, priceType: "", priceAmount: null, quantityPurchased: 2 };
    const v1 = (...more: Rows) =>
      linesOf([], {
        "settlement-v1": [{ settlementId: "9001", currency: "USD", totalAmount: 1 }, ...rows, ...more],
      })[0]?.sold[0]?.units;
    // The total rows of V2 speak of the same settlement: only V1 is there.
    expect(v1()).toBeUndefined();
    expect(
      feeLinesOf(
        accountOf(inputOf({ asOf: "2026-06-30", reports: { "settlement-v1": [...rows, item] } })),
      ).map(({ sold: parts }) => parts.map(({ units }) => units)),
    ).toEqual([[2]]);
  });

  it("are those up to the day of the audit", () => {
    const rows = [...sold(), ...sold({ day: "2026-06-30" }), ...sold({ day: "2026-07-01" })];
    expect(days(rows)?.map((line) => line.slice(0, 10))).toEqual(["2026-05-20", "2026-06-30"]);
    const refunds = [...refunded({ day: "2026-06-30" }), ...refunded({ day: "2026-07-01" })];
    expect(lineOf([...sold(), ...refunds])?.refunds).toHaveLength(3);
  });
});

describe("a fee given back", () => {
  it("takes away the charge of its amount, the latest of several", () => {
    const rows = [...sold(), ...sold({ day: "2026-05-22" }), fee(4.35, { day: "2026-05-23" })];
    expect(days(rows)).toEqual(["2026-05-20 2 4000 600 435 4+7 5"]);
    expect(days([...sold({ fee: 4 }), fee(-0.35), fee(4, { day: "2026-05-23" })])).toEqual([
      "2026-05-20 1 2000 300 35 4 6",
    ]);
    expect(days([...sold({ fee: 4 }), fee(4)])).toEqual(["2026-05-20 1 2000 300 - 4 "]);
  });

  it("in another amount comes off the charges, the oldest first", () => {
    const two = (back: number) =>
      days([...sold(), ...sold({ day: "2026-05-22" }), fee(back, { day: "2026-05-25" })]);
    expect(two(1)).toEqual(["2026-05-20 1 2000 300 335 4 5", "2026-05-22 1 2000 300 435 7 8"]);
    expect(two(5)).toEqual(["2026-05-20 1 2000 300 0 4 5", "2026-05-22 1 2000 300 370 7 8"]);
    expect(two(20)).toEqual(["2026-05-20 1 2000 300 0 4 5", "2026-05-22 1 2000 300 0 7 8"]);
  });

  it("touches no fee of another name", () => {
    const rows = [...sold(), booked("ItemFees", "FBAWeightBasedFee", -1), fee(1)];
    expect(days(rows)).toEqual(["2026-05-20 1 2000 300 435 4 5+6"]);
    const closing = [...sold(), booked("ItemFees", "VariableClosingFee", -1.8)];
    expect([lineOf(sold())?.referral, lineOf(closing)?.referral]).toEqual([300, 300]);
    expect(days(closing)).toEqual(["2026-05-20 1 2000 480 435 4+6 5"]);
  });

  it("with a refund counts for the fulfilment fee, and is no reversal of the referral fee", () => {
    const rows = [...sold(), ...refunded(), fee(4.35, { kind: "Refund", day: "2026-06-01" })];
    expect(days(rows)).toEqual(["2026-05-20 1 2000 300 - 4 "]);
    expect(lineOf(rows)?.referral).toBe(300);
    expect(lineOf([...sold(), commission(3)])?.referral).toBe(0);
    expect(lineOf([...sold(), commission(1)])?.referral).toBe(200);
  });

  it("counts even after the day of the audit", () => {
    expect(twice([...sold(), fee(-4.35), fee(4.35, { day: "2026-07-02" })])).toEqual([]);
  });
});

describe("a fee charged twice", () => {
  it("is the latest of its amount, with its own day and line", () => {
    expect(twice([...sold(), fee(-4.35, { day: "2026-05-24" })])).toEqual([
      "fulfilmentFee fbaperunitfulfillmentfee 2026-05-24 1 4.35 USD 1 5+6",
    ]);
    expect(twice([...sold(), commission(-3)])).toEqual(["commission commission 2026-05-20 1 3.00 USD 1 4+6"]);
  });

  it("is not charged for the unit: what stands is the first", () => {
    expect(days([...sold(), fee(-4.35)])).toEqual(["2026-05-20 1 2000 300 435 4 5"]);
  });

  it("is as often as it is too often, each counted", () => {
    const again = ["2026-05-24", "2026-05-26"].map((day) => fee(-4.35, { day }));
    expect(twice([...sold(), ...again])).toEqual([
      "fulfilmentFee fbaperunitfulfillmentfee 2026-05-24 1 4.35 USD 1 5+6",
      "fulfilmentFee fbaperunitfulfillmentfee 2026-05-26 1 4.35 USD 2 5+7",
    ]);
    // Two sales: one row too many, the latest.
    expect(twice([...sold(), ...sold({ day: "2026-05-22" }), ...again.slice(1)])).toEqual([
      "fulfilmentFee fbaperunitfulfillmentfee 2026-05-26 1 4.35 USD 1 5+9",
    ]);
  });

  it("is for the units of the sale its twin was charged for, else for the fewest of any", () => {
    const two = [...sold({ units: 3, fee: 2, day: "2026-05-18" }), ...sold({ units: 2, fee: 3 })];
    // 6.00 for three units, and 6.00 for two.
    expect(twice([...two, fee(-6, { day: "2026-05-24" })])).toEqual([
      "fulfilmentFee fbaperunitfulfillmentfee 2026-05-24 3 6.00 USD 1 5+9",
    ]);
    const apart = [
      ...sold({ units: 3, fee: null, day: "2026-05-18" }),
      ...sold({ units: 2, fee: null }),
      ...["2026-05-23", "2026-05-24", "2026-05-25"].map((day) => fee(-6, { day })),
    ];
    expect(twice(apart)).toEqual(["fulfilmentFee fbaperunitfulfillmentfee 2026-05-25 2 6.00 USD 1 7+9"]);
  });

  it("is for the units of its own row where the payments CSV prints them, and at least for one", () => {
    const row = (quantity: number, productSales: number, date: string) => ({
      dateTime: date,
      settlementId: "7",
      type: "Order",
      orderId: "111-1",
      sku: "MUG",
      quantity,
      marketplace: "amazon.com",
      fulfillment: "Amazon",
      productSales,
      sellingFees: productSales === 0 ? 0 : -6,
      fbaFees: -8.7,
    });
    const units = (quantity: number) =>
      linesOf([], { transactions: [row(2, 40, "2026-05-20"), row(quantity, 0, "2026-05-24")] })
        .flatMap((line) => line.twice)
        .map((one) => `${one.fee} ${one.units}`);
    expect(units(3)).toEqual(["fbaperunitfulfillmentfee 3"]);
    expect(units(1)).toEqual(["fbaperunitfulfillmentfee 1"]);
    expect(units(0)).toEqual(["fbaperunitfulfillmentfee 2"]);
    const none = sold().map((line) => ({ ...line, quantityPurchased: 0 }));
    expect(twice([...none, fee(-4.35)])).toEqual([
      "fulfilmentFee fbaperunitfulfillmentfee 2026-05-20 1 4.35 USD 1 5+6",
    ]);
  });
});

describe("lines without fees to tell", () => {
  it("are those of other shops, and those in no one currency", () => {
    expect(linesOf(sold({ order: "S01-1" }))).toEqual([]);
    expect(linesOf(sold({ site: "Non-Amazon" }))).toEqual([]);
    expect(
      linesOf([
        ...sold(),
        ...sold().map((row) => ({ ...row, settlementId: "2", marketplaceName: "Amazon.ca" })),
      ]),
    ).toEqual([]);
    expect(linesOf(sold({ order: "" }))).toEqual([]);
  });

  it("stay apart by order and by SKU", () => {
    const lines = linesOf([...sold(), ...sold({ order: "111-2" }), ...sold({ sku: "PEN" })]);
    expect(lines.map(({ line, twice: again }) => `${line.orderId} ${line.sku} ${again.length}`)).toEqual([
      "111-1 MUG 0",
      "111-1 PEN 0",
      "111-2 MUG 0",
    ]);
  });
});
