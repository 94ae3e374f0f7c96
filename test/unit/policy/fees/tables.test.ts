import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DISAGREEMENTS } from "../../../../src/policy/disagreements.ts";
import { FEE_GROUPS } from "../../../../src/policy/fees/catalogue.ts";
import { type FeeTable, feeOf, holdsOn, standing } from "../../../../src/policy/fees/fee.ts";
import { US_FULFILMENT } from "../../../../src/policy/fees/fulfilment.ts";
import { feeRows } from "../../../../src/policy/fees/index.ts";
import { marketplace, SOURCES } from "../../../../src/policy/index.ts";
import { type Day, day } from "../../../../src/values/day.ts";
import { currency, money } from "../../../../src/values/money.ts";
import { feesPage } from "../../../../tools/docs/fees.ts";

const TABLES = FEE_GROUPS.flatMap(({ tables }) => tables);

describe("every table", () => {
  test.each(TABLES.map((table) => [table.id, table] as const))("%s", (_, table) => {
    expect(marketplace(table.marketplace)?.code).toBe(table.marketplace);
    for (const id of table.sources) expect(Object.keys(SOURCES)).toContain(id);
    for (const id of table.disagreements) expect(DISAGREEMENTS.map((known) => known.id)).toContain(id);
    expect(table.name.length).toBeGreaterThan(0);
    expect(table.confidenceText).toContain(table.confidence);
    if (table.from !== null && table.to !== null) expect(table.from).toBeLessThanOrEqual(table.to);
    if (!table.sourced) expect(table.confidence).toBe("low");
  });

  test("has an id of its own", () => {
    expect(new Set(TABLES.map(({ id }) => id)).size).toBe(TABLES.length);
  });

  test("of the fulfilment tables of a category and season one at most holds on a day", () => {
    for (const on of ["2024-02-05", "2025-10-15", "2026-01-14", "2026-01-15", "2026-10-15", "2027-01-14"]) {
      const holding = US_FULFILMENT.filter((table) => holdsOn(table, day(on)));
      const cards = holding.map(({ category, peak }) => `${category} ${peak}`);
      expect(new Set(cards).size, on).toBe(cards.length);
    }
  });

  test("weights rise, and so do fees with weight and price", () => {
    for (const { id, smallStandard, largeStandardUpTo3lb } of US_FULFILMENT) {
      for (const bands of [smallStandard, largeStandardUpTo3lb]) {
        bands.forEach((band, i) => {
          const next = bands[i + 1];
          if (next) {
            expect(next.upToOz, id).toBeGreaterThan(band.upToOz);
            expect(next.from10to50, id).toBeGreaterThan(band.from10to50);
          }
          expect(band.under10 ?? 0, id).toBeLessThan(band.from10to50);
          expect(band.over50, id).toBeGreaterThanOrEqual(band.from10to50);
        });
      }
    }
  });
});

