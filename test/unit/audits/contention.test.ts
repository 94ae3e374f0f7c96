/** Who gets a unit or a payment when several could: the edges of bounds, and the order of serving. */

import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { ledgerOf } from "../../../src/audits/account/ledger.ts";
import { paymentsOf } from "../../../src/audits/account/payments.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { underpaid } from "../../../src/audits/underpaid.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { inputOf } from "./account-of-rows.ts";
import {
  adjusted,
  audited,
  givenOf,
  paid,
  paidInStock,
  type Row,
  received,
  takenBack,
  told,
} from "./build.ts";

const lost = (date: string, units = 1, more: Row = {}) => adjusted("M", date, -units, more);
const found = (date: string, units = 1, more: Row = {}) => adjusted("F", date, units, more);
const account = (rows: Parameters<typeof givenOf>[0]) => accountOf(inputOf(givenOf(rows)));

describe("finds", () => {
  it("are cancelled by units taken out up to 30 days later, no later", () => {
    const takenOut = (date: string) =>
      told(
        audited(warehouseLost, {
          ledger: [lost("2026-05-01"), found("2026-05-05"), adjusted("O", date, -1)],
        }),
      );
    expect(takenOut("2026-06-04")).toEqual(["file 1 2026-05-01"]);
    expect(takenOut("2026-06-05")).toEqual([]);
    expect(takenOut("2026-05-04")).toEqual([]);
  });

  it("are cancelled only by units of their own disposition", () => {
    const out = adjusted("O", "2026-05-10", -1, { disposition: "DEFECTIVE" });
    expect(told(audited(warehouseLost, { ledger: [lost("2026-05-01"), found("2026-05-05"), out] }))).toEqual(
      [],
    );
  });

  it("are a payment in stock within 30 days either side, beyond it units of their own", () => {
    const arriving = (date: string) =>
      told(
        audited(warehouseLost, {
          ledger: [lost("2026-03-25"), lost("2026-03-26"), adjusted("N", date, 1)],
          paid: [paidInStock("Lost_Warehouse", "2026-04-20", 1)],
          given: { asOf: "2026-05-20" },
        }),
      );
    for (const within of ["2026-03-21", "2026-05-20"])
      expect(arriving(within)).toEqual(["file 1 2026-03-26"]);
    for (const beyond of ["2026-03-20", "2026-05-21"]) expect(arriving(beyond)).toEqual([]);
  });

  it("that explain a reversal are the reconciled ones first, so that the others still clear a loss", () => {
    const rows = {
      ledger: [lost("2026-05-10", 1, { unreconciled: 1 }), found("2026-05-15", 2, { unreconciled: 1 })],
      paid: [
        paid("Lost_Warehouse", "2026-03-01", 1, { reimbursementId: "P" }),
        takenBack("P", "2026-05-20", 1),
      ],
    };
    expect(told(audited(warehouseLost, rows))).toEqual([]);
  });
});

describe("returns damaged by the carrier", () => {
  const returned = (date: string): Row => ({
    returnDate: date,
    orderId: "111-1111111-1111111",
    sku: "MUG",
    asin: "B001",
    fnsku: "X001",
    quantity: 1,
    fulfillmentCenterId: "ONT8",
    detailedDisposition: "CARRIER_DAMAGED",
    licensePlateNumber: "LPN1",
  });
  const byCarrier = (units: number, more: Row = {}) =>
    adjusted("6", "2026-05-10", -units, { disposition: "CARRIER_DAMAGED", ...more });

  it("keep a unit booked up to 60 days later", () => {
    const told60 = (date: string) =>
      told(audited(warehouseDamaged, { ledger: [byCarrier(1)], returns: [returned(date)] }));
    expect(told60("2026-03-11")).toEqual([]);
    expect(told60("2026-03-10")).toEqual(["file 1 2026-05-10"]);
  });

  it("keep a unit not reconciled before one that is", () => {
    const rows = { ledger: [byCarrier(2, { unreconciled: 1 })], returns: [returned("2026-05-02")] };
    expect(told(audited(warehouseDamaged, rows))).toEqual([]);
  });

  it("are placed by their centre only where the ledger shows it in one region", () => {
    const { placeOfCentre } = account({
      ledger: [
        lost("2026-05-01", 1, { fulfillmentCenter: "LTN4", country: "GB" }),
        lost("2026-05-01", 1, { fulfillmentCenter: "BOTH", country: "GB" }),
        lost("2026-05-01", 1, { fulfillmentCenter: "BOTH", country: "DE" }),
      ],
    }).derive(ledgerOf);
    expect(placeOfCentre("LTN4")).toMatchObject({ marketplace: "UK" });
    expect(placeOfCentre("BOTH")).toBeNull();
    expect(placeOfCentre("NONE")).toBeNull();
  });
});

