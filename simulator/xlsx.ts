/**
 * The workbook as an .xlsx file: the only file that knows the library that writes it. Dates stay dates, money
 * stays money, ids stay text; frozen headers, filters, column widths, colours and dropdowns are carried over.
 */
import type { CellStyle, ColumnDef, ConditionalRule, DataValidation, WriteSheet } from "hucre";
import { writeXlsx as write } from "hucre/xlsx";
import { a1Of, columnLetters, parseA1 } from "./services/a1.ts";
import type { Workbook } from "./services/index.ts";
import type { LookSnapshot, SheetSnapshot, WorkbookSnapshot } from "./services/snapshot.ts";

type Look = LookSnapshot["look"];

/** Pixels of one character of the default font. */
const PIXELS_PER_CHARACTER = 7;

export async function writeXlsx(workbook: Workbook): Promise<Uint8Array> {
  return xlsxOf(workbook.snapshot());
}

export async function xlsxOf(snapshot: WorkbookSnapshot): Promise<Uint8Array> {
  const names = sheetNames(snapshot.sheets.map((sheet) => sheet.name));
  const nameById = new Map(snapshot.sheets.map((sheet, i) => [sheet.id, names[i] as string]));
  return write({
    sheets: snapshot.sheets.map((sheet, i) => sheetOf(sheet, names[i] as string)),
    activeSheet: Math.max(
      0,
      snapshot.sheets.findIndex((sheet) => sheet.id === snapshot.activeSheetId),
    ),
    namedRanges: snapshot.namedRanges.map(({ name, sheetId, range }) => ({
      name,
      range: `'${(nameById.get(sheetId) ?? "").replace(/'/g, "''")}'!${absolute(range)}`,
    })),
    defaultFont: { name: "Arial", size: 10 },
  });
}

