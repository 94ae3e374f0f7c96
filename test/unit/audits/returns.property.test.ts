/** What holds for the audits of refunds and returns on any account. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditInput } from "../../../src/audits/audit.ts";
import type { Finding } from "../../../src/audits/finding.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { returnedDamagedByAmazon } from "../../../src/audits/returned-damaged-by-amazon.ts";
import { runAudits } from "../../../src/audits/run.ts";
import type { Cell, Table } from "../../../src/reports/definition.ts";
import { addDays, day, formatDay } from "../../../src/values/day.ts";
import { inputOf, type Rows } from "./account-of-rows.ts";
import { refund, reimbursed, type Source, sale, totalRow } from "./orders/money-rows.ts";

const AUDITS = [refundNotReturned, returnedDamagedByAmazon];
const START = day("2026-04-01");
const on = (offset: number) => formatDay(addDays(START, offset));
const orderId = (n: number) => `111-0000000-000000${n}`;
const skuOf = (n: number) => `SKU-${n}`;
const PRICE = 20;

interface Made {
  sales: { order: number; sku: number; units: number; day: number; settlement: number }[];
  refunds: { order: number; sku: number; day: number; cents: number; settlement: number }[];
  returns: { order: number; sku: number; day: number; damaged: boolean; status: boolean; plate: boolean }[];
  payments: { order: number; sku: number; day: number; units: number; reason: string }[];
  clawed: { order: number; sku: number; units: number; settlement: number }[];
}

const small = fc.integer({ min: 0, max: 2 });
const days = fc.integer({ min: 0, max: 200 });
const settlementOf = fc.integer({ min: 1, max: 3 });

const accounts: fc.Arbitrary<Made> = fc.record({
  sales: fc.uniqueArray(
    fc.record({
      order: small,
      sku: small,
      units: fc.integer({ min: 1, max: 3 }),
      day: days,
      settlement: settlementOf,
    }),
    { maxLength: 6, selector: (s) => `${s.order} ${s.sku}` },
  ),
  refunds: fc.array(
    fc.record({
      order: small,
      sku: small,
      day: days,
      cents: fc.constantFrom(500, 1000, 2000, 2000, 4000),
      settlement: settlementOf,
    }),
    { maxLength: 6 },
  ),
  returns: fc.array(
    fc.record({
      order: small,
      sku: small,
      day: days,
      damaged: fc.boolean(),
      status: fc.boolean(),
      plate: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
  payments: fc.array(
    fc.record({
      order: fc.integer({ min: -1, max: 2 }),
      sku: small,
      day: days,
      units: fc.integer({ min: 1, max: 2 }),
      reason: fc.constantFrom("CustomerReturn", "Damaged_Warehouse", "Fee_Correction"),
    }),
    { maxLength: 3 },
  ),
  clawed: fc.array(
    fc.record({
      order: small,
      sku: small,
      units: fc.integer({ min: -1, max: 2 }).filter((n) => n !== 0),
      settlement: settlementOf,
    }),
    { maxLength: 2 },
  ),
});

/** The account with each settlement printed by the given files. */
function inputFor(made: Made, filesOf: (settlement: number) => readonly Source[]): AuditInput {
  const reports: Record<Source, Rows[number][]> = { settlement: [], "settlement-v1": [], transactions: [] };
  for (const settlement of [1, 2, 3]) {
    for (const source of filesOf(settlement)) reports[source].push(...settled(made, settlement, source));
  }
  const used = Object.fromEntries(Object.entries(reports).filter(([, rows]) => rows.length > 0));
  return inputOf({
    from: "2025-01-01",
    to: "2026-11-20",
    reports: {
      settlement: [],
      ...used,
      "customer-returns": made.returns.map((r, i) => ({
        orderId: orderId(r.order),
        sku: skuOf(r.sku),
        asin: `B0${r.sku}`,
        fnsku: `X0${r.sku}`,
        returnDate: on(r.day),
        quantity: 1,
        detailedDisposition: r.damaged ? "CARRIER_DAMAGED" : "SELLABLE",
        status: r.status ? "Unit returned to inventory" : "Reimbursed",
        licensePlateNumber: r.plate ? `LPN${i}` : "",
      })),
      reimbursements: made.payments.map((p, i) => ({
        approvalDate: on(p.day),
        reimbursementId: `R${i}`,
        amazonOrderId: p.order < 0 ? "" : orderId(p.order),
        reason: p.reason,
        sku: skuOf(p.sku),
        fnsku: `X0${p.sku}`,
        asin: `B0${p.sku}`,
        currencyUnit: "USD",
        amountTotal: 10 * p.units,
        quantityReimbursedCash: p.units,
        quantityReimbursedInventory: 0,
        quantityReimbursedTotal: p.units,
      })),
    },
  });
}

