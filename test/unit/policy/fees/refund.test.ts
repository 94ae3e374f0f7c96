import { describe, expect, test } from "vitest";
import { expectedReferralCredit, refundAdministrationFee } from "../../../../src/policy/fees/index.ts";
import { day } from "../../../../src/values/day.ts";
import { currency, moneyOf } from "../../../../src/values/money.ts";

const ON = day("2026-06-01");

function fee(marketplace: string, unit: string, referral: number, mediaInFull = false) {
  const asked = { marketplace, day: ON, referral: moneyOf(referral, currency(unit)), mediaInFull };
  const found = refundAdministrationFee(asked);
  if (found.cannotTell !== null) throw new Error(found.cannotTell);
  return found;
}

function credit(commission: number, paid: number, refunded: number, mediaInFull = false) {
  const usd = (amount: number) => moneyOf(amount, currency("USD"));
  return expectedReferralCredit({
    marketplace: "US",
    day: ON,
    commission: usd(commission),
    paid: usd(paid),
    refunded: usd(refunded),
    mediaInFull,
  });
}

function creditOf(...asked: Parameters<typeof credit>) {
  const found = credit(...asked);
  if (found.cannotTell !== null) throw new Error(found.cannotTell);
  return found;
}

describe("the two worked examples of Amazon's page", () => {
  test("item $300, shipping $40, gift wrap $5 at 15 %: a fifth of 51.75 is 10.35, capped at 5.00", () => {
    expect(fee("US", "USD", 51.75).fee.minor).toBe(500);
    expect(fee("US", "USD", 51.75).explanation).toBe("20 % of 51.75 USD is 10.35 USD; at most 5.00 USD");
  });

  test("$57 at 15 %: a fifth of 8.55 is 1.71", () => {
    expect(fee("US", "USD", 8.55).fee.minor).toBe(171);
    expect(fee("US", "USD", 8.55).explanation).toBe("20 % of 8.55 USD is 1.71 USD");
  });

  test("the two together keep 6.71", () => {
    expect(fee("US", "USD", 51.75).fee.minor + fee("US", "USD", 8.55).fee.minor).toBe(671);
  });
});

describe("caps", () => {
  test.each([
    ["US", "USD", 5],
    ["UK", "GBP", 5],
    ["NL", "EUR", 5],
    ["ES", "EUR", 5],
    ["AE", "AED", 15],
    ["BR", "BRL", 10],
  ])("%s: %s %d", (marketplace, unit, cap) => {
    expect(fee(marketplace, unit, cap * 5).fee.minor).toBe(cap * 100);
    expect(fee(marketplace, unit, cap * 5 - 0.05).fee.minor).toBe(cap * 100 - 1);
    expect(fee(marketplace, unit, cap * 5 + 100).fee).toEqual(moneyOf(cap, currency(unit)));
    expect(fee(marketplace, unit, 10)).toMatchObject({
      usable: true,
      estimated: false,
      confidence: "medium",
    });
  });

  test("Germany's cap is inferred: no claim may rest on it", () => {
    expect(fee("DE", "EUR", 100)).toMatchObject({
      fee: { minor: 500, currency: "EUR" },
      confidence: "low",
      usable: false,
      unusableBecause: "“DE refund administration fee” is an inference.",
    });
  });

  test.each(["FR", "IT", "JP", "CA", "nowhere"])("%s: cannot tell", (marketplace) => {
    const referral = moneyOf(10, currency("EUR"));
    expect(refundAdministrationFee({ marketplace, day: ON, referral })).toEqual({
      cannotTell: `No refund administration fee is sourced for ${marketplace} on 2026-06-01.`,
    });
  });

  test.each([
    [0, "USD"],
    [-1, "USD"],
    [10, "GBP"],
  ])("%d %s in the US: cannot tell", (amount, unit) => {
    const referral = moneyOf(amount, currency(unit));
    expect(refundAdministrationFee({ marketplace: "US", day: ON, referral })).toEqual({
      cannotTell: "The amounts have to be above 0 and in USD.",
    });
  });
});

test("media refunded in full: nothing is kept", () => {
  expect(fee("US", "USD", 30, true).fee.minor).toBe(0);
  expect(creditOf(3, 20, 20, true).fee.minor).toBe(300);
});

describe("the credit that is owed", () => {
  test.each([
    // In full, under the cap and above it.
    [8.55, 57, 57, 6.84],
    [51.75, 345, 345, 46.75],
    // In part: the share of the commission less a fifth of that share.
    [8.55, 57, 28.5, 3.42],
    [51.75, 345, 172.5, 20.88],
    [75, 500, 250, 32.5],
    // Refunded above what was paid: not more than the whole commission.
    [8.55, 57, 70, 6.84],
  ])("commission %d, paid %d, refunded %d: %d", (commission, paid, refunded, expected) => {
    const found = creditOf(commission, paid, refunded);
    expect(found.fee.minor / 100).toBeCloseTo(expected, 9);
    expect(found.parts.reduce((sum, { amount }) => sum + amount.minor, 0)).toBe(found.fee.minor);
  });

  test("is explained", () => {
    expect(creditOf(8.55, 57, 57).explanation).toBe(
      "the whole referral fee = 8.55 USD, less the refund administration fee (20 % of 8.55 USD is 1.71 USD)",
    );
    expect(creditOf(8.55, 57, 28.5).parts.map(({ what }) => what)).toEqual([
      "referral fee 8.55 USD × 28.50 USD ÷ 57.00 USD",
      "refund administration fee",
    ]);
  });

  test("cannot tell without amounts, and where no fee is sourced", () => {
    expect(credit(0, 57, 57)).toEqual({ cannotTell: "The amounts have to be above 0 and in USD." });
    expect(credit(8.55, 0, 57)).toEqual({ cannotTell: "The amounts have to be above 0 and in USD." });
    expect(credit(8.55, 57, 0)).toEqual({ cannotTell: "The amounts have to be above 0 and in USD." });
    const amount = moneyOf(10, currency("EUR"));
    expect(
      expectedReferralCredit({
        marketplace: "FR",
        day: ON,
        commission: amount,
        paid: amount,
        refunded: amount,
      }),
    ).toHaveProperty("cannotTell", "No refund administration fee is sourced for FR on 2026-06-01.");
  });

  test("a refund too small to earn a cent of commission: nothing, not an error", () => {
    expect(creditOf(0.3, 100, 0.5).fee.minor).toBe(0);
  });
});
