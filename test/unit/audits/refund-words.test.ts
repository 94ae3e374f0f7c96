/** What the audits of refunds say in cases their examples do not show, and the rows they name. */
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/audits/finding.ts";
import { refundAbovePayment } from "../../../src/audits/refund-above-payment.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { refundTooLate } from "../../../src/audits/refund-too-late.ts";
import { POLICY } from "../../../src/policy/index.ts";
import { currency, money } from "../../../src/values/money.ts";
import type { Rows } from "./account-of-rows.ts";
import { type RefundOf, refund, sale, totalRow } from "./orders/money-rows.ts";
import { audited, type Case, OTHER, paidFor, REFUNDED, returned } from "./return-rows.ts";

const AUDITS = [refundNotReturned, refundAbovePayment, refundTooLate];
/** Rows that keep the lines they have in the file: 2, 3, … */
const numbered = (rows: Rows | undefined): Rows => (rows ?? []).map((row, i) => ({ line: i + 2, ...row }));
const one = (id: string, of: Case): Finding => {
  const audit = AUDITS.filter(({ meta }) => meta.id === id);
  const { findings } = audited(audit, { ...of, settlement: numbered(of.settlement ?? REFUNDED) });
  expect(findings).toHaveLength(1);
  return findings[0] as Finding;
};
const why = (id: string, of: Case) =>
  audited(
    AUDITS.filter(({ meta }) => meta.id === id),
    of,
  ).cannotTell.map((c) => c.reason);
const lines = ({ evidence }: Finding) => evidence.map(({ report, line }) => `${report} ${line}`);
const sold = (units: number) => [...totalRow("settlement"), ...sale("settlement", { units })];
const back = (given: RefundOf) => refund("settlement", given);

