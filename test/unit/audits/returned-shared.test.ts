/** How what was paid for an order or an item is shared out among the units of it that came back and are owed all the same. */
import { describe, expect, it } from "vitest";
import type { ClaimRecord } from "../../../src/audits/audit.ts";
import { findingId } from "../../../src/audits/finding.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { returnedDamagedByAmazon } from "../../../src/audits/returned-damaged-by-amazon.ts";
import { returnedNotRestocked } from "../../../src/audits/returned-not-restocked.ts";
import { ORDER, refund, reimbursed, sale, totalRow } from "./orders/money-rows.ts";
import { audited, type Case, OTHER, paidFor, returned, told } from "./return-rows.ts";

const AUDITS = [returnedDamagedByAmazon, returnedNotRestocked, refundNotReturned];
const audit = (of: Case) => audited(AUDITS, of);
const NO_REFUND = totalRow("settlement");
const damaged = (day: string, given: Parameters<typeof returned>[0] = {}) =>
  returned({ returnDate: day, licensePlateNumber: `LPN ${day}`, detailedDisposition: "DAMAGED", ...given });
/** What is claimed, as the plate of its return, when no refund is in the data. */
const claimed = (of: Case) =>
  audit({ settlement: NO_REFUND, ...of })
    .findings.map(({ referenceId, quantity }) => `${referenceId} ${quantity}`)
    .sort();
const claim = (audit: string, identity: readonly string[], caseId = "C1"): ClaimRecord => ({
  findingId: findingId(audit, identity),
  caseId,
  state: "approved",
  approvedUnits: null,
  approvedAmount: null,
});

describe("a payment of an order goes to", () => {
  const older = damaged("2026-08-05", { sku: "SKU-A", fnsku: "X00A", asin: "B0A" });
  const newer = damaged("2026-08-09", { sku: "SKU-B", fnsku: "X00B", asin: "B0B" });
  it.each([
    ["the return of its SKU", { sku: "SKU-B", fnsku: "", asin: "" }],
    ["the return of its FNSKU", { sku: "SKU-Z", fnsku: "X00B", asin: "" }],
    ["the return of its ASIN", { sku: "SKU-Z", fnsku: "X00Z", asin: "B0B" }],
  ])("%s before an older one", (_, numbers) => {
    expect(claimed({ returns: [older, newer], paid: [paidFor(numbers)] })).toEqual(["LPN 2026-08-05 1"]);
  });

  it("the SKU before the FNSKU, the FNSKU before the ASIN", () => {
    const oneAsin = [damaged("2026-08-05", { sku: "SKU-B" }), damaged("2026-08-09", { fnsku: "X00B" })];
    expect(claimed({ returns: oneAsin, paid: [paidFor({ sku: "SKU-A", fnsku: "X00A" })] })).toEqual([
      "LPN 2026-08-05 1",
    ]);
    expect(claimed({ returns: oneAsin, paid: [paidFor({ sku: "SKU-Z", fnsku: "X00B" })] })).toEqual([
      "LPN 2026-08-05 1",
    ]);
  });

  it("the oldest of the order where nothing it names came back", () => {
    const foreign = paidFor({ sku: "SKU-Z", fnsku: "X00Z", asin: "B0Z" });
    expect(claimed({ returns: [newer, older], paid: [foreign] })).toEqual(["LPN 2026-08-09 1"]);
  });

  it.each([
    ["SKU", { sku: "" }],
    ["SKU and FNSKU", { sku: "", fnsku: "" }],
  ])("no return merely because neither prints a %s", (_, blank) => {
    const returns = [
      damaged("2026-08-05", { fnsku: "X00A", asin: "B0A", ...blank }),
      damaged("2026-08-09", { fnsku: "X00B", asin: "B0B", ...blank }),
    ];
    const paid = [paidFor({ fnsku: "X00B", asin: "B0B", ...blank })];
    expect(audit({ settlement: NO_REFUND, returns, paid }).findings).toMatchObject([
      { quantity: 1, referenceId: "LPN 2026-08-05" },
    ]);
  });

  it("no return merely because neither prints any number", () => {
    const returns = [older, damaged("2026-08-09", { sku: "SKU-B", fnsku: "", asin: "" })];
    expect(claimed({ returns, paid: [paidFor({ sku: "", fnsku: "", asin: "" })] })).toEqual([
      "LPN 2026-08-09 1",
    ]);
  });

  it("no return of another order", () => {
    const returns = [damaged("2026-08-05"), damaged("2026-08-09", { orderId: OTHER })];
    expect(claimed({ returns, paid: [paidFor({ amazonOrderId: OTHER })] })).toEqual(["LPN 2026-08-05 1"]);
  });

  it("a return that can be claimed before one whose payments are not known", () => {
    const given = { periods: { reimbursements: { from: "2026-08-07", to: "2026-11-20" } } };
    const returns = [damaged("2026-08-05"), damaged("2026-08-09")];
    const leftOut = [
      "1 possible case (1 unit) left out: reimbursements does not cover 2026-08-05 to 2026-08-06.",
    ];
    for (const paid of [paidFor(), paidFor({ amazonOrderId: "", reason: "Damaged_Warehouse" })]) {
      const of = { settlement: NO_REFUND, returns, paid: [paid], given };
      const { findings, cannotTell } = audited([returnedDamagedByAmazon], of);
      expect(findings).toEqual([]);
      expect(cannotTell.map(({ reason }) => reason)).toEqual(leftOut);
    }
    expect(claimed({ returns, paid: [paidFor()] })).toEqual(["LPN 2026-08-09 1"]);
  });

  it("one finding per order and SKU", () => {
    const returns = [
      damaged("2026-08-05"),
      damaged("2026-08-09", { orderId: OTHER }),
      damaged("2026-08-07", { sku: "SKU-B", fnsku: "X00B", asin: "B0B" }),
      damaged("2026-08-08"),
    ];
    expect(claimed({ returns })).toEqual(["LPN 2026-08-05 2", "LPN 2026-08-07 1", "LPN 2026-08-09 1"]);
  });
});

