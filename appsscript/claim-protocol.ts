/** What the sidebar and the add-on say to each other about claims; `tracker-protocol.ts` has the rules. */
import type { Family, FindingJson } from "../src/audits/finding.ts";
import type { ChangeRequest, ClaimState } from "./tracker-protocol.ts";

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
  /** What `caseText` may be asked for, and should be asked for first; null: no case is made of such claims, or it is paid. */
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