describe("refund-not-returned", () => {
  const id = "refund-not-returned";

  it("only mentions what the bank and the guarantee decided, each by name", () => {
    const settlement = [
      ...sold(2),
      ...back({ type: "Chargeback Refund" }),
      ...back({ type: "A-to-z Guarantee Refund", day: "2026-08-03" }),
    ];
    const finding = one(id, { settlement });
    expect(finding.what).toBe(
      "The customer of order 111-1234567-1234567 (Amazon US) was paid back on 2026-08-01 and 2026-08-03 through a chargeback and an A-to-z Guarantee claim, and 2 units of SKU-A never came back.",
    );
    expect(finding.why).toBe(
      "A chargeback or an A-to-z claim is decided by the bank or under Amazon's guarantee, not under the returns policy, so a missing return alone is no ground for a claim.",
    );
    expect(finding.todo).toContain("appeal there");
    expect(one(id, { settlement: [...sold(1), ...back({ type: "Chargeback Refund" })] }).what).toContain(
      "through a chargeback, and 1 unit",
    );
  });

  const below = (limit: number, code = "USD") => ({
    given: { policy: { ...POLICY, returnlessBelow: [money(limit, currency(code))] } },
  });

  it("says under which limit a refund may have been returnless", () => {
    const finding = one(id, { settlement: [...sold(3), ...back({ units: 2 })], ...below(2500) });
    expect(finding).toMatchObject({ state: "info", quantity: 2 });
    expect(finding.what).toBe(
      "The customer of order 111-1234567-1234567 (Amazon US) was refunded on 2026-08-01, and 2 units of SKU-A never came back.",
    );
    expect(finding.why).toBe(
      "The refund of 20.00 USD per unit is at or under your “returnless below” limit of 25.00 USD (Policy tab): such customers are usually told to keep the item, and then nothing is owed.",
    );
    expect(finding.todo).toContain("then lower the limit in the Policy tab");
  });

  it("heeds the limit of the order's own currency, and the refunds still open alone", () => {
    expect(one(id, below(5000, "EUR")).state).toBe("file");
    const limit = below(1500);
    // The return settles the first refund; what is open is the second.
    const settlement = [
      ...sold(2),
      ...back({ principal: 25 }),
      ...back({ day: "2026-08-05", principal: 15 }),
    ];
    expect(one(id, { settlement, ...limit }).state).toBe("file");
    expect(one(id, { settlement, returns: [returned()], ...limit }).state).toBe("info");
    // The bank's refund of that day is another matter.
    const bank = [...sold(2), ...back({}), ...back({ type: "Chargeback Refund", principal: 30 })];
    expect(one(id, { settlement: bank, ...below(2000) }).why).toContain("The refund of 20.00 USD per unit");
  });

  it("says that a refund was late from the day after the return period on", () => {
    const because = (day: string) =>
      one(id, {
        settlement: [
          ...totalRow("settlement"),
          ...sale("settlement", { day: "2026-06-17" }),
          ...back({ day }),
        ],
      }).why;
    expect(because("2026-08-01")).not.toContain("after the return period");
    expect(because("2026-08-02")).toContain(
      "The refund was granted on 2026-08-02, after the return period that ended on 2026-08-01.",
    );
  });

  it("counts what came back and what was paid in either report, and names all rows", () => {
    const settlement = [
      ...sold(4),
      ...back({ units: 4 }),
      {
        ...refund("settlement")[0],
        transactionType: "other-transaction",
        amountType: "FBA Inventory Reimbursement",
        amountDescription: "CS_ERROR_ITEMS",
        amount: 26,
        quantityPurchased: 2,
      },
    ];
    const finding = one(id, { settlement, returns: [returned()], paid: [paidFor()] });
    expect(finding.what).toContain(": 4 refunded, 1 returned, 2 paid by Amazon.");
    expect(lines(finding)).toEqual([
      "customer-returns 2",
      "reimbursements 2",
      "settlement 3",
      "settlement 6",
      "settlement 7",
    ]);
  });

  it("does not say that units are assumed where the payments CSV prints them", () => {
    const transactions = refund("transactions", { units: 2 });
    const finding = one(id, { settlement: totalRow("settlement", "7"), more: { transactions } });
    expect(finding).toMatchObject({ quantity: 2 });
    expect(finding.why).not.toContain("assumed");
    expect(one(id, { settlement: [...totalRow("settlement"), ...back({})] }).why).toContain(
      "one unit is assumed",
    );
  });

  it("asks for the order report of refunds nobody says who sent", () => {
    const settlement = [...sold(1), ...back({ day: "2026-08-01" })].map((row) => ({
      ...row,
      fulfillmentId: "",
    }));
    const [told] = audited([refundNotReturned], { settlement }).cannotTell;
    expect(told?.reason).toBe(
      "1 refunded order left out: no report says whether Amazon or you sent them, and only orders Amazon sent come back to Amazon.",
    );
    expect(told?.needs).toEqual([{ report: "orders", from: 20576, to: 20777 }]);
  });
});

