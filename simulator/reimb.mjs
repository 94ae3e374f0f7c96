#!/usr/bin/env node
/**
 * The `reimb` command: builds what changed (the add-on's bundle and the runner), then runs the runner.
 * Node 20 does not run TypeScript; esbuild makes both in a fraction of a second, so neither is ever stale.
 */
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";
import { build, writeWhole } from "../tools/build.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

await build({ root });
const runner = await esbuild({
  absWorkingDir: root,
  entryPoints: ["simulator/cli.ts"],
  bundle: true,
  write: false,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  logLevel: "silent",
});
const file = join(root, "build", "runner.mjs");
await mkdir(dirname(file), { recursive: true });
await writeWhole(file, runner.outputFiles[0].text);
const { main } = await import(pathToFileURL(file).href);
process.exitCode = await main(process.argv.slice(2), root);
