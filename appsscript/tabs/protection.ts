/**
 * Warnings before a hand changes what the add-on lives by: the headers of its tabs, and the claim log. They are
 * hints, nobody is kept out: https://developers.google.com/apps-script/reference/spreadsheet/protection#setwarningonlywarningonly
 */
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADER = "Reimbursement Auditor finds its columns by these headers.";
const LOG = "The claim log is only ever added to: claims are rebuilt from it, and changed rows are told of.";

/**
 * Warns before the headers of a tab are changed; once, however often it is called.
 *
 * @param again the tab is being made again after a stop: a protection of its headers that says nothing is ours then
 */
export function warnOfHeader(sheet: Sheet, again = false): void {
  const standing = sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);
  if (standing.some((protection) => protection.getDescription() === HEADER)) return;
  const begun = again
    ? standing.find((one) => one.getDescription() === "" && one.getRange().getLastRow() === 1)
    : undefined;
  (begun ?? sheet.getRange("1:1").protect()).setWarningOnly(true).setDescription(HEADER);
}

/** Warns before anything in the log is changed. */
export function warnOfLog(sheet: Sheet): void {
  sheet.protect().setWarningOnly(true).setDescription(LOG);
}
