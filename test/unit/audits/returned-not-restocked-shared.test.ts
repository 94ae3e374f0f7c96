/** Which unit of the ledger stands for which return, and from which numbers it is known. */
import { describe, expect, it } from "vitest";
import { findingId } from "../../../src/audits/finding.ts";
import { paidDifferentlyThanApproved } from "../../../src/audits/paid-differently-than-approved.ts";
import { returnedNotRestocked } from "../../../src/audits/returned-not-restocked.ts";
import type { Given, Rows } from "./account-of-rows.ts";
import { ORDER, totalRow } from "./orders/money-rows.ts";
import { audited, paidFor, restocked, returned, told } from "./return-rows.ts";

type Values = Parameters<typeof returned>[0];

/** A return of August, of an order of its own. */
const back = (day: number, given: Values = {}) =>
  returned({
    returnDate: `2026-08-${String(day).padStart(2, "0")}`,
    orderId: `111-0000000-00000${String(day).padStart(2, "0")}`,
    licensePlateNumber: `LPN${day}`,
    ...given,
  });
const booked = (day: number, given: Values = {}) =>
  restocked({ date: `2026-08-${String(day).padStart(2, "0")}`, ...given });

/** The plates of the returns that are claimed, whatever order the rows come in. */
function missing(returns: Rows, ledger: Rows, given: Partial<Given> = {}): string[] {
  const found = (turn: (rows: Rows) => Rows) =>
    audited([returnedNotRestocked], {
      settlement: totalRow("settlement"),
      returns: turn(returns),
      more: { "ledger-detail": turn(ledger) },
      given,
    })
      .findings.map(({ referenceId, quantity }) => [referenceId, quantity].join(" "))
      .sort();
  expect(found((rows) => [...rows].reverse())).toEqual(found((rows) => rows));
  return found((rows) => rows);
}

describe("a unit of the ledger stands for", () => {
  it("the return of its FNSKU before a nearer one of its ASIN", () => {
    const returns = [back(10), back(13, { fnsku: "X00Z" })];
    expect(missing(returns, [booked(10, { fnsku: "X00Z", msku: "SKU-Z" })])).toEqual(["LPN10 1"]);
  });

  it("the return in its condition before a nearer one", () => {
    const returns = [back(9, { detailedDisposition: "CUSTOMER_DAMAGED" }), back(12)];
    expect(missing(returns, [booked(9)])).toEqual([]);
    expect(missing(returns, [booked(12, { disposition: "CUSTOMER_DAMAGED" })])).toEqual(["LPN12 1"]);
  });

  it.each([
    ["DAMAGED", "WAREHOUSE_DAMAGED"],
    ["DAMAGED", "CARRIER_DAMAGED"],
    ["WAREHOUSE_DAMAGED", "CARRIER_DAMAGED"],
    ["CARRIER_DAMAGED", "WAREHOUSE_DAMAGED"],
    ["DEFECTIVE", "DEFECTIVE"],
  ])("a return booked %s when it is booked %s", (condition, disposition) => {
    const returns = [back(9, { detailedDisposition: condition }), back(12)];
    expect(missing(returns, [booked(12, { disposition })])).toEqual(["LPN12 1"]);
  });

  it.each([
    ["DEFECTIVE", "CUSTOMER_DAMAGED"],
    ["DEFECTIVE", "DAMAGED"],
    ["DAMAGED", "DEFECTIVE"],
  ])("a sellable return before one booked %s when it is booked %s", (condition, disposition) => {
    const returns = [back(9, { detailedDisposition: condition }), back(12)];
    expect(missing(returns, [booked(9, { disposition })])).toEqual([]);
  });

  it("a return of its FNSKU in any condition before one of its ASIN alone", () => {
    const returns = [back(9, { detailedDisposition: "CUSTOMER_DAMAGED" }), back(10, { fnsku: "X00Z" })];
    expect(missing(returns, [booked(10)])).toEqual(["LPN10 1"]);
    expect(missing(returns, [booked(10), booked(10)])).toEqual([]);
  });

  it("one return, however many rows of a day there are", () => {
    // The unit of the 10th that the return of the 10th does not need follows the return of the 9th.
    const returns = [back(9), back(10), back(11)];
    const ledger = [booked(10), booked(10, { fulfillmentCenter: "ONT8" })];
    expect(missing(returns, ledger)).toEqual(["LPN11 1"]);
    expect(missing(returns, [...ledger, booked(10, { fulfillmentCenter: "SDF1" })])).toEqual([]);
    expect(missing(returns, [booked(10, { quantity: 2 })])).toEqual(["LPN11 1"]);
  });

  it("a return although another unit was taken out again on its day", () => {
    expect(missing([back(10)], [booked(10), booked(10, { quantity: -1 })])).toEqual([]);
  });

  it("no return of another item on the same day", () => {
    const item = { fnsku: "X00B", asin: "B0B" };
    const other = (quantity: number) => booked(10, { ...item, msku: "SKU-B", quantity });
    const returns = [back(10), back(11, { ...item, sku: "SKU-B" })];
    expect(missing(returns, [booked(10, { quantity: 2 })])).toEqual(["LPN11 1"]);
    expect(missing(returns, [other(2)])).toEqual(["LPN10 1"]);
    expect(missing(returns, [booked(10), other(1)])).toEqual([]);
  });

  it("no return merely because neither prints an FNSKU, or neither an ASIN", () => {
    const noFnsku = { fnsku: "" };
    expect(missing([back(10, noFnsku)], [booked(10, { ...noFnsku, asin: "B0B", msku: "SKU-B" })])).toEqual([
      "LPN10 1",
    ]);
    const noAsin = { asin: "" };
    expect(missing([back(10, noAsin)], [booked(10, { ...noAsin, fnsku: "X00B", msku: "SKU-B" })])).toEqual([
      "LPN10 1",
    ]);
  });

  it("a return of its FNSKU without an ASIN, and of its ASIN without an FNSKU", () => {
    expect(missing([back(10, { fnsku: "" }), back(11, { asin: "" })], [])).toEqual(["LPN10 1", "LPN11 1"]);
    expect(missing([back(10, { fnsku: "" })], [booked(10)])).toEqual([]);
    expect(missing([back(10, { asin: "" })], [booked(10)])).toEqual([]);
  });
});

