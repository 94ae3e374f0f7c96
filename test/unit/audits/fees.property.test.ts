/** What holds for the audits of fees on any account. */

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AuditInput } from "../../../src/audits/audit.ts";
import { feeChargedTwice } from "../../../src/audits/fee-charged-twice.ts";
import type { Finding } from "../../../src/audits/finding.ts";
import { fulfilmentFeeHigh } from "../../../src/audits/fulfilment-fee-high.ts";
import { referralFeeHigh } from "../../../src/audits/referral-fee-high.ts";
import { referralFeeNotCredited } from "../../../src/audits/referral-fee-not-credited.ts";
import { runAudits } from "../../../src/audits/run.ts";
import type { Cell, Table } from "../../../src/reports/definition.ts";
import { addDays, day, formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import type { Row } from "./build.ts";
import { booked, FULFILMENT, MUG, refunded, sold, total } from "./fee-rows.ts";

const AUDITS = [fulfilmentFeeHigh, referralFeeHigh, feeChargedTwice, referralFeeNotCredited];
const on = (offset: number) => formatDay(addDays(day("2026-04-20"), offset));
const orderId = (n: number) => `111-${n}`;
const skuOf = (n: number) => `SKU-${n}`;

interface Made {
  readonly sales: {
    order: number;
    sku: number;
    day: number;
    units: number;
    fee: number;
    commission: number;
  }[];
  /** Fee rows of their own: charged (below 0) or reversed, as so many units of the right fee. */
  readonly rows: { order: number; sku: number; day: number; cents: number; commission: boolean }[];
  readonly refunds: { order: number; sku: number; day: number; cents: number; credit: number }[];
  readonly corrections: { sku: number; day: number; cents: number }[];
}

const small = fc.integer({ min: 0, max: 2 });
const days = fc.integer({ min: 0, max: 100 });

const accounts: fc.Arbitrary<Made> = fc.record({
  sales: fc.array(
    fc.record({
      order: small,
      sku: small,
      day: days,
      units: fc.integer({ min: 1, max: 3 }),
      fee: fc.constantFrom(435, 435, 435, 476, 520),
      commission: fc.constantFrom(300, 300, 340),
    }),
    { maxLength: 8 },
  ),
  rows: fc.array(
    fc.record({
      order: small,
      sku: small,
      day: days,
      cents: fc.constantFrom(-435, -435, -870, -476, -300, 435, 300, 41),
      commission: fc.boolean(),
    }),
    { maxLength: 5 },
  ),
  refunds: fc.array(
    fc.record({
      order: small,
      sku: small,
      day: days,
      cents: fc.constantFrom(500, 2000, 2000, 4000),
      credit: fc.constantFrom(0, 100, 300, 600),
    }),
    { maxLength: 4 },
  ),
  corrections: fc.array(fc.record({ sku: small, day: days, cents: fc.constantFrom(41, 82, 10) }), {
    maxLength: 2,
  }),
});

function linesOf(made: Made): Row[] {
  const of = (one: { order: number; sku: number; day: number }) => ({
    order: orderId(one.order),
    sku: skuOf(one.sku),
    day: on(one.day),
  });
  return [
    total(),
    ...made.sales.flatMap((s) =>
      sold({ ...of(s), units: s.units, fee: s.fee / 100, commission: s.commission / 100 }),
    ),
    ...made.rows.map((r) =>
      booked("ItemFees", r.commission ? "Commission" : FULFILMENT, r.cents / 100, of(r)),
    ),
    ...made.refunds.flatMap((r) =>
      refunded({ ...of(r), principal: r.cents / 100, credit: r.credit / 100, kept: r.credit / 500 }),
    ),
  ];
}

/** The same lines in settlement V1. */
function inV1(line: Row): Row {
  const { amountType, amountDescription, amount, postedDate, ...rest } = line;
  if (amountType === undefined) return line;
  return {
    ...rest,
    postedDate: `${postedDate} 12:00:00`,
    ...(amountType === "ItemPrice"
      ? { priceType: amountDescription ?? "", priceAmount: amount ?? null }
      : { itemRelatedFeeType: amountDescription ?? "", itemRelatedFeeAmount: amount ?? null }),
  };
}

function inputFor(made: Made, v1 = false): AuditInput {
  const lines = linesOf(made);
  return inputOf({
    asOf: "2026-07-25",
    reports: {
      ...(v1 ? { "settlement-v1": lines.map(inV1) } : { settlement: lines }),
      costs: [0, 1, 2].map((n) => ({ ...MUG, msku: skuOf(n), fnsku: "" })),
      reimbursements: made.corrections.map((c, i) => ({
        approvalDate: on(c.day),
        reimbursementId: `R${i}`,
        reason: "Fee_Correction",
        sku: skuOf(c.sku),
        currencyUnit: "USD",
        amountTotal: c.cents / 100,
        quantityReimbursedCash: 1,
      })),
    },
  });
}

function shuffled(input: AuditInput, seed: readonly number[]): AuditInput {
  let n = 0;
  const order = <T>(list: readonly T[]) =>
    list
      .map((value) => ({ value, key: seed[n++ % seed.length] ?? 0 }))
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

const found = (input: AuditInput) => runAudits(input, AUDITS).findings;
const claims = (findings: readonly Finding[]) =>
  findings.map(({ evidence, ...rest }) => rest).sort((a, b) => (a.id < b.id ? -1 : 1));
const only = (made: Made, keep: (one: { sku: number }) => boolean): Made => ({
  sales: made.sales.filter(keep),
  rows: made.rows.filter(keep),
  refunds: made.refunds.filter(keep),
  corrections: made.corrections.filter(keep),
});

describe("audits of fees, on any account", () => {
  it("find the same whatever the order of rows and files", () => {
    fc.assert(
      fc.property(accounts, fc.array(fc.nat(1000), { minLength: 7, maxLength: 40 }), (made, seed) => {
        const input = inputFor(made);
        expect(found(shuffled(input, seed))).toEqual(found(input));
      }),
    );
  });

  it("find the same in both settlement files", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        expect(claims(found(inputFor(made, true)))).toEqual(claims(found(inputFor(made))));
      }),
    );
  });

  it("find in the parts what they find in the whole", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const parts = [0, 1, 2].flatMap((sku) => found(inputFor(only(made, (one) => one.sku === sku))));
        expect(claims(parts)).toEqual(claims(found(inputFor(made))));
      }),
    );
  });

  it("claim no charge twice: all claims stay within what was charged above the right fees", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const findings = found(inputFor({ ...made, refunds: [] }));
        for (const sku of [0, 1, 2]) {
          const { sales, rows } = only(made, (one) => one.sku === sku);
          const claimed = findings
            .filter((f) => f.msku === skuOf(sku))
            .reduce((sum, f) => sum + (f.amount?.minor ?? 0), 0);
          const charged = sales.reduce((sum, s) => sum + s.units * (s.fee + s.commission), 0);
          const moved = rows.reduce((sum, r) => sum + Math.max(0, -r.cents), 0);
          const right = sales.reduce((sum, s) => sum + s.units * 300, 0);
          expect(claimed).toBeLessThanOrEqual(Math.max(0, charged + moved - right));
        }
      }),
    );
  });

  it("claim a row charged twice in no other audit", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const findings = found(inputFor({ ...made, refunds: [], corrections: [] }));
        const twice = findings.filter((f) => f.audit === "fee-charged-twice");
        const high = findings.filter((f) => f.audit.endsWith("-high"));
        const elsewhere = new Set(high.flatMap((f) => f.evidence.map(({ line }) => line)));
        const lines = new Set(twice.flatMap((f) => f.evidence.map(({ line }) => line)));
        const free = [...lines].filter((line) => !elsewhere.has(line));
        expect(free.length).toBeGreaterThanOrEqual(twice.length);
      }),
    );
  });

  it("keep their ids when units are refunded or fees corrected", () => {
    fc.assert(
      fc.property(accounts, (made) => {
        const before = new Set(found(inputFor({ ...made, refunds: [], corrections: [] })).map((f) => f.id));
        for (const finding of found(inputFor(made))) {
          if (finding.audit !== "referral-fee-not-credited") expect(before).toContain(finding.id);
        }
      }),
    );
  });
});
