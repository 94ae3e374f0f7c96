/**
 * What claims are held against besides the log: the policy, reimbursements, invoices and what shipments contained.
 * Tabs are read when first asked for, once per execution.
 */
import { type Coverage, coverageOfTables } from "../src/claims/coverage-meter.ts";
import { type Reimbursed, reimbursedOf } from "../src/claims/reimbursed.ts";
import type { Policy } from "../src/policy/index.ts";
import type { Table } from "../src/reports/definition.ts";
import { inboundContents, inboundShipments, invoices, reimbursements } from "../src/reports/index.ts";
import { readTables } from "./audit.ts";
import { readPolicy } from "./tabs/policy.ts";
import type { Tracker } from "./tracker.ts";

export interface Papers {
  policy(): Policy;
  /** Null when no reimbursements were imported. */
  reimbursed(): readonly Reimbursed[] | null;
  coverage(): Coverage;
}

export function papersOf({ clock, today }: Tracker): Papers {
  const tables = (...names: string[]): Table[] => readTables(names, clock, null, []);
  return {
    policy: once(() => readPolicy().policy),
    reimbursed: once(() => reimbursedOf(tables(reimbursements.shortName), today)),
    coverage: once(() =>
      coverageOfTables(tables(invoices.shortName, inboundContents.shortName, inboundShipments.shortName)),
    ),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
