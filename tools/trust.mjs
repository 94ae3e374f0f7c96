/**
 * Runs the tests of trust and prints what they tried, one line each. With `--long` more than a thousand random orders of
 * two people's service calls are tried, a thousand of their requests, and second stops after every first one.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(fileURLToPath(new URL(".", import.meta.url)), "..");
const long = process.argv.includes("--long");
const env = {
  ...process.env,
  TRUST_FIGURES: "1",
  ...(long ? { TRUST_RANDOM: "1000", TRUST_AGAIN: "1" } : {}),
};
const run = spawn(
  process.execPath,
  ["node_modules/vitest/vitest.mjs", "run", "--no-color", "test/simulator/trust", "test/unit/fuzz"],
  { cwd: root, env, stdio: ["ignore", "pipe", "inherit"] },
);
let output = "";
run.stdout.on("data", (chunk) => {
  output += chunk;
});
run.on("close", (status) => {
  const figures = output.split("\n").flatMap((line) => {
    const found = /trust-figure\t(.+)\t(\d+)/.exec(line);
    return found ? [{ what: found[1] ?? "", count: Number(found[2]) }] : [];
  });
  const wide = Math.max(0, ...figures.map(({ what }) => what.length));
  for (const { what, count } of figures) console.log(`${what.padEnd(wide)} ${String(count).padStart(8)}`);
  if (status !== 0) console.log(output);
  process.exitCode = status ?? 1;
});
