/** Two people at once, executions that stop, and logs that hands have changed. */
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ClaimDetail } from "../../../intake/server.ts";
import { ANNA, AS_OF, BEN, Desk, operation, stepOf } from "./desk.ts";

let desk: Desk;
let claim: ClaimDetail;
let nth = 0;

beforeAll(async () => {
  desk = await Desk.audited();
}, 120_000);

beforeEach(async () => {
  claim = await desk.started(await desk.toFile(nth));
  nth = 0;
});

const CASE = "12345678901";
const logOf = (id: string) => desk.rows("Claim Log").filter((row) => row["Claim ID"] === id);

describe("two people at once", () => {
  it("lose no step and file nothing twice: the second is told who did what, how long ago", async () => {
    const [anna, ben] = [
      stepOf(claim, { to: "filed", caseId: CASE }),
      stepOf(claim, { to: "filed", caseId: "99999999901" }),
    ];
    expect((await desk.as(ANNA).claimStep(anna)).refused).toBeNull();
    desk.clock.advance(5000);
    const second = await desk.as(BEN).claimStep(ben);
    expect(second.refused).toBe(
      `${ANNA} changed this 5 seconds ago: now "filed". Look at it again before you go on.`,
    );
    expect(second.fresh.claim).toMatchObject({ state: "filed", caseId: CASE });
    expect(logOf(claim.claim.id)).toHaveLength(2);
    // From what he sees now he can go on.
    const next = await desk.as(BEN).claimStep(stepOf(second.fresh, { to: "in review" }));
    expect(next.refused).toBeNull();
  });

  it("make one claim of one finding", async () => {
    const finding = await desk.toFile(1);
    const request = { id: finding.finding.id, version: finding.version };
    const first = await desk.as(ANNA).findingStart({ ...request, operation: operation() });
    const second = await desk.as(BEN).findingStart({ ...request, operation: operation() });
    expect(first.refused).toBeNull();
    expect(second.refused).toContain(`${ANNA} changed this`);
    expect(second.claim?.claim.id).toBe(first.claim?.claim.id);
    expect(desk.rows("Claims").filter((row) => row["Finding ID"] === request.id)).toHaveLength(1);
  });

  it("are told in plain words when the other writes for long, and nothing is changed", async () => {
    const before = desk.workbook.snapshot();
    const holder = {};
    expect(desk.workbook.documentLock.take(holder)).toBe(true);
    await expect(desk.as(BEN).claimStep(stepOf(claim, { to: "filed", caseId: CASE }))).rejects.toThrow(
      "Somebody else is importing or auditing in this sheet right now",
    );
    desk.workbook.documentLock.release(holder);
    expect(desk.workbook.snapshot()).toEqual(before);
  });
});

describe("a request that is sent again", () => {
  it("changes nothing more and is answered as done", async () => {
    const request = stepOf(claim, { to: "filed", caseId: CASE });
    const first = await desk.as(ANNA).claimStep(request);
    const before = desk.workbook.snapshot();
    const again = await desk.as(ANNA).claimStep(request);
    expect(again).toEqual(first);
    expect(desk.workbook.snapshot().sheets).toEqual(before.sheets);
  });

  it("finishes what an execution that was stopped had begun, wherever it was stopped", async () => {
    let version = claim.version;
    let stopped = 0;
    for (let at = 1; ; at += 3) {
      const request = { id: claim.claim.id, version, operation: operation(), note: `note ${at}` };
      const waitingWrites = at % 2 === 0 ? ("applied" as const) : ("lost" as const);
      desk.fault = { functionName: "claimNote", fault: { kind: "lostConnection", at, waitingWrites } };
      const died = await desk
        .as(ANNA)
        .claimNote(request)
        .catch((problem: Error) => problem);
      const answer = await desk.as(ANNA).claimNote(request);
      expect(answer.refused, `stopped at call ${at}`).toBeNull();
      const notes = logOf(claim.claim.id).filter((row) => row["Note"] === `note ${at}`);
      expect(notes, `stopped at call ${at}`).toHaveLength(1);
      const [row] = desk.rows("Claims").filter((one) => one["Claim ID"] === claim.claim.id);
      expect(row).toMatchObject({ State: "to file", "Last change (UTC)": notes[0]?.["When (UTC)"] });
      version = answer.fresh.version;
      if (!(died instanceof Error)) break;
      stopped += 1;
    }
    expect(stopped).toBeGreaterThan(10);
    expect((await desk.as(ANNA).claimsList({ from: 0, revision: null })).edits).toEqual([]);
  }, 120_000);
});

