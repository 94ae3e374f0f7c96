/**
 * What the sidebar and the add-on say to each other about findings and claims; part of `protocol.ts`, where the
 * rules for all of it stand.
 *
 * A change request carries the `version` of the claim or finding the user saw, and an `operation` of the client's
 * own making. The server compares under the document lock: when somebody else was faster, or the step is not
 * allowed, nothing changes and `refused` says why, in a sentence, beside the state that stands now. The same
 * operation sent again changes nothing and is answered as done.
 *
 * Moments are UTC, `2026-11-23T14:05:09Z`; amounts decimal strings; absent values null.
 */
import type { ClaimRecord } from "../src/audits/audit.ts";
import type { Family, FindingJson, State } from "../src/audits/finding.ts";
import type { ClaimDetail, LogLine } from "./claim-protocol.ts";
import type { TotalJson } from "./protocol.ts";

export type * from "./claim-protocol.ts";

export type ClaimState = ClaimRecord["state"];

/** What the tracker knows of a finding: the state of its claim, or that nobody touched it, or sleeps on it. */
export type FindingStatus = ClaimState | "new" | "snoozed";

/** The view the sidebar opens on: the page carries it as `<div id="view" data-view="…" hidden>`, its last element. */
export type View = "import" | "findings" | "claims";

/** Nothing to say. */
export type NoRequest = Readonly<Record<string, never>>;

/** What every change request carries. */
export interface ChangeRequest {
  /** 8 to 60 characters of `0-9a-z-`, new for every click; the same one when the same click is sent again. */
  readonly operation: string;
  /** As the detail that was shown says. */
  readonly version: string;
}

/** `refused` null: done. Otherwise nothing was changed, and it says why; `fresh` is what stands now either way. */
export interface ChangeAnswer<Fresh> {
  readonly refused: string | null;
  readonly fresh: Fresh;
}

// ── The sidebar opens ───────────────────────────────────────────────────────────────────────────────────────

export interface SidebarStart {
  readonly user: UserJson;
  /** The tabs are there. */
  readonly setUp: boolean;
  /** The day in the spreadsheet's time zone. */
  readonly today: string;
  /** The marketplace most files were imported for; null when none was. */
  readonly marketplace: string | null;
  readonly marketplaces: readonly MarketplaceJson[];
  readonly imports: readonly ImportedReport[];
  /** The last audit; null before the first. */
  readonly audit: LastAudit | null;
  /** Of the last audit's findings that nobody claimed, dismissed or snoozed, by state and currency. */
  readonly totals: readonly TotalJson[];
  /** How many findings are to be filed now and untouched by anybody, those without an amount too. */
  readonly toFile: number;
  /** How many claims are in which state; states without any are left out. */
  readonly claims: readonly { readonly state: ClaimState; readonly count: number }[];
  readonly settings: SettingsJson;
  /** Cells of all tabs together, blank ones included: a spreadsheet holds 10 million. */
  readonly cells: number;
}

export interface UserJson {
  /** The e-mail address, or the name the user gave; "" when neither is known: ask, and save it by `settingsSave`. */
  readonly name: string;
  /** Google vouches for it. The log writes a name nobody vouches for as “Anna (unverified)”. */
  readonly verified: boolean;
}

export interface MarketplaceJson {
  readonly code: string;
  readonly name: string;
  readonly currency: string;
}

/** All files of one report for one marketplace. */
export interface ImportedReport {
  readonly report: string;
  readonly title: string;
  readonly marketplace: string;
  readonly files: number;
  readonly rows: number;
  /** The period said, or else the days found; null for reports without days. */
  readonly from: string | null;
  readonly to: string | null;
}

export interface LastAudit {
  readonly asOf: string;
  readonly when: string;
  readonly who: string;
  /** Something was imported since. */
  readonly outdated: boolean;
}

export interface SettingsJson {
  /** More claims filed on one day than this and the pre-flight warns; kept with the document. */
  readonly dailyCap: number;
}

export interface SettingsRequest {
  /** Null: stays as it is. 1 to 500. */
  readonly dailyCap: number | null;
  /** Null: stays as it is. Asked for when Google does not tell the address. */
  readonly userName: string | null;
}

export interface SettingsAnswer {
  readonly user: UserJson;
  readonly settings: SettingsJson;
}

