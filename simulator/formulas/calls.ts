/** Where a prepared formula calls functions of the add-on, and with what. */

import { getTokens, type MarkedToken } from "@ironcalc/wasm";
import type { Scalar } from "../services/column.ts";
import type { Mention, PreparedFormula } from "./formula-text.ts";
import { FormulaError } from "./value.ts";

/** Texts, with the number of a call of the same formula where its result goes. */
export type Parts = readonly (string | number)[];

export type ArgumentPlan =
  | { readonly kind: "omitted" }
  | { readonly kind: "constant"; readonly value: Scalar }
  | { readonly kind: "cells"; readonly mention: Mention }
  | { readonly kind: "call"; readonly call: number }
  /** Anything else: IronCalc computes it. */
  | { readonly kind: "expression"; readonly parts: Parts; readonly mentions: readonly Mention[] };

export interface CallPlan {
  readonly name: string;
  readonly args: readonly ArgumentPlan[];
  /** All cells its arguments depend on, those of calls inside included. */
  readonly mentions: readonly Mention[];
  /** The built-in functions its arguments use. */
  readonly functions: readonly string[];
}

export interface FormulaPlan {
  /** Innermost first. */
  readonly calls: readonly CallPlan[];
  /** What IronCalc computes; null where the whole formula is the last call. */
  readonly body: Parts | null;
  readonly mentions: readonly Mention[];
  /** What IronCalc must have loaded: everything but ranges handed to our functions as they are. */
  readonly loads: readonly Mention[];
  readonly functions: readonly string[];
  readonly error: FormulaError | null;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

interface FoundCall extends Span {
  readonly name: string;
  readonly args: readonly Span[];
}

const PARSE_ERROR = new FormulaError("#ERROR!", "Formula parse error.");

/** @param custom names of the add-on's functions in capitals: Sheets finds them without regard to case */
export function plan(formula: PreparedFormula, custom: ReadonlySet<string>): FormulaPlan {
  const { text, mentions } = formula;
  const functions = formula.functions.map(({ name }) => name);
  const none = { calls: [], body: [text], mentions, loads: mentions, functions };
  if (formula.error) return { ...none, error: formula.error };
  const tokens = tokensOf(text);
  if (tokens.some(({ token }) => typeof token === "object" && "Illegal" in token)) {
    return { ...none, error: PARSE_ERROR };
  }
  const found = functions.some((name) => custom.has(name)) ? callsIn(tokens, text.length, custom) : [];
  if (found.length === 0) return { ...none, error: null };
  const within = ({ start, end }: Span) => mentions.filter((m) => m.start >= start && m.end <= end);
  const calls = found.map((call) => ({
    name: call.name,
    args: argumentsOf(call, text).map((span) => argumentOf(span, text, found, within(span))),
    mentions: within(call),
    functions: formula.functions
      .filter(({ name, start }) => start > call.start && start < call.end && !custom.has(name))
      .map(({ name }) => name),
  }));
  const last = found.length - 1;
  const parts = partsOf(trimmed({ start: 0, end: text.length }, text), text, found);
  const body = parts.length === 1 && parts[0] === last ? null : parts;
  const inExpressions = calls.flatMap(({ args }) =>
    args.flatMap((arg) => (arg.kind === "expression" ? arg.mentions : [])),
  );
  const inCalls = new Set(calls.flatMap((call) => call.mentions));
  const inBody = mentions.filter((mention) => !inCalls.has(mention));
  return { calls, body, mentions, loads: [...inBody, ...inExpressions], functions, error: null };
}

/** IronCalc counts characters, JavaScript their halves above U+FFFF. */
function tokensOf(text: string): MarkedToken[] {
  const tokens = getTokens(text);
  if (!/[\ud800-\udbff]/.test(text)) return tokens;
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    places.push(place);
    place += character.length;
  }
  const at = (index: number) => places[index] ?? text.length;
  return tokens.map((marked) => ({ ...marked, start: at(marked.start), end: at(marked.end) }));
}

