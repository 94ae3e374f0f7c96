/**
 * What executions cost: service calls by kind, and the cells they move. Google charges every call that reads or
 * writes the document; calls that only lead somewhere (getRange, getSheetByName) are counted, and cost neither.
 */

export interface Counts {
  readonly executions: number;
  readonly calls: number;
  readonly reads: number;
  readonly writes: number;
  readonly cellsRead: number;
  readonly cellsWritten: number;
  /** `Range.setValues` → how often, most frequent first. */
  readonly byKind: Readonly<Record<string, number>>;
}

/** Classes that hold nothing of the document, or build plain data. */
const ELSEWHERE =
  /^(SpreadsheetApp|Ui|Menu|Session|User|ScriptApp|Utilities|Blob|Logger|console|HtmlService|HtmlOutput|HtmlTemplate|LockService|Lock|MailApp|PromptResponse|PropertiesService|CacheService)$|Builder$/;
/** A range knows where it is without asking the document. */
const PLACE =
  /^get(Row|Column|RowIndex|LastRow|LastColumn|NumRows|NumColumns|Height|Width|A1Notation|GridId)$/;
const READING = /^(get|is|has|can|find)/;
const CELLS = /^[gs]et(Display)?(Value|Formula|FormulaR1C1|RichTextValue)s?$|^setFormulasR1C1$/;

export class Counter {
  #executions = 0;
  #reads = 0;
  #writes = 0;
  #cellsRead = 0;
  #cellsWritten = 0;
  readonly #byKind = new Map<string, number>();

  execution(): void {
    this.#executions++;
  }

  /** A call is made, whether it succeeds or not. */
  call(kind: string): void {
    this.#byKind.set(kind, (this.#byKind.get(kind) ?? 0) + 1);
  }

  /**
   * What a call that succeeded did. `leads` = it answered with a service.
   * `cells` = how many cells the range has on which it was called.
   */
  done(googleName: string, method: string, leads: boolean, cells: number): void {
    if (ELSEWHERE.test(googleName) || (googleName === "Range" && PLACE.test(method))) return;
    const moved = CELLS.test(method) ? (method.endsWith("s") || method.startsWith("set") ? cells : 1) : 0;
    if (!READING.test(method)) {
      this.#writes++;
      this.#cellsWritten += moved;
    } else if (!leads) {
      this.#reads++;
      this.#cellsRead += moved;
    }
  }

  add(other: Counts): void {
    this.#executions += other.executions;
    this.#reads += other.reads;
    this.#writes += other.writes;
    this.#cellsRead += other.cellsRead;
    this.#cellsWritten += other.cellsWritten;
    for (const [kind, times] of Object.entries(other.byKind)) {
      this.#byKind.set(kind, (this.#byKind.get(kind) ?? 0) + times);
    }
  }

  counts(): Counts {
    const kinds = [...this.#byKind].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    return {
      executions: this.#executions,
      calls: kinds.reduce((sum, [, times]) => sum + times, 0),
      reads: this.#reads,
      writes: this.#writes,
      cellsRead: this.#cellsRead,
      cellsWritten: this.#cellsWritten,
      byKind: Object.fromEntries(kinds),
    };
  }
}
