/** What holds for the audits of refunds and returns on any account. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditInput } from "../../../src/audits/audit.ts";
import type { Finding } from "../../../src/audits/finding.ts";
import { refundAbovePayment } from "../../../src/audits/refund-above-payment.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { refundTooLate } from "../../../src/audits/refund-too-late.ts";
import { replacementNotReturned } from "../../../src/audits/replacement-not-returned.ts";
import { returnedDamagedByAmazon } from "../../../src/audits/returned-damaged-by-amazon.ts";
import { returnedNotRestocked } from "../../../src/audits/returned-not-restocked.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { wrongItemReturned } from "../../../src/audits/wrong-item-returned.ts";
import type { Cell, Table } from "../../../src/reports/definition.ts";
import { addDays, day, formatDay } from "../../../src/values/day.ts";
import { inputOf, type Rows } from "./account-of-rows.ts";
import { refund, reimbursed, type Source, sale, totalRow } from "./orders/money-rows.ts";

const AUDITS = [
  refundNotReturned,
  replacementNotReturned,
  wrongItemReturned,
  returnedDamagedByAmazon,
  returnedNotRestocked,
  refundAbovePayment,
  refundTooLate,
];
const START = day("2026-04-01");
const on = (offset: number) => formatDay(addDays(START, offset));
const orderId = (n: number) => `111-0000000-000000${n}`;
const skuOf = (n: number) => `SKU-${n}`;
const PRICE = 20;

interface Made {
  sales: { order: number; sku: number; units: number; day: number; settlement: number }[];
  refunds: { order: number; sku: number; day: number; cents: number; settlement: number }[];
  returns: { order: number; sku: number; day: number; damaged: boolean; status: boolean; plate: boolean }[];
  restocked: { sku: number; day: number; damaged: boolean }[];
  replaced: { order: number; sku: number; day: number }[];
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
      cents: fc.constantFrom(500, 1000, 2000, 2000, 2300, 4000),
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
  restocked: fc.array(fc.record({ sku: small, day: days, damaged: fc.boolean() }), { maxLength: 4 }),
  replaced: fc.array(fc.record({ order: small, sku: small, day: days }), { maxLength: 2 }),
  payments: fc.array(
    fc.record({
      order: fc.integer({ min: -1, max: 2 }),
      sku: small,
      day: days,
      units: fc.integer({ min: 1, max: 2 }),
      reason: fc.constantFrom("CustomerReturn", "Damaged_Warehouse", "Lost_Warehouse", "Fee_Correction"),
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

/** The same account about other orders and other items. */
function moved(made: Made): Made {
  const to = <T extends { sku: number }>(list: readonly T[]): T[] =>
    list.map((x) => ({
      ...x,
      sku: x.sku + 3,
      ...("order" in x ? { order: otherOrder(Number(x.order)) } : {}),
    }));
  return {
    sales: to(made.sales),
    refunds: to(made.refunds),
    returns: to(made.returns),
    restocked: to(made.restocked),
    replaced: to(made.replaced),
    payments: to(made.payments),
    clawed: to(made.clawed),
  };
}

