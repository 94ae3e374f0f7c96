/** From charges too high to findings: which belong to one, what was paid back of them, and how it is told. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { type Overcharge, overchargeFindings } from "../../../src/audits/account/fee-claims.ts";
import { withoutCorrections } from "../../../src/audits/account/fee-corrections.ts";
import type { ClaimRecord } from "../../../src/audits/audit.ts";
import { fulfilmentFeeHigh } from "../../../src/audits/fulfilment-fee-high.ts";
import type { FeeTable, Standing } from "../../../src/policy/fees/index.ts";
import { day } from "../../../src/values/day.ts";
import { currency, money } from "../../../src/values/money.ts";
import { type Given, inputOf } from "./account-of-rows.ts";
import { inShort, paid, type Row } from "./build.ts";

const TABLE: FeeTable = {
  id: "table",
  name: "Fees 2026",
  marketplace: "US",
  from: null,
  to: null,
  fromSourced: true,
  sourced: true,
  confidence: "medium",
  confidenceText: "",
  disputed: null,
  disagreements: [],
  sources: [],
  note: null,
};
const STANDING: Standing = {
  tables: [TABLE],
  table: "table",
  from: null,
  to: null,
  confidence: "medium",
  usable: true,
  unusableBecause: null,
  estimated: false,
  assumptions: [],
  disagreements: [],
};
const MUG = { fnsku: "X001", msku: "MUG", asin: "B001" };

/** `2026-05-20 3.00`: charged that much more than the 4.00 due for one mug. */
function over(text: string, more: Partial<Overcharge> & { in?: string } = {}): Overcharge {
  const paidIn = currency(more.in ?? "USD");
  const cents = Math.round(Number(text.slice(11)) * 100);
  return {
    marketplace: "US",
    item: MUG,
    orderId: `order of ${text.slice(0, 10)}`,
    day: day(text.slice(0, 10)),
    units: 1,
    charged: money(400 + cents, paidIn),
    expected: money(400, paidIn),
    over: money(cents, paidIn),
    standing: STANDING,
    explanation: "Small standard-size",
    evidence: [{ report: "settlement", line: 7 }],
    ...more,
  };
}

const accountWith = (reports: Given["reports"] = {}, claims: readonly ClaimRecord[] = []) =>
  accountOf({ ...inputOf({ asOf: "2026-06-30", reports }), claims });
const MESSAGES = {
  what: "{{units}} of {{item}} {{were}} {{period}}: {{charged}}, due {{expected}}, {{over}} too much.",
  checked: "all.",
};
const findings = (...all: Overcharge[]) =>
  overchargeFindings(accountWith(), fulfilmentFeeHigh.meta, MESSAGES, all);
const told = (...all: Overcharge[]) =>
  findings(...all).map((finding) => `${inShort(finding)}${finding.orderId ? `, ${finding.orderId}` : ""}`);

