/**
 * Every order of two people's service calls with at most two switches between them, and random ones.
 *
 * While one holds the document lock the other gets no further than to ask for it. Orders that differ only in when it
 * asks, and in which it is answered the same until then, are one order: it is tried once, and counted as many.
 */
import fc from "fast-check";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { type Book, canonical, firstDifference } from "./book.ts";
import { type Called, type Order, type Played, play, type Turn, type Who, type Work } from "./turns.ts";

export interface Pair {
  readonly name: string;
  readonly begin: WorkbookSnapshot;
  readonly works: readonly [Work, Work];
  /** What an end has to equal when one after the other was at work; `canonical` when left out. */
  form?(end: WorkbookSnapshot): string;
  /** What else has to hold, in words where it does not. */
  check?(played: Played, end: WorkbookSnapshot): string | null;
}

export interface Explored {
  /** Orders with at most two switches, those that are one counted each. */
  readonly orders: number;
  /** Orders tried, random ones with them. */
  readonly tried: number;
  /** Of these, in how many somebody was told that another is at work, or was faster. */
  readonly told: number;
  readonly wrong: readonly string[];
}

const ALL = Number.POSITIVE_INFINITY;
const NOBODY: Work = { user: "", run: async () => null };
/** What leads somewhere or says what no one can change: when it is called is all the same. */
const LEADING =
  /^(SpreadsheetApp\.getActiveSpreadsheet|Sheet\.getRange|Lock\.hasLock|\w+\.createDeveloperMetadataFinder|\w+Finder\.with\w+|(LockService|PropertiesService|Utilities|Session|HtmlService|ScriptApp)\.\w+)$/;
/** What leaves a document as it is. */
const READING = /\.(get|is|has|can|find|with|formatDate|create[A-Z]\w*Finder|tryLock)/;

/** Tries every order, then random ones, and says which ended as no one-after-the-other does. */
export async function explore(book: Book, pair: Pair, random: number): Promise<Explored> {
  const { begin, works } = pair;
  const form = pair.form ?? canonical;
  const wrong: string[] = [];
  let tried = 0;
  let told = 0;

  async function ended(pairOf: readonly [Work, Work], order: Order) {
    book.restore(begin);
    const played = await play(book, pairOf, order);
    const end = book.workbook.snapshot();
    return { played, end, text: form(end) };
  }
  const after = [
    await ended(works, { turns: [[0, ALL]] }),
    await ended(works, { turns: [[1, ALL]] }),
  ] as const;
  // What takes several executions may find the other's whole work between any two of them.
  const right = new Set(after.map(({ text }) => text));
  for (const who of [0, 1] as const) {
    for (const at of after[who].played.begun[who]?.slice(1) ?? []) {
      const turns: Turn[] = [
        [who, at],
        [who === 0 ? 1 : 0, ALL],
      ];
      right.add((await ended(works, { turns })).text);
    }
  }
  // Who was told that the other is at work has changed nothing.
  const alone = [
    await ended([works[0], NOBODY], { turns: [[0, ALL]] }),
    await ended([NOBODY, works[1]], { turns: [[1, ALL]] }),
  ].map(({ text }) => text);

  async function attempt(order: Order): Promise<void> {
    const { played, end, text } = await ended(works, order);
    const words = played.came.flatMap((came) => came.told ?? []);
    tried += 1;
    if (words.length > 0) told += 1;
    const problems = words.filter((one) => !SENTENCE.test(one) || NO_SENTENCE.test(one));
    if (!right.has(text) && !(words.length > 0 && alone.includes(text))) {
      problems.push(firstDifference(text, after[0].text));
    }
    if (played.called.some(heldAcrossDialog)) problems.push("A dialog was opened by whoever held the lock.");
    const more = pair.check?.(played, end) ?? null;
    if (more !== null) problems.push(more);
    wrong.push(...problems.map((problem) => `${pair.name}, ${JSON.stringify(order)}: ${problem}`));
  }

  let orders = 0;
  for (const who of [0, 1] as const) {
    const other = who === 0 ? 1 : 0;
    const { places, waits } = await placesOf(book, pair, who, after[other].played);
    for (const { at, stands, locked } of places) {
      orders += stands;
      const turns: Turn[] = [
        [who, at],
        [other, ALL],
      ];
      await attempt({ turns });
      if (!locked || !waits) continue;
      await attempt({ turns, eager: false });
      await attempt({ turns, impatient: true });
    }
  }
  for (const order of randomOrders(after[0].played, random)) await attempt(order);
  return { orders, tried, told, wrong };
}