describe("what is not for a unit", () => {
  it("is a row of no units, and a return on the as-of day is one", () => {
    expect(claimed({ returns: [damaged("2026-08-05", { quantity: 0 })] })).toEqual([]);
    const today = { returns: [damaged("2026-11-20")], settlement: NO_REFUND };
    expect(told(audit(today))).toEqual(["returned-damaged-by-amazon wait 1 2026-11-20"]);
    expect(told(audit({ ...today, given: { asOf: "2026-11-19" } }))).toEqual([]);
  });

  it("is a payment for damage of another item, region or reason", () => {
    const of = (given: Parameters<typeof paidFor>[0]) =>
      claimed({
        returns: [damaged("2026-08-05")],
        paid: [paidFor({ amazonOrderId: "", reason: "Damaged_Warehouse", ...given })],
      });
    expect(of({})).toEqual([]);
    expect(of({ fnsku: "X00B", asin: "B0B", sku: "SKU-B" })).toHaveLength(1);
    expect(of({ currencyUnit: "EUR" })).toHaveLength(1);
    expect(of({ reason: "Lost_Warehouse" })).toHaveLength(1);
  });
});

describe("what was paid under the case of a claim", () => {
  const returns = [
    damaged("2026-08-05"),
    returned({ returnDate: "2026-08-09", licensePlateNumber: "LPN sellable" }),
  ];
  const ledger = { more: { "ledger-detail": [] } };
  const ofCase = (given: Parameters<typeof paidFor>[0] = {}) => paidFor({ caseId: "C1", ...given });

  it("for a unit missing in stock does not pay for the damaged one of the order", () => {
    const claims = [claim("returned-not-restocked", [ORDER, "SKU-A"])];
    expect(claimed({ returns, ...ledger, paid: [ofCase()] })).toEqual(["LPN sellable 1"]);
    expect(claimed({ returns, ...ledger, paid: [ofCase()], given: { claims } })).toEqual([
      "LPN 2026-08-05 1",
    ]);
  });

  it("for a unit missing from the order pays for the damaged one with what is left of it", () => {
    const settlement = [
      ...NO_REFUND,
      ...sale("settlement", { units: 2 }),
      ...refund("settlement", { units: 2 }),
    ];
    const claims = [claim("refund-not-returned", [ORDER, "SKU-A"])];
    const twice = ofCase({ quantityReimbursedCash: 2, quantityReimbursedTotal: 2 });
    const of = { settlement, returns: [damaged("2026-08-05")], given: { claims } };
    expect(told(audit({ ...of, paid: [twice] }))).toEqual([]);
    expect(told(audit({ ...of, paid: [ofCase()] }))).toEqual([
      "returned-damaged-by-amazon file 1 2026-08-01 13.00 USD",
    ]);
  });

  it("for a damaged unit pays for it, whatever else it names", () => {
    const claims = [claim("returned-damaged-by-amazon", [ORDER, "SKU-A"])];
    const elsewhere = ofCase({ amazonOrderId: "", sku: "Z", fnsku: "X00Z", asin: "B0Z", reason: "Other" });
    const of = { returns: [damaged("2026-08-05")], paid: [elsewhere] };
    expect(claimed(of)).toEqual(["LPN 2026-08-05 1"]);
    expect(claimed({ ...of, given: { claims } })).toEqual([]);
    const ofOther = [claim("returned-damaged-by-amazon", [ORDER, "SKU-B"])];
    expect(claimed({ ...of, given: { claims: ofOther } })).toEqual(["LPN 2026-08-05 1"]);
  });
});

