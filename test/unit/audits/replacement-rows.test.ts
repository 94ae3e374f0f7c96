/** Which rows of the replacements report are which replaced units, and which orders they tie together. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { replacementsOf } from "../../../src/audits/account/replacements.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { replacementNotReturned } from "../../../src/audits/replacement-not-returned.ts";
import { formatDay } from "../../../src/values/day.ts";
import { inputOf, type Rows } from "./account-of-rows.ts";
import { ORDER, reimbursed, sale, totalRow } from "./orders/money-rows.ts";
import { audited, type Case, OTHER, replaced, returned, SOLD, told } from "./return-rows.ts";

const THIRD = "111-9999999-9999999";
const of = (...rows: Rows) => replacementsOf(accountOf(inputOf({ reports: { replacements: rows } })));
/** Rows that keep their lines when they are turned about: the same either way. */
function eitherWay(...rows: Rows): string[] {
  const numbered = rows.map((row, i): Rows[number] => ({ line: i + 2, ...row }));
  const inShort = (all: Rows) =>
    of(...all).all.map(({ date, sku, units, evidence }) =>
      [formatDay(date), sku, units, evidence.line].join(" "),
    );
  expect(inShort([...numbered].reverse())).toEqual(inShort(numbered));
  return inShort(numbered);
}

describe("rows of replacements", () => {
  it("are as many as the download that shows most of them", () => {
    const canada = replaced({ importedFor: "CA" });
    expect(eitherWay(replaced(), canada, canada)).toEqual(["2026-08-01 SKU-A 1 3", "2026-08-01 SKU-A 1 4"]);
    expect(eitherWay(replaced(), replaced({ importedFor: "MX" }), canada)).toEqual(["2026-08-01 SKU-A 1 4"]);
  });

  it.each([
    ["SKUs", { sku: "SKU-B" }],
    ["orders", { originalAmazonOrderId: THIRD }],
    ["replacement orders", { replacementAmazonOrderId: THIRD }],
    ["centres", { fulfillmentCenterId: "ONT8" }],
    ["days", { shipmentDate: "2026-08-02" }],
  ])("are two under two %s, though each download shows one of them", (_, other) => {
    expect(eitherWay(replaced(), replaced({ importedFor: "CA", ...other }))).toHaveLength(2);
  });

  it("are told oldest first", () => {
    expect(eitherWay(replaced({ shipmentDate: "2026-08-05" }), replaced(), replaced())).toEqual([
      "2026-08-01 SKU-A 1 3",
      "2026-08-01 SKU-A 1 4",
      "2026-08-05 SKU-A 1 2",
    ]);
  });

  it("are as many units as they say, one where they say nothing, none below zero", () => {
    const units = (quantity: number | null) => of(replaced({ quantity })).all.map((r) => r.units);
    expect([2, 0, null, -1].map(units)).toEqual([[2], [0], [1], [0]]);
  });

  it("count up to the as-of day, and only with a day and a first order", () => {
    expect(eitherWay(replaced({ shipmentDate: "2026-11-20" }))).toHaveLength(1);
    expect(eitherWay(replaced({ shipmentDate: "2026-11-21" }))).toEqual([]);
    expect(eitherWay(replaced({ shipmentDate: null }))).toEqual([]);
    expect(eitherWay(replaced({ originalAmazonOrderId: "" }))).toEqual([]);
  });
});

describe("orders tied together by replacements", () => {
  it("are one family, however often the unit was replaced", () => {
    const { originalOf, familyOf, replacing } = of(
      replaced(),
      replaced({ originalAmazonOrderId: OTHER, replacementAmazonOrderId: THIRD, shipmentDate: "2026-08-20" }),
    );
    expect([ORDER, OTHER, THIRD, "111-0000000-0000000"].map(originalOf)).toEqual([
      ORDER,
      ORDER,
      ORDER,
      "111-0000000-0000000",
    ]);
    expect(familyOf(ORDER)).toEqual([ORDER, OTHER, THIRD]);
    expect(familyOf("111-0000000-0000000")).toEqual(["111-0000000-0000000"]);
    expect(replacing(ORDER, "SKU-A")).toMatchObject([{ replacementOrderId: OTHER }]);
    expect(replacing(OTHER, "SKU-A")).toMatchObject([{ replacementOrderId: THIRD }]);
    expect([replacing(ORDER, "SKU-B"), replacing(THIRD, "SKU-A")]).toEqual([[], []]);
  });

  it("are not tied by a blank, nor to themselves, and a circle comes to an end", () => {
    expect(of(replaced({ replacementAmazonOrderId: "" })).originalOf("")).toBe("");
    expect(of(replaced({ replacementAmazonOrderId: ORDER })).familyOf(ORDER)).toEqual([ORDER]);
    const circle = of(
      replaced(),
      replaced({ originalAmazonOrderId: OTHER, replacementAmazonOrderId: ORDER }),
    );
    expect([ORDER, OTHER]).toContain(circle.originalOf(ORDER));
  });
});

describe("replacement-not-returned", () => {
  const found = (of: Case) =>
    told(audited([replacementNotReturned, refundNotReturned], { settlement: SOLD, ...of }));

  it("is not settled by a return that names no order, where the replacement names none either", () => {
    const more = { replacements: [replaced({ replacementAmazonOrderId: "" })] };
    expect(found({ more, returns: [returned({ orderId: "" })] })).toEqual([
      "replacement-not-returned file 1 2026-08-01 13.00 USD",
    ]);
  });

  it("takes a payment of its order once, where both columns name that order", () => {
    const more = { replacements: [replaced({ replacementAmazonOrderId: ORDER, quantity: 2 })] };
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2 }),
      ...reimbursed("settlement"),
    ];
    expect(found({ settlement, more })).toEqual(["replacement-not-returned file 1 2026-08-01 13.00 USD"]);
  });

  it("waits on the day the replacement ships", () => {
    expect(found({ more: { replacements: [replaced()] }, given: { asOf: "2026-08-01" } })).toEqual([
      "replacement-not-returned wait 1 2026-08-01 13.00 USD",
    ]);
  });
});
