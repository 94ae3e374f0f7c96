/** What was paid for the units of an order: the report and the settlements show the same money, item by item. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../../src/audits/account/account.ts";
import { orderCreditsOf } from "../../../../src/audits/account/order-credits.ts";
import { formatDay } from "../../../../src/values/day.ts";
import { formatMoney } from "../../../../src/values/money.ts";
import { inputOf, type Rows } from "../account-of-rows.ts";
import { OTHER, paidFor, replaced } from "../return-rows.ts";
import { ORDER, reimbursed, sale, totalRow } from "./money-rows.ts";

const creditsIn = (paid: Rows, settlement: Rows, more: Readonly<Record<string, Rows>> = {}) =>
  orderCreditsOf(
    accountOf(
      inputOf({
        reports: { reimbursements: paid, settlement: [...totalRow("settlement"), ...settlement], ...more },
      }),
    ),
  );
const credits = (paid: Rows, settlement: Rows, more: Readonly<Record<string, Rows>> = {}) =>
  creditsIn(paid, settlement, more)
    .ofOrder(ORDER)
    .map(({ sku, units, left, evidence, amount }) => {
      expect(left).toBe(units);
      return `${evidence.report} ${sku} ${units} ${amount === null ? "?" : formatMoney(amount)}`;
    });

let id = 0;
const paid = (sku: string, units: number, given: Parameters<typeof paidFor>[0] = {}) =>
  paidFor({
    reimbursementId: `R${++id}`,
    sku,
    quantityReimbursedCash: units,
    quantityReimbursedTotal: units,
    amountTotal: 13 * units,
    ...given,
  });
const shown = (sku: string, units: number, given: Parameters<typeof reimbursed>[1] = {}) =>
  reimbursed("settlement", { sku, units, ...given });

describe("payments of an order", () => {
  it.each<[string, Rows, Rows, string[]]>([
    ["in the report alone", [paid("A", 2)], [], ["reimbursements A 2 26.00 USD"]],
    ["in the settlement alone", [], shown("A", 2), ["settlement A 2 26.00 USD"]],
    ["in both", [paid("A", 1)], shown("A", 1), ["reimbursements A 1 13.00 USD"]],
    ["more in the report", [paid("A", 2)], shown("A", 1), ["reimbursements A 2 26.00 USD"]],
    [
      "more in the settlement",
      [paid("A", 1)],
      shown("A", 3),
      ["reimbursements A 1 13.00 USD", "settlement A 2 26.00 USD"],
    ],
    [
      "of another item each",
      [paid("A", 1)],
      shown("B", 1),
      ["reimbursements A 1 13.00 USD", "settlement B 1 13.00 USD"],
    ],
    ["the settlement naming no item", [paid("A", 1)], shown("", 1), ["reimbursements A 1 13.00 USD"]],
    [
      "the settlement naming no item for one of two",
      [paid("A", 1)],
      shown("", 2),
      ["reimbursements A 1 13.00 USD", "settlement  1 13.00 USD"],
    ],
    [
      "the settlement naming an item less and none once",
      [paid("A", 3)],
      [...shown("A", 1), ...shown("", 1)],
      ["reimbursements A 3 39.00 USD"],
    ],
    [
      "the settlement naming no item more often than the report has any",
      [paid("A", 2)],
      [...shown("A", 1), ...shown("", 3)],
      ["reimbursements A 2 26.00 USD", "settlement  2 26.00 USD"],
    ],
    [
      "the report naming no item",
      [paid("", 1)],
      shown("A", 2),
      ["reimbursements  1 13.00 USD", "settlement A 1 13.00 USD"],
    ],
    [
      "the report naming no item for one of two items",
      [paid("", 1)],
      [...shown("B", 1), ...shown("A", 1)],
      ["reimbursements  1 13.00 USD", "settlement B 1 13.00 USD"],
    ],
    [
      "neither naming an item",
      [paid("", 1)],
      shown("", 2),
      ["reimbursements  1 13.00 USD", "settlement  1 13.00 USD"],
    ],
    [
      "an item the report has in surplus beside one it lacks",
      [paid("A", 2), paid("B", 1)],
      [...shown("A", 1), ...shown("", 1), ...shown("B", 2)],
      ["reimbursements A 2 26.00 USD", "reimbursements B 1 13.00 USD", "settlement B 1 13.00 USD"],
    ],
    [
      "one taken back again in the settlement",
      [],
      [...shown("A", 1), ...shown("A", 1, { code: "COMPENSATED_CLAWBACK", amount: -13 })],
      ["settlement A 1 13.00 USD"],
    ],
    ["taken back alone", [], shown("A", 1, { code: "COMPENSATED_CLAWBACK", amount: -13 }), []],
    [
      "at different prices: those not in the report are worth their share",
      [paid("A", 1)],
      [...shown("A", 1, { amount: 10 }), ...shown("A", 2, { amount: 23 })],
      ["reimbursements A 1 13.00 USD", "settlement A 2 22.00 USD"],
    ],
  ])("%s", (_, report, settlement, expected) => {
    expect(credits(report, settlement)).toEqual(expected);
    expect(credits(report, [...settlement].reverse()).sort()).toEqual([...expected].sort());
  });

  it("in two currencies, or in none anybody knows, have no amount", () => {
    const two = [...totalRow("settlement", "2", "CAD"), ...shown("A", 1, { settlementId: "2", site: "" })];
    expect(credits([], [...shown("A", 1), ...two])).toEqual(["settlement A 2 ?"]);
    const csv = { transactions: reimbursed("transactions", { sku: "A", settlementId: "7" }) };
    expect(credits([], [], csv)).toEqual(["transactions A 1 ?"]);
  });

  it("stand for their oldest row in the settlement", () => {
    const rows = [
      ...shown("A", 1, { day: "2026-09-22" }).map((row) => ({ ...row, line: 8 })),
      ...shown("A", 1, { day: "2026-09-21" }).map((row) => ({ ...row, line: 9 })),
      ...shown("A", 1, { day: "2026-09-21" }).map((row) => ({ ...row, line: 7 })),
    ];
    for (const settlement of [rows, [...rows].reverse()]) {
      const [credit] = creditsIn([], settlement).ofOrder(ORDER);
      expect([credit && formatDay(credit.date), credit?.evidence.line]).toEqual(["2026-09-21", 7]);
    }
  });

  it("are the same objects at every call: what is used up stays so", () => {
    const { ofOrder } = creditsIn([paid("A", 1)], shown("A", 2));
    expect(ofOrder(ORDER)).toBe(ofOrder(ORDER));
    expect(ofOrder(OTHER)).toEqual([]);
  });

  it("are those of its replacement orders, too", () => {
    const more = { replacements: [replaced()] };
    expect(credits([paid("A", 1, { amazonOrderId: OTHER })], shown("B", 1, { order: OTHER }), more)).toEqual([
      "reimbursements A 1 13.00 USD",
      "settlement B 1 13.00 USD",
    ]);
  });

  it.each([
    ["Fee_Correction", 0],
    ["Some fee or other", 0],
    ["CustomerReturn", 1],
    ["A reason nobody knows", 1],
  ])("for %j pay for %d units", (reason, units) => {
    expect(credits([paid("A", 1, { reason })], [])).toHaveLength(units);
  });

  it("count as one unit where they name money and no units, as none where they name neither", () => {
    const none = { quantityReimbursedCash: 0, quantityReimbursedTotal: 0 };
    const of = (amountTotal: number | null) => credits([paid("A", 0, { ...none, amountTotal })], []);
    expect(of(5)).toEqual(["reimbursements A 1 5.00 USD"]);
    expect(of(0)).toEqual(["reimbursements A 0 0.00 USD"]);
    expect(of(null)).toEqual(["reimbursements A 0 ?"]);
  });
});

it("a sale of the order is no payment for it", () => {
  expect(credits([], sale("settlement"))).toEqual([]);
});
