/**
 * Amazon's marketplaces: the names reports give them, their currency and time zone, and the stock region
 * whose warehouses serve them. Stock and payments are matched within a stock region: a unit lost in Germany
 * may be found in Poland.
 */

export interface Marketplace {
  /** Our code; the United Kingdom is `UK`. */
  readonly code: string;
  readonly name: string;
  /** As reports print it in lower case, e.g. `amazon.co.uk`. */
  readonly site: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly stockRegion: string;
  /** The id, in the IANA list, of the zone its calendar days are counted in. */
  readonly zone: string;
  /** ISO 3166-1 countries (`GB` for the United Kingdom) whose warehouses' rows fall under its policy. */
  readonly countries: readonly string[];
}

/** Amazon keeps one clock for its three North American marketplaces: their reports print PST and PDT. */
const NORTH_AMERICA = "America/Los_Angeles";

export const MARKETPLACES: readonly Marketplace[] = [
  place("US", "United States", "amazon.com", "USD", "US", NORTH_AMERICA),
  place("CA", "Canada", "amazon.ca", "CAD", "CA", NORTH_AMERICA),
  place("MX", "Mexico", "amazon.com.mx", "MXN", "MX", NORTH_AMERICA),
  place("BR", "Brazil", "amazon.com.br", "BRL", "BR", "America/Sao_Paulo"),
  place("UK", "United Kingdom", "amazon.co.uk", "GBP", "UK", "Europe/London", ["GB"]),
  place("DE", "Germany", "amazon.de", "EUR", "EU", "Europe/Berlin"),
  place("FR", "France", "amazon.fr", "EUR", "EU", "Europe/Paris"),
  place("IT", "Italy", "amazon.it", "EUR", "EU", "Europe/Rome"),
  place("ES", "Spain", "amazon.es", "EUR", "EU", "Europe/Madrid"),
  place("NL", "Netherlands", "amazon.nl", "EUR", "EU", "Europe/Amsterdam"),
  place("SE", "Sweden", "amazon.se", "SEK", "EU", "Europe/Stockholm"),
  place("PL", "Poland", "amazon.pl", "PLN", "EU", "Europe/Warsaw"),
  place("BE", "Belgium", "amazon.com.be", "EUR", "EU", "Europe/Brussels"),
  place("IE", "Ireland", "amazon.ie", "EUR", "EU", "Europe/Dublin"),
  place("TR", "Türkiye", "amazon.com.tr", "TRY", "TR", "Europe/Istanbul"),
  place("AE", "United Arab Emirates", "amazon.ae", "AED", "AE", "Asia/Dubai"),
  place("SA", "Saudi Arabia", "amazon.sa", "SAR", "SA", "Asia/Riyadh"),
  place("EG", "Egypt", "amazon.eg", "EGP", "EG", "Africa/Cairo"),
  place("IN", "India", "amazon.in", "INR", "IN", "Asia/Kolkata"),
  place("JP", "Japan", "amazon.co.jp", "JPY", "JP", "Asia/Tokyo"),
  place("AU", "Australia", "amazon.com.au", "AUD", "AU", "Australia/Sydney"),
  place("SG", "Singapore", "amazon.sg", "SGD", "SG", "Asia/Singapore"),
];

/**
 * Countries with warehouses and no marketplace of their own (Amazon's Central Europe programme stores German
 * sellers' stock there), and the stock region they belong to.
 */
const STOCK_ONLY_COUNTRIES: ReadonlyMap<string, string> = new Map([
  ["CZ", "EU"],
  ["SK", "EU"],
]);

function place(
  code: string,
  name: string,
  site: string,
  currency: string,
  stockRegion: string,
  zone: string,
  countries: readonly string[] = [code],
): Marketplace {
  return { code, name, site, currency, stockRegion, zone, countries };
}

/** The marketplace of a code such as `US` or `UK` (also `GB`), in any case; null when there is none. */
export function marketplace(code: string): Marketplace | null {
  const wanted = code.trim().toUpperCase();
  return MARKETPLACES.find((m) => m.code === wanted) ?? marketplaceOfCountry(wanted);
}

/** The marketplace of a site's name as reports print it, e.g. `Amazon.com`; null for `Non-Amazon` and unknown names. */
export function marketplaceOfSite(site: string): Marketplace | null {
  const wanted = site
    .trim()
    .toLowerCase()
    .replace(/^www\./, "");
  return MARKETPLACES.find((m) => m.site === wanted) ?? null;
}

/** The marketplace of an ISO country (`GB` and `UK` alike); null when the country has none. */
export function marketplaceOfCountry(country: string): Marketplace | null {
  const wanted = country.trim().toUpperCase();
  return MARKETPLACES.find((m) => m.code === wanted || m.countries.includes(wanted)) ?? null;
}

/**
 * The marketplace that pays in a currency. Several pay in euro: then the preferred one when it does too, else
 * the first of them (Germany). Null for a currency no marketplace pays in.
 */
export function marketplaceOfCurrency(code: string, preferred: string): Marketplace | null {
  const wanted = code.trim().toUpperCase();
  const paying = MARKETPLACES.filter((m) => m.currency === wanted);
  return paying.find((m) => m.code === marketplace(preferred)?.code) ?? paying[0] ?? null;
}

/** The stock region of a marketplace or country: `US`, `CA`, `UK`, `EU`, `JP`, …; null when unknown. */
export function stockRegionOf(code: string): string | null {
  const wanted = code.trim().toUpperCase();
  return marketplace(wanted)?.stockRegion ?? STOCK_ONLY_COUNTRIES.get(wanted) ?? null;
}
