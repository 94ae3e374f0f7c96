/** The United States’ fulfilment fees of the peak season from 15 October 2025 to 14 January 2026. */

import { day } from "../../../values/day.ts";
import { above, band, type FulfilmentTable, inferred, perFourOunces, perPound } from "./fulfilment-table.ts";

export const US_2025_PEAK: FulfilmentTable = {
  id: "us-fulfilment-2025-peak",
  name: "US fulfilment fees 2025/26, peak",
  marketplace: "US",
  from: day("2025-10-15"),
  to: day("2026-01-14"),
  fromSourced: true,
  sourced: true,
  confidence: "medium",
  confidenceText:
    "not graded; points at selected weights from practitioners, two of them in the trade press quoting Amazon: taken as medium",
  disputed: null,
  disagreements: [],
  sources: ["PEAK-2025", "SCD-PEAK"],
  note: "Rows marked as inferred are the fees of 2025 plus the increments of 2026/27, which equal those of 2025 at every point that could be checked. The fee of items below $10 is not sourced.",
  category: "standard",
  peak: true,
  smallStandard: [
    band(2, null, 3.25, 3.25),
    band(4, null, 3.34, 3.34),
    band(6, null, 3.44, 3.44),
    inferred(band(8, null, 3.53, 3.53)),
    inferred(band(10, null, 3.64, 3.64)),
    inferred(band(12, null, 3.74, 3.74)),
    band(14, null, 3.82, 3.82),
    inferred(band(16, null, 3.87, 3.87)),
  ],
  largeStandardUpTo3lb: [
    inferred(band(4, null, 3.92, 3.92)),
    inferred(band(8, null, 4.16, 4.16)),
    inferred(band(12, null, 4.43, 4.43)),
    inferred(band(16, null, 4.84, 4.84)),
    inferred(band(20, null, 5.29, 5.29)),
    inferred(band(24, null, 5.68, 5.68)),
    inferred(band(28, null, 5.84, 5.84)),
    band(32, null, 6.1, 6.1),
    inferred(band(36, null, 6.24, 6.24)),
    inferred(band(40, null, 6.44, 6.44)),
    inferred(band(44, null, 6.61, 6.61)),
    band(48, null, 7.03, 7.03),
  ],
  largeStandardOver3lb: inferred(above(3, null, 7.46, 7.46, perFourOunces(0.08))),
  smallBulky: null,
  largeBulky: above(1, null, 10.65, 10.65, perPound(0.38)),
  xl0to50: inferred(above(1, null, 29.06, 29.06, perPound(0.38))),
  // The step is Supply Chain Dive's example of a monitor: $51.37 off peak, $54.18 in the peak season.
  xl50to70: above(51, null, 42.93, 42.93, perPound(0.75)),
  xl70to150: inferred(above(71, null, 59.23, 59.23, perPound(0.75))),
  xlOver150: inferred(above(151, null, 203.46, 203.46, perPound(0.19))),
};
