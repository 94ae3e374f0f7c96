/** What the audits of returned units say in cases their examples do not show, and the rows they name. */
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/audits/finding.ts";
import { replacementNotReturned } from "../../../src/audits/replacement-not-returned.ts";
import { returnedDamagedByAmazon } from "../../../src/audits/returned-damaged-by-amazon.ts";
import { returnedNotRestocked } from "../../../src/audits/returned-not-restocked.ts";
import { wrongItemReturned } from "../../../src/audits/wrong-item-returned.ts";
import type { Rows } from "./account-of-rows.ts";
import { ORDER, type RefundOf, refund, sale, totalRow } from "./orders/money-rows.ts";
import {
  audited,
  type Case,
  OTHER,
  ordered,
  paidFor,
  REFUNDED,
  replaced,
  returned,
  SOLD,
} from "./return-rows.ts";

const AUDITS = [replacementNotReturned, returnedDamagedByAmazon, returnedNotRestocked, wrongItemReturned];
/** Rows that keep the lines they have in the file: 2, 3, … */
const numbered = (rows: Rows | undefined): Rows => (rows ?? []).map((row, i) => ({ line: i + 2, ...row }));
const one = (id: string, of: Case): Finding => {
  const audit = AUDITS.filter(({ meta }) => meta.id === id);
  const { findings } = audited(audit, { ...of, settlement: numbered(of.settlement ?? REFUNDED) });
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
};
const lines = ({ evidence }: Finding) => evidence.map(({ report, line }) => `${report} ${line}`);
const sold = (units: number) => [...totalRow("settlement"), ...sale("settlement", { units })];
const back = (given: RefundOf) => refund("settlement", given);
const MCF = "S01-1234567-1234567";
const damaged = (given: Parameters<typeof returned>[0] = {}) =>
  returned({ detailedDisposition: "CARRIER_DAMAGED", ...given });

describe("an order of another shop", () => {
  const of = (row: Rows[number], more: Case["more"] = {}) => ({
    returns: [{ ...row, orderId: MCF }],
    settlement: SOLD,
    more,
  });
  const ledger = { "ledger-detail": [] };
  const orders = { orders: [ordered({ amazonOrderId: MCF })] };
  const wrong = returned({ sku: "SKU-B", asin: "B0B", fnsku: "X00B" });
  it.each<[string, Case, string, string]>([
    [
      "returned-damaged-by-amazon",
      of(damaged()),
      "LPN1",
      "Ask Seller Support to look at the unit by its licence plate (LPN1).",
    ],
    [
      "returned-damaged-by-amazon",
      of(damaged({ licensePlateNumber: "" })),
      "",
      "Ask Seller Support to look at the unit by its licence plate (unknown).",
    ],
    [
      "returned-not-restocked",
      of(returned(), ledger),
      "LPN1",
      "Ask Seller Support where the unit is, by its licence plate (LPN1), and to correct your stock.",
    ],
    [
      "returned-not-restocked",
      of(returned({ licensePlateNumber: "" }), ledger),
      "",
      "Ask Seller Support where the unit is, by its licence plate (unknown), and to correct your stock.",
    ],
    [
      "wrong-item-returned",
      of(wrong, orders),
      "LPN1",
      "Take it up with your customer; the licence plate is LPN1.",
    ],
  ])("%s: no claim, and whom to ask (%#)", (id, account, plate, todo) => {
    const finding = one(id, account);
    expect(finding).toMatchObject({
      state: "info",
      opens: null,
      todo,
      referenceId: plate === "" ? null : plate,
    });
    expect(finding.why).toBe(
      "The order came from another shop and Amazon only sent it (Multi-Channel Fulfilment); customer-return claims are for orders on Amazon.",
    );
  });

  it("is known by its site, too", () => {
    const settlement = [...totalRow("settlement"), ...sale("settlement", { site: "Non-Amazon" })];
    expect(one("returned-damaged-by-amazon", { settlement, returns: [damaged()] }).state).toBe("info");
    expect(one("returned-not-restocked", { settlement, returns: [returned()], more: ledger }).state).toBe(
      "info",
    );
  });
});

