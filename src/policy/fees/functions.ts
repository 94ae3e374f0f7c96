/**
 * The fee functions for cells. They know nothing but their arguments. Every argument is one value or a range;
 * the answer has the shape of the ranges. What is wrong with a row is said in its own cell, so that one bad
 * row of a thousand leaves the others standing.
 */

import { type Day, dayOfSerial, parseDay } from "../../values/day.ts";
import { amountOf, currency, type Money, moneyOf } from "../../values/money.ts";
import { marketplace } from "../marketplaces.ts";
import { type Dimensions, lengthUnit, weightUnit } from "./dimensions.ts";
import { fulfilmentFee } from "./fulfilment.ts";
import { fulfilmentCategory, referralFee } from "./referral.ts";
import { sizeTier } from "./size-tier.ts";

/** What a cell holds. Dates come as their serial numbers or as `YYYY-MM-DD`. */
export type CellValue = string | number | boolean | null;
type CellAnswer = string | number;
/** One value, or a range as rows of values. */
export type Argument = CellValue | readonly (readonly CellValue[])[];
export type Answer = CellAnswer | CellAnswer[][];

/** The size tier, as Amazon words it, of a packaged unit on the day it ships. */
export function FBA_SIZE_TIER(
  length: Argument,
  width: Argument,
  height: Argument,
  unit: Argument,
  weight: Argument,
  weightUnitName: Argument,
  marketplaceCode: Argument,
  day: Argument,
): Answer {
  const given = [length, width, height, unit, weight, weightUnitName, marketplaceCode, day];
  return each(given, (cells) => {
    const dimensions = dimensionsIn(cells.slice(0, 6));
    const place = placeIn(cells[6]);
    const on = dayIn(cells[7]);
    const found = sizeTier(place, on, dimensions);
    return found.cannotTell ?? found.name;
  });
}

/** The fulfilment fee of one unit on the day it ships, with the surcharges of that day, in the marketplace's currency. */
export function FBA_FEE(
  length: Argument,
  width: Argument,
  height: Argument,
  unit: Argument,
  weight: Argument,
  weightUnitName: Argument,
  price: Argument,
  category: Argument,
  marketplaceCode: Argument,
  day: Argument,
): Answer {
  const given = [length, width, height, unit, weight, weightUnitName, price, category, marketplaceCode, day];
  return each(given, (cells) => {
    const dimensions = dimensionsIn(cells.slice(0, 6));
    const place = placeIn(cells[8]);
    const card = fulfilmentCategory(textOf(cells[7]));
    if (card === null) {
      return `The category is ${shown(cells[7])}. Apparel and dangerous goods pay more than the rest: write Apparel, Dangerous goods, or the category as Amazon names it.`;
    }
    const found = fulfilmentFee({
      marketplace: place,
      day: dayIn(cells[9]),
      dimensions,
      price: priceIn(cells[6], place),
      category: card,
    });
    return found.cannotTell ?? amountOf(found.fee);
  });
}

/** The referral fee of one item sold at a price (with shipping and gift wrap, without tax), in the marketplace's currency. */
export function REFERRAL_FEE(
  price: Argument,
  category: Argument,
  marketplaceCode: Argument,
  day: Argument,
): Answer {
  return each([price, category, marketplaceCode, day], (cells) => {
    const place = placeIn(cells[2]);
    const found = referralFee({
      marketplace: place,
      day: dayIn(cells[3]),
      category: textOf(cells[1]),
      price: priceIn(cells[0], place),
    });
    return found.cannotTell ?? amountOf(found.fee);
  });
}

/** A sentence about one cell's arguments; thrown within a cell and answered there. */
class WrongArgument extends Error {}

/**
 * The answer for every cell of the largest range. Single values hold for all; a range of one row or one column
 * is repeated. A row in which nothing but the single values is filled answers with an empty text.
 */
