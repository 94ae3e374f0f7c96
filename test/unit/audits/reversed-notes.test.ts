/** What is said of payments taken back without a return, and of a recovery service's bill, and which rows are named. */
import { describe, expect, it } from "vitest";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { serviceBillWrong } from "../../../src/audits/service-bill-wrong.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, audited, paid, paidInStock, type Row, type Rows, takenBack } from "./build.ts";

const ORDER = "111-1111111-1111111";
const original = (n = 2, more: Row = {}) => ({
  ...paid("Lost_Warehouse", "2026-03-01", n, { reimbursementId: "P", ...more }),
  line: 4,
});
const back = (n = 2, more: Row = {}) => ({
  ...takenBack("P", "2026-05-20", n, { reimbursementId: "V", ...more }),
  line: 7,
});
const only = (rows: Rows) => {
  const { findings } = audited(reversedWithoutReturn, rows);
  expect(findings).toHaveLength(1);
  return findings[0];
};
const lines = (rows: Rows) => only(rows)?.evidence.map(({ report, line }) => `${report} ${line}`);

describe("a payment taken back", () => {
  it("names what it had been paid for, as far as that is known, and both rows", () => {
    const known = { paid: [original(), back()] };
    expect(only(known)?.what).toContain("paid on 2026-03-01 as Lost_Warehouse (reimbursement P)");
    expect(lines(known)).toEqual(["reimbursements 7", "reimbursements 4"]);
    const type = { originalReimbursementType: "Lost_Warehouse" };
    const named = { paid: [back(2, type)] };
    expect(only(named)?.what).toContain(", paid as reimbursement P");
    expect(lines(named)).toEqual(["reimbursements 7"]);
    expect(only({ paid: [back(2, { ...type, originalReimbursementId: "" })] })?.what).not.toContain(
      "paid as",
    );
  });

  it("for an order names the order and looks for its return", () => {
    const rows = { paid: [original(1, { reason: "CustomerReturn", amazonOrderId: ORDER }), back(1)] };
    expect(only(rows)).toMatchObject({ orderId: ORDER });
    expect(only(rows)?.what).toContain(`(reimbursement P, order ${ORDER})`);
    expect(only(rows)?.why).toContain(`no return of order ${ORDER}`);
  });

  it("says which units of the ledger were looked for", () => {
    expect(only({ paid: [original(), back()] })?.why).toContain("(ledger codes F, N) within 30 days");
    const inbound = { paid: [original(2, { reason: "Lost_Inbound" }), back()] };
    expect(only(inbound)?.why).toContain("(ledger receipts, code N) within 30 days");
  });

  it("says whether stock was given back, and how much of it nothing explains", () => {
    const bare = only({ paid: [original(), back()] });
    expect(bare?.why).toContain("shows no unit put back into stock");
    expect(bare?.why).toContain("Here it did not");
    expect(bare?.basis).toBe("The money taken back.");
    const stock = only({ paid: [original(), back(2, { quantityReimbursedInventory: -2 })] });
    expect(stock?.why).toContain("2 units went back into stock");
    const part = only({ paid: [original(), back()], ledger: [adjusted("F", "2026-05-10", 1)] });
    expect(part).toMatchObject({
      quantity: 1,
      amount: { minor: 420 },
      basis: "The money taken back, for 1 of 2 units.",
    });
    expect(part?.why).toContain("Here 1 of 2 units did not");
  });

  it("has no value where its row shows no amount", () => {
    const none = only({ paid: [original(), back(2, { amountTotal: null })] });
    expect(none).toMatchObject({
      amount: null,
      basis: "Not valued: the row shows no amount or no currency.",
    });
    expect(none?.what).toContain("took back money for 2 units");
  });

  it("for a reason no unit explains is only mentioned, with that reason", () => {
    const other = only({ paid: [original(2, { reason: "GeneralAdjustment" }), back()] });
    expect(other).toMatchObject({ state: "info", quantity: 2 });
    expect(other?.why).toContain("(GeneralAdjustment)");
    const byType = only({ paid: [back(2, { originalReimbursementType: "GeneralAdjustment" })] });
    expect(byType?.why).toContain("(GeneralAdjustment)");
  });

  it("for nobody knows what is left out, named, and asked for up to the last of them", () => {
    const unknown = (id: string, approvalDate: string) =>
      takenBack("X", approvalDate, 1, { reimbursementId: id });
    const { findings, cannotTell } = audited(reversedWithoutReturn, {
      paid: [unknown("V2", "2026-05-25"), unknown("V1", "2026-05-20")],
    });
    expect(findings).toEqual([]);
    expect(cannotTell).toMatchObject([{ needs: [{ report: "reimbursements", from: null, to: 20598 }] }]);
    expect(cannotTell[0]?.reason).toContain("2 reversals left out (V1 and V2)");
  });

  it("is not judged where what would explain it is not covered", () => {
    const left = (rows: Rows, report: string, from: string) => {
      const result = audited(reversedWithoutReturn, {
        ...rows,
        given: { periods: { [report]: { from, to: "2026-06-30" } } },
      });
      return [result.findings.length, result.cannotTell.length];
    };
    const warehouse = { paid: [original(), back()] };
    expect(left(warehouse, "ledger-detail", "2026-04-20")).toEqual([1, 0]);
    expect(left(warehouse, "ledger-detail", "2026-04-21")).toEqual([0, 1]);
    const order = { paid: [original(1, { reason: "CustomerReturn", amazonOrderId: ORDER }), back(1)] };
    expect(left(order, "customer-returns", "2026-03-01")).toEqual([1, 0]);
    expect(left(order, "customer-returns", "2026-03-02")).toEqual([0, 1]);
  });
});

