/**
 * Writes the generated pages of docs/ from the definitions they describe.
 * usage: node tools/docs.mjs           (a test fails when a page is not up to date)
 */
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const bundled = await build({
  absWorkingDir: root,
  entryPoints: ["tools/docs/pages.ts"],
  bundle: true,
  write: false,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
});
const { PAGES } = await import(
  `data:text/javascript;base64,${Buffer.from(bundled.outputFiles[0].text).toString("base64")}`
);
for (const { file, text } of PAGES) {
  await writeFile(join(root, file), text());
  console.log(file);
}
