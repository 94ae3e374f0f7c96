/** The functions for cells say what the audit and the claim log say. */
import { beforeAll, describe, expect, it } from "vitest";
import type { AuditAnswer } from "../../../intake/server.ts";
import { ANNA, AS_OF, Desk, operation, stepOf } from "../claims/desk.ts";

type Cells = (string | number)[][];

let desk: Desk;
let answer: AuditAnswer;

const call = (name: string, ...args: unknown[]) =>
  desk.sheets.callCustomFunction(name, args) as Promise<Cells>;
const cells = (name: string) => desk.sheet(name).values.map((row) => row.map((cell) => cell ?? ""));
const OTHERS = ["Reimbursements", "Costs", "Shipment Contents", "Shipping Queue", "FBA Customer Returns"];
const rowsOf = (name: string, ...more: unknown[]) =>
  call(name, AS_OF, cells("Inventory Ledger Detail"), ...OTHERS.map(cells), ...more);

beforeAll(async () => {
  desk = await Desk.audited();
  answer = await desk.as(ANNA).auditRun({ asOf: AS_OF, marketplace: "US" });
}, 180_000);

/** The findings that a row of the ledger opened and that one audit alone found, by their row. */
function byLine() {
  const lines = new Map<number, AuditAnswer["findings"][number][]>();
  for (const finding of answer.findings) {
    const [opening] = finding.evidence;
    if (opening?.report !== "ledger-detail" || finding.audit !== "warehouse-lost") continue;
    lines.set(opening.line, [...(lines.get(opening.line) ?? []), finding]);
  }
  return [...lines].flatMap(([line, [finding, another]]) => (finding && !another ? [{ line, finding }] : []));
}

describe("functions over the rows of a report", () => {
  it("give the amount, the days left and the explanation the audit gives", async () => {
    const [amounts, days, texts] = await Promise.all(
      ["REIMB_AMOUNT", "REIMB_DAYS_LEFT", "REIMB_EXPLAIN"].map((name) => rowsOf(name)),
    );
    const found = byLine();
    expect(found.length).toBeGreaterThan(2);
    expect(amounts?.[0]?.[1]).toBe("Currency");
    for (const { line, finding } of found) {
      const claimable = finding.state === "file" || finding.state === "wait";
      const owed = claimable && finding.amount !== null ? [Number(finding.amount), finding.currency] : null;
      if (owed) expect(amounts?.[line - 1], finding.id).toEqual(owed);
      if (!claimable) expect(amounts?.[line - 1], finding.id).toEqual(["", ""]);
      const left = desk.rows("Findings").find(({ ID }) => ID === finding.id)?.["Days left"] ?? "";
      expect(days?.[line - 1]?.[0], finding.id).toBe(left);
      expect(texts?.[line - 1]?.[0], finding.id).toContain(`${finding.what} ${finding.why} ${finding.todo}`);
    }
  }, 120_000);

  it("know from the claim log what is filed: it is owed no more than once", async () => {
    const { finding } =
      byLine().find((one) => one.finding.state === "file" && (one.finding.deadline ?? "") > AS_OF) ?? {};
    if (!finding) throw new Error("Nothing is owed by the ledger alone.");
    const line = finding.evidence[0]?.line ?? 0;
    const claim = await desk.started(await desk.as(ANNA).findingDetail({ id: finding.id }));
    const open = await rowsOf("REIMB_AMOUNT", cells("Claim Log"));
    expect(open[line - 1]?.[1]).toBe(finding.currency);
    const filed = await desk.as(ANNA).claimStep(stepOf(claim, { to: "filed", caseId: "12345678901" }));
    expect(filed.refused).toBeNull();
    const log = cells("Claim Log");
    expect((await rowsOf("REIMB_AMOUNT", log))[line - 1]).toEqual(["", ""]);
    expect((await rowsOf("REIMB_FLAG", log))[line - 1]?.[0]).toMatch(/^FILED case 12345678901 · /);
  }, 120_000);

  it("answer wrong arguments with a sentence", async () => {
    expect(await call("REIMB_AMOUNT", "soon", [["x"]])).toContain("“soon”; a date is expected");
    expect(await call("REIMB_EXPLAIN", AS_OF, "A1")).toContain("is expected as the second argument");
    expect(await call("REIMB_DAYS_LEFT", AS_OF, [["a"], [1]])).toContain("the header of no report we know");
  });
});

