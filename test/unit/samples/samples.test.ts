/** The samples themselves: the same every time, in Amazon's formats, adding up, no story in another's way. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Account } from "../../../samples/account.ts";
import { generate, plantedJson, type Sample, type SampleFile } from "../../../samples/generate.ts";
import { type Clearing, clear, takeOut } from "../../../samples/pool.ts";
import { borderAges, timingOf, valuationKnown } from "../../../samples/windows.ts";
import { normaliseHeader, type ReportDefinition } from "../../../src/reports/definition.ts";
import { REPORTS } from "../../../src/reports/index.ts";
import { addDays, day, formatDay } from "../../../src/values/day.ts";

const OPTIONS = { seed: 7, asOf: "2026-11-20", factor: 0.5, marketplaces: ["US", "UK", "DE"] } as const;
const sample = generate(OPTIONS);

/** The text of a file, in the character set it is written in. */
function textOf({ bytes }: SampleFile): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

function linesOf(file: SampleFile): string[] {
  return textOf(file)
    .split(/\r?\n/)
    .filter((line) => line !== "");
}

function named(of: Sample, pattern: RegExp): SampleFile[] {
  return of.files.filter((file) => pattern.test(file.name));
}

function bytesOf(of: Sample): number {
  return of.files.reduce((sum, file) => sum + file.bytes.length, 0);
}

describe("the generator", () => {
  test("gives the same bytes for the same options", () => {
    const again = generate(OPTIONS);
    expect(again.files.map((file) => file.name)).toEqual(sample.files.map((file) => file.name));
    for (const [at, file] of again.files.entries()) expect(file.bytes).toEqual(sample.files[at]?.bytes);
    expect(plantedJson(again)).toBe(plantedJson(sample));
  });

  test("gives another seller for another seed", () => {
    expect(plantedJson(generate({ ...OPTIONS, seed: 8 }))).not.toBe(plantedJson(sample));
  });

  test("scales what is in order with the factor", () => {
    const one = { ...OPTIONS, marketplaces: ["US"] as const };
    const rows = (factor: number) => {
      const scaled = generate({ ...one, factor });
      return named(scaled, /orders\.txt/).reduce((sum, file) => sum + linesOf(file).length, 0);
    };
    const [small, large] = [rows(1), rows(8)];
    expect(large).toBeGreaterThan(4 * small);
    expect(bytesOf(generate({ ...one, factor: 0.05 }))).toBeLessThan(
      bytesOf(generate({ ...one, factor: 1 })),
    );
  });

  test("names every file once", () => {
    expect(new Set(sample.files.map((file) => file.name)).size).toBe(sample.files.length);
  });

  test.each([
    [{ asOf: "2024-05-31" }, /too early/],
    [{ factor: 0 }, /above 0/],
    [{ marketplaces: ["FR" as "US"] }, /FR/],
  ])("refuses %o", (wrong, message) => {
    expect(() => generate({ ...OPTIONS, ...wrong })).toThrow(message);
  });

  test("lets no story touch what belongs to another", () => {
    const account = new Account("US", "x", day("2025-05-20"), day("2026-11-20"), new Set());
    account.begin("one");
    const item = account.item();
    account.lose(item, day("2026-10-01"), 1);
    account.begin("other");
    expect(() => account.find(item, day("2026-10-02"), 1)).toThrow(/another story/);
  });
});

describe("what is planted", () => {
  test("every audit, in every state it can have", () => {
    const big = generate({ ...OPTIONS, factor: 2 });
    const seen = new Set(big.planted.map((one) => `${one.audit} ${one.state}`));
    for (const audit of ["warehouse-lost", "warehouse-damaged", "inbound-short", "refund-not-returned"]) {
      for (const state of ["file", "wait", "expired", "info"]) expect(seen).toContain(`${audit} ${state}`);
    }
    for (const state of ["file", "wait", "expired"])
      expect(seen).toContain(`returned-damaged-by-amazon ${state}`);
    for (const audit of ["underpaid", "reversed-without-return"]) {
      for (const state of ["file", "expired"]) expect(seen).toContain(`${audit} ${state}`);
    }
  });

  test("names something that stands in the files", () => {
    const text = sample.files.map(textOf).join("\n");
    for (const one of sample.planted) {
      for (const key of [one.fnsku, one.msku, one.orderId, one.shipmentId, one.referenceId]) {
        if (key !== null) expect(text).toContain(key);
      }
    }
  });

  test("opens, deadline and state agree with as-of", () => {
    for (const { state, opens, deadline } of sample.planted) {
      if (opens === null) expect(["info", "exposure"]).toContain(state);
      else if (OPTIONS.asOf < opens) expect(state).toBe("wait");
      // What was approved has no last day.
      else expect(state).toBe(deadline === null || OPTIONS.asOf <= deadline ? "file" : "expired");
    }
  });
});

