import { describe, expect, it } from "vitest";
import {
  addEvidence,
  addNote,
  allowedSteps,
  correct,
  dismiss,
  snooze,
  start,
  step,
  undo,
  wake,
} from "../../../src/claims/index.ts";
import type { EvidenceRequest } from "../../../src/claims/step.ts";
import { addDays, day } from "../../../src/values/day.ts";
import { currency, money } from "../../../src/values/money.ts";
import { finding, Log, READY, refusal, TODAY } from "./log-of.ts";

const CASE = "12345678901";
const USD = currency("USD");

function started(): Log {
  const log = new Log();
  return log.write(start(log.book, finding(), log.acting()));
}

function filed(): Log {
  const log = started();
  return log.write(step(log.claim(), { to: "filed", caseId: CASE }, log.acting(), READY));
}

describe("starting a claim", () => {
  it("keeps the facts of the finding and waits to be filed", () => {
    const claim = started().claim();
    expect(claim).toMatchObject({
      state: "to file",
      findingId: "warehouse-lost-0123456789abcd",
      caseId: "",
      asked: { units: 3, amount: money(3690, USD) },
      filedOn: null,
    });
    expect(claim.facts).toMatchObject({
      audit: "warehouse-lost",
      marketplace: "US",
      fnsku: "X000000001",
      orderId: "",
      eventDate: day("2026-02-09"),
      deadline: day("2026-04-10"),
    });
  });

  it("gives the claim the same id on every machine, and the next claim another", () => {
    const log = started();
    const first = log.claim().claimId;
    expect(started().claim().claimId).toBe(first);
    log.write(step(log.claim(), { to: "dismissed", note: "found" }, log.acting(), null));
    log.write(start(log.book, finding(), log.acting()));
    expect(log.book.claims.map(({ claimId }) => claimId)).toHaveLength(2);
    expect(new Set(log.book.claims.map(({ claimId }) => claimId)).size).toBe(2);
  });

  it("refuses a second claim of the same finding, and says where the first stands", () => {
    const log = filed();
    expect(refusal(start(log.book, finding(), log.acting()))).toContain(`"filed", case ${CASE}`);
    log.write(step(log.claim(), { to: "denied", note: "Found" }, log.acting(), null));
    expect(refusal(start(log.book, finding(), log.acting()))).toContain("Appeal in the same case");
  });

  it("keeps an earlier claim shut while a later one of the same finding goes on", () => {
    const log = started();
    const first = log.claim().claimId;
    log.write(step(log.claim(), { to: "dismissed", note: "found" }, log.acting(), null));
    log.write(start(log.book, finding(), log.acting()));
    expect(log.claim(first).rival).toBe(log.book.claims[1]?.claimId);
    const again = { to: "to file", note: "not found after all" } as const;
    expect(allowedSteps(log.claim(first), TODAY)).toEqual([]);
    expect(refusal(step(log.claim(first), again, log.acting(), null))).toMatch(
      /about the same finding and goes on/,
    );
    expect(refusal(undo(log.claim(first), 2, "by mistake", log.acting()))).toMatch(/goes on/);
    log.write(
      step(log.claim(log.claim(first).rival ?? ""), { to: "dismissed", note: "twice" }, log.acting(), null),
    );
    log.write(step(log.claim(first), again, log.acting(), null));
    expect(log.claim(first).state).toBe("to file");
  });

  it.each([
    ["exposure", /never to be claimed/],
    ["info", /nothing to claim/],
    ["expired", /last day to file was 2026-04-10/],
  ] as const)("refuses a finding that is %s", (state, words) => {
    const log = new Log();
    expect(refusal(start(log.book, finding({ state }), log.acting()))).toMatch(words);
  });

  it("takes a finding whose window is an estimate even past it", () => {
    const log = new Log();
    log.write(start(log.book, finding({ state: "expired", estimated: true }), log.acting()));
    expect(log.claim().state).toBe("to file");
  });
});

