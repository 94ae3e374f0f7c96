import { describe, expect, test } from "vitest";
import {
  MARKETPLACES,
  marketplace,
  marketplaceOfCountry,
  marketplaceOfCurrency,
  marketplaceOfSite,
  stockRegionOf,
} from "../../../src/policy/index.ts";

/** code | site | currency | stock region */
const FACTS = `
US | Amazon.com | USD | US
CA | Amazon.ca | CAD | CA
MX | Amazon.com.mx | MXN | MX
BR | Amazon.com.br | BRL | BR
UK | Amazon.co.uk | GBP | UK
DE | Amazon.de | EUR | EU
FR | Amazon.fr | EUR | EU
IT | Amazon.it | EUR | EU
ES | Amazon.es | EUR | EU
NL | Amazon.nl | EUR | EU
SE | Amazon.se | SEK | EU
PL | Amazon.pl | PLN | EU
BE | Amazon.com.be | EUR | EU
IE | Amazon.ie | EUR | EU
TR | Amazon.com.tr | TRY | TR
AE | Amazon.ae | AED | AE
SA | Amazon.sa | SAR | SA
EG | Amazon.eg | EGP | EG
IN | Amazon.in | INR | IN
JP | Amazon.co.jp | JPY | JP
AU | Amazon.com.au | AUD | AU
SG | Amazon.sg | SGD | SG
`;

const facts = FACTS.trim()
  .split("\n")
  .map((line) => line.split(" | "));

test.each(facts)("%s: %s, %s, stock region %s", (code = "", site = "", currency, region) => {
  expect(marketplaceOfSite(site)).toMatchObject({ code, currency, stockRegion: region });
  expect(marketplaceOfSite(site.toLowerCase())?.code).toBe(code);
  expect(marketplace(code.toLowerCase())?.code).toBe(code);
  expect(stockRegionOf(code)).toBe(region);
});

test("spaces, case and www. never matter", () => {
  expect(marketplace(" de ")?.code).toBe("DE");
  expect(marketplaceOfSite(" WWW.Amazon.de ")?.code).toBe("DE");
  expect(marketplaceOfSite("Amazon.www.de")).toBeNull();
  expect(marketplaceOfCountry(" gb ")?.code).toBe("UK");
  expect(marketplaceOfCurrency(" usd ", "")?.code).toBe("US");
  expect(marketplaceOfCurrency("eur", " fr ")?.code).toBe("FR");
  expect(stockRegionOf(" cz ")).toBe("EU");
});

test("these are all", () => {
  expect(MARKETPLACES.map((place) => place.code)).toEqual(facts.map(([code]) => code));
});

test.each(["Non-Amazon", "Non-Amazon CA", "amazon.example", "", "com"])(
  "%j is no site of Amazon's",
  (site) => {
    expect(marketplaceOfSite(site)).toBeNull();
  },
);

describe("countries", () => {
  test.each([
    ["GB", "UK", "UK"],
    ["UK", "UK", "UK"],
    ["us", "US", "US"],
    ["DE", "DE", "EU"],
    ["PL", "PL", "EU"],
    ["JP", "JP", "JP"],
  ])("%s is marketplace %s, stock region %s", (country, code, region) => {
    expect(marketplaceOfCountry(country)?.code).toBe(code);
    expect(stockRegionOf(country)).toBe(region);
  });

  test("Czech and Slovak warehouses hold European stock and have no marketplace", () => {
    for (const country of ["CZ", "SK"]) {
      expect(marketplaceOfCountry(country)).toBeNull();
      expect(stockRegionOf(country)).toBe("EU");
    }
  });

  test("British stock is not European stock", () => {
    expect(stockRegionOf("GB")).not.toBe(stockRegionOf("DE"));
  });

  test.each(["", "XX", "constructor"])("%j is unknown", (country) => {
    expect(marketplaceOfCountry(country)).toBeNull();
    expect(stockRegionOf(country)).toBeNull();
  });
});

describe("currencies", () => {
  test.each([
    ["EUR", "FR", "FR"],
    ["EUR", "IE", "IE"],
    ["EUR", "US", "DE"],
    ["EUR", "SE", "DE"],
    ["eur", "nowhere", "DE"],
    ["GBP", "DE", "UK"],
    ["USD", "US", "US"],
    ["SEK", "DE", "SE"],
    ["JPY", "US", "JP"],
  ])("%s, preferring %s, is %s", (currency, preferred, code) => {
    expect(marketplaceOfCurrency(currency, preferred)?.code).toBe(code);
  });

  test("a currency nobody is paid in is unknown", () => {
    expect(marketplaceOfCurrency("CHF", "DE")).toBeNull();
    expect(marketplaceOfCurrency("", "DE")).toBeNull();
  });
});
