/**
 * The menu under Extensions, and what its items do. They take no arguments and tell the user in a dialog how
 * they went: an exception would show as a red bar in Google's words.
 */
import { costs, invoices, removalReceipts } from "../src/reports/index.ts";
import { type Day, formatDay } from "../src/values/day.ts";
import { formatMoney } from "../src/values/money.ts";
import { auditSheet, type SheetAudit } from "./audit.ts";
import { sheetClock, todayIn } from "./clock.ts";
import { alone } from "./locking.ts";
import { openFindings } from "./tabs/findings.ts";
import { openImports, readImports } from "./tabs/imports.ts";
import { writePolicy } from "./tabs/policy.ts";
import { knownTab, stateOf } from "./tabs/report-state.ts";
import { openStart, setToday } from "./tabs/start.ts";
import { filterWhole, openTab } from "./tabs/tab.ts";

const NAME = "Reimbursement Auditor";
/** Findings whose deadline is this near are counted apart. */
const SOON_DAYS = 14;

type OpenEvent = { readonly authMode?: GoogleAppsScript.Script.AuthMode } | undefined;

/**
 * Builds the menu. Before the add-on is enabled in a document Google allows nothing else (AuthMode.NONE);
 * afterwards the named cell REIMB_TODAY gets today's day.
 */
export function onOpen(event: OpenEvent): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem("Set up this sheet", "menuSetUp")
    .addItem("Import reports", "menuImport")
    .addItem("Run audit", "menuAudit")
    .addSeparator()
    .addItem("Help", "menuHelp")
    .addToUi();
  if (event?.authMode === undefined || event.authMode === ScriptApp.AuthMode.NONE) return;
  try {
    setToday(today());
  } catch (problem) {
    // A protected cell or a reader's document must not keep the menu away.
    console.warn(`REIMB_TODAY was not set: ${wordsOf(problem)}`);
  }
}

export function onInstall(event: OpenEvent): void {
  onOpen(event);
}

/** Makes the tabs the user fills in or looks into; those that are there stay as they are. */
export function menuSetUp(): void {
  tell("Set up this sheet", () => {
    const problems = alone(() => {
      openStart(today());
      for (const definition of [costs, invoices, removalReceipts]) {
        filterWhole(openTab(knownTab(definition, stateOf(definition))));
      }
      openImports();
      openFindings();
      return writePolicy();
    });
    if (nothingImported()) auditSheet(today(), null);
    return [
      "The sheet is ready.",
      "",
      "Next: fill in the Costs tab (what you paid per unit), then import Amazon's reports.",
      "The tab Data health says which reports to import first, and where to download them.",
      ...problemLines(problems),
    ].join("\n");
  });
}

export function menuImport(): void {
  tell("Import reports", () =>
    [
      "Importing from this menu comes with the sidebar, which this version does not have yet.",
      "",
      "Until then the local program reads a folder of Amazon's report files, audits it and writes the whole workbook, which Google Sheets opens:",
      "",
      "npx reimb audit FOLDER --out audit.xlsx",
      "",
      "The README says how to get it.",
    ].join("\n"),
  );
}

export function menuAudit(): void {
  tell("Run audit", () => {
    const asOf = today();
    return summaryOf(auditSheet(asOf, null), asOf);
  });
}

export function menuHelp(): void {
  tell("Help", () =>
    [
      "1. Set up this sheet: makes the tabs Start here, Costs, Policy, Imports, Findings and Data health.",
      "2. Costs: say what you paid per unit.",
      "3. Import reports: Amazon's files, as downloaded.",
      "4. Run audit: the Findings tab says what is owed, why, until when and what to do.",
      "5. Data health: what to download next, what could not be judged, which costs are missing.",
      "",
      "Your data stays in this sheet: nothing is sent anywhere, and buyers' names and addresses are never imported.",
      "",
      "In a cell: =REIMB_FLAG(REIMB_TODAY, range) marks the rows of a report, =REIMB_DEADLINE(claim type, event date, marketplace) gives the last day to file.",
    ].join("\n"),
  );
}

/** What an audit says in a dialog: what to file now, what expires soon, what it could not tell. */
function summaryOf({ result, notes }: SheetAudit, asOf: Day): string {
  const owed = result.findings.filter((finding) => finding.state === "file");
  const soon = owed.filter((f) => f.deadline !== null && f.deadline - asOf <= SOON_DAYS);
  const sums = result.totals.filter(({ state }) => state === "file").map(({ amount }) => formatMoney(amount));
  const unvalued = owed.filter(({ amount }) => amount === null).length;
  const lines = [`As of ${formatDay(asOf)}:`, ""];
  lines.push(
    owed.length === 0
      ? "Nothing to file now."
      : `${counted(owed.length, "claim")} to file now${sums.length ? `: ${sums.join(", ")}` : ""}.`,
  );
  if (unvalued > 0) lines.push(`${unvalued} of these could not be valued; the column Basis says why.`);
  if (soon.length > 0) {
    lines.push(`${soon.length} of these must be filed within ${SOON_DAYS} days.`);
  }
  const waiting = result.findings.filter(({ state }) => state === "wait").length;
  if (waiting > 0) lines.push(`${counted(waiting, "finding")} to wait for.`);
  if (result.cannotTell.length > 0) {
    lines.push("", "Could not tell:");
    for (const { audit, reason } of result.cannotTell.slice(0, 10)) lines.push(`· ${audit}: ${reason}`);
    if (result.cannotTell.length > 10) lines.push(`· and ${result.cannotTell.length - 10} more`);
    lines.push("The tab Data health says what to download, from which day to which, and where.");
  }
  return [...lines, ...problemLines(notes)].join("\n");
}

function problemLines(problems: readonly string[]): string[] {
  if (problems.length === 0) return [];
  return ["", "Please look at:", ...problems.slice(0, 10).map((problem) => `· ${problem}`)];
}

/** Runs a menu item and shows in a dialog what it says, or what went wrong. */
function tell(title: string, action: () => string): void {
  const ui = SpreadsheetApp.getUi();
  let message: string;
  try {
    message = action();
  } catch (problem) {
    message = `That did not work. ${wordsOf(problem)}`;
  }
  ui.alert(`${NAME}: ${title}`, message, ui.ButtonSet.OK);
}

function today(): Day {
  return todayIn(timeZone());
}

function timeZone(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone();
}

/** Then an audit finds nothing, and says in Data health what to import first. */
function nothingImported(): boolean {
  return readImports(sheetClock(timeZone())).length === 0;
}

function wordsOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
