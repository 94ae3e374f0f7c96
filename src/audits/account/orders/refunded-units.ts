/**
 * How many whole units a refund is for. Settlement rows carry no quantity, so the money tells: the refunded
 * principal over all refunds of the order and SKU, against the price paid per unit. Less than a whole unit is
 * a partial refund: the customer keeps the item and nothing has to come back.
 */

/** What an order paid for a SKU: units and their principal together, in minor units. */
export interface Paid {
  readonly units: number;
  readonly principal: number;
}

/** What has been refunded of it so far, in positive minor units. */
export interface Refunded {
  readonly principal: number;
  /** The part of `principal` booked without a quantity (settlements). */
  readonly uncounted: number;
  /** Units of the refunds booked with one (payments CSV). */
  readonly counted: number;
}

/**
 * Whole units refunded so far; `paid` null when the order is not in the data (then one unit is assumed for
 * money booked without a quantity). Never more than were bought.
 *
 * A quantity is used where one is printed, but never for more units than the money makes whole: two half
 * refunds, each printed with quantity 1, ask for one unit at most, and a goodwill refund for none. So the
 * payments CSV and the settlement of the same refund give the same units.
 */
export function refundedUnits(refunded: Refunded, paid: Paid | null): number {
  if (refunded.principal <= 0) return 0;
  if (paid === null || paid.units < 1 || paid.principal <= 0) {
    const assumed = refunded.uncounted > 0 ? 1 : 0;
    const most = paid !== null && paid.units >= 1 ? paid.units : Number.POSITIVE_INFINITY;
    return Math.min(Math.max(refunded.counted, assumed), most);
  }
  const byCount = refunded.counted + wholeUnits(refunded.uncounted, paid);
  return Math.min(byCount, wholeUnits(refunded.principal, paid));
}

/**
 * ⌊(refunded + 2 % of the unit price) ÷ unit price⌋, at most the units bought, in whole numbers alone: the
 * 2 % let a cent of rounding pass.
 */
export function wholeUnits(refundedPrincipal: number, paid: Paid): number {
  const units = Math.floor((50 * refundedPrincipal * paid.units + paid.principal) / (50 * paid.principal));
  return Math.max(0, Math.min(units, paid.units));
}
