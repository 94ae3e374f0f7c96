/** Which failures of a call pass by themselves, and how long to wait for it. */

/** What Google and browsers say when they, not the request, are the trouble; and our own words for a busy sheet. */
const PASSING: readonly RegExp[] = [
  /timed out|timeout|took too long/i,
  /server error occurred|internal error|service (?:error|unavailable)|temporarily unavailable/i,
  /network ?error|connection (?:failure|lost)|failed to fetch|http (?:0|5\d\d)\b|offline/i,
  /too many (?:scripts|simultaneous|times)/i,
  /somebody else is importing or auditing in this sheet right now/i,
];

/** Milliseconds before the second, third … attempt. */
export const WAITS: readonly number[] = [1_000, 3_000, 8_000, 20_000];

export function passes(message: string): boolean {
  return PASSING.some((words) => words.test(message));
}

/** What to tell when waiting did not help. */
export function gaveUp(message: string): string {
  return `Google Sheets did not answer (“${message}”). Check your connection and try again: what was done is kept, and nothing is done twice.`;
}
