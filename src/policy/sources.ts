/**
 * Where the policy's facts come from. Windows, caps, valuation periods and fee tables name these ids.
 * `tier` says how near to Amazon a source is: an official page, a copy of one, a practitioner's article, the press, public code.
 */

import { type Day, day } from "../values/day.ts";
import type { Source } from "./policy.ts";
import { AMAZON_SOURCES } from "./sources/amazon.ts";
import { FEE_SOURCES } from "./sources/fees.ts";
import { OTHER_SOURCES } from "./sources/others.ts";

/** The day all sources were last read. */
export const CHECKED_ON: Day = day("2026-11-22");

export const SOURCES: Readonly<Record<string, Source>> = {
  ...AMAZON_SOURCES,
  ...OTHER_SOURCES,
  ...FEE_SOURCES,
};
