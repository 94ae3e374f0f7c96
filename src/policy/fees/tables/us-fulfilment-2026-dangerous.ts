/** The United States’ fulfilment fees of dangerous goods outside the peak season, since 15 January 2026. */

import { day } from "../../../values/day.ts";
import { band, type FulfilmentTable } from "./fulfilment-table.ts";

export const US_2026_DANGEROUS: FulfilmentTable = {
  id: "us-fulfilment-2026-dangerous",
  name: "US fulfilment fees 2026, dangerous goods, non-peak",
  marketplace: "US",
  from: day("2026-01-15"),
  to: null,
  fromSourced: true,
  sourced: true,
  confidence: "low",
  confidenceText: "low: single public code table",
  disputed: null,
  disagreements: [],
  sources: ["FEE-C"],
  note: "Over 3 lb, bulky, extra-large and peak are not sourced.",
  category: "dangerous-goods",
  peak: false,
  smallStandard: [
    band(4, 3.37, 4.26, 4.52),
    band(8, 3.48, 4.36, 4.62),
    band(12, 3.6, 4.57, 4.83),
    band(16, 3.75, 4.76, 5.02),
  ],
  largeStandardUpTo3lb: [
    band(4, 4.33, 5.15, 5.41),
    band(8, 4.45, 5.27, 5.53),
    band(12, 4.67, 5.49, 5.75),
    band(16, 4.99, 5.81, 6.07),
    band(20, 5.44, 6.26, 6.52),
    band(24, 5.72, 6.54, 6.8),
    band(28, 5.98, 6.8, 7.06),
    band(32, 6.21, 7.03, 7.29),
    band(36, 6.38, 7.2, 7.46),
    band(40, 6.58, 7.4, 7.66),
    band(44, 6.74, 7.56, 7.82),
    band(48, 7.03, 7.85, 8.11),
  ],
  largeStandardOver3lb: null,
  smallBulky: null,
  largeBulky: null,
  xl0to50: null,
  xl50to70: null,
  xl70to150: null,
  xlOver150: null,
};
