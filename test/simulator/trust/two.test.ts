/**
 * Two people at once. What the document lock makes one piece is one step here; between steps anybody's may come.
 * Every order with at most two switches is tried, and random ones beyond.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { importFiles } from "../../../intake/import.ts";
import type { ChangeAnswer, ClaimDetail } from "../../../intake/server.ts";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { stepOf } from "../claims/desk.ts";
import { ANNA, AS_OF, BEN, ledger, reimbursements } from "./account.ts";
import { Book } from "./book.ts";
import { figure } from "./figures.ts";

/** A thousand by `node tools/trust.mjs --long`. */
const RANDOM_ORDERS = Number(process.env["TRUST_RANDOM"] ?? 30);

type Step = () => Promise<void>;
/** Who takes the next step, until both have taken all of theirs. */
type Order = readonly (0 | 1)[];

/** Every order of `a` and `b` steps in which it changes at most twice who is at work. */
function ordersWithTwoSwitches(a: number, b: number): Order[] {
  const orders: Order[] = [];
  const blocks = (counts: readonly (readonly [0 | 1, number])[]) =>
    orders.push(counts.flatMap(([who, n]) => Array.from({ length: n }, () => who)));
  for (let first = 0; first <= a; first++)
    blocks([
      [0, first],
      [1, b],
      [0, a - first],
    ]);
  for (let first = 1; first < b; first++)
    blocks([
      [1, first],
      [0, a],
      [1, b - first],
    ]);
  return [...new Map(orders.map((order) => [order.join(""), order])).values()];
}

const random = (a: number, b: number) =>
  fc.shuffledSubarray([...Array<0>(a).fill(0), ...Array<1>(b).fill(1)], {
    minLength: a + b,
    maxLength: a + b,
  });

let book: Book;
let state: WorkbookSnapshot;

beforeAll(async () => {
  book = await Book.open();
  await book.import([ledger(), reimbursements()]);
  await book.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: "US" });
  state = book.workbook.snapshot();
}, 120_000);

async function inOrder(order: Order, people: readonly [Step[], Step[]]): Promise<void> {
  const next = [0, 0];
  for (const who of order) {
    const step = people[who][next[who] ?? 0];
    next[who] = (next[who] ?? 0) + 1;
    book.clock.advance(1000);
    await step?.();
  }
}

/** The log is whole, its chain unbroken, and the tabs say what it says. */
async function soundBook(where: string): Promise<void> {
  const { claims, edits } = await book.as(ANNA).claimsList({ from: 0, revision: null });
  expect(edits, where).toEqual([]);
  const log = book.rows("Claim Log");
  expect(
    log.map((row) => row["No."]),
    where,
  ).toEqual(log.map((_, i) => i + 1));
  for (const row of log) expect(row["Operation"] ?? row["When (UTC)"], where).not.toBeNull();
  const shown = book.rows("Claims");
  expect(shown.map((row) => row["Claim ID"]).sort(), where).toEqual(claims.map(({ id }) => id).sort());
  for (const { id, state: now } of claims) {
    expect(shown.find((row) => row["Claim ID"] === id)?.["State"], where).toBe(now);
  }
  expect(new Set(claims.map(({ findingId }) => findingId)).size, where).toBe(claims.length);
}

/** The steps of somebody who works through one finding: looks, claims, notes, files, always from what was last seen. */
function atWork(user: string, finding: string, told: { done: number; refused: number }): Step[] {
  const own = book.as(user);
  let seen: ClaimDetail | null = null;
  let version = "";
  let n = 0;
  const operation = () => `op-${user.slice(0, 4)}-${n++}`.replace(/@/g, "-");
  const answered = ({ refused, fresh }: ChangeAnswer<ClaimDetail>) => {
    if (refused === null) told.done += 1;
    else told.refused += 1;
    seen = fresh;
  };
  return [
    async () => {
      const detail = await own.findingDetail({ id: finding });
      version = detail.version;
    },
    async () => {
      const answer = await own.findingStart({ id: finding, version, operation: operation() });
      if (answer.refused === null) told.done += 1;
      else told.refused += 1;
      seen = answer.claim;
    },
    async () => {
      if (seen)
        answered(
          await own.claimNote({
            id: seen.claim.id,
            version: seen.version,
            operation: operation(),
            note: user,
          }),
        );
    },
    async () => {
      if (seen)
        answered(
          await own.claimStep({
            ...stepOf(seen, { to: "filed", caseId: "12345678901" }),
            operation: operation(),
          }),
        );
    },
  ];
}

