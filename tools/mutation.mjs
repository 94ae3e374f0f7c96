/**
 * Mutation testing of src/audits and src/policy, piece by piece (tools/mutation/pieces.mjs): the code is changed in
 * one place, and some test has to fail. Prints the score per file and what no test noticed.
 * usage: node tools/mutation.mjs [PIECE…]   (default: all; a piece run before only repeats what changed since)
 *        node tools/mutation.mjs --show [PIECE…]   what the last runs found, without running
 */
// @ts-nocheck

import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { PIECES } from "./mutation/pieces.mjs";

const shown = process.argv.includes("--show");
const asked = process.argv.slice(2).filter((arg) => arg !== "--show");
const unknown = asked.filter((name) => !(name in PIECES));
if (unknown.length > 0) {
  console.error(`No piece is called ${unknown.join(", ")}; there are: ${Object.keys(PIECES).join(", ")}.`);
  process.exit(2);
}
const names = asked.length > 0 ? asked : Object.keys(PIECES);

let failed = false;
if (!shown) {
  for (const name of names) {
    console.log(`${name} …`);
    const run = spawnSync(
      process.execPath,
      ["node_modules/.bin/stryker", "run", "tools/mutation/stryker.config.mjs"],
      { stdio: "inherit", env: { ...process.env, MUTATION_PIECE: name } },
    );
    failed ||= run.status !== 0;
  }
}

const DETECTED = ["Killed", "Timeout"];
const MISSED = ["Survived", "NoCoverage"];
const sums = new Map();
const add = (key, counted) => {
  const sum = sums.get(key) ?? { detected: 0, missed: 0, ignored: 0 };
  for (const part of Object.keys(counted)) sum[part] += counted[part];
  sums.set(key, sum);
};

for (const name of names) {
  const file = `reports/mutation/${name}.json`;
  if (!existsSync(file)) continue;
  for (const [path, { mutants }] of Object.entries(JSON.parse(readFileSync(file, "utf8")).files)) {
    const those = (statuses) => mutants.filter(({ status }) => statuses.includes(status));
    const counted = {
      detected: those(DETECTED).length,
      missed: those(MISSED).length,
      ignored: those(["Ignored"]).length,
    };
    for (const key of [path, path.slice(0, path.lastIndexOf("/")), "all"]) add(key, counted);
    for (const { location, mutatorName, replacement, status } of those(MISSED)) {
      const { line, column } = location.start;
      const change = (replacement ?? "").replace(/\s+/g, " ").slice(0, 90);
      console.log(`${path}:${line}:${column} ${status} ${mutatorName}: ${change}`);
    }
  }
}
for (const [key, { detected, missed, ignored }] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const score =
    detected + missed === 0 ? "     –" : `${((100 * detected) / (detected + missed)).toFixed(1)} %`;
  console.log(
    `${score.padStart(8)}  ${detected} of ${detected + missed} noticed, ${ignored} not tried  ${key}`,
  );
}
process.exit(failed ? 1 : 0);
