/** What a file says of its own sums, against what was read of it. */
import type { Cell } from "../src/reports/definition.ts";
import type { ParsedFile } from "./parsed.ts";
import { type InSteps, ITEMS_PER_STEP } from "./turns.ts";

/** Sentences about sums that do not agree; none when the file is whole. */
export function* checkSums(file: Omit<ParsedFile, "notes">): InSteps<string[]> {
  if (file.definition.id === "settlement" || file.definition.id === "settlement-v1")
    return yield* settlementNotes(file);
  if (file.definition.id === "inbound-contents") return contentsNotes(file);
  return [];
}

interface Settlement {
  header: number | null;
  details: number;
  currency: string;
}

/**
 * The details of a settlement add up to the total of its first row: in flat file V2 the column `amount`, in V1
 * every `…-amount` column but `total-amount` (recomputed on seven public files).
 */
function* settlementNotes({ definition, fields, rows }: Omit<ParsedFile, "notes">): InSteps<string[]> {
  const at = (field: string) => fields.indexOf(field);
  const [id, total, currency] = [at("settlementId"), at("totalAmount"), at("currency")];
  const amounts = fields
    .map((field, index) => ({ field, index }))
    .filter(({ field }) => (definition.id === "settlement" ? field === "amount" : /Amount$/.test(field)))
    .filter(({ index }) => index !== total)
    .map(({ index }) => index);
  const settlements = new Map<string, Settlement>();
  for (const [count, row] of rows.entries()) {
    if (count % ITEMS_PER_STEP === 0) yield;
    const key = String(row[id] ?? "");
    const known: Settlement = settlements.get(key) ?? { header: null, details: 0, currency: "" };
    const headerTotal = row[total] ?? null;
    if (headerTotal !== null) {
      known.header = (known.header ?? 0) + tenThousandths(headerTotal);
      known.currency = String(row[currency] ?? "");
    }
    for (const index of amounts) known.details += tenThousandths(row[index] ?? null);
    settlements.set(key, known);
  }
  const notes: string[] = [];
  for (const [key, { header, details, currency: code }] of settlements) {
    if (header === null) {
      notes.push(
        `Settlement ${key}: its first row, which holds the total, is not in the file, so its completeness cannot be checked. Download the settlement again if you have shortened it.`,
      );
      continue;
    }
    const difference = details - header;
    if (Math.abs(difference) < 50) continue;
    notes.push(
      `Settlement ${key}: its rows add up to ${printed(details)} ${code}, its first row says ${printed(header)} ${code}: ${printed(Math.abs(difference))} ${code} too ${difference > 0 ? "much" : "little"}. Rows are missing or could not be read; download the settlement again.`,
    );
  }
  return notes;
}

/** A SKU list names its total units above its header. */
function contentsNotes({ fields, rows }: Omit<ParsedFile, "notes">): string[] {
  const [total, shipped, shipment] = ["totalUnits", "shipped", "shipmentId"].map((f) => fields.indexOf(f));
  const stated = rows[0]?.[total ?? -1] ?? null;
  if (stated === null || typeof stated !== "number") return [];
  const sum = rows.reduce((units, row) => units + Number(row[shipped ?? -1] ?? 0), 0);
  if (sum === stated) return [];
  return [
    `Shipment ${rows[0]?.[shipment ?? -1]}: its rows hold ${sum} units, the lines above them say ${stated}. Rows are missing or could not be read; download the SKU list again.`,
  ];
}

/** Whole ten-thousandths, so that thousands of cents add up exactly. */
function tenThousandths(value: Cell): number {
  return typeof value === "number" ? Math.round(value * 10_000) : 0;
}

function printed(tenThousandthsOf: number): string {
  return (tenThousandthsOf / 10_000).toFixed(2);
}
