/** Monthly storage above volume by the seller's measures × quantity × rate. The table is disputed today: `info`. */

import { lengthIn } from "../policy/fees/dimensions.ts";
import type { Dimensions } from "../policy/fees/index.ts";
import { sizeTier, storageFee, storageGroup } from "../policy/fees/index.ts";
import type { RowOf } from "../reports/definition.ts";
import { storageFees } from "../reports/index.ts";
import type { Day } from "../values/day.ts";
import { currencyOf, money, moneyOf } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { type Overcharge, overchargeFindings } from "./account/fee-claims.ts";
import { type FeeGaps, feeGapsOf } from "./account/fee-gaps.ts";
import { itemNumbersOf } from "./account/item-numbers.ts";
import { measuresOf } from "./account/measures.ts";
import { placeOfCountry } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";

const messages = {
  flag: "Storage fee too high",
  what: "Storing {{item}} was charged at {{charged}} for the month {{period}} ({{units}} on average, rounded up); by your measurements {{expected}} is due, {{over}} less.",
  checked: "size and weight are yours, from the Costs tab; the utilization surcharge is left out.",
  charge: "storage charge",
} as const;

const meta: AuditMeta = {
  id: "storage-fee-high",
  family: "fee",
  title: "Storage fee too high",
  needs: ["storage-fees", "costs"],
  uses: [],
  rule: "fee_storage_dimensions",
  partition: "item and stock region",
  finds: "Monthly storage fees above the rate for the volume the seller measured.",
  messages,
};

/** Amazon prints average quantities rounded. */
const TOLERATED_SHARE = 0.01;
const ROUNDED_VOLUME = 0.05;

type Row = RowOf<typeof storageFees>;

function find(account: Account): AuditOutcome {
  const gaps = feeGapsOf(account, meta.id, messages.charge);
  const overcharges = account.rows(storageFees).flatMap((row) => {
    const month = row.monthOfCharge;
    const over = month === null || month > account.asOf ? null : judge(account, row, month, gaps);
    return over === null ? [] : [over];
  });
  return { findings: overchargeFindings(account, meta, messages, overcharges), cannotTell: gaps.summary() };
}

/** One item in one warehouse in one month. */
function judge(account: Account, row: Row, month: Day, gaps: FeeGaps): Overcharge | null {
  const item = { msku: row.sku, fnsku: row.fnsku, asin: row.asin };
  const paidIn = currencyOf(row.currency);
  const quantity = quantityOf(row);
  const fee = row.estBaseMsf ?? (row.estimatedMonthlyStorageFee ?? 0) - (row.estSus ?? 0);
  if (paidIn === null || quantity <= 0 || fee <= 0) return null;
  const { marketplace, region } = placeOfCountry(row.countryCode, row.importedFor);
  // The report names no MSKU, the Costs tab often nothing else.
  const known = { ...item, msku: item.msku || account.derive(itemNumbersOf).mskuOf(region, item.fnsku) };
  const dimensions = account.derive(measuresOf).on(known, month);
  if (dimensions === null) {
    gaps.incomplete(month, known, "size and weight (with units)");
    return null;
  }
  const tier = sizeTier(marketplace, month, dimensions);
  const group = tier.cannotTell === null ? storageGroup(tier.tier) : "standard";
  const due = storageFee({
    marketplace,
    day: month,
    group: group ?? "standard",
    cubicFeet: cubicFeet(dimensions) * quantity,
    dangerousGoods:
      /[a-z]/i.test(row.dangerousGoodsStorageType) &&
      !/^(no|none|n\/?a|n|non.?dangerous.*)$/i.test(row.dangerousGoodsStorageType),
  });
  if (due.cannotTell !== null) {
    gaps.unknownFee(month, item, due.cannotTell);
    return null;
  }
  if (group === null) {
    gaps.unknownFee(month, item, "no storage rate is sourced for small bulky items.");
    return null;
  }
  const charged = moneyOf(fee, paidIn);
  if (due.fee.currency !== charged.currency) return null;
  const over = charged.minor - due.fee.minor;
  if (over <= Math.max(due.tolerance.minor, due.fee.minor * TOLERATED_SHARE)) return null;
  return {
    marketplace,
    item,
    orderId: "",
    day: month,
    units: Math.max(1, Math.ceil(quantity)),
    charged,
    expected: due.fee,
    over: money(over, paidIn),
    standing: due,
    explanation: due.explanation,
    evidence: [{ report: "storage-fees", line: row.line }],
  };
}

/**
 * Units Amazon charged for: on hand and waiting for removal, or what its volumes say where that is clearly more;
 * it prints volumes rounded, a small item's by some per cent.
 */
function quantityOf(row: Row): number {
  const counted = (row.averageQuantityOnHand ?? 0) + (row.averageQuantityPendingRemoval ?? 0);
  const [total, each] = [row.estimatedTotalItemVolume ?? 0, row.itemVolume ?? 0];
  const byVolume = total > 0 && each > 0 ? Math.round((total / each) * 100) / 100 : 0;
  return byVolume > counted * (1 + ROUNDED_VOLUME) ? byVolume : counted;
}

/** Volume of one packaged unit. */
export function cubicFeet({ length, width, height, unit }: Dimensions): number {
  return [length, width, height].reduce((volume, side) => volume * (lengthIn(side, unit, "in") / 12), 1);
}

export const storageFeeHigh: Audit = { meta, find };
