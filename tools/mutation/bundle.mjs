/**
 * Stryker's build step: the tests and the mutated code become one script, from which the runner (runner.mjs) makes a
 * fresh set of modules for every mutant in a few milliseconds.
 */
// @ts-nocheck
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { testFiles } from "./pieces.mjs";

const files = testFiles(process.env.MUTATION_PIECE);
const load = (file) => `${JSON.stringify(file)}: () => require(${JSON.stringify(`./${file}`)})`;

/** A script of modules knows no import.meta.url, from which tests find their tables. */
const ownAddress = {
  name: "own address",
  setup({ onLoad }) {
    onLoad({ filter: /[/\\]test[/\\].*\.ts$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replaceAll("import.meta.url", JSON.stringify(pathToFileURL(path))),
      loader: "ts",
    }));
  },
};

await build({
  stdin: { contents: `module.exports = {\n${files.map(load).join(",\n")}\n};`, resolveDir: "." },
  outfile: "mutants.cjs",
  bundle: true,
  format: "cjs",
  platform: "node",
  target: "node20",
  packages: "external",
  plugins: [ownAddress],
  logLevel: "error",
});
