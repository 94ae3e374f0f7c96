/**
 * The runner: the add-on without Google. It imports report files and audits them with the same two programs
 * as the sheet, `intake` and the built bundle in the local Sheets, which talk through the functions of
 * `google.script.run`.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { exit, stderr, stdout } from "node:process";
import { REPORTS } from "../src/reports/index.ts";
import {
  type AuditArguments,
  auditArguments,
  startArguments,
  UnusableArguments,
  USAGE,
} from "./arguments.ts";
import { auditFolder } from "./audit-folder.ts";
import { progressOn } from "./progress.ts";
import { start } from "./start.ts";
import { callsOf, reportTypes, summaryOf } from "./summary.ts";
import { writeXlsx } from "./xlsx.ts";

/** Exit statuses: 0 the audit ran, whatever it found; 2 unusable arguments or nothing readable. */
const RAN = 0;
const UNUSABLE = 2;

/** Runs one command; `root` is the project's folder, where the bundle is. Returns the exit status. */
export async function main(argv: readonly string[], root: string): Promise<number> {
  // Whoever reads only the first lines (`reimb audit … | head`) has seen enough.
  stdout.on("error", (problem: NodeJS.ErrnoException) => {
    if (problem.code === "EPIPE") exit(RAN);
    throw problem;
  });
  try {
    const [command, ...rest] = argv;
    if (command === "audit") return await audit(auditArguments(rest), root);
    if (command === "start") return await start(startArguments(rest), root);
    if (command === "report-types") {
      for (const line of reportTypes(REPORTS)) stdout.write(`${line}\n`);
      return RAN;
    }
    if (command === undefined || command === "help" || command === "--help" || command === "-h") {
      stdout.write(`${USAGE}\n`);
      return command === undefined ? UNUSABLE : RAN;
    }
    throw new UnusableArguments(`There is no command "${command}"; see reimb help`);
  } catch (problem) {
    if (!(problem instanceof UnusableArguments)) throw problem;
    stderr.write(`reimb: ${problem.message}\n`);
    return UNUSABLE;
  }
}

async function audit(options: AuditArguments, root: string): Promise<number> {
  const progress = progressOn(stderr);
  const done = await auditFolder(options, join(root, "dist"), await versionOf(root), progress.show);
  progress.end();
  if (done.document.imports.length === 0) {
    const [first] = done.document.unrecognised;
    const why = first ? `, e.g. ${first.file}: ${first.reason}` : ": it has no files";
    throw new UnusableArguments(`No report could be read in ${options.folder}${why}`);
  }
  if (options.out !== null) await writeWorkbook(options.out, done.workbook);
  if (options.json) stdout.write(`${JSON.stringify(done.document, null, 2)}\n`);
  else for (const line of summaryOf(done.document)) stdout.write(`${line}\n`);
  const aside = options.json ? stderr : stdout;
  if (options.stats) for (const line of callsOf(done.calls)) aside.write(`${line}\n`);
  if (options.out !== null) aside.write(`The workbook is in ${options.out}.\n`);
  return RAN;
}

async function writeWorkbook(file: string, workbook: Parameters<typeof writeXlsx>[0]): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, await writeXlsx(workbook));
  } catch (problem) {
    throw new UnusableArguments(
      `The workbook could not be written to ${file}: ${(problem as Error).message}`,
    );
  }
}

async function versionOf(root: string): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  return version;
}
