/**
 * What an audit is. One file per audit in this folder exports its meta and `find`; `catalogue.ts` gathers
 * them; `run.ts` runs them over one account.
 *
 * Beside the audits stand the two primitives they use (`clearing.ts`, `expected.ts`) and the order in which units
 * and payments find their owner (`precedence.ts`). `account/` is the account under audit: rows staged for audits,
 * coverage, valuation, and what has cleared what. `wording/` turns obligations into findings and sentences,
 * `health/` says what is missing.
 */

import type { ClaimRule, Policy } from "../policy/policy.ts";
import type { Table } from "../reports/definition.ts";
import type { Day } from "../values/day.ts";
import type { Money } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import type { CannotTell, Family, Finding } from "./finding.ts";

export interface AuditMeta {
  readonly id: string;
  readonly family: Family;
  /** A short name a seller understands. */
  readonly title: string;
  /** Short names of the reports without which it reports nothing; of an inner list any one will do. */
  readonly needs: readonly Requirement[];
  /** Short names of the reports it reads when they are there. */
  readonly uses: readonly string[];
  /** The row of the policy whose claim window it falls under. */
  readonly rule: ClaimRule;
  /**
   * Auditing the parts of an account split by this key equals auditing the whole. What is linked stays in one
   * part: items of one shipment, of one ASIN, under one SKU. `account`: it can't be split.
   */
  readonly partition: "item and stock region" | "order" | "order with its items" | "shipment" | "account";
  /** One sentence: what it finds. */
  readonly finds: string;
  /** Every sentence it can say, by name, with `{{places}}` to fill (text.ts); `flag` is the short form in a cell. Nothing else holds its words. */
  readonly messages: Readonly<Record<string, string>>;
}

export type Requirement = string | readonly string[];

export interface AuditOutcome {
  readonly findings: readonly Finding[];
  readonly cannotTell: readonly CannotTell[];
}

export interface Audit {
  readonly meta: AuditMeta;
  find(account: Account): AuditOutcome;
}

/** One imported file, as the Imports tab records it. */
export interface ImportRecord {
  /** The report definition's id. */
  readonly report: string;
  /** Files imported together carry the same batch; they are presumed to share a period. */
  readonly batch: string;
  readonly marketplace: string;
  /** The period the user says it was downloaded for; null when nobody said. */
  readonly from: Day | null;
  readonly to: Day | null;
  /** First and last transaction day of its rows (settlement: its period); null when it has none. */
  readonly firstDay: Day | null;
  readonly lastDay: Day | null;
}

/** What the claim log holds of one claim, as far as audits ask. */
export interface ClaimRecord {
  /** The finding it was filed for. */
  readonly findingId: string;
  /** Amazon's case; empty before it is filed. */
  readonly caseId: string;
  readonly state:
    | "to file"
    | "filed"
    | "in review"
    | "approved"
    | "paid"
    | "closed"
    | "denied"
    | "appealed"
    | "expired"
    | "dismissed";
  /** What Amazon said it would pay; null = it did not say. */
  readonly approvedUnits: number | null;
  readonly approvedAmount: Money | null;
  /** Rows of `reimbursements` the user confirmed as paid for it (`reimbursementKey`), whatever case they name. */
  readonly reimbursements?: readonly string[];
  /** What the claim is about, from its first row; left out where the log does not say. */
  readonly about?: ClaimSubject;
}

/** Texts are empty where the claim names none. */
export interface ClaimSubject {
  readonly fnsku: string;
  readonly msku: string;
  readonly orderId: string;
  readonly referenceId: string;
  readonly eventDate: Day | null;
}

/** Everything an audit run knows. Nothing else reaches an audit: no clock, no sheet, no setting. */
export interface AuditInput {
  readonly asOf: Day;
  readonly policy: Policy;
  readonly tables: readonly Table[];
  readonly imports: readonly ImportRecord[];
  /** The claims made so far; without them nothing is known of any. */
  readonly claims?: readonly ClaimRecord[];
}
