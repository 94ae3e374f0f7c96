/**
 * The checks before a claim is filed. What blocks refuses filing; what warns, or cannot be told, only has to be
 * read. The pre-flight reads the last audit; it does not audit.
 */

import { count, dated, listed, priced } from "../audits/wording/text.ts";
import type { Day } from "../values/day.ts";
import { auditOf } from "./audit-of.ts";
import type { Claim } from "./claim.ts";
import { type MatchedBy, matches } from "./matches.ts";
import { otherClaims } from "./other-claims.ts";
import { item, type PreflightItem } from "./preflight-item.ts";
import { costRequestWaited, evidenceComplete, invoiceDated, type PaperInput } from "./preflight-papers.ts";
import type { Reimbursed } from "./reimbursed.ts";
import { type ClaimableFinding, factsOf } from "./start.ts";

export type { PreflightItem } from "./preflight-item.ts";

/** The last audit, as the Findings tab holds it. */
export interface AuditSeen {
  readonly asOf: Day;
  /** Something was imported, or a rule changed, since. */
  readonly outdated: boolean;
  readonly findings: readonly ClaimableFinding[];
  /** Audits that could not judge everything for want of a report. */
  readonly couldNotTell: readonly string[];
}

export interface PreflightInput extends PaperInput {
  /** Null: never audited. */
  readonly audit: AuditSeen | null;
  /** `reimbursedOf`; null = never imported. */
  readonly reimbursed: readonly Reimbursed[] | null;
  /** Claims to file on one day before it is said. */
  readonly dailyCap: number;
}

/** Days after which an audit is no longer recent, as for the reports it stands on. */
const RECENT = 7;

/** Asking again means an appeal: it is denied, or was closed with the denial. */
export function followsDenial({ state, denials, payments }: Claim): boolean {
  return state === "denied" || (state === "closed" && denials.length > 0 && payments.length === 0);
}

/** All checks in the order to show them: before filing, or for a denied claim before its appeal. */
export function preflight(input: PreflightInput): readonly PreflightItem[] {
  if (followsDenial(input.claim)) return appealChecks(input);
  const finding = findingOf(input);
  return [
    windowOpen(input, finding),
    stillFound(input, finding),
    alreadyPaid(input, finding),
    noOtherClaim(input),
    evidenceComplete(input),
    ...invoiceDated(input),
    ...costRequestWaited(input),
    dailyCap(input),
  ];
}

function findingOf({ claim, audit }: PreflightInput): ClaimableFinding | null {
  return audit?.findings.find(({ id }) => id === claim.findingId) ?? null;
}

function isRecent({ audit, on }: PreflightInput): boolean {
  return audit !== null && !audit.outdated && on - audit.asOf <= RECENT;
}

/** An appeal is the same claim again: what is owed, who else claims it, the papers, and how often one may ask. */
function appealChecks(input: PreflightInput): readonly PreflightItem[] {
  const finding = findingOf(input);
  return [
    appealsLeft(input),
    stillFound(input, finding),
    alreadyPaid(input, finding),
    noOtherClaim(input),
    evidenceComplete(input),
    ...invoiceDated(input),
    ...costRequestWaited(input),
  ];
}

function appealsLeft({ claim, policy, on }: PreflightInput): PreflightItem {
  const { feeAppeals } = policy.claimRules;
  const isFee = auditOf(claim.facts.audit)?.family === "fee";
  if (isFee && claim.appeals >= feeAppeals) {
    return item(
      "appeals",
      "block",
      `It was appealed ${count(claim.appeals, "time")}; about fees Amazon takes ${count(feeAppeals, "appeal")}, then its answer is final (source: one practitioner, Policy tab).`,
    );
  }
  if (isFee) {
    return item(
      "appeals",
      "warn",
      `About fees Amazon takes ${count(feeAppeals, "appeal")} (source: one practitioner, Policy tab): put everything into it.`,
    );
  }
  const { deadline } = claim.facts;
  return deadline !== null && on > deadline
    ? item(
        "appeals",
        "warn",
        `The last day to file was ${dated(deadline)}. No source says until when an appeal is taken; practitioners stay inside the window.`,
      )
    : item("appeals", "ok", "Appeal in the same case. Nobody publishes how often that may be done.");
}

/** By the finding of the last audit; when it is gone, by the days the claim was started with. */
function windowOpen({ claim, on }: PreflightInput, finding: ClaimableFinding | null): PreflightItem {
  const facts = finding === null ? claim.facts : factsOf(finding);
  const { opens, deadline, estimated } = facts;
  if (opens !== null && on < opens) {
    return item(
      "window",
      "block",
      `The claim opens on ${dated(opens)}: filed before, it is refused as too early.`,
    );
  }
  if (deadline === null) {
    return facts.eventDate === null
      ? item(
          "window",
          "cannot tell",
          "The log no longer says what the claim is about, so nobody can say until when it is to be filed.",
        )
      : item("window", "ok", "The window is open; there is no published last day.");
  }
  const left = deadline - on;
  if (left < 0 && !estimated) {
    return item(
      "window",
      "block",
      `The last day to file was ${dated(deadline)}. Record the claim as expired.`,
    );
  }
  if (left < 0) {
    return item(
      "window",
      "warn",
      `By our estimate the last day to file was ${dated(deadline)}; no source confirms it. Amazon may refuse the claim.`,
    );
  }
  const until = `The window is open until ${dated(deadline)} (${left === 0 ? "today is the last day" : count(left, "day")} left)`;
  const shown = left === 0 ? `Today, ${dated(deadline)}, is the last day to file` : until;
  return estimated
    ? item("window", "warn", `${shown}, by our estimate: no source confirms it.`)
    : item("window", "ok", `${shown}.`);
}

