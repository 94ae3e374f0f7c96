/**
 * Where a row belongs: its marketplace (whose policy holds) and its stock region (within which stock and
 * payments are matched: lost in Germany, found in Poland is found).
 */

import {
  marketplace as marketplaceNamed,
  marketplaceOfCountry,
  marketplaceOfCurrency,
  stockRegionOf,
} from "../../policy/index.ts";

export interface Place {
  /** Marketplace code, e.g. `US`, `UK`, `DE`. */
  readonly marketplace: string;
  /** Stock region, e.g. `US`, `UK`, `EU`. */
  readonly region: string;
}

/** The place of a marketplace code; an unknown code is a region of its own. */
export function placeOf(code: string): Place {
  const found = marketplaceNamed(code)?.code ?? code;
  return { marketplace: found, region: stockRegionOf(found) ?? found };
}

/**
 * The place of a row that prints a country (ledger). A country without a marketplace of its own (Amazon
 * stores German sellers' stock in Czechia) falls under the policy of the marketplace the file was imported for.
 */
export function placeOfCountry(country: string, importedFor: string): Place {
  const own = country === "" ? null : marketplaceOfCountry(country);
  if (own) return placeOf(own.code);
  const file = placeOf(importedFor);
  return { marketplace: file.marketplace, region: stockRegionOf(country) ?? file.region };
}

/** The place of a row that prints only a currency (`reimbursements`). */
export function placeOfCurrency(currency: string, importedFor: string): Place {
  const paying = marketplaceOfCurrency(currency, importedFor);
  return placeOf(paying?.code ?? importedFor);
}
