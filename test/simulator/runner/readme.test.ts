/** The README's totals are what its command prints. */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { auditArguments } from "../../../simulator/arguments.ts";
import { auditFolder } from "../../../simulator/audit-folder.ts";
import { summaryOf } from "../../../simulator/summary.ts";
import { build } from "../../../tools/build.mjs";

const ROOT = join(import.meta.dirname, "../../..");

it("prints the totals the README shows", async () => {
  const readme = await readFile(join(ROOT, "README.md"), "utf8");
  const [, args = "", shown = ""] =
    /`npx reimb audit (samples.+?)` prints .*\n\n```\n([\s\S]+?)\n```/.exec(readme) ?? [];
  expect(shown).toContain("to file now: ");
  const [folder = "", ...options] = args.split(" ");
  const dist = await mkdtemp(join(tmpdir(), "reimb-readme-"));
  try {
    await build({ outDir: dist });
    const { document } = await auditFolder(
      auditArguments([join(ROOT, folder), ...options]),
      dist,
      "",
      () => {},
    );
    expect([...summaryOf(document)].join("\n")).toContain(`\n${shown}\n`);
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}, 120_000);
