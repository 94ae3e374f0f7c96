/** Data validation rules: `SpreadsheetApp.newDataValidation()` and what `Range.getDataValidation()` gives back. */

import type { ExecutionContext } from "./context.ts";
import { DataValidationCriteria } from "./enums.ts";
import { type EnumValue, Service } from "./service.ts";
import { badSignature } from "./signature.ts";
import type { ValidationData } from "./styles.ts";

export class DataValidation extends Service {
  override readonly $googleName = "DataValidation";
  readonly $data: ValidationData;

  constructor(context: ExecutionContext, data: ValidationData) {
    super(context);
    this.$data = data;
  }

  getAllowInvalid(): boolean {
    return this.$data.allowInvalid;
  }

  getCriteriaType(): EnumValue | undefined {
    return DataValidationCriteria[this.$data.criteria as keyof typeof DataValidationCriteria];
  }

  getCriteriaValues(): readonly unknown[] {
    return this.$data.args;
  }

  getHelpText(): string | null {
    return this.$data.helpText;
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.$context, this.$data);
  }
}

export function dataValidationOf(context: ExecutionContext, data: ValidationData): DataValidation {
  return new DataValidation(context, data);
}

export class DataValidationBuilder extends Service {
  override readonly $googleName = "DataValidationBuilder";
  #data: ValidationData;

  constructor(context: ExecutionContext, data: ValidationData | null = null) {
    super(context);
    this.#data = data ?? { criteria: "", args: [], allowInvalid: true, helpText: null };
  }

  #require(criteria: keyof typeof DataValidationCriteria, ...args: readonly unknown[]): this {
    this.#data = { ...this.#data, criteria, args };
    return this;
  }

  build(): DataValidation {
    if (this.#data.criteria === "") throw badSignature("SpreadsheetApp.DataValidationBuilder.build", []);
    return new DataValidation(this.$context, this.#data);
  }

  setAllowInvalid(allowInvalidData: boolean): this {
    this.#data = { ...this.#data, allowInvalid: allowInvalidData };
    return this;
  }

  setHelpText(helpText: string): this {
    this.#data = { ...this.#data, helpText };
    return this;
  }

  /** Google allows at most 500 items. */
  requireValueInList(values: unknown, showDropdown = true): this {
    if (!Array.isArray(values)) {
      throw badSignature("SpreadsheetApp.DataValidationBuilder.requireValueInList", [values]);
    }
    return this.#require("VALUE_IN_LIST", values.map(String), showDropdown);
  }

  requireCheckbox(checkedValue?: unknown, uncheckedValue?: unknown): this {
    const args = [checkedValue, uncheckedValue].filter((value) => value !== undefined);
    return this.#require("CHECKBOX", ...args);
  }

  requireNumberBetween(start: number, end: number): this {
    return this.#require("NUMBER_BETWEEN", start, end);
  }

  requireNumberGreaterThan(number: number): this {
    return this.#require("NUMBER_GREATER_THAN", number);
  }

  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.#require("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }

  requireNumberLessThan(number: number): this {
    return this.#require("NUMBER_LESS_THAN", number);
  }

  requireNumberLessThanOrEqualTo(number: number): this {
    return this.#require("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }

  requireNumberEqualTo(number: number): this {
    return this.#require("NUMBER_EQUAL_TO", number);
  }

  requireDate(): this {
    return this.#require("DATE_IS_VALID_DATE");
  }

  requireDateAfter(date: Date): this {
    return this.#require("DATE_AFTER", date.getTime());
  }

  requireDateBefore(date: Date): this {
    return this.#require("DATE_BEFORE", date.getTime());
  }

  requireDateOnOrAfter(date: Date): this {
    return this.#require("DATE_ON_OR_AFTER", date.getTime());
  }

  requireDateOnOrBefore(date: Date): this {
    return this.#require("DATE_ON_OR_BEFORE", date.getTime());
  }

  requireTextContains(text: string): this {
    return this.#require("TEXT_CONTAINS", text);
  }

  requireTextEqualTo(text: string): this {
    return this.#require("TEXT_EQUAL_TO", text);
  }

  requireTextIsUrl(): this {
    return this.#require("TEXT_IS_VALID_URL");
  }

  requireTextIsEmail(): this {
    return this.#require("TEXT_IS_VALID_EMAIL");
  }

  requireFormulaSatisfied(formula: string): this {
    return this.#require("CUSTOM_FORMULA", formula);
  }
}
