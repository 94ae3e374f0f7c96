/** An amount as somebody typed it: a point, no currency, no more decimals than the currency has. */

import { type Currency, type Money, minorDigits, moneyOf } from "../values/money.ts";
import type { Refusal } from "./claim.ts";

/** Null: nothing was typed. `currency`: the claim's; null = the log names none. */
export function amountSaid(typed: string, currency: Currency | null): Money | null | Refusal {
  const text = typed.trim();
  if (text === "") return null;
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(text)) {
    return {
      refused: `“${text}” is no amount. Write it with a point and without a currency, such as 12.30.`,
    };
  }
  if (currency === null) {
    return { refused: "The claim names no currency, so no amount can be kept. Write it into the note." };
  }
  if (minorDigits(currency) === 0 && /\.\d*[1-9]/.test(text)) {
    return {
      refused: `“${text}” is no amount in ${currency}, which has no decimals. Write it whole, such as 1230.`,
    };
  }
  return moneyOf(Number(text), currency);
}