describe("overcharges are one finding", () => {
  const info: Standing = { ...STANDING, usable: false, unusableBecause: "The sources disagree." };
  it.each<[string, Overcharge[], string[]]>([
    [
      "each item and month",
      [over("2026-05-20 3"), over("2026-05-01 1"), over("2026-05-31 2")],
      ["file 3 2026-05-01 6.00 USD"],
    ],
    [
      "not with those of another month",
      [over("2026-05-31 3"), over("2026-06-01 1")],
      ["file 1 2026-05-31 3.00 USD, order of 2026-05-31", "file 1 2026-06-01 1.00 USD, order of 2026-06-01"],
    ],
    [
      "not with those of another item",
      [over("2026-05-20 3"), over("2026-05-21 1", { item: { ...MUG, msku: "CUP" } })],
      ["file 1 2026-05-20 3.00 USD, order of 2026-05-20", "file 1 2026-05-21 1.00 USD, order of 2026-05-21"],
    ],
    [
      "not with those of another marketplace",
      [over("2026-05-20 3"), over("2026-05-20 1", { marketplace: "CA", in: "CAD" })],
      ["file 1 2026-05-20 3.00 USD, order of 2026-05-20", "file 1 2026-05-20 1.00 CAD, order of 2026-05-20"],
    ],
    [
      "of an order only when all are of it",
      [over("2026-05-20 3", { orderId: "1" }), over("2026-05-21 1", { orderId: "1" })],
      ["file 2 2026-05-20 4.00 USD, 1"],
    ],
    [
      "with all its units",
      [over("2026-05-20 3", { units: 2 }), over("2026-05-21 1")],
      ["file 3 2026-05-20 4.00 USD"],
    ],
    [
      "of those still open, by the earliest of them",
      [over("2026-04-01 1"), over("2026-04-20 3")],
      ["file 2 2026-04-01 4.00 USD"],
    ],
    [
      "without those out of time, while others are open",
      [over("2026-03-31 1"), over("2026-03-30 5")],
      ["expired 2 2026-03-30 6.00 USD"],
    ],
    [
      "apart from those no claim can rest on",
      [over("2026-05-20 3"), over("2026-05-21 1", { standing: info })],
      ["file 1 2026-05-20 3.00 USD, order of 2026-05-20", "info 1 2026-05-21 1.00 USD, order of 2026-05-21"],
    ],
  ])("%s", (_, all, expected) => {
    expect(told(...all).sort()).toEqual([...expected].sort());
    expect(told(...[...all].reverse()).sort()).toEqual([...expected].sort());
  });

  it("whose number is the item's MSKU, else its FNSKU, else its ASIN", () => {
    const id = (item: Overcharge["item"], more: Partial<Overcharge> = {}) =>
      findings(over("2026-05-20 3", { item, ...more }))[0]?.id;
    expect(id({ ...MUG, fnsku: "X9", asin: "B9" })).toBe(id(MUG));
    expect(id({ ...MUG, msku: "CUP" })).not.toBe(id(MUG));
    expect(id({ ...MUG, msku: "", asin: "B9" })).toBe(id({ ...MUG, msku: "" }));
    expect(id({ ...MUG, msku: "", fnsku: "X9" })).not.toBe(id({ ...MUG, msku: "" }));
    expect(id({ fnsku: "", msku: "", asin: "B9" })).not.toBe(id({ fnsku: "", msku: "", asin: "B001" }));
    expect(id(MUG, { standing: info })).not.toBe(id(MUG));
    expect(findings(over("2026-05-01 9"))[0]?.id).toBe(id(MUG));
    expect(findings(over("2026-06-01 9"))[0]?.id).not.toBe(id(MUG));
    expect(findings(over("2025-05-01 9"))[0]?.id).not.toBe(id(MUG));
  });
});

