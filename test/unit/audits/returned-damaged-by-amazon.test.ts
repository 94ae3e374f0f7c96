import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/audits/finding.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { returnedDamagedByAmazon } from "../../../src/audits/returned-damaged-by-amazon.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { type Given, inputOf, type Rows } from "./account-of-rows.ts";
import { ORDER, refund, reimbursed, sale, totalRow } from "./orders/money-rows.ts";

type Values = Record<string, string | number | null>;

const damaged = (given: Values = {}) => ({
  orderId: ORDER,
  sku: "SKU-A",
  asin: "B0A",
  fnsku: "X00A",
  returnDate: "2026-08-10 07:00:00",
  quantity: 1,
  fulfillmentCenterId: "ABE1",
  detailedDisposition: "DAMAGED",
  status: "Unit returned to inventory",
  licensePlateNumber: "LPN1",
  ...given,
});

const paid = (given: Values = {}) => ({
  approvalDate: "2026-09-01 10:00:00",
  reimbursementId: "R1",
  amazonOrderId: ORDER,
  reason: "CustomerReturn",
  sku: "SKU-A",
  fnsku: "X00A",
  asin: "B0A",
  currencyUnit: "USD",
  amountTotal: 13,
  quantityReimbursedCash: 1,
  quantityReimbursedInventory: 0,
  quantityReimbursedTotal: 1,
  ...given,
});

/** Paid for warehouse damage of the item; names no order. */
const paidForDamage = (given: Values = {}) =>
  paid({ amazonOrderId: "", reason: "Damaged_Warehouse", reimbursementId: "R5", ...given });

const damagedInLedger = (given: Values = {}) => ({
  date: "2026-08-05",
  fnsku: "X00A",
  asin: "B0A",
  msku: "SKU-A",
  eventType: "Adjustments",
  referenceId: "77",
  quantity: -1,
  fulfillmentCenter: "ABE1",
  disposition: "SELLABLE",
  reason: "E",
  country: "US",
  reconciledQuantity: 0,
  unreconciledQuantity: 1,
  ...given,
});

const ledgerAround: Rows = [damagedInLedger()];

interface Case {
  settlement?: Rows;
  returns?: Rows;
  paid?: Rows;
  more?: Given["reports"];
  given?: Partial<Given>;
}

const sold = [...totalRow("settlement"), ...sale("settlement"), ...refund("settlement")];

function audit({
  settlement = sold,
  returns = [damaged()],
  paid: payments = [],
  more = {},
  given = {},
}: Case) {
  const reports = { settlement, "customer-returns": returns, reimbursements: payments, ...more };
  return runAudits(inputOf({ reports, ...given }), [returnedDamagedByAmazon]);
}

const findings = (given: Case): readonly Finding[] => audit(given).findings;
const one = (given: Case = {}): Finding => {
  const found = findings(given);
  expect(found).toHaveLength(1);
  return found[0] as Finding;
};

describe("returned-damaged-by-amazon makes no claim of", () => {
  const clean: [string, Case][] = [
    ...["SELLABLE", "CUSTOMER_DAMAGED", "DEFECTIVE", "EXPIRED", ""].map((disposition): [string, Case] => [
      `a return booked ${disposition || "without a disposition"}`,
      { returns: [damaged({ detailedDisposition: disposition })] },
    ]),
    ["a return Amazon marks as reimbursed", { returns: [damaged({ status: "Reimbursed" })] }],
    ["a return paid for under its order", { paid: [paid()] }],
    [
      "a return paid for in the settlement only",
      { settlement: [...sold, ...reimbursed("settlement", { code: "CS_ERROR_ITEMS" })] },
    ],
    ["a return paid for as warehouse damage of the item", { paid: [paidForDamage()] }],
    ["a return paid for as warehouse damage, matched by SKU", { paid: [paidForDamage({ fnsku: "" })] }],
    ["a return after the as-of day", { returns: [damaged({ returnDate: "2026-11-25" })] }],
    [
      "the same unit printed twice, by now sellable",
      {
        returns: [
          damaged({ returnDate: "2026-08-10" }),
          damaged({ returnDate: "2026-08-12", detailedDisposition: "SELLABLE" }),
        ],
      },
    ],
  ];
  it.each(clean)("%s", (_, given) => {
    expect(findings(given)).toEqual([]);
  });
});

