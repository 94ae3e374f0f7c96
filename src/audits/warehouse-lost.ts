/** Units that went missing in Amazon's warehouses and were neither found nor reimbursed. */

import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { ledgerOf } from "./account/ledger.ts";
import { type Loss, warehouseOf } from "./account/warehouse.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { judgeable, notedLoss, owedLoss } from "./wording/loss-findings.ts";
import { count, fill, listed } from "./wording/text.ts";

const messages = {
  flag: "lost, not found, not paid",
  what: "{{units}} of {{item}} went missing at {{centre}} on {{date}} (ledger code {{code}}: {{meaning}}{{reference}}).",
  why: "Amazon owes sellers the units it loses in its warehouses. {{rule}} Checked up to {{asOf}}: {{open}} of this ledger row's {{total}} unreconciled, not found again and not reimbursed{{cleared}}. Amazon usually pays by itself within {{grace}} days (our experience value).",
  cleared: "; already settled: {{what}}",
  damagedWhy:
    "These units were {{disposition}} when they went missing, and the ledger shows no damage of this item they could come from. Damaged stock is claimed as damaged, not as lost.",
  damagedTodo:
    "Look for the damage in an older ledger or in your cases. If Amazon damaged the units and never paid, claim that damage.",
  unsellableWhy:
    "These units were {{disposition}} when they went missing. Amazon pays for lost stock that could be sold; unsellable units are normally not owed.",
  unsellableTodo: "No claim. If the units were sellable, ask Amazon how their condition was decided.",
  unknown:
    "{{rows}} of the ledger left out, because nobody knows what the reason means ({{reasons}}). Nothing is guessed about them.",
} as const;

const meta: AuditMeta = {
  id: "warehouse-lost",
  family: "inventory",
  title: "Lost in the warehouse",
  needs: ["ledger-detail", "reimbursements"],
  uses: ["costs", "inbound-contents", "inbound-shipments"],
  rule: "warehouse_lost",
  partition: "item and stock region",
  finds: "Units the inventory ledger shows as misplaced that were not found again and not reimbursed.",
  messages,
};

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const judged = (losses: readonly Loss[]) => judgeable(account, meta, losses, gaps);
  const damaged = { why: messages.damagedWhy, todo: messages.damagedTodo };
  const unsellable = { why: messages.unsellableWhy, todo: messages.unsellableTodo };
  const findings: Finding[] = [];
  for (const stock of account.derive(warehouseOf).items.values()) {
    for (const loss of judged(stock.lost)) {
      findings.push(owedLoss(account, meta, messages, loss, account.policy.graces.lost));
    }
    for (const loss of judged(stock.damagedThenLost)) findings.push(notedLoss(meta, messages, loss, damaged));
    for (const loss of judged(stock.lostUnsellable))
      findings.push(notedLoss(meta, messages, loss, unsellable));
  }
  const unknown = account.derive(ledgerOf).unknown;
  if (unknown.length > 0) {
    const reasons = [...new Set(unknown.map((row) => row.reason || "blank"))].sort();
    gaps.add(fill(messages.unknown, { rows: count(unknown.length, "row"), reasons: listed(reasons) }), []);
  }
  return { findings, cannotTell: gaps.summary() };
}

export const warehouseLost: Audit = { meta, find };
