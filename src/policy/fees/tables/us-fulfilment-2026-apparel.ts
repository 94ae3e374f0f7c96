/** The United States’ fulfilment fees of apparel outside the peak season, since 15 January 2026. */

import { day } from "../../../values/day.ts";
import { band, type FulfilmentTable } from "./fulfilment-table.ts";

export const US_2026_APPAREL: FulfilmentTable = {
  id: "us-fulfilment-2026-apparel",
  name: "US fulfilment fees 2026, apparel, non-peak",
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
  category: "apparel",
  peak: false,
  smallStandard: [
    band(4, 3.27, 4.16, 4.42),
    band(8, 3.43, 4.31, 4.57),
    band(12, 3.6, 4.57, 4.83),
    band(16, 3.85, 4.86, 5.12),
  ],
  largeStandardUpTo3lb: [
    band(4, 4.09, 4.91, 5.17),
    band(8, 4.38, 5.2, 5.46),
    band(12, 4.69, 5.51, 5.77),
    band(16, 5.13, 5.95, 6.21),
    band(20, 5.57, 6.39, 6.65),
    band(24, 5.97, 6.79, 7.05),
    band(28, 6.11, 6.93, 7.19),
    band(32, 6.31, 7.13, 7.39),
    band(36, 6.47, 7.29, 7.55),
    band(40, 6.65, 7.47, 7.73),
    band(44, 6.81, 7.63, 7.89),
    band(48, 7.01, 7.83, 8.09),
  ],
  largeStandardOver3lb: null,
  smallBulky: null,
  largeBulky: null,
  xl0to50: null,
  xl50to70: null,
  xl70to150: null,
  xlOver150: null,
};