describe("a finding of overcharges says", () => {
  const first = (...all: Overcharge[]) => findings(...all)[0];
  it("how many, of what, when, and how much", () => {
    expect(first(over("2026-05-20 3"))?.what).toBe(
      "1 unit of MUG (FNSKU X001, ASIN B001) was on 2026-05-20: 7.00 USD, due 4.00 USD, 3.00 USD too much.",
    );
    expect(first(over("2026-05-22 1"), over("2026-05-20 3"))?.what).toBe(
      "2 units of MUG (FNSKU X001, ASIN B001) were from 2026-05-20 to 2026-05-22: 12.00 USD, due 8.00 USD, 4.00 USD too much.",
    );
  });

  it("what was paid back of it", () => {
    expect(first(over("2026-05-20 3"))?.basis).toBe("7.00 USD charged less 4.00 USD due.");
    const less = over("2026-05-20 3", { over: money(200, currency("USD")) });
    expect(first(less)?.basis).toBe("7.00 USD charged less 4.00 USD due, less 1.00 paid back already.");
  });

  it("how the fee comes about, each way once and three at most, and what was assumed", () => {
    const ways = ["A", "B", "A", "C", "D"].map((explanation, i) => over(`2026-05-2${i} 1`, { explanation }));
    expect(first(...ways)?.why).toMatch(
      /^A; B; C\. Table: “Fees 2026”, in force as far back as known\. Amazon accepts/,
    );
    const assumed = { ...STANDING, from: day("2026-01-15"), assumptions: ["It is a mug.", "It is blue."] };
    expect(first(over("2026-05-20 3", { standing: assumed }))?.why).toContain(
      "in force since 2026-01-15. Assumed: It is a mug. It is blue. ",
    );
  });

  it("why no claim can rest on it", () => {
    const info: Standing = { ...STANDING, usable: false, unusableBecause: "The sources disagree." };
    const finding = first(over("2026-05-20 3", { standing: info }));
    expect(finding).toMatchObject({ state: "info", deadline: null });
    expect(finding?.why).toContain("No claim can rest on it: The sources disagree. Checked: all.");
    expect(finding?.todo).toMatch(/^No claim yet/);
  });

  it("each source line once", () => {
    const lines = [9, 7, 9].map((line, i) =>
      over(`2026-05-2${i} 1`, { evidence: [{ report: "settlement", line }] }),
    );
    expect(first(...lines)?.evidence.map(({ line }) => line)).toEqual([7, 9]);
  });
});

