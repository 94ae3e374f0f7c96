/** Payments at the border: which of them count, what they are worth, and what is said of them. */
import { describe, expect, it } from "vitest";
import type { ClaimRecord } from "../../../src/audits/audit.ts";
import { paidDifferentlyThanApproved } from "../../../src/audits/paid-differently-than-approved.ts";
import { paidTwice } from "../../../src/audits/paid-twice.ts";
import { paidUnevenly } from "../../../src/audits/paid-unevenly.ts";
import { reversedAboveOriginal } from "../../../src/audits/reversed-above-original.ts";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { currency, money } from "../../../src/values/money.ts";
import { inputOf } from "./account-of-rows.ts";
import {
  adjusted,
  audited,
  COST,
  givenOf,
  paid,
  paidInStock,
  type Row,
  type Rows,
  takenBack,
  told,
} from "./build.ts";

const lines = (result: ReturnType<typeof audited>) =>
  result.findings.map(({ evidence }) => evidence.map(({ report, line }) => `${report} ${line}`));
const lost = (units = 1) => adjusted("M", "2026-03-01", -units);
const pay = (amount: number | null, date: string, more: Row = {}) =>
  paid("Lost_Warehouse", date, 1, { amountTotal: amount, reimbursementId: `R ${date}`, ...more });
const units = (n: number): Row => ({ quantityReimbursedCash: n, quantityReimbursedTotal: n });

describe("paid-twice", () => {
  const stake = (...payments: Row[]) => told(audited(paidTwice, { ledger: [lost()], paid: payments }));

  it("puts the latest payments at stake, for as many units as are too many", () => {
    const three = [pay(5, "2026-04-01"), pay(7, "2026-05-01"), pay(9, "2026-06-01")];
    expect(stake(...three)).toEqual(["exposure 2 2026-06-01 16.00 USD"]);
    expect(stake(pay(5, "2026-04-01"), pay(21, "2026-05-01", units(3)))).toEqual([
      "exposure 3 2026-05-01 21.00 USD",
    ]);
    expect(stake(pay(12, "2026-04-01", units(2)), pay(21, "2026-05-01", units(3)))).toEqual([
      "exposure 4 2026-05-01 27.00 USD",
    ]);
  });

  it("leaves out what was taken back by the day of the audit", () => {
    const two = [pay(5, "2026-04-01"), pay(7, "2026-05-01"), pay(9, "2026-06-01")];
    const taken = (date: string) => takenBack("R 2026-06-01", date, 1, { amountTotal: -9 });
    expect(stake(...two, taken("2026-06-30"))).toEqual(["exposure 1 2026-06-01 7.00 USD"]);
    expect(stake(...two, taken("2026-07-01"))).toEqual(["exposure 2 2026-06-01 16.00 USD"]);
  });

  it("counts stock and payments without an amount as units, not as money, and adds no two currencies", () => {
    const stock = paidInStock("Lost_Warehouse", "2026-06-01", 1);
    expect(stake(pay(5, "2026-04-01"), pay(7, "2026-05-01"), stock)).toEqual([
      "exposure 2 2026-06-01 7.00 USD",
    ]);
    expect(stake(pay(5, "2026-04-01"), pay(7, "2026-05-01"), pay(null, "2026-06-01"))).toEqual([
      "exposure 2 2026-06-01 7.00 USD",
    ]);
  });

  it("says what was taken back, what turned up and what was paid in another right", () => {
    const of = (rows: Rows) => audited(paidTwice, rows).findings[0];
    const plain = of({ ledger: [lost()], paid: [pay(5, "2026-04-01"), pay(7, "2026-05-01")] });
    expect(plain?.what).not.toContain("taken back");
    expect(plain?.why).not.toContain("another right");
    const back = of({
      ledger: [lost()],
      paid: [
        pay(5, "2026-04-01"),
        pay(7, "2026-05-01"),
        pay(7, "2026-05-02"),
        takenBack("R 2026-05-02", "2026-06-01", 1, { amountTotal: -7 }),
      ],
    });
    expect(back?.what).toContain("taken back");
    const [stock] = audited(paidTwice, { paid: [paidInStock("Lost_Warehouse", "2026-04-01", 1)] }).findings;
    expect(stock).toMatchObject({ amount: null, basis: "Not valued: the units were given as stock." });
    expect(plain?.basis).toContain("1 unit");
  });

  it("tells lost and damaged units of an item apart, names the rows, and keeps its ids", () => {
    const damage = { reason: "Damaged_Warehouse" };
    const rows = [
      { ...pay(5, "2026-04-01"), line: 4 },
      { ...pay(7, "2026-05-01", damage), line: 6 },
    ];
    const result = audited(paidTwice, { paid: rows });
    expect(new Set(result.findings.map(({ id }) => id)).size).toBe(2);
    expect(lines(result).flat().sort()).toEqual(["reimbursements 4", "reimbursements 6"]);
    const more = audited(paidTwice, { paid: [...rows, pay(9, "2026-06-01")] });
    expect(more.findings.map(({ id }) => id)).toEqual(
      expect.arrayContaining(result.findings.map(({ id }) => id)),
    );
  });
});

