/** From a finding to its paid claim and back into the audit, over real tables. */

import { describe, expect, it } from "vitest";
import { findingToJson } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import {
  claimRecords,
  confirmPayment,
  proposals,
  reimbursedOf,
  start,
  step,
} from "../../../src/claims/index.ts";
import { day } from "../../../src/values/day.ts";
import { currency, money } from "../../../src/values/money.ts";
import { type Given, inputOf } from "../audits/account-of-rows.ts";
import { adjusted, paid, type Row } from "../audits/build.ts";
import { Log, READY } from "./log-of.ts";

const AS_OF = "2026-03-20";
const COST = {
  msku: "MUG",
  fnsku: "X001",
  asin: "B001",
  unitCost: 4.2,
  currency: "USD",
  validFrom: "2025-01-01",
};
/** Two losses of one item: one unit on 20 January, two on 1 February. */
const LOST = [
  adjusted("M", "2026-01-20", -1, { unreconciled: 1, referenceId: "1" }),
  adjusted("M", "2026-02-01", -2, { unreconciled: 2, referenceId: "2" }),
];

function audited(payments: readonly Row[], log: Log) {
  const reports: Given["reports"] = { "ledger-detail": LOST, reimbursements: payments, costs: [COST] };
  const claims = claimRecords(log.book.claims);
  const input = inputOf({ asOf: AS_OF, from: "2026-01-01", to: AS_OF, reports, claims });
  const findings = runAudits(input).findings.filter(({ audit }) => audit === "warehouse-lost");
  return { findings, reimbursed: reimbursedOf(input.tables, input.asOf) ?? [] };
}

function claimed(): Log {
  const log = new Log(day(AS_OF));
  const later = audited([], log).findings.find(({ quantity }) => quantity === 2);
  if (!later) throw new Error("The loss of 1 February is not found.");
  log.write(start(log.book, findingToJson(later), log.acting()));
  const filing = { to: "filed", caseId: "12345678901", on: day("2026-03-05") } as const;
  return log.write(step(log.claim(), filing, log.acting(), READY));
}

const open = (payments: readonly Row[], log: Log) =>
  audited(payments, log).findings.map(({ referenceId, quantity }) => [referenceId, quantity]);

describe("what the tracker knows flows back into the audit", () => {
  // Amazon names no case: by itself the payment would clear the oldest loss first.
  const PAID = [paid("Lost_Warehouse", "2026-03-10", 2, { amountTotal: 8.4 })];

  it("a confirmed payment clears the finding it was claimed for", () => {
    const log = claimed();
    expect(open([], log)).toEqual([
      ["1", 1],
      ["2", 2],
    ]);
    expect(open(PAID, log)).toEqual([["2", 1]]);
    const [proposal] = proposals(log.book.claims, audited(PAID, log).reimbursed);
    if (!proposal) throw new Error("The payment is not proposed.");
    expect(proposal).toMatchObject({ by: "item", kind: "paid in full" });
    log.write(confirmPayment(log.book, proposal, log.acting()));
    expect(log.claim()).toMatchObject({ state: "paid", paidUnits: 2, paid: [money(840, currency("USD"))] });
    expect(open(PAID, log)).toEqual([["1", 1]]);
  });

  it("what was confirmed for one claim of a case clears no other of that case", () => {
    const log = claimed();
    const other = audited([], log).findings.find(({ quantity }) => quantity === 1);
    if (!other) throw new Error("The loss of 20 January is not found.");
    log.write(start(log.book, findingToJson(other), log.acting()));
    const first = log.book.claims.find(({ asked }) => asked.units === 1)?.claimId;
    const filing = { to: "filed", caseId: "12345678901", on: day("2026-03-05") } as const;
    log.write(step(log.claim(first), filing, log.acting(), READY));
    const ofCase = [paid("Lost_Warehouse", "2026-03-10", 2, { amountTotal: 8.4, caseId: "12345678901" })];
    const [proposal] = proposals(log.book.claims, audited(ofCase, log).reimbursed);
    if (!proposal) throw new Error("The payment is not proposed.");
    expect(log.claim(proposal.claimId).asked.units).toBe(2);
    log.write(confirmPayment(log.book, proposal, log.acting()));
    expect(open(ofCase, log)).toEqual([["1", 1]]);
  });

  it("rows keep their name when the report is imported again in another order, with more rows", () => {
    const rows = [
      ...PAID,
      paid("Lost_Warehouse", "2026-03-11", 1, { reimbursementId: "R2" }),
      paid("Reimbursement_Reversal", "2026-03-15", -1, {
        originalReimbursementId: "R2",
        reimbursementId: "R3",
      }),
    ];
    const log = claimed();
    const keys = (given: readonly Row[]) =>
      new Map(audited(given, log).reimbursed.map((row) => [row.reimbursementId, row]));
    const [before, after] = [
      keys(rows),
      keys([...rows, ...[paid("Damaged_Warehouse", "2026-03-01", 1)]].reverse()),
    ];
    for (const [id, row] of before) expect(after.get(id)?.key).toBe(row.key);
    expect(new Set([...before.values()].map(({ key }) => key)).size).toBe(3);
    expect(before.get("R3")).toMatchObject({ units: -1, takesBack: before.get("R2")?.key });
    expect(before.get("R3")?.amount?.minor).toBeLessThan(0);
  });

  it("without reimbursements there is nothing to match", () => {
    expect(reimbursedOf([], day(AS_OF))).toBeNull();
  });
});

it("claim records say what audits ask, of every claim", () => {
  const log = claimed();
  log.write(step(log.claim(), { to: "approved", units: 2 }, log.acting(), null));
  expect(claimRecords(log.book.claims)).toEqual([
    {
      findingId: log.claim().findingId,
      caseId: "12345678901",
      state: "approved",
      approvedUnits: 2,
      approvedAmount: null,
      about: {
        fnsku: "X001",
        msku: "MUG",
        orderId: "",
        referenceId: "2",
        eventDate: log.claim().facts.eventDate,
      },
      reimbursements: [],
    },
  ]);
});
