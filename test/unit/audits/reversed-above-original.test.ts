import { describe, expect, it } from "vitest";
import { findingId } from "../../../src/audits/finding.ts";
import { reversedAboveOriginal } from "../../../src/audits/reversed-above-original.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, audited, givenOf, paid, type Row, type Rows, takenBack, told } from "./build.ts";

const lost = (units = 1, amountTotal = units * 10) =>
  paid("Lost_Warehouse", "2026-03-01", units, { reimbursementId: "P", amountTotal });
const back = (units: number, amount: number, more: Row = {}) =>
  takenBack("P", "2026-05-20", units, { reimbursementId: "V", amountTotal: -amount, ...more });
const found = (units = 1) => adjusted("F", "2026-05-10", units);

const valid: [string, Rows][] = [
  ["as much as was paid", { paid: [lost(), back(1, 10)], ledger: [found()] }],
  ["less", { paid: [lost(), back(1, 6)], ledger: [found()] }],
  ["a cent per unit of rounding", { paid: [lost(3, 10), back(2, 6.68)], ledger: [found(2)] }],
  ["nothing explains it: claimed whole", { paid: [lost(), back(1, 15)] }],
  [
    "of a reason no unit explains",
    { paid: [{ ...lost(), reason: "GeneralAdjustment" }, back(1, 15)], ledger: [found()] },
  ],
  [
    "the original is not in the data",
    { paid: [back(1, 15, { originalReimbursementType: "Lost_Warehouse" })], ledger: [found()] },
  ],
  ["paid in another currency", { paid: [lost(), back(1, 15, { currencyUnit: "CAD" })], ledger: [found()] }],
  ["after the as-of day", { paid: [lost(), back(1, 15, { approvalDate: "2026-07-02" })], ledger: [found()] }],
  [
    "paid in stock, nothing to compare with",
    {
      paid: [
        { ...lost(), amountTotal: 0, quantityReimbursedCash: 0, quantityReimbursedInventory: 1 },
        back(1, 15),
      ],
      ledger: [found()],
    },
  ],
];

const invalid: [string, Rows, string[]][] = [
  ["more than was paid", { paid: [lost(), back(1, 15)], ledger: [found()] }, ["file 1 2026-05-20 5.00 USD"]],
  ["two cents", { paid: [lost(), back(1, 10.02)], ledger: [found()] }, ["file 1 2026-05-20 0.02 USD"]],
  ["per unit", { paid: [lost(2), back(1, 12)], ledger: [found()] }, ["file 1 2026-05-20 2.00 USD"]],
  [
    "the part that came back",
    { paid: [lost(2), back(2, 30)], ledger: [found(1)] },
    ["file 1 2026-05-20 5.00 USD"],
  ],
  [
    "no units shown: the money tells how many",
    { paid: [lost(2), back(0, 24)], ledger: [found(2)] },
    ["file 2 2026-05-20 4.00 USD"],
  ],
  [
    "too late",
    { paid: [lost(), back(1, 15, { approvalDate: "2026-04-30" })], ledger: [found()] },
    ["expired 1 2026-04-30 5.00 USD"],
  ],
];

describe("reversed-above-original", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(reversedAboveOriginal, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = audited(reversedAboveOriginal, rows);
    expect(told(result)).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it("shows both sums and marks the window as an estimate", () => {
    const [finding] = audited(reversedAboveOriginal, {
      paid: [lost(2), back(2, 30)],
      ledger: [found(1)],
    }).findings;
    expect(finding?.estimated).toBe(true);
    expect(finding?.why).toContain("Per unit 15.00 USD was taken and 10.00 USD had been paid");
    expect(finding?.why).toContain("for 1 of 2 units; the others are a claim of their own");
    expect(finding?.evidence).toHaveLength(2);
  });

  it("is settled by what was paid since under the case of the claim", () => {
    const rows = (amountTotal: number): Rows => ({
      paid: [lost(), back(1, 15), paid("GeneralAdjustment", "2026-06-10", 1, { amountTotal, caseId: "C1" })],
      ledger: [found()],
    });
    const claims = [
      {
        findingId: findingId("reversed-above-original", ["V", "MUG", "X001", "Reimbursement_Reversal", 0]),
        caseId: "C1",
        state: "paid" as const,
        approvedUnits: null,
        approvedAmount: null,
      },
    ];
    const of = (amount: number) =>
      told(runAudits({ ...inputOf(givenOf(rows(amount))), claims }, [reversedAboveOriginal]));
    expect(of(2)).toEqual(["file 1 2026-05-20 3.00 USD"]);
    expect(of(5)).toEqual([]);
  });
});
