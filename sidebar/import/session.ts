/**
 * The files being imported, from choosing to result. It knows no page: the view shows `state` and calls the
 * methods; every change is told to whoever listens.
 */

import type { ImportFile } from "../../intake/files.ts";
import { type FileResult, type ImportedFile, importFiles, wordsOf } from "../../intake/import.ts";
import { costOf, type FilePreview, previewFile } from "../../intake/preview.ts";
import type { Server } from "../../intake/server.ts";
import { type Pace, Stopped } from "../../intake/turns.ts";
import { type PeriodChoice, periodOf } from "./period.ts";

export type Step =
  | { readonly is: "waiting" }
  | { readonly is: "reading"; readonly bytes: number }
  | { readonly is: "ready"; readonly preview: FilePreview }
  | { readonly is: "none"; readonly reason: string; readonly ledgerWithoutHeader: boolean }
  | {
      readonly is: "sending";
      readonly preview: FilePreview;
      readonly stage: "waiting" | "reading" | "comparing" | "writing";
      /** 0 to 1, of all its work. */
      readonly share: number;
    }
  | { readonly is: "imported"; readonly preview: FilePreview; readonly result: ImportedFile }
  | { readonly is: "failed" | "stopped"; readonly preview: FilePreview; readonly reason: string };

export interface Entry {
  readonly id: number;
  readonly file: ImportFile;
  /** Bytes. */
  readonly size: number;
  readonly step: Step;
  /** The user says it is a ledger without its header row. */
  readonly ledgerWithoutHeader: boolean;
  /** Only the columns the audits read; null = as proposed by its size. */
  readonly compact: boolean | null;
}

export interface SessionState {
  readonly phase: "choosing" | "running" | "done";
  readonly entries: readonly Entry[];
  readonly marketplace: string;
  readonly period: PeriodChoice;
  /** 0 to 1, of all files of this run. */
  readonly share: number;
  /** Milliseconds since the run began, when `share` was told. */
  readonly elapsed: number;
  readonly stopping: boolean;
}

/** How the work on one file divides: reading it, comparing it with the tab, writing. */
const READ = 0.1;
const COMPARED = 0.2;

export class ImportSession {
  #state: SessionState;
  #nextId = 1;
  #abort: AbortController | null = null;
  #previewing: AbortController | null = null;
  #batch: string | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #server: Server;
  readonly #archiveBefore: string | null;
  readonly #pace: (signal: AbortSignal) => Pace;
  readonly #secondsPerCall: () => number;
  readonly #now: () => number;

