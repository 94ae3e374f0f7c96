/** Properties of the audits of parcels and of payments, over random accounts in which approvals, stock and counts contend. */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditInput } from "../../../src/audits/audit.ts";
import { AUDITS } from "../../../src/audits/catalogue.ts";
import type { Finding } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, paid, type Row } from "./build.ts";
import { counted, parcel } from "./parcels.ts";

const IDS = [
  "removal-lost",
  "removal-short",
  "stock-not-received",
  "not-settled",
  "reversed-without-return",
  "reversed-above-original",
  "underpaid",
  "paid-unevenly",
  "paid-twice",
];
const MINE = AUDITS.filter((audit) => IDS.includes(audit.meta.id));
const ITEMS = [1, 2];
const numbers = (item: number) => ({ fnsku: `X00${item}`, asin: `B00${item}`, msku: `SKU${item}` });
const sold = (item: number) => ({ fnsku: `X00${item}`, asin: `B00${item}`, sku: `SKU${item}` });

const START = day("2026-03-01");
const when = fc.integer({ min: 0, max: 100 }).map((n) => formatDay((START + n) as never));
const item = fc.constantFrom(...ITEMS);
const few = fc.integer({ min: 1, max: 3 });

const ledgerRow = fc
  .record({ item, when, units: few, code: fc.constantFrom("M", "F", "N", "O", "E") })
  .map(({ item: n, when: on, units, code }) =>
    adjusted(code, on, ["F", "N"].includes(code) ? units : -units, numbers(n)),
  );
const paymentRow = fc
  .record({
    id: fc.integer({ min: 1, max: 4 }),
    item,
    when,
    units: few,
    reason: fc.constantFrom(
      "Lost_Warehouse",
      "Damaged_Warehouse",
      "Removal_Order_Lost",
      "Reimbursement_Reversal",
    ),
    stock: fc.boolean(),
    cents: fc.integer({ min: 100, max: 500 }),
  })
  .map(({ id, item: n, when: on, units, reason, stock, cents }) => {
    const back = reason === "Reimbursement_Reversal";
    return paid(reason, on, back ? -units : units, {
      ...sold(n),
      reimbursementId: `${back ? "V" : "P"}${n}${id}`,
      amountTotal: ((back ? -1 : 1) * units * (stock && !back ? 0 : cents)) / 100,
      ...(back ? { originalReimbursementId: `P${n}${id}` } : {}),
      ...(stock && !back ? { quantityReimbursedCash: 0, quantityReimbursedInventory: units } : {}),
    });
  });
const postedRow = fc.record({ item, when, cents: fc.integer({ min: 100, max: 900 }) }).map(
  ({ item: n, when: on, cents }): Row => ({
    settlementId: "1",
    transactionType: "other-transaction",
    amountType: "FBA Inventory Reimbursement",
    amountDescription: "WAREHOUSE_LOST",
    amount: cents / 100,
    postedDate: on,
    sku: `SKU${n}`,
    quantityPurchased: 1,
  }),
);
const parcelRow = fc
  .record({ item, when, units: few, box: fc.integer({ min: 1, max: 3 }) })
  .map(({ item: n, when: on, units, box }) =>
    parcel({
      fnsku: `X00${n}`,
      sku: `SKU${n}`,
      orderId: `RO${n}${box}`,
      trackingNumber: `1Z${n}${box}`,
      shipmentDate: on,
      shippedQuantity: units,
    }),
  );
const countRow = fc
  .record({ item, units: fc.integer({ min: 0, max: 3 }), box: fc.integer({ min: 1, max: 3 }) })
  .map(({ item: n, units, box }) =>
    counted(units, { fnsku: `X00${n}`, removalOrderId: `RO${n}${box}`, trackingNumber: `1Z${n}${box}` }),
  );

const accounts = fc.record({
  "ledger-detail": fc.array(ledgerRow, { maxLength: 12 }),
  reimbursements: fc.array(paymentRow, { maxLength: 10 }),
  settlement: fc.array(postedRow, { maxLength: 8 }),
  "removal-shipments": fc.array(parcelRow, { maxLength: 5 }),
  "removal-receipts": fc.array(countRow, { maxLength: 5 }),
});
type Accounts = Record<string, Row[]>;

