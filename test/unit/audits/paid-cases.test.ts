/** By how much the payments of a case fall short of what was approved, and which losses a payment was used for. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { shortCasesOf } from "../../../src/audits/account/case-payments.ts";
import { paidLossesOf } from "../../../src/audits/account/paid-losses.ts";
import { paymentsOf, reimbursementKey } from "../../../src/audits/account/payments.ts";
import type { ClaimRecord } from "../../../src/audits/audit.ts";
import { paidDifferentlyThanApproved } from "../../../src/audits/paid-differently-than-approved.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { formatDay } from "../../../src/values/day.ts";
import { currency, type Money, money } from "../../../src/values/money.ts";
import { inputOf } from "./account-of-rows.ts";
import {
  adjusted,
  COST,
  givenOf,
  inShort,
  paid,
  paidInStock,
  type Row,
  type Rows,
  received,
} from "./build.ts";

const claim = (more: Partial<ClaimRecord> = {}): ClaimRecord => ({
  findingId: "warehouse-lost-x",
  caseId: "C1",
  state: "approved",
  approvedUnits: null,
  approvedAmount: null,
  ...more,
});
const usd = (minor: number): Money => money(minor, currency("USD"));
const units = (approvedUnits: number, more: Partial<ClaimRecord> = {}) => claim({ approvedUnits, ...more });
const cents = (minor: number, more: Partial<ClaimRecord> = {}) =>
  claim({ approvedAmount: usd(minor), ...more });
const pay = (n: number, amountTotal: number | null, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-05-20", n, { caseId: "C1", amountTotal, ...more });
const inStock = (n: number, more: Row = {}) =>
  paidInStock("Lost_Warehouse", "2026-05-20", n, { caseId: "C1", ...more });
const accountWith = (claims: readonly ClaimRecord[], payments: readonly Row[]) =>
  accountOf({ ...inputOf({ asOf: "2026-06-30", reports: { reimbursements: payments } }), claims });

/** `C1 3 units paid 2, 1260 paid 840`: case, approved and paid, "?" where it is not known; then what is missing. */
const short = (claims: readonly ClaimRecord[], payments: readonly Row[]) =>
  shortCasesOf(accountWith(claims, payments)).map(
    (one) =>
      `${one.caseId}: ${one.paidUnits} of ${one.approvedUnits ?? "?"} units, ${one.paidAmount?.minor ?? "?"} of ${one.approvedAmount?.minor ?? "?"}; short ${one.missingUnits} units, ${one.missingAmount?.minor ?? "?"}`,
  );

