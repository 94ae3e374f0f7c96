import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { refundedUnits, wholeUnits } from "../../../../src/audits/account/orders/refunded-units.ts";

const settled = (principal: number) => ({ principal, uncounted: principal, counted: 0 });
const counted = (principal: number, units: number) => ({ principal, uncounted: 0, counted: units });

describe("whole units of a refund", () => {
  it.each([
    ["nothing", 0, 0],
    ["a goodwill refund of a quarter", 500, 0],
    ["half a unit", 1000, 0],
    ["a unit less a cent of rounding", 1999, 1],
    ["a unit less 2 %", 1960, 1],
    ["a unit less a little more than 2 %", 1959, 0],
    ["one unit", 2000, 1],
    ["one and a half", 3000, 1],
    ["all three", 6000, 3],
    ["more than was paid", 9000, 3],
  ])("%s", (_, refunded, units) => {
    expect(refundedUnits(settled(refunded), { units: 3, principal: 6000 })).toBe(units);
  });

  it("counts a price that does not divide evenly", () => {
    // Three units for 10.00: 3.33, 3.33, 3.34.
    expect(wholeUnits(333, { units: 3, principal: 1000 })).toBe(1);
    expect(wholeUnits(666, { units: 3, principal: 1000 })).toBe(2);
    expect(wholeUnits(1000, { units: 3, principal: 1000 })).toBe(3);
  });

  it("assumes one unit for an order that is not in the data", () => {
    expect(refundedUnits(settled(6000), null)).toBe(1);
    expect(refundedUnits(settled(0), null)).toBe(0);
  });

  it("uses the quantity of the payments CSV", () => {
    expect(refundedUnits(counted(4000, 2), null)).toBe(2);
    expect(refundedUnits(counted(4000, 1), { units: 2, principal: 4000 })).toBe(1);
  });

  it("does not let a printed quantity make a partial refund a whole one", () => {
    expect(refundedUnits(counted(2000, 2), { units: 2, principal: 4000 })).toBe(1);
    expect(refundedUnits(counted(500, 1), { units: 1, principal: 2000 })).toBe(0);
  });

  it("never gives more units than were bought, nor fewer for more money", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 100_000 }),
        fc.nat(10_000_000),
        fc.nat(10_000),
        (units, principal, refunded, more) => {
          const paid = { units, principal };
          const some = wholeUnits(refunded, paid);
          expect(some).toBeGreaterThanOrEqual(0);
          expect(some).toBeLessThanOrEqual(units);
          expect(wholeUnits(refunded + more, paid)).toBeGreaterThanOrEqual(some);
        },
      ),
    );
  });
});
