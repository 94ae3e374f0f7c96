/**
 * Two people whose executions run side by side at Google: each may come in before any service call of the other.
 * However they fall, the document is as if one had come after the other, or somebody is told why not.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportFile } from "../../../intake/import.ts";
import { importFiles } from "../../../intake/import.ts";
import type { AddOn, ClaimDetail } from "../../../intake/server.ts";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { stepOf } from "../claims/desk.ts";
import {
  ANNA,
  AS_OF,
  BEN,
  CASE,
  laterLedger,
  ledger,
  NOW,
  otherLedger,
  payment,
  reimbursements,
} from "./account.ts";
import { Book } from "./book.ts";
import { figure } from "./figures.ts";
import { type Explored, explore, heldAcrossDialog, type Pair } from "./orders.ts";
import { type Called, type Played, play, TurnClock, type Work } from "./turns.ts";

/** Of each of a dozen pairs; more than a thousand in all by `node tools/trust.mjs --long`. */
const RANDOM_ORDERS = Math.ceil(Number(process.env["TRUST_RANDOM"] ?? 30) / 10);
/** What takes minutes is left to that, too. */
const LONG = RANDOM_ORDERS >= 100;
const PERIOD = { marketplace: "US", from: "2026-06-01", to: "2026-08-25" };
const MINUTES = 240_000;

let book: Book;
let empty: WorkbookSnapshot;
let audited: WorkbookSnapshot;
let claimed: WorkbookSnapshot;
let paid: WorkbookSnapshot;
let findings: readonly [string, string];
let claim: ClaimDetail;

beforeAll(async () => {
  book = await Book.open({ clock: new TurnClock(NOW) });
  empty = book.workbook.snapshot();
  await book.import([ledger(), reimbursements()]);
  await book.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: "US" });
  audited = book.workbook.snapshot();
  const list = await book.as(ANNA).findingsList({ from: 0, revision: null });
  const [one, other] = list.findings.filter(({ audit }) => audit === "warehouse-lost").map(({ id }) => id);
  findings = [one ?? "", other ?? ""];
  const started = await book
    .as(ANNA)
    .findingStart({ id: findings[0], version: "", operation: "op-before-1" });
  if (!started.claim) throw new Error(started.refused ?? "There is no claim.");
  claim = started.claim;
  claimed = book.workbook.snapshot();
  await book.import([payment()]);
  paid = book.workbook.snapshot();
}, MINUTES);

const total = { orders: 0, tried: 0, told: 0 };
afterAll(() => {
  figure("inside executions: orders with at most two switches", total.orders);
  figure("inside executions: different orders tried, random ones with them", total.tried);
  figure("inside executions: somebody was told", total.told);
});

async function everyOrder(pair: Pair, random = RANDOM_ORDERS): Promise<Explored> {
  const explored = await explore(book, pair, random);
  total.orders += explored.orders;
  total.tried += explored.tried;
  total.told += explored.told;
  expect(explored.wrong.slice(0, 10)).toEqual([]);
  return explored;
}

const work = (user: string, run: (server: AddOn) => Promise<unknown>): Work => ({ user, run });
const audits = (user: string, asOf = AS_OF) =>
  work(user, (server) => server.auditSummary({ asOf, marketplace: "US" }));
const imports = (user: string, ...files: ImportFile[]) =>
  work(user, async (server) => {
    const { unrecognised } = await importFiles(files, server, PERIOD);
    const [first] = unrecognised;
    if (first) throw new Error(first.reason);
  });
const starts = (user: string, id: string) =>
  work(user, async (server) => {
    const operation = `op-start-${user.slice(0, 3)}`;
    const { refused } = await server.findingStart({ id, version: "", operation });
    if (refused !== null) throw new Error(refused);
  });
const files = (user: string) =>
  work(user, async (server) => {
    const operation = `op-filed-${user.slice(0, 3)}`;
    const { refused } = await server.claimStep({
      ...stepOf(claim, { to: "filed", caseId: CASE }),
      operation,
    });
    if (refused !== null) throw new Error(refused);
  });
const rebuilds = (user: string) => work(user, (server) => server.claimsRebuild({}));
const setsUp = (user: string) => work(user, (server) => server.setUp({}));
/** A menu item, which ends with a dialog. */
const clicks = (user: string, name: string) =>
  work(user, async (server) => {
    const item: unknown = Reflect.get(server, name);
    if (typeof item === "function") await item(null);
    const said = book.sheets.window(user).questions.at(-1)?.text ?? "";
    if (said.startsWith("That did not work. ")) throw new Error(said);
  });

