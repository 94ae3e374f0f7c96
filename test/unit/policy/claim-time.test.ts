import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClaimRule,
  type ClaimWindow,
  claimTime,
  POLICY,
  type Policy,
  stateOn,
} from "../../../src/policy/index.ts";
import { addDays, type Day, day, formatDay } from "../../../src/values/day.ts";

function times(rule: ClaimRule, marketplace: string, event: string, grace = 0, policy = POLICY) {
  const { opens, deadline, estimated, window } = claimTime(policy, rule, marketplace, day(event), grace);
  return {
    opens: formatDay(opens),
    deadline: deadline === null ? null : formatDay(deadline),
    estimated,
    window: window.id,
  };
}

describe("one window in force", () => {
  test.each<[ClaimRule, string, string, number, string, string | null, boolean]>([
    // rule, marketplace, event, grace, opens, deadline, estimated
    ["warehouse_lost", "US", "2026-01-01", 0, "2026-01-01", "2026-03-02", false],
    ["warehouse_lost", "US", "2026-01-01", 30, "2026-01-31", "2026-03-02", false],
    ["warehouse_damaged", "DE", "2026-01-01", 10, "2026-01-11", "2026-03-02", false],
    ["warehouse_lost", "CA", "2026-01-01", 30, "2026-01-31", "2026-03-02", true],
    ["disposed_without_permission", "US", "2026-01-01", 10, "2026-01-11", "2026-03-02", true],
    ["customer_return", "US", "2026-01-01", 0, "2026-03-02", "2026-05-01", false],
    ["customer_return", "UK", "2026-01-01", 0, "2026-02-15", "2026-04-16", false],
    ["customer_return", "JP", "2026-01-01", 0, "2026-02-15", "2026-04-16", false],
    ["return_damaged_by_amazon", "US", "2026-01-01", 0, "2026-03-02", "2026-05-01", true],
    ["removal_lost", "US", "2026-01-01", 0, "2026-01-16", "2026-03-17", false],
    ["removal_other", "AE", "2026-01-01", 0, "2026-01-01", "2026-01-31", false],
    ["removal_lost", "IN", "2026-01-01", 0, "2026-01-01", "2026-01-31", false],
    ["removal_other", "JP", "2026-01-01", 0, "2026-01-16", "2026-03-17", true],
    ["fee_referral", "US", "2026-01-01", 0, "2026-01-01", "2026-04-01", false],
    ["fee_dimensions", "DE", "2026-01-01", 0, "2026-01-01", "2026-04-01", true],
    ["valuation_dispute", "US", "2026-01-01", 0, "2026-01-01", "2026-03-02", false],
    ["reimbursement_reversal", "US", "2026-01-01", 0, "2026-01-01", "2026-03-02", true],
    ["approved_not_paid", "US", "2026-01-01", 0, "2026-01-06", null, false],
    ["approved_not_paid", "US", "2026-01-01", 30, "2026-01-31", null, false],
  ])("%s in %s, event %s, grace %i", (rule, marketplace, event, grace, opens, deadline, estimated) => {
    expect(times(rule, marketplace, event, grace)).toMatchObject({ opens, deadline, estimated });
  });
});

describe("windows in months are calendar months", () => {
  test.each<[string, string, string, string | null]>([
    ["US", "2026-08-31", "2026-08-31", "2027-05-31"],
    ["US", "2026-05-31", "2026-05-31", "2027-02-28"],
    ["US", "2027-05-31", "2027-05-31", "2028-02-29"],
    ["UK", "2025-08-31", "2025-08-31", "2026-02-28"],
    ["UK", "2026-01-15", "2026-01-15", "2026-07-15"],
    ["JP", "2026-03-01", "2026-03-01", "2026-12-01"],
    // No months are known here: 181 days.
    ["CA", "2026-01-01", "2026-01-01", "2026-07-01"],
    ["AE", "2026-01-01", "2026-01-16", "2026-03-02"],
  ])("inbound loss in %s, first receipt %s", (marketplace, event, opens, deadline) => {
    expect(times("inbound_lost", marketplace, event)).toMatchObject({ opens, deadline });
  });
});

