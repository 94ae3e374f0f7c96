/**
 * The import and the audit of a ledger in the local Sheets, as the sidebar does them: what they call and move, by
 * execution, and what functions in cells take.
 */
import { readFile } from "node:fs/promises";
import vm from "node:vm";
import { auditApart } from "../intake/audit.ts";
import { importFiles } from "../intake/import.ts";
import type { AddOn } from "../intake/server.ts";
import { evaluate } from "../simulator/audit-files.ts";
import { type Bundle, loadBundle } from "../simulator/load-bundle.ts";
import { LocalSheets } from "../simulator/local-sheets.ts";
import { assumedMs } from "../simulator/runtime/costs.ts";
import type { Counts } from "../simulator/runtime/counts.ts";
import { Workbook } from "../simulator/services/index.ts";

const USER = "bench@example.com";

interface Step {
  readonly name: string;
  readonly counts: Counts;
}

export interface SheetRun {
  /** What all executions of the import and of the audit did. */
  readonly import: Sum;
  readonly audit: Sum;
}

export interface SheetRuns extends SheetRun {
  /** What one piece of 5,000 rows in the middle of the ledger writes: how often which call. */
  readonly pieceWrites: Readonly<Record<string, number>>;
}

interface Sum {
  readonly executions: number;
  readonly calls: number;
  readonly reads: number;
  readonly writes: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** Seconds all executions would take at Google, and the longest of them: assumed. */
  readonly seconds: number;
  readonly longest: number;
  readonly longestStep: string;
  /** Milliseconds on this machine. */
  readonly ms: number;
}

/** Imports the files one by one into a new workbook and audits it. */
export async function sheetRun(dist: string, paths: readonly string[], asOf: string): Promise<SheetRuns> {
  const bundle = await loadBundle(dist);
  const sheets = opened(bundle);
  const steps: Step[] = [];
  const call =
    (name: string) =>
    async (request: unknown): Promise<never> => {
      const result = await sheets.execute({
        user: USER,
        functionName: name,
        args: [request],
        trigger: "client",
      });
      steps.push({ name, counts: result.counts });
      if (!result.ok) throw new Error(result.error.message);
      return result.value as never;
    };
  const addOn = new Proxy({} as AddOn, { get: (_, name) => call(String(name)) });
  await sheets.open(USER);
  await sheets.clickMenu(USER, ["Set up this sheet"]);
  const started = performance.now();
  for (const path of paths) {
    const bytes = await readFile(path);
    const file = new File([bytes], path.split("/").pop() ?? path, { lastModified: 0 });
    const options = { marketplace: "US", from: "2025-05-21", to: asOf };
    const { unrecognised } = await importFiles([file], addOn, options, () => {});
    const [problem] = unrecognised;
    if (problem) throw new Error(`${problem.file}: ${problem.reason}`);
  }
  const between = performance.now();
  const imported = steps.splice(0);
  const pieces = imported.filter(({ name }) => name === "importPiece");
  const request = { asOf, marketplace: "US" };
  const whole = await addOn.auditRun(request);
  // What the server leaves to the client is audited here, as in the sidebar.
  if (whole.apart === true) await auditApart(addOn, request, { evaluate, tell: async () => {} });
  return {
    import: sumOf(imported, between - started),
    audit: sumOf(steps, performance.now() - between),
    pieceWrites: writesOf(pieces[pieces.length >> 1]?.counts.byKind ?? {}),
  };
}

/** Without what only reads, or leads somewhere. */
function writesOf(byKind: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(byKind).filter(([kind]) => /^(Range|Sheet)\.(set|clear|insert|delete|sort)/.test(kind)),
  );
}

function opened(bundle: Bundle): LocalSheets {
  return new LocalSheets({
    workbook: new Workbook({ name: "Bench", timeZone: "America/Los_Angeles" }),
    bundle,
    users: [{ email: USER, answerer: () => ({ button: "OK" }) }],
    enabled: true,
  });
}

function sumOf(steps: readonly Step[], ms: number): Sum {
  const add = (of: (counts: Counts) => number) => steps.reduce((sum, { counts }) => sum + of(counts), 0);
  const [longest] = [...steps].sort((a, b) => assumedMs(b.counts) - assumedMs(a.counts));
  return {
    executions: steps.length,
    calls: add(({ calls }) => calls),
    reads: add(({ reads }) => reads),
    writes: add(({ writes }) => writes),
    cellsRead: add(({ cellsRead }) => cellsRead),
    cellsWritten: add(({ cellsWritten }) => cellsWritten),
    seconds: add(assumedMs) / 1000,
    longest: longest === undefined ? 0 : assumedMs(longest.counts) / 1000,
    longestStep: longest?.name ?? "",
    ms,
  };
}

/** Milliseconds of the fastest of 60 fresh starts of the bundle (nothing else disturbed it), and of `REIMB_FLAG` over the rows of a ledger. */
export async function cellRun(dist: string, rows: readonly (readonly string[])[]) {
  const bundle = await loadBundle(dist);
  const starts = Array.from({ length: 60 }, () => {
    const context = vm.createContext({});
    const started = performance.now();
    new vm.Script(bundle.code).runInContext(context);
    return performance.now() - started;
  });
  const sheets = opened(bundle);
  const range = rows.map((row, line) => (line === 0 ? [...row] : row.map(asInSheet)));
  const started = performance.now();
  const answered = (await sheets.callCustomFunction("REIMB_FLAG", ["2026-11-20", range])) as string[][];
  const flagMs = performance.now() - started;
  return {
    startMs: Math.min(...starts),
    flagMs,
    flagged: answered.filter(([flag]) => flag !== "").length - 1,
  };
}

/** A cell of the ledger as a function is handed it: days as Dates, numbers as numbers. */
function asInSheet(text: string): string | number | Date {
  const day = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
  if (day) return new Date(`${day[3]}-${day[1]}-${day[2]}T08:00:00Z`);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return new Date(text);
  return /^-?\d{1,3}$/.test(text) ? Number(text) : text;
}