describe("a service's bill", () => {
  const bill = (more: Row = {}): Row => ({
    provider: "Recoup Ltd",
    statementDate: "2026-06-01",
    caseId: "C1",
    reimbursementId: "",
    amountRecovered: 8.4,
    fee: 2.1,
    currency: "USD",
    line: 3,
    ...more,
  });
  const pay = (more: Row = {}) => ({
    ...paid("Lost_Warehouse", "2026-05-20", 2, { caseId: "C1", reimbursementId: "R1", ...more }),
    line: 5,
  });
  const questioned = (bills: readonly Row[], payments: readonly Row[]) =>
    runAudits(
      inputOf({ asOf: "2026-06-30", reports: { "service-bills": bills, reimbursements: payments } }),
      [serviceBillWrong],
    ).findings;

  it("is named by its service, statement, case or payment, and the rows it rests on", () => {
    const [taken] = questioned([bill()], [pay(), takenBack("R1", "2026-06-10", 1, { reimbursementId: "V" })]);
    expect(taken).toMatchObject({ quantity: 2, msku: "MUG", marketplace: "US", referenceId: "C1" });
    expect(taken?.what).toBe("Recoup Ltd billed 2.10 USD on the statement of 2026-06-01 for case C1.");
    expect(taken?.why).toContain("taken 1 of 2 units back again (reversal V of 2026-06-10)");
    expect(taken?.evidence).toEqual([
      { report: "service-bills", line: 3 },
      { report: "reimbursements", line: 5 },
    ]);
    const [bare] = questioned(
      [bill({ provider: "", statementDate: null, caseId: "", reimbursementId: "R9", fee: null })],
      [],
    );
    expect(bare).toMatchObject({ quantity: null, amount: null, msku: null, referenceId: "R9" });
    expect(bare?.what).toBe("The service billed a fee for reimbursement R9.");
    expect(bare?.basis).toBe("Not valued: the line shows no fee or no currency.");
    expect(questioned([bill({ caseId: "C9", currency: "" })], [])[0]?.amount).toBeNull();
    expect(questioned([bill({ caseId: "C9", fee: -2.1 })], [])[0]?.amount).toMatchObject({ minor: 210 });
  });

  it("is in order where any payment of it has a case, or gave money", () => {
    const second = (more: Row) => paid("Lost_Warehouse", "2026-05-21", 1, { reimbursementId: "R1", ...more });
    const byId = [bill({ caseId: "", reimbursementId: "R1" })];
    expect(questioned(byId, [pay({ caseId: "" }), second({ caseId: "C1", sku: "CUP" })])).toEqual([]);
    expect(questioned(byId, [pay({ caseId: "" }), second({ caseId: "", sku: "CUP" })])).toHaveLength(1);
    const stock = paidInStock("Lost_Warehouse", "2026-05-21", 1, { caseId: "C1", reimbursementId: "R2" });
    expect(questioned([bill()], [pay(), stock])).toEqual([]);
    expect(questioned([bill()], [stock])[0]?.why).toContain("R2 gave 1 unit back as stock");
  });

  it("counts what was taken back on the as-of day, and tells two lines apart", () => {
    const taken = takenBack("R1", "2026-06-30", 2);
    expect(questioned([bill()], [pay(), taken])).toHaveLength(1);
    const two = questioned(
      [bill({ caseId: "C8" }), bill({ caseId: "C9" }), bill({ caseId: "C8", provider: "Other" })],
      [],
    );
    expect(new Set(two.map(({ id }) => id)).size).toBe(3);
  });
});
