import { afterEach, describe, expect, it, vi } from "vitest";
import { fromSheet, toSheet, writeBlock } from "../../../appsscript/cells.ts";
import { sheetClock } from "../../../appsscript/clock.ts";
import { day, type Moment } from "../../../src/values/day.ts";

afterEach(() => vi.unstubAllGlobals());

describe("writing text", () => {
  it("refuses to go on when the sheet insists on a formula, and leaves no such cell behind", () => {
    const cleared: number[] = [];
    const range = (row: number) => ({
      setValues: () => null,
      setRichTextValues: () => null,
      getFormulas: () => [["=1+1"]],
      getValues: () => [[2]],
      clearContent: () => cleared.push(row),
    });
    const sheet = { getRange: (row: number) => range(row), getName: () => "Costs" };
    const builder = { setText: () => builder, build: () => null };
    vi.stubGlobal("SpreadsheetApp", { newRichTextValue: () => builder, flush: () => null });
    const write = () => writeBlock(sheet as never, 7, 1, [["=1+1"]], [true]);
    expect(write).toThrow("The sheet takes the text “=1+1” for a formula, in the tab “Costs”, row 7.");
    expect(cleared).toEqual([7]);
  });
});

describe("a date cell", () => {
  /** Los Angeles in 2026: eight hours behind, seven from 8 March 10:00 UTC to 1 November 9:00 UTC. */
  const formatDate = vi.fn((date: Date) => {
    const summer = date.getTime() >= Date.UTC(2026, 2, 8, 10) && date.getTime() < Date.UTC(2026, 10, 1, 9);
    return new Date(date.getTime() - (summer ? 7 : 8) * 3_600_000)
      .toISOString()
      .slice(0, 19)
      .replace("T", " ");
  });

  it("is the day and time the user sees, on either side of a change of the clocks", () => {
    vi.stubGlobal("Utilities", { formatDate });
    const clock = sheetClock("America/Los_Angeles");
    const seen = (iso: string) => fromSheet(new Date(iso), "moment", clock);
    const at = (text: string, seconds: number) => (day(text) * 86400 + seconds) as Moment;
    expect(seen("2026-03-08T09:59:59Z")).toBe(at("2026-03-08", 2 * 3600 - 1));
    expect(seen("2026-03-08T10:00:00Z")).toBe(at("2026-03-08", 3 * 3600));
    expect(seen("2026-11-01T08:30:00Z")).toBe(at("2026-11-01", 90 * 60));
    expect(seen("2026-11-01T09:30:00Z")).toBe(at("2026-11-01", 90 * 60));
    expect(fromSheet(new Date("2026-05-06T07:00:00Z"), "day", clock)).toBe(day("2026-05-06"));
    expect(fromSheet(new Date("2026-05-07T06:59:00Z"), "day", clock)).toBe(day("2026-05-06"));
  });

  it("costs at most two questions per calendar day, however many cells hold it", () => {
    formatDate.mockClear();
    vi.stubGlobal("Utilities", { formatDate });
    const clock = sheetClock("America/Los_Angeles");
    for (let i = 0; i < 5000; i++) clock.day(new Date(Date.UTC(2026, 4, 1 + (i % 3), 12, i % 60)));
    expect(formatDate.mock.calls.length).toBeLessThanOrEqual(6);
  });
});

describe("a cell", () => {
  const clock = { moment: () => 0 as Moment, day: () => day("2026-05-06") };

  it("is written as text, number or serial number, and blank as nothing", () => {
    expect(toSheet("00123", "id")).toBe("00123");
    expect(toSheet(7, "text")).toBe("7");
    expect(toSheet(1.5, "decimal")).toBe(1.5);
    expect(toSheet(day("2026-05-06"), "day")).toBe(46148);
    expect(toSheet(null, "day")).toBe("");
  });

  it("is read back the same, and told when it is no such value", () => {
    expect(fromSheet(46148, "day", clock)).toBe(day("2026-05-06"));
    expect(fromSheet("2026-05-06", "day", clock)).toBe(day("2026-05-06"));
    expect(fromSheet("soon", "day", clock)).toBeUndefined();
    expect(fromSheet("", "int", clock)).toBeNull();
    expect(fromSheet("1,5", "decimal", clock)).toBeUndefined();
    expect(fromSheet(123, "id", clock)).toBe("123");
    expect(fromSheet("", "id", clock)).toBe("");
    expect(fromSheet(true, "int", clock)).toBeUndefined();
  });
});
