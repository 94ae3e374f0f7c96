/**
 * A story is one thing that happens to one item or order: it adds rows to an account and says what a
 * correct program finds in them. Stories never share an item, an order or a shipment.
 */

import type { Account } from "../account.ts";
import type { PlaceCode } from "../places.ts";

export type Story = (account: Account) => void;

/** The stories of a file by name; some happen in some marketplaces only. */
export interface Chapter {
  readonly stories: Readonly<Record<string, Story>>;
  readonly only?: Readonly<Record<string, readonly PlaceCode[]>>;
  /** How often each is told; once unless said otherwise. Random histories bear repeating. */
  readonly times?: number;
}
