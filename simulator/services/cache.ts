/** Strings kept for a while, perhaps. */

import type { ExecutionContext } from "./context.ts";
import { Service } from "./service.ts";
import { badSignature, textArgument } from "./signature.ts";
import type { CacheStore } from "./stores.ts";

const DEFAULT_SECONDS = 600;

export class CacheService extends Service {
  override readonly $googleName = "CacheService";

  /** Null outside a document. */
  getDocumentCache(): Cache | null {
    const { workbook } = this.$context;
    return workbook && new Cache(this.$context, workbook.documentCache);
  }

  getScriptCache(): Cache | null {
    const { workbook } = this.$context;
    return workbook && new Cache(this.$context, workbook.scriptCache);
  }

  getUserCache(): Cache | null {
    const { workbook, user } = this.$context;
    return workbook && new Cache(this.$context, workbook.cacheOf(user.email));
  }
}

export class Cache extends Service {
  override readonly $googleName = "Cache";
  readonly #store: CacheStore;

  constructor(context: ExecutionContext, store: CacheStore) {
    super(context);
    this.#store = store;
  }

  get(key: string): string | null {
    return this.#store.get(textArgument(key, "CacheService.Cache.get"), this.$context.clock.now());
  }

  /** Only the keys that were found. */
  getAll(keys: unknown): Record<string, string> {
    if (!Array.isArray(keys)) throw badSignature("CacheService.Cache.getAll", [keys]);
    const found = keys.map((key: unknown) => [String(key), this.get(String(key))] as const);
    return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== null));
  }

  put(key: string, value: string, expirationInSeconds = DEFAULT_SECONDS): void {
    if (typeof value !== "string") throw badSignature("CacheService.Cache.put", [key, value]);
    this.#store.put(
      textArgument(key, "CacheService.Cache.put"),
      value,
      expirationInSeconds,
      this.$context.clock.now(),
    );
  }

  putAll(values: unknown, expirationInSeconds = DEFAULT_SECONDS): void {
    if (typeof values !== "object" || values === null)
      throw badSignature("CacheService.Cache.putAll", [values]);
    for (const [key, value] of Object.entries(values)) this.put(key, value, expirationInSeconds);
  }

  remove(key: string): void {
    this.#store.remove(textArgument(key, "CacheService.Cache.remove"));
  }

  removeAll(keys: unknown): void {
    if (!Array.isArray(keys)) throw badSignature("CacheService.Cache.removeAll", [keys]);
    for (const key of keys) this.remove(String(key));
  }
}
