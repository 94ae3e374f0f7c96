/** Units Amazon took out of stock soon after they had been received, without saying why. */

import { addDays, earlierDay } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { isFoundWithoutOwner, skuKey } from "./account/items.ts";
import { type LedgerRow, ledgerOf } from "./account/ledger.ts";
import { paymentsOf } from "./account/payments.ts";
import { warehouseOf } from "./account/warehouse.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { type Bounds, byDate, type Credit, clear, listUnder } from "./clearing.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { worthALook } from "./wording/draft.ts";
import { count, dated, fill, itemNamed } from "./wording/text.ts";

const messages = {
  flag: "taken out soon after receipt",
  what: "Taken out of stock at {{centre}} on {{date}} (ledger code O: {{meaning}}{{reference}}): {{units}} of {{item}}, {{days}} after units of it were received on {{receipt}}.",
  why: "Amazon takes units out when they were received wrongly or when it had already reimbursed them. Checked up to {{asOf}}: no find (codes F, N) of the 30 days before that was taken back, no reimbursement in stock. If the units were yours and rightly received, they are missing.",
  todo: "No claim yet. Compare the shipment's contents with what was received; if it was counted right, ask Amazon in a case why the units were taken out, with the reference id.",
  unvalued: "Not valued: no claim.",
} as const;

const meta: AuditMeta = {
  id: "taken-back-after-receipt",
  family: "inventory",
  title: "Taken out soon after receipt",
  needs: ["ledger-detail", "reimbursements"],
  uses: [],
  rule: "warehouse_lost",
  partition: "item and stock region",
  finds:
    "Units taken out of stock within 90 days after a receipt that no find and no payment in stock explains.",
  messages,
};

/** A correction of a receipt comes within so many days. */
const AFTER_RECEIPT_DAYS = 90;
/** A payment in stock explains units taken out so many days after it, or shortly before. */
const PAID_IN_STOCK: Bounds = { before: AFTER_RECEIPT_DAYS, after: 30, order: "oldest-first" };

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  const stockGiven = paidInStock(account);
  for (const stock of account.derive(warehouseOf).items.values()) {
    const receipts = (account.derive(ledgerOf).receiptsOfItem.get(stock.key) ?? []).filter(
      (row) => row.quantity > 0,
    );
    const unexplained = stock.takenOut
      .filter(({ row }) => !isFoundWithoutOwner(row.msku))
      .map((out) => ({ ...out, clearedBy: [] }));
    clear(unexplained, stockGiven.byItem.get(stock.key) ?? [], PAID_IN_STOCK);
    for (const out of unexplained) {
      const ofSku = stockGiven.bySku.get(skuKey(stock.region, out.row.msku));
      clear([out], ofSku ?? [], PAID_IN_STOCK);
    }
    for (const out of unexplained.filter(({ open }) => open > 0).sort(byDate)) {
      const before = addDays(out.date, -AFTER_RECEIPT_DAYS);
      const last = receipts.filter(({ date }) => date >= before && date <= out.date).pop();
      if (last === undefined) continue;
      const needed = ["ledger-detail", "reimbursements"].map((report) => ({
        report,
        from: before,
        to: earlierDay(addDays(out.date, AFTER_RECEIPT_DAYS), account.asOf),
      }));
      if (gaps.covers(out.row.marketplace, needed, out.open)) {
        findings.push(noted(account, out.row, out.open, last));
      }
    }
  }
  return { findings, cannotTell: gaps.summary() };
}

/** Units given back as stock, by item, and by SKU where the payment names no FNSKU. */
function paidInStock(account: Account) {
  const [byItem, bySku] = [new Map<string, Credit[]>(), new Map<string, Credit[]>()];
  for (const { date, identity, stockUnits: left, itemKey, skuKey } of account.derive(paymentsOf).paid) {
    if (left === 0) continue;
    if (itemKey === "") listUnder(bySku, skuKey).push({ date, identity, left });
    else listUnder(byItem, itemKey).push({ date, identity, left });
  }
  return { byItem, bySku };
}

function noted(account: Account, row: LedgerRow, units: number, receipt: LedgerRow): Finding {
  return worthALook(meta, {
    identity: row.identityParts,
    marketplace: row.marketplace,
    item: row,
    referenceId: row.referenceId,
    quantity: units,
    value: { amount: null, basis: messages.unvalued },
    eventDate: row.date,
    what: fill(messages.what, {
      units: count(units, "unit"),
      item: itemNamed(row),
      centre: row.centre === "" ? "one of Amazon's warehouses" : row.centre,
      date: dated(row.date),
      meaning: (row.code?.meaning ?? "").toLowerCase(),
      reference: row.referenceId === "" ? "" : `, reference ${row.referenceId}`,
      days: count(row.date - receipt.date, "day"),
      receipt: dated(receipt.date),
    }),
    why: fill(messages.why, { asOf: dated(account.asOf) }),
    todo: messages.todo,
    evidence: [row, receipt].map(({ line }) => ({ report: "ledger-detail", line })),
  });
}

export const takenBackAfterReceipt: Audit = { meta, find };
