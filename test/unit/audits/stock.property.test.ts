/** Properties of the audits of stock and payments, over random accounts in which losses, finds and payments contend. */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditInput } from "../../../src/audits/audit.ts";
import { disposedWithoutRequest } from "../../../src/audits/disposed-without-request.ts";
import type { Finding } from "../../../src/audits/finding.ts";
import { inboundReceiptReversed } from "../../../src/audits/inbound-receipt-reversed.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { takenBackAfterReceipt } from "../../../src/audits/taken-back-after-receipt.ts";
import { transferLost } from "../../../src/audits/transfer-lost.ts";
import { underpaid } from "../../../src/audits/underpaid.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import type { Table } from "../../../src/reports/definition.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, paid, type Row, received } from "./build.ts";

const AUDITS = [
  warehouseLost,
  warehouseDamaged,
  disposedWithoutRequest,
  transferLost,
  takenBackAfterReceipt,
  inboundReceiptReversed,
  inboundShort,
  underpaid,
  reversedWithoutReturn,
];
const ITEMS = [1, 2, 3];
const numbers = (item: number) => ({ fnsku: `X00${item}`, asin: `B00${item}`, msku: `SKU${item}` });
const START = day("2026-01-10");

const when = fc.integer({ min: 0, max: 160 }).map((n) => formatDay((START + n) as never));
const item = fc.constantFrom(...ITEMS);
const few = fc.integer({ min: 1, max: 3 });

const lossRow = fc
  .record({
    item,
    when,
    units: few,
    open: fc.integer({ min: 0, max: 3 }),
    code: fc.constantFrom("M", "5", "E", "6", "H", "O", "Q", "D", "G"),
    disposition: fc.constantFrom("SELLABLE", "SELLABLE", "SELLABLE", "WAREHOUSE_DAMAGED", "DEFECTIVE"),
    fulfillmentCenter: fc.constantFrom("ONT8", "LGB3"),
  })
  .map(({ item: n, when: on, units, open, code, disposition, fulfillmentCenter }) =>
    adjusted(code, on, -units, {
      ...numbers(n),
      disposition,
      fulfillmentCenter,
      unreconciled: Math.min(open, units),
    }),
  );
const findRow = fc
  .record({
    item,
    when,
    units: few,
    open: fc.integer({ min: 0, max: 3 }),
    code: fc.constantFrom("F", "N", "P"),
  })
  .map(({ item: n, when: on, units, open, code }) =>
    adjusted(code, on, units, { ...numbers(n), unreconciled: Math.min(open, units) }),
  );
const receiptRow = fc
  .record({ item, when, units: fc.integer({ min: -2, max: 9 }), shipment: fc.constantFrom(1, 2) })
  .map(({ item: n, when: on, units, shipment }) =>
    received(`FBA${n}${shipment}`, on, units === 0 ? 1 : units, numbers(n)),
  );
const paymentRow = fc
  .record({
    id: fc.integer({ min: 1, max: 6 }),
    item,
    when,
    units: few,
    reason: fc.constantFrom(
      "Lost_Warehouse",
      "Damaged_Warehouse",
      "Lost_Inbound",
      "Damaged_Inbound",
      "GeneralAdjustment",
      "Reimbursement_Reversal",
    ),
    stock: fc.boolean(),
    cents: fc.integer({ min: 100, max: 500 }),
  })
  .map(({ id, item: n, when: on, units, reason, stock, cents }) => {
    const { fnsku, asin, msku } = numbers(n);
    const back = reason === "Reimbursement_Reversal";
    return paid(reason, on, back ? -units : units, {
      reimbursementId: `${back ? "V" : "P"}${n}${id}`,
      fnsku,
      asin,
      sku: msku,
      amountTotal: ((back ? -1 : 1) * units * (stock && !back ? 0 : cents)) / 100,
      ...(back ? { originalReimbursementId: `P${n}${id}` } : {}),
      ...(stock && !back ? { quantityReimbursedCash: 0, quantityReimbursedInventory: units } : {}),
    });
  });
const transferRow = fc
  .record({ item, when, units: fc.integer({ min: -3, max: 3 }) })
  .map(({ item: n, when: on, units }) =>
    adjusted("", on, units === 0 ? -1 : units, { ...numbers(n), eventType: "WhseTransfers" }),
  );
