/** Somebody else at work, or the user himself, while an audit runs in the client. */
import { beforeAll, describe, expect, it } from "vitest";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { type LedgerRow, ledgerFile } from "../import/sheet.ts";
import { ANNA, AS_OF, BEN, laterLedger, ledger, reimbursements } from "../trust/account.ts";
import { Book } from "../trust/book.ts";
import { apart, atOnce, same, watched } from "./apart.ts";
import { byHand, claimFirst, costsFile } from "./by-hand.ts";

const LEDGER = "Inventory Ledger Detail";
let book: Book;
let state: WorkbookSnapshot;

beforeAll(async () => {
  book = await Book.open();
  await book.as(ANNA).setUp({});
  await book.import([ledger(), reimbursements(), costsFile()]);
  await atOnce(book, AS_OF);
  await claimFirst(book, BEN, "op-first-1");
  state = book.workbook.snapshot();
}, 120_000);

/** What may happen; each can happen twice, and is something else then. */
const DISTURBANCES: Readonly<Record<string, (n: number) => unknown>> = {
  "a report's tab is sorted by hand": (n) => byHand.sort(book, LEDGER, n % 2 === 0),
  "a row is taken out": () => byHand.remove(book, LEDGER, 2),
  "a row is put in between": () => byHand.insert(book, LEDGER, 2),
  "a row is typed in at the end": (n) => byHand.type(book, LEDGER, { FNSKU: `X00HAND00${n}`, Quantity: -1 }),
  "a cost is typed over": (n) => byHand.set(book, "Costs", "unit-cost", 1, 12 + n),
  "costs are sorted by hand": (n) => byHand.sort(book, "Costs", n % 2 === 0),
  "a rule is overridden": (n) => byHand.set(book, "Policy", "Override", 1, String(40 + n)),
  "a period is typed over": (n) => byHand.set(book, "Imports", "Period from", 1, 46000 - n),
  "the claim log is edited": (n) => byHand.set(book, "Claim Log", "Note", 1, `edited ${n}`),
  "the other imports": (n) => book.import([n === 0 ? laterLedger() : later(n)], BEN),
  "the other starts a claim": (n) => claimFirst(book, BEN, `op-claim-${n}`),
};

const later = (n: number) =>
  ledgerFile(`later-${n}.csv`, [{ day: 20 + n, item: "X00LATER01", reference: `N${n}` }]);

/** What is only seen by reading the rows again: after that it counts as done after the audit. */
const IN_THE_CELLS = ["a report's tab is sorted by hand", "a cost is typed over", "costs are sorted by hand"];
/** Before this call no row is read; behind it, all are; before the last all were read again. */
const MOMENTS = ["auditClaims", "auditCheck", "auditBegin"] as const;

describe.each(Object.entries(DISTURBANCES))("while an audit runs %s:", (what, disturb) => {
  const moments = MOMENTS.filter((moment) => moment !== "auditBegin" || !IN_THE_CELLS.includes(what));

  it.each(moments)("before %s, the audit starts over and finds what is there now", async (moment) => {
    book.restore(state);
    let n = 0;
    const calls: string[] = [];
    const addOn = watched(book, async (name) => {
      calls.push(name);
      if (name !== moment || n > 0) return;
      n += 1;
      await disturb(0);
    });
    const { answer } = await apart(addOn, AS_OF);
    expect(n).toBe(1);
    const left = same(book.workbook.snapshot());
    const expected = await atOnce(book, AS_OF);
    expect(answer()).toEqual(expected);
    expect(left).toBe(same(book.workbook.snapshot()));
    const plans = calls.filter((name) => name === "auditPlan").length;
    expect(plans).toBe(moment === "auditClaims" && IN_THE_CELLS.includes(what) ? 1 : 2);
  });

  it("twice, it says which tab, and nothing was written", async () => {
    book.restore(state);
    const before = findingsAndHealth();
    let [n, due] = [0, false];
    const addOn = watched(book, async (name) => {
      if (name === "auditPlan") due = true;
      if (name !== "auditCheck" || !due) return;
      due = false;
      await disturb(n++);
    });
    await expect(apart(addOn, AS_OF)).rejects.toThrow(
      /^Somebody changed the sheet twice while the audit read it \(“.*”\)\. Nothing was written/,
    );
    expect(findingsAndHealth()).toEqual(before);
  });
});

function findingsAndHealth() {
  return book.workbook
    .snapshot()
    .sheets.filter(({ name }) => name === "Data health" || name === "Findings")
    .map(({ values }) => values.map((row) => row.filter((_, i) => i !== 5 && i !== 24)));
}