describe("steps", () => {
  it("go from filed to closed", () => {
    const log = filed();
    expect(log.claim()).toMatchObject({ state: "filed", caseId: CASE, filedOn: TODAY });
    log.write(step(log.claim(), { to: "in review" }, log.acting(), null));
    log.write(step(log.claim(), { to: "approved", units: 2 }, log.acting(), null));
    expect(log.claim().approved).toEqual({ units: 2, amount: null });
    log.write(step(log.claim(), { to: "paid", units: 2, amount: money(2460, USD) }, log.acting(), null));
    expect(log.claim()).toMatchObject({ paidUnits: 2, paid: [money(2460, USD)] });
    log.write(step(log.claim(), { to: "closed" }, log.acting(), null));
    expect(log.claim().state).toBe("closed");
    expect(log.book.problems).toEqual([]);
  });

  it("keep denials with their reasons, and count appeals", () => {
    const log = filed();
    log.write(step(log.claim(), { to: "denied", note: "Units found" }, log.acting(), null));
    log.write(step(log.claim(), { to: "appealed" }, log.acting(), null));
    log.write(step(log.claim(), { to: "denied", note: "Still found" }, log.acting(), null));
    expect(log.claim().denials.map(({ reason }) => reason)).toEqual(["Units found", "Still found"]);
    expect(log.claim().appeals).toBe(1);
  });

  it("offer only what is allowed", () => {
    const offered = (log: Log, asOf = TODAY) => allowedSteps(log.claim(), asOf).map(({ to }) => to);
    expect(offered(started())).toEqual(["filed", "dismissed"]);
    expect(offered(started(), day("2026-04-10"))).toEqual(["filed", "dismissed"]);
    expect(offered(started(), day("2026-04-11"))).toEqual(["filed", "expired", "dismissed"]);
    expect(offered(filed())).toEqual(["in review", "approved", "paid", "denied"]);
  });

  it.each([
    ["filing without a case ID", { to: "filed" }, /case ID is missing/],
    ["filing with an order ID", { to: "filed", caseId: "111-1234567-1234567" }, /is an order ID/],
    ["filing with a shipment ID", { to: "filed", caseId: "FBA15ABC123" }, /is a shipment ID/],
    ["filing with words", { to: "filed", caseId: "see e-mail" }, /is no case ID/],
    ["filing with digits Excel lost", { to: "filed", caseId: "1.23457E+10" }, /lost its digits/],
    ["a day to come", { to: "filed", caseId: CASE, on: addDays(TODAY, 1) }, /has not come yet/],
    [
      "a day before the event",
      { to: "filed", caseId: CASE, on: day("2026-02-08") },
      /before what it is about/,
    ],
    ["more units than the finding", { to: "filed", caseId: CASE, units: 4 }, /more than is owed/],
    ["more money", { to: "filed", caseId: CASE, amount: money(3691, USD) }, /more than is owed/],
    ["another currency", { to: "filed", caseId: CASE, amount: money(1, currency("EUR")) }, /valued in USD/],
    ["half a unit", { to: "filed", caseId: CASE, units: 0.5 }, /no number of units/],
    ["a dismissal without a reason", { to: "dismissed", note: " " }, /needs a reason/],
    [
      "an approval of what was never filed",
      { to: "approved", units: 1 },
      /it can become "filed", "dismissed"/,
    ],
    ["an expiry before the last day is over", { to: "expired" }, /last day to file is 2026-04-10/],
    ["a link without https", { to: "filed", caseId: CASE, link: "http://a.example/x" }, /https/],
  ] as const)("refuse %s", (_, request, words) => {
    const log = started();
    expect(refusal(step(log.claim(), request, log.acting(), READY))).toMatch(words);
  });

  it("refuse to file what a check blocks, and without checks", () => {
    const log = started();
    const blocked = [
      ...READY,
      { id: "already-paid", level: "block", sentence: "Amazon paid this." },
    ] as const;
    expect(refusal(step(log.claim(), { to: "filed", caseId: CASE }, log.acting(), blocked))).toBe(
      "Amazon paid this.",
    );
    expect(refusal(step(log.claim(), { to: "filed", caseId: CASE }, log.acting(), null))).toMatch(/checks/);
  });

  it("refuse an approval without units or amount, a denial without reason, an answer before the filing", () => {
    const log = filed();
    const ask = (request: Parameters<typeof step>[1]) =>
      refusal(step(log.claim(), request, log.acting(), null));
    expect(ask({ to: "approved" })).toMatch(/units or the amount/);
    expect(ask({ to: "denied" })).toMatch(/needs a reason/);
    expect(ask({ to: "in review", on: day("2026-02-28") })).toMatch(/before the claim was filed/);
  });
});

