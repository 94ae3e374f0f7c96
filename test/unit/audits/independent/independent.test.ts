/**
 * Small accounts written down from the catalogue of audits alone, not from the code: of each audit what it must not
 * find, and what it must, to the unit, the cent and the day. All audits run over each of them, so that nothing is
 * claimed twice under another name.
 */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { AUDITS } from "../../../../src/audits/catalogue.ts";
import type { Finding } from "../../../../src/audits/finding.ts";
import { runAudits } from "../../../../src/audits/run.ts";
import { formatDay } from "../../../../src/values/day.ts";
import { formatMoney } from "../../../../src/values/money.ts";
import { inputOf } from "../account-of-rows.ts";
import { type Example, examplesIn } from "../notation.ts";

const FOLDER = new URL("./", import.meta.url);
const PAGES = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".md"))
  .sort();

/** Notes without a claim are many; those an account is about are named in its title's brackets. */
function found({ given }: Example, noted: readonly string[]): string[] {
  return runAudits(inputOf(given))
    .findings.filter(({ state, audit }) => state !== "info" || noted.includes(audit))
    .map(inWords)
    .sort();
}

function inWords({ audit, state, quantity, amount, eventDate, opens, deadline }: Finding): string {
  const money = amount === null ? "-" : formatMoney(amount);
  const days = [eventDate, opens, deadline].map((day) => (day === null ? "-" : formatDay(day)));
  return [audit, state, quantity ?? "-", money, ...days].join(",");
}

describe.each(PAGES)("%s", (page) => {
  const examples = examplesIn(readFileSync(new URL(page, FOLDER), "utf8"));

  it.each(examples.map((example) => [example.title, example] as const))("%s", (title, example) => {
    const noted = /\[(.+)\]/.exec(title)?.[1]?.split(", ") ?? [];
    const expected = example.findings.map((cells) => cells.join(","));
    expect(found(example, noted)).toEqual(expected.sort());
  });
});

it("there are accounts of every audit, clean ones and dirty ones", () => {
  const pages = PAGES.map((page) => readFileSync(new URL(page, FOLDER), "utf8")).join("\n");
  for (const { meta } of AUDITS) {
    const chapter = pages.split(/^## /m).find((text) => text.startsWith(`${meta.id}\n`)) ?? "";
    const examples = examplesIn(chapter);
    const tells = (example: Example) => example.findings.some(([audit]) => audit === meta.id);
    expect(examples.some(tells), meta.id).toBe(true);
    expect(
      examples.some((example) => !tells(example)),
      meta.id,
    ).toBe(true);
  }
});