describe("when the rule changed", () => {
  test.each<[ClaimRule, string, string, string]>([
    // Old windows of 18 months, still open on 2024-10-22: that day, unless 60 days lead further.
    ["warehouse_lost", "US", "2024-10-22", "2024-12-21"],
    ["warehouse_lost", "US", "2024-10-23", "2024-12-22"],
    ["warehouse_lost", "US", "2024-08-24", "2024-10-23"],
    ["warehouse_lost", "US", "2024-08-23", "2024-10-22"],
    ["warehouse_lost", "US", "2024-08-22", "2024-10-22"],
    ["warehouse_damaged", "US", "2024-01-01", "2024-10-22"],
    // 18 calendar months before 2024-10-22 is 2023-04-22; a day earlier the old window had closed already.
    ["warehouse_damaged", "US", "2023-04-22", "2024-10-22"],
    ["warehouse_damaged", "US", "2023-04-21", "2023-06-20"],
    ["customer_return", "US", "2024-06-24", "2024-10-22"],
    ["customer_return", "US", "2024-06-25", "2024-10-23"],
    ["removal_lost", "US", "2024-05-01", "2024-10-22"],
    ["removal_other", "US", "2024-05-01", "2024-10-22"],
    // Europe, 2025-01-09, and Japan, 2025-01-10: the windows before are not known, the new ones bind alone.
    ["warehouse_lost", "DE", "2025-01-08", "2025-03-09"],
    ["warehouse_lost", "DE", "2025-01-09", "2025-03-10"],
    ["warehouse_lost", "JP", "2025-01-09", "2025-03-10"],
    ["warehouse_lost", "JP", "2025-01-10", "2025-03-11"],
    ["customer_return", "FR", "2024-12-01", "2025-03-16"],
  ])("%s in %s, event %s: to be filed by %s", (rule, marketplace, event, deadline) => {
    expect(times(rule, marketplace, event).deadline).toBe(deadline);
  });

  test("the new opening binds too, whatever the old one was", () => {
    expect(times("customer_return", "US", "2024-01-01").opens).toBe("2024-03-01");
    expect(times("warehouse_lost", "US", "2024-01-01").opens).toBe("2024-01-01");
  });

  test("several changes are followed one after the other, in whatever order the rows stand", () => {
    const base = POLICY.windows.find((window) => window.id === "warehouse_lost_us") as ClaimWindow;
    const step = (closesAfterDays: number | null, from: string | null): ClaimWindow => ({
      ...base,
      id: `closes ${closesAfterDays}`,
      closesAfterDays,
      effectiveFrom: from === null ? null : day(from),
    });
    const policy: Policy = {
      ...POLICY,
      windows: [step(30, "2025-01-01"), step(null, null), step(90, "2024-01-01")],
    };
    // No deadline at first; 90 days from 2024 on lets old events be filed until 2023-12-31, and 30 days keeps that.
    expect(times("warehouse_lost", "US", "2020-01-01", 0, policy).deadline).toBe("2020-01-31");
    expect(times("warehouse_lost", "US", "2024-11-01", 0, policy).deadline).toBe("2024-12-31");
    expect(times("warehouse_lost", "US", "2024-12-20", 0, policy)).toMatchObject({
      deadline: "2025-01-19",
      window: "closes 30",
    });
  });
});

describe("marketplaces without a window of their own", () => {
  test.each<[ClaimRule, string, string, string, string]>([
    // Returns follow the marketplace's customer-return window; Canada's is not sourced.
    ["replacement_not_returned", "CA", "customer_return_ca_old", "2026-03-02", "2026-04-16"],
    // Else the window that closes first; of those, the one that opens last.
    ["customer_return", "AU", "customer_return_ca_old", "2026-03-02", "2026-04-16"],
    ["return_wrong_item", "SG", "customer_return_ca_old", "2026-03-02", "2026-04-16"],
    ["inbound_lost", "TR", "inbound_lost_mena", "2026-01-16", "2026-03-02"],
    ["removal_other", "CA", "removal_other_mena", "2026-01-01", "2026-01-31"],
    ["removal_lost", "AU", "removal_lost_in", "2026-01-01", "2026-01-31"],
    ["unused_partnered_label", "US", "unused_partnered_label_eu", "2026-01-01", "2026-10-01"],
    ["valuation_dispute", "DE", "valuation_dispute_us", "2026-01-01", "2026-03-02"],
    ["warehouse_lost", "nowhere", "warehouse_lost_us", "2026-01-01", "2026-03-02"],
  ])("%s in %s follows %s, as an estimate", (rule, marketplace, window, opens, deadline) => {
    expect(times(rule, marketplace, "2026-01-01")).toEqual({ window, opens, deadline, estimated: true });
  });

  test("a return without a row of its own follows the marketplace's sourced customer-return window", () => {
    expect(times("return_damaged_by_amazon", "JP", "2026-01-01")).toEqual({
      window: "customer_return_jp",
      opens: "2026-02-15",
      deadline: "2026-04-16",
      estimated: false,
    });
  });

  test("the doubtful window of Canada is never longer than its safe days", () => {
    expect(times("customer_return", "CA", "2026-01-01")).toEqual({
      window: "customer_return_ca_old",
      opens: "2026-03-02",
      deadline: "2026-04-16",
      estimated: true,
    });
  });

  test("a window that is no longer in force is no estimate, however short", () => {
    const base = POLICY.windows.find((window) => window.id === "fee_referral_us") as ClaimWindow;
    const past: ClaimWindow = { ...base, id: "past", closesAfterDays: 5, effectiveTo: day("2020-12-31") };
    const now: ClaimWindow = { ...base, effectiveFrom: day("2021-01-01") };
    const policy: Policy = { ...POLICY, windows: [past, now] };
    expect(times("fee_referral", "DE", "2026-01-01", 0, policy)).toMatchObject({
      window: "fee_referral_us",
      deadline: "2026-04-01",
    });
  });

  test("a rule with no window anywhere is a fault of the program, and says so", () => {
    const none: Policy = { ...POLICY, windows: [] };
    expect(() => claimTime(none, "fee_referral", "US", day("2026-01-01"))).toThrow(
      /no claim window for fee_referral/,
    );
  });
});

