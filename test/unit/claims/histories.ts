/** Random histories of a log: whatever people may ask for, allowed or not, on a few findings. */

import fc from "fast-check";
import {
  addEvidence,
  addNote,
  type Change,
  CLAIM_STATES,
  type ClaimableFinding,
  correct,
  dismiss,
  isRefusal,
  snooze,
  start,
  step,
  undo,
  wake,
} from "../../../src/claims/index.ts";
import { addDays } from "../../../src/values/day.ts";
import { currency, money } from "../../../src/values/money.ts";
import { finding, Log, READY, TODAY } from "./log-of.ts";

export const FINDINGS: readonly ClaimableFinding[] = [
  finding(),
  finding({ id: "inbound-short-aaaaaaaaaaaaaa", audit: "inbound-short", shipmentId: "FBA15ABC123" }),
  finding({ id: "refund-not-returned-bbbbbbbbbbbbbb", audit: "refund-not-returned", deadline: null }),
];

/** Text people write, and text that breaks sheets and chains. */
const TEXT = fc.oneof(
  fc.constantFrom(
    "Units found",
    "",
    " ",
    "=IMPORTXML(A1)",
    "'quoted",
    "a\r\nb",
    "\u0000\u202eevil",
    "😀",
    "é".repeat(30),
  ),
  fc.string({ maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 20 }),
);

const WISH = fc.record({
  who: fc.constantFrom("anna@example.com", "ben@example.com"),
  which: fc.nat(FINDINGS.length - 1),
  what: fc.constantFrom(
    "start",
    "step",
    "step",
    "step",
    "step",
    "undo",
    "evidence",
    "note",
    "correct",
    "dismiss",
    "snooze",
    "wake",
  ),
  to: fc.constantFrom(...CLAIM_STATES),
  text: TEXT,
  caseId: fc.constantFrom("", "12345678901", "Case ID: 20000000001", "111-1234567-1234567"),
  units: fc.constantFrom(null, 1, 2, 3, 4, 0, -1),
  minor: fc.constantFrom(null, 1, 1230, 3690, 3691, 0),
  days: fc.integer({ min: -25, max: 2 }),
  row: fc.nat(30),
});

export type Wish = typeof WISH extends fc.Arbitrary<infer T> ? T : never;

export const HISTORY = fc.array(WISH, { maxLength: 40 });

/** What a wish asks of the log as it stands. */
export function changeOf(log: Log, wish: Wish): Change {
  const about = FINDINGS[wish.which] as ClaimableFinding;
  const acting = log.acting({ who: wish.who });
  const claims = log.book.claims.filter(({ findingId }) => findingId === about.id);
  const claim = claims.at(-1);
  const on = addDays(TODAY, wish.days);
  const amount = wish.minor === null ? null : money(wish.minor, currency("USD"));
  if (wish.what === "start") return start(log.book, about, acting);
  if (wish.what === "dismiss") return dismiss(log.book, about, wish.text, acting);
  if (wish.what === "snooze") return snooze(log.book, about, addDays(TODAY, -wish.days), wish.text, acting);
  if (wish.what === "wake") return wake(log.book, about, wish.text, acting);
  if (!claim) return { refused: "There is no claim yet." };
  switch (wish.what) {
    case "undo":
      return undo(claim, wish.row, wish.text, acting);
    case "note":
      return addNote(claim, wish.text, acting);
    case "correct":
      return correct(claim, { caseId: wish.caseId, filedOn: on, note: wish.text }, acting);
    case "evidence": {
      const link = `https://drive.example.com/${wish.row}`;
      return addEvidence(claim, { kind: "photos", link, date: on, proves: wish.text }, ["photos"], acting);
    }
    default: {
      const { to, caseId, units, text: note } = wish;
      return step(claim, { to, caseId, units, amount, note, on }, acting, READY);
    }
  }
}

/** The log the wishes lead to, and how many of them were refused. */
export function logOf(wishes: readonly Wish[]): { log: Log; refused: number } {
  const log = new Log();
  let refused = 0;
  for (const wish of wishes) {
    const change = changeOf(log, wish);
    if (isRefusal(change)) refused += 1;
    else log.write(change);
  }
  return { log, refused };
}