describe("of several returns", () => {
  it("the nearest takes a unit, before or after its day", () => {
    expect(missing([back(10), back(14)], [booked(15)])).toEqual(["LPN10 1"]);
    expect(missing([back(10), back(16)], [booked(15)])).toEqual(["LPN10 1"]);
    expect(missing([back(10), back(16)], [booked(9)])).toEqual(["LPN16 1"]);
    expect(missing([back(10), back(16)], [booked(12)])).toEqual(["LPN16 1"]);
  });

  it("each takes the later of two units equally far away", () => {
    expect(missing([back(3), back(10), back(17)], [booked(8), booked(12)])).toEqual(["LPN17 1"]);
  });

  it("as few stay open as can be, up to the seventh day on either side", () => {
    expect(missing([back(10), back(14)], [booked(14), booked(21)])).toEqual([]);
    expect(missing([back(10), back(14)], [booked(3), booked(10)])).toEqual([]);
    expect(missing([back(10), back(14)], [booked(2), booked(10)])).toEqual(["LPN14 1"]);
    expect(missing([back(3), back(10)], [booked(10), booked(17)])).toEqual([]);
  });

  it("part of a row of two units can be missing", () => {
    expect(missing([back(10, { quantity: 2 })], [booked(10)])).toEqual(["LPN10 1"]);
    expect(missing([back(10, { quantity: 0 })], [])).toEqual([]);
  });
});

describe("returned-not-restocked judges a return", () => {
  const from = (start: string, to: string): Partial<Given> => ({
    periods: { "ledger-detail": { from: start, to } },
  });
  it("when the ledger covers 7 days before and after it, to the day", () => {
    expect(missing([back(10)], [], from("2026-08-03", "2026-11-20"))).toEqual(["LPN10 1"]);
    expect(missing([back(10)], [], from("2026-08-04", "2026-11-20"))).toEqual([]);
    const until = (to: string) => missing([back(10)], [], { asOf: "2026-08-20", ...from("2026-06-01", to) });
    expect([until("2026-08-16"), until("2026-08-17")]).toEqual([[], ["LPN10 1"]]);
  });

  it("from the seventh day on", () => {
    expect(missing([back(10)], [], { asOf: "2026-08-16" })).toEqual([]);
    expect(missing([back(10)], [], { asOf: "2026-08-17" })).toEqual(["LPN10 1"]);
  });

  it("and uses up no payment for one the ledger does not cover", () => {
    const returns = [back(1), back(20)];
    const of = {
      settlement: totalRow("settlement"),
      returns,
      paid: [paidFor({ amazonOrderId: "", reason: "Lost_Warehouse" })],
      more: { "ledger-detail": [] },
    };
    expect(told(audited([returnedNotRestocked], of))).toEqual(["returned-not-restocked file 1 2026-08-20"]);
    expect(told(audited([returnedNotRestocked], { ...of, given: from("2026-08-10", "2026-11-20") }))).toEqual(
      [],
    );
  });
});

describe("a claim for units missing in stock, approved for two and paid for one,", () => {
  const of = (ledger: Rows) => ({
    settlement: totalRow("settlement"),
    returns: [returned({ quantity: 2 })],
    paid: [paidFor({ caseId: "C1" })],
    more: { "ledger-detail": ledger },
    given: {
      claims: [
        {
          findingId: findingId("returned-not-restocked", [ORDER, "SKU-A"]),
          caseId: "C1",
          state: "approved" as const,
          approvedUnits: 2,
          approvedAmount: null,
        },
      ],
    },
  });
  const found = (ledger: Rows) =>
    audited([returnedNotRestocked, paidDifferentlyThanApproved], of(ledger)).findings.map(
      ({ audit, quantity }) => `${audit} ${quantity}`,
    );

  it("is owed one unit more", () => {
    expect(found([])).toEqual(["paid-differently-than-approved 1"]);
  });

  it("is owed nothing more when both came into stock after all", () => {
    expect(found([restocked({ quantity: 2 })])).toEqual([]);
  });
});
