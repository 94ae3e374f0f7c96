/** Questions about tabs, sizes and the workbook's name, made with the services scripts use: one set of rules, in Google's words. */

import { ExecutionContext } from "../services/context.ts";
import { ServiceError } from "../services/service.ts";
import { Sheet } from "../services/sheet.ts";
import type { SheetModel } from "../services/sheet-model.ts";
import { Spreadsheet } from "../services/spreadsheet.ts";
import { Refused } from "./asked.ts";
import { warningOf } from "./edits.ts";
import { type Handlers, type Session, sheetOf } from "./handlers.ts";

type TabCall =
  | "addSheet"
  | "renameSheet"
  | "deleteSheet"
  | "moveSheet"
  | "hideSheet"
  | "tabColor"
  | "columnWidth"
  | "hideColumns"
  | "freeze"
  | "renameWorkbook";

export const tabCalls: Handlers<TabCall> = {
  addSheet: (asked, session) =>
    kept(session, ({ spreadsheet }) => {
      const name = asked.textOrNull("name");
      const sheet = name === null ? spreadsheet.insertSheet() : spreadsheet.insertSheet(name);
      return { sheetId: sheet.getSheetId() };
    }),

  renameSheet: (asked, session) =>
    kept(session, ({ sheet }) => {
      sheet(sheetOf(asked, session.host)).setName(asked.text("name"));
      return {};
    }),

  deleteSheet: (asked, session) =>
    kept(session, ({ spreadsheet, sheet }) => {
      const model = sheetOf(asked, session.host);
      const area = { row: 0, column: 0, rows: model.maxRows, columns: model.maxColumns };
      const warning = warningOf(model, area, asked.flag("confirmed"));
      if (warning) return warning;
      spreadsheet.deleteSheet(sheet(model));
      return { done: true, area };
    }),

  moveSheet: (asked, session) =>
    kept(session, () => {
      const { workbook } = session.host;
      const model = sheetOf(asked, session.host);
      const others = workbook.sheets.filter((one) => one !== model);
      const index = Math.min(asked.whole("index"), others.length);
      workbook.sheets = [...others.slice(0, index), model, ...others.slice(index)];
      workbook.touch();
      return {};
    }),

  hideSheet: (asked, session) =>
    kept(session, ({ sheet }) => {
      const which = sheet(sheetOf(asked, session.host));
      if (asked.flag("hidden")) which.hideSheet();
      else which.showSheet();
      return {};
    }),

  tabColor: (asked, session) =>
    kept(session, ({ sheet }) => {
      const color = asked.has("color") ? asked.colour("color") : null;
      sheet(sheetOf(asked, session.host)).setTabColor(color);
      return {};
    }),

  columnWidth: (asked, session) =>
    kept(session, ({ sheet }) => {
      const columns = asked.has("columns") ? asked.whole("columns") : 1;
      const width = Math.round(Math.min(2000, Math.max(2, asked.number("width"))));
      sheet(sheetOf(asked, session.host)).setColumnWidths(asked.whole("column") + 1, columns, width);
      return {};
    }),

  hideColumns: (asked, session) =>
    kept(session, ({ sheet }) => {
      const which = sheet(sheetOf(asked, session.host));
      const [column, columns] = [asked.whole("column") + 1, asked.whole("columns")];
      if (asked.flag("hidden")) which.hideColumns(column, columns);
      else which.showColumns(column, columns);
      return {};
    }),

  freeze: (asked, session) =>
    kept(session, ({ sheet }) => {
      const which = sheet(sheetOf(asked, session.host));
      which.setFrozenRows(asked.whole("rows"));
      which.setFrozenColumns(asked.whole("columns"));
      return {};
    }),

  renameWorkbook: (asked, session) =>
    kept(session, ({ spreadsheet }) => {
      const name = asked.text("name").trim();
      if (name === "") throw new Refused(422, "Give the spreadsheet a name.");
      spreadsheet.rename(name.slice(0, 200));
      return {};
    }),
};

interface Tools {
  readonly spreadsheet: Spreadsheet;
  readonly sheet: (model: SheetModel) => Sheet;
}

/** What Google refuses is refused in its words. */
async function kept<Answer>({ host, person }: Session, change: (tools: Tools) => Answer): Promise<Answer> {
  host.assertFree();
  const { workbook, clock } = host;
  const context = new ExecutionContext({
    workbook,
    user: { email: person.user, locale: "en" },
    authMode: "FULL",
    manifestScopes: [],
    clock,
    ui: null,
  });
  const tools = {
    spreadsheet: new Spreadsheet(context, workbook),
    sheet: (model: SheetModel) => new Sheet(context, workbook, model),
  };
  try {
    const answer = change(tools);
    context.end({ keepWrites: true });
    await host.commit();
    return answer;
  } catch (problem) {
    if (problem instanceof ServiceError) throw new Refused(422, problem.message);
    throw problem;
  }
}