describe("a correction of fees", () => {
  /** What is left of the overcharges: `2026-05-20 100`. */
  const left = (all: readonly Overcharge[], reports: Given["reports"], claims: readonly ClaimRecord[] = []) =>
    withoutCorrections(accountWith(reports, claims), all).map(
      (one) => `${one.orderId.slice(-10)} ${one.over.minor}`,
    );
  const back = (text: string, more: Row = {}) =>
    paid("Fee_Correction", text.slice(0, 10), 0, { amountTotal: Number(text.slice(11)), ...more });
  const reported = (...rows: Row[]) => ({ reimbursements: rows });
  const TWO = [over("2026-05-20 3"), over("2026-05-10 2")];

  it.each<[string, Row[], string[]]>([
    ["takes off the oldest charge first", [back("2026-06-01 2.5")], ["2026-05-20 250"]],
    ["takes off no more than was too much", [back("2026-06-01 9")], []],
    ["of the day of the charge counts", [back("2026-05-10 2")], ["2026-05-20 300"]],
    ["of before a charge does not", [back("2026-05-09 2")], ["2026-05-10 200", "2026-05-20 300"]],
    ["between two charges is the first's alone", [back("2026-05-15 9")], ["2026-05-20 300"]],
    [
      "several take off together, each once",
      [back("2026-05-15 1"), back("2026-06-01 1.5")],
      ["2026-05-20 250"],
    ],
    [
      "of another item does not count",
      [back("2026-06-01 2", { sku: "CUP" })],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
    [
      "in another currency does not count",
      [back("2026-06-01 2", { currencyUnit: "CAD" })],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
    [
      "without an amount does not count",
      [back("2026-06-01 2", { amountTotal: null })],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
    ["that takes money does not count", [back("2026-06-01 -2")], ["2026-05-10 200", "2026-05-20 300"]],
    [
      "a payment for a loss is none",
      [paid("Lost_Warehouse", "2026-06-01", 1)],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(left(TWO, reported(...rows))).toEqual(expected);
    expect(left([...TWO].reverse(), reported(...[...rows].reverse()))).toEqual(expected);
  });

  it("counts in its stock region, in its currency", () => {
    const german = over("2026-05-20 3", { marketplace: "DE", in: "EUR" });
    expect(
      left([german], reported(back("2026-06-01 3", { currencyUnit: "EUR", importedFor: "FR" }))),
    ).toEqual([]);
    expect(
      left([german], reported(back("2026-06-01 3", { currencyUnit: "PLN", importedFor: "DE" }))),
    ).toHaveLength(1);
    expect(left([german], reported(back("2026-06-01 3")))).toHaveLength(1);
  });

  it("of a day goes to the order that comes first", () => {
    const day_ = [
      over("2026-05-20 3", { orderId: "order of 2" }),
      over("2026-05-20 2", { orderId: "order of 1" }),
    ];
    expect(left(day_, reported(back("2026-06-01 2")))).toEqual(["order of 2 300"]);
  });

  const line = (text: string, more: Row = {}): Row => ({
    settlementId: "1",
    transactionType: "other-transaction",
    amountType: "FBA Inventory Reimbursement",
    amountDescription: "INCORRECT_FEES_ITEMS",
    amount: Number(text.slice(11)),
    postedDate: text.slice(0, 10),
    sku: "MUG",
    ...more,
  });
  const settled = (...rows: Row[]) => ({
    settlement: [{ settlementId: "1", totalAmount: 1, currency: "USD" }, ...rows],
  });

  it.each<[string, Row[], string[]]>([
    ["in a settlement counts", [line("2026-06-01 2.5")], ["2026-05-20 250"]],
    ["in several rows, by their days", [line("2026-06-01 1.5"), line("2026-05-15 1")], ["2026-05-20 250"]],
    [
      "in a settlement of before the charge does not",
      [line("2026-05-09 2.5")],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
    [
      "in a settlement that takes money does not",
      [line("2026-06-01 -2")],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
    [
      "in a settlement without a day does not",
      [line("2026-06-01 2", { postedDate: null })],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
    [
      "in a settlement of another item does not",
      [line("2026-06-01 2", { sku: "CUP" })],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
    [
      "a unit paid in a settlement is none",
      [line("2026-06-01 2", { amountDescription: "WAREHOUSE_LOST", quantityPurchased: 1 })],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
    [
      "a sale in a settlement is none",
      [
        line("2026-06-01 2", {
          transactionType: "Order",
          amountType: "ItemPrice",
          amountDescription: "Principal",
          quantityPurchased: 0,
        }),
      ],
      ["2026-05-10 200", "2026-05-20 300"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(left(TWO, settled(...rows))).toEqual(expected);
  });

  it("shown in both reports counts once, by the one that shows more", () => {
    const both = (a: string, b: string) => left(TWO, { ...reported(back(a)), ...settled(line(b)) });
    expect(both("2026-06-01 2", "2026-06-04 2")).toEqual(["2026-05-20 300"]);
    expect(both("2026-06-01 1", "2026-06-04 2")).toEqual(["2026-05-20 300"]);
    expect(both("2026-06-01 2", "2026-06-04 1")).toEqual(["2026-05-20 300"]);
  });

  it("of a claim comes off what that is about, in neither report here", () => {
    const claim: ClaimRecord = {
      findingId: "fulfilment-fee-high-00000000000000",
      caseId: "C1",
      state: "paid",
      approvedUnits: null,
      approvedAmount: null,
    };
    const row = back("2026-06-01 2", { caseId: "C1" });
    expect(left(TWO, reported(row), [claim])).toEqual(["2026-05-10 200", "2026-05-20 300"]);
    expect(left(TWO, { ...reported(row), ...settled(line("2026-06-04 2")) }, [claim])).toEqual([
      "2026-05-10 200",
      "2026-05-20 300",
    ]);
    expect(left(TWO, { ...reported(row), ...settled(line("2026-06-04 3")) }, [claim])).toEqual([
      "2026-05-10 100",
      "2026-05-20 300",
    ]);
    expect(
      left(TWO, { ...reported(row), ...settled(line("2026-06-04 2"), line("2026-06-05 1")) }, [claim]),
    ).toEqual(["2026-05-10 100", "2026-05-20 300"]);
    expect(
      left(
        TWO,
        {
          ...reported(row, back("2026-06-02 1.5", { caseId: "C1" })),
          ...settled(line("2026-06-04 2"), line("2026-06-05 2")),
        },
        [claim],
      ),
    ).toEqual(["2026-05-10 150", "2026-05-20 300"]);
  });
});
