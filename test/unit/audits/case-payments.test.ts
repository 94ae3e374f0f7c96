/** What is paid, or approved and not paid, under a claim's own case is that claim's: it is not claimed a second time. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { paymentsOf, reimbursementKey } from "../../../src/audits/account/payments.ts";
import type { Audit, ClaimRecord } from "../../../src/audits/audit.ts";
import { disposedWithoutRequest } from "../../../src/audits/disposed-without-request.ts";
import { inboundReceiptReversed } from "../../../src/audits/inbound-receipt-reversed.ts";
import { paidDifferentlyThanApproved } from "../../../src/audits/paid-differently-than-approved.ts";
import { replacementNotReturned } from "../../../src/audits/replacement-not-returned.ts";
import { returnedNotRestocked } from "../../../src/audits/returned-not-restocked.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { transferLost } from "../../../src/audits/transfer-lost.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { wrongItemReturned } from "../../../src/audits/wrong-item-returned.ts";
import { currency, money } from "../../../src/values/money.ts";
import { type Given, inputOf } from "./account-of-rows.ts";
import { adjusted, COST, givenOf, inShort, paid, type Row, type Rows, received } from "./build.ts";
import { refund } from "./orders/money-rows.ts";
import { ordered, replaced, returned, SOLD } from "./return-rows.ts";

const found = (given: Given, audits: readonly Audit[]) => runAudits(inputOf(given), audits).findings;

/** The account with a claim for its only finding, and with a payment under the claim's case. */
function claimed(audit: Audit, given: Given, pay: Row, claim: Partial<ClaimRecord> = {}): string[] {
  const [first] = found(given, [audit]);
  const record: ClaimRecord = {
    findingId: first?.id ?? "",
    caseId: "C1",
    state: "approved",
    approvedUnits: null,
    approvedAmount: null,
    ...claim,
  };
  const { reimbursements = [], ...reports } = given.reports;
  const after = { ...given, reports: { ...reports, reimbursements: [...reimbursements, pay] } };
  return found({ ...after, claims: [record] }, [audit, paidDifferentlyThanApproved]).map(
    (finding) => `${finding.audit} ${inShort(finding)}`,
  );
}

/** The claim was made of `before`; `given` is the account since, with two of three units paid under the case. */
function claimedOf(before: Given, given: Given, claim: Partial<ClaimRecord>): string[] {
  const [first] = found(before, [warehouseLost]);
  const record = { findingId: first?.id ?? "", caseId: "C1", state: "approved" as const };
  const { reimbursements = [], ...reports } = given.reports;
  const after = { ...given, reports: { ...reports, reimbursements: [ofCase(2), ...reimbursements] } };
  const claims = [{ ...record, approvedUnits: null, approvedAmount: null, ...claim }];
  return found({ ...after, claims }, [warehouseLost, paidDifferentlyThanApproved]).map(
    (finding) => `${finding.audit} ${inShort(finding)}`,
  );
}