describe("refund-above-payment", () => {
  const id = "refund-above-payment";

  it("names each day of a refund once, in order, and what payments cover", () => {
    const settlement = [
      ...sold(2),
      ...back({ day: "2026-08-09", principal: 30 }),
      ...back({ principal: 20 }),
      ...back({ principal: 5 }),
    ];
    const of = { settlement, returns: [returned(), returned({ licensePlateNumber: "LPN2" })] };
    const finding = one(id, { ...of, paid: [paidFor({ amountTotal: 4 })] });
    expect(finding).toMatchObject({ quantity: 2, amount: { minor: 1100 } });
    expect(finding.what).toContain(
      "paid 40.00 USD for 2 units of SKU-A (FNSKU X00A, ASIN B0A) and was refunded 55.00 USD on 2026-08-01 and 2026-08-09: 15.00 USD too much.",
    );
    expect(finding.why).toContain(
      "all refunds of this item in the order, payments for the order that cover 4.00 USD of the excess.",
    );
    expect(finding.basis).toBe(
      "The money itself: 55.00 USD refunded, less 40.00 USD paid, less 4.00 USD reimbursed.",
    );
    expect(one(id, of).why).toContain("in the order, no payment for the order that covers the excess.");
  });

  it("tells the bank's part by name, and where to appeal", () => {
    const settlement = [...REFUNDED, ...back({ type: "Chargeback Refund", day: "2026-08-09" })];
    const finding = one(id, { settlement, returns: [returned()] });
    expect(finding.what).toContain(
      "through the bank (chargeback) or an A-to-z Guarantee claim as well: 20.00 USD more",
    );
    expect(finding.why).toContain("is decided by the bank");
    expect(finding.todo).toBe(
      "Appeal the decision under Performance > A-to-z claims and Chargeback claims, and name the refund the customer had before.",
    );
  });

  it("counts on the clock of the latest refund that gave money, not of one taken back", () => {
    const settlement = [
      ...sold(1),
      ...back({ principal: 30 }),
      ...back({ day: "2026-08-20", principal: -2 }),
    ];
    expect(one(id, { settlement, returns: [returned()] })).toMatchObject({
      quantity: 1,
      amount: { minor: 800 },
      eventDate: 20666,
    });
  });

  it("leaves out orders nobody says who sent, and those nobody knows the price of, each with its report", () => {
    const bare = [...sold(1), ...back({ principal: 25 })].map((row) => ({ ...row, fulfillmentId: "" }));
    expect(why(id, { settlement: bare })).toEqual([
      "1 refunded order left out: no report says whether Amazon or you sent them, and you refund your own orders yourself.",
    ]);
    const unpriced = [...totalRow("settlement"), ...back({}), ...sale("settlement", { order: OTHER })];
    expect(why(id, { settlement: unpriced })).toEqual([
      "1 refunded order left out: the sale is in none of the imported settlements or order reports, so what was paid is unknown.",
    ]);
    const own = [...totalRow("settlement"), ...back({ fulfilment: "MFN" })];
    expect(why(id, { settlement: own })).toEqual([]);
  });

  it("asks the payments CSV where it covers sale and refund, else the settlements", () => {
    const csv = [...sale("transactions"), ...refund("transactions", { principal: 25 })];
    const of = (transactions: { from: string; to: string }) => ({
      settlement: totalRow("settlement", "7"),
      returns: [returned()],
      more: { transactions: csv },
      given: { periods: { transactions, settlement: { from: "2026-10-01", to: "2026-11-20" } } },
    });
    expect(one(id, of({ from: "2026-07-01", to: "2026-11-20" })).amount).toMatchObject({ minor: 500 });
    expect(why(id, of({ from: "2026-07-02", to: "2026-11-20" }))[0]).toContain("settlement does not cover");
  });
});

it("refund-too-late names the orders it cannot judge, the rows and every day", () => {
  const unknown = [...totalRow("settlement"), ...back({}), ...back({ order: OTHER, day: "2026-08-09" })];
  expect(
    why("refund-too-late", {
      settlement: unknown,
      returns: [returned(), returned({ orderId: OTHER, licensePlateNumber: "LPN2" })],
    }),
  ).toEqual(["2 refunded orders left out: no report says when they shipped."]);
  const settlement = [...sold(3), ...back({ day: "2026-09-01" }), ...back({ day: "2026-09-03", units: 2 })];
  const returns = [1, 2, 3].map((n) => returned({ licensePlateNumber: `LPN${n}` }));
  const finding = one("refund-too-late", { settlement, returns });
  expect(finding).toMatchObject({ quantity: 3, eventDate: 20699 });
  expect(finding.what).toContain(
    "was refunded 3 units of SKU-A (FNSKU X00A, ASIN B0A) on 2026-09-01 and 2026-09-03;",
  );
  expect(lines(finding)).toEqual(["settlement 3", "settlement 6", "settlement 7"]);
});
