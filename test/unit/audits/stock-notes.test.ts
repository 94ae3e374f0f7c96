/** Units between warehouses, taken out after receipt, or of unknown reasons: words, rows and borders. */
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/audits/finding.ts";
import { takenBackAfterReceipt } from "../../../src/audits/taken-back-after-receipt.ts";
import { transferLost } from "../../../src/audits/transfer-lost.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { adjusted, audited, paid, paidInStock, type Row, received, told } from "./build.ts";
import { returned } from "./return-rows.ts";

const lines = (finding: Finding | undefined) =>
  finding?.evidence.map(({ report, line }) => `${report} ${line}`);
const moved = (date: string, quantity: number, more: Row = {}) =>
  adjusted("", date, quantity, { eventType: "WhseTransfers", ...more });

describe("transfer-lost", () => {
  const left = { ...moved("2026-03-01", -2), line: 5 };
  const find = (ledger: Row[], payments: Row[] = []) =>
    audited(transferLost, { ledger, paid: payments }).findings;

  it("names its row and the payment that settled some of it", () => {
    const [bare] = find([left]);
    expect(bare?.why).not.toContain("already settled");
    expect(lines(bare)).toEqual(["ledger-detail 5"]);
    const [part] = find([left], [{ ...paid("Lost_Warehouse", "2026-04-01", 1), line: 9 }]);
    expect(part?.quantity).toBe(1);
    expect(part?.why).toContain("; already settled: 1 unit");
    expect(lines(part)).toEqual(["ledger-detail 5", "reimbursements 9"]);
  });

  it("says so where no centre is printed", () => {
    expect(find([left])[0]?.what).toContain("ONT8");
    expect(find([{ ...left, fulfillmentCenter: "" }])[0]?.what).toContain("one of Amazon's warehouses");
  });

  it("of unsellable stock is no claim, and says in which condition it was", () => {
    const [finding] = find([{ ...left, disposition: "CUSTOMER_DAMAGED" }]);
    expect(finding).toMatchObject({ state: "info", quantity: 2, basis: "Not valued: no claim." });
    expect(finding?.why).toContain("CUSTOMER DAMAGED");
    expect(lines(finding)).toEqual(["ledger-detail 5"]);
  });

  it("waits once per item for what is young, from its oldest departure on, as an estimate", () => {
    const young = [
      { ...moved("2026-06-20", -1), line: 8 },
      { ...moved("2026-06-10", -2), line: 6 },
      { ...moved("2026-06-15", -1, { fnsku: "X002", asin: "B002", msku: "CUP" }), line: 7 },
    ];
    const findings = find(young);
    expect(told({ findings } as ReturnType<typeof audited>).sort()).toEqual([
      "wait 1 2026-06-15",
      "wait 3 2026-06-10",
    ]);
    const mug = findings.find(({ fnsku }) => fnsku === "X001");
    expect(mug).toMatchObject({
      estimated: true,
      amount: null,
      referenceId: null,
      basis: "Not valued: nothing is lost yet.",
    });
    expect(lines(mug)).toEqual(["ledger-detail 6", "ledger-detail 8"]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(2);
    // The same wait keeps its id as long as anything of the item is on its way.
    expect(find(young.slice(0, 1))[0]?.id).toBe(mug?.id);
    expect(find([left])[0]?.id).not.toBe(mug?.id);
  });
});

describe("taken-back-after-receipt", () => {
  const receipt = { ...received("FBA1", "2026-04-01", 10), line: 3 };
  const out = (date: string, more: Row = {}) => ({ ...adjusted("O", date, -1, more), line: 8 });
  const find = (ledger: Row[], payments: Row[] = []) =>
    audited(takenBackAfterReceipt, { ledger, paid: payments }).findings;

  it("names the latest receipt before it", () => {
    const later = { ...received("FBA2", "2026-04-20", 5), line: 4 };
    const after = { ...received("FBA3", "2026-05-02", 5), line: 5 };
    const [finding] = find([receipt, later, after, out("2026-05-01")]);
    expect(finding?.what).toContain("11 days after units of it were received on 2026-04-20");
    expect(lines(finding)).toEqual(["ledger-detail 8", "ledger-detail 4"]);
  });

  it("is none after a receipt that was only taken back, or of nothing", () => {
    expect(find([received("FBA1", "2026-04-01", -2), out("2026-05-01")])).toEqual([]);
    expect(find([received("FBA1", "2026-04-01", 0), out("2026-05-01")])).toEqual([]);
  });

  it("says where and under which reference, as far as they are printed", () => {
    const [whole] = find([receipt, out("2026-05-01", { referenceId: "2008" })]);
    expect(whole?.what).toMatch(/at ONT8 .*, reference 2008\)/);
    const [bare] = find([receipt, out("2026-05-01", { fulfillmentCenter: "" })]);
    expect(bare?.what).toContain("at one of Amazon's warehouses");
    expect(bare?.what).not.toContain("reference");
    expect(bare).toMatchObject({ referenceId: null, basis: "Not valued: no claim." });
  });

  it("is explained by stock paid for its own item or SKU, and by no other's or cash", () => {
    const bySku = (more: Row) => paidInStock("Lost_Warehouse", "2026-04-20", 1, { fnsku: "", ...more });
    expect(find([receipt, out("2026-05-01")], [bySku({})])).toEqual([]);
    expect(find([receipt, out("2026-05-01")], [bySku({ sku: "CUP" })])).toHaveLength(1);
    const of = (more: Row) => [paidInStock("Lost_Warehouse", "2026-04-20", 1, more)];
    expect(find([receipt, out("2026-05-01")], of({}))).toEqual([]);
    expect(find([receipt, out("2026-05-01")], of({ fnsku: "X002" }))).toHaveLength(1);
    expect(find([receipt, out("2026-05-01")], [paid("Lost_Warehouse", "2026-04-20", 1)])).toHaveLength(1);
  });

  it("keeps its ids whatever explains some of it", () => {
    const two = { ...adjusted("O", "2026-05-01", -2), line: 8 };
    const [whole, part] = [
      find([receipt, two]),
      find([receipt, two], [paidInStock("Lost_Warehouse", "2026-04-20", 1)]),
    ];
    expect([whole[0]?.quantity, part[0]?.quantity]).toEqual([2, 1]);
    expect(part[0]?.id).toBe(whole[0]?.id);
  });
});

