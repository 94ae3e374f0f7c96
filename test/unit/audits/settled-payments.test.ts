/** Which settled money pays which approval, and for which days settlements say everything. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { approvalsOf, settledDaysOf } from "../../../src/audits/account/settled-payments.ts";
import { day } from "../../../src/values/day.ts";
import { type Given, inputOf } from "./account-of-rows.ts";
import { paid, type Row } from "./build.ts";

/** An approval named by its id: `A 2026-05-10 10`. */
const approved = (text: string, more: Row = {}): Row => {
  const [reimbursementId = "", date = "", amount = ""] = text.split(" ");
  return paid("Lost_Warehouse", date, 1, { reimbursementId, amountTotal: Number(amount), ...more });
};
/** A reimbursement row of the settlement: `2026-05-13 10`. */
const posted = (text: string, more: Row = {}): Row => {
  const [postedDate = "", amount = ""] = text.split(" ");
  return {
    settlementId: "1",
    transactionType: "other-transaction",
    amountType: "FBA Inventory Reimbursement",
    amountDescription: "WAREHOUSE_LOST",
    amount: Number(amount),
    postedDate,
    sku: "MUG",
    quantityPurchased: 1,
    ...more,
  };
};
const HEAD: Row = { settlementId: "1", totalAmount: 0, currency: "USD" };

function accountWith(reports: Given["reports"], more: Partial<Given> = {}) {
  return accountOf(inputOf({ asOf: "2026-06-30", reports, ...more }));
}

/** What no settlement shows, by approval: `A 4`. */
function open(payments: readonly Row[], settled: readonly Row[], more: Partial<Given> = {}): string[] {
  const account = accountWith({ reimbursements: payments, settlement: [HEAD, ...settled] }, more);
  return approvalsOf(account)
    .filter((approval) => approval.open > 0)
    .map((approval) => `${approval.payment.reimbursementId} ${approval.open / 100}`);
}

describe("settled money pays", () => {
  const A = approved("A 2026-05-10 10");
  it.each<[string, Row[], Row[], string[]]>([
    [
      "the approval of its sum, though another is older",
      [A, approved("B 2026-05-11 7")],
      [posted("2026-05-13 7")],
      ["A 10"],
    ],
    [
      "all approvals of a day in one row, though another is older",
      [A, approved("B 2026-05-11 4"), approved("C 2026-05-11 5")],
      [posted("2026-05-13 9")],
      ["A 10"],
    ],
    [
      "all approvals of a day in one of a day's rows, though another is older",
      [approved("A 2026-05-10 20"), approved("B 2026-05-11 4"), approved("C 2026-05-11 6")],
      [posted("2026-05-13 10"), posted("2026-05-13 3")],
      ["A 17"],
    ],
    [
      "all approvals of a day before one that has the same sum alone",
      [approved("A 2026-05-10 9"), approved("B 2026-05-11 4"), approved("C 2026-05-11 5")],
      [posted("2026-05-13 9")],
      ["B 4", "C 5"],
    ],
    [
      "an approval in the rows of one day, though another is older",
      [A, approved("B 2026-05-11 9")],
      [posted("2026-05-13 4"), posted("2026-05-13 5")],
      ["A 10"],
    ],
    [
      "the oldest in rows of several days",
      [A, approved("B 2026-05-11 9")],
      [posted("2026-05-13 4"), posted("2026-05-14 5")],
      ["A 1", "B 9"],
    ],
    [
      "one of a day's approvals by its own sum",
      [approved("B 2026-05-11 4"), approved("C 2026-05-11 5")],
      [posted("2026-05-13 5")],
      ["B 4"],
    ],
    [
      "nobody twice: of three equal sums one stays open, of the day with two",
      [A, approved("B 2026-05-10 10"), approved("C 2026-05-11 10")],
      [posted("2026-05-13 10"), posted("2026-05-14 10")],
      ["B 10"],
    ],
    [
      "only approvals of its days: the first is settled by the older row",
      [A, approved("B 2026-05-19 10")],
      [posted("2026-05-20 6"), posted("2026-05-11 6")],
      ["B 8"],
    ],
    [
      "the approval of its sum that is in time",
      [A, approved("B 2026-05-12 10")],
      [posted("2026-05-21 10")],
      ["A 10"],
    ],
    [
      "not more than the row holds",
      [A, approved("B 2026-05-11 10")],
      [posted("2026-05-12 16"), posted("2026-05-25 1")],
      ["B 4"],
    ],
    [
      "with rows that name no SKU, what rows of the SKU have left open",
      [A, approved("B 2026-05-10 10", { sku: "CUP", fnsku: "X002", asin: "B002" })],
      [posted("2026-05-11 12", { sku: "" }), posted("2026-05-11 6", { sku: "CUP" })],
      ["B 2"],
    ],
    [
      "by rows that name no SKU in its own currency alone",
      [approved("A 2026-05-10 10", { currencyUnit: "CAD" })],
      [posted("2026-05-11 10", { sku: "" })],
      ["A 10"],
    ],
    ["nobody by a row without a day", [A], [posted("2026-05-13 10", { postedDate: null })], ["A 10"]],
    [
      "nobody by a row of a sale",
      [A],
      [
        posted("2026-05-13 10", {
          transactionType: "Order",
          amountType: "ItemPrice",
          amountDescription: "Principal",
        }),
      ],
      ["A 10"],
    ],
    [
      "nobody by money taken back, nor does that take from a payment",
      [A],
      [posted("2026-05-13 -4"), posted("2026-05-14 10")],
      [],
    ],
  ])("%s", (_, payments, settled, expected) => {
    expect(open(payments, settled)).toEqual(expected);
    expect(open([...payments].reverse(), [...settled].reverse())).toEqual(expected);
  });

  it("in the currency of the site, or of the marketplace of the file, where the file names none", () => {
    const pound = approved("A 2026-05-10 10", { currencyUnit: "GBP" });
    const row = (more: Row) => posted("2026-05-13 10", { settlementId: "2", ...more });
    expect(open([pound], [row({ marketplaceName: "Amazon.co.uk" })])).toEqual([]);
    expect(open([pound], [row({})], { marketplace: "UK" })).toEqual([]);
    expect(open([pound], [row({ marketplaceName: "Amazon.com" })])).toEqual(["A 10"]);
    expect(open([pound], [row({})])).toEqual(["A 10"]);
    expect(open([pound], [row({})], { marketplace: "XX" })).toEqual(["A 10"]);
  });
});

