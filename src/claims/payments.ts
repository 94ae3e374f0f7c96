/**
 * Proposals: a row of the reimbursements report that seems to answer a claim, and what the claim makes of it.
 * Nothing is booked until somebody confirms it; what is confirmed or declined is not proposed again.
 */

import { count, dated, priced } from "../audits/wording/text.ts";
import { hashParts } from "../values/hash.ts";
import { type Money, money } from "../values/money.ts";
import {
  type Claim,
  type ClaimBook,
  type ClaimState,
  type Extent,
  isRefusal,
  type LogDraft,
} from "./claim.ts";
import { type Acting, checkedNote } from "./drafts.ts";
import { isAboutMoney, type Match, type MatchedBy, matches, sameItem } from "./matches.ts";
import type { Reimbursed } from "./reimbursed.ts";
import { type Change, ofClaim } from "./step.ts";

/** What a claim has been paid once this row is confirmed, with all before it. */
export type PaymentKind = "paid in full" | "paid in part" | "too little" | "taken back";

export interface Proposal {
  /** The same for the same row, claim and verdict. */
  readonly id: string;
  readonly claimId: string;
  readonly kind: PaymentKind;
  readonly by: MatchedBy;
  /** The row it stands on. */
  readonly row: Reimbursed;
  readonly sentence: string;
}

/** Below this share of what was asked a payment is too little; as in the audit of payments (`underpaid`). */
const TOLERANCE = 0.05;

/** Proposals for all claims, oldest payment first. */
export function proposals(claims: readonly Claim[], rows: readonly Reimbursed[]): readonly Proposal[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const paid = new Map<string, Paid[]>();
  return matches(claims, rows).map((match) => {
    const { claim, row } = match;
    const before = paid.get(claim.claimId) ?? confirmedOf(claim, byKey);
    const all = [...before, paidBy(row)];
    paid.set(claim.claimId, all);
    return proposalOf(match, all);
  });
}

/** One payment: `cashUnits` of its units were paid in money. */
interface Paid {
  readonly units: number;
  readonly cashUnits: number;
  readonly amount: Money | null;
}

function paidBy({ units, stockUnits, amount }: Reimbursed): Paid {
  return { units, cashUnits: units - stockUnits, amount };
}

/** The rows confirmed so far; one whose row is no longer imported counts as money when it names an amount. */
function confirmedOf(claim: Claim, byKey: ReadonlyMap<string, Reimbursed>): Paid[] {
  return claim.payments
    .filter(({ reimbursement }) => reimbursement !== "")
    .map(({ reimbursement, units, amount }) => {
      const row = byKey.get(reimbursement);
      if (row) return paidBy(row);
      return noted({ units, amount });
    });
}

function noted({ units, amount }: Extent): Paid {
  return { units: units ?? 0, cashUnits: amount === null || amount.minor === 0 ? 0 : (units ?? 0), amount };
}

/** Everything the claim asks for is paid, as far as the log says: there is nothing more to ask Amazon for. */
export function isPaidInFull(claim: Claim): boolean {
  const rows = claim.payments.filter(({ reimbursement }) => reimbursement !== "");
  const counted = rows.length > 0 ? rows : claim.payments;
  return counted.length > 0 && verdictOn(claim, counted.map(noted)).kind === "paid in full";
}

function proposalOf({ claim, row, by }: Match, paid: readonly Paid[]): Proposal {
  const verdict =
    by === "reversal" ? { kind: "taken back" as const, missing: takenBack(row) } : verdictOn(claim, paid);
  return {
    id: `P-${hashParts([claim.claimId, row.key, verdict.kind])}`,
    claimId: claim.claimId,
    kind: verdict.kind,
    by,
    row,
    sentence: [ofRow(row), BECAUSE[by], otherItem(claim, row), verdict.missing]
      .filter((text) => text !== "")
      .join(" "),
  };
}

const BECAUSE: Readonly<Record<MatchedBy, string>> = {
  case: "It names the claim's case.",
  order: "It is for the claim's order.",
  item: "It is for the claim's item, came after it, and pays no more than it asks; it names no case of yours.",
  reversal: "",
};

/** Only the case id can match a row of another item. */
function otherItem(claim: Claim, row: Reimbursed): string {
  return sameItem(claim, row) ? "" : `Mind that it names another item (${row.fnsku || row.msku}).`;
}

function ofRow(row: Reimbursed): string {
  const units = Math.abs(row.units);
  const what = [
    ...(row.amount === null || row.amount.minor === 0 ? [] : [priced(absolute(row.amount))]),
    ...(units === 0 ? [] : [`for ${count(units, "unit")}`]),
    ...(row.stockUnits === 0 ? [] : [`(${Math.abs(row.stockUnits)} in stock)`]),
  ].join(" ");
  const did = row.units < 0 || (row.amount?.minor ?? 0) < 0 ? "took back" : "paid";
  return `Amazon ${did} ${what} on ${dated(row.date)} (reimbursement ${row.reimbursementId}, ${row.reasonText || "no reason given"}).`;
}

function absolute(amount: Money): Money {
  return money(Math.abs(amount.minor), amount.currency);
}

function takenBack(row: Reimbursed): string {
  return row.units < 0
    ? "If the units did not come back to your stock, the next audit finds it as a claim of its own."
    : "Ask for the reason; the next audit looks for units that came back.";
}

