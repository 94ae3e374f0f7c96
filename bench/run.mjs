/**
 * `npm run bench -- [--parts parse,findings,growth,worst,sheet,cells,sidebar] [--rows N] [--runs N]`
 * Measures the product against its peers on the same bytes, in the same run, and prints tables.
 * `--rows` is the ledger's size (1,000,000 when left out), `--runs` how often each is run (5).
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, release, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";
import Papa from "papaparse";
import { AS_OF, megabytes, OUT, reconciliationFiles, settlementFile } from "./generate.mjs";
import { inTurns, nodeTask, printTable, seconds, spread, TIMING, timing } from "./measure.mjs";

const PARTS = { parse, findings, growth, worst, sheet, cells, sidebar };
const { values: asked } = parseArgs({
  options: {
    parts: { type: "string", default: Object.keys(PARTS).join(",") },
    rows: { type: "string", default: "1000000" },
    runs: { type: "string", default: "5" },
  },
});
const [rows, runs] = [Number(asked.rows), Number(asked.runs)];
const parts = asked.parts.split(",");
if (parts.some((part) => !(part in PARTS)) || !(rows >= 1000) || !(runs >= 1)) {
  console.error(
    `usage: npm run bench -- [--parts ${Object.keys(PARTS).join(",")}] [--rows 1000000] [--runs 5]`,
  );
  process.exit(2);
}

/** Rows of a ledger of 100 MB. */
const LEDGER_100_MB = 560_000;

mkdirSync(OUT, { recursive: true });
const bundle = await bundled("domain");
const python = pythonWithPandas();
printMachine();
for (const part of parts) await PARTS[part]();
console.log(`\nLoad at the end: ${loadavg()[0].toFixed(1)}.`);
// A server that was closed keeps connections for minutes.
process.exit();

function parse() {
  for (const [title, file, delimiter, quoted] of [
    [`Parse: inventory ledger, ${count(rows)} rows`, reconciliationFiles({ rows }).ledger, ",", true],
    [`Parse: settlement, ${count(rows / 2)} rows`, settlementFile({ rows: rows / 2 }), "\t", false],
  ]) {
    const peer = { file, delimiter, quoted, papa: quoted ? {} : { quoteChar: "", fastMode: true } };
    compare(`${title}, ${megabytes(file).toFixed(0)} MB`, "papaparse", [
      { label: "typed rows, checked", command: nodeTask("parse", { file, bundle }) },
      ...["papaparse", "csv-parse", "udsv"].map((name) => ({ label: name, command: nodeTask(name, peer) })),
    ]);
  }
}

function findings() {
  const files = reconciliationFiles({ rows });
  const options = { files, bundle, asOf: AS_OF };
  const candidates = (open) => [
    { label: "three audits, all findings", command: nodeTask("findings", { ...options, open }) },
    { label: "duckdb", command: nodeTask("duckdb", { ...options, open }) },
    ...(python === null
      ? []
      : [{ label: "pandas", command: [python.path, "reconcile.py", JSON.stringify({ files, open })] }]),
  ];
  const told = [...inTurns(candidates(true), 1)].map(([label, [run]]) => [label, JSON.stringify(run.open)]);
  const wrong = told.filter(([, open]) => open !== told[0][1]).map(([label]) => label);
  const results = compare(`File to findings, ${count(rows)} ledger rows`, "duckdb", candidates(false));
  const own = results.get("three audits, all findings");
  const of = (field) => seconds(spread(own, (run) => run[field]).median);
  console.log(`Of ours: reading ${of("readMs")} s, auditing ${of("auditMs")} s.`);
  console.log(
    wrong.length === 0
      ? `All say the same open units, row by row (${count(own[0].rows)} findings).`
      : `NOT THE SAME OPEN UNITS: ${wrong.join(", ")}`,
  );
  if (wrong.length > 0) process.exitCode = 1;
}

