/** How parcels of removal orders are read: which rows are one, what was counted of it, and what was paid for it. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { parcelsOf } from "../../../src/audits/account/removals.ts";
import type { ClaimRecord } from "../../../src/audits/audit.ts";
import { findingId } from "../../../src/audits/finding.ts";
import { formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, paid, type Row } from "./build.ts";
import { counted, order, parcel, type Removals } from "./parcels.ts";

const accountWith = (rows: Removals & { ledger?: readonly Row[] }, claims: readonly ClaimRecord[] = []) =>
  accountOf({
    ...inputOf({
      asOf: "2026-06-30",
      reports: {
        "removal-shipments": rows.parcels ?? [],
        "removal-receipts": rows.counts ?? [],
        "removal-orders": rows.orders ?? [],
        reimbursements: rows.paid ?? [],
        ...(rows.ledger ? { "ledger-detail": rows.ledger } : {}),
      },
      ...rows.given,
    }),
    claims,
  });
const parcels = (rows: Parameters<typeof accountWith>[0], claims: readonly ClaimRecord[] = []) =>
  accountWith(rows, claims).derive(parcelsOf);

/** `1Z1 MUG: 5 shipped, 3 counted, 2 open` per parcel. */
const told = (rows: Removals, claims: readonly ClaimRecord[] = []) =>
  parcels(rows, claims).map(
    (p) =>
      `${p.tracking} ${p.item.msku}: ${p.shipped} shipped, ${p.counted ?? "not"} counted, ${p.open} open`,
  );
const CUP = { sku: "CUP", fnsku: "X002" };
const noFnsku = { fnsku: "" };

