/** Every function Google may call, and where it is; `entrypoint-table.ts` says of each what it is. */
export { auditRun, auditSummary } from "./audit.ts";
export {
  auditBegin,
  auditCheck,
  auditClaims,
  auditCore,
  auditFinish,
  auditOrder,
  auditPlan,
  auditRows,
  auditSlice,
  auditWrite,
} from "./audit-apart.ts";
export { AUDIT_CORE } from "./audit-client.ts";
export {
  caseText,
  claimCorrect,
  claimDetail,
  claimEvidence,
  claimNote,
  claimStep,
  claimsList,
  claimsRebuild,
  claimUndo,
  paymentConfirm,
  paymentProposals,
} from "./claim-functions.ts";
export { ENTRYPOINTS } from "./entrypoint-table.ts";
export { FBA_FEE, FBA_SIZE_TIER, REFERRAL_FEE } from "./fee-functions.ts";
export {
  findingDetail,
  findingDismiss,
  findingSnooze,
  findingStart,
  findingsList,
  findingWake,
} from "./finding-functions.ts";
export {
  REIMB_AMOUNT,
  REIMB_DAYS_LEFT,
  REIMB_DEADLINE,
  REIMB_EXPLAIN,
  REIMB_FLAG,
} from "./functions.ts";
export { importBegin, importFinish, importKeys, importPiece } from "./import.ts";
export {
  menuAudit,
  menuClaims,
  menuFindings,
  menuHelp,
  menuImport,
  menuRebuild,
  menuSetUp,
  onInstall,
  onOpen,
} from "./menu.ts";
export { selection, showLine } from "./sheet-functions.ts";
export { downloadsNext, settingsSave, setUp, sidebarStart } from "./sidebar-functions.ts";
export { REIMB_EVIDENCE_GAP, REIMB_STATUS, REIMB_TOTAL } from "./tracker-cells.ts";
