/** Aged inventory surcharges above the band's rate for the volume the seller measured. Disputed today: `info`. */

import { agedSurcharge } from "../policy/fees/index.ts";
import type { RowOf } from "../reports/definition.ts";
import { agedInventory } from "../reports/index.ts";
import { type Day, dayOfMoment } from "../values/day.ts";
import { currencyOf, money, moneyOf } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { type Overcharge, overchargeFindings } from "./account/fee-claims.ts";
import { type FeeGaps, feeGapsOf } from "./account/fee-gaps.ts";
import { itemCategoriesOf } from "./account/item-categories.ts";
import { measuresOf } from "./account/measures.ts";
import { placeOfCountry } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { cubicFeet } from "./storage-fee-high.ts";

const messages = {
  flag: "Aged inventory surcharge too high",
  what: "{{units}} of {{item}} {{were}} charged {{charged}} as aged inventory {{period}}; by your measurements {{expected}} is due, {{over}} less.",
  checked: "size and weight are yours, from the Costs tab; age and quantity are Amazon's.",
  charge: "aged inventory surcharge",
} as const;

const meta: AuditMeta = {
  id: "aged-surcharge-high",
  family: "fee",
  title: "Aged inventory surcharge too high",
  needs: ["aged-inventory", "costs"],
  uses: [],
  rule: "fee_storage_dimensions",
  partition: "item and stock region",
  finds: "Aged inventory surcharges above the rate for the volume the seller measured.",
  messages,
};

type Row = RowOf<typeof agedInventory>;

function find(account: Account): AuditOutcome {
  const gaps = feeGapsOf(account, meta.id, messages.charge);
  const overcharges = account.rows(agedInventory).flatMap((row) => {
    const day = row.snapshotDate === null ? null : dayOfMoment(row.snapshotDate);
    const over = day === null || day > account.asOf ? null : judge(account, row, day, gaps);
    return over === null ? [] : [over];
  });
  return { findings: overchargeFindings(account, meta, messages, overcharges), cannotTell: gaps.summary() };
}

/** One item of one age on one snapshot. */
function judge(account: Account, row: Row, day: Day, gaps: FeeGaps): Overcharge | null {
  const item = { msku: row.sku, fnsku: row.fnsku, asin: row.asin };
  const paidIn = currencyOf(row.currency);
  const [units, fee] = [row.qtyCharged ?? 0, row.amountCharged ?? 0];
  if (paidIn === null || units <= 0 || fee <= 0) return null;
  const { marketplace } = placeOfCountry(row.country, row.importedFor);
  const measures = account.derive(measuresOf);
  const categories = account.derive(itemCategoriesOf);
  const dimensions = measures.on(item, day);
  if (dimensions === null) {
    gaps.incomplete(day, item, "size and weight (with units)");
    return null;
  }
  const ageDays = ageOf(row.surchargeAgeTier);
  if (ageDays === null) {
    gaps.unknownFee(day, item, `the age tier “${row.surchargeAgeTier}” is not one we know.`);
    return null;
  }
  const category = categories.on(item, day);
  const due = agedSurcharge({
    marketplace,
    day,
    ageDays,
    cubicFeetPerUnit: cubicFeet(dimensions),
    units,
    category,
  });
  if (due.cannotTell !== null) {
    gaps.unknownFee(day, item, due.cannotTell);
    return null;
  }
  const over = moneyOf(fee, paidIn).minor - due.fee.minor;
  // Amazon may round each unit to a cent.
  if (due.fee.currency !== paidIn || over <= due.tolerance.minor * units) return null;
  return {
    marketplace,
    item,
    orderId: "",
    day,
    units,
    charged: moneyOf(fee, paidIn),
    expected: due.fee,
    over: money(over, paidIn),
    standing: due,
    explanation: due.explanation,
    evidence: [{ report: "aged-inventory", line: row.line }],
  };
}

/** Days of the oldest bound a tier names at its beginning: `271-300 days` is 271, `365+ days` and `above 365` 366. */
function ageOf(tier: string): number | null {
  const first = /\d+/.exec(tier)?.[0];
  if (first === undefined) return null;
  return /\+|above|over|more|>/i.test(tier) ? olderThan(Number(first)) : Number(first);
}

/** `365+` means from the 366th day; `456+ days` is a band's own first day. */
function olderThan(days: number): number {
  return days % 5 === 0 ? days + 1 : days;
}

export const agedSurchargeHigh: Audit = { meta, find };
