/** Where a new tab goes: always the same place, whatever was imported first. Users may move tabs afterwards. */
import { archive, REPORTS } from "../../src/reports/index.ts";

const ORDER: readonly string[] = [
  "Start here",
  "Findings",
  "Claims",
  "Data health",
  ...REPORTS.filter(({ from }) => from === "user").map(({ title }) => title),
  "Imports",
  "Claim Log",
  "Policy",
  ...REPORTS.filter(({ from }) => from === "amazon").map(({ title }) => title),
  archive.title,
];

/** The 0-based place of a new tab among those there are: before the first that comes later, else at the end. */
export function placeAmong(title: string, standing: readonly string[]): number {
  const rank = ORDER.indexOf(title);
  const later = standing.findIndex((other) => ORDER.indexOf(other) > rank);
  return later < 0 ? standing.length : later;
}
