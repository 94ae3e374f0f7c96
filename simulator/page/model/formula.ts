/** Formulas while they are typed: which function the caret is in, what could complete it, whether a cell may follow. */

export interface CallAt {
  readonly name: string;
  /** Which argument the caret is in, 0-based. */
  readonly argument: number;
}

export interface Completion {
  /** What has been typed of the name. */
  readonly begun: string;
  readonly start: number;
}

interface Token {
  readonly text: string;
  readonly start: number;
}

const TOKENS = /"(?:[^"]|"")*"?|'(?:[^']|'')*'?|[A-Za-z_$][\w.$]*|\d[\w.]*|[^\s]/g;

function tokensOf(text: string): Token[] {
  return [...text.matchAll(TOKENS)].map((match) => ({ text: match[0], start: match.index }));
}

/** The name being typed at the caret, when it can be a function's. */
export function completionAt(text: string, caret: number): Completion | null {
  if (!text.startsWith("=")) return null;
  const last = tokensOf(text.slice(0, caret)).at(-1);
  if (!last || last.start + last.text.length !== caret) return null;
  return /^[A-Za-z_][\w.]*$/.test(last.text) ? { begun: last.text, start: last.start } : null;
}

/** The innermost call the caret stands in. */
export function callAt(text: string, caret: number): CallAt | null {
  if (!text.startsWith("=")) return null;
  const open: { name: string; argument: number }[] = [];
  let before = "";
  for (const token of tokensOf(text.slice(0, caret))) {
    if (token.text === "(") open.push({ name: /^[A-Za-z_]/.test(before) ? before : "", argument: 0 });
    else if (token.text === ")") open.pop();
    else if (token.text === "," || token.text === ";") {
      const innermost = open.at(-1);
      if (innermost) innermost.argument++;
    }
    before = token.text;
  }
  const named = open.filter(({ name }) => name !== "").at(-1);
  return named ? { name: named.name.toUpperCase(), argument: named.argument } : null;
}

/** Whether a reference may stand at the end of this text, as after `=`, an operator, `(` or a separator. */
export function pointsAtCell(text: string): boolean {
  return text.startsWith("=") && /[=(,;:+\-*/^&<>]\s*$/.test(withoutPointed(text).text);
}

/** A reference at the end that pointing may replace: `=SUM(B2` points on to `=SUM(C3`. */
export function withoutPointed(text: string): { readonly text: string } {
  return {
    text: text.replace(
      /(?<=[=(,;+\-*/^&<>]\s*)(?:'(?:[^']|'')+'!|\w+!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?$/,
      "",
    ),
  };
}
