/**
 * A static check counts only after it has been seen to fail: each one is run over a copy of the project in
 * which its violation was planted.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
let copy = "";

/** Copies what git knows or would add, so that the checks see the project as it stands. */
function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "reimb-bite-"));
  const files = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  for (const file of new Set(
    files.split("\0").filter((name) => name && !name.startsWith("samples/small/")),
  )) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file), { force: true, errorOnExist: false });
  }
  symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
  execFileSync("git", ["init", "-q"], { cwd: folder });
  return folder;
}

function check(name: string): { status: number | null; output: string } {
  const run = spawnSync(process.execPath, ["tools/check.mjs", name], { cwd: copy, encoding: "utf8" });
  return { status: run.status, output: run.stdout + run.stderr };
}

/** Plants a violation, runs the check, takes the violation out again. */
function planted(file: string, content: string, name: string) {
  const path = join(copy, file);
  writeFileSync(path, content);
  try {
    return check(name);
  } finally {
    rmSync(path);
  }
}

beforeAll(() => {
  copy = copyProject();
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe("every static check bites", () => {
  test("types: URL does not exist for the domain, nor for Google's server", () => {
    const inDomain = planted(
      "src/values/planted.ts",
      'export const url = new URL("https://a.b");\n',
      "types:src",
    );
    expect(inDomain.status).toBe(1);
    expect(inDomain.output).toMatch(/FAILED types of src[\s\S]*planted\.ts.*Cannot find name 'URL'/);
    const inShell = planted(
      "appsscript/planted.ts",
      'export const url = new URL("https://a.b");\n',
      "types:appsscript",
    );
    expect(inShell.output).toMatch(/FAILED types of appsscript[\s\S]*planted\.ts.*Cannot find name 'URL'/);
  });

  test("types: the domain knows no Google service and no Node", () => {
    const run = planted(
      "src/audits/planted.ts",
      "export const a = SpreadsheetApp.flush();\nexport const b = process.argv;\n",
      "types:src",
    );
    expect(run.output).toMatch(/Cannot find name 'SpreadsheetApp'/);
    expect(run.output).toMatch(/Cannot find name 'process'/);
  });

  test("types: intake knows no document", () => {
    const run = planted("intake/planted.ts", "export const a = document.title;\n", "types:intake");
    expect(run.output).toMatch(/FAILED types of intake[\s\S]*Cannot find name 'document'/);
  });

  test.each([
    ["Date", "export const now = Date.now();\n"],
    ["Intl", "export const f = Intl.NumberFormat;\n"],
    ["Math.random", "export const r = Math.random();\n"],
    ["localeCompare", 'export const c = "a".localeCompare("b");\n'],
  ])("lint: %s is refused in the domain", (what, content) => {
    const run = planted("src/values/planted.ts", content, "lint");
    expect(run.status).toBe(1);
    expect(run.output).toContain("planted.ts");
    expect(run.output).toMatch(new RegExp(what.replace(".", "\\.")));
  });

  test.each([
    ["src/values/planted.ts", 'import "../audits/finding.ts";\n', "values-know-nobody"],
    ["src/reports/planted.ts", 'import "../policy/policy.ts";\n', "reports-know-values"],
    ["src/audits/planted.ts", 'import "../../intake/import.ts";\n', "audits-know-reports-and-policy"],
    ["simulator/planted.ts", 'import "../appsscript/entrypoints.ts";\n', "server-by-type-only"],
    ["intake/planted.ts", 'import "node:fs";\n', "intake-knows-src"],
    ["simulator/planted.ts", 'import "hucre/xlsx";\n', "one-file-knows-xlsx"],
  ])("arrows: %s may not hold %s", (file, content, rule) => {
    const run = planted(file, content, "arrows");
    expect(run.status).toBe(1);
    expect(run.output).toContain(rule);
  });

  test("dead code: an export nobody uses, a file nobody imports", () => {
    appendFileSync(join(copy, "src/values/day.ts"), "\nexport const nobodyUsesThis = 1;\n");
    const run = planted("src/values/planted.ts", "export const a = 1;\n", "dead");
    expect(run.status).toBe(1);
    expect(run.output).toContain("nobodyUsesThis");
    expect(run.output).toMatch(/Unused files[\s\S]*planted\.ts/);
  });
});
