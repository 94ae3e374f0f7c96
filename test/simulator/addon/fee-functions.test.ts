import { beforeAll, describe, expect, it } from "vitest";
import { TestSheet } from "../import/sheet.ts";

let sheet: TestSheet;
const call = (name: string, ...args: unknown[]) => sheet.sheets.callCustomFunction(name, args);

beforeAll(async () => {
  sheet = await TestSheet.open({ timeZone: "Pacific/Auckland" });
});

describe("fee functions in a cell", () => {
  it("take the day the user sees in a date cell, whatever the time zone", async () => {
    // Midnight of 15 January 2026 in Auckland is 11:00 of the 14th in UTC.
    const on = new Date("2026-01-14T11:00:00Z");
    const box = [10, 6, 0.5, "in", 2, "oz"];
    expect(await call("FBA_FEE", ...box, 20, "Toys & Games", "US", on)).toBe(3.32);
    expect(await call("FBA_SIZE_TIER", ...box, "US", on)).toBe("Small standard-size");
    expect(await call("REFERRAL_FEE", 20, "Toys & Games", "US", on)).toBe(3);
  });

  it("answer a range with a range, and say what is missing in its own cell", async () => {
    expect(await call("REFERRAL_FEE", [[20], [""], ["?"]], "Default", "US", "2026-02-01")).toEqual([
      [3],
      [""],
      ["The price is “?”; a number above 0 is expected."],
    ]);
    expect(await call("REFERRAL_FEE", 20, "Default", "US")).toBe(
      "The day is empty; a date is expected, such as 2026-05-06.",
    );
  });
});
