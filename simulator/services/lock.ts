/** Locks that keep two executions apart. They are given back at the end of the execution and lost while an alert is open. */

import type { ExecutionContext } from "./context.ts";
import type { LockState } from "./lock-state.ts";
import { Service, ServiceError } from "./service.ts";
import { wholeArgument } from "./signature.ts";

export class LockService extends Service {
  override readonly $googleName = "LockService";

  /** Null outside a document. */
  getDocumentLock(): Lock | null {
    const { workbook } = this.$context;
    return workbook && new Lock(this.$context, workbook.documentLock);
  }

  getScriptLock(): Lock | null {
    const { workbook } = this.$context;
    return workbook && new Lock(this.$context, workbook.scriptLock);
  }

  getUserLock(): Lock | null {
    const { workbook, user } = this.$context;
    return workbook && new Lock(this.$context, workbook.userLockOf(user.email));
  }
}

export class Lock extends Service {
  override readonly $googleName = "Lock";
  readonly #state: LockState;

  constructor(context: ExecutionContext, state: LockState) {
    super(context);
    this.#state = state;
  }

  hasLock(): boolean {
    return this.#state.heldBy(this.$context);
  }

  /** True as soon as the lock is this execution's, false when the time (ms) is over. */
  tryLock(timeoutInMillis: number): boolean | Promise<boolean> {
    const timeout = wholeArgument(timeoutInMillis, "LockService.Lock.tryLock");
    this.$context.atEnd(() => this.#state.abandon(this.$context));
    if (this.#state.take(this.$context)) return true;
    const slept = this.$context.clock.sleep(Math.max(0, timeout));
    if (!(slept instanceof Promise)) return this.#state.take(this.$context);
    return this.#state.wait(this.$context, slept);
  }

  /** @throws ServiceError when the time is over. */
  waitLock(timeoutInMillis: number): void | Promise<void> {
    const got = this.tryLock(timeoutInMillis);
    const check = (granted: boolean) => {
      if (!granted) {
        throw new ServiceError("Lock timeout: another process was holding the lock for too long.");
      }
    };
    return got instanceof Promise ? got.then(check) : check(got);
  }

  releaseLock(): void {
    this.#state.release(this.$context);
  }
}

/** Gives back every lock the execution holds. */
export function releaseAll(context: ExecutionContext): void {
  const { workbook, user } = context;
  if (!workbook) return;
  for (const lock of [workbook.documentLock, workbook.scriptLock, workbook.userLockOf(user.email)]) {
    lock.release(context);
  }
}
