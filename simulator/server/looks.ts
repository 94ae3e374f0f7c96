/** Between the looks of the model and those the page draws and changes. */

import type { ConditionalRuleData } from "../services/sheet-model.ts";
import { PLAIN, type Style, type ValidationData } from "../services/styles.ts";
import type { Calls, Dropdown, Look } from "./protocol.ts";

export function lookOf(style: Style, rule?: ConditionalRuleData): Look {
  const background = rule?.background ?? style.background;
  const color = rule?.fontColor ?? style.fontColor;
  const align = style.horizontalAlignment;
  return {
    ...(background !== PLAIN.background ? { background } : {}),
    ...(color !== PLAIN.fontColor ? { color } : {}),
    ...((rule?.bold ?? style.fontWeight === "bold") ? { bold: true } : {}),
    ...((rule?.italic ?? style.fontStyle === "italic") ? { italic: true } : {}),
    ...((rule?.strikethrough ?? style.fontLine === "line-through") ? { strike: true } : {}),
    ...(style.fontLine === "underline" ? { underline: true } : {}),
    ...(style.fontFamily !== PLAIN.fontFamily ? { font: style.fontFamily } : {}),
    ...(style.fontSize !== PLAIN.fontSize ? { size: style.fontSize } : {}),
    ...(align === "left" || align === "center" || align === "right" ? { align } : {}),
    ...(style.verticalAlignment === "top" || style.verticalAlignment === "middle"
      ? { vertical: style.verticalAlignment }
      : {}),
    ...(style.wrap === "WRAP" || style.wrap === "CLIP" ? { wrap: style.wrap } : {}),
    ...(style.border !== PLAIN.border ? { border: style.border } : {}),
    ...(style.numberFormat !== PLAIN.numberFormat ? { numberFormat: style.numberFormat } : {}),
  };
}

/** The list of a cell that takes one of a few values; a checkbox is a list of two. */
export function dropdownOf(rule: ValidationData | null): Dropdown | null {
  if (!rule) return null;
  const strict = !rule.allowInvalid;
  if (rule.criteria === "CHECKBOX") {
    const [checked, unchecked] = rule.args;
    const values = [String(checked ?? "TRUE"), String(unchecked ?? "FALSE")];
    return { values, strict, help: rule.helpText };
  }
  const [list, shown] = rule.args;
  if (rule.criteria !== "VALUE_IN_LIST" || !Array.isArray(list) || shown === false) return null;
  return { values: list.map(String), strict, help: rule.helpText };
}

type LookChange = Calls["look"]["ask"]["change"];

/** A change of the page's as a change of the model's. */
export function styleChange(change: LookChange): Partial<Style> {
  const { bold, italic, strike, background, color, align, wrap, numberFormat } = change;
  return {
    ...(bold === undefined ? {} : { fontWeight: bold ? "bold" : PLAIN.fontWeight }),
    ...(italic === undefined ? {} : { fontStyle: italic ? "italic" : PLAIN.fontStyle }),
    ...(strike === undefined ? {} : { fontLine: strike ? "line-through" : PLAIN.fontLine }),
    ...(background === undefined ? {} : { background: background ?? PLAIN.background }),
    ...(color === undefined ? {} : { fontColor: color ?? PLAIN.fontColor }),
    ...(align === undefined ? {} : { horizontalAlignment: align ?? PLAIN.horizontalAlignment }),
    ...(wrap === undefined ? {} : { wrap }),
    ...(numberFormat === undefined ? {} : { numberFormat: numberFormat ?? PLAIN.numberFormat }),
  };
}