describe("an approval to be settled", () => {
  it.each<[string, Row]>([
    ["names an amount", approved("A 2026-05-10 10", { amountTotal: null })],
    ["names a currency", approved("A 2026-05-10 10", { currencyUnit: "" })],
    ["is of money", approved("A 2026-05-10 0")],
    ["is of units paid in cash", approved("A 2026-05-10 10", { quantityReimbursedCash: 0 })],
    ["is no correction of a fee", approved("A 2026-05-10 10", { reason: "Fee_Correction" })],
    [
      "is no correction of a planned fee",
      approved("A 2026-05-10 10", { reason: "FBA CLI Planned Fee Reimbursement" }),
    ],
    ["takes nothing back", approved("A 2026-05-10 10", { reason: "Reimbursement_Reversal" })],
    ["is not of a day after the audit", approved("A 2026-07-01 10")],
  ])("%s", (_, row) => {
    expect(open([row], [])).toEqual([]);
  });

  it("may have a reason nobody knows, and be of the day of the audit", () => {
    expect(open([approved("A 2026-06-30 10", { reason: "Something_New" })], [])).toEqual(["A 10"]);
  });

  it("keeps its amount and its day beside what is open", () => {
    const account = accountWith({
      reimbursements: [approved("A 2026-05-10 10")],
      settlement: [HEAD, posted("2026-05-13 4")],
    });
    expect(approvalsOf(account)).toMatchObject([
      { date: day("2026-05-10"), amount: { minor: 1000, currency: "USD" }, open: 600 },
    ]);
  });
});

/** The total row of a settlement: `1 2026-05-01 2026-05-15 EUR`, and a line of a site. */
const total = (text: string): Row => {
  const [settlementId = "", settlementStartDate = "", settlementEndDate = "", currency = ""] =
    text.split(" ");
  return {
    settlementId,
    totalAmount: 0,
    currency,
    settlementStartDate: settlementStartDate === "-" ? null : settlementStartDate,
    settlementEndDate: settlementEndDate === "-" ? null : settlementEndDate,
  };
};
const line = (settlementId: string, marketplaceName: string): Row => ({
  settlementId,
  marketplaceName,
  transactionType: "Order",
});

