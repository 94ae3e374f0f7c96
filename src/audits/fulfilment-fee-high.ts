/**
 * Fulfilment fees above the table in force for the size and weight the seller measured. From Amazon's estimate
 * alone (fee preview) it is worth a look and no claim.
 */

import type { Dimensions, FeeKnown, FeeResult, FulfilmentCategory } from "../policy/fees/index.ts";
import { fulfilmentCategory, fulfilmentFee } from "../policy/fees/index.ts";
import { marketplace as marketplaceNamed } from "../policy/index.ts";
import { feePreview } from "../reports/index.ts";
import { addDays, type Day } from "../values/day.ts";
import { currencyOf, type Money, money, moneyOf, subtractMoney, timesMoney } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { type Overcharge, overchargeFindings } from "./account/fee-claims.ts";
import { withoutCorrections } from "./account/fee-corrections.ts";
import { type FeeGaps, feeGapsOf } from "./account/fee-gaps.ts";
import { itemCategoriesOf } from "./account/item-categories.ts";
import { itemNumbersOf } from "./account/item-numbers.ts";
import { type Lack, measuresOf } from "./account/measures.ts";
import { type FeeLine, feeLinesOf, type Sold } from "./account/orders/fee-lines.ts";
import { placeOf } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { type Item, worthALook } from "./wording/draft.ts";
import { fill, itemNamed, priced } from "./wording/text.ts";

const messages = {
  flag: "Fulfilment fee too high",
  what: "{{units}} of {{item}} sold {{period}} {{were}} charged {{charged}} for fulfilment; by your measurements {{expected}} is due, {{over}} less.",
  checked:
    "size and weight are yours, from the Costs tab; reversals, charges made twice and fee corrections already paid are left out.",
  charge: "fulfilment fee charge",
  previewWhat:
    "Amazon's fee preview expects {{estimate}} per unit for fulfilling {{item}}; by your measurements it is {{expected}}.",
  previewWhy:
    "{{explanation}}. Only an estimate so far: no charge for the item in the last {{days}} days is in the settlements, so there is nothing to claim.",
  previewTodo:
    "Ask Amazon to measure the item again (Seller Central, Fulfillment by Amazon, product size and weight) before more units are sold.",
  previewBasis: "Not valued: no unit was charged yet.",
} as const;

const meta: AuditMeta = {
  id: "fulfilment-fee-high",
  family: "fee",
  title: "Fulfilment fee too high",
  needs: [["settlement", "transactions"], "costs"],
  uses: ["fee-preview", "reimbursements", "orders", "fulfilled-shipments"],
  rule: "fee_dimensions",
  partition: "item and stock region",
  finds: "Fulfilment fees above the table in force for the size and weight the seller measured.",
  messages,
};

/** A sale is booked when it ships or soon after; the table of the days before may bind where a rule changed. */
const BOOKED_WITHIN_DAYS = 2;
/** An estimate counts as alone when nothing was charged for so long: charges older cannot be filed either. */
const RECENT_DAYS = 90;

type Ask = (marketplace: string, item: Item, day: Day, price: Money | null) => FeeResult | { missing: Lack };

function find(account: Account): AuditOutcome {
  const gaps = feeGapsOf(account, meta.id, messages.charge);
  const ask = asker(account);
  const charged = new Set<string>();
  const numbers = account.derive(itemNumbersOf);
  const overcharges: Overcharge[] = [];
  for (const fees of account.derive(feeLinesOf)) {
    const { line } = fees;
    if (line.fulfilment === "seller") continue;
    const item = numbers.ofMsku(placeOf(line.marketplace).region, line.sku);
    for (const sold of fees.sold) {
      if (sold.fulfilmentFee === null || sold.fulfilmentFee === 0) continue;
      if (sold.day >= addDays(account.asOf, -RECENT_DAYS)) charged.add(`${line.marketplace}|${line.sku}`);
      const over = judge(fees, sold, item, ask, gaps);
      if (over !== null) overcharges.push(over);
    }
  }
  const findings = overchargeFindings(account, meta, messages, withoutCorrections(account, overcharges));
  const estimated = estimates(account, ask, charged);
  return { findings: [...findings, ...estimated], cannotTell: gaps.summary() };
}