describe("units that came back", () => {
  const two = [
    damaged({ fulfillmentCenterId: "ONT8", detailedDisposition: "DAMAGED" }),
    damaged({ licensePlateNumber: "LPN2", returnDate: "2026-08-09" }),
  ];

  it("are told with their days, conditions and centres", () => {
    const { what, why: because } = one("returned-damaged-by-amazon", { settlement: sold(2), returns: two });
    expect(what).toBe(
      "2 units of SKU-A (FNSKU X00A, ASIN B0A) from order 111-1234567-1234567 came back on 2026-08-09 and 2026-08-10 damaged by Amazon's carrier (CARRIER_DAMAGED) and damaged in Amazon's hands (DAMAGED) at ABE1 and ONT8 and were not paid for.",
    );
    expect(because).toContain("booked as damaged by Amazon, not by the customer");
  });

  it("damaged alike at one centre are told once, and blame the carrier alone", () => {
    const same = [damaged(), damaged({ licensePlateNumber: "LPN2" })];
    const { what, why: because } = one("returned-damaged-by-amazon", { settlement: sold(2), returns: same });
    expect(what).toContain(
      "came back on 2026-08-10 damaged by Amazon's carrier (CARRIER_DAMAGED) at ABE1 and were",
    );
    expect(because).toContain("booked as damaged by Amazon's carrier, not by the customer");
  });

  it("at no centre that is printed are told without one", () => {
    const none = { fulfillmentCenterId: "" };
    expect(one("returned-damaged-by-amazon", { returns: [damaged(none)] }).what).toContain(
      "(CARRIER_DAMAGED) and was",
    );
    const of = { returns: [returned(none)], more: { "ledger-detail": [] } };
    expect(one("returned-not-restocked", of).what).toContain("came back on 2026-08-10, reported as SELLABLE");
  });

  it("name the plates that are printed", () => {
    const returns = [
      returned({ licensePlateNumber: "" }),
      returned({ licensePlateNumber: "LPN2", returnDate: "2026-08-12" }),
    ];
    const missing = one("returned-not-restocked", {
      settlement: sold(2),
      returns,
      more: { "ledger-detail": [] },
    });
    expect(missing).toMatchObject({ quantity: 2, referenceId: "LPN2" });
    expect(missing.todo).toMatch(/ Name the licence plate of the unit: LPN2\.$/);
    expect(missing.why).toContain("Checked from 2026-08-03 to 2026-08-19");
    const none = one("returned-not-restocked", {
      returns: returns.slice(0, 1),
      more: { "ledger-detail": [] },
    });
    expect(none.referenceId).toBeNull();
    expect(none.todo).not.toContain("licence plate");
    const spoilt = [damaged({ licensePlateNumber: "" }), damaged({ licensePlateNumber: "LPN2" })];
    expect(one("returned-damaged-by-amazon", { settlement: sold(2), returns: spoilt }).referenceId).toBe(
      "LPN2",
    );
  });

  it("name their rows, those of their refund and of their sale", () => {
    const rows = ["customer-returns 2", "settlement 3", "settlement 6"];
    expect(lines(one("returned-damaged-by-amazon", { returns: [damaged()] }))).toEqual(rows);
    expect(
      lines(one("returned-not-restocked", { returns: [returned()], more: { "ledger-detail": [] } })),
    ).toEqual(rows);
    const unknown = { settlement: totalRow("settlement"), returns: [damaged()] };
    expect(lines(one("returned-damaged-by-amazon", unknown))).toEqual(["customer-returns 2"]);
  });

  it("are known by the FNSKU of their own row, else by any other of the item", () => {
    const of = (fnsku: string) => ({
      returns: [damaged({ fnsku }), returned({ orderId: OTHER, fnsku: "X00OTHER" })],
    });
    expect(one("returned-damaged-by-amazon", of("X00A")).fnsku).toBe("X00A");
    expect(one("returned-damaged-by-amazon", of("")).fnsku).toBe("X00OTHER");
  });
});

describe("wrong-item-returned", () => {
  const wrong = (given: Parameters<typeof returned>[0] = {}) =>
    returned({ sku: "SKU-B", asin: "B0B", fnsku: "X00B", ...given });
  const shipped = { amazonOrderId: ORDER, sku: "SKU-A", quantityShipped: 1, shipmentDate: "2026-07-01" };

  it("names each report that knows the order, each item once, and all rows", () => {
    const of: Case = {
      settlement: [...sold(2), ...back({ units: 2 })],
      returns: [wrong(), wrong({ licensePlateNumber: "" })],
      more: {
        orders: [ordered({ quantity: 2, line: 9 }), ordered({ line: 10 })],
        "fulfilled-shipments": [shipped],
      },
    };
    const finding = one("wrong-item-returned", of);
    expect(finding.what).toBe(
      "2 units came back for order 111-1234567-1234567 on 2026-08-10, but not what the customer had bought: SKU-B (FNSKU X00B, ASIN B0B) instead of SKU-A (ASIN B0A).",
    );
    expect(finding.why).toContain(
      "in no row of this order in fulfilled-shipments and orders or the settlements",
    );
    expect(finding.todo).toContain("(licence plate LPN1)");
    expect(lines(finding)).toEqual([
      "customer-returns 2",
      "customer-returns 3",
      "fulfilled-shipments 2",
      "orders 9",
      "orders 10",
      "settlement 3",
      "settlement 6",
    ]);
  });

  it("asks for no picture once the window is over, and tells the return's day where no refund is known", () => {
    const more = { orders: [ordered()] };
    const late = one("wrong-item-returned", {
      returns: [wrong()],
      more,
      given: { asOf: "2027-11-20", to: "2027-11-20" },
    });
    expect(late.state).toBe("expired");
    expect(late.todo).not.toContain("photographed");
    const bare = one("wrong-item-returned", {
      returns: [wrong({ licensePlateNumber: "" })],
      more,
      settlement: SOLD,
    });
    expect(bare.why).toContain("so the clock is counted from the return on 2026-08-10");
    expect(bare).toMatchObject({ referenceId: null, marketplace: "US" });
    expect(bare.todo).toContain("(licence plate unknown)");
  });
});

