/**
 * Warnings before a hand changes what the add-on lives by: the headers of its tabs, and the claim log. They are
 * hints, nobody is kept out: https://developers.google.com/apps-script/reference/spreadsheet/protection#setwarningonlywarningonly
 */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADER = "Reimbursement Auditor finds its columns by these headers.";
const LOG = "The claim log is only ever added to: claims are rebuilt from it, and changed rows are told of.";

/** Warns before the headers of a tab are changed; once, however often it is called. */
export function warnOfHeader(sheet: Sheet): void {
  const known = sheet
    .getProtections(SpreadsheetApp.ProtectionType.RANGE)
    .some((protection) => protection.getDescription() === HEADER);
  if (!known) sheet.getRange("1:1").protect().setDescription(HEADER).setWarningOnly(true);
}

/** Warns before anything in the log is changed. */
export function warnOfLog(sheet: Sheet): void {
  sheet.protect().setDescription(LOG).setWarningOnly(true);
}
