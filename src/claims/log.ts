/**
 * From the rows of the Claim Log to claims. The state is derived anew each time, from the rows in the order of
 * their numbers, whatever the tab is sorted by. Rows that were edited by hand are told and count as they stand.
 */

import { addMoney, type Money, money } from "../values/money.ts";
import { type ChainHead, inOrder, verify } from "./chain.ts";
import type {
  Claim,
  ClaimBook,
  ClaimFacts,
  ClaimState,
  ConfirmedPayment,
  Disposition,
  LogEntry,
} from "./claim.ts";
import { mayBeFollowed } from "./lifecycle.ts";
import { type LogRow, readRows } from "./log-columns.ts";

/** Everything the rows of the log tab say, first = tab row 2. `head`: where the log ended when it was last written. */
export function readLog(rows: readonly LogRow[], head: ChainHead | null = null): ClaimBook {
  const { entries, problems } = readRows(rows);
  const book = claimsOf(entries);
  return { ...book, problems: [...problems, ...verify(entries, head), ...book.problems] };
}

/** Claims and dispositions the entries add up to. `problems` are of the story they tell; the chain is `verify`'s. */
export function claimsOf(entries: readonly LogEntry[]): ClaimBook {
  const ofClaims = new Map<string, LogEntry[]>();
  const ofFindings = new Map<string, LogEntry[]>();
  for (const entry of withoutCopies(inOrder(entries))) {
    const [key, map] = entry.claimId === "" ? [entry.findingId, ofFindings] : [entry.claimId, ofClaims];
    const list = map.get(key);
    if (list) list.push(entry);
    else map.set(key, [entry]);
  }
  const problems: string[] = [];
  const claims = withRivals([...ofClaims.values()].map((rows) => claimOf(rows, problems)));
  const dispositions = [...ofFindings.values()].flatMap((rows) => dispositionOf(rows) ?? []);
  return { claims, dispositions, problems };
}

function withRivals(claims: readonly Omit<Claim, "rival">[]): Claim[] {
  const live = new Map<string, string[]>();
  for (const { findingId, claimId, state } of claims) {
    if (!mayBeFollowed(state)) live.set(findingId, [...(live.get(findingId) ?? []), claimId]);
  }
  return claims.map((claim) => ({
    ...claim,
    rival: live.get(claim.findingId)?.find((id) => id !== claim.claimId) ?? null,
  }));
}

/** A row copied as a whole counts once. */
function withoutCopies(rows: readonly LogEntry[]): LogEntry[] {
  return rows.filter((row, index) => {
    const before = rows[index - 1];
    return before === undefined || before.sequence !== row.sequence || before.hash !== row.hash;
  });
}

interface Working {
  state: ClaimState;
  caseId: string;
  asked: { units: number | null; amount: Money | null };
  approved: { units: number | null; amount: Money | null };
  filedOn: Claim["filedOn"];
  appeals: number;
  readonly payments: ConfirmedPayment[];
  readonly declined: string[];
  readonly evidence: Claim["evidence"][number][];
  readonly denials: Claim["denials"][number][];
}

/** A claim from its rows, oldest first; at least one. */
function claimOf(history: readonly LogEntry[], problems: string[]): Omit<Claim, "rival"> {
  const [first, last] = [history[0] as LogEntry, history[history.length - 1] as LogEntry];
  const start = history.find((row) => row.kind === "start");
  if (start === undefined || start.facts === null) {
    problems.push(
      `Claim ${first.claimId}: the row that started it${start ? " no longer says what it is about" : " is missing"}. Bring it back from the version history of the sheet.`,
    );
  }
  const facts = start?.facts?.audit
    ? start.facts
    : { ...(start?.facts ?? lostFacts(first)), audit: auditIn(first) };
  const undone = undoneIn(history, problems);
  const claim: Working = {
    state: "to file",
    caseId: "",
    asked: { units: facts.units, amount: facts.amount },
    approved: { units: null, amount: null },
    filedOn: null,
    appeals: 0,
    payments: [],
    declined: [],
    evidence: [],
    denials: [],
  };
  let end: ClaimState = claim.state;
  for (const row of history) {
    if (row.from !== "" && row.kind !== "start" && row.from !== end) {
      problems.push(
        `Claim ${row.claimId}: row number ${row.sequence} of the log goes on from "${row.from}", but the rows before it end at "${end}".`,
      );
    }
    if (row.to !== "") end = row.to;
    if (row.kind !== "undo" && !undone.has(row.sequence)) apply(claim, row);
  }
  return {
    claimId: first.claimId,
    findingId: start?.findingId ?? first.findingId,
    version: last.hash,
    facts,
    ...claim,
    paidUnits: countedPayments(claim).reduce((sum, { units }) => sum + (units ?? 0), 0),
    paid: perCurrency(countedPayments(claim)),
    history,
    undone: [...undone],
  };
}

