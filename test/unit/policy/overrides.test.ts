import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { claimTime, POLICY, type PolicyRow, policyRows, withOverrides } from "../../../src/policy/index.ts";
import { day, formatDay } from "../../../src/values/day.ts";

function deadlineWith(
  key: string,
  value: string | number,
  rule: "warehouse_lost" | "inbound_lost",
  event: string,
) {
  const { policy, problems } = withOverrides(POLICY, [{ key, value }]);
  expect(problems).toEqual([]);
  const { deadline } = claimTime(policy, rule, "US", day(event));
  return deadline === null ? null : formatDay(deadline);
}

function row(rows: readonly PolicyRow[], key: string): PolicyRow {
  const found = rows.find((known) => known.key === key);
  if (!found) throw new Error(`No row ${key}`);
  return found;
}

describe("overrides that are honoured", () => {
  test.each([
    ["grace/lost", 14, { lost: 14, damaged: 10, inbound: 30 }],
    ["grace/damaged", "0", { lost: 30, damaged: 0, inbound: 30 }],
    ["grace/inbound", " 45 days ", { lost: 30, damaged: 10, inbound: 45 }],
  ])("%s %s", (key, value, graces) => {
    expect(withOverrides(POLICY, [{ key, value }])).toMatchObject({ policy: { graces }, problems: [] });
  });

  test.each([
    [
      "claims/costRequestWaitDays",
      "45 days",
      { costRequestWaitDays: 45, invoiceAgeDays: 365, feeAppeals: 1 },
    ],
    ["claims/invoiceAgeDays", 180, { costRequestWaitDays: 30, invoiceAgeDays: 180, feeAppeals: 1 }],
    ["claims/feeAppeals", 2, { costRequestWaitDays: 30, invoiceAgeDays: 365, feeAppeals: 2 }],
  ])("%s %s", (key, value, claimRules) => {
    const { policy, problems } = withOverrides(POLICY, [{ key, value }]);
    expect(problems).toEqual([]);
    expect(policy.claimRules).toEqual(claimRules);
    const row = policyRows(policy).find((one) => one.key === key);
    expect(row).toMatchObject({ override: String(value), sourced: "yes" });
  });

  test("a deadline in days", () => {
    expect(deadlineWith("window/warehouse_lost_us/closes", 45, "warehouse_lost", "2026-01-01")).toBe(
      "2026-02-15",
    );
    expect(deadlineWith("window/warehouse_lost_us/closes", 1000, "warehouse_lost", "2026-01-01")).toBe(
      "2028-09-27",
    );
  });

  test("a bare number for a window counted in months is months; days have to be said", () => {
    const key = "window/inbound_lost_us/closes";
    expect(deadlineWith(key, 6, "inbound_lost", "2026-08-31")).toBe("2027-02-28");
    expect(deadlineWith(key, "6 months", "inbound_lost", "2026-08-31")).toBe("2027-02-28");
    expect(deadlineWith(key, "60 days", "inbound_lost", "2026-08-31")).toBe("2026-10-30");
    expect(deadlineWith(key, "1 day", "inbound_lost", "2026-08-31")).toBe("2026-09-01");
  });

  test("both ends of one window, in either order", () => {
    const ends = [
      { key: "window/customer_return_us/opens", value: 130 },
      { key: "window/customer_return_us/closes", value: 200 },
    ];
    for (const overrides of [ends, [...ends].reverse()]) {
      const { policy, problems } = withOverrides(POLICY, overrides);
      expect(problems).toEqual([]);
      const { opens, deadline } = claimTime(policy, "customer_return", "US", day("2026-01-01"));
      expect([opens - day("2026-01-01"), (deadline ?? 0) - day("2026-01-01")]).toEqual([130, 200]);
    }
  });

  test("the user's days replace the safe ones of a doubtful window", () => {
    const { policy } = withOverrides(POLICY, [
      { key: "window/customer_return_ca_old/opens", value: 45 },
      { key: "window/customer_return_ca_old/closes", value: "18 months" },
    ]);
    const { opens, deadline } = claimTime(policy, "customer_return", "CA", day("2026-01-01"));
    expect([formatDay(opens), deadline === null ? null : formatDay(deadline)]).toEqual([
      "2026-02-15",
      "2027-07-01",
    ]);
  });

  test.each([
    ["cap/US", "4000", { minor: 400000, currency: "USD" }],
    ["cap/JP", "150000", { minor: 150000, currency: "JPY" }],
    ["cap/CA", "6500.50 CAD", { minor: 650050, currency: "CAD" }],
    ["cap/EU", 2500, { minor: 250000, currency: "EUR" }],
    ["cap/SE", "20000", { minor: 2000000, currency: "SEK" }],
  ])("%s %s", (key, value, cap) => {
    const { policy, problems } = withOverrides(POLICY, [{ key, value }]);
    expect(problems).toEqual([]);
    expect(policy.caps.find((known) => `cap/${known.marketplace}` === key)?.cap).toEqual(cap);
  });

  test("returnless amounts, one per currency", () => {
    const { policy, problems } = withOverrides(POLICY, [
      { key: "returnless/USD", value: "7.5" },
      { key: "returnless/JPY", value: 800 },
    ]);
    expect(problems).toEqual([]);
    expect(policy.returnlessBelow).toEqual([
      { minor: 750, currency: "USD" },
      { minor: 800, currency: "JPY" },
    ]);
  });

  test("an empty cell is no override", () => {
    expect(
      withOverrides(POLICY, [
        { key: "grace/lost", value: "" },
        { key: "nonsense", value: "  " },
      ]),
    ).toEqual({
      policy: POLICY,
      problems: [],
    });
  });

  test("the defaults themselves are never touched", () => {
    const before = structuredClone(POLICY);
    withOverrides(POLICY, [
      { key: "grace/lost", value: 1 },
      { key: "window/warehouse_lost_us/closes", value: 1 },
      { key: "cap/US", value: 1 },
    ]);
    expect(POLICY).toEqual(before);
  });
});