describe("one after the other, or told", () => {
  it(
    "audit and audit",
    () => everyOrder({ name: "audits", begin: audited, works: [audits(ANNA), audits(BEN)] }),
    MINUTES,
  );

  it(
    "a claim of one finding, started twice",
    async () => {
      const works = [starts(ANNA, findings[0]), starts(BEN, findings[0])] as const;
      const { told } = await everyOrder({
        name: "start twice",
        begin: audited,
        works,
        check: ({ came }) =>
          came.filter((one) => one.told === null).length === 1 ? null : "Not one of them has the claim.",
      });
      expect(told).toBeGreaterThan(5);
    },
    MINUTES,
  );

  it(
    "claims of two findings",
    async () => {
      const works = [starts(ANNA, findings[0]), starts(BEN, findings[1])] as const;
      await everyOrder({ name: "two starts", begin: audited, works });
    },
    MINUTES,
  );

  it(
    "one step of a claim, taken twice",
    async () => {
      await everyOrder({ name: "filed twice", begin: claimed, works: [files(ANNA), files(BEN)] });
    },
    MINUTES,
  );

  it(
    "a step of a claim and an audit",
    async () => {
      await everyOrder({ name: "step and audit", begin: claimed, works: [files(ANNA), audits(BEN)] });
    },
    MINUTES,
  );

  it(
    "a step of a claim and a rebuild",
    async () => {
      await everyOrder({ name: "step and rebuild", begin: claimed, works: [files(ANNA), rebuilds(BEN)] });
    },
    MINUTES,
  );

  it(
    "an import and an audit",
    async () => {
      await everyOrder({
        name: "import and audit",
        begin: audited,
        works: [imports(ANNA, laterLedger()), audits(BEN)],
      });
    },
    MINUTES,
  );

  it(
    "set-up and set-up",
    async () => {
      await everyOrder({ name: "set-ups", begin: empty, works: [setsUp(ANNA), setsUp(BEN)] });
    },
    MINUTES,
  );

  it(
    "set-up and import",
    async () => {
      await everyOrder({
        name: "set-up and import",
        begin: empty,
        works: [setsUp(ANNA), imports(BEN, ledger())],
      });
    },
    MINUTES,
  );

  it(
    "menu items, while whose dialogs the other is at work",
    async () => {
      await everyOrder({
        name: "menu audit",
        begin: claimed,
        works: [clicks(ANNA, "menuAudit"), files(BEN)],
      });
      await everyOrder({
        name: "menu rebuild",
        begin: claimed,
        works: [clicks(ANNA, "menuRebuild"), files(BEN)],
      });
    },
    MINUTES,
  );
});

describe("imports of files that overlap", () => {
  /** Which of the two has added a row depends on their order; that each is there once does not. */
  const rowsOnly = (end: WorkbookSnapshot) => {
    const tab = end.sheets.find(({ name }) => name === "Inventory Ledger Detail");
    return JSON.stringify([tab?.values, tab?.filter, tab?.rows], null, 1);
  };

  it(
    "into an empty document: each row once, in one order",
    async () => {
      await everyOrder({
        name: "first imports",
        begin: empty,
        works: [imports(ANNA, ledger()), imports(BEN, otherLedger())],
        form: rowsOnly,
        check: ({ came }, end) =>
          came.some(({ told }) => told !== null) || countedRows(end) === 5
            ? null
            : `${countedRows(end)} rows are said to be added.`,
      });
    },
    MINUTES,
  );

  it(
    "where rows are changed and added",
    async () => {
      await everyOrder({
        name: "later imports",
        begin: audited,
        works: [imports(ANNA, laterLedger()), imports(BEN, laterLedger())],
        form: rowsOnly,
      });
    },
    MINUTES,
  );
});

/** What the Imports tab says was added to the ledger, by all imports together. */
function countedRows(end: WorkbookSnapshot): number {
  const tab = end.sheets.find(({ name }) => name === "Imports");
  const [header = [], ...rows] = tab?.values ?? [];
  const [report, added] = [header.indexOf("Report"), header.indexOf("Added")];
  return rows
    .filter((row) => row[report] === "Inventory Ledger Detail")
    .reduce((sum, row) => sum + Number(row[added]), 0);
}

