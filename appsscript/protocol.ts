/**
 * What the client (the sidebar, the local runner) and the add-on say to each other through
 * `google.script.run`: plain JSON, no Date, no undefined. `intake/server.ts` offers these functions to the
 * client; `entrypoints.ts` binds them to the code that answers. Every function throws a sentence in plain
 * words when it refuses, and has then changed nothing.
 *
 * Days are `YYYY-MM-DD`; cells are those of `src/reports/definition.ts` (days and moments as integers).
 */
import type { CannotTell, FindingJson, State } from "../src/audits/finding.ts";
import type { Cell } from "../src/reports/definition.ts";
import type { ApartFunctions } from "./audit-protocol.ts";
import type * as Tracker from "./tracker-protocol.ts";

export type * from "./audit-protocol.ts";
export type * from "./tracker-protocol.ts";

/** The file about to be imported, and the columns its rows need. */
export interface BeginRequest {
  /** The report definition's id. */
  readonly report: string;
  /** SHA-256 of the file, 64 hexadecimal digits. */
  readonly sha256: string;
  /** The columns of the file in the tab: the fields of the definition it has. */
  readonly fields: readonly string[];
  /** Headers the definition does not know: kept as text under their own names. */
  readonly extras: readonly string[];
}

export interface BeginAnswer {
  /** Changes with every write of the add-on to this tab; a plan made for another revision is refused. */
  readonly revision: number;
  /** The last row of the tab with anything in it (1 = only the header). */
  readonly lastRow: number;
  /** The first row keys, from tab row 2; `importKeys` gives the others. */
  readonly keys: readonly string[];
  /** What an earlier, unfinished import of the same file has already written. */
  readonly resumed: WrittenRows | null;
  /** Only where rows of this report may stand in the archive: the last row of that tab, 0 when there is none. */
  readonly archive?: number;
}

export interface WrittenRows {
  readonly added: number;
  readonly changed: number;
}

export interface KeysRequest {
  readonly report: string;
  readonly revision: number;
  /** First tab row wanted (2 or more) and how many. */
  readonly from: number;
  readonly count: number;
}

export interface KeysAnswer {
  /**
   * One per row, "" where the user's own row has none; fewer than asked for when they are long. Null when the tab
   * changed since `revision`.
   */
  readonly keys: readonly string[] | null;
}

interface PieceOf {
  readonly report: string;
  readonly sha256: string;
  /** From content: file, report, the revision planned for. The same plan has the same id. */
  readonly operation: string;
  /** 0, 1, 2 … in order. */
  readonly piece: number;
  /** The revision the plan was made for. */
  readonly revision: number;
  readonly marketplace: string;
  /** The cells of each row, in the order of the fields and then the extras named here. */
  readonly fields: readonly string[];
  readonly extras: readonly string[];
  /** How many rows the whole operation adds: the grid grows once. */
  readonly adding: number;
}

/** Rows to write below everything that stands in the tab. */
export interface AddPiece extends PieceOf {
  readonly kind: "add";
  /** The tab row of the first of them. */
  readonly at: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly keys: readonly string[];
}

/** Rows to write over their older versions, all within one window of at most 5,000 tab rows. */
export interface ChangePiece extends PieceOf {
  readonly kind: "change";
  readonly changes: readonly RowChange[];
}

export interface RowChange {
  readonly row: number;
  /** The key that must stand there now. */
  readonly was: string;
  readonly key: string;
  /** Null: the content is the same, only confirmed by a later download. */
  readonly cells: readonly Cell[] | null;
}

export type Piece = AddPiece | ChangePiece;

/** `changed` = the tab is no longer what the plan was made for; nothing was written. */
export interface PieceAnswer {
  readonly status: "written" | "changed";
  readonly piece: number;
}

/** The line of the Imports tab for one file. */
export interface FinishRequest {
  readonly report: string;
  readonly sha256: string;
  readonly file: string;
  readonly marketplace: string;
  readonly rows: number;
  readonly added: number;
  readonly duplicate: number;
  readonly changed: number;
  readonly rejected: number;
  /** Rows of the file that stand as sums in the archive; left out = none. */
  readonly archived?: number | undefined;
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** The period the user says the file was downloaded for. */
  readonly from: string | null;
  readonly to: string | null;
  /** Files imported together carry the same batch. */
  readonly batch: string;
  /** Only the columns the audits need were kept. */
  readonly compact: boolean;
  readonly note: string;
  /** The rows are not in order any more. */
  readonly sort: boolean;
}

