/**
 * Payments find their claims. Each row of the reimbursements report belongs to at most one claim: by the case id,
 * then by the order, then by item, units and time.
 */

import { placeOf } from "../audits/account/regions.ts";
import { listUnder } from "../audits/clearing.ts";
import type { ClaimRule, ReimbursementReason } from "../policy/index.ts";
import { compareText } from "../values/hash.ts";
import { auditOf } from "./audit-of.ts";
import type { Claim } from "./claim.ts";
import { byDay, type Reimbursed } from "./reimbursed.ts";

/** Why a row is thought to be a claim's. */
export type MatchedBy = "case" | "order" | "item" | "reversal";

export interface Match {
  readonly claim: Claim;
  readonly row: Reimbursed;
  readonly by: MatchedBy;
}

const RETURN: readonly ReimbursementReason[] = [
  "CustomerReturn",
  "CustomerServiceIssue",
  "ReturnAdjustment",
  "Free_Replacement",
];
const FEE: readonly ReimbursementReason[] = ["Fee_Correction", "FBA CLI Planned Fee Reimbursement"];

/**
 * The reasons Amazon pays a rule's claims under, besides a general adjustment. Claims about payments are answered
 * under any reason: of those only the case id, or an order, tells.
 */
const REASONS: Readonly<Record<ClaimRule, readonly ReimbursementReason[]>> = {
  warehouse_lost: ["Lost_Warehouse"],
  warehouse_damaged: ["Damaged_Warehouse"],
  disposed_without_permission: ["Lost_Warehouse", "Damaged_Warehouse"],
  inbound_lost: ["Lost_Inbound", "Damaged_Inbound"],
  unused_partnered_label: FEE,
  customer_return: RETURN,
  customer_over_refund: RETURN,
  replacement_not_returned: RETURN,
  return_wrong_item: RETURN,
  return_damaged_by_amazon: [...RETURN, "Damaged_Warehouse"],
  removal_lost: ["Removal_Order_Lost"],
  removal_other: ["Removal_Order_Lost"],
  fee_dimensions: FEE,
  fee_storage_dimensions: FEE,
  fee_storage_other: FEE,
  fee_referral: FEE,
  refund_commission_not_returned: FEE,
  valuation_dispute: [],
  reimbursement_quantity_short: [],
  reimbursement_reversal: [],
  approved_not_paid: [],
};

const ANYTHING: ReimbursementReason = "GeneralAdjustment";

/** True for claims about money (a fee, a payment): their units are those charged or paid, not those owed. */
export function isAboutMoney(claim: Pick<Claim, "facts">): boolean {
  const meta = auditOf(claim.facts.audit);
  return (
    meta !== null &&
    (meta.family === "fee" || meta.family === "reimbursement" || meta.rule === "customer_over_refund")
  );
}

/**
 * Which rows belong to which claims, oldest first, each row to one claim at most. Claims nobody filed take part as
 * well: Amazon may have paid by itself. Rows confirmed for any claim, and rows declined for a claim, are left out.
 */
export function matches(claims: readonly Claim[], rows: readonly Reimbursed[]): readonly Match[] {
  const confirmed = new Map<string, Claim>();
  for (const claim of claims) {
    for (const { reimbursement } of claim.payments) {
      if (reimbursement !== "") confirmed.set(reimbursement, claim);
    }
  }
  const candidates = claims.filter(({ state }) => state !== "dismissed").sort(byFiling);
  const named = indexed(candidates);
  const left: Left = new Map(candidates.map((claim) => [claim.claimId, stillOpen(claim)]));
  const found = new Map<string, Match>();
  const take = (row: Reimbursed, claim: Claim | undefined, by: MatchedBy) => {
    if (claim === undefined) return;
    found.set(row.key, { claim, row, by });
    const { units, minor } = openOf(left, claim);
    left.set(claim.claimId, { units: units - row.units, minor: minor - (row.amount?.minor ?? 0) });
  };
  const open = rows.filter((row) => isPayment(row) && !confirmed.has(row.key)).sort(byDay);
  for (const row of open) take(row, byCase(named, row, left), "case");
  for (const row of open) if (!found.has(row.key)) take(row, byOrder(named, row, left), "order");
  for (const row of open) if (!found.has(row.key)) take(row, byItem(named, row, left), "item");
  const reversals = rows.flatMap((row): Match[] => {
    if (!isReversal(row) || confirmed.has(row.key)) return [];
    const original = row.takesBack ?? "";
    const claim = confirmed.get(original) ?? found.get(original)?.claim ?? byCase(named, row, left);
    return claim && !claim.declined.includes(row.key) ? [{ claim, row, by: "reversal" }] : [];
  });
  return [...found.values(), ...reversals].sort((a, b) => byDay(a.row, b.row));
}

