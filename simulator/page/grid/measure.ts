/** How many pixels texts take, and how many lines they need when wrapped. */

import type { Look } from "../../server/protocol.ts";

const context = document.createElement("canvas").getContext("2d");
const widths = new Map<string, number>();
const KEPT = 20_000;

/** CSS pixels of one point. */
const POINT = 4 / 3;
const FONT_POINTS = 10;

export function fontOf(look: Look): string {
  const family = look.font ? `"${look.font}", Arial, sans-serif` : "Arial, sans-serif";
  const style = `${look.italic ? "italic " : ""}${look.bold ? "bold " : ""}`;
  return `${style}${(look.size ?? FONT_POINTS) * POINT}px ${family}`;
}

export function widthOf(text: string, look: Look): number {
  // No column is as wide as this many letters; measuring 50,000 of them would take its time.
  const measured = text.length > 2000 ? text.slice(0, 2000) : text;
  const key = `${fontOf(look)}|${measured}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  if (widths.size > KEPT) widths.clear();
  let width = measured.length * 7;
  if (context) {
    context.font = fontOf(look);
    width = context.measureText(measured).width;
  }
  widths.set(key, width);
  return width;
}

export function lineHeight(look: Look): number {
  return Math.round((look.size ?? FONT_POINTS) * POINT * 1.28);
}

/** Lines a text takes in a width, broken at spaces as a browser does, words longer than a line within. */
export function linesOf(text: string, look: Look, width: number): number {
  let lines = 0;
  for (const paragraph of text.split("\n")) {
    lines++;
    let line = "";
    for (const word of paragraph.split(/(?<=\s)/)) {
      if (line !== "" && widthOf((line + word).trimEnd(), look) > width) {
        lines++;
        line = word;
      } else line += word;
      const full = widthOf(line.trimEnd(), look);
      if (full > width && width > 0) {
        const more = Math.ceil(full / width) - 1;
        lines += more;
        line = line.slice(Math.floor((line.length * more * width) / full));
      }
      if (lines > 60) return lines;
    }
  }
  return lines;
}
