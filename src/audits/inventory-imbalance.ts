/** Periods of the ledger summary that do not add up, or do not begin where the one before ended. */

import { disposition, marketplaceOfCountry } from "../policy/index.ts";
import type { RowOf } from "../reports/definition.ts";
import { ledgerSummary } from "../reports/index.ts";
import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import type { Account } from "./account/account.ts";
import { type Gaps, gapsOf } from "./account/gaps.ts";
import { ledgerOf } from "./account/ledger.ts";
import { type Place, placeOf } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { listUnder } from "./clearing.ts";
import type { Finding } from "./finding.ts";
import { type Draft, worthALook } from "./wording/draft.ts";
import { count, dated, fill, itemNamed } from "./wording/text.ts";

const messages = {
  flag: "stock does not add up",
  what: "{{item}}, {{condition}} at {{location}}, period of {{date}}: starts with {{start}}, moves by {{moves}}, should end with {{expected}} and ends with {{end}}.",
  chainWhat:
    "{{item}}, {{condition}} at {{location}}: the period of {{before}} ends with {{expected}}, the next, of {{date}}, starts with {{start}}.",
  why: "Amazon's own summary of the ledger should add up: the stock at the start and all movements give the stock at the end. {{signs}} Here {{units}} {{direction}}, and no movement explains it.",
  chainWhy:
    "A period should begin with the stock the one before ended with. Between the two {{units}} {{direction}}, and no movement explains it.",
  lacking: "{{are}} lacking",
  over: "{{are}} too many",
  signed: "In this file what leaves the warehouse is printed with a minus sign.",
  unsigned: "In this file what leaves the warehouse is printed without a sign.",
  todo: "No claim by itself. Look at the ledger's detailed view of these days for a unit lost, damaged or taken out; ask Amazon about the difference if there is none.",
  unvalued: "Not valued: no claim.",
  unreadable:
    "{{rows}} left out: under neither reading of the signs do most periods of the summary imported for {{marketplace}} add up.",
} as const;

const meta: AuditMeta = {
  id: "inventory-imbalance",
  family: "inventory",
  title: "Stock that does not add up",
  needs: ["ledger-summary"],
  uses: [],
  rule: "warehouse_lost",
  partition: "account",
  finds: "Periods of the ledger summary whose stock at the end is not what the start and the movements give.",
  messages,
};

type Row = RowOf<typeof ledgerSummary>;
type Count = "signed" | "unsigned";

/** Movements that keep their printed sign under either convention. */
const EITHER_WAY = [
  "receipts",
  "customerReturns",
  "warehouseTransferInOut",
  "found",
  "otherEvents",
] as const satisfies (keyof Row)[];
/** Movements out of the warehouse: some files print them with a minus sign, some without. */
const OUTGOING = [
  "customerShipments",
  "vendorReturns",
  "lost",
  "damaged",
  "disposed",
] as const satisfies (keyof Row)[];

function find(account: Account): AuditOutcome {
  const gaps = gapsOf(account, meta);
  const byFile = new Map<string, Row[]>();
  for (const row of account.rows(ledgerSummary)) {
    if (row.date === null || row.date > account.asOf) continue;
    listUnder(byFile, `${row.importedFor}|${placeOfRow(account, row).region}`).push(row);
  }
  const found = new Map<string, Finding>();
  // A region's stock may be imported for several of its marketplaces: the same rows again.
  for (const [, rows] of [...byFile].sort(([a], [b]) => compareText(a, b))) {
    for (const finding of ofFile(account, rows, gaps))
      if (!found.has(finding.id)) found.set(finding.id, finding);
  }
  return { findings: [...found.values()], cannotTell: gaps.summary() };
}

/** Where its stock lies: the location's own country or centre, else where the file was imported for. */
function placeOfRow(account: Account, row: Row): Place {
  const country = marketplaceOfCountry(row.location);
  if (country !== null) return placeOf(country.code);
  return account.derive(ledgerOf).placeOfCentre(row.location) ?? placeOf(row.importedFor);
}

function ofFile(account: Account, rows: readonly Row[], gaps: Gaps): Finding[] {
  const told = rows.filter(
    (row) => row.startingWarehouseBalance !== null && row.endingWarehouseBalance !== null,
  );
  const signs = signsOf(told);
  if (signs.length === 0) {
    gaps.add(
      fill(messages.unreadable, {
        rows: count(told.length, "period"),
        marketplace: told[0]?.importedFor ?? "",
      }),
      [],
    );
  }
  return [...told.flatMap((row) => unbalanced(account, row, signs)), ...broken(account, told)];
}

/** Of the periods that only one reading fits, so many parts must speak for a reading: else they are chance. */
const IN_USE = 0.25;

/**
 * The readings under which the periods add up, the commonest first: both when files of both kinds were imported
 * together; none when not even half of the periods with movements out add up under any.
 */
