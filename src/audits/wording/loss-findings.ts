/** What the audits of lost and of damaged stock say alike: which losses can be judged, and how a ledger row reads. */

import type { Account } from "../account/account.ts";
import type { Gaps } from "../account/gaps.ts";
import { valueBeforeOrder } from "../account/valuation.ts";
import type { Loss } from "../account/warehouse.ts";
import type { AuditMeta } from "../audit.ts";
import { byDate } from "../clearing.ts";
import type { Finding } from "../finding.ts";
import { type Draft, owed, ruleInWords, timingOf, todoOf, worthALook } from "./draft.ts";
import { count, dated, fill, itemNamed } from "./text.ts";
import { clearedEvidence, clearedInWords } from "./traces.ts";

/** The templates a loss is told with; `why` and `cleared` for what is owed. */
export interface LossMessages {
  readonly what: string;
  readonly why: string;
  readonly cleared: string;
}

/** Losses with units open, oldest first, whose reports cover them from their day; the others are counted as left out. */
export function judgeable(
  account: Account,
  meta: AuditMeta,
  losses: readonly Loss[],
  gaps: Gaps,
): readonly Loss[] {
  return losses
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

/** The finding for units still open; `grace` in days, as the policy has it. */
export function owedLoss(
  account: Account,
  meta: AuditMeta,
  messages: LossMessages,
  loss: Loss,
  grace: number,
): Finding {
  const { row, unreconciled } = loss;
  const timing = timingOf(account, meta.rule, row.marketplace, row.date, { days: grace });
  const cleared = clearedInWords([loss.reconciled, unreconciled]);
  const why = fill(messages.why, {
    rule: ruleInWords(timing),
    asOf: dated(account.asOf),
    open: unreconciled.open,
    total: count(Math.abs(row.quantity), "unit"),
    cleared: cleared === "" ? "" : fill(messages.cleared, { what: cleared }),
    grace,
  });
  const value = valueBeforeOrder(account, row.marketplace, row, row.date, unreconciled.open);
  return owed(meta, drafted(loss, messages.what, { value, why, todo: todoOf(timing) }), timing);
}

/** The note for units no claim is made for. */
export function notedLoss(
  meta: AuditMeta,
  messages: Pick<LossMessages, "what">,
  loss: Loss,
  said: { readonly why: string; readonly todo: string },
): Finding {
  const { row } = loss;
  const disposition = row.dispositionText.toUpperCase().replace(/_/g, " ") || "of unknown condition";
  return worthALook(
    meta,
    drafted(loss, messages.what, {
      value: { amount: null, basis: "Not valued: no claim." },
      why: fill(said.why, { disposition, meaning: meaningOf(loss) }),
      todo: said.todo,
    }),
  );
}

/** What the ledger's code means, as part of a sentence. */
function meaningOf({ row }: Loss): string {
  const meaning = row.code?.meaning ?? "";
  return meaning.slice(0, 1).toLowerCase() + meaning.slice(1);
}

function drafted(loss: Loss, what: string, said: Pick<Draft, "value" | "why" | "todo">): Draft {
  const { row, unreconciled, reconciled } = loss;
  return {
    identity: row.identityParts,
    marketplace: row.marketplace,
    item: row,
    referenceId: row.referenceId,
    quantity: unreconciled.open,
    eventDate: row.date,
    what: fill(what, {
      units: count(unreconciled.open, "unit"),
      item: itemNamed(row),
      centre: row.centre === "" ? "one of Amazon's warehouses" : row.centre,
      date: dated(row.date),
      code: row.code?.code ?? row.reason,
      meaning: meaningOf(loss),
      reference: row.referenceId === "" ? "" : `, reference ${row.referenceId}`,
    }),
    value: said.value,
    why: said.why,
    todo: said.todo,
    evidence: [{ report: "ledger-detail", line: row.line }, ...clearedEvidence([reconciled, unreconciled])],
  };
}
