/** A document in the simulator with the freshly built bundle, and files to import into it. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ImportFile,
  type ImportOptions,
  type ImportOutcome,
  importFiles,
} from "../../../intake/import.ts";
import type { Piece, Server } from "../../../intake/server.ts";
import { type Bundle, loadBundle } from "../../../simulator/load-bundle.ts";
import { LocalSheets } from "../../../simulator/local-sheets.ts";
import { ManualClock } from "../../../simulator/runtime/clock.ts";
import type { Fault } from "../../../simulator/runtime/execution.ts";
import { type SheetSnapshot, Workbook } from "../../../simulator/services/index.ts";
import { build } from "../../../tools/build.mjs";

export const USER = "seller@example.com";
const NOW = Date.UTC(2026, 6, 20, 12);

let built: Promise<Bundle> | null = null;

/** Built once per test file, into a folder of its own. */
export function freshBundle(): Promise<Bundle> {
  built ??= (async () => {
    const outDir = await mkdtemp(join(tmpdir(), "reimb-dist-"));
    await build({ outDir });
    const bundle = await loadBundle(outDir);
    await rm(outDir, { recursive: true });
    return bundle;
  })();
  return built;
}

export interface Options {
  readonly timeZone?: string;
  readonly textFormatKeepsFormulas?: boolean;
  readonly grantedScopes?: readonly string[];
}

export class TestSheet {
  readonly workbook: Workbook;
  readonly sheets: LocalSheets;
  readonly clock = new ManualClock(NOW);
  /** Set to let the next call of this function fail so. */
  fault: { readonly functionName: string; readonly skip: number; readonly fault: Fault } | null = null;
  readonly calls: { readonly name: string; readonly request: unknown }[] = [];

  constructor(bundle: Bundle, options: Options = {}) {
    this.workbook = new Workbook({ timeZone: options.timeZone ?? "America/Los_Angeles", ...options });
    this.sheets = new LocalSheets({
      workbook: this.workbook,
      bundle,
      users: [
        {
          email: USER,
          answerer: () => ({ button: "OK" }),
          ...(options.grantedScopes ? { grantedScopes: options.grantedScopes } : {}),
        },
      ],
      clock: this.clock,
      enabled: true,
    });
  }

  static async open(options: Options = {}): Promise<TestSheet> {
    return new TestSheet(await freshBundle(), options);
  }

  get server(): Server {
    const call = (name: string) => (request: unknown) => this.call(name, request) as Promise<never>;
    return {
      importBegin: call("importBegin"),
      importKeys: call("importKeys"),
      importPiece: call("importPiece"),
      importFinish: call("importFinish"),
      auditRun: call("auditRun"),
    };
  }

  async call(functionName: string, request: unknown): Promise<unknown> {
    this.calls.push({ name: functionName, request });
    const planned = this.fault;
    let fault: Fault | undefined;
    if (planned?.functionName === functionName) {
      this.fault = planned.skip > 0 ? { ...planned, skip: planned.skip - 1 } : null;
      if (planned.skip === 0) fault = planned.fault;
    }
    const result = await this.sheets.execute({
      user: USER,
      functionName,
      args: [request],
      trigger: "client",
      ...(fault ? { fault } : {}),
    });
    if (result.ok) return result.value;
    throw new Error(result.error.message);
  }

  import(files: readonly ImportFile[], options: Partial<ImportOptions> = {}): Promise<ImportOutcome> {
    return importFiles(files, this.server, { marketplace: "US", from: null, to: null, ...options });
  }

  get pieces(): Piece[] {
    return this.calls.flatMap(({ name, request }) => (name === "importPiece" ? [request as Piece] : []));
  }

  sheet(name: string): SheetSnapshot {
    const found = this.workbook.snapshot().sheets.find((sheet) => sheet.name === name);
    if (!found) throw new Error(`There is no tab ${name}`);
    return found;
  }

  /** The rows of a tab as objects by header, the header row left out. */
  rows(name: string): Record<string, string | number | boolean | null>[] {
    const [header = [], ...rows] = this.sheet(name).values;
    return rows.map((cells) =>
      Object.fromEntries(header.map((title, i) => [String(title), cells[i] ?? null])),
    );
  }

  /** What must not depend on the order of imports: every tab but the one that says when and who. */
  get reportTabs() {
    return this.workbook
      .snapshot()
      .sheets.filter(({ name }) => name !== "Imports" && name !== "Sheet1")
      .map(({ name, values, formulas }) => ({ name, values, formulas }));
  }
}

export function fileOf(name: string, text: string, lastModified = NOW): ImportFile {
  return { name, lastModified, bytes: async () => new TextEncoder().encode(text) };
}

const LEDGER = [
  "Date",
  "FNSKU",
  "ASIN",
  "MSKU",
  "Title",
  "Event Type",
  "Reference ID",
  "Quantity",
  "Fulfillment Center",
  "Disposition",
  "Reason",
  "Country",
  "Reconciled Quantity",
  "Unreconciled Quantity",
  "Date and Time",
  "Store",
];

export interface LedgerRow {
  /** Day of July 2026. */
  readonly day: number;
  readonly item?: string;
  readonly msku?: string;
  readonly title?: string;
  readonly event?: string;
  readonly reference?: string;
  readonly quantity?: number;
  readonly reason?: string;
  readonly reconciled?: number;
}

/** An inventory ledger as Seller Central writes it. */
export function ledgerFile(name: string, rows: readonly LedgerRow[]): ImportFile {
  const lines = rows.map((row) => {
    const quantity = row.quantity ?? -1;
    const reconciled = row.reconciled ?? 0;
    return [
      `07/${String(row.day).padStart(2, "0")}/2026`,
      row.item ?? "X0010TEST1",
      "B0TESTASIN",
      row.msku ?? "SKU-1",
      row.title ?? "Test item",
      row.event ?? "Adjustments",
      row.reference ?? "",
      String(quantity),
      "ACY1",
      "SELLABLE",
      row.reason ?? "M",
      "US",
      String(reconciled),
      String(Math.abs(quantity) - reconciled),
      `2026-07-${String(row.day).padStart(2, "0")}T10:00:00-0700`,
      "",
    ];
  });
  return fileOf(name, csv([LEDGER, ...lines]));
}

export function csv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\r\n");
}
