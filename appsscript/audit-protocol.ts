/**
 * What the client and the add-on say to each other when an audit runs in the client, because the tabs it needs are too
 * large for one execution; part of `protocol.ts`. In this order: `auditPlan`; `auditCore`, the program; `auditClaims`
 * and `auditSlice`, the data; `auditCheck`, whether the data still stand; `auditBegin`; for each tab that is written
 * `auditRows`, `auditWrite` piece by piece and `auditOrder`; `auditFinish`.
 */
import type { ClaimRecord, ImportRecord } from "../src/audits/audit.ts";
import type { AuditResult } from "../src/audits/finding.ts";
import type { HealthRow } from "../src/audits/health/data-health-rows.ts";
import type { Override } from "../src/policy/index.ts";
import type { Table } from "../src/reports/definition.ts";
import type { AuditAnswer, AuditRequest } from "./protocol.ts";
import type { AuditSummary } from "./tracker-protocol.ts";

/** A tab the audits read. */
export interface PlannedTable {
  /** The report definition's id. */
  readonly report: string;
  /** The tab's name: what it is called in `marks`. */
  readonly tab: string;
  /** Rows below the header, and the columns read of them. */
  readonly rows: number;
  readonly columns: number;
}

export interface AuditPlan {
  readonly overrides: readonly Override[];
  readonly imports: readonly ImportRecord[];
  readonly tables: readonly PlannedTable[];
  /** The marketplace of rows that say none. */
  readonly fallback: string;
  /** By tab, what changes when anything does that the findings rest on, as far as it can be told without reading all. */
  readonly marks: Marks;
  /** Rows of the Findings tab now. */
  readonly findings: number;
  /** What cannot be used of the Policy tab or is wrong in the claim log, in words. */
  readonly problems: readonly string[];
}

export type Marks = readonly (readonly [tab: string, mark: string])[];

export interface FromRequest {
  /** 0 the first time, then what the answer before said. */
  readonly from: number;
}

export interface CoreAnswer {
  /** A part of the program's text, and where the next one begins; null after the last. */
  readonly text: string;
  readonly next: number | null;
}

export interface ClaimsRequest extends FromRequest {
  readonly asOf: string;
}

/** What the Findings tab says of a finding somebody has dealt with. */
export interface TrackedFinding {
  readonly id: string;
  readonly status: string;
  readonly claimId: string | null;
  readonly settled: boolean;
}

export interface ClaimsAnswer {
  readonly claims: readonly ClaimRecord[];
  readonly tracked: readonly TrackedFinding[];
  readonly next: number | null;
}

export interface SliceRequest {
  readonly report: string;
  /** The tab's mark in the plan. */
  readonly mark: string;
  /** The first tab row wanted. */
  readonly from: number;
}

/** Null when the tab is not what the plan was made for. */
export type SliceAnswer = {
  readonly table: Table;
  /** How many tab rows these are, and what tells whether others stand there. */
  readonly count: number;
  readonly hash: string;
  /** The first cells that could not be read, in words, and how many there are. */
  readonly notes: readonly string[];
  readonly unread: number;
} | null;

export interface CheckRequest {
  readonly report: string;
  readonly mark: string;
  readonly slices: readonly { readonly from: number; readonly count: number; readonly hash: string }[];
}

export interface CheckAnswer {
  /** The first rows of slices that are not as they were read. */
  readonly changed: readonly number[];
  /** How many slices this execution looked at: ask for the others. */
  readonly checked: number;
}

export interface BeginAuditRequest extends AuditRequest {
  /** From content: what the audit rests on. */
  readonly operation: string;
  readonly marks: Marks;
}

/** The tabs whose marks are other ones now; none: the writing has begun. */
export interface BeginAuditAnswer {
  readonly changed: readonly string[];
}

/** The tabs that are written in pieces. */
export type WrittenTab = "findings" | "health";

export interface RowsRequest {
  readonly tab: WrittenTab;
  readonly from: number;
}

export interface RowsAnswer {
  /** The ids of these tab rows; "" where there is none. */
  readonly ids: readonly string[];
  /** Which of them, counted from 0, the user has written in. */
  readonly theirs: readonly number[];
  /** The user keeps no columns between ours. */
  readonly whole: boolean;
  readonly next: number | null;
}

