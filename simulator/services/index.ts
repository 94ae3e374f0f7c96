/** Google in memory: the services a script finds as globals, and the document they work on. */

import { CacheService } from "./cache.ts";
import type { ExecutionContext } from "./context.ts";
import * as enums from "./enums.ts";
import { HtmlService } from "./html.ts";
import { LockService } from "./lock.ts";
import { Console, Logger } from "./logger.ts";
import { MailApp } from "./mail.ts";
import { PropertiesService } from "./properties.ts";
import { ScriptApp } from "./script-app.ts";
import { type EnumSet, Service } from "./service.ts";
import { Session } from "./session.ts";
import { SpreadsheetApp } from "./spreadsheet-app.ts";
import { Utilities } from "./utilities.ts";

export type * from "./context.ts";
export { ExecutionContext } from "./context.ts";
export * from "./service.ts";
export type { SheetSnapshot } from "./snapshot.ts";
export { Workbook } from "./workbook.ts";

/** The `Charts` service, of which only the enums are used with spreadsheets. */
class Charts extends Service {
  override readonly $googleName = "Charts";

  override get $properties(): Readonly<Record<string, EnumSet>> {
    return { ChartType: enums.ChartType, ChartMergeStrategy: enums.ChartMergeStrategy };
  }
}

/** The services of one execution by the name scripts know them under. */
export function globalsOf(context: ExecutionContext): Readonly<Record<string, Service>> {
  return {
    SpreadsheetApp: new SpreadsheetApp(context),
    PropertiesService: new PropertiesService(context),
    CacheService: new CacheService(context),
    LockService: new LockService(context),
    Utilities: new Utilities(context),
    Session: new Session(context),
    ScriptApp: new ScriptApp(context),
    HtmlService: new HtmlService(context),
    MailApp: new MailApp(context),
    Charts: new Charts(context),
    Logger: new Logger(context),
    console: new Console(context),
  };
}