function growth() {
  const sizes = [rows / 100, rows / 10, rows];
  const lines = [];
  for (const [label, task] of [
    ["typed rows", "parse"],
    ["merge planned", "plan"],
    ["findings", "findings"],
  ]) {
    let before = null;
    for (const size of sizes) {
      const files = reconciliationFiles({ rows: size });
      const command = nodeTask(task, { file: files.ledger, files, bundle, asOf: AS_OF });
      const measured = inTurns([{ label, command }], size === rows ? Math.min(3, runs) : runs).get(label);
      const wall = spread(measured, (run) => run.ms).median;
      const peak = spread(measured, (run) => run.peakMb).median;
      const mb = megabytes(files.ledger);
      lines.push([
        `${label}, ${count(size)} rows`,
        ...timing(measured),
        before === null ? "" : `× ${(wall / before).toFixed(1)}`,
        `× ${(peak / mb).toFixed(1)}`,
      ]);
      before = wall;
    }
  }
  printTable("Growth", ["", ...TIMING, "rows × 10", "peak : file"], lines);
}

function worst() {
  const lines = [];
  for (const [label, shape] of [
    ["as usual", "usual"],
    ["one item with all rows", "one-item"],
    ["every row its own item", "all-items"],
    ["all rows equal", "equal"],
  ]) {
    const files = reconciliationFiles({ rows, shape });
    for (const task of ["plan", "findings"]) {
      const command = nodeTask(task, { file: files.ledger, files, bundle, asOf: AS_OF });
      const measured = inTurns([{ label, command }], Math.min(3, runs)).get(label);
      lines.push([`${label}: ${task}`, ...timing(measured), count(measured[0].rows)]);
    }
  }
  printTable(`Worst cases, ${count(rows)} rows`, ["", ...TIMING, "rows out"], lines);
}

/** Counts what the import and the audit of a ledger and its reimbursements call and move in the local Sheets. */
async function sheet() {
  const { sheetRun } = await import(await bundled("sheet"));
  const dist = builtFolder();
  const lines = [];
  let piece = {};
  for (const size of [5_000, 20_000, 80_000]) {
    const files = reconciliationFiles({ rows: size });
    const { pieceWrites, ...run } = await sheetRun(
      dist,
      [files.ledger, files.reimbursements, files.costs],
      AS_OF,
    );
    piece = pieceWrites;
    for (const [what, sum] of Object.entries(run)) {
      lines.push([
        `${what}, ${count(size)} rows`,
        sum.executions,
        sum.reads,
        sum.writes,
        count(sum.cellsRead),
        count(sum.cellsWritten),
        sum.seconds.toFixed(0),
        `${sum.longest.toFixed(1)} (${sum.longestStep})`,
        seconds(sum.ms),
      ]);
    }
  }
  printTable(
    "In the sheet: ledger, reimbursements and costs imported, all audits run",
    ["", "executions", "reads", "writes", "cells read", "cells written", "assumed s", "longest s", "here s"],
    lines,
  );
  const writes = Object.entries(piece).map(([kind, times]) => `${times} × ${kind}`);
  console.log(`A piece of 5,000 rows writes: ${writes.join(", ")}.`);
  console.log(
    "Assumed: 0.1 ms a cell and 7 ms a call, after the one example Google gives; computing and the way there not in it.",
  );
}

/** What a cell function waits for: the bundle's fresh start, and the rows it flags. */
async function cells() {
  const { cellRun } = await import(await bundled("sheet"));
  const { ledger } = reconciliationFiles({ rows: 20_000 });
  const { data } = Papa.parse(readFileSync(ledger, "utf8"), { skipEmptyLines: true });
  const measured = [];
  for (let run = 0; run < runs; run++) measured.push(await cellRun(builtFolder(), data));
  const of = (field) => {
    const { median, least, most } = spread(measured, (run) => run[field]);
    return [median, least, most].map((ms) => ms.toFixed(1));
  };
  printTable(
    "In cells",
    ["", "median ms", "least", "most"],
    [
      ["fresh start of the bundle", ...of("startMs")],
      [`REIMB_FLAG over ${count(data.length - 1)} ledger rows`, ...of("flagMs")],
    ],
  );
}

