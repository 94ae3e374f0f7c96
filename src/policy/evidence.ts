/**
 * What a claim has to be shown with: the papers of each claim window (`ClaimWindow.evidence`), told apart into what
 * the imported reports hold already and what the seller has to bring. The sentences are the windows' own; this
 * table only says of each what it asks of the seller. A test proves that no window asks for anything that is not
 * here.
 */

/** Kinds of papers a claim can be given, as a case text names them. */
export const EVIDENCE_KINDS = [
  "supplier invoice",
  "signed packing slip",
  "proof of delivery",
  "tracking",
  "LPN photo",
  "photos",
  "removal order",
  "screenshot",
  "answer from Amazon",
  "other",
] as const;

export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export interface EvidenceNeed {
  /** The sentence of the window. */
  readonly asks: string;
  /** In a few words, for a checklist. */
  readonly label: string;
  /** Any of these kinds answers it; empty: the reports the finding stands on do. */
  readonly kinds: readonly EvidenceKind[];
  /**
   * `always`: a claim without it is refused; `if it applies`, `if asked`: only in the cases the sentence names.
   * Where no source says so, nothing is `always`.
   */
  readonly need: "always" | "if it applies" | "if asked";
  /** A source lists it for such claims; false: inferred. */
  readonly sourced: boolean;
}

/** What the rows of the reports show. */
function inReports(asks: string, label: string, sourced = true): EvidenceNeed {
  return { asks, label, kinds: [], need: "always", sourced };
}

/** What the seller has to bring. */
function paper(
  asks: string,
  label: string,
  kinds: readonly EvidenceKind[],
  need: EvidenceNeed["need"],
  sourced = true,
): EvidenceNeed {
  return { asks, label, kinds, need, sourced };
}