describe("returned-damaged-by-amazon claims", () => {
  it.each(["DAMAGED", "WAREHOUSE_DAMAGED", "CARRIER_DAMAGED", "Carrier damaged"])(
    "a return booked %s",
    (as) => {
      const finding = one({ returns: [damaged({ detailedDisposition: as })] });
      expect(finding).toMatchObject({
        state: "file",
        quantity: 1,
        orderId: ORDER,
        fnsku: "X00A",
        amount: { minor: 1300, currency: "USD" },
      });
    },
  );

  it("from the refund, or from the return when no refund is in the data", () => {
    const refunded = one();
    expect([refunded.eventDate, refunded.opens, refunded.deadline]).toEqual(
      ["2026-08-01", "2026-09-30", "2026-11-29"].map(day),
    );
    const alone = one({ settlement: [...totalRow("settlement"), ...sale("settlement")] });
    expect(formatDay(alone.eventDate)).toBe("2026-08-10");
    expect(alone.why).toContain("counted from the return on 2026-08-10");
  });

  it("from the refund of the very unit, when the order was refunded twice", () => {
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2 }),
      ...refund("settlement", { day: "2026-07-25" }),
      ...refund("settlement", { day: "2026-08-20" }),
    ];
    const returns = [
      damaged({ returnDate: "2026-08-02" }),
      damaged({ returnDate: "2026-08-30", licensePlateNumber: "LPN2", detailedDisposition: "SELLABLE" }),
    ];
    expect(formatDay(one({ settlement, returns }).eventDate)).toBe("2026-07-25");
  });

  it("all units of one order and item as one finding", () => {
    const finding = one({
      settlement: [
        ...totalRow("settlement"),
        ...sale("settlement", { units: 2 }),
        ...refund("settlement", { units: 2 }),
      ],
      returns: [damaged(), damaged({ licensePlateNumber: "LPN2", detailedDisposition: "CARRIER_DAMAGED" })],
    });
    expect(finding).toMatchObject({ quantity: 2, amount: { minor: 2600 } });
  });

  it("equal rows without a licence plate as separate units", () => {
    const row = damaged({ licensePlateNumber: "" });
    expect(one({ returns: [row, row] }).quantity).toBe(2);
  });

  it("a unit once, although the report was downloaded for two marketplaces of the region", () => {
    const row = damaged({ licensePlateNumber: "" });
    expect(one({ returns: [row, { ...row, importedFor: "CA" }] }).quantity).toBe(1);
  });

  it("what an order's payments leave after its missing units", () => {
    // Two refunded, one came back damaged, one never came back: the payment is for the missing one.
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2 }),
      ...refund("settlement", { units: 2 }),
    ];
    const reports = { settlement, "customer-returns": [damaged()], reimbursements: [paid()] };
    const found = runAudits(inputOf({ reports }), [refundNotReturned, returnedDamagedByAmazon]).findings;
    expect(found).toMatchObject([{ audit: "returned-damaged-by-amazon", quantity: 1 }]);
  });

  it("unless the other units of the order were paid more than they miss", () => {
    const payments = [paid({ quantityReimbursedCash: 2, quantityReimbursedTotal: 2 })];
    const settlement = [
      ...totalRow("settlement"),
      ...sale("settlement", { units: 2 }),
      ...refund("settlement", { units: 2 }),
    ];
    expect(findings({ settlement, paid: payments })).toEqual([]);
  });

  it("even when warehouse damage was paid long before or after", () => {
    expect(one({ paid: [paidForDamage({ approvalDate: "2026-10-10" })] }).quantity).toBe(1);
    expect(one({ paid: [paidForDamage({ approvalDate: "2026-08-01" })] }).quantity).toBe(1);
    expect(findings({ paid: [paidForDamage({ approvalDate: "2026-10-09" })] })).toEqual([]);
    expect(findings({ paid: [paidForDamage({ approvalDate: "2026-08-03" })] })).toEqual([]);
  });

  it("even when the payment for warehouse damage is for a unit the ledger shows damaged", () => {
    expect(one({ paid: [paidForDamage()], more: { "ledger-detail": ledgerAround } }).quantity).toBe(1);
  });

  it("but takes no payment for losses, fees or other orders", () => {
    expect(one({ paid: [paidForDamage({ reason: "Lost_Warehouse" })] }).quantity).toBe(1);
    expect(one({ paid: [paid({ reason: "Fee_Correction", amountTotal: 1 })] }).quantity).toBe(1);
    expect(one({ paid: [paid({ amazonOrderId: "111-0000000-0000000" })] }).quantity).toBe(1);
  });

  it("in words a seller can check", () => {
    const { what, why, todo } = one();
    expect(what).toBe(
      "1 unit of SKU-A (FNSKU X00A, ASIN B0A) from order 111-1234567-1234567 came back on 2026-08-10 damaged in Amazon's hands (DAMAGED) at ABE1 and was not paid for.",
    );
    expect(why).toContain("The clock started with the refund of 2026-08-01.");
    expect(todo).toContain("2026-11-29");
  });
});

describe("returned-damaged-by-amazon otherwise", () => {
  it("only mentions multi-channel orders", () => {
    const finding = one({ returns: [damaged({ orderId: "S01-1234567-1234567" })] });
    expect(finding).toMatchObject({ state: "info", quantity: 1 });
  });

  it("cannot tell of returns reimbursements does not cover from their day on", () => {
    const periods = { reimbursements: { from: "2026-08-11", to: "2026-11-20" } };
    const short = audit({ given: { periods } });
    expect(short.findings).toEqual([]);
    expect(short.cannotTell).toMatchObject([{ needs: [{ report: "reimbursements" }] }]);
  });

  it("needs settlements or the payments CSV", () => {
    const reports = { "customer-returns": [damaged()], reimbursements: [] };
    const told = runAudits(inputOf({ reports }), [returnedDamagedByAmazon]);
    expect(told.findings).toEqual([]);
    expect(told.cannotTell[0]?.reason).toContain("settlement or transactions");
  });
});
