/** What the document remembers beside its tabs: the last audit, how often something was imported, the daily cap. */
import * as z from "zod/mini";
import type { Policy } from "../src/policy/index.ts";
import { parseDay } from "../src/values/day.ts";
import { hashText } from "../src/values/hash.ts";
import { keep, kept } from "./kept.ts";
import type { LastAudit, SettingsJson } from "./protocol.ts";

/** Filing many claims a day looks like abuse to Amazon; sellers' services keep to a few. The user may set another. */
const DAILY_CAP = 10;

const AUDIT = z.strictObject({
  asOf: z.string().check(z.refine((text) => parseDay(text) !== null)),
  when: z.string(),
  who: z.string(),
  couldNotTell: z.array(z.string()),
  imports: z.number(),
  rules: z.string(),
});

/** The last audit, as far as it is remembered. */
export interface AuditKept extends LastAudit {
  /** Ids of the audits that could not judge everything. */
  readonly couldNotTell: readonly string[];
}

/** One more file was imported: what the last audit says may no longer hold. */
export function countImport(): void {
  keep("imports", importsSoFar() + 1);
}

function importsSoFar(): number {
  return kept("imports", z.number()) ?? 0;
}

/** Changes with the values the user set in the Policy tab. */
function rulesOf({ overrides }: Policy): string {
  return hashText(JSON.stringify(overrides));
}

export function keepAudit(audit: Omit<AuditKept, "outdated">, policy: Policy): void {
  keep("audit", { ...audit, imports: importsSoFar(), rules: rulesOf(policy) });
}

/** Null before the first audit. `policy`: the one in force now. */
export function auditSeen(policy: Policy): AuditKept | null {
  const audit = kept("audit", AUDIT);
  if (audit === null) return null;
  const { imports, rules, ...said } = audit;
  return { ...said, outdated: imports !== importsSoFar() || rules !== rulesOf(policy) };
}

/** The as-of day of the last audit. */
export function auditedAsOf(): string | null {
  return kept("audit", AUDIT)?.asOf ?? null;
}

export function settings(): SettingsJson {
  return { dailyCap: kept("dailyCap", z.number()) ?? DAILY_CAP };
}

export function keepDailyCap(dailyCap: number): void {
  keep("dailyCap", dailyCap);
}
