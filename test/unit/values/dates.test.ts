import { describe, expect, test } from "vitest";
import { readDate, readMonth } from "../../../src/values/dates.ts";
import { formatDay } from "../../../src/values/day.ts";

function shown(text: string, marketplace = "US"): string {
  const reading = readDate(text, marketplace);
  if (reading.kind !== "date") return reading.kind === "none" ? reading.why : "blank";
  const day =
    reading.dayFirst === reading.monthFirst
      ? formatDay(reading.dayFirst)
      : `${formatDay(reading.dayFirst)} or ${formatDay(reading.monthFirst)}`;
  const time = reading.seconds === null ? "" : ` ${reading.seconds}s`;
  return `${day}${time}${reading.offset === null ? "" : ` ${reading.offset}min`}`;
}

describe("every form Amazon prints", () => {
  test.each([
    ["2026-05-12T09:59:13+00:00", "2026-05-12 35953s 0min"],
    ["2026-05-12T20:47:28-07:00", "2026-05-12 74848s -420min"],
    ["2026-07-20T01:00:00+0100", "2026-07-20 3600s 60min"],
    ["2026-05-26T00:00:00", "2026-05-26 0s"],
    ["2026-05-26T10:00:00.123Z", "2026-05-26 36000s 0min"],
    ["2017-02-24 23:57:39 UTC", "2017-02-24 86259s 0min"],
    ["14.03.2023 07:49:55 UTC", "2023-03-14 28195s 0min"],
    ["03.04.2026", "2026-04-03"],
    ["2024/01/12", "2024-01-12"],
    ["2026/08/01 10:00:00 JST", "2026-08-01 36000s 540min"],
    ["2026年8月1日 午後3:04:05", "2026-08-01 54245s"],
    ["05/13/2026 09:00:00", "2026-05-13 32400s"],
    ["5/26/26", "2026-05-26"],
    ["31/12/2025", "2025-12-31"],
    ["10-Jul-2025", "2025-07-10"],
    ["Jan 5, 2026 11:04:22 PM PST", "2026-01-05 83062s -480min"],
    ["Dec 1, 2017 12:38:23 AM PST", "2017-12-01 2303s -480min"],
    ["15 Mar 2026 3:22:08 PM UTC", "2026-03-15 55328s 0min"],
    ["15 Mar 2026 12:22:08 p.m. UTC", "2026-03-15 44528s 0min"],
    ["31 dic 2025 23:21:47 UTC", "2025-12-31 84107s 0min"],
    ["1 juil. 2026 08:31:35 UTC", "2026-07-01 30695s 0min"],
    ["1 août 2026 08:31:35 UTC", "2026-08-01 30695s 0min"],
    ["8 gen 2026 10:00:00 UTC", "2026-01-08 36000s 0min"],
    ["3. März 2026 10:00:00 MEZ", "2026-03-03 36000s 60min"],
    ["12 mrt 2026 10:00:00 CET", "2026-03-12 36000s 60min"],
    ["9 maj 2026 10:00:00 GMT+2", "2026-05-09 36000s 120min"],
    ["5 de enero de 2026", "2026-01-05"],
    ["Aug 1, 2025 3:00:00 AM PDT", "2025-08-01 10800s -420min"],
  ])("%s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

test("two small numbers are one of two days, and a large one proves the order", () => {
  expect(shown("03/04/2026")).toBe("2026-04-03 or 2026-03-04");
  expect(shown("04-04-2026")).toBe("2026-04-04");
  expect(readDate("13/04/2026", "US")).toMatchObject({ proves: "day-first" });
  expect(readDate("04/13/2026", "US")).toMatchObject({ proves: "month-first" });
});

test("an abbreviation that two countries share is the marketplace's", () => {
  expect(shown("5 Jan 2026 10:00:00 IST", "IN")).toBe("2026-01-05 36000s 330min");
  expect(shown("5 Jun 2026 10:00:00 IST", "IE")).toBe("2026-06-05 36000s 60min");
});

test.each([
  ["2026-02-30", "there is no such day"],
  ["02/30/2026", "there is no such day"],
  ["13/13/2026", "there is no such day"],
  ["2026-05-12T25:00:00", "there is no such time of day"],
  ["Jan 5, 2026 13:04:22 PM PST", "there is no such time of day"],
  ["Jan 5, 2026 11:04:22 PM QQT", 'the time zone "QQT" is not known'],
  ["5 Foo 2026", 'no month is called "Foo"'],
  ["46012", "it is not a date"],
  ["tomorrow", "it is not a date"],
  ["--", "blank"],
  ["", "blank"],
])("%s is refused", (text, why) => {
  expect(shown(text)).toBe(why);
});

test.each([
  ["2026-05", "2026-05-01"],
  ["05/2026", "2026-05-01"],
  ["May 2026", "2026-05-01"],
  ["2026-05-01", "2026-05-01"],
])("the month %s", (text, expected) => {
  const reading = readMonth(text, "US");
  expect(reading.kind === "date" && formatDay(reading.dayFirst)).toBe(expected);
});
