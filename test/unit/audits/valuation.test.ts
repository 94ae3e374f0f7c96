/** What a unit is worth before a customer ordered it: which cost counts on which day, up to which limit, and when none does. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import {
  currenciesOf,
  missingCostsOf,
  unitBeforeOrder,
  valueBeforeOrder,
} from "../../../src/audits/account/valuation.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { formatMoney } from "../../../src/values/money.ts";
import { inputOf } from "./account-of-rows.ts";
import type { Row } from "./build.ts";

const MUG = { fnsku: "X001", msku: "MUG", asin: "B001" };
const cost = (unitCost: number | null, more: Row = {}): Row => ({
  msku: "MUG",
  unitCost,
  currency: "USD",
  ...more,
});
const withCosts = (costs: readonly Row[]) => accountOf(inputOf({ asOf: "2026-06-30", reports: { costs } }));

/** What one mug is worth, and how that was found. */
function worth(
  costs: readonly Row[],
  marketplace = "US",
  on = "2026-05-01",
  item = MUG,
): [string | null, string] {
  const { amount, basis } = unitBeforeOrder(withCosts(costs), marketplace, item, day(on));
  return [amount === null ? null : formatMoney(amount), basis];
}
const amount = (...given: Parameters<typeof worth>) => worth(...given)[0];

describe("the cost of a unit", () => {
  it.each<[string, Row[], string | null]>([
    ["by MSKU", [cost(4)], "4.00 USD"],
    ["by ASIN", [cost(4, { msku: "", asin: "B001" })], "4.00 USD"],
    ["by FNSKU", [cost(4, { msku: "", fnsku: "X001" })], "4.00 USD"],
    [
      "by FNSKU before ASIN",
      [cost(4, { msku: "", asin: "B001" }), cost(5, { msku: "", fnsku: "X001" })],
      "5.00 USD",
    ],
    ["by MSKU before ASIN", [cost(3, { msku: "", asin: "B001" }), cost(4)], "4.00 USD"],
    [
      "by MSKU, when that of the FNSKU is in another currency",
      [cost(4), cost(5, { msku: "", fnsku: "X001", currency: "EUR" })],
      "4.00 USD",
    ],
    ["of another item is none", [cost(4, { msku: "CUP", asin: "B002", fnsku: "X002" })], null],
    ["of nothing is none", [cost(4, { msku: "" })], null],
    ["is above zero", [cost(0)], null],
    ["is no debt", [cost(-4)], null],
    ["is stated", [cost(null)], null],
    ["names a currency", [cost(4, { currency: "" })], null],
    ["is that valid on the day", [cost(4, { validFrom: "2026-05-01" })], "4.00 USD"],
    ["is not that of the next day", [cost(4, { validFrom: "2026-05-02" })], null],
    [
      "is the latest valid",
      [
        cost(4, { validFrom: "2026-01-01" }),
        cost(6, { validFrom: "2026-03-01" }),
        cost(5, { validFrom: "2026-02-01" }),
      ],
      "6.00 USD",
    ],
    ["is the dated one before that of any day", [cost(3), cost(6, { validFrom: "2026-03-01" })], "6.00 USD"],
    [
      "of two for one day is the lower",
      [cost(6, { validFrom: "2026-03-01" }), cost(5, { validFrom: "2026-03-01" })],
      "5.00 USD",
    ],
    ["of two for any day is the lower", [cost(5), cost(6), cost(4.5)], "4.50 USD"],
  ])("%s", (_, costs, expected) => {
    expect(amount(costs)).toBe(expected);
    expect(amount([...costs].reverse())).toBe(expected);
  });

  it("matches no item by numbers both lack", () => {
    const nameless = { fnsku: "", msku: "MUG", asin: "" };
    expect(
      amount([cost(9, { msku: "", fnsku: "X9" }), cost(8, { msku: "PEN" })], "US", "2026-05-01", nameless),
    ).toBeNull();
  });

  it("says how it was found", () => {
    expect(worth([cost(4)])[1]).toBe("4.00 USD, your cost per unit");
    expect(worth([cost(4, { validFrom: "2026-03-01" })])[1]).toBe(
      "4.00 USD, your cost per unit since 2026-03-01",
    );
    const { amount: two, basis } = valueBeforeOrder(withCosts([cost(4.2)]), "US", MUG, day("2026-05-01"), 2);
    expect([two && formatMoney(two), basis]).toEqual(["8.40 USD", "2 units × 4.20 USD, your cost per unit"]);
  });

  it("says why there is none", () => {
    const item = "MUG (FNSKU X001, ASIN B001)";
    expect(worth([])[1]).toBe(`Not valued: no cost of ${item} is known (Costs tab).`);
    expect(worth([cost(4, { currency: "EUR" })])[1]).toBe(
      `Not valued: the cost of ${item} is not in USD, and currencies are not converted.`,
    );
    expect(worth([cost(4)], "PL")[1]).toBe(
      `Not valued: the cost of ${item} is not in PLN or EUR, and currencies are not converted.`,
    );
    expect(worth([cost(4, { validFrom: "2026-05-02" }), cost(4, { currency: "EUR" })])[1]).toBe(
      `Not valued: the cost of ${item} is known for later days only, not for 2026-05-01.`,
    );
  });
});

