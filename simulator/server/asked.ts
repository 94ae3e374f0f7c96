/** The body of a question, read with care: what is not as the protocol says is refused in a sentence. */

import type { Area } from "./protocol.ts";

/** Answered with this status and message. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export class Asked {
  readonly #body: Readonly<Record<string, unknown>>;

  /** @throws Refused for anything but an object */
  constructor(body: unknown) {
    if (typeof body !== "object" || body === null || Array.isArray(body)) {
      throw new Refused(400, "The question's body must be a JSON object.");
    }
    this.#body = body as Readonly<Record<string, unknown>>;
  }

  has(name: string): boolean {
    return this.#body[name] !== undefined && this.#body[name] !== null;
  }

  raw(name: string): unknown {
    return this.#body[name];
  }

  /** A whole number from 0 on. */
  whole(name: string): number {
    const value = this.#body[name];
    if (typeof value === "number" && Number.isInteger(value) && value >= 0) return value;
    throw wrong(name, "a whole number from 0 on", value);
  }

  number(name: string): number {
    const value = this.#body[name];
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw wrong(name, "a number", value);
  }

  text(name: string): string {
    const value = this.#body[name];
    if (typeof value === "string") return value;
    throw wrong(name, "a text", value);
  }

  textOrNull(name: string): string | null {
    return this.has(name) ? this.text(name) : null;
  }

  flag(name: string): boolean {
    const value = this.#body[name];
    if (value === undefined || typeof value === "boolean") return value === true;
    throw wrong(name, "true or false", value);
  }

  /** One of a few words. */
  word<Word extends string>(name: string, words: readonly Word[]): Word {
    const found = words.find((word) => word === this.#body[name]);
    if (found !== undefined) return found;
    throw wrong(name, `one of ${words.join(", ")}`, this.#body[name]);
  }

  area(name: string): Area {
    const value = this.#body[name];
    if (typeof value !== "object" || value === null) throw wrong(name, "an area", value);
    const part = new Asked(value);
    const area = {
      row: part.whole("row"),
      column: part.whole("column"),
      rows: part.whole("rows"),
      columns: part.whole("columns"),
    };
    if (area.rows === 0 || area.columns === 0) throw wrong(name, "an area of at least one cell", value);
    return area;
  }

  /** An object within. */
  part(name: string): Asked {
    return new Asked(this.#body[name]);
  }

  /** `#rrggbb`. */
  colour(name: string): string {
    const value = this.text(name);
    if (/^#[0-9a-f]{6}$/i.test(value)) return value.toLowerCase();
    throw wrong(name, "a colour like #1a73e8", value);
  }

  list(name: string): readonly unknown[] {
    const value = this.#body[name];
    if (Array.isArray(value)) return value;
    throw wrong(name, "a list", value);
  }

  /** Rows of texts, all equally long. */
  texts(name: string): readonly (readonly string[])[] {
    const rows = this.list(name);
    const width = Array.isArray(rows[0]) ? rows[0].length : 0;
    const right = (row: unknown): row is string[] =>
      Array.isArray(row) && row.length === width && row.every((text) => typeof text === "string");
    if (width === 0 || !rows.every(right)) throw wrong(name, "rows of texts, equally long", rows);
    return rows;
  }
}

function wrong(name: string, expected: string, value: unknown): Refused {
  const shown = JSON.stringify(value)?.slice(0, 60) ?? "nothing";
  return new Refused(400, `"${name}" must be ${expected}, not ${shown}.`);
}