/** The custom calls in the order in which they end, which is innermost first. An open bracket ends with the formula. */
function callsIn(tokens: readonly MarkedToken[], length: number, custom: ReadonlySet<string>): FoundCall[] {
  const calls: FoundCall[] = [];
  const open: { name: string | null; start: number; args: Span[]; from: number }[] = [];
  const close = (at: number, end: number) => {
    const ended = open.pop();
    if (!ended || ended.name === null) return;
    const args = [...ended.args, { start: ended.from, end: at }];
    calls.push({ name: ended.name, start: ended.start, end, args });
  };
  let before: MarkedToken | undefined;
  for (const marked of tokens) {
    const { token, start, end } = marked;
    if (token === "LeftParenthesis" || token === "LeftBrace") {
      const word = token === "LeftParenthesis" && before ? wordOf(before) : null;
      const name = word !== null && custom.has(word.toUpperCase()) ? word.toUpperCase() : null;
      open.push({ name, start: before?.start ?? start, args: [], from: end });
    } else if (token === "RightParenthesis" || token === "RightBrace") close(start, end);
    else if (token === "Comma") {
      const current = open[open.length - 1];
      if (current) {
        current.args.push({ start: current.from, end: start });
        current.from = end;
      }
    }
    before = marked;
  }
  while (open.length > 0) close(length, length);
  return calls;
}

function wordOf({ token }: MarkedToken): string | null {
  return typeof token === "object" && "Ident" in token ? token.Ident : null;
}

/** `F()` has no argument, not an empty one. */
function argumentsOf({ args }: FoundCall, text: string): readonly Span[] {
  const [first] = args;
  return args.length === 1 && first && text.slice(first.start, first.end).trim() === "" ? [] : args;
}

function argumentOf(
  span: Span,
  text: string,
  calls: readonly FoundCall[],
  mentions: readonly Mention[],
): ArgumentPlan {
  const whole = trimmed(span, text);
  const written = text.slice(whole.start, whole.end);
  if (written === "") return { kind: "omitted" };
  const [mention] = mentions;
  if (mention && mention.start === whole.start && mention.end === whole.end)
    return { kind: "cells", mention };
  const value = literal(written);
  if (value !== undefined) return { kind: "constant", value };
  const parts = partsOf(whole, text, calls);
  const [only] = parts;
  if (parts.length === 1 && typeof only === "number") return { kind: "call", call: only };
  return {
    kind: "expression",
    parts,
    mentions: mentions.filter((m) => !calls.some((c) => inside(m, c, span))),
  };
}

/** True for a mention in a call that itself stands inside the span: that call reads it. */
function inside(mention: Span, call: Span, span: Span): boolean {
  return (
    call.start >= span.start && call.end <= span.end && mention.start >= call.start && mention.end <= call.end
  );
}

function literal(text: string): Scalar | undefined {
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  if (/^true$/i.test(text)) return true;
  return /^false$/i.test(text) ? false : undefined;
}

/** The text of a span with the outermost calls in it taken out. */
function partsOf(span: Span, text: string, calls: readonly FoundCall[]): Parts {
  const parts: (string | number)[] = [];
  let from = span.start;
  const within = [...calls.entries()].filter(([, call]) => call.start >= span.start && call.end <= span.end);
  for (const [number, call] of within.sort(([, a], [, b]) => a.start - b.start || b.end - a.end)) {
    if (call.start < from) continue;
    if (call.start > from) parts.push(text.slice(from, call.start));
    parts.push(number);
    from = call.end;
  }
  if (from < span.end) parts.push(text.slice(from, span.end));
  return parts;
}

function trimmed({ start, end }: Span, text: string): Span {
  const written = text.slice(start, end);
  const before = written.length - written.trimStart().length;
  return {
    start: start + before,
    end: Math.max(start + before, end - (written.length - written.trimEnd().length)),
  };
}