async function both(order: Order, findings: readonly [string, string]): Promise<void> {
  book.restore(state);
  const told = { done: 0, refused: 0 };
  await inOrder(order, [atWork(ANNA, findings[0], told), atWork(BEN, findings[1], told)]);
  const where = order.join("");
  await soundBook(where);
  // What was said to be done is in the log, once; what was refused is not.
  expect(book.rows("Claim Log"), where).toHaveLength(told.done);
  const filed = book.rows("Claim Log").filter((row) => row["Kind"] === "step" && row["To"] === "filed");
  expect(filed.length, where).toBe(new Set(filed.map((row) => row["Claim ID"])).size);
  if (findings[0] !== findings[1]) expect(told.refused, where).toBe(0);
}

async function theTwo(): Promise<[string, string]> {
  book.restore(state);
  const { findings } = await book.as(ANNA).findingsList({ from: 0, revision: null });
  const [a, b] = findings.filter(({ audit }) => audit === "warehouse-lost");
  if (!a || !b) throw new Error("The audit has not found both losses.");
  return [a.id, b.id];
}

describe("two people with claims", () => {
  it("of one finding, in every order with at most two switches: one claim, no lost step", async () => {
    const [one] = await theTwo();
    const orders = ordersWithTwoSwitches(4, 4);
    for (const order of orders) await both(order, [one, one]);
    figure("two people, orders with at most two switches", orders.length * 2);
  }, 240_000);

  it("of two findings: neither is in the other's way", async () => {
    const two = await theTwo();
    for (const order of ordersWithTwoSwitches(4, 4)) await both(order, two);
  }, 240_000);

  it("in any order", async () => {
    const [one, other] = await theTwo();
    const cases = fc.tuple(random(4, 4), fc.boolean());
    await fc.assert(
      fc.asyncProperty(cases, ([order, same]) => both(order, [one, same ? one : other])),
      { numRuns: RANDOM_ORDERS },
    );
    figure("two people, random orders", RANDOM_ORDERS);
  }, 600_000);
});

describe("two people importing", () => {
  it("while the other audits, imports or sets up between any two calls: no row lost or doubled", async () => {
    const calls: string[] = [];
    book.restore(state);
    book.watcher = ({ name }) => calls.push(name);
    await book.import([ledger()]);
    book.watcher = null;
    for (let at = 0; at <= calls.length; at++) {
      for (const what of ["audit", "import", "set up"] as const) {
        const own = await Book.open();
        own.restore(state);
        const tab = own.workbook.sheetByName("Inventory Ledger Detail");
        if (tab) own.workbook.removeLines(tab, "row", 1, 4);
        let n = 0;
        const meanwhile = async () => {
          if (n++ !== at) return;
          if (what === "audit") await own.as(BEN).auditSummary({ asOf: AS_OF, marketplace: "US" });
          if (what === "import") await own.import([ledger()], BEN);
          if (what === "set up") await own.as(BEN).setUp({});
        };
        const anna = own.as(ANNA);
        const server = new Proxy(anna, {
          get: (_, name) => async (request: never) => {
            await meanwhile();
            const call: unknown = Reflect.get(anna, name);
            return typeof call === "function" ? Reflect.apply(call, anna, [request]) : null;
          },
        });
        const options = { marketplace: "US", from: "2026-06-01", to: "2026-08-25" };
        const { unrecognised } = await importFiles([ledger()], server, options);
        expect(unrecognised, `${what} before call ${at}`).toEqual([]);
        const rows = own.rows("Inventory Ledger Detail");
        expect(rows.map((row) => row["Reference ID"]).sort(), `${what} before call ${at}`).toEqual([
          "FBA1",
          "L1",
          "L2",
          "S9",
        ]);
      }
    }
  }, 240_000);

  it("are told when the other is writing, and nothing has changed", async () => {
    const [one] = await theTwo();
    const holder = {};
    const before = JSON.stringify(book.workbook.snapshot());
    expect(book.workbook.documentLock.take(holder)).toBe(true);
    await expect(
      book.as(BEN).findingStart({ id: one, version: "", operation: "op-locked-1" }),
    ).rejects.toThrow(/Somebody else is importing or auditing/);
    book.workbook.documentLock.release(holder);
    expect(JSON.stringify(book.workbook.snapshot())).toBe(before);
  });
});