describe("overrides that cannot be used leave the default and say why", () => {
  test.each([
    ["grace/lost", "soon", /grace\/lost, "soon".*whole days from 0 to 1000/],
    ["grace/lost", "-3", /whole days from 0 to 1000/],
    ["grace/lost", 1.5, /whole days/],
    ["grace/lost", 1001, /0 to 1000/],
    ["grace/lost", "2 months", /whole days/],
    ["grace/found", 3, /no such row/],
    ["window/warehouse_lost_us/closes", "1001", /0 to 1000/],
    ["window/inbound_lost_us/closes", "34", /months from 0 to 33/],
    ["window/inbound_lost_us/opens", "2 months", /whole days/],
    ["window/warehouse_lost_mars/closes", 60, /no such row/],
    ["window/warehouse_lost_us/shuts", 60, /no such row/],
    ["window/warehouse_lost_us", 60, /no such row/],
    ["window/customer_return_us/opens", 121, /open after it closes/],
    ["window/customer_return_us/closes", 59, /open after it closes/],
    ["cap/US", "5,000", /decimal point and no thousands mark/],
    ["cap/US", "4000 EUR", /such as 15.00 USD/],
    ["cap/US", "10.005", /amount of 0 or more/],
    ["cap/JP", "100.5", /such as 1500 JPY/],
    ["cap/MARS", 10, /no such row/],
    ["returnless/DOLLARS", 10, /no such row/],
    ["returnless/USD", "-1", /amount of 0 or more/],
    ["claims/costRequestWaitDays", "2 months", /whole number from 0 to 1000, such as 30/],
    ["claims/feeAppeals", "1 day", /such as 1, for appeals/],
    ["claims/poems", 1, /no such row/],
    ["constructor", 1, /no such row/],
    ["", 1, /no such row/],
  ])("%s %s", (key, value, why) => {
    const { policy, problems } = withOverrides(POLICY, [{ key, value }]);
    expect(policy).toEqual(POLICY);
    expect(problems).toEqual([expect.stringMatching(why)]);
  });

  test("a row set twice keeps its first value", () => {
    const { policy, problems } = withOverrides(POLICY, [
      { key: "grace/lost", value: 14 },
      { key: "grace/lost", value: 15 },
    ]);
    expect(policy.graces.lost).toBe(14);
    expect(problems).toEqual([expect.stringMatching(/"15".*set twice/)]);
  });

  test("a bad one does not stop the others", () => {
    const { policy, problems } = withOverrides(POLICY, [
      { key: "grace/lost", value: "x" },
      { key: "grace/damaged", value: 12 },
    ]);
    expect(policy.graces).toEqual({ lost: 30, damaged: 12, inbound: 30 });
    expect(problems).toHaveLength(1);
  });

  test("nothing typed into the tab makes it throw", () => {
    const keys = policyRows(POLICY).map((known) => known.key);
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            key: fc.oneof(fc.constantFrom(...keys), fc.string()),
            value: fc.oneof(fc.string(), fc.double(), fc.integer({ min: -10, max: 1100 })),
          }),
          { maxLength: 8 },
        ),
        (overrides) => {
          const { policy } = withOverrides(POLICY, overrides);
          for (const window of policy.windows) {
            const opens = window.conservativeOpensAfterDays ?? window.opensAfterDays ?? 0;
            const closes = window.conservativeClosesAfterDays ?? window.closesAfterDays;
            expect(opens).toBeLessThanOrEqual(closes ?? opens);
          }
        },
      ),
    );
  });
});

