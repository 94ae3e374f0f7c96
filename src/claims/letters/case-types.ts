/**
 * What a case text is made of, by audit: which facts it lists, what it says was checked, what it asks for. The
 * sentences themselves are in the languages' files.
 */

import type { CaseAudit, PhraseKey } from "./en.ts";

/** A line of the list of facts: its label in the languages' files, and the fact. */
export interface Line {
  readonly fact:
    | "fnsku"
    | "asin"
    | "msku"
    | "orderId"
    | "shipmentId"
    | "referenceId"
    | "units"
    | "eventDate"
    | "amount";
  readonly label: PhraseKey;
  /** Amazon asks for it, or the case is weaker without: say so when it is missing. */
  readonly wanted: boolean;
}

const line = (fact: Line["fact"], label: PhraseKey, wanted = true): Line => ({ fact, label, wanted });

const FNSKU = line("fnsku", "label.fnsku");
const ITEM = [FNSKU, line("asin", "label.asin", false), line("msku", "label.msku", false)];
/** Reports of orders and fees name the item by the seller's number; its others are a help. */
const ORDERED_ITEM = [
  line("msku", "label.msku"),
  line("fnsku", "label.fnsku", false),
  line("asin", "label.asin", false),
];
const PAID_ITEM = [
  line("fnsku", "label.fnsku", false),
  line("asin", "label.asin", false),
  line("msku", "label.msku", false),
];
const ORDER = line("orderId", "label.order");
/** Payments for stock nobody had ordered name no order. */
const ORDER_IF_ANY = line("orderId", "label.order", false);
const REMOVAL_ORDER = line("orderId", "label.removalOrder");
const SHIPMENT = line("shipmentId", "label.shipment");
const LEDGER_REFERENCE = line("referenceId", "label.ledgerReference");
const REIMBURSEMENT = line("referenceId", "label.reimbursement");
const REVERSAL = line("referenceId", "label.reversal");
const TRACKING = line("referenceId", "label.tracking");
const PLATE = line("referenceId", "label.plate");
const UNITS = line("units", "label.units");
const VALUE = line("amount", "label.value");
const AT_ISSUE = line("amount", "label.atIssue");
const date = (label: PhraseKey) => line("eventDate", label);

type Keyed<Prefix extends string> = Extract<PhraseKey, `${Prefix}.${string}`>;

export interface CaseType {
  readonly lines: readonly Line[];
  /** The facts that name the event in the subject. */
  readonly named: readonly Line[];
  /** A sentence of its own, or what was looked for in vain beside a reimbursement. */
  readonly checked: Keyed<"checked"> | Keyed<"other">;
  /** Said in its place where the claim names an order. */
  readonly checkedOfOrder: CaseType["checked"] | null;
  readonly ask: Keyed<"ask">;
  /** What a re-evaluation asks for. */
  readonly again: "again.amount" | "again.fee";
}

function caseType(
  named: readonly Line[],
  lines: readonly Line[],
  checked: CaseType["checked"],
  ask: CaseType["ask"],
  other: Partial<Pick<CaseType, "again" | "checkedOfOrder">> = {},
): CaseType {
  const all = [...named, ...lines.filter((one) => !named.includes(one))];
  return { named, lines: all, checked, checkedOfOrder: null, ask, again: "again.amount", ...other };
}

/** The day of a refund, where a return without a known refund takes its place (returned-*, wrong-item-returned). */
const REFUND_OR_RETURN = date("label.refundOrReturn");