describe("the calculator", () => {
  test.each([
    ["warehouse-lost", "US", "2026-10-01", "2026-10-31", "2026-11-30"],
    ["warehouse-damaged", "UK", "2026-10-01", "2026-10-11", "2026-11-30"],
    ["refund-not-returned", "US", "2026-08-01", "2026-09-30", "2026-11-29"],
    ["refund-not-returned", "DE", "2026-08-01", "2026-09-15", "2026-11-14"],
    ["inbound-short", "US", "2026-05-31", "2026-06-30", "2027-02-28"],
    ["inbound-short", "DE", "2026-08-31", "2026-09-30", "2027-02-28"],
    ["underpaid", "DE", "2026-10-01", "2026-10-01", "2026-11-30"],
    // Held open by the 18 months of old until the day before the rule of 2024-10-23, or by the new window.
    ["warehouse-lost", "US", "2024-08-22", "2024-09-21", "2024-10-22"],
    ["warehouse-lost", "US", "2024-08-24", "2024-09-23", "2024-10-23"],
    ["warehouse-damaged", "US", "2023-04-22", "2023-05-02", "2024-10-22"],
    ["warehouse-damaged", "US", "2023-04-21", "2023-05-01", "2023-06-20"],
    ["refund-not-returned", "US", "2024-05-01", "2024-06-30", "2024-10-22"],
    // Nobody could source an older window of these.
    ["returned-damaged-by-amazon", "US", "2024-05-01", "2024-06-30", "2024-08-29"],
    ["warehouse-lost", "DE", "2024-10-01", "2024-10-31", "2024-11-30"],
  ] as const)("%s in %s on %s opens %s and ends %s", (audit, place, event, opens, deadline) => {
    const time = timingOf(audit, place, day(event), day("2026-11-20"));
    expect([formatDay(time.opens), formatDay(time.deadline)]).toEqual([opens, deadline]);
  });

  test("looks for events on both sides of every border and every change", () => {
    const asOf = day("2024-12-01");
    const days = borderAges("warehouse-lost", "US", asOf).map((age) => formatDay(addDays(asOf, -age)));
    expect(days).toEqual([
      "2024-11-02",
      "2024-11-01",
      "2024-10-23",
      "2024-10-22",
      "2024-10-02",
      "2024-10-01",
    ]);
  });

  test("knows what a unit is worth since Amazon pays its cost", () => {
    expect(valuationKnown("US", day("2025-03-30"))).toBe(false);
    expect(valuationKnown("US", day("2025-03-31"))).toBe(true);
    expect(valuationKnown("UK", day("2025-03-09"))).toBe(false);
    expect(valuationKnown("DE", day("2025-03-10"))).toBe(true);
  });

  test("clears the oldest first, never with what came before", () => {
    const opening = (at: string, left: number) => ({ day: day(at), of: at, left });
    const openings = [opening("2026-01-10", 2), opening("2026-01-20", 2)];
    const clearings: Clearing[] = [
      { day: day("2026-01-15"), left: 3 },
      { day: day("2026-01-25"), left: 1 },
    ];
    clear(openings, clearings);
    expect(openings.map(({ left }) => left)).toEqual([0, 1]);
    expect(clearings.map(({ left }) => left)).toEqual([1, 0]);
  });

  test("takes out finds of the 30 days before", () => {
    const finds: Clearing[] = ["2026-01-01", "2026-01-20", "2026-02-10"].map((at) => ({
      day: day(at),
      left: 1,
    }));
    takeOut(finds, { day: day("2026-02-01"), units: 2 });
    expect(finds.map(({ left }) => left)).toEqual([1, 0, 1]);
  });
});

