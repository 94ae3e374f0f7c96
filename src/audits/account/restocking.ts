/**
 * Returned units that never reached the stock they are said to be in: which CustomerReturns unit of the ledger is
 * which returned unit, and which returned units are left without one.
 */

import { ledgerDetail } from "../../reports/index.ts";
import { addDays } from "../../values/day.ts";
import { type Bounds, byDate, type Credit, clear, listUnder, type Opening, take } from "../clearing.ts";
import { findingId } from "../finding.ts";
import type { Account } from "./account.ts";
import { clearByClaim } from "./claim-payments.ts";
import { coverageOf } from "./coverage.ts";
import { ledgerTableOf } from "./ledger-table.ts";
import type { Period } from "./periods.ts";
import { payByItem, payByOrders, type ReturnOpening, returnOpening } from "./return-openings.ts";
import { type ReturnedUnits, returnsOf } from "./returns.ts";
import { wrongItemsOf } from "./wrong-items.ts";

/** The ledger books a returned unit within so many days of its return-date, on either side. */
const RESTOCKED_WITHIN = 7;
const EITHER_SIDE: Bounds = { before: RESTOCKED_WITHIN, after: RESTOCKED_WITHIN, order: "oldest-first" };

/** Units the ledger booked as returned by customers. */
interface Restocked extends Credit {
  readonly fnsku: string;
  readonly asin: string;
  readonly condition: string;
}

/** A returned unit looking for its unit of the ledger. */
interface Awaited extends Opening {
  readonly returned: ReturnedUnits;
  readonly fnsku: string;
  readonly asin: string;
  readonly condition: string;
}

/**
 * Units returned SELLABLE and "to inventory" without a unit in the ledger, less what was paid for them. Run after
 * all other returns have taken the payments of their orders (precedence.ts).
 */
export function unrestockedOf(account: Account): readonly ReturnOpening[] {
  const wrong = account.derive(wrongItemsOf);
  const missing: ReturnOpening[] = [];
  for (const { returned, open } of unbooked(account)) {
    if (!isJudged(account, returned) || wrong.has(returned)) continue;
    missing.push({ ...returnOpening(account, returned), open });
  }
  // Where the ledger is not known nothing is missing yet, and nothing may be used up for it.
  const known = missing.filter(({ returned }) => isLedgerKnown(account, returned));
  for (const units of known) {
    const { orderId, sku } = units.returned;
    clearByClaim(account, findingId("returned-not-restocked", [orderId, sku]), [units]);
  }
  payByOrders(account, "returned-not-restocked", known);
  payByItem(account, known, "Lost_Warehouse");
  return missing;
}

/** The days on which the ledger books a return. */
export function ledgerDaysOf({ date }: Pick<ReturnedUnits, "date">): Period {
  return { from: addDays(date, -RESTOCKED_WITHIN), to: addDays(date, RESTOCKED_WITHIN) };
}

/** Covered to the last day: elsewhere the newest days may be missing, here their units are the whole question. */
export function isLedgerKnown(account: Account, returned: ReturnedUnits): boolean {
  const { from, to } = ledgerDaysOf(returned);
  const periods = account.derive(coverageOf).periods("ledger-detail", returned.marketplace);
  return periods.some((period) => period.from <= from && to <= period.to);
}

/** Graded units and other numbers of the ASIN stand for it, so an item without FNSKU and ASIN cannot be followed. */
function isJudged({ asOf }: Account, returned: ReturnedUnits): boolean {
  const { date, disposition, toInventory, fnsku, asin } = returned;
  return (
    disposition === "SELLABLE" &&
    toInventory &&
    date + RESTOCKED_WITHIN <= asOf &&
    (fnsku !== "" || asin !== "")
  );
}

/**
 * All returned units with what of them no ledger unit stands for. First those of the same FNSKU in the same
 * condition, then of the FNSKU as otherwise graded, then of the ASIN under another number; what is said to be
 * sellable before the rest.
 */
