/** Units damaged by Amazon or its carrier in the warehouses, neither found sound again nor reimbursed. */

import { earlierDay } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { coverageOf } from "./account/coverage.ts";
import { type Gaps, gapsOf } from "./account/gaps.ts";
import { keptByReturns, type Loss, warehouseOf } from "./account/warehouse.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { judgeable, notedLoss, owedLoss } from "./wording/loss-findings.ts";
import { count, fill } from "./wording/text.ts";

const messages = {
  flag: "damaged, not paid",
  what: "Damaged at {{centre}} on {{date}} (ledger code {{code}}: {{meaning}}{{reference}}): {{units}} of {{item}}.",
  why: "Amazon owes sellers the units it or its carrier damages. {{rule}} Checked up to {{asOf}}: {{open}} of this ledger row's {{total}} unreconciled, not put back as sellable after inspection, no customer's return and not reimbursed{{cleared}}. Amazon usually pays by itself within {{grace}} days (our experience value).",
  cleared: "; already settled: {{what}}",
  returns:
    "{{units}} not judged here: customers' returns of those days keep them, and “Returned, damaged by Amazon” can only say whether they are owed once settlement or transactions is imported.",
  otherWhy:
    "The ledger gives the cause as: {{meaning}}. Such damage is normally not Amazon's fault, so nothing is claimed, although Amazon has not reconciled the units.",
  otherTodo:
    "No claim. If you can show that Amazon damaged the units, ask for the inspection result in a case first.",
} as const;

const meta: AuditMeta = {
  id: "warehouse-damaged",
  family: "inventory",
  title: "Damaged in the warehouse",
  needs: ["ledger-detail", "reimbursements"],
  uses: ["costs", "customer-returns", "inbound-contents", "inbound-shipments"],
  rule: "warehouse_damaged",
  partition: "item and stock region",
  finds: "Units Amazon or its carrier damaged in its warehouses that were not corrected and not reimbursed.",
  messages,
};

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const judged = (losses: readonly Loss[]) => judgeable(account, meta, losses, gaps);
  const other = { why: messages.otherWhy, todo: messages.otherTodo };
  const findings: Finding[] = [];
  for (const stock of account.derive(warehouseOf).items.values()) {
    for (const loss of judged(stock.damaged)) {
      findings.push(owedLoss(account, meta, messages, loss, account.policy.graces.damaged));
    }
    for (const loss of judged(stock.damagedOtherwise)) findings.push(notedLoss(meta, messages, loss, other));
  }
  tellReturnsUnjudged(account, gaps);
  return { findings, cannotTell: gaps.summary() };
}

/** Units left to the audit of damaged returns, while that can't run for want of the refunds. */
function tellReturnsUnjudged(account: Account, gaps: Gaps): void {
  const coverage = account.derive(coverageOf);
  if (["settlement", "transactions"].some((report) => coverage.imported(report))) return;
  const damaged = [...account.derive(warehouseOf).items.values()].flatMap((stock) => stock.damaged);
  const kept = damaged.filter(({ covered }) => covered).reduce((sum, loss) => sum + keptByReturns(loss), 0);
  if (kept === 0) return;
  const from = coverage.firstDay === null ? null : earlierDay(coverage.firstDay, account.asOf);
  gaps.add(fill(messages.returns, { units: count(kept, "damaged unit") }), [
    { report: "settlement", from, to: account.asOf },
  ]);
}

export const warehouseDamaged: Audit = { meta, find };
