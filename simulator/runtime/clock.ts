/** The clocks of the simulator: the real one, and one that stands still until it is told to go on. */

import type { Clock } from "../services/context.ts";

/** The machine's time. A script that sleeps is waited for. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) =>
    // The thread that waits keeps the process alive; a lock's time limit alone must not.
    new Promise((resolve) => {
      setTimeout(resolve, milliseconds).unref();
    }),
};

/** The machine's time for the in-process mode: sleeping stops the whole process, as nothing else can wait there. */
export const blockingClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
  },
};

/** A made-up time in milliseconds since 1970 UTC; only `sleep` and `advance` move it. */
export class ManualClock implements Clock {
  #now: number;

  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  sleep(milliseconds: number): void {
    this.#now += milliseconds;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}

/** How much of a time limit is left; it stands still while a dialog is open. */
export class Countdown {
  readonly #limit: number;
  readonly #now: () => number;
  readonly #started: number;
  #paused = 0;
  #pausedSince: number | null = null;

  constructor(limit: number, now: () => number) {
    this.#limit = limit;
    this.#now = now;
    this.#started = now();
  }

  get remaining(): number {
    const now = this.#pausedSince ?? this.#now();
    return this.#limit - (now - this.#started - this.#paused);
  }

  pause(): void {
    this.#pausedSince = this.#now();
  }

  resume(): void {
    this.#paused += this.#now() - (this.#pausedSince ?? this.#now());
    this.#pausedSince = null;
  }
}
