/** Reads what `npm run build` wrote to `dist/`: the very files clasp pushes. */

import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";

/** `appsscript.json`, as far as the simulator heeds it. */
export interface Manifest {
  readonly timeZone: string;
  readonly oauthScopes: readonly string[];
}

export interface Bundle {
  /** The text of `Code.js`. */
  readonly code: string;
  readonly manifest: Manifest;
  /** HTML files by name without `.html`. */
  readonly htmlFiles: Readonly<Record<string, string>>;
}

/** @throws Error when the folder holds no built bundle */
export async function loadBundle(folder: string): Promise<Bundle> {
  const files = await readdir(folder).catch((): string[] => []);
  for (const needed of ["Code.js", "appsscript.json"]) {
    if (!files.includes(needed)) throw new Error(`${folder} has no ${needed}: run \`npm run build\` first.`);
  }
  const read = (name: string) => readFile(join(folder, name), "utf8");
  const pages = files.filter((name) => name.endsWith(".html"));
  const htmlFiles = await Promise.all(pages.map(async (name) => [basename(name, ".html"), await read(name)]));
  return {
    code: await read("Code.js"),
    manifest: manifestOf(await read("appsscript.json")),
    htmlFiles: Object.fromEntries(htmlFiles),
  };
}

function manifestOf(text: string): Manifest {
  const { timeZone, oauthScopes } = JSON.parse(text) as Partial<Manifest>;
  if (!timeZone || !Array.isArray(oauthScopes)) {
    throw new Error("appsscript.json must name a timeZone and its oauthScopes.");
  }
  return { timeZone, oauthScopes };
}
