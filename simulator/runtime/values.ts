/** What may cross between a script and those who call it, and in which form. */

import type { Wire } from "../services/service.ts";

export class UnsupportedValue extends Error {}

type Tagged = { readonly [key: string]: Wire };

/**
 * Checks and copies what a client passes, as google.script.run does: numbers, strings, booleans, null, plain objects and
 * arrays of them. Absent properties are left out, undefined items become null.
 * @throws UnsupportedValue in Google's words, naming the argument (0-based).
 */
export function clientArgument(value: unknown, argument: number): Wire {
  const refuse = () => new UnsupportedValue(`Failed due to illegal value in property: ${argument}`);
  const copy = (item: unknown, depth: number): Wire => {
    if (item === undefined || item === null) return null;
    if (typeof item === "string" || typeof item === "boolean") return item;
    if (typeof item === "number" && Number.isFinite(item)) return item;
    if (typeof item !== "object" || depth > 100) throw refuse();
    if (Array.isArray(item)) return item.map((each: unknown) => copy(each, depth + 1));
    const prototype: unknown = Object.getPrototypeOf(item);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) throw refuse();
    const entries = Object.entries(item).filter(([, each]) => each !== undefined);
    return Object.fromEntries(entries.map(([key, each]) => [key, copy(each, depth + 1)]));
  };
  return copy(value, 0);
}

/**
 * What a client receives of a returned value. Google turns a result with a Date in it into null, silently; here it is refused.
 * @throws UnsupportedValue
 */
export function clientResult(wire: Wire): unknown {
  if (wire === null || typeof wire !== "object") return wire;
  if (Array.isArray(wire)) return wire.map(clientResult);
  const tagged = wire as Tagged;
  if (tagged["$undefined"] === true) return null;
  for (const [tag, what] of Object.entries(NOT_FOR_CLIENTS)) {
    if (tag in tagged) throw notReturnable(what);
  }
  const entries = Object.entries(tagged).filter(([, item]) => !isUndefined(item));
  return Object.fromEntries(entries.map(([key, item]) => [key, clientResult(item)]));
}

const NOT_FOR_CLIENTS: Readonly<Record<string, string>> = {
  $date: "a Date",
  $number: "NaN or an infinity",
  $enum: "an enum value",
  $handle: "a Google service",
};

export function notReturnable(what: string): UnsupportedValue {
  return new UnsupportedValue(
    `The script completed but the returned value is not a supported return type. (It holds ${what}.)`,
  );
}

/** What a cell can hold: an error value or an empty cell is a string. */
export type CellValue = string | number | boolean | Date;

/**
 * What a custom function's cell shows: one value, or rows that spill right and down. A simple array spills down.
 * @throws UnsupportedValue for what no cell can hold
 */
export function customResult(wire: Wire): CellValue | CellValue[][] {
  if (!Array.isArray(wire)) return cellValue(wire);
  return wire.map((row: Wire) => (Array.isArray(row) ? row.map(cellValue) : [cellValue(row)]));
}

function cellValue(wire: Wire): CellValue {
  if (wire === null || isUndefined(wire)) return "";
  if (typeof wire !== "object") return wire;
  const date = Array.isArray(wire) ? undefined : (wire as Tagged)["$date"];
  if (typeof date === "number") return new Date(date);
  throw new UnsupportedValue("The function returned something no cell can hold.");
}

function isUndefined(wire: Wire): boolean {
  return typeof wire === "object" && wire !== null && "$undefined" in wire;
}
