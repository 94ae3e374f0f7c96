/** Stored strings by key. Changes take effect at once: they are not part of the spreadsheet's write buffer. */

import type { ExecutionContext } from "./context.ts";
import { Service } from "./service.ts";
import { badSignature, textArgument } from "./signature.ts";
import type { PropertyStore } from "./stores.ts";

export class PropertiesService extends Service {
  override readonly $googleName = "PropertiesService";

  /** Null outside a document. */
  getDocumentProperties(): Properties | null {
    const { workbook } = this.$context;
    return workbook && new Properties(this.$context, workbook.documentProperties);
  }

  getUserProperties(): Properties | null {
    const { workbook, user } = this.$context;
    return workbook && new Properties(this.$context, workbook.propertiesOf(user.email));
  }

  getScriptProperties(): Properties | null {
    const { workbook } = this.$context;
    return workbook && new Properties(this.$context, workbook.scriptProperties);
  }
}

export class Properties extends Service {
  override readonly $googleName = "Properties";
  readonly #store: PropertyStore;

  constructor(context: ExecutionContext, store: PropertyStore) {
    super(context);
    this.#store = store;
  }

  getProperty(key: string): string | null {
    return this.#store.get(textArgument(key, "PropertiesService.Properties.getProperty"));
  }

  getProperties(): Record<string, string> {
    return this.#store.toObject();
  }

  getKeys(): string[] {
    return Object.keys(this.#store.toObject());
  }

  setProperty(key: string, value: string): this {
    const method = "PropertiesService.Properties.setProperty";
    this.#store.set({ [textArgument(key, method)]: textArgument(value, method) });
    return this;
  }

  setProperties(properties: unknown, deleteAllOthers = false): this {
    const method = "PropertiesService.Properties.setProperties";
    if (typeof properties !== "object" || properties === null) throw badSignature(method, [properties]);
    const entries = Object.entries(properties).map(([key, value]) => [key, textArgument(value, method)]);
    this.#store.set(Object.fromEntries(entries), deleteAllOthers);
    return this;
  }

  deleteProperty(key: string): this {
    this.#store.delete(textArgument(key, "PropertiesService.Properties.deleteProperty"));
    return this;
  }

  deleteAllProperties(): this {
    this.#store.clear();
    return this;
  }
}
