/** An import that archives old rows, stopped anywhere, and two people who import at once. */
import { expect, it } from "vitest";
import { type ImportFile, importFiles } from "../../../intake/import.ts";
import type { Server } from "../../../intake/server.ts";
import { ANNA, BEN } from "../trust/account.ts";
import { Book } from "../trust/book.ts";
import { stopEverywhere } from "../trust/stops.ts";
import { csv, fileOf } from "./sheet.ts";

const OPTIONS = { marketplace: "US", from: null, to: null, compact: true, archiveBefore: "2025-01-01" };
const HEADER = "Date,FNSKU,ASIN,MSKU,Event Type,Reference ID,Quantity,Fulfillment Center,Disposition,Reason";

function ledger(name: string, rows: readonly (readonly [date: string, event: string, units: number])[]) {
  const lines = rows.map(([date, event, units], i) =>
    [date, "X0000000001", "B000000001", "SKU-1", event, `R${date}${i}`, units, "ACY1", "SELLABLE", ""].map(
      String,
    ),
  );
  return fileOf(name, csv([HEADER.split(","), ...lines]));
}

const first = ledger("first.csv", [
  ["11/02/2024", "Shipments", -1],
  ["12/03/2024", "Shipments", -2],
  ["12/04/2024", "Receipts", 9],
  ["02/05/2026", "Shipments", -1],
]);
/** More rows of a month that is archived, rows of another, and one for the ledger's tab. */
const second = ledger("second.csv", [
  ["12/20/2024", "VendorReturns", -4],
  ["12/21/2024", "Shipments", -1],
  ["02/06/2026", "Receipts", 3],
]);

async function imported(book: Book, file: ImportFile, user = ANNA, options: object = OPTIONS): Promise<void> {
  const server = book.as(user) as Server;
  const { unrecognised } = await importFiles([file], server, { ...OPTIONS, ...options });
  if (unrecognised[0]) throw new Error(unrecognised[0].reason);
}

/** Anna's server; before the first piece that is meant, something else happens. */
function interrupted(
  book: Book,
  isMeant: (piece: { readonly report: string }) => boolean,
  happens: () => Promise<void>,
): Server {
  const server = book.as(ANNA) as Server;
  let happened = false;
  return {
    ...server,
    importBegin: (request) => server.importBegin(request),
    importKeys: (request) => server.importKeys(request),
    importFinish: (request) => server.importFinish(request),
    importPiece: async (piece) => {
      if (!happened && isMeant(piece)) {
        happened = true;
        await happens();
      }
      return server.importPiece(piece);
    },
  };
}

const archived = (book: Book) =>
  book.rows("Archived Rows").map((line) => [line["Event Type"], line["Rows"], line["Units"]]);

it("ends as without the stop, wherever it was stopped", async () => {
  const book = await Book.open();
  // The ledger's own tab is stopped elsewhere.
  await imported(book, ledger("tab.csv", [["02/03/2026", "Receipts", 2]]));
  let begin = book.workbook.snapshot();
  for (const file of [first, second]) {
    const outcome = await stopEverywhere(book, begin, {
      name: file.name,
      run: (own) => imported(own, file),
    });
    expect(outcome.wrong.slice(0, 20)).toEqual([]);
    expect(outcome.stops).toBeGreaterThan(300);
    begin = outcome.end;
  }
  expect(archived(book)).toHaveLength(3);
  expect(book.rows("Inventory Ledger Detail")).toHaveLength(4);
}, 300_000);

it("adds no row to the sums twice when two people archive the same file at once", async () => {
  const book = await Book.open();
  await imported(book, second);
  const slow = interrupted(
    book,
    () => true,
    () => imported(book, first, BEN),
  );
  const { imports } = await importFiles([first], slow, OPTIONS);
  expect(imports[0]).toMatchObject({ rows: 4, archived: 2 });
  expect(archived(book).sort()).toEqual([
    ["Shipments", 1, -1],
    ["Shipments", 2, -3],
    ["VendorReturns", 1, -4],
  ]);
  expect(book.rows("Inventory Ledger Detail")).toHaveLength(3);
});

it("mends the sums when the same rows came as rows meanwhile", async () => {
  const book = await Book.open();
  await imported(book, second);
  const slow = interrupted(
    book,
    ({ report }) => report === "archive",
    () => imported(book, first, BEN, { archiveBefore: null }),
  );
  await importFiles([first], slow, OPTIONS);
  await imported(book, first);
  const sums = archived(book).reduce((sum, [, rows]) => sum + Number(rows), 0);
  expect(sums + book.rows("Inventory Ledger Detail").length).toBe(7);
});
