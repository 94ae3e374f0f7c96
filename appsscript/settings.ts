/** What the document remembers beside its tabs: the last audit, how often something was imported, the daily cap. */
import * as z from "zod/mini";
import type { Policy } from "../src/policy/index.ts";
import { parseDay } from "../src/values/day.ts";
import { hashText } from "../src/values/hash.ts";
import { forget, keep, kept } from "./kept.ts";
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
  operation: z.optional(z.string()),
});

/** An audit whose findings are being written, or whose writing was cut off. */
const WRITING = z.strictObject({
  operation: z.string(),
  asOf: z.string(),
  imports: z.number(),
  rules: z.string(),
  log: z.string(),
});
/** What held when its findings began to be written. */
export type Writing = z.infer<typeof WRITING>;

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

/** An audit has been written; one that another execution was writing is over with it. */
export function keepAudit(audit: Omit<AuditKept, "outdated">, policy: Policy): void {
  keep("audit", { ...audit, imports: importsSoFar(), rules: rulesOf(policy) });
  forget("audit.writing");
}

/** From here on its findings are written. `log`: where the claim log ends. */
export function beginWriting(operation: string, asOf: string, policy: Policy, log: string): void {
  const writing = { operation, asOf, imports: importsSoFar(), rules: rulesOf(policy), log };
  keep("audit.writing", writing satisfies Writing);
}

/** Null when another audit was begun or written since; `done` when it is this one that was. */
export function writingOf(operation: string): Writing | "done" | null {
  const writing = kept("audit.writing", WRITING);
  if (writing?.operation === operation) return writing;
  return writing === null && kept("audit", AUDIT)?.operation === operation ? "done" : null;
}

/** All of it has been written. */
export function keepWritten(
  { operation, asOf, imports, rules }: Writing,
  { when, who, couldNotTell }: Pick<AuditKept, "when" | "who" | "couldNotTell">,
): void {
  keep("audit", { asOf, when, who, couldNotTell, imports, rules, operation });
  forget("audit.writing");
}

/** Null before the first audit. `policy`: the one in force now. */
export function auditSeen(policy: Policy): AuditKept | null {
  const audit = kept("audit", AUDIT);
  if (audit === null) return null;
  const { imports, rules, operation: _, ...said } = audit;
  const half = kept("audit.writing", WRITING) !== null;
  return { ...said, outdated: half || imports !== importsSoFar() || rules !== rulesOf(policy) };
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