/** Below zero: a payment that names no order. */
const otherOrder = (order: number) => (order < 0 ? order : order + 3);

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
      "ledger-detail": made.restocked.map((r) => ({
        date: on(r.day),
        msku: skuOf(r.sku),
        asin: `B0${r.sku}`,
        fnsku: `X0${r.sku}`,
        eventType: "CustomerReturns",
        quantity: 1,
        disposition: r.damaged ? "CARRIER_DAMAGED" : "SELLABLE",
        country: "US",
      })),
      orders: made.sales.map((s) => ({
        amazonOrderId: orderId(s.order),
        sku: skuOf(s.sku),
        asin: `B0${s.sku}`,
        quantity: s.units,
        currency: "USD",
        itemPrice: s.units * PRICE,
        purchaseDate: on(s.day),
      })),
      replacements: made.replaced.map((r) => ({
        originalAmazonOrderId: orderId(r.order),
        replacementAmazonOrderId: `${orderId(r.order)}-again`,
        sku: skuOf(r.sku),
        asin: `B0${r.sku}`,
        shipmentDate: on(r.day),
        quantity: 1,
        replacementReasonCode: "2",
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

  it("never create units: claims, returns and payments stay within what went out or came back spoilt", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const found = findingsOf(inputFor(made, () => V2));
        for (const order of [0, 1, 2]) {
          const claimed = (...audits: readonly string[]) =>
            found
              .filter((f) => audits.includes(f.audit) && f.orderId === orderId(order))
              .reduce((sum, f) => sum + (f.quantity ?? 0), 0);
          const of = <T extends { order: number }>(list: readonly T[]) =>
            list.filter((x) => x.order === order);
          const out = [0, 1, 2].reduce((sum, sku) => {
            const money = of(made.refunds).filter((r) => r.sku === sku);
            const bought = of(made.sales).find((s) => s.sku === sku);
            const cents = money.reduce((s, r) => s + r.cents, 0);
            const whole = Math.min(Math.floor(cents / (PRICE * 100)), bought?.units ?? 1);
            const refunded = money.length === 0 ? 0 : bought === undefined ? 1 : whole;
            return sum + Math.max(refunded, of(made.replaced).filter((r) => r.sku === sku).length);
          }, 0);
          const returned = of(made.returns);
          const paid = of(made.payments)
            .filter((p) => p.reason !== "Fee_Correction")
            .reduce((sum, p) => sum + p.units, 0);
          const missing = claimed("refund-not-returned", "replacement-not-returned");
          const damaged = claimed("returned-damaged-by-amazon");
          const cameBack = damaged + claimed("wrong-item-returned", "returned-not-restocked");
          const toInventory = returned.filter((r) => r.status);
          expect(missing).toBeLessThanOrEqual(Math.max(0, out - returned.length));
          expect(damaged).toBeLessThanOrEqual(toInventory.filter((r) => r.damaged).length);
          expect(cameBack).toBeLessThanOrEqual(toInventory.length);
          const owed = Math.max(0, out - returned.length) + toInventory.length;
          expect(missing + cameBack).toBeLessThanOrEqual(Math.max(0, owed - Math.min(paid, owed)));
        }
      }),
    );
  });

  it("never claim a returned unit the ledger has room for", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const vanished = findingsOf(inputFor(made, () => V2))
          .filter((f) => f.audit === "returned-not-restocked")
          .reduce((sum, f) => sum + (f.quantity ?? 0), 0);
        const near = (sku: number, at: number) =>
          made.restocked.some((unit) => unit.sku === sku && Math.abs(unit.day - at) <= 7);
        const sellable = made.returns.filter((r) => r.status && !r.damaged);
        expect(vanished).toBeLessThanOrEqual(sellable.length);
        if (made.returns.length <= 1) {
          expect(vanished).toBeLessThanOrEqual(sellable.filter((r) => !near(r.sku, r.day)).length);
        }
      }),
    );
  });

  it("claim of a refund that was too high the excess and no more", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const found = findingsOf(inputFor(made, () => V2)).filter((f) => f.audit === "refund-above-payment");
        for (const { orderId: order, msku, amount } of found) {
          const same = (x: { order: number; sku: number }) =>
            orderId(x.order) === order && skuOf(x.sku) === msku;
          const bought = made.sales.find(same)?.units ?? 0;
          const back = made.refunds.filter(same).reduce((sum, r) => sum + r.cents, 0);
          expect(bought).toBeGreaterThan(0);
          expect(amount?.minor).toBeGreaterThan(0);
          expect(amount?.minor).toBeLessThanOrEqual(back - bought * PRICE * 100);
        }
      }),
    );
  });

  it("find in two accounts together what they find in each", () => {
    fc.assert(
      fc.property(accounts, accounts, (one, two) => {
        const other = moved(two);
        const apart = [one, other].flatMap((made) => findingsOf(inputFor(made, () => V2)));
        const together = Object.fromEntries(
          (Object.keys(one) as (keyof Made)[]).map((name) => [name, [...one[name], ...other[name]]]),
        ) as unknown as Made;
        // Licence plates and ids of payments are numbered in turn, so only what names no row is compared.
        const core = (findings: readonly Finding[]) =>
          findings
            .map(({ id, state, quantity, amount, eventDate, deadline }) => ({
              id,
              state,
              quantity,
              amount,
              eventDate,
              deadline,
            }))
            .sort((a, b) => (a.id < b.id ? -1 : 1));
        expect(core(findingsOf(inputFor(together, () => V2)))).toEqual(core(apart));
      }),
    );
  });

  it("keep their ids when units and amounts change", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        // Corrections of fees pay for nothing, and still tell the numbers of their items.
        const unpaid = made.payments.map((p) => ({ ...p, reason: "Fee_Correction" as const }));
        const more = { ...made, payments: unpaid, clawed: [] };
        const before = new Set(findingsOf(inputFor(more, () => V2)).map((f) => f.id));
        // A note about a late refund takes the place of its claim once the unit is paid for.
        const after = findingsOf(inputFor(made, () => V2)).filter((f) => f.audit !== "refund-too-late");
        for (const finding of after) expect(before).toContain(finding.id);
      }),
    );
  });
});
