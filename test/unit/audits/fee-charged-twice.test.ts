import { describe, expect, it } from "vitest";
import { feeChargedTwice } from "../../../src/audits/fee-charged-twice.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { inputOf } from "./account-of-rows.ts";
import { told } from "./build.ts";
import { auditFees, booked, type FeeAccount, FULFILMENT, sold } from "./fee-rows.ts";

const audit = (given: FeeAccount) => auditFees(feeChargedTwice, given);
const fee = (amount: number, day = "2026-05-24", order = "111-1") =>
  booked("ItemFees", FULFILMENT, amount, { day, order });

describe("fee-charged-twice stays silent", () => {
  const silent: readonly (readonly [string, FeeAccount])[] = [
    ["on one fee per sale", { lines: sold({ units: 3 }) }],
    ["on two shipments of one order", { lines: [...sold({}), ...sold({ day: "2026-05-22" })] }],
    ["on a row reversed", { lines: [...sold({}), fee(-4.35), fee(4.35, "2026-06-20")] }],
    ["on a row reversed in another amount", { lines: [...sold({}), fee(-4.35), fee(4)] }],
    ["on two fees of different amounts", { lines: [...sold({}), fee(-0.4)] }],
    [
      "on two kinds of fees of one amount",
      { lines: [...sold({}), booked("ItemFees", "FBAWeightBasedFee", -4.35)] },
    ],
    ["on the same fee in another order", { lines: [...sold({}), ...sold({ order: "111-2" })] }],
    ["without a sale", { lines: [fee(-4.35), fee(-4.35)] }],
    ["on orders of other shops", { lines: [...sold({ order: "S01-1" }), fee(-4.35, "2026-05-24", "S01-1")] }],
    [
      "where the sale was booked back",
      { lines: [...sold({}), booked("ItemPrice", "Principal", -20), fee(-4.35)] },
    ],
    ["after the day of the audit", { lines: [...sold({}), fee(-4.35, "2026-07-02")] }],
    ["on fees of nothing", { lines: [...sold({ fee: 0 }), fee(0)] }],
  ];
  it.each(silent)("%s", (_, given) => {
    expect(audit(given).findings).toEqual([]);
  });
});

describe("fee-charged-twice finds", () => {
  it("a second row equal to the first, with its units and day", () => {
    expect(told(audit({ lines: [...sold({ units: 2 }), fee(-8.7)] }))).toEqual([
      "file 2 2026-05-24 8.70 USD",
    ]);
  });

  it("a second referral fee", () => {
    const [finding] = audit({ lines: [...sold({}), booked("ItemFees", "Commission", -3)] }).findings;
    expect(finding?.what).toBe(
      "The referral fee of 3.00 USD for MUG (FNSKU X001) in order 111-1 was charged again on 2026-05-20.",
    );
    expect(finding?.evidence).toHaveLength(2);
  });

  it("three rows for one sale as two findings of their own", () => {
    const { findings } = audit({ lines: [...sold({}), fee(-4.35), fee(-4.35, "2026-05-25")] });
    expect(findings.map((f) => f.amount?.minor)).toEqual([435, 435]);
    expect(new Set(findings.map((f) => f.id)).size).toBe(2);
  });

  it("one of three rows when another was reversed", () => {
    expect(
      told(audit({ lines: [...sold({}), fee(-4.35), fee(-4.35, "2026-05-25"), fee(4.35, "2026-06-01")] })),
    ).toEqual(["file 1 2026-05-24 4.35 USD"]);
  });

  it("the row that equals another, not the one that does not", () => {
    expect(told(audit({ lines: [...sold({}), fee(-4.35), fee(-0.4, "2026-05-26")] }))).toEqual([
      "file 1 2026-05-24 4.35 USD",
    ]);
  });

  it("a row without a sale in the payments CSV", () => {
    const row = (productSales: number, sellingFees: number, fbaFees: number, day: string) => ({
      dateTime: `${day} 10:00:00`,
      settlementId: "9001",
      type: "Order",
      orderId: "111-1",
      sku: "MUG",
      quantity: 1,
      marketplace: "amazon.com",
      fulfillment: "Amazon",
      productSales,
      sellingFees,
      fbaFees,
    });
    const transactions = [row(20, -3, -4.35, "2026-05-20"), row(0, 0, -4.35, "2026-05-24")];
    const result = runAudits(inputOf({ asOf: "2026-06-30", reports: { transactions } }), [feeChargedTwice]);
    expect(told(result)).toEqual(["file 1 2026-05-24 4.35 USD"]);
  });

  it("and asks for the rows of both charges, not for photos of the item on scales", () => {
    const [finding] = audit({ lines: [...sold({}), fee(-4.35)] }).findings;
    expect(finding?.todo).toContain(
      "at Seller Central > Help > Contact Seller Support. Last day: 2026-08-22.",
    );
    expect(finding?.todo).toContain("the settlement rows of the sale and of both charges");
    expect(finding?.todo).not.toMatch(/measure|weight|photo/);
  });

  it.each([
    ["2026-08-22", "file"],
    ["2026-08-23", "expired"],
  ])("on %s as %s", (asOf, state) => {
    expect(audit({ lines: [...sold({}), fee(-4.35)], asOf }).findings.map((f) => f.state)).toEqual([state]);
  });
});
