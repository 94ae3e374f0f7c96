import { beforeAll, describe, expect, it } from "vitest";
import { ANNA, AS_OF, BEN, Desk, operation, stepOf } from "./desk.ts";

let desk: Desk;

beforeAll(async () => {
  desk = await Desk.audited();
}, 120_000);

const logRows = () => desk.rows("Claim Log");
const claimRow = (id: string) => desk.rows("Claims").find((row) => row["Claim ID"] === id);
const findingRow = (id: string) => desk.rows("Findings").find((row) => row["ID"] === id);

describe("a claim, from its finding to its payment", () => {
  it("is started, filed, approved, paid and closed by two people, each step in the log", async () => {
    const finding = await desk.toFile();
    const claim = await desk.started(finding);
    expect(claim.claim).toMatchObject({ state: "to file", amount: finding.finding.amount, who: ANNA });
    expect(claim.steps.map(({ to }) => to)).toContain("filed");
    expect(claim.preflight.map(({ level }) => level)).not.toContain("block");

    const filed = await desk.as(BEN).claimStep(
      stepOf(claim, {
        to: "filed",
        caseId: "12345678901",
        note: "by chat",
        link: "https://example.com/case",
      }),
    );
    expect(filed.refused).toBeNull();
    expect(filed.fresh.claim).toMatchObject({ state: "filed", caseId: "12345678901", who: BEN });
    expect(filed.fresh.preflight).toEqual([]);
    const approved = await desk.as(ANNA).claimStep(stepOf(filed.fresh, { to: "approved", amount: "10.50" }));
    expect(approved.refused).toBeNull();
    const paid = await desk
      .as(ANNA)
      .claimStep(stepOf(approved.fresh, { to: "paid", units: 1, amount: "10.50" }));
    expect(paid.fresh.claim).toMatchObject({ state: "paid", paid: "10.50" });
    const closed = await desk.as(BEN).claimStep(stepOf(paid.fresh, { to: "closed" }));
    expect(closed.fresh.claim.state).toBe("closed");

    const id = claim.claim.id;
    const rows = logRows().filter((row) => row["Claim ID"] === id);
    expect(rows.map((row) => [row["Kind"], row["From"], row["To"], row["Who"]])).toEqual([
      ["start", null, "to file", ANNA],
      ["step", "to file", "filed", BEN],
      ["step", "filed", "approved", ANNA],
      ["step", "approved", "paid", ANNA],
      ["step", "paid", "closed", BEN],
    ]);
    expect(rows[1]).toMatchObject({
      "Case ID": "12345678901",
      Note: "by chat",
      Link: "https://example.com/case",
      "When (UTC)": "2026-07-20T19:00:00Z",
      Verified: "yes",
    });
    expect(claimRow(id)).toMatchObject({ State: "closed", Paid: 10.5, "Case ID": "12345678901", Who: BEN });
    expect(findingRow(finding.finding.id)).toMatchObject({ Status: "closed", "Claim ID": id });
  });

  it("is offered only the steps that are allowed, and refused any other in a sentence", async () => {
    const claim = await desk.started(await desk.toFile());
    const before = desk.workbook.snapshot();
    const refused = async (said: Parameters<typeof stepOf>[1]) =>
      (await desk.as(ANNA).claimStep(stepOf(claim, said))).refused;
    expect(await refused({ to: "paid", amount: "5.00" })).toContain('can become "filed"');
    expect(await refused({ to: "filed" })).toContain("The case ID is missing");
    expect(await refused({ to: "filed", caseId: "FBA15ABCDEF" })).toContain("is a shipment ID");
    expect(await refused({ to: "filed", caseId: "12345678901", amount: "1,50" })).toContain(
      "“1,50” is no amount",
    );
    expect(await refused({ to: "filed", caseId: "12345678901", on: "2026-07-21" })).toContain(
      "has not come yet",
    );
    expect(await refused({ to: "filed", caseId: "12345678901", link: "http://a.com" })).toContain("https");
    expect(await refused({ to: "dismissed" })).toContain("needs a reason");
    expect(desk.workbook.snapshot()).toEqual(before);
  });

  it("takes evidence, notes, corrections, and takes them back", async () => {
    const claim = await desk.started(await desk.toFile());
    const change = { id: claim.claim.id, operation: operation() };
    const evidence = await desk.as(ANNA).claimEvidence({
      ...change,
      version: claim.version,
      kind: "supplier invoice",
      link: "https://drive.google.com/file/1",
      date: "2026-03-01",
      proves: '=HYPERLINK("x")',
    });
    expect(evidence.refused).toBeNull();
    expect(evidence.fresh.evidence).toEqual([
      {
        sequence: expect.any(Number),
        kind: "supplier invoice",
        link: "https://drive.google.com/file/1",
        date: "2026-03-01",
        proves: '=HYPERLINK("x")',
      },
    ]);
    const noted = await desk.as(BEN).claimNote({
      id: claim.claim.id,
      operation: operation(),
      version: evidence.fresh.version,
      note: "Amazon asked for a photo.",
    });
    const [line] = noted.fresh.log;
    expect(line).toMatchObject({ what: "Note", note: "Amazon asked for a photo.", who: BEN, undoable: true });
    const undone = await desk.as(ANNA).claimUndo({
      id: claim.claim.id,
      operation: operation(),
      version: noted.fresh.version,
      sequence: line?.sequence ?? 0,
      note: "wrong claim",
    });
    expect(undone.refused).toBeNull();
    expect(undone.fresh.log.find(({ sequence }) => sequence === line?.sequence)?.undone).toBe(true);
    const early = await desk.as(ANNA).claimCorrect({
      id: claim.claim.id,
      operation: operation(),
      version: undone.fresh.version,
      caseId: "12345678902",
      on: null,
      note: "",
    });
    expect(early.refused).toContain("not filed yet");
    const filed = await desk.as(ANNA).claimStep(stepOf(undone.fresh, { to: "filed", caseId: "12345678901" }));
    const corrected = await desk.as(ANNA).claimCorrect({
      id: claim.claim.id,
      operation: operation(),
      version: filed.fresh.version,
      caseId: "12345678902",
      on: null,
      note: "a typing mistake",
    });
    expect(corrected.fresh.claim.caseId).toBe("12345678902");
  });

  it("has its case text in the language of its marketplace, and in any other", async () => {
    const claim = await desk.started(await desk.toFile());
    expect(claim.texts).toMatchObject({ stage: "first", language: "en" });
    const text = await desk.as(ANNA).caseText({ id: claim.claim.id, stage: "first", language: "ja" });
    expect(text).toMatchObject({ stage: "first", language: "ja" });
    expect(text.text).toMatch(/[ぁ-ん]/);
    const fnsku = claim.facts.find(({ label }) => label === "FNSKU")?.value ?? "";
    expect(text.text).toContain(fnsku);
    await expect(
      desk.as(ANNA).caseText({ id: claim.claim.id, stage: "first", language: "la" }),
    ).rejects.toThrow("There is no such text");
  });
});

