/** The Policy tab as a user sees it, row by row; `npx vitest run test/unit/policy/policy-rows.test.ts -u` writes it anew. */
import { expect, test } from "vitest";
import { POLICY, POLICY_COLUMNS, policyRows } from "../../../src/policy/index.ts";
import { type Day, formatDay } from "../../../src/values/day.ts";

const DAYS = ["from", "to", "checkedOn"];

test("every row of the tab", async () => {
  const rows = policyRows(POLICY).map((row) =>
    POLICY_COLUMNS.map(({ field }) => {
      const value = row[field];
      if (value === null) return "–";
      return DAYS.includes(field) ? formatDay(value as Day) : String(value).replace(/\n/g, " ");
    }).join(" | "),
  );
  const head = POLICY_COLUMNS.map(({ header }) => header).join(" | ");
  await expect([head, ...rows].join("\n")).toMatchFileSnapshot("policy-rows.txt");
});