describe("rows of the Policy tab", () => {
  test("every key of the tab can be overridden, and the row then shows both values", () => {
    for (const before of policyRows(POLICY)) {
      if (before.key.startsWith("valuation/")) continue;
      const number = before.key.endsWith("/opens") ? 0 : before.unit === "months" ? 12 : 700;
      const value = before.key.startsWith("fee/") ? "info" : number;
      const { policy, problems } = withOverrides(POLICY, [{ key: before.key, value }]);
      expect(problems, before.key).toEqual([]);
      expect(row(policyRows(policy), before.key)).toEqual({ ...before, override: String(value) });
    }
  });

  test("of a fee table it is said whether claims may rest on it, whatever its sources", () => {
    const said = (table: string, value: string) => {
      const { policy, problems } = withOverrides(POLICY, [{ key: `fee/${table}`, value }]);
      return problems.length > 0 ? problems : policy.feeTrust;
    };
    for (const value of ["claim", " Claims ", "claims may rest on it"]) {
      expect(said("us-storage-2024", value)).toEqual([{ table: "us-storage-2024", claims: true }]);
    }
    for (const value of ["info", "Information", "for information only"]) {
      expect(said("us-fulfilment-2026", value)).toEqual([{ table: "us-fulfilment-2026", claims: false }]);
    }
    expect(said("us-fulfilment-2026", "4.20")).toEqual([
      'Policy tab, fee/us-fulfilment-2026, "4.20": expected "claim" or "info": whether claims may rest on this table. Its fees cannot be changed here.',
    ]);
    expect(said("us-removal-2026", "claim")).toEqual([
      'Policy tab, fee/us-removal-2026, "claim": removal fees are compared as a hint, and no claim is made on them. Clear the cell.',
    ]);
    expect(said("us-removal-2026", "info")).toEqual([{ table: "us-removal-2026", claims: false }]);
    expect(said("no-such-table", "info")).toEqual([expect.stringContaining("there is no such row")]);
  });

  test("keys are unique", () => {
    const keys = policyRows(POLICY).map((known) => known.key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("a window's opening and deadline, with their source", () => {
    const rows = policyRows(POLICY);
    expect(row(rows, "window/customer_return_us/opens")).toMatchObject({
      marketplaces: "US",
      value: 60,
      unit: "days",
      from: day("2024-10-23"),
      to: null,
      sourced: "yes",
      checkedOn: day("2026-11-22"),
      override: null,
    });
    expect(row(rows, "window/customer_return_us/closes").sources.split("\n")[0]).toBe(
      "https://sellercentral.amazon.com/gp/help/external/G9N934L7Y4SFWPJ4?locale=en-US",
    );
  });

  test.each([
    ["window/inbound_lost_us/closes", 9, "months", "yes"],
    // No opening day is published for these two.
    ["window/inbound_lost_us/opens", 0, "days", "no"],
    ["window/warehouse_lost_us/opens", 0, "days", "no"],
    ["window/approved_not_paid_us/closes", null, "days", "yes"],
    ["window/customer_return_ca_old/closes", 105, "days", "no"],
    ["window/fee_storage_other/closes", 90, "days", "no"],
    ["grace/lost", 30, "days", "ours"],
    ["cap/US", 5000, "USD", "yes"],
    ["cap/EU", 2000, "EUR", "yes"],
    ["cap/JP", null, "JPY", "no"],
    ["cap/SE", null, "SEK", "no"],
    ["returnless/USD", null, "USD", "ours"],
  ])("%s shows %s %s, sourced: %s", (key, value, unit, sourced) => {
    expect(row(policyRows(POLICY), key)).toMatchObject({ value, unit, sourced });
  });

  test("valuation is shown and cannot be overridden", () => {
    const valuation = policyRows(POLICY).filter((known) => known.rule === "How Amazon values a unit");
    expect(valuation).toHaveLength(7);
    for (const { key } of valuation) {
      const { policy, problems } = withOverrides(POLICY, [{ key, value: "cost" }]);
      expect(policy).toEqual(POLICY);
      expect(problems).toEqual([expect.stringMatching(/cannot be changed here/)]);
    }
  });
});
