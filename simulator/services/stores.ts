/** The state behind PropertiesService and CacheService, with their limits (https://developers.google.com/apps-script/guides/services/quotas). */

import { ServiceError } from "./error.ts";

const VALUE_BYTES = 9 * 1024;
const STORE_BYTES = 500 * 1024;

/** One property store: strings by key, 9 KB a value, 500 KB in all. */
export class PropertyStore {
  #values = new Map<string, string>();
  #revision = 0;

  /** Grows with every change. */
  get revision(): number {
    return this.#revision;
  }

  get(key: string): string | null {
    return this.#values.get(key) ?? null;
  }

  /** @throws ServiceError when the value or the store would be too large; nothing is changed then. */
  set(entries: Readonly<Record<string, string>>, deleteOthers = false): void {
    const next = new Map(deleteOthers ? [] : this.#values);
    for (const [key, value] of Object.entries(entries)) {
      if (byteLength(value) > VALUE_BYTES) throw new ServiceError("Argument too large: value");
      next.set(key, value);
    }
    let bytes = 0;
    for (const [key, value] of next) bytes += byteLength(key) + byteLength(value);
    if (bytes > STORE_BYTES) {
      throw new ServiceError(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    }
    this.#values = next;
    this.#revision++;
  }

  delete(key: string): void {
    this.#values.delete(key);
    this.#revision++;
  }

  clear(): void {
    this.#values.clear();
    this.#revision++;
  }

  toObject(): Record<string, string> {
    return Object.fromEntries([...this.#values].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

const KEY_LENGTH = 250;
const CACHE_VALUE_BYTES = 100 * 1024;
const CACHE_ITEMS = 1000;
const CACHE_KEPT = 900;
const CACHE_LONGEST = 21_600;

/** One cache: strings that may vanish. Above 1,000 items the ones written longest ago go, 900 stay. */
export class CacheStore {
  readonly #items = new Map<string, { value: string; until: number }>();

  get(key: string, now: number): string | null {
    const item = this.#items.get(key);
    if (!item) return null;
    if (item.until <= now) {
      this.#items.delete(key);
      return null;
    }
    return item.value;
  }

  put(key: string, value: string, seconds: number, now: number): void {
    if (key.length > KEY_LENGTH) throw new ServiceError("Argument too large: key");
    if (byteLength(value) > CACHE_VALUE_BYTES) throw new ServiceError("Argument too large: value");
    if (!(seconds >= 1 && seconds <= CACHE_LONGEST)) {
      throw new ServiceError("Invalid argument: expirationInSeconds");
    }
    this.#items.delete(key);
    this.#items.set(key, { value, until: now + seconds * 1000 });
    if (this.#items.size > CACHE_ITEMS) {
      for (const oldest of [...this.#items.keys()].slice(0, this.#items.size - CACHE_KEPT)) {
        this.#items.delete(oldest);
      }
    }
  }

  remove(key: string): void {
    this.#items.delete(key);
  }

  /** Forgets everything, as Google may at any time. */
  clear(): void {
    this.#items.clear();
  }
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, "utf8");
}