describe("a long tab, read in slices", () => {
  const ROWS = 9_000;
  const rows = Array.from(
    { length: ROWS },
    (_, i): LedgerRow => ({
      day: 1 + (i % 19),
      reference: `R${i}`,
      item: `X00${i % 900}`,
      msku: `SKU-${i % 900}`,
      ...(i % 9 === 0 ? {} : { event: "Shipments", reason: "" }),
    }),
  );
  let long: Book;
  let whole: WorkbookSnapshot;

  beforeAll(async () => {
    long = await Book.open();
    await long.import([ledgerFile("long.csv", rows), reimbursements()]);
    whole = long.workbook.snapshot();
  }, 240_000);

  it("takes more than one, every request and answer below 1 MB, and comes to the same", async () => {
    const expected = await atOnce(long, AS_OF);
    const left = same(long.workbook.snapshot());
    long.restore(whole);
    const sizes: number[] = [];
    let slices = 0;
    const own = long.as(ANNA);
    const measured = new Proxy(own, {
      get: (_, name) => async (request: never) => {
        const answer: unknown = await Reflect.apply(Reflect.get(own, name), own, [request]);
        if (name === "auditSlice") slices += 1;
        sizes.push(Buffer.byteLength(JSON.stringify(answer)), Buffer.byteLength(JSON.stringify(request)));
        return answer;
      },
    });
    const { answer } = await apart(measured, AS_OF);
    expect(expected.findings.length).toBeGreaterThan(100);
    expect(answer()).toEqual(expected);
    expect(same(long.workbook.snapshot())).toBe(left);
    expect(slices).toBeGreaterThan(1);
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
  }, 240_000);

  it("sorted between two slices, no row is read twice or missed", async () => {
    long.restore(whole);
    let slices = 0;
    const addOn = watched(long, (name) => {
      if (name !== "auditSlice") return;
      slices += 1;
      if (slices === 2) byHand.sort(long, LEDGER, false);
    });
    const { answer } = await apart(addOn, AS_OF);
    expect(answer()).toEqual(await atOnce(long, AS_OF));
    // The slice read before, and what stood in its way; not all of it once more.
    expect(slices).toBeGreaterThan(2);
  }, 240_000);
});

describe("while the findings are written", () => {
  it("the other takes a step: what it says of the claim stays", async () => {
    book.restore(state);
    let n = 0;
    const addOn = watched(book, async (name) => {
      if (name !== "auditWrite" || n > 0) return;
      n += 1;
      await claimFirst(book, BEN, "op-during-1");
    });
    await apart(addOn, AS_OF);
    const status = book.rows("Findings").map((row) => [row["ID"], row["Status"], row["Claim ID"]]);
    await atOnce(book, AS_OF);
    const after = book.rows("Findings").map((row) => [row["ID"], row["Status"], row["Claim ID"]]);
    expect(status.filter(([, word]) => word === "to file")).toHaveLength(2);
    expect([...status].sort()).toEqual([...after].sort());
  });

  it("the other imports: the audit counts as outdated", async () => {
    book.restore(state);
    let n = 0;
    const addOn = watched(book, async (name) => {
      if (name === "auditWrite" && n++ === 0) await book.import([laterLedger()], BEN);
    });
    await apart(addOn, AS_OF);
    expect((await book.as(ANNA).sidebarStart({})).audit?.outdated).toBe(true);
    await apart(book.as(ANNA), AS_OF);
    expect((await book.as(ANNA).sidebarStart({})).audit?.outdated).toBe(false);
  });

  it("and cut off, the audit counts as outdated until another is written", async () => {
    book.restore(state);
    const addOn = watched(book, (name) => {
      if (name === "auditFinish") throw new Error("The connection was lost.");
    });
    await expect(apart(addOn, AS_OF)).rejects.toThrow("The connection was lost.");
    expect((await book.as(BEN).sidebarStart({})).audit?.outdated).toBe(true);
    await atOnce(book, AS_OF, BEN);
    expect((await book.as(BEN).sidebarStart({})).audit?.outdated).toBe(false);
    expect(book.workbook.snapshot().properties.document["audit.writing"]).toBeUndefined();
  });

  it.each(["auditWrite", "auditOrder", "auditFinish"])(
    "the other audits before %s: his findings stand, and the first is told",
    async (moment) => {
      book.restore(state);
      let n = 0;
      const addOn = watched(book, async (name) => {
        if (name !== moment || n++ > 0) return;
        await book.import([laterLedger()], BEN);
        await atOnce(book, AS_OF, BEN);
      });
      await expect(apart(addOn, AS_OF)).rejects.toThrow("Another audit was begun in this sheet");
      const left = same(book.workbook.snapshot());
      await atOnce(book, AS_OF, BEN);
      expect(left).toBe(same(book.workbook.snapshot()));
    },
  );

  it("the Findings tab is sorted by hand: each finding finds its row", async () => {
    book.restore(state);
    let n = 0;
    const addOn = watched(book, (name) => {
      if (name === "auditWrite" && n++ === 0) byHand.sort(book, "Findings", false);
    });
    await apart(addOn, AS_OF);
    const left = same(book.workbook.snapshot());
    await atOnce(book, AS_OF);
    expect(left).toBe(same(book.workbook.snapshot()));
  });

  it("the user cannot stop it any more; before, nothing is written", async () => {
    for (const stage of ["reading", "auditing", "checking"] as const) {
      book.restore(state);
      const before = same(state);
      const tell = async (progress: { stage: string }) => {
        if (progress.stage === stage) throw new Error("Stopped by the user.");
      };
      await expect(apart(book.as(ANNA), AS_OF, { tell })).rejects.toThrow("Stopped by the user.");
      expect(same(book.workbook.snapshot())).toBe(before);
    }
  });
});