const stock = (rows: Rows) => givenOf({ ...rows, costs: [COST] });
const LOST = stock({ ledger: [adjusted("M", "2026-05-05", -3)] });
const ofCase = (units: number, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-06-01", units, { caseId: "C1", ...more });

describe("units approved under a case", () => {
  it("and short in its payment are claimed as that, and no longer as lost", () => {
    expect(claimed(warehouseLost, LOST, ofCase(2), { approvedUnits: 3 })).toEqual([
      "paid-differently-than-approved file 1 2026-06-01 4.20 USD",
    ]);
  });

  it("are owed no more once they were found, or paid otherwise", () => {
    const later = (row: Partial<Rows>) =>
      stock({ ledger: [adjusted("M", "2026-05-05", -3), ...(row.ledger ?? [])], paid: row.paid ?? [] });
    const claims = (given: Given, more: Partial<ClaimRecord>) =>
      claimedOf(LOST, { ...given, reports: { ...given.reports } }, more);
    const found = later({ ledger: [adjusted("F", "2026-06-10", 1)] });
    expect(claims(found, { approvedUnits: 3 })).toEqual([]);
    const paidOtherwise = later({ paid: [paid("Lost_Warehouse", "2026-06-10", 1)] });
    expect(claims(paidOtherwise, { approvedUnits: 3 })).toEqual([]);
    const approved = { approvedUnits: 3, approvedAmount: money(1500, currency("USD")) };
    // 15.00 for three, of which one is owed no more: 10.00, and 8.40 was paid.
    expect(claims(found, approved)).toEqual(["paid-differently-than-approved file 2 2026-06-01 1.60 USD"]);
    expect(claims(LOST, approved)).toEqual(["paid-differently-than-approved file 1 2026-06-01 6.60 USD"]);
  });

  it("are not short by what somebody confirmed as paid without the case", () => {
    const rest = paid("GeneralAdjustment", "2026-06-10", 1);
    const reports = { ...LOST.reports, reimbursements: [ofCase(2), rest] };
    const row = paymentsOf(accountOf(inputOf({ ...LOST, reports }))).paid.find(({ caseId }) => caseId === "");
    const claim: ClaimRecord = {
      findingId: "fulfilment-fee-high-00000000000000",
      caseId: "C1",
      state: "approved",
      approvedUnits: 3,
      approvedAmount: null,
    };
    const short = (reimbursements: string[]) =>
      found({ ...LOST, reports, claims: [{ ...claim, reimbursements }] }, [paidDifferentlyThanApproved]);
    expect(short([])).toHaveLength(1);
    expect(short([row ? reimbursementKey(row) : ""])).toEqual([]);
  });

  it("leave what was not approved where it was", () => {
    expect(claimed(warehouseLost, LOST, ofCase(1), { approvedUnits: 2 }).sort()).toEqual([
      "paid-differently-than-approved file 1 2026-06-01 4.20 USD",
      "warehouse-lost file 1 2026-05-05 4.20 USD",
    ]);
  });

  it("are no claim of their own while nothing was paid, nor when the claim was denied", () => {
    const lost = ["warehouse-lost file 3 2026-05-05 12.60 USD"];
    expect(
      claimed(warehouseLost, LOST, ofCase(2, { caseId: "C2", fnsku: "X9" }), { approvedUnits: 3 }),
    ).toEqual(lost);
    expect(claimed(warehouseLost, LOST, ofCase(2), { approvedUnits: 3, state: "denied" })).toEqual([
      "warehouse-lost file 1 2026-05-05 4.20 USD",
    ]);
  });

  it("are told as settled by it", () => {
    const [first] = found(LOST, [warehouseLost]);
    const claims: ClaimRecord[] = [
      { findingId: first?.id ?? "", caseId: "C1", state: "paid", approvedUnits: 2, approvedAmount: null },
    ];
    const reports = { ...LOST.reports, reimbursements: [ofCase(1)] };
    const [left] = found({ ...LOST, reports, claims }, [warehouseLost]);
    expect(left?.why).toContain(
      "1 unit approved under case C1 and short in its payment, a claim of its own, on 2026-06-01",
    );
  });
});

describe("a payment under its case clears, whatever reason it names,", () => {
  const order = {
    asOf: "2026-11-20",
    reports: { settlement: SOLD, "customer-returns": [], reimbursements: [], replacements: [] },
  };
  const contents = [
    { shipmentId: "FBA1", packList: "1 of 1", merchantSku: "MUG", asin: "B001", fnsku: "X001", shipped: 10 },
  ];
  it.each<[Audit, Given]>([
    [
      disposedWithoutRequest,
      stock({ ledger: [adjusted("D", "2026-05-05", -1)], removals: [{ orderId: "R", sku: "Z" }] }),
    ],
    [transferLost, stock({ ledger: [adjusted("", "2026-03-05", -1, { eventType: "WhseTransfers" })] })],
    [
      inboundReceiptReversed,
      stock({
        contents,
        queue: [{ shipmentId: "FBA1", created: "2026-04-20", status: "CLOSED" }],
        ledger: [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-05-09", -1)],
      }),
    ],
    [replacementNotReturned, { ...order, reports: { ...order.reports, replacements: [replaced()] } }],
    [
      wrongItemReturned,
      {
        ...order,
        reports: {
          ...order.reports,
          "customer-returns": [returned({ sku: "PEN", asin: "BPEN", fnsku: "XPEN" })],
          settlement: [...SOLD, ...refund("settlement")],
          orders: [ordered()],
        },
      },
    ],
    [
      returnedNotRestocked,
      {
        ...order,
        reports: {
          ...order.reports,
          "customer-returns": [
            returned({ status: "Unit returned to inventory", detailedDisposition: "SELLABLE" }),
          ],
          "ledger-detail": [],
        },
      },
    ],
  ])("$meta.id", (audit, given) => {
    const date = given.asOf === "2026-11-20" ? "2026-11-01" : "2026-06-01";
    const pay = paid("Warehouse_Return_Something", date, 1, {
      caseId: "C1",
      sku: "OTHER",
      fnsku: "X9",
      asin: "B9",
    });
    expect(found(given, [audit])).toHaveLength(1);
    expect(claimed(audit, given, { ...pay, caseId: "C2" })).toHaveLength(1);
    expect(claimed(audit, given, pay)).toEqual([]);
  });
});
