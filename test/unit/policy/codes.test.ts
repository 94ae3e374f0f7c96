import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  ADJUSTMENT_CODES,
  adjustmentCode,
  disposition,
  ledgerEvent,
  reasonOfDescription,
  reimbursementReason,
  SETTLEMENT_REIMBURSEMENTS,
  settlementReimbursement,
} from "../../../src/policy/index.ts";

/** A name as somebody else might spell it: other case, and `_`, `:`, `-` or spaces between its words. */
function respelt(name: string) {
  return fc
    .record({
      mark: fc.constantFrom("_", ":", " ", ": ", "-", ""),
      upper: fc.boolean(),
      pad: fc.constantFrom("", " "),
    })
    .map(({ mark, upper, pad }) => {
      const text = name.replace(/[_ ]/g, mark);
      return pad + (upper ? text.toUpperCase() : text.toLowerCase()) + pad;
    });
}

describe("adjustment reasons by code", () => {
  test.each([
    ["M", "lost", -1],
    ["5", "lost", -1],
    ["F", "found", 1],
    ["N", "found", 1],
    ["6", "damaged-by-amazon", -1],
    ["E", "damaged-by-amazon", -1],
    ["H", "damaged-other", -1],
    ["K", "damaged-other", -1],
    ["U", "damaged-other", -1],
    ["7", "damaged-other", -1],
    ["P", "disposition-change", 1],
    ["Q", "disposition-change", -1],
    ["D", "disposed", -1],
    ["G", "donated", -1],
    ["O", "correction-out", -1],
    ["3", "redefinition", 1],
    ["4", "redefinition", -1],
    ["1", "software-correction", 1],
    ["2", "software-correction", -1],
    ["J", "software-correction", 1],
  ])("%s is %s, %i", (code, kind, sign) => {
    expect(adjustmentCode(code)).toMatchObject({ code, kind, sign });
    expect(adjustmentCode(` ${code.toLowerCase()} `)).toMatchObject({ code });
  });

  test("there are twenty, and Q and P are never a loss or damage, whatever row they stand in", () => {
    expect(ADJUSTMENT_CODES).toHaveLength(20);
    for (const code of ["P", "Q"]) {
      for (const quantity of [-3, 3]) {
        const row = { quantity, disposition: "WAREHOUSE_DAMAGED" };
        expect(adjustmentCode(code, row)?.kind).toBe("disposition-change");
      }
    }
  });

  test.each(["", " ", "W", "8", "MM", "Damage", "constructor", "toString", "__proto__"])(
    "%j is unknown",
    (code) => {
      expect(adjustmentCode(code)).toBeNull();
    },
  );
});

describe("adjustment reasons by words", () => {
  test.each([
    ["Misplaced", "M"],
    ["Inventory misplaced", "M"],
    ["INVENTORY_MISPLACED", "M"],
    ["Unrecoverable inventory", "5"],
    ["Found", "F"],
    ["Inventory found", "F"],
    ["Transferring ownership in", "N"],
    ["Transferring ownership out", "O"],
    ["Damaged by inbound carrier", "6"],
    ["Expired", "7"],
    ["Damaged, customer return", "H"],
    ["Item defect", "K"],
    ["Disposition change", "P"],
    ["Inventory disposed of", "D"],
    ["Destroyed, unrecoverable", "D"],
    ["Disposed: donated to charity", "G"],
    ["Product redefinition, transfer in", "3"],
  ])("%s is %s", (words, code) => {
    expect(adjustmentCode(words)?.code).toBe(code);
  });

  test.each([
    ["Damaged at FC", "SELLABLE", "E"],
    ["Damaged at Amazon fulfillment center", "Sellable", "E"],
    ["Damaged at Amazon fulfilment centre", "CARRIER_DAMAGED", "6"],
    ["Damaged at FC", "EXPIRED", "7"],
    ["Damaged at FC", "CUSTOMER_DAMAGED", "H"],
    ["Damaged at FC", "DEFECTIVE", "K"],
    ["Damaged at FC", "DISTRIBUTOR_DAMAGED", "U"],
  ])("%s from %s is %s", (words, from, code) => {
    expect(adjustmentCode(words, { quantity: -1, disposition: from })?.code).toBe(code);
  });

  test("words that could be Amazon's damage or the seller's are not guessed", () => {
    expect(adjustmentCode("Damaged at FC")).toBeNull();
    expect(adjustmentCode("Damaged at FC", { quantity: -1, disposition: "WAREHOUSE_DAMAGED" })).toBeNull();
    expect(adjustmentCode("Damaged inventory")).toBeNull();
  });

  test("the sign decides where it can", () => {
    expect(adjustmentCode("Damaged inventory", { quantity: -2 })?.code).toBe("U");
    expect(adjustmentCode("Damaged inventory", { quantity: 2 })?.code).toBe("P");
    expect(adjustmentCode("Disposition change", { quantity: -2 })?.code).toBe("Q");
    expect(adjustmentCode("Software correction", { quantity: -2 })?.code).toBe("2");
  });
});

