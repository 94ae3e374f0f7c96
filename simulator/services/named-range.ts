/** A name for a range; it moves with the cells it names. */

import type { ExecutionContext } from "./context.ts";
import { rangeOf } from "./factory.ts";
import { RangeBase } from "./range-base.ts";
import { Service, ServiceError } from "./service.ts";
import { badSignature, textArgument } from "./signature.ts";
import type { NamedRangeModel, Workbook } from "./workbook.ts";

export class NamedRange extends Service {
  override readonly $googleName = "NamedRange";
  readonly #workbook: Workbook;
  readonly #model: NamedRangeModel;

  constructor(context: ExecutionContext, workbook: Workbook, model: NamedRangeModel) {
    super(context);
    this.#workbook = workbook;
    this.#model = model;
  }

  getName(): string {
    return this.#model.name;
  }

  setName(name: string): this {
    this.#model.name = textArgument(name, "SpreadsheetApp.NamedRange.setName");
    this.#workbook.touch();
    return this;
  }

  getRange(): Service {
    this.$context.applyWrites();
    const sheet = this.#workbook.sheetById(this.#model.sheetId);
    if (!sheet) throw new ServiceError(`The range of "${this.#model.name}" no longer exists.`);
    return rangeOf(this.$context, this.#workbook, sheet, this.#model.area);
  }

  setRange(range: unknown): this {
    if (!(range instanceof RangeBase)) throw badSignature("SpreadsheetApp.NamedRange.setRange", [range]);
    this.$context.applyWrites();
    this.#model.sheetId = range.$sheet.id;
    this.#model.area = range.$area;
    this.#workbook.touch();
    return this;
  }

  remove(): void {
    this.#workbook.namedRanges = this.#workbook.namedRanges.filter((model) => model !== this.#model);
    this.#workbook.touch();
  }
}
