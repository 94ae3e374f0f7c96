/** Which rows of customer-returns are which returned units. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { itemOf } from "../../../src/audits/account/order-clearing.ts";
import { type ReturnedUnits, returnsOf } from "../../../src/audits/account/returns.ts";
import { formatDay } from "../../../src/values/day.ts";
import { inputOf, type Rows } from "./account-of-rows.ts";
import { ORDER } from "./orders/money-rows.ts";
import { OTHER, restocked, returned } from "./return-rows.ts";

const accountWith = (rows: Rows, ledger: Rows = []) =>
  accountOf(inputOf({ reports: { "customer-returns": rows, "ledger-detail": ledger } }));
const unitsOf = (rows: Rows, ledger: Rows = []): readonly ReturnedUnits[] =>
  returnsOf(accountWith(rows, ledger)).all;
/** Rows that keep their lines when they are turned about. */
const numbered = (...rows: Rows): Rows => rows.map((row, i) => ({ line: i + 2, ...row }));
const told = (rows: Rows) =>
  unitsOf(rows).map(({ date, units, disposition, evidence }) =>
    [formatDay(date), units, disposition, evidence.line].join(" "),
  );
/** Whatever comes first in the files. */
const eitherWay = (rows: Rows): string[] => {
  expect(told([...rows].reverse())).toEqual(told(rows));
  return told(rows);
};
const bare = (given: Parameters<typeof returned>[0] = {}) => returned({ licensePlateNumber: "", ...given });

describe("a returned unit with a licence plate", () => {
  it("is its latest row", () => {
    const rows = numbered(
      returned({ returnDate: "2026-08-12", detailedDisposition: "DEFECTIVE" }),
      returned({ returnDate: "2026-08-10" }),
    );
    expect(eitherWay(rows)).toEqual(["2026-08-12 1 DEFECTIVE 2"]);
  });

  it("is its latest row by the minute", () => {
    const rows = numbered(
      returned({ returnDate: "2026-08-10 09:00:00" }),
      returned({ returnDate: "2026-08-10 09:01:00", detailedDisposition: "DEFECTIVE" }),
    );
    expect(eitherWay(rows)).toEqual(["2026-08-10 1 DEFECTIVE 3"]);
  });

  it("is one row of two with the same moment, always the same", () => {
    const rows = numbered(
      returned(),
      returned({ detailedDisposition: "DAMAGED" }),
      returned({ reason: "X" }),
    );
    expect(eitherWay(rows)).toHaveLength(1);
  });

  it("is of two rows with the same moment the one Amazon says it has paid", () => {
    for (const detailedDisposition of ["CUSTOMER_DAMAGED", "DAMAGED", "SELLABLE"]) {
      const rows = numbered(
        returned({ detailedDisposition, status: "Reimbursed" }),
        returned({ detailedDisposition, status: "Unit returned to inventory" }),
      );
      for (const units of [unitsOf(rows), unitsOf([...rows].reverse())]) {
        expect(units.map(({ reimbursed, evidence }) => [reimbursed, evidence.line])).toEqual([[true, 2]]);
      }
    }
  });

  it("printed for two marketplaces lies in the first by code, whichever was imported first", () => {
    const rows = [returned(), returned({ importedFor: "CA" })];
    const places = (list: Rows) => unitsOf(list).map(({ marketplace }) => marketplace);
    expect([places(rows), places([...rows].reverse())]).toEqual([["CA"], ["CA"]]);
  });

  it("is another unit in another order, and beside another plate", () => {
    const rows = numbered(returned(), returned({ orderId: OTHER }), returned({ licensePlateNumber: "LPN2" }));
    expect(eitherWay(rows)).toHaveLength(3);
  });

  it("is the row that has a day, where the other has none", () => {
    const rows = numbered(returned({ returnDate: null, detailedDisposition: "DAMAGED" }), returned());
    expect(eitherWay(rows)).toEqual(["2026-08-10 1 SELLABLE 3"]);
  });
});

