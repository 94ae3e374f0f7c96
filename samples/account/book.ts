/** The books of one account, empty at first, and what all its stories take from: days, numbers, items. */

import { addDays, type Day, formatDay } from "../../src/values/day.ts";
import { Dice } from "../dice.ts";
import type {
  Approval,
  CostRow,
  InboundShipment,
  Item,
  LedgerRow,
  MoneyEvent,
  Order,
  Planted,
  Reimbursement,
  RemovalCount,
  RemovalRow,
  ReplacementRow,
  ReturnRow,
  ServiceBill,
  SummaryRow,
} from "../model.ts";
import { clockChanges, PLACES, type Place, type PlaceCode } from "../places.ts";
import { type AuditId, borderAges } from "../windows.ts";

const GOODS = [
  "Travel Mug",
  "Desk Lamp",
  "Yoga Strap",
  "Garlic Press",
  "Cable Organiser",
  "Dog Leash",
  "Notebook Set",
  "Bath Mat",
  "Picture Frame",
  "Water Bottle",
];
/** Titles as sellers write them: a bare inch sign, a comma, letters beyond ASCII. */
const FLOURISHES = [' 12"', ", Pack of 2", " (Grün)", " – Café Edition", " 3/4\" x 6'", "", "", ""];

const NOON_UTC_HOURS = [16, 20] as const;

export class Book {
  readonly place: Place;
  readonly dice: Dice;
  readonly items: Item[] = [];
  readonly costs: CostRow[] = [];
  readonly ledger: LedgerRow[] = [];
  readonly money: MoneyEvent[] = [];
  readonly returns: ReturnRow[] = [];
  readonly reimbursements: Reimbursement[] = [];
  readonly replacements: ReplacementRow[] = [];
  readonly orders: Order[] = [];
  readonly shipments: InboundShipment[] = [];
  readonly removals: RemovalRow[] = [];
  readonly counts: RemovalCount[] = [];
  readonly bills: ServiceBill[] = [];
  readonly summaries: SummaryRow[] = [];
  readonly approvals: Approval[] = [];
  readonly planted: Planted[] = [];
  /** What is to be found by whoever knows the claim log. */
  readonly plantedByApprovals: Planted[] = [];
  story = "background";
  private telling = 0;
  private readonly owners = new Map<string, number>();

  constructor(
    code: PlaceCode,
    seed: string,
    readonly start: Day,
    readonly asOf: Day,
    private readonly taken: Set<string>,
  ) {
    this.place = PLACES[code];
    this.dice = new Dice(`${seed} ${code}`);
  }

  /** Begins a story: what it touches from here on is its own. */
  begin(story: string): void {
    this.story = story;
    this.telling++;
  }

  /** No two stories share an item, an order or a shipment: a finding would then be owed to both. */
  protected own(key: string): void {
    const owner = this.owners.get(key) ?? this.telling;
    if (owner !== this.telling)
      throw new Error(`${this.story} touches ${key}, which belongs to another story`);
    this.owners.set(key, owner);
  }

  // ---- days ------------------------------------------------------------------------------------

  /** A day at least `least` and at most `most` days before as-of. */
  ago(least: number, most: number): Day {
    return addDays(this.asOf, -this.dice.int(least, most));
  }

  /**
   * The day of an event of this audit: often right on a border of its claim window, never younger than
   * `minAge` days and never so old that the files would not cover it.
   */
  eventDay(audit: AuditId, minAge = 0): Day {
    const oldest = this.asOf - this.start - 170;
    const borders = borderAges(audit, this.place.code, this.asOf).filter((a) => a >= minAge && a <= oldest);
    const roll = this.dice.next();
    if (borders.length > 0 && roll < 0.6) return addDays(this.asOf, -this.dice.pick(borders));
    const inside = borders.at(-1);
    if (inside !== undefined && roll < 0.85) return this.ago(Math.min(minAge, inside), inside);
    return this.ago(minAge, oldest);
  }

