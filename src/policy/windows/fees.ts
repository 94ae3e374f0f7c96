/** Claim windows for fees charged wrongly. */

import type { ClaimWindow } from "../policy.ts";
import { CONTACT_FBA_INVENTORY, FEE_SUPPORT, REFERRAL_FEE_SUPPORT } from "./filing-paths.ts";
import { claimWindow } from "./window.ts";

const FEE_DIMENSIONS_EVIDENCE = [
  "ASIN/FNSKU/MSKU",
  "fee charge rows: dates, transaction/order IDs, amount charged, amount expected",
  "weight and dimensions in original packaging",
  "photos of same FNSKU on scale and with ruler on 3 sides, barcode visible",
  "current Amazon measurement (Fee Preview report)",
];

const FEE_STORAGE_DIMENSIONS_EVIDENCE = [
  "ASIN/FNSKU/MSKU",
  "fee charge rows: dates, transaction/order IDs, amount charged, amount expected",
  "weight and dimensions in original packaging",
  "photos of same FNSKU on scale and with ruler on 3 sides, barcode visible",
  "current Amazon measurement (Fee Preview report)",
  "storage fee report row",
];

const FEE_STORAGE_OTHER_EVIDENCE = ["storage fee report row", "ledger average units"];

const FEE_REFERRAL_EVIDENCE = [
  "order IDs and transaction dates",
  "amount charged and amount believed correct with rationale",
  "category guideline",
];

const REFUND_COMMISSION_NOT_RETURNED_EVIDENCE = [
  "order ID",
  "order referral fee row",
  "refund row with Commission and RefundCommission amounts",
  "expected credit = proportional referral - min($5, 20%)",
];

export const FEES_WINDOWS: readonly ClaimWindow[] = [
  claimWindow({
    id: "fee_dimensions_us",
    rule: "fee_dimensions",
    name: "FBA fulfilment/storage fee charged on wrong weight or dimensions",
    marketplaces: ["US"],
    clockStarts: "date the fee was charged",
    opensAfterDays: 0,
    closesAfterDays: 90,
    filingPath: FEE_SUPPORT,
    evidence: FEE_DIMENSIONS_EVIDENCE,
    sourced: true,
    confidence: "medium",
    sources: ["FEE-DIM", "SELLERJOURNAL", "THREECOLTS", "REFUNDPROS"],
    note: "US rendering of GL7U4JFSDXUTQAJ not seen (FR and AU seen). One claim per fee charge; appeal once, then final (sellerjournal). Not remeasurable if measured twice in past 60 days, no units available, or monthly limit hit. Amazon's measurement governs.",
  }),
  claimWindow({
    id: "fee_dimensions_other",
    rule: "fee_dimensions",
    name: "FBA fee charged on wrong weight or dimensions",
    marketplaces: ["FR", "AU"],
    clockStarts: "date the fee was charged",
    opensAfterDays: 0,
    closesAfterDays: 90,
    filingPath: FEE_SUPPORT,
    evidence: FEE_DIMENSIONS_EVIDENCE,
    sourced: true,
    confidence: "medium",
    sources: ["FEE-DIM"],
    note: "official FR and AU pages read",
  }),
  claimWindow({
    id: "fee_dimensions_uk_de_it_es",
    rule: "fee_dimensions",
    name: "FBA fee charged on wrong weight or dimensions",
    marketplaces: ["UK", "DE", "IT", "ES"],
    clockStarts: "date the fee was charged",
    opensAfterDays: 0,
    closesAfterDays: 90,
    filingPath: FEE_SUPPORT,
    evidence: FEE_DIMENSIONS_EVIDENCE,
    sourced: false,
    confidence: "medium",
    sources: ["FEE-DIM"],
    note: "inferred: same page id, these renderings not read",
  }),
  claimWindow({
    id: "fee_storage_dimensions",
    rule: "fee_storage_dimensions",
    name: "Monthly or aged (long-term) storage fee computed on wrong dimensions",
    marketplaces: ["US", "FR", "AU"],
    clockStarts: "date the fee was charged",
    opensAfterDays: 0,
    closesAfterDays: 90,
    filingPath: FEE_SUPPORT,
    evidence: FEE_STORAGE_DIMENSIONS_EVIDENCE,
    sourced: true,
    confidence: "medium",
    sources: ["FEE-DIM"],
  }),
  claimWindow({
    id: "fee_storage_other",
    rule: "fee_storage_other",
    name: "Storage fee wrong for another reason (quantity, age, tier)",
    marketplaces: ["US"],
    clockStarts: "date the fee was charged",
    opensAfterDays: 0,
    closesAfterDays: 90,
    filingPath: CONTACT_FBA_INVENTORY,
    evidence: FEE_STORAGE_OTHER_EVIDENCE,
    sourced: false,
    confidence: "low",
    sources: [],
    note: "window not sourced; 90 days assumed from the dimension policy",
  }),
  claimWindow({
    id: "fee_referral_us",
    rule: "fee_referral",
    name: "Referral fee charged at wrong rate/category",
    marketplaces: ["US"],
    clockStarts: "date the referral fee was charged (calendar days)",
    opensAfterDays: 0,
    closesAfterDays: 90,
    filingPath: REFERRAL_FEE_SUPPORT,
    evidence: FEE_REFERRAL_EVIDENCE,
    sourced: true,
    confidence: "high",
    sources: ["REFFEE-POLICY"],
    note: "Rate in force at the transaction date applies.",
  }),
  claimWindow({
    id: "refund_commission_not_returned",
    rule: "refund_commission_not_returned",
    name: "Referral fee not credited back (less refund administration fee) when customer was refunded",
    marketplaces: ["US"],
    clockStarts: "refund date",
    opensAfterDays: 0,
    closesAfterDays: 90,
    filingPath: REFERRAL_FEE_SUPPORT,
    evidence: REFUND_COMMISSION_NOT_RETURNED_EVIDENCE,
    sourced: false,
    confidence: "medium",
    sources: ["REFUND-ADMIN", "REFFEE-POLICY"],
    note: "Formula sourced; 90-day window inferred from the referral-fee policy.",
  }),
];
