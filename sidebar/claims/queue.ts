/** The list of claims: by state, what runs out first on top. */
import type { ClaimShort, ClaimState } from "../../intake/server.ts";

/** In the order of the work they ask for. */
export const CLAIM_STATES: readonly ClaimState[] = [
  "to file",
  "denied",
  "filed",
  "in review",
  "appealed",
  "approved",
  "paid",
  "expired",
  "closed",
  "dismissed",
];

/** States in which nothing is left to do. */
const OVER: readonly ClaimState[] = ["closed", "dismissed"];

/** `open`: everything that is not over; "" = all. */
export type ClaimFilter = { readonly text: string; readonly state: ClaimState | "open" | "" };

export function claimQueue(claims: readonly ClaimShort[], filter: ClaimFilter): ClaimShort[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return claims
    .filter((claim) => {
      if (
        filter.state === "open"
          ? OVER.includes(claim.state)
          : filter.state !== "" && claim.state !== filter.state
      )
        return false;
      const searched =
        `${claim.title}\n${claim.item}\n${claim.reference}\n${claim.caseId}\n${claim.id}\n${claim.marketplace}`.toLowerCase();
      return words.every((word) => searched.includes(word));
    })
    .sort(
      (a, b) =>
        CLAIM_STATES.indexOf(a.state) - CLAIM_STATES.indexOf(b.state) ||
        (a.daysLeft ?? Number.MAX_SAFE_INTEGER) - (b.daysLeft ?? Number.MAX_SAFE_INTEGER) ||
        Number(b.amount ?? -1) - Number(a.amount ?? -1) ||
        (a.id < b.id ? -1 : 1),
    );
}

/** How many claims are in each state that has any. */
export function countsOf(claims: readonly ClaimShort[]): { state: ClaimState; count: number }[] {
  return CLAIM_STATES.map((state) => ({
    state,
    count: claims.filter((claim) => claim.state === state).length,
  })).filter(({ count }) => count > 0);
}
