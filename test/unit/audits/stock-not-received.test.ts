import { describe, expect, it } from "vitest";
import { stockNotReceived } from "../../../src/audits/stock-not-received.ts";
import {
  adjusted,
  audited,
  COST,
  paidInStock,
  type Row,
  type Rows,
  received,
  takenBack,
  told,
} from "./build.ts";

const given = (units = 2, more: Row = {}) =>
  paidInStock("Lost_Warehouse", "2026-05-10", units, { reimbursementId: "R1", ...more });
const into = (date: string, units = 2, more: Row = {}) => adjusted("N", date, units, more);

const valid: [string, Rows][] = [
  ["transferred in", { paid: [given()], ledger: [into("2026-05-20")] }],
  ["on the last day", { paid: [given()], ledger: [into("2026-06-09")] }],
  ["booked before it was approved", { paid: [given()], ledger: [into("2026-04-10")] }],
  [
    "transferred in, and already reconciled",
    { paid: [given()], ledger: [into("2026-05-20", 2, { unreconciled: 0 })] },
  ],
  ["in two parts", { paid: [given()], ledger: [into("2026-05-12", 1), into("2026-05-30", 1)] }],
  ["received instead", { paid: [given()], ledger: [received("FBAXX", "2026-05-20", 2)] }],
  [
    "the lost shipment came after all",
    {
      paid: [given(2, { reason: "Lost_Inbound" })],
      contents: [{ shipmentId: "FBA1", packList: "1 of 1", fnsku: "X001", merchantSku: "MUG", shipped: 2 }],
      ledger: [received("FBA1", "2026-05-20", 2)],
    },
  ],
  ["by MSKU", { paid: [given(2, { fnsku: "", asin: "" })], ledger: [into("2026-05-20")] }],
  ["in cash", { paid: [given(2, { quantityReimbursedCash: 2, quantityReimbursedInventory: 0 })] }],
  ["taken back again", { paid: [given(), takenBack("R1", "2026-05-30", 2)] }],
  ["after the as-of day", { paid: [given(2, { approvalDate: "2026-07-01" })] }],
];

const invalid: [string, Rows, string[]][] = [
  ["nothing came", { paid: [given()], costs: [COST] }, ["file 2 2026-05-10 8.40 USD"]],
  [
    "one of two came",
    { paid: [given()], ledger: [into("2026-05-20", 1)], costs: [COST] },
    ["file 1 2026-05-10 4.20 USD"],
  ],
  ["a day too late", { paid: [given()], ledger: [into("2026-06-10")] }, ["file 2 2026-05-10"]],
  ["too long before", { paid: [given()], ledger: [into("2026-04-09")] }, ["file 2 2026-05-10"]],
  [
    "a find is no transfer",
    { paid: [given()], ledger: [adjusted("F", "2026-05-20", 2)] },
    ["file 2 2026-05-10"],
  ],
  [
    "transferred in and taken out again",
    { paid: [given()], ledger: [into("2026-05-20"), adjusted("O", "2026-05-25", -2)] },
    ["file 2 2026-05-10"],
  ],
  [
    "units of another item",
    { paid: [given()], ledger: [into("2026-05-20", 2, { fnsku: "X002" })] },
    ["file 2 2026-05-10"],
  ],
  [
    "units that are another payment",
    {
      paid: [given(), given(2, { reimbursementId: "R2", approvalDate: "2026-05-12" })],
      ledger: [into("2026-05-20")],
    },
    ["file 2 2026-05-12"],
  ],
  [
    "the seller's own shipment",
    {
      paid: [given()],
      contents: [{ shipmentId: "FBA1", packList: "1 of 1", fnsku: "X001", merchantSku: "MUG", shipped: 2 }],
      ledger: [received("FBA1", "2026-05-20", 2)],
    },
    ["file 2 2026-05-10"],
  ],
  [
    "a receipt below zero",
    { paid: [given()], ledger: [received("FBAXX", "2026-05-20", -2)] },
    ["file 2 2026-05-10"],
  ],
  [
    "only the units in stock of a mixed payment",
    { paid: [given(3, { quantityReimbursedCash: 1, quantityReimbursedInventory: 2, amountTotal: 4.2 })] },
    ["file 2 2026-05-10"],
  ],
  [
    "for a customer order",
    { paid: [given(1, { reason: "CustomerReturn", amazonOrderId: "111-1111111-1111111" })] },
    ["file 1 2026-05-10"],
  ],
  ["a day is still to come", { paid: [given(2, { approvalDate: "2026-06-01" })] }, ["wait 2 2026-06-01"]],
  ["the first day", { paid: [given(2, { approvalDate: "2026-05-31" })] }, ["file 2 2026-05-31"]],
  [
    "a year ago: it has no last day",
    { paid: [given(2, { approvalDate: "2025-07-10" })] },
    ["file 2 2025-07-10"],
  ],
];

describe("stock-not-received", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(audited(stockNotReceived, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = audited(stockNotReceived, rows);
    expect(told(result)).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it("has no last day, and says when it may still come", () => {
    const [late] = audited(stockNotReceived, { paid: [given()] }).findings;
    expect(late).toMatchObject({ deadline: null, referenceId: "R1" });
    expect(late?.todo).toContain("There is no published last day");
    const [early] = audited(stockNotReceived, { paid: [given(2, { approvalDate: "2026-06-20" })] }).findings;
    expect(early?.todo).toContain("up to 2026-07-20");
  });

  it("cannot tell where the ledger does not cover the days", () => {
    const periods = { "ledger-detail": { from: "2026-05-01", to: "2026-06-30" } };
    const result = audited(stockNotReceived, { paid: [given()], given: { periods } });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ needs: [{ report: "ledger-detail" }] }]);
  });
});
