/** The United States’ fulfilment fees outside the peak season, since 15 January 2026. */

import { day } from "../../../values/day.ts";
import { above, band, type FulfilmentTable, perFourOunces, perPound } from "./fulfilment-table.ts";

export const US_2026: FulfilmentTable = {
  id: "us-fulfilment-2026",
  name: "US fulfilment fees 2026, non-peak",
  marketplace: "US",
  from: day("2026-01-15"),
  to: null,
  fromSourced: true,
  sourced: true,
  confidence: "medium-high",
  confidenceText:
    "medium-high: three or more independent public code tables agree, one says checked against Seller Central 2026-10-01; official page itself not read",
  disputed: null,
  disagreements: ["D-FEE-E", "D-XL"],
  sources: ["FEE-A", "FEE-B", "FEE-C", "FEE-D"],
  note: null,
  category: "standard",
  peak: false,
  smallStandard: [
    band(2, 2.43, 3.32, 3.58),
    band(4, 2.49, 3.42, 3.68),
    band(6, 2.56, 3.45, 3.71),
    band(8, 2.66, 3.54, 3.8),
    band(10, 2.77, 3.68, 3.94),
    band(12, 2.82, 3.78, 4.04),
    band(14, 2.92, 3.91, 4.17),
    band(16, 2.95, 3.96, 4.22),
  ],
  largeStandardUpTo3lb: [
    band(4, 2.91, 3.73, 3.99),
    band(8, 3.13, 3.95, 4.21),
    band(12, 3.38, 4.2, 4.46),
    band(16, 3.78, 4.6, 4.86),
    band(20, 4.22, 5.04, 5.3),
    band(24, 4.6, 5.42, 5.68),
    band(28, 4.75, 5.57, 5.83),
    band(32, 5, 5.82, 6.08),
    band(36, 5.1, 5.92, 6.18),
    band(40, 5.28, 6.1, 6.36),
    band(44, 5.44, 6.26, 6.52),
    band(48, 5.85, 6.67, 6.93),
  ],
  largeStandardOver3lb: above(3, 6.15, 6.97, 7.23, perFourOunces(0.08)),
  smallBulky: above(1, 6.78, 7.55, 7.55, perPound(0.38)),
  largeBulky: above(1, 8.58, 9.35, 9.35, perPound(0.38)),
  xl0to50: above(1, 25.56, 26.33, 26.33, perPound(0.38)),
  xl50to70: above(51, 36.55, 37.32, 37.32, perPound(0.75)),
  xl70to150: above(71, 50.55, 51.32, 51.32, perPound(0.75)),
  xlOver150: above(151, 194.18, 194.95, 194.95, perPound(0.19)),
};
