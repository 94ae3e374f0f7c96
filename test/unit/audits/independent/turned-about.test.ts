/** The small accounts written down from the catalogue say the same in whatever order files and their rows come. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../../src/audits/finding.ts";
import { runAudits } from "../../../../src/audits/run.ts";
import { type Given, inputOf } from "../account-of-rows.ts";
import { examplesIn } from "../notation.ts";

const FOLDER = new URL("./", import.meta.url);
const PAGES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .sort();

/** Each row keeps the line it had. */
function turned(given: Given, about: boolean): Given {
  const reports = Object.entries(given.reports).map(([id, rows]) => {
    const numbered = rows.map((row, i) => ({ line: i + 2, ...row }));
    return [id, about ? numbered.reverse() : numbered] as const;
  });
  return { ...given, reports: Object.fromEntries(about ? reports.reverse() : reports) };
}

/** Rows are named in the order they are found. */
function withRowsInOrder(finding: Finding) {
  return { ...finding, evidence: finding.evidence.map(({ report, line }) => `${report} ${line}`).sort() };
}

describe.each(PAGES)("%s", (page) => {
  const examples = examplesIn(readFileSync(new URL(page, FOLDER), "utf8"));

  it.each(examples.map(({ title, given }) => [title, given] as const))("%s", (_, given) => {
    const said = (about: boolean) => {
      const { findings, cannotTell, totals } = runAudits(inputOf(turned(given, about)));
      return { findings: findings.map(withRowsInOrder), cannotTell, totals };
    };
    expect(said(true)).toEqual(said(false));
  });
});
