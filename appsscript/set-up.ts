/** Making the sheet ready: the tabs the user fills in or looks into. Those that are there stay as they are. */
import { costs, invoices, removalReceipts } from "../src/reports/index.ts";
import { auditSheet } from "./audit.ts";
import { sheetClock, todayIn } from "./clock.ts";
import { alone } from "./locking.ts";
import { openLog } from "./tabs/claim-log.ts";
import { openClaims } from "./tabs/claims.ts";
import { FINDINGS, FINDINGS_TAB } from "./tabs/findings.ts";
import { openImports, readImports } from "./tabs/imports.ts";
import { openKeyed } from "./tabs/keyed.ts";
import { writePolicy } from "./tabs/policy.ts";
import { knownTab, stateOf } from "./tabs/report-state.ts";
import { openStart, showStart } from "./tabs/start.ts";
import { filterWhole, findTab, openTab, warnOfHeaders } from "./tabs/tab.ts";

/** @returns what cannot be used of the user's own values in the Policy tab, in words */
export function setUpSheet(): string[] {
  return alone(() => {
    const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
    const today = todayIn(zone);
    const first = findTab(FINDINGS) === null;
    openStart(today);
    for (const definition of [costs, invoices, removalReceipts]) {
      filterWhole(openTab(knownTab(definition, stateOf(definition))));
    }
    openImports();
    openKeyed(FINDINGS_TAB);
    openClaims();
    openLog();
    const unusable = writePolicy();
    warnOfHeaders();
    // An audit of nothing says in Data health what to import first.
    if (readImports(sheetClock(zone)).length === 0) auditSheet(today, null);
    if (first) showStart();
    return unusable;
  });
}
