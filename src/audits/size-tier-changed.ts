/**
 * Items Amazon takes for larger or heavier than the seller measured them, or than it took them for in a month
 * before. A reason to ask for a new measurement, never a claim by itself.
 */

import { lengthIn, weightIn } from "../policy/fees/dimensions.ts";
import { type Dimensions, lengthUnit, sizeTier, weightUnit } from "../policy/fees/index.ts";
import { SIZE_TIERS } from "../policy/fees/tables/size-tiers.ts";
import { marketplace as marketplaceNamed } from "../policy/index.ts";
import { feePreview, storageFees } from "../reports/index.ts";
import type { Day } from "../values/day.ts";
import { compareText } from "../values/hash.ts";
import type { Account } from "./account/account.ts";
import { type FeeGaps, feeGapsOf } from "./account/fee-gaps.ts";
import { measuresOf } from "./account/measures.ts";
import { placeOfCountry } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { listUnder } from "./clearing.ts";
import type { Evidence, Finding } from "./finding.ts";
import { type Item, worthALook } from "./wording/draft.ts";
import { dated, fill, itemNamed } from "./wording/text.ts";

const messages = {
  flag: "Amazon measures it larger than you",
  whatSeller: "Amazon takes {{item}} for {{theirs}}; you measured {{yours}}.",
  whatJump: "Amazon took {{item}} for {{before}} until {{until}}, and for {{theirs}} since {{since}}.",
  why: "Fulfilment and storage fees go by Amazon's measurement. {{tier}} Differences up to 5 % or half a centimetre are left out, and so is a measurement in your favour.",
  tier: "It says {{theirTier}}, your measures give {{yourTier}}.",
  todo: "Measure the item in its packaging, then ask Amazon to measure it again (Seller Central, Fulfillment by Amazon, product size and weight). What was charged too much is under “Fulfilment fee too high”.",
  basis: "Not valued: what it costs shows in the fees charged.",
  item: "item",
} as const;

const meta: AuditMeta = {
  id: "size-tier-changed",
  family: "fee",
  title: "Size tier changed",
  needs: ["fee-preview", "costs"],
  uses: ["storage-fees"],
  rule: "fee_dimensions",
  partition: "item and stock region",
  finds: "Items Amazon measures larger or heavier than the seller, or than it did before.",
  messages,
};

const TOLERATED_SHARE = 0.05;
const TOLERATED_CM = 0.5;
const TOLERATED_GRAMS = 15;

/** An item as Amazon has it on file in one report. */
interface Measured {
  readonly marketplace: string;
  readonly item: Item;
  readonly size: Dimensions | null;
  readonly tier: string;
  readonly evidence: Evidence;
}

interface OfMonth extends Measured {
  readonly month: Day;
}

function find(account: Account): AuditOutcome {
  const gaps = feeGapsOf(account, meta.id, messages.item);
  const previews = account.rows(feePreview).flatMap((row): Measured[] => {
    const store = marketplaceNamed(row.amazonStore || row.importedFor)?.code ?? row.importedFor;
    const item = { msku: row.sku, fnsku: row.fnsku, asin: row.asin };
    return [
      {
        marketplace: store,
        item,
        size: sizeOf(
          row.longestSide,
          row.medianSide,
          row.shortestSide,
          row.unitOfDimension,
          row.itemPackageWeight,
          row.unitOfWeight,
        ),
        tier: row.productSizeTier || row.productSizeWeightBand,
        evidence: { report: "fee-preview", line: row.line },
      },
    ];
  });
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const preview of [...previews].sort(byLine)) {
    const found = againstSeller(account, preview, gaps);
    if (found === null || seen.has(found.id)) continue;
    seen.add(found.id);
    findings.push(found);
  }
  return { findings: [...findings, ...jumps(account)], cannotTell: gaps.summary() };
}

function againstSeller(account: Account, theirs: Measured, gaps: FeeGaps): Finding | null {
  const { item, marketplace } = theirs;
  const yours = account.derive(measuresOf).on(item, account.asOf);
  if (yours === null) {
    gaps.incomplete(account.asOf, item, "size and weight (with units)");
    return null;
  }
  const tier = sizeTier(marketplace, account.asOf, yours);
  const [given, own] = [rankOf(marketplace, theirs.tier), tier.cannotTell === null ? tier.tier : null];
  const ownRank = own === null ? -1 : rankOf(marketplace, tier.cannotTell === null ? tier.name : "");
  const dearer = given >= 0 && ownRank >= 0 && given > ownRank;
  if (!dearer && !(theirs.size !== null && isLarger(theirs.size, yours))) return null;
  const tiers =
    dearer && tier.cannotTell === null
      ? fill(messages.tier, { theirTier: theirs.tier, yourTier: tier.name })
      : "";
  const what = fill(messages.whatSeller, {
    item: itemNamed(item),
    theirs: theirs.size === null ? theirs.tier : inWords(theirs.size),
    yours: inWords(yours),
  });
  return notice(theirs, [marketplace, item.msku], account.asOf, what, tiers, [theirs.evidence]);
}

