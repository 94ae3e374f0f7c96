/** Items whose size, weight and category the seller knows, for the stories of fees. */

import { type Day, formatDay } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import { BOX, feeBookOf, type Measures, ordinaryReferral } from "../fee-facts.ts";
import type { Item, Planted } from "../model.ts";

export const HOME = "Home & Kitchen";

export interface Made {
  readonly price?: number;
  readonly referral?: number;
  readonly fulfilment: number;
  readonly measures?: Measures | null;
  readonly category?: string;
}

/** An item with measures and category of its own; it stands in no other list. */
export function measured(a: Account, made: Made): Item {
  const { dice } = a;
  const price = made.price ?? dice.int(1200, 4900);
  const item: Item = {
    msku: a.msku(),
    fnsku: a.unique(() => `X00${dice.letters(7)}`),
    asin: a.unique(() => `B0${dice.letters(8)}`),
    title: "Storage Box, 10 oz",
    price,
    referral: made.referral ?? ordinaryReferral(price),
    fulfilment: made.fulfilment,
    cost: dice.int(250, 900),
  };
  // The boxes are priced in dollars; elsewhere nobody measured.
  const measures = made.measures !== undefined ? made.measures : a.place.code === "US" ? BOX : null;
  feeBookOf(a).measured.push({ item, measures, category: made.category ?? HOME });
  return item;
}

/** Worth a look: no claim, so no window. */
export function noted(
  a: Account,
  audit: Planted["audit"],
  item: Item,
  event: Day,
  quantity: number | null,
): void {
  a.planted.push({
    audit,
    state: "info",
    marketplace: a.place.code,
    fnsku: item.fnsku,
    msku: null,
    orderId: null,
    shipmentId: null,
    referenceId: null,
    quantity,
    amount: null,
    currency: null,
    eventDate: formatDay(event),
    opens: null,
    deadline: null,
    estimated: false,
    story: a.story,
  });
}