describe("what the ledger leaves unclear", () => {
  it("names reasons nobody knows, each once, in order", () => {
    const ledger = [
      adjusted("ZZ", "2026-05-01", -1),
      adjusted("XX", "2026-05-02", -1),
      adjusted("ZZ", "2026-05-03", -1),
    ];
    const { cannotTell } = audited(warehouseLost, { ledger });
    expect(cannotTell).toMatchObject([{ needs: [] }]);
    expect(cannotTell[0]?.reason).toContain(
      "3 rows of the ledger left out, because nobody knows what the reason means (XX and ZZ).",
    );
  });

  it("leaves damage that returns keep to their own audit, while no refunds are known, as far as it is covered", () => {
    const ledger = [adjusted("6", "2026-05-10", -1, { disposition: "CARRIER_DAMAGED" })];
    const returns = [
      returned({
        sku: "MUG",
        asin: "B001",
        fnsku: "X001",
        returnDate: "2026-05-05",
        detailedDisposition: "CARRIER_DAMAGED",
      }),
    ];
    const of = (more: object = {}) => audited(warehouseDamaged, { ledger, returns, ...more }).cannotTell;
    expect(of()).toMatchObject([
      {
        reason: expect.stringContaining("1 damaged unit not judged here"),
        needs: [{ report: "settlement" }],
      },
    ]);
    expect(of({ settlement: [{ settlementId: "1", currency: "USD", totalAmount: 1 }] })).toEqual([]);
    expect(of({ returns: [] })).toEqual([]);
  });
});
