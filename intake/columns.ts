/** What is done with each column of a file: read, kept as text, or dropped; and the values above its header. */
import { MARKETPLACES } from "../src/policy/marketplaces.ts";
import type { Cell } from "../src/reports/definition.ts";
import { fieldOfHeader, isPersonal } from "../src/reports/recognise.ts";
import { ColumnReader, Undecided, Unreadable } from "./cells.ts";
import type { Layout } from "./detect.ts";

/** Where a cell of a record goes. */
export type Target =
  | { readonly kind: "field"; readonly reader: ColumnReader; readonly index: number }
  | { readonly kind: "extra"; readonly index: number }
  | { readonly kind: "dropped" };

export interface Columns {
  /** How many columns the header names. */
  readonly width: number;
  /** One per column of the header. */
  readonly targets: readonly Target[];
  readonly fields: readonly string[];
  /** One per field. */
  readonly readers: readonly ColumnReader[];
  readonly extras: readonly string[];
  /** Values above the header that belong to every row, in the order of the first fields. */
  readonly constants: readonly Cell[];
  readonly droppedPersonal: readonly string[];
  readonly notes: readonly string[];
}

/** So many columns nobody knows are kept; a tab takes no more than 200 in all. */
const MOST_EXTRAS = 100;
/** The longest name of such a column that is kept whole. */
const LONGEST_NAME = 200;

/** @param copying what is read must not keep the text of the file alive */
export function columnsOf(layout: Layout, marketplace: string, copying: boolean): Columns {
  const plan = new Plan(layout, marketplace, copying);
  plan.readPreamble();
  plan.readHeader();
  return plan;
}

class Plan implements Columns {
  readonly width: number;
  readonly targets: Target[] = [];
  readonly fields: string[] = [];
  readonly readers: ColumnReader[] = [];
  readonly extras: string[] = [];
  readonly constants: Cell[] = [];
  readonly droppedPersonal: string[] = [];
  readonly notes: string[] = [];
  readonly #layout: Layout;
  readonly #marketplace: string;
  readonly #copying: boolean;

  constructor(layout: Layout, marketplace: string, copying: boolean) {
    this.#layout = layout;
    this.#marketplace = marketplace;
    this.#copying = copying;
    this.width = widthOf(layout.headers);
  }

  /** The lines above the header: which shipment a SKU list is of, which currency the amounts are in. */
  readPreamble(): void {
    const { definition, preamble, headers } = this.#layout;
    const inHeader = new Set(headers.map((header) => fieldOfHeader(definition, header)));
    if (definition.id === "inbound-contents") {
      for (const [key = "", ...values] of preamble) {
        const pair = /^([^:]+):\s*(.+)$/.exec(key);
        const name = pair && values.every((value) => value === "") ? (pair[1] as string) : key;
        const field = fieldOfHeader(definition, name);
        if (field === null || inHeader.has(field) || this.fields.includes(field)) continue;
        const value = name === key ? (values.find((cell) => cell !== "") ?? "") : (pair?.[2] ?? "");
        this.#constant(field, name, value);
      }
    }
    if (definition.id === "transactions" && !inHeader.has("currency")) {
      const currency = currencyIn(preamble);
      if (currency !== null) this.#constant("currency", "currency", currency);
    }
  }

  #constant(field: string, header: string, text: string): void {
    const reader = this.#reader(field, header);
    const value = reader.read(text);
    const readable = !(value instanceof Unreadable) && !(value instanceof Undecided);
    if (!readable) this.notes.push(`Above the header, "${header}" says "${text}", which cannot be read.`);
    this.fields.push(field);
    this.readers.push(reader);
    this.constants.push(readable ? value : null);
  }

  #reader(field: string, header: string): ColumnReader {
    return new ColumnReader(this.#layout.definition, field, header, this.#marketplace, this.#copying);
  }

  readHeader(): void {
    const { definition, headers } = this.#layout;
    const surplus: string[] = [];
    const split: string[] = [];
    for (let i = 0; i < this.width; i++) {
      const header = (headers[i] as string).trim();
      const field = fieldOfHeader(definition, header);
      if (field !== null && !this.fields.includes(field)) {
        const reader = this.#reader(field, header);
        this.targets.push({ kind: "field", reader, index: this.fields.length });
        this.fields.push(field);
        this.readers.push(reader);
      } else if (isPersonal(definition, header)) {
        this.droppedPersonal.push(header);
        this.targets.push({ kind: "dropped" });
      } else if (definition.leftOut?.test(header)) {
        split.push(header);
        this.targets.push({ kind: "dropped" });
      } else if (this.extras.length === MOST_EXTRAS) {
        surplus.push(header);
        this.targets.push({ kind: "dropped" });
      } else {
        this.targets.push({ kind: "extra", index: this.extras.length });
        this.extras.push(this.#extraName(header, i));
      }
    }
    if (split[0] !== undefined) {
      this.notes.push(
        `Left out because no audit reads them and every file names them anew: ${split.length === 1 ? `"${split[0]}"` : `${split.length} columns such as "${split[0]}"`}.`,
      );
    }
    const [first] = surplus;
    if (first === undefined) return;
    this.notes.push(
      `The file has ${MOST_EXTRAS + surplus.length} columns this report is not known to have. The first ${MOST_EXTRAS} were kept, the others, from "${first.slice(0, LONGEST_NAME)}" on, left out. No audit reads any of them.`,
    );
  }

  #extraName(header: string, position: number): string {
    const name = header === "" ? `(column ${position + 1})` : header.slice(0, LONGEST_NAME);
    let unique = name;
    for (let n = 2; this.extras.includes(unique); n++) {
      const number = ` (${n})`;
      unique = name.slice(0, LONGEST_NAME - number.length) + number;
    }
    return unique;
  }
}

/** How many columns the header names, trailing nameless ones left out. */
function widthOf(headers: readonly string[]): number {
  let width = headers.length;
  while (width > 0 && headers[width - 1]?.trim() === "") width--;
  return width;
}

/** `All amounts in USD, unless specified`, in any language: the first currency code above the header. */
function currencyIn(preamble: readonly (readonly string[])[]): string | null {
  const known = new Set(MARKETPLACES.map((place) => place.currency));
  for (const word of preamble
    .flat()
    .join(" ")
    .match(/\b[A-Z]{3}\b/g) ?? [])
    if (known.has(word)) return word;
  return null;
}