describe("a parcel", () => {
  it.each<[string, Row, boolean]>([
    ["to the seller", {}, true],
    ["to whom it does not say", { removalOrderType: "" }, true],
    ["of a return, in whatever words", { removalOrderType: "Customer RETURN" }, true],
    ["to be disposed of", { removalOrderType: "Disposal" }, false],
    ["to a liquidator", { removalOrderType: "Liquidations" }, false],
    ["shipped on the day of the audit", { shipmentDate: "2026-06-30" }, true],
    ["shipped after it", { shipmentDate: "2026-07-01" }, false],
    ["not shipped", { shipmentDate: null }, false],
    ["of no units", { shippedQuantity: 0 }, false],
    ["of nobody knows how many", { shippedQuantity: null }, false],
  ])("counts or not: %s", (_, more, counts) => {
    expect(parcels({ parcels: [parcel(more)] })).toHaveLength(counts ? 1 : 0);
  });

  it.each<[string, Row[], string[]]>([
    [
      "of two conditions is one",
      [parcel(), parcel({ disposition: "Unsellable", shippedQuantity: 2 })],
      ["1Z1 MUG: 7 shipped, not counted, 7 open"],
    ],
    [
      "of equal rows in one download is all of them",
      [parcel(), parcel()],
      ["1Z1 MUG: 10 shipped, not counted, 10 open"],
    ],
    [
      "of equal rows in two downloads is one of them",
      [parcel(), parcel({ importedFor: "CA" })],
      ["1Z1 MUG: 5 shipped, not counted, 5 open"],
    ],
    [
      "holds each item apart",
      [parcel(), parcel(CUP)],
      ["1Z1 MUG: 5 shipped, not counted, 5 open", "1Z1 CUP: 5 shipped, not counted, 5 open"],
    ],
    [
      "without FNSKU holds each SKU apart",
      [parcel(noFnsku), parcel({ ...CUP, ...noFnsku })],
      ["1Z1 CUP: 5 shipped, not counted, 5 open", "1Z1 MUG: 5 shipped, not counted, 5 open"],
    ],
    [
      "is of one order",
      [parcel(), parcel({ orderId: "RO2" })],
      ["1Z1 MUG: 5 shipped, not counted, 5 open", "1Z1 MUG: 5 shipped, not counted, 5 open"],
    ],
    [
      "stands by its day, then by its names",
      [
        parcel({ shipmentDate: "2026-05-02" }),
        parcel({ trackingNumber: "1Z3" }),
        parcel({ trackingNumber: "1Z2" }),
      ],
      [
        "1Z2 MUG: 5 shipped, not counted, 5 open",
        "1Z3 MUG: 5 shipped, not counted, 5 open",
        "1Z1 MUG: 5 shipped, not counted, 5 open",
      ],
    ],
    [
      "has words of its own",
      [parcel({ orderId: "RO1X", fnsku: "001" }), parcel({ orderId: "RO1", fnsku: "X001" })],
      ["1Z1 MUG: 5 shipped, not counted, 5 open", "1Z1 MUG: 5 shipped, not counted, 5 open"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told({ parcels: rows })).toEqual(expected);
  });

  it.each<[string, Row]>([
    ["order", { orderId: "RO2" }],
    ["item", { fnsku: "X002" }],
    ["parcel", { trackingNumber: "1Z2" }],
    ["SKU", { sku: "MUG-2" }],
    ["day", { shipmentDate: "2026-05-02" }],
    ["condition", { disposition: "Unsellable" }],
  ])("is of both downloads where they show another %s", (_, more) => {
    const shipped = parcels({ parcels: [parcel(), parcel({ ...more, importedFor: "CA" })] }).map(
      (p) => p.shipped,
    );
    expect(shipped.reduce((a, b) => a + b, 0)).toBe(10);
  });

  it("left on its first day, and has the words of its first SKU", () => {
    const [one] = parcels({
      parcels: [
        parcel({ shipmentDate: "2026-05-04", sku: "PEN", carrier: "DHL", line: 3 }),
        parcel({ shipmentDate: "2026-05-02", line: 9 }),
      ],
    });
    expect([one && formatDay(one.date), one?.item.msku, one?.carrier, one?.shipped]).toEqual([
      "2026-05-02",
      "MUG",
      "UPS",
      10,
    ]);
    expect(one?.evidence).toEqual([
      { report: "removal-shipments", line: 3 },
      { report: "removal-shipments", line: 9 },
    ]);
    expect(one?.identityParts).toEqual(["RO1", "X001", "1Z1"]);
  });

  it("is of the place of its order's currency, else of the marketplace of its file", () => {
    const place = (rows: Removals) =>
      parcels({ ...rows, given: { marketplace: "DE" } }).map(
        (p) => `${p.marketplace} ${p.region} ${p.itemKey}`,
      );
    expect(place({ parcels: [parcel()] })).toEqual(["DE EU EU|X001"]);
    expect(place({ parcels: [parcel()], orders: [order({ currency: "GBP" })] })).toEqual(["UK UK UK|X001"]);
    expect(place({ parcels: [parcel()], orders: [order({ currency: "GBP", orderId: "RO2" })] })).toEqual([
      "DE EU EU|X001",
    ]);
  });

  it("without FNSKU has the one other reports show for its SKU", () => {
    const [one] = parcels({ parcels: [parcel(noFnsku)], ledger: [adjusted("F", "2026-01-01", 1)] });
    expect([one?.item, one?.itemKey, one?.identityParts[1]]).toEqual([
      { fnsku: "X001", msku: "MUG", asin: "B001" },
      "US|X001",
      "MUG",
    ]);
    const [own] = parcels({ parcels: [parcel({ fnsku: "X009" })], ledger: [adjusted("F", "2026-01-01", 1)] });
    expect([own?.item.fnsku, own?.itemKey]).toEqual(["X009", "US|X009"]);
  });
});

describe("of a parcel is counted", () => {
  const second = parcel({ trackingNumber: "1Z2" });
  const cups = parcel(CUP);
  it.each<[string, Row[], Row[], number | null]>([
    ["what is recorded", [parcel()], [counted(3)], 3],
    ["nothing, when nothing came", [parcel()], [counted(0)], 0],
    ["in several parts, all", [parcel()], [counted(3), counted(1)], 4],
    ["not what is blank", [parcel()], [counted(null)], null],
    ["not what is below zero", [parcel()], [counted(-1)], null],
    ["what is below zero beside what came", [parcel()], [counted(-1), counted(2)], 2],
    ["by the tracking number alone", [parcel()], [counted(3, { removalOrderId: "" })], 3],
    ["by the order alone", [parcel()], [counted(3, { trackingNumber: "" })], 3],
    [
      "not by the order alone when the item came in two",
      [parcel(), second],
      [counted(3, { trackingNumber: "" })],
      null,
    ],
    [
      "by the order alone when another item came in another",
      [parcel(), parcel({ ...CUP, trackingNumber: "1Z2" })],
      [counted(3, { trackingNumber: "" })],
      3,
    ],
    ["not by neither", [parcel()], [counted(3, { removalOrderId: "", trackingNumber: "" })], null],
    ["not for another order", [parcel()], [counted(3, { removalOrderId: "RO2" })], null],
    ["not for another parcel", [parcel()], [counted(3, { trackingNumber: "1Z2" })], null],
    [
      "by the tracking number as people type it",
      [parcel({ trackingNumber: "1Z9AB" })],
      [counted(3, { trackingNumber: "1z-9 ab" })],
      3,
    ],
    ["not for another FNSKU", [parcel()], [counted(3, { fnsku: "X002" })], null],
    ["by FNSKU, whatever the MSKU", [parcel()], [counted(3, { msku: "OLD" })], 3],
    ["by MSKU where no FNSKU is named", [parcel()], [counted(3, { fnsku: "", msku: "MUG" })], 3],
    ["not for another MSKU", [parcel()], [counted(3, { fnsku: "", msku: "CUP" })], null],
    ["by MSKU where the parcel names no FNSKU", [parcel(noFnsku)], [counted(3, { msku: "MUG" })], 3],
    ["not by an FNSKU the parcel does not name", [parcel(noFnsku)], [counted(0)], null],
    ["what names no item, of a parcel of one", [parcel()], [counted(3, noFnsku)], 3],
    ["not what names no item, of a parcel of two", [parcel(), cups], [counted(3, noFnsku)], null],
    ["nothing of all its items, when nothing came of the parcel", [parcel(), cups], [counted(0, noFnsku)], 0],
  ])("%s", (_, rows, counts, expected) => {
    expect(
      parcels({ parcels: rows, counts }).find(
        ({ item, tracking }) => item.msku === "MUG" && tracking !== "1Z2",
      )?.counted,
    ).toBe(expected);
  });

  it("since the first day something was noted, as lost when nothing came, else as short", () => {
    const of = (...counts: Row[]) => {
      const [one] = parcels({ parcels: [parcel()], counts });
      return [one?.audit ?? "-", one?.receivedDate ? formatDay(one.receivedDate) : "-", one?.open].join(" ");
    };
    expect(of()).toBe("- - 5");
    expect(of(counted(0))).toBe("removal-lost - 5");
    expect(
      of(counted(1, { receivedDate: "2026-05-09" }), counted(1, { receivedDate: "2026-05-07" }), counted(1)),
    ).toBe("removal-short 2026-05-07 2");
    expect(of(counted(7))).toBe("removal-short - 0");
  });
});

describe("a parcel takes", () => {
  const lost = (units: number, more: Row = {}) =>
    paid("Removal_Order_Lost", "2026-06-01", units, { amazonOrderId: "RO1", ...more });
  const open = (rows: Removals, claims: readonly ClaimRecord[] = []) =>
    parcels(rows, claims).map((p) => `${p.tracking} ${p.item.msku} ${p.open}`);
  const noOrder = { amazonOrderId: "" };
  const second = parcel({ trackingNumber: "1Z2", shipmentDate: "2026-05-03" });
  const none = [counted(0)];

  it.each<[string, Removals, string[]]>([
    ["payments of its order", { parcels: [parcel()], counts: none, paid: [lost(3)] }, ["1Z1 MUG 2"]],
    [
      "of whatever reason",
      { parcels: [parcel()], counts: none, paid: [lost(3, { reason: "Goodwill" })] },
      ["1Z1 MUG 2"],
    ],
    [
      "not of another order",
      { parcels: [parcel()], counts: none, paid: [lost(3, { amazonOrderId: "RO2" })] },
      ["1Z1 MUG 5"],
    ],
    [
      "not of another item",
      { parcels: [parcel()], counts: none, paid: [lost(3, { ...CUP })] },
      ["1Z1 MUG 5"],
    ],
    [
      "of its SKU under another FNSKU",
      { parcels: [parcel()], counts: none, paid: [lost(3, { fnsku: "X9" })] },
      ["1Z1 MUG 2"],
    ],
    [
      "of its FNSKU under another SKU",
      { parcels: [parcel()], counts: none, paid: [lost(3, { sku: "OLD" })] },
      ["1Z1 MUG 2"],
    ],
    [
      "of no item named",
      { parcels: [parcel()], counts: none, paid: [lost(3, { fnsku: "", sku: "" })] },
      ["1Z1 MUG 2"],
    ],
    [
      "those of its own item, and leaves those of none to another",
      {
        parcels: [parcel(), parcel(CUP)],
        counts: [counted(0), counted(0, { fnsku: "X002" })],
        paid: [lost(5, { fnsku: "", sku: "" }), lost(5)],
      },
      ["1Z1 MUG 0", "1Z1 CUP 0"],
    ],
    [
      "as reported missing before an older one nobody counted",
      { parcels: [parcel(), second], counts: [counted(0, { trackingNumber: "1Z2" })], paid: [lost(5)] },
      ["1Z1 MUG 5", "1Z2 MUG 0"],
    ],
    [
      "as reported missing before an older one, for lost removals too",
      {
        parcels: [parcel(), second],
        counts: [counted(0, { trackingNumber: "1Z2" })],
        paid: [lost(5, noOrder)],
      },
      ["1Z1 MUG 5", "1Z2 MUG 0"],
    ],
    ["as the older of two", { parcels: [parcel(), second], paid: [lost(5)] }, ["1Z1 MUG 0", "1Z2 MUG 5"]],
    [
      "payments for lost removals that name no order",
      { parcels: [parcel()], paid: [lost(3, noOrder)] },
      ["1Z1 MUG 2"],
    ],
    [
      "those by SKU where they name no FNSKU",
      { parcels: [parcel()], paid: [lost(3, { ...noOrder, fnsku: "" })] },
      ["1Z1 MUG 2"],
    ],
    [
      "not those of another SKU",
      { parcels: [parcel()], paid: [lost(3, { ...noOrder, fnsku: "", sku: "CUP" })] },
      ["1Z1 MUG 5"],
    ],
    [
      "not those for other losses",
      { parcels: [parcel()], paid: [lost(3, { ...noOrder, reason: "Lost_Warehouse" })] },
      ["1Z1 MUG 5"],
    ],
    [
      "those of the day it left",
      { parcels: [parcel()], paid: [lost(3, { ...noOrder, approvalDate: "2026-05-01" })] },
      ["1Z1 MUG 2"],
    ],
    [
      "not those of before",
      { parcels: [parcel()], paid: [lost(3, { ...noOrder, approvalDate: "2026-04-30" })] },
      ["1Z1 MUG 5"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(open(rows)).toEqual(expected);
  });

  it("what was paid under its own case, though another is older", () => {
    const claim = (audit: string): ClaimRecord => ({
      findingId: findingId(audit, ["RO1", "X001", "1Z2"]),
      caseId: "C1",
      state: "paid",
      approvedUnits: null,
      approvedAmount: null,
    });
    const payment = lost(5, { caseId: "C1" });
    const counts = [counted(0), counted(0, { trackingNumber: "1Z2" })];
    expect(open({ parcels: [parcel(), second], counts, paid: [payment] })).toEqual([
      "1Z1 MUG 0",
      "1Z2 MUG 5",
    ]);
    expect(open({ parcels: [parcel(), second], counts, paid: [payment] }, [claim("removal-lost")])).toEqual([
      "1Z1 MUG 5",
      "1Z2 MUG 0",
    ]);
    expect(open({ parcels: [parcel(), second], counts, paid: [payment] }, [claim("removal-short")])).toEqual([
      "1Z1 MUG 0",
      "1Z2 MUG 5",
    ]);
    const some = [counted(0), counted(1, { trackingNumber: "1Z2" })];
    expect(
      open({ parcels: [parcel(), second], counts: some, paid: [payment] }, [claim("removal-short")]),
    ).toEqual(["1Z1 MUG 4", "1Z2 MUG 0"]);
  });
});
