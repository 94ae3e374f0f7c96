/**
 * Claims as the shell and the sidebar use them: read the log (`readLog`), ask what may be done (`allowedSteps`,
 * `preflight`), make the rows of a change (`start`, `step`, …) and their place in the chain (`chain`).
 */

export { caseIdFault, cleanCaseId } from "./case-id.ts";
export { type ChainHead, chain, EMPTY_CHAIN, headOf, verify } from "./chain.ts";
export * from "./claim.ts";
export { conflict, rowsOfOperation } from "./conflict.ts";
export {
  type Coverage,
  coverage,
  coverageInWords,
  coverageOf,
  coverageOfTables,
  type ItemCoverage,
} from "./coverage-meter.ts";
export type { Acting } from "./drafts.ts";
export { type ChecklistItem, checklist, EVIDENCE_KINDS } from "./evidence.ts";
export { checkLink } from "./evidence-link.ts";
export { allowedSteps, isOver, isWithAmazon, STEPS, type Step, type StepField } from "./lifecycle.ts";
export { claimsOf, readLog } from "./log.ts";
export { LOG_COLUMNS, type LogCell, type LogColumn, type LogRow, readRows, rowOf } from "./log-columns.ts";
export { confirmPayment, declinePayment, type PaymentKind, type Proposal, proposals } from "./payments.ts";
export { type AuditSeen, type PreflightInput, type PreflightItem, preflight } from "./preflight.ts";
export { claimRecords } from "./records.ts";
export { type Reimbursed, reimbursedOf } from "./reimbursed.ts";
export {
  type ClaimableFinding,
  claimIdOf,
  claimsOfFinding,
  dismiss,
  dispositionOfFinding,
  factsOf,
  snooze,
  start,
  wake,
} from "./start.ts";
export {
  addEvidence,
  addNote,
  type Change,
  correct,
  type EvidenceRequest,
  lastMove,
  type StepRequest,
  step,
  undo,
} from "./step.ts";
