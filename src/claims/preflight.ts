/**
 * The checks before a claim is filed. What blocks refuses filing; what warns, or cannot be told, only has to be
 * read. The pre-flight reads the last audit; it does not audit.
 */

import { count, dated, listed, priced } from "../audits/wording/text.ts";
import type { Policy } from "../policy/index.ts";
import { addDays, type Day } from "../values/day.ts";
import { auditOf } from "./audit-of.ts";
import type { Claim, ClaimBook } from "./claim.ts";
import { type Coverage, coverageOf } from "./coverage-meter.ts";
import { checklist } from "./evidence.ts";
import { type MatchedBy, matches } from "./matches.ts";
import { otherClaims } from "./other-claims.ts";
import type { Reimbursed } from "./reimbursed.ts";
import { type ClaimableFinding, factsOf } from "./start.ts";

export interface PreflightItem {
  readonly id:
    | "window"
    | "still-found"
    | "already-paid"
    | "other-claim"
    | "evidence"
    | "invoice-date"
    | "cost-wait"
    | "daily-cap";
  /** `block` refuses filing; `cannot tell` says what is missing and does not. */
  readonly level: "block" | "warn" | "ok" | "cannot tell";
  readonly sentence: string;
}

/** The last audit, as the Findings tab holds it. */
export interface AuditSeen {
  readonly asOf: Day;
  /** Something was imported, or a rule changed, since. */
  readonly outdated: boolean;
  readonly findings: readonly ClaimableFinding[];
  /** Audits that could not judge everything for want of a report. */
  readonly couldNotTell: readonly string[];
}

export interface PreflightInput {
  readonly claim: Claim;
  readonly book: ClaimBook;
  readonly policy: Policy;
  /** The day it is filed. */
  readonly on: Day;
  /** Null: never audited. */
  readonly audit: AuditSeen | null;
  /** `reimbursedOf`; null = never imported. */
  readonly reimbursed: readonly Reimbursed[] | null;
  /** `coverageOfTables`. */
  readonly coverage: Coverage;
  /** Claims to file on one day before it is said. */
  readonly dailyCap: number;
}

/** Days after which an audit is no longer recent, as for the reports it stands on. */
const RECENT = 7;

