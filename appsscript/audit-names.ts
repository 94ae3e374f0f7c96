/** Audits by their ids. */
import type { Audit } from "../src/audits/audit.ts";
import { AUDITS } from "../src/audits/catalogue.ts";

export function auditNamed(id: string): Audit | undefined {
  return AUDITS.find(({ meta }) => meta.id === id);
}

/** The audit's name for sellers. */
export function titleOf(audit: string): string {
  return auditNamed(audit)?.meta.title ?? audit;
}
