import { describe, expect, it } from "vitest";
import { generate } from "../../../samples/generate.ts";
import { type LedgerRow, ledgerFile, TestSheet } from "./sheet.ts";

const AS_OF = "2026-07-20";
const { files } = generate({ seed: 3, asOf: AS_OF, factor: 0.5, marketplaces: ["US"] });
const sample = files.map(({ name, bytes }) => ({ name, lastModified: 0, bytes: async () => bytes }));
const TAB = "Inventory Ledger Detail";

describe("a seller's whole folder", () => {
  it("gives the same tabs whether imported at once, or file by file from the last to the first, and twice", async () => {
    const [once, apart] = [await TestSheet.open(), await TestSheet.open()];
    const { imports, unrecognised } = await once.import(sample);
    expect(unrecognised).toEqual([]);
    for (const { rows, added, duplicate, changed, rejected } of imports) {
      expect(added + duplicate + changed + rejected.length).toBe(rows);
    }
    for (const file of [...sample].reverse()) await apart.import([file]);
    expect(apart.reportTabs).toEqual(once.reportTabs);
    await apart.import(sample);
    expect(apart.reportTabs).toEqual(once.reportTabs);
    // Now that all files share a batch again, the audits see the same account.
    const ask = (sheet: TestSheet) => sheet.server.auditRun({ asOf: AS_OF, marketplace: "US" });
    expect(await ask(apart)).toEqual(await ask(once));
  });

  it("gives the same findings from a compact import, in fewer columns", async () => {
    const [whole, compact] = [await TestSheet.open(), await TestSheet.open()];
    await whole.import(sample);
    const { imports } = await compact.import(sample, { compact: true });
    expect(imports[0]?.notes.join()).toContain("only the columns the audits read");
    expect(compact.sheet(TAB).values[0]).not.toContain("Title");
    expect(compact.sheet(TAB).columns).toBeLessThan(whole.sheet(TAB).columns);
    const ask = (sheet: TestSheet) => sheet.server.auditRun({ asOf: AS_OF, marketplace: "US" });
    expect((await ask(compact)).findings.map(({ id, state, amount }) => [id, state, amount])).toEqual(
      (await ask(whole)).findings.map(({ id, state, amount }) => [id, state, amount]),
    );
    expect(compact.rows("Imports")[0]?.["Columns kept"]).toBe("those the audits read");
  });
});

describe("a sheet that is full", () => {
  it("is said before anything is written", async () => {
    const sheet = await TestSheet.open();
    sheet.workbook.addSheet("Archive", 1, 99_000, 100);
    const many = Array.from({ length: 5000 }, (_, i): LedgerRow => ({ day: 1, reference: `R${i}` }));
    const { imports, unrecognised } = await sheet.import([ledgerFile("ledger.csv", many)]);
    expect(imports).toEqual([]);
    expect(unrecognised[0]?.reason).toMatch(/Google Sheets holds 10,000,000\. .*Nothing was written\./);
    expect(sheet.rows(TAB)).toEqual([]);
  });
});

describe("a tab of more rows than keys travel at once", () => {
  it("is compared whole", async () => {
    const sheet = await TestSheet.open();
    const many = Array.from(
      { length: 16_000 },
      (_, i): LedgerRow => ({ day: 1 + (i % 28), reference: `R${i}` }),
    );
    await sheet.import([ledgerFile("ledger.csv", many)]);
    const { imports } = await sheet.import([ledgerFile("again.csv", [...many, { day: 29 }])]);
    expect(imports[0]).toMatchObject({ added: 1, changed: 0, duplicate: 16_000 });
    expect(sheet.calls.filter(({ name }) => name === "importKeys")).toHaveLength(1);
  });
});
