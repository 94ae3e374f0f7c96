/** What the claim log says of single findings, as the add-on shows it. */
import {
  type Claim,
  type ClaimBook,
  claimsOfFinding,
  type Disposition,
  dispositionOfFinding,
} from "../src/claims/index.ts";
import { type Day, formatDay } from "../src/values/day.ts";
import type { FindingStatus } from "./protocol.ts";
import type { TrackedWords } from "./tabs/findings.ts";

/** What the tracker knows of one finding. */
export interface Tracked {
  readonly status: FindingStatus;
  /** The last day it sleeps. */
  readonly until: Day | null;
  /** Its latest claim. */
  readonly claim: Claim | null;
  /** What a change has to be compared with; null when there is nothing yet. */
  readonly current: Claim | Disposition | null;
}

const UNTOUCHED: Tracked = { status: "new", until: null, claim: null, current: null };

/** A snooze ends with its day: from then on the finding is new again. */
export function trackedOf(book: ClaimBook, findingId: string, today: Day): Tracked {
  const claims = claimsOfFinding(book, findingId);
  const claim = claims[claims.length - 1] ?? null;
  if (claim) return { status: claim.state, until: null, claim, current: claim };
  const aside = dispositionOfFinding(book, findingId);
  if (!aside) return UNTOUCHED;
  if (aside.kind === "dismissed") return { ...UNTOUCHED, status: "dismissed", current: aside };
  const asleep = aside.until !== null && aside.until >= today;
  return asleep
    ? { status: "snoozed", until: aside.until, claim: null, current: aside }
    : { ...UNTOUCHED, current: aside };
}

/** The findings the log knows anything of. */
export function touchedIn(book: ClaimBook): ReadonlySet<string> {
  return new Set([...book.claims, ...book.dispositions].map(({ findingId }) => findingId));
}

/** As `trackedOf`, for many findings: those nobody touched are not searched for. */
export function trackedIn(book: ClaimBook, today: Day): (findingId: string) => Tracked {
  const touched = touchedIn(book);
  return (id) => (touched.has(id) ? trackedOf(book, id, today) : UNTOUCHED);
}

/** As the Findings tab shows it. */
export function trackedWords({ status, until, claim }: Tracked): TrackedWords {
  const sleeps = status === "snoozed" && until !== null ? ` until ${formatDay(until)}` : "";
  return { status: `${status}${sleeps}`, claimId: claim?.claimId ?? null, settled: isSettled(status) };
}

/** As the Findings tab shows what nobody has touched. */
export const NEW_FINDING: TrackedWords = { status: "new", claimId: null, settled: false };

/** Somebody has dealt with it: it is not to be filed, or not again. */
export function isSettled(status: FindingStatus): boolean {
  return status !== "new" && status !== "to file";
}
