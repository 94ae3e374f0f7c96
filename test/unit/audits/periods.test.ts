import { describe, expect, it } from "vitest";
import { type Period, spanOf, union, without } from "../../../src/audits/account/periods.ts";
import type { Day } from "../../../src/values/day.ts";

const period = (from: number, to: number): Period => ({ from: from as Day, to: to as Day });
const days = (periods: readonly Period[]) => periods.map(({ from, to }) => `${from}-${to}`);

describe("periods as one", () => {
  it.each([
    ["nothing", [], []],
    ["what overlaps", [period(1, 5), period(4, 8)], ["1-8"]],
    ["what touches, a day after the other", [period(1, 4), period(5, 8)], ["1-8"]],
    ["not what a day lies between", [period(1, 4), period(6, 8)], ["1-4", "6-8"]],
    ["what lies inside another", [period(1, 9), period(3, 4)], ["1-9"]],
    ["the same first day", [period(1, 3), period(1, 9), period(1, 5)], ["1-9"]],
    ["in any order", [period(6, 8), period(1, 4), period(20, 21)], ["1-4", "6-8", "20-21"]],
    ["a single day", [period(3, 3)], ["3-3"]],
    ["no period that ends before it begins", [period(5, 4), period(7, 8)], ["7-8"]],
  ])("joins %s", (_, given, expected) => {
    expect(days(union(given))).toEqual(expected);
  });

  it("leaves what was given as it was", () => {
    const given = [period(6, 8), period(1, 4)];
    union(given);
    expect(days(given)).toEqual(["6-8", "1-4"]);
  });
});

describe("a period without holes", () => {
  it.each([
    ["no hole", [], ["10-20"]],
    ["one in the middle", [period(12, 14)], ["10-11", "15-20"]],
    ["one of a day", [period(12, 12)], ["10-11", "13-20"]],
    ["one from the first day on", [period(10, 12)], ["13-20"]],
    ["one to the last day", [period(18, 20)], ["10-17"]],
    ["one up to the day before the last", [period(18, 19)], ["10-17", "20-20"]],
    ["one that begins before and reaches the first day", [period(1, 10)], ["11-20"]],
    ["one that begins on the last day", [period(20, 30)], ["10-19"]],
    ["one over all", [period(1, 30)], []],
    ["one that ends the day before", [period(1, 9)], ["10-20"]],
    ["one that begins the day after", [period(21, 30)], ["10-20"]],
    ["several in any order", [period(18, 25), period(1, 3), period(12, 14)], ["10-11", "15-17"]],
  ])("less %s", (_, holes, expected) => {
    expect(days(without(period(10, 20), holes))).toEqual(expected);
  });
});

describe("from the first to the last of some days", () => {
  it.each([
    ["none", [], null],
    ["none known", [null, null], null],
    ["one", [null, 4], "4-4"],
    ["several in any order", [6, null, 3, 9, 5], "3-9"],
  ])("of %s", (_, given, expected) => {
    const span = spanOf(given as (Day | null)[]);
    expect(span && days([span])[0]).toBe(expected);
  });
});
