/**
 * The file a workbook is kept in: a snapshot and the journal of what came after it, both in lines of JSON.
 *
 * A line begins with the CRC-32 of its text, so that a line cut off by a crash is recognised. `append` answers when the
 * line is on the disk: what was answered for survives any kill. A new snapshot is written beside the old one and takes
 * its place only when it is whole.
 */

import {
  copyFile,
  type FileHandle,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { kill, pid } from "node:process";
import type { Change } from "../services/changes.ts";
import { applyChange } from "../services/replay.ts";
import type { Workbook } from "../services/workbook.ts";
import {
  type KeptAside,
  lineOf,
  linesOf,
  readSnapshot,
  UnusableFolder,
  writeSnapshot,
} from "./workbook-lines.ts";

interface Commit {
  readonly changes: readonly Change[];
  readonly aside?: KeptAside;
}

/** A journal longer than this, and than half of its snapshot, is worth a new snapshot. */
const LONG_JOURNAL = 4 << 20;

/** Folders this process keeps workbooks in now. */
const ours = new Set<string>();

export class WorkbookFile {
  readonly #folder: string;
  #generation = 0;
  #journal: FileHandle | null = null;
  #journalBytes = 0;
  #snapshotBytes = 0;
  #waiting: { readonly line: string; readonly done: () => void; readonly failed: (why: unknown) => void }[] =
    [];
  #writing: Promise<void> | null = null;
  /** A line may have been written in part: nothing can follow it but a new snapshot. */
  #broken = false;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** @throws UnusableFolder when another process keeps its workbook there */
  static async open(folder: string): Promise<WorkbookFile> {
    const path = resolve(folder);
    await mkdir(path, { recursive: true });
    await take(path);
    return new WorkbookFile(path);
  }

  /**
   * Brings the workbook to the state that was kept. `aside` is null when nothing was kept there yet; `warnings` are
   * sentences about what could not be read.
   */
  async load(workbook: Workbook): Promise<{ aside: KeptAside | null; warnings: readonly string[] }> {
    const names = await readdir(this.#folder);
    const generations = names
      .map((name) => /^snapshot-(\d+)\.jsonl$/.exec(name)?.[1])
      .flatMap((number) => (number === undefined ? [] : [Number(number)]));
    this.#generation = Math.max(0, ...generations);
    await this.#dropOthers(names);
    if (generations.length === 0) return { aside: null, warnings: [] };
    const snapshot = await readFile(this.#path("snapshot"));
    const aside = readSnapshot(workbook, snapshot, this.#path("snapshot"));
    this.#snapshotBytes = snapshot.length;
    return this.#replay(workbook, aside);
  }

  async #replay(workbook: Workbook, aside: KeptAside) {
    const path = this.#path("journal");
    const journal = await open(path, "a+");
    const bytes = await readFile(path);
    const { lines, end, damaged } = linesOf(bytes);
    const warnings: string[] = [];
    if (damaged) {
      await copyFile(path, `${path}.damaged`);
      warnings.push(
        `Line ${lines.length + 1} of ${path} is damaged and cannot be read. The workbook is as it was before that line; the whole journal is kept in ${basename(path)}.damaged.`,
      );
    }
    await journal.truncate(end);
    await journal.datasync();
    let latest = aside;
    for (const text of lines) {
      const commit: Commit = JSON.parse(text);
      for (const change of commit.changes) applyChange(workbook, change);
      latest = commit.aside ?? latest;
    }
    this.#journal = journal;
    this.#journalBytes = end;
    return { aside: latest, warnings };
  }

  /** Whether the journal has grown so long that a new snapshot is worth its time. */
  get worthSnapshot(): boolean {
    const long = this.#journalBytes > LONG_JOURNAL && this.#journalBytes > this.#snapshotBytes / 2;
    return long || this.#broken;
  }

  /** The writing that goes on now; null when everything is on the disk. */
  get writing(): Promise<void> | null {
    return this.#writing;
  }

  /**
   * Keeps changes; resolves when they are on the disk. Changes are kept in the order of the calls.
   * @throws Error when the disk refuses; the next snapshot will hold the changes.
   */
  append(changes: readonly Change[], aside?: KeptAside): Promise<void> {
    const commit: Commit = { changes, ...(aside ? { aside } : {}) };
    return new Promise((done, failed) => {
      this.#waiting.push({ line: lineOf(commit), done, failed });
      if (!this.#writing) this.#run(() => this.#write());
    });
  }

  /**
   * Writes the whole workbook as it is at this moment, and begins an empty journal; resolves when both are on the
   * disk. Nothing may be `writing`, and everything the feed of changes holds is in the snapshot: the caller takes it out
   * and does not append it.
   */
  snapshot(workbook: Workbook, aside: KeptAside): Promise<void> {
    if (this.#writing) throw new Error("A snapshot was asked for while changes were being written.");
    this.#generation++;
    const temporary = `${this.#path("snapshot")}.tmp`;
    const bytes = writeSnapshot(temporary, workbook, aside);
    return this.#run(async () => {
      await this.#begin(temporary);
      this.#snapshotBytes = bytes;
      await this.#write();
    });
  }

  #run(work: () => Promise<void>): Promise<void> {
    const running = work().finally(() => {
      this.#writing = null;
      if (this.#waiting.length > 0) void this.#run(() => this.#write());
    });
    this.#writing = running;
    return running;
  }

  /** Lines that come while others are being written are written together afterwards. */
  async #write(): Promise<void> {
    while (this.#waiting.length > 0) {
      const waiting = this.#waiting;
      this.#waiting = [];
      try {
        if (!this.#journal || this.#broken) throw new Error("The workbook's file cannot be written.");
        const text = Buffer.from(waiting.map(({ line }) => line).join(""));
        this.#broken = true;
        await this.#journal.appendFile(text);
        await this.#journal.datasync();
        this.#broken = false;
        this.#journalBytes += text.length;
        for (const { done } of waiting) done();
      } catch (problem) {
        for (const { failed } of waiting) failed(problem);
      }
    }
  }

  async #begin(temporary: string): Promise<void> {
    const old = this.#journal;
    const journal = await open(this.#path("journal"), "w");
    await journal.sync();
    await rename(temporary, this.#path("snapshot"));
    await syncFolder(this.#folder);
    this.#journal = journal;
    this.#journalBytes = 0;
    this.#broken = false;
    await old?.close();
    await this.#dropOthers(await readdir(this.#folder));
  }

  async close(): Promise<void> {
    while (this.#writing) await this.#writing;
    await this.#journal?.close();
    this.#journal = null;
    await rm(join(this.#folder, IN_USE), { force: true });
    ours.delete(this.#folder);
  }

  #path(what: "snapshot" | "journal"): string {
    return join(this.#folder, `${what}-${this.#generation}.jsonl`);
  }

  /** Snapshots and journals that a newer snapshot replaced, or that never became whole. */
  async #dropOthers(names: readonly string[]): Promise<void> {
    const kept = [basename(this.#path("snapshot")), basename(this.#path("journal"))];
    const ended = names.filter((name) => /^(?:snapshot|journal)-\d+\.jsonl(?:\.tmp)?$/.test(name));
    const others = ended.filter((name) => !kept.includes(name));
    await Promise.all(others.map((name) => rm(join(this.#folder, name), { force: true })));
  }
}

const IN_USE = "in-use";

/** One process at a time: two would write over each other's changes. */
async function take(folder: string): Promise<void> {
  const path = join(folder, IN_USE);
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (ours.has(folder) || (holder > 0 && holder !== pid && isRunning(holder))) {
    throw new UnusableFolder(
      `The workbook in ${folder} is open in another local Sheets (process ${holder}). Close that one first, or keep this one's workbook in another folder with --folder. If process ${holder} is something else, delete ${path}.`,
    );
  }
  ours.add(folder);
  await writeFile(path, String(pid));
}

function isRunning(process: number): boolean {
  try {
    kill(process, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync();
  await handle.close();
}
