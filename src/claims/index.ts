/**
 * Claims as the shell and the sidebar use them: read the log (`readLog`), ask what may be done (`allowedSteps`,
 * `preflight`), make the rows of a change (`start`, `step`, …) and their place in the chain (`chain`).
 */

export { caseIdFault, cleanCaseId } from "./case-id.ts";
export { type ChainHead, chain, EMPTY_CHAIN, headOf, verify } from "./chain.ts";
export * from "./claim.ts";
export { conflict, rowsOfOperation } from "./conflict.ts";
export type { Acting } from "./drafts.ts";
export { checkLink } from "./evidence-link.ts";
export { allowedSteps, isOver, isWithAmazon, STEPS, type Step, type StepField } from "./lifecycle.ts";
export { claimsOf, readLog } from "./log.ts";
export { LOG_COLUMNS, type LogCell, type LogColumn, type LogRow, readRows, rowOf } from "./log-columns.ts";
export type { PreflightItem } from "./preflight.ts";
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
