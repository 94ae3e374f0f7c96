/** Executions that are stopped anywhere, and what is left when they are run again. */
import { beforeAll, describe, expect, it } from "vitest";
import type { ImportOutcome } from "../../../intake/import.ts";
import type { ClaimDetail, FindingShort } from "../../../intake/server.ts";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { stepOf } from "../claims/desk.ts";
import {
  ANNA,
  AS_OF,
  BEN,
  CASE,
  laterLedger,
  ledger,
  otherLedger,
  payment,
  reimbursements,
  secondPayment,
} from "./account.ts";
import { Book, canonical } from "./book.ts";
import { figure } from "./figures.ts";
import { type Scenario, stopEverywhere } from "./stops.ts";

const AUDIT = { asOf: AS_OF, marketplace: "US" };

async function imported(book: Book, files: Parameters<Book["import"]>[0]): Promise<ImportOutcome> {
  const outcome = await book.import(files);
  const { unrecognised } = outcome;
  if (unrecognised.length > 0) throw new Error(unrecognised.map(({ reason }) => reason).join());
  return outcome;
}

function unrefused({ refused }: { readonly refused: string | null }): void {
  if (refused !== null) throw new Error(refused);
}

let book: Book;
let state: WorkbookSnapshot;

beforeAll(async () => {
  book = await Book.open();
  state = book.workbook.snapshot();
}, 120_000);

/** Of so many states left behind one is stopped in again; all by `node tools/trust.mjs --long`. */
const AGAIN = Number(process.env["TRUST_AGAIN"] ?? 4);

/** Each scenario goes on where the one before ended. */
async function everywhere(
  name: string,
  run: Scenario["run"],
  { again, form }: { readonly again?: boolean; readonly form?: NonNullable<Scenario["form"]> } = {},
): Promise<void> {
  const scenario = { name, run, ...(form ? { form } : {}) };
  const outcome = await stopEverywhere(book, state, scenario, again ? { again: AGAIN } : {});
  figure(`${name}: stops`, outcome.stops);
  figure(`${name}: different states left behind`, outcome.states);
  figure(`${name}: executions really ended`, outcome.reallyStopped);
  if (outcome.stoppedTwice > 0) figure(`${name}: stopped a second time`, outcome.stoppedTwice);
  state = outcome.end;
  expect(outcome.wrong.slice(0, 20)).toEqual([]);
  expect(outcome.stops).toBeGreaterThan(50);
  expect(outcome.reallyStopped).toBeGreaterThan(3);
}

/** What a user sees first is taken once: a request that is sent again is the same. */
async function theLossOf(msku: string): Promise<FindingShort> {
  const { findings } = await book.as(ANNA).findingsList({ from: 0, revision: null });
  const found = findings.find(({ item, audit }) => item === msku && audit === "warehouse-lost");
  if (!found) throw new Error("The audit has not found the loss.");
  return found;
}

