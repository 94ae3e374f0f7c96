/** Units that left one of Amazon's warehouses for another and never arrived. */

import { addDays, type Day } from "../values/day.ts";
import type { Account } from "./account/account.ts";
import { type Gaps, gapsOf } from "./account/gaps.ts";
import { departuresOf, isOverdue, isSellable, TRANSIT_DAYS } from "./account/transfers.ts";
import { valueBeforeOrder } from "./account/valuation.ts";
import type { Loss } from "./account/warehouse.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { byDate } from "./clearing.ts";
import type { Finding } from "./finding.ts";
import { settled } from "./precedence.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./wording/draft.ts";
import { count, dated, fill, itemNamed } from "./wording/text.ts";
import { clearedEvidence, clearedInWords } from "./wording/traces.ts";

const messages = {
  flag: "sent to another warehouse, never arrived",
  what: "{{units}} of {{item}} left {{centre}} for another warehouse on {{date}} and {{are}} not booked in anywhere.",
  why: "Amazon owes sellers the units it loses, those between its warehouses too. A transfer takes {{days}} days at most as we count it, so the clock starts on {{clock}}; Amazon publishes no rule of its own for transfers, the one for lost stock is taken. {{rule}} Checked up to {{asOf}}: arrivals matched with departures of this item, oldest first; not reported as lost since, not found, not reimbursed{{cleared}}. Amazon usually pays lost units by itself within {{grace}} days (our experience value).",
  cleared: "; already settled: {{what}}",
  youngWhat:
    "{{units}} of {{item}} on their way between Amazon's warehouses, the longest since {{date}}, and not booked in yet.",
  youngWhy:
    "Transfers take up to {{days}} days. Nothing is missing yet; units still not booked in after that are a claim.",
  youngTodo: "Nothing yet. Import a newer ledger after {{clock}} and look again.",
  youngBasis: "Not valued: nothing is lost yet.",
  unsellableWhy:
    "These units were {{disposition}}. Amazon pays for lost stock that could be sold; unsellable units are normally not owed.",
  unsellableTodo: "No claim. If the units were sellable, ask Amazon how their condition was decided.",
  unsellableBasis: "Not valued: no claim.",
} as const;

const meta: AuditMeta = {
  id: "transfer-lost",
  family: "inventory",
  title: "Lost between warehouses",
  needs: ["ledger-detail", "reimbursements"],
  uses: ["costs", "inbound-contents", "inbound-shipments"],
  rule: "warehouse_lost",
  partition: "item and stock region",
  finds:
    "Units that left one warehouse for another, arrived in none within 60 days, and were not reimbursed.",
  messages,
};

function find(account: Account): AuditOutcome {
  settled(account);
  const gaps = gapsOf(account, meta);
  const findings: Finding[] = [];
  for (const departures of account.derive(departuresOf).values()) {
    const open = judged(account, departures, gaps);
    for (const loss of open.filter((one) => isOverdue(account, one))) {
      findings.push(isSellable(loss) ? owedFor(account, loss) : unsellable(loss));
    }
    const young = open.filter((one) => isSellable(one) && !isOverdue(account, one));
    if (young.length > 0) findings.push(waiting(account, young));
  }
  return { findings, cannotTell: gaps.summary() };
}

/** Open departures, oldest first; those the reports do not cover from their day on are counted as left out. */
function judged(account: Account, departures: readonly Loss[], gaps: Gaps): readonly Loss[] {
  return departures
    .filter((loss) => loss.unreconciled.open > 0)
    .sort((a, b) => byDate(a.row, b.row))
    .filter(({ row, unreconciled }) =>
      gaps.covers(
        row.marketplace,
        meta.needs.flat().map((report) => ({ report, from: row.date, to: account.asOf })),
        unreconciled.open,
      ),
    );
}

/** From this day on a unit that left on `departed` is missing. */
function clockOf(departed: Day): Day {
  return addDays(departed, TRANSIT_DAYS);
}

function timing(account: Account, { row }: Loss) {
  return timingOf(account, meta.rule, row.marketplace, clockOf(row.date), {
    days: account.policy.graces.lost,
  });
}

function owedFor(account: Account, loss: Loss): Finding {
  const { row, unreconciled } = loss;
  const time = timing(account, loss);
  const cleared = clearedInWords([unreconciled]);
  const why = fill(messages.why, {
    days: TRANSIT_DAYS,
    clock: dated(clockOf(row.date)),
    rule: ruleInWords(time),
    asOf: dated(account.asOf),
    cleared: cleared === "" ? "" : fill(messages.cleared, { what: cleared }),
    grace: account.policy.graces.lost,
  });
  const value = valueBeforeOrder(account, row.marketplace, row, row.date, unreconciled.open);
  return owed(meta, { ...drafted(loss), value, why, todo: todoOf(time, true) }, time, true);
}

function unsellable(loss: Loss): Finding {
  return worthALook(meta, {
    ...drafted(loss),
    value: { amount: null, basis: messages.unsellableBasis },
    why: fill(messages.unsellableWhy, { disposition: loss.row.dispositionText.replace(/_/g, " ") }),
    todo: messages.unsellableTodo,
  });
}

/** All young departures of an item as one finding, dated by the oldest: arrivals may come out of turn. */
function waiting(account: Account, young: readonly Loss[]): Finding {
  const oldest = young[0] as Loss;
  const units = young.reduce((sum, { unreconciled }) => sum + unreconciled.open, 0);
  const [item, date] = [itemNamed(oldest.row), dated(oldest.row.date)];
  const draft: Draft = {
    ...drafted(oldest),
    identity: ["on the way", oldest.row.itemKey],
    referenceId: "",
    quantity: units,
    value: { amount: null, basis: messages.youngBasis },
    what: fill(messages.youngWhat, { units: count(units, "unit"), item, date }),
    why: fill(messages.youngWhy, { days: TRANSIT_DAYS }),
    todo: fill(messages.youngTodo, { clock: dated(clockOf(oldest.row.date)) }),
    evidence: young.map(({ row }) => ({ report: "ledger-detail", line: row.line })),
  };
  return owed(meta, draft, timing(account, oldest), true);
}

function drafted({ row, unreconciled }: Loss): Omit<Draft, "value" | "why" | "todo"> {
  return {
    identity: row.identityParts,
    marketplace: row.marketplace,
    item: row,
    referenceId: row.referenceId,
    quantity: unreconciled.open,
    eventDate: row.date,
    what: fill(messages.what, {
      units: count(unreconciled.open, "unit"),
      are: unreconciled.open === 1 ? "is" : "are",
      item: itemNamed(row),
      centre: row.centre === "" ? "one of Amazon's warehouses" : row.centre,
      date: dated(row.date),
    }),
    evidence: [{ report: "ledger-detail", line: row.line }, ...clearedEvidence([unreconciled])],
  };
}

export const transferLost: Audit = { meta, find };
