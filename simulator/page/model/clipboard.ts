/** Blocks of cells on the clipboard: tab-separated text, quoted where a cell has line ends, as Sheets writes it. */

export function blockText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join("\t")).join("\n");
}

function quoted(cell: string): string {
  return /[\t\n\r]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Reads tab-separated text; a cell in quotes may hold tabs, line ends and doubled quotes. One line end at the end is no row. */
export function readBlock(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const [cell, next] = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    if (text[next] === "\t") {
      at = next + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = text[next] === "\r" && text[next + 1] === "\n" ? next + 2 : next + 1;
    if (at === text.length) break;
  }
  return rows;
}

function plainCell(text: string, at: number): [string, number] {
  let end = at;
  while (end < text.length && !"\t\r\n".includes(text[end] ?? "")) end++;
  return [text.slice(at, end), end];
}

function quotedCell(text: string, at: number): [string, number] {
  let cell = "";
  let end = at + 1;
  while (end < text.length) {
    if (text[end] !== '"') cell += text[end++];
    else if (text[end + 1] === '"') {
      cell += '"';
      end += 2;
    } else {
      const after = text[end + 1];
      // A quote that does not end the cell means the quotes are part of the text.
      return after === undefined || "\t\r\n".includes(after) ? [cell, end + 1] : plainCell(text, at);
    }
  }
  return plainCell(text, at);
}
