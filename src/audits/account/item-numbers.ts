/**
 * Which FNSKU and ASIN an MSKU stands for in a stock region, as any report shows it. Settlements name items by
 * MSKU alone, storage fees by FNSKU; returns and payments by all of them.
 */

import type { Table } from "../../reports/definition.ts";
import { compareText } from "../../values/hash.ts";
import type { Item } from "../wording/draft.ts";
import type { Account } from "./account.ts";
import { placeOf } from "./regions.ts";

export interface ItemNumbers {
  /** The item of an MSKU. Of several FNSKUs the one most rows show; blank where no report tells. */
  ofMsku(region: string, msku: string): Item;
  /** The MSKU an FNSKU is sold under in a region. Of several the one most rows show; blank where no report tells. */
  mskuOf(region: string, fnsku: string): string;
}

/** The columns that hold an MSKU, in the order tried. */
const MSKU_COLUMNS = ["msku", "sku", "merchantSku"] as const;

type Counts = Map<string, number>;

export function itemNumbersOf(account: Account): ItemNumbers {
  const seen = new Map<string, { fnskus: Counts; asins: Counts }>();
  for (const table of account.input.tables) scan(table, seen);
  const elsewhere = onlyNumbers(seen);
  let sellers: Map<string, Counts> | null = null;
  return {
    mskuOf(region, fnsku) {
      sellers ??= mskusOf(seen);
      const mskus = fnsku === "" ? undefined : sellers.get(`${region}|${fnsku}`);
      return mskus === undefined ? "" : mostSeen(mskus);
    },
    ofMsku(region, msku) {
      const known = msku === "" ? undefined : seen.get(`${region}|${msku}`);
      if (known) return { msku, fnsku: mostSeen(known.fnskus), asin: mostSeen(known.asins) };
      return { msku, ...(elsewhere.get(msku) ?? { fnsku: "", asin: "" }) };
    },
  };
}

/** The MSKUs of each FNSKU of a region, with the rows that show both. */
function mskusOf(seen: ReadonlyMap<string, { fnskus: Counts }>): Map<string, Counts> {
  const mskus = new Map<string, Counts>();
  for (const [key, { fnskus }] of seen) {
    const bar = key.indexOf("|");
    for (const [fnsku, rows] of fnskus) {
      const item = `${key.slice(0, bar)}|${fnsku}`;
      const counts = mskus.get(item) ?? new Map<string, number>();
      mskus.set(item, counts.set(key.slice(bar + 1), rows));
    }
  }
  return mskus;
}

/**
 * MSKUs that stand for one FNSKU and ASIN wherever they occur. A file of several regions is imported for one
 * of them, so an item may be known in another region than its orders.
 */
function onlyNumbers(seen: ReadonlyMap<string, { fnskus: Counts; asins: Counts }>) {
  const numbers = new Map<string, { fnsku: string; asin: string }>();
  for (const [key, { fnskus, asins }] of seen) {
    const msku = key.slice(key.indexOf("|") + 1);
    const before = numbers.get(msku);
    const [fnsku, asin] = [onlyOne(fnskus, before?.fnsku), onlyOne(asins, before?.asin)];
    numbers.set(msku, { fnsku, asin });
  }
  return numbers;
}

/** The one number counted, the same as before where one was; blank when there are several. */
function onlyOne(counts: Counts, before: string | undefined): string {
  const [number = "", ...others] = counts.keys();
  return others.length === 0 && (before === undefined || before === number) ? number : "";
}

/** By columns, not by rows: a ledger has hundreds of thousands. */
function scan(table: Table, seen: Map<string, { fnskus: Counts; asins: Counts }>): void {
  const mskus = MSKU_COLUMNS.map((name) => table.columns[name]).find((column) => column !== undefined);
  const fnskus = table.columns["fnsku"];
  const asins = table.columns["asin"];
  const archived = table.columns["archivedRows"];
  if (mskus === undefined || (fnskus === undefined && asins === undefined)) return;
  const regions = new Map<string, string>();
  for (let i = 0; i < table.length; i++) {
    const msku = mskus[i];
    if (typeof msku !== "string" || msku === "") continue;
    const importedFor = table.importedFor[i] ?? "";
    let region = regions.get(importedFor);
    if (region === undefined) {
      region = placeOf(importedFor).region;
      regions.set(importedFor, region);
    }
    const key = `${region}|${msku}`;
    let known = seen.get(key);
    if (known === undefined) {
      known = { fnskus: new Map(), asins: new Map() };
      seen.set(key, known);
    }
    // A line of the archive stands for all the rows it sums up.
    const rows = Number(archived?.[i] ?? 1);
    count(known.fnskus, fnskus?.[i], rows);
    count(known.asins, asins?.[i], rows);
  }
}

function count(counts: Counts, value: unknown, rows: number): void {
  if (typeof value === "string" && value !== "") counts.set(value, (counts.get(value) ?? 0) + rows);
}

function mostSeen(counts: Counts): string {
  const [most] = [...counts.entries()].sort(([a, ofA], [b, ofB]) => ofB - ofA || compareText(a, b));
  return most?.[0] ?? "";
}
