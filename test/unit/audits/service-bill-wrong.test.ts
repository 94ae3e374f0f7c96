import { describe, expect, it } from "vitest";
import { runAudits } from "../../../src/audits/run.ts";
import { serviceBillWrong } from "../../../src/audits/service-bill-wrong.ts";
import { type Given, inputOf } from "./account-of-rows.ts";
import { paid, paidInStock, type Row, takenBack, told } from "./build.ts";

const bill = (more: Row = {}): Row => ({
  provider: "Recoup Ltd",
  statementDate: "2026-06-01",
  caseId: "C1",
  reimbursementId: "",
  amountRecovered: 8.4,
  fee: 2.1,
  currency: "USD",
  ...more,
});
const pay = (more: Row = {}) =>
  paid("Lost_Warehouse", "2026-05-20", 2, { caseId: "C1", reimbursementId: "R1", ...more });
const audit = (bills: readonly Row[], payments: readonly Row[], more: Partial<Given> = {}) =>
  runAudits(
    inputOf({ asOf: "2026-06-30", reports: { "service-bills": bills, reimbursements: payments }, ...more }),
    [serviceBillWrong],
  );

describe("service-bill-wrong", () => {
  it.each<[string, Row, Row[]]>([
    ["the case was paid", bill(), [pay()]],
    ["named by the reimbursement", bill({ caseId: "", reimbursementId: "R1" }), [pay()]],
    ["some of it in stock", bill(), [pay({ quantityReimbursedCash: 1, quantityReimbursedInventory: 1 })]],
    ["taken back after the as-of day", bill(), [pay(), takenBack("R1", "2026-07-02", 2)]],
    ["a line that names nothing", bill({ caseId: "" }), []],
    ["a statement after the as-of day", bill({ statementDate: "2026-07-02" }), []],
  ])("says nothing: %s", (_, line, payments) => {
    expect(audit([line], payments)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each<[string, Row, Row[], string, string]>([
    ["absent", bill({ caseId: "C9" }), [pay()], "info  2026-06-01 2.10 USD", "no payment under it"],
    [
      "taken back",
      bill(),
      [pay(), takenBack("R1", "2026-06-10", 1)],
      "info 2 2026-06-01 2.10 USD",
      "taken 1 of 2 units back",
    ],
    [
      "paid without a case",
      bill({ reimbursementId: "R1" }),
      [pay({ caseId: "" })],
      "info 2 2026-06-01 2.10 USD",
      "without a case",
    ],
    [
      "paid in stock",
      bill(),
      [paidInStock("Lost_Warehouse", "2026-05-20", 2, { caseId: "C1" })],
      "info 2 2026-06-01 2.10 USD",
      "no money was recovered",
    ],
    [
      "without a day: the as-of day",
      bill({ statementDate: null, caseId: "C9" }),
      [],
      "info  2026-06-30 2.10 USD",
      "no payment",
    ],
    ["without a fee", bill({ fee: null, caseId: "C9" }), [], "info  2026-06-01", "no payment"],
  ])("tells: %s", (_, line, payments, expected, reason) => {
    const result = audit([line], payments);
    expect(told(result)).toEqual([expected]);
    expect(result.findings[0]?.why).toContain(reason);
    expect(result.cannotTell).toEqual([]);
  });

  it("is no claim against Amazon", () => {
    const [finding] = audit([bill({ caseId: "C9" })], []).findings;
    expect(finding).toMatchObject({ state: "info", deadline: null });
    expect(finding?.todo).toContain("no claim against Amazon");
  });

  it("cannot tell that a payment is absent where the reimbursements do not reach back 90 days", () => {
    const periods = { reimbursements: { from: "2026-04-01", to: "2026-06-30" } };
    const result = audit([bill({ caseId: "C9" })], [], { periods });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ needs: [{ report: "reimbursements" }] }]);
    expect(
      audit([bill({ caseId: "C9", statementDate: "2026-06-30" })], [], { periods }).findings,
    ).toHaveLength(1);
  });
});
