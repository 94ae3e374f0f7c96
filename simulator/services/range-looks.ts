/** How a range's cells look: number formats, colours, fonts, alignment, wrapping, data validation. */

import { DataValidation, dataValidationOf } from "./data-validation.ts";
import { WrapStrategy } from "./enums.ts";
import { RangeBase } from "./range-base.ts";
import { EnumValue } from "./service.ts";
import { badSignature, matrixArgument } from "./signature.ts";
import { PLAIN, type Style, type ValidationData } from "./styles.ts";

export abstract class RangeLooks extends RangeBase {
  $firstLook<Name extends keyof Style>(name: Name): Style[Name] {
    this.$read();
    return this.$sheet.styleAt(this.$area.row, this.$area.column)[name];
  }

  $looks<Name extends keyof Style>(name: Name): Style[Name][][] {
    this.$read();
    const rows: Style[Name][][] = Array.from({ length: this.$area.rows }, () => []);
    for (let c = 0; c < this.$area.columns; c++) {
      const styles = this.$sheet.column(this.$area.column + c).styles;
      for (const [start, end, number] of styles.segments(this.$area.row, this.$area.row + this.$area.rows)) {
        const look = this.$sheet.styles.at(number)[name];
        for (let row = start; row < end; row++) rows[row - this.$area.row]?.push(look);
      }
    }
    return rows;
  }

  $setLook(change: Partial<Style>): this {
    return this.$write(() => this.$sheet.changeStyle(this.$area, change));
  }

  $setLooks<Name extends keyof Style>(
    name: Name,
    values: unknown,
    convert: (value: unknown) => Style[Name],
  ): this {
    const method = `SpreadsheetApp.Range.set${name}s`;
    const rows = matrixArgument(values, this.$area.rows, this.$area.columns, method, convert);
    return this.$write(() =>
      this.$sheet.changeStyles(this.$area, (r, c) => ({ [name]: rows[r]?.[c] }) as Partial<Style>),
    );
  }

  getBackground(): string {
    return this.$firstLook("background");
  }

  getBackgrounds(): string[][] {
    return this.$looks("background");
  }

  setBackground(value: string | null): this {
    return this.$setLook({ background: colour(value, PLAIN.background) });
  }

  setBackgrounds(values: (string | null)[][]): this {
    return this.$setLooks("background", values, (value) => colour(value, PLAIN.background));
  }

  getFontColor(): string {
    return this.$firstLook("fontColor");
  }

  getFontColors(): string[][] {
    return this.$looks("fontColor");
  }

  setFontColor(value: string | null): this {
    return this.$setLook({ fontColor: colour(value, PLAIN.fontColor) });
  }

  setFontColors(values: (string | null)[][]): this {
    return this.$setLooks("fontColor", values, (value) => colour(value, PLAIN.fontColor));
  }

  getFontWeight(): string {
    return this.$firstLook("fontWeight");
  }

  getFontWeights(): string[][] {
    return this.$looks("fontWeight");
  }

  setFontWeight(value: string | null): this {
    return this.$setLook({ fontWeight: word(value, PLAIN.fontWeight) });
  }

  setFontWeights(values: (string | null)[][]): this {
    return this.$setLooks("fontWeight", values, (value) => word(value, PLAIN.fontWeight));
  }

  getFontStyle(): string {
    return this.$firstLook("fontStyle");
  }

  getFontStyles(): string[][] {
    return this.$looks("fontStyle");
  }

  setFontStyle(value: string | null): this {
    return this.$setLook({ fontStyle: word(value, PLAIN.fontStyle) });
  }

  setFontStyles(values: (string | null)[][]): this {
    return this.$setLooks("fontStyle", values, (value) => word(value, PLAIN.fontStyle));
  }

  getFontLine(): string {
    return this.$firstLook("fontLine");
  }

  getFontLines(): string[][] {
    return this.$looks("fontLine");
  }

  setFontLine(value: string | null): this {
    return this.$setLook({ fontLine: word(value, PLAIN.fontLine) });
  }

  setFontLines(values: (string | null)[][]): this {
    return this.$setLooks("fontLine", values, (value) => word(value, PLAIN.fontLine));
  }

  getFontFamily(): string {
    return this.$firstLook("fontFamily");
  }

  getFontFamilies(): string[][] {
    return this.$looks("fontFamily");
  }

  setFontFamily(value: string | null): this {
    return this.$setLook({ fontFamily: word(value, PLAIN.fontFamily) });
  }

  setFontFamilies(values: (string | null)[][]): this {
    return this.$setLooks("fontFamily", values, (value) => word(value, PLAIN.fontFamily));
  }

  getHorizontalAlignment(): string {
    return this.$firstLook("horizontalAlignment");
  }

  getHorizontalAlignments(): string[][] {
    return this.$looks("horizontalAlignment");
  }

  setHorizontalAlignment(value: string | null): this {
    return this.$setLook({ horizontalAlignment: word(value, PLAIN.horizontalAlignment) });
  }

  setHorizontalAlignments(values: (string | null)[][]): this {
    return this.$setLooks("horizontalAlignment", values, (value) => word(value, PLAIN.horizontalAlignment));
  }

  getVerticalAlignment(): string {
    return this.$firstLook("verticalAlignment");
  }

  getVerticalAlignments(): string[][] {
    return this.$looks("verticalAlignment");
  }

