/** What Amazon asks of claims beyond their windows, as far as anybody says, and how often it says it may be asked. */

export interface ClaimRules {
  /** Whole days from the denial of a request about an item's cost to the next one. */
  readonly costRequestWaitDays: number;
  /** The oldest invoice Amazon takes, in whole days before filing. */
  readonly invoiceAgeDays: number;
  /** How often a denied claim about fees and measurements may be appealed. */
  readonly feeAppeals: number;
}

/** Overridable in the Policy tab. */
export const CLAIM_RULES: ClaimRules = { costRequestWaitDays: 30, invoiceAgeDays: 365, feeAppeals: 1 };

/** A rule as the Policy tab shows it. */
export interface ClaimRuleFact {
  readonly name: keyof ClaimRules;
  readonly rule: string;
  readonly what: string;
  readonly unit: "days" | "appeals";
  readonly clockStarts: string;
  readonly sourced: boolean;
  readonly confidence: string;
  readonly sources: readonly string[];
  readonly note: string;
}

export const CLAIM_RULE_FACTS: readonly ClaimRuleFact[] = [
  {
    name: "costRequestWaitDays",
    rule: "Wait after a denied request about an item's cost",
    what: "Ask again at the earliest after",
    unit: "days",
    clockStarts: "denial",
    sourced: true,
    confidence: "low",
    sources: ["RIDGELINE"],
    note: "One practitioner, April 2025.",
  },
  {
    name: "invoiceAgeDays",
    rule: "Age of invoices",
    what: "An invoice is too old after",
    unit: "days",
    clockStarts: "invoice date, to the day of filing",
    sourced: true,
    confidence: "low",
    sources: ["RIDGELINE"],
    note: "One practitioner, April 2025, about requests on an item's cost.",
  },
  {
    name: "feeAppeals",
    rule: "Appeals of claims about fees",
    what: "Most appeals of one claim",
    unit: "appeals",
    clockStarts: "",
    sourced: true,
    confidence: "medium",
    sources: ["SELLERJOURNAL"],
    note: "One claim per charge, one appeal, then final. Nobody publishes a number for claims about stock.",
  },
];
