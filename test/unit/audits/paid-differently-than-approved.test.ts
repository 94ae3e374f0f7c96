import { describe, expect, it } from "vitest";
import type { AuditInput, ClaimRecord } from "../../../src/audits/audit.ts";
import { findingId } from "../../../src/audits/finding.ts";
import { paidDifferentlyThanApproved } from "../../../src/audits/paid-differently-than-approved.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { underpaid } from "../../../src/audits/underpaid.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { currency, money } from "../../../src/values/money.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, COST, givenOf, paid, paidInStock, type Row, type Rows, takenBack, told } from "./build.ts";
import { refund, sale, totalRow } from "./orders/money-rows.ts";

const USD = currency("USD");
const claim = (more: Partial<ClaimRecord> = {}): ClaimRecord => ({
  findingId: "warehouse-lost-x",
  caseId: "C1",
  state: "approved",
  approvedUnits: null,
  approvedAmount: null,
  ...more,
});
const units = (approvedUnits: number, more: Partial<ClaimRecord> = {}) => claim({ approvedUnits, ...more });
const dollars = (amount: number, more: Partial<ClaimRecord> = {}) =>
  claim({ approvedAmount: money(amount * 100, USD), ...more });
const pay = (n: number, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-05-20", n, { caseId: "C1", reimbursementId: "R1", ...more });

const given = (rows: Rows, claims?: readonly ClaimRecord[]): AuditInput => ({
  ...inputOf(givenOf(rows)),
  ...(claims ? { claims } : {}),
});
const tell = (rows: Rows, claims?: readonly ClaimRecord[]) =>
  runAudits(given(rows, claims), [paidDifferentlyThanApproved]);

const valid: [string, Rows, ClaimRecord[]][] = [
  ["as many units as approved", { paid: [pay(3)] }, [units(3)]],
  ["more", { paid: [pay(4)] }, [units(3), dollars(1)]],
  ["in two reimbursements of the case", { paid: [pay(1), pay(2, { reimbursementId: "R2" })] }, [units(3)]],
  ["the money approved", { paid: [pay(3)] }, [dollars(12.6)]],
  [
    "some of it in stock",
    { paid: [pay(2), paidInStock("Lost_Warehouse", "2026-05-20", 1, { caseId: "C1" })] },
    [units(3), dollars(12.6)],
  ],
  ["taken back again: judged by itself", { paid: [pay(3), takenBack("R1", "2026-06-01", 3)] }, [units(3)]],
  ["not paid yet", { paid: [pay(1, { caseId: "C2" })] }, [units(3)]],
  ["nothing was approved", { paid: [pay(1)] }, [claim()]],
  ["denied", { paid: [pay(1)] }, [units(3, { state: "denied" })]],
  ["a claim without a case", { paid: [pay(1, { caseId: "" })] }, [units(3, { caseId: "" })]],
  ["another currency cannot be compared", { paid: [pay(3, { currencyUnit: "CAD" })] }, [dollars(90)]],
  ["paid after the as-of day", { paid: [pay(1, { approvalDate: "2026-07-02" })] }, [units(3)]],
];

const invalid: [string, Rows, ClaimRecord[], string[]][] = [
  ["two of three units", { paid: [pay(2)] }, [units(3)], ["file 1 2026-05-20 4.20 USD"]],
  ["less money", { paid: [pay(3)] }, [dollars(20)], ["file 3 2026-05-20 7.40 USD"]],
  [
    "fewer units and less money: the money tells",
    { paid: [pay(2)] },
    [claim({ approvedUnits: 3, approvedAmount: money(2000, USD) })],
    ["file 1 2026-05-20 11.60 USD"],
  ],
  [
    "two claims under one case",
    { paid: [pay(4)] },
    [units(3), units(2, { findingId: "warehouse-lost-y" })],
    ["file 1 2026-05-20 4.20 USD"],
  ],
  [
    "too few in stock, at cost",
    { paid: [paidInStock("Lost_Warehouse", "2026-05-20", 1, { caseId: "C1" })], costs: [COST] },
    [units(2)],
    ["file 1 2026-05-20 4.20 USD"],
  ],
  [
    "the last day",
    { paid: [pay(2, { approvalDate: "2026-05-01" })] },
    [units(3)],
    ["file 1 2026-05-01 4.20 USD"],
  ],
  [
    "too late",
    { paid: [pay(2, { approvalDate: "2026-04-30" })] },
    [units(3)],
    ["expired 1 2026-04-30 4.20 USD"],
  ],
];

describe("paid-differently-than-approved", () => {
  it("says nothing without claims", () => {
    expect(tell({ paid: [pay(1)] })).toMatchObject({ findings: [], cannotTell: [] });
    expect(tell({ paid: [pay(1)] }, [])).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(valid)("says nothing: %s", (_, rows, claims) => {
    expect(tell(rows, claims)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, claims, expected) => {
    expect(told(tell(rows, claims))).toEqual(expected);
  });

  it("leaves to the audit of underpayments only what was not approved", () => {
    const rows: Rows = { paid: [pay(1, { amountTotal: 5 })], costs: [{ ...COST, unitCost: 10 }] };
    const of = (claims: ClaimRecord[]) =>
      runAudits(given(rows, claims), [paidDifferentlyThanApproved, underpaid]).findings.map(
        (f) => `${f.audit} ${f.amount?.minor}`,
      );
    expect(of([])).toEqual(["underpaid 500"]);
    expect(of([dollars(8)]).sort()).toEqual(["paid-differently-than-approved 300", "underpaid 200"]);
    expect(of([dollars(10)])).toEqual(["paid-differently-than-approved 500"]);
  });
});

describe("a payment under the case of a claim", () => {
  const losses = [adjusted("M", "2026-05-01", -1), adjusted("M", "2026-05-03", -1)];
  const found = (claims: ClaimRecord[], payments: Row[]) =>
    told(runAudits(given({ ledger: losses, paid: payments }, claims), [warehouseLost]));
  const ids = runAudits(given({ ledger: losses }), [warehouseLost]).findings.map(
    (f) => [f.eventDate, f.id] as const,
  );
  const later = [...ids].sort(([a], [b]) => a - b)[1]?.[1] ?? "";

  it("clears the finding of that claim before any older loss", () => {
    expect(found([], [pay(1)])).toEqual(["file 1 2026-05-03"]);
    expect(found([claim({ findingId: later })], [pay(1)])).toEqual(["file 1 2026-05-01"]);
  });

  it("whatever its reason, and what is left of it clears the others", () => {
    const payment = (n: number) => pay(n, { reason: "GeneralAdjustment" });
    expect(found([claim({ findingId: later })], [payment(1)])).toEqual(["file 1 2026-05-01"]);
    expect(found([claim({ findingId: later })], [payment(2)])).toEqual([]);
  });

  it("clears a refund it names no order for", () => {
    const reports = {
      reimbursements: [pay(1, { reason: "GeneralAdjustment", sku: "SKU-A", approvalDate: "2026-09-20" })],
      "customer-returns": [],
      settlement: [...totalRow("settlement"), ...sale("settlement"), ...refund("settlement")],
    };
    const of = (claims: ClaimRecord[]) =>
      runAudits({ ...inputOf({ reports }), claims }, [refundNotReturned]).findings;
    expect(of([])).toHaveLength(1);
    expect(of([claim({ findingId: of([])[0]?.id ?? "" })])).toEqual([]);
  });

  it("raises an underpayment's money", () => {
    const rows: Rows = {
      paid: [
        pay(1, { amountTotal: 5, caseId: "" }),
        pay(1, { amountTotal: 3, reimbursementId: "R2", reason: "GeneralAdjustment" }),
      ],
      costs: [{ ...COST, unitCost: 10 }],
    };
    const id = findingId("underpaid", ["R1", "MUG", "X001", "Lost_Warehouse", 0]);
    expect(told(runAudits(given(rows, [claim({ findingId: id })]), [underpaid]))).toEqual([
      "file 1 2026-05-20 2.00 USD",
    ]);
  });
});
