/** How returns and payments of an order are shared out among its refunded and replaced units. */
import { describe, expect, it } from "vitest";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { replacementNotReturned } from "../../../src/audits/replacement-not-returned.ts";
import type { Rows } from "./account-of-rows.ts";
import { refund, sale, totalRow } from "./orders/money-rows.ts";
import {
  audited,
  type Case,
  OTHER,
  ordered,
  paidFor,
  replaced,
  returned,
  SOLD,
  told,
} from "./return-rows.ts";

const audit = (of: Case) => audited([refundNotReturned, replacementNotReturned], of);
/** The same whatever order the rows come in. */
function found(of: Case): string[] {
  const turned = (rows: Rows | undefined) => [...(rows ?? [])].reverse();
  const more = Object.fromEntries(Object.entries(of.more ?? {}).map(([id, rows]) => [id, turned(rows)]));
  const other = {
    ...of,
    settlement: turned(of.settlement),
    returns: turned(of.returns),
    paid: turned(of.paid),
    more,
  };
  expect(told(audit(other)).sort()).toEqual(told(audit(of)).sort());
  return told(audit(of)).sort();
}
const of2 = (sku: string) => [...sale("settlement", { sku }), ...refund("settlement", { sku })];
const TWO = [...totalRow("settlement"), ...of2("SKU-A"), ...of2("SKU-B")];
const items = (of: Case) => {
  found(of);
  return audit(of)
    .findings.map((finding) => finding.msku)
    .sort();
};

describe("a return or a payment of an order goes to", () => {
  const orders = [ordered(), ordered({ sku: "SKU-B", asin: "B0B" })];
  const cases: [string, Parameters<typeof returned>[0], string][] = [
    ["its SKU", { sku: "SKU-B", fnsku: "X00A", asin: "B0A" }, "SKU-A"],
    ["its FNSKU", { sku: "SKU-Z", fnsku: "X00B", asin: "B0A" }, "SKU-A"],
    ["its ASIN", { sku: "SKU-Z", fnsku: "X00Z", asin: "B0B" }, "SKU-A"],
    ["the oldest, first by SKU, where it names none of them", { sku: "Z", fnsku: "Z", asin: "Z" }, "SKU-B"],
    ["the same where it names nothing", { sku: "", fnsku: "", asin: "" }, "SKU-B"],
  ];
  // The numbers of both items, from the ledger.
  const ledger = ["A", "B"].map((name) => ({
    date: "2026-06-01",
    fnsku: `X00${name}`,
    asin: `B0${name}`,
    msku: `SKU-${name}`,
    eventType: "Receipts",
    quantity: 5,
    country: "US",
  }));
  it.each(cases)("%s", (_, numbers, missing) => {
    const more = { orders, "ledger-detail": ledger };
    expect(items({ settlement: TWO, more, returns: [returned(numbers)] })).toEqual([missing]);
    expect(items({ settlement: TWO, more, paid: [paidFor(numbers)] })).toEqual([missing]);
  });

  it("no item merely because neither's number is known", () => {
    // Nobody knows an FNSKU or ASIN of SKU-A; the return is of B0B under another SKU.
    const more = { orders: [ordered({ asin: "" }), ordered({ sku: "SKU-B", asin: "B0B" })] };
    const back = returned({ sku: "SKU-Z", fnsku: "", asin: "B0B" });
    expect(items({ settlement: TWO, more, returns: [back] })).toEqual(["SKU-A"]);
    const blank = [...totalRow("settlement"), ...of2(""), ...of2("SKU-B")];
    const pay = paidFor({ sku: "", fnsku: "", asin: "B0B" });
    expect(
      items({ settlement: blank, more: { orders: [ordered({ sku: "SKU-B", asin: "B0B" })] }, paid: [pay] }),
    ).toEqual([null]);
  });

  it("what can be claimed before what the bank has settled", () => {
    const dispute = { type: "Chargeback Refund" };
    const twice = (first: object, second: object) => [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2 }),
      ...refund("settlement", { day: "2026-08-01", ...first }),
      ...refund("settlement", { day: "2026-08-05", ...second }),
    ];
    const info = (day: string) => [`refund-not-returned info 1 ${day} 13.00 USD`];
    expect(found({ settlement: twice(dispute, {}), returns: [returned()] })).toEqual(info("2026-08-01"));
    expect(found({ settlement: twice({}, dispute), returns: [returned()] })).toEqual(info("2026-08-05"));
    // Two kinds of disputes: the older is served first.
    const claim = { type: "A-to-z Guarantee Refund" };
    expect(found({ settlement: twice(claim, dispute), returns: [returned()] })).toEqual(info("2026-08-05"));
  });

  it("the older of two refunds", () => {
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2 }),
      ...refund("settlement", { day: "2026-08-05" }),
      ...refund("settlement", { day: "2026-08-01" }),
    ];
    expect(found({ settlement, returns: [returned()] })).toEqual([
      "refund-not-returned file 1 2026-08-05 13.00 USD",
    ]);
  });

  it("a refund whose reports are covered before one whose reports are not, however old", () => {
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2, day: "2026-05-01" }),
      ...refund("settlement", { day: "2026-06-01" }),
      ...refund("settlement", { day: "2026-09-01" }),
    ];
    const given = { periods: { reimbursements: { from: "2026-06-15", to: "2026-11-20" } } };
    expect(found({ settlement, given, paid: [paidFor()] })).toEqual([]);
  });
});

