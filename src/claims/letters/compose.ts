/**
 * Sentences with `{{places}}` and `[parts that may be left out]`. A part is left out when one of its places has no
 * value, so a text never shows a hole; parts may stand inside parts. A place outside all parts must have a value.
 */

export type Values = Readonly<Record<string, string | null | undefined>>;

/** The sentence filled; throws when a place outside all parts has no value, because a hole must not be sent. */
export function compose(template: string, values: Values): string {
  const { text, lacks, end } = part(template, 0, values);
  if (end !== template.length) throw new RangeError(`A part ends that never began: ${template}`);
  if (lacks !== null) throw new RangeError(`No value for {{${lacks}}} in: ${template}`);
  return text.replace(/ {2,}/g, " ").trim();
}

/** Names of the places of a template, in alphabetical order, those inside parts marked with a `?`. */
export function placesOf(template: string): string[] {
  const places = new Set<string>();
  let depth = 0;
  for (const [found, name] of template.matchAll(/\[|\]|\{\{(\w+)\}\}/g)) {
    if (found === "[") depth++;
    else if (found === "]") depth--;
    else places.add(depth > 0 ? `${name}?` : `${name}`);
  }
  return [...places].sort();
}

interface Part {
  readonly text: string;
  /** The first place without a value; null when all have one. */
  readonly lacks: string | null;
  readonly end: number;
}

/** From `start` to the `]` that closes the part, or to the end. */
function part(template: string, start: number, values: Values): Part {
  let text = "";
  let lacks: string | null = null;
  let at = start;
  while (at < template.length && template[at] !== "]") {
    if (template[at] === "[") {
      const inner = part(template, at + 1, values);
      if (template[inner.end] !== "]") throw new RangeError(`A part never ends: ${template}`);
      if (inner.lacks === null) text += inner.text;
      at = inner.end + 1;
      continue;
    }
    const place = /^\{\{(\w+)\}\}/.exec(template.slice(at));
    if (place) {
      const name = place[1] as string;
      const value = values[name];
      if (value === undefined || value === null || value === "") lacks ??= name;
      else text += value;
      at += place[0].length;
      continue;
    }
    text += template[at];
    at++;
  }
  return { text, lacks, end: at };
}
