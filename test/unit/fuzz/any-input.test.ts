/** Whatever is dropped in: never a crash, never a hang, always a message; rows in = rows read + rows refused. */
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import {
  isUnrecognised,
  type ParsedFile,
  readReportBytes,
  type Unrecognised,
} from "../../../intake/parse.ts";
import { figure } from "../../simulator/trust/figures.ts";
import { CSV, headerOf, lines } from "../intake/fixtures/lines.ts";
import { FIXTURES } from "../intake/fixtures.ts";

const encoder = new TextEncoder();

let files = 0;
afterAll(() => figure("files read, from random bytes to reports cut at every byte", files));

/** What no reading may do, whatever comes in. Answers with what came out. */
async function read(bytes: Uint8Array): Promise<ParsedFile | Unrecognised> {
  files += 1;
  const result = await readReportBytes([bytes], { marketplace: "US" });
  if (isUnrecognised(result)) {
    expect(result.reason).toMatch(/[.!?]$/);
    return result;
  }
  expect(result.length).toBe(result.lines.length);
  for (const row of result.lines.keys()) {
    const cells = result.columns.map((column) => column?.[row] ?? null);
    expect(cells.length).toBe(result.fields.length + result.extras.length);
    for (const cell of cells) {
      if (typeof cell === "number") expect(Number.isFinite(cell)).toBe(true);
    }
  }
  for (const { line, reason } of result.rejected) {
    expect(line).toBeGreaterThan(0);
    expect(reason.length).toBeGreaterThan(10);
  }
  return result;
}

/** Rows in equal rows out, when each row is one line of its own. */
function counts(result: ParsedFile | Unrecognised, rows: number): void {
  if (!isUnrecognised(result)) expect(result.length + result.rejected.length).toBe(rows);
}

const HARD = [
  "1e400",
  "-1e400",
  "NaN",
  "Infinity",
  "2026-02-30",
  "31/31/2026",
  "9".repeat(400),
  "\u0000",
  "=1+1",
  "-",
  "'",
  "\u202E",
  "\uD800",
  "__proto__",
  "12,34,56",
  "1.2.3",
  "x".repeat(50_000),
  "x".repeat(50_001),
];

describe("any bytes", () => {
  it("are answered, whatever they are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => void (await read(bytes))),
      { numRuns: 400 },
    );
  });

  it("behind a report's header, in any encoding", async () => {
    const report = fc.constantFrom(...FIXTURES.map((fixture) => fixture.report));
    await fc.assert(
      fc.asyncProperty(report, fc.uint8Array({ maxLength: 200 }), async (id, bytes) => {
        await read(Uint8Array.from([...encoder.encode(lines(id, [])), ...bytes]));
      }),
      { numRuns: 300 },
    );
  });
});

describe("any table", () => {
  const cell = fc.oneof(
    { weight: 3, arbitrary: fc.string({ maxLength: 12 }) },
    { weight: 2, arbitrary: fc.constantFrom(...HARD.slice(0, 16)) },
    fc.constantFrom("2026-07-01", "07/01/2026", "1", "-2.5", "USD", ""),
  );
  for (const { report } of FIXTURES) {
    it(`under the header of ${report}: rows in are rows read and rows refused`, async () => {
      const header = headerOf(report, 0);
      const row = fc.array(cell, { minLength: header.length, maxLength: header.length });
      await fc.assert(
        fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
          // A row of blanks is no row; the first cell of each says that it is one. Quotes and breaks are inside quotes.
          const said = rows.map((cells, i) =>
            Object.fromEntries(header.map((name, at) => [name, at === 0 ? `r${i}` : (cells[at] ?? "")])),
          );
          counts(await read(encoder.encode(lines(report, said, CSV))), rows.length);
        }),
        { numRuns: 12 },
      );
    });
  }
});