  constructor(options: {
    readonly server: Server;
    readonly marketplace: string;
    /** As in `ImportOptions`. */
    readonly archiveBefore: string | null;
    pace(signal: AbortSignal): Pace;
    /** How long the add-on takes to answer anything at all. */
    secondsPerCall(): number;
    /** Milliseconds; only differences count. */
    now(): number;
  }) {
    this.#server = options.server;
    this.#archiveBefore = options.archiveBefore;
    this.#pace = options.pace;
    this.#secondsPerCall = options.secondsPerCall;
    this.#now = options.now;
    this.#state = {
      phase: "choosing",
      entries: [],
      marketplace: options.marketplace,
      period: { kind: "shown" },
      share: 0,
      elapsed: 0,
      stopping: false,
    };
  }

  get secondsPerCall(): number {
    return this.#secondsPerCall();
  }

  get state(): SessionState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes further files; those already there (by name, size and time) are not taken twice. */
  add(files: readonly { readonly file: ImportFile; readonly size: number }[]): void {
    if (this.#state.phase === "running") return;
    const before = this.#state.phase === "done" ? [] : this.#state.entries;
    if (this.#state.phase === "done") this.#batch = null;
    const known = new Set(before.map(nameOf));
    const added: Entry[] = [];
    for (const { file, size } of files) {
      const entry: Entry = {
        id: this.#nextId++,
        file,
        size,
        step: { is: "waiting" },
        ledgerWithoutHeader: false,
        compact: null,
      };
      if (known.has(nameOf(entry))) continue;
      known.add(nameOf(entry));
      added.push(entry);
    }
    this.#change({ phase: "choosing", entries: [...before, ...added], share: 0, elapsed: 0 });
    void this.#previewAll();
  }

  remove(id: number): void {
    this.#change({ entries: this.#state.entries.filter((entry) => entry.id !== id) });
  }

  clear(): void {
    this.#previewing?.abort();
    this.#previewing = null;
    this.#batch = null;
    this.#change({ phase: "choosing", entries: [], share: 0, elapsed: 0 });
  }

  /** Dates and amounts are read as the marketplace prints them, so the files are read anew. */
  setMarketplace(marketplace: string): void {
    if (this.#state.phase === "running" || marketplace === this.#state.marketplace) return;
    this.#previewing?.abort();
    this.#previewing = null;
    const entries = this.#state.entries.map((entry) => ({ ...entry, step: { is: "waiting" } as const }));
    this.#change({ marketplace, entries: this.#state.phase === "done" ? [] : entries, phase: "choosing" });
    void this.#previewAll();
  }

  setPeriod(period: PeriodChoice): void {
    this.#change({ period });
  }

  setCompact(id: number, compact: boolean): void {
    this.#update(id, (entry) => ({ ...entry, compact }));
  }

  readAsLedger(id: number): void {
    this.#update(id, (entry) => ({ ...entry, ledgerWithoutHeader: true, step: { is: "waiting" } }));
    void this.#previewAll();
  }

  /** Imports every file that is ready, or whose import failed or was stopped before. */
  async run(today: string): Promise<void> {
    const entries = this.#state.entries.filter(({ step }) => isToSend(step));
    if (entries.length === 0 || this.#state.phase === "running") return;
    const abort = new AbortController();
    this.#abort = abort;
    const began = this.#now();
    const byFile = new Map(entries.map((entry) => [entry.file, entry]));
    const seconds = new Map(entries.map((entry) => [entry.file, secondsOf(entry, this.secondsPerCall)]));
    const all = [...seconds.values()].reduce((sum, one) => sum + one, 0);
    let finished = 0;
    for (const entry of entries) this.#toSending(entry.id, "waiting", 0);
    this.#change({ phase: "running", share: 0, elapsed: 0, stopping: false });
    try {
      await importFiles(
        entries.map(({ file }) => file),
        this.#server,
        { marketplace: this.#state.marketplace, from: null, to: null },
        ({ source, stage, done, total }) => {
          const entry = byFile.get(source);
          if (!entry || stage === "done") return;
          const share = shareOf(stage, done, stage === "reading" ? entry.size : total);
          this.#toSending(entry.id, stage, share);
          this.#change({
            share: (finished + (seconds.get(source) ?? 0) * share) / all,
            elapsed: this.#now() - began,
          });
        },
        {
          pace: this.#pace(abort.signal),
          optionsOf: (file) => this.#optionsOf(byFile.get(file), today),
          ...(this.#batch === null ? {} : { batch: this.#batch }),
          onBatch: (batch) => {
            this.#batch = batch;
          },
          onResult: (result) => {
            finished += seconds.get(result.source) ?? 0;
            this.#finish(byFile.get(result.source)?.id, result);
          },
        },
      );
    } catch (failure) {
      for (const { id } of entries) this.#failIfSending(id, wordsOf(failure));
    }
    this.#abort = null;
    this.#change({ phase: "done", share: 1, elapsed: this.#now() - began, stopping: false });
  }

  /** Stops after the piece that is under way. */
  cancel(): void {
    this.#abort?.abort();
    this.#change({ stopping: this.#abort !== null });
  }

  #optionsOf(entry: Entry | undefined, today: string) {
    if (!entry || !("preview" in entry.step)) return {};
    return {
      ...periodOf(this.#state.period, entry.step.preview, entry.file.lastModified, today),
      ledgerWithoutHeader: entry.ledgerWithoutHeader,
      archiveBefore: this.#archiveBefore,
      compact: isCompact(entry),
    };
  }

  /** One file after the other; a second call while one is at work joins it. */
  async #previewAll(): Promise<void> {
    if (this.#previewing) return;
    const abort = new AbortController();
    this.#previewing = abort;
    try {
      for (;;) {
        const next = this.#state.entries.find(({ step }) => step.is === "waiting");
        if (!next || abort.signal.aborted) break;
        await this.#preview(next, abort.signal);
      }
    } catch (failure) {
      if (!(failure instanceof Stopped)) throw failure;
    } finally {
      if (this.#previewing === abort) this.#previewing = null;
    }
  }

  async #preview(entry: Entry, signal: AbortSignal): Promise<void> {
    this.#step(entry.id, { is: "reading", bytes: 0 });
    const preview = await previewFile(
      entry.file,
      {
        marketplace: this.#state.marketplace,
        ledgerWithoutHeader: entry.ledgerWithoutHeader,
        archiveBefore: this.#archiveBefore,
      },
      (bytes) => this.#step(entry.id, { is: "reading", bytes }),
      this.#pace(signal),
    );
    if (signal.aborted) return;
    this.#step(
      entry.id,
      preview.kind === "report"
        ? { is: "ready", preview }
        : { is: "none", reason: preview.reason, ledgerWithoutHeader: preview.ledgerWithoutHeader },
    );
  }

  #toSending(id: number, stage: "waiting" | "reading" | "comparing" | "writing", share: number): void {
    this.#update(id, (entry) =>
      "preview" in entry.step
        ? { ...entry, step: { is: "sending", preview: entry.step.preview, stage, share } }
        : entry,
    );
  }

  #finish(id: number | undefined, result: FileResult): void {
    this.#update(id, (entry) => {
      if (!("preview" in entry.step)) return entry;
      const { preview } = entry.step;
      const step: Step =
        result.kind === "imported"
          ? { is: "imported", preview, result: result.imported }
          : { is: result.kind === "stopped" ? "stopped" : "failed", preview, reason: result.reason };
      return { ...entry, step };
    });
  }

  #failIfSending(id: number, reason: string): void {
    this.#update(id, (entry) =>
      entry.step.is === "sending"
        ? { ...entry, step: { is: "failed", preview: entry.step.preview, reason } }
        : entry,
    );
  }

  #step(id: number, step: Step): void {
    this.#update(id, (entry) => ({ ...entry, step }));
  }

  #update(id: number | undefined, change: (entry: Entry) => Entry): void {
    this.#change({
      entries: this.#state.entries.map((entry) => (entry.id === id ? change(entry) : entry)),
    });
  }

  #change(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

