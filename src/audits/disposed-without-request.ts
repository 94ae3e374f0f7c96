/** Units Amazon disposed of or gave away although nobody had asked for it, and did not reimburse. */

import { addDays } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { disposalsOf, REQUESTED_BEFORE_DAYS } from "./account/disposals.ts";
import { gapsOf } from "./account/gaps.ts";
import type { Loss } from "./account/warehouse.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { byDate } from "./clearing.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { notedLoss, owedLoss } from "./wording/loss-findings.ts";

const messages = {
  flag: "disposed of, nobody asked",
  what: "{{units}} of {{item}} left sellable stock at {{centre}} on {{date}} (ledger code {{code}}: {{meaning}}{{reference}}).",
  why: "Amazon owes sellers sellable units it disposes of or gives away without being asked. {{rule}} Checked up to {{asOf}}: {{open}} of this ledger row's {{total}} asked for by no removal order of the 120 days before, and not reimbursed{{cleared}}. Amazon may dispose of unsafe, expired or recalled units by right; see whether it told you so. Amazon usually pays by itself within {{grace}} days (our experience value).",
  cleared: "; already settled: {{what}}",
  damagedWhat:
    "{{units}} of {{item}} left damaged stock at {{centre}} on {{date}} (ledger code {{code}}: {{meaning}}{{reference}}).",
  damagedWhy:
    "What left was {{disposition}}, no removal order asked for it, and the ledger shows no damage of this item they could come from. Damaged stock is claimed as damaged, not as disposed of.",
  damagedTodo:
    "Look for the damage in an older ledger or in your cases. If Amazon damaged the units and never paid, claim that damage.",
} as const;

const meta: AuditMeta = {
  id: "disposed-without-request",
  family: "inventory",
  title: "Disposed of without your request",
  needs: ["ledger-detail", "reimbursements", "removal-orders"],
  uses: ["costs", "inbound-contents", "inbound-shipments", "customer-returns"],
  rule: "disposed_without_permission",
  partition: "item and stock region",
  finds: "Sellable units Amazon disposed of or donated that no removal order asked for and nobody paid.",
  messages,
};

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const judged = (losses: readonly Loss[]) =>
    losses
      .filter((loss) => loss.unreconciled.open > 0)
      .sort((a, b) => byDate(a.row, b.row))
      .filter(({ row, unreconciled }) =>
        gaps.covers(
          row.marketplace,
          [
            { report: "ledger-detail", from: row.date, to: account.asOf },
            { report: "reimbursements", from: row.date, to: account.asOf },
            { report: "removal-orders", from: addDays(row.date, -REQUESTED_BEFORE_DAYS), to: row.date },
          ],
          unreconciled.open,
        ),
      );
  const noted = { why: messages.damagedWhy, todo: messages.damagedTodo };
  const findings: Finding[] = [];
  for (const { sellable, damaged } of account.derive(disposalsOf).values()) {
    for (const loss of judged(sellable)) {
      findings.push(owedLoss(account, meta, messages, loss, account.policy.graces.damaged));
    }
    for (const loss of judged(damaged)) {
      findings.push(notedLoss(meta, { what: messages.damagedWhat }, loss, noted));
    }
  }
  return { findings, cannotTell: gaps.summary() };
}

export const disposedWithoutRequest: Audit = { meta, find };
