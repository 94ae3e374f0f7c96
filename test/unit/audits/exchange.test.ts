/** Units are exchanged so that nothing stays open that another choice of units would clear. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Credit, clear, type Opening } from "../../../src/audits/clearing.ts";
import { exchange } from "../../../src/audits/exchange.ts";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { addDays, day } from "../../../src/values/day.ts";
import { adjusted, audited, paid, type Row, received, takenBack, told } from "./build.ts";

const BOUNDS = { before: 30, after: 30, order: "oldest-first" } as const;
type Spec = readonly [day: number, units: number];

const START = day("2026-03-01");
const openingOf = ([at, open]: Spec, i: number): Opening => ({
  date: addDays(START, at),
  identity: `o${i}`,
  open,
  clearedBy: [],
});
const creditOf = ([at, left]: Spec, i: number): Credit => ({
  date: addDays(START, at),
  identity: `c${i}`,
  left,
});

/** First one kind of credits, then another, then the exchange. */
function cleared(owed: readonly Spec[], first: readonly Spec[], then: readonly Spec[]) {
  const openings = owed.map(openingOf);
  const [a, b] = [first.map(creditOf), then.map(creditOf)];
  clear(openings, a, BOUNDS);
  clear(openings, b, BOUNDS);
  const before = openings.map(({ open }) => open);
  exchange(openings, () => [...a, ...b], BOUNDS);
  return { openings, credits: [...a, ...b], before };
}

const total = (specs: readonly Spec[]) => specs.reduce((sum, [, units]) => sum + units, 0);

/** The most units any choice can clear: no set of openings gets more than what it can reach. */
function mostCleared(owed: readonly Spec[], credits: readonly Spec[]): number {
  let most = Number.POSITIVE_INFINITY;
  for (let set = 0; set < 2 ** owed.length; set++) {
    const inside = owed.filter((_, i) => set & (1 << i));
    const outside = owed.filter((_, i) => !(set & (1 << i)));
    const reached = credits.filter(([at]) => inside.some(([of]) => Math.abs(at - of) <= 30));
    most = Math.min(most, total(outside) + total(reached));
  }
  return most;
}

describe("exchange", () => {
  it("an opening gives its unit up for one only it can use", () => {
    const { openings, credits } = cleared(
      [
        [10, 1],
        [50, 1],
      ],
      [[20, 1]],
      [[5, 1]],
    );
    expect(openings.map(({ open }) => open)).toEqual([0, 0]);
    expect(openings.map(({ clearedBy }) => clearedBy.map(({ credit }) => credit.identity))).toEqual([
      ["c0"],
      ["c0"],
    ]);
    expect(openings[0]?.clearedBy[0]?.credit).toBe(credits[1]);
  });

  it("a unit is used by nobody beyond its bounds", () => {
    const { openings } = cleared(
      [
        [10, 1],
        [50, 1],
      ],
      [[20, 1]],
      [[81, 1]],
    );
    expect(openings.map(({ open }) => open)).toEqual([0, 1]);
  });

  it("over several openings, and of an opening of several units only as many as are wanted", () => {
    const { openings } = cleared(
      [
        [0, 2],
        [40, 2],
        [80, 1],
      ],
      [
        [20, 2],
        [60, 2],
      ],
      [[0, 1]],
    );
    expect(openings.map(({ open }) => open)).toEqual([0, 0, 0]);
    expect(openings.map(({ clearedBy }) => clearedBy.map(({ units }) => units))).toEqual([
      [1, 1],
      [1, 1],
      [1],
    ]);
  });

  it("clears as much as any choice of units would, keeps what was cleared, and makes no unit", () => {
    const spec = fc.tuple(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 1, max: 3 }));
    const specs = fc.array(spec, { maxLength: 5 });
    fc.assert(
      fc.property(specs, specs, specs, (owed, first, then) => {
        const { openings, credits, before } = cleared(owed, first, then);
        const open = openings.reduce((sum, opening) => sum + opening.open, 0);
        expect(total(owed) - open).toBe(mostCleared(owed, [...first, ...then]));
        for (const [i, opening] of openings.entries()) {
          expect(opening.open).toBeLessThanOrEqual(before[i] ?? 0);
          const taken = opening.clearedBy.reduce((sum, { units }) => sum + units, 0);
          expect(opening.open + taken).toBe(owed[i]?.[1]);
          for (const { credit } of opening.clearedBy) {
            expect(Math.abs(credit.date - opening.date)).toBeLessThanOrEqual(30);
          }
        }
        const left = credits.reduce((sum, credit) => sum + credit.left, 0);
        expect(total(first) + total(then) - left).toBe(total(owed) - open);
      }),
      { numRuns: 300 },
    );
  });
});

describe("reversals share what turned up", () => {
  const payment = (id: string, more: Row = {}) =>
    paid("Lost_Warehouse", "2026-01-10", 1, { reimbursementId: id, ...more });
  const inbound = { reason: "Lost_Inbound" };
  const both = [takenBack("P", "2026-03-20", 1), takenBack("Q", "2026-04-29", 1)];

  it("a unit transferred in early leaves the find to the later reversal", () => {
    const ledger = [adjusted("N", "2026-03-15", 1), adjusted("F", "2026-03-30", 1)];
    const rows = { paid: [payment("P"), payment("Q"), ...both], ledger };
    expect(told(audited(reversedWithoutReturn, rows))).toEqual([]);
  });

  it("a unit received too", () => {
    const ledger = [adjusted("N", "2026-03-15", 1), received("FBA1", "2026-03-30", 1)];
    const rows = { paid: [payment("P", inbound), payment("Q", inbound), ...both], ledger };
    expect(told(audited(reversedWithoutReturn, rows))).toEqual([]);
  });

  it("a find explains no reversal of a payment for a lost shipment", () => {
    const ledger = [adjusted("N", "2026-03-30", 1), adjusted("F", "2026-04-20", 1)];
    const rows = { paid: [payment("P"), payment("Q", inbound), ...both], ledger };
    expect(told(audited(reversedWithoutReturn, rows))).toEqual(["expired 1 2026-04-29 4.20 USD"]);
  });

  it("finds of another item are no use", () => {
    const ledger = [
      adjusted("N", "2026-03-15", 1, { fnsku: "X002", msku: "CUP", asin: "B002" }),
      adjusted("F", "2026-03-30", 1),
    ];
    const rows = { paid: [payment("P"), payment("Q"), ...both], ledger };
    expect(told(audited(reversedWithoutReturn, rows)).length).toBe(1);
  });
});
