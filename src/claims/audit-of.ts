/** What the catalogue says of the audit a claim came from. */

import type { AuditMeta } from "../audits/audit.ts";
import { AUDITS } from "../audits/catalogue.ts";

const BY_ID: ReadonlyMap<string, AuditMeta> = new Map(AUDITS.map(({ meta }) => [meta.id, meta]));

/** Null when the log names an audit there is not (any more). */
export function auditOf(id: string): AuditMeta | null {
  return BY_ID.get(id) ?? null;
}
