/** Executions that are stopped anywhere, and what is left when they are run again. */
import { beforeAll, describe, expect, it } from "vitest";
import type { ImportOutcome } from "../../../intake/import.ts";
import type { ClaimDetail, FindingShort } from "../../../intake/server.ts";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { stepOf } from "../claims/desk.ts";
import { ANNA, AS_OF, BEN, CASE, laterLedger, ledger, payment, reimbursements } from "./account.ts";
import { Book } from "./book.ts";
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

/** Each scenario goes on where the one before ended. */
async function everywhere(name: string, run: Scenario["run"]): Promise<void> {
  const outcome = await stopEverywhere(book, state, { name, run });
  figure(`${name}: stops`, outcome.stops);
  figure(`${name}: different states left behind`, outcome.states);
  figure(`${name}: executions really ended`, outcome.reallyStopped);
  state = outcome.end;
  expect(outcome.wrong.slice(0, 20)).toEqual([]);
  expect(outcome.stops).toBeGreaterThan(50);
  expect(outcome.reallyStopped).toBeGreaterThan(3);
}

/** What a user sees first is taken once: a request that is sent again is the same. */
async function theLoss(): Promise<FindingShort> {
  const { findings } = await book.as(ANNA).findingsList({ from: 0, revision: null });
  const found = findings.find(({ item, audit }) => item === "LOST-1" && audit === "warehouse-lost");
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
    const { id } = await theLoss();
    const request = { id, version: "", operation: "op-start-1" };
    await everywhere("claim: start", async (own) => unrefused(await own.as(ANNA).findingStart(request)));
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
    const { id } = await theLoss();
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

/** The only claim there is. */
async function theClaim(): Promise<ClaimDetail> {
  book.restore(state);
  const { claims, edits } = await book.as(ANNA).claimsList({ from: 0, revision: null });
  expect(edits).toEqual([]);
  return book.as(ANNA).claimDetail({ id: claims[0]?.id ?? "" });
}