function unbooked(account: Account): readonly Awaited[] {
  const awaited = account.derive(returnsOf).all.map(awaitedOf);
  if (awaited.length === 0) return awaited;
  const sellable = awaited.filter((units) => units.condition === "SELLABLE");
  const others = awaited.filter((units) => units.condition !== "SELLABLE");
  const restocked = restockedUnits(account);
  for (const key of [byFnsku, byAsin]) {
    settleGroups(awaited, restocked, (of) => key(of) && `${key(of)}|${of.condition}`);
    settleGroups(sellable, restocked, key);
    settleGroups(others, restocked, key);
  }
  return awaited;
}

type Numbered = Pick<Awaited, "fnsku" | "asin" | "condition">;
const byFnsku = (of: Numbered) => of.fnsku;
const byAsin = (of: Numbered) => of.asin;

function awaitedOf(returned: ReturnedUnits): Awaited {
  const { region, fnsku, asin, disposition, date, identity, units } = returned;
  return {
    returned,
    date,
    identity,
    open: units,
    clearedBy: [],
    ...numbers(region, fnsku, asin, disposition ?? ""),
  };
}

/** Numbers within the stock region; empty where there is none. Damage has three names in the two reports. */
function numbers(region: string, fnsku: string, asin: string, condition: string): Numbered {
  return {
    fnsku: fnsku && `${region}|${fnsku}`,
    asin: asin && `${region}|${asin}`,
    condition: condition === "WAREHOUSE_DAMAGED" || condition === "CARRIER_DAMAGED" ? "DAMAGED" : condition,
  };
}

/** Rows of one item, day and condition are one credit. */
function restockedUnits(account: Account): readonly Restocked[] {
  const units = new Map<string, Restocked>();
  for (const table of account.input.tables) {
    if (table.report !== ledgerDetail.id) continue;
    const ledger = ledgerTableOf(table);
    for (let i = 0; i < ledger.length; i++) {
      if (ledger.event(i) !== "CustomerReturns" || ledger.quantity(i) < 0) continue;
      const { region, fnsku, asin, date, quantity } = ledger.row(i);
      const of = numbers(region, fnsku, asin, ledger.condition(i));
      const identity = [of.fnsku, of.asin, of.condition, date].join("|");
      const known = units.get(identity);
      if (known === undefined) units.set(identity, { ...of, date, identity, left: quantity });
      else known.left += quantity;
    }
  }
  return [...units.values()];
}

function settleGroups(
  awaited: readonly Awaited[],
  restocked: readonly Restocked[],
  keyOf: (of: Numbered) => string,
): void {
  const [waiting, arrived] = [new Map<string, Awaited[]>(), new Map<string, Restocked[]>()];
  for (const units of awaited) if (units.open > 0) listUnder(waiting, keyOf(units)).push(units);
  for (const units of restocked) if (units.left > 0) listUnder(arrived, keyOf(units)).push(units);
  for (const [key, openings] of waiting) {
    const credits = arrived.get(key);
    if (key !== "" && credits !== undefined) settle(openings, credits);
  }
}

/**
 * Each return takes the nearest unit, the nearest of all first. Where the ledger lags by days that can leave the
 * last of a row of returns without a unit; if then more stay open than need to, units go in turn of their dates.
 */
function settle(openings: readonly Awaited[], credits: readonly Restocked[]): void {
  const most = clear(...copiesOf(openings, credits), EITHER_SIDE);
  const nearest = nearestFirst(...copiesOf(openings, credits));
  if (nearest < most) clear(openings, credits, EITHER_SIDE);
  else nearestFirst(openings, credits);
}

function copiesOf(openings: readonly Opening[], credits: readonly Credit[]): [Opening[], Credit[]] {
  return [
    openings.map((opening) => ({ ...opening, clearedBy: [] })),
    credits.map((credit) => ({ ...credit })),
  ];
}

/** Units of equally many days away: the later one, because the ledger mostly follows. */
function nearestFirst(openings: readonly Opening[], credits: readonly Credit[]): number {
  const owed = [...openings].sort(byDate);
  const byDay = new Map<number, Credit[]>();
  for (const credit of [...credits].sort(byDate)) listUnder(byDay, credit.date).push(credit);
  let units = 0;
  for (let apart = 0; apart <= RESTOCKED_WITHIN; apart++) {
    for (const days of apart === 0 ? [0] : [apart, -apart]) {
      for (const opening of owed) {
        for (const credit of byDay.get(opening.date + days) ?? []) units += take(opening, credit);
      }
    }
  }
  return units;
}