export const EVIDENCE_NEEDS: readonly EvidenceNeed[] = [
  // Lost, damaged, disposed of in a fulfilment centre.
  inReports(
    "ledger/adjustment row: date, reference (transaction item) ID, FNSKU, MSKU, ASIN, quantity, reason code, disposition, fulfilment centre",
    "The ledger row",
  ),
  inReports("unreconciled quantity still open", "Units still unreconciled"),
  inReports(
    "no later F/N row and no reimbursement row covering the same FNSKU and quantity",
    "Not found again, not paid",
  ),
  paper(
    "proof of ownership (supplier invoice) only if Amazon asks or value is disputed",
    "Supplier invoice, if Amazon asks",
    ["supplier invoice"],
    "if asked",
  ),
  inReports(
    "ledger D row (FNSKU, qty, disposition SELLABLE or WAREHOUSE_DAMAGED, reference ID)",
    "The ledger row",
    false,
  ),
  inReports(
    "no matching removal/disposal order by seller, or Removal Order Detail showing DESTROY order with Sellable disposition",
    "No removal order asked for it",
    false,
  ),
  paper(
    "automatic-removal (unfulfillable) setting at the date",
    "Setting for automatic removals on that day",
    ["screenshot"],
    "if it applies",
    false,
  ),

  // On the way to Amazon.
  inReports("FBA shipment ID", "Shipment ID"),
  inReports("per SKU/FNSKU: expected, received, missing quantity", "Units sent, received, missing"),
  paper(
    "proof of ownership: supplier invoice/receipt dated before the shipment, with date, product names, quantity >= shipped, issuer and purchaser name/address (price may be hidden; no pro forma); manufacturers: signed packing slip",
    "Supplier invoice from before the shipment, or as manufacturer the signed packing slip",
    ["supplier invoice", "signed packing slip"],
    "always",
  ),
  paper(
    "proof of delivery: LTL/FTL = carrier BOL stamped/signed showing boxes and weight; SPD = tracking numbers; partnered carrier usually not needed (practitioner)",
    "Proof of delivery (pallets: stamped bill of lading; parcels: tracking numbers); a partnered carrier usually needs none",
    ["proof of delivery", "tracking"],
    "if it applies",
  ),
  paper(
    "PDF/JPG/PNG/TIFF, not editable files",
    "Papers as PDF, JPG, PNG or TIFF, never as editable files",
    [],
    "if it applies",
  ),
  inReports("shipment ID", "Shipment ID"),
  paper(
    "tracking numbers never scanned",
    "Tracking pages that show no scan",
    ["tracking", "screenshot"],
    "always",
  ),
  inReports("charge row", "The charge"),

  // Orders and returns.
  inReports("order ID", "Order ID"),
  inReports("refund/replacement date, quantity and amount", "Refund or replacement: day, units, amount"),
  inReports("FNSKU/MSKU/ASIN", "Item IDs"),
  inReports(
    "customer returns report shows no (or damaged-by-Amazon) return for order+SKU",
    "No return, or one damaged by Amazon",
  ),
  inReports("no reimbursement row for order+SKU", "Not paid"),
  paper(
    "LPN and images if the item came back wrong or damaged",
    "LPN and photos, if it came back wrong or damaged",
    ["LPN photo", "photos"],
    "if it applies",
  ),
  inReports("ordered vs refunded quantity", "Units ordered and refunded", false),
  inReports(
    "item price paid vs refund amount from settlement/payment rows",
    "Price paid and amount refunded",
    false,
  ),
  inReports("refund event IDs/dates", "The refunds and their days", false),
  inReports("original and replacement order IDs", "Both order IDs", false),
  inReports("replacement date and reason", "Replacement: day and reason", false),
  inReports("returns report shows no return on either order ID", "No return on either order", false),
  inReports("no reimbursement on either order ID", "Not paid on either order", false),
  paper("LPN and its photo", "Photo of the LPN label", ["LPN photo"], "if it applies", false),
  paper(
    "photos comparing the unit with the listing",
    "Photos of the unit beside its listing",
    ["photos"],
    "if it applies",
    false,
  ),
  paper(
    "removal order ID (unit must usually be pulled back)",
    "Removal order that brought the unit back",
    ["removal order"],
    "if it applies",
    false,
  ),
  inReports("LPN", "LPN", false),
  inReports("returns report disposition", "Disposition of the return", false),
  inReports("no reimbursement row", "Not paid", false),

  // Removals.
  inReports("removal order ID", "Removal order ID"),
  inReports("removal shipment ID and tracking number, or statement of non-delivery", "Tracking number"),
  inReports("removal shipment ID + tracking", "Tracking number"),
  inReports("ASIN/FNSKU and quantity", "Item and units"),
  inReports("FNSKU/ASIN and quantity affected", "Item and units"),
  paper("LPN label photo", "Photo of the LPN label", ["LPN photo"], "if it applies"),
  paper(
    "photos of each unit, inner packaging and shipping box with label",
    "Photos of the units, the packaging and the box with its label",
    ["photos"],
    "always",
  ),
  paper(
    "for wrong item/empty box: comparison photos, serial number or ownership proof",
    "Wrong item or empty box: photos beside the listing, serial number or proof of ownership",
    ["photos", "supplier invoice"],
    "if it applies",
  ),

  // Fees.
  inReports("ASIN/FNSKU/MSKU", "Item IDs"),
  inReports(
    "fee charge rows: dates, transaction/order IDs, amount charged, amount expected",
    "The charges, and what they should have been",
  ),
  inReports("weight and dimensions in original packaging", "Your own measurements (Costs tab)"),
  paper(
    "photos of same FNSKU on scale and with ruler on 3 sides, barcode visible",
    "Photos of the item on a scale and beside a ruler on three sides, barcode visible",
    ["photos"],
    "always",
  ),
  inReports("current Amazon measurement (Fee Preview report)", "Amazon's measurements"),
  inReports("storage fee report row", "The storage fee row"),
  inReports("ledger average units", "Average units in stock", false),
  inReports("order IDs and transaction dates", "Orders and days"),
  inReports(
    "amount charged and amount believed correct with rationale",
    "Amount charged and the right one, with the reason",
  ),
  paper("category guideline", "Page that shows the item's category", ["screenshot"], "if it applies"),
  inReports("order referral fee row", "The referral fee of the order", false),
  inReports("refund row with Commission and RefundCommission amounts", "The refund and its fees", false),
  inReports("expected credit = proportional referral - min($5, 20%)", "What should have come back", false),

  // Payments.
  inReports("reimbursement ID", "Reimbursement ID"),
  inReports("FNSKU/ASIN", "Item IDs"),
  inReports("amount per unit paid", "What was paid per unit"),
  paper(
    "supplier invoice less than 1 year old showing unit cost",
    "Supplier invoice with the unit cost, less than a year old",
    ["supplier invoice"],
    "always",
  ),
  inReports("ledger rows and quantities", "The ledger rows", false),
  inReports("reversal reimbursement ID and original-reimbursement-id", "Both reimbursement IDs"),
  inReports("quantity-reimbursed-cash and -inventory on both rows", "Units in money and stock on both"),
  inReports("ledger rows showing no F/N/return for the FNSKU", "Nothing came back to stock"),
  paper("original case ID", "ID of the first case", ["answer from Amazon"], "if it applies"),
  inReports("case ID", "Case ID"),
  paper("approval text", "The answer that approved it", ["answer from Amazon"], "if it applies"),
  inReports("settlement searched", "Not in the settlements"),
];

const BY_SENTENCE: ReadonlyMap<string, EvidenceNeed> = new Map(
  EVIDENCE_NEEDS.map((need) => [need.asks, need]),
);

/** What a sentence of a window asks of the seller; a sentence nobody has told apart is shown as it is. */
export function evidenceNeed(asks: string): EvidenceNeed {
  return BY_SENTENCE.get(asks) ?? { asks, label: asks, kinds: [], need: "if it applies", sourced: false };
}
