/** Runs in processes of their own, taking turns, so that a busy machine is equally busy for all. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = fileURLToPath(new URL(".", import.meta.url));

/**
 * @param {{label: string, command: string[]}[]} candidates
 * @param {number} runs  how often each
 * @returns {Map<string, object[]>} what every run printed, by label; a failed one ends the bench
 */
export function inTurns(candidates, runs) {
  const results = new Map(candidates.map(({ label }) => [label, []]));
  for (let run = 0; run < runs; run++) {
    for (const { label, command } of candidates) {
      const [tool, ...args] = command;
      const { status, stdout, stderr } = spawnSync(tool, args, {
        cwd: HERE,
        encoding: "utf8",
        maxBuffer: 1e9,
      });
      if (status !== 0) throw new Error(`${label} failed:\n${stderr}`);
      const last = stdout.trim().split("\n").pop();
      results.get(label).push(JSON.parse(last));
    }
  }
  return results;
}

export function nodeTask(name, options, flags = ["--max-old-space-size=8000"]) {
  return [process.execPath, ...flags, join(HERE, "task.mjs"), name, JSON.stringify(options)];
}

/** The middle, the smallest and the largest of what `of` takes from each run. */
export function spread(runs, of) {
  const values = runs.map(of).sort((a, b) => a - b);
  const middle = values.length >> 1;
  const median = values.length % 2 === 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  return { median, least: values[0], most: values[values.length - 1] };
}

/** Rows of text under a heading, aligned. */
export function printTable(title, header, rows) {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => String(row[column]).length)));
  const line = (row) =>
    row
      .map((cell, column) =>
        column === 0 ? String(cell).padEnd(widths[column]) : String(cell).padStart(widths[column]),
      )
      .join("  ")
      .trimEnd();
  console.log(`\n${title}\n${line(header)}\n${widths.map((width) => "-".repeat(width)).join("  ")}`);
  for (const row of rows) console.log(line(row));
}

export const seconds = (ms) => (ms / 1000).toFixed(2);

/** Wall time as median and spread, then processor time and the process's largest memory. */
export function timing(runs) {
  const wall = spread(runs, (run) => run.ms);
  return [
    seconds(wall.median),
    `${seconds(wall.least)}–${seconds(wall.most)}`,
    seconds(spread(runs, (run) => run.cpuMs).median),
    Math.round(spread(runs, (run) => run.peakMb).median),
  ];
}
export const TIMING = ["median s", "least–most", "cpu s", "peak MB"];