describe("replacement-not-returned", () => {
  const id = "replacement-not-returned";
  const again = (given: Parameters<typeof replaced>[0]) => replaced({ shipmentDate: "2026-08-05", ...given });

  it("names every replacement order and every reason of what is open, once", () => {
    const replacements = [
      replaced({ replacementReasonCode: "6 " }),
      again({ replacementAmazonOrderId: "111-9999999-9999999", replacementReasonCode: "2" }),
      again({ replacementAmazonOrderId: "111-8888888-8888888", replacementReasonCode: "2" }),
    ];
    const finding = one(id, { settlement: sold(3), more: { replacements: numbered(replacements) } });
    expect(finding.what).toContain("3 units of SKU-A (ASIN B0A) free of charge on 2026-08-01 and 2026-08-05");
    for (const order of [OTHER, "111-8888888-8888888", "111-9999999-9999999"]) {
      expect(finding.what.split(order)).toHaveLength(2);
    }
    expect(finding.what).toContain(
      "and 3 neither came back nor were paid for: 0 returned, 0 paid by Amazon.",
    );
    expect(finding.why).toContain(
      "Reason for the replacement: defective (code 2) and lost by the shipper (code 6). By that the first unit was lost on the way",
    );
    expect(lines(finding)).toEqual(["replacements 2", "replacements 3", "replacements 4", "settlement 3"]);
  });

  it("gives the reasons of what is still open alone", () => {
    const replacements = numbered([
      replaced({ replacementReasonCode: "6" }),
      again({ replacementAmazonOrderId: "111-9999999-9999999", replacementReasonCode: "2" }),
    ]);
    const finding = one(id, { settlement: sold(2), returns: [returned()], paid: [], more: { replacements } });
    expect(finding.what).toContain("and 1 neither came back nor was paid for: 1 returned, 0 paid by Amazon.");
    expect(finding.why).toContain("Reason for the replacement: defective (code 2).");
    expect(finding.why).not.toContain("lost on the way");
    expect(lines(finding)).toEqual([
      "customer-returns 2",
      "replacements 2",
      "replacements 3",
      "settlement 3",
    ]);
  });

  it("says where no order, no reason, or one nobody explains is printed", () => {
    const of = (given: Parameters<typeof replaced>[0]) =>
      one(id, { settlement: SOLD, more: { replacements: [replaced(given)] } });
    expect(of({ replacementAmazonOrderId: "" }).what).toContain("replacement order unknown");
    expect(of({ replacementReasonCode: "" }).why).toContain("Reason for the replacement: none is printed.");
    expect(of({ replacementReasonCode: "77" }).why).toContain(
      "Reason for the replacement: 77, a reason Amazon does not explain.",
    );
  });

  it("counts payments of either report", () => {
    const replacements = [replaced({ quantity: 3 })];
    const [shown] = refund("settlement");
    const settlement = [
      ...sold(3),
      {
        ...shown,
        transactionType: "other-transaction",
        amountType: "FBA Inventory Reimbursement",
        amountDescription: "FREE_REPLACEMENT_REFUND_ITEMS",
        amount: 26,
        quantityPurchased: 2,
      },
    ];
    const finding = one(id, { settlement, more: { replacements }, paid: [paidFor()] });
    expect(finding.what).toContain("and 1 neither came back nor was paid for: 0 returned, 2 paid by Amazon.");
    expect(lines(finding)).toContain("reimbursements 2");
    expect(lines(finding)).toContain("settlement 6");
    const bare = { settlement: totalRow("settlement"), more: { replacements } };
    expect(lines(one(id, bare))).toEqual(["replacements 2"]);
  });
});