function isPayment({ units, amount }: Reimbursed): boolean {
  return units >= 0 && (amount?.minor ?? 0) >= 0 && (units > 0 || (amount?.minor ?? 0) > 0);
}

function isReversal({ units, amount }: Reimbursed): boolean {
  return units < 0 || (amount?.minor ?? 0) < 0;
}

/** What of each claim nobody has paid yet, in units and minor units of money. */
type Left = Map<string, Open>;

interface Open {
  readonly units: number;
  readonly minor: number;
}

function openOf(left: Left, { claimId }: Claim): Open {
  return left.get(claimId) ?? { units: 0, minor: 0 };
}

/** Units and money not known count as without end. What was only noted as paid still waits for its row. */
function stillOpen(claim: Claim): Open {
  const units = claim.approved.units ?? claim.asked.units ?? Number.MAX_SAFE_INTEGER;
  const amount = claim.approved.amount ?? claim.asked.amount;
  const rows = claim.payments.some(({ reimbursement }) => reimbursement !== "");
  const paid = rows ? claim.paid.find(({ currency }) => currency === amount?.currency) : undefined;
  return {
    units: units - (rows ? claim.paidUnits : 0),
    minor: (amount?.minor ?? Number.MAX_SAFE_INTEGER) - (paid?.minor ?? 0),
  };
}

/** Earliest filed first; those not filed last. */
function byFiling(a: Claim, b: Claim): number {
  const never = Number.MAX_SAFE_INTEGER;
  return (a.filedOn ?? never) - (b.filedOn ?? never) || compareText(a.claimId, b.claimId);
}

/** Claims by what a row can name, in the order they were filed. */
interface Named {
  readonly byCase: ReadonlyMap<string, readonly Claim[]>;
  readonly byOrder: ReadonlyMap<string, readonly Claim[]>;
  readonly byFnsku: ReadonlyMap<string, readonly Claim[]>;
  readonly bySku: ReadonlyMap<string, readonly Claim[]>;
  /** Of these, the claims without an FNSKU. */
  readonly bySkuAlone: ReadonlyMap<string, readonly Claim[]>;
}

function indexed(claims: readonly Claim[]): Named {
  const ofCase = new Map<string, Claim[]>();
  const ofOrder = new Map<string, Claim[]>();
  const ofFnsku = new Map<string, Claim[]>();
  const ofSku = new Map<string, Claim[]>();
  const ofSkuAlone = new Map<string, Claim[]>();
  for (const claim of claims) {
    const { orderId, fnsku, msku } = claim.facts;
    if (claim.caseId !== "") listUnder(ofCase, claim.caseId).push(claim);
    if (orderId !== "") listUnder(ofOrder, orderId).push(claim);
    if (fnsku !== "") listUnder(ofFnsku, fnsku).push(claim);
    if (msku !== "") listUnder(ofSku, msku).push(claim);
    if (msku !== "" && fnsku === "") listUnder(ofSkuAlone, msku).push(claim);
  }
  return { byCase: ofCase, byOrder: ofOrder, byFnsku: ofFnsku, bySku: ofSku, bySkuAlone: ofSkuAlone };
}

/** Both name the same FNSKU, or where one names none the same SKU; in the order the claims were filed. */
function ofItem(named: Named, { fnsku, msku }: Reimbursed): readonly Claim[] {
  if (fnsku === "") return named.bySku.get(msku) ?? [];
  const [same, alone] = [named.byFnsku.get(fnsku) ?? [], named.bySkuAlone.get(msku) ?? []];
  return alone.length === 0 ? same : [...same, ...alone].sort(byFiling);
}