function settled(made: Made, settlement: number, source: Source): Rows {
  const settlementId = String(settlement);
  const here = <T extends { settlement: number }>(list: readonly T[]) =>
    list.filter((x) => x.settlement === settlement);
  return [
    ...totalRow(source, settlementId),
    ...here(made.sales).flatMap((s) =>
      sale(source, {
        settlementId,
        order: orderId(s.order),
        sku: skuOf(s.sku),
        units: s.units,
        price: PRICE,
        day: on(s.day),
      }),
    ),
    ...here(made.refunds).flatMap((r) =>
      refund(source, {
        settlementId,
        order: orderId(r.order),
        sku: skuOf(r.sku),
        units: Math.ceil(r.cents / 100 / PRICE),
        principal: r.cents / 100,
        day: on(r.day),
      }),
    ),
    ...here(made.clawed).flatMap((c) =>
      reimbursed(source, {
        settlementId,
        order: orderId(c.order),
        sku: skuOf(c.sku),
        units: Math.abs(c.units),
        amount: 10 * c.units,
        code: c.units > 0 ? "REVERSAL_REIMBURSEMENT" : "COMPENSATED_CLAWBACK",
        day: on(100),
      }),
    ),
  ];
}

const V2: readonly Source[] = ["settlement"];
const findingsOf = (input: AuditInput) => runAudits(input, AUDITS).findings;
/** What a claim asks for, without the lines it stands on. */
const claims = (findings: readonly Finding[]) =>
  findings.map(({ evidence, why, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1));

function shuffled(input: AuditInput, seed: readonly number[]): AuditInput {
  let n = 0;
  const next = () => seed[n++ % seed.length] ?? 0;
  const order = <T>(list: readonly T[]) =>
    list
      .map((value) => ({ value, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ value }) => value);
  const tables = order(input.tables).map((table): Table => {
    const rows = order([...Array(table.length).keys()]);
    const pick = <T>(column: readonly T[]) => rows.map((i) => column[i] as T);
    const columns: Record<string, readonly Cell[]> = {};
    for (const [field, column] of Object.entries(table.columns)) columns[field] = pick(column);
    return { ...table, columns, lines: pick(table.lines), importedFor: pick(table.importedFor) };
  });
  return { ...input, tables, imports: order(input.imports) };
}

const someOf = (sources: readonly Source[]) => fc.subarray([...sources], { minLength: 1 });
const anyFiles = someOf(["settlement", "settlement-v1", "transactions"]);

describe("audits of refunds and returns, on any account", () => {
  it("find the same whatever the order of rows and files", () => {
    fc.assert(
      fc.property(accounts, fc.array(fc.nat(1000), { minLength: 7, maxLength: 40 }), (made, seed) => {
        const input = inputFor(made, () => V2);
        expect(findingsOf(shuffled(input, seed))).toEqual(findingsOf(input));
      }),
    );
  });

  it("claim the same money once, whichever files describe it", () => {
    fc.assert(
      fc.property(accounts, anyFiles, anyFiles, anyFiles, (made, first, second, third) => {
        const files = [first, second, third];
        // One unit is assumed for a sale nobody knows, unless the payments CSV prints a quantity.
        const known = new Set(made.sales.map((s) => `${s.order} ${s.sku}`));
        const whole = { ...made, refunds: made.refunds.filter((r) => known.has(`${r.order} ${r.sku}`)) };
        const mixed = findingsOf(inputFor(whole, (settlement) => files[settlement - 1] ?? V2));
        expect(claims(mixed)).toEqual(claims(findingsOf(inputFor(whole, () => V2))));
      }),
    );
  });

  it("never create units: claims, returns and payments stay within what was refunded or came back damaged", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const found = findingsOf(inputFor(made, () => V2));
        for (const order of [0, 1, 2]) {
          const claimed = (audit: string) =>
            found
              .filter((f) => f.audit === audit && f.orderId === orderId(order))
              .reduce((sum, f) => sum + (f.quantity ?? 0), 0);
          const of = <T extends { order: number }>(list: readonly T[]) =>
            list.filter((x) => x.order === order);
          const refunded = [0, 1, 2].reduce((sum, sku) => {
            const money = of(made.refunds).filter((r) => r.sku === sku);
            const bought = of(made.sales).find((s) => s.sku === sku);
            const cents = money.reduce((s, r) => s + r.cents, 0);
            if (money.length === 0) return sum;
            return (
              sum + (bought === undefined ? 1 : Math.min(Math.floor(cents / (PRICE * 100)), bought.units))
            );
          }, 0);
          const returned = of(made.returns);
          const paid = of(made.payments)
            .filter((p) => p.reason !== "Fee_Correction")
            .reduce((sum, p) => sum + p.units, 0);
          const missing = claimed("refund-not-returned");
          const damaged = claimed("returned-damaged-by-amazon");
          expect(missing).toBeLessThanOrEqual(Math.max(0, refunded - returned.length));
          const asDamaged = returned.filter((r) => r.damaged && r.status).length;
          expect(damaged).toBeLessThanOrEqual(asDamaged);
          const owed = Math.max(0, refunded - returned.length) + asDamaged;
          expect(missing + damaged).toBeLessThanOrEqual(Math.max(0, owed - Math.min(paid, owed)));
        }
      }),
    );
  });

  it("keep their ids when units and amounts change", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const more = { ...made, payments: [], clawed: [] };
        const before = new Set(findingsOf(inputFor(more, () => V2)).map((f) => f.id));
        for (const finding of findingsOf(inputFor(made, () => V2))) expect(before).toContain(finding.id);
      }),
    );
  });
});
