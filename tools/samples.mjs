/**
 * Writes a made-up seller's report files into FOLDER/reports, and planted.json beside them:
 *   node tools/samples.mjs --seed 1 --factor 1 --as-of 2026-11-20 --marketplaces US,UK,DE FOLDER
 * The generator is TypeScript; esbuild turns it into a module in memory, since Node 20 runs none itself.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "esbuild";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    factor: { type: "string", default: "1" },
    "as-of": { type: "string", default: "2026-11-20" },
    marketplaces: { type: "string", default: "US,UK,DE" },
  },
});
const folder = positionals[0];
if (positionals.length !== 1 || !folder) {
  console.error(
    "Say the folder to write to: node tools/samples.mjs [--seed 1] [--factor 1] [--as-of 2026-11-20] FOLDER",
  );
  process.exit(2);
}
const built = await build({
  entryPoints: [new URL("../samples/generate.ts", import.meta.url).pathname],
  bundle: true,
  format: "esm",
  platform: "node",
  write: false,
});
const { generate, plantedJson } = await import(
  `data:text/javascript;base64,${Buffer.from(built.outputFiles[0].contents).toString("base64")}`
);
const sample = made();
for (const { name, bytes } of sample.files) {
  const path = join(folder, "reports", name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
writeFileSync(join(folder, "planted.json"), plantedJson(sample));
console.log(
  `${sample.files.length} files, ${sample.planted.length} planted findings in ${folder}; npx reimb audit ${join(folder, "reports")} --as-of ${sample.asOf}`,
);

function made() {
  try {
    return generate({
      seed: Number(values.seed),
      asOf: values["as-of"],
      factor: Number(values.factor),
      marketplaces: values.marketplaces.split(","),
    });
  } catch (problem) {
    if (!(problem instanceof RangeError)) throw problem;
    console.error(problem.message);
    process.exit(2);
  }
}
