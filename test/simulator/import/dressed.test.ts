/** The same downloads in other dress: halves that overlap, columns in another order, other encodings and delimiters. */
import Papa from "papaparse";
import { expect, it } from "vitest";
import { detectLayout } from "../../../intake/detect.ts";
import type { ImportFile } from "../../../intake/import.ts";
import { generate } from "../../../samples/generate.ts";
import { TestSheet } from "./sheet.ts";

const AS_OF = "2026-07-20";
/** A few downloads of every report: an account has a list for each of its shipments. */
const few = new Map<string, number>();
const files = generate({ seed: 11, asOf: AS_OF, factor: 0.2, marketplaces: ["US"] }).files.filter(
  ({ name }) => {
    const report = name.replace(/\d.*$/, "");
    few.set(report, (few.get(report) ?? 0) + 1);
    return (few.get(report) ?? 0) <= 3;
  },
);

const fileOf = (name: string, bytes: Uint8Array): ImportFile => ({
  name,
  lastModified: 0,
  bytes: async () => bytes,
});

function utf16(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  bytes.set([0xff, 0xfe]);
  for (let i = 0; i < text.length; i++) {
    bytes[2 + 2 * i] = text.charCodeAt(i) & 0xff;
    bytes[3 + 2 * i] = text.charCodeAt(i) >> 8;
  }
  return bytes;
}

/** The file as UTF-16 with semicolons, its columns from last to first, in two halves that share a fifth of its days. */
function dressed(name: string, bytes: Uint8Array): ImportFile[] {
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
  const layout = detectLayout(lines, false);
  if ("reason" in layout) throw new Error(`${name}: ${layout.reason}`);
  const { delimiter, quoted, linesBefore, headers, definition } = layout;
  const rows = Papa.parse<string[]>(lines.slice(linesBefore).filter(Boolean).join("\n"), {
    delimiter,
    newline: "\n",
    fastMode: !quoted,
  }).data;
  const print = (part: readonly string[][]) =>
    utf16(
      [
        ...lines.slice(0, linesBefore - 1).map((line) => line.replace(/\t/g, ";")),
        ...[[...headers], ...part].map((cells) =>
          headers.map((_, i) => `"${(cells[headers.length - 1 - i] ?? "").replace(/"/g, '""')}"`).join(";"),
        ),
      ].join("\r\n"),
    );
  // A settlement is whole or it does not add up; a SKU list says how many units it holds.
  if (/^settlement|^inbound-contents/.test(definition.id)) return [fileOf(`dressed ${name}`, print(rows))];
  const dated = rows.toSorted((a, b) => (a.join("|") < b.join("|") ? -1 : 1));
  const same = (a: readonly string[], b: readonly string[]) => a[0] === b[0];
  let [until, from] = [Math.floor(dated.length * 0.6), Math.floor(dated.length * 0.4)];
  while (until < dated.length && same(dated[until] as string[], dated[until - 1] ?? [])) until++;
  while (from > 0 && same(dated[from] as string[], dated[from - 1] as string[])) from--;
  return [
    fileOf(`second ${name}`, print(dated.slice(from))),
    fileOf(`first ${name}`, print(dated.slice(0, until))),
  ];
}

it("end in the same tabs and the same findings", async () => {
  const [plain, other] = [await TestSheet.open(), await TestSheet.open()];
  await plain.import(files.map(({ name, bytes }) => fileOf(name, bytes)));
  const { imports, unrecognised } = await other.import(
    files.flatMap(({ name, bytes }) => dressed(name, bytes)),
  );
  expect(unrecognised).toEqual([]);
  expect(imports.flatMap(({ rejected }) => rejected)).toEqual([]);
  // The hidden key says how far the row's file reached, which differs between a half and the whole.
  const shown = (sheet: TestSheet) =>
    sheet.reportTabs.map((tab) => ({ ...tab, values: tab.values.map((row) => row.slice(0, -1)) }));
  expect(shown(other)).toEqual(shown(plain));
  const ask = (sheet: TestSheet) => sheet.server.auditRun({ asOf: AS_OF, marketplace: "US" });
  const [found, expected] = [await ask(other), await ask(plain)];
  expect(expected.findings.length).toBeGreaterThan(5);
  expect(found.findings).toEqual(expected.findings);
});