describe("a file cut at every byte", () => {
  for (const { report, text } of FIXTURES) {
    it(`of ${report}: a message, or no more rows than the whole has`, async () => {
      const bytes = encoder.encode(text);
      const whole = await read(bytes);
      const rows = isUnrecognised(whole) ? 0 : whole.length + whole.rejected.length;
      for (let end = 0; end < bytes.length; end++) {
        const cut = await read(bytes.subarray(0, end));
        if (!isUnrecognised(cut)) expect(cut.length + cut.rejected.length).toBeLessThanOrEqual(rows);
      }
    });
  }
});

describe("a report in which little is wrong", () => {
  for (const { report, text } of FIXTURES) {
    const bytes = encoder.encode(text);

    it(`of ${report}, one byte of it any other: a message or rows`, async () => {
      const place = fc.nat({ max: bytes.length - 1 });
      await fc.assert(
        fc.asyncProperty(place, fc.integer({ min: 0, max: 255 }), async (at, other) => {
          await read(bytes.map((byte, i) => (i === at ? other : byte)));
        }),
        { numRuns: 15 },
      );
    });

    it(`of ${report}, in encodings it says nothing of: a message or all its rows`, async () => {
      const whole = await read(bytes);
      const rows = isUnrecognised(whole) ? 0 : whole.length + whole.rejected.length;
      for (const spelt of [
        new Uint8Array(Buffer.from(text, "utf16le")),
        new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le").swap16()),
        new Uint8Array(Buffer.from(text, "latin1")),
        encoder.encode(`\uFEFF\uFEFF${text}`),
        Uint8Array.from(text, (letter) => letter.charCodeAt(0) ^ 0x80),
      ]) {
        counts(await read(spelt), rows);
      }
    });
  }
});

describe("the corpus of what sellers' files have been seen to hold", () => {
  const ledger = (cells: Record<string, string>) =>
    lines(
      "ledger-detail",
      [{ Date: "07/01/2026", "Event Type": "Adjustments", Quantity: "-1", ...cells }],
      CSV,
    );
  const utf16 = (text: string) =>
    Uint8Array.from([0xff, 0xfe, ...new Uint8Array(Buffer.from(text, "utf16le"))]);

  it.each(HARD)("a cell that is %j", async (hard) => {
    for (const name of ["MSKU", "Quantity", "Date", "Title"]) {
      counts(await read(encoder.encode(ledger({ [name]: hard }))), 1);
    }
  });

  it.each<[string, Uint8Array]>([
    ["the wrong encoding", Uint8Array.from([...encoder.encode(ledger({})), 0xe9, 0xff, 0x80])],
    ["UTF-16 said and not meant", Uint8Array.from([0xff, 0xfe, ...encoder.encode(ledger({}))])],
    ["UTF-16", utf16(ledger({}))],
    ["UTF-16 cut in the middle of a letter", utf16(ledger({})).subarray(0, 301)],
    ["a row of 50,000 quotes", encoder.encode(`${ledger({})}${'"'.repeat(50_000)}\n`)],
    ["mixed line ends", encoder.encode(`${ledger({}).replace("\n", "\r")}${ledger({}).split("\n")[1]}\r\n`)],
    ["a quote never closed", encoder.encode(ledger({}).replace(/"\n$/, '\n"a\nb\nc\n'))],
    ["nothing but quotes", encoder.encode('"'.repeat(10_001))],
    ["nothing but separators", encoder.encode(",".repeat(100_000))],
    ["nothing but zero bytes", new Uint8Array(100_000)],
    ["a row of a million columns", encoder.encode(`${ledger({})}${"a,".repeat(1_000_000)}\n`)],
    [
      "a header of a million columns",
      encoder.encode(`${ledger({}).replace("\n", `${",a".repeat(1_000_000)}\n`)}`),
    ],
    ["a hundred thousand blank lines", encoder.encode(ledger({}) + "\n".repeat(100_000))],
  ])("%s", async (_, bytes) => {
    const started = performance.now();
    await read(bytes);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