export function isToSend(step: Step): boolean {
  return step.is === "ready" || step.is === "failed" || step.is === "stopped";
}

export function isCompact(entry: Entry): boolean {
  return entry.compact ?? ("preview" in entry.step && entry.step.preview.large);
}

/** What needs a look first, then what is done; in each the order of choosing. */
export function inOrderOfNeed(entries: readonly Entry[]): readonly Entry[] {
  const need = ({ step }: Entry): number => {
    if (step.is === "failed" || step.is === "stopped") return 0;
    if (step.is === "none") return 1;
    return step.is === "imported" && step.result.rejected.length === 0 ? 3 : 2;
  };
  return [...entries].sort((a, b) => need(a) - need(b));
}

/** Cells and seconds all files that are to be sent will take. */
export function costOfAll(
  entries: readonly Entry[],
  secondsPerCall: number,
): { cells: number; seconds: number } {
  let [cells, seconds] = [0, 0];
  for (const entry of entries) {
    if (!isToSend(entry.step) || !("preview" in entry.step)) continue;
    const cost = costOf(entry.step.preview, isCompact(entry), secondsPerCall);
    cells += cost.cells;
    seconds += cost.seconds;
  }
  return { cells, seconds };
}

/** Seconds left of a run, from how far it is and how long that took; the estimate made before while it is early. */
export function secondsLeft(share: number, elapsed: number, estimate: number): number {
  const early = share < 0.02 || elapsed < 2000;
  return early ? Math.max(1, estimate - elapsed / 1000) : ((elapsed / 1000) * (1 - share)) / share;
}

function secondsOf(entry: Entry, perCall: number): number {
  return "preview" in entry.step ? costOf(entry.step.preview, isCompact(entry), perCall).seconds : 1;
}

function shareOf(stage: "reading" | "comparing" | "writing", done: number, total: number): number {
  const part = total > 0 ? Math.min(1, done / total) : 0;
  if (stage === "reading") return READ * part;
  if (stage === "comparing") return READ + (COMPARED - READ) * part;
  return COMPARED + (1 - COMPARED) * part;
}

function nameOf({ file, size }: Pick<Entry, "file" | "size">): string {
  return `${file.name}|${size}|${file.lastModified}`;
}
