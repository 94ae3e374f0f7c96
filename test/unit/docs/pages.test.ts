/** The generated pages say what the definitions say today. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { PAGES } from "../../../tools/docs/pages.ts";

test.each(PAGES)("$file is up to date (npm run docs writes it)", ({ file, text }) => {
  expect(readFileSync(join(import.meta.dirname, "../../..", file), "utf8")).toBe(text());
});
