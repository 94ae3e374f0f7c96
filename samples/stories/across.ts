/** Stories of one item in two stock regions (audits catalogue §1.10). */

import { addDays } from "../../src/values/day.ts";
import type { Account } from "../account.ts";

/** Stock and payments are matched within a stock region; payments go to a region by currency. */
export function acrossRegions(accounts: readonly Account[]): void {
  const here = accounts[0];
  const there = accounts[1];
  if (!here || !there) return;
  here.begin("foundInAnotherRegion");
  there.begin("foundInAnotherRegion");
  const lostDay = here.eventDay("warehouse-lost", 6);
  const item = here.item();
  here.expectLost(here.lose(item, lostDay, 1), 1);
  there.find(item, addDays(lostDay, here.dice.int(1, 6)), 1);

  here.begin("paidInAnotherCurrency");
  there.begin("paidInAnotherCurrency");
  const paidDay = here.eventDay("warehouse-lost", 6);
  const other = here.item();
  here.expectLost(here.lose(other, paidDay, 1), 1);
  there.pay(other, { reason: "Lost_Warehouse", day: addDays(paidDay, 5), perUnit: other.cost ?? 0 });
}