describe("a case that was paid short", () => {
  it.each<[string, ClaimRecord[], Row[], string[]]>([
    ["of units", [units(3)], [pay(2, 8)], ["C1: 2 of 3 units, 800 of ?; short 1 units, ?"]],
    ["not when all were paid", [units(3)], [pay(3, 8)], []],
    ["of money", [cents(1000)], [pay(2, 8)], ["C1: 2 of ? units, 800 of 1000; short 0 units, 200"]],
    ["not when the money was paid", [cents(800)], [pay(2, 8)], []],
    ["not when more was", [cents(700)], [pay(2, 8)], []],
    [
      "as the sum of its claims",
      [units(3), units(2)],
      [pay(4, 8)],
      ["C1: 4 of 5 units, 800 of ?; short 1 units, ?"],
    ],
    [
      "a claim of it without an approval left aside",
      [units(3), claim()],
      [pay(2, 8)],
      ["C1: 2 of 3 units, 800 of ?; short 1 units, ?"],
    ],
    ["not when nobody knows how many of one claim were approved", [units(3), cents(100)], [pay(2, 8)], []],
    [
      "a denied claim of it left aside",
      [units(3), units(9, { state: "denied" })],
      [pay(2, 8)],
      ["C1: 2 of 3 units, 800 of ?; short 1 units, ?"],
    ],
    ["a dismissed claim of it as well", [units(3), units(9, { state: "dismissed" })], [pay(3, 8)], []],
    ["and one that is out of time", [units(3), units(9, { state: "expired" })], [pay(3, 8)], []],
    [
      "not of money approved in two currencies",
      [cents(1000), claim({ approvedAmount: money(1000, currency("EUR")) })],
      [pay(2, 8)],
      [],
    ],
    ["not of money when paid in another currency", [cents(1000)], [pay(2, 8, { currencyUnit: "EUR" })], []],
    [
      "not of money when paid in two currencies",
      [cents(1000)],
      [pay(1, 1), pay(1, 1, { currencyUnit: "EUR" })],
      [],
    ],
    ["not of money when a payment names none", [cents(1000)], [pay(1, 1), pay(1, null)], []],
    [
      "of money paid without units in several rows",
      [cents(1000)],
      [pay(0, 5), pay(1, 2)],
      ["C1: 1 of ? units, 700 of 1000; short 0 units, 300"],
    ],
    [
      "of money, a row of nothing beside it",
      [cents(1000)],
      [pay(0, 0, { currencyUnit: "EUR" }), pay(1, 2)],
      ["C1: 1 of ? units, 200 of 1000; short 0 units, 800"],
    ],
    ["not of money when some was paid in stock", [cents(1000)], [pay(1, 2), inStock(1)], []],
    [
      "of units, some paid in stock",
      [units(3)],
      [pay(1, 2), inStock(1)],
      ["C1: 2 of 3 units, 200 of ?; short 1 units, ?"],
    ],
    ["of units, all paid in stock", [units(3)], [inStock(1)], ["C1: 1 of 3 units, ? of ?; short 2 units, ?"]],
    [
      "on the day of the audit",
      [units(3)],
      [pay(2, 8, { approvalDate: "2026-06-30" })],
      ["C1: 2 of 3 units, 800 of ?; short 1 units, ?"],
    ],
    ["not before it is paid", [units(3)], [pay(2, 8, { approvalDate: "2026-07-01" })], []],
    ["not without a case", [units(3, { caseId: "" })], [pay(2, 8, { caseId: "" })], []],
    [
      "beside another, by case id",
      [units(3, { caseId: "C2" }), units(2)],
      [pay(2, 8, { caseId: "C2" }), pay(1, 4)],
      ["C1: 1 of 2 units, 400 of ?; short 1 units, ?", "C2: 2 of 3 units, 800 of ?; short 1 units, ?"],
    ],
  ])("%s", (_, claims, payments, expected) => {
    expect(short(claims, payments)).toEqual(expected);
    expect(short([...claims].reverse(), [...payments].reverse())).toEqual(expected);
  });

  it("counts what somebody confirmed for its claim, not what was confirmed for another", () => {
    const payments = [pay(2, 8, { reimbursementId: "P" }), pay(1, 4, { reimbursementId: "Q", caseId: "" })];
    const keys = accountWith([], payments)
      .derive(paymentsOf)
      .paid.map((row) => reimbursementKey(row));
    const [p = "", q = ""] = keys;
    expect(short([units(3)], payments)).toHaveLength(1);
    expect(short([units(3, { reimbursements: [q] })], payments)).toEqual([]);
    expect(short([units(2), claim({ caseId: "C2", reimbursements: [p] })], payments)).toEqual([]);
    expect(short([units(3), claim({ caseId: "", reimbursements: [p] })], payments)).toHaveLength(1);
  });
});

