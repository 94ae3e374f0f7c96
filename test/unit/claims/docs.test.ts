import { readFileSync } from "node:fs";
import { parse } from "papaparse";
import { describe, expect, it } from "vitest";
import { headOf, LOG_COLUMNS, LOG_KINDS, readLog, readRows, STEPS } from "../../../src/claims/index.ts";
import { CLAIM_RULES } from "../../../src/policy/claim-rules.ts";
import { formatDay } from "../../../src/values/day.ts";
import { formatMoney } from "../../../src/values/money.ts";

const page = readFileSync(new URL("../../../docs/claims.md", import.meta.url), "utf8");
const rows = page.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("|---"));
const cells = (line: string) =>
  line
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());

function block(name: string): string {
  const found = new RegExp(`\`\`\`${name}\\n([\\s\\S]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/claims.md has no block ${name}.`);
  return found;
}

const NEEDS: Readonly<Record<string, string>> = {
  caseId: "the case ID",
  reason: "a reason",
  "units or amount": "units or amount",
  "deadline over": "the last day to file is over",
};

describe("docs/claims.md", () => {
  it("lists the steps there are, no others", () => {
    const from = rows.findIndex((line) => cells(line)[0] === "From");
    const listed = rows.slice(from + 1, from + 1 + STEPS.length).map((line) => cells(line).join(" | "));
    const told = STEPS.map((step) =>
      [step.from, step.to, step.label, step.requires.map((field) => NEEDS[field]).join(", ")].join(" | "),
    );
    expect(listed).toEqual(told);
    expect(cells(rows[from + 1 + STEPS.length] ?? "")[0]).toBe("Wrong");
  });

  it("lists the columns of the log in their order, and every kind of row", () => {
    const from = rows.findIndex((line) => cells(line).join() === "Column,What");
    const listed = rows.slice(from + 1, from + 1 + LOG_COLUMNS.length).map((line) => cells(line)[0]);
    expect(listed).toEqual(LOG_COLUMNS.map(({ header }) => header));
    for (const kind of LOG_KINDS) expect(page).toContain(`\`${kind}\``);
  });

  it("lists every check", () => {
    const source = readFileSync(new URL("../../../src/claims/preflight-item.ts", import.meta.url), "utf8");
    const ids = [...source.matchAll(/^ {4}\| "([a-z-]+)"/gm)].map(([, id]) => id ?? "");
    expect(ids.length).toBe(9);
    for (const id of ids)
      expect(
        rows.some((line) => line.startsWith(`| \`${id}\``)),
        id,
      ).toBe(true);
  });

  it("names the numbers of the policy", () => {
    const { costRequestWaitDays, invoiceAgeDays } = CLAIM_RULES;
    expect(page).toContain(`(${costRequestWaitDays}, ${invoiceAgeDays}, one appeal)`);
  });

  it("shows a log that is whole, and what it adds up to", () => {
    const header = new Map(LOG_COLUMNS.map((column) => [column.header as string, column.key]));
    const { data } = parse<Record<string, string>>(block("log").trim(), { header: true });
    const log = data.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [header.get(name) ?? name, cell])),
    );
    const book = readLog(log, headOf(readRows(log).entries));
    expect(book.problems).toEqual([]);
    const [claim] = book.claims;
    const { units, amount } = claim?.approved ?? { units: null, amount: null };
    expect(block("claims").trim().split("\n")).toEqual([
      `state: ${claim?.state}`,
      `case: ${claim?.caseId}`,
      `filed: ${claim?.filedOn ? formatDay(claim.filedOn) : ""}`,
      `approved: ${units} units, ${amount ? formatMoney(amount) : ""}`,
      `denials: ${claim?.denials.length}`,
    ]);
  });
});