describe("state", () => {
  const time = claimTime(POLICY, "customer_return", "US", day("2026-01-01"));

  test.each([
    ["2026-01-01", "wait"],
    ["2026-03-01", "wait"],
    ["2026-03-02", "file"],
    ["2026-05-01", "file"],
    ["2026-05-02", "expired"],
  ])("on %s it is %s", (asOf, state) => {
    expect(stateOn(day(asOf), time)).toBe(state);
  });

  test("without a deadline it never expires", () => {
    const followUp = claimTime(POLICY, "approved_not_paid", "US", day("2020-01-01"));
    expect(stateOn(day("2026-01-01"), followUp)).toBe("file");
  });

  test("a grace that outlasts the window does not keep an expired claim waiting", () => {
    const late = claimTime(POLICY, "removal_other", "AE", day("2026-01-01"), 50);
    expect(stateOn(day("2026-01-31"), late)).toBe("wait");
    expect(stateOn(day("2026-02-01"), late)).toBe("expired");
  });
});

describe("for any event", () => {
  const rules = [...new Set(POLICY.windows.map((window) => window.rule))];
  const anyClaim = fc.record({
    rule: fc.constantFrom(...rules),
    marketplace: fc.constantFrom("US", "UK", "DE", "JP", "CA", "AU", "AE", "IN", "TR"),
    event: fc.integer({ min: day("2022-01-01"), max: day("2028-12-31") }).map((n) => n as Day),
    grace: fc.integer({ min: 0, max: 60 }),
  });

  test("a later event never has an earlier opening, nor an earlier deadline while its old window was open", () => {
    fc.assert(
      fc.property(anyClaim, ({ rule, marketplace, event, grace }) => {
        const one = claimTime(POLICY, rule, marketplace, event, grace);
        const next = claimTime(POLICY, rule, marketplace, addDays(event, 1), grace);
        expect(next.opens).toBe(one.opens + 1);
        if (one.deadline !== null && next.deadline !== null) {
          expect(next.deadline).toBeGreaterThanOrEqual(one.deadline);
        }
      }),
    );
  });

  test("time only leads from waiting to filing to expired", () => {
    const rank = { wait: 0, file: 1, expired: 2 };
    fc.assert(
      fc.property(
        anyClaim,
        fc.integer({ min: 0, max: 800 }),
        ({ rule, marketplace, event, grace }, later) => {
          const time = claimTime(POLICY, rule, marketplace, event, grace);
          const before = rank[stateOn(addDays(event, later), time)];
          expect(rank[stateOn(addDays(event, later + 1), time)]).toBeGreaterThanOrEqual(before);
        },
      ),
    );
  });

  test("the order of the policy's rows never matters", () => {
    fc.assert(
      fc.property(
        anyClaim,
        fc.shuffledSubarray([...POLICY.windows], { minLength: POLICY.windows.length }),
        ({ rule, marketplace, event, grace }, windows) => {
          const { opens, deadline, estimated } = claimTime(POLICY, rule, marketplace, event, grace);
          expect(claimTime({ ...POLICY, windows }, rule, marketplace, event, grace)).toMatchObject({
            opens,
            deadline,
            estimated,
          });
        },
      ),
    );
  });
});
