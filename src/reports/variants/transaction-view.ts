import type { HeaderVariant } from "./variant.ts";

export const transactionViewVariants: readonly HeaderVariant[] = [
  {
    name: "US 2026, 10 columns",
    evidence: "observed",
    delimiter: "comma quoted",
    source: "parser test with live header, Feb-Apr 2026",
    header:
      "Date\tTransaction Status\tTransaction type\tOrder ID\tProduct Details\tTotal product charges\tTotal promotional rebates\tAmazon fees\tOther\tTotal (USD)",
  },
  {
    name: "Older / other markets, 9 columns",
    evidence: "observed",
    delimiter: "comma",
    source: "(AUD), (GBP), (INR)",
    header:
      "Date\tTransaction type\tOrder ID\tProduct Details\tTotal product charges\tTotal promotional rebates\tAmazon fees\tOther\tTotal (GBP)",
  },
  {
    name: "FR",
    evidence: "observed",
    delimiter: "comma/semicolon",
    source: "a public repository",
    header:
      "Date\tStatut\tType de transaction\tNuméro de la commande\tDétails sur le produit\tTotal des frais produit\tTotal des rabais promotionnels\tCommissions Amazon\tAutres\tTotal (EUR)",
  },
];