function verdictOn(claim: Claim, paid: readonly Paid[]): { kind: PaymentKind; missing: string } {
  const units = paid.reduce((sum, one) => sum + one.units, 0);
  const wanted = claim.approved.units ?? claim.asked.units;
  const whole = wholeAmount(claim, wanted);
  const aboutMoney = isAboutMoney(claim);
  if (!aboutMoney && wanted !== null && units < wanted) {
    return { kind: "paid in part", missing: `${count(wanted - units, "unit")} of ${wanted} still open.` };
  }
  const due = whole === null || aboutMoney ? whole : inMoney(whole, paid);
  if (due === null) {
    return wanted === null
      ? {
          kind: "paid in part",
          missing: "The claim names neither units nor an amount, so compare it yourself.",
        }
      : { kind: "paid in full", missing: "The claim names no amount to compare with." };
  }
  const amounts = paid.flatMap(({ amount }) => (amount === null ? [] : [amount]));
  if (amounts.some(({ currency }) => currency !== due.currency)) {
    const missing = `It is not in ${due.currency}, so the amounts were not compared.`;
    return { kind: aboutMoney ? "paid in part" : "paid in full", missing };
  }
  const sum = amounts.reduce((total, { minor }) => total + minor, 0);
  if (sum >= due.minor * (1 - TOLERANCE)) return { kind: "paid in full", missing: "" };
  const missing = `${priced(money(due.minor - sum, due.currency))} less than ${priced(due)}, which ${claim.approved.amount ? "was approved" : "was asked for"}.`;
  return { kind: aboutMoney ? "paid in part" : "too little", missing };
}

/** What was approved, or asked for; for fewer units approved than asked the same part of it. */
function wholeAmount(claim: Claim, wanted: number | null): Money | null {
  const { approved, asked } = claim;
  if (approved.amount !== null) return approved.amount;
  if (asked.amount === null) return null;
  if (wanted === null || asked.units === null || asked.units === 0 || isAboutMoney(claim))
    return asked.amount;
  const part = Math.min(1, wanted / asked.units);
  return money(Math.round(asked.amount.minor * part), asked.amount.currency);
}

/** The part of an amount that units paid in money have to bring; stock is worth what it is worth. */
function inMoney(whole: Money, paid: readonly Paid[]): Money {
  const units = paid.reduce((sum, one) => sum + one.units, 0);
  const cash = paid.reduce((sum, one) => sum + one.cashUnits, 0);
  return units === 0 ? whole : money(Math.round((whole.minor * cash) / units), whole.currency);
}

/** Where a confirmed payment leads; a state that is not listed stays. */
const LEADS_TO: Readonly<Record<PaymentKind, Readonly<Partial<Record<ClaimState, ClaimState>>>>> = {
  "paid in full": toPaid(),
  // All units are paid for: what is missing is asked for again from there.
  "too little": toPaid(),
  // Amazon has agreed to the claim; the rest stays open.
  "paid in part": { filed: "approved", "in review": "approved", appealed: "approved", denied: "approved" },
  // The claim was paid once: the taking back is looked at, and claimed, by itself.
  "taken back": {},
};

function toPaid(): Partial<Record<ClaimState, ClaimState>> {
  const before: ClaimState[] = ["to file", "expired", "filed", "in review", "approved", "denied", "appealed"];
  return Object.fromEntries(before.map((state) => [state, "paid"]));
}

/** Books a proposal. `proposal` as `proposals` makes it now, under the lock. */
export function confirmPayment(book: ClaimBook, proposal: Proposal, acting: Acting): Change {
  const claim = book.claims.find(({ claimId }) => claimId === proposal.claimId);
  if (!claim) return { refused: `There is no claim ${proposal.claimId} in the log.` };
  const { row, kind } = proposal;
  const owner = book.claims.find(({ payments }) => payments.some((one) => one.reimbursement === row.key));
  if (owner) return { refused: `This payment is confirmed already, for claim ${owner.claimId}.` };
  return [
    {
      ...ofPayment(claim, proposal, "payment", acting, LEADS_TO[kind][claim.state] ?? claim.state),
      on: row.date,
      units: row.units,
      amount: row.amount,
    },
  ];
}

/** Says that a payment is not this claim's; it may be proposed to another. */
export function declinePayment(book: ClaimBook, proposal: Proposal, reason: string, acting: Acting): Change {
  const claim = book.claims.find(({ claimId }) => claimId === proposal.claimId);
  if (!claim) return { refused: `There is no claim ${proposal.claimId} in the log.` };
  const note = checkedNote(reason);
  if (isRefusal(note)) return note;
  const draft = ofPayment(claim, proposal, "decline", acting, claim.state);
  return [{ ...draft, note: [draft.note, note.note].filter((text) => text !== "").join(" ") }];
}

function ofPayment(
  claim: Claim,
  { row, kind }: Proposal,
  as: LogDraft["kind"],
  acting: Acting,
  to: ClaimState,
): LogDraft {
  const reason = row.reasonText === "" ? "" : `, ${row.reasonText}`;
  return {
    ...ofClaim(claim, acting, as, to),
    reimbursement: row.key,
    note: `${kind}: reimbursement ${row.reimbursementId}${reason}`,
  };
}
