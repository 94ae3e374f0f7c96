/** Text and moments as the log keeps them. */

import { parseDay } from "../values/day.ts";

/** The longest note, reason or statement the log takes, in characters. */
export const LONGEST_NOTE = 2000;

/**
 * Text as a sheet cell gives it back unchanged: one kind of line end, no control characters or halves of
 * characters, no space around it. A leading apostrophe, which a sheet swallows, becomes a typographic one.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]|\ufeff/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim()
    .replace(/^'/, "\u2019");
}

/** Seconds since 1970 of `2026-11-23T14:05:09Z` (fractions of a second are dropped); null when it is anything else. */
export function secondsOf(when: string): number | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?Z$/.exec(when);
  const on = match ? parseDay(match[1] ?? "") : null;
  if (!match || on === null) return null;
  const [hours, minutes, seconds] = [Number(match[2]), Number(match[3]), Number(match[4])];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return on * 86400 + hours * 3600 + minutes * 60 + seconds;
}

/** "5 seconds", "1 minute", "3 hours", "2 days": the largest whole unit, for "changed … ago". */
export function spanInWords(seconds: number): string {
  const units: readonly (readonly [number, string])[] = [
    [86400, "day"],
    [3600, "hour"],
    [60, "minute"],
  ];
  for (const [length, name] of units) {
    if (seconds >= length) return counted(Math.floor(seconds / length), name);
  }
  return counted(Math.max(0, Math.floor(seconds)), "second");
}

/** "1 unit", "3 units". */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
