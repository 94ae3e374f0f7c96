/** docs/fees.md, written from the fee tables' own data. */

import { DISAGREEMENTS } from "../../src/policy/disagreements.ts";
import { FEE_GROUPS } from "../../src/policy/fees/catalogue.ts";
import { standing } from "../../src/policy/fees/fee.ts";
import { US_FULFILMENT } from "../../src/policy/fees/fulfilment.ts";
import { SIZE_TIERS } from "../../src/policy/fees/tables/size-tiers.ts";
import { CHECKED_ON, SOURCES } from "../../src/policy/sources.ts";
import { formatDay } from "../../src/values/day.ts";
import {
  aged,
  fulfilment,
  period,
  referral,
  refunds,
  removal,
  sizeTiers,
  storage,
  surcharges,
  uk,
} from "./fee-tables.ts";
import { table } from "./markdown.ts";

/** What was looked for and not found: a look-up in it says that it cannot tell. */
const NOT_SOURCED: readonly string[] = [
  "Fulfilment fees of Germany, France, Italy and Spain, and of every marketplace but the US and the UK. Canada's known points are an estimate by their author and are not carried.",
  "The UK's oversize tiers, its fees before 2026 and in the peak season of 2026, and its fees for apparel and dangerous goods, if they differ.",
  "US apparel and dangerous goods over 3 lb, bulky, extra-large, in the peak season, and before 2026.",
  "US peak fees of 2024/25 and before, and in the peak season of 2025/26 those of items priced below $10.",
  "Extra handling of US items over 96 in long or 130 in of length and girth.",
  "Referral fees outside the US.",
  "Storage, aged inventory and removal fees outside the US.",
  "Refund administration fees of marketplaces without a row below.",
];

/** Fees Amazon charges that no look-up computes, and why. */
const NOT_COMPUTED: readonly (readonly [fee: string, known: string, why: string])[] = [
  [
    "Low inventory level (US)",
    "0.32 to 2.09 per unit by size and days of supply, since 2026-01-15",
    "depends on sales history no report carries",
  ],
  [
    "Returns processing (US)",
    "apparel small standard 1.65 to 1.95, since 2024-06-01",
    "the full table was not found; sources disagree (1.65–3.89 or 1.78–5.79)",
  ],
  ["Inbound placement (US)", "a table until 2025-02-19", "the table of 2026 was not found"],
  ["Inbound defects (US)", "0.32 to 5.72 per unit, since 2026-01-15", "single source, no table"],
  [
    "Storage utilization surcharge (US)",
    "0.44 to 1.88 per cubic foot above 22 weeks of stock",
    "no bands were found",
  ],
  [
    "Digital services fee (UK, FR, IT, ES; CA to 2025-08-14)",
    "2 or 3 % of fees, by store and the seller's country",
    "low-medium confidence; whether it is refunded is not sourced",
  ],
  [
    "EU and UK referral cuts from 2026-02-01",
    "5 % for pet and grocery items up to 10 GBP, 8 % for furniture up to 20 GBP",
    "low confidence, and the rates they cut are not sourced",
  ],
];

/** The page as Markdown. Pure: same data, same page. */
export function feesPage(): string {
  return [
    "# The fees the audits compute",
    "",
    "Generated from `src/policy/fees`. Amazon publishes its rate cards to sellers only; these are put together from",
    `its public help pages, the press, practitioners and public code, last read on ${formatDay(CHECKED_ON)}. Numbers are carried over`,
    "as the sources print them. Every answer says which tables it used, since when they hold, how far they can be",
    "trusted and what was assumed.",
    "",
    "- **Claims** rest only on tables that are sourced, of medium confidence or better, and undisputed. Everything else",
    "  is for information (`usable: false`, with the reason). The Policy tab lists every table with its days, sources and",
    "  confidence; typed beside it, `info` keeps claims from resting on it, and `claim` vouches for a table you have",
    "  compared with Seller Central yourself (not for removal fees). The fees stay as they are here.",
    "- **Cannot tell** beats a guess: no table for the marketplace, day, category or size, no answer.",
    "- Where two readings are possible the one with the **higher fee** is used, so that no claim is made that the other",
    "  reading would refute. Such answers are `estimated` and say so.",
    "- Limits are inclusive: 16 oz is still “up to 16 oz”, $10 is in “$10 to $50”. Weights above a base round up to the",
    "  next whole step. 1 in = 2.54 cm, 1 lb = 453.59237 g = 16 oz.",
    "- The day a unit ships decides which fulfilment fee holds, whenever it was ordered (SCD-PEAK).",
    "- Peak season is 15 October to 14 January; a season without a table of its own has no fees here.",
    "- How Amazon rounds percentages is not sourced: amounts round half up to the cent, and a difference of a cent per",
    "  unit is tolerated.",
    "",
    ...overview(),
    ...SIZE_TIERS.flatMap(sizeTiers),
    ...US_FULFILMENT.flatMap(fulfilment),
    ...uk(),
    ...surcharges(),
    ...referral(),
    ...refunds(),
    ...storage(),
    ...aged(),
    ...removal(),
    ...gaps(),
    ...doubts(),
  ].join("\n");
}

function overview(): string[] {
  return [
    "## Tables",
    "",
    ...FEE_GROUPS.flatMap(({ title, tables }) => [
      `### ${title}`,
      "",
      ...table(
        ["table", "id", "in force", "confidence", "claims", "sources"],
        tables.map((one) => [
          one.name,
          `\`${one.id}\``,
          period(one),
          one.confidenceText,
          standing([one]).unusableBecause ?? "yes",
          one.sources.join(", ") || "not kept",
        ]),
      ),
      "",
    ]),
  ];
}

function gaps(): string[] {
  return [
    "## Not sourced",
    "",
    ...NOT_SOURCED.map((said) => `- ${said}`),
    "",
    "## Not computed",
    "",
    ...table(
      ["fee", "what is known", "why not"],
      NOT_COMPUTED.map((row) => [...row]),
    ),
    "",
  ];
}

function doubts(): string[] {
  const tables = FEE_GROUPS.flatMap((group) => group.tables);
  const ids = new Set(tables.flatMap((one) => one.disagreements));
  const used = new Set(tables.flatMap((one) => one.sources));
  return [
    "## Where sources disagree",
    "",
    ...DISAGREEMENTS.filter(({ id }) => ids.has(id)).map(
      ({ id, text, sources }) =>
        `- **${id}**: ${text} (${sources.join(", ")}) Followed: ${tables
          .filter((one) => one.disagreements.includes(id))
          .map((one) => `\`${one.id}\``)
          .join(", ")}.`,
    ),
    "",
    "## Sources",
    "",
    ...table(
      ["id", "title", "date", "kind", "address"],
      Object.entries(SOURCES)
        .filter(([id]) => used.has(id))
        .map(([id, source]) => [id, source.title, source.date, source.tier, source.url]),
    ),
    "",
  ];
}
