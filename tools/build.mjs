/**
 * Builds `dist/`, exactly what clasp pushes: `Code.js`, `sidebar.html` and `appsscript.json`.
 *
 * Google calls only functions declared at the top level with their parameters, and shows the JSDoc above
 * them as the help of custom functions; esbuild keeps neither. So the bundle is one immediately called
 * function, and the declarations are written from the table in `appsscript/entrypoints.ts`.
 */
import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as esbuild, transform } from "esbuild";
import { shortConstants } from "./short-constants.mjs";
import { puttingBack, shortHeaders, sidebarPage, WHEN_ASKED, withoutAlike } from "./sidebar-page.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const BUNDLE = "reimbursementAuditor";
const LIBRARY = "zodMini";
/** What the function that makes the bundle calls itself: a client gets its text to audit with (appsscript/audit-apart.ts). */
const MAKER = "makeReimbursementAuditor_";
/** What only clients run of it: Google gets no declaration. */
const CORE = "AUDIT_CORE";
/** Characters after which esbuild breaks a line where it can. */
const LINE_LIMIT = 110;

/**
 * @param {{ root?: string, outDir?: string }} [options] where the sources are, where `dist` goes
 * @returns {Promise<{ files: string[], code: string }>} the names in `dist`, and the text of `Code.js`
 */
export async function build(options = {}) {
  const root = options.root ?? ROOT;
  const outDir = options.outDir ?? join(root, "dist");
  const library = await schemaLibrary(root);
  const bundled = await bundle(root, "appsscript/entrypoints.ts", {
    globalName: BUNDLE,
    maker: MAKER,
    before: library.code,
    plugins: [
      factsNobodyReads,
      fromLibrary(library.names),
      withoutExport(join(root, "appsscript/entrypoints.ts"), "ENTRYPOINTS"),
    ],
  });
  const table = await entrypointsOf(root, bundled);
  const code = [banner(), bundled.trimEnd(), "", ...table.map(stub), ""].join("\n");
  const manifest = await readFile(join(root, "appsscript.json"), "utf8");
  JSON.parse(manifest);

  await mkdir(outDir, { recursive: true });
  const files = {
    "Code.js": code,
    "sidebar.html": await sidebarPage(root),
    "appsscript.json": manifest,
  };
  for (const [name, text] of Object.entries(files)) await writeWhole(join(outDir, name), text);
  for (const name of await readdir(outDir)) {
    // A file of another build in progress is not ours to remove.
    if (!(name in files) && !name.endsWith(".tmp"))
      await rm(join(outDir, name), { recursive: true, force: true });
  }
  return { files: Object.keys(files), code };
}

/**
 * One self-contained script from one source file. Functions, constants, fields and texts keep their names and their
 * order, so that a stack trace names what the sources name; the names of parameters and of variables inside
 * functions are shortened, and spaces go: together they were half of the script.
 *
 * @param {string} root
 * @param {string} entry
 * @param {{ globalName: string, maker?: string, before?: string, plugins?: import("esbuild").Plugin[] }} options
 *   `maker`: the name of the function that makes it, when it has to have one; `before`: what stands in front, in it
 * @returns {Promise<string>}
 */
export async function bundle(root, entry, { globalName, maker, before = "", plugins = [] }) {
  const shared = {
    target: "es2020",
    charset: "utf8",
    legalComments: "none",
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: "silent",
  };
  const result = await esbuild({
    ...shared,
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    treeShaking: true,
    plugins: [withoutSideEffects, ...plugins, documentationOnly()],
  });
  const [output] = result.outputFiles;
  if (!output) throw new Error(`esbuild wrote nothing for ${entry}`);
  const [, body, list] = /^([\s\S]*)export\s*\{([^{}]*)\};?\s*$/.exec(output.text) ?? [];
  if (body === undefined || list === undefined) throw new Error(`${entry} exports nothing.`);
  const exported = list.split(",").map((name) => name.trim().split(/\s+as\s+/));
  // What stands outside of functions is not renamed: in a script others could refer to it.
  const short = shortConstants(
    body,
    exported.map(([own]) => own),
  );
  const script = await transform(short, { ...shared, minifyIdentifiers: true, lineLimit: LINE_LIMIT });
  const members = exported.map(([own, name]) => (name ? `${name}:${own}` : own)).join(",\n");
  // Called where it stands: V8 then knows that it runs once, and starts it in half the time.
  return `var ${globalName}=(function ${maker ?? ""}(){${before}${script.code}return{${members}};})();\n`;
}

