/** Every audit has complete meta and a docs page; every example on the pages is run. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AUDITS } from "../../../src/audits/catalogue.ts";
import type { Finding } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { POLICY } from "../../../src/policy/index.ts";
import { REPORTS } from "../../../src/reports/index.ts";
import { formatDay } from "../../../src/values/day.ts";
import { formatMoney } from "../../../src/values/money.ts";
import { inputOf } from "./account-of-rows.ts";
import { examplesIn } from "./notation.ts";

const PAGES = new URL("../../../docs/audits/", import.meta.url);
const pageOf = (id: string) => new URL(`${id}.md`, PAGES);
const SHORT_NAMES = new Set(REPORTS.map((report) => report.shortName));

describe.each(AUDITS.map((audit) => [audit.meta.id, audit] as const))("%s", (id, audit) => {
  const { meta } = audit;

  it("has complete meta", () => {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(meta.title.length).toBeGreaterThan(3);
    expect(meta.finds).toMatch(/\.$/);
    expect(meta.needs.length).toBeGreaterThan(0);
    for (const report of [...meta.needs.flat(), ...meta.uses]) expect(SHORT_NAMES).toContain(report);
    expect(POLICY.windows.map((window) => window.rule)).toContain(meta.rule);
    expect(Object.keys(meta.messages).length).toBeGreaterThanOrEqual(3);
    for (const message of Object.values(meta.messages)) expect(message).not.toBe("");
  });

  it("has a docs page that names its reports and shows a finding and a look-alike", () => {
    expect(existsSync(pageOf(id)), `docs/audits/${id}.md`).toBe(true);
    const page = readFileSync(pageOf(id), "utf8");
    for (const report of meta.needs.flat()) expect(page).toContain(`\`${report}\``);
    const examples = examplesIn(page);
    expect(examples.some((example) => example.findings.length > 0)).toBe(true);
    expect(examples.some((example) => example.findings.length === 0)).toBe(true);
  });

  it("has tests of its own", () => {
    expect(existsSync(new URL(`${id}.test.ts`, import.meta.url)), `test/unit/audits/${id}.test.ts`).toBe(
      true,
    );
  });

  const page = existsSync(pageOf(id)) ? readFileSync(pageOf(id), "utf8") : "";
  it.each(examplesIn(page).map((example) => [example.title, example] as const))("%s", (_, example) => {
    const { findings, cannotTell } = runAudits(inputOf(example.given), [audit]);
    expect(findings.map((finding) => example.columns.map((column) => shown(finding, column)))).toEqual(
      example.findings,
    );
    expect(
      cannotTell.flatMap(({ needs }) =>
        needs.map(({ report, from, to }) =>
          [report, ...[from, to].flatMap((day) => (day === null ? [] : [formatDay(day)]))].join(" "),
        ),
      ),
    ).toEqual(example.cannotTell);
  });
});

it("there is no page without an audit", () => {
  const pages = readdirSync(PAGES).filter((name) => name.endsWith(".md") && name !== "README.md");
  expect(pages.map((name) => name.replace(/\.md$/, "")).sort()).toEqual(AUDITS.map((a) => a.meta.id).sort());
});

function shown(finding: Finding, column: string): string {
  switch (column) {
    case "amount":
      return finding.amount === null ? "" : formatMoney(finding.amount);
    case "event-date":
      return formatDay(finding.eventDate);
    case "opens":
      return finding.opens === null ? "" : formatDay(finding.opens);
    case "deadline":
      return finding.deadline === null ? "" : formatDay(finding.deadline);
    case "estimated":
      return finding.estimated ? "estimated" : "";
    case "state":
    case "marketplace":
    case "fnsku":
    case "asin":
    case "msku":
    case "quantity":
    case "basis":
      return String(finding[column] ?? "");
    case "order":
      return finding.orderId ?? "";
    case "shipment":
      return finding.shipmentId ?? "";
    case "reference":
      return finding.referenceId ?? "";
    default:
      throw new RangeError(`No such column of a finding: ${column}`);
  }
}
