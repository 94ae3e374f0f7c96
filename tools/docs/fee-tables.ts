/** The numbers of the fee tables, for docs/fees.md. */

import type { FeeTable } from "../../src/policy/fees/fee.ts";
import { AGED } from "../../src/policy/fees/tables/aged.ts";
import type {
  FulfilmentTable,
  PriceFees,
  WeightSlope,
} from "../../src/policy/fees/tables/fulfilment-table.ts";
import { REFERRAL_FEES, type ReferralTable } from "../../src/policy/fees/tables/referral.ts";
import { REFUND_ADMINISTRATION } from "../../src/policy/fees/tables/refund-administration.ts";
import { REMOVAL, type RemovalRates } from "../../src/policy/fees/tables/removal.ts";
import { SIZE_TIERS, type SizeTierTable } from "../../src/policy/fees/tables/size-tiers.ts";
import { STORAGE } from "../../src/policy/fees/tables/storage.ts";
import { EU_PEAK_2025, SURCHARGES } from "../../src/policy/fees/tables/surcharges.ts";
import { type GramBand, UK_2026 } from "../../src/policy/fees/tables/uk-fulfilment.ts";
import { formatDay } from "../../src/values/day.ts";
import { table } from "./markdown.ts";

export function sizeTiers(of: SizeTierTable): string[] {
  const none = "–";
  return [
    ...head(of),
    `Dimensional weight in ${of.weightUnit}: length × width × height, each in ${of.lengthUnit}, ÷ ${of.dimensionalDivisor}.` +
      (of.minimumSide === null
        ? ""
        : ` Width and height count as at least ${of.minimumSide} ${of.lengthUnit}. D-MIN2: one source has this for bulky and extra-large only; for all sizes gives the higher fee.`),
    "",
    ...table(
      ["tier", "weight", "up to", "sides", "length + girth"],
      of.tiers.map((tier) => [
        tier.name,
        tier.basis === "unit" ? "its own" : "greater of own and dimensional",
        tier.maxWeight === null ? none : `${tier.maxWeight} ${of.weightUnit}`,
        tier.maxSides === null ? none : `${tier.maxSides.join(" × ")} ${of.lengthUnit}`,
        tier.maxLengthPlusGirth === null ? none : `${tier.maxLengthPlusGirth} ${of.lengthUnit}`,
      ]),
    ),
    "",
    ...assumptions(of),
  ];
}

function assumptions(of: SizeTierTable): string[] {
  const said = new Set(of.tiers.flatMap((tier) => tier.assumption ?? []));
  return said.size === 0 ? [] : [...[...said].map((text) => `- ${text}`), ""];
}

export function fulfilment(of: FulfilmentTable): string[] {
  const slopes: (readonly [string, WeightSlope | null])[] = [
    ["large standard over 3 lb", of.largeStandardOver3lb],
    ["small bulky", of.smallBulky],
    ["large bulky", of.largeBulky],
    ["extra-large 0 to 50 lb", of.xl0to50],
    ["extra-large 50+ to 70 lb", of.xl50to70],
    ["extra-large 70+ to 150 lb", of.xl70to150],
    ["extra-large 150+ lb", of.xlOver150],
  ];
  return [
    ...head(of),
    ...table(
      ["size", "weight", "below $10", "$10 to $50", "above $50"],
      [
        ...of.smallStandard.map((band) => ["small standard", `up to ${band.upToOz} oz`, ...prices(band, "")]),
        ...of.largeStandardUpTo3lb.map((band) => [
          "large standard",
          `up to ${band.upToOz} oz`,
          ...prices(band, ""),
        ]),
        ...slopes.flatMap(([name, slope]) =>
          slope === null ? [] : [[name, `above ${slope.aboveLb} lb`, ...prices(slope, step(slope))]],
        ),
      ],
    ),
    "",
  ];
}

function step({ perStep, stepOz }: WeightSlope): string {
  return ` + ${perStep.toFixed(2)}/${stepOz === 4 ? "4 oz" : "lb"}`;
}

function prices(row: PriceFees, more: string): string[] {
  return [row.under10, row.from10to50, row.over50].map((fee) =>
    fee === null ? "not sourced" : fee.toFixed(2) + more + (row.inferred ? " (inferred)" : ""),
  );
}

export function uk(): string[] {
  const rows = (fees: typeof UK_2026.fees, price: string) =>
    Object.entries(fees).flatMap(([tier, bands]) =>
      bands.map(([upTo, fee]: GramBand) => [tierName(tier), `up to ${upTo} g`, price, fee.toFixed(2)]),
    );
  const { always, mostCategories } = UK_2026.lowPrice;
  return [
    ...head(UK_2026),
    `Low-price fees are used up to ${always} GBP. Up to ${mostCategories} GBP “most categories” pay them too; which ones is not sourced, so the`,
    "higher fee is used there.",
    "",
    ...table(
      ["size", "weight", "price", "GBP"],
      [...rows(UK_2026.fees, "any"), ...rows(UK_2026.lowPrice.fees, `up to ${always} GBP`)],
    ),
    "",
    "Oversize, for the record (tiers not sourced):",
    "",
    ...table(
      ["size", "base", "per kg", "above", "note"],
      UK_2026.oversize.map((row) => [
        row.what,
        row.base.toFixed(2),
        row.perKg.toFixed(2),
        row.aboveKg === null ? "not sourced" : `${row.aboveKg} kg`,
        row.note ?? "",
      ]),
    ),
    "",
  ];
}

function tierName(id: string): string {
  return SIZE_TIERS.flatMap(({ tiers }) => tiers).find(({ tier }) => tier === id)?.name ?? id;
}