function judge(fees: FeeLine, sold: Sold, item: Item, ask: Ask, gaps: FeeGaps): Overcharge | null {
  const { line, currency } = fees;
  const charged = money(sold.fulfilmentFee ?? 0, currency);
  const price = money(Math.round(sold.principal / sold.units), currency);
  const due = ask(line.marketplace, item, sold.day, price);
  if ("missing" in due) {
    gaps.incomplete(sold.day, item, due.missing);
    return null;
  }
  if (due.cannotTell !== null) {
    gaps.unknownFee(sold.day, item, due.cannotTell);
    return null;
  }
  const expected = timesMoney(due.fee, sold.units);
  const over = subtractMoney(charged, expected);
  if (over.minor <= due.tolerance.minor * sold.units) return null;
  return {
    marketplace: line.marketplace,
    item,
    orderId: line.orderId,
    day: sold.day,
    units: sold.units,
    charged,
    expected,
    over,
    standing: due,
    explanation: `${due.explanation.replace(/\.$/, "")}: ${due.parts.map((p) => `${p.what} ${priced(p.amount)}`).join(", ")} per unit`,
    evidence: sold.evidence.fulfilmentFee,
  };
}

/** The fee of a unit booked on a day: the highest of the days on which it may have shipped. Each asked once. */
function asker(account: Account): Ask {
  const measures = account.derive(measuresOf);
  const categories = account.derive(itemCategoriesOf);
  const known = new Map<string, ReturnType<Ask>>();
  return (marketplace, item, day, price) => {
    const key = `${marketplace}|${item.msku}|${item.fnsku}|${item.asin}|${day}|${price?.minor ?? ""}`;
    let found = known.get(key);
    if (found === undefined) {
      const dimensions = measures.on(item, day);
      const named = categories.on(item, day);
      const category = fulfilmentCategory(named);
      if (dimensions === null) found = { missing: "size and weight (with units)" };
      else if (named === "") found = { missing: "category" };
      else if (category === null) found = { missing: "category that says whether it is apparel" };
      else found = highest(marketplace, day, price, dimensions, category);
      known.set(key, found);
    }
    return found;
  };
}

function highest(
  marketplace: string,
  day: Day,
  price: Money | null,
  dimensions: Dimensions,
  category: FulfilmentCategory,
): FeeResult {
  const on = (days: number) =>
    fulfilmentFee({ marketplace, day: addDays(day, -days), dimensions, price, category });
  const posted = on(0);
  if (posted.cannotTell !== null) return posted;
  let best: FeeKnown = posted;
  for (let days = 1; days <= BOOKED_WITHIN_DAYS; days++) {
    const before = on(days);
    if (before.cannotTell === null && before.fee.minor > best.fee.minor) best = before;
  }
  // A dearer table of a day before only lessens the claim: what the claim rests on is the table of the day.
  const { fee, parts, explanation, tolerance } = best;
  return { ...posted, fee, parts, explanation, tolerance };
}

/** Items whose fee Amazon estimates too high, and of which no recent charge shows what it really takes. */
function estimates(account: Account, ask: Ask, charged: ReadonlySet<string>): Finding[] {
  const seen = new Set<string>();
  return account.rows(feePreview).flatMap((row) => {
    const code = marketplaceNamed(row.amazonStore || row.importedFor)?.code ?? row.importedFor;
    const key = `${code}|${row.sku}`;
    const paidIn = currencyOf(row.currency);
    const fee = row.expectedFulfillmentFeePerUnit ?? row.expectedDomesticFulfilmentFeePerUnit;
    if (charged.has(key) || seen.has(key) || fee === null || paidIn === null) return [];
    const item: Item = { msku: row.sku, fnsku: row.fnsku, asin: row.asin };
    const at = row.salesPrice ?? row.yourPrice;
    const due = ask(code, item, account.asOf, at === null || at <= 0 ? null : moneyOf(at, paidIn));
    if ("missing" in due || due.cannotTell !== null) return [];
    const estimate = moneyOf(fee, paidIn);
    if (due.fee.currency !== paidIn || estimate.minor - due.fee.minor <= due.tolerance.minor) return [];
    seen.add(key);
    const values = { estimate: priced(estimate), item: itemNamed(item), expected: priced(due.fee) };
    return [
      worthALook(meta, {
        identity: [code, row.sku, "preview"],
        marketplace: code,
        item,
        quantity: null,
        value: { amount: null, basis: messages.previewBasis },
        eventDate: account.asOf,
        what: fill(messages.previewWhat, values),
        why: fill(messages.previewWhy, {
          explanation: due.explanation.replace(/\.$/, ""),
          days: RECENT_DAYS,
        }),
        todo: messages.previewTodo,
        evidence: [{ report: "fee-preview", line: row.line }],
      }),
    ];
  });
}

export const fulfilmentFeeHigh: Audit = { meta, find };
