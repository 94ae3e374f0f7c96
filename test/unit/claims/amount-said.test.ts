import { expect, it } from "vitest";
import { amountSaid } from "../../../src/claims/amount-said.ts";
import { currency, money } from "../../../src/values/money.ts";

const [USD, JPY] = [currency("USD"), currency("JPY")];

it("keeps an amount to the cent, and yen whole", () => {
  expect(amountSaid(" 12.3 ", USD)).toEqual(money(1230, USD));
  expect(amountSaid("1230", JPY)).toEqual(money(1230, JPY));
  expect(amountSaid("1230.00", JPY)).toEqual(money(1230, JPY));
  expect(amountSaid(" ", JPY)).toBeNull();
});

it("refuses what it would have to change", () => {
  const refused = (text: string, of: typeof USD | null) =>
    expect(amountSaid(text, of)).toMatchObject({ refused: expect.stringMatching(/Write it/) });
  refused("1230.50", JPY);
  refused("12,30", USD);
  refused("12.305", USD);
  refused("-1", USD);
  refused("12.30", null);
});
