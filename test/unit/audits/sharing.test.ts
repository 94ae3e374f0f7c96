import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Credit, Opening } from "../../../src/audits/clearing.ts";
import { shareOut, type Turn } from "../../../src/audits/sharing.ts";
import { day } from "../../../src/values/day.ts";

const DATE = day("2026-01-10");
const opening = (identity: string, open: number): Opening => ({ date: DATE, identity, open, clearedBy: [] });
const credit = (identity: string, left: number): Credit => ({ date: DATE, identity, left });
const took = (of: Opening) => of.clearedBy.map(({ credit: by, units }) => `${units} of ${by.identity}`);

describe("sharing out", () => {
  it("gives to whoever comes first, of what it names first", () => {
    const [a, b] = [opening("a", 2), opening("b", 2)];
    const [x, y] = [credit("x", 3), credit("y", 1)];
    shareOut([
      [
        { opening: a, credits: [x, y] },
        { opening: b, credits: [x, y] },
      ],
    ]);
    expect([took(a), took(b), x.left, y.left]).toEqual([["2 of x"], ["1 of x", "1 of y"], 0, 0]);
  });

  it("hands on what its holder can do without", () => {
    const [a, b] = [opening("a", 2), opening("b", 1)];
    const [x, y] = [credit("x", 2), credit("y", 1)];
    shareOut([
      [
        { opening: a, credits: [x, y] },
        { opening: b, credits: [x] },
      ],
    ]);
    expect([took(a), took(b), a.open, b.open]).toEqual([["1 of x", "1 of y"], ["1 of x"], 0, 0]);
  });

  it("hands on through as many holders as it takes", () => {
    const [a, b, c] = [opening("a", 1), opening("b", 1), opening("c", 1)];
    const [x, y, z] = [credit("x", 1), credit("y", 1), credit("z", 1)];
    shareOut([
      [
        { opening: a, credits: [y, z] },
        { opening: b, credits: [x, y] },
        { opening: c, credits: [x] },
      ],
    ]);
    expect([took(a), took(b), took(c)]).toEqual([["1 of z"], ["1 of y"], ["1 of x"]]);
  });

  it("takes nothing from a group served before", () => {
    const [early, late] = [opening("early", 1), opening("late", 1)];
    const x = credit("x", 1);
    shareOut([[{ opening: early, credits: [x] }], [{ opening: late, credits: [x] }]]);
    expect([early.open, late.open]).toEqual([0, 1]);
  });

  it("leaves alone what cleared an opening before", () => {
    const given = { credit: credit("case", 0), units: 1 };
    const a: Opening = { ...opening("a", 1), clearedBy: [given] };
    shareOut([[{ opening: a, credits: [credit("x", 5)] }]]);
    expect(took(a)).toEqual(["1 of case", "1 of x"]);
  });
});

describe("sharing out at random", () => {
  const units = fc.integer({ min: 0, max: 4 });
  const problems = fc.record({
    wanted: fc.array(fc.tuple(units, fc.boolean()), { minLength: 1, maxLength: 7 }),
    offered: fc.array(units, { minLength: 1, maxLength: 7 }),
    fits: fc.infiniteStream(fc.integer({ min: 0, max: 2 })),
  });
  type Problem = typeof problems extends fc.Arbitrary<infer P> ? P : never;

  function shared({ wanted, offered, fits }: Problem) {
    const credits = offered.map((left, i) => credit(`c${i}`, left));
    const turns = wanted.map(([open, first], i) => {
      const credits_ = credits.filter(() => fits.next().value === 0);
      return { first, turn: { opening: opening(`o${i}`, open), credits: credits_ } };
    });
    const group = (of: boolean) => turns.filter(({ first }) => first === of).map(({ turn }) => turn);
    const groups: Turn[][] = [group(true), group(false)];
    const before = groups.flat().map((turn) => ({ ...turn, wanted: turn.opening.open }));
    shareOut(groups);
    return { groups, credits, before };
  }

  /** The most units that can be cleared, unit by unit (Kuhn's matching of single units), by another way than the code's. */
  function most(
    turns: readonly { wanted: number; credits: readonly Credit[] }[],
    offered: Map<Credit, number>,
  ) {
    const unitsOf = new Map(
      [...offered].map(([by, n]) => [by, Array.from({ length: n }, (_, i) => `${by.identity}.${i}`)]),
    );
    const taken = new Map<string, number>();
    const wants = turns.flatMap(({ wanted, credits }) =>
      Array.from({ length: wanted }, () => credits.flatMap((by) => unitsOf.get(by) ?? [])),
    );
    const place = (want: number, seen: Set<string>): boolean =>
      (wants[want] ?? []).some((unit) => {
        if (seen.has(unit)) return false;
        seen.add(unit);
        const holder = taken.get(unit);
        if (holder !== undefined && !place(holder, seen)) return false;
        taken.set(unit, want);
        return true;
      });
    return wants.filter((_, want) => place(want, new Set())).length;
  }

  it("makes no units, uses none twice, and gives nobody what it may not take", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { credits, before } = shared(problem);
        for (const { opening: of, wanted, credits: allowed } of before) {
          const got = of.clearedBy.reduce((sum, by) => sum + by.units, 0);
          expect(of.open).toBe(wanted - got);
          expect(of.open).toBeGreaterThanOrEqual(0);
          expect(of.clearedBy.every((by) => by.units > 0 && allowed.includes(by.credit))).toBe(true);
        }
        credits.forEach((by, i) => {
          const given = before
            .flatMap(({ opening: of }) => of.clearedBy)
            .reduce((sum, cleared) => sum + (cleared.credit === by ? cleared.units : 0), 0);
          expect(by.left).toBe((problem.offered[i] ?? 0) - given);
          expect(by.left).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 300 },
    );
  });

  it("leaves as few units open as any other way, of the first group and of all", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const { groups, credits, before } = shared(problem);
        const offered = new Map(credits.map((by, i) => [by, problem.offered[i] ?? 0]));
        const cleared = (turns: typeof before) =>
          turns.reduce((sum, { wanted, opening: of }) => sum + wanted - of.open, 0);
        const first = before.slice(0, groups[0]?.length ?? 0);
        expect(cleared(first)).toBe(most(first, offered));
        expect(cleared(before)).toBe(most(before, offered));
      }),
      { numRuns: 300 },
    );
  });
});
