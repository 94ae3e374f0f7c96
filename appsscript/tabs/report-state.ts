/** What is remembered of a report's tab from one execution to the next, in the document's properties. */
import * as z from "zod/mini";
import type { ReportDefinition } from "../../src/reports/definition.ts";
import { keep, kept } from "../kept.ts";
import { reportTab } from "./report.ts";
import type { TabPlan } from "./tab.ts";

/** Unknown columns of the files: the name in the file, the header in the tab. */
export type ExtraHeaders = readonly (readonly [name: string, header: string])[];

/** The file an import has begun with, and the last tab row that is accounted for: what follows was added since. */
export interface Begun {
  readonly sha256: string;
  readonly end: number;
}

/** A piece of changes whose writing has begun: how to tell that all of it stands. */
export interface Changing {
  /** The first tab row it writes to, and how many rows from there its keys lie in. */
  readonly at: number;
  readonly count: number;
  /** Hash of the keys in these rows when all is written: they are written last. */
  readonly keys: string;
  readonly changed: number;
}

/** What is known of a report's tab between executions. */
export interface TabState {
  /** Grows with every write of the add-on to the tab. */
  readonly revision: number;
  /** The fields that have a column; null = whatever is found. */
  readonly fields: readonly string[] | null;
  readonly extras: ExtraHeaders;
  /** The operation under way, and the piece it expects next. */
  readonly operation: string;
  readonly next: number;
  /** The file under way, and what has been written of it. */
  readonly sha256: string;
  readonly added: number;
  readonly changed: number;
  /** Only while a file is imported, or when its import was cut off. */
  readonly begun?: Begun | undefined;
  /** Only while changes are written, or when the execution that wrote them was stopped. */
  readonly changing?: Changing | undefined;
}

export const UNKNOWN_TAB: TabState = {
  revision: 0,
  fields: null,
  extras: [],
  operation: "",
  next: 0,
  sha256: "",
  added: 0,
  changed: 0,
};

const STORED = z.strictObject({
  revision: z.number(),
  fields: z.nullable(z.array(z.string())),
  extras: z.array(z.tuple([z.string(), z.string()])),
  operation: z.string(),
  next: z.number(),
  sha256: z.string(),
  added: z.number(),
  changed: z.number(),
  begun: z.optional(z.strictObject({ sha256: z.string(), end: z.number() })),
  changing: z.optional(
    z.strictObject({ at: z.number(), count: z.number(), keys: z.string(), changed: z.number() }),
  ),
});

/** The tab with the columns it is known to have. */
export function knownTab(definition: ReportDefinition, state: TabState): TabPlan {
  return reportTab(definition, state.fields ?? undefined, state.extras);
}

export function stateOf(definition: ReportDefinition): TabState {
  // Where nothing is known a plan made for what was is refused, and the next one starts afresh.
  return kept(`tab.${definition.id}`, STORED) ?? UNKNOWN_TAB;
}

/** Throws a sentence when there is too much to remember. */
export function keepState(definition: ReportDefinition, state: TabState): void {
  if (keep(`tab.${definition.id}`, state)) return;
  throw new Error(
    `The files of ${definition.title} have too many columns nobody knows. Remove some from the file, ` +
      "then import it again.",
  );
}
