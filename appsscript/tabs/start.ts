/**
 * The tab “Start here”: the steps, and the named cell REIMB_TODAY with the day the sheet is looked at, which
 * formulas take as their as-of day (a function that asks the clock itself would never be recalculated).
 */
import { type Day, serialOfDay } from "../../src/values/day.ts";
import { FORMATS } from "../cells.ts";

const TITLE = "Start here";
const NAME = "REIMB_TODAY";
const CELL = "B2";

const STEPS: readonly (readonly [string, string])[] = [
  ["Reimbursement Auditor", "Finds the money Amazon owes you, and says what to do about it."],
  ["As-of day", ""],
  ["1. Costs", "Say in the Costs tab what you paid per unit: most losses are paid at your cost."],
  [
    "2. Reports",
    "Import Amazon's reports (Extensions › Reimbursement Auditor › Import reports). Data health says which.",
  ],
  ["3. Audit", "Run the audit. The Findings tab says what is owed, why, until when and what to do."],
  [
    "4. Claims",
    "Open findings: start a claim, dismiss or snooze. Open claims: the text for the case, the papers, each step until it is paid.",
  ],
  ["5. Policy", "Look at the Policy tab: a rule you know better goes into its Override column."],
  ["In formulas", "REIMB_FLAG(REIMB_TODAY, range) marks the rows of a report; REIMB_TODAY is the day above."],
];

/** Makes the tab where it is missing, and sets the day. Call it inside `alone`. */
export function openStart(asOf: Day): void {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  if (!spreadsheet.getRangeByName(NAME)) {
    // A tab of the user's own with this name is left alone; one that a stopped execution had begun is finished.
    const standing = spreadsheet.getSheetByName(TITLE);
    const ours =
      standing !== null && [STEPS[0]?.[0], ""].includes(String(standing.getRange("A1").getValue()));
    const title = standing === null || ours ? TITLE : `${TITLE} (Reimbursement Auditor)`;
    const sheet = spreadsheet.getSheetByName(title) ?? spreadsheet.insertSheet(title, 0);
    sheet.getRange(1, 1, STEPS.length, 2).setValues(STEPS.map(([step, text]) => [step, text]));
    sheet.getRange(1, 1, STEPS.length, 1).setFontWeight("bold");
    sheet.setColumnWidth(1, 180);
    sheet.setColumnWidth(2, 620);
    spreadsheet.setNamedRange(NAME, sheet.getRange(CELL));
  }
  setToday(asOf);
}

/** Leads the user to the tab. */
export function showStart(): void {
  SpreadsheetApp.getActiveSpreadsheet().getRangeByName(NAME)?.getSheet().activate();
}

/** Sets the named cell, where there is one. */
export function setToday(asOf: Day): void {
  const cell = SpreadsheetApp.getActiveSpreadsheet().getRangeByName(NAME);
  cell?.setNumberFormat(FORMATS.day).setHorizontalAlignment("left").setValue(serialOfDay(asOf));
}