  /** A day `least` to `most` days after another, but not after as-of. */
  after(day: Day, least: number, most: number): Day {
    const room = this.asOf - day;
    if (least > room)
      throw new RangeError(`${this.story}: no day ${least} days after ${formatDay(day)} before as-of`);
    return addDays(day, this.dice.int(least, Math.min(most, room)));
  }

  /** Seconds since midnight UTC at which it is the same day in Seattle, London and Berlin. */
  daytime(): number {
    return this.dice.int(NOON_UTC_HOURS[0] * 3600, NOON_UTC_HOURS[1] * 3600 + 3599);
  }

  /**
   * Seconds since local midnight. In the US any time of day, so that a reader has to mind the zone; elsewhere
   * an evening hour that is the same day in every marketplace, because a folder is imported for one of them.
   */
  protected clock(day: Day): number {
    const { dice, place } = this;
    return place.code !== "US" || clockChanges(place, day)
      ? dice.int(18 * 3600, 21 * 3600 - 1)
      : dice.int(0, 86_399);
  }

  // ---- ids -------------------------------------------------------------------------------------

  unique(make: () => string): string {
    for (;;) {
      const id = make();
      if (!this.taken.has(id)) {
        this.taken.add(id);
        return id;
      }
    }
  }

  orderId(): string {
    return this.unique(
      () => `${this.dice.pick(this.place.orderPrefixes)}-${this.dice.digits(7)}-${this.dice.digits(7)}`,
    );
  }

  reference(): string {
    return this.unique(() => `200${this.dice.digits(11)}`);
  }

  plate(): string {
    return this.unique(() => `LPN${this.dice.pick(["RR", "PM", "HE", "WE"])}${this.dice.letters(7)}`);
  }

  shipmentId(): string {
    return this.unique(() => `FBA${this.dice.pick(["15", "18", "19"])}${this.dice.letters(7)}`);
  }

  centre(): string {
    return this.dice.pick(this.place.centres);
  }

  // ---- items -----------------------------------------------------------------------------------

  /** A new item nobody else uses, with its row in costs.csv unless `cost` is null. */
  item(
    options: { cost?: number | null; fnsku?: string; asin?: string; msku?: string; listCost?: boolean } = {},
  ): Item {
    const { dice } = this;
    const asin = options.asin ?? this.unique(() => `B0${dice.letters(8)}`);
    const fnsku = options.fnsku ?? this.unique(() => `X00${dice.letters(7)}`);
    const msku = options.msku ?? this.msku();
    const cost = options.cost === undefined ? dice.int(250, 4200) : options.cost;
    const price = Math.max(dice.int(1200, 2500), Math.round((cost ?? 900) * 2.6));
    const item: Item = {
      msku,
      fnsku,
      asin,
      title: dice.pick(GOODS) + dice.pick(FLOURISHES),
      price,
      referral: Math.round(price * 0.15),
      fulfilment: dice.int(306, 899),
      cost,
    };
    this.items.push(item);
    if (cost !== null && options.listCost !== false)
      this.listCost(item, cost, dice.chance(0.5) ? null : addDays(this.start, -90));
    return item;
  }

  /** The user's sourcing cost of an item, keyed as users do: by FNSKU, by MSKU, or both. */
  listCost(
    item: Item,
    cost: number,
    validFrom: Day | null,
    costCurrency: string = this.place.currency,
    by: string = this.dice.pick(["fnsku", "msku", "both"]),
  ): void {
    this.costs.push({
      msku: by === "fnsku" ? "" : item.msku,
      fnsku: by === "msku" ? "" : item.fnsku,
      asin: "",
      cost,
      currency: costCurrency,
      validFrom,
    });
  }

  /** MSKUs as sellers make them up: some look like numbers to a spreadsheet. */
  msku(): string {
    const { dice } = this;
    return this.unique(() =>
      dice.pick([
        () => `${dice.letters(2)}-${dice.letters(4)}-${dice.digits(2)}`,
        () => `00${dice.digits(6)}`,
        () => `${dice.digits(3)}E${dice.digits(2)}-${this.place.code}`,
        () => `${dice.digits(1)}-${dice.digits(4)}`,
      ])(),
    );
  }
}