describe("who looks while the other writes sees what was or what is, never half of each", () => {
  const LATER = "2026-11-30";
  const writers: readonly (readonly [string, () => WorkbookSnapshot, () => Work, readonly string[]])[] = [
    [
      "an audit",
      () => paid,
      () => audits(BEN, LATER),
      ["findingsList", "findingDetail", "caseText", "downloadsNext"],
    ],
    ["a step of a claim", () => paid, () => files(BEN), ["claimsList"]],
    [
      "an import",
      () => claimed,
      () => imports(BEN, payment()),
      LONG ? ["paymentProposals", "claimDetail"] : ["paymentProposals"],
    ],
  ];
  const requests: Readonly<Record<string, () => unknown>> = {
    findingsList: () => ({ from: 0, revision: null }),
    findingDetail: () => ({ id: findings[0] }),
    claimsList: () => ({ from: 0, revision: null }),
    claimDetail: () => ({ id: claim.claim.id }),
    caseText: () => ({ id: claim.claim.id, stage: "first", language: "en" }),
    downloadsNext: () => ({}),
    paymentProposals: () => ({}),
  };

  for (const [what, begin, writer, names] of writers) {
    it.each(names)(
      `${what}, while somebody asks for %s`,
      async (name) => {
        const looks = work(ANNA, async (server) => {
          const ask: unknown = Reflect.get(server, name);
          return typeof ask === "function" ? ask(requests[name]?.()) : null;
        });
        const seen = async (turn: readonly [0 | 1, number]) => {
          book.restore(begin());
          const { came } = await play(book, [looks, writer()], { turns: [turn] });
          return partsOf(came[0]?.answer);
        };
        const [before, after] = [await seen([0, Infinity]), await seen([1, Infinity])];
        const halves = (came: Played["came"]) =>
          [...partsOf(came[0]?.answer)].filter(
            ([part, now]) => now !== before.get(part) && now !== after.get(part),
          );
        await everyOrder(
          {
            name: `${name} during ${what}`,
            begin: begin(),
            works: [looks, writer()],
            check: ({ came }) => {
              const [half] = halves(came);
              return half ? `It saw ${half.join(" ").slice(0, 400)}.` : null;
            },
          },
          0,
        );
      },
      MINUTES,
    );
  }

  /**
   * What is read from different tabs may be of different moments. The day of the last audit is set down after its
   * findings: a list may count days from the one before.
   */
  const partsOf = (answer: unknown) =>
    new Map(
      Object.entries(answer ?? {})
        .flatMap(([part, said]): [string, unknown][] =>
          part === "preflight" && Array.isArray(said)
            ? said.map((check: { readonly check: string }) => [check.check, check])
            : [[part, said]],
        )
        .map(([part, said]) => [
          part,
          JSON.stringify(said, (key, value: unknown) => (["asOf", "daysLeft"].includes(key) ? null : value)),
        ]),
    );
});

describe("dialogs", () => {
  it.each(["menuSetUp", "menuImport", "menuAudit", "menuFindings", "menuClaims", "menuRebuild", "menuHelp"])(
    "%s holds no lock while its dialog is open, whatever fails before, and writes nothing after it",
    (name) => {
      const run = (at: number | null) => {
        book.restore(claimed);
        const called: Called[] = [];
        const result = book.sheets.executeNow({
          user: ANNA,
          functionName: name,
          trigger: "menu",
          ...(at === null
            ? {}
            : { fault: { kind: "serviceError" as const, at, waitingWrites: "lost" as const } }),
          watch: ({ kind, holdsLock, waitingWrites }) =>
            called.push({ kind, locked: holdsLock, waiting: waitingWrites }),
        });
        // Where letting go itself fails, opening the dialog does it.
        const stuck = at !== null && called[at - 1]?.kind === "Lock.releaseLock";
        expect(heldAcrossDialog(called), `${name}, failing at ${at}`).toBe(stuck);
        expect(book.workbook.documentLock.isHeld).toBe(false);
        const dialog = called.findIndex(({ kind }) => kind === "Ui.alert");
        const after = dialog < 0 ? [] : called.slice(dialog + 1).map(({ kind }) => kind);
        expect(
          after.filter((kind) => !/^(SpreadsheetApp\.getUi|Ui\.|HtmlService|HtmlOutput)/.test(kind)),
        ).toEqual([]);
        return { calls: called.length, dialog: dialog >= 0, ok: result.ok };
      };
      const calm = run(null);
      expect(calm.ok).toBe(true);
      let dialogs = 0;
      const step = Math.max(1, Math.ceil(calm.calls / 25));
      for (let at = 1; at <= calm.calls; at += step) dialogs += Number(run(at).dialog);
      if (calm.dialog) expect(dialogs).toBeGreaterThan(0);
    },
    MINUTES,
  );
});
