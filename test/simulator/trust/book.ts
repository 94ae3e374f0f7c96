/**
 * A document two people work in whose state can be taken and put back, so that every trial begins from the same
 * one, and a canonical form of it: what must be equal when nothing was doubled or lost.
 */
import type { ImportFile, ImportOutcome } from "../../../intake/import.ts";
import { importFiles } from "../../../intake/import.ts";
import type { AddOn, Server } from "../../../intake/server.ts";
import { type ExecutionResult, LocalSheets } from "../../../simulator/local-sheets.ts";
import { ManualClock } from "../../../simulator/runtime/clock.ts";
import type { Fault } from "../../../simulator/runtime/execution.ts";
import { Workbook } from "../../../simulator/services/index.ts";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { freshBundle } from "../import/sheet.ts";
import { ANNA, BEN, NOW } from "./account.ts";

export interface Call {
  readonly user: string;
  readonly name: string;
  readonly request: unknown;
}

export interface Made extends Call {
  /** Service calls it took. */
  readonly services: number;
  readonly before: WorkbookSnapshot;
  readonly ok: boolean;
}

export interface BookOptions {
  readonly textFormatKeepsFormulas?: boolean;
  readonly clock?: ManualClock;
}

export class Book {
  readonly workbook: Workbook;
  readonly sheets: LocalSheets;
  readonly clock: ManualClock;
  /** Where set, told of every call made through `as`. */
  watcher: ((made: Made) => void) | null = null;

  private constructor(bundle: Awaited<ReturnType<typeof freshBundle>>, options: BookOptions) {
    const { clock, ...kept } = options;
    this.clock = clock ?? new ManualClock(NOW);
    this.workbook = new Workbook({ timeZone: "America/Los_Angeles", ...kept });
    this.sheets = new LocalSheets({
      workbook: this.workbook,
      bundle,
      users: [ANNA, BEN].map((email) => ({ email, answerer: () => ({ button: "OK" }) })),
      clock: this.clock,
      enabled: true,
    });
  }

  static async open(options: BookOptions = {}): Promise<Book> {
    return new Book(await freshBundle(), options);
  }

  run({ user, name, request }: Call, fault?: Fault): ExecutionResult {
    return this.sheets.executeNow({
      user,
      functionName: name,
      args: [request],
      trigger: "client",
      ...(fault ? { fault } : {}),
    });
  }

  /** As the client calls; what is refused rejects. */
  call(call: Call): unknown {
    const before = this.watcher ? this.workbook.snapshot() : null;
    const result = this.run(call);
    if (before) this.watcher?.({ ...call, services: servicesIn(result), before, ok: result.ok });
    if (result.ok) return result.value;
    throw new Error(result.error.message);
  }

  as(user: string): AddOn {
    return new Proxy({} as AddOn, {
      get: (_, name) => async (request: unknown) => this.call({ user, name: String(name), request }),
    });
  }

  import(files: readonly ImportFile[], user = ANNA): Promise<ImportOutcome> {
    return importFiles(files, this.as(user) as Server, {
      marketplace: "US",
      from: "2026-06-01",
      to: "2026-08-25",
    });
  }

  restore(state: WorkbookSnapshot): void {
    this.workbook.restore(state);
  }

  /** The rows of a tab as objects by header. */
  rows(tab: string): Record<string, unknown>[] {
    const found = this.workbook.snapshot().sheets.find(({ name }) => name === tab);
    const [header = [], ...rows] = found?.values ?? [];
    return rows.map((cells) =>
      Object.fromEntries(header.map((title, i) => [String(title), cells[i] ?? null])),
    );
  }
}

export function servicesIn({ counts }: ExecutionResult): number {
  return Object.values(counts.byKind).reduce((sum, n) => sum + n, 0);
}

/**
 * Everything of a document that what comes later could depend on: values, formulas, notes, validation, formats,
 * filters, protections, conditional formats, metadata, sizes, names, order and properties. Left out are the ids Google
 * gives (of sheets, of metadata), as they say in what order things were made, and which tab is in front.
 */
export function whole(snapshot: WorkbookSnapshot): string {
  return JSON.stringify(withoutIds(snapshot), null, 1);
}

/** As `whole`, without the counters that only tell whether anything has changed since: they may grow further. */
export function canonical(snapshot: WorkbookSnapshot): string {
  const bare = withoutIds(snapshot);
  const document = Object.entries(snapshot.properties.document).map(([key, value]) => [
    key,
    withoutCounters(key, JSON.parse(value)),
  ]);
  const properties = { ...bare.properties, document: Object.fromEntries(document) };
  return JSON.stringify({ ...bare, properties }, null, 1);
}

function withoutIds(snapshot: WorkbookSnapshot) {
  const names = new Map(snapshot.sheets.map(({ id, name }) => [id, name]));
  return {
    ...snapshot,
    activeSheetId: null,
    properties: {
      ...snapshot.properties,
      // Whose properties were only looked into has none.
      user: Object.fromEntries(
        Object.entries(snapshot.properties.user).filter(([, kept]) => Object.keys(kept).length > 0),
      ),
    },
    namedRanges: snapshot.namedRanges.map(({ sheetId, ...named }) => ({
      ...named,
      sheet: names.get(sheetId),
    })),
    metadata: marks(snapshot.metadata),
    sheets: snapshot.sheets.map((sheet) => ({ ...sheet, id: null, metadata: marks(sheet.metadata) })),
  };
}

function marks(metadata: WorkbookSnapshot["metadata"]): string[] {
  return metadata.map(({ id: _, ...mark }) => JSON.stringify(mark)).sort();
}

function withoutCounters(key: string, value: unknown): unknown {
  if (key === "imports") return "counted";
  if (key === "audit") return { ...(value as object), imports: "counted" };
  return key.startsWith("tab.") ? { ...(value as object), revision: "counted" } : value;
}

/** The first lines in which two canonical documents differ. */
export function firstDifference(got: string, expected: string): string {
  const [a, b] = [got.split("\n"), expected.split("\n")];
  const at = a.findIndex((line, i) => line !== b[i]);
  const near = (lines: string[]) =>
    lines
      .slice(Math.max(0, at - 3), at + 3)
      .map((line) => line.trim())
      .join(" ")
      .slice(0, 300);
  return `${near(a)} instead of ${near(b)}`;
}
