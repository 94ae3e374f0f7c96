/**
 * From an obligation to a finding: its claim time, its state on the as-of day, its id, and the fields that
 * are the same for every audit.
 */

import { claimTime, stateOn } from "../../policy/index.ts";
import type { ClaimRule, ClaimTime } from "../../policy/policy.ts";
import { type Day, laterDay } from "../../values/day.ts";
import type { Account } from "../account/account.ts";
import { rememberedOf } from "../account/remembered.ts";
import type { Valued } from "../account/valuation.ts";
import type { AuditMeta } from "../audit.ts";
import { type Evidence, type Finding, findingId, type State } from "../finding.ts";
import { dated, fill, type Values } from "./text.ts";

/** When something owed can be claimed, and what that makes it on the as-of day. */
export interface Timing extends ClaimTime {
  readonly state: "wait" | "file" | "expired";
}

/**
 * The timing of a claim whose clock started on `event` in a marketplace. `notBefore` is the first day after
 * the grace in which Amazon usually pays by itself, where the grace does not run from the event.
 */
export function timingOf(
  account: Account,
  rule: ClaimRule,
  marketplace: string,
  event: Day,
  grace: { days?: number; notBefore?: Day } = {},
): Timing {
  const known = account.derive(timingsOf);
  const key = `${rule}|${marketplace}|${event}|${grace.days ?? 0}|${grace.notBefore ?? ""}`;
  let timing = known.get(key);
  if (timing === undefined) {
    const time = claimTime(account.policy, rule, marketplace, event, grace.days ?? 0);
    const opens = grace.notBefore === undefined ? time.opens : laterDay(time.opens, grace.notBefore);
    timing = { ...time, opens, state: stateOn(account.asOf, { ...time, opens }) };
    known.set(key, timing);
  }
  return timing;
}

/** Those asked for so far: what many findings of one day share, their sentences about it included. */
function timingsOf(_: Account): Map<string, Timing> {
  return new Map();
}

export interface Item {
  readonly fnsku: string;
  readonly asin: string;
  readonly msku: string;
}

/** What an audit says about one obligation; the rest of the finding follows from it. */
export interface Draft {
  /** The identity key of the obligation; never its quantity or amount. */
  readonly identity: readonly (string | number | null)[];
  readonly marketplace: string;
  readonly item: Item | null;
  readonly orderId?: string;
  readonly shipmentId?: string;
  readonly referenceId?: string;
  readonly quantity: number | null;
  readonly value: Valued;
  readonly eventDate: Day;
  readonly what: string;
  readonly why: string;
  readonly todo: string;
  readonly evidence: readonly Evidence[];
}

/** A finding Amazon owes money for: to be filed now, later, or too late. */
export function owed(meta: AuditMeta, draft: Draft, timing: Timing, estimated = timing.estimated): Finding {
  return findingOf(meta, draft, timing.state, timing, estimated);
}

/** A finding worth a look, without a claim. */
export function worthALook(meta: AuditMeta, draft: Draft): Finding {
  return findingOf(meta, draft, "info", NO_CLAIM, false);
}

/** Money Amazon may take back; never to be claimed. */
export function exposed(meta: AuditMeta, draft: Draft): Finding {
  return findingOf(meta, draft, "exposure", NO_CLAIM, false);
}

const NO_CLAIM = { opens: null, deadline: null };

function findingOf(
  meta: AuditMeta,
  draft: Draft,
  state: State,
  { opens, deadline }: Pick<Finding, "opens" | "deadline">,
  estimated: boolean,
): Finding {
  return {
    id: findingId(meta.id, draft.identity),
    audit: meta.id,
    family: meta.family,
    marketplace: draft.marketplace,
    fnsku: draft.item?.fnsku || null,
    asin: draft.item?.asin || null,
    msku: draft.item?.msku || null,
    orderId: draft.orderId || null,
    shipmentId: draft.shipmentId || null,
    referenceId: draft.referenceId || null,
    quantity: draft.quantity,
    amount: draft.value.amount,
    basis: draft.value.basis,
    eventDate: draft.eventDate,
    what: draft.what,
    why: draft.why,
    todo: draft.todo,
    evidence: eachOnce(draft.evidence),
    claimId: null,
    state,
    opens,
    deadline,
    estimated,
  };
}

/** A payment can have cleared several parts of one row. */
function eachOnce(evidence: readonly Evidence[]): readonly Evidence[] {
  if (evidence.length < 2) return evidence;
  const seen = new Set<string>();
  return evidence.filter(({ report, line }) => {
    const key = `${report} ${line}`;
    return !seen.has(key) && seen.add(key);
  });
}

const TODO = {
  wait: "Nothing yet: Amazon often settles by itself. If it has not, file from {{opens}} {{where}}. {{until}} Papers: {{papers}}.",
  file: "File a claim {{where}}. {{until}} Papers: {{papers}}.",
  expired: "The window to file closed on {{deadline}}. Keep it for your records; do not file it as new.",
  until: "Last day: {{deadline}}.",
  untilEstimated: "Last day by our estimate: {{deadline}}; file early.",
  noDeadline: "There is no published last day.",
} as const;

/** What to do about something owed: where to file, from when, until when, with which papers. */
export function todoOf(timing: Timing, estimated = timing.estimated): string {
  return (estimated ? todoEstimated : todoSourced)(timing);
}

const todoEstimated = rememberedOf((timing: Timing) => todoText(timing, true));
const todoSourced = rememberedOf((timing: Timing) => todoText(timing, false));

function todoText(timing: Timing, estimated: boolean): string {
  const deadline = timing.deadline === null ? "" : dated(timing.deadline);
  const until =
    timing.deadline === null
      ? TODO.noDeadline
      : fill(estimated ? TODO.untilEstimated : TODO.until, { deadline });
  const values: Values = {
    opens: dated(timing.opens),
    deadline,
    until,
    where: `at ${timing.window.filingPath}`,
    papers: timing.window.evidence.join("; "),
  };
  return fill(TODO[timing.state], values);
}

/** The rule in force, in words: "Amazon accepts claims up to 60 days after … (since 2024-10-23)". */
export const ruleInWords = rememberedOf((timing: Timing): string => {
  const { window } = timing;
  const limit =
    window.closesAfterMonths !== null
      ? `${window.closesAfterMonths} months`
      : window.closesAfterDays !== null
        ? `${window.closesAfterDays} days`
        : null;
  const rule =
    limit === null
      ? "Amazon publishes no last day for such claims"
      : `Amazon accepts such claims up to ${limit} after the ${window.clockStarts}`;
  const since = window.effectiveFrom === null ? "" : ` (rule in force since ${dated(window.effectiveFrom)})`;
  const doubt = timing.estimated
    ? "; no source confirms this window for this marketplace, it is an estimate"
    : "";
  return `${rule}${since}${doubt}.`;
});
