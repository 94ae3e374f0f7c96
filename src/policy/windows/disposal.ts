/** Claim windows for stock Amazon disposed of without being asked. */

import { day } from "../../values/day.ts";
import type { ClaimWindow } from "../policy.ts";
import { IDR_PORTAL } from "./filing-paths.ts";
import { claimWindow, EUROPE } from "./window.ts";

const DISPOSED_WITHOUT_PERMISSION_EVIDENCE = [
  "ledger D row (FNSKU, qty, disposition SELLABLE or WAREHOUSE_DAMAGED, reference ID)",
  "no matching removal/disposal order by seller, or Removal Order Detail showing DESTROY order with Sellable disposition",
  "automatic-removal (unfulfillable) setting at the date",
];

export const DISPOSAL_WINDOWS: readonly ClaimWindow[] = [
  claimWindow({
    id: "disposed_without_permission_us",
    rule: "disposed_without_permission",
    name: "Sellable or Amazon-damaged unit disposed/destroyed without seller's order or permission",
    marketplaces: ["US"],
    clockStarts: "date of disposal in the ledger",
    opensAfterDays: 0,
    closesAfterDays: 60,
    effectiveFrom: day("2024-10-23"),
    filingPath: IDR_PORTAL,
    evidence: DISPOSED_WITHOUT_PERMISSION_EVIDENCE,
    sourced: false,
    confidence: "medium",
    sources: ["REFULLY", "RECLAIMHQ"],
    note: "No separate window published; treated as fulfilment-centre operations (60 days). EU effectiveFrom is 2025-01-09. Not payable when Amazon disposed by right (unsafe, expired, recalled, after removal deadline).",
  }),
  claimWindow({
    id: "disposed_without_permission_eu",
    rule: "disposed_without_permission",
    name: "Sellable or Amazon-damaged unit disposed/destroyed without seller's order or permission",
    marketplaces: EUROPE,
    clockStarts: "date of disposal in the ledger",
    opensAfterDays: 0,
    closesAfterDays: 60,
    effectiveFrom: day("2025-01-09"),
    filingPath: IDR_PORTAL,
    evidence: DISPOSED_WITHOUT_PERMISSION_EVIDENCE,
    sourced: false,
    confidence: "medium",
    sources: ["REFULLY", "RECLAIMHQ"],
    note: "No separate window published; treated as fulfilment-centre operations (60 days). EU effectiveFrom is 2025-01-09. Not payable when Amazon disposed by right (unsafe, expired, recalled, after removal deadline).",
  }),
];
