/** What the sidebar asks about findings, and what it does with them: claim, dismiss, snooze, wake. */
import type { FindingJson } from "../src/audits/finding.ts";
import { type Acting, type Change, dismiss, snooze, start, wake } from "../src/claims/index.ts";
import { REPORTS } from "../src/reports/index.ts";
import { day, formatDay } from "../src/values/day.ts";
import { titleOf } from "./audit-names.ts";
import { papersOf } from "./claim-papers.ts";
import { claimView } from "./claim-view.ts";
import { logLines } from "./log-lines.ts";
import { pageOf, shortText } from "./pages.ts";
import type {
  ChangeAnswer,
  ChangeRequest,
  FindingAction,
  FindingDetail,
  FindingShort,
  FindingStartAnswer,
  FindingsPage,
} from "./protocol.ts";
import { auditedAsOf } from "./settings.ts";
import { readFinding, readFindings } from "./tabs/findings-read.ts";
import { type Tracked, trackedIn, trackedOf } from "./tracked.ts";
import { type ChangeMade, changeTracker, readTracker, type Tracker } from "./tracker.ts";
import {
  dismissRequest,
  findingRequest,
  pageRequest,
  snoozeRequest,
  startRequest,
  wakeRequest,
} from "./tracker-requests.ts";

const ROWS_PER_PAGE = 1000;

/** A page of findings, in the order of the tab. */
export function findingsList(input: unknown): FindingsPage {
  const { from, revision: seen } = pageRequest(input);
  const { book, clock, today } = readTracker();
  const asOf = auditedAsOf();
  const { rows, revision, findings } = readFindings(from, ROWS_PER_PAGE, clock);
  if (seen !== null && seen !== revision) {
    return { revision: null, asOf, findings: [], total: rows, next: null };
  }
  const tracked = trackedIn(book, today);
  const found = findings.map(({ at, finding }) => ({
    at,
    item: shortOf(finding, tracked(finding.id), asOf),
  }));
  const { items, next } = pageOf(found, from + ROWS_PER_PAGE, rows);
  return { revision, asOf, findings: items, total: rows, next };
}

/** Everything about one finding. */
export function findingDetail(input: unknown): FindingDetail {
  const { id } = findingRequest(input);
  return detailOf(readTracker(), id);
}

export function findingStart(input: unknown): FindingStartAnswer {
  const request = startRequest(input);
  return change(
    request,
    ({ book }, finding, acting) => start(book, finding, acting),
    ({ refused, tracker }) => {
      const { claim } = trackedOf(tracker.book, request.id, tracker.today);
      return {
        refused,
        fresh: detailOf(tracker, request.id),
        claim: claim ? claimView(tracker, papersOf(tracker), claim) : null,
      };
    },
  );
}

export function findingDismiss(input: unknown): ChangeAnswer<FindingDetail> {
  const request = dismissRequest(input);
  return answered(request, ({ book }, finding, acting) => dismiss(book, finding, request.reason, acting));
}

export function findingSnooze(input: unknown): ChangeAnswer<FindingDetail> {
  const request = snoozeRequest(input);
  return answered(request, ({ book }, finding, acting) =>
    snooze(book, finding, day(request.until), request.reason, acting),
  );
}

export function findingWake(input: unknown): ChangeAnswer<FindingDetail> {
  const request = wakeRequest(input);
  return answered(request, ({ book }, finding, acting) => wake(book, finding, request.reason, acting));
}

interface FindingChange extends ChangeRequest {
  readonly id: string;
}

type Make = (tracker: Tracker, finding: FindingJson, acting: Acting) => Change;

function answered(request: FindingChange, make: Make): ChangeAnswer<FindingDetail> {
  return change(request, make, ({ refused, tracker }) => ({
    refused,
    fresh: detailOf(tracker, request.id),
  }));
}

function change<Answer>(request: FindingChange, make: Make, answer: (made: ChangeMade) => Answer): Answer {
  return changeTracker(
    request,
    ({ book, today }) => trackedOf(book, request.id, today).current,
    (tracker, acting) => make(tracker, findingNamed(tracker, request.id), acting),
    answer,
  );
}

function findingNamed({ clock }: Tracker, id: string): FindingJson {
  const finding = readFinding(id, clock);
  if (finding) return finding;
  throw new Error(
    "This finding is not in the Findings tab any more. Run the audit again; if it still stands, it comes back.",
  );
}

function detailOf(tracker: Tracker, id: string): FindingDetail {
  const finding = findingNamed(tracker, id);
  const tracked = trackedOf(tracker.book, id, tracker.today);
  const { status, until, claim, current } = tracked;
  const named = new Set(finding.evidence.map(({ report }) => report));
  return {
    finding: { ...finding, claimId: claim?.claimId ?? null },
    title: titleOf(finding.audit),
    status,
    until: until === null ? null : formatDay(until),
    claimId: claim?.claimId ?? null,
    version: current?.version ?? "",
    actions: actionsOf(finding, tracked),
    history: logLines(
      tracker.log.entries.filter((entry) => entry.findingId === id),
      claim,
    ),
    reports: Object.fromEntries(
      REPORTS.filter(({ id }) => named.has(id)).map(({ id, title }) => [id, title]),
    ),
  };
}

function actionsOf({ state }: FindingJson, { status, current, claim }: Tracked): FindingAction[] {
  const again = claim === null || claim.state === "closed" || claim.state === "dismissed";
  const actions: FindingAction[] = again && state !== "exposure" && state !== "info" ? ["start"] : [];
  if (claim) return actions;
  if (status !== "dismissed") actions.push("dismiss", "snooze");
  if (current) actions.push("wake");
  return actions;
}

function shortOf(finding: FindingJson, { status, until, claim }: Tracked, asOf: string | null): FindingShort {
  const { deadline, state } = finding;
  const counts = deadline !== null && asOf !== null && (state === "file" || state === "wait");
  return {
    id: finding.id,
    audit: finding.audit,
    title: titleOf(finding.audit),
    family: finding.family,
    state,
    status,
    until: until === null ? null : formatDay(until),
    claimId: claim?.claimId ?? null,
    marketplace: finding.marketplace,
    amount: finding.amount,
    currency: finding.currency,
    quantity: finding.quantity,
    deadline,
    daysLeft: counts ? day(deadline) - day(asOf) : null,
    eventDate: finding.eventDate,
    item: shortText(finding.msku ?? finding.fnsku ?? finding.asin ?? ""),
    reference: shortText(finding.orderId ?? finding.shipmentId ?? finding.referenceId ?? ""),
    what: shortText(finding.what),
  };
}