describe("paid-unevenly", () => {
  const uneven = (...payments: Row[]) => told(audited(paidUnevenly, { paid: payments }));
  const high = pay(10, "2026-04-01");

  it("compares no stock, no payment without money, and none of no known reason", () => {
    expect(uneven(high, pay(5, "2026-05-01"))).toEqual(["info 1 2026-05-01 5.00 USD"]);
    expect(uneven(high, pay(0, "2026-05-01"))).toEqual([]);
    expect(uneven(high, pay(null, "2026-05-01"))).toEqual([]);
    expect(uneven(high, pay(5, "2026-05-01", units(0)))).toEqual([]);
    expect(uneven(high, pay(5, "2026-05-01", { reason: "Something new" }))).toEqual([]);
    expect(uneven(high, pay(5, "2026-06-30"))).toEqual(["info 1 2026-06-30 5.00 USD"]);
    expect(uneven(high, pay(5, "2026-07-01"))).toEqual([]);
  });

  it("compares by SKU where no FNSKU is printed, and no two items", () => {
    const bare = (amount: number, date: string, sku: string) =>
      pay(amount, date, { fnsku: "", asin: "", sku });
    expect(uneven(bare(10, "2026-04-01", "MUG"), bare(5, "2026-05-01", "MUG"))).toHaveLength(1);
    expect(uneven(bare(10, "2026-04-01", "MUG"), bare(5, "2026-05-01", "CUP"))).toEqual([]);
  });

  it("names the best payment, the earliest of equal ones", () => {
    const rows = [pay(10, "2026-04-01"), pay(12, "2026-04-10"), pay(12, "2026-04-20"), pay(5, "2026-05-01")];
    const numbered = rows.map((row, i) => ({ ...row, line: i + 2 }));
    const result = audited(paidUnevenly, { paid: numbered });
    expect(told(result)).toEqual(["info 1 2026-05-01 7.00 USD"]);
    expect(lines(result)).toEqual([["reimbursements 5", "reimbursements 3"]]);
  });
});

describe("paid-differently-than-approved", () => {
  const claim = (more: Partial<ClaimRecord>): ClaimRecord => ({
    findingId: "warehouse-lost-x",
    caseId: "C1",
    state: "approved",
    approvedUnits: null,
    approvedAmount: null,
    ...more,
  });
  const tell = (rows: Rows, more: Partial<ClaimRecord>) =>
    runAudits({ ...inputOf(givenOf(rows)), claims: [claim(more)] }, [paidDifferentlyThanApproved]);
  const ofCase = (n: number, more: Row = {}) =>
    paid("Lost_Warehouse", "2026-05-20", n, { caseId: "C1", reimbursementId: "R1", ...more });

  it("says what was approved, in units, money or both, and how the rest is worth", () => {
    const [byUnits] = tell({ paid: [ofCase(2)] }, { approvedUnits: 5 }).findings;
    expect(byUnits).toMatchObject({ quantity: 3, amount: { minor: 1260 } });
    expect(byUnits?.what).toContain("5 units");
    expect(byUnits?.what).toContain("2 units and 8.40 USD");
    const [byMoney] = tell({ paid: [ofCase(2)] }, { approvedAmount: money(2000, currency("USD")) }).findings;
    expect(byMoney).toMatchObject({ quantity: 2, amount: { minor: 1160 } });
    expect(byMoney?.basis).toMatch(/20\.00 USD.*8\.40 USD/);
    const both = { approvedUnits: 5, approvedAmount: money(2000, currency("USD")) };
    expect(tell({ paid: [ofCase(2)] }, both).findings[0]?.what).toContain("5 units and 20.00 USD");
  });

  it("values at cost what was approved in units and paid in stock alone, where the cost is known", () => {
    const stock = { paid: [paidInStock("Lost_Warehouse", "2026-05-20", 1, { caseId: "C1" })] };
    const [known] = tell({ ...stock, costs: [COST] }, { approvedUnits: 3 }).findings;
    expect(known).toMatchObject({ quantity: 2, amount: { minor: 840 } });
    const [unknown] = tell(stock, { approvedUnits: 3 }).findings;
    expect(unknown).toMatchObject({ quantity: 2, amount: null });
    expect(unknown?.basis).not.toBe("");
  });

  it("says that some of it was taken back, only where it was", () => {
    const two = [ofCase(1), ofCase(1, { reimbursementId: "R2", approvalDate: "2026-05-22" })];
    const of = (rows: Row[]) => tell({ paid: rows }, { approvedUnits: 3 }).findings[0];
    const plain = of(two)?.why ?? "";
    const back = of([...two, takenBack("R1", "2026-06-01", 1)])?.why ?? "";
    expect(back.length).toBeGreaterThan(plain.length);
    expect(of(two)?.what).toContain("R1 of 2026-05-20 and R2 of 2026-05-22");
  });
});

