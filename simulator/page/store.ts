/** State that components look at: they are drawn again when the part they picked is another one. */

import { useEffect, useState } from "preact/hooks";

export class Store<State extends object> {
  #state: State;
  readonly #listeners = new Set<() => void>();

  constructor(state: State) {
    this.#state = state;
  }

  get state(): State {
    return this.#state;
  }

  set(change: Partial<State>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  /** @returns a function that ends it */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

export function usePicked<State extends object, Picked>(
  store: Store<State>,
  pick: (state: State) => Picked,
): Picked {
  const picked = pick(store.state);
  const [, redraw] = useState(0);
  useEffect(() => {
    let last = picked;
    const check = (): void => {
      const now = pick(store.state);
      if (Object.is(now, last)) return;
      last = now;
      redraw((n) => n + 1);
    };
    check();
    return store.subscribe(check);
  });
  return picked;
}
