/**
 * The worker threads in which users' executions run: a script that waits there for an answer stops nobody else.
 *
 * Service calls cross to the host synchronously: the thread posts the request, sleeps on a shared number, and finds
 * the reply in its port when the host wakes it.
 */

import { MessageChannel, type MessagePort, Worker } from "node:worker_threads";
import { type Ask, inside, type Reply, type Request, type Start } from "./inside.ts";
import { isolateFor, type RunOutcome } from "./isolate.ts";

type FromThread = { readonly request: Request } | { readonly outcome: RunOutcome };

/** Runs as text in the thread: see `inside` for what that means. `require` is Node's. */
function threadMain(require: NodeJS.Require, makeIsolate: typeof isolateFor): void {
  const threads: typeof import("node:worker_threads") = require("node:worker_threads");
  const { code, insideText, replies, signal } = threads.workerData as {
    readonly code: string;
    readonly insideText: string;
    readonly replies: MessagePort;
    readonly signal: Int32Array;
  };
  const isolate = makeIsolate(require("node:vm"), insideText, code);
  const ask: Ask = (request) => {
    threads.parentPort?.postMessage({ request });
    for (;;) {
      Atomics.wait(signal, 0, 0);
      Atomics.store(signal, 0, 0);
      const received = threads.receiveMessageOnPort(replies);
      if (received) return received.message as Reply;
    }
  };
  threads.parentPort?.on("message", (start: Start) => {
    threads.parentPort?.postMessage({ outcome: isolate.run(start, ask) });
  });
}

/** One job for a thread. */
export interface Job {
  readonly start: Start;
  answer(request: Request): Reply | Promise<Reply>;
  /** Milliseconds left before the job is ended by force; asked again when they are over. */
  remaining(): number;
}

/** A thread that has loaded the script once and runs one execution at a time. */
export class ScriptThread {
  readonly #worker: Worker;
  readonly #replies: MessagePort;
  readonly #signal = new Int32Array(new SharedArrayBuffer(4));
  #job: { readonly job: Job; readonly done: (outcome: RunOutcome | Error) => void } | null = null;

  constructor(code: string) {
    const { port1, port2 } = new MessageChannel();
    this.#replies = port1;
    port1.unref();
    this.#worker = new Worker(`(${threadMain})(require, ${isolateFor})`, {
      eval: true,
      workerData: { code, insideText: String(inside), replies: port2, signal: this.#signal },
      transferList: [port2],
    });
    this.#worker.on("message", (message: FromThread) => void this.#receive(message));
    this.#worker.on("error", (problem) => this.#finish(problem));
    this.#worker.unref();
  }

  /** @throws when the thread itself fails */
  async run(job: Job): Promise<RunOutcome> {
    this.#worker.ref();
    let timer: NodeJS.Timeout | undefined;
    try {
      const outcome = await new Promise<RunOutcome | Error>((done) => {
        this.#job = { job, done };
        const watch = (milliseconds: number) => {
          timer = setTimeout(() => {
            if (job.remaining() > 0) watch(job.remaining());
            else done({ timedOut: true });
          }, milliseconds);
        };
        watch(job.remaining());
        this.#worker.postMessage(job.start);
      });
      if (outcome instanceof Error) throw outcome;
      if ("timedOut" in outcome) await this.close();
      return outcome;
    } finally {
      clearTimeout(timer);
      this.#job = null;
      this.#worker.unref();
    }
  }

  async close(): Promise<void> {
    this.#replies.close();
    await this.#worker.terminate();
  }

  async #receive(message: FromThread): Promise<void> {
    const job = this.#job;
    if (!job) return;
    if ("outcome" in message) {
      this.#finish(message.outcome);
      return;
    }
    const answered = job.job.answer(message.request);
    const reply = answered instanceof Promise ? await answered : answered;
    this.#replies.postMessage(reply);
    Atomics.store(this.#signal, 0, 1);
    Atomics.notify(this.#signal, 0);
  }

  #finish(outcome: RunOutcome | Error): void {
    this.#job?.done(outcome);
  }
}

/** A user's threads: one while executions follow each other, more when they run side by side. */
export class ThreadPool {
  readonly #code: string;
  readonly #idle = new Map<string, ScriptThread[]>();
  readonly #all = new Set<ScriptThread>();

  constructor(code: string) {
    this.#code = code;
  }

  async run(user: string, job: Job): Promise<RunOutcome> {
    const idle = this.#idle.get(user) ?? [];
    this.#idle.set(user, idle);
    const thread = idle.pop() ?? this.#open();
    try {
      const outcome = await thread.run(job);
      if ("timedOut" in outcome) this.#all.delete(thread);
      else idle.push(thread);
      return outcome;
    } catch (problem) {
      this.#all.delete(thread);
      throw problem;
    }
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((thread) => thread.close()));
    this.#all.clear();
    this.#idle.clear();
  }

  #open(): ScriptThread {
    const thread = new ScriptThread(this.#code);
    this.#all.add(thread);
    return thread;
  }
}