describe("the clock of a damaged unit starts with", () => {
  const started = (refunds: readonly [day: string, units: number, type?: string][], of: Case) => {
    const settlement = [
      ...NO_REFUND,
      ...sale("settlement", { units: 4 }),
      ...refunds.flatMap(([day, units, type]) =>
        refund("settlement", { day, principal: units * 20, ...(type ? { type } : {}) }),
      ),
    ];
    const result = audited([returnedDamagedByAmazon], { settlement, ...of });
    return told(result).map((line) => line.split(" ")[3]);
  };
  const sound = (day: string) => returned({ returnDate: day, licensePlateNumber: `LPN ${day}` });

  it("the refund its unit belongs to, of several the latest", () => {
    const refunds: [string, number][] = [
      ["2026-07-25", 1],
      ["2026-08-01", 1],
      ["2026-08-20", 1],
    ];
    const returns = [damaged("2026-08-02"), damaged("2026-08-03"), sound("2026-08-30")];
    expect(started(refunds, { returns })).toEqual(["2026-08-01"]);
  });

  it("the refund of two units of which another one came back sound", () => {
    const returns = [damaged("2026-08-02"), sound("2026-08-04"), sound("2026-08-30")];
    const refunds: [string, number][] = [
      ["2026-07-25", 2],
      ["2026-08-20", 1],
    ];
    expect(started(refunds, { returns })).toEqual(["2026-07-25"]);
  });

  it("the latest refund of its item where its own is not known", () => {
    const returns = [sound("2026-08-02"), sound("2026-08-03"), damaged("2026-08-15")];
    expect(
      started(
        [
          ["2026-07-25", 1],
          ["2026-08-01", 1],
        ],
        { returns },
      ),
    ).toEqual(["2026-08-01"]);
  });

  it("the latest refund of its order where its item was none of it", () => {
    const other = damaged("2026-08-15", { sku: "SKU-Z", fnsku: "X00Z", asin: "B0Z" });
    expect(started([["2026-07-25", 1]], { returns: [sound("2026-08-02"), other] })).toEqual(["2026-07-25"]);
  });

  it.each(["Chargeback Refund", "A-to-z Guarantee Refund"])("no %s, but with the return", (type) => {
    expect(started([["2026-07-25", 1, type]], { returns: [damaged("2026-08-15")] })).toEqual(["2026-08-15"]);
    const returns = [sound("2026-08-02"), damaged("2026-08-15")];
    expect(started([["2026-07-25", 1, type]], { returns })).toEqual(["2026-08-15"]);
  });

  it("no refund in part", () => {
    expect(started([["2026-07-25", 0.5]], { returns: [damaged("2026-08-15")] })).toEqual(["2026-08-15"]);
  });
});

it("an order's payment that shows twice in the settlement pays for two units that came back", () => {
  const settlement = [...NO_REFUND, ...reimbursed("settlement", { units: 2 })];
  const returns = [damaged("2026-08-05"), damaged("2026-08-09"), damaged("2026-08-11")];
  expect(claimed({ settlement, returns })).toEqual(["LPN 2026-08-11 1"]);
});
