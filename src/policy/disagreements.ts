/** Where sources contradict each other, and what is followed. Notes of windows refer to these ids. */

export interface Disagreement {
  readonly id: string;
  readonly text: string;
  readonly sources: readonly string[];
}

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    id: "D-INB-US",
    text: "US inbound deadline: official help (undated) 9 months; refunzo 2026-02 gives both 15-60 days and 9 months; the 15-60 rule is the MENA one. Use 9 months; warn at 60 days.",
    sources: ["US-INBOUND", "REFUNZO-INB", "AE-NEWS"],
  },
  {
    id: "D-EU-DATE",
    text: "EU windows effective 2025-01-09 (announcement) vs 2025-01-15 (kwickmetrics); 01-15 is the start of automatic reimbursement.",
    sources: ["EU-REPOST", "KWICK-UK", "REVOIC"],
  },
  {
    id: "D-VAL-DATE",
    text: "US cost basis: 2025-03-10 (announcement and many blogs) vs 2025-03-31 (postponement). Use 2025-03-31.",
    sources: ["VAL-NEWS", "CARBON6", "MOIZIT", "CHANNELMAX-POST"],
  },
  {
    id: "D-VAL-EU",
    text: "EU/UK cost basis: 2025-03-10 (revoic, newstrenders) vs 2025-03-31 (SyncAccountants UK).",
    sources: ["REVOIC", "NEWSTRENDERS", "SYNCACC"],
  },
  {
    id: "D-REM-74",
    text: "Removal lost: day 75 (Amazon) vs day 74 (reclaimhq). File by 74.",
    sources: ["EU-REPOST", "RECLAIMHQ"],
  },
  {
    id: "D-K",
    text: "Whether codes H, K, U, 7 count as damage: refully 6,7,E,H,U; GH-RECON adds K; GH-WPAUD E,Q,6,7. Official definition: Q never is damage. Trust unreconciled quantity and disposition.",
    sources: ["LEDGER", "REFULLY", "GH-RECON", "GH-WPAUD"],
  },
  { id: "D-5", text: "Code 5 = misplaced (current) vs unrecoverable (older AE).", sources: ["LEDGER"] },
  {
    id: "D-FEE-WINDOW",
    text: "A public repo (2026-10-03) found no official fee-dispute window; FR/AU official pages say 90 days.",
    sources: ["GH-VERIFY", "FEE-DIM"],
  },
  {
    id: "D-CARRIER-RET",
    text: "Carrier-damaged returns 45 days (spctek) vs general return window.",
    sources: ["SPCTEK-CARRIER", "SC-CR-US"],
  },
  {
    id: "D-SMALLBULKY",
    text: "Small bulky max 37x28x20 (two tables) vs 37x30x12 (one, marked estimate).",
    sources: ["FEE-A", "FEE-B", "FEE-C"],
  },
  {
    id: "D-MIN2",
    text: "2-inch minimum width/height for dim weight: all sizes vs bulky/XL only.",
    sources: ["FEE-A", "FEE-B"],
  },
  {
    id: "D-FEE-E",
    text: "A public code file has another $10-50 table; three others agree against it.",
    sources: ["FEE-A", "FEE-B", "FEE-C", "FEE-E"],
  },
  {
    id: "D-XL",
    text: "A public code file XL 50-150 lb figures differ (marked estimate).",
    sources: ["FEE-A", "FEE-C"],
  },
  {
    id: "D-AGED",
    text: "366+ days: 6.90/0.30 and 7.90/0.35 (three blogs) vs 7.90 for all 366+ vs 6.90/0.15.",
    sources: ["AGED", "FEE-E"],
  },
  {
    id: "D-REMOVAL",
    text: "Removal 2026: new bands from $0.84 (ecomcrew) vs unchanged/$0.50 (emplicit).",
    sources: ["ECOMCREW", "EMPLICIT"],
  },
];
