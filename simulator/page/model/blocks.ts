/**
 * The rows of one tab the page knows: fetched in blocks when they are looked at, the longest unseen dropped.
 * A changed block keeps showing what it had until the new content is there, so nothing flickers.
 */
export interface BlockSource<Row> {
  /** Rows `first` to `first + count - 1`; rows without anything may be missing. */
  fetch(first: number, count: number): Promise<ReadonlyMap<number, Row>>;
  /** Something new can be shown. */
  arrived(first: number, count: number): void;
  failed(problem: unknown): void;
}

interface Block<Row> {
  rows: ReadonlyMap<number, Row> | null;
  stale: boolean;
  loading: boolean;
  /** Grows with every change that arrives while it is being fetched. */
  changes: number;
  seen: number;
}

export const BLOCK_ROWS = 100;
/** Blocks kept: 4,000 rows, far more than a screen shows. */
const KEPT = 40;
const AT_ONCE = 3;

export class Blocks<Row> {
  readonly #source: BlockSource<Row>;
  readonly #blocks = new Map<number, Block<Row>>();
  #wanted: number[] = [];
  #loading = 0;
  #turn = 0;
  #closed = false;

  constructor(source: BlockSource<Row>) {
    this.#source = source;
  }

  /** What is known of a row; undefined until it arrived or when there is nothing in it. Fetches nothing. */
  row(index: number): Row | undefined {
    return this.#blocks.get(blockOf(index))?.rows?.get(index);
  }

  /** Whether the row's content has arrived. */
  knows(index: number): boolean {
    return (this.#blocks.get(blockOf(index))?.rows ?? null) !== null;
  }

  /** Whether the row is known as it is now. */
  fresh(index: number): boolean {
    return this.#blocks.get(blockOf(index))?.stale === false;
  }

  get size(): number {
    return this.#blocks.size;
  }

  /** Says which rows are on the screen now: missing and changed ones are fetched, these before any asked for earlier. */
  look(indexes: Iterable<number>): void {
    this.#turn++;
    const wanted = new Set<number>();
    for (const index of indexes) wanted.add(blockOf(index));
    for (const number of wanted) {
      const block = this.#blocks.get(number) ?? this.#add(number);
      block.seen = this.#turn;
    }
    this.#wanted = [...wanted];
    this.#drop();
    this.#fetchNext();
  }

  /** Rows changed on the other side; null for all of them. */
  changed(first: number | null, count: number): void {
    for (const [number, block] of this.#blocks) {
      const from = number * BLOCK_ROWS;
      if (first !== null && (first >= from + BLOCK_ROWS || first + count <= from)) continue;
      block.stale = true;
      block.changes++;
    }
    this.#fetchNext();
  }

  close(): void {
    this.#closed = true;
    this.#wanted = [];
  }

  #add(number: number): Block<Row> {
    const block = { rows: null, stale: true, loading: false, changes: 0, seen: this.#turn };
    this.#blocks.set(number, block);
    return block;
  }

  #drop(): void {
    if (this.#blocks.size <= KEPT) return;
    const oldest = [...this.#blocks]
      .filter(([, block]) => block.seen !== this.#turn && !block.loading)
      .sort(([, a], [, b]) => a.seen - b.seen);
    for (const [number] of oldest.slice(0, this.#blocks.size - KEPT)) this.#blocks.delete(number);
  }

  #fetchNext(): void {
    for (const number of this.#wanted) {
      if (this.#loading >= AT_ONCE || this.#closed) return;
      const block = this.#blocks.get(number);
      if (block?.stale && !block.loading) void this.#fetch(number, block);
    }
  }

  async #fetch(number: number, block: Block<Row>): Promise<void> {
    const first = number * BLOCK_ROWS;
    const changes = block.changes;
    block.loading = true;
    this.#loading++;
    try {
      const rows = await this.#source.fetch(first, BLOCK_ROWS);
      if (this.#closed) return;
      block.rows = rows;
      block.stale = block.changes !== changes;
      this.#source.arrived(first, BLOCK_ROWS);
    } catch (problem) {
      // Asked for again when the rows are looked at next, or after a reconnect.
      this.#wanted = this.#wanted.filter((wanted) => wanted !== number);
      if (!this.#closed) this.#source.failed(problem);
    } finally {
      block.loading = false;
      this.#loading--;
    }
    this.#fetchNext();
  }
}

function blockOf(row: number): number {
  return Math.floor(row / BLOCK_ROWS);
}
