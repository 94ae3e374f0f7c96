/** Rows kept as sums: none is counted twice or lost, and no audit says anything else because of them. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARCHIVE_FIELDS, planArchiveInSteps } from "../../../intake/archive.ts";
import { type FileRows, keyRows, planMerge } from "../../../intake/plan.ts";
import { atOnce } from "../../../intake/turns.ts";
import { generate } from "../../../samples/generate.ts";
import { accountOf } from "../../../src/audits/account/account.ts";
import { itemNumbersOf } from "../../../src/audits/account/item-numbers.ts";
import type { AuditInput } from "../../../src/audits/audit.ts";
import { findingToJson } from "../../../src/audits/finding.ts";
import { healthRows } from "../../../src/audits/health/data-health-rows.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { monthOfReach } from "../../../src/policy/ledger-reach.ts";
import type { Cell, Table } from "../../../src/reports/definition.ts";
import { archive, ledgerDetail } from "../../../src/reports/index.ts";
import { addDays, type Day, day, formatDay } from "../../../src/values/day.ts";
import { inputOf } from "../audits/account-of-rows.ts";
import { inputOfSample } from "../samples/audited.ts";

interface Line {
  key: string;
  cells: readonly Cell[];
}

/** The two tabs a ledger's files go into. */
class Tabs {
  ledger: Line[] = [];
  archive: Line[] = [];

  import(file: FileRows, before: Day | null): { added: number; archived: number; other: number } {
    const keys = this.ledger.map(({ key }) => key);
    const lines = this.archive.map(({ key }) => key);
    const divided = atOnce(planArchiveInSteps(file, keyRows(file), keys, lines, before));
    const plan = planMerge(keys, divided.rows, divided.rows.length);
    for (const { row, was, key, cells } of plan.change) {
      expect(this.ledger[row - 2]?.key).toBe(was);
      this.ledger[row - 2] = { key, cells: cells ?? this.ledger[row - 2]?.cells ?? [] };
    }
    this.ledger.push(...plan.add);
    for (const { row, was, key, cells } of divided.merge.change) {
      expect(this.archive[row - 2]?.key).toBe(was);
      this.archive[row - 2] = { key, cells: cells ?? [] };
    }
    this.archive.push(...divided.merge.add);
    return {
      added: plan.add.length,
      archived: divided.archived,
      other: divided.rows.length - plan.add.length,
    };
  }

  sums(file: FileRows) {
    const quantityAt = file.fields.indexOf("quantity");
    const [rowsAt, unitsAt] = [ARCHIVE_FIELDS.indexOf("archivedRows"), ARCHIVE_FIELDS.indexOf("units")];
    const sum = (lines: readonly Line[], at: number) =>
      lines.reduce((total, { cells }) => total + Number(cells[at]), 0);
    return {
      rows: this.ledger.length + sum(this.archive, rowsAt),
      units: sum(this.ledger, quantityAt) + sum(this.archive, unitsAt),
    };
  }
}

const FIELDS = Object.keys(ledgerDetail.columns);
const fileOf = (rows: readonly Readonly<Record<string, Cell>>[]): FileRows => ({
  definition: ledgerDetail,
  fields: FIELDS,
  extras: [],
  rows: rows.map((row) => FIELDS.map((field) => row[field] ?? null)),
  marketplace: "US",
  modified: 0,
});

const FIRST = day("2024-11-20");
const MIDDLE = day("2025-01-01");
const someRow = fc.record({
  date: fc.integer({ min: 0, max: 80 }).map((n) => addDays(FIRST, n)),
  fnsku: fc.constantFrom("X1", "X2", ""),
  asin: fc.constantFrom("B1", "B2"),
  msku: fc.constantFrom("M1", "M2"),
  eventType: fc.constantFrom("Shipments", "Shipment", "VendorReturns", "Adjustments", "Receipts", "Odd"),
  quantity: fc.constantFrom(-2, -1, 1),
  disposition: fc.constantFrom("SELLABLE", "Sellable", "DEFECTIVE", ""),
  country: fc.constantFrom("US", "CA", ""),
});