describe("reversed payments", () => {
  const original = (n = 1, amountTotal = n * 10, more: Row = {}) =>
    paid("Lost_Warehouse", "2026-03-01", n, { reimbursementId: "P", amountTotal, ...more });
  const back = (n: number, amount: number, more: Row = {}) =>
    takenBack("P", "2026-05-20", n, { reimbursementId: "V", amountTotal: -amount, ...more });
  const found = (n = 1) => adjusted("F", "2026-05-10", n);
  const above = (rows: Rows) => audited(reversedAboveOriginal, rows);

  it("above what was paid are told by more than a cent per unit", () => {
    const taken = (amount: number) =>
      told(above({ paid: [original(2), back(2, amount)], ledger: [found(2)] }));
    expect(taken(20.02)).toEqual([]);
    expect(taken(20.03)).toEqual(["file 2 2026-05-20 0.03 USD"]);
  });

  it("are told on the as-of day, with both rows, and the order of either", () => {
    const today = {
      paid: [original(), back(1, 15, { approvalDate: "2026-06-30" })],
      ledger: [adjusted("F", "2026-06-20", 1)],
    };
    expect(told(above(today))).toEqual(["file 1 2026-06-30 5.00 USD"]);
    const result = above({
      paid: [
        { ...original(), line: 4 },
        { ...back(1, 15), line: 7 },
      ],
      ledger: [found()],
    });
    expect(lines(result)).toEqual([["reimbursements 7", "reimbursements 4"]]);
  });

  it("in part explained count that part, each at its share, and say so", () => {
    const result = above({ paid: [original(4), back(4, 60)], ledger: [found(3)] });
    expect(told(result)).toEqual(["file 3 2026-05-20 15.00 USD"]);
    expect(result.findings[0]?.basis).toContain("45.00 USD");
    expect(result.findings[0]?.basis).toContain("30.00 USD");
    expect(result.findings[0]?.why).toMatch(/15\.00 USD.*10\.00 USD/);
    const whole = above({ paid: [original(4), back(4, 60)], ledger: [found(4)] }).findings[0]?.why ?? "";
    expect(result.findings[0]?.why.length).toBeGreaterThan(whole.length);
  });

  it("without an amount or in another currency are not compared", () => {
    for (const more of [{ amountTotal: null }, { currencyUnit: "CAD" }, { currencyUnit: "" }]) {
      expect(
        above({ paid: [original(), back(1, 15, more)], ledger: [found()] }).findings,
        JSON.stringify(more),
      ).toEqual([]);
    }
    expect(
      above({ paid: [original(1, 10, { amountTotal: null }), back(1, 15)], ledger: [found()] }).findings,
    ).toEqual([]);
  });

  it("that nothing explains are told up to the as-of day", () => {
    const unexplained = (approvalDate: string) =>
      told(audited(reversedWithoutReturn, { paid: [original(), back(1, 10, { approvalDate })] }));
    expect(unexplained("2026-05-20")).toEqual(["file 1 2026-05-20 10.00 USD"]);
    expect(unexplained("2026-07-01")).toEqual([]);
  });
});