/** No file of ours does anything when it is loaded: what nobody asks of is left out whole. */
const withoutSideEffects = {
  name: "without-side-effects",
  setup(esbuildBuild) {
    esbuildBuild.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }));
  },
};

/** The entry's own file without one of its exports; what only that export needs goes with it. */
function withoutExport(path, name) {
  return {
    name: "without-export",
    setup(esbuildBuild) {
      const wanted = new RegExp(`^export \\{ ${name} \\} from .*;\\n`, "m");
      esbuildBuild.onLoad({ filter: /\.ts$/ }, async (args) => {
        if (args.path !== path) return null;
        const text = await readFile(path, "utf8");
        if (!wanted.test(text)) throw new Error(`${path} does not pass ${name} on in a line of its own.`);
        return { contents: text.replace(wanted, ""), loader: "ts" };
      });
    },
  };
}

/**
 * The schema library, the one part that is not ours: only what is used of it, and minified, as libraries are.
 * Everything else in `Code.js` stays readable.
 */
async function schemaLibrary(root) {
  const names = new Set();
  for (const file of await readdir(join(root, "appsscript"), { recursive: true })) {
    if (!file.endsWith(".ts")) continue;
    const text = await readFile(join(root, "appsscript", file), "utf8");
    if (!text.includes('from "zod/mini"')) continue;
    for (const [, name] of text.matchAll(/\bz\.([a-z]\w*)\(/g)) names.add(name);
  }
  const used = [...names].sort();
  const result = await esbuild({
    stdin: { contents: `export { ${used.join(", ")} } from "zod/mini";`, resolveDir: root },
    bundle: true,
    write: false,
    format: "iife",
    globalName: LIBRARY,
    target: "es2020",
    platform: "neutral",
    mainFields: ["module", "main"],
    charset: "utf8",
    legalComments: "none",
    minify: true,
    logLevel: "silent",
  });
  return {
    names: used,
    code: `// zod/mini, MIT licence, https://zod.dev\n${result.outputFiles[0]?.text ?? ""}`,
  };
}

/** Takes imports of zod/mini from the library that stands before the bundle. */
function fromLibrary(names) {
  return {
    name: "from-library",
    setup(esbuildBuild) {
      esbuildBuild.onResolve({ filter: /^zod\/mini$/ }, () => ({ path: "zod/mini", namespace: LIBRARY }));
      esbuildBuild.onLoad({ filter: /.*/, namespace: LIBRARY }, () => ({
        contents: names.map((name) => `export const ${name} = ${LIBRARY}.${name};`).join("\n"),
        loader: "js",
      }));
    },
  };
}

/**
 * Facts of reports and audits that the docs, the tests or the sidebar print and nothing in the script reads.
 */
const factsNobodyReads = {
  name: "facts-nobody-reads",
  setup(esbuildBuild) {
    const text = String.raw`"(?:[^"\\]|\\.)*"`;
    const fields = (names) =>
      new RegExp(String.raw`^ +(${names}):\s+(?:${text}|null|true|\[[^\]]*\]),\n`, "gm");
    // How downloads are merged is the client's business: it reads the files and plans what is written.
    const merging = /^ {2}merging: \{(?:.*|\n[\s\S]*?\n {2})\},\n/gm;
    const without = (filter, names) =>
      esbuildBuild.onLoad({ filter }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        const contents = path.endsWith("definition.ts")
          ? puttingBack(text, WHEN_ASKED)
          : shortHeaders(withoutAlike(text.replace(fields(names), "").replace(merging, "")));
        return { contents, loader: "ts" };
      });
    without(/[\\/]src[\\/]reports[\\/][\w-]+\.ts$/, "sources|domainId|spApiType|personal|required|unaudited");
    without(/[\\/]src[\\/]audits[\\/][\w-]+\.ts$/, "finds|partition");
  },
};

/**
 * Facts that only the docs print stay out of the bundle: who says so, where a page's title was found.
 */
