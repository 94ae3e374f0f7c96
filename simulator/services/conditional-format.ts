/** Conditional format rules, kept as data: the simulator draws nothing. */

import type { ExecutionContext } from "./context.ts";
import { BooleanCriteria } from "./enums.ts";
import { rangeOf } from "./factory.ts";
import { RangeBase } from "./range-base.ts";
import { type EnumValue, Service, ServiceError } from "./service.ts";
import type { ConditionalRuleData, SheetModel } from "./sheet-model.ts";
import { badSignature } from "./signature.ts";
import type { Workbook } from "./workbook.ts";

/** A rule's ranges are on one sheet; `home` is that sheet once the rule has any. */
export interface RuleHome {
  readonly workbook: Workbook;
  readonly sheet: SheetModel;
}

const EMPTY: ConditionalRuleData = {
  areas: [],
  criteria: "",
  args: [],
  background: null,
  fontColor: null,
  bold: null,
  italic: null,
  strikethrough: null,
};

export class ConditionalFormatRule extends Service {
  override readonly $googleName = "ConditionalFormatRule";
  readonly $data: ConditionalRuleData;
  readonly $home: RuleHome;

  constructor(context: ExecutionContext, data: ConditionalRuleData, home: RuleHome) {
    super(context);
    this.$data = data;
    this.$home = home;
  }

  getRanges(): Service[] {
    return this.$data.areas.map((area) =>
      rangeOf(this.$context, this.$home.workbook, this.$home.sheet, area),
    );
  }

  getBooleanCondition(): BooleanCondition {
    return new BooleanCondition(this.$context, this.$data);
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.$context, this.$data, this.$home);
  }
}

export class BooleanCondition extends Service {
  override readonly $googleName = "BooleanCondition";
  readonly #data: ConditionalRuleData;

  constructor(context: ExecutionContext, data: ConditionalRuleData) {
    super(context);
    this.#data = data;
  }

  getCriteriaType(): EnumValue | undefined {
    return BooleanCriteria[this.#data.criteria as keyof typeof BooleanCriteria];
  }

  getCriteriaValues(): readonly unknown[] {
    return this.#data.args;
  }

  getBackground(): string | null {
    return this.#data.background;
  }

  getFontColor(): string | null {
    return this.#data.fontColor;
  }

  getBold(): boolean | null {
    return this.#data.bold;
  }
}

export class ConditionalFormatRuleBuilder extends Service {
  override readonly $googleName = "ConditionalFormatRuleBuilder";
  #data: ConditionalRuleData;
  #home: RuleHome | null;

  constructor(context: ExecutionContext, data: ConditionalRuleData = EMPTY, home: RuleHome | null = null) {
    super(context);
    this.#data = data;
    this.#home = home;
  }

  setRanges(ranges: unknown): this {
    const method = "SpreadsheetApp.ConditionalFormatRuleBuilder.setRanges";
    if (!Array.isArray(ranges) || ranges.length === 0) throw badSignature(method, [ranges]);
    const all = ranges.map((range: unknown) => {
      if (!(range instanceof RangeBase)) throw badSignature(method, [ranges]);
      return range;
    });
    const sheets = new Set(all.map((range) => range.$sheet));
    const first = all[0];
    if (sheets.size > 1 || !first) {
      throw new ServiceError("Conditional format rule cannot have ranges on different sheets.");
    }
    this.#home = { workbook: first.$workbook, sheet: first.$sheet };
    return this.#set({ areas: all.map((range) => range.$area) });
  }

  setBackground(color: string | null): this {
    return this.#set({ background: color });
  }

  setFontColor(color: string | null): this {
    return this.#set({ fontColor: color });
  }

  setBold(bold: boolean | null): this {
    return this.#set({ bold });
  }

  setItalic(italic: boolean | null): this {
    return this.#set({ italic });
  }

  setStrikethrough(strikethrough: boolean | null): this {
    return this.#set({ strikethrough });
  }

  whenTextEqualTo(text: string): this {
    return this.#when("TEXT_EQUAL_TO", text);
  }

  whenTextContains(text: string): this {
    return this.#when("TEXT_CONTAINS", text);
  }

  whenTextDoesNotContain(text: string): this {
    return this.#when("TEXT_DOES_NOT_CONTAIN", text);
  }

  whenTextStartsWith(text: string): this {
    return this.#when("TEXT_STARTS_WITH", text);
  }

  whenTextEndsWith(text: string): this {
    return this.#when("TEXT_ENDS_WITH", text);
  }

  whenFormulaSatisfied(formula: string): this {
    return this.#when("CUSTOM_FORMULA", formula);
  }

  whenCellEmpty(): this {
    return this.#when("CELL_EMPTY");
  }

  whenCellNotEmpty(): this {
    return this.#when("CELL_NOT_EMPTY");
  }

  whenNumberEqualTo(number: number): this {
    return this.#when("NUMBER_EQUAL_TO", number);
  }

  whenNumberLessThan(number: number): this {
    return this.#when("NUMBER_LESS_THAN", number);
  }

  whenNumberLessThanOrEqualTo(number: number): this {
    return this.#when("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }

  whenNumberGreaterThan(number: number): this {
    return this.#when("NUMBER_GREATER_THAN", number);
  }

  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.#when("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }

  whenNumberBetween(start: number, end: number): this {
    return this.#when("NUMBER_BETWEEN", start, end);
  }

  whenDateBefore(date: Date): this {
    return this.#when("DATE_BEFORE", date.getTime());
  }

  whenDateAfter(date: Date): this {
    return this.#when("DATE_AFTER", date.getTime());
  }

  /** @throws ServiceError without ranges or a condition. */
  build(): ConditionalFormatRule {
    if (!this.#home || this.#data.areas.length === 0) {
      throw new ServiceError("Conditional format rule must have at least one range.");
    }
    if (this.#data.criteria === "") throw new ServiceError("Conditional format rule must have a condition.");
    return new ConditionalFormatRule(this.$context, this.#data, this.#home);
  }

  #when(criteria: string, ...args: readonly unknown[]): this {
    return this.#set({ criteria, args });
  }

  #set(change: Partial<ConditionalRuleData>): this {
    this.#data = { ...this.#data, ...change };
    return this;
  }
}
