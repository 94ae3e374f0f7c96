/** Shipments that were mixed up, short, reversed and paid at random: nobody could leave fewer units to claim. */

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inboundReceiptReversed } from "../../../src/audits/inbound-receipt-reversed.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import { givenOf, paid, type Row, received } from "./build.ts";

const START = day("2026-01-10");
const on = (days: number) => formatDay((START + days) as never);
const ITEMS = [
  { fnsku: "X001", asin: "B001", msku: "MUG" },
  { fnsku: "X002", asin: "B002", msku: "CUP" },
] as const;

interface Line {
  readonly item: 0 | 1;
  readonly sent: number;
  readonly came: number;
  readonly takenOut: number;
}
interface Shipment {
  readonly id: string;
  readonly created: number;
  readonly lines: readonly Line[];
}
interface Paid {
  readonly item: 0 | 1;
  readonly day: number;
  readonly units: number;
  readonly by: "item" | "sku" | "FBA0" | "FBA1";
}

const few = fc.integer({ min: 0, max: 4 });
const line = (item: 0 | 1) =>
  fc
    .record({ item: fc.constant(item), sent: few, came: fc.integer({ min: 1, max: 5 }), takenOut: few })
    .map((of) => ({ ...of, takenOut: Math.min(of.takenOut, of.came) }));
const accounts = fc.record({
  shipments: fc.array(
    fc.record({ created: fc.integer({ min: 0, max: 70 }), lines: fc.tuple(line(0), line(1)) }),
    { minLength: 1, maxLength: 4 },
  ),
  payments: fc.array(
    fc.record({
      item: fc.constantFrom<0 | 1>(0, 1),
      day: fc.integer({ min: 0, max: 120 }),
      units: fc.integer({ min: 1, max: 3 }),
      by: fc.constantFrom<Paid["by"]>("item", "item", "sku", "FBA0", "FBA1"),
    }),
    { maxLength: 5 },
  ),
});
type Account = typeof accounts extends fc.Arbitrary<infer A> ? A : never;

const shipmentsOf = ({ shipments }: Account): Shipment[] =>
  shipments.map((shipment, i) => ({ id: `FBA${i}`, ...shipment }));
const ARRIVES = 10;
const TAKEN_OUT = 20;

function rowsOf(account: Account) {
  const shipments = shipmentsOf(account);
  const each = <T>(build: (shipment: Shipment, of: Line) => T[]) =>
    shipments.flatMap((shipment) => shipment.lines.flatMap((of) => build(shipment, of)));
  return {
    contents: each((shipment, of): Row[] => {
      const { msku, ...item } = ITEMS[of.item];
      return [{ ...item, shipmentId: shipment.id, packList: "1 of 1", merchantSku: msku, shipped: of.sent }];
    }),
    queue: shipments.map(
      ({ id, created }): Row => ({ shipmentId: id, created: on(created), status: "CLOSED" }),
    ),
    ledger: each((shipment, of): Row[] => [
      received(shipment.id, on(shipment.created + ARRIVES), of.came, ITEMS[of.item]),
      ...(of.takenOut > 0
        ? [received(shipment.id, on(shipment.created + TAKEN_OUT), -of.takenOut, ITEMS[of.item])]
        : []),
    ]),
    paid: account.payments.map((payment, i): Row => {
      const { fnsku, asin, msku } = ITEMS[payment.item];
      return paid("Lost_Inbound", on(payment.day), payment.units, {
        reimbursementId: `R${i}`,
        asin,
        sku: msku,
        fnsku: payment.by === "sku" ? "" : fnsku,
        amazonOrderId: payment.by.startsWith("FBA") ? payment.by : "",
      });
    }),
  };
}

function claimed(rows: ReturnType<typeof rowsOf>) {
  const input = inputOf(givenOf({ ...rows, given: { asOf: "2026-11-20" } }));
  const { findings, cannotTell } = runAudits(input, [inboundReceiptReversed, inboundShort]);
  expect(cannotTell).toEqual([]);
  return findings.filter(({ state }) => state !== "info");
}

/** What can be claimed at least: every unit missing, less the most units payments and surpluses can answer for. */
function fewest(account: Account): number {
  const shipments = shipmentsOf(account);
  const supply = [
    ...account.payments.map((payment) => ({ ...payment, kind: "payment" as const })),
    ...shipments.flatMap((shipment) =>
      shipment.lines.map(({ item, sent, came }) => ({
        kind: "surplus" as const,
        shipment,
        item,
        units: Math.max(0, came - sent),
      })),
    ),
  ].flatMap((of) => Array.from({ length: of.units }, () => of));
  const wants = shipments.flatMap((shipment) =>
    shipment.lines.flatMap(({ item, sent, came, takenOut }) => [
      ...Array.from({ length: Math.max(0, sent - came) }, () => ({ shipment, item, short: true })),
      ...Array.from({ length: Math.min(takenOut, Math.max(0, sent - (came - takenOut))) }, () => ({
        shipment,
        item,
        short: false,
      })),
    ]),
  );
  const fits = (want: (typeof wants)[number], unit: (typeof supply)[number]) => {
    if (unit.kind === "payment") {
      const named = !unit.by.startsWith("FBA") || unit.by === want.shipment.id;
      return named && unit.item === want.item && unit.day >= want.shipment.created + ARRIVES;
    }
    if (!want.short) return false;
    if (unit.shipment === want.shipment) return unit.item !== want.item;
    return unit.item === want.item && Math.abs(unit.shipment.created - want.shipment.created) <= 30;
  };
  const holder = new Map<number, number>();
  const place = (want: number, seen: Set<number>): boolean =>
    supply.some((unit, at) => {
      const wanted = wants[want];
      if (wanted === undefined || seen.has(at) || !fits(wanted, unit)) return false;
      seen.add(at);
      const before = holder.get(at);
      if (before !== undefined && !place(before, seen)) return false;
      holder.set(at, want);
      return true;
    });
  return wants.filter((_, want) => !place(want, new Set())).length;
}

describe("shipments mixed up, short, reversed and paid", () => {
  it("leave as few units to claim as any way of sharing payments and surpluses out", () => {
    fc.assert(
      fc.property(accounts, (account) => {
        const units = claimed(rowsOf(account)).reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
        expect(units).toBe(fewest(account));
      }),
      { numRuns: 300 },
    );
  });

  it("leave the same, whatever the order of rows", () => {
    fc.assert(
      fc.property(accounts, fc.infiniteStream(fc.nat()), (account, dice) => {
        const rows = rowsOf(account);
        const mixed = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, at: dice.next().value ?? 0 }))
            .sort((a, b) => a.at - b.at)
            .map(({ value }) => value);
        const shuffled = {
          contents: mixed(rows.contents),
          queue: mixed(rows.queue),
          ledger: mixed(rows.ledger),
          paid: mixed(rows.paid),
        };
        const told = (of: typeof rows) => claimed(of).map(({ id, quantity }) => [id, quantity]);
        expect(told(shuffled)).toEqual(told(rows));
      }),
      { numRuns: 150 },
    );
  });
});
