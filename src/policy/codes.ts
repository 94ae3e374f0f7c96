/**
 * The words and codes of the inventory ledger: adjustment reasons, event types, dispositions.
 *
 * Downloads carry reason codes, Seller Central shows words on screen; both lead to the same code here.
 * Whatever is not in these tables is unknown: null, for the caller to list, never a guess.
 * Sources: Amazon's Inventory Ledger help (LEDGER), with the older wording of help page 200372710, and the
 * two public lists GIST-TSPICER and REASONAUTO, which agree with it.
 */

/** What an adjustment is to an audit. Only `lost` and `damaged-by-amazon` can be a loss Amazon owes by themselves. */
export type AdjustmentKind =
  | "lost"
  | "found"
  | "damaged-by-amazon"
  | "damaged-other"
  | "disposition-change"
  | "disposed"
  | "donated"
  | "correction-out"
  | "redefinition"
  | "software-correction";

export interface AdjustmentCode {
  readonly code: string;
  readonly kind: AdjustmentKind;
  /** The sign its quantity carries in the ledger. */
  readonly sign: 1 | -1;
  /** For users. */
  readonly meaning: string;
  /** Damage codes: the disposition the unit had. Pairing inferred from the order of Amazon's two lists. */
  readonly from: Disposition | null;
}

export type Disposition =
  | "SELLABLE"
  | "DAMAGED"
  | "CUSTOMER_DAMAGED"
  | "CARRIER_DAMAGED"
  | "DISTRIBUTOR_DAMAGED"
  | "WAREHOUSE_DAMAGED"
  | "DEFECTIVE"
  | "EXPIRED"
  | "UNSELLABLE";

export type LedgerEvent =
  | "Shipments"
  | "CustomerReturns"
  | "Receipts"
  | "Adjustments"
  | "VendorReturns"
  | "WhseTransfers";

export const ADJUSTMENT_CODES: readonly AdjustmentCode[] = [
  adjustment("M", "lost", -1, "Misplaced in the fulfilment centre"),
  adjustment("5", "lost", -1, "Misplaced (in older lists: unrecoverable)"),
  adjustment("F", "found", 1, "Found"),
  adjustment("N", "found", 1, "Found: transferred in, or a reimbursement in stock"),
  adjustment("E", "damaged-by-amazon", -1, "Damaged at Amazon's fulfilment centre", "SELLABLE"),
  adjustment("6", "damaged-by-amazon", -1, "Damaged by the carrier to Amazon", "CARRIER_DAMAGED"),
  adjustment("7", "damaged-other", -1, "Expired", "EXPIRED"),
  adjustment("H", "damaged-other", -1, "Damaged by the customer", "CUSTOMER_DAMAGED"),
  adjustment("K", "damaged-other", -1, "Defective", "DEFECTIVE"),
  adjustment("U", "damaged-other", -1, "Damaged by the distributor", "DISTRIBUTOR_DAMAGED"),
  adjustment("P", "disposition-change", 1, "Change of disposition, the unit's new one"),
  adjustment("Q", "disposition-change", -1, "Change of disposition, the unit's old one"),
  adjustment("D", "disposed", -1, "Disposed of"),
  adjustment("G", "donated", -1, "Donated to charity"),
  adjustment("O", "correction-out", -1, "Taken out: received wrongly, or already reimbursed"),
  adjustment("3", "redefinition", 1, "Product redefinition, in"),
  adjustment("4", "redefinition", -1, "Product redefinition, out"),
  adjustment("1", "software-correction", 1, "Software correction, in (older lists)"),
  adjustment("2", "software-correction", -1, "Software correction, out (older lists)"),
  adjustment("J", "software-correction", 1, "Software correction, in (older lists)"),
];