describe("event types and dispositions", () => {
  test.each([
    ["Adjustments", "Adjustments"],
    ["Adjustment", "Adjustments"],
    ["Customer Returns", "CustomerReturns"],
    ["CustomerReturn", "CustomerReturns"],
    ["customer_returns", "CustomerReturns"],
    ["Receipts", "Receipts"],
    ["Shipments", "Shipments"],
    ["Vendor Returns", "VendorReturns"],
    ["Whse Transfers", "WhseTransfers"],
  ])("event %s is %s", (text, event) => {
    expect(ledgerEvent(text)).toBe(event);
  });

  test.each(["", "s", "Adjust", "Sales"])("event %j is unknown", (text) => {
    expect(ledgerEvent(text)).toBeNull();
  });

  test.each([
    ["SELLABLE", "SELLABLE"],
    ["Sellable", "SELLABLE"],
    ["Unsellable", "UNSELLABLE"],
    ["Warehouse damaged", "WAREHOUSE_DAMAGED"],
    ["carrier_damaged", "CARRIER_DAMAGED"],
    ["DAMAGED", "DAMAGED"],
    ["Defective", "DEFECTIVE"],
  ])("disposition %s is %s", (text, name) => {
    expect(disposition(text)).toBe(name);
  });

  test.each(["", "NEW", "WAREHOUSE"])("disposition %j is unknown", (text) => {
    expect(disposition(text)).toBeNull();
  });
});

describe("reimbursement reasons", () => {
  const REASONS = [
    "Lost_Warehouse",
    "Damaged_Warehouse",
    "Lost_Inbound",
    "Damaged_Inbound",
    "Lost_Outbound",
    "Damaged_Outbound",
    "MultiChannelOrderLost",
    "CustomerReturn",
    "CustomerServiceIssue",
    "ReturnAdjustment",
    "GeneralAdjustment",
    "Fee_Correction",
    "Reimbursement_Reversal",
    "Payment Retraction",
    "Prime Wardrobe",
    "FBA CLI Planned Fee Reimbursement",
  ];

  test.each(REASONS)("%s, however it is spelt", (reason) => {
    fc.assert(
      fc.property(respelt(reason), (text) => {
        expect(reimbursementReason(text)).toBe(reason);
      }),
    );
  });

  test.each([
    ["Lost:Warehouse", "Lost_Warehouse"],
    ["Damaged: Warehouse", "Damaged_Warehouse"],
    ["Customer Return", "CustomerReturn"],
    ["Reversal", "Reimbursement_Reversal"],
  ])("%s is %s", (text, reason) => {
    expect(reimbursementReason(text)).toBe(reason);
  });

  test.each(["", "Lost", "Warehouse", "Lost_Warehouse_2", "constructor"])("%j is unknown", (text) => {
    expect(reimbursementReason(text)).toBeNull();
  });

  test.each([
    ["FBA Inventory Reimbursement - Lost:Warehouse", "Lost_Warehouse"],
    ["FBA Inventory Reimbursement - Damaged:Warehouse", "Damaged_Warehouse"],
    ["FBA Inventory Reimbursement - Customer Return", "CustomerReturn"],
    ["Versand durch Amazon Erstattung -  Allgemeine Anpassung", "GeneralAdjustment"],
    ["Fee Adjustment - Weight and Dimension Change", null],
    ["Example coffee 250 g", null],
  ])("description %s is %s", (text, reason) => {
    expect(reasonOfDescription(text)).toBe(reason);
  });
});

describe("reimbursements in settlements", () => {
  test.each([
    ["WAREHOUSE_LOST", "Lost_Warehouse"],
    ["WAREHOUSE_LOST_MANUAL", "Lost_Warehouse"],
    ["WAREHOUSE_DAMAGE", "Damaged_Warehouse"],
    ["WAREHOUSE_DAMAGE_EXCEPTION", "Damaged_Warehouse"],
    ["MISSING_FROM_INBOUND", "Lost_Inbound"],
    ["INBOUND_CARRIER_DAMAGE", "Damaged_Inbound"],
    ["CARRIER_DAMAGED_DISCARD", "Damaged_Inbound"],
    ["REVERSAL_REIMBURSEMENT", "CustomerReturn"],
    ["CUSTOMER_RETURN", "CustomerReturn"],
    ["CS_ERROR_ITEMS", "CustomerServiceIssue"],
    ["CUSTOMER_DAMAGE", "ReturnAdjustment"],
    ["INCORRECT_FEES_ITEMS", "Fee_Correction"],
    ["LOST_OUTBOUND", "Lost_Outbound"],
    ["MULTICHANNEL_ORDER_LOST", "MultiChannelOrderLost"],
    ["REMOVAL_ORDER_LOST", "Removal_Order_Lost"],
    ["FREE_REPLACEMENT_REFUND_ITEMS", "Free_Replacement"],
  ])("%s pays for %s", (code, reason) => {
    expect(settlementReimbursement(code)).toEqual({ code, reason, direction: "pays" });
  });

  test("REVERSAL_REIMBURSEMENT pays; only the clawbacks take back", () => {
    expect(settlementReimbursement("reversal reimbursement")?.direction).toBe("pays");
    expect(reimbursementReason("REVERSAL_REIMBURSEMENT")).toBeNull();
    const taking = SETTLEMENT_REIMBURSEMENTS.filter((known) => known.direction === "takes-back");
    expect(taking.map((known) => known.code).sort()).toEqual([
      "COMPENSATED_CLAWBACK",
      "MISSING_FROM_INBOUND_CLAWBACK",
    ]);
    expect(settlementReimbursement("COMPENSATED_CLAWBACK")?.reason).toBe("Reimbursement_Reversal");
  });

  test.each(["", "Principal", "WAREHOUSE"])("%j is no reimbursement", (text) => {
    expect(settlementReimbursement(text)).toBeNull();
  });
});
