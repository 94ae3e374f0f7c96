/** A sheet two people work in: the made-up seller's reports are imported and audited, claims are made of them. */
import { importFiles } from "../../../intake/import.ts";
import type { AddOn, ClaimDetail, FindingDetail, FindingShort, Server } from "../../../intake/server.ts";
import { generate } from "../../../samples/generate.ts";
import { LocalSheets } from "../../../simulator/local-sheets.ts";
import { ManualClock } from "../../../simulator/runtime/clock.ts";
import type { Fault } from "../../../simulator/runtime/execution.ts";
import { type SheetSnapshot, Workbook } from "../../../simulator/services/index.ts";
import { freshBundle } from "../import/sheet.ts";

export const ANNA = "anna@example.com";
export const BEN = "ben@example.com";
export const AS_OF = "2026-07-20";
const NOW = Date.UTC(2026, 6, 20, 19);

export interface DeskOptions {
  readonly grantedScopes?: readonly string[];
  readonly textFormatKeepsFormulas?: boolean;
}

let operations = 0;

/** A new operation id, as the sidebar makes one for every click. */
export function operation(): string {
  operations += 1;
  return `op-${String(operations).padStart(8, "0")}`;
}

export class Desk {
  readonly workbook: Workbook;
  readonly sheets: LocalSheets;
  readonly clock = new ManualClock(NOW);
  /** Set to let the next call of this function fail so. */
  fault: { readonly functionName: string; readonly fault: Fault } | null = null;

  constructor(bundle: Awaited<ReturnType<typeof freshBundle>>, options: DeskOptions = {}) {
    const { grantedScopes, ...kept } = options;
    this.workbook = new Workbook({ timeZone: "America/Los_Angeles", ...kept });
    this.sheets = new LocalSheets({
      workbook: this.workbook,
      bundle,
      users: [ANNA, BEN].map((email) => ({
        email,
        answerer: () => ({ button: "OK" }),
        ...(grantedScopes ? { grantedScopes } : {}),
      })),
      clock: this.clock,
      enabled: true,
    });
  }

  /** An empty sheet. */
  static async empty(options: DeskOptions = {}): Promise<Desk> {
    return new Desk(await freshBundle(), options);
  }

  /** The reports imported, and audited. */
  static async audited(options: DeskOptions = {}): Promise<Desk> {
    const desk = await Desk.empty(options);
    const { files } = generate({ seed: 11, asOf: AS_OF, factor: 0.2, marketplaces: ["US"] });
    await desk.import(files);
    await desk.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: "US" });
    return desk;
  }

  async import(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Promise<void> {
    const given = files.map(({ name, bytes }) => ({
      name,
      lastModified: 0,
      bytes: async () => new Uint8Array(bytes),
    }));
    await importFiles(given, this.as(ANNA) as Server, { marketplace: "US", from: null, to: null });
  }

  /** The add-on as a user's sidebar calls it. */
  as(user: string): AddOn {
    return new Proxy({} as AddOn, {
      get: (_, name) => (request: unknown) => this.call(user, String(name), request),
    });
  }

  async call(user: string, functionName: string, request: unknown): Promise<unknown> {
    const planned = this.fault?.functionName === functionName ? this.fault.fault : undefined;
    if (planned) this.fault = null;
    const result = await this.sheets.execute({
      user,
      functionName,
      args: [request],
      trigger: "client",
      ...(planned ? { fault: planned } : {}),
    });
    if (result.ok) return result.value;
    throw new Error(result.error.message);
  }

  /** All findings, page by page. */
  async findings(user = ANNA): Promise<FindingShort[]> {
    const all: FindingShort[] = [];
    let from: number | null = 0;
    let revision: string | null = null;
    while (from !== null) {
      const page = await this.as(user).findingsList({ from, revision });
      all.push(...page.findings);
      ({ next: from, revision } = page);
    }
    return all;
  }

  /** A finding that is owed now, and for some days more. */
  async toFile(nth = 0): Promise<FindingDetail> {
    const owed = (await this.findings()).filter(
      ({ state, status, daysLeft }) => state === "file" && status === "new" && (daysLeft ?? 100) > 5,
    );
    const chosen = owed[nth];
    if (!chosen) throw new Error(`There are only ${owed.length} findings to file.`);
    return this.as(ANNA).findingDetail({ id: chosen.id });
  }

  /** A claim of the finding, to be filed. */
  async started(finding: FindingDetail, user = ANNA): Promise<ClaimDetail> {
    const { refused, claim } = await this.as(user).findingStart({
      id: finding.finding.id,
      version: finding.version,
      operation: operation(),
    });
    if (refused !== null || claim === null) throw new Error(refused ?? "There is no claim.");
    return claim;
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

  /** Types into a cell as a hand would. */
  type(tab: string, row: number, header: string, value: string | number): void {
    const model = this.workbook.sheetByName(tab);
    const at = (this.sheet(tab).values[0] ?? []).map(String).indexOf(header);
    if (!model || at < 0) throw new Error(`There is no column ${header} in ${tab}`);
    model.column(at).set(row - 1, [value]);
    this.workbook.touch();
  }
}

/** A step as the sidebar sends it, with nothing said but what is given. */
export function stepOf(
  { claim, version }: ClaimDetail,
  said: Partial<Parameters<AddOn["claimStep"]>[0]> & { readonly to: ClaimDetail["claim"]["state"] },
): Parameters<AddOn["claimStep"]>[0] {
  return {
    id: claim.id,
    version,
    operation: operation(),
    caseId: null,
    on: null,
    units: null,
    amount: null,
    note: null,
    link: null,
    warningsRead: true,
    ...said,
  };
}
