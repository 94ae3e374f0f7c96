/** The page's own files, bundled anew at every start: nothing in the browser is loaded from elsewhere. */

import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { build } from "esbuild";

export interface PageFile {
  readonly type: string;
  readonly body: Uint8Array;
}

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** By path, e.g. `/page.js`. @param root the project's folder */
export async function pageFiles(root: string): Promise<ReadonlyMap<string, PageFile>> {
  const folder = join(root, "simulator", "page");
  const built = await build({
    absWorkingDir: root,
    entryPoints: { page: join(folder, "main.tsx") },
    outdir: "/",
    bundle: true,
    write: false,
    format: "iife",
    target: "es2022",
    jsx: "automatic",
    jsxImportSource: "preact",
    legalComments: "none",
    logLevel: "silent",
  });
  const files = new Map<string, PageFile>([
    ["/sheet", { type: "text/html; charset=utf-8", body: await readFile(join(folder, "index.html")) }],
  ]);
  for (const { path, contents } of built.outputFiles) {
    const type = TYPES[path.split(".").at(-1) ?? ""];
    if (type) files.set(`/${basename(path)}`, { type, body: contents });
  }
  return files;
}
