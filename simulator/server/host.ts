/**
 * The document as all its windows share it: whatever changes it ends in `commit`, which keeps the changes on the disk
 * and tells every window.
 */

import { randomBytes } from "node:crypto";
import { type ChangedArea, customFunctions, Formulas } from "../formulas/formulas.ts";
import type { Bundle } from "../load-bundle.ts";
import { LocalSheets } from "../local-sheets.ts";
import { systemClock } from "../runtime/clock.ts";
import { type Change, ChangeFeed, type Move } from "../services/changes.ts";
import type { Clock } from "../services/context.ts";
import type { Workbook } from "../services/workbook.ts";
import { Refused } from "./asked.ts";
import { NewsHub } from "./news-hub.ts";
import { chartNews, type RowsNews, rowNews } from "./news-of.ts";
import { Person } from "./person.ts";
import { DEFAULT_USER, type News, type Presence, type Progress, type WorkbookInfo } from "./protocol.ts";
import { namedRanges, sheetInfos } from "./sheet-info.ts";
import { ShownIndex } from "./shown-rows.ts";
import type { WorkbookFile } from "./workbook-file.ts";
import type { KeptAside } from "./workbook-lines.ts";

/** How often writes of scripts that still run are kept and shown, in milliseconds. */
const BEAT = 200;
/** How long nothing must have happened before a new snapshot is made. */
const QUIET = 3_000;

export class Host {
  readonly workbook: Workbook;
  readonly sheets: LocalSheets;
  readonly bundle: Bundle;
  readonly hub: NewsHub;
  readonly shown: ShownIndex;
  readonly clock: Clock;
  /** Undefined for the machine's own. */
  readonly givenClock: Clock | undefined;
  /** Differs at every start. */
  readonly start = randomBytes(8).toString("hex");
  /** Where the pages of sidebars and dialogs come from. */
  readonly frameOrigin: string;
  progress: Progress | null = null;
  readonly formulas: Formulas;
  readonly #file: WorkbookFile;
  readonly #feed: ChangeFeed;
  readonly #people = new Map<string, Person>();
  readonly #timer: NodeJS.Timeout;
  #kept: Promise<void> = Promise.resolve();
  #aside: KeptAside = { enabled: false };
  #revision = -1;
  #lastChange = 0;
  /** By user. */
  readonly #sheetsTold = new Map<string, string>();