describe("corrections", () => {
  it("put the right case ID and filing day in place; the wrong ones stay in the log", () => {
    const log = filed();
    log.write(correct(log.claim(), { caseId: "98765432109", filedOn: day("2026-02-27") }, log.acting()));
    expect(log.claim()).toMatchObject({ state: "filed", caseId: "98765432109", filedOn: day("2026-02-27") });
    expect(log.claim().history.map(({ caseId }) => caseId)).toEqual(["", CASE, "98765432109"]);
  });

  it("take back the last step, and before it the one before", () => {
    const log = filed();
    log.write(step(log.claim(), { to: "denied", note: "No" }, log.acting(), null));
    expect(refusal(undo(log.claim(), 2, "wrong claim", log.acting()))).toMatch(
      /last step \("denied"\) first/,
    );
    log.write(undo(log.claim(), 3, "read the wrong answer", log.acting()));
    expect(log.claim()).toMatchObject({ state: "filed", denials: [], undone: [3] });
    log.write(undo(log.claim(), 2, "wrong claim", log.acting()));
    expect(log.claim()).toMatchObject({ state: "to file", caseId: "", filedOn: null });
    expect(log.book.problems).toEqual([]);
  });

  it("take back evidence; a row once, never a start nor an undo, never without a reason", () => {
    const log = filed();
    const link = "https://drive.example.com/invoice.pdf";
    const evidence = { kind: "invoice", link, date: day("2026-01-05"), proves: "Bought 40 mugs" };
    log.write(addEvidence(log.claim(), evidence, ["invoice"], log.acting()));
    expect(log.claim().evidence).toHaveLength(1);
    expect(refusal(undo(log.claim(), 3, " ", log.acting()))).toMatch(/Say why/);
    log.write(undo(log.claim(), 3, "another shipment's", log.acting()));
    expect(log.claim().evidence).toEqual([]);
    expect(refusal(undo(log.claim(), 3, "again", log.acting()))).toMatch(/already/);
    expect(refusal(undo(log.claim(), 4, "undo", log.acting()))).toMatch(/takes another one back/);
    expect(refusal(undo(log.claim(), 1, "start", log.acting()))).toMatch(/Dismiss/);
    expect(refusal(undo(log.claim(), 99, "none", log.acting()))).toMatch(/no row of this claim/);
  });
});

describe("evidence and notes", () => {
  it("are added, not twice, not of unknown kind, not from the future", () => {
    const log = filed();
    const evidence: EvidenceRequest = {
      kind: "invoice",
      link: "https://a.example/1",
      date: null,
      proves: "",
    };
    const add = (but: Partial<EvidenceRequest>) =>
      addEvidence(log.claim(), { ...evidence, ...but }, ["invoice"], log.acting());
    log.write(add({}));
    expect(refusal(add({}))).toMatch(/already/);
    expect(refusal(add({ kind: "poem" }))).toMatch(/no kind of evidence/);
    expect(refusal(add({ link: "https://a.example/2", date: day("2026-03-02") }))).toMatch(/not come yet/);
    log.write(addNote(log.claim(), "Called support.\r\nThey look into it. ", log.acting()));
    expect(log.claim().history.at(-1)?.note).toBe("Called support.\nThey look into it.");
    expect(refusal(addNote(log.claim(), "x".repeat(2001), log.acting()))).toMatch(/2001 characters/);
    expect(refusal(addNote(log.claim(), " ", log.acting()))).toMatch(/empty/);
  });
});

describe("a finding without claim", () => {
  it("is dismissed with a reason and brought back", () => {
    const log = new Log();
    expect(refusal(dismiss(log.book, finding(), "", log.acting()))).toMatch(/Say why/);
    log.write(dismiss(log.book, finding(), "sold by mistake", log.acting()));
    expect(log.book.dispositions).toMatchObject([
      { kind: "dismissed", reason: "sold by mistake", until: null },
    ]);
    expect(refusal(dismiss(log.book, finding(), "again", log.acting()))).toMatch(/already/);
    log.write(wake(log.book, finding(), "", log.acting()));
    expect(log.book.dispositions).toEqual([]);
    expect(refusal(wake(log.book, finding(), "", log.acting()))).toMatch(/neither/);
  });

  it("is snoozed to a day before its last day to file", () => {
    const log = new Log();
    const to = (until: string) => snooze(log.book, finding(), day(until), "", log.acting());
    expect(refusal(to("2026-04-10"))).toMatch(/last day to file is 2026-04-10/);
    expect(refusal(to("2026-02-28"))).toMatch(/is over/);
    log.write(to("2026-03-01"));
    log.write(to("2026-04-09"));
    expect(log.book.dispositions).toMatchObject([{ kind: "snoozed", until: day("2026-04-09") }]);
  });

  it("is put aside only while it has no claim", () => {
    const log = filed();
    expect(refusal(dismiss(log.book, finding(), "no", log.acting()))).toMatch(/Change the claim/);
    expect(refusal(snooze(log.book, finding(), TODAY, "", log.acting()))).toMatch(/Change the claim/);
  });
});
