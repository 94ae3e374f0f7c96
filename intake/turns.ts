/**
 * Long work in short steps: written once as a generator that yields between steps, run at once where nobody
 * waits (the runner), and in turns where a page has to stay alive (the browser has 50 ms before a click lags).
 */

/** Work that yields wherever it may be interrupted, and returns its result. */
export type InSteps<T> = Generator<void, T, void>;

/** How the work pauses, and whether it is still wanted. */
export interface Pace {
  /** Lets the page have its turn when enough time has passed since the last one; at once otherwise. */
  breathe(): Promise<void> | undefined;
  readonly signal?: AbortSignal;
}

/** Nobody waits: no pauses. */
export const WITHOUT_PAUSE: Pace = { breathe: () => undefined };

/** Items handled between two yields of one piece of work; a step of the slowest work takes about 2 ms. */
export const ITEMS_PER_STEP = 500;

/** The user stopped the work. */
export class Stopped extends Error {
  constructor() {
    super("Stopped.");
    this.name = "Stopped";
  }
}

export function atOnce<T>(work: InSteps<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** @throws Stopped when the user stopped it */
export async function inTurns<T>(work: InSteps<T>, pace: Pace): Promise<T> {
  for (;;) {
    if (pace.signal?.aborted) throw new Stopped();
    const step = work.next();
    if (step.done) return step.value;
    const pause = pace.breathe();
    if (pause !== undefined) await pause;
  }
}

/** The items in order, as `sort` would put them (stable), without changing the array. */
export function* sorted<T>(items: readonly T[], compare: (a: T, b: T) => number): InSteps<T[]> {
  const run = ITEMS_PER_STEP * 4;
  let from: T[] = [];
  for (let at = 0; at < items.length; at += run) {
    for (const item of items.slice(at, at + run).sort(compare)) from.push(item);
    yield;
  }
  for (let width = run; width < from.length; width *= 2) {
    const into: T[] = [];
    for (let at = 0; at < from.length; at += 2 * width) {
      yield* merge(from, at, width, into, compare);
    }
    from = into;
  }
  return from;
}

/** Two neighbouring sorted runs of `from`, `width` items each, on to the end of `into`. */
function* merge<T>(
  from: readonly T[],
  start: number,
  width: number,
  into: T[],
  compare: (a: T, b: T) => number,
): InSteps<void> {
  const middle = Math.min(start + width, from.length);
  const end = Math.min(start + 2 * width, from.length);
  let [left, right] = [start, middle];
  while (left < middle || right < end) {
    const takeLeft = right >= end || (left < middle && compare(from[left] as T, from[right] as T) <= 0);
    into.push((takeLeft ? from[left++] : from[right++]) as T);
    if (into.length % (ITEMS_PER_STEP * 4) === 0) yield;
  }
}