describe("payments", () => {
  it("go to losses whose reimbursements are known before those that may have been paid unseen", () => {
    const result = audited(warehouseLost, {
      ledger: [lost("2026-04-20"), lost("2026-05-05")],
      paid: [paid("Lost_Warehouse", "2026-05-20", 1)],
      given: { periods: { reimbursements: { from: "2026-05-01", to: "2026-06-30" } } },
    });
    expect(told(result)).toEqual([]);
    expect(result.cannotTell).toMatchObject([
      { reason: expect.stringContaining("1 possible case (1 unit)") },
    ]);
  });

  it("go to shipments whose reports are known before those that may have been paid unseen", () => {
    const sent = (shipmentId: string) => ({
      shipmentId,
      merchantSku: "MUG",
      asin: "B001",
      fnsku: "X001",
      shipped: 10,
    });
    const queued = (shipmentId: string, created: string) => ({ shipmentId, created, status: "Closed" });
    const result = audited(inboundShort, {
      contents: [sent("FBA1"), sent("FBA2")],
      queue: [queued("FBA1", "2026-02-01"), queued("FBA2", "2026-05-02")],
      ledger: [received("FBA1", "2026-02-10", 8), received("FBA2", "2026-05-10", 8)],
      paid: [paid("Lost_Inbound", "2026-06-01", 2)],
      given: { periods: { reimbursements: { from: "2026-05-01", to: "2026-06-30" } } },
    });
    expect(told(result)).toEqual([]);
    expect(result.cannotTell).toHaveLength(1);
  });

  it("under one id are taken back one by one", () => {
    const row = paid("Lost_Warehouse", "2026-03-01", 1, { reimbursementId: "P" });
    const { reversals } = account({
      paid: [row, row, takenBack("P", "2026-04-01", 1), takenBack("P", "2026-04-02", 1)],
    }).derive(paymentsOf);
    const [first, second] = reversals;
    expect(first?.original?.identity).not.toBe(second?.original?.identity);
  });
});

describe("values", () => {
  const COST = { msku: "MUG", currency: "USD" };

  it("of two costs for one day take the lower", () => {
    const costs = [
      { ...COST, unitCost: 5 },
      { ...COST, unitCost: 3 },
    ];
    expect(told(audited(warehouseLost, { ledger: [lost("2026-05-01")], costs }))).toEqual([
      "file 1 2026-05-01 3.00 USD",
    ]);
  });

  it("take costs in euro wherever in the euro region the unit was lost", () => {
    const rows = {
      ledger: [lost("2026-05-01", 1, { country: "PL" })],
      costs: [{ msku: "MUG", unitCost: 3, currency: "EUR" }],
      given: { marketplace: "DE" },
    };
    expect(told(audited(warehouseLost, rows))).toEqual(["file 1 2026-05-01 3.00 EUR"]);
  });

  it("after an order hold only for units lost since that basis is in force", () => {
    const line = (
      transactionType: string,
      postedDate: string,
      amountDescription: string,
      amount: number,
    ): Row => ({
      settlementId: "9",
      currency: "USD",
      transactionType,
      orderId: "111-1111111-1111111",
      marketplaceName: "Amazon.com",
      amountType: amountDescription === "Principal" ? "ItemPrice" : "ItemFees",
      amountDescription,
      amount,
      fulfillmentId: "AFN",
      postedDate,
      sku: "MUG",
      quantityPurchased: transactionType === "Order" && amountDescription === "Principal" ? 1 : null,
    });
    const refundedOn = (day: string) =>
      audited(underpaid, {
        given: {
          asOf: "2025-05-20",
          from: "2025-01-01",
          reports: {
            "ledger-detail": [],
            reimbursements: [
              paid("CustomerReturn", "2025-05-10", 1, {
                amountTotal: 2,
                amazonOrderId: "111-1111111-1111111",
              }),
            ],
            settlement: [
              {
                settlementId: "9",
                settlementStartDate: "2025-03-01",
                settlementEndDate: "2025-04-15",
                totalAmount: 13,
                currency: "USD",
              },
              line("Order", "2025-03-10", "Principal", 20),
              line("Order", "2025-03-10", "Commission", -3),
              line("Order", "2025-03-10", "FBAPerUnitFulfillmentFee", -4),
              line("Refund", day, "Principal", -20),
            ],
          },
        },
      });
    expect(told(refundedOn("2025-03-31"))).toEqual(["file 1 2025-05-10 11.00 USD"]);
    expect(refundedOn("2025-03-30")).toMatchObject({ findings: [], cannotTell: [{ needs: [] }] });
  });
});
