/** A mutual-exclusion lock between executions. The holder is any object that stands for one execution. */
export class LockState {
  #holder: object | null = null;
  readonly #waiting: { readonly owner: object; readonly grant: (granted: boolean) => void }[] = [];

  heldBy(owner: object): boolean {
    return this.#holder === owner;
  }

  get isHeld(): boolean {
    return this.#holder !== null;
  }

  /** Takes the lock if it is free or already the owner's. */
  take(owner: object): boolean {
    if (this.#holder !== null && this.#holder !== owner) return false;
    this.#holder = owner;
    return true;
  }

  /**
   * Waits for the lock: resolves true when it was given to the owner, false when `deadline` came first.
   * Those who wait get it in the order they came.
   */
  wait(owner: object, deadline: Promise<void>): Promise<boolean> {
    return new Promise((resolve) => {
      let settled = false;
      const grant = (granted: boolean) => {
        if (settled) return;
        settled = true;
        const index = this.#waiting.indexOf(entry);
        if (index >= 0) this.#waiting.splice(index, 1);
        resolve(granted);
      };
      const entry = { owner, grant };
      this.#waiting.push(entry);
      void deadline.then(() => grant(false));
    });
  }

  /** Forgets an owner whose execution ended, whether it held the lock or waited for it. */
  abandon(owner: object): void {
    for (const entry of this.#waiting.filter((waiting) => waiting.owner === owner)) entry.grant(false);
    this.release(owner);
  }

  release(owner: object): void {
    if (this.#holder !== owner) return;
    const next = this.#waiting[0];
    this.#holder = next?.owner ?? null;
    next?.grant(true);
  }
}
