/**
 * A map by row identity that grows in small steps: one map of half a million entries moves them all when it
 * grows, and a page stands still for as long.
 */

const SHARDS = 64;
/** The last character of the first hash in a key: of 36 that all occur alike. */
const SPREAD = 13;

export class ByIdentity<V> {
  readonly #shards: readonly Map<string, V>[] = Array.from({ length: SHARDS }, () => new Map<string, V>());

  get(key: string): V | undefined {
    return this.#of(key).get(key);
  }

  has(key: string): boolean {
    return this.#of(key).has(key);
  }

  set(key: string, value: V): void {
    this.#of(key).set(key, value);
  }

  *[Symbol.iterator](): IterableIterator<[string, V]> {
    for (const shard of this.#shards) yield* shard;
  }

  #of(key: string): Map<string, V> {
    return this.#shards[key.charCodeAt(SPREAD) % SHARDS] ?? (this.#shards[0] as Map<string, V>);
  }
}
