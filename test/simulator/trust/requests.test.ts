/** Everything a client can call, called with anything: refused with a sentence, and nothing has changed. */
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ENTRYPOINTS } from "../../../appsscript/entrypoint-table.ts";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { ANNA, AS_OF, BEN, ledger, reimbursements } from "./account.ts";
import { Book, whole } from "./book.ts";
import { figure } from "./figures.ts";

const CLIENT = ENTRYPOINTS.filter(({ kind }) => kind === "client").map(({ name }) => name);
/** What takes no request: an empty one is a right one. */
const ASKED_FOR_NOTHING = new Set(
  CLIENT.filter((name) =>
    ["setUp", "sidebarStart", "downloadsNext", "paymentProposals", "claimsRebuild", "selection"].includes(
      name,
    ),
  ),
);

let book: Book;
let state: WorkbookSnapshot;
let before: string;

beforeAll(async () => {
  book = await Book.open();
  await book.import([ledger(), reimbursements()]);
  await book.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: "US" });
  state = book.workbook.snapshot();
  before = whole(state);
}, 120_000);

/** A sentence for a person: no trace of the code, no name of a class of errors in front of it. */
function isSentence(message: string): void {
  // Google itself hands over plain data only; what else is sent never reaches the add-on.
  if (message.startsWith("Failed due to illegal value in property")) return;
  expect(message.replace(/^Error: /, "")).toMatch(/^[A-Z“"][\s\S]*[.!?]$/);
  expect(message).not.toMatch(
    /TypeError|ReferenceError|RangeError|undefined is not|is not a function|Code:\d|\bat \w+ \(/,
  );
}

let requests = 0;
let refusals = 0;
afterAll(() => {
  figure("requests of a client", requests);
  figure("of these refused", refusals);
});

/** @returns whether it was refused */
function call(name: string, request: unknown, trigger: "client" | "menu" = "client"): boolean {
  const result = book.sheets.executeNow({ user: BEN, functionName: name, args: [request], trigger });
  requests += 1;
  if (!result.ok) {
    refusals += 1;
    isSentence(result.error.message);
    const after = whole(book.workbook.snapshot());
    if (after !== before) {
      book.restore(state);
      expect(after, `${name} was refused and has changed something`).toBe(before);
    }
  }
  return !result.ok;
}

const deep = (levels: number): unknown => (levels === 0 ? "x" : { deeper: deep(levels - 1) });
const ANYTHING: readonly unknown[] = [
  null,
  "",
  "x",
  "x".repeat(100_000),
  0,
  -1,
  true,
  [],
  [[]],
  deep(200),
  { id: "C-1" },
  { id: "__proto__", version: "", operation: "constructor" },
  JSON.parse('{"__proto__": {"asOf": "2026-08-25"}, "constructor": 1, "prototype": {}}'),
  { toString: "x", valueOf: null, hasOwnProperty: 1, length: -1 },
];

describe("a client's call", () => {
  it.each(CLIENT)("%s with anything at all", (name) => {
    for (const request of ANYTHING) {
      const asked = request === null;
      if (ASKED_FOR_NOTHING.has(name) && asked) continue;
      // Google hands over what JSON can hold; what it cannot never reaches the add-on.
      expect(call(name, request), `${name}(${JSON.stringify(request)?.slice(0, 60)})`).toBe(true);
    }
  });

  const junk = fc.oneof(
    { weight: 3, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
    fc.constantFrom<unknown>(
      "",
      "x".repeat(60_000),
      1e300,
      -1,
      1.5,
      "__proto__",
      "../..",
      "=1+1",
      "<b>",
      null,
    ),
  );
  const id = { id: "F-1", version: "", operation: "op-fuzz-0001" };
  const RIGHT: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    importBegin: { report: "ledger-detail", sha256: "0".repeat(64), fields: ["date"], extras: [] },
    importKeys: { report: "ledger-detail", revision: 9, from: 2, count: 1 },
    importPiece: {
      report: "ledger-detail",
      sha256: "0".repeat(64),
      operation: "abc",
      piece: 0,
      revision: 99,
      marketplace: "US",
      fields: ["date"],
      extras: [],
      adding: 1,
      kind: "add",
      at: 2,
      rows: [["x"]],
      keys: ["k"],
    },
    auditRun: { asOf: AS_OF, marketplace: null },
    auditSummary: { asOf: AS_OF, marketplace: null },
    settingsSave: { dailyCap: 3, userName: null },
    findingsList: { from: 0, revision: null },
    findingDetail: { id: "F-1" },
    findingStart: id,
    findingDismiss: { ...id, reason: "x" },
    findingSnooze: { ...id, until: "2026-09-01", reason: "x" },
    findingWake: { ...id, reason: "x" },
    claimsList: { from: 0, revision: null },
    claimDetail: { id: "C-1" },
    claimNote: { ...id, note: "x" },
    claimUndo: { ...id, sequence: 1, note: "x" },
    claimCorrect: { ...id, caseId: null, on: null, note: "x" },
    caseText: { id: "C-1", stage: "first", language: "en" },
    showLine: { report: "ledger-detail", line: 2, findingId: null },
  };

  it.each(Object.keys(RIGHT))(
    "%s with one field of a right request made wrong, missing, or one too many",
    (name) => {
      const right = RIGHT[name] ?? {};
      const field = fc.constantFrom(...Object.keys(right));
      const wrong = fc.oneof(
        fc.tuple(field, junk).map(([key, value]) => ({ ...right, [key]: value })),
        field.map((key) => Object.fromEntries(Object.entries(right).filter(([other]) => other !== key))),
        fc.tuple(fc.string({ minLength: 1 }), junk).map(([key, value]) => ({ ...right, [`x${key}`]: value })),
      );
      fc.assert(
        fc.property(wrong, (request) => {
          // What happens to be right is carried out; the next begins from the same state.
          if (!call(name, request)) book.restore(state);
        }),
        { numRuns: 15 },
      );
    },
  );

  it("of a function that is not there", () => {
    for (const name of [
      "eval",
      "constructor",
      "__proto__",
      "toString",
      "alone",
      "reimbursementAuditor",
      "setUp_",
    ]) {
      const result = book.sheets.executeNow({ user: BEN, functionName: name, args: [{}], trigger: "client" });
      expect(result.ok, name).toBe(false);
    }
    expect(whole(book.workbook.snapshot())).toBe(before);
  });

  it("of what menus and triggers call shows and says, and loses nothing", () => {
    for (const { name, kind } of ENTRYPOINTS.filter(
      (entry) => entry.kind === "menu" || entry.kind === "trigger",
    )) {
      for (const request of [undefined, null, {}, "x", { authMode: "FULL", source: 1 }, deep(50)]) {
        const result = book.sheets.executeNow({
          user: BEN,
          functionName: name,
          args: [request],
          trigger: "client",
        });
        if (!result.ok) isSentence(result.error.message);
        const rows = book.rows("Inventory Ledger Detail");
        expect(rows, `${kind} ${name}`).toHaveLength(4);
      }
      book.restore(state);
    }
  });

  it("of a cell's function is answered with words or a sentence, and changes nothing", () => {
    for (const { name } of ENTRYPOINTS.filter(({ kind }) => kind === "custom")) {
      for (const args of [
        [],
        [null],
        [deep(20)],
        ["x".repeat(60_000)],
        [[["=1+1"]], 5, { a: 1 }],
        [[], [], []],
      ]) {
        const result = book.sheets.executeNow({ user: BEN, functionName: name, args, trigger: "client" });
        if (!result.ok) isSentence(result.error.message);
      }
    }
    expect(whole(book.workbook.snapshot())).toBe(before);
  });
});
