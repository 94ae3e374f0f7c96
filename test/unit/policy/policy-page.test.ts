import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DISAGREEMENTS } from "../../../src/policy/disagreements.ts";
import { POLICY, SOURCES } from "../../../src/policy/index.ts";
import { policyPage } from "../../../tools/docs/policy.ts";

const page = policyPage();

describe("docs/policy.md", () => {
  test("every window and source is on it", () => {
    for (const { id } of POLICY.windows) expect(page).toContain(`\`${id}\``);
    for (const id of Object.keys(SOURCES)) expect(page).toContain(`| ${id} |`);
  });

  test("it is what the policy says now (else run npm run docs)", () => {
    const written = readFileSync(new URL("../../../docs/policy.md", import.meta.url), "utf8");
    // Which audits use a rule is added from the audits' own meta.
    const withoutUse = written.replace(/^Used by .*\n\n/gm, "");
    expect(withoutUse.trim()).toBe(page.trim());
  });

  test("it says which audits use a rule when told", () => {
    expect(policyPage(new Map([["warehouse_lost", ["warehouse-lost", "transfer-lost"]]]))).toContain(
      "Used by [warehouse-lost](audits/warehouse-lost.md), [transfer-lost](audits/transfer-lost.md).",
    );
  });

  test("every table row has as many cells as its head", () => {
    const lines = page.split("\n");
    lines.forEach((line, i) => {
      if (!line.startsWith("| --- ")) return;
      const cells = (text = "") => text.replaceAll("\\|", "").split("|").length;
      for (let row = i + 1; lines[row]?.startsWith("|"); row++)
        expect(cells(lines[row])).toBe(cells(lines[i - 1]));
    });
  });
});

test("disagreements name listed sources, and every one a note refers to is told", () => {
  for (const { id, sources } of DISAGREEMENTS) {
    for (const source of sources) expect(Object.keys(SOURCES), id).toContain(source);
  }
  const told = new Set(DISAGREEMENTS.map(({ id }) => id));
  for (const { note } of POLICY.windows) {
    for (const id of note?.match(/\bD-[A-Z0-9-]+/g) ?? []) expect(told).toContain(id);
  }
});