/** What one row does to its claim. */
function apply(claim: Working, row: LogEntry): void {
  const moved = row.to !== "" && row.to !== claim.state;
  const extent = { units: row.units, amount: row.amount };
  if (row.caseId !== "") claim.caseId = row.caseId;
  switch (row.kind) {
    case "payment":
      claim.payments.push({
        ...extent,
        reimbursement: row.reimbursement,
        on: row.on,
        sequence: row.sequence,
      });
      break;
    case "decline":
      claim.declined.push(row.reimbursement);
      break;
    case "evidence":
      claim.evidence.push({
        sequence: row.sequence,
        kind: row.evidenceKind,
        link: row.link,
        date: row.evidenceDate,
        proves: row.proves,
        note: row.note,
      });
      break;
    case "correct":
      if (row.on !== null) claim.filedOn = row.on;
      break;
    case "step":
      if (moved) applyStep(claim, row, extent);
      break;
  }
  // A row that moved nothing says where the claim stood then: not where it stands once that step is taken back.
  if (row.to !== "" && row.to !== row.from) claim.state = row.to;
}

function applyStep(claim: Working, row: LogEntry, extent: Working["asked"]): void {
  if (row.to === "filed") {
    claim.filedOn = row.on;
    claim.asked = askedInAll(claim, extent);
  } else if (row.to === "approved") {
    claim.approved = extent;
  } else if (row.to === "denied") {
    claim.denials.push({ on: row.on, reason: row.note });
  } else if (row.to === "appealed") {
    claim.appeals += 1;
  } else if (row.to === "paid") {
    claim.payments.push({
      ...extent,
      reimbursement: row.reimbursement,
      on: row.on,
      sequence: row.sequence,
    });
  }
}

/**
 * What is asked for in all: what the filing names, and what was paid before it. Fewer units without an amount are
 * worth their part of it; an amount alone leaves the units.
 */
function askedInAll(claim: Working, { units, amount }: Working["asked"]): Working["asked"] {
  const { asked } = claim;
  if (units === null && amount === null) return asked;
  const before = countedPayments(claim);
  const paidUnits = before.reduce((sum, payment) => sum + (payment.units ?? 0), 0);
  const paid = perCurrency(before).find(({ currency }) => currency === amount?.currency);
  const all = units === null ? asked.units : units + paidUnits;
  if (amount !== null) return { units: all, amount: paid ? addMoney(amount, paid) : amount };
  const part = all === null || asked.units === null || asked.units === 0 ? 1 : Math.min(1, all / asked.units);
  const worth = asked.amount && money(Math.round(asked.amount.minor * part), asked.amount.currency);
  return { units: all, amount: worth };
}

/** The sequence numbers of rows taken back. An `undo` of a row that is not there, or of an undo, is told. */
function undoneIn(history: readonly LogEntry[], problems: string[]): Set<number> {
  const undone = new Set<number>();
  for (const { kind, refersTo, sequence, claimId } of history) {
    if (kind !== "undo") continue;
    const target = history.find((row) => row.sequence === refersTo && row.sequence < sequence);
    if (target && target.kind !== "undo" && target.kind !== "start") undone.add(target.sequence);
    else
      problems.push(
        `Claim ${claimId}: row number ${sequence} of the log takes back row number ${refersTo ?? "(none)"}, which is no row of this claim that can be taken back.`,
      );
  }
  return undone;
}

function dispositionOf(history: readonly LogEntry[]): Disposition | null {
  const told = history.filter(({ kind }) => kind === "dismiss" || kind === "snooze" || kind === "wake");
  const row = told[told.length - 1];
  if (row === undefined || row.kind === "wake") return null;
  return {
    findingId: row.findingId,
    kind: row.kind === "dismiss" ? "dismissed" : "snoozed",
    reason: row.note,
    until: row.kind === "dismiss" ? null : row.until,
    version: row.hash,
    history,
  };
}

/** What was only noted as paid gives way to rows of the reimbursements report once any is confirmed. */
function countedPayments({ payments }: Working): readonly ConfirmedPayment[] {
  const rows = payments.filter(({ reimbursement }) => reimbursement !== "");
  return rows.length > 0 ? rows : payments;
}

function perCurrency(payments: readonly ConfirmedPayment[]): Money[] {
  const sums = new Map<string, Money>();
  for (const { amount } of payments) {
    if (amount === null) continue;
    const sum = sums.get(amount.currency);
    sums.set(amount.currency, sum ? addMoney(sum, amount) : amount);
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1));
}

/** The audit, from the finding's id. */
function auditIn({ findingId }: LogEntry): string {
  return findingId.replace(/-[0-9a-z]{14}$/, "");
}

/** All that is known of a claim whose first row is gone. */
function lostFacts(row: LogEntry): ClaimFacts {
  return {
    audit: auditIn(row),
    marketplace: "",
    fnsku: "",
    asin: "",
    msku: "",
    orderId: "",
    shipmentId: "",
    referenceId: "",
    units: null,
    amount: null,
    eventDate: null,
    opens: null,
    deadline: null,
    estimated: true,
    what: "",
    basis: "",
  };
}
