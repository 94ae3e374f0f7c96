/**
 * Some lines of a file, their cells told apart but not cut out: of most nobody needs a text of their own, because it
 * was read before or is not wanted. They are read column by column.
 */

/** Lines read together: enough that a column is read at a stretch, few enough that they stay in the cache. */
export const LINES_AT_ONCE = 512;

/** The codes of the first and the last character of ASCII that is printed. */
const [FIRST_PRINTED, LAST_PRINTED] = [33, 126];

export class Lines {
  /** The text they all stand in. */
  text = "";
  count = 0;
  /** The 1-based physical line of each. */
  readonly numbers = new Int32Array(LINES_AT_ONCE);
  /** Where each cell begins in the text and where it ends, column by column: see `at`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 for a cell in which each quote is printed twice. */
  readonly doubled: Uint8Array;

  /** @param width cells a line has; one that has fewer ends with blank ones */
  constructor(readonly width: number) {
    this.from = new Int32Array(width * LINES_AT_ONCE);
    this.to = new Int32Array(width * LINES_AT_ONCE);
    this.doubled = new Uint8Array(width * LINES_AT_ONCE);
  }

  /** The text of the cell whose bounds stand at `at`. */
  cell(at: number): string {
    const printed = this.text.slice(this.from[at], this.to[at]);
    return this.doubled[at] === 1 ? printed.replaceAll('""', '"') : printed;
  }

  /** The code of the character a cell begins with; 0 when it is blank, white space or beyond ASCII. */
  initial(at: number): number {
    const from = this.from[at] as number;
    const code = from === this.to[at] ? 0 : this.text.charCodeAt(from);
    return code >= FIRST_PRINTED && code <= LAST_PRINTED ? code : 0;
  }

  isBlank(at: number): boolean {
    return this.initial(at) === 0 && this.cell(at).trim() === "";
  }

  /** Where the bounds of a cell of a line stand. */
  at(column: number, line: number): number {
    return column * LINES_AT_ONCE + line;
  }

  /** Becomes the one line of these cells. */
  set(cells: readonly string[], number: number): void {
    this.text = cells.join("");
    this.count = 1;
    this.numbers[0] = number;
    let end = 0;
    for (let n = 0; n < this.width; n++) {
      const at = this.at(n, 0);
      this.from[at] = end;
      end += cells[n]?.length ?? 0;
      this.to[at] = end;
      this.doubled[at] = 0;
    }
  }
}
