/** Settled money finds its approvals so that no approval is called unpaid which some allotment would pay. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allot, POSTED_AFTER_DAYS, POSTED_BEFORE_DAYS } from "../../../src/audits/account/allotment.ts";
import { notSettled } from "../../../src/audits/not-settled.ts";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { addDays, day } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import { inShort, paid, type Row, takenBack } from "./build.ts";

type Line = readonly [day: number, cents: number];

/** What stays open of approvals and of rows, each `[day, cents]`. */
function allotted(approved: readonly Line[], settled: readonly Line[]) {
  const start = day("2026-03-01");
  const approvals = approved.map(([at, open]) => ({ date: addDays(start, at), open }));
  const posted = settled.map(([at, left]) => ({ day: addDays(start, at), left }));
  allot(approvals, posted);
  return { open: approvals.map((a) => a.open), left: posted.map((p) => p.left) };
}

/** The most cents any allotment can pay, by trying row after row and approval after approval. */
function mostPaid(approved: readonly Line[], settled: readonly Line[]): number {
  const inTime = ([at]: Line, [posted]: Line) =>
    posted >= at - POSTED_BEFORE_DAYS && posted <= at + POSTED_AFTER_DAYS;
  // By the theorem of the smallest cut: any set of approvals gets at most what it can reach.
  let most = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** approved.length; set++) {
    const inside = approved.filter((_, i) => set & (1 << i));
    const outside = approved.filter((_, i) => !(set & (1 << i)));
    const reached = settled.filter((row) => inside.some((approval) => inTime(approval, row)));
    most = Math.min(most, sum(outside) + sum(reached));
  }
  return most;
}

const sum = (lines: readonly Line[]) => lines.reduce((total, [, cents]) => total + cents, 0);

describe("settled money is allotted so that the least stays open", () => {
  it("an equal row that a later approval alone can use is left to it", () => {
    const approved: Line[] = [
      [0, 1000],
      [8, 1000],
    ];
    const settled: Line[] = [
      [1, 500],
      [2, 500],
      [9, 1000],
    ];
    expect(allotted(approved, settled)).toEqual({ open: [0, 0], left: [0, 0, 0] });
  });

  it("equal sums stay together where that pays as much", () => {
    // Oldest first would split the ten over both approvals and leave one cent of the other row instead.
    const approved: Line[] = [
      [0, 999],
      [0, 1000],
    ];
    expect(
      allotted(approved, [
        [1, 1000],
        [2, 500],
      ]),
    ).toEqual({ open: [499, 0], left: [0, 0] });
  });

  it("whatever the days and sums, no allotment pays more, and no cent is used twice", () => {
    const line = (days: number) =>
      fc.tuple(
        fc.integer({ min: 0, max: days }),
        fc.integer({ min: 1, max: 4 }).map((n) => n * 100),
      );
    const byDay = (lines: Line[]) => lines.sort(([a], [b]) => a - b);
    fc.assert(
      fc.property(
        fc.array(line(25), { maxLength: 6 }).map(byDay),
        fc.array(line(35), { maxLength: 6 }).map(byDay),
        (approved, settled) => {
          const { open, left } = allotted(approved, settled);
          const paidOut = sum(approved) - open.reduce((a, b) => a + b, 0);
          expect(paidOut).toBe(mostPaid(approved, settled));
          expect(sum(settled) - left.reduce((a, b) => a + b, 0)).toBe(paidOut);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("a payment taken back that settlements show neither as paid nor as taken", () => {
  const HEAD: Row = {
    settlementId: "1",
    settlementStartDate: "2026-04-01",
    settlementEndDate: "2026-06-30",
    totalAmount: 0,
    currency: "USD",
  };
  const posted = (postedDate: string, amount: number, more: Row = {}): Row => ({
    settlementId: "1",
    transactionType: "other-transaction",
    amountType: "FBA Inventory Reimbursement",
    amountDescription: amount < 0 ? "COMPENSATED_CLAWBACK" : "WAREHOUSE_LOST",
    amount,
    postedDate,
    sku: "MUG",
    quantityPurchased: 1,
    ...more,
  });
  const payment = (amountTotal: number, units = 1) =>
    paid("Lost_Warehouse", "2026-05-10", units, { reimbursementId: "P", amountTotal });
  const back = (amountTotal: number, units = 1, date = "2026-05-14") =>
    takenBack("P", date, units, { amountTotal: -amountTotal });
  const found = (payments: Row[], settled: Row[]) =>
    runAudits(
      inputOf({
        asOf: "2026-06-30",
        reports: { reimbursements: payments, settlement: [HEAD, ...settled], "ledger-detail": [] },
      }),
      [notSettled, reversedWithoutReturn],
    ).findings.map((finding) => `${finding.audit} ${inShort(finding)}`);

  const cases: [string, Row[], Row[], string[]][] = [
    [
      "is owed once, as the money taken back",
      [payment(10), back(10)],
      [],
      ["reversed-without-return file 1 2026-05-14 10.00 USD"],
    ],
    [
      "is owed twice when the money was really taken and never paid",
      [payment(10), back(10)],
      [posted("2026-05-16", -10)],
      ["not-settled file 1 2026-05-10 10.00 USD", "reversed-without-return file 1 2026-05-14 10.00 USD"],
    ],
    [
      "a taking that names no SKU may be this one",
      [payment(10), back(10)],
      [posted("2026-05-16", -10, { sku: "" })],
      ["not-settled file 1 2026-05-10 10.00 USD", "reversed-without-return file 1 2026-05-14 10.00 USD"],
    ],
    [
      "a taking of other days is another one",
      [payment(10), back(10)],
      [posted("2026-06-20", -10)],
      ["reversed-without-return file 1 2026-05-14 10.00 USD"],
    ],
    [
      "the part not taken back stays owed",
      [payment(20, 2), back(10)],
      [],
      ["not-settled file 1 2026-05-10 10.00 USD", "reversed-without-return file 1 2026-05-14 10.00 USD"],
    ],
    [
      "a payment that arrived is no matter of this audit",
      [payment(10), back(10)],
      [posted("2026-05-12", 10)],
      ["reversed-without-return file 1 2026-05-14 10.00 USD"],
    ],
    [
      "more taken back than paid owes nothing more",
      [payment(10), back(12)],
      [],
      ["reversed-without-return file 1 2026-05-14 12.00 USD"],
    ],
    [
      "a reversal after the as-of day takes nothing back yet",
      [payment(10), back(10, 1, "2026-07-02")],
      [],
      ["not-settled file 1 2026-05-10 10.00 USD"],
    ],
  ];
  it.each(cases)("%s", (_, payments, settled, expected) => {
    expect(found(payments, settled).sort()).toEqual(expected);
  });
});