describe("the currencies of a marketplace", () => {
  it.each([
    ["US", ["USD"]],
    ["DE", ["EUR"]],
    ["PL", ["PLN", "EUR"]],
    ["UK", ["GBP"]],
    ["JP", ["JPY"]],
    ["XX", []],
  ])("%s", (marketplace, expected) => {
    expect(currenciesOf(marketplace)).toEqual(expected);
  });
});

describe("the rule of the day", () => {
  const in_ = (currency: string) => [cost(4, { currency })];
  it.each<[string, string, string, string | null]>([
    ["US", "2025-03-30", "USD", null],
    ["US", "2025-03-31", "USD", "4.00 USD"],
    ["DE", "2025-03-09", "EUR", null],
    ["DE", "2025-03-10", "EUR", "4.00 EUR"],
    ["PL", "2025-03-09", "EUR", null],
    ["PL", "2025-03-10", "PLN", "4.00 PLN"],
    ["PL", "2025-03-10", "EUR", "4.00 EUR"],
    ["JP", "2025-03-10", "JPY", null],
    ["JP", "2025-03-11", "JPY", "4 JPY"],
    ["CA", "2024-01-01", "CAD", "4.00 CAD"],
  ])("in %s on %s", (marketplace, on, currency, expected) => {
    expect(amount(in_(currency), marketplace, on)).toBe(expected);
  });

  it("is told where it forbids a value, and where no source knows one", () => {
    expect(worth(in_("USD"), "US", "2025-03-30")[1]).toContain(
      "on 2025-03-30 Amazon valued units at its own estimate",
    );
    const before =
      "Not valued: Amazon pays the sourcing cost there since 2025-03-10; no source says how it valued units on 2025-03-09.";
    expect(worth(in_("EUR"), "DE", "2025-03-09")[1]).toBe(before);
    expect(worth(in_("EUR"), "PL", "2025-03-09")[1]).toBe(before);
    const assumed = "; no source says how Amazon values units in this marketplace";
    expect(worth(in_("CAD"), "CA")[1]).toBe(`4.00 CAD, your cost per unit${assumed}`);
    expect(worth(in_("EUR"), "PL")[1]).toContain(assumed);
    expect(worth(in_("EUR"), "DE")[1]).not.toContain(assumed);
  });
});

describe("the limit per unit", () => {
  const dear = (unitCost: number, currency: string) => [cost(unitCost, { currency })];
  it("is the marketplace's, and told", () => {
    expect(worth(dear(5000, "USD"))).toEqual(["5000.00 USD", "5000.00 USD, your cost per unit"]);
    expect(worth(dear(5000.01, "USD"))).toEqual([
      "5000.00 USD",
      "5000.00 USD, Amazon's limit per unit (your cost: 5000.01 USD)",
    ]);
  });

  it("is in its own currency alone, and nothing where none is known", () => {
    const limit = Number(amount(dear(999999, "EUR"), "DE")?.split(" ")[0]);
    expect(limit).toBeLessThan(999999);
    expect(amount(dear(limit + 1, "EUR"), "PL")).toBe(amount(dear(999999, "EUR"), "DE"));
    expect(amount(dear(999999, "PLN"), "PL")).toBe("999999.00 PLN");
    expect(amount(dear(999999, "AED"), "AE")).toBe("999999.00 AED");
  });
});

describe("missing costs", () => {
  const asked = (...asks: [marketplace: string, on: string, msku?: string][]) => {
    const account = withCosts([]);
    for (const [marketplace, on, msku = "MUG"] of asks) {
      unitBeforeOrder(account, marketplace, { ...MUG, msku }, day(on));
    }
    return [...account.derive(missingCostsOf).values()].map(
      ({ item, marketplace, currency, day: on }) =>
        `${item.msku} ${marketplace} ${currency} ${formatDay(on)}`,
    );
  };

  it("are noted once per item and currency, on the earliest day, in the first marketplace of it", () => {
    expect(asked(["US", "2026-05-02"], ["US", "2026-05-01"], ["US", "2026-05-03"])).toEqual([
      "MUG US USD 2026-05-01",
    ]);
    expect(asked(["FR", "2026-05-01"], ["DE", "2026-05-01"], ["IT", "2026-05-01"])).toEqual([
      "MUG DE EUR 2026-05-01",
    ]);
    expect(asked(["DE", "2026-05-01"], ["FR", "2026-05-01"])).toEqual(["MUG DE EUR 2026-05-01"]);
    expect(asked(["FR", "2026-05-01"], ["DE", "2026-05-02"])).toEqual(["MUG FR EUR 2026-05-01"]);
    expect(asked(["US", "2026-05-01"], ["US", "2026-05-01", "CUP"])).toEqual([
      "MUG US USD 2026-05-01",
      "CUP US USD 2026-05-01",
    ]);
    expect(asked(["US", "2026-05-01"], ["DE", "2026-05-01"])).toEqual([
      "MUG US USD 2026-05-01",
      "MUG DE EUR 2026-05-01",
    ]);
  });

  it("are wanted in euro where the euro will do, and nowhere when nobody knows the marketplace", () => {
    expect(asked(["PL", "2026-05-01"])).toEqual(["MUG PL EUR 2026-05-01"]);
    expect(asked(["XX", "2026-05-01"])).toEqual([]);
  });

  it("are not noted where the rule of the day forbids a value, nor where there is a cost", () => {
    expect(asked(["US", "2025-03-30"])).toEqual([]);
    const account = withCosts([cost(4)]);
    unitBeforeOrder(account, "US", MUG, day("2026-05-01"));
    expect(account.derive(missingCostsOf).size).toBe(0);
  });
});
