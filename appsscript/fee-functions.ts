/**
 * The fee functions for cells: `src/policy/fees/functions.ts`, with the dates Sheets hands over made days.
 * Google is asked for the spreadsheet's time zone only when a date has to be read.
 */
import {
  type Answer,
  type Argument,
  type CellValue,
  FBA_FEE as fbaFee,
  FBA_SIZE_TIER as fbaSizeTier,
  REFERRAL_FEE as referralFee,
} from "../src/policy/fees/functions.ts";
import { formatDay } from "../src/values/day.ts";
import { lazyClock } from "./cell-arguments.ts";
import { isDate, type SheetClock } from "./clock.ts";

/** The size tier of a packaged unit on the day it ships. */
export function FBA_SIZE_TIER(...given: unknown[]): Answer {
  return fbaSizeTier(...(withDays(given) as Parameters<typeof fbaSizeTier>));
}

/** The fulfilment fee of one unit on the day it ships. */
export function FBA_FEE(...given: unknown[]): Answer {
  return fbaFee(...(withDays(given) as Parameters<typeof fbaFee>));
}

/** The referral fee of one item sold at a price. */
export function REFERRAL_FEE(...given: unknown[]): Answer {
  return referralFee(...(withDays(given) as Parameters<typeof referralFee>));
}

/** The arguments as the fee functions take them; one left out is empty. */
function withDays(given: readonly unknown[]): Argument[] {
  const clock = lazyClock();
  return given.map((argument) =>
    Array.isArray(argument)
      ? (argument as unknown[][]).map((row) => row.map((cell) => cellOf(cell, clock)))
      : cellOf(argument, clock),
  );
}

function cellOf(value: unknown, clock: SheetClock): CellValue {
  if (isDate(value)) return formatDay(clock.day(value));
  return typeof value === "number" || typeof value === "boolean" ? value : String(value ?? "");
}
