/**
 * Claims as the shell and the sidebar use them: read the log (`readLog`), ask what may be done (`allowedSteps`,
 * `preflight`), make the rows of a change (`start`, `step`, …) and their place in the chain (`chain`).
 */

export { chain, EMPTY_CHAIN, headOf, verify } from "./chain.ts";
export * from "./claim.ts";
export { conflict, rowsOfOperation } from "./conflict.ts";
export {
  coverage,
  coverageInWords,
  coverageOf,
} from "./coverage-meter.ts";
export type { Acting } from "./drafts.ts";
export { checklist } from "./evidence.ts";
export { checkLink } from "./evidence-link.ts";
export { allowedSteps, isOver, STEPS, type Step } from "./lifecycle.ts";
export { claimsOf, readLog } from "./log.ts";
export { LOG_COLUMNS, type LogRow, readRows, rowOf } from "./log-columns.ts";
export { confirmPayment, declinePayment, type Proposal, proposals } from "./payments.ts";
export { type PreflightInput, type PreflightItem, preflight } from "./preflight.ts";
export { claimRecords } from "./records.ts";
export { type Reimbursed, reimbursedOf } from "./reimbursed.ts";
export {
  type ClaimableFinding,
  claimsOfFinding,
  dismiss,
  dispositionOfFinding,
  snooze,
  start,
  wake,
} from "./start.ts";
export {
  addEvidence,
  addNote,
  type Change,
  correct,
  lastMove,
  type StepRequest,
  step,
  undo,
} from "./step.ts";