export interface FinishAnswer {
  readonly tab: string;
}

export interface AuditRequest {
  readonly asOf: string;
  /** For reports that don't say; null: as each file was imported. */
  readonly marketplace: string | null;
  /** Cells one execution may read and write; left out: as many as take less than a minute. */
  readonly cellsAtOnce?: number | undefined;
}

export interface AuditAnswer {
  readonly asOf: string;
  readonly findings: readonly FindingJson[];
  readonly cannotTell: readonly CannotTellJson[];
  readonly totals: readonly TotalJson[];
  /** What could not be read in the tabs or the Policy overrides, in words. */
  readonly notes: readonly string[];
  /** Too much for one execution, nothing was written: audit in the client (`auditPlan`). */
  readonly apart?: true;
}

export interface CannotTellJson {
  readonly audit: CannotTell["audit"];
  readonly reason: CannotTell["reason"];
  readonly needs: readonly {
    readonly report: string;
    readonly from: string | null;
    readonly to: string | null;
  }[];
}

export interface TotalJson {
  readonly state: State;
  readonly currency: string;
  readonly amount: string;
  readonly findings: number;
}

/** What it takes to import files and audit them: all the local runner calls. */
export interface ImportFunctions {
  importBegin(request: BeginRequest): BeginAnswer;
  importKeys(request: KeysRequest): KeysAnswer;
  importPiece(request: Piece): PieceAnswer;
  importFinish(request: FinishRequest): FinishAnswer;
  auditRun(request: AuditRequest): AuditAnswer;
}

/** The functions a client may call. */
export interface ClientFunctions extends ImportFunctions, ApartFunctions {
  /** The first call of the sidebar: who, what is there, what to do next. */
  sidebarStart(request: Tracker.NoRequest): Tracker.SidebarStart;
  /** Makes the tabs; harmless when they are there. */
  setUp(request: Tracker.NoRequest): Tracker.SidebarStart;
  settingsSave(request: Tracker.SettingsRequest): Tracker.SettingsAnswer;
  auditSummary(request: AuditRequest): Tracker.AuditSummary;
  downloadsNext(request: Tracker.NoRequest): Tracker.DownloadsAnswer;
  findingsList(request: Tracker.PageRequest): Tracker.FindingsPage;
  findingDetail(request: Tracker.FindingRequest): Tracker.FindingDetail;
  findingStart(request: Tracker.FindingStartRequest): Tracker.FindingStartAnswer;
  findingDismiss(request: Tracker.FindingDismissRequest): Tracker.ChangeAnswer<Tracker.FindingDetail>;
  findingSnooze(request: Tracker.FindingSnoozeRequest): Tracker.ChangeAnswer<Tracker.FindingDetail>;
  findingWake(request: Tracker.FindingWakeRequest): Tracker.ChangeAnswer<Tracker.FindingDetail>;
  claimsList(request: Tracker.PageRequest): Tracker.ClaimsPage;
  claimDetail(request: Tracker.ClaimRequest): Tracker.ClaimDetail;
  claimStep(request: Tracker.ClaimStepRequest): Tracker.ChangeAnswer<Tracker.ClaimDetail>;
  claimEvidence(request: Tracker.ClaimEvidenceRequest): Tracker.ChangeAnswer<Tracker.ClaimDetail>;
  claimNote(request: Tracker.ClaimNoteRequest): Tracker.ChangeAnswer<Tracker.ClaimDetail>;
  claimUndo(request: Tracker.ClaimUndoRequest): Tracker.ChangeAnswer<Tracker.ClaimDetail>;
  claimCorrect(request: Tracker.ClaimCorrectRequest): Tracker.ChangeAnswer<Tracker.ClaimDetail>;
  caseText(request: Tracker.CaseTextRequest): Tracker.CaseTextAnswer;
  paymentProposals(request: Tracker.NoRequest): Tracker.ProposalsAnswer;
  paymentConfirm(request: Tracker.PaymentRequest): Tracker.ChangeAnswer<Tracker.ClaimDetail>;
  claimsRebuild(request: Tracker.NoRequest): Tracker.RebuildAnswer;
  showLine(request: Tracker.ShowLineRequest): Tracker.ShowLineAnswer;
  /** Cheap: meant to be asked every second or two. */
  selection(request: Tracker.NoRequest): Tracker.SelectionAnswer;
}
