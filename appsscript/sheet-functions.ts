/** The sheet beside the sidebar: showing a source line, and telling which finding or claim is selected. */
import type { FindingJson } from "../src/audits/finding.ts";
import { REPORTS } from "../src/reports/index.ts";
import { sheetClock } from "./clock.ts";
import type { SelectionAnswer, ShowLineAnswer } from "./protocol.ts";
import { CLAIMS } from "./tabs/claims.ts";
import { FINDINGS } from "./tabs/findings.ts";
import { readFinding } from "./tabs/findings-read.ts";
import { knownTab, stateOf } from "./tabs/report-state.ts";
import { findTab, type Tab, type TabPlan, tabOfSheet } from "./tabs/tab.ts";
import { noRequest, showRequest } from "./tracker-requests.ts";

const MOVED =
  "This row names neither the item nor the order, shipment or reference of the finding. Rows may have been moved since the audit: run it again to be sure.";

/** Selects a row of a report's tab, for this user. */
export function showLine(input: unknown): ShowLineAnswer {
  const { report, line, findingId } = showRequest(input);
  const names = findingId === null ? null : namesIn(findingId);
  const definition = REPORTS.find(({ id }) => id === report);
  const tab = definition && findTab(knownTab(definition, stateOf(definition)));
  if (!tab) {
    throw new Error(
      `There is no tab of the report “${report.slice(0, 60)}”. Import it, then run the audit again.`,
    );
  }
  const { sheet } = tab;
  if (line > sheet.getLastRow()) {
    throw new Error(`The tab “${sheet.getName()}” has no row ${line} any more. Run the audit again.`);
  }
  sheet.getRange(line, 1, 1, sheet.getLastColumn()).activate();
  const stands = names === null || rowNames(tab, line, names);
  return { tab: sheet.getName(), row: line, moved: stands ? null : MOVED };
}

/** What the active row of the Findings or Claims tab is. */
export function selection(input: unknown): SelectionAnswer {
  noRequest(input);
  const range = SpreadsheetApp.getActiveRange();
  if (!range || range.getRow() < 2) return { finding: null, claim: null };
  return { finding: selectedIn(range, FINDINGS), claim: selectedIn(range, CLAIMS) };
}

function selectedIn(range: GoogleAppsScript.Spreadsheet.Range, plan: TabPlan): string | null {
  const tab = tabOfSheet(range.getSheet(), plan, ["id"]);
  const [column] = tab?.columns ?? [];
  if (!tab || !column) return null;
  return String(tab.sheet.getRange(range.getRow(), column.at).getValue()) || null;
}

/** The ids by which a source line of the finding can be known; null when there are none. */
function namesIn(findingId: string): ReadonlySet<string> | null {
  const zone = SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
  const finding: FindingJson | null = readFinding(findingId, sheetClock(zone));
  if (!finding) return null;
  const { fnsku, asin, msku, orderId, shipmentId, referenceId } = finding;
  const names = [fnsku, asin, msku, orderId, shipmentId, referenceId].filter((name) => name !== null);
  return names.length > 0 ? new Set(names) : null;
}

function rowNames({ sheet }: Tab, line: number, names: ReadonlySet<string>): boolean {
  const cells = sheet.getRange(line, 1, 1, sheet.getLastColumn()).getValues()[0] ?? [];
  return cells.some((cell) => names.has(String(cell)));
}