function byCase(named: Named, row: Reimbursed, left: Left): Claim | undefined {
  if (row.caseId === "") return undefined;
  const ofCase = (named.byCase.get(row.caseId) ?? []).filter(
    (claim) => !claim.declined.includes(row.key) && !isItsGround(claim, row),
  );
  if (ofCase.length === 1) return ofCase[0];
  // One case can hold several items of one event: the row says which.
  const fitting = ofCase.filter((claim) => sameOrder(claim, row) && sameItem(claim, row));
  return fitting.find((claim) => hasRoom(claim, row, left)) ?? fitting[0];
}

/** Claims about payments are often made in the payment's own case: what they complain of does not answer them. */
function isItsGround({ facts }: Claim, row: Reimbursed): boolean {
  if (auditOf(facts.audit)?.family !== "reimbursement" || row.units < 0) return false;
  return (
    (row.reimbursementId !== "" && row.reimbursementId === facts.referenceId) ||
    (facts.eventDate !== null && row.date < facts.eventDate)
  );
}

function byOrder(named: Named, row: Reimbursed, left: Left): Claim | undefined {
  if (row.orderId === "") return undefined;
  return named.byOrder.get(row.orderId)?.find((claim) => {
    const { eventDate } = claim.facts;
    return (
      eventDate !== null &&
      row.date >= eventDate &&
      canBe(claim, row) &&
      sameItem(claim, row) &&
      hasRoom(claim, row, left)
    );
  });
}

/** Exactly what is still open before less of it, the earliest claim first; never more than is open. */
function byItem(named: Named, row: Reimbursed, left: Left): Claim | undefined {
  if (row.orderId !== "") return undefined;
  const possible = ofItem(named, row).filter((claim) => {
    const { facts, filedOn } = claim;
    const since = filedOn ?? facts.eventDate;
    const otherShipment =
      row.shipmentId !== "" && facts.shipmentId !== "" && row.shipmentId !== facts.shipmentId;
    return (
      facts.orderId === "" &&
      !otherShipment &&
      since !== null &&
      row.date >= since &&
      canBe(claim, row) &&
      hasRoom(claim, row, left)
    );
  });
  const exact = possible.filter((claim) => {
    const { units, minor } = openOf(left, claim);
    return isAboutMoney(claim) ? minor === row.amount?.minor : units === row.units;
  });
  return exact.find(awaitsRow) ?? exact[0] ?? possible[0];
}

/** Somebody noted that it was paid: its row is yet to come. */
function awaitsRow({ payments }: Claim): boolean {
  return payments.length > 0 && payments.every(({ reimbursement }) => reimbursement === "");
}

/** The row can be this claim's at all: not declined, not another case's, in its region, for its reason. */
function canBe(claim: Claim, row: Reimbursed): boolean {
  const rule = auditOf(claim.facts.audit)?.rule;
  return (
    !claim.declined.includes(row.key) &&
    (row.caseId === "" || claim.caseId === "" || row.caseId === claim.caseId) &&
    placeOf(claim.facts.marketplace).region === row.region &&
    rule !== undefined &&
    row.reason !== null &&
    (row.reason === ANYTHING
      ? row.orderId !== "" || REASONS[rule].length > 0
      : REASONS[rule].includes(row.reason))
  );
}

/** No more is paid than is still open: in units, or in money where the claim is about money. */
function hasRoom(claim: Claim, row: Reimbursed, left: Left): boolean {
  const { units, minor } = openOf(left, claim);
  return isAboutMoney(claim)
    ? row.amount !== null && row.amount.minor > 0 && row.amount.minor <= minor
    : row.units > 0 && row.units <= units;
}

function sameOrder({ facts }: Claim, row: Reimbursed): boolean {
  return row.orderId === "" || facts.orderId === "" || facts.orderId === row.orderId;
}

/** No number that both name differs. */
export function sameItem({ facts }: Claim, row: Reimbursed): boolean {
  const differs = (a: string, b: string) => a !== "" && b !== "" && a !== b;
  return !differs(facts.fnsku, row.fnsku) && (facts.fnsku !== "" || !differs(facts.msku, row.msku));
}