const documentationOnly = () => ({
  name: "documentation-only",
  setup(esbuildBuild) {
    const without = (filter, ...facts) =>
      esbuildBuild.onLoad({ filter }, async ({ path }) => {
        const text = await readFile(path, "utf8");
        return {
          contents: facts.reduce((left, [fact, instead]) => left.replace(fact, instead), text),
          loader: "ts",
        };
      });
    without(/src[\\/]reports[\\/][^\\/]+\.ts$/, [/^ {2}sources: \[[^\]]*\],$/m, "  sources: [],"]);
    without(/src[\\/]policy[\\/]sources[\\/][^\\/]+\.ts$/, [/^ {4}(title|date|tier):\s.*,\n/gm, ""]);
  },
});

/** Loads the bundle without any Google service, as Google does at the start of every execution. */
async function entrypointsOf(root, code) {
  const { [CORE]: core, ...exports } = new Function(`${code}\nreturn ${BUNDLE};`)();
  if (core === undefined) throw new Error(`${CORE}, which clients audit with, is not exported.`);
  const table = await bundle(root, "appsscript/entrypoint-table.ts", { globalName: BUNDLE });
  const { ENTRYPOINTS } = new Function(`${table}\nreturn ${BUNDLE};`)();
  checkTable(ENTRYPOINTS, exports);
  return ENTRYPOINTS;
}

/** Every entry has its export and every export its entry; what Sheets shows to users is complete. */
export function checkTable(table, exports) {
  const problems = [];
  const names = table.map((entry) => entry.name);
  for (const name of names) {
    if (names.indexOf(name) !== names.lastIndexOf(name)) problems.push(`${name} stands in the table twice.`);
    if (typeof exports[name] !== "function") problems.push(`${name} is in the table and not exported.`);
  }
  for (const name of Object.keys(exports)) {
    if (!names.includes(name)) problems.push(`${name} is exported and not in the table.`);
  }
  for (const entry of table) {
    if (!/^[A-Za-z][A-Za-z0-9_]*[A-Za-z0-9]$/.test(entry.name)) {
      problems.push(`${entry.name}: Google can't call a function of that name.`);
    }
    if (!["menu", "trigger", "client", "custom"].includes(entry.kind)) {
      problems.push(`${entry.name}: "${entry.kind}" is no kind of entry point.`);
    }
    if (!entry.doc) problems.push(`${entry.name} says nothing about itself.`);
    for (const param of entry.params) {
      if (!param.doc) problems.push(`${entry.name}: its parameter ${param.name} is not explained.`);
      if (entry.kind === "custom" && !param.type) {
        problems.push(`${entry.name}: its parameter ${param.name} has no type.`);
      }
    }
  }
  if (problems.length) throw new Error(`The table of entry points is wrong:\n${problems.join("\n")}`);
}

/** The declaration Google sees. Rest parameters stay rest parameters; only functions in cells show their help. */
function stub(entry) {
  const params = entry.params.map((param) => (param.rest ? `...${param.name}` : param.name)).join(", ");
  const help = [
    "/**",
    ` * ${entry.doc}`,
    ...(entry.params.length ? [" *"] : []),
    ...entry.params.map((param) => ` * @param {${paramType(param)}} ${param.name} ${param.doc}`),
    ...(entry.returns ? [` * @return ${entry.returns}`] : []),
    " * @customfunction",
    " */",
  ];
  return [
    ...(entry.kind === "custom" ? help : []),
    `function ${entry.name}(${params}) {`,
    `  return ${BUNDLE}.${entry.name}(${params});`,
    "}",
    "",
  ].join("\n");
}

function paramType(param) {
  return param.rest ? `...${param.type ?? "*"}` : (param.type ?? "*");
}

function banner() {
  return "// Reimbursement Auditor. Written by tools/build.mjs from the sources: change those, not this.\n";
}

/** Several builds may run at once: a reader sees the old file or the new one, never half of it. */
export async function writeWhole(path, text) {
  const before = await readFile(path, "utf8").catch(() => null);
  if (before === text) return;
  const temporary = `${path}.${randomUUID()}.tmp`;
  await writeFile(temporary, text);
  await rename(temporary, path);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const { files, code } = await build();
    console.log(`dist/: ${files.join(", ")}; Code.js has ${Math.round(code.length / 1000)} KB.`);
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exitCode = 1;
  }
}