/** The monthly storage fees show what Amazon took an item for, month after month. */
function jumps(account: Account): Finding[] {
  const months = new Map<string, OfMonth[]>();
  for (const row of account.rows(storageFees)) {
    if (row.monthOfCharge === null || row.monthOfCharge > account.asOf) continue;
    const { marketplace } = placeOfCountry(row.countryCode, row.importedFor);
    const size = sizeOf(
      row.longestSide,
      row.medianSide,
      row.shortestSide,
      row.measurementUnits,
      row.weight,
      row.weightUnits,
    );
    const item = { msku: row.sku, fnsku: row.fnsku, asin: row.asin };
    const evidence = { report: "storage-fees", line: row.line };
    listUnder(months, `${marketplace}|${item.fnsku || item.asin}`).push({
      marketplace,
      item,
      size,
      tier: row.productSizeTier,
      month: row.monthOfCharge,
      evidence,
    });
  }
  return [...months.values()].flatMap((rows) => {
    const sorted = [...rows].sort((a, b) => a.month - b.month || byLine(a, b));
    const now = sorted[sorted.length - 1] as OfMonth;
    // Of one month the smallest: several warehouses may print several measurements.
    const latest = sorted.filter((row) => row.month === now.month);
    const before = sorted.filter((row) => row.month < now.month);
    const last = before[before.length - 1];
    if (last === undefined) return [];
    const previous = before.filter((row) => row.month === last.month);
    const grew = latest.every((a) => previous.every((b) => isDearer(a, b)));
    if (!grew) return [];
    const what = fill(messages.whatJump, {
      item: itemNamed(now.item),
      before: last.size === null ? last.tier : inWords(last.size),
      until: dated(last.month).slice(0, 7),
      theirs: now.size === null ? now.tier : inWords(now.size),
      since: dated(now.month).slice(0, 7),
    });
    const evidence = [...previous, ...latest].map((row) => row.evidence);
    const identity = [now.marketplace, now.item.fnsku || now.item.asin, now.month];
    return [notice(now, identity, now.month, what, "", evidence)];
  });
}

function isDearer(now: Measured, before: Measured): boolean {
  const [a, b] = [rankOf(now.marketplace, now.tier), rankOf(now.marketplace, before.tier)];
  return (
    (a >= 0 && b >= 0 && a > b) ||
    (now.size !== null && before.size !== null && isLarger(now.size, before.size))
  );
}

function notice(
  { marketplace, item }: Measured,
  identity: readonly (string | number)[],
  eventDate: Day,
  what: string,
  tier: string,
  evidence: readonly Evidence[],
): Finding {
  return worthALook(meta, {
    identity,
    marketplace,
    item,
    quantity: null,
    value: { amount: null, basis: messages.basis },
    eventDate,
    what,
    why: fill(messages.why, { tier }),
    todo: messages.todo,
    evidence,
  });
}

function sizeOf(
  longest: number | null,
  median: number | null,
  shortest: number | null,
  unit: string,
  weight: number | null,
  weighed: string,
): Dimensions | null {
  const [lengths, weights] = [lengthUnit(unit), weightUnit(weighed)];
  if (lengths === null || weights === null) return null;
  if (longest === null || median === null || shortest === null || weight === null) return null;
  return { length: longest, width: median, height: shortest, unit: lengths, weight, weightUnit: weights };
}

/** A side or the weight is above the other's by more than measuring explains; the sides in any order. */
function isLarger(a: Dimensions, b: Dimensions): boolean {
  const [ours, theirs] = [sides(b), sides(a)];
  const longer = theirs.some((side, i) => beyond(side, ours[i] ?? side, TOLERATED_CM));
  return longer || beyond(grams(a), grams(b), TOLERATED_GRAMS);
}

function beyond(theirs: number, ours: number, tolerated: number): boolean {
  return theirs - ours > Math.max(tolerated, ours * TOLERATED_SHARE);
}

function sides({ length, width, height, unit }: Dimensions): number[] {
  return [length, width, height].map((side) => lengthIn(side, unit, "cm")).sort((a, b) => b - a);
}

function grams({ weight, weightUnit: unit }: Dimensions): number {
  return weightIn(weight, unit, "g");
}

/** The place of a tier among those of its marketplace, small to large; −1 for a name we do not know. */
function rankOf(marketplace: string, name: string): number {
  const wanted = squeezed(name);
  for (const table of SIZE_TIERS.filter((known) => known.marketplace === marketplace)) {
    const at = table.tiers.findIndex((tier) => squeezed(tier.name) === wanted);
    if (at >= 0) return at;
  }
  return -1;
}

/** `Small standard`, `Small standard-size` and `small_standard_size` are one tier. */
function squeezed(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "")
    .replace(/size$/, "");
}

function inWords({ length, width, height, unit, weight, weightUnit: weighed }: Dimensions): string {
  const printed = [length, width, height]
    .sort((a, b) => b - a)
    .map((side) => String(Math.round(side * 100) / 100));
  return `${printed.join(" × ")} ${unit}, ${Math.round(weight * 1000) / 1000} ${weighed}`;
}

function byLine(a: Measured, b: Measured): number {
  return compareText(a.item.msku, b.item.msku) || a.evidence.line - b.evidence.line;
}

export const sizeTierChanged: Audit = { meta, find };
