import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createContext, Script } from "node:vm";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { ENTRYPOINTS } from "../../appsscript/entrypoints.ts";
import { build, bundle, checkTable } from "../../tools/build.mjs";
import { loadWithGasLocal } from "../simulator/runtime/gas-local.ts";

const ROOT = join(import.meta.dirname, "../..");
const SERVICES = [
  "SpreadsheetApp",
  "PropertiesService",
  "CacheService",
  "LockService",
  "Utilities",
  "Session",
  "ScriptApp",
  "HtmlService",
  "MailApp",
  "UrlFetchApp",
  "DriveApp",
  "Logger",
];

/** What a build leaves in `dist`. */
const FILES = ["Code.js", "appsscript.json", "sidebar.html"];

let dist: string;
let code: string;

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), "reimb-dist-"));
  ({ code } = await build({ outDir: dist }));
});

describe("the table of entry points", () => {
  it("is exactly what is declared at the top level, with its parameters", () => {
    const declared = parse(code).statements.filter(ts.isFunctionDeclaration);
    const signature = (name: string, params: readonly string[]) => `${name}(${params.join(", ")})`;
    expect(
      declared
        .map((f) =>
          signature(
            f.name?.text ?? "",
            f.parameters.map((p) => p.getText()),
          ),
        )
        .sort(),
    ).toEqual(
      ENTRYPOINTS.map(({ name, params }) =>
        signature(
          name,
          params.map((p) => (p.rest ? `...${p.name}` : p.name)),
        ),
      ).sort(),
    );
  });

  it("gives every custom function its help", () => {
    const custom = ENTRYPOINTS.filter(({ kind }) => kind === "custom");
    expect(custom.length).toBeGreaterThan(0);
    for (const { name, params, doc } of custom) {
      const help =
        new RegExp(`/\\*\\*((?:(?!\\*/)[\\s\\S])*)\\*/\\nfunction ${name}\\(`).exec(code)?.[1] ?? "";
      expect(help, name).toContain("@customfunction");
      expect(help, name).toContain(doc);
      for (const param of params) {
        expect(help, name).toMatch(new RegExp(`@param \\{[^}]+\\} ${param.name} \\S`));
      }
      // Sheets shows neither HTML nor line breaks.
      for (const text of [doc, ...params.map((param) => param.doc)]) expect(text, name).not.toMatch(/<\w|\n/);
    }
  });

  it("fails the build when a row is missing, double, or explains nothing", () => {
    const row = { kind: "client", name: "ask", params: [], doc: "Asks." };
    const ask = () => null;
    expect(() => checkTable([row], { ask })).not.toThrow();
    expect(() => checkTable([row], {})).toThrow("ask is in the table and not exported");
    expect(() => checkTable([row], { ask, tell: ask })).toThrow("tell is exported and not in the table");
    expect(() => checkTable([row, row], { ask })).toThrow("twice");
    expect(() => checkTable([{ ...row, doc: "" }], { ask })).toThrow("says nothing");
    expect(() => checkTable([{ ...row, name: "ask_" }], { ask_: ask })).toThrow("can't call");
    expect(() => checkTable([{ ...row, kind: "other" }], { ask })).toThrow("no kind");
    const unexplained = { ...row, kind: "custom", params: [{ name: "x", doc: "" }] };
    expect(() => checkTable([unexplained], { ask })).toThrow("x is not explained");
  });
});