const removalRow = fc
  .record({
    id: fc.integer({ min: 1, max: 3 }),
    item,
    when,
    units: few,
    sellable: fc.boolean(),
    updated: when,
  })
  .map(({ id, item: n, when: on, units, sellable, updated }): Row => {
    const { fnsku, msku } = numbers(n);
    return {
      orderId: `REM${n}${id}`,
      requestDate: on,
      lastUpdatedDate: updated,
      fnsku,
      sku: msku,
      disposition: sellable ? "Sellable" : "Unsellable",
      disposedQuantity: units,
      currency: "USD",
    };
  });
const contents: Row[] = ITEMS.flatMap((n) =>
  [1, 2].map((shipment) => {
    const { fnsku, asin, msku } = numbers(n);
    return {
      shipmentId: `FBA${n}${shipment}`,
      packList: "1 of 1",
      fnsku,
      asin,
      merchantSku: msku,
      shipped: 12,
    };
  }),
);
const queue: Row[] = contents.map((row, i) => ({
  shipmentId: row["shipmentId"] ?? "",
  created: formatDay((START + i * 20) as never),
  status: "Closed",
}));

const accounts = fc.record({
  ledger: fc.array(fc.oneof(lossRow, lossRow, findRow, receiptRow, transferRow), { maxLength: 28 }),
  paid: fc.array(paymentRow, { maxLength: 10 }),
  removals: fc.array(removalRow, { maxLength: 4 }),
});
type AccountRows = { ledger: Row[]; paid: Row[]; removals: Row[] };

/** Lines are fixed here, so that a row keeps its line wherever it is moved. */
function input({ ledger, paid: payments, removals }: AccountRows, of: readonly number[] = ITEMS): AuditInput {
  const numbered = (rows: Row[]): Row[] => rows.map((row, i): Row => ({ ...row, line: i + 2 }));
  const mine = (row: Row) => of.some((n) => Object.values(numbers(n)).includes(String(row["fnsku"])));
  const ships = (row: Row) => of.some((n) => String(row["shipmentId"]).startsWith(`FBA${n}`));
  return inputOf({
    asOf: "2026-06-30",
    reports: {
      "ledger-detail": numbered(ledger).filter(mine),
      reimbursements: numbered(payments).filter(mine),
      "removal-orders": numbered(removals).filter(mine),
      "inbound-contents": numbered(contents).filter(ships),
      "inbound-shipments": queue.filter(ships),
      costs: ITEMS.map((n) => ({ msku: `SKU${n}`, unitCost: 4, currency: "USD" })),
    },
  });
}

const findingsOf = (given: AuditInput): readonly Finding[] => runAudits(given, AUDITS).findings;

function permuted(table: Table, order: readonly number[]): Table {
  const pick = <T>(list: readonly T[]): T[] => order.flatMap((i) => list.slice(i, i + 1));
  const columns = Object.fromEntries(
    Object.entries(table.columns).map(([field, cells]) => [field, pick(cells)]),
  );
  return {
    report: table.report,
    length: order.length,
    columns,
    lines: pick(table.lines),
    importedFor: pick(table.importedFor),
  };
}

