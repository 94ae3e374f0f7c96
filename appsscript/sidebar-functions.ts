/** What the sidebar asks first: who works here, what is in the sheet, what to do next. */
import { totalsOf } from "../src/audits/finding.ts";
import { CLAIM_STATES } from "../src/claims/index.ts";
import { MARKETPLACES } from "../src/policy/index.ts";
import { type Day, earlierDay, formatDay, laterDay } from "../src/values/day.ts";
import { mostFrequent } from "./audit.ts";
import { totalsJson } from "./audit-core.ts";
import { shortText } from "./pages.ts";
import type { DownloadsAnswer, ImportedReport, LastAudit, SettingsAnswer, SidebarStart } from "./protocol.ts";
import { definitionNamed } from "./requests.ts";
import { setUpSheet } from "./set-up.ts";
import { auditSeen, keepDailyCap, settings } from "./settings.ts";
import { readDataHealth } from "./tabs/data-health.ts";
import { FINDINGS } from "./tabs/findings.ts";
import { readAmounts } from "./tabs/findings-read.ts";
import { type ImportedFile, readImports } from "./tabs/imports.ts";
import { readPolicy } from "./tabs/policy.ts";
import { findTab } from "./tabs/tab.ts";
import { isSettled, trackedIn } from "./tracked.ts";
import { readTracker } from "./tracker.ts";
import { noRequest, settingsRequest } from "./tracker-requests.ts";
import { currentUser, nameUser } from "./user.ts";

/** The first call of the sidebar. Changes nothing. */
export function sidebarStart(input: unknown): SidebarStart {
  noRequest(input);
  const { book, clock, today } = readTracker();
  const imports = readImports(clock);
  const tracked = trackedIn(book, today);
  const findings = readAmounts(clock).map((finding) => ({ ...finding, status: tracked(finding.id).status }));
  return {
    user: currentUser(),
    setUp: findTab(FINDINGS) !== null,
    today: formatDay(today),
    marketplace: mostFrequent(imports.map(({ marketplace }) => marketplace)),
    marketplaces: MARKETPLACES.map(({ code, name, currency }) => ({ code, name, currency })),
    imports: importedReports(imports),
    // Setting up audits an empty sheet, for Data health: that is no audit to speak of.
    audit: imports.length > 0 ? lastAudit() : null,
    totals: totalsJson(totalsOf(findings.filter(({ status }) => !isSettled(status)))),
    toFile: findings.filter(({ state, status }) => state === "file" && status === "new").length,
    claims: CLAIM_STATES.flatMap((state) => {
      const count = book.claims.filter((claim) => claim.state === state).length;
      return count > 0 ? [{ state, count }] : [];
    }),
    settings: settings(),
    cells: SpreadsheetApp.getActiveSpreadsheet()
      .getSheets()
      .reduce((sum, sheet) => sum + sheet.getMaxRows() * sheet.getMaxColumns(), 0),
  };
}

function lastAudit(): LastAudit | null {
  const audit = auditSeen(readPolicy().policy);
  return audit && { asOf: audit.asOf, when: audit.when, who: audit.who, outdated: audit.outdated };
}

/** Makes the tabs, and answers as `sidebarStart`. */
export function setUp(input: unknown): SidebarStart {
  noRequest(input);
  setUpSheet();
  return sidebarStart({});
}

export function settingsSave(input: unknown): SettingsAnswer {
  const { dailyCap, userName } = settingsRequest(input);
  if (dailyCap !== null) keepDailyCap(dailyCap);
  if (userName !== null) nameUser(userName);
  return { user: currentUser(), settings: settings() };
}

/** What to download next, from the Data health tab. */
export function downloadsNext(input: unknown): DownloadsAnswer {
  noRequest(input);
  const lines = readDataHealth();
  if (lines === null) return { summary: null, downloads: [], costsMissing: 0 };
  const summary = lines.find(({ about }) => about === "Summary");
  return {
    summary: summary ? { what: summary.what, todo: summary.todo } : null,
    downloads: lines
      .filter(({ about }) => about === "Report")
      .map(({ name, marketplace, state, what, todo }) => ({
        report: shortText(name),
        marketplace: shortText(marketplace),
        state: shortText(state),
        what,
        todo,
      })),
    costsMissing: lines.filter(({ about }) => about === "Missing cost").length,
  };
}

/** All files of one report for one marketplace together. */
function importedReports(files: readonly ImportedFile[]): ImportedReport[] {
  const groups = new Map<string, ImportedFile[]>();
  for (const file of files) {
    const key = `${file.report} ${file.marketplace}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const from = group.flatMap((file) => file.from ?? file.firstDay ?? []);
    const to = group.flatMap((file) => file.to ?? file.lastDay ?? []);
    return [
      {
        report: first.report,
        title: definitionNamed(first.report)?.title ?? first.report,
        marketplace: first.marketplace,
        files: group.length,
        rows: group.reduce((sum, { rows }) => sum + rows, 0),
        from: written(from, earlierDay),
        to: written(to, laterDay),
      },
    ];
  });
}

function written(days: readonly Day[], pick: (a: Day, b: Day) => Day): string | null {
  const [first, ...others] = days;
  return first === undefined ? null : formatDay(others.reduce(pick, first));
}