describe("returned units without a licence plate", () => {
  it("are as many as the download that shows most of them", () => {
    const canada = bare({ importedFor: "CA" });
    expect(eitherWay(numbered(bare(), canada, canada))).toEqual([
      "2026-08-10 1 SELLABLE 3",
      "2026-08-10 1 SELLABLE 4",
    ]);
    expect(eitherWay(numbered(canada, bare(), bare()))).toHaveLength(2);
  });

  it("are those of the first marketplace, where downloads show equally many", () => {
    const rows = numbered(bare(), bare({ importedFor: "MX" }), bare({ importedFor: "CA" }));
    expect(eitherWay(rows)).toEqual(["2026-08-10 1 SELLABLE 4"]);
  });

  it.each([
    ["orders", { orderId: OTHER }],
    ["FNSKUs", { fnsku: "X00B" }],
    ["days", { returnDate: "2026-08-11 07:00:00" }],
    ["dispositions", { detailedDisposition: "DEFECTIVE" }],
  ])("are two under two %s, though each download shows one of them", (_, other) => {
    expect(eitherWay(numbered(bare(), bare({ importedFor: "CA", ...other })))).toHaveLength(2);
  });

  it("are told apart by what they say, whatever their lines", () => {
    const [repaired, back] = [bare({ status: "Repackaged Successfully" }), bare()];
    const identities = (rows: Rows) => unitsOf(rows).map((u) => `${u.identity} ${u.toInventory}`);
    expect(identities(numbered(repaired, back))).toEqual(identities(numbered(back, repaired)));
    expect(new Set(unitsOf([repaired, back]).map((u) => u.identity)).size).toBe(2);
  });
});

describe("a row of customer-returns", () => {
  it("is as many units as it says, one where it says nothing, none below zero", () => {
    const units = (quantity: number | null) =>
      unitsOf([returned({ quantity })]).map((u) => [u.units, u.left]);
    expect([2, 1, 0, null, -1].map(units)).toEqual([[[2, 2]], [[1, 1]], [[0, 0]], [[1, 1]], [[0, 0]]]);
  });

  it("is no return without a day", () => {
    expect(unitsOf([bare({ returnDate: null })])).toEqual([]);
  });

  it.each([
    ["Reimbursed", true, false],
    ["reimbursed", true, false],
    ["Unit returned to inventory", false, true],
    ["Repackaged Successfully", false, false],
    ["", false, false],
  ])("marked %j: paid %s, in stock %s", (status, reimbursed, toInventory) => {
    expect(unitsOf([returned({ status })])).toMatchObject([{ reimbursed, toInventory }]);
  });

  it("lies where the ledger shows its fulfilment centre, else where its file was downloaded for", () => {
    const french = [restocked({ country: "FR", fulfillmentCenter: "ABE1" })];
    expect(unitsOf([returned()], french)).toMatchObject([{ marketplace: "FR", region: "EU" }]);
    expect(unitsOf([returned({ fulfillmentCenterId: "XYZ9" })], french)).toMatchObject([
      { marketplace: "US", region: "US" },
    ]);
  });
});

describe("the returns of an account", () => {
  it("are told oldest first, of one day in the order of what identifies them", () => {
    const rows = numbered(
      returned({ returnDate: "2026-08-12", licensePlateNumber: "C" }),
      returned({ returnDate: "2026-08-11", licensePlateNumber: "B" }),
      returned({ returnDate: "2026-08-11", licensePlateNumber: "A", detailedDisposition: "DAMAGED" }),
    );
    expect(eitherWay(rows)).toEqual([
      "2026-08-11 1 DAMAGED 4",
      "2026-08-11 1 SELLABLE 3",
      "2026-08-12 1 SELLABLE 2",
    ]);
  });

  it("are found by their order", () => {
    const { ofOrder } = returnsOf(accountWith([returned(), returned({ orderId: OTHER, quantity: 2 })]));
    expect(ofOrder(OTHER)).toMatchObject([{ units: 2 }]);
    expect(ofOrder("111-0000000-0000000")).toEqual([]);
  });

  it("name the item of an order by its oldest return of the SKU", () => {
    const rows = [
      returned({ returnDate: "2026-08-12", fnsku: "X00NEW" }),
      returned({ returnDate: "2026-08-11", licensePlateNumber: "LPN2", fnsku: "X00OLD" }),
      returned({ returnDate: "2026-08-01", licensePlateNumber: "LPN3", sku: "SKU-B", fnsku: "X00B" }),
    ];
    const line = { orderId: ORDER, sku: "SKU-A", asin: "", marketplace: "US" };
    expect(itemOf(accountWith(rows), line)).toEqual({ msku: "SKU-A", fnsku: "X00OLD", asin: "B0A" });
  });
});