function each(given: readonly Argument[], answer: (cells: readonly CellValue[]) => CellAnswer): Answer {
  const ranges = given.map((argument): readonly (readonly CellValue[])[] =>
    isRange(argument) ? argument : [[argument]],
  );
  const rows = Math.max(...ranges.map((range) => range.length));
  const columns = Math.max(...ranges.map((range) => range[0]?.length ?? 0));
  const misfit = ranges.findIndex(
    (range) => !fits(range.length, rows) || !fits(range[0]?.length ?? 0, columns),
  );
  if (misfit >= 0) {
    return `Argument ${misfit + 1} has ${sizeOf(ranges[misfit])}, others have ${rows} × ${columns} cells. Give ranges of the same size.`;
  }
  const at = (row: number, column: number): CellAnswer => {
    const cells = ranges.map((range) => cellAt(range, row, column));
    const varying = cells.filter((_, i) => isRange(given[i] ?? null));
    if (varying.length > 0 && varying.every((cell) => cell === "" || cell === null)) return "";
    try {
      return answer(cells);
    } catch (error) {
      if (error instanceof WrongArgument) return error.message;
      throw error;
    }
  };
  if (!given.some(isRange)) return at(0, 0);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => at(row, column)),
  );
}

function isRange(argument: Argument): argument is readonly (readonly CellValue[])[] {
  return Array.isArray(argument);
}

function fits(length: number, whole: number): boolean {
  return length === 1 || length === whole;
}

function cellAt(range: readonly (readonly CellValue[])[], row: number, column: number): CellValue {
  const cells = range[range.length === 1 ? 0 : row] ?? [];
  return cells[cells.length === 1 ? 0 : column] ?? null;
}

function sizeOf(range: readonly (readonly CellValue[])[] | undefined): string {
  return `${range?.length ?? 0} × ${range?.[0]?.length ?? 0} cells`;
}

function dimensionsIn(cells: readonly (CellValue | undefined)[]): Dimensions {
  const sides = lengthUnit(textOf(cells[3]));
  if (sides === null) throw new WrongArgument(`The unit of the sides is ${shown(cells[3])}; write in or cm.`);
  const weighed = weightUnit(textOf(cells[5]));
  if (weighed === null) {
    throw new WrongArgument(`The unit of the weight is ${shown(cells[5])}; write oz, lb, g or kg.`);
  }
  return {
    length: measureIn(cells[0], "length"),
    width: measureIn(cells[1], "width"),
    height: measureIn(cells[2], "height"),
    unit: sides,
    weight: measureIn(cells[4], "weight"),
    weightUnit: weighed,
  };
}

function measureIn(cell: CellValue | undefined, what: string): number {
  if (typeof cell === "number" && cell > 0 && Number.isFinite(cell)) return cell;
  throw new WrongArgument(`The ${what} is ${shown(cell)}; a number above 0 is expected.`);
}

function priceIn(cell: CellValue | undefined, place: string): Money {
  if (typeof cell === "number" && cell > 0 && Number.isFinite(cell)) {
    return moneyOf(cell, currency(marketplace(place)?.currency ?? "USD"));
  }
  throw new WrongArgument(`The price is ${shown(cell)}; a number above 0 is expected.`);
}

function placeIn(cell: CellValue | undefined): string {
  const found = marketplace(textOf(cell));
  if (found !== null) return found.code;
  throw new WrongArgument(`The marketplace is ${shown(cell)}; write US, UK, DE and so on.`);
}

function dayIn(cell: CellValue | undefined): Day {
  const day =
    typeof cell === "string"
      ? parseDay(cell.trim())
      : // Serial numbers of 1900 to 9999, the days Sheets knows.
        typeof cell === "number" && cell >= 2 && cell < 2958466
        ? dayOfSerial(cell)
        : null;
  if (day !== null) return day;
  throw new WrongArgument(`The day is ${shown(cell)}; a date is expected, such as 2026-05-06.`);
}

function textOf(cell: CellValue | undefined): string {
  return cell === null || cell === undefined ? "" : String(cell);
}

function shown(cell: CellValue | undefined): string {
  const text = textOf(cell).trim();
  return text === "" ? "empty" : `“${text}”`;
}
