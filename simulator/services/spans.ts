/** Stretches of rows, kept few: neighbours grow together, and too many become one. Rows are 0-based, ends exclusive. */
export class Spans {
  /** Stretches closer than this are one. */
  static readonly NEAR = 8;
  static readonly MOST = 64;
  #spans: [number, number][] = [];

  add(from: number, to: number): void {
    if (from >= to) return;
    let [start, end] = [from, to];
    const apart: [number, number][] = [];
    for (const span of this.#spans) {
      if (span[1] + Spans.NEAR < start || span[0] - Spans.NEAR > end) apart.push(span);
      else [start, end] = [Math.min(start, span[0]), Math.max(end, span[1])];
    }
    apart.push([start, end]);
    this.#spans = apart.length > Spans.MOST ? [hull(apart)] : apart;
  }

  /** The stretches in order, cut at the row `end`. */
  within(end: number): [number, number][] {
    return this.#spans
      .map(([from, to]): [number, number] => [from, Math.min(to, end)])
      .filter(([from, to]) => from < to)
      .sort(([a], [b]) => a - b);
  }
}

function hull(spans: readonly (readonly [number, number])[]): [number, number] {
  return [Math.min(...spans.map(([from]) => from)), Math.max(...spans.map(([, to]) => to))];
}
