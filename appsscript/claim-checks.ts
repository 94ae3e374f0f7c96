/** The pre-flight of a claim, over what stands in the sheet. */
import type { Claim } from "../src/claims/index.ts";
import { type AuditSeen, type PreflightItem, preflight } from "../src/claims/preflight.ts";
import { type Day, day } from "../src/values/day.ts";
import type { Papers } from "./claim-papers.ts";
import { auditSeen, settings } from "./settings.ts";
import { readFindings } from "./tabs/findings-read.ts";
import type { Tracker } from "./tracker.ts";

/** `on`: the day it is filed. */
export function checksOf(
  tracker: Tracker,
  papers: Papers,
  claim: Claim,
  on: Day = tracker.today,
): readonly PreflightItem[] {
  return preflight({
    claim,
    on,
    book: tracker.book,
    policy: papers.policy(),
    audit: lastAuditSeen(tracker, papers),
    reimbursed: papers.reimbursed(),
    coverage: papers.coverage(),
    dailyCap: settings().dailyCap,
  });
}

function lastAuditSeen({ clock }: Tracker, papers: Papers): AuditSeen | null {
  const audit = auditSeen(papers.policy());
  if (audit === null) return null;
  return {
    asOf: day(audit.asOf),
    outdated: audit.outdated,
    couldNotTell: audit.couldNotTell,
    findings: readFindings(0, Number.MAX_SAFE_INTEGER, clock).findings.map(({ finding }) => finding),
  };
}