  constructor(options: {
    readonly workbook: Workbook;
    readonly bundle: Bundle;
    readonly file: WorkbookFile;
    readonly clock: Clock | undefined;
    readonly enabled: boolean;
    readonly frameOrigin: string;
  }) {
    const { workbook, bundle, file, clock, enabled } = options;
    this.frameOrigin = options.frameOrigin;
    this.givenClock = clock;
    this.workbook = workbook;
    this.bundle = bundle;
    this.#file = file;
    this.clock = clock ?? systemClock;
    this.sheets = new LocalSheets({
      workbook,
      bundle,
      users: [],
      mode: "worker",
      enabled,
      ...(clock ? { clock } : {}),
    });
    this.formulas = new Formulas(workbook, {
      names: customFunctions(bundle.code),
      call: (name, args) => this.sheets.callCustomFunction(name, args, this.person(DEFAULT_USER).user),
    });
    this.hub = new NewsHub((user, here) => {
      this.person(user).isHere(here);
      this.#sheetsTold.delete(user);
      this.tellPeople();
    });
    this.shown = new ShownIndex(workbook);
    this.#aside = { enabled };
    this.#feed = new ChangeFeed(workbook);
    workbook.watch(this.#feed);
    workbook.onActivate = (user, place) => {
      const sheet = workbook.sheetById(place.sheetId);
      const shown = sheet ? this.shown.of(sheet).positionOf(place.area.row) : null;
      this.hub.to(user, { kind: "activate", ...place, shown });
      this.tellPeople();
    };
    this.#timer = setInterval(() => void this.#beat(), BEAT);
    this.#timer.unref();
  }

  /** Who works in the document under this name; made on first sight. */
  person(user: string): Person {
    let person = this.#people.get(user);
    if (!person) {
      person = new Person(this, user);
      this.#people.set(user, person);
    }
    return person;
  }

  /** The page of a sidebar or dialog by its id, whoever's it is. */
  pageHtml(id: string): string | null {
    for (const person of this.#people.values()) {
      const html = person.html(id);
      if (html !== null) return html;
    }
    return null;
  }

  get people(): Presence[] {
    return this.hub.users.map((user) => ({ user, ...this.workbook.placeOf(user) }));
  }

  tellPeople(): void {
    this.hub.toAll({ kind: "people", people: this.people });
  }

  workbookInfo({ edits }: Person): WorkbookInfo {
    const { name, locale, timeZone, cellCount: cells } = this.workbook;
    return { name, locale, timeZone, cells, canUndo: edits.canUndo, canRedo: edits.canRedo };
  }

  /** Keeps what changed since the last time; resolves when it is on the disk, and everybody was told. */
  async commit(): Promise<void> {
    this.#revision = this.workbook.revision;
    const changes = this.#feed.take();
    const aside = this.#asideNow();
    if (changes.length > 0 || aside) {
      this.#lastChange = performance.now();
      const tell = this.#newsOf(changes);
      const before = this.#kept;
      const own = this.#file.append(changes, aside ?? undefined);
      // Whoever asks for what was taken up by another's commit waits for that one, too.
      this.#kept = Promise.all([before, own]).then(() => {});
      this.#kept.catch(() => {});
      await own;
      tell();
      this.#recalculate();
    }
    await this.#kept;
  }

  /** Another workbook takes the place of this one. */
  async replace(other: Workbook, enabled: boolean): Promise<void> {
    while (this.#file.writing) await this.#file.writing;
    this.workbook.restore(other.snapshot());
    this.workbook.forgetCaches();
    this.shown.forget();
    this.sheets.enabled = enabled;
    for (const person of this.#people.values()) person.reset();
    await this.#snapshot();
    this.hub.toAll({ kind: "reset" });
  }

  /** Writes the whole workbook anew, e.g. when it was never kept. */
  async keepAll(): Promise<void> {
    while (this.#file.writing) await this.#file.writing;
    await this.#snapshot();
  }

  /** @throws Refused while another workbook is being made ready: what is changed now would be lost. */
  assertFree(): void {
    if (this.progress) throw new Refused(409, `${this.progress.text} Wait until it is there.`);
  }

  showProgress(progress: Progress | null): void {
    this.progress = progress;
    this.hub.toAll({ kind: "progress", progress });
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    this.hub.close();
    await this.sheets.close();
    await this.commit();
    await this.#file.close();
  }

  /** Nothing may be written while it is begun: what the feed holds is in the snapshot, and told from here. */
  #snapshot(): Promise<void> {
    const tell = this.#newsOf(this.#feed.take());
    this.#feed.restart();
    this.#revision = this.workbook.revision;
    this.#asideNow();
    this.#kept = this.#file.snapshot(this.workbook, this.#aside);
    this.#kept.catch(() => {});
    return this.#kept.then(() => {
      tell();
      this.#recalculate();
    });
  }

  async #beat(): Promise<void> {
    try {
      if (this.workbook.revision !== this.#revision) await this.commit();
      const quiet = performance.now() - this.#lastChange > QUIET && this.sheets.running === 0;
      if (quiet && this.#file.worthSnapshot && !this.#file.writing) await this.#snapshot();
    } catch (problem) {
      // Whoever waits for the change is told; here it is only tried again.
      this.#lastChange = performance.now();
      console.error(`The workbook could not be kept: ${(problem as Error).message}`);
    }
  }

  #asideNow(): KeptAside | null {
    if (this.#aside.enabled === this.sheets.enabled) return null;
    this.#aside = { enabled: this.sheets.enabled };
    return this.#aside;
  }

  /** What to tell of changes, as things stand now; sent when they are kept. */
  #newsOf(changes: readonly Change[]): () => void {
    const moved = new Set(changes.flatMap((change) => (isMove(change) ? [change.sheet] : [])));
    for (const person of this.#people.values()) for (const sheet of moved) person.edits.forget(sheet);
    this.shown.changed(changes);
    return () => this.#tell(changes, rowNews(this.workbook, changes));
  }

  #tell(changes: readonly Change[], rows: readonly RowsNews[]): void {
    this.#tellSheets();
    for (const news of [...rows, ...chartNews(this.workbook, changes, rows)]) this.hub.toAll(news);
  }

  /** To whom they are new. */
  #tellSheets(): void {
    const sheets = sheetInfos(this.workbook, this.shown);
    const names = namedRanges(this.workbook);
    for (const user of this.hub.users) {
      const workbook = this.workbookInfo(this.person(user));
      const news: News = { kind: "sheets", workbook, sheets, namedRanges: names };
      const text = JSON.stringify(news);
      if (this.#sheetsTold.get(user) === text) continue;
      this.#sheetsTold.set(user, text);
      this.hub.to(user, news);
    }
  }

  /** Formulas follow what they depend on; their results are not kept, as they can be had again. */
  #recalculate(): void {
    const tell = (changed: readonly ChangedArea[]) => {
      const rows = changed.map(
        ({ sheetId, area }): RowsNews => ({
          kind: "rows",
          sheetId,
          from: area.row,
          to: area.row + area.rows,
        }),
      );
      for (const { sheetId } of rows) this.shown.recomputed(sheetId);
      this.#tell([], rows);
    };
    this.formulas.recalculate(tell).catch((problem: unknown) => {
      console.error(`The formulas could not be computed: ${(problem as Error).message}`);
    });
  }
}

const MOVES: readonly string[] = ["insert", "remove", "moveColumns", "permute"];

function isMove(change: Change): change is Move {
  return MOVES.includes(change.kind);
}
