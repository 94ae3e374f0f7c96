/**
 * Builds the page of the local Sheets (`simulator/page`), in memory: what the server hands to the browser.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build as esbuild } from "esbuild";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");

/**
 * @param {{ root?: string }} [options] where the sources are
 * @returns {Promise<{ "index.html": string, "page.js": string, "page.css": string }>}
 */
export async function buildPage({ root = ROOT } = {}) {
  const result = await esbuild({
    absWorkingDir: root,
    entryPoints: { page: "simulator/page/main.tsx" },
    outdir: "page",
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    platform: "browser",
    jsx: "automatic",
    jsxImportSource: "preact",
    charset: "utf8",
    legalComments: "none",
    minify: true,
    logLevel: "silent",
  });
  const text = (suffix) => result.outputFiles.find(({ path }) => path.endsWith(suffix))?.text ?? "";
  return {
    "index.html": await readFile(join(root, "simulator/page/index.html"), "utf8"),
    "page.js": text(".js"),
    "page.css": text(".css"),
  };
}
