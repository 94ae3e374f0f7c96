/** The refund administration fee: what Amazon keeps of its referral fee when an order is refunded. */

import type { FeeTable } from "../fee.ts";

export interface RefundAdministrationTable extends FeeTable {
  /** Of the referral fee on the refunded amount. */
  readonly rateOfReferral: number;
  /** The most per line item, in currency units. Several units of an item in one line share one cap. */
  readonly cap: number;
  readonly currency: string;
}

const RATE = 0.2;

export const REFUND_ADMINISTRATION: readonly RefundAdministrationTable[] = [
  {
    ...row("US", 5, "USD"),
    confidenceText: "not graded; Amazon’s own help page: taken as medium",
    sources: ["REFUND-ADMIN"],
    note: "Books, music, video and DVD refunded in full: no fee. Refunded in part: Amazon keeps the closing fee as well.",
  },
  row("UK", 5, "GBP"),
  row("NL", 5, "EUR"),
  row("ES", 5, "EUR"),
  row("AE", 15, "AED"),
  row("BR", 10, "BRL"),
  {
    ...row("DE", 5, "EUR"),
    sourced: false,
    confidence: "low",
    confidenceText: "low: inferred from the Netherlands and Spain",
    note: "Inferred from the caps of the Netherlands and Spain.",
  },
];

function row(marketplace: string, cap: number, currency: string): RefundAdministrationTable {
  return {
    id: `${marketplace.toLowerCase()}-refund-administration`,
    name: `${marketplace} refund administration fee`,
    marketplace,
    from: null,
    to: null,
    fromSourced: false,
    sourced: true,
    confidence: "medium",
    confidenceText: "not graded; the page with the cap was read, its address not kept: taken as medium",
    disputed: null,
    disagreements: [],
    sources: [],
    note: null,
    rateOfReferral: RATE,
    cap,
    currency,
  };
}
