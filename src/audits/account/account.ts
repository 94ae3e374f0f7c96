/**
 * The account under audit: what was imported, the policy and the as-of day, and everything derived from
 * them once and shared by all audits (typed rows, the ledger's items, payments, coverage, what has been
 * cleared by what). Built anew for every run; nothing in it outlives one.
 */

import type { Policy } from "../../policy/policy.ts";
import { type ReportDefinition, type RowOf, rowsOf } from "../../reports/definition.ts";
import type { Day } from "../../values/day.ts";
import type { AuditInput } from "../audit.ts";

export interface Account {
  readonly asOf: Day;
  readonly policy: Policy;
  readonly input: AuditInput;
  /** All rows of a report, typed; empty when it was never imported. Read once, whoever asks. */
  rows<D extends ReportDefinition>(definition: D): readonly RowOf<D>[];
  /**
   * What `build` makes of this account, made at the first call and then the same object for everybody. State
   * that audits share (which payment is used up, which loss is found) lives in such an object.
   */
  derive<T>(build: (account: Account) => T): T;
}

export function accountOf(input: AuditInput): Account {
  const derived = new Map<unknown, unknown>();
  const rows = new Map<string, readonly unknown[]>();
  const account: Account = {
    asOf: input.asOf,
    policy: input.policy,
    input,
    rows<D extends ReportDefinition>(definition: D) {
      let found = rows.get(definition.id);
      if (found === undefined) {
        found = input.tables.filter((t) => t.report === definition.id).flatMap((t) => rowsOf(definition, t));
        rows.set(definition.id, found);
      }
      return found as readonly RowOf<D>[];
    },
    derive<T>(build: (account: Account) => T): T {
      if (!derived.has(build)) derived.set(build, build(account));
      return derived.get(build) as T;
    },
  };
  return account;
}
