/** How a claim window is written down: only what the rule says; everything it does not say is null. */

import type { ClaimWindow } from "../policy.ts";

/** The European marketplaces Amazon's announcement of January 2025 is taken to cover. */
export const EUROPE: readonly string[] = ["UK", "DE", "FR", "IT", "ES", "NL", "SE", "PL", "BE", "IE"];

const UNSAID = {
  opensAfterDaysSourced: true,
  opensRule: null,
  conservativeOpensAfterDays: null,
  closesAfterMonths: null,
  conservativeClosesAfterDays: null,
  effectiveFrom: null,
  effectiveTo: null,
  effectiveFromSourced: true,
  automatic: null,
  automaticFrom: null,
  note: null,
} satisfies Partial<ClaimWindow>;

type Said = Omit<ClaimWindow, keyof typeof UNSAID> & Partial<ClaimWindow>;

export function claimWindow(said: Said): ClaimWindow {
  return { ...UNSAID, ...said };
}
