/**
 * The columns of the Claim Log tab, and rows in both directions. A row somebody edited is read as far as it can
 * be: what cannot be read is told and left blank, because a lost row could mean a claim filed twice.
 */

import { formatDay, parseDay } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import { amountOf, currencyOf, type Money, minorDigits, moneyOf } from "../values/money.ts";
import {
  CLAIM_STATES,
  type ClaimFacts,
  type ClaimState,
  LOG_KINDS,
  type LogEntry,
  type LogKind,
} from "./claim.ts";
import { secondsOf } from "./text.ts";

/** `text` columns are formatted as text before anything is written; days in them are `YYYY-MM-DD`. */
export interface LogColumn {
  readonly key: string;
  readonly header: string;
  readonly type: "number" | "text";
}

const number = (key: string, header: string): LogColumn => ({ key, header, type: "number" });
const text = (key: string, header: string): LogColumn => ({ key, header, type: "text" });

export const LOG_COLUMNS = [
  number("sequence", "No."),
  text("when", "When (UTC)"),
  text("who", "Who"),
  text("verified", "Verified"),
  text("kind", "Kind"),
  text("claimId", "Claim ID"),
  text("from", "From"),
  text("to", "To"),
  text("on", "On"),
  text("caseId", "Case ID"),
  number("units", "Units"),
  number("amount", "Amount"),
  text("currency", "Currency"),
  text("note", "Note"),
  text("link", "Link"),
  text("evidenceKind", "Evidence"),
  text("evidenceDate", "Evidence date"),
  text("proves", "What it proves"),
  text("until", "Until"),
  text("reimbursement", "Reimbursement"),
  number("refersTo", "Takes back No."),
  text("audit", "Audit"),
  text("marketplace", "Marketplace"),
  text("msku", "MSKU"),
  text("fnsku", "FNSKU"),
  text("asin", "ASIN"),
  text("orderId", "Order ID"),
  text("shipmentId", "Shipment ID"),
  text("referenceId", "Reference ID"),
  text("eventDate", "Event date"),
  text("opens", "Opens"),
  text("deadline", "Deadline"),
  text("estimated", "Estimated"),
  text("what", "What"),
  text("basis", "Basis"),
  text("findingId", "Finding ID"),
  text("operation", "Operation"),
  text("hash", "Hash"),
] as const satisfies readonly LogColumn[];

/** Columns of the facts; blank in every row but the first of a claim or a disposition. */
const FACTS = LOG_COLUMNS.slice(
  LOG_COLUMNS.findIndex(({ key }) => key === "audit"),
  LOG_COLUMNS.findIndex(({ key }) => key === "findingId"),
).map(({ key }) => key);

/** What a cell holds; blank is "". */
export type LogCell = string | number;
/** The cells of a row by column key; absent or null = blank. */
export type LogRow = Readonly<Record<string, unknown>>;

/** The cells of an entry, by column key. */
export function rowOf(entry: LogEntry): Record<string, LogCell> {
  const { facts } = entry;
  const day = (value: LogEntry["on"]) => (value === null ? "" : formatDay(value));
  return {
    sequence: entry.sequence,
    when: entry.when,
    who: entry.who,
    verified: entry.verified ? "yes" : "no",
    kind: entry.kind,
    claimId: entry.claimId,
    from: entry.from,
    to: entry.to,
    on: day(entry.on),
    caseId: entry.caseId,
    units: entry.units ?? "",
    amount: entry.amount === null ? "" : amountOf(entry.amount),
    currency: entry.amount?.currency ?? "",
    note: entry.note,
    link: entry.link,
    evidenceKind: entry.evidenceKind,
    evidenceDate: day(entry.evidenceDate),
    proves: entry.proves,
    until: day(entry.until),
    reimbursement: entry.reimbursement,
    refersTo: entry.refersTo ?? "",
    audit: facts?.audit ?? "",
    marketplace: facts?.marketplace ?? "",
    msku: facts?.msku ?? "",
    fnsku: facts?.fnsku ?? "",
    asin: facts?.asin ?? "",
    orderId: facts?.orderId ?? "",
    shipmentId: facts?.shipmentId ?? "",
    referenceId: facts?.referenceId ?? "",
    eventDate: day(facts?.eventDate ?? null),
    opens: day(facts?.opens ?? null),
    deadline: day(facts?.deadline ?? null),
    estimated: facts === null ? "" : facts.estimated ? "yes" : "no",
    what: facts?.what ?? "",
    basis: facts?.basis ?? "",
    findingId: entry.findingId,
    operation: entry.operation,
    hash: entry.hash,
  };
}

/** The entries of the log's rows, and what could not be read in them. `rows` in the order of the tab, first = tab row 2. */
export function readRows(rows: readonly LogRow[]): { entries: LogEntry[]; problems: string[] } {
  const problems: string[] = [];
  const read = rows.flatMap((row, index) => {
    const entry = readRow(row, index + 2, problems);
    return entry === null ? [] : [entry];
  });
  return { entries: numbered(read), problems };
}

type ReadEntry = Omit<LogEntry, "sequence"> & { readonly sequence: number | null };

/** Rows whose number is gone take one that is missing, where their time fits; else they stand at the end. */
function numbered(read: readonly ReadEntry[]): LogEntry[] {
  const known = read.flatMap((row) => (row.sequence === null ? [] : [{ ...row, sequence: row.sequence }]));
  const lost = read.filter(({ sequence }) => sequence === null);
  for (const row of [...lost].sort((a, b) => compareText(a.when, b.when))) {
    known.push({ ...row, sequence: placeOf(row, known) });
  }
  return known;
}