function signsOf(rows: readonly Row[]): Count[] {
  const telling = rows.filter((row) => OUTGOING.some((field) => (row[field] ?? 0) !== 0));
  const fits = (row: Row, signs: Count) => above(row, signs) === 0;
  const only = (signs: Count, other: Count) =>
    telling.filter((row) => fits(row, signs) && !fits(row, other)).length;
  const [signed, unsigned] = [only("signed", "unsigned"), only("unsigned", "signed")];
  const order: Count[] = signed >= unsigned ? ["signed", "unsigned"] : ["unsigned", "signed"];
  const inUse = order.filter(
    (signs) => (signs === "signed" ? signed : unsigned) >= (signed + unsigned) * IN_USE,
  );
  const fitting = telling.filter((row) => inUse.some((signs) => fits(row, signs))).length;
  return fitting * 2 < telling.length ? [] : inUse;
}

function movesOf(row: Row, signs: Count): number {
  const sum = (fields: readonly (keyof Row)[]) =>
    fields.reduce((total, field) => total + Number(row[field] ?? 0), 0);
  return sum(EITHER_WAY) + (signs === "signed" ? sum(OUTGOING) : -sum(OUTGOING));
}

/**
 * Units by which a period ends above what its start and movements give. Whether units in transit between
 * warehouses and unknown events belong to the movements no source says: with or without them it may add up.
 */
function above(row: Row, signs: Count): number {
  const difference =
    (row.endingWarehouseBalance ?? 0) - (row.startingWarehouseBalance ?? 0) - movesOf(row, signs);
  const [transit, unknown] = [row.inTransitBetweenWarehouses ?? 0, row.unknownEvents ?? 0];
  const explained = [0, transit, -transit, unknown, -unknown, transit + unknown, unknown - transit];
  return explained.includes(difference) ? 0 : difference;
}

/** A period that adds up under no reading in use, told under the commonest. */
function unbalanced(account: Account, row: Row, readings: readonly Count[]): Finding[] {
  const [signs] = readings;
  if (signs === undefined || readings.some((reading) => above(row, reading) === 0)) return [];
  const units = above(row, signs);
  const moves = movesOf(row, signs);
  const start = row.startingWarehouseBalance ?? 0;
  const numbers = { start, moves, expected: start + moves, end: row.endingWarehouseBalance ?? 0 };
  const why = { ...difference(units), signs: messages[signs] };
  return [
    worthALook(meta, {
      ...drafted(account, row, units, "sum"),
      what: fill(messages.what, { ...named(row), ...numbers }),
      why: fill(messages.why, why),
    }),
  ];
}

/** Periods that directly follow one another and do not meet. */
function broken(account: Account, rows: readonly Row[]): Finding[] {
  const step = stepOf(rows);
  const series = new Map<string, Row[]>();
  for (const row of rows) listUnder(series, keyOf(row)).push(row);
  return [...series.values()].flatMap((list) => {
    const inOrder = [...list].sort((a, b) => dayOf(a) - dayOf(b) || a.line - b.line);
    return inOrder.flatMap((row, i): Finding[] => {
      const before = inOrder[i - 1];
      if (before === undefined || !step(dayOf(row) - dayOf(before))) return [];
      const [start, expected] = [row.startingWarehouseBalance ?? 0, before.endingWarehouseBalance ?? 0];
      if (start === expected) return [];
      const drafts = drafted(account, row, start - expected, "chain");
      return [
        worthALook(meta, {
          ...drafts,
          what: fill(messages.chainWhat, { ...named(row), before: dated(dayOf(before)), expected, start }),
          why: fill(messages.chainWhy, difference(start - expected)),
          evidence: [{ report: "ledger-summary", line: before.line }, ...drafts.evidence],
        }),
      ];
    });
  });
}

/** Whether two periods so many days apart follow directly: the file's are days, weeks or months. */
function stepOf(rows: readonly Row[]): (days: number) => boolean {
  const days = [...new Set(rows.map(dayOf))].sort((a, b) => a - b);
  const least = Math.min(...days.slice(1).map((day, i) => day - (days[i] ?? day)));
  if (least >= 28) return (gap) => gap >= 28 && gap <= 31;
  return (gap) => gap === (least >= 7 ? 7 : 1);
}

function dayOf(row: Row): Day {
  return row.date as Day;
}

function keyOf(row: Row): string {
  return [row.fnsku, row.msku, conditionOf(row), row.location].join("\u0001");
}

function conditionOf(row: Row): string {
  return disposition(row.disposition) ?? row.disposition.toUpperCase();
}

function difference(units: number) {
  return {
    units: count(Math.abs(units), "unit"),
    direction: fill(units < 0 ? messages.lacking : messages.over, {
      are: Math.abs(units) === 1 ? "is" : "are",
    }),
  };
}

function named(row: Row) {
  return {
    item: itemNamed(row),
    condition: conditionOf(row).replace(/_/g, " ") || "of unknown condition",
    location: row.location || "all warehouses",
    date: dated(dayOf(row)),
  };
}

function drafted(
  account: Account,
  row: Row,
  units: number,
  kind: "sum" | "chain",
): Omit<Draft, "what" | "why"> {
  return {
    identity: [kind, dayOf(row), row.fnsku, row.msku, conditionOf(row), row.location],
    marketplace: placeOfRow(account, row).marketplace,
    item: row,
    quantity: Math.abs(units),
    value: { amount: null, basis: messages.unvalued },
    eventDate: dayOf(row),
    todo: messages.todo,
    evidence: [{ report: "ledger-summary", line: row.line }],
  };
}

export const inventoryImbalance: Audit = { meta, find };
