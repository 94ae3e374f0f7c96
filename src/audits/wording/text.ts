/**
 * The words of findings: templates with `{{places}}`, and the small phrases all audits share. Templates
 * stand in each audit's meta, so that another language replaces them without touching the logic.
 */

import type { Day } from "../../values/day.ts";
import { formatDay } from "../../values/day.ts";
import { formatMoney, type Money } from "../../values/money.ts";
import { remembered } from "../account/remembered.ts";

export type Values = Readonly<Record<string, string | number>>;

/** Fills `{{name}}` places; throws when a place has no value, because a sentence with a hole must not ship. */
export function fill(template: string, values: Values): string {
  let text = "";
  for (const { words, place } of partsOf(template)) {
    text += words;
    if (place === null) continue;
    const value = values[place];
    if (value === undefined) throw new RangeError(`No value for {{${place}}} in: ${template}`);
    text += value;
  }
  return (UNEVEN.test(text) ? text.replace(/\s+/g, " ") : text).trim();
}

/** An audit's sentences by their names, filled; throws when there is none of the name. */
export function speaking(messages: Readonly<Record<string, string>>) {
  return (name: string, values: Values = {}): string => {
    const template = messages[name];
    if (template === undefined) throw new RangeError(`No sentence is called ${name}`);
    return fill(template, values);
  };
}

/** White space that is more than one space between two words. */
const UNEVEN = /[^\S ]| {2}/;

interface Part {
  readonly words: string;
  /** What is filled in after the words; null at the end. */
  readonly place: string | null;
}

/** A template taken apart, once: each is filled for thousands of findings. */
const partsOf = remembered((template: string): readonly Part[] => {
  const parts: Part[] = [];
  let at = 0;
  for (const { 0: printed, 1: place = "", index } of template.matchAll(/\{\{(\w+)\}\}/g)) {
    parts.push({ words: template.slice(at, index), place });
    at = index + printed.length;
  }
  return [...parts, { words: template.slice(at), place: null }];
});

/** "1 unit", "3 units". */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}

/** The first so many of many words, in order, without putting all of them in order. */
export function firstOf(words: Iterable<string>, most: number): string[] {
  const first: string[] = [];
  for (const word of words) {
    const last = first[most - 1];
    if (last !== undefined && word >= last) continue;
    const at = first.findIndex((other) => word < other);
    first.splice(at === -1 ? first.length : at, 0, word);
    first.length = Math.min(first.length, most);
  }
  return first;
}

const printedDays = new Map<Day, string>();

/** "2026-05-04". */
export function dated(day: Day): string {
  let printed = printedDays.get(day);
  if (printed === undefined) {
    printed = formatDay(day);
    printedDays.set(day, printed);
  }
  return printed;
}

/** "12.30 USD". */
export function priced(money: Money): string {
  return formatMoney(money);
}

/** A seller's own names are this long at most; a longer one is no name, and would bury the sentence. */
const LONGEST_NAME = 100;

/** "MSKU FB-1 (FNSKU X001, ASIN B001)", with whatever of it is known. */
export function itemNamed(item: { fnsku: string; msku: string; asin: string }): string {
  const known: string[] = [];
  if (item.fnsku !== "") known.push(`FNSKU ${item.fnsku}`);
  if (item.asin !== "" && item.asin !== item.fnsku) known.push(`ASIN ${item.asin}`);
  if (item.msku === "") return known.join(", ") || "an item without a number";
  const msku = item.msku.length <= LONGEST_NAME ? item.msku : `${item.msku.slice(0, LONGEST_NAME)}…`;
  return known.length === 0 ? msku : `${msku} (${known.join(", ")})`;
}