describe("sums in are sums out", () => {
  it("whatever the files share, in whichever order and manner they come, and however often", () => {
    fc.assert(
      fc.property(
        fc.array(someRow, { minLength: 1, maxLength: 40 }),
        fc.array(fc.tuple(fc.nat(40), fc.nat(40), fc.constantFrom("archive", "all rows")), {
          minLength: 1,
          maxLength: 5,
        }),
        (rows, cuts) => {
          const files = cuts.map(([a, b, how]) => ({
            rows: rows.slice(Math.min(a, b), Math.max(a, b)),
            how,
          }));
          const [apart, plain] = [new Tabs(), new Tabs()];
          for (const { rows: some, how } of [...files, ...files]) {
            const file = fileOf(some);
            const { added, archived, other } = apart.import(file, how === "archive" ? MIDDLE : null);
            expect(added + archived + other).toBe(keyRows(file).length);
            plain.import(file, null);
          }
          expect(apart.sums(fileOf([]))).toEqual(plain.sums(fileOf([])));
          for (const { cells } of apart.archive) {
            expect(cells[ARCHIVE_FIELDS.indexOf("month")]).toBeLessThan(MIDDLE);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it("takes a row that stands in both tabs out of the archive", () => {
    const row = { date: FIRST, fnsku: "X1", asin: "B1", msku: "M1", eventType: "Shipments", quantity: -3 };
    const other = { ...row, quantity: -1 };
    const [tabs, elsewhere] = [new Tabs(), new Tabs()];
    tabs.import(fileOf([row, other]), MIDDLE);
    // Somebody else's import of the same row, planned before the archive had it.
    elsewhere.import(fileOf([row]), null);
    tabs.ledger.push(...elsewhere.ledger);
    tabs.import(fileOf([row, other]), MIDDLE);
    expect(tabs.sums(fileOf([]))).toEqual({ rows: 2, units: -4 });
    expect(tabs.ledger).toHaveLength(1);
  });
});

describe("the month of the reach", () => {
  it.each([
    ["2026-11-23", "2025-05-01"],
    ["2026-08-31", "2025-02-01"],
    ["2026-03-01", "2024-09-01"],
  ])("of %s is %s", (asOf, month) => expect(formatDay(monthOfReach(day(asOf)))).toBe(month));
});

/** The account with its ledger divided as by a compact import. */
function archived(input: AuditInput, before: Day): AuditInput {
  const ledgers = input.tables.filter(({ report }) => report === ledgerDetail.id);
  const others = input.tables.filter(({ report }) => report !== ledgerDetail.id);
  return { ...input, tables: [...others, ...ledgers.flatMap((table) => divided(table, before))] };
}

function divided(table: Table, before: Day): Table[] {
  const fields = Object.keys(table.columns);
  const rows = table.lines.map((_, i) => fields.map((field) => table.columns[field]?.[i] ?? null));
  const file = { ...fileOf([]), fields, rows, marketplace: table.importedFor[0] ?? "US" };
  const tabs = new Tabs();
  tabs.import(file, before);
  const tableOf = (report: string, names: readonly string[], lines: readonly Line[]): Table => ({
    report,
    length: lines.length,
    columns: Object.fromEntries(names.map((name, at) => [name, lines.map(({ cells }) => cells[at] ?? null)])),
    lines: lines.map((_, i) => i + 2),
    importedFor: lines.map(() => file.marketplace),
  });
  return [tableOf(ledgerDetail.id, fields, tabs.ledger), tableOf(archive.id, ARCHIVE_FIELDS, tabs.archive)];
}

/** Everything audits say, but for the tab rows they point at. */
function said(input: AuditInput) {
  const { findings, cannotTell } = runAudits(input);
  const bare = findings.map((finding) => ({
    ...findingToJson(finding),
    evidence: finding.evidence.map(({ report }) => report).sort(),
  }));
  return { findings: bare, cannotTell };
}

describe("no audit says anything else", () => {
  it.each([1, 2, 3, 4, 5])("of the made-up account of seed %i, wherever its ledger is cut", async (seed) => {
    const input = await inputOfSample(
      generate({ seed, asOf: "2026-07-20", factor: 0.4, marketplaces: ["US", "UK", "DE"] }),
    );
    const whole = said(input);
    expect(new Set(whole.findings.map(({ state }) => state)).size).toBeGreaterThan(3);
    for (const before of [addDays(input.asOf, -200), addDays(input.asOf, -60), addDays(input.asOf, 1)]) {
      const cut = archived(input, before);
      const lines = cut.tables.find(({ report }) => report === archive.id)?.length ?? 0;
      expect(lines).toBeGreaterThan(before > input.asOf ? 20 : 0);
      expect(said(cut)).toEqual(whole);
    }
  });

  it("as an item goes by the numbers most of its rows show, archived ones among them", () => {
    const shipment = { eventType: "Shipments", quantity: -1, msku: "MUG", asin: "B1", country: "US" };
    const input = inputOf({
      reports: {
        "ledger-detail": [
          { ...shipment, date: "2024-05-03", fnsku: "X-OLD", referenceId: "1" },
          { ...shipment, date: "2024-05-04", fnsku: "X-OLD", referenceId: "2" },
          { ...shipment, date: "2024-05-05", fnsku: "X-OLD", referenceId: "3" },
          { ...shipment, date: "2026-05-03", fnsku: "X-NEW", referenceId: "4" },
          { ...shipment, date: "2026-05-04", fnsku: "X-NEW", referenceId: "5" },
        ],
      },
    });
    const cut = archived(input, day("2025-01-01"));
    expect(cut.tables.map(({ report, length }) => [report, length])).toEqual([
      [ledgerDetail.id, 2],
      [archive.id, 1],
    ]);
    for (const one of [input, cut]) {
      expect(itemNumbersOf(accountOf(one)).ofMsku("US", "MUG").fnsku).toBe("X-OLD");
    }
  });

  it("but Data health says what is archived", () => {
    const rows = ["2024-05-03", "2024-09-04", "2026-07-05"].map((date) => ({
      date,
      eventType: "Shipments",
      quantity: -1,
      msku: "MUG",
      fnsku: "X1",
      asin: "B1",
      country: "US",
    }));
    const cut = archived(inputOf({ reports: { "ledger-detail": rows } }), day("2025-01-01"));
    const health = healthRows(runAudits(cut).health).find(({ id }) => id.startsWith("report ledger-detail"));
    expect(health?.what).toContain(
      "2 rows of 2024-05-01 – 2024-09-30 are archived as sums: shipments to customers and to you, which no audit reads.",
    );
  });
});
