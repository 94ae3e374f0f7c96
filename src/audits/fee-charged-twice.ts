/** Fees of one order booked once more than its sales: a row too many, equal to one booked before. */

import { formatMoney } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { itemNumbersOf } from "./account/item-numbers.ts";
import { feeLinesOf } from "./account/orders/fee-lines.ts";
import { placeOf } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { owed, ruleInWords, timingOf, todoOf } from "./wording/draft.ts";
import { dated, fill, itemNamed, priced } from "./wording/text.ts";

const messages = {
  flag: "Fee charged twice",
  what: "The {{fee}} of {{amount}} for {{item}} in order {{order}} was charged again on {{day}}.",
  commission: "referral fee",
  fulfilmentFee: "fulfilment fee",
  why: "Each sale of an item is charged each fee once. The settlements hold more charges of this fee than sales of the item in this order, and the one of {{day}} equals one made before. {{rule}} Checked: it was not reversed.",
  basis: "{{amount}}, the row charged again.",
  where: "Seller Central > Help > Contact Seller Support",
  papers:
    "order ID and SKU; the settlement rows of the sale and of both charges: settlement ID, posted date, amount",
} as const;

const meta: AuditMeta = {
  id: "fee-charged-twice",
  family: "fee",
  title: "Fee charged twice",
  needs: [["settlement", "transactions"]],
  uses: ["orders", "fulfilled-shipments"],
  rule: "fee_dimensions",
  partition: "order",
  finds: "Fees of an order booked more often than its sales.",
  messages,
};

function find(account: Account): AuditOutcome {
  const numbers = account.derive(itemNumbersOf);
  const findings = account.derive(feeLinesOf).flatMap(({ line, twice }) =>
    twice.map((row) => {
      const { marketplace, orderId, sku } = line;
      const item = numbers.ofMsku(placeOf(marketplace).region, sku);
      const timing = timingOf(account, meta.rule, marketplace, row.day);
      // The window is that of fees on a wrong size, but here nothing has to be measured again.
      const window = { ...timing.window, filingPath: messages.where, evidence: [messages.papers] };
      const values = { amount: priced(row.amount), day: dated(row.day) };
      return owed(
        meta,
        {
          identity: [orderId, sku, row.fee, row.occurrence],
          marketplace,
          item,
          orderId,
          quantity: row.units,
          value: { amount: row.amount, basis: fill(messages.basis, { amount: formatMoney(row.amount) }) },
          eventDate: row.day,
          what: fill(messages.what, {
            ...values,
            fee: messages[row.kind],
            item: itemNamed(item),
            order: orderId,
          }),
          why: fill(messages.why, { ...values, rule: ruleInWords(timing) }),
          todo: todoOf({ ...timing, window }),
          evidence: row.evidence,
        },
        timing,
      );
    }),
  );
  return { findings, cannotTell: [] };
}

export const feeChargedTwice: Audit = { meta, find };