describe("all postings of days are known", () => {
  const covers = (reports: Given["reports"], from: string, to: string, currency = "EUR") =>
    settledDaysOf(accountWith(reports, { marketplace: "DE" })).cover(currency, day(from), day(to));

  it.each<[string, Row[], boolean]>([
    ["of a closed settlement, its first and last day included", [total("1 2026-05-05 2026-05-20 EUR")], true],
    ["not of the day before it", [total("1 2026-05-06 2026-05-20 EUR")], false],
    ["not of the day after it", [total("1 2026-05-05 2026-05-19 EUR")], false],
    [
      "across two that follow each other",
      [total("2 2026-05-12 2026-05-25 EUR"), total("1 2026-05-01 2026-05-12 EUR")],
      true,
    ],
    [
      "not across a day between them",
      [total("2 2026-05-14 2026-05-25 EUR"), total("1 2026-05-01 2026-05-12 EUR")],
      false,
    ],
    [
      "of one of several with days between them",
      [total("1 2026-05-05 2026-05-20 EUR"), total("2 2026-06-01 2026-06-10 EUR")],
      true,
    ],
    ["not of another currency's", [total("1 2026-05-05 2026-05-20 GBP")], false],
    ["not of one that names no currency", [total("1 2026-05-05 2026-05-20 ")], false],
    ["not of one that does not say when it began", [total("1 - 2026-05-20 EUR")], false],
    ["not of one that does not say when it ended", [total("1 2026-05-05 - EUR")], false],
    ["of none, when there is none", [], false],
    [
      "of a settlement whose site nobody knows, while no site is known",
      [total("1 2026-05-05 2026-05-12 EUR"), total("2 2026-05-12 2026-05-20 EUR")],
      true,
    ],
    [
      "of one site, with another's of unknown site beside it",
      [total("1 2026-05-05 2026-05-12 EUR"), line("1", "Amazon.de"), total("2 2026-05-12 2026-05-20 EUR")],
      true,
    ],
    [
      "not where two sites share them",
      [
        total("1 2026-05-05 2026-05-12 EUR"),
        line("1", "Amazon.de"),
        total("2 2026-05-12 2026-05-20 EUR"),
        line("2", "Amazon.fr"),
      ],
      false,
    ],
    [
      "where each of two sites has them",
      [
        total("1 2026-05-05 2026-05-20 EUR"),
        line("1", "Amazon.de"),
        total("2 2026-05-05 2026-05-20 EUR"),
        line("2", "Amazon.fr"),
      ],
      true,
    ],
    [
      "a settlement is of the site its first line names, other shops are none",
      [
        total("1 2026-05-05 2026-05-12 EUR"),
        line("1", "Non-Amazon"),
        line("1", "Amazon.de"),
        line("1", "Amazon.fr"),
        total("2 2026-05-12 2026-05-20 EUR"),
        line("2", "Amazon.de"),
      ],
      true,
    ],
  ])("%s", (_, settled, expected) => {
    expect(covers({ settlement: settled }, "2026-05-05", "2026-05-20")).toBe(expected);
    expect(covers({ "settlement-v1": settled }, "2026-05-05", "2026-05-20")).toBe(expected);
  });

  const csv = (dateTime: string, more: Row = {}): Row => ({
    settlementId: "7",
    dateTime: `${dateTime} 10:00:00`,
    type: "Order",
    currency: "EUR",
    ...more,
  });

  it.each<[string, Row[], boolean]>([
    ["from the first to the last row of the payments CSV", [csv("2026-05-05"), csv("2026-05-20")], true],
    ["not before its first row", [csv("2026-05-06"), csv("2026-05-20")], false],
    ["not after its last row", [csv("2026-05-05"), csv("2026-05-19")], false],
    [
      "not where the last day holds only money that is not settled yet",
      [csv("2026-05-05"), csv("2026-05-19"), csv("2026-05-20", { settlementId: "" })],
      false,
    ],
    [
      "not where the first day's rows are of another currency",
      [csv("2026-05-05", { currency: "GBP" }), csv("2026-05-20")],
      false,
    ],
    [
      "in the currency of the site",
      [csv("2026-05-05", { currency: "", marketplace: "amazon.fr" }), csv("2026-05-20")],
      true,
    ],
    [
      "not in that of another site",
      [csv("2026-05-05", { currency: "", marketplace: "amazon.co.uk" }), csv("2026-05-20")],
      false,
    ],
    [
      "in that of the marketplace it was imported for",
      [csv("2026-05-05", { currency: "" }), csv("2026-05-20")],
      true,
    ],
    [
      "not when nobody knows that marketplace",
      [csv("2026-05-05", { currency: "", importedFor: "XX" }), csv("2026-05-20")],
      false,
    ],
    [
      "rows without a day say nothing",
      [csv("2026-05-05"), csv("2026-05-20"), csv("2026-05-20", { dateTime: null })],
      true,
    ],
  ])("%s", (_, rows, expected) => {
    expect(covers({ transactions: rows }, "2026-05-05", "2026-05-20")).toBe(expected);
  });

  it("by settlements and the payments CSV together, each report's files by themselves", () => {
    const rows = [csv("2026-05-12"), csv("2026-05-20")];
    const half = [total("1 2026-05-01 2026-05-12 EUR")];
    expect(covers({ transactions: rows, settlement: half }, "2026-05-05", "2026-05-20")).toBe(true);
    expect(covers({ transactions: rows, settlement: half }, "2026-05-05", "2026-05-21")).toBe(false);
  });

  it("not by the days other reports begin and end on", () => {
    const rows = [csv("2026-05-05"), csv("2026-05-20"), csv("2026-05-30", { settlementId: "" })];
    const reimbursements = [paid("Lost_Warehouse", "2026-05-05", 1), paid("Lost_Warehouse", "2026-05-20", 1)];
    expect(covers({ transactions: rows, reimbursements }, "2026-05-05", "2026-05-20")).toBe(false);
  });
});