  setVerticalAlignment(value: string | null): this {
    return this.$setLook({ verticalAlignment: word(value, PLAIN.verticalAlignment) });
  }

  setVerticalAlignments(values: (string | null)[][]): this {
    return this.$setLooks("verticalAlignment", values, (value) => word(value, PLAIN.verticalAlignment));
  }

  getNumberFormat(): string {
    return this.$firstLook("numberFormat");
  }

  getNumberFormats(): string[][] {
    return this.$looks("numberFormat");
  }

  setNumberFormat(value: string): this {
    return this.$setLook({ numberFormat: numberFormat(value) });
  }

  setNumberFormats(values: string[][]): this {
    return this.$setLooks("numberFormat", values, (value) => numberFormat(value));
  }

  getFontSize(): number {
    return this.$firstLook("fontSize");
  }

  getFontSizes(): number[][] {
    return this.$looks("fontSize");
  }

  setFontSize(value: number): this {
    return this.$setLook({ fontSize: fontSize(value) });
  }

  setFontSizes(values: number[][]): this {
    return this.$setLooks("fontSize", values, (value) => fontSize(value));
  }

  getWrap(): boolean {
    return this.$firstLook("wrap") === "WRAP";
  }

  getWraps(): boolean[][] {
    return this.$looks("wrap").map((row) => row.map((wrap) => wrap === "WRAP"));
  }

  setWrap(isWrapEnabled: boolean): this {
    return this.$setLook({ wrap: isWrapEnabled ? "WRAP" : "OVERFLOW" });
  }

  setWraps(values: boolean[][]): this {
    return this.$setLooks("wrap", values, (value) => (value ? "WRAP" : "OVERFLOW"));
  }

  getWrapStrategy(): EnumValue | undefined {
    return WrapStrategy[this.$firstLook("wrap") as keyof typeof WrapStrategy];
  }

  getWrapStrategies(): (EnumValue | undefined)[][] {
    return this.$looks("wrap").map((row) =>
      row.map((wrap) => WrapStrategy[wrap as keyof typeof WrapStrategy]),
    );
  }

  setWrapStrategy(strategy: EnumValue): this {
    return this.$setLook({ wrap: wrapStrategy(strategy) });
  }

  setWrapStrategies(strategies: EnumValue[][]): this {
    return this.$setLooks("wrap", strategies, wrapStrategy);
  }

  /** Borders are kept as one text per cell, which is all a snapshot needs of them. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: EnumValue | null,
  ): this {
    const sides = [top, left, bottom, right, vertical, horizontal];
    const drawn = ["top", "left", "bottom", "right", "vertical", "horizontal"].filter(
      (_, index) => sides[index],
    );
    const border =
      drawn.length === 0 ? "" : `${drawn.join(" ")} ${color ?? "#000000"} ${style?.name ?? "SOLID"}`;
    return this.$setLook({ border });
  }

  getDataValidation(): DataValidation | null {
    return this.$validation(this.$firstLook("validation"));
  }

  getDataValidations(): (DataValidation | null)[][] {
    return this.$looks("validation").map((row) => row.map((rule) => this.$validation(rule)));
  }

  setDataValidation(rule: DataValidation | null): this {
    return this.$setLook({ validation: validationData(rule) });
  }

  setDataValidations(rules: (DataValidation | null)[][]): this {
    return this.$setLooks("validation", rules, validationData);
  }

  clearDataValidations(): this {
    return this.$setLook({ validation: null });
  }

  $validation(data: ValidationData | null): DataValidation | null {
    return data && dataValidationOf(this.$context, data);
  }
}

function validationData(rule: unknown): ValidationData | null {
  if (rule === null) return null;
  if (rule instanceof DataValidation) return rule.$data;
  throw badSignature("SpreadsheetApp.Range.setDataValidation", [rule]);
}

/** Colours are CSS texts; null is the default. Google gives names back as #rrggbb, so only that form is taken. */
function colour(value: unknown, plain: string): string {
  if (value === null) return plain;
  if (typeof value === "string" && /^#[0-9a-f]{6}$/i.test(value)) return value.toLowerCase();
  const named = typeof value === "string" ? NAMED_COLOURS[value.toLowerCase()] : undefined;
  if (named) return named;
  throw badSignature("SpreadsheetApp.Range.setBackground", [value]);
}

const NAMED_COLOURS: Readonly<Record<string, string>> = {
  black: "#000000",
  white: "#ffffff",
  red: "#ff0000",
  green: "#008000",
  blue: "#0000ff",
  yellow: "#ffff00",
  orange: "#ffa500",
  gray: "#808080",
  grey: "#808080",
};

function word(value: unknown, plain: string): string {
  if (value === null) return plain;
  if (typeof value === "string") return value;
  throw badSignature("SpreadsheetApp.Range.setFontWeight", [value]);
}

function numberFormat(value: unknown): string {
  if (typeof value === "string" && value !== "") return value;
  throw badSignature("SpreadsheetApp.Range.setNumberFormat", [value]);
}

function fontSize(value: unknown): number {
  if (typeof value === "number" && value > 0) return value;
  throw badSignature("SpreadsheetApp.Range.setFontSize", [value]);
}

function wrapStrategy(value: unknown): string {
  if (value instanceof EnumValue && value.enumName === "WrapStrategy") return value.name;
  throw badSignature("SpreadsheetApp.Range.setWrapStrategy", [value]);
}
