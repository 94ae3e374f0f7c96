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
import type { TotalJson } from "./protocol.ts";

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
  /** Titles of the reports the evidence lies in, by their short names. */
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

// ── Claims ──────────────────────────────────────────────────────────────────────────────────────────────────

export interface ClaimsPage {
  readonly revision: string | null;
  readonly claims: readonly ClaimShort[];
  readonly total: number;
  readonly next: number | null;
  /** The log was changed by hand: what and where, in sentences. */
  readonly edits: readonly string[];
}

export interface ClaimShort {
  readonly id: string;
  readonly findingId: string;
  readonly audit: string;
  readonly title: string;
  /** Null for an audit this version does not have. */
  readonly family: Family | null;
  readonly state: ClaimState;
  readonly marketplace: string;
  readonly caseId: string;
  /** What was found to be owed. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly quantity: number | null;
  /** What Amazon paid so far. */
  readonly paid: string | null;
  readonly deadline: string | null;
  /** From today; null when nothing runs out. */
  readonly daysLeft: number | null;
  readonly item: string;
  readonly reference: string;
  /** The last entry. */
  readonly when: string;
  readonly who: string;
}

export interface ClaimRequest {
  readonly id: string;
}

export interface ClaimDetail {
  readonly claim: ClaimShort;
  readonly version: string;
  /** The facts of the finding when the claim was begun: it outlives its finding. */
  readonly facts: readonly FactJson[];
  /** The finding as the last audit has it; null when it is found no more. */
  readonly finding: FindingJson | null;
  readonly steps: readonly StepJson[];
  readonly log: readonly LogLine[];
  readonly checklist: readonly ChecklistJson[];
  readonly evidence: readonly EvidenceJson[];
  /** What `claimEvidence` takes as `kind`. */
  readonly evidenceKinds: readonly string[];
  readonly coverage: CoverageJson;
  /** What stands against filing, or against an appeal while it is denied; empty otherwise. */
  readonly preflight: readonly PreflightJson[];
  /** What `caseText` may be asked for, and should be asked for first; null: no case is made of such claims. */
  readonly texts: {
    readonly stages: readonly ChoiceJson[];
    readonly languages: readonly ChoiceJson[];
    readonly stage: string;
    readonly language: string;
  } | null;
  readonly proposals: readonly ProposalJson[];
}

export interface FactJson {
  readonly label: string;
  readonly value: string;
}

export interface ChoiceJson {
  readonly id: string;
  readonly label: string;
}

/** A step that may be taken now. */
export interface StepJson {
  readonly to: ClaimState;
  /** What its button says. */
  readonly label: string;
  readonly asks: readonly StepField[];
}

/** A field of `ClaimStepRequest` the step takes. */
export interface StepField {
  readonly field: "caseId" | "on" | "units" | "amount" | "note" | "link";
  /** “Case ID”, “Reason”, “Day it was filed” … */
  readonly label: string;
  /** Of the fields that say `one of` at least one has to be given. */
  readonly need: "required" | "one of" | "optional";
}

export interface ClaimStepRequest extends ChangeRequest {
  readonly id: string;
  readonly to: ClaimState;
  readonly caseId: string | null;
  /** The day it happened at Amazon; null = today. */
  readonly on: string | null;
  readonly units: number | null;
  /** In the currency of the claim, as the user wrote it with a point: `12.30`. */
  readonly amount: string | null;
  /** The reason, where one is required. */
  readonly note: string | null;
  /** https only. */
  readonly link: string | null;
  /** The user has read the warnings of the pre-flight. What blocks, blocks all the same. */
  readonly warningsRead: boolean;
}

export interface ClaimEvidenceRequest extends ChangeRequest {
  readonly id: string;
  /** One of `evidenceKinds`. */
  readonly kind: string;
  /** https only. */
  readonly link: string;
  readonly date: string | null;
  /** What it proves. */
  readonly proves: string;
}

export interface ClaimNoteRequest extends ChangeRequest {
  readonly id: string;
  readonly note: string;
}

