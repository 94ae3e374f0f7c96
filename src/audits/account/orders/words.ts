/**
 * The words of the payments CSV (`transactions`) in every language Amazon prints it in: what a row is, and who
 * fulfilled the order. Settlements print English only. A word that is not here is unknown and read as nothing.
 */

import { squeeze } from "../../../policy/codes.ts";

/** What a row of a payments file is to an audit. Retrocharges (tax collected or returned later) are none of it. */
export type EntryKind = "order" | "refund" | "chargeback" | "a-to-z" | "adjustment" | "retrocharge";

interface Word {
  readonly word: string;
  readonly kind: EntryKind;
  /** Where the word was seen; null: a translation nobody has shown in a file. */
  readonly source: string | null;
}

/** Types and descriptions under Amazon's own headers; Moloka measured `Ajuste` and `Modifica` on real files. */
const MOLOKA = "Moloka-Store/moloka-app@043f91c: procesador_transacciones.py";
/** Public importers' tables of transaction types per site (DE, ES, FR, IT, JP, MX, NL, SE). */
const IMPORTERS = "public importers of date range reports: their tables of transaction types per site";
/** kerbalwzy/SinRiuTool, which lists the types it counts as refunds in files of eleven sites. */
const SINRIU = "kerbalwzy/SinRiuTool: goApp, ReturnDataMatchWord";
const ENGLISH = "https://developer-docs.amazon.com/sp-api/docs/settlement-reports-attributes";

export const TRANSACTION_WORDS: readonly Word[] = [
  { word: "Order", kind: "order", source: ENGLISH },
  { word: "Bestellung", kind: "order", source: IMPORTERS },
  { word: "Commande", kind: "order", source: IMPORTERS },
  { word: "Pedido", kind: "order", source: IMPORTERS },
  { word: "Ordine", kind: "order", source: IMPORTERS },
  { word: "Bestelling", kind: "order", source: IMPORTERS },
  { word: "Beställning", kind: "order", source: IMPORTERS },
  { word: "注文", kind: "order", source: IMPORTERS },
  { word: "Zamówienie", kind: "order", source: IMPORTERS },
  { word: "Sipariş", kind: "order", source: IMPORTERS },

  { word: "Refund", kind: "refund", source: ENGLISH },
  { word: "Erstattung", kind: "refund", source: IMPORTERS },
  { word: "Remboursement", kind: "refund", source: IMPORTERS },
  { word: "Reembolso", kind: "refund", source: MOLOKA },
  { word: "Rimborso", kind: "refund", source: IMPORTERS },
  { word: "Terugbetaling", kind: "refund", source: SINRIU },
  { word: "Återbetalning", kind: "refund", source: SINRIU },
  { word: "返金", kind: "refund", source: SINRIU },
  { word: "Zwrot", kind: "refund", source: IMPORTERS },
  { word: "İade", kind: "refund", source: IMPORTERS },

  { word: "Chargeback Refund", kind: "chargeback", source: SINRIU },
  { word: "Chargeback", kind: "chargeback", source: null },
  { word: "Erstattung durch Rückbuchung", kind: "chargeback", source: IMPORTERS },
  { word: "Reembolso de reversión de cargo", kind: "chargeback", source: SINRIU },
  { word: "Remboursement de contestation de prélèvement", kind: "chargeback", source: SINRIU },
  { word: "Rimborso per chargeback", kind: "chargeback", source: null },

  { word: "A-to-z Guarantee Refund", kind: "a-to-z", source: ENGLISH },
  { word: "A-to-z Guarantee Claim", kind: "a-to-z", source: IMPORTERS },
  { word: "Réclamation dans le cadre de la Garantie A à z", kind: "a-to-z", source: IMPORTERS },
  { word: "A-bis-z-Garantieantrag", kind: "a-to-z", source: null },
  { word: "Reclamación de la Garantía de la A a la Z", kind: "a-to-z", source: null },
  { word: "Reclamo Garanzia dalla A alla Z", kind: "a-to-z", source: null },

  { word: "Adjustment", kind: "adjustment", source: ENGLISH },
  { word: "Anpassung", kind: "adjustment", source: IMPORTERS },
  { word: "Ajustement", kind: "adjustment", source: IMPORTERS },
  { word: "Ajuste", kind: "adjustment", source: MOLOKA },
  { word: "Modifica", kind: "adjustment", source: MOLOKA },
  { word: "Rettifica", kind: "adjustment", source: IMPORTERS },
  { word: "Aanpassing", kind: "adjustment", source: IMPORTERS },
  { word: "Justering", kind: "adjustment", source: null },
  { word: "調整", kind: "adjustment", source: IMPORTERS },

  { word: "Order_Retrocharge", kind: "retrocharge", source: ENGLISH },
  { word: "Refund_Retrocharge", kind: "retrocharge", source: ENGLISH },
  { word: "Bestellung_Wiedereinzug", kind: "retrocharge", source: IMPORTERS },
  { word: "Erstattung_Wiedereinzug", kind: "retrocharge", source: IMPORTERS },
];

/** By the word as printed and squeezed: most rows spell it as it stands here. */
const KINDS = new Map(
  TRANSACTION_WORDS.flatMap(({ word, kind }) => [[word, kind] as const, [squeeze(word), kind] as const]),
);

/** What a row's type says it is, in any language, without case and punctuation; null for all other types. */
export function entryKind(type: string): EntryKind | null {
  return KINDS.get(type) ?? KINDS.get(squeeze(type)) ?? null;
}

export type Fulfilment = "amazon" | "seller";

/** `AFN` and `MFN` stand in settlements, the others in payments CSVs and order reports. */
const FULFILMENT: ReadonlyMap<string, Fulfilment> = new Map([
  ["afn", "amazon"],
  ["fba", "amazon"],
  ["mfn", "seller"],
  ["seller", "seller"],
  ["merchant", "seller"],
  ["verkäufer", "seller"],
  ["vendeur", "seller"],
  ["vendedor", "seller"],
  ["venditore", "seller"],
  // The four below are translations nobody has shown in a file.
  ["verkoper", "seller"],
  ["säljare", "seller"],
  ["出品者", "seller"],
  ["sprzedawca", "seller"],
]);

/** Who fulfilled an order, from any report's word for it (`AFN`, `Amazon`, `Verkäufer`); null when it does not say. */
export function fulfilment(word: string): Fulfilment | null {
  const known = squeeze(word);
  return known.startsWith("amazon") ? "amazon" : (FULFILMENT.get(known) ?? null);
}

/**
 * Adjustments of an order that are corrections of fees, not payments for a unit: what stands in their
 * description, in English (IMPORTERS), German, French, Spanish, Italian, Dutch, Swedish and Japanese.
 */
const FEE_WORDS: readonly string[] = [
  "fee",
  "gebühr",
  "frais",
  "tarifa",
  "commission",
  "kosten",
  "avgift",
  "手数料",
];

/** True when an adjustment's description is about a fee. */
export function aboutFees(description: string): boolean {
  const text = description.toLowerCase();
  return FEE_WORDS.some((word) => text.includes(word));
}
