/**
 * Runs every audit of the catalogue over one account. An audit whose reports were never imported reports
 * nothing but what to download; every other one reports what it could judge.
 */

import { earlierDay } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import { type Account, accountOf } from "./account/account.ts";
import { lessPaid } from "./account/claims-of-money.ts";
import { coverageOf } from "./account/coverage.ts";
import type { Audit, AuditInput, AuditOutcome, Requirement } from "./audit.ts";
import { AUDITS } from "./catalogue.ts";
import { type AuditResult, type CannotTell, compareFindings, totalsOf } from "./finding.ts";
import { dataHealthOf, type RunAudit } from "./health/data-health.ts";
import { listed } from "./wording/text.ts";

/** All findings, most urgent first, what could not be told, and sums per state and currency. */
export function runAudits(input: AuditInput, audits: readonly Audit[] = AUDITS): AuditResult {
  const account = accountOf(input);
  const runs = audits.map((audit) => runAudit(account, audit));
  const outcomes = runs.map(({ outcome }) => outcome);
  const findings = outcomes.flatMap((o) => o.findings).sort(compareFindings);
  return {
    findings,
    cannotTell: outcomes
      .flatMap((o) => o.cannotTell)
      .sort((a, b) => compareText(a.audit, b.audit) || compareText(a.reason, b.reason)),
    totals: totalsOf(findings),
    health: dataHealthOf(account, runs),
  };
}

function runAudit(account: Account, audit: Audit): RunAudit {
  const absent = audit.meta.needs.filter((need) => !importedAny(account, need));
  if (absent.length === 0) return { audit, absent, outcome: unpaidOf(account, audit.find(account)) };
  return { audit, absent, outcome: { findings: [], cannotTell: [neverImported(account, audit, absent)] } };
}

function unpaidOf(account: Account, { findings, cannotTell }: AuditOutcome): AuditOutcome {
  return { findings: findings.flatMap((finding) => lessPaid(account, finding) ?? []), cannotTell };
}

function importedAny(account: Account, need: Requirement): boolean {
  const coverage = account.derive(coverageOf);
  return [need].flat().some((report) => coverage.imported(report));
}

function neverImported(account: Account, audit: Audit, absent: readonly Requirement[]): CannotTell {
  const { firstDay } = account.derive(coverageOf);
  const from = firstDay === null ? null : earlierDay(firstDay, account.asOf);
  const names = absent.map((need) => [need].flat().join(" or "));
  return {
    audit: audit.meta.id,
    reason: `${listed(names)} ${names.length === 1 ? "was" : "were"} never imported.`,
    needs: absent.map((need) => ({ report: [need].flat()[0] ?? "", from, to: account.asOf })),
  };
}
