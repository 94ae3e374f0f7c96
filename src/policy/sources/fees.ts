/** Where the fee tables come from. */

import type { Source } from "../policy.ts";

export const FEE_SOURCES: Readonly<Record<string, Source>> = {
  STORAGE: {
    url: "sellercentral.amazon.com help GJ9NNG7RK4TU6E3Z",
    title: "Monthly storage fee (rates eff. 2024-04-01)",
    date: "2024",
    tier: "official",
  },
  "GS-TW": {
    url: "gs.amazon.com.tw",
    title: "EU/UK 2025 peak fee increments",
    date: "2025-09-01",
    tier: "official",
  },
  "SC-NL-SIZE": {
    url: "https://sellercentral.amazon.nl/gp/help/external/G2CD5P9TSDYZA2XG?language=en_GB",
    title: "Product size tier (Netherlands): envelopes are 33 × 23 cm",
    date: "undated (older)",
    tier: "official",
  },
  "FEE-A": {
    url: "public code",
    title: "US 2026 FBA fee tables incl. peak, 'checked against Seller Central 2026-10-01'",
    date: "2026-10-01",
    tier: "public-code",
  },
  "FEE-B": {
    url: "public code",
    title: "US 2026 FBA fee and size-tier tables, referral rates",
    date: "2026",
    tier: "public-code",
  },
  "FEE-C": {
    url: "public code",
    title: "US/UK/CA 2026 fee tables incl. apparel and DG (some rows marked estimate)",
    date: "2026",
    tier: "public-code",
  },
  "FEE-D": {
    url: "public code",
    title: "US 2026 fee tables verified 2026-07-14",
    date: "2026-07-14",
    tier: "public-code",
  },
  "FEE-E": {
    url: "public code",
    title: "Other US 2026 table; disagrees, judged unreliable",
    date: "2026",
    tier: "public-code",
  },
  "FEE-F": {
    url: "public code",
    title: "Storage unchanged 2025/26, utilization surcharge, LIL fee; re-read 2026-10-01",
    date: "2026-10-01",
    tier: "public-code",
  },
  "FEE-2025": {
    url: "public code; sellerlabs; supplychaindive examples",
    title: "US 2024/2025 non-peak table",
    date: "2024-2025",
    tier: "public-code",
  },
  "FEE-TIERS-2024": {
    url: "huzaifa.org; ppcventure (paths not kept)",
    title: "US 2024-25 size tiers",
    date: "2024-2025",
    tier: "practitioner",
  },
  "PEAK-2025": {
    url: "practitioner posts on 2025 peak fee (points at selected weights; paths not kept)",
    title: "2025-10-15 to 2026-01-14 peak fee points",
    date: "2025",
    tier: "practitioner",
  },
  "SCD-PEAK": {
    url: "https://www.supplychaindive.com/news/amazon-2025-fba-fulfillment-peak-season-charges/758169",
    title: "Peak fees of 2025 with Amazon's four examples; the day a unit ships decides",
    date: "2025-08",
    tier: "press",
  },
  "FUEL-SCD": {
    url: "https://thedailyscout.com/briefings/W3tD4DiRh7A/amazon-adds-3-5-fuel-surcharge",
    title: "Fuel surcharge, quoting CNBC and Supply Chain Dive",
    date: "2026-04",
    tier: "press",
  },
  "FUEL-ASD": {
    url: "https://amazonsellerdaily.youressentialinsights.com/?p=105",
    title: "Fuel surcharge summary",
    date: "2026-04-25",
    tier: "practitioner",
  },
  CRATEFIT: {
    url: "https://cratefit.com/fees",
    title: "2026 fee versions: Jan-15 change, Apr-17 fuel surcharge, inbound defect fees",
    date: "2026",
    tier: "practitioner",
  },
  "UKFEE-B": {
    url: "public code",
    title: "UK 2026 FBA and referral tables",
    date: "2026",
    tier: "public-code",
  },
  "REF-A": {
    url: "public code",
    title: "Referral fees 'verified 2026-09-08 against sell.amazon.com/pricing'",
    date: "2026-09-08",
    tier: "public-code",
  },
  SELLERCLOUD: {
    url: "https://help.sellercloud.com/omnichannel-ecommerce/amazon-commisions",
    title: "Referral fees incl. collectible coins",
    date: "2025-2026",
    tier: "practitioner",
  },
  "REF-NAMES": {
    url: "https://www.listing-forge.com/blog/amazon-referral-fees-by-category; https://sellerkit.me/tools/referral-fee-lookup",
    title: "US 2026 referral fees by category name: which categories pay the 15 % of most",
    date: "2026",
    tier: "practitioner",
  },
  AGED: {
    url: "hackernoon; biginternetcommerce; mistorify (paths not kept)",
    title: "2026 aged inventory surcharge change at 12-15 and 15+ months",
    date: "2026",
    tier: "practitioner",
  },
  ECOMCREW: {
    url: "ecomcrew (path not kept)",
    title: "Removal/disposal fees 2026",
    date: "2026",
    tier: "practitioner",
  },
  EMPLICIT: {
    url: "emplicit (path not kept)",
    title: "Says removal rates unchanged, $0.50 std",
    date: "2026",
    tier: "practitioner",
  },
};
