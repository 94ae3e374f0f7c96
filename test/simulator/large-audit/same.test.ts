/** An audit over tabs too large for one execution runs in the client, and comes to the same. */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { ledgerFile } from "../import/sheet.ts";
import { ANNA, reimbursements } from "../trust/account.ts";
import { Book, canonical } from "../trust/book.ts";
import { apart, atOnce, same, samples } from "./apart.ts";

const AS_OF = "2026-07-20";

describe.each([3, 11])("an audit in the client, samples of seed %i", (seed) => {
  let book: Book;
  let imported: WorkbookSnapshot;

  beforeAll(async () => {
    book = await Book.open();
    await book.as(ANNA).setUp({});
    await book.import(samples(seed, AS_OF));
    imported = book.workbook.snapshot();
  }, 120_000);

  it("finds what one execution finds and leaves the same document", async () => {
    const whole = await atOnce(book, AS_OF);
    const expected = same(book.workbook.snapshot());
    book.restore(imported);
    const audited = await apart(book.as(ANNA), AS_OF);
    expect(whole.findings.length).toBeGreaterThan(10);
    expect(audited.answer()).toEqual(whole);
    expect(same(book.workbook.snapshot())).toBe(expected);
  }, 120_000);
});

describe("an audit in the client of any account", () => {
  const row = fc.record({
    day: fc.integer({ min: 1, max: 19 }),
    item: fc.integer({ min: 0, max: 4 }).map((n) => `X00ITEM00${n}`),
    event: fc.constantFrom("Adjustments", "Shipments", "Receipts", "CustomerReturns"),
    reason: fc.constantFrom("M", "F", "E", "Q", "P", "5", ""),
    quantity: fc.integer({ min: -5, max: 5 }).filter((n) => n !== 0),
    reference: fc.integer({ min: 0, max: 30 }).map((n) => `R${n}`),
    msku: fc.constantFrom("SKU-1", "=SKU", "0012"),
  });
  const account = fc.record({
    ledger: fc.array(row, { minLength: 1, maxLength: 40 }),
    later: fc.array(row, { maxLength: 10 }),
    asOf: fc.constantFrom("2026-07-20", "2026-08-25", "2026-12-01"),
  });

  it("finds and leaves what one execution does, twice in a row", async () => {
    await fc.assert(
      fc.asyncProperty(account, async ({ ledger, later, asOf }) => {
        const [one, other] = [await Book.open(), await Book.open()];
        for (const files of [[ledgerFile("a.csv", ledger), reimbursements()], [ledgerFile("b.csv", later)]]) {
          for (const book of [one, other]) await book.import(files);
          const whole = await atOnce(one, asOf);
          expect((await apart(other.as(ANNA), asOf)).answer()).toEqual(whole);
          expect(same(other.workbook.snapshot())).toBe(same(one.workbook.snapshot()));
        }
      }),
      { numRuns: 12 },
    );
  }, 300_000);
});

describe("what is too much for one execution", () => {
  it("is left alone by the server, which says so, whoever asks", async () => {
    const book = await Book.open();
    await book.import([ledgerFile("a.csv", [{ day: 1 }]), reimbursements()]);
    const state = canonical(book.workbook.snapshot());
    const request = { asOf: AS_OF, marketplace: "US", cellsAtOnce: 20 };
    const [summary, answer] = [
      await book.as(ANNA).auditSummary(request),
      await book.as(ANNA).auditRun(request),
    ];
    for (const { apart: toClient, notes } of [summary, answer]) {
      expect(toClient).toBe(true);
      expect(notes).toEqual([expect.stringContaining("run the audit from the sidebar")]);
    }
    // Enough to read, not enough to write what is found.
    const { apart: toClient } = await book.as(ANNA).auditSummary({ ...request, cellsAtOnce: 200 });
    expect(toClient).toBe(true);
    expect(canonical(book.workbook.snapshot())).toBe(state);
    expect((await book.as(ANNA).auditSummary({ ...request, cellsAtOnce: 100_000 })).apart).toBeUndefined();
  }, 60_000);
});