describe("the bundle", () => {
  it("uses no syntax Google's server can't read", () => {
    expect(unsupported(code)).toEqual([]);
  });

  it("would be caught with a private field, a class field, a static block or a later operator", () => {
    expect(unsupported("class A { #x = 1; }")).not.toEqual([]);
    expect(unsupported("class A { x = 1; }")).not.toEqual([]);
    expect(unsupported("class A { static { f(); } }")).not.toEqual([]);
    expect(unsupported("a ??= 1;")).not.toEqual([]);
    expect(unsupported("const n = 1_000;")).not.toEqual([]);
    expect(unsupported("export const n = 1;")).not.toEqual([]);
  });

  it("calls no service while it loads, and needs nothing a bare context lacks", () => {
    const touched: string[] = [];
    const globals: Record<string, unknown> = {};
    for (const name of SERVICES) globals[name] = untouchable(name, touched);
    const context = createContext(globals);
    new Script(code).runInContext(context);
    expect(touched).toEqual([]);
    for (const { name } of ENTRYPOINTS) expect(typeof context[name], name).toBe("function");
  });

  it("loads in gas-local, where a custom function answers from its arguments alone", () => {
    const script = loadWithGasLocal(dist);
    expect(script.call("REIMB_DEADLINE", "warehouse_lost", "2026-05-06", "US")).toMatch(/^\d{4}-\d\d-\d\d/);
    expect(() => script.call("REIMB_DEADLINE", "warehouse_lost", "soon", "US")).toThrow("“soon”");
    expect(script.touched).toEqual([]);
  });

  it("says in words that it needs a sheet, where Google gives no document lock", () => {
    const noDocument = { getDocumentLock: () => null, getDocumentProperties: () => null };
    const script = loadWithGasLocal(dist, {
      LockService: noDocument,
      PropertiesService: noDocument,
      console,
    });
    expect(() => script.call("auditRun", { asOf: "2026-07-20", marketplace: "US" })).toThrow(
      "This has to run inside a Google Sheet",
    );
  });

  it("keeps every name, in short lines, and stays within its budget", () => {
    // docs/architecture.md says what the budget protects and what fills it.
    expect(code.length).toBeLessThanOrEqual(690_000);
    expect(code.split("\n").length).toBeGreaterThan(code.length / 120);
    for (const name of ["runAudits", "claimTime", "warehouseLost", "importPiece"])
      expect(code).toContain(name);
    // What a stack trace names: functions, not the variables inside them.
    for (const name of ["changeTracker", "findingsIn", "writeBlock"])
      expect(code).toContain(`function ${name}(`);
  });

  it("starts afresh in at most 5 ms", () => {
    const times: number[] = [];
    for (let i = 0; i < 60; i++) {
      const context = createContext({});
      const start = performance.now();
      new Script(code).runInContext(context);
      times.push(performance.now() - start);
    }
    // The fastest run is the one nothing else on the machine disturbed.
    expect(Math.min(...times)).toBeLessThanOrEqual(5);
  });

  it("keeps the core small and alone: below 1 MB, no schema library, no service", async () => {
    const core = await bundle(ROOT, "src/audits/run.ts", { globalName: "core" });
    expect(core.length).toBeLessThan(1_000_000);
    expect(core).not.toMatch(/zod/i);
    for (const name of SERVICES) expect(core).not.toMatch(new RegExp(`\\b${name}\\.`));
    const context = createContext({});
    new Script(core).runInContext(context);
    const run = new Script(
      "core.runAudits({ asOf: 20000, policy: { windows: [], graces: {}, caps: [], valuation: [], returnlessBelow: [], overrides: [] }, tables: [], imports: [] }).findings.length",
    );
    expect(run.runInContext(context)).toBe(0);
  });
});

