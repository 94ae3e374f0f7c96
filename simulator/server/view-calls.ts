/** Questions that change nothing. */

import { Refused } from "./asked.ts";
import { chartsOf } from "./charts.ts";
import { inside } from "./edits.ts";
import { copied, edgeOf, filterValues, found, summaryOf } from "./explore.ts";
import { functionHelp } from "./function-help.ts";
import { type Handlers, sheetOf } from "./handlers.ts";
import type { Area } from "./protocol.ts";
import { rowsOf } from "./rows.ts";
import { namedRanges, sheetInfos } from "./sheet-info.ts";

/** The add-on's name in Google's menus: what its listing is called. */
const ADDON = "Reimbursement Auditor";
const DIRECTIONS = ["up", "down", "left", "right"] as const;

export const viewCalls: Handlers<
  "open" | "rows" | "locate" | "charts" | "copy" | "summary" | "find" | "edge" | "select" | "filterValues"
> = {
  open: async (_, { host, person }) => {
    await person.open();
    const { workbook } = host;
    return {
      user: person.user,
      workbook: host.workbookInfo(person),
      sheets: sheetInfos(workbook, host.shown),
      place: workbook.placeOf(person.user),
      menus: host.sheets.window(person.user).menus,
      addon: ADDON,
      sidebar: person.page("sidebar"),
      dialog: person.page("dialog"),
      questions: person.questions,
      people: host.people,
      namedRanges: namedRanges(workbook),
      functions: functionHelp(host.bundle.code),
      frameOrigin: host.frameOrigin,
      progress: host.progress,
    };
  },

  rows: (asked, { host }) => {
    const sheet = sheetOf(asked, host);
    const [from, to] = asked.has("columns") ? asked.list("columns") : [0, sheet.maxColumns];
    const columns: [number, number] = [
      Math.max(0, Math.min(Number(from), sheet.maxColumns)),
      Math.max(0, Math.min(Number(to), sheet.maxColumns)),
    ];
    const window = { shown: asked.whole("shown"), count: asked.whole("count"), columns };
    const explain = (row: number, column: number) => host.formulas.explanation(sheet.id, row, column);
    return rowsOf(host.workbook, sheet, host.shown.of(sheet), explain, window);
  },

  locate: (asked, { host }) => {
    const sheet = sheetOf(asked, host);
    return { shown: host.shown.of(sheet).positionOf(asked.whole("row")) };
  },

  charts: (asked, { host }) => ({ charts: chartsOf(host.workbook, sheetOf(asked, host)) }),

  copy: (asked, { host }) => {
    const sheet = sheetOf(asked, host);
    const area = inside(sheet, asked.area("area"));
    return { rows: copied(host.workbook, sheet, host.shown.of(sheet), area) };
  },

  summary: (asked, { host }) => {
    const sheet = sheetOf(asked, host);
    return summaryOf(host.workbook, sheet, host.shown.of(sheet), inside(sheet, asked.area("area")));
  },

  find: async (asked, { host }) => {
    const from = { sheetId: asked.whole("sheetId"), area: asked.area("area") };
    const place = await found(host.workbook, from, asked.text("text"), asked.flag("backwards"));
    const sheet = place && host.workbook.sheetById(place.sheetId);
    if (!place || !sheet) return { found: null };
    return { found: { ...place, shown: host.shown.of(sheet).positionOf(place.area.row) } };
  },

  edge: (asked, { host }) => {
    const sheet = sheetOf(asked, host);
    const [row, column] = [asked.whole("row"), asked.whole("column")];
    if (row >= sheet.maxRows || column >= sheet.maxColumns) {
      throw new Refused(409, "That cell is not in the sheet any more.");
    }
    const shown = host.shown.of(sheet);
    const place = { row, column, direction: asked.word("direction", DIRECTIONS) };
    const edge = edgeOf(host.workbook, sheet, shown, place);
    return { ...edge, shown: shown.positionOf(edge.row) };
  },

  select: (asked, { host, person }) => {
    const sheet = sheetOf(asked, host);
    const area: Area = inside(sheet, asked.area("area"));
    host.workbook.select(person.user, { sheetId: sheet.id, area });
    host.tellPeople();
    return {};
  },

  filterValues: (asked, { host }) => filterValues(host.workbook, sheetOf(asked, host), asked.whole("column")),
};