function stillFound(input: PreflightInput, finding: ClaimableFinding | null): PreflightItem {
  const { claim, audit, on } = input;
  const say = (level: PreflightItem["level"], sentence: string) => item("still-found", level, sentence);
  if (audit === null)
    return say("cannot tell", "No audit was run. Run one, to see whether it is still owed.");
  const when = `The audit of ${dated(audit.asOf)}`;
  const older = isRecent(input)
    ? ""
    : audit.outdated
      ? " Reports were imported since: run the audit again."
      : ` It is ${count(on - audit.asOf, "day")} old: import the newest reports and run it again.`;
  // Filed before that audit and written down now: what happened since is no reason not to.
  if (on < audit.asOf && (finding === null || !isOwed(finding))) {
    return say("warn", `${when}, after this was filed, finds nothing owed any more: look for the payment.`);
  }
  if (finding === null) {
    return audit.couldNotTell.includes(claim.facts.audit)
      ? say(
          "cannot tell",
          `${when} could not judge everything of this kind and does not find it. Import what it names as missing.${older}`,
        )
      : say(
          "block",
          `${when} does not find it any more: the units were found, returned or paid since.${older} Dismiss the claim, or look at what cleared it.`,
        );
  }
  if (!isOwed(finding)) {
    return say("block", `${when} no longer finds it owed: ${finding.what}`);
  }
  const [asked, now] = [claim.asked, factsOf(finding)];
  if (asked.units !== null && now.units !== null && now.units < asked.units) {
    return say(
      "warn",
      `${when} finds ${count(now.units, "unit")} still owed, not ${asked.units}: file for ${now.units}.${older}`,
    );
  }
  if (
    asked.amount !== null &&
    now.amount !== null &&
    now.amount.currency === asked.amount.currency &&
    now.amount.minor < asked.amount.minor
  ) {
    return say(
      "warn",
      `${when} values it at ${priced(now.amount)}, not ${priced(asked.amount)}: ask for the lower amount.${older}`,
    );
  }
  return older === "" ? say("ok", `${when} still finds it.`) : say("warn", `${when} still finds it.${older}`);
}

function isOwed({ state }: ClaimableFinding): boolean {
  return state !== "info" && state !== "exposure";
}

/**
 * A recent audit that still finds it has counted every imported payment, and used one for another loss where it
 * fits that better: only a payment for the very order or case is then worth a look.
 */
function alreadyPaid(input: PreflightInput, finding: ClaimableFinding | null): PreflightItem {
  const { claim, book, reimbursed, on } = input;
  const say = (level: PreflightItem["level"], sentence: string) => item("already-paid", level, sentence);
  if (claim.payments.length > 0 && claim.paidUnits >= (claim.asked.units ?? 1)) {
    return say("block", "It is paid: a payment was confirmed for this claim.");
  }
  if (reimbursed === null) {
    return say(
      "cannot tell",
      "Reimbursements were never imported, so nobody can say whether Amazon paid. Import Reports > Fulfillment > Payments > Reimbursements.",
    );
  }
  const found = matches(book.claims, reimbursed).filter(
    ({ claim: of, by, row }) => of.claimId === claim.claimId && by !== "reversal" && row.date <= on,
  );
  const counted = finding !== null && isRecent(input);
  const worth = found.filter(({ by }) => !counted || by !== ("item" satisfies MatchedBy));
  if (worth.length === 0) return say("ok", "No imported payment is for it.");
  const rows = listed(worth.slice(0, 3).map(({ row }) => `${row.reimbursementId} of ${dated(row.date)}`));
  const ids = `${worth.length === 1 ? "Reimbursement" : "Reimbursements"} ${rows}`;
  return counted
    ? say(
        "warn",
        `${ids} may belong to it; the audit has counted it and still finds the rest owed. Look at it before you file.`,
      )
    : say(
        "block",
        `${ids} may have paid it already. Confirm the payment for this claim, or say that it is not this claim's.`,
      );
}

function noOtherClaim(input: PreflightInput): PreflightItem {
  const others = otherClaims(
    input.claim,
    input.book.claims,
    input.audit?.findings.map(({ id }) => id) ?? null,
  );
  const [worst] = others.filter(({ level }) => level === "block").concat(others);
  if (worst === undefined)
    return item("other-claim", "ok", "No other claim is about the same units or event.");
  const more = others.length - 1;
  const rest = more === 0 ? "" : ` So ${more === 1 ? "is" : "are"} ${count(more, "more claim")}.`;
  return item("other-claim", worst.level, worst.sentence + rest);
}

function dailyCap({ book, on, dailyCap: cap }: PreflightInput): PreflightItem {
  const filed = book.claims.filter(({ filedOn }) => filedOn === on).length;
  const today = `${filed === 0 ? "No claim" : count(filed, "claim")} filed on ${dated(on)}`;
  return filed < cap
    ? item("daily-cap", "ok", `${today}; your cap is ${cap}.`)
    : item(
        "daily-cap",
        "warn",
        `${today}, your daily cap is ${cap}. Amazon watches accounts that file a lot at once: leave what has time for tomorrow.`,
      );
}