describe("stopped anywhere and run again, the workbook ends as without the stop", () => {
  it(
    "import of a file into an empty document",
    () => everywhere("import, first tabs", async (own) => void (await imported(own, [ledger()]))),
    300_000,
  );

  it(
    "import of another report, with a column nobody knows",
    () => everywhere("import, another tab", async (own) => void (await imported(own, [reimbursements()]))),
    300_000,
  );

  it(
    "import of a later download: rows change and are added",
    () =>
      everywhere(
        "import, rows added and changed",
        async (own) => void (await imported(own, [laterLedger()])),
        { again: true },
      ),
    300_000,
  );

  it(
    "import of several files at once",
    () =>
      everywhere(
        "import, several files",
        async (own) => void (await imported(own, [otherLedger(), secondPayment()])),
        { form: withoutCounts },
      ),
    300_000,
  );

  it("set-up", () => everywhere("set-up", async (own) => void (await own.as(ANNA).setUp({}))), 300_000);

  it(
    "audit",
    () => everywhere("audit", async (own) => void (await own.as(ANNA).auditSummary(AUDIT))),
    300_000,
  );

  it("a claim is started", async () => {
    book.restore(state);
    const { id } = await theLossOf("LOST-1");
    const request = { id, version: "", operation: "op-start-1" };
    await everywhere("claim: start", async (own) => unrefused(await own.as(ANNA).findingStart(request)), {
      again: true,
    });
  }, 300_000);

  it("a claim is filed", async () => {
    const request = stepOf(await theClaim(), { to: "filed", caseId: CASE });
    await everywhere("claim: filed", async (own) => unrefused(await own.as(ANNA).claimStep(request)));
  }, 300_000);

  it("evidence is added", async () => {
    const { claim, version } = await theClaim();
    const request = {
      id: claim.id,
      version,
      operation: "op-evidence-1",
      kind: "other",
      link: "https://example.com/invoice",
      date: null,
      proves: "=what was bought",
    };
    await everywhere("claim: evidence", async (own) => unrefused(await own.as(BEN).claimEvidence(request)));
  }, 300_000);

  it("a payment is imported and confirmed", async () => {
    book.restore(state);
    await imported(book, [payment()]);
    state = book.workbook.snapshot();
    const { proposals } = await book.as(BEN).paymentProposals({});
    const [proposal] = proposals;
    const request = {
      claimId: proposal?.claimId ?? "",
      proposal: proposal?.id ?? "",
      version: proposal?.version ?? "",
      operation: "op-payment-1",
      verdict: "confirm" as const,
      reason: "",
    };
    await everywhere("claim: payment", async (own) => unrefused(await own.as(BEN).paymentConfirm(request)));
    expect((await theClaim()).claim.state).toBe("paid");
  }, 300_000);

  it("a finding is dismissed", async () => {
    book.restore(state);
    const { findings } = await book.as(ANNA).findingsList({ from: 0, revision: null });
    const other = findings.find(({ item }) => item === "OLD-1");
    const request = { id: other?.id ?? "", version: "", operation: "op-dismiss-1", reason: "known" };
    await everywhere("finding: dismissed", async (own) =>
      unrefused(await own.as(ANNA).findingDismiss(request)),
    );
  }, 300_000);

  it("a dismissed finding is taken up again", async () => {
    book.restore(state);
    const { findings } = await book.as(ANNA).findingsList({ from: 0, revision: null });
    const id = findings.find(({ item }) => item === "OLD-1")?.id ?? "";
    const { version } = await book.as(ANNA).findingDetail({ id });
    const request = { id, version, operation: "op-wake-1", reason: "not known after all" };
    await everywhere("finding: taken up", async (own) => unrefused(await own.as(BEN).findingWake(request)));
  }, 300_000);

  it("a finding is put off", async () => {
    book.restore(state);
    const { findings } = await book.as(ANNA).findingsList({ from: 0, revision: null });
    const id = findings.find(({ item }) => item === "OLD-1")?.id ?? "";
    const { version } = await book.as(ANNA).findingDetail({ id });
    const request = { id, version, operation: "op-snooze-1", until: "2026-09-10", reason: "=later" };
    await everywhere("finding: put off", async (own) => unrefused(await own.as(ANNA).findingSnooze(request)));
  }, 300_000);

  it("an entry of a claim is taken back", async () => {
    const { claim, version, log } = await theClaim();
    const { sequence } = log.find(({ undoable }) => undoable) ?? { sequence: 0 };
    const request = { id: claim.id, version, operation: "op-undo-1", sequence, note: "another claim's" };
    await everywhere("claim: taken back", async (own) => unrefused(await own.as(BEN).claimUndo(request)));
  }, 300_000);

  it("claims are rebuilt", async () => {
    book.restore(state);
    const tab = book.workbook.sheetByName("Claims");
    tab?.column(1).set(1, ["overwritten by hand"]);
    state = book.workbook.snapshot();
    await everywhere("rebuild", async (own) => {
      const { edits } = await own.as(BEN).claimsRebuild({});
      expect(edits).toEqual([]);
    });
  }, 300_000);
});

describe("where a row takes more than one write, as the user's own columns stand between ours", () => {
  beforeAll(async () => {
    // Here Google makes formulas of text at first: that takes further writes.
    book = await Book.open({ textFormatKeepsFormulas: false });
    await imported(book, [ledger(), reimbursements()]);
    await book.as(ANNA).setUp({});
    await book.as(ANNA).auditSummary(AUDIT);
    for (const name of ["Inventory Ledger Detail", "Imports", "Claim Log", "Claims", "Findings"]) {
      const sheet = book.workbook.sheetByName(name);
      if (!sheet) throw new Error(`There is no tab ${name}.`);
      book.workbook.insertLines(sheet, "column", 4, 1, 3);
      sheet.column(4).set(0, ["My column"]);
      // No row to spare: what is added makes the grid grow.
      const used = book.workbook.snapshot().sheets.find((one) => one.name === name)?.values.length ?? 1;
      book.workbook.removeLines(sheet, "row", used + 1, sheet.maxRows - used - 1);
    }
    state = book.workbook.snapshot();
  }, 120_000);

  it("import of a later download", async () => {
    const { imports } = await imported(book, [laterLedger()]);
    expect(imports[0]).toMatchObject({ added: 2, changed: 1, duplicate: 1 });
    await everywhere(
      "import between own columns",
      async (own) => void (await imported(own, [laterLedger()])),
    );
  }, 300_000);

  it(
    "audit",
    () =>
      everywhere("audit between own columns", async (own) => void (await own.as(ANNA).auditSummary(AUDIT))),
    300_000,
  );

  it("a claim is started", async () => {
    book.restore(state);
    const { id } = await theLossOf("LOST-1");
    const request = { id, version: "", operation: "op-start-2" };
    await everywhere("claim between own columns", async (own) =>
      unrefused(await own.as(ANNA).findingStart(request)),
    );
  }, 300_000);

  it("a note is added", async () => {
    const { claim, version } = await theClaim();
    const request = { id: claim.id, version, operation: "op-note-2", note: "=1+1" };
    await everywhere("note between own columns", async (own) =>
      unrefused(await own.as(BEN).claimNote(request)),
    );
  }, 300_000);
});