function placeOf({ when }: ReadEntry, known: readonly LogEntry[]): number {
  const taken = new Set(known.map(({ sequence }) => sequence));
  const last = known.reduce((max, { sequence }) => Math.max(max, sequence), 0);
  const fits = (place: number) =>
    known.every((row) => (row.sequence < place ? row.when <= when : row.when >= when));
  for (let place = 1; place <= last; place++) if (!taken.has(place) && fits(place)) return place;
  return last + 1;
}

/** One row; null when it is blank or names neither a claim nor a finding. */
function readRow(row: LogRow, line: number, problems: string[]): ReadEntry | null {
  const cell = (key: string): string => {
    const value = row[key];
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
      ? String(value)
      : "";
  };
  const tell = (key: string, wanted: string) => {
    const header = LOG_COLUMNS.find((column) => column.key === key)?.header ?? key;
    problems.push(
      `Claim Log, row ${line}, ${header}: "${cell(key)}" cannot be read, expected ${wanted}. Bring it back from the version history of the sheet.`,
    );
  };
  const whole = (key: string): number | null => {
    const value = cell(key).trim();
    if (value === "") return null;
    const read = Number(value);
    if (Number.isSafeInteger(read)) return read;
    tell(key, "a whole number");
    return null;
  };
  const day = (key: string) => {
    if (cell(key).trim() === "") return null;
    const read = parseDay(cell(key).trim());
    if (read === null) tell(key, "a day such as 2026-11-23");
    return read;
  };
  const word = <T extends string>(key: string, words: readonly T[]): T | "" => {
    const said = cell(key).trim();
    const known = words.find((one) => one === said);
    if (known === undefined && said !== "") tell(key, `one of: ${words.join(", ")}`);
    return known ?? "";
  };
  const flag = (key: string): boolean => {
    if (cell(key).trim() === "") tell(key, "yes or no");
    return word(key, ["yes", "no"]) === "yes";
  };

  if (LOG_COLUMNS.every(({ key }) => cell(key).trim() === "")) return null;
  if (cell("claimId") === "" && cell("findingId") === "") {
    problems.push(
      `Claim Log, row ${line}: it names neither a claim nor a finding, so it does not count. Keep your own notes in columns or tabs of your own.`,
    );
    return null;
  }
  const sequence = whole("sequence");
  if (sequence === null && cell("sequence").trim() === "") tell("sequence", "the number of the row");
  if (secondsOf(cell("when")) === null) tell("when", "a time such as 2026-11-23T14:05:09Z");
  const [from, to] = [word("from", CLAIM_STATES), word("to", CLAIM_STATES)];
  const kind = word("kind", LOG_KINDS);
  if (cell("kind").trim() === "") tell("kind", `one of: ${LOG_KINDS.join(", ")}`);
  const units = whole("units");
  const amount = moneyIn(cell("amount").trim(), cell("currency"), () =>
    tell("amount", "a plain amount, with its currency beside it"),
  );
  return {
    sequence,
    when: cell("when"),
    who: cell("who"),
    verified: flag("verified"),
    operation: cell("operation"),
    kind: kindOf(kind, cell("claimId"), to),
    claimId: cell("claimId"),
    findingId: cell("findingId"),
    from,
    to,
    on: day("on"),
    caseId: cell("caseId"),
    units,
    amount,
    note: cell("note"),
    link: cell("link"),
    evidenceKind: cell("evidenceKind"),
    evidenceDate: day("evidenceDate"),
    proves: cell("proves"),
    reimbursement: cell("reimbursement"),
    refersTo: whole("refersTo"),
    until: day("until"),
    facts: FACTS.every((key) => cell(key) === "") ? null : readFacts(),
    hash: cell("hash"),
  };

  function readFacts(): ClaimFacts {
    return {
      audit: cell("audit"),
      marketplace: cell("marketplace"),
      msku: cell("msku"),
      fnsku: cell("fnsku"),
      asin: cell("asin"),
      orderId: cell("orderId"),
      shipmentId: cell("shipmentId"),
      referenceId: cell("referenceId"),
      units,
      amount,
      eventDate: day("eventDate"),
      opens: day("opens"),
      deadline: day("deadline"),
      estimated: flag("estimated"),
      what: cell("what"),
      basis: cell("basis"),
    };
  }
}

/** A row of unknown kind still moves its claim when it says where to. */
function kindOf(kind: LogKind | "", claimId: string, to: ClaimState | ""): LogKind {
  if (kind !== "") return kind;
  return claimId !== "" && to !== "" ? "step" : "note";
}

/** An amount in its currency, to the last minor unit; null when blank or unreadable. */
function moneyIn(amount: string, code: string, tell: () => void): Money | null {
  if (amount === "" && code === "") return null;
  const of = currencyOf(code);
  const value = Number(amount);
  if (of !== null && amount !== "" && /^-?\d+(\.\d+)?$/.test(amount) && fits(value, minorDigits(of))) {
    return moneyOf(value, of);
  }
  tell();
  return null;
}

function fits(value: number, digits: number): boolean {
  const scaled = value * 10 ** digits;
  return Number.isSafeInteger(Math.round(scaled)) && Math.abs(scaled - Math.round(scaled)) < 1e-4;
}
