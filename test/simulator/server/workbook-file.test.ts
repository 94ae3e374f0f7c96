/** The file of a workbook: what it survives, and what it says about what it cannot. */

import { appendFile, copyFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WorkbookFile } from "../../../simulator/server/workbook-file.ts";
import { ChangeFeed } from "../../../simulator/services/changes.ts";
import { Workbook } from "../../../simulator/services/workbook.ts";

const ASIDE = { enabled: true };
let folder: string;
let file: WorkbookFile;
let workbook: Workbook;
let feed: ChangeFeed;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "workbook-"));
  file = await WorkbookFile.open(folder);
  workbook = new Workbook({ name: "Kept" });
  expect(await file.load(workbook)).toEqual({ aside: null, warnings: [] });
  feed = new ChangeFeed(workbook);
  workbook.watch(feed);
  await file.snapshot(workbook, ASIDE);
});
afterEach(() => file.close());

function write(row: number, text: string): Promise<void> {
  const [sheet] = workbook.sheets;
  sheet?.column(0).set(row, [text]);
  return file.append(feed.take());
}

async function reopened() {
  await file.close();
  file = await WorkbookFile.open(folder);
  const read = new Workbook();
  return { ...(await file.load(read)), column: read.sheets[0]?.column(0).cells, name: read.name };
}

const journal = async () =>
  join(folder, (await readdir(folder)).find((name) => name.startsWith("journal")) ?? "");

describe("a kept workbook", () => {
  it("is the snapshot and what was appended, in order, however close together", async () => {
    await Promise.all(["a", "b", "c", "d"].map((text, row) => write(row, text)));
    await write(0, "A");
    expect(await reopened()).toEqual({
      aside: ASIDE,
      warnings: [],
      column: ["A", "b", "c", "d"],
      name: "Kept",
    });
    expect(await reopened()).toMatchObject({ column: ["A", "b", "c", "d"] });
  });

  it("is what it was before a line that a crash cut off, wherever it was cut", async () => {
    await write(0, "whole");
    const before = (await readFile(await journal())).length;
    await write(1, "cut – off");
    const bytes = await readFile(await journal());
    for (const length of [before, before + 1, before + 9, bytes.length - 3, bytes.length - 1]) {
      await writeFile(await journal(), bytes.subarray(0, length));
      expect(await reopened()).toMatchObject({ warnings: [], column: ["whole"] });
    }
  });

  it("goes on after such a line", async () => {
    await write(0, "whole");
    await appendFile(await journal(), '12345678 {"changes":[{"kind":"ce');
    expect(await reopened()).toMatchObject({ column: ["whole"], warnings: [] });
    const cell = { kind: "cells", sheet: 0, column: 0, row: 1, cells: ["after"] } as const;
    await file.append([cell]);
    expect(await reopened()).toMatchObject({ column: ["whole", "after"], warnings: [] });
  });

  it("says so when a line before the last is damaged, and keeps the whole journal aside", async () => {
    await write(0, "whole");
    const end = (await readFile(await journal())).length;
    await write(1, "damaged");
    await write(2, "behind it");
    const bytes = await readFile(await journal());
    bytes[end + 20] = (bytes[end + 20] ?? 0) ^ 1;
    const path = await journal();
    await writeFile(path, bytes);
    const { column, warnings } = await reopened();
    expect(column).toEqual(["whole"]);
    expect(warnings).toEqual([expect.stringContaining("Line 2 of")]);
    expect(await readFile(`${path}.damaged`)).toEqual(bytes);
  });

  it("is the old one until a new snapshot is whole, and the new one from then on", async () => {
    await write(0, "old");
    const [oldSnapshot = "", oldJournal = ""] = ["snapshot-1.jsonl", "journal-1.jsonl"];
    for (const name of [oldSnapshot, oldJournal])
      await copyFile(join(folder, name), join(folder, `${name}.kept`));
    await write(1, "newer");
    while (file.writing) await file.writing;
    await file.snapshot(workbook, ASIDE);
    await write(2, "newest");
    expect((await readdir(folder)).filter((name) => name.endsWith(".jsonl")).sort()).toEqual([
      "journal-2.jsonl",
      "snapshot-2.jsonl",
    ]);
    const back = async () => {
      for (const name of [oldSnapshot, oldJournal])
        await copyFile(join(folder, `${name}.kept`), join(folder, name));
    };
    // A crash after the new one took its place, before the old one was dropped.
    await back();
    expect(await reopened()).toMatchObject({ column: ["old", "newer", "newest"] });
    // A crash while the new one was written: its name is still the temporary one.
    await back();
    await copyFile(join(folder, "snapshot-2.jsonl"), join(folder, "snapshot-2.jsonl.tmp"));
    await truncate(join(folder, "snapshot-2.jsonl.tmp"), 100);
    await file.close();
    await rm(join(folder, "snapshot-2.jsonl"));
    expect(await reopened()).toMatchObject({ column: ["old"] });
    expect((await readdir(folder)).filter((name) => name.includes("-2"))).toEqual([]);
  });

  it("with a damaged snapshot is not opened, nor written over", async () => {
    const path = join(folder, "snapshot-1.jsonl");
    await truncate(path, 200);
    await file.close();
    file = await WorkbookFile.open(folder);
    await expect(file.load(new Workbook())).rejects.toThrow(
      /snapshot-1\.jsonl is damaged .* Move it elsewhere/,
    );
    expect((await readFile(path)).length).toBe(200);
  });

  it("is open once at a time, and free again after a process that was killed", async () => {
    await expect(WorkbookFile.open(folder)).rejects.toThrow("is open in another local Sheets");
    await file.close();
    await writeFile(join(folder, "in-use"), String(process.ppid));
    await expect(WorkbookFile.open(folder)).rejects.toThrow(`(process ${process.ppid})`);
    await writeFile(join(folder, "in-use"), "4194304999");
    file = await WorkbookFile.open(folder);
    expect(await file.load(new Workbook())).toMatchObject({ aside: ASIDE });
  });
});
