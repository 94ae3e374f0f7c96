/** What people do to tabs by hand, in the grid, and what the other one does in the sidebar. */

import type { SheetModel } from "../../../simulator/services/sheet-model.ts";
import { sortArea } from "../../../simulator/services/sort.ts";
import { csv, fileOf } from "../import/sheet.ts";
import { NOW } from "../trust/account.ts";
import type { Book } from "../trust/book.ts";

function tabOf(book: Book, name: string): { sheet: SheetModel; headers: string[]; rows: number } {
  const sheet = book.workbook.sheetByName(name);
  const values = book.workbook.snapshot().sheets.find((one) => one.name === name)?.values ?? [];
  if (!sheet) throw new Error(`There is no tab ${name}.`);
  return { sheet, headers: (values[0] ?? []).map(String), rows: values.length };
}

export const byHand = {
  /** By the first column with different cells, the header left where it is. */
  sort(book: Book, tab: string, ascending: boolean): void {
    const { sheet, headers, rows } = tabOf(book, tab);
    const area = { row: 1, column: 0, rows: rows - 1, columns: headers.length };
    const before = JSON.stringify(book.workbook.snapshot().sheets.find(({ name }) => name === tab)?.values);
    for (const way of [ascending, !ascending]) {
      for (let column = 0; column < headers.length; column++) {
        sortArea(book.workbook, sheet, area, [{ column, ascending: way }]);
        const after = JSON.stringify(
          book.workbook.snapshot().sheets.find(({ name }) => name === tab)?.values,
        );
        if (after !== before) return;
      }
    }
    throw new Error(`All rows of ${tab} are the same.`);
  },
  /** `row`: 1 = the first below the header. */
  set(book: Book, tab: string, header: string, row: number, value: string | number): void {
    const { sheet, headers } = tabOf(book, tab);
    if (!headers.includes(header)) throw new Error(`${tab} has no column ${header}: ${headers.join()}`);
    sheet.column(headers.indexOf(header)).set(row, [value]);
  },
  remove(book: Book, tab: string, row: number): void {
    book.workbook.removeLines(tabOf(book, tab).sheet, "row", row, 1);
  },
  insert(book: Book, tab: string, row: number): void {
    book.workbook.insertLines(tabOf(book, tab).sheet, "row", row, 1, row - 1);
  },
  type(book: Book, tab: string, cells: Readonly<Record<string, string | number>>): void {
    const { rows } = tabOf(book, tab);
    for (const [header, value] of Object.entries(cells)) byHand.set(book, tab, header, rows, value);
  },
};

/** The first finding nobody has touched becomes a claim. */
export async function claimFirst(book: Book, user: string, operation: string): Promise<void> {
  const { findings } = await book.as(user).findingsList({ from: 0, revision: null });
  const next = findings.find(({ status, state }) => status === "new" && state === "file");
  if (!next) {
    const { claims } = await book.as(user).claimsList({ from: 0, revision: null });
    const { claim, version } = await book.as(user).claimDetail({ id: claims[0]?.id ?? "" });
    await book.as(user).claimNote({ id: claim.id, version, operation, note: operation });
    return;
  }
  const { refused } = await book.as(user).findingStart({ id: next.id, version: "", operation });
  if (refused !== null) throw new Error(refused);
}

export const costsFile = () =>
  fileOf(
    "costs.csv",
    csv([
      ["msku", "fnsku", "asin", "unit-cost", "currency", "valid-from"],
      ["LOST-1", "X00LOST001", "", "9.50", "USD", "2026-01-01"],
      ["LOST-2", "X00LOST002", "", "4.00", "USD", "2026-01-01"],
    ]),
    NOW,
  );