export function surcharges(): string[] {
  return [
    "## Surcharges on fulfilment fees",
    "",
    ...SURCHARGES.map(
      (one) =>
        `- ${one.name} (${period(one)}): ${percent(one.rate)} of the fulfilment fee, ${one.added ? "added" : "not added"}. ${one.note ?? ""}`,
    ),
    "",
    "Peak increments of 2025, for the record (the fees of 2025 they add to are not sourced):",
    "",
    ...EU_PEAK_2025.map(
      (one) =>
        `- ${one.marketplace}, ${one.what}: ${one.amount.toFixed(2)} ${one.currency} (${one.sources.join(", ")})`,
    ),
    "",
  ];
}

export function referral(): string[] {
  return [
    "## Referral fees (US)",
    "",
    "Of item price + shipping + gift wrap, without tax; at least the minimum. Marginal: each rate applies to its slice",
    "of the price. Whole price: one rate, chosen by the total. No change in 2026 was found; that the rates held before",
    "2026 is assumed. A closing fee is charged beside the referral fee and is no part of it.",
    "",
    ...table(
      ["category", "rates", "minimum", "closing fee", "also called", "confidence"],
      REFERRAL_FEES.map((one) => [
        one.category,
        rates(one),
        one.minimum.toFixed(2),
        one.closingFee === null ? "" : one.closingFee.toFixed(2),
        one.alsoCalled.join("; "),
        one.confidenceText + (one.note === null ? "" : `: ${one.note}`),
      ]),
    ),
    "",
  ];
}

function rates({ mode, steps }: ReferralTable): string {
  if (mode === "flat") return steps.map(([, rate]) => percent(rate)).join();
  const texts = steps.map(([upTo, rate]) => `${percent(rate)} ${upTo === null ? "above" : `up to $${upTo}`}`);
  return `${mode === "marginal" ? "marginal" : "whole price"}: ${texts.join(", ")}`;
}

export function refunds(): string[] {
  return [
    "## Refund administration fee",
    "",
    "Amazon keeps a fifth of the referral fee on what was refunded, at most the cap, per line item; several units of",
    "an item in one line share one cap. Expected credit = commission × refunded ÷ paid − this fee.",
    "",
    ...table(
      ["marketplace", "share", "cap", "note"],
      REFUND_ADMINISTRATION.map((one) => [
        one.marketplace,
        percent(one.rateOfReferral),
        `${one.cap} ${one.currency}`,
        one.note ?? "",
      ]),
    ),
    "",
  ];
}

export function storage(): string[] {
  return [
    "## Monthly storage (US)",
    "",
    ...table(
      ["table", "size", "January to September", "October to December"],
      STORAGE.flatMap((one) =>
        (["standard", "largeBulkyXl"] as const).map((group) => [
          one.name,
          group === "standard" ? "standard" : one.dangerousGoods ? "oversize" : "large bulky, extra-large",
          `${one.rates[group].janToSep.toFixed(2)} per cubic foot`,
          `${one.rates[group].octToDec.toFixed(2)} per cubic foot`,
        ]),
      ),
    ),
    "",
    ...notes(STORAGE),
  ];
}

export function aged(): string[] {
  return [
    "## Aged inventory surcharge (US)",
    "",
    "On the stock of the 15th of each month, first in, first out.",
    "",
    ...table(
      ["table", "days", "per cubic foot", "at least per unit"],
      AGED.flatMap((one) =>
        one.bands.map((band) => [
          one.name,
          band.toDays === null ? `${band.fromDays} and more` : `${band.fromDays} to ${band.toDays}`,
          band.perCubicFoot.toFixed(2),
          band.perUnit === null ? "" : band.perUnit.toFixed(2),
        ]),
      ),
    ),
    "",
    ...AGED.filter((one) => one.exemptTo270.length > 0).map(
      (one) => `- ${one.name}: ${one.exemptTo270.join(", ")} pay nothing up to 270 days.`,
    ),
    "",
  ];
}

export function removal(): string[] {
  const rows = (name: string, size: string, of: RemovalRates | null) =>
    of === null
      ? []
      : [
          ...of.bands.map(([upTo, fee]) => [name, size, `up to ${upTo} lb`, fee.toFixed(2)]),
          ...(of.beyond === null
            ? []
            : [
                [
                  name,
                  size,
                  `above ${of.beyond.overLb} lb`,
                  `${of.beyond.base.toFixed(2)} + ${of.beyond.perLb.toFixed(2)}/lb`,
                ],
              ]),
        ];
  return [
    "## Removal and disposal (US)",
    "",
    ...table(
      ["table", "size", "weight", "per unit"],
      REMOVAL.flatMap((one) => [
        ...rows(one.name, "standard", one.standard),
        ...rows(one.name, "bulky, extra-large, special", one.bulkyXlSpecial),
      ]),
    ),
    "",
    ...notes(REMOVAL),
  ];
}

function head(of: FeeTable): string[] {
  return [`## ${of.name}`, "", ...notes([of])];
}

function notes(tables: readonly FeeTable[]): string[] {
  const said = tables.flatMap(({ name, note }) =>
    note === null ? [] : [tables.length === 1 ? note : `- ${name}: ${note}`],
  );
  return said.length === 0 ? [] : [...said, ""];
}

function percent(rate: number): string {
  return `${Math.round(rate * 1000) / 10} %`;
}

export function period({ from, to, fromSourced }: FeeTable): string {
  if (from === null && to === null) return "as far as known";
  const first = from === null ? [] : [`from ${formatDay(from)}${fromSourced ? "" : " (day not sourced)"}`];
  return [...first, ...(to === null ? [] : [`to ${formatDay(to)}`])].join(" ");
}
