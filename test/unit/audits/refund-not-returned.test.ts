import { describe, expect, it } from "vitest";
import { returnPeriodEnd } from "../../../src/audits/account/orders/return-period.ts";
import type { Finding } from "../../../src/audits/finding.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { POLICY } from "../../../src/policy/index.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { currency, formatMoney, money } from "../../../src/values/money.ts";
import { type Given, inputOf, type Rows } from "./account-of-rows.ts";
import { ORDER, refund, reimbursed, sale, totalRow } from "./orders/money-rows.ts";

const settled = (...rows: Rows[]): Rows => [...totalRow("settlement"), ...rows.flat()];
const sold = (given = {}) => sale("settlement", given);
const refunded = (given = {}) => refund("settlement", given);

const returned = (given: Record<string, string | number | null> = {}) => ({
  orderId: ORDER,
  sku: "SKU-A",
  asin: "B0A",
  fnsku: "X00A",
  returnDate: "2026-08-10 07:00:00",
  quantity: 1,
  detailedDisposition: "SELLABLE",
  status: "Unit returned to inventory",
  licensePlateNumber: "LPN1",
  ...given,
});

const paid = (given: Record<string, string | number | null> = {}) => ({
  approvalDate: "2026-09-25 10:00:00",
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

interface Case {
  settlement?: Rows;
  returns?: Rows;
  paid?: Rows;
  more?: Given["reports"];
  given?: Partial<Given>;
}

function audit({ settlement = [], returns = [], paid: payments = [], more = {}, given = {} }: Case) {
  const reports = {
    ...(settlement.length > 0 ? { settlement } : {}),
    "customer-returns": returns,
    reimbursements: payments,
    ...more,
  };
  return runAudits(inputOf({ reports, ...given }), [refundNotReturned]);
}

const findings = (given: Case): readonly Finding[] => audit(given).findings;
const one = (given: Case): Finding => {
  const found = findings(given);
  expect(found).toHaveLength(1);
  return found[0] as Finding;
};

describe("refund-not-returned makes no claim of", () => {
  const base = settled(sold(), refunded());
  const clean: [string, Case][] = [
    ["a refund whose item came back", { settlement: base, returns: [returned()] }],
    [
      "a return that came before the refund",
      { settlement: base, returns: [returned({ returnDate: "2026-07-20" })] },
    ],
    [
      "a return that came long after, even after the as-of day",
      { settlement: base, returns: [returned({ returnDate: "2026-11-25" })] },
    ],
    [
      "a return processed on another disposition",
      { settlement: base, returns: [returned({ detailedDisposition: "CUSTOMER_DAMAGED" })] },
    ],
    ["a refund Amazon has paid for", { settlement: base, paid: [paid()] }],
    [
      "a refund paid for in stock",
      { settlement: base, paid: [paid({ quantityReimbursedCash: 0, quantityReimbursedInventory: 1 })] },
    ],
    [
      "a payment since taken back: the reversal is judged by itself",
      {
        settlement: base,
        paid: [
          paid(),
          paid({
            reimbursementId: "R2",
            reason: "Reimbursement_Reversal",
            amountTotal: -13,
            quantityReimbursedCash: -1,
            quantityReimbursedTotal: -1,
            originalReimbursementId: "R1",
          }),
        ],
      },
    ],
    [
      "a payment that shows in the settlement only",
      { settlement: settled(sold(), refunded(), reimbursed("settlement")) },
    ],
    [
      "a return under another MSKU with the same FNSKU",
      {
        settlement: base,
        returns: [returned({ sku: "SKU-A-NEW", quantity: 1 })],
      },
    ],
    [
      "any other return of the order",
      { settlement: base, returns: [returned({ sku: "OTHER", fnsku: "X00B", asin: "B0B" })] },
    ],
    ["a partial refund", { settlement: settled(sold(), refunded({ principal: 5 })) }],
    ["a refund of shipping alone", { settlement: settled(sold(), refunded({ principal: 0 })) }],
    [
      "an order the seller sent",
      { settlement: settled(sold({ fulfilment: "MFN" }), refunded({ fulfilment: "MFN" })) },
    ],
    [
      "a multi-channel order",
      {
        settlement: settled(
          sold({ order: "S01-1234567-1234567" }),
          refunded({ order: "S01-1234567-1234567" }),
        ),
      },
    ],
    [
      "tax collected again (retrocharge)",
      { settlement: settled(sold(), refunded({ type: "Refund_Retrocharge" })) },
    ],
    ["a refund after the as-of day", { settlement: settled(sold(), refunded({ day: "2026-12-01" })) }],
    ["a refund without an order", { settlement: settled(refunded({ order: "" })) }],
  ];
  it.each(clean)("%s", (_, given) => {
    expect(findings(given)).toEqual([]);
  });
});

describe("refund-not-returned claims", () => {
  it("a refund with nothing back and nothing paid", () => {
    const finding = one({ settlement: settled(sold(), refunded()) });
    expect(finding).toMatchObject({
      state: "file",
      quantity: 1,
      orderId: ORDER,
      msku: "SKU-A",
      estimated: false,
    });
    expect(finding.amount && formatMoney(finding.amount)).toBe("13.00 USD");
    expect(formatDay(finding.eventDate)).toBe("2026-08-01");
    expect(finding.opens && formatDay(finding.opens)).toBe("2026-09-30");
    expect(finding.deadline && formatDay(finding.deadline)).toBe("2026-11-29");
    expect(finding.what).toBe(
      "The customer of order 111-1234567-1234567 (Amazon US) was refunded on 2026-08-01, and 1 unit of SKU-A never came back: 1 refunded, 0 returned, 0 paid by Amazon.",
    );
    expect(finding.why).toContain("let the customer keep the item");
  });

  it("with the reports' numbers of the item", () => {
    const finding = one({
      settlement: settled(sold(), refunded()),
      paid: [paid({ amazonOrderId: "", reimbursementId: "R9", reason: "Lost_Warehouse" })],
    });
    expect(finding).toMatchObject({ fnsku: "X00A", asin: "B0A" });
  });

  it.each([
    ["2026-09-29", "wait"],
    ["2026-09-30", "file"],
    ["2026-11-29", "file"],
    ["2026-11-30", "expired"],
  ])("on %s: %s", (asOf, state) => {
    const found = one({ settlement: settled(sold(), refunded()), given: { asOf } });
    expect(found.state).toBe(state);
  });

  it("only the units that are missing", () => {
    const finding = one({
      settlement: settled(sold({ units: 3 }), refunded({ units: 3 })),
      returns: [returned()],
      paid: [paid()],
    });
    expect(finding.quantity).toBe(1);
    expect(finding.what).toContain("3 refunded, 1 returned, 1 paid by Amazon");
  });

  it("by SKU first: a return of one item does not clear another of the order that came back itself", () => {
    const finding = one({
      settlement: settled(sold(), sold({ sku: "SKU-B" }), refunded(), refunded({ sku: "SKU-B" })),
      returns: [returned({ sku: "SKU-B", fnsku: "X00B", asin: "B0B" })],
    });
    expect(finding).toMatchObject({ msku: "SKU-A", quantity: 1 });
  });

  it("one unit, said to be assumed, when the order is not in the data", () => {
    const finding = one({ settlement: settled(refunded({ units: 3 })) });
    expect(finding).toMatchObject({ quantity: 1, amount: null });
    expect(finding.why).toContain("one unit is assumed");
    expect(finding.basis).toContain("none of the imported settlements");
  });

  it("from the latest refund whose unit is open", () => {
    const two = settled(sold({ units: 2 }), refunded({ day: "2026-07-05" }), refunded({ day: "2026-08-01" }));
    expect(formatDay(one({ settlement: two }).eventDate)).toBe("2026-08-01");
    // The return clears the older refund, the newer stays open.
    const half = one({ settlement: two, returns: [returned()] });
    expect(half.quantity).toBe(1);
    expect(formatDay(half.eventDate)).toBe("2026-08-01");
  });

  it("the larger of reimbursements and settlement, never the sum", () => {
    const rows = settled(sold({ units: 3 }), refunded({ units: 3 }), reimbursed("settlement", { units: 2 }));
    expect(one({ settlement: rows, paid: [paid()] }).quantity).toBe(1);
    const report = [paid({ quantityReimbursedCash: 2, quantityReimbursedTotal: 2 })];
    expect(one({ settlement: rows, paid: report }).quantity).toBe(1);
  });

  it("even when a fee of the order was corrected: that pays for no unit", () => {
    const payments = [paid({ reason: "Fee_Correction", amountTotal: 1.2 })];
    expect(one({ settlement: settled(sold(), refunded()), paid: payments }).quantity).toBe(1);
  });

  it("even when another order of the item was paid", () => {
    const payments = [paid({ amazonOrderId: "111-0000000-0000000" })];
    expect(one({ settlement: settled(sold(), refunded()), paid: payments }).quantity).toBe(1);
  });

  it("even when the clawback of an earlier payment is all the settlement shows", () => {
    const rows = settled(
      sold(),
      refunded(),
      reimbursed("settlement", { code: "COMPENSATED_CLAWBACK", amount: -13 }),
    );
    expect(one({ settlement: rows }).quantity).toBe(1);
  });

  it("in the money of the order's marketplace", () => {
    const finding = one({
      settlement: [
        ...totalRow("settlement", "9001", "GBP"),
        ...sold({ site: "Amazon.co.uk" }),
        ...refunded({ site: "Amazon.co.uk" }),
      ],
      given: { marketplace: "UK", asOf: "2026-11-01" },
    });
    expect(finding).toMatchObject({
      marketplace: "UK",
      amount: { minor: 1300, currency: "GBP" },
      state: "file",
    });
    expect(finding.deadline && formatDay(finding.deadline)).toBe("2026-11-14");
  });

  it("and says when the refund came after the return period", () => {
    const late = one({ settlement: settled(sold({ day: "2026-06-01" }), refunded()) });
    expect(late.why).toContain("after the return period that ended on 2026-07-16");
    const intime = one({ settlement: settled(sold({ day: "2026-06-20" }), refunded()) });
    expect(intime.why).not.toContain("return period");
  });
});

describe("the return period", () => {
  it.each([
    ["2026-06-01", "2026-07-16"],
    ["2026-10-31", "2026-12-15"],
    ["2026-11-01", "2027-01-31"],
    ["2026-12-31", "2027-01-31"],
    ["2027-01-01", "2027-02-15"],
  ])("of an item shipped on %s ends on %s", (shipped, end) => {
    expect(formatDay(returnPeriodEnd(day(shipped)))).toBe(end);
  });
});

describe("refund-not-returned only mentions", () => {
  it.each([
    ["Chargeback Refund", "a chargeback"],
    ["A-to-z Guarantee Refund", "an A-to-z Guarantee claim"],
  ])("%s", (type, words) => {
    const finding = one({ settlement: settled(sold(), refunded({ type })) });
    expect(finding).toMatchObject({ state: "info", quantity: 1, opens: null, deadline: null });
    expect(finding.what).toContain(words);
  });

  const below = (limit: number): Partial<Given> => ({
    policy: { ...POLICY, returnlessBelow: [money(limit, currency("USD"))] },
  });

  it("refunds at or under the returnless limit", () => {
    const settlement = settled(sold(), refunded());
    expect(one({ settlement, given: below(2000) })).toMatchObject({ state: "info", quantity: 1 });
    expect(one({ settlement, given: below(1999) })).toMatchObject({ state: "file" });
  });

  it("refunds under the limit per unit, however many", () => {
    const settlement = settled(sold({ units: 3 }), refunded({ units: 3 }));
    expect(one({ settlement, given: below(2000) }).state).toBe("info");
  });
});

describe("refund and replacement of one order", () => {
  const replaced = (given = {}) => ({
    shipmentDate: "2026-08-03",
    sku: "SKU-A",
    asin: "B0A",
    quantity: 1,
    replacementReasonCode: "2",
    replacementAmazonOrderId: "111-7777777-7777777",
    originalAmazonOrderId: ORDER,
    ...given,
  });

  it("are counted once", () => {
    const finding = one({ settlement: settled(sold(), refunded()), more: { replacements: [replaced()] } });
    expect(finding.quantity).toBe(1);
    expect(finding.why).toContain("counted once");
  });

  it("are the larger of both", () => {
    const finding = one({
      settlement: settled(sold({ units: 2 }), refunded()),
      more: { replacements: [replaced({ quantity: 2 })] },
    });
    expect(finding.quantity).toBe(2);
    expect(formatDay(finding.eventDate)).toBe("2026-08-03");
  });

  it("are cleared by a return or a payment under the replacement's order id", () => {
    const settlement = settled(sold(), refunded());
    const more = { replacements: [replaced()] };
    expect(findings({ settlement, more, returns: [returned({ orderId: "111-7777777-7777777" })] })).toEqual(
      [],
    );
    expect(findings({ settlement, more, paid: [paid({ amazonOrderId: "111-7777777-7777777" })] })).toEqual(
      [],
    );
  });

  it("make no claim here without a refund", () => {
    expect(findings({ settlement: settled(sold()), more: { replacements: [replaced()] } })).toEqual([]);
  });
});

describe("refund-not-returned cannot tell", () => {
  const settlement = settled(sold(), refunded());

  it("without any of its reports, and names what to download", () => {
    const { findings: none, cannotTell } = runAudits(
      inputOf({ reports: { settlement, reimbursements: [] } }),
      [refundNotReturned],
    );
    expect(none).toEqual([]);
    expect(cannotTell).toMatchObject([
      { audit: "refund-not-returned", needs: [{ report: "customer-returns" }] },
    ]);
  });

  it("does with the payments CSV instead of a settlement", () => {
    const transactions = [...sale("transactions"), ...refund("transactions")];
    expect(one({ more: { transactions } })).toMatchObject({ state: "file", quantity: 1 });
  });

  it.each(["customer-returns", "reimbursements"])(
    "refunds %s does not cover from 60 days before",
    (report) => {
      const short = audit({
        settlement,
        given: { periods: { [report]: { from: "2026-06-03", to: "2026-11-20" } } },
      });
      expect(short.findings).toEqual([]);
      expect(short.cannotTell).toMatchObject([{ needs: [{ report, from: day("2026-06-02") }] }]);
      const enough = audit({
        settlement,
        given: { periods: { [report]: { from: "2026-06-02", to: "2026-11-20" } } },
      });
      expect(enough.findings).toHaveLength(1);
      expect(enough.cannotTell).toEqual([]);
    },
  );

  it("reports the refunds it can judge beside those it cannot, and gives them the returns first", () => {
    const two = settled(sold({ units: 2 }), refunded({ day: "2026-06-01" }), refunded({ day: "2026-09-01" }));
    const given = { periods: { "customer-returns": { from: "2026-06-15", to: "2026-11-20" } } };
    const none = audit({ settlement: two, returns: [returned()], given });
    expect(none.findings).toEqual([]);
    expect(none.cannotTell).toHaveLength(1);
    const both = audit({ settlement: two, given });
    expect(both.findings).toMatchObject([{ quantity: 1, eventDate: day("2026-09-01") }]);
  });

  it("when a payments CSV in German shows payments before the first row of reimbursements", () => {
    const site = { site: "amazon.de", settlementId: "7" };
    const pays = (day: string) =>
      reimbursed("transactions", {
        ...site,
        order: "302-0000000-0000000",
        day,
        type: "Anpassung",
        description: "Versand durch Amazon Erstattung für Lagerbestand - Kundenrücksendung",
      });
    const found = (day: string) =>
      audit({
        paid: [
          paid({ approvalDate: "2026-07-01", amazonOrderId: "302-9999999-9999999", currencyUnit: "EUR" }),
        ],
        more: {
          transactions: [
            ...sale("transactions", { ...site, day: "2026-05-01" }),
            ...refund("transactions", { ...site, type: "Erstattung" }),
            ...sale("transactions", { ...site, day: "2026-11-19", order: "302-1-1" }),
            ...pays(day),
          ],
        },
        given: { marketplace: "DE", from: null },
      });
    expect(found("2026-07-05").findings).toHaveLength(1);
    expect(found("2026-06-20").findings).toEqual([]);
    expect(found("2026-06-20").cannotTell).toMatchObject([{ needs: [{ report: "reimbursements" }] }]);
  });

  it("who sent an order no report speaks of", () => {
    const unknown = audit({ settlement: settled(sold({ fulfilment: "" }), refunded({ fulfilment: "" })) });
    expect(unknown.findings).toEqual([]);
    expect(unknown.cannotTell).toMatchObject([{ needs: [{ report: "orders" }] }]);
  });
});