describe("the audits of stock and payments", () => {
  it("find the same, under the same ids, whatever the order of rows and however tables are split", () => {
    fc.assert(
      fc.property(accounts, fc.infiniteStream(fc.nat()), (given, dice) => {
        const whole = input(given);
        const tables = whole.tables.flatMap((table) => {
          const order = [...table.lines.keys()]
            .map((i) => ({ i, at: dice.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ i }) => i);
          const cut = (dice.next().value ?? 0) % (order.length + 1);
          return [permuted(table, order.slice(cut)), permuted(table, order.slice(0, cut))];
        });
        expect(findingsOf({ ...whole, tables })).toEqual(findingsOf(whole));
      }),
      { numRuns: 150 },
    );
  });

  it("find in the parts of an account, split by item, what they find in the whole", () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const parts = ITEMS.flatMap((n) => findingsOf(input(given, [n])));
        const whole = findingsOf(input(given));
        const ids = (findings: readonly Finding[]) => findings.map((f) => f.id).sort();
        expect(ids(parts)).toEqual(ids(whole));
        const byId = new Map(whole.map((f) => [f.id, f]));
        for (const finding of parts) expect(finding).toEqual(byId.get(finding.id));
      }),
      { numRuns: 150 },
    );
  });

  it("never claim more units than were lost, less those paid, and never an id twice", () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const findings = findingsOf(input(given));
        expect(new Set(findings.map((f) => f.id)).size).toBe(findings.length);
        for (const n of ITEMS) {
          const { fnsku } = numbers(n);
          const claimed = (audit: string) =>
            findings
              .filter((f) => f.audit === audit && f.fnsku === fnsku && f.state !== "info")
              .reduce((sum, f) => sum + (f.quantity ?? 0), 0);
          const open = (codes: string[]) =>
            given.ledger
              .filter((row) => row["fnsku"] === fnsku && codes.includes(String(row["reason"])))
              .reduce((sum, row) => sum + Number(row["unreconciledQuantity"]), 0);
          const back = given.paid
            .filter((row) => row["fnsku"] === fnsku && row["reason"] === "Reimbursement_Reversal")
            .reduce((sum, row) => sum + Math.abs(Number(row["quantityReimbursedCash"])), 0);
          expect(claimed("warehouse-lost")).toBeLessThanOrEqual(open(["M", "5"]));
          expect(claimed("warehouse-damaged")).toBeLessThanOrEqual(open(["E", "6"]));
          expect(claimed("inbound-short")).toBeLessThanOrEqual(24);
          expect(claimed("inbound-short") + claimed("inbound-receipt-reversed")).toBeLessThanOrEqual(24);
          expect(claimed("disposed-without-request")).toBeLessThanOrEqual(open(["D", "G"]));
          const departed = given.ledger
            .filter((row) => row["fnsku"] === fnsku && row["eventType"] === "WhseTransfers")
            .reduce((sum, row) => sum + Math.max(0, -Number(row["quantity"])), 0);
          expect(claimed("transfer-lost")).toBeLessThanOrEqual(departed);
          expect(claimed("reversed-without-return")).toBeLessThanOrEqual(back);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("claim all audits together no more units of an item than were lost, damaged, disposed of, short or on their way", () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const findings = findingsOf(input(given));
        for (const n of ITEMS) {
          const { fnsku } = numbers(n);
          const claims = findings.filter(
            (f) => f.family !== "reimbursement" && f.fnsku === fnsku && f.state !== "info",
          );
          const rows = given.ledger.filter((row) => row["fnsku"] === fnsku && Number(row["quantity"]) < 0);
          const units = (of: readonly Row[], field: string) =>
            of.reduce((sum, row) => sum + Math.abs(Number(row[field] ?? 0)), 0);
          const adjustments = rows.filter((row) => row["eventType"] === "Adjustments");
          const moves = rows.filter((row) => row["eventType"] === "WhseTransfers");
          const lost =
            units(
              adjustments.filter((row) => "M5E6DG".includes(String(row["reason"]))),
              "unreconciledQuantity",
            ) +
            units(moves, "quantity") +
            24;
          expect(claims.reduce((sum, f) => sum + (f.quantity ?? 0), 0)).toBeLessThanOrEqual(lost);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("claim a damaged unit once, whether it is lost or disposed of later", () => {
    const damagedStock = fc.record({
      damaged: few,
      lost: few,
      disposed: few,
      days: fc.tuple(few, few),
    });
    fc.assert(
      fc.property(damagedStock, ({ damaged, lost, disposed, days }) => {
        const day = (n: number) => formatDay((START + 60 + n) as never);
        const stock = { ...numbers(1), disposition: "WAREHOUSE_DAMAGED" };
        const findings = findingsOf(
          input({
            ledger: [
              adjusted("E", day(0), -damaged, numbers(1)),
              adjusted("M", day(days[0]), -lost, stock),
              adjusted("D", day(days[1]), -disposed, stock),
            ],
            paid: [],
            removals: [],
          }),
        );
        const units = (state: (f: Finding) => boolean) =>
          findings
            .filter((f) => f.family === "inventory" && state(f))
            .reduce((sum, f) => sum + (f.quantity ?? 0), 0);
        expect(units((f) => f.state !== "info")).toBe(damaged);
        expect(units((f) => f.state === "info")).toBe(Math.max(0, lost + disposed - damaged));
      }),
    );
  });

  it("claim no more when Amazon pays one unit more", () => {
    fc.assert(
      fc.property(accounts, item, (given, n) => {
        const { fnsku, asin, msku } = numbers(n);
        const more = paid("Lost_Warehouse", "2026-06-25", 1, {
          reimbursementId: "PX",
          fnsku,
          asin,
          sku: msku,
        });
        const claimed = (rows: AccountRows) =>
          findingsOf(input(rows))
            .filter((f) => f.audit === "warehouse-lost" && f.state !== "info")
            .reduce((sum, f) => sum + (f.quantity ?? 0), 0);
        expect(claimed({ ...given, paid: [...given.paid, more] })).toBeLessThanOrEqual(claimed(given));
      }),
      { numRuns: 100 },
    );
  });
});