const TOTAL: Row = {
  settlementId: "1",
  settlementStartDate: "2026-02-01",
  settlementEndDate: "2026-06-30",
  totalAmount: 0,
  currency: "USD",
};
/** Lines are fixed here, so that a row keeps its line wherever it is moved. */
function numbered(given: Accounts): Accounts {
  return Object.fromEntries(
    Object.entries(given).map(([report, rows]) => [
      report,
      rows.map((row, i): Row => ({ ...row, line: i + 3 })),
    ]),
  );
}
function input(given: Accounts): AuditInput {
  return inputOf({
    asOf: "2026-06-30",
    reports: {
      ...given,
      settlement: [{ ...TOTAL, line: 2 }, ...(given["settlement"] ?? [])],
      "customer-returns": [],
      costs: ITEMS.map((n) => ({ msku: `SKU${n}`, unitCost: 4, currency: "USD" })),
    },
  });
}
const findingsOf = (given: Accounts): readonly Finding[] => runAudits(input(given), MINE).findings;

describe("the audits of parcels and payments", () => {
  it("are all there", () => {
    expect(MINE.map((audit) => audit.meta.id).sort()).toEqual([...IDS].sort());
  });

  it("find the same whatever the order of rows", () => {
    fc.assert(
      fc.property(accounts, fc.infiniteStream(fc.nat()), (rows, dice) => {
        const given = numbered(rows);
        const shuffled = Object.fromEntries(
          Object.entries(given).map(([report, list]) => [
            report,
            list
              .map((row) => ({ row, at: dice.next().value ?? 0 }))
              .sort((a, b) => a.at - b.at)
              .map(({ row }) => row),
          ]),
        );
        expect(findingsOf(shuffled)).toEqual(findingsOf(given));
      }),
      { numRuns: 120 },
    );
  });

  it("find in the parts of an account, split by item, what they find in the whole", () => {
    fc.assert(
      fc.property(accounts, (rows) => {
        const given = numbered(rows);
        const part = (n: number) =>
          Object.fromEntries(
            Object.entries(given).map(([report, list]) => [
              report,
              list.filter(
                (row) =>
                  row["fnsku"] === `X00${n}` || (row["fnsku"] === undefined && row["sku"] === `SKU${n}`),
              ),
            ]),
          );
        const byId = (findings: readonly Finding[]) => [...findings].sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(byId(ITEMS.flatMap((n) => findingsOf(part(n))))).toEqual(byId(findingsOf(given)));
      }),
      { numRuns: 120 },
    );
  });

  it("claim no money and no unit of a payment or parcel twice", () => {
    fc.assert(
      fc.property(accounts, (rows) => {
        const given = numbered(rows);
        const findings = findingsOf(given);
        expect(new Set(findings.map((f) => f.id)).size).toBe(findings.length);
        const claimed = (ids: string[], line: number) =>
          findings
            .filter((f) => ids.includes(f.audit) && f.state !== "info")
            .filter((f) => f.evidence[0]?.report === "reimbursements" && f.evidence[0].line === line);
        const money = (list: readonly Finding[]) => list.reduce((sum, f) => sum + (f.amount?.minor ?? 0), 0);
        for (const row of given["reimbursements"] ?? []) {
          const line = Number(row["line"]);
          const total = Math.round(Math.abs(Number(row["amountTotal"])) * 100);
          expect(money(claimed(["not-settled"], line))).toBeLessThanOrEqual(total);
          expect(
            money(claimed(["reversed-without-return", "reversed-above-original"], line)),
          ).toBeLessThanOrEqual(total);
          for (const finding of claimed(["stock-not-received"], line)) {
            expect(finding.quantity).toBeLessThanOrEqual(Number(row["quantityReimbursedInventory"]));
          }
        }
        const shipped = (given["removal-shipments"] ?? []).reduce(
          (sum, r) => sum + Number(r["shippedQuantity"]),
          0,
        );
        const parcels = findings.filter((f) => f.family === "removal");
        expect(parcels.reduce((sum, f) => sum + (f.quantity ?? 0), 0)).toBeLessThanOrEqual(shipped);
        expect(new Set(parcels.map((f) => `${f.orderId} ${f.fnsku}`)).size).toBe(parcels.length);
      }),
      { numRuns: 120 },
    );
  });
});
