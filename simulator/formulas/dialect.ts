/**
 * What Google Sheets writes otherwise than IronCalc, which writes as Excel does: functions with other names or other
 * arguments are rewritten, those it lacks are named.
 */

import { getTokens, type MarkedToken } from "@ironcalc/wasm";

/** By the function's name in Sheets: what to hand to IronCalc, given the texts of the arguments. */
const REWRITTEN: Readonly<Record<string, (args: readonly string[]) => string | null>> = {
  // Further conditions in Sheets; in Excel the third argument is what to show when nothing is found.
  FILTER: ([range, ...conditions]) =>
    conditions.length < 2 ? null : `FILTER(${range},${conditions.map((one) => `(${one})`).join("*")})`,
  // TRUE and FALSE for up and down in Sheets; 1 and -1 in Excel.
  SORT: ([range, column, rising, ...more]) =>
    rising === undefined || more.length > 0 ? null : `SORT(${range},${column},IF(${rising},1,-1))`,
  FLATTEN: (ranges) => (ranges.length === 1 ? `TOCOL(${ranges[0]})` : `TOCOL(VSTACK(${ranges.join(",")}))`),
  JOIN: ([separator, ...values]) => `TEXTJOIN(${separator},FALSE,${values.join(",")})`,
  COUNTUNIQUE: (ranges) => {
    const all = ranges.length === 1 ? ranges[0] : `VSTACK(${ranges.join(",")})`;
    return `IF(COUNTA(${ranges.join(",")})=0,0,COUNTA(UNIQUE(TOCOL(${all},1))))`;
  },
  ISBETWEEN: ([value, low, high, ...edges]) =>
    edges.length > 0 ? null : `(((${value})>=(${low}))*((${value})<=(${high}))=1)`,
  REGEXMATCH: (args) => `REGEXTEST(${args.join(",")})`,
  HYPERLINK: ([link, label]) => `(${label ?? link})`,
  TO_DATE: ([value]) => `(${value})`,
  TO_PURE_NUMBER: ([value]) => `(${value})`,
  EQ: ([a, b]) => `((${a})=(${b}))`,
  NE: ([a, b]) => `((${a})<>(${b}))`,
  GT: ([a, b]) => `((${a})>(${b}))`,
  GTE: ([a, b]) => `((${a})>=(${b}))`,
  LT: ([a, b]) => `((${a})<(${b}))`,
  LTE: ([a, b]) => `((${a})<=(${b}))`,
  ADD: ([a, b]) => `((${a})+(${b}))`,
  MINUS: ([a, b]) => `((${a})-(${b}))`,
  MULTIPLY: ([a, b]) => `((${a})*(${b}))`,
  DIVIDE: ([a, b]) => `((${a})/(${b}))`,
  POW: ([a, b]) => `POWER(${a},${b})`,
};

/** Functions of Google Sheets (https://support.google.com/docs/table/25273) that IronCalc 0.8.4 lacks. */
export const ONLY_IN_SHEETS: ReadonlySet<string> = new Set(
  `ARRAY_CONSTRAIN AVERAGE.WEIGHTED COUNTUNIQUEIFS DETECTLANGUAGE ENCODEURL EPOCHTODATE GETPIVOTDATA GOOGLEFINANCE
  GOOGLETRANSLATE IMAGE IMPORTDATA IMPORTFEED IMPORTHTML IMPORTRANGE IMPORTXML ISDATE ISEMAIL ISURL QUERY SORTN SPARKLINE
  SPLIT TO_DOLLARS TO_PERCENT TO_TEXT UMINUS UNARY_PERCENT UPLUS`.split(/\s+/),
);

export function isRewritten(name: string): boolean {
  return Object.hasOwn(REWRITTEN, name);
}

/** A formula without `=` as IronCalc takes it. */
export function forIronCalc(text: string): string {
  const names = Object.keys(REWRITTEN);
  const capitals = text.toUpperCase();
  // IronCalc's places count characters, not their halves: a formula with such characters is left as it is.
  if (/[\ud800-\udbff]/.test(text) || !names.some((name) => capitals.includes(`${name}(`))) return text;
  return new Rewriter(text).text(0, text.length);
}

class Rewriter {
  readonly #text: string;
  readonly #tokens: readonly MarkedToken[];

  constructor(text: string) {
    this.#text = text;
    this.#tokens = getTokens(text);
  }

  /** The text from `start` to before `end` with the functions in it rewritten. */
  text(start: number, end: number): string {
    let out = "";
    let from = start;
    for (let i = 0; i < this.#tokens.length; i++) {
      const word = this.#tokens[i];
      if (!word || word.start < from || word.end > end) continue;
      const { token } = word;
      if (typeof token !== "object" || !("Ident" in token)) continue;
      const rewrite = isRewritten(token.Ident.toUpperCase())
        ? REWRITTEN[token.Ident.toUpperCase()]
        : undefined;
      if (!rewrite || this.#tokens[i + 1]?.token !== "LeftParenthesis") continue;
      const call = this.#call(i + 2);
      const made = rewrite(call.args.map(([a, b]) => this.text(a, b).trim()));
      if (made === null) continue;
      out += this.#text.slice(from, word.start) + made;
      from = call.end;
    }
    return out + this.#text.slice(from, end);
  }

  /** The arguments that begin at the token, and where the call ends. */
  #call(first: number): { args: [number, number][]; end: number } {
    const args: [number, number][] = [];
    let depth = 0;
    let from = this.#tokens[first]?.start ?? this.#text.length;
    for (let i = first; i < this.#tokens.length; i++) {
      const marked = this.#tokens[i];
      if (!marked) break;
      const { token, start, end } = marked;
      if (token === "LeftParenthesis" || token === "LeftBrace") depth++;
      else if ((token === "RightParenthesis" || token === "RightBrace") && depth > 0) depth--;
      else if (token === "RightParenthesis") return { args: [...args, [from, start]], end };
      else if (token === "Comma" && depth === 0) {
        args.push([from, start]);
        from = end;
      }
    }
    return { args: [...args, [from, this.#text.length]], end: this.#text.length };
  }
}