describe("what an answer from several tables rests on", () => {
  const table = (over: Partial<FeeTable>): FeeTable => ({
    id: "a",
    name: "A",
    marketplace: "US",
    from: null,
    to: null,
    fromSourced: true,
    sourced: true,
    confidence: "medium-high",
    confidenceText: "",
    disputed: null,
    disagreements: [],
    sources: [],
    note: null,
    ...over,
  });

  test("the days all hold, the lowest confidence, every disagreement once", () => {
    const found = standing([
      table({ from: 10 as Day, to: 50 as Day, disagreements: ["D-1"] }),
      table({ id: "b", from: 20 as Day, confidence: "medium", disagreements: ["D-1", "D-2"] }),
      table({ id: "c", to: 40 as Day }),
    ]);
    expect(found).toMatchObject({
      table: "a",
      from: 20,
      to: 40,
      confidence: "medium",
      usable: true,
      unusableBecause: null,
      estimated: false,
      assumptions: [],
      disagreements: ["D-1", "D-2"],
    });
    expect(standing([table({})])).toMatchObject({ from: null, to: null, confidence: "medium-high" });
  });

  test.each([
    [{ disputed: "Two say otherwise." }, "Two say otherwise."],
    [{ sourced: false }, "“A” is an inference."],
    [{ confidence: "low" as const }, "“A” is of low confidence."],
  ])("%j: not usable", (over, reason) => {
    expect(standing([table({ id: "b" }), table(over)])).toMatchObject({
      usable: false,
      unusableBecause: reason,
    });
  });

  test("a reason of its own goes first, assumptions are said once", () => {
    const found = standing([table({ disputed: "no" })], ["x", "x"], "inferred");
    expect(found).toMatchObject({ unusableBecause: "inferred", assumptions: ["x"], estimated: true });
  });

  test("a first day nobody gives is an assumption, no first day at all is none", () => {
    expect(standing([table({ from: 10 as Day, fromSourced: false })]).assumptions).toEqual([
      "The first day of “A” is not sourced.",
    ]);
    expect(standing([table({ fromSourced: false })]).assumptions).toEqual([]);
  });

  test("parts add up", () => {
    const usd = (minor: number) => money(minor, currency("USD"));
    const found = feeOf(
      [
        { what: "a", amount: usd(300) },
        { what: "b", amount: usd(-50) },
        { what: "c", amount: usd(7) },
      ],
      "",
      usd(0),
      standing([table({})]),
    );
    expect(found.fee).toEqual(usd(257));
  });
});

describe("the Policy tab's rows", () => {
  const rows = feeRows();

  test("one per table, each with a key of its own", () => {
    expect(rows.map(({ key }) => key)).toEqual(TABLES.map(({ id }) => `fee/${id}`));
    expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  });

  test.each([
    [
      "fee/us-fulfilment-2026",
      {
        rule: "Fulfilment fees",
        marketplaces: "US",
        what: "US fulfilment fees 2026, non-peak",
        value: "claims may rest on it",
        unit: "",
        from: day("2026-01-15"),
        to: null,
        clockStarts: "",
        sourced: "yes",
        sources: "public code",
        checkedOn: day("2026-11-22"),
        note: "",
        override: null,
      },
    ],
    [
      "fee/us-removal-2026",
      {
        value: "for information only",
        confidence: "medium: single source",
        note: "Sources disagree on the removal fees of 2026 (D-REMOVAL). Billed per unit from 2026-02-15.",
      },
    ],
    [
      "fee/uk-fulfilment-2026",
      {
        note: "The first day is not sourced. The source names the year only. Oversize tiers and the peak season of 2026 are not sourced.",
      },
    ],
    ["fee/de-refund-administration", { sourced: "no", value: "for information only" }],
  ])("%s", (key, expected) => {
    expect(rows.find((row) => row.key === key)).toMatchObject(expected);
  });
});

describe("docs/fees.md", () => {
  const page = feesPage();

  test("it is what the tables say now (else run npm run docs)", () => {
    const written = readFileSync(new URL("../../../../docs/fees.md", import.meta.url), "utf8");
    expect(written.trim()).toBe(page.trim());
  });

  test("every table, its sources and its disagreements are on it", () => {
    for (const table of TABLES) {
      expect(page).toContain(`\`${table.id}\``);
      for (const id of table.sources) expect(page).toContain(`\n| ${id} |`);
      for (const id of table.disagreements) expect(page).toContain(`- **${id}**: `);
    }
  });

  test("every table row has as many cells as its head", () => {
    const lines = page.split("\n");
    lines.forEach((line, i) => {
      if (!line.startsWith("| --- ")) return;
      const cells = (text = "") => text.replaceAll("\\|", "").split("|").length;
      for (let row = i + 1; lines[row]?.startsWith("|"); row++)
        expect(cells(lines[row]), lines[row]).toBe(cells(lines[i - 1]));
    });
  });
});