describe("what is owed of a case paid short", () => {
  const lost = (date: string, n: number) => adjusted("M", date, -n);
  const run = (rows: Rows, claims: readonly ClaimRecord[]) =>
    runAudits({ ...inputOf(givenOf({ ...rows, costs: [COST] })), claims }, [
      warehouseLost,
      paidDifferentlyThanApproved,
    ]).findings;
  /** Claims were made of the losses alone; by the day of the loss. */
  const idOf = (losses: readonly Row[], day: string) =>
    run({ ledger: losses }, []).find((f) => formatDay(f.eventDate) === day)?.id ?? "";

  it("is the part of the money for the units still missing", () => {
    const losses = [lost("2026-05-05", 4)];
    const findingId = idOf(losses, "2026-05-05");
    const told = (approvedAmount: Money, found: number) =>
      run({ ledger: [...losses, adjusted("F", "2026-06-10", found)], paid: [pay(2, 8.4)] }, [
        claim({ findingId, approvedUnits: 4, approvedAmount }),
      ]).map((finding) => `${finding.audit} ${inShort(finding)}`);
    // 20.00 for four, one found: 15.00 for three, and 8.40 was paid.
    expect(told(usd(2000), 1)).toEqual(["paid-differently-than-approved file 1 2026-05-20 6.60 USD"]);
    // 12.00 for four, two found: 6.00 for two; more was paid.
    expect(told(usd(1200), 2)).toEqual([]);
    expect(told(usd(1680), 2)).toEqual([]);
  });

  it("leaves the losses of other cases alone", () => {
    const losses = [lost("2026-05-05", 3), lost("2026-05-04", 2)];
    const [three, two] = [idOf(losses, "2026-05-05"), idOf(losses, "2026-05-04")];
    const claims = [claim({ findingId: three, approvedUnits: 3 }), claim({ findingId: two, caseId: "C2" })];
    expect(
      run({ ledger: losses, paid: [pay(2, 8.4)] }, claims)
        .map((f) => `${f.audit} ${inShort(f)}`)
        .sort(),
    ).toEqual([
      "paid-differently-than-approved file 1 2026-05-20 4.20 USD",
      "warehouse-lost file 2 2026-05-04 8.40 USD",
    ]);
  });
});

describe("what a payment was used for", () => {
  const used = (rows: Rows) => {
    const account = accountOf(inputOf(givenOf(rows)));
    const losses = paidLossesOf(account);
    return account
      .derive(paymentsOf)
      .paid.flatMap((p) => losses.get(p) ?? [])
      .map(
        ({ date, item, sellable }) =>
          `${formatDay(date)} ${item.msku} ${sellable ? "sellable" : "not sellable"}`,
      );
  };
  const shipment: Rows = {
    contents: [
      {
        shipmentId: "FBA1",
        packList: "1 of 1",
        merchantSku: "MUG",
        asin: "B001",
        fnsku: "X001",
        shipped: 10,
      },
    ],
    queue: [{ shipmentId: "FBA1", created: "2026-04-20", status: "CLOSED" }],
  };
  it.each<[string, Rows, string[]]>([
    [
      "a loss",
      { ledger: [adjusted("M", "2026-05-01", -1)], paid: [paid("Lost_Warehouse", "2026-06-01", 1)] },
      ["2026-05-01 MUG sellable"],
    ],
    [
      "a loss of no stated condition",
      {
        ledger: [adjusted("M", "2026-05-01", -1, { disposition: "" })],
        paid: [paid("Lost_Warehouse", "2026-06-01", 1)],
      },
      ["2026-05-01 MUG sellable"],
    ],
    [
      "a loss of unsellable stock",
      {
        ledger: [adjusted("M", "2026-05-01", -1, { disposition: "DEFECTIVE" })],
        paid: [paid("Lost_Warehouse", "2026-06-01", 1)],
      },
      ["2026-05-01 MUG not sellable"],
    ],
    [
      "units short in a shipment",
      {
        ...shipment,
        ledger: [received("FBA1", "2026-05-02", 9)],
        paid: [paid("Lost_Inbound", "2026-06-01", 1)],
      },
      ["2026-05-02 MUG sellable"],
    ],
    [
      "units booked in and taken out again",
      {
        ...shipment,
        ledger: [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-05-09", -1)],
        paid: [paid("Lost_Inbound", "2026-06-01", 1)],
      },
      ["2026-05-02 MUG sellable"],
    ],
    ["nothing", { paid: [paid("Lost_Warehouse", "2026-06-01", 1)] }, []],
  ])("%s", (_, rows, expected) => {
    expect(used(rows)).toEqual(expected);
  });
});
