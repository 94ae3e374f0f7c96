/** Lines on a recovery service's bill for money it did not recover. Between the seller and the service; Amazon owes nothing here. */

import type { RowOf } from "../reports/definition.ts";
import { serviceBills } from "../reports/index.ts";
import { addDays, type Day } from "../values/day.ts";
import { currencyOf, type Money, moneyOf } from "../values/money.ts";
import type { Account } from "./account/account.ts";
import { gapsOf } from "./account/gaps.ts";
import { type Payment, paymentsOf } from "./account/payments.ts";
import { placeOfCurrency } from "./account/regions.ts";
import type { Audit, AuditMeta, AuditOutcome } from "./audit.ts";
import { listUnder } from "./clearing.ts";
import type { Finding } from "./finding.ts";
import { worthALook } from "./wording/draft.ts";
import { count, dated, fill, listed, priced } from "./wording/text.ts";

const messages = {
  flag: "bill of a service to question",
  what: "{{provider}} billed {{fee}} {{statement}} for {{recovery}}.",
  statement: "on the statement of {{date}}",
  recoveryCase: "case {{case}}",
  recoveryPayment: "reimbursement {{id}}",
  absent: "The reimbursements report of {{from}} to {{to}} has no payment under it.",
  reversed: "Amazon has taken {{units}} of {{all}} back again ({{ids}}).",
  withoutCase: "Amazon paid reimbursement {{ids}} without a case: by itself, not because of a claim.",
  inStock: "Reimbursement {{ids}} gave {{units}} back as stock; no money was recovered.",
  why: "Services take their share of money they recovered. {{reason}}",
  todo: "Compare with your contract and ask {{provider}} to credit the fee. This is no claim against Amazon.",
  basis: "The fee on the bill.",
  noFee: "Not valued: the line shows no fee or no currency.",
} as const;

const meta: AuditMeta = {
  id: "service-bill-wrong",
  family: "reimbursement",
  title: "Service bill to question",
  needs: ["service-bills", "reimbursements"],
  uses: [],
  rule: "reimbursement_reversal",
  partition: "account",
  finds:
    "Lines of a recovery service's bill whose payment is absent, taken back, without a case, or in stock.",
  messages,
};

/** A recovery is billed up to so many days after Amazon paid it. */
const BILLED_WITHIN_DAYS = 90;

type Line = RowOf<typeof serviceBills>;

function find(account: Account): AuditOutcome {
  const gaps = gapsOf(account, meta);
  const { paid } = account.derive(paymentsOf);
  const [byId, byCase] = [new Map<string, Payment[]>(), new Map<string, Payment[]>()];
  for (const payment of paid) {
    listUnder(byId, payment.reimbursementId).push(payment);
    if (payment.caseId !== "") listUnder(byCase, payment.caseId).push(payment);
  }
  const findings: Finding[] = [];
  for (const line of account.rows(serviceBills)) {
    if (line.caseId === "" && line.reimbursementId === "") continue;
    const named = byId.get(line.reimbursementId) ?? byCase.get(line.caseId) ?? [];
    const on = line.statementDate ?? account.asOf;
    if (on > account.asOf) continue;
    if (named.length > 0) {
      const reason = reasonAgainst(account, named);
      if (reason !== null) findings.push(questioned(line, on, named, reason));
      continue;
    }
    const from = addDays(on, -BILLED_WITHIN_DAYS);
    const { marketplace } = placeOfCurrency(line.currency, line.importedFor);
    if (gaps.covers(marketplace, [{ report: "reimbursements", from, to: on }], 1)) {
      const reason = fill(messages.absent, { from: dated(from), to: dated(on) });
      findings.push(questioned(line, on, [], reason));
    }
  }
  return { findings, cannotTell: gaps.summary() };
}

/** The first that fits; null when the line is in order. */
function reasonAgainst(account: Account, payments: readonly Payment[]): string | null {
  const ids = listed(payments.map((p) => p.reimbursementId));
  const units = payments.reduce((sum, p) => sum + p.units, 0);
  const back = payments.flatMap((p) => p.reversedBy).filter((r) => r.date <= account.asOf);
  if (back.length > 0) {
    return fill(messages.reversed, {
      units: back.reduce((sum, r) => sum + r.units, 0),
      all: count(units, "unit"),
      ids: listed(back.map((r) => `reversal ${r.reimbursementId} of ${dated(r.date)}`)),
    });
  }
  if (payments.every((p) => p.caseId === "")) return fill(messages.withoutCase, { ids });
  const stock = payments.reduce((sum, p) => sum + p.stockUnits, 0);
  const inStock = stock > 0 && payments.every((p) => p.cashUnits === 0);
  return inStock ? fill(messages.inStock, { ids, units: count(stock, "unit") }) : null;
}

function questioned(line: Line, on: Day, payments: readonly Payment[], reason: string): Finding {
  const [first] = payments;
  const fee = feeOf(line);
  const provider = line.provider || "The service";
  return worthALook(meta, {
    identity: [line.provider, line.statementDate, line.caseId, line.reimbursementId],
    marketplace: first?.marketplace ?? placeOfCurrency(line.currency, line.importedFor).marketplace,
    item: first ? { fnsku: first.fnsku, asin: first.asin, msku: first.sku } : null,
    orderId: first?.orderId ?? "",
    referenceId: line.reimbursementId || line.caseId,
    quantity: first ? payments.reduce((sum, p) => sum + p.units, 0) : null,
    value: fee === null ? { amount: null, basis: messages.noFee } : { amount: fee, basis: messages.basis },
    eventDate: on,
    what: fill(messages.what, {
      provider,
      fee: fee === null ? "a fee" : priced(fee),
      statement:
        line.statementDate === null ? "" : fill(messages.statement, { date: dated(line.statementDate) }),
      recovery:
        line.caseId === ""
          ? fill(messages.recoveryPayment, { id: line.reimbursementId })
          : fill(messages.recoveryCase, { case: line.caseId }),
    }),
    why: fill(messages.why, { reason }),
    todo: fill(messages.todo, { provider }),
    evidence: [{ report: "service-bills", line: line.line }, ...payments.map((p) => p.evidence)],
  });
}

function feeOf(line: Line): Money | null {
  const paidIn = currencyOf(line.currency);
  return line.fee === null || paidIn === null ? null : moneyOf(Math.abs(line.fee), paidIn);
}

export const serviceBillWrong: Audit = { meta, find };
