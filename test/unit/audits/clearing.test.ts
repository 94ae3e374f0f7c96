import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { AFTER_LOSS, type Bounds, type Credit, clear, type Opening } from "../../../src/audits/clearing.ts";
import type { Day } from "../../../src/values/day.ts";

const opening = (date: number, open: number, identity = ""): Opening => ({
  date: date as Day,
  identity,
  open,
  clearedBy: [],
});
const credit = (date: number, left: number, identity = ""): Credit => ({ date: date as Day, identity, left });
const EITHER_SIDE: Bounds = { before: 30, after: 30, order: "oldest-first" };

describe("clear", () => {
  it("clears the oldest opening first", () => {
    const [a, b] = [opening(20, 1), opening(10, 1)];
    clear([a, b], [credit(30, 1)]);
    expect([a.open, b.open]).toEqual([1, 0]);
  });

  it("breaks ties of a day by identity", () => {
    const [a, b] = [opening(10, 1, "b"), opening(10, 1, "a")];
    clear([a, b], [credit(30, 1)]);
    expect([a.open, b.open]).toEqual([1, 0]);
  });

  it("takes a credit up to 7 days before its opening, after all later ones", () => {
    const [early, late] = [credit(3, 1), credit(90, 1)];
    const one = opening(10, 1);
    clear([one], [early, late]);
    expect([early.left, late.left, one.open]).toEqual([1, 0, 0]);
    const two = opening(10, 1);
    clear([two], [early, late]);
    expect([early.left, two.open]).toEqual([0, 0]);
  });

  it("never takes a credit 8 days before its opening", () => {
    const one = opening(10, 1);
    expect(clear([one], [credit(2, 1)])).toBe(0);
  });

  it("keeps both bounds, ends included", () => {
    const at = (date: number) => clear([opening(100, 1)], [credit(date, 1)], EITHER_SIDE);
    expect([69, 70, 130, 131].map(at)).toEqual([0, 1, 1, 0]);
  });

  it("uses the oldest within the bounds so that fewest stay open", () => {
    const openings = [opening(10, 1), opening(50, 1)];
    expect(clear(openings, [credit(0, 1), credit(40, 1)], EITHER_SIDE)).toBe(2);
  });

  it("spreads one credit over several openings and several credits over one", () => {
    const openings = [opening(10, 2), opening(11, 3)];
    expect(clear(openings, [credit(20, 4), credit(21, 4)])).toBe(5);
    expect(openings[1]?.clearedBy.map((c) => c.units)).toEqual([2, 1]);
  });

  const units = fc.integer({ min: 0, max: 5 });
  const days = fc.integer({ min: 0, max: 60 });
  const accounts = fc.record({
    openings: fc.array(fc.tuple(days, units), { maxLength: 12 }),
    credits: fc.array(fc.tuple(days, units), { maxLength: 12 }),
    bounds: fc.constantFrom(AFTER_LOSS, EITHER_SIDE),
  });

  it("creates no units and uses none twice", () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const openings = given.openings.map(([d, u], i) => opening(d, u, String(i)));
        const credits = given.credits.map(([d, u], i) => credit(d, u, String(i)));
        const moved = clear(openings, credits, given.bounds);
        const sum = (list: number[]) => list.reduce((a, b) => a + b, 0);
        const cleared = sum(given.openings.map(([, u]) => u)) - sum(openings.map((o) => o.open));
        const used = sum(given.credits.map(([, u]) => u)) - sum(credits.map((c) => c.left));
        expect([cleared, used]).toEqual([moved, moved]);
        expect(sum(openings.flatMap((o) => o.clearedBy.map((c) => c.units)))).toBe(moved);
        for (const o of openings) {
          expect(o.open).toBeGreaterThanOrEqual(0);
          for (const { credit: by } of o.clearedBy) {
            expect(by.date).toBeGreaterThanOrEqual(o.date - given.bounds.before);
            expect(by.date).toBeLessThanOrEqual(o.date + given.bounds.after);
          }
        }
        for (const c of credits) expect(c.left).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("leaves no opening open beside a credit it may take", () => {
    fc.assert(
      fc.property(accounts, (given) => {
        const openings = given.openings.map(([d, u], i) => opening(d, u, String(i)));
        const credits = given.credits.map(([d, u], i) => credit(d, u, String(i)));
        clear(openings, credits, given.bounds);
        for (const o of openings.filter((one) => one.open > 0)) {
          const usable = credits.filter(
            (c) =>
              c.left > 0 && c.date >= o.date - given.bounds.before && c.date <= o.date + given.bounds.after,
          );
          expect(usable).toEqual([]);
        }
      }),
    );
  });

  it("does the same in whatever order the lists come", () => {
    fc.assert(
      fc.property(accounts, fc.infiniteStream(fc.nat()), (given, dice) => {
        const run = (shuffle: boolean) => {
          const openings = given.openings.map(([d, u], i) => opening(d, u, String(i)));
          const credits = given.credits.map(([d, u], i) => credit(d, u, String(i)));
          const mixed = <T>(list: T[]): T[] =>
            shuffle
              ? list
                  .map((value) => ({ value, at: dice.next().value ?? 0 }))
                  .sort((a, b) => a.at - b.at)
                  .map(({ value }) => value)
              : list;
          clear(mixed(openings), mixed(credits), given.bounds);
          return [openings.map((o) => o.open), credits.map((c) => c.left)];
        };
        expect(run(true)).toEqual(run(false));
      }),
    );
  });
});
