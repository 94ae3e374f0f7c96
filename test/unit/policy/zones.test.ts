import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localMoment, MARKETPLACES } from "../../../src/policy/index.ts";
import { ZONE_CHANGES } from "../../../src/policy/zone-changes.ts";
import { offsetMinutes } from "../../../src/policy/zones.ts";
import { formatMoment } from "../../../src/values/day.ts";

const zones = [...new Set(MARKETPLACES.map((place) => place.zone))];
const START = Date.UTC(2019, 0, 1) / 1000;
const END = Date.UTC(2031, 0, 1) / 1000 - 1;

const formats = new Map(
  zones.map((zone) => [
    zone,
    new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short", timeStyle: "medium" }),
  ]),
);

/** `YYYY-MM-DD HH:MM:SS` as Node's own time-zone data has it. */
function byIntl(zone: string, utcSeconds: number): string | undefined {
  return formats.get(zone)?.format(new Date(utcSeconds * 1000));
}

describe.each(zones)("%s", (zone) => {
  test("every change of clocks is at the second Intl has it", () => {
    const changes = ZONE_CHANGES.find((known) => known.zones.includes(zone))?.changes ?? [];
    expect(changes.length).toBeGreaterThan(0);
    for (const [at] of changes) {
      for (const instant of [at - 3601, at - 1, at, at + 1, at + 3600]) {
        if (instant < START || instant > END) continue;
        expect(formatMoment(localMoment(zone, instant))).toBe(byIntl(zone, instant));
      }
    }
  });

  test("any instant of 2019-2030 reads as Intl has it", () => {
    fc.assert(
      fc.property(fc.integer({ min: START, max: END }), (instant) => {
        expect(formatMoment(localMoment(zone, instant))).toBe(byIntl(zone, instant));
      }),
      { numRuns: 400 },
    );
  });

  test("no change is missing: every noon of 2019-2030 reads as Intl has it", () => {
    const wrong: number[] = [];
    for (let noon = START + 43200; noon <= END; noon += 86400) {
      if (formatMoment(localMoment(zone, noon)) !== byIntl(zone, noon)) wrong.push(noon);
    }
    expect(wrong).toEqual([]);
  });
});

describe("the day an instant falls on", () => {
  test.each([
    ["America/Los_Angeles", "2026-01-01T07:59:59Z", "2025-12-31 23:59:59"],
    ["America/Los_Angeles", "2026-01-01T08:00:00Z", "2026-01-01 00:00:00"],
    ["America/Los_Angeles", "2026-03-08T09:59:59Z", "2026-03-08 01:59:59"],
    ["America/Los_Angeles", "2026-03-08T10:00:00Z", "2026-03-08 03:00:00"],
    ["America/Los_Angeles", "2026-11-01T09:00:00Z", "2026-11-01 01:00:00"],
    ["Europe/London", "2026-07-19T23:30:00Z", "2026-07-20 00:30:00"],
    ["Europe/Berlin", "2026-12-31T23:00:00Z", "2027-01-01 00:00:00"],
    ["Asia/Tokyo", "2026-01-01T15:00:00Z", "2026-01-02 00:00:00"],
    ["Asia/Kolkata", "2026-01-01T18:30:00Z", "2026-01-02 00:00:00"],
  ])("%s at %s", (zone, instant, local) => {
    expect(formatMoment(localMoment(zone, Date.parse(instant) / 1000))).toBe(local);
  });
});

describe("outside the years there is data for", () => {
  test.each([
    // Winter and summer of the nearest year.
    ["America/Los_Angeles", "2017-02-25T00:24:53Z", -480],
    ["America/Los_Angeles", "2017-07-01T00:00:00Z", -420],
    ["Europe/Berlin", "2016-02-29T12:00:00Z", 60],
    ["Europe/Berlin", "2040-07-01T12:00:00Z", 120],
    ["Asia/Tokyo", "1995-01-01T00:00:00Z", 540],
  ])("%s at %s keeps the nearest year's clock", (zone, instant, minutes) => {
    expect(offsetMinutes(zone, Date.parse(instant) / 1000)).toBe(minutes);
  });
});

test("a zone nobody sells in is a fault of the program, and says so", () => {
  expect(() => localMoment("Mars/Olympus", 0)).toThrow("No time-zone data for Mars/Olympus.");
});

test("the table holds no zone that no marketplace uses", () => {
  expect(ZONE_CHANGES.flatMap((known) => known.zones).sort()).toEqual([...zones].sort());
});