describe("REIMB_STATUS", () => {
  it("says of each id what the tab says", async () => {
    const [dismissed, snoozed] = [await desk.toFile(0), await desk.toFile(1)];
    const change = { version: "", operation: operation() };
    await desk.as(ANNA).findingDismiss({ ...change, id: dismissed.finding.id, reason: "no" });
    await desk.as(ANNA).findingSnooze({
      ...change,
      operation: operation(),
      id: snoozed.finding.id,
      until: AS_OF,
      reason: "",
    });
    const ids = [["ID"], ...desk.rows("Findings").map(({ ID }) => [ID]), [""]];
    const log = cells("Claim Log");
    const said = await call("REIMB_STATUS", AS_OF, ids, log);
    expect(said[0]).toEqual(["Status"]);
    expect(said.at(-1)).toEqual([""]);
    const tab = desk.rows("Findings").map(({ Status }) => String(Status));
    expect(said.slice(1, -1).map(([text]) => String(text).replace(/ · case .*/, ""))).toEqual(tab);
    expect(tab).toContain("dismissed");
    const claim = desk.rows("Claims")[0]?.["Claim ID"];
    expect(await call("REIMB_STATUS", AS_OF, claim, log)).toEqual([["filed · case 12345678901"]]);
    // The day after the snooze the finding is new again.
    expect(await call("REIMB_STATUS", "2026-07-21", snoozed.finding.id, log)).toEqual([["new"]]);
    expect(await call("REIMB_STATUS", AS_OF, ids, [["x"]])).toContain("is not the claim log");
  }, 60_000);
});

describe("REIMB_TOTAL", () => {
  it("adds up as the audit does, each currency by itself", async () => {
    const totals = await call("REIMB_TOTAL", cells("Findings"), "State");
    expect(totals[0]).toEqual(["State", "Currency", "Amount", "Findings"]);
    const sums = totals.slice(1).filter(([, currency]) => currency !== "");
    const expected = answer.totals.map((one) => [one.state, one.currency, Number(one.amount), one.findings]);
    expect([...sums].sort()).toEqual([...expected].sort());
    const counted = totals.slice(1).reduce((sum, row) => sum + Number(row[3]), 0);
    expect(counted).toBe(answer.findings.length);
    for (const by of ["family", "month"]) {
      const rows = (await call("REIMB_TOTAL", cells("Findings"), by, "file")).slice(1);
      const owed = answer.findings.filter(({ state }) => state === "file");
      expect(rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(owed.length);
      const cents = rows.reduce((sum, row) => sum + Math.round(Number(row[2]) * 100), 0);
      expect(cents).toBe(owed.reduce((sum, { amount }) => sum + Math.round(Number(amount ?? 0) * 100), 0));
    }
    expect((await call("REIMB_TOTAL", cells("Findings"), "month")).slice(1).map(([month]) => month)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^2026-\d\d$/)]),
    );
  });

  it("answers wrong arguments with a sentence", async () => {
    expect(await call("REIMB_TOTAL", cells("Findings"), "week")).toContain("“week”");
    expect(await call("REIMB_TOTAL", cells("Findings"), "state", "won")).toContain("“won”");
    expect(await call("REIMB_TOTAL", [["a"]], "state")).toContain("the column “State” is not there");
  });
});

describe("REIMB_EVIDENCE_GAP", () => {
  it("names the papers a claim lacks, and none of a claim that is over", async () => {
    const own = ["Invoices", "Shipment Contents", "Shipping Queue"].flatMap((name) =>
      desk.workbook.sheetByName(name) ? [cells(name)] : [],
    );
    const inbound = (await desk.findings()).find(
      ({ audit, status, state }) => audit === "inbound-short" && status === "new" && state !== "info",
    );
    const id = inbound?.id ?? "";
    const claim = await desk.started(await desk.as(ANNA).findingDetail({ id }));
    const gap = async () =>
      (
        await call("REIMB_EVIDENCE_GAP", [[claim.claim.id], [id], [""], ["x"]], cells("Claim Log"), ...own)
      ).flat();
    const [byClaim, byFinding, blank, unknown] = await gap();
    expect(byClaim).toContain("Lacks: ");
    expect([byFinding, blank, unknown]).toEqual([byClaim, "", "no claim"]);
    const needed = claim.checklist.find(
      ({ from, need, have }) => from === "you" && need === "always" && !have,
    );
    expect(byClaim).toContain(needed?.label);
    const added = await desk.as(ANNA).claimEvidence({
      id: claim.claim.id,
      version: claim.version,
      operation: operation(),
      kind: needed?.kinds[0] ?? "",
      link: "https://example.com/paper",
      date: null,
      proves: "",
    });
    expect((await gap())[0]).not.toContain(`${needed?.label}.`);
    await desk.as(ANNA).claimStep(stepOf(added.fresh, { to: "dismissed", note: "found" }));
    expect((await gap())[0]).toBe("");
    expect(await call("REIMB_EVIDENCE_GAP", id, [["x"]])).toContain(
      "The second argument is not the claim log",
    );
  }, 60_000);
});
