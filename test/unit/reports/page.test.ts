import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { reportsPage } from "../../../tools/docs/reports.ts";

test("docs/reports.md says what the definitions say (npm run docs)", () => {
  expect(readFileSync("docs/reports.md", "utf8")).toBe(reportsPage());
});
