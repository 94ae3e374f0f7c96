/** Findings as a list: their order, their sums, their ids and how they are carried elsewhere; and what a run leaves out. */
import { describe, expect, it } from "vitest";
import type { Audit } from "../../../src/audits/audit.ts";
import {
  compareFindings,
  type Finding,
  findingId,
  findingToJson,
  type State,
  totalsOf,
} from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { day } from "../../../src/values/day.ts";
import { currency, money } from "../../../src/values/money.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, audited, COST } from "./build.ts";

const [sample] = audited(warehouseLost, {
  ledger: [adjusted("M", "2026-05-01", -2)],
  costs: [COST],
}).findings;
const finding = (of: Partial<Finding> = {}): Finding => ({ ...(sample as Finding), ...of });
const usd = (minor: number) => money(minor, currency("USD"));

describe("the order of findings", () => {
  const inOrder = (...findings: Finding[]) => findings.sort(compareFindings).map(({ id }) => id);

  it("is the most urgent state first", () => {
    const states: State[] = ["expired", "info", "exposure", "wait", "file"];
    const mixed = states.map((state) => finding({ id: state, state, deadline: null }));
    expect(inOrder(...mixed)).toEqual(["file", "wait", "exposure", "info", "expired"]);
  });

  it("then the earliest deadline, none last", () => {
    const due = (id: string, deadline: string | null) =>
      finding({ id, deadline: deadline === null ? null : day(deadline) });
    expect(inOrder(due("never", null), due("june", "2026-06-30"), due("may", "2026-05-31"))).toEqual([
      "may",
      "june",
      "never",
    ]);
  });

  it("then the most money, unknown money last, even after none at all", () => {
    const worth = (id: string, amount: Finding["amount"]) => finding({ id, amount });
    expect(inOrder(worth("?", null), worth("0", usd(0)), worth("5", usd(500)), worth("9", usd(900)))).toEqual(
      ["9", "5", "0", "?"],
    );
  });

  it("then their ids", () => {
    expect(inOrder(finding({ id: "b" }), finding({ id: "a" }))).toEqual(["a", "b"]);
  });
});

describe("the sums of findings", () => {
  const cad = money(700, currency("CAD"));

  it("are one per state and currency, by urgency, then currency", () => {
    const totals = totalsOf([
      { state: "info", amount: usd(100) },
      { state: "file", amount: usd(200) },
      { state: "wait", amount: usd(1) },
      { state: "file", amount: cad },
      { state: "file", amount: usd(300) },
      { state: "file", amount: usd(50) },
      { state: "file", amount: null },
    ]);
    expect(totals).toEqual([
      { state: "file", amount: cad, findings: 1 },
      { state: "file", amount: usd(550), findings: 3 },
      { state: "wait", amount: usd(1), findings: 1 },
      { state: "info", amount: usd(100), findings: 1 },
    ]);
    expect(totalsOf([{ state: "file", amount: null }])).toEqual([]);
  });
});

describe("a finding", () => {
  it("has an id of its audit and what identifies it, whatever type its parts have", () => {
    const id = findingId("warehouse-lost", ["X001", 5, null]);
    expect(id).toMatch(/^warehouse-lost-[0-9a-z]{14}$/);
    const others = [
      findingId("warehouse-damaged", ["X001", 5, null]),
      findingId("warehouse-lost", ["X002", 5, null]),
      findingId("warehouse-lost", ["X001", 6, null]),
      findingId("warehouse-lost", ["X0015", null]),
    ];
    expect(new Set([id, ...others].map((one) => one.slice(-14))).size).toBe(5);
    expect(findingId("warehouse-lost", ["X001", 5, null])).toBe(id);
  });

  it("is carried with days and amounts in words", () => {
    const json = findingToJson(
      finding({ amount: usd(1205), eventDate: day("2026-05-01"), opens: day("2026-05-31"), deadline: null }),
    );
    expect(json).toMatchObject({
      amount: "12.05",
      currency: "USD",
      eventDate: "2026-05-01",
      opens: "2026-05-31",
      deadline: null,
      quantity: 2,
    });
    expect(findingToJson(finding({ amount: null, opens: null, deadline: day("2026-06-30") }))).toMatchObject({
      amount: null,
      currency: null,
      opens: null,
      deadline: "2026-06-30",
    });
  });
});

describe("an audit whose reports are not there", () => {
  const audit = (needs: Audit["meta"]["needs"]): Audit => ({
    meta: { ...warehouseLost.meta, needs },
    find: () => ({ findings: [finding()], cannotTell: [] }),
  });
  const run = (needs: Audit["meta"]["needs"], reports = {}) =>
    runAudits(inputOf({ asOf: "2026-06-30", reports }), [audit(needs)]);

  it("reports nothing but what to download, and names all of it", () => {
    const one = run(["ledger-detail"]);
    expect(one.findings).toEqual([]);
    expect(one.cannotTell).toEqual([
      {
        audit: "warehouse-lost",
        reason: "ledger-detail was never imported.",
        needs: [{ report: "ledger-detail", from: null, to: day("2026-06-30") }],
      },
    ]);
    const two = run([["settlement", "transactions"], "reimbursements"]);
    expect(two.cannotTell[0]?.reason).toBe(
      "settlement or transactions and reimbursements were never imported.",
    );
    expect(two.cannotTell[0]?.needs.map(({ report }) => report)).toEqual(["settlement", "reimbursements"]);
  });

  it("asks for it from the first day anything is known of, up to as-of", () => {
    const from = run(["reimbursements"], { "ledger-detail": [adjusted("M", "2026-05-01", -1)] }).cannotTell[0]
      ?.needs[0]?.from;
    expect(from).toBe(day("2025-06-01"));
  });

  it("runs with an empty file, and with either of two that will do", () => {
    expect(run(["ledger-detail"], { "ledger-detail": [] }).findings).toHaveLength(1);
    expect(run([["settlement", "transactions"]], { transactions: [] }).findings).toHaveLength(1);
    expect(run(["ledger-detail", "reimbursements"], { "ledger-detail": [] }).findings).toEqual([]);
  });

  it("comes in the order of the audits' names, then of the reasons", () => {
    const other: Audit = {
      meta: { ...warehouseLost.meta, id: "a-first" },
      find: () => ({ findings: [], cannotTell: [] }),
    };
    const told: Audit = {
      ...audit([]),
      find: () => ({
        findings: [],
        cannotTell: ["b", "a"].map((reason) => ({ audit: "warehouse-lost", reason, needs: [] })),
      }),
    };
    const missing = { ...other, meta: { ...other.meta, needs: ["costs"] } };
    const { cannotTell } = runAudits(inputOf({ reports: {} }), [told, missing]);
    expect(cannotTell.map(({ audit: id, reason }) => `${id} ${reason}`)).toEqual([
      "a-first costs was never imported.",
      "warehouse-lost a",
      "warehouse-lost b",
    ]);
  });
});