const CASE_TYPES: Readonly<Record<CaseAudit, CaseType>> = {
  "warehouse-lost": caseType(
    [FNSKU, LEDGER_REFERENCE],
    [...ITEM, UNITS, date("label.ledgerDate"), VALUE],
    "other.lost",
    "ask.units",
  ),
  "warehouse-damaged": caseType(
    [FNSKU, LEDGER_REFERENCE],
    [...ITEM, UNITS, date("label.ledgerDate"), VALUE],
    "other.damaged",
    "ask.units",
  ),
  "disposed-without-request": caseType(
    [FNSKU, LEDGER_REFERENCE],
    [...ITEM, UNITS, date("label.ledgerDate"), VALUE],
    "other.disposed",
    "ask.units",
  ),
  "transfer-lost": caseType(
    [FNSKU, LEDGER_REFERENCE],
    [...ITEM, UNITS, date("label.departure"), VALUE],
    "other.transfer",
    "ask.units",
  ),
  "inbound-short": caseType(
    [SHIPMENT, FNSKU],
    [...ITEM, UNITS, date("label.firstReceipt"), VALUE],
    "other.inbound",
    "ask.units",
  ),
  "inbound-receipt-reversed": caseType(
    [SHIPMENT, FNSKU],
    [...ITEM, UNITS, date("label.firstReceipt"), VALUE],
    "other.inbound",
    "ask.units",
  ),
  // Its day is the shipment's creation or, where that is unknown, the charge: neither can be named.
  "carrier-label-unused": caseType([SHIPMENT], [AT_ISSUE], "checked.label", "ask.charge"),
  "refund-not-returned": caseType(
    [ORDER],
    // Where refund and replacement are counted together, its day may be that of the replacement.
    [...ORDERED_ITEM, UNITS, date("label.refundOrReplacement"), VALUE],
    "other.return",
    "ask.reimburse",
  ),
  "returned-damaged-by-amazon": caseType(
    [ORDER],
    [...ORDERED_ITEM, PLATE, UNITS, REFUND_OR_RETURN, VALUE],
    "checked.paid",
    "ask.reimburse",
  ),
  "wrong-item-returned": caseType(
    [ORDER],
    [...ORDERED_ITEM, PLATE, UNITS, REFUND_OR_RETURN, VALUE],
    "checked.paid",
    "ask.reimburse",
  ),
  "returned-not-restocked": caseType(
    [ORDER],
    [...ORDERED_ITEM, PLATE, UNITS, REFUND_OR_RETURN, VALUE],
    "other.restocked",
    "ask.units",
  ),
  "replacement-not-returned": caseType(
    [ORDER],
    [...ORDERED_ITEM, UNITS, date("label.replacement"), VALUE],
    "other.return",
    "ask.reimburse",
  ),
  "refund-above-payment": caseType(
    [ORDER],
    [...ORDERED_ITEM, UNITS, date("label.refund"), AT_ISSUE],
    "checked.paid",
    "ask.reimburse",
  ),
  "removal-lost": caseType(
    [REMOVAL_ORDER, TRACKING],
    [...ITEM, UNITS, date("label.leftOn"), VALUE],
    "checked.paid",
    "ask.reimburse",
  ),
  // Its day is that of arrival, which may be an estimate: not named.
  "removal-short": caseType(
    [REMOVAL_ORDER, TRACKING],
    [...ITEM, UNITS, VALUE],
    "checked.paid",
    "ask.reimburse",
  ),
  "fulfilment-fee-high": caseType(
    [line("msku", "label.msku")],
    [...PAID_ITEM.slice(0, 2), ORDER_IF_ANY, UNITS, date("label.firstCharge"), AT_ISSUE],
    "checked.fee",
    "ask.measure",
    { again: "again.fee" },
  ),
  "referral-fee-high": caseType(
    [line("msku", "label.msku")],
    [...PAID_ITEM.slice(0, 2), ORDER_IF_ANY, UNITS, date("label.firstCharge"), AT_ISSUE],
    "checked.fee",
    "ask.charge",
  ),
  "fee-charged-twice": caseType(
    [ORDER],
    [...ORDERED_ITEM, UNITS, date("label.secondCharge"), AT_ISSUE],
    "checked.fee",
    "ask.charge",
  ),
  "referral-fee-not-credited": caseType(
    [ORDER],
    [...ORDERED_ITEM, UNITS, date("label.refund"), AT_ISSUE],
    "checked.credit",
    "ask.charge",
  ),
  underpaid: caseType(
    [REIMBURSEMENT],
    [...PAID_ITEM, ORDER_IF_ANY, UNITS, date("label.approval"), AT_ISSUE],
    "checked.cost",
    "ask.recalculate",
    { checkedOfOrder: "checked.price" },
  ),
  "paid-differently-than-approved": caseType(
    [REIMBURSEMENT],
    [...PAID_ITEM, ORDER_IF_ANY, date("label.approval"), AT_ISSUE],
    "checked.together",
    "ask.recalculate",
  ),
  "not-settled": caseType(
    [REIMBURSEMENT],
    [...PAID_ITEM, ORDER_IF_ANY, UNITS, date("label.approval"), AT_ISSUE],
    "checked.settlement",
    "ask.settle",
  ),
  "stock-not-received": caseType(
    [REIMBURSEMENT],
    [...PAID_ITEM, ORDER_IF_ANY, UNITS, date("label.approval"), VALUE],
    "checked.stock",
    "ask.units",
  ),
  "reversed-without-return": caseType(
    [REVERSAL],
    [...PAID_ITEM, ORDER_IF_ANY, UNITS, date("label.reversed"), AT_ISSUE],
    "checked.reversal",
    "ask.reinstate",
  ),
  "reversed-above-original": caseType(
    [REVERSAL],
    [...PAID_ITEM, ORDER_IF_ANY, UNITS, date("label.reversed"), AT_ISSUE],
    "checked.difference",
    "ask.recalculate",
  ),
};

const BY_AUDIT: ReadonlyMap<string, CaseType> = new Map(Object.entries(CASE_TYPES));

/** True when cases are made of this audit's findings; where not, `whyNoCase` says why. */
export function hasCaseText(audit: string): audit is CaseAudit {
  return BY_AUDIT.has(audit);
}

export function caseTypeOf(audit: CaseAudit): CaseType {
  return CASE_TYPES[audit];
}

/** Why no case is made of an audit's findings, in a sentence; empty when it has cases or is not known. */
export function whyNoCase(audit: string): string {
  return NO_CASE.get(audit) ?? "";
}

/** The audits no case is made of, and why. */
const NO_CASE: ReadonlyMap<string, string> = new Map([
  [
    "inventory-imbalance",
    "It shows that a summary does not add up; which units are missing is for other audits to say.",
  ],
  [
    "taken-back-after-receipt",
    "Amazon may have been right to take the units out; ask before anything is claimed.",
  ],
  ["refund-too-late", "Amazon may accept a late return; a late refund alone is no ground for a claim."],
  ["removal-stuck", "Nothing is lost yet: the units can still be in stock."],
  ["removal-fee-high", "The table of removal fees is disputed; no claim can rest on it."],
  ["size-tier-changed", "It asks for a new measurement; what was charged too much is claimed as a fee."],
  ["storage-fee-high", "The table of storage fees is disputed; no claim can rest on it."],
  ["aged-surcharge-high", "The table of aged inventory surcharges is disputed; no claim can rest on it."],
  [
    "paid-unevenly",
    "It shows that one of two payments was valued wrongly; the low one is claimed as paid too little.",
  ],
  ["paid-twice", "Amazon paid more than was lost and may take it back; never to be claimed."],
  ["service-bill-wrong", "It is a matter between you and the recovery service, not Amazon."],
]);