const SENTENCE = /^(Error: )?[A-Z“a-z][\s\S]* [\s\S]*[.!?]$/;
const NO_SENTENCE = /TypeError|ReferenceError|RangeError|is not a function|Exception:/;

/** While a dialog is open Google takes the lock away, and the script would go on without it. */
export function heldAcrossDialog(called: readonly Called[]): boolean {
  return called.some(({ kind, locked }) => locked && /^Ui\.(alert|prompt)$/.test(kind));
}

interface Place {
  /** So many calls the one who began has made when the other comes. */
  readonly at: number;
  /** How many places it stands for. */
  stands: number;
  /** The one who began holds the lock there. */
  readonly locked: boolean;
}

/** Where `who` may be interrupted by the other, whose calls are known from `calm`; and whether the other waits there. */
async function placesOf(book: Book, { begin, works, check }: Pair, who: Who, calm: Played) {
  const other = who === 0 ? 1 : 0;
  const asked = calm.first[other] ?? null;
  const theirs = calm.called[other] ?? [];
  const lock = theirs.findIndex(({ kind }) => kind === "Lock.tryLock");
  const until = lock < 0 ? theirs.length : lock;
  const waits = lock >= 0;
  // Nothing is changed until it waits, or by it at all: what it is answered until then is all that matters.
  const harmless = asked !== null && theirs.slice(0, until).every(({ kind }) => READING.test(kind));
  const alike = theirs.slice(0, until).every(({ kind }) => LEADING.test(kind));
  const places: Place[] = [];
  const known = new Map<string, Place>();
  let at = 0;
  let stretch = 0;
  let changedLast = -1;
  let answers: string | null = alike ? "" : null;
  let last = { kind: "", waiting: 0 };
  book.restore(begin);
  const alone: readonly [Work, Work] = who === 0 ? [works[0], NOBODY] : [NOBODY, works[1]];
  await play(book, alone, { turns: [[who, ALL]] }, ({ kind, locked, waiting }) => {
    const probed = harmless && (locked || !waits);
    if (!locked && !LEADING.test(last.kind)) stretch += 1;
    const changed = answers === null || !READING.test(last.kind) || waiting < last.waiting;
    if (probed && changed && !alike) {
      const asking = book.sheets.stepped(asked);
      asking.goOn(() => asking.calls >= until);
      answers = asking.answers;
    }
    const key = probed ? `${waits ? stretch : ""} ${answers}` : locked ? `at ${at}` : `stretch ${stretch}`;
    const same = known.get(key);
    if (same) same.stands += 1;
    else {
      const place = { at, stands: 1, locked };
      known.set(key, place);
      places.push(place);
    }
    if (!READING.test(kind) || waiting > 0) changedLast = at;
    last = { kind, waiting };
    at += 1;
  });
  // Who only reads from here to the end leaves the document as it is, whenever the other comes.
  const end = check
    ? places.length
    : places.findIndex((place) => place.at > changedLast) + 1 || places.length;
  const rest = places.splice(end);
  const final = places[end - 1];
  if (final) for (const place of rest) final.stands += place.stands;
  return { places, waits };
}

function randomOrders({ called }: Played, count: number): Order[] {
  if (count === 0) return [];
  const turn = (who: Who) =>
    fc.integer({ min: 1, max: Math.max(1, called[who]?.length ?? 1) }).map((calls): Turn => [who, calls]);
  const turns = fc.array(fc.tuple(turn(0), turn(1)), { minLength: 2, maxLength: 5 });
  const order = fc.record({ turns: turns.map((pairs) => pairs.flat()), eager: fc.boolean() });
  return fc.sample(order, { numRuns: count, seed: 11 });
}