/** What a user of the sidebar waits for, in Chromium. */
async function sidebar() {
  const { sidebarRun } = await import(await bundled("sidebar"));
  const { ledger } = reconciliationFiles({ rows: LEDGER_100_MB });
  const { firstPaint, import: imported, filter } = await sidebarRun(builtFolder(), ledger, AS_OF, runs);
  const spreadOf = (list, field) => {
    const { median, least, most } = spread(list, (one) => one[field]);
    return [median, least, most].map((value) => value.toFixed(0));
  };
  printTable(
    "In the sidebar: milliseconds",
    ["", "median", "least", "most"],
    [
      ["first paint, from the start of loading", ...spreadOf(firstPaint, "since")],
      ["first paint, after loading (aim: 200)", ...spreadOf(firstPaint, "afterLoad")],
      [`filter of ${count(filter.findings)} findings, to the frame`, ...spreadOf(filter.changes, "ms")],
      ["frames it took (aim: 2)", ...spreadOf(filter.changes, "frames")],
    ],
  );
  const { longTasks, rows: written, seconds: took } = imported;
  console.log(
    `A ledger of ${megabytes(ledger).toFixed(0)} MB, ${count(written)} rows, read and imported in ${took.toFixed(0)} s: ` +
      `${longTasks.length} tasks above 50 ms (aim: none), the longest ${(longTasks[0]?.ms ?? 0).toFixed(0)} ms; ` +
      `the page of the local Sheets, on the same thread: ${imported.others.toFixed(0)} ms; longest wait ${imported.longestWait.toFixed(0)} ms.`,
  );
  for (const { ms, during } of longTasks.slice(0, 10)) console.log(`  ${ms.toFixed(0)} ms: ${during}`);
}

/** The bundle as clasp pushes it, built anew. */
function builtFolder() {
  const folder = new URL("../dist", import.meta.url).pathname;
  const { status, stderr } = spawnSync(process.execPath, ["tools/build.mjs"], {
    cwd: new URL("..", import.meta.url).pathname,
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`The bundle does not build:\n${stderr}`);
  return folder;
}

async function bundled(name) {
  const outfile = join(OUT, `${name}.mjs`);
  await build({
    entryPoints: [new URL(`${name}.ts`, import.meta.url).pathname],
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    outfile,
    logLevel: "error",
  });
  return outfile;
}

/** Prints one line per candidate, with its time against the peer's. */
function compare(title, peer, candidates) {
  const results = inTurns(candidates, runs);
  const base = spread(results.get(peer), (run) => run.ms).median;
  const baseCpu = spread(results.get(peer), (run) => run.cpuMs).median;
  printTable(
    title,
    ["", ...TIMING, `: ${peer}`, "by cpu", "rows"],
    [...results].map(([label, of]) => [
      label,
      ...timing(of),
      `× ${(spread(of, (run) => run.ms).median / base).toFixed(2)}`,
      `× ${(spread(of, (run) => run.cpuMs).median / baseCpu).toFixed(2)}`,
      count(of[0].rows),
    ]),
  );
  return results;
}

function printMachine() {
  const versionOf = (name) => {
    const require = createRequire(import.meta.url);
    const folder = require.resolve.paths(name).find((path) => canRead(join(path, name, "package.json")));
    return JSON.parse(readFileSync(join(folder, name, "package.json"), "utf8")).version;
  };
  const [cpu] = cpus();
  console.log(
    [
      `${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, ${cpus().length} × ${cpu?.model.trim()}, ${(totalmem() / 1e9).toFixed(0)} GB, Linux ${release()}, load ${loadavg()[0].toFixed(1)}`,
      `node ${process.version}, ${["papaparse", "csv-parse", "udsv", "@duckdb/node-api"].map((name) => `${name} ${versionOf(name)}`).join(", ")}, ${python === null ? "no pandas (Debian: python3-pandas)" : `pandas ${python.version}`}`,
      `Median, least and most of ${runs} runs, each in a process of its own, taking turns; files in memory before the clock starts, but for duckdb and pandas, which read them.`,
    ].join("\n"),
  );
}

function canRead(path) {
  try {
    readFileSync(path);
    return true;
  } catch {
    return false;
  }
}

/** @returns {{path: string, version: string} | null} the first Python that has pandas */
function pythonWithPandas() {
  for (const path of ["python3", "/usr/bin/python3"]) {
    const { status, stdout } = spawnSync(path, ["-c", "import pandas; print(pandas.__version__)"], {
      encoding: "utf8",
    });
    if (status === 0) return { path, version: stdout.trim() };
  }
  return null;
}

function count(n) {
  return Math.round(n).toLocaleString("en");
}