describe("a finding somebody has dealt with", () => {
  it("is not new again after the next audit: claimed, dismissed, snoozed", async () => {
    const [claimed, dismissed, snoozed] = [await desk.toFile(0), await desk.toFile(1), await desk.toFile(2)];
    const claim = await desk.started(claimed);
    await desk.as(ANNA).claimStep(stepOf(claim, { to: "filed", caseId: "12345678903" }));
    const away = await desk.as(BEN).findingDismiss({
      id: dismissed.finding.id,
      version: "",
      operation: operation(),
      reason: "Found on our shelf",
    });
    expect(away.refused).toBeNull();
    expect(away.fresh).toMatchObject({ status: "dismissed", actions: ["start", "wake"] });
    expect(away.fresh.history[0]).toMatchObject({ what: "Dismissed", note: "Found on our shelf", who: BEN });
    const asleep = await desk.as(BEN).findingSnooze({
      id: snoozed.finding.id,
      version: "",
      operation: operation(),
      until: AS_OF,
      reason: "",
    });
    expect(asleep).toMatchObject({ refused: null, fresh: { status: "snoozed", until: AS_OF } });

    const summary = await desk.as(BEN).auditSummary({ asOf: AS_OF, marketplace: "US" });
    const status = (id: string) => findingRow(id)?.["Status"];
    expect(status(claimed.finding.id)).toBe("filed");
    expect(status(dismissed.finding.id)).toBe("dismissed");
    expect(status(snoozed.finding.id)).toBe(`snoozed until ${AS_OF}`);
    const statuses = desk.rows("Findings").map((row) => String(row["Status"]));
    const settled = (word: string) => word !== "new" && word !== "to file";
    expect(statuses.map(settled)).toEqual(statuses.map(settled).sort());
    const open = statuses.filter((word) => !settled(word)).length;
    expect(summary.counts.reduce((sum, { count }) => sum + count, 0)).toBe(open);
    const start = await desk.as(ANNA).sidebarStart({});
    expect(start.totals).toEqual(summary.totals);
    expect(start.claims).toContainEqual({ state: "filed", count: expect.any(Number) });
    expect(start.audit).toMatchObject({ asOf: AS_OF, who: BEN, outdated: false });

    const woken = await desk.as(ANNA).findingWake({
      id: dismissed.finding.id,
      version: away.fresh.version,
      operation: operation(),
      reason: "",
    });
    expect(woken.fresh.status).toBe("new");
    expect(status(dismissed.finding.id)).toBe("new");
    desk.clock.advance(24 * 3600 * 1000);
    const next = await desk.as(ANNA).findingDetail({ id: snoozed.finding.id });
    expect(next).toMatchObject({ status: "new", until: null });
    desk.clock.advance(-24 * 3600 * 1000);
  });

  it("is not made a claim of when nothing is owed by it", async () => {
    const info = (await desk.findings()).find(({ state }) => state === "info" || state === "exposure");
    const { actions } = await desk.as(ANNA).findingDetail({ id: info?.id ?? "" });
    expect(actions).toEqual(["dismiss", "snooze"]);
    const { refused, claim } = await desk
      .as(ANNA)
      .findingStart({ id: info?.id ?? "", version: "", operation: operation() });
    expect(refused).toMatch(/nothing to claim|never to be claimed/);
    expect(claim).toBeNull();
  });
});
