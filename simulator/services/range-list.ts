/** Several ranges of one sheet that are changed alike. */

import type { ExecutionContext } from "./context.ts";
import type { Range } from "./range.ts";
import { Service } from "./service.ts";

export class RangeList extends Service {
  override readonly $googleName = "RangeList";
  readonly #ranges: readonly Range[];

  constructor(context: ExecutionContext, ranges: readonly Range[]) {
    super(context);
    this.#ranges = ranges;
  }

  getRanges(): readonly Range[] {
    return this.#ranges;
  }

  setValue(value: unknown): this {
    return this.#each((range) => range.setValue(value));
  }

  setFormula(formula: string): this {
    return this.#each((range) => range.setFormula(formula));
  }

  setNumberFormat(format: string): this {
    return this.#each((range) => range.setNumberFormat(format));
  }

  setBackground(color: string | null): this {
    return this.#each((range) => range.setBackground(color));
  }

  setFontColor(color: string | null): this {
    return this.#each((range) => range.setFontColor(color));
  }

  setFontWeight(weight: string | null): this {
    return this.#each((range) => range.setFontWeight(weight));
  }

  setFontStyle(style: string | null): this {
    return this.#each((range) => range.setFontStyle(style));
  }

  setHorizontalAlignment(alignment: string | null): this {
    return this.#each((range) => range.setHorizontalAlignment(alignment));
  }

  setVerticalAlignment(alignment: string | null): this {
    return this.#each((range) => range.setVerticalAlignment(alignment));
  }

  setWrap(isWrapEnabled: boolean): this {
    return this.#each((range) => range.setWrap(isWrapEnabled));
  }

  setNote(note: string | null): this {
    return this.#each((range) => range.setNote(note));
  }

  clear(options?: Readonly<Record<string, unknown>>): this {
    return this.#each((range) => range.clear(options));
  }

  clearContent(): this {
    return this.#each((range) => range.clearContent());
  }

  clearFormat(): this {
    return this.#each((range) => range.clearFormat());
  }

  #each(change: (range: Range) => unknown): this {
    for (const range of this.#ranges) change(range);
    return this;
  }
}
