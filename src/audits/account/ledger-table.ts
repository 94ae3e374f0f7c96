/**
 * One imported ledger table, read cell by cell: each distinct word is resolved once, and an object is made
 * only for a row somebody asks for. Most of a ledger is shipments to customers, which nobody does.
 */

import { adjustmentCode, disposition, type LedgerEvent, ledgerEvent } from "../../policy/index.ts";
import type { Cell, Table } from "../../reports/definition.ts";
import type { ledgerDetail } from "../../reports/index.ts";
import type { Day } from "../../values/day.ts";
import { itemKey } from "./items.ts";
import type { LedgerRow } from "./ledger.ts";
import { type Place, placeOfCountry } from "./regions.ts";
import { remembered } from "./remembered.ts";

/** A row whose identity is still to be numbered among its equals. */
export interface UnnumberedRow extends LedgerRow {
  readonly event: LedgerEvent;
  readonly country: string;
  identity: string;
  identityParts: readonly (string | number)[];
}

/** Columns are asked by the row's place in the table, from 0. */
export interface LedgerTable {
  readonly length: number;
  /** Null: an event nobody knows, or a row without a day or without units. */
  event(i: number): LedgerEvent | null;
  date(i: number): Day;
  /** Signed units. */
  quantity(i: number): number;
  place(i: number): Place;
  /** Whether the row names its country; the oldest layout has no such column. */
  namesCountry(i: number): boolean;
  centre(i: number): string;
  itemKey(i: number): string;
  /** The disposition as codes write it; as printed where it is unknown, empty where blank. */
  condition(i: number): string;
  /** The whole row; only where `event` is not null. */
  row(i: number): UnnumberedRow;
}

export function ledgerTableOf(table: Table): LedgerTable {
  const column = (field: keyof typeof ledgerDetail.columns): readonly Cell[] => table.columns[field] ?? [];
  const text = (cells: readonly Cell[], i: number) => {
    const cell = cells[i];
    return typeof cell === "string" ? cell.trim() : cell === null || cell === undefined ? "" : String(cell);
  };
  const [dates, quantities, events] = [column("date"), column("quantity"), column("eventType")];
  const [fnskus, asins, mskus] = [column("fnsku"), column("asin"), column("msku")];
  const [references, reasons, countries] = [column("referenceId"), column("reason"), column("country")];
  const [centres, dispositions] = [column("fulfillmentCenter"), column("disposition")];
  const [reconciledUnits, unreconciledUnits] = [column("reconciledQuantity"), column("unreconciledQuantity")];
  const eventNamed = remembered((name: string) => ledgerEvent(name));
  const placeNamed = remembered((key: string) => {
    const bar = key.indexOf("|");
    return placeOfCountry(key.slice(bar + 1), key.slice(0, bar));
  });
  const dispositionNamed = remembered((name: string) => disposition(name));
  const codeNamed = remembered((key: string) => {
    const [reason = "", sign, was = ""] = key.split("|");
    return adjustmentCode(reason, { quantity: Number(sign), disposition: was });
  });
  const country = (i: number) => text(countries, i).toUpperCase();
  // Most rows are of the place of the row before.
  let last: {
    readonly file: string | undefined;
    readonly country: Cell | undefined;
    readonly place: Place;
  } | null = null;
  const place = (i: number): Place => {
    const [file, printed] = [table.importedFor[i], countries[i]];
    if (last === null || last.file !== file || last.country !== printed) {
      last = { file, country: printed, place: placeNamed(`${file ?? ""}|${country(i)}`) };
    }
    return last.place;
  };
  const quantity = (i: number) => quantities[i] as number;

  return {
    length: table.length,
    event(i) {
      const units = quantities[i];
      if (typeof dates[i] !== "number" || typeof units !== "number" || units === 0) return null;
      return eventNamed(text(events, i));
    },
    date: (i) => dates[i] as Day,
    quantity,
    place,
    namesCountry: (i) => (countries[i] ?? "") !== "",
    centre: (i) => text(centres, i),
    itemKey: (i) => itemKey(place(i).region, text(fnskus, i), text(asins, i), text(mskus, i)),
    condition(i) {
      const printed = text(dispositions, i);
      return dispositionNamed(printed) ?? printed.toUpperCase();
    },
    row(i) {
      const event = eventNamed(text(events, i)) as LedgerEvent;
      const [reason, dispositionText] = [text(reasons, i), text(dispositions, i)];
      const { marketplace, region } = place(i);
      const open = unreconciled(Math.abs(quantity(i)), reconciledUnits[i], unreconciledUnits[i]);
      return {
        marketplace,
        region,
        date: dates[i] as Day,
        event,
        country: country(i),
        fnsku: text(fnskus, i),
        asin: text(asins, i),
        msku: text(mskus, i),
        itemKey: itemKey(region, text(fnskus, i), text(asins, i), text(mskus, i)),
        code:
          event === "Adjustments"
            ? codeNamed(`${reason}|${Math.sign(quantity(i))}|${dispositionText}`)
            : null,
        reason,
        referenceId: text(references, i),
        quantity: quantity(i),
        centre: text(centres, i),
        disposition: dispositionNamed(dispositionText),
        dispositionText,
        reconciled: Math.abs(quantity(i)) - open,
        unreconciled: open,
        line: table.lines[i] ?? 0,
        identity: "",
        identityParts: [],
      };
    },
  };
}

/** Of a row's units those Amazon has not matched; what it has, it counts in two columns, and a blank means nothing yet. */
function unreconciled(units: number, reconciled: Cell | undefined, unreconciled: Cell | undefined): number {
  const open =
    typeof unreconciled === "number"
      ? Math.abs(unreconciled)
      : typeof reconciled === "number"
        ? units - Math.abs(reconciled)
        : units;
  return Math.min(units, Math.max(0, open));
}