/** One entry of the log as it is shown. */
export interface LogLine {
  /** 1, 2, 3 … over the whole log. */
  readonly sequence: number;
  /** It was taken back by a later entry. */
  readonly undone: boolean;
  readonly undoable: boolean;
  readonly when: string;
  readonly who: string;
  /** “to file → filed”, “Evidence”, “Note”, “Payment”, “Snoozed until 2026-08-01” … */
  readonly what: string;
  readonly caseId: string;
  readonly amount: string | null;
  readonly currency: string | null;
  readonly note: string;
  readonly link: string;
}

/** A paper the policy names for such claims. */
export interface ChecklistJson {
  /** In a few words, and as the policy has it. */
  readonly label: string;
  readonly asks: string;
  /** `reports`: the finding's own rows show it; `you`: to be brought; `advice`: how to show it. */
  readonly from: "reports" | "you" | "advice";
  readonly need: "always" | "if it applies" | "if asked";
  /** Kinds of evidence that answer it. */
  readonly kinds: readonly string[];
  readonly have: boolean;
}

export interface EvidenceJson {
  readonly sequence: number;
  readonly kind: string;
  readonly link: string;
  readonly date: string | null;
  readonly proves: string;
}

/** Invoiced against shipped units, over all shipments of the item. */
export interface CoverageJson {
  /** Null when no shipment contents name the item. */
  readonly invoiced: number | null;
  readonly shipped: number | null;
  /** 0 to 1; null = cannot tell, however much is known. */
  readonly share: number | null;
  /** In a sentence; why it cannot be told. */
  readonly words: string;
  readonly shipments: readonly {
    readonly shipmentId: string;
    readonly day: string | null;
    readonly shipped: number;
    /** Of these, units on invoices dated before the shipment. */
    readonly invoiced: number;
  }[];
  /** Lines of the Invoices tab that cannot count, in sentences. */
  readonly problems: readonly string[];
}

/** What blocks keeps the claim from being filed; a warning, and what cannot be told, only has to be read. */
export interface PreflightJson {
  readonly check: string;
  readonly level: "block" | "warn" | "ok" | "cannot tell";
  readonly words: string;
}

export interface CaseTextRequest {
  readonly id: string;
  /** Of `texts` of the claim. */
  readonly stage: string;
  readonly language: string;
}

export interface CaseTextAnswer {
  readonly subject: string;
  readonly text: string;
  /** Where it goes in Seller Central. */
  readonly where: string;
  readonly stage: string;
  readonly language: string;
  /** What the text still lacks, in sentences. */
  readonly missing: readonly string[];
}

/** A reimbursement that seems to answer a claim; nothing happens to it before somebody confirms it. */
export interface ProposalJson {
  readonly id: string;
  readonly claimId: string;
  /** Of the claim. */
  readonly version: string;
  readonly kind: "paid in full" | "paid in part" | "too little" | "taken back";
  readonly reimbursementId: string;
  readonly line: number;
  readonly day: string;
  readonly units: number;
  readonly amount: string | null;
  readonly currency: string | null;
  /** Why it is thought to belong to the claim, and what is missing to the full amount. */
  readonly words: string;
}

export interface ProposalsAnswer {
  readonly proposals: readonly ProposalJson[];
  /** What could not be matched, in sentences; no reimbursements imported is one of them. */
  readonly notes: readonly string[];
}

export interface PaymentRequest extends ChangeRequest {
  readonly claimId: string;
  readonly proposal: string;
  /** `decline`: the payment is not this claim's; it is not proposed for it again. */
  readonly verdict: "confirm" | "decline";
  /** May be empty. */
  readonly reason: string;
}

/** Takes back an entry of the log that says `undoable`: it stays in the log and no longer counts. */
export interface ClaimUndoRequest extends ChangeRequest {
  readonly id: string;
  /** The entry's `sequence`. */
  readonly sequence: number;
  readonly note: string;
}

/** The case id or the day of filing was wrong; null: stays as it is. */
export interface ClaimCorrectRequest extends ChangeRequest {
  readonly id: string;
  readonly caseId: string | null;
  readonly on: string | null;
  readonly note: string;
}

export interface RebuildAnswer {
  readonly claims: number;
  /** The log was changed by hand: what and where, in sentences. */
  readonly edits: readonly string[];
}

// ── The sheet beside the sidebar ────────────────────────────────────────────────────────────────────────────

export interface ShowLineRequest {
  /** A report's short name and the row of its tab, as evidence gives them. */
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