describe("what clasp pushes", () => {
  it("is Code.js, the sidebar and the manifest, and nothing else", async () => {
    expect((await readdir(dist)).sort()).toEqual(FILES);
    await build();
    const clasp = createRequire(import.meta.url).resolve("@google/clasp");
    const { stdout } = await promisify(execFile)(process.execPath, [clasp, "status", "--json"], {
      cwd: ROOT,
    });
    const { filesToPush } = JSON.parse(stdout) as { filesToPush: string[] };
    expect(filesToPush.sort()).toEqual(FILES.map((name) => `dist/${name}`));
  });

  it("leaves nothing of an earlier build behind, and writes whole files even when several builds run", async () => {
    const out = await mkdtemp(join(tmpdir(), "reimb-dist-"));
    await writeFile(join(out, "old.js"), "function gone() {}");
    const builds = await Promise.all([1, 2, 3].map(() => build({ outDir: out })));
    expect((await readdir(out)).sort()).toEqual(FILES);
    expect(builds.map((built) => built.code)).toContain(await readFile(join(out, "Code.js"), "utf8"));
  });

  it("asks for exactly the permissions its calls need", async () => {
    const manifest = JSON.parse(await readFile(join(dist, "appsscript.json"), "utf8")) as {
      oauthScopes: string[];
      runtimeVersion: string;
    };
    expect(manifest.runtimeVersion).toBe("V8");
    expect([...manifest.oauthScopes].sort()).toEqual(scopesOf(code));
    expect(scopesOf("MailApp.sendEmail(a); ScriptApp.newTrigger(b);")).toHaveLength(2);
  });
});

function parse(text: string): ts.SourceFile {
  return ts.createSourceFile("Code.js", text, ts.ScriptTarget.ESNext, true, ts.ScriptKind.JS);
}

/** Syntax newer than ES2020, by line. */
function unsupported(text: string): string[] {
  const found: string[] = [];
  const file = parse(text);
  const LATER = new Set([
    ts.SyntaxKind.QuestionQuestionEqualsToken,
    ts.SyntaxKind.BarBarEqualsToken,
    ts.SyntaxKind.AmpersandAmpersandEqualsToken,
  ]);
  const note = (node: ts.Node, what: string) =>
    found.push(`line ${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${what}`);
  const visit = (node: ts.Node): void => {
    if (ts.isPrivateIdentifier(node)) note(node, "private name");
    if (ts.isPropertyDeclaration(node)) note(node, "class field");
    if (ts.isClassStaticBlockDeclaration(node)) note(node, "static block");
    if (LATER.has(node.kind)) note(node, "logical assignment");
    if (ts.isNumericLiteral(node) && node.getText().includes("_")) note(node, "numeric separator");
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) note(node, "module");
    if (
      ts.canHaveModifiers(node) &&
      ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)
    ) {
      note(node, "module");
    }
    if (ts.isRegularExpressionLiteral(node) && /[dv][a-z]*$/.test(node.text.replace(/^.*\//s, ""))) {
      note(node, "regular expression flag");
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The scope each call needs: https://developers.google.com/apps-script/reference/ (Authorization, per method). */
const NEEDS: readonly (readonly [RegExp, string])[] = [
  [/\bSpreadsheetApp\./, "spreadsheets.currentonly"],
  [/\.(showSidebar|showModalDialog|showModelessDialog)\(|\bHtmlService\./, "script.container.ui"],
  [/\bSession\b[\s\S]{0,40}\.getEmail\(/, "userinfo.email"],
  [/\bMailApp\./, "script.send_mail"],
  [/\bScriptApp\.(newTrigger|getProjectTriggers|getUserTriggers|deleteTrigger)\(/, "script.scriptapp"],
  [/\bUrlFetchApp\./, "script.external_request"],
  [/\bDriveApp\./, "drive"],
];

function scopesOf(text: string): string[] {
  // The bundle's lines are broken wherever they are long.
  const unbroken = text.replace(/\n/g, "");
  return NEEDS.filter(([call]) => call.test(unbroken))
    .map(([, scope]) => `https://www.googleapis.com/auth/${scope}`)
    .sort();
}

/** A service that notes any touch and then refuses it. */
function untouchable(name: string, touched: string[]): unknown {
  return new Proxy(() => null, {
    get(_target, member) {
      touched.push(`${name}.${String(member)}`);
      throw new Error(`${name}.${String(member)} was called`);
    },
    apply() {
      touched.push(name);
      throw new Error(`${name} was called`);
    },
  });
}
