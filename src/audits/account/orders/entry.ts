/**
 * One booked line of a payments file about an order, the same whichever file it stands in: settlement V2,
 * settlement V1 and the payments CSV describe the same money. Amounts are minor units with Amazon's sign:
 * what the seller gets is positive, fees and refunds are negative.
 */

import { marketplaceOfCurrency, marketplaceOfSite } from "../../../policy/index.ts";
import type { Day } from "../../../values/day.ts";
import { type Currency, currency as currencyNamed, currencyOf, moneyOf } from "../../../values/money.ts";
import type { Evidence } from "../../finding.ts";
import type { Fulfilment } from "./words.ts";

/** What an amount was for. Everything an audit of orders does not ask for is left out. */
export type Component =
  | "principal"
  | "shipping"
  | "giftWrap"
  | "tax"
  | "itemPromotion"
  | "shippingPromotion"
  | "commission"
  | "fulfilmentFee"
  /** What Amazon keeps of the referral fee it gives back; the payments CSV has it inside the commission. */
  | "refundAdministration"
  | "reimbursement";

export type Amounts = Partial<Record<Component, number>>;

export interface Entry {
  /** Blank in a payments CSV for money not settled yet. */
  readonly settlementId: string;
  readonly kind: "order" | "refund" | "chargeback" | "a-to-z" | "reimbursement";
  readonly orderId: string;
  readonly sku: string;
  readonly day: Day | null;
  readonly booked: Booked;
  readonly fulfilment: Fulfilment | null;
  /** Units bought, refunded or reimbursed; null where the row carries no quantity of its own. */
  readonly units: number | null;
  readonly amounts: Amounts;
  /** The kind of fee in Amazon's own words, squeezed; null where one row holds several or none. */
  readonly fee: string | null;
  readonly evidence: Evidence;
}

/** Where and in which money a line was booked: one object for all lines of a site and settlement. */
export interface Booked {
  /** Code of the site the order was placed on; null where the row names none. */
  readonly site: string | null;
  /** An order of another shop, sent by Amazon (`Non-Amazon`). */
  readonly multiChannel: boolean;
  readonly currency: Currency | null;
  /** The site, else the marketplace that pays in the currency, else the one the file was imported for. */
  readonly marketplace: string;
}

/** Finds where rows were booked, each place worked out once: files have few places and very many rows. */
export function bookedAt(): (siteName: string, currencyText: string, importedFor: string) => Booked {
  const known = new Map<string, Booked>();
  return (siteName, currencyText, importedFor) => {
    const key = `${siteName}|${currencyText}|${importedFor}`;
    let booked = known.get(key);
    if (booked === undefined) {
      const site = marketplaceOfSite(siteName);
      const currency = currencyOf(currencyText) ?? currencyOf(site?.currency ?? "");
      const paying = currency === null ? null : marketplaceOfCurrency(currency, importedFor);
      booked = {
        site: site?.code ?? null,
        multiChannel: /^non-amazon/i.test(siteName.trim()),
        currency,
        marketplace: site?.code ?? paying?.code ?? importedFor,
      };
      known.set(key, booked);
    }
    return booked;
  };
}

/** A printed amount in minor units of the currency (two digits where it is unknown). */
export function minorOf(amount: number | null, currency: Currency | null): number {
  if (amount === null) return 0;
  return moneyOf(amount, currency ?? UNKNOWN).minor;
}

const UNKNOWN = currencyNamed("XXX");

/** The amounts that are printed, zeros left out. */
export function amountsOf(
  printed: Readonly<Partial<Record<Component, number | null>>>,
  currency: Currency | null,
): Amounts {
  const amounts: Amounts = {};
  for (const key of Object.keys(printed) as Component[]) {
    const amount = printed[key];
    if (amount !== null && amount !== undefined) amounts[key] = minorOf(amount, currency);
  }
  return amounts;
}
