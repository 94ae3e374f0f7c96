/**
 * The key of a row: who it is (identity and occurrence), how good this version of it is, and where it belongs (its
 * day). Seven parts joined by points: in text order a key sorts by day, then identity, then occurrence.
 */
import { type Day, serialOfDay } from "../src/values/day.ts";
import { compareText } from "../src/values/hash.ts";

/** How good a version of a row is: the first difference decides, and the larger one stands. */
export interface Version {
  readonly newest: number;
  readonly prefer: number;
  readonly vintage: number;
  readonly content: string;
}

export function keyText(day: Day | null, identity: string, occurrence: number, version: Version): string {
  return [
    String(day === null ? 0 : Math.max(0, serialOfDay(day))).padStart(7, "0"),
    identity,
    occurrence.toString(36).padStart(4, "0"),
    numberText(version.newest),
    numberText(version.prefer),
    numberText(version.vintage),
    version.content,
  ].join(".");
}

/** A decimal point would be taken for the separator. */
function numberText(n: number): string {
  return String(n).replace(".", "p");
}

/** Identity and occurrence: two keys with the same are versions of one row. Empty when it is no key of ours. */
export function whoOf(key: string): string {
  const parts = key.split(".");
  return parts.length === 7 ? `${parts[1]}.${parts[2]}` : "";
}

export function versionOf(key: string): Version {
  const [newest = "0", prefer = "0", vintage = "0", content = ""] = key.split(".").slice(3);
  const numberOf = (text: string) => Number(text.replace("p", "."));
  return { newest: numberOf(newest), prefer: numberOf(prefer), vintage: numberOf(vintage), content };
}

export function compareVersions(a: Version, b: Version): number {
  return (
    a.newest - b.newest || a.prefer - b.prefer || a.vintage - b.vintage || compareText(a.content, b.content)
  );
}
