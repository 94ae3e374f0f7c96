/** What Amazon charges to keep units, to keep them long, and to send them away. */

import { calendarOf, type Day, formatDay } from "../../values/day.ts";
import { currency, money, moneyOf } from "../../values/money.ts";
import type { Dimensions } from "./dimensions.ts";
import { type CannotTell, cannotTell, type FeeResult, feeOf, holdsOn, standing, tableOn } from "./fee.ts";
import { sizeTier } from "./size-tier.ts";
import { AGED, type AgeBand } from "./tables/aged.ts";
import { REMOVAL, type RemovalRates } from "./tables/removal.ts";
import type { SizeTier } from "./tables/size-tiers.ts";
import { STORAGE, type StorageGroup } from "./tables/storage.ts";

export interface StorageQuestion {
  readonly marketplace: string;
  /** Any day of the month the storage is charged for. */
  readonly day: Day;
  readonly group: StorageGroup;
  /** The month's average volume: units on hand × cubic feet of one. */
  readonly cubicFeet: number;
  readonly dangerousGoods?: boolean;
}

export interface AgedQuestion {
  readonly marketplace: string;
  /** The day of the snapshot, the 15th of a month. */
  readonly day: Day;
  readonly ageDays: number;
  readonly cubicFeetPerUnit: number;
  readonly units: number;
  /** Apparel, shoes, bags, jewelry and watches pay nothing up to 270 days since 2026. */
  readonly category: string;
}

export interface RemovalQuestion {
  readonly marketplace: string;
  /** The day the removal order was created. */
  readonly day: Day;
  readonly dimensions: Dimensions;
}

const USD = currency("USD");
/** How Amazon rounds is not sourced. */
const CENT = money(1, USD);

/** The group a size tier pays storage in; null for small bulky and the UK's tiers, which the table does not name. */
export function storageGroup(tier: SizeTier): StorageGroup | null {
  return GROUPS[tier] ?? null;
}

const GROUPS: Partial<Record<SizeTier, StorageGroup>> = {
  smallStandard: "standard",
  largeStandard: "standard",
  largeBulky: "largeBulkyXl",
  xl0to50: "largeBulkyXl",
  xl50to70: "largeBulkyXl",
  xl70to150: "largeBulkyXl",
  xlOver150: "largeBulkyXl",
};

/** The storage fee of a month for a volume, without the utilization surcharge. Cannot tell outside the United States. */
export function storageFee(question: StorageQuestion): FeeResult {
  const { marketplace, day: on, group, cubicFeet, dangerousGoods = false } = question;
  const table = STORAGE.find(
    (known) =>
      known.marketplace === marketplace && known.dangerousGoods === dangerousGoods && holdsOn(known, on),
  );
  if (table === undefined) return notSourced("storage fees", marketplace, on);
  if (!(cubicFeet >= 0 && Number.isFinite(cubicFeet))) {
    return cannotTell("The volume has to be known, in cubic feet.");
  }
  const rates = table.rates[group];
  const autumn = calendarOf(on).month >= 10;
  const rate = autumn ? rates.octToDec : rates.janToSep;
  const text = `${round(cubicFeet)} cubic feet × ${rate.toFixed(2)} (${autumn ? "October to December" : "January to September"})`;
  return feeOf([{ what: text, amount: moneyOf(cubicFeet * rate, USD) }], text, CENT, standing([table]));
}

/** The aged inventory surcharge of units of one age on one snapshot; none up to 180 days. */
export function agedSurcharge(question: AgedQuestion): FeeResult {
  const { marketplace, day: on, ageDays, cubicFeetPerUnit, units, category } = question;
  const table = tableOn(AGED, marketplace, on);
  if (table === null) return notSourced("aged inventory surcharges", marketplace, on);
  if (![ageDays, cubicFeetPerUnit, units].every((value) => Number.isFinite(value) && value >= 0)) {
    return cannotTell("Age, volume and units have to be known.");
  }
  const band = table.bands.find(
    ({ fromDays, toDays }) => ageDays >= fromDays && (toDays === null || ageDays <= toDays),
  );
  const kind = category.trim().toLowerCase();
  const exempt = ageDays <= 270 && table.exemptTo270.some((name) => kind.includes(name));
  const text =
    band === undefined
      ? `${ageDays} days: no surcharge up to 180 days`
      : exempt
        ? `${category.trim()}: no surcharge up to 270 days`
        : `${ageDays} days: ${units} × ${bandText(band, cubicFeetPerUnit)}`;
  const amount = band === undefined || exempt ? 0 : units * perUnit(band, cubicFeetPerUnit);
  return feeOf([{ what: text, amount: moneyOf(amount, USD) }], text, CENT, standing([table]));
}

/** The fee to remove or dispose of one unit. Cannot tell for weights and sizes whose band was not kept. */
export function removalFee(question: RemovalQuestion): FeeResult {
  const { marketplace, day: on } = question;
  const table = tableOn(REMOVAL, marketplace, on);
  if (table === null) return notSourced("removal fees", marketplace, on);
  const size = sizeTier(marketplace, on, question.dimensions);
  if (size.cannotTell !== null) return size;
  const group = storageGroup(size.tier) === "standard" ? table.standard : table.bulkyXlSpecial;
  const amount = group === null ? null : removalOf(group, size.shippingWeight);
  if (amount === null) {
    return cannotTell(`“${table.name}” has no fee for ${size.name} of ${round(size.shippingWeight)} lb.`);
  }
  const assumed = "Removals are taken to be weighed as shipments are.";
  const text = `${size.name}, ${round(size.shippingWeight)} lb`;
  return feeOf(
    [{ what: text, amount: moneyOf(amount, USD) }],
    size.explanation,
    CENT,
    standing([table, ...size.tables], [assumed, ...size.assumptions]),
  );
}

function removalOf({ bands, beyond }: RemovalRates, pounds: number): number | null {
  const band = bands.find(([upTo]) => pounds <= upTo);
  if (band !== undefined) return band[1];
  return beyond === null ? null : beyond.base + Math.ceil(pounds - beyond.overLb) * beyond.perLb;
}

function perUnit({ perCubicFoot, perUnit: least }: AgeBand, cubicFeet: number): number {
  return Math.max(perCubicFoot * cubicFeet, least ?? 0);
}

function bandText(band: AgeBand, cubicFeet: number): string {
  const volume = `${round(cubicFeet)} cubic feet × ${band.perCubicFoot.toFixed(2)}`;
  return band.perUnit === null ? volume : `the greater of ${volume} and ${band.perUnit.toFixed(2)}`;
}

function notSourced(what: string, marketplace: string, on: Day): CannotTell {
  return cannotTell(`No ${what} are sourced for ${marketplace} on ${formatDay(on)}.`);
}

function round(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
