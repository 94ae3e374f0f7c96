/**
 * The tracker at work: what the claim log says today, and the one way to change it.
 *
 * A change reads the log under the document lock, compares it with what the user saw, and adds rows. Whatever the
 * add-on shows elsewhere (the Claims tab, the status of a finding) is written from the log after that.
 */
import {
  type Acting,
  type Change,
  type Claim,
  type ClaimBook,
  conflict,
  type Disposition,
  isRefusal,
  type LogDraft,
  rowsOfOperation,
} from "../src/claims/index.ts";
import type { Day } from "../src/values/day.ts";
import { type SheetClock, sheetClock, todayIn } from "./clock.ts";
import { alone } from "./locking.ts";
import type { ChangeRequest } from "./protocol.ts";
import { appendToLog, type ClaimLog, readLog } from "./tabs/claim-log.ts";
import { writeClaim } from "./tabs/claims.ts";
import { markFinding } from "./tabs/findings.ts";
import { trackedOf, trackedWords } from "./tracked.ts";
import { currentUser } from "./user.ts";

export interface Tracker {
  readonly log: ClaimLog;
  readonly book: ClaimBook;
  readonly clock: SheetClock;
  /** The day in the spreadsheet's time zone. */
  readonly today: Day;
}

/** What the log says now. */
export function readTracker(): Tracker {
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const clock = sheetClock(zone);
  const log = readLog(clock);
  return { log, book: log.book, clock, today: todayIn(zone) };
}

/** The claim, or a sentence. */
export function claimNamed(book: ClaimBook, id: string): Claim {
  const claim = book.claims.find(({ claimId }) => claimId === id);
  if (claim) return claim;
  throw new Error(
    `There is no claim ${id.slice(0, 60)} in the claim log. Rebuild the claims, then look again.`,
  );
}

export interface ChangeMade {
  /** Null: done. */
  readonly refused: string | null;
  /** What stands now, either way. */
  readonly tracker: Tracker;
}

/**
 * Makes one change of one claim or finding, and answers, alone: what is answered is what the change has left, and not
 * what somebody else has made of it since. A request that was carried out before is not carried out again.
 *
 * @param current the claim or finding as the log has it, null when the log knows nothing of it; throws a sentence
 *   when there is no such thing
 * @param make the rows to add, or why there are none
 */
export function changeTracker<Answer>(
  { operation, version }: ChangeRequest,
  current: (tracker: Tracker) => Claim | Disposition | null,
  make: (tracker: Tracker, acting: Acting) => Change,
  answer: (made: ChangeMade) => Answer,
): Answer {
  return alone(() => answer(changed({ operation, version }, current, make)));
}

function changed(
  { operation, version }: ChangeRequest,
  current: (tracker: Tracker) => Claim | Disposition | null,
  make: (tracker: Tracker, acting: Acting) => Change,
): ChangeMade {
  const tracker = readTracker();
  const done = rowsOfOperation(tracker.log.entries, operation);
  if (done.length > 0) {
    // The execution that wrote them may have been stopped before it showed them.
    show(tracker, done);
    return { refused: null, tracker };
  }
  const when = nowInUtc();
  const outdated = conflict(current(tracker), version, when);
  if (outdated !== null) return { refused: outdated, tracker };
  const { name, verified } = currentUser();
  if (name === "") return { refused: WHO, tracker };
  const change = make(tracker, { when, who: name, verified, asOf: tracker.today, operation });
  if (isRefusal(change)) return { refused: change.refused, tracker };
  const log = appendToLog(tracker.log, change);
  const standing = { ...tracker, log, book: log.book };
  show(standing, change);
  return { refused: null, tracker: standing };
}

const WHO =
  "Google does not say who you are, and the claim log has to. Say your name first; it is asked for once.";

/** Writes what changed into the Claims and Findings tabs. */
function show({ book, today }: Tracker, rows: readonly LogDraft[]): void {
  for (const id of new Set(rows.map(({ claimId }) => claimId))) {
    if (id !== "") writeClaim(claimNamed(book, id));
  }
  for (const id of new Set(rows.map(({ findingId }) => findingId))) {
    markFinding(id, trackedWords(trackedOf(book, id, today)));
  }
}

/** `2026-11-23T14:05:09Z`. */
export function nowInUtc(): string {
  return new Date().toISOString().replace(/\.\d+Z$/, "Z");
}
