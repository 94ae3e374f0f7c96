/**
 * The menu under Extensions, and what its items do. They take no arguments and tell the user in a dialog how
 * they went: an exception would show as a red bar in Google's words.
 */

import { totalsOf } from "../src/audits/finding.ts";
import { type Day, formatDay } from "../src/values/day.ts";
import { formatMoney } from "../src/values/money.ts";
import { auditSheet, type SheetAudit, unsettled } from "./audit.ts";
import { rebuildClaims } from "./claim-functions.ts";
import { todayIn } from "./clock.ts";
import type { View } from "./protocol.ts";
import { setUpSheet } from "./set-up.ts";
import { setToday } from "./tabs/start.ts";

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
    .addItem("Open findings", "menuFindings")
    .addItem("Open claims", "menuClaims")
    .addItem("Rebuild claims from the log", "menuRebuild")
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

/** Makes the tabs, then opens the sidebar where reports are imported. */
export function menuSetUp(): void {
  const done = tell("Set up this sheet", () =>
    [
      "The sheet is ready.",
      "",
      "Next: import Amazon's reports in the sidebar that opens now, then run the audit.",
      "The tab Data health says which reports to import first, and where to download them. Fill in the Costs tab (what you paid per unit) when you can: most losses are paid at your cost.",
      ...problemLines(setUpSheet()),
    ].join("\n"),
  );
  if (done) open("Set up this sheet", "import");
}

export function menuImport(): void {
  open("Import reports", "import");
}

export function menuFindings(): void {
  open("Open findings", "findings");
}

export function menuClaims(): void {
  open("Open claims", "claims");
}

/** Tabs too large for one execution are audited in the sidebar, which begins at once. */
export function menuAudit(): void {
  let large = false;
  tell("Run audit", () => {
    const asOf = today();
    const audit = auditSheet(asOf, null);
    large = audit === null;
    return audit && summaryOf(audit, asOf);
  });
  if (large) open("Run audit", "import", "audit");
}

export function menuRebuild(): void {
  tell("Rebuild claims from the log", () => {
    const { claims, edits } = rebuildClaims();
    return [
      claims === 0
        ? "The claim log holds no claims yet."
        : `The Claims tab was written anew from the claim log: ${counted(claims, "claim")}.`,
      ...(edits.length === 0 && claims > 0 ? ["No row of the log was changed by hand."] : []),
      ...problemLines(edits),
    ].join("\n");
  });
}

export function menuHelp(): void {
  tell("Help", () =>
    [
      "1. Set up this sheet: makes the tabs Start here, Costs, Invoices, Removal Receipts, Imports, Policy, Findings, Claims, Claim Log and Data health.",
      "2. Costs: say what you paid per unit.",
      "3. Import reports: drop Amazon's files into the sidebar, as downloaded.",
      "4. Run audit: the Findings tab says what is owed, why, until when and what to do.",
      "5. Open findings: go through them, start a claim, dismiss or snooze. Open claims: the text for the case, the papers, each step until it is paid.",
      "6. Data health: what to download next, what could not be judged, which costs are missing.",
      "7. Claim Log: who did what and when, only ever added to. Rebuild claims from the log names rows that were changed by hand.",
      "",
      "Your data stays in this sheet: nothing is sent anywhere, and buyers' names and addresses are never imported.",
      "",
      'In a cell: =REIMB_FLAG(REIMB_TODAY, range) marks the rows of a report, =REIMB_TOTAL(Findings range, "state") adds up, =REIMB_DEADLINE(claim type, event date, marketplace) gives the last day to file. Type =REIMB_ to see them all.',
    ].join("\n"),
  );
}

/** Shows the sidebar on one of its views; what goes wrong is told in a dialog. */
function open(title: string, view: View, begin: "audit" | "" = ""): void {
  try {
    // The page finds its view, and what it begins with, in its last element: our own words, nothing from the sheet.
    const page = HtmlService.createHtmlOutputFromFile("sidebar")
      .append(`<div id="view" data-view="${view}"${begin && ` data-begin="${begin}"`} hidden></div>`)
      .setTitle(NAME);
    SpreadsheetApp.getUi().showSidebar(page);
  } catch (problem) {
    say(title, `The sidebar did not open. ${wordsOf(problem)}`);
  }
}

/** What an audit says in a dialog: what to file now, what expires soon, what it could not tell. */
function summaryOf(audit: SheetAudit, asOf: Day): string {
  const { result, notes } = audit;
  const open = unsettled(audit);
  const owed = open.filter((finding) => finding.state === "file");
  const soon = owed.filter((f) => f.deadline !== null && f.deadline - asOf <= SOON_DAYS);
  const sums = totalsOf(owed).map(({ amount }) => formatMoney(amount));
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
  const waiting = open.filter(({ state }) => state === "wait").length;
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

/** Runs a menu item and shows in a dialog what it says, if anything, or what went wrong; true when nothing did. */
function tell(title: string, action: () => string | null): boolean {
  let message: string | null;
  let done = true;
  try {
    message = action();
  } catch (problem) {
    message = `That did not work. ${wordsOf(problem)}`;
    done = false;
  }
  if (message !== null) say(title, message);
  return done;
}

function say(title: string, message: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(`${NAME}: ${title}`, message, ui.ButtonSet.OK);
}

function today(): Day {
  return todayIn(SpreadsheetApp.getActiveSpreadsheet().getSpreadsheetTimeZone());
}

function wordsOf(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem);
}

function counted(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? "" : "s"}`;
}