describe("a log somebody changed by hand", () => {
  it("is told of, in sentences, and what stands in it counts", async () => {
    const own = await Desk.audited();
    const started = await own.started(await own.toFile());
    const filed = await own.as(ANNA).claimStep(stepOf(started, { to: "filed", caseId: CASE }));
    const rows = own.rows("Claim Log").length;
    const at = own.rows("Claim Log").findIndex((row) => row["To"] === "filed") + 2;
    own.type("Claim Log", at, "Case ID", "10000000001");
    const { edits } = await own.as(BEN).claimsRebuild({});
    expect(edits).toHaveLength(1);
    expect(edits[0]).toContain("was changed after it was written");
    expect(own.rows("Claims").find((row) => row["Claim ID"] === started.claim.id)?.["Case ID"]).toBe(
      "10000000001",
    );
    await own.sheets.open(BEN);
    await own.sheets.clickMenu(BEN, ["Rebuild claims from the log"]);
    expect(own.sheets.window(BEN).questions.at(-1)?.text).toContain("was changed after it was written");

    // The last row is removed: the gap is told of, now and after the next entry.
    const tab = own.workbook.sheetByName("Claim Log");
    if (!tab) throw new Error("no log");
    own.workbook.removeLines(tab, "row", rows, 1);
    expect((await own.as(ANNA).claimsList({ from: 0, revision: null })).edits.join(" ")).toContain("missing");
    const detail = await own.as(ANNA).claimDetail({ id: started.claim.id });
    expect(detail.claim.state).toBe("to file");
    const stale = await own.as(BEN).claimNote({
      id: started.claim.id,
      version: filed.fresh.version,
      operation: operation(),
      note: "x",
    });
    expect(stale.refused).not.toBeNull();
    const noted = await own.as(BEN).claimNote({
      id: started.claim.id,
      version: detail.version,
      operation: operation(),
      note: "x",
    });
    expect(noted.refused).toBeNull();
    const after = await own.as(ANNA).claimsList({ from: 0, revision: null });
    expect(after.edits.join(" ")).toContain("missing");
  }, 120_000);

  it("keeps its rows as they are through the user's sorting, columns and renaming", async () => {
    const tab = desk.workbook.sheetByName("Claim Log");
    if (!tab) throw new Error("no log");
    desk.workbook.insertLines(tab, "column", 2, 1, 1);
    tab.column(2).set(0, ["My column", ...desk.rows("Claim Log").map((_, i) => `mine ${i}`)]);
    desk.type("Claim Log", 1, "Note", "Remarks");
    desk.workbook.touch();
    const before = desk.rows("Claim Log");
    const noted = await desk.as(BEN).claimNote({
      id: claim.claim.id,
      version: claim.version,
      operation: operation(),
      note: "still there",
    });
    expect(noted.refused).toBeNull();
    expect(desk.rows("Claim Log").slice(0, before.length)).toEqual(before);
    expect(desk.rows("Claim Log").at(-1)).toMatchObject({ Remarks: "still there", "My column": null });
    expect((await desk.as(ANNA).claimsRebuild({})).edits).toEqual([]);
  });
});

describe("rebuilding", () => {
  it("writes the Claims tab anew from the log, and keeps the user's notes beside their claims", async () => {
    const tab = desk.workbook.sheetByName("Claims");
    if (!tab) throw new Error("no tab");
    const width = desk.sheet("Claims").columns;
    desk.workbook.insertLines(tab, "column", width, 1, width - 1);
    const ids = desk.rows("Claims").map((row) => String(row["Claim ID"]));
    tab.column(width).set(0, ["Mine", ...ids.map((id) => `note on ${id}`)]);
    desk.type("Claims", 2, "State", "paid");
    desk.type("Claims", 2, "Case ID", "wrong");
    desk.workbook.touch();
    const answer = await desk.as(BEN).claimsRebuild({});
    expect(answer).toEqual({ claims: ids.length, edits: [] });
    const rows = desk.rows("Claims");
    expect(rows.map((row) => row["Claim ID"]).sort()).toEqual([...ids].sort());
    for (const row of rows) expect(row["Mine"]).toBe(`note on ${row["Claim ID"]}`);
    expect(rows.some((row) => row["Case ID"] === "wrong")).toBe(false);
    const states = new Map(
      (await desk.as(ANNA).claimsList({ from: 0, revision: null })).claims.map((c) => [c.id, c.state]),
    );
    for (const row of rows) expect(row["State"]).toBe(states.get(String(row["Claim ID"])));
  });
});

describe("who did it", () => {
  it("is asked for once where Google does not say, and unverified in the log", async () => {
    const own = await Desk.audited({
      grantedScopes: [
        "https://www.googleapis.com/auth/spreadsheets.currentonly",
        "https://www.googleapis.com/auth/script.container.ui",
      ],
    });
    expect((await own.as(ANNA).sidebarStart({})).user).toEqual({ name: "", verified: false });
    const finding = await own.toFile();
    const request = { id: finding.finding.id, version: "" };
    const nameless = await own.as(ANNA).findingStart({ ...request, operation: operation() });
    expect(nameless.refused).toContain("Say your name first");
    expect(own.workbook.sheetByName("Claim Log")).toBeNull();
    const saved = await own.as(ANNA).settingsSave({ userName: " Anna ", dailyCap: null });
    expect(saved.user).toEqual({ name: "Anna", verified: false });
    const started = await own.as(ANNA).findingStart({ ...request, operation: operation() });
    expect(started.refused).toBeNull();
    expect(started.claim?.claim.who).toBe("Anna (unverified)");
    expect(own.rows("Claim Log")[0]).toMatchObject({ Who: "Anna", Verified: "no" });
    // The name is Anna's, not Ben's.
    expect((await own.as(BEN).sidebarStart({})).user).toEqual({ name: "", verified: false });
    expect((await own.as(BEN).sidebarStart({})).audit).toMatchObject({ asOf: AS_OF, who: "unverified" });
  }, 120_000);
});
