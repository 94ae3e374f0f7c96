/**
 * How far claims may rest on a fee table: by the sources, and by what the user set in the Policy tab. The fees
 * themselves are Amazon's and stay as they are.
 */

import type { FeeTrust } from "../policy.ts";
import { FEE_GROUPS } from "./catalogue.ts";
import { type FeeTable, reasonAgainst, type Standing } from "./fee.ts";
import { REMOVAL } from "./tables/removal.ts";

/** A fee's standing with the user's word on its tables: distrust of one is enough, trust has to be in all that need it. */
export function trustedBy<Of extends Standing>(trust: readonly FeeTrust[], of: Of): Of {
  const said = (id: string, claims: boolean) =>
    trust.some((one) => one.table === id && one.claims === claims);
  const distrusted = of.tables.find(({ id }) => said(id, false));
  if (distrusted !== undefined) {
    const because = `In the Policy tab you set “${distrusted.name}” to information only.`;
    return { ...of, usable: false, unusableBecause: because };
  }
  const doubted = of.tables.filter((table) => reasonAgainst(table) !== null);
  const ownReason =
    of.unusableBecause !== null && !doubted.some((t) => reasonAgainst(t) === of.unusableBecause);
  if (of.usable || ownReason || !doubted.every(({ id }) => said(id, true))) return of;
  const assumptions = [
    ...of.assumptions,
    ...doubted.map((table) => `“${table.name}” holds, as you set in the Policy tab. ${reasonAgainst(table)}`),
  ];
  return { ...of, usable: true, unusableBecause: null, estimated: true, assumptions };
}

/** What the user may set of a table: `claim`, `info`; null = anything else. */
export function trustOf(text: string): boolean | null {
  const said = text.trim().toLowerCase();
  if (["claim", "claims", CLAIMS].includes(said)) return true;
  return ["info", "information", INFORMATION].includes(said) ? false : null;
}

const CLAIMS = "claims may rest on it";
const INFORMATION = "for information only";

/** As the Policy tab says it. */
export function trustWords(claims: boolean): string {
  return claims ? CLAIMS : INFORMATION;
}

/** Removal fees are compared as a hint: no claim is made on them, however sure the table. */
export function neverClaimed(table: string): boolean {
  return REMOVAL.some(({ id }) => id === table);
}

export function feeTableOf(id: string): FeeTable | null {
  return FEE_GROUPS.flatMap(({ tables }) => tables).find((table) => table.id === id) ?? null;
}