/** `auditRun` without the findings themselves, which `findingsList` gives page by page. */
export interface AuditSummary {
  readonly asOf: string;
  /** Of the findings nobody has dealt with, by state; so are the totals. */
  readonly counts: readonly { readonly state: State; readonly count: number }[];
  readonly totals: readonly TotalJson[];
  readonly cannotTell: number;
  readonly notes: readonly string[];
  /** As in `AuditAnswer`. */
  readonly apart?: true;
}

/** One line of “What to download next”, most needed first: a row of the Data health tab. */
export interface DownloadJson {
  /** The report's title. */
  readonly report: string;
  readonly marketplace: string;
  /** `missing`, `gaps`, `too short`, `old`, `no days`, `fresh`, `imported`, `optional`. */
  readonly state: string;
  readonly what: string;
  /** What to download for which days, and the path in Seller Central; "" when nothing is to be done. */
  readonly todo: string;
}

export interface DownloadsAnswer {
  /** Null before the first audit: run one, or set up the sheet. */
  readonly summary: { readonly what: string; readonly todo: string } | null;
  readonly downloads: readonly DownloadJson[];
  /** Items without a cost. */
  readonly costsMissing: number;
}

// ── Findings ────────────────────────────────────────────────────────────────────────────────────────────────

export interface PageRequest {
  /** 0 first, then `next` of the page before. */
  readonly from: number;
  /** Null first, then that of the first page. */
  readonly revision: string | null;
}

export interface FindingsPage {
  /** Changes when an audit wrote anew: null asks to begin again from 0. */
  readonly revision: string | null;
  readonly asOf: string | null;
  /** In the order of the tab, most urgent first unless the user sorted it. Texts are cut to 200 characters. */
  readonly findings: readonly FindingShort[];
  /** All findings of the tab. */
  readonly total: number;
  readonly next: number | null;
}

export interface FindingShort {
  readonly id: string;
  readonly audit: string;
  /** The audit's name for sellers. */
  readonly title: string;
  readonly family: Family;
  readonly state: State;
  readonly status: FindingStatus;
  /** Snoozed until. */
  readonly until: string | null;
  readonly claimId: string | null;
  readonly marketplace: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly quantity: number | null;
  readonly deadline: string | null;
  /** From the as-of day; null when nothing runs out. */
  readonly daysLeft: number | null;
  readonly eventDate: string;
  /** MSKU, or what else names the item. */
  readonly item: string;
  /** Order, shipment or other reference. */
  readonly reference: string;
  readonly what: string;
}

export interface FindingRequest {
  readonly id: string;
}

export interface FindingDetail {
  readonly finding: FindingJson;
  readonly title: string;
  readonly status: FindingStatus;
  readonly until: string | null;
  readonly claimId: string | null;
  /** Of the tracker's entries for this finding; "" when there is none. Goes into the next change request. */
  readonly version: string;
  readonly actions: readonly FindingAction[];
  readonly history: readonly LogLine[];
  /** Titles of the reports the evidence lies in, by their ids. */
  readonly reports: Readonly<Record<string, string>>;
}

/** What may be done with it now. */
export type FindingAction = "start" | "dismiss" | "snooze" | "wake";

export interface FindingStartRequest extends ChangeRequest {
  readonly id: string;
}

export interface FindingDismissRequest extends ChangeRequest {
  readonly id: string;
  readonly reason: string;
}

export interface FindingSnoozeRequest extends ChangeRequest {
  readonly id: string;
  /** The last day it sleeps: today or later, and before the last day to file. */
  readonly until: string;
  /** May be empty, here and in the next. */
  readonly reason: string;
}

/** Undoes a dismissal or a snooze. */
export interface FindingWakeRequest extends ChangeRequest {
  readonly id: string;
  readonly reason: string;
}

/** `claim` is the one just made, or the one there is. */
export interface FindingStartAnswer extends ChangeAnswer<FindingDetail> {
  readonly claim: ClaimDetail | null;
}

// ── The sheet beside the sidebar ────────────────────────────────────────────────────────────────────────────

export interface ShowLineRequest {
  /** A report's id and the row of its tab, as evidence gives them. */
  readonly report: string;
  readonly line: number;
  /** The finding it is evidence of; null: the row is shown whatever stands there. */
  readonly findingId: string | null;
}

export interface ShowLineAnswer {
  readonly tab: string;
  readonly row: number;
  /** The row no longer has the finding's ids: rows were moved since the audit. In a sentence; else null. */
  readonly moved: string | null;
}

/** What the active row of the Findings or Claims tab is; null elsewhere. */
export interface SelectionAnswer {
  readonly finding: string | null;
  readonly claim: string | null;
}
