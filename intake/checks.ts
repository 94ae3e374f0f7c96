/** What a file says of its own sums, against what was read of it. */
import type { Cell, ReportDefinition } from "../src/reports/definition.ts";
import type { ParsedFile } from "./parsed.ts";
import { type InSteps, ITEMS_PER_STEP } from "./turns.ts";

type Cells = Pick<ParsedFile, "definition" | "fields" | "columns" | "length">;

/** The fields of a file that its sums are checked with. */
export function checkedFields(definition: ReportDefinition, fields: readonly string[]): readonly string[] {
  if (definition.id === "inbound-contents") return ["totalUnits", "shipped", "shipmentId"];
  if (definition.id !== "settlement" && definition.id !== "settlement-v1") return [];
  return ["settlementId", "totalAmount", "currency", ...amountsOf(definition, fields)];
}

/** The details of a settlement: in flat file V2 the column `amount`, in V1 every `…-amount` column but `total-amount`. */
function amountsOf({ id }: ReportDefinition, fields: readonly string[]): readonly string[] {
  const isAmount = (field: string) => (id === "settlement" ? field === "amount" : /Amount$/.test(field));
  return fields.filter((field) => isAmount(field) && field !== "totalAmount");
}

/** Sentences about sums that do not agree; none when the file is whole. */
export function* checkSums(file: Cells): InSteps<string[]> {
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

/** The details of a settlement add up to the total of its first row (recomputed on seven public files). */
function* settlementNotes({ definition, fields, columns, length }: Cells): InSteps<string[]> {
  const cellsOf = (field: string) => columns[fields.indexOf(field)] ?? [];
  const [ids, totals, currencies] = [cellsOf("settlementId"), cellsOf("totalAmount"), cellsOf("currency")];
  const amounts = amountsOf(definition, fields).map(cellsOf);
  const settlements = new Map<string, Settlement>();
  let known: Settlement | null = null;
  for (let row = 0; row < length; row++) {
    if (row % ITEMS_PER_STEP === 0) yield;
    // Nearly all rows are of the settlement of the row before.
    if (known === null || ids[row] !== ids[row - 1])
      known = settlementNamed(settlements, String(ids[row] ?? ""));
    const total = totals[row] ?? null;
    if (total !== null) {
      known.header = (known.header ?? 0) + tenThousandths(total);
      known.currency = String(currencies[row] ?? "");
    }
    for (const cells of amounts) known.details += tenThousandths(cells[row] ?? null);
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

function settlementNamed(settlements: Map<string, Settlement>, id: string): Settlement {
  let known = settlements.get(id);
  if (known === undefined) {
    known = { header: null, details: 0, currency: "" };
    settlements.set(id, known);
  }
  return known;
}

/** A SKU list names its total units above its header. */
function contentsNotes({ fields, columns }: Cells): string[] {
  const cellsOf = (field: string) => columns[fields.indexOf(field)] ?? [];
  const [stated] = cellsOf("totalUnits");
  if (typeof stated !== "number") return [];
  const sum = cellsOf("shipped").reduce<number>((units, cell) => units + Number(cell ?? 0), 0);
  if (sum === stated) return [];
  return [
    `Shipment ${cellsOf("shipmentId")[0]}: its rows hold ${sum} units, the lines above them say ${stated}. Rows are missing or could not be read; download the SKU list again.`,
  ];
}

/** Whole ten-thousandths, so that thousands of cents add up exactly. */
function tenThousandths(value: Cell): number {
  return typeof value === "number" ? Math.round(value * 10_000) : 0;
}

function printed(tenThousandthsOf: number): string {
  return (tenThousandthsOf / 10_000).toFixed(2);
}