describe("refunds and replacements of one order", () => {
  const again = (given: Parameters<typeof replaced>[0] = {}) =>
    replaced({ replacementAmazonOrderId: OTHER, ...given });

  it("are netted under another SKU of the same ASIN, unit by unit", () => {
    const more = {
      orders: [ordered()],
      replacements: [
        again({ sku: "SKU-A2", shipmentDate: "2026-08-03" }),
        again({ sku: "SKU-A2", shipmentDate: "2026-08-06" }),
      ],
    };
    expect(found({ settlement: [...SOLD, ...refund("settlement")], more })).toEqual([
      "refund-not-returned file 1 2026-08-01 13.00 USD",
      "replacement-not-returned file 1 2026-08-06",
    ]);
  });

  it("are not netted across items, be it that no ASIN is known of either", () => {
    const more = { replacements: [again({ sku: "SKU-B", asin: "" })] };
    expect(items({ settlement: [...SOLD, ...refund("settlement")], more })).toEqual(["SKU-A", "SKU-B"]);
  });

  it("are netted by SKU where no ASIN is known", () => {
    const more = { replacements: [again({ asin: "" })] };
    expect(items({ settlement: [...SOLD, ...refund("settlement")], more })).toEqual(["SKU-A"]);
  });

  it("say nothing of replacements where more units were refunded", () => {
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 3 }),
      ...refund("settlement", { units: 3 }),
    ];
    const [finding] = audit({ settlement, more: { replacements: [again()] } }).findings;
    expect(finding?.what).toContain(": 3 refunded, 0 returned, 0 paid by Amazon.");
    expect(finding?.quantity).toBe(3);
  });

  it("beyond the refunds are the newest replacements", () => {
    const more = {
      replacements: [again({ shipmentDate: "2026-08-03" }), again({ shipmentDate: "2026-08-09" })],
    };
    const [finding, ...others] = audit({ settlement: [...SOLD, ...refund("settlement")], more }).findings;
    expect(others).toEqual([]);
    expect(finding?.what).toContain(
      "was refunded on 2026-08-01 and 2026-08-09, and 2 units of SKU-A (ASIN B0A) never came back: 1 refunded, 1 more replaced, 0 returned",
    );
  });

  it("of no units are none, and another shop's are not asked back", () => {
    const of = (given: Parameters<typeof replaced>[0]) => ({
      settlement: SOLD,
      more: { replacements: [again(given)] },
    });
    expect(found(of({ quantity: 0 }))).toEqual([]);
    expect(found(of({ originalAmazonOrderId: "S01-1234567-1234567" }))).toEqual([]);
    expect(found(of({}))).toEqual(["replacement-not-returned file 1 2026-08-01 13.00 USD"]);
  });

  it("name the item by the order report, else by the replacement", () => {
    const asin = (more: Case["more"]) =>
      audit({ settlement: SOLD, more: { ...more } }).findings.map((f) => f.asin);
    expect(asin({ replacements: [again()] })).toEqual(["B0A"]);
    expect(asin({ replacements: [again({ asin: "B0NEW" })], orders: [ordered()] })).toEqual(["B0A"]);
    expect(asin({ replacements: [again({ asin: "B0NEW" })], orders: [ordered({ asin: "" })] })).toEqual([
      "B0NEW",
    ]);
  });
});