/** Excel allows 31 characters and none of `[]:*?/\` in a tab's name; two tabs may not share one. */
function sheetNames(titles: readonly string[]): string[] {
  const taken = new Set<string>();
  return titles.map((title) => {
    const plain = title.replace(/[[\]:*?/\\]/g, " ").trim() || "Sheet";
    let name = plain.slice(0, 31);
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${plain.slice(0, 31 - ` ${n}`.length)} ${n}`;
    taken.add(name.toLowerCase());
    return name;
  });
}

function sheetOf(sheet: SheetSnapshot, name: string): WriteSheet {
  const looks = columnLooks(sheet);
  const filter = sheet.filter && clipped(sheet.filter.range, sheet.values.length);
  return {
    name,
    rows: sheet.values.map((row) => [...row]),
    columns: columnsOf(sheet, looks),
    cells: cellsOf(sheet, looks),
    hidden: sheet.hidden,
    freezePane: { rows: sheet.frozenRows, columns: sheet.frozenColumns },
    conditionalRules: sheet.conditionalFormats.flatMap((rule, i) => conditionalRule(rule, i + 1)),
    dataValidations: validationsOf(sheet),
    ...(filter ? { autoFilter: { range: filter } } : {}),
  };
}

/** Per column, the look most of its rows have (it becomes the column's), and the stretches that differ. */
interface ColumnLooks {
  readonly whole: Look;
  readonly others: readonly LookSnapshot[];
}

function columnLooks(sheet: SheetSnapshot): Map<number, ColumnLooks> {
  const byColumn = new Map<number, LookSnapshot[]>();
  for (const look of sheet.looks) byColumn.set(look.column, [...(byColumn.get(look.column) ?? []), look]);
  const looks = new Map<number, ColumnLooks>();
  for (const [column, stretches] of byColumn) {
    const longest = [...stretches].sort((a, b) => b.to - b.from - (a.to - a.from))[0];
    const most = longest && 2 * (longest.to - longest.from + 1) > sheet.rows ? longest : null;
    looks.set(column, { whole: most?.look ?? {}, others: stretches.filter((stretch) => stretch !== most) });
  }
  return looks;
}

function columnsOf(sheet: SheetSnapshot, looks: ReadonlyMap<number, ColumnLooks>): ColumnDef[] {
  const hidden = new Set(sheet.hiddenColumns);
  // Not by spreading: a call takes no more than about a hundred thousand arguments.
  const columns = sheet.values.reduce((most, row) => Math.max(most, row.length), Math.max(0, ...hidden));
  return Array.from({ length: columns }, (_, i) => {
    const pixels = sheet.columnWidths[String(i + 1)] ?? 100;
    return {
      width: pixels / PIXELS_PER_CHARACTER,
      hidden: hidden.has(i + 1),
      style: styleOf(looks.get(i + 1)?.whole ?? {}),
    };
  });
}

/** Cells whose look differs from their column's, and those with a note. */
function cellsOf(
  sheet: SheetSnapshot,
  looks: ReadonlyMap<number, ColumnLooks>,
): NonNullable<WriteSheet["cells"]> {
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  for (const { others } of looks.values()) {
    for (const { column, from, to, look } of others) {
      const style = styleOf(look);
      for (let row = from; row <= Math.min(to, sheet.values.length); row++) {
        cells.set(`${row - 1},${column - 1}`, { value: sheet.values[row - 1]?.[column - 1] ?? null, style });
      }
    }
  }
  for (const [a1, text] of Object.entries(sheet.notes)) {
    const at = parseA1(a1);
    if (at === null) continue;
    const key = `${at.row},${at.column}`;
    cells.set(key, {
      value: sheet.values[at.row]?.[at.column] ?? null,
      ...cells.get(key),
      comment: { text },
    });
  }
  return cells;
}

function styleOf(look: Look): CellStyle {
  const { numberFormat, background, fontColor, fontWeight, fontStyle, wrap, horizontalAlignment } = look;
  return {
    ...(numberFormat && numberFormat !== "General" ? { numFmt: numberFormat } : {}),
    ...(background ? { fill: solid(background) } : {}),
    ...(fontColor || fontWeight || fontStyle
      ? {
          font: {
            ...(fontColor ? { color: { rgb: fontColor.slice(1) } } : {}),
            bold: fontWeight === "bold",
            italic: fontStyle === "italic",
          },
        }
      : {}),
    ...(wrap === "WRAP" || horizontalAlignment
      ? {
          alignment: {
            wrapText: wrap === "WRAP",
            vertical: "top",
            ...(horizontalAlignment === "left" ||
            horizontalAlignment === "right" ||
            horizontalAlignment === "center"
              ? { horizontal: horizontalAlignment }
              : {}),
          },
        }
      : {}),
  };
}

function solid(colour: string) {
  return { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: colour.slice(1) } };
}

/** Rules on a text or by formula; others have no equal in the file and are left out. */
function conditionalRule(
  rule: SheetSnapshot["conditionalFormats"][number],
  priority: number,
): ConditionalRule[] {
  const [value] = rule.args;
  const style: CellStyle = {
    ...(rule.background
      ? { fill: { ...solid(rule.background), bgColor: { rgb: rule.background.slice(1) } } }
      : {}),
    ...(rule.fontColor ? { font: { color: { rgb: rule.fontColor.slice(1) } } } : {}),
  };
  return rule.ranges.flatMap((range): ConditionalRule[] => {
    if (rule.criteria === "TEXT_EQUAL_TO")
      return [{ type: "cellIs", operator: "equal", formula: quoted(String(value)), priority, range, style }];
    if (rule.criteria === "CUSTOM_FORMULA")
      return [{ type: "expression", formula: String(value).replace(/^=/, ""), priority, range, style }];
    return [];
  });
}

function validationsOf(sheet: SheetSnapshot): DataValidation[] {
  return sheet.looks.flatMap(({ column, from, to, look }): DataValidation[] => {
    const rule = look.validation;
    const [list] = rule?.args ?? [];
    if (rule?.criteria !== "VALUE_IN_LIST" || !Array.isArray(list)) return [];
    const letter = columnLetters(column - 1);
    return [
      {
        type: "list",
        values: list.map(String),
        range: `${letter}${from}:${letter}${to}`,
        allowBlank: true,
        errorStyle: rule.allowInvalid ? "warning" : "stop",
        showErrorMessage: true,
      },
    ];
  });
}

function quoted(text: string): string {
  return `"${text.replace(/"/g, '""')}"`;
}

/** A range cut at the last row with content: Excel draws a filter's border there. */
function clipped(range: string, rows: number): string {
  const area = parseA1(range);
  if (area === null || area.rows === null || area.columns === null) return range;
  const shown = Math.max(1, Math.min(area.rows, rows - area.row));
  return a1Of({ row: area.row, column: area.column, rows: shown, columns: area.columns });
}

function absolute(range: string): string {
  return range.replace(/([A-Z]+)(\d+)/g, "$$$1$$$2");
}
