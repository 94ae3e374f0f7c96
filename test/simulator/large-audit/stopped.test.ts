/** An audit in the client whose executions are stopped anywhere, and what is left when it is run again. */
import { beforeAll, describe, expect, it } from "vitest";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { ANNA, AS_OF, BEN, laterLedger, ledger, reimbursements } from "../trust/account.ts";
import { Book, type BookOptions } from "../trust/book.ts";
import { figure } from "../trust/figures.ts";
import { stopEverywhere } from "../trust/stops.ts";
import { apart, atOnce } from "./apart.ts";
import { claimFirst, costsFile } from "./by-hand.ts";

async function begun(options: BookOptions = {}): Promise<Book> {
  const book = await Book.open(options);
  await book.as(ANNA).setUp({});
  await book.import([ledger(), reimbursements(), costsFile()]);
  await atOnce(book, AS_OF);
  await claimFirst(book, BEN, "op-first-1");
  // What changes from one audit to the next: a finding goes, others come.
  await book.import([laterLedger()]);
  return book;
}

async function everywhere(book: Book, name: string, begin: WorkbookSnapshot): Promise<void> {
  const run = async (own: Book) => void (await apart(own.as(ANNA), AS_OF));
  const outcome = await stopEverywhere(book, begin, { name, run });
  figure(`${name}: stops`, outcome.stops);
  figure(`${name}: different states left behind`, outcome.states);
  figure(`${name}: executions really ended`, outcome.reallyStopped);
  // Where Google does not tell the user's address the add-on goes on without it, and who audited is unverified.
  const wrong = outcome.wrong.filter((one) => !/^auditFinish( went on after|,) serviceError/.test(one));
  expect(wrong.slice(0, 20)).toEqual([]);
  expect(outcome.stops).toBeGreaterThan(500);
  expect(outcome.reallyStopped).toBeGreaterThan(30);
}

describe("an audit in the client, stopped anywhere and run again, leaves the workbook as without the stop", () => {
  let book: Book;

  beforeAll(async () => {
    book = await begun();
  }, 120_000);

  it(
    "over the findings of another",
    () => everywhere(book, "audit in the client", book.workbook.snapshot()),
    600_000,
  );

  it("over findings that are sorted, noted and gone", async () => {
    const sheet = book.workbook.sheetByName("Findings");
    if (!sheet) throw new Error("There is no tab Findings.");
    const last = sheet.maxColumns;
    book.workbook.insertLines(sheet, "column", last, 1, last - 1);
    sheet.column(last).set(0, ["My notes", "first", "second"]);
    await everywhere(book, "audit in the client beside notes", book.workbook.snapshot());
  }, 600_000);
});

describe("where the user's own columns stand between ours", () => {
  it("it does, too", async () => {
    const book = await begun({ textFormatKeepsFormulas: false });
    for (const name of ["Findings", "Claims", "Data health"]) {
      const sheet = book.workbook.sheetByName(name);
      if (!sheet) throw new Error(`There is no tab ${name}.`);
      book.workbook.insertLines(sheet, "column", 4, 1, 3);
      sheet.column(4).set(0, ["My column"]);
      const used = book.workbook.snapshot().sheets.find((one) => one.name === name)?.values.length ?? 1;
      book.workbook.removeLines(sheet, "row", used + 1, sheet.maxRows - used - 1);
    }
    await everywhere(book, "audit in the client between own columns", book.workbook.snapshot());
  }, 900_000);
});