/** All checks, in the order to show them. */
export function preflight(input: PreflightInput): readonly PreflightItem[] {
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

function item(id: PreflightItem["id"], level: PreflightItem["level"], sentence: string): PreflightItem {
  return { id, level, sentence };
}

function findingOf({ claim, audit }: PreflightInput): ClaimableFinding | null {
  return audit?.findings.find(({ id }) => id === claim.findingId) ?? null;
}

function isRecent({ audit, on }: PreflightInput): boolean {
  return audit !== null && !audit.outdated && on - audit.asOf <= RECENT;
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
  if (finding.state === "info" || finding.state === "exposure") {
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

/**
 * A recent audit that still finds it has counted every imported payment, and used one for another loss where it
 * fits that better: only a payment for the very order or case is then worth a look.
 */
function alreadyPaid(input: PreflightInput, finding: ClaimableFinding | null): PreflightItem {
  const { claim, book, reimbursed } = input;
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
    (match) => match.claim.claimId === claim.claimId && match.by !== "reversal",
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

function evidenceComplete({ claim, policy, coverage }: PreflightInput): PreflightItem {
  const say = (level: PreflightItem["level"], sentence: string) => item("evidence", level, sentence);
  const list = checklist(claim, policy, isInvoiced(claim, coverage));
  if (list.length === 0) return say("cannot tell", "Nobody knows which papers this claim needs.");
  const missing = list.filter(({ from, have }) => from === "you" && !have);
  const needed = missing.filter(({ need }) => need === "always").map(({ label }) => label);
  if (needed.length > 0) return say("block", `Papers are missing: ${listed(needed)}. Add a link to each.`);
  const perhaps = missing.filter(({ need }) => need === "if it applies").map(({ label }) => label);
  if (perhaps.length > 0) return say("warn", `Not there yet: ${listed(perhaps)}. Add what applies.`);
  return say("ok", "All papers are there.");
}

/** Every unit of the claim's own shipment is on an invoice of the Invoices tab. */
function isInvoiced(claim: Claim, coverage: Coverage): boolean {
  const shipment = ownShipment(claim, coverage);
  return shipment !== null && shipment.invoiced >= shipment.shipped;
}

function ownShipment({ facts }: Claim, coverage: Coverage) {
  if (facts.shipmentId === "") return null;
  const found = coverageOf(coverage, facts);
  return found?.shipments.find(({ shipmentId }) => shipmentId === facts.shipmentId) ?? null;
}

/** Only where the claim needs a supplier's invoice, or has one. */
function invoiceDated(input: PreflightInput): PreflightItem[] {
  const { claim, policy, coverage, on } = input;
  const needed = checklist(claim, policy).some(
    ({ kinds, need }) => kinds.includes("supplier invoice") && need === "always",
  );
  const given = claim.evidence.filter(({ kind }) => kind === "supplier invoice");
  if (!needed && given.length === 0) return [];
  const say = (level: PreflightItem["level"], sentence: string) => [item("invoice-date", level, sentence)];
  const shipment = ownShipment(claim, coverage);
  const days = [...given.flatMap(({ date }) => date ?? []), ...(shipment?.invoiceDays ?? [])];
  const newest = days.length === 0 ? null : (Math.max(...days) as Day);
  if (newest === null) {
    return given.length > 0
      ? say("cannot tell", "The invoice has no date. Add its date, to see whether Amazon takes it.")
      : say("cannot tell", "There is no invoice yet whose date could be checked.");
  }
  const inbound = auditOf(claim.facts.audit)?.family === "inbound";
  const made = inbound ? (shipment?.day ?? null) : null;
  const latest = inbound ? (made ?? claim.facts.eventDate) : null;
  const before = latest === null ? days : days.filter((day) => day < latest);
  if (latest !== null && before.length === 0) {
    const what = made === null ? "it arrived" : "the shipment was made";
    return say(
      "block",
      `The invoice of ${dated(newest)} is not from before ${what} (${dated(latest)}): Amazon takes only invoices dated before the shipment.`,
    );
  }
  const { invoiceAgeDays } = policy.claimRules;
  const counting = Math.max(...before) as Day;
  if (on - counting > invoiceAgeDays) {
    const level = inbound ? "warn" : "block";
    return say(
      level,
      `The invoice of ${dated(counting)} is older than ${count(invoiceAgeDays, "day")} (source: one practitioner). Bring a newer one.`,
    );
  }
  if (inbound && made === null) {
    return say(
      "cannot tell",
      `Nobody says when the shipment was made, so the invoice of ${dated(counting)} cannot be said to come before it. Import the shipping queue.`,
    );
  }
  if (given.some(({ date }) => date === null)) return say("warn", "One of the invoices has no date. Add it.");
  return say(
    "ok",
    inbound
      ? `The invoice of ${dated(counting)} is from before the shipment and recent enough.`
      : `The invoice of ${dated(counting)} is recent enough.`,
  );
}

/** Requests about what an item cost: after a denial Amazon wants a pause. */
function costRequestWaited({ claim, book, policy, on }: PreflightInput): PreflightItem[] {
  if (!isCostRequest(claim)) return [];
  const denials = book.claims
    .filter((one) => isCostRequest(one) && sameProduct(one, claim))
    .flatMap((one) => one.denials.flatMap((denial) => denial.on ?? []));
  if (denials.length === 0) return [item("cost-wait", "ok", "No request about this item's cost was denied.")];
  const last = Math.max(...denials) as Day;
  const { costRequestWaitDays } = policy.claimRules;
  const again = addDays(last, costRequestWaitDays);
  return on < again
    ? [
        item(
          "cost-wait",
          "block",
          `A request about this item's cost was denied on ${dated(last)}: ask again from ${dated(again)} on (${count(costRequestWaitDays, "day")}, Policy tab).`,
        ),
      ]
    : [
        item(
          "cost-wait",
          "ok",
          `The last denied request about this item's cost was on ${dated(last)}, long enough ago.`,
        ),
      ];
}

function isCostRequest({ facts }: Claim): boolean {
  return auditOf(facts.audit)?.rule === "valuation_dispute" && facts.orderId === "";
}

function sameProduct(a: Claim, b: Claim): boolean {
  const same = (x: string, y: string) => x !== "" && x === y;
  return (
    same(a.facts.fnsku, b.facts.fnsku) || same(a.facts.msku, b.facts.msku) || same(a.facts.asin, b.facts.asin)
  );
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
