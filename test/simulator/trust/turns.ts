/**
 * Two people at work in one document, whose executions come in any order that is asked for: they may change places
 * before every service call. Who waits for the lock waits until the other lets go of it, or until the wait runs out.
 */
import type { AddOn } from "../../../intake/server.ts";
import { ManualClock } from "../../../simulator/runtime/clock.ts";
import type { ExecutionResult } from "../../../simulator/runtime/execution.ts";
import type { SteppedExecution } from "../../../simulator/runtime/stepped.ts";
import type { Book } from "./book.ts";

/** A clock on which a wait is over when it is said to be. */
export class TurnClock extends ManualClock {
  #waits: (() => void)[] = [];

  override sleep(): Promise<void> {
    return new Promise((over) => {
      this.#waits.push(over);
    });
  }

  /** Every wait runs out. */
  runOut(): void {
    for (const over of this.#waits.splice(0)) over();
  }
}

export type Who = 0 | 1;
/** Who is at work next, and for how many service calls. */
export type Turn = readonly [who: Who, calls: number];

export interface Work {
  readonly user: string;
  /** What is done with the add-on, one call after the other. */
  run(server: AddOn): Promise<unknown>;
}

export interface Order {
  readonly turns: readonly Turn[];
  /** Who waited for the lock has it as soon as it is free and goes on at once; else the one who let go does. */
  readonly eager?: boolean;
  /** No wait for a lock lasts: whoever does not get it at once is told so. */
  readonly impatient?: boolean;
}

/** What was called, in the order of one person. */
export interface Called {
  readonly kind: string;
  /** The document lock was this person's before the call. */
  readonly locked: boolean;
  /** Writes that waited to be sent before the call. */
  readonly waiting: number;
}

/** An execution a person asked for. */
export interface Asked {
  readonly user: string;
  readonly functionName: string;
  readonly args: readonly unknown[];
  readonly trigger: "client" | "menu";
}

export interface Played {
  /** What each came to: the answer, or the sentence with which it was refused. */
  readonly came: readonly { readonly answer: unknown; readonly told: string | null }[];
  readonly called: readonly (readonly Called[])[];
  /** The first execution of each. */
  readonly first: readonly (Asked | null)[];
  /** How many calls each had made before each of its executions. */
  readonly begun: readonly (readonly number[])[];
}

class Person {
  readonly called: Called[] = [];
  readonly begun: number[] = [];
  first: Asked | null = null;
  execution: SteppedExecution | null = null;
  came: { answer: unknown; told: string | null } | null = null;
  #answer: ((result: ExecutionResult) => void) | null = null;
  #next: Promise<void>;
  #arrived: () => void = () => {};
  #last = "";
  readonly #book: Book;
  readonly #watch: (called: Called) => void;

  constructor(book: Book, work: Work, watch: (called: Called) => void) {
    this.#book = book;
    this.#watch = watch;
    this.#next = this.#later();
    const server = new Proxy({} as AddOn, {
      get: (_, name) => (request: unknown) => this.#call(work.user, String(name), request),
    });
    const done = (answer: unknown, told: string | null) => {
      this.came = { answer, told };
      this.#arrived();
    };
    work.run(server).then(
      (answer) => done(answer, null),
      (problem: unknown) => done(null, problem instanceof Error ? problem.message : String(problem)),
    );
  }

  get last(): string {
    return this.#last;
  }

  /** Resolves when there is an execution to go on with, or nothing more to do. */
  async ready(): Promise<void> {
    await this.#next;
    // What it waited for reaches it in a few turns of Node's own loop.
    if (this.execution?.waiting) await new Promise((settled) => setImmediate(settled));
  }

  /** Hands over what an execution came to. */
  deliver(result: ExecutionResult): void {
    this.execution = null;
    this.#next = this.#later();
    this.#last = "";
    this.#answer?.(result);
  }

  #later(): Promise<void> {
    return new Promise((arrived) => {
      this.#arrived = arrived;
    });
  }

  async #call(user: string, name: string, request: unknown): Promise<unknown> {
    const menu = /^menu[A-Z]/.test(name);
    const asked = {
      user,
      functionName: name,
      args: menu ? [] : [request],
      trigger: menu ? ("menu" as const) : ("client" as const),
    };
    this.first ??= asked;
    this.begun.push(this.called.length);
    const result = await new Promise<ExecutionResult>((answer) => {
      this.#answer = answer;
      this.execution = this.#book.sheets.stepped({
        ...asked,
        watch: ({ kind, holdsLock, waitingWrites }) => {
          const called = { kind, locked: holdsLock, waiting: waitingWrites };
          this.#watch(called);
          this.#last = kind;
          this.called.push(called);
        },
      });
      this.#arrived();
    });
    if (result.ok) return result.value;
    throw new Error(result.error.message);
  }
}

/**
 * Lets two people work from where the document stands, in an order; what the order leaves open is done to the end.
 *
 * @param watch told before each call, of either
 */
export async function play(
  book: Book,
  works: readonly [Work, Work],
  order: Order,
  watch: (called: Called) => void = () => {},
): Promise<Played> {
  const people = [new Person(book, works[0], watch), new Person(book, works[1], watch)] as const;

  /** `who` goes on until so many calls are made, it waits, is over, or lets go of a lock the other waits for. */
  async function goOn(who: Who, calls: number): Promise<{ left: number; how: "done" | "waiting" | "over" }> {
    const [self, other] = [people[who], people[who === 0 ? 1 : 0]];
    let left = calls;
    for (;;) {
      await self.ready();
      const { execution } = self;
      if (execution === null || self.came) return { left, how: "over" };
      if (execution.waiting) return { left, how: "waiting" };
      if (left <= 0) return { left, how: "done" };
      const made = execution.calls;
      const stop = () =>
        execution.calls - made >= left ||
        (order.eager !== false && self.last === "Lock.releaseLock" && other.execution?.waiting === true);
      const how = execution.goOn(stop);
      left -= execution.calls - made;
      if (how === "waiting") continue;
      if (how === "told") return { left, how: "done" };
      if (execution.result) self.deliver(execution.result);
      if (order.eager !== false && other.execution?.waiting) return { left, how: "done" };
    }
  }

  async function turn(who: Who, calls: number): Promise<void> {
    const other = who === 0 ? 1 : 0;
    let left = calls;
    while (left > 0) {
      const went = await goOn(who, left);
      left = went.left;
      if (went.how === "over") return;
      if (went.how === "done" && left > 0) await goOn(other, Number.POSITIVE_INFINITY);
      if (went.how === "waiting") {
        if (!order.impatient) await goOn(other, Number.POSITIVE_INFINITY);
        // What the other has not let go of by now, being at its end or waiting, too, it never will.
        await people[who].ready();
        if (people[who].execution?.waiting) clockOf(book).runOut();
      }
    }
  }

  for (const [who, calls] of order.turns) await turn(who, calls);
  const last = order.turns[order.turns.length - 1]?.[0] ?? 0;
  for (const who of [last, last === 0 ? 1 : 0] as const) await turn(who, Number.POSITIVE_INFINITY);
  clockOf(book).runOut();
  return {
    came: people.map(({ came }) => {
      if (came) return came;
      throw new Error("Somebody's work never came to an end.");
    }),
    called: people.map(({ called }) => called),
    first: people.map(({ first }) => first),
    begun: people.map(({ begun }) => begun),
  };
}

function clockOf({ clock }: Book): TurnClock {
  if (clock instanceof TurnClock) return clock;
  throw new Error("Turns are taken in a document whose clock is a TurnClock.");
}
