/** When a returned item counts as another than the order held, and what it came back for. */
import { describe, expect, it } from "vitest";
import { findingId } from "../../../src/audits/finding.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { wrongItemReturned } from "../../../src/audits/wrong-item-returned.ts";
import { ORDER, refund, sale, totalRow } from "./orders/money-rows.ts";
import { audited, type Case, OTHER, ordered, paidFor, REFUNDED, returned, told } from "./return-rows.ts";

const wrong = (given: Parameters<typeof returned>[0] = {}) =>
  returned({ sku: "SKU-B", asin: "B0B", fnsku: "X00B", ...given });
const audit = (of: Case = {}) =>
  audited([wrongItemReturned, refundNotReturned], {
    returns: [wrong()],
    ...of,
    more: { orders: [ordered()], ...of.more },
  });
const found = (of: Case = {}) => told(audit(of));
const WRONG = ["wrong-item-returned file 1 2026-08-01 13.00 USD"];

describe("an item is not the one of the order", () => {
  it("merely because no report knows the FNSKU of either", () => {
    expect(found({ returns: [wrong({ fnsku: "" })] })).toEqual(WRONG);
  });

  it("merely because neither report prints a SKU", () => {
    const orders = [ordered(), ordered({ sku: "", asin: "B0C" })];
    const of = { returns: [wrong({ sku: "" })], more: { orders } };
    expect(found(of)).toEqual(WRONG);
  });

  it("but is by its SKU alone, though its ASIN and FNSKU are others", () => {
    expect(found({ returns: [returned({ asin: "B0NEW", fnsku: "" })] })).toEqual([]);
  });
});

describe("wrong-item-returned", () => {
  it("counts a return on the as-of day, and none after it", () => {
    const on = (asOf: string) =>
      found({ returns: [wrong({ returnDate: "2026-08-10" })], given: { asOf } }).map((line) =>
        line.split(" ").slice(0, 2).join(" "),
      );
    expect(on("2026-08-10")).toEqual(["wrong-item-returned wait"]);
    expect(on("2026-08-09")).toEqual([]);
  });

  it("asks for no order report because of a row of no units", () => {
    expect(audit({ returns: [wrong({ quantity: 0, orderId: OTHER })] }).cannotTell).toEqual([]);
    expect(audit({ returns: [wrong({ orderId: OTHER })] }).cannotTell).toHaveLength(1);
  });

  it("tells of two orders, and of two items of one order, one by one", () => {
    const settlement = [
      ...REFUNDED,
      ...sale("settlement", { sku: "SKU-C" }),
      ...refund("settlement", { sku: "SKU-C" }),
      ...sale("settlement", { order: OTHER }),
      ...refund("settlement", { order: OTHER }),
    ];
    const orders = [ordered(), ordered({ sku: "SKU-C", asin: "B0C" }), ordered({ amazonOrderId: OTHER })];
    const returns = [
      wrong(),
      wrong({ licensePlateNumber: "LPN2" }),
      wrong({ orderId: OTHER, licensePlateNumber: "LPN3" }),
    ];
    const { findings } = audit({ settlement, more: { orders }, returns });
    expect(findings.map(({ orderId, msku, quantity }) => `${orderId} ${msku} ${quantity}`).sort()).toEqual([
      `${ORDER} SKU-A 1`,
      `${ORDER} SKU-C 1`,
      `${OTHER} SKU-A 1`,
    ]);
  });

  it("is settled by what was paid under its own case, and by no other item's", () => {
    const paid = [
      paidFor({ amazonOrderId: "", caseId: "C1", reason: "Other", sku: "Z", fnsku: "Z", asin: "Z" }),
    ];
    const claims = (id: string) => [
      { findingId: id, caseId: "C1", state: "paid" as const, approvedUnits: null, approvedAmount: null },
    ];
    const withClaimFor = (identity: string[]) =>
      found({ paid, given: { claims: claims(findingId("wrong-item-returned", identity)) } });
    expect(withClaimFor([ORDER, "SKU-A"])).toEqual([]);
    expect(withClaimFor([ORDER, ""])).toEqual(WRONG);
    expect(withClaimFor([OTHER, "SKU-A"])).toEqual(WRONG);
  });

  it("is settled by its own case where the order held several items, too", () => {
    const orders = [ordered(), ordered({ sku: "SKU-C", asin: "B0C" })];
    const paid = [
      paidFor({ amazonOrderId: "", caseId: "C1", reason: "Other", sku: "Z", fnsku: "Z", asin: "Z" }),
    ];
    const claim = { caseId: "C1", state: "paid" as const, approvedUnits: null, approvedAmount: null };
    const of = { settlement: totalRow("settlement"), more: { orders } };
    const id = findingId("wrong-item-returned", [ORDER, ""]);
    expect(audit(of).findings.map((finding) => finding.id)).toEqual([id]);
    expect(found({ ...of, paid, given: { claims: [{ findingId: id, ...claim }] } })).toEqual([]);
  });

  it("says nothing of what the seller sent and refunded himself", () => {
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { fulfilment: "MFN" }),
      ...refund("settlement", { fulfilment: "MFN" }),
    ];
    expect(found({ settlement })).toEqual([]);
  });

  it("starts the clock with the refund of the unit it came back for, one of two of that day", () => {
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 3 }),
      ...refund("settlement", { units: 2, day: "2026-07-25" }),
      ...refund("settlement", { units: 1, day: "2026-08-20" }),
    ];
    const returns = [
      wrong({ returnDate: "2026-08-02" }),
      returned({ licensePlateNumber: "LPN2", returnDate: "2026-07-28" }),
      returned({ licensePlateNumber: "LPN3", returnDate: "2026-08-25" }),
    ];
    const [first] = audit({ settlement, returns, more: { orders: [ordered({ quantity: 3 })] } }).findings;
    expect(first).toMatchObject({ audit: "wrong-item-returned", msku: "SKU-A", quantity: 1 });
  });
});
