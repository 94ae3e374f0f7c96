import { describe, expect, test } from "vitest";
import {
  MARKETPLACES,
  POLICY,
  perUnitCap,
  SOURCES,
  valuationOn,
  withOverrides,
} from "../../../src/policy/index.ts";
import { day } from "../../../src/values/day.ts";
import { formatMoney } from "../../../src/values/money.ts";

describe("caps per unit", () => {
  test.each([
    ["US", "5000.00 USD"],
    ["UK", "2000.00 GBP"],
    ["DE", "2000.00 EUR"],
    ["IE", "2000.00 EUR"],
    ["BR", "19250.00 BRL"],
    ["CA", null],
    ["JP", null],
    // Stock of a German or French seller lost there is paid in euro.
    ["SE", "2000.00 EUR"],
    ["PL", "2000.00 EUR"],
    ["AU", null],
    ["nowhere", null],
  ])("%s: %s", (marketplace, cap) => {
    const found = perUnitCap(POLICY, marketplace);
    expect(found === null ? null : formatMoney(found)).toBe(cap);
  });

  test("a cap is in the marketplace's own currency, or in euro within the stock region EU", () => {
    for (const place of MARKETPLACES) {
      const cap = perUnitCap(POLICY, place.code);
      if (cap !== null) expect(cap.currency).toBe(place.stockRegion === "EU" ? "EUR" : place.currency);
    }
  });

  test("a marketplace's own cap goes before the euro one", () => {
    const { policy } = withOverrides(POLICY, [{ key: "cap/DE", value: 1500 }]);
    expect(perUnitCap(policy, "DE")).toEqual({ minor: 150000, currency: "EUR" });
    expect(perUnitCap(policy, "FR")).toEqual({ minor: 200000, currency: "EUR" });
  });
});

describe("how a unit is valued", () => {
  test.each([
    ["US", "2025-03-30", "before-order", "estimated-proceeds"],
    ["US", "2025-03-30", "after-order", "estimated-proceeds"],
    ["US", "2025-03-31", "before-order", "sourcing-cost"],
    ["US", "2025-03-31", "after-order", "order-price-less-fees"],
    ["US", "2026-11-22", "before-order", "sourcing-cost"],
    ["DE", "2025-03-09", "before-order", null],
    ["DE", "2025-03-10", "before-order", "sourcing-cost"],
    ["UK", "2025-03-10", "after-order", "order-price-less-fees"],
    ["JP", "2025-03-10", "before-order", null],
    ["JP", "2025-03-11", "before-order", "sourcing-cost"],
    ["JP", "2025-03-11", "after-order", null],
    ["CA", "2026-01-01", "before-order", null],
  ] as const)("%s on %s, %s: %s", (marketplace, on, scope, basis) => {
    expect(valuationOn(POLICY, marketplace, day(on), scope)?.basis ?? null).toBe(basis);
  });

  test("no marketplace has two bases on one day", () => {
    for (const { code } of MARKETPLACES) {
      for (const scope of ["before-order", "after-order"] as const) {
        for (const on of ["2024-01-01", "2025-03-10", "2025-03-30", "2025-03-31", "2026-11-22"]) {
          const holding = POLICY.valuation.filter(
            (period) => period === valuationOn({ ...POLICY, valuation: [period] }, code, day(on), scope),
          );
          expect(holding.length, `${code} ${scope} ${on}`).toBeLessThanOrEqual(1);
        }
      }
    }
  });
});

test("every source of a cap or a period is listed, and what is sourced names one", () => {
  for (const fact of [...POLICY.caps, ...POLICY.valuation]) {
    for (const id of fact.sources) expect(Object.keys(SOURCES)).toContain(id);
    expect(fact.sources.length > 0).toBe(fact.sourced);
  }
});

test("graces are ours: 30, 10 and 30 days; nothing is taken for returnless by default", () => {
  expect(POLICY.graces).toEqual({ lost: 30, damaged: 10, inbound: 30 });
  expect(POLICY.returnlessBelow).toEqual([]);
});