describe("where the tab is full and the user has filtered it", () => {
  const TABS = ["Inventory Ledger Detail", "Findings", "Claims", "Claim Log", "Imports"] as const;
  const CONDITION = { hiddenValues: ["hidden"], visibleValues: null, condition: null };

  beforeAll(async () => {
    book = await Book.open();
    await imported(book, [ledger(), reimbursements()]);
    await book.as(ANNA).setUp({});
    await book.as(ANNA).auditSummary(AUDIT);
    const { id } = await theLossOf("LOST-2");
    unrefused(await book.as(ANNA).findingStart({ id, version: "", operation: "op-start-3" }));
    for (const name of TABS) {
      const { sheet, used } = tab(name);
      // A finding that comes back, so that the audit has a row to add.
      if (name === "Findings") book.workbook.removeLines(sheet, "row", 1, 1);
      const rows = name === "Findings" ? used - 1 : used;
      book.workbook.removeLines(sheet, "row", rows, sheet.maxRows - rows);
      if (name !== "Claims") sheet.filter?.criteria.set(1, CONDITION);
    }
    state = book.workbook.snapshot();
  }, 120_000);

  const tab = (name: string) => {
    const sheet = book.workbook.sheetByName(name);
    if (!sheet) throw new Error(`There is no tab ${name}.`);
    const used = book.workbook.snapshot().sheets.find((one) => one.name === name)?.values.length ?? 1;
    return { sheet, used };
  };

  /** The condition stands, and the colours of states reach over every row there is. */
  const reaches = (name: string, coloured: boolean) => {
    const { sheet, used } = tab(name);
    const condition = [...(sheet.filter?.criteria.values() ?? [])];
    expect(condition, name).toEqual(name === "Claims" ? [] : [CONDITION]);
    if (name === "Claims") expect(sheet.filter?.area.rows, name).toBeGreaterThanOrEqual(used);
    const areas = sheet.conditionalRules.flatMap((rule) => rule.areas);
    expect(areas.length > 0, name).toBe(coloured);
    for (const area of areas) expect(area.row + area.rows, name).toBeGreaterThanOrEqual(used);
  };

  it("import: rows are added behind the last one", async () => {
    await everywhere("import into a full tab", async (own) => void (await imported(own, [laterLedger()])));
    reaches("Inventory Ledger Detail", false);
    reaches("Imports", false);
  }, 300_000);

  it("audit: a finding comes back", async () => {
    await everywhere("audit of a full tab", async (own) => void (await own.as(ANNA).auditSummary(AUDIT)));
    reaches("Findings", true);
  }, 300_000);

  it("a claim is started: the log and the claims have no room", async () => {
    book.restore(state);
    const { id } = await theLossOf("LOST-1");
    const request = { id, version: "", operation: "op-start-4" };
    await everywhere("claim in full tabs", async (own) =>
      unrefused(await own.as(ANNA).findingStart(request)),
    );
    reaches("Claims", true);
    reaches("Claim Log", false);
  }, 300_000);
});

/** What an import is said to have found depends on what an earlier, stopped one had finished. */
function withoutCounts(end: WorkbookSnapshot): string {
  const told = ["Added", "Already there", "Changed", "Note"];
  const sheets = end.sheets.map((sheet) => {
    const [header = [], ...rows] = sheet.values;
    if (sheet.name !== "Imports") return sheet;
    const bare = rows.map((row) => row.map((cell, i) => (told.includes(String(header[i])) ? "" : cell)));
    return { ...sheet, values: [header, ...bare] };
  });
  return canonical({ ...end, sheets });
}

/** The only claim there is. */
async function theClaim(): Promise<ClaimDetail> {
  book.restore(state);
  const { claims, edits } = await book.as(ANNA).claimsList({ from: 0, revision: null });
  expect(edits).toEqual([]);
  return book.as(ANNA).claimDetail({ id: claims[0]?.id ?? "" });
}
