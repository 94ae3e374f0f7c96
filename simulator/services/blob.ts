/** Bytes with a name and a type. */

import type { ExecutionContext } from "./context.ts";
import { Service } from "./service.ts";

export class Blob extends Service {
  override readonly $googleName = "Blob";
  readonly #bytes: Buffer;
  #contentType: string | null;
  #name: string | null;

  constructor(context: ExecutionContext, bytes: Buffer, contentType: string | null, name: string | null) {
    super(context);
    this.#bytes = bytes;
    this.#contentType = contentType;
    this.#name = name;
  }

  /** From -128 to 127. */
  getBytes(): number[] {
    return [...this.#bytes].map((byte) => (byte > 127 ? byte - 256 : byte));
  }

  getDataAsString(charset = "UTF-8"): string {
    return new TextDecoder(charset).decode(this.#bytes);
  }

  getContentType(): string | null {
    return this.#contentType;
  }

  setContentType(contentType: string | null): this {
    this.#contentType = contentType;
    return this;
  }

  getName(): string | null {
    return this.#name;
  }

  setName(name: string): this {
    this.#name = name;
    return this;
  }
}