/** Words on screen, squeezed as `squeeze` does, and the codes they can stand for. */
const WORDS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    misplaced: ["M"],
    inventorymisplaced: ["M", "5"],
    unrecoverableinventory: ["5"],
    found: ["F"],
    inventoryfound: ["F", "N"],
    transferringownershipin: ["N"],
    transferringownershipout: ["O"],
    inventorycorrection: ["O"],
    damagedatfc: ["E", "6", "7", "H", "K", "U"],
    damagedatamazonfulfillmentcenter: ["E", "6", "7", "H", "K", "U"],
    damagedatamazonfulfilmentcentre: ["E", "6", "7", "H", "K", "U"],
    damagedbyinboundcarrier: ["6"],
    expired: ["7"],
    damagedcustomerreturn: ["H"],
    itemdefect: ["K"],
    damagedinventory: ["U", "P"],
    dispositionchange: ["P", "Q"],
    disposedof: ["D"],
    inventorydisposedof: ["D"],
    destroyed: ["D"],
    destroyedunrecoverable: ["D"],
    donatedtocharity: ["G"],
    disposeddonatedtocharity: ["G"],
    productredefinition: ["3", "4"],
    productredefinitiontransferin: ["3"],
    productredefinitiontransferout: ["4"],
    softwarecorrection: ["1", "2"],
  }),
);

const EVENTS: readonly LedgerEvent[] = [
  "Shipments",
  "CustomerReturns",
  "Receipts",
  "Adjustments",
  "VendorReturns",
  "WhseTransfers",
];

/**
 * Whose doing a disposition is, as Amazon's pages put it; null where no source says. `UNSELLABLE` is the word
 * of the removal reports for every disposition but SELLABLE.
 */
export const DISPOSITIONS: readonly { readonly name: Disposition; readonly responsible: string | null }[] = [
  { name: "SELLABLE", responsible: null },
  { name: "WAREHOUSE_DAMAGED", responsible: "Amazon" },
  { name: "CARRIER_DAMAGED", responsible: "Amazon (AU page)" },
  { name: "DISTRIBUTOR_DAMAGED", responsible: "seller/vendor" },
  { name: "CUSTOMER_DAMAGED", responsible: "not Amazon" },
  { name: "DEFECTIVE", responsible: "not Amazon" },
  { name: "EXPIRED", responsible: null },
  { name: "DAMAGED", responsible: null },
  { name: "UNSELLABLE", responsible: null },
];

const EVENT_BY_WORD = new Map(EVENTS.map((event) => [singular(event), event]));
const DISPOSITION_BY_WORD = new Map(DISPOSITIONS.map(({ name }) => [squeeze(name), name]));

function adjustment(
  code: string,
  kind: AdjustmentKind,
  sign: 1 | -1,
  meaning: string,
  from: Disposition | null = null,
): AdjustmentCode {
  return { code, kind, sign, meaning, from };
}

/**
 * The adjustment a ledger row's reason names, by code (`M`) or by words (`Inventory misplaced`). Words that
 * stand for several codes are decided by the row's signed quantity and disposition, where given; when codes
 * of different kinds remain, or the reason is unknown, null.
 */
export function adjustmentCode(
  reason: string,
  row: { readonly quantity?: number | null; readonly disposition?: string | null } = {},
): AdjustmentCode | null {
  const text = reason.trim().toUpperCase();
  const byCode = ADJUSTMENT_CODES.find((known) => known.code === text);
  if (byCode) return byCode;
  const named = WORDS.get(squeeze(reason)) ?? [];
  const sign = Math.sign(row.quantity ?? 0);
  const was = disposition(row.disposition ?? "");
  const left = ADJUSTMENT_CODES.filter(
    (known) =>
      named.includes(known.code) &&
      (sign === 0 || known.sign === sign) &&
      (was === null || known.from === null || known.from === was),
  );
  const first = left[0];
  return first !== undefined && left.every((known) => known.kind === first.kind) ? first : null;
}

/** The ledger's event type, singular or plural, with or without spaces; null when unknown. */
export function ledgerEvent(text: string): LedgerEvent | null {
  return EVENT_BY_WORD.get(singular(text)) ?? null;
}

/** The disposition as downloads write it, from any spelling (`Sellable`, `warehouse damaged`); null when unknown. */
export function disposition(text: string): Disposition | null {
  return DISPOSITION_BY_WORD.get(squeeze(text)) ?? null;
}

/** Lower case letters and digits alone: spaces, `_`, `-`, `:`, `,`, `(`, `)` and case never distinguish names. */
export function squeeze(text: string): string {
  return text.toLowerCase().replace(/[\s_:,()./-]+/g, "");
}

function singular(text: string): string {
  return squeeze(text).replace(/s$/, "");
}