describe("the money", () => {
  test("every settlement adds up to its header", () => {
    const files = named(sample, /settlement-.*\.txt$/);
    expect(files.length).toBeGreaterThan(60);
    for (const file of files) {
      const [header = [], first = [], ...rows] = linesOf(file).map((line) => line.split("\t"));
      const number = (cell = "") => Math.round(Number(cell.trim().replace(",", ".")) * 100);
      const amounts = header.flatMap((name, at) =>
        name !== "total-amount" && /(^|-)amount$/.test(name) ? [at] : [],
      );
      const sum = rows.reduce(
        (s, row) => s + amounts.reduce((t, at) => t + (row[at] ? number(row[at]) : 0), 0),
        0,
      );
      expect(sum, file.name).toBe(number(first[header.indexOf("total-amount")]));
    }
  });

  test("settlements of one settlement id say the same in every source", () => {
    const totals = new Map<string, number[]>();
    for (const file of named(sample, /^(us|uk)\/(settlement|transactions)-/)) {
      const id = /-(\d+)/.exec(file.name)?.[1] ?? "";
      const lines = linesOf(file);
      const total = file.name.includes("transactions")
        ? lines.slice(8).reduce((sum, line) => sum + Math.round(Number(line.split('","').at(-3)) * 100), 0)
        : Math.round(Number(lines[1]?.split("\t")[4]) * 100);
      totals.set(id, [...(totals.get(id) ?? []), total]);
    }
    const twice = [...totals.values()].filter((list) => list.length > 1);
    expect(twice.length).toBeGreaterThan(5);
    for (const list of twice) expect(new Set(list).size).toBe(1);
  });

  test("settlements follow each other without a gap", () => {
    const periods = named(sample, /^eu\/settlement-/)
      .map((file) => linesOf(file)[1]?.split("\t").slice(1, 3) ?? [])
      .map(([from = "", to = ""]) => ({
        from,
        to,
        order: from.slice(6, 10) + from.slice(3, 5) + from.slice(0, 2),
      }))
      .sort((x, y) => (x.order < y.order ? -1 : 1));
    expect(periods.length).toBeGreaterThan(30);
    for (let at = 1; at < periods.length; at++) expect(periods[at]?.from).toBe(periods[at - 1]?.to);
  });
});

/** The definition a file follows, by the name the samples give it. */
const DEFINITION: readonly [RegExp, string][] = [
  [/inventory-ledger/, "ledger-detail"],
  [/ledger-summary/, "ledger-summary"],
  [/settlement-\d+\.txt/, "settlement"],
  [/settlement-\d+-v1/, "settlement-v1"],
  [/transactions/, "transactions"],
  [/reimbursements/, "reimbursements"],
  [/customer-returns/, "customer-returns"],
  [/replacements/, "replacements"],
  [/removal-orders/, "removal-orders"],
  [/removal-shipments/, "removal-shipments"],
  [/fee-preview/, "fee-preview"],
  [/storage-fees/, "storage-fees"],
  [/shipping-queue/, "inbound-shipments"],
  [/shipments\/FBA/, "inbound-contents"],
  [/fulfilled-shipments/, "fulfilled-shipments"],
  [/\/orders/, "orders"],
  [/costs/, "costs"],
];

describe("the headers", () => {
  test.each(DEFINITION)("%s are those of %s", (pattern, id) => {
    const definition = REPORTS.find((report) => report.id === id) as ReportDefinition;
    const known = new Set(
      [
        ...Object.values(definition.columns).flatMap((column) => [column.header, ...column.aliases]),
        ...definition.personal,
      ].map(normaliseHeader),
    );
    const files = named(sample, pattern);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const at = id === "transactions" || id === "inbound-contents" ? 7 : 0;
      const line = linesOf(file)[at] ?? "";
      const header = line.includes("\t") ? line.split("\t") : line.split(",");
      expect(header.length).toBeGreaterThan(5);
      for (const name of header) expect(known, `${file.name}: ${name}`).toContain(normaliseHeader(name));
    }
  });

  test("every row has as many cells as its header", () => {
    for (const file of named(sample, /(settlement|customer-returns|orders|reimbursements).*\.txt$/)) {
      const [header = "", ...rows] = linesOf(file);
      for (const row of rows) expect(row.split("\t").length, file.name).toBe(header.split("\t").length);
    }
  });
});

describe("the small set", () => {
  const folder = join(import.meta.dirname, "../../../samples/small");
  const small = generate({ seed: 1, asOf: "2026-11-20", factor: 0.02, marketplaces: ["US", "DE"] });

  test("is what the generator writes today: npm run samples -- --factor 0.02 --marketplaces US,DE samples/small", () => {
    const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(kept.length).toBe(small.files.length + 1);
    for (const { name, bytes } of small.files) {
      expect(readFileSync(join(folder, "reports", name)).equals(bytes), name).toBe(true);
    }
    expect(readFileSync(join(folder, "planted.json"), "utf8")).toBe(plantedJson(small));
  });

  test("is small", () => {
    const bytes = small.files.reduce(
      (sum, file) => sum + file.bytes.length,
      statSync(join(folder, "planted.json")).size,
    );
    expect(bytes).toBeLessThan(700_000);
  });
});