/** A row's cells in the order of the tab's columns; null: as it stands. */
export interface WrittenRow {
  /** The id that must stand there now. */
  readonly was: string;
  readonly cells: readonly (string | number | null)[];
}

export interface WriteRequest {
  readonly operation: string;
  readonly tab: WrittenTab;
  /** The first tab row, and the last one of all pieces. */
  readonly at: number;
  readonly end: number;
  readonly rows: readonly WrittenRow[];
}

/** `changed`: other rows stand there now. `taken`: another audit was begun or written meanwhile. Nothing was written. */
export interface WriteAnswer {
  readonly status: "written" | "changed" | "taken";
}

export interface OrderRequest {
  readonly operation: string;
  readonly tab: WrittenTab;
  /** The last tab row of all pieces. */
  readonly end: number;
  /** The rows are not in order. */
  readonly sort: boolean;
}

export interface FinishAuditRequest {
  readonly operation: string;
  /** Ids of the audits that could not judge everything. */
  readonly couldNotTell: readonly string[];
}

/** What it takes to audit in the client. Writing is the same once or twice. */
export interface ApartFunctions {
  auditPlan(request: AuditRequest): AuditPlan;
  auditCore(request: FromRequest): CoreAnswer;
  auditClaims(request: ClaimsRequest): ClaimsAnswer;
  auditSlice(request: SliceRequest): SliceAnswer;
  auditCheck(request: CheckRequest): CheckAnswer;
  auditBegin(request: BeginAuditRequest): BeginAuditAnswer;
  auditRows(request: RowsRequest): RowsAnswer;
  auditWrite(request: WriteRequest): WriteAnswer;
  auditOrder(request: OrderRequest): WriteAnswer;
  auditFinish(request: FinishAuditRequest): WriteAnswer;
}

/** Everything one audit knows: what the plan said and the slices brought. */
export interface AuditAccount extends Pick<AuditPlan, "overrides" | "imports" | "fallback" | "problems"> {
  readonly asOf: string;
  readonly tables: readonly Table[];
  readonly claims: readonly ClaimRecord[];
  readonly tracked: readonly TrackedFinding[];
  readonly notes: readonly string[];
  readonly unread: number;
}

/** What an audit works out, as plain data. */
export interface Audited extends Pick<AuditResult, "findings" | "cannotTell" | "totals"> {
  /** The Data health tab. */
  readonly health: readonly HealthRow[];
  readonly notes: readonly string[];
}

/** A tab's rows as they are to stand, and whether they are to be sorted then. */
export interface ArrangedTab {
  readonly rows: readonly WrittenRow[];
  readonly sort: boolean;
}

/** What a client's audit came to. */
export interface AuditedApart {
  readonly summary: AuditSummary;
  readonly couldNotTell: readonly string[];
  /** As `auditRun` answers. */
  answer(): AuditAnswer;
  arrange(tab: WrittenTab, standing: Omit<RowsAnswer, "next">): ArrangedTab;
}

/** The add-on's functions, each call one execution. */
export type AuditServer = {
  readonly [Name in keyof ApartFunctions]: (
    request: Parameters<ApartFunctions[Name]>[0],
  ) => Promise<ReturnType<ApartFunctions[Name]>>;
};

export interface AuditProgress {
  /** It can be stopped until it writes. */
  readonly stage: "reading" | "auditing" | "checking" | "writing";
  /** 0 to 1, of the whole audit. */
  readonly share: number;
  /** Seconds the whole audit takes, about. */
  readonly seconds: number;
}

/** The program a client runs, made from the text of `auditCore`: the add-on's own, which touches no service. */
export interface AuditCore {
  /**
   * @param tell is waited for; what it throws ends the audit. Behind the stage `auditing` comes one long piece of work
   * @throws a sentence when the sheet kept changing, nothing was written then; or when another audit came in between
   */
  audit(
    server: AuditServer,
    request: AuditRequest,
    tell: (progress: AuditProgress) => Promise<void>,
  ): Promise<AuditedApart>;
}
