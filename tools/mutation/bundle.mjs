/**
 * Stryker's build step: each test becomes one file beside its source, with the mutated code inside. Every mutant is
 * tried in a fresh worker, and loading some 200 modules there took most of the time.
 */
// @ts-nocheck
import { build } from "esbuild";

await build({
  entryPoints: ["test/unit/audits/**/*.test.ts", "test/unit/policy/**/*.test.ts"],
  outdir: ".",
  outbase: ".",
  outExtension: { ".js": ".mjs" },
  chunkNames: "chunks/[name]-[hash]",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  packages: "external",
  logLevel: "error",
});
