/**
 * The seller's account in one marketplace, as it happens: stories add items, orders, ledger rows,
 * payments and shipments here, and say what a correct program must find. Nothing is printed yet.
 */

import { addDays, type Day, formatDay } from "../src/values/day.ts";
import { currency, formatAmount, money } from "../src/values/money.ts";
import { Dice } from "./dice.ts";
import type {
  Approval,
  CostRow,
  InboundLine,
  InboundShipment,
  Item,
  LedgerEvent,
  LedgerRow,
  MoneyEvent,
  MoneyLine,
  Order,
  Planted,
  Reimbursement,
  RemovalCount,
  RemovalRow,
  ReplacementRow,
  ReturnRow,
  ServiceBill,
  SummaryRow,
} from "./model.ts";
import { clockChanges, PLACES, type Place, type PlaceCode } from "./places.ts";
import { type AuditId, BEFORE_ORDER, borderAges, timingOf, valuationKnown } from "./windows.ts";

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

export interface LossOptions {
  readonly reconciled?: number | null;
  readonly unreconciled?: number | null;
  readonly reason?: string;
  readonly disposition?: string;
  readonly centre?: string;
  readonly country?: string;
  readonly reference?: string;
  readonly before?: LedgerRow["before"];
}

export interface PayOptions {
  readonly reason: string;
  readonly day: Day;
  readonly cash?: number;
  readonly stock?: number;
  /** Per unit in minor units; default: what policy says the unit is worth. */
  readonly perUnit?: number;
  readonly order?: Order;
  readonly withoutFnsku?: boolean;
  /** The case it was paid under; now and then one unless said otherwise. */
  readonly caseId?: string;
  /** Where the payment shows; default in both. */
  readonly shows?: "report" | "settlement" | "both";
}

export class Account {
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
  private own(key: string): void {
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
  private clock(day: Day): number {
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

  // ---- the ledger ------------------------------------------------------------------------------

  ledgerRow(
    item: Item,
    event: LedgerEvent,
    day: Day,
    quantity: number,
    options: LossOptions = {},
  ): LedgerRow {
    this.own(item.fnsku);
    const row: LedgerRow = {
      day,
      fnsku: item.fnsku,
      asin: item.asin,
      msku: item.msku,
      title: item.title,
      event,
      reference: options.reference ?? (event === "Shipments" ? "" : this.reference()),
      quantity,
      centre: options.centre ?? this.centre(),
      country: options.country ?? this.place.country,
      disposition: options.disposition ?? "SELLABLE",
      reason: options.reason ?? "",
      reconciled: options.reconciled ?? null,
      unreconciled: options.unreconciled ?? null,
      before: options.before ?? null,
    };
    this.ledger.push(row);
    return row;
  }

  /** An adjustment; `units` is signed, and everything not said to be reconciled is unreconciled. */
  adjust(item: Item, reason: string, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    const reconciled = options.reconciled === undefined ? 0 : options.reconciled;
    const unreconciled =
      options.unreconciled === undefined ? Math.abs(units) - (reconciled ?? 0) : options.unreconciled;
    return this.ledgerRow(item, "Adjustments", day, units, { ...options, reason, reconciled, unreconciled });
  }

  /** An adjustment whose reconciliation columns Amazon leaves blank: O, P, Q, 3, 4, D, G. */
  note(item: Item, reason: string, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    return this.ledgerRow(item, "Adjustments", day, units, { ...options, reason });
  }

  /** Units lost in the warehouse: M, or 5 now and then. */
  lose(item: Item, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    return this.adjust(item, options.reason ?? (this.dice.chance(0.75) ? "M" : "5"), day, -units, options);
  }

  find(item: Item, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    return this.adjust(item, options.reason ?? (this.dice.chance(0.7) ? "F" : "N"), day, units, options);
  }

  /** Units damaged by Amazon, and the row that puts them among the damaged stock. */
  damage(item: Item, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    const reason = options.reason ?? "E";
    const from: Record<string, string> = {
      "6": "CARRIER_DAMAGED",
      "7": "EXPIRED",
      H: "CUSTOMER_DAMAGED",
      K: "DEFECTIVE",
      U: "DISTRIBUTOR_DAMAGED",
    };
    const row = this.adjust(item, reason, day, -units, {
      disposition: from[reason] ?? "SELLABLE",
      ...options,
      reason,
    });
    this.note(item, "P", day, units, { centre: row.centre, disposition: "WAREHOUSE_DAMAGED" });
    return row;
  }

  /** One side of a transfer between warehouses: units leave (below 0) or arrive. */
  move(item: Item, day: Day, units: number, options: LossOptions = {}): LedgerRow {
    return this.ledgerRow(item, "WhseTransfers", day, units, options);
  }

  transfer(item: Item, day: Day, arrives: Day, units: number): void {
    this.ledgerRow(item, "WhseTransfers", day, -units);
    this.ledgerRow(item, "WhseTransfers", arrives, units);
  }

  // ---- orders, refunds, returns ----------------------------------------------------------------

  order(item: Item, day: Day, units = 1, channel: Order["channel"] = "AFN", id?: string): Order {
    const order: Order = {
      id:
        id ??
        (channel === "multi-channel"
          ? this.unique(() => `S01-${this.dice.digits(7)}-${this.dice.digits(7)}`)
          : this.orderId()),
      day,
      second: this.daytime(),
      item,
      units,
      channel,
      itemCode: `0${this.dice.digits(13)}`,
    };
    this.own(order.id);
    this.orders.push(order);
    const shipped = addDays(day, 1);
    const lines: MoneyLine[] = [
      { type: "ItemPrice", description: "Principal", minor: item.price * units },
      { type: "ItemFees", description: "Commission", minor: -item.referral * units },
    ];
    if (channel !== "MFN") {
      lines.push({
        type: "ItemFees",
        description: "FBAPerUnitFulfillmentFee",
        minor: -item.fulfilment * units,
      });
      for (let unit = 0; unit < units; unit++) this.ledgerRow(item, "Shipments", shipped, -1);
    }
    this.post({
      day: shipped,
      transaction: "Order",
      order,
      quantity: units,
      lines: channel === "multi-channel" ? lines.slice(2) : lines,
    });
    return order;
  }

  /** Money back to the customer, in whole units unless `principal` says otherwise. */
  refund(
    order: Order,
    day: Day,
    options: { units?: number; principal?: number; transaction?: string } = {},
  ): void {
    const units = options.units ?? order.units;
    const principal = options.principal ?? order.item.price * units;
    const fee = Math.round((order.item.referral * principal) / order.item.price);
    this.post({
      day,
      transaction: options.transaction ?? "Refund",
      order,
      quantity: Math.max(1, Math.floor(principal / order.item.price)),
      partial: principal % order.item.price !== 0,
      lines: [
        { type: "ItemPrice", description: "Principal", minor: -principal },
        { type: "ItemFees", description: "Commission", minor: fee },
        { type: "ItemFees", description: "RefundCommission", minor: -Math.min(500, Math.round(fee * 0.2)) },
      ],
    });
  }

  /** A settlement transaction about an order. */
  post(event: {
    day: Day;
    transaction: string;
    order: Order;
    quantity: number;
    partial?: boolean;
    lines: readonly MoneyLine[];
  }): void {
    const { order } = event;
    this.money.push({
      day: event.day,
      second: this.daytime(),
      transaction: event.transaction,
      orderId: order.id,
      adjustmentId: event.transaction === "Order" ? "" : `amzn1:crow:${this.dice.letters(12)}`,
      site: order.channel === "multi-channel" ? `Non-Amazon ${this.place.code}` : this.place.site,
      fulfilment: order.channel === "MFN" ? "MFN" : "AFN",
      itemCode: order.itemCode,
      sku: order.item.msku,
      title: order.item.title,
      quantity: event.quantity,
      partial: event.partial ?? false,
      lines: event.lines,
    });
  }

  /** One unit back from a customer, in the returns report and in the ledger. */
  giveBack(
    order: Order,
    day: Day,
    disposition: string,
    options: {
      status?: string;
      plate?: string;
      as?: Item;
      reason?: string;
      inLedger?: boolean;
      orderId?: string;
    } = {},
  ): ReturnRow {
    const item = options.as ?? order.item;
    const row: ReturnRow = {
      day,
      second: this.clock(day),
      orderId: options.orderId ?? order.id,
      msku: item.msku,
      asin: item.asin,
      fnsku: item.fnsku,
      title: item.title,
      quantity: 1,
      centre: this.centre(),
      disposition,
      reason:
        options.reason ??
        this.dice.pick(["UNWANTED_ITEM", "NOT_AS_DESCRIBED", "ORDERED_WRONG_ITEM", "NO_REASON_GIVEN"]),
      status: options.status ?? "Unit returned to inventory",
      plate: options.plate ?? this.plate(),
    };
    this.returns.push(row);
    if (options.inLedger !== false) {
      this.ledgerRow(item, "CustomerReturns", day, 1, {
        disposition: disposition === "DAMAGED" ? "WAREHOUSE_DAMAGED" : disposition,
        centre: row.centre,
      });
    }
    return row;
  }

  /** A free replacement; the row names the order it is sent under. */
  replace(order: Order, day: Day, reasonCode: number): ReplacementRow {
    const row: ReplacementRow = {
      day,
      second: this.clock(day),
      msku: order.item.msku,
      asin: order.item.asin,
      centre: this.centre(),
      quantity: 1,
      reasonCode,
      replacementOrderId: this.orderId(),
      originalOrderId: order.id,
    };
    this.replacements.push(row);
    this.ledgerRow(order.item, "Shipments", day, -1);
    return row;
  }

  // ---- payments --------------------------------------------------------------------------------

  /** What policy says Amazon pays for a unit of this item: before an order its capped cost, after it the price less fees. */
  worth(item: Item, afterOrder: boolean): number {
    if (afterOrder) return item.price - item.referral - item.fulfilment;
    return Math.min(item.cost ?? 900, this.place.unitCap);
  }

  pay(item: Item, options: PayOptions): Reimbursement {
    this.own(item.fnsku);
    const cash = options.cash ?? (options.stock === undefined ? 1 : 0);
    const stock = options.stock ?? 0;
    const perUnit = cash === 0 ? 0 : (options.perUnit ?? this.worth(item, options.order !== undefined));
    const row: Reimbursement = {
      day: options.day,
      second: this.clock(options.day),
      id: this.unique(() => this.dice.digits(11)),
      caseId: options.caseId ?? (this.dice.chance(0.3) ? this.dice.digits(11) : ""),
      orderId: options.order?.id ?? "",
      reason: options.reason,
      msku: item.msku,
      fnsku: options.withoutFnsku ? "" : item.fnsku,
      asin: item.asin,
      title: item.title,
      perUnit,
      total: perUnit * cash,
      cash,
      stock,
      originalId: "",
      originalType: "",
    };
    if (options.shows !== "settlement") this.reimbursements.push(row);
    if (options.shows !== "report" && cash > 0)
      this.settle(row, SETTLED_AS[options.reason] ?? "MISSING_FROM_INVENTORY");
    return row;
  }

  /** Amazon takes a payment back. `units` 0 leaves the unit columns at 0: the amount alone tells. */
  reverse(
    paid: Reimbursement,
    day: Day,
    options: { units?: number; cash?: number; stock?: number; unreferenced?: boolean } = {},
  ): Reimbursement {
    const units = options.units ?? paid.cash;
    const row: Reimbursement = {
      ...paid,
      day,
      second: this.clock(day),
      id: this.unique(() => this.dice.digits(11)),
      caseId: "",
      reason: "Reimbursement_Reversal",
      perUnit: -paid.perUnit,
      total: -paid.perUnit * units,
      cash: options.cash ?? -units,
      stock: options.stock ?? 0,
      originalId: options.unreferenced ? "" : paid.id,
      originalType: options.unreferenced ? "" : paid.reason,
    };
    this.reimbursements.push(row);
    this.settle(row, "COMPENSATED_CLAWBACK");
    return row;
  }

  private settle(row: Reimbursement, description: string): void {
    const day = addDays(row.day, this.dice.int(1, 4));
    if (day > this.asOf) return;
    this.money.push({
      day,
      second: this.daytime(),
      transaction: "other-transaction",
      orderId: row.orderId,
      adjustmentId: `amzn1:crow:${this.dice.letters(12)}`,
      site: "",
      fulfilment: "",
      itemCode: "",
      sku: row.msku,
      title: row.title,
      quantity: Math.max(1, Math.abs(row.cash)),
      partial: false,
      lines: [{ type: "FBA Inventory Reimbursement", description, minor: row.total }],
    });
  }

  // ---- inbound ---------------------------------------------------------------------------------

  /** A shipment to Amazon; what arrived is added with `receive`, what the queue says with `options`. */
  ship(
    created: Day,
    lines: readonly InboundLine[],
    options: {
      status?: string | null;
      located: number;
      updated?: Day;
      packs?: InboundShipment["packs"];
      id?: string;
    },
  ): InboundShipment {
    const shipment: InboundShipment = {
      id: options.id ?? this.shipmentId(),
      created,
      updated: options.updated ?? this.after(created, 0, 40),
      status: options.status === undefined ? this.dice.pick(["CLOSED", "Closed"]) : options.status,
      expected: lines.reduce((sum, line) => sum + line.shipped, 0),
      located: options.located,
      packs: options.packs ?? [{ number: 1, of: 1, lines }],
    };
    this.own(shipment.id);
    this.shipments.push(shipment);
    return shipment;
  }

  receive(shipment: InboundShipment, item: Item, day: Day, units: number): void {
    this.own(shipment.id);
    if (units !== 0) this.ledgerRow(item, "Receipts", day, units, { reference: shipment.id });
  }

  /** What Amazon's partnered carrier cost for a shipment (below 0), or what of it is credited. */
  carriage(shipmentId: string, day: Day, minor: number): void {
    this.money.push({
      day,
      second: this.daytime(),
      transaction: "ServiceFee",
      orderId: shipmentId,
      adjustmentId: "",
      site: "",
      fulfilment: "",
      itemCode: "",
      sku: "",
      title: "",
      quantity: 0,
      partial: false,
      lines: [{ type: "other-transaction", description: "FBAInboundTransportationFee", minor }],
    });
  }

  // ---- what a correct program finds ------------------------------------------------------------

  expect(
    audit: AuditId,
    found: {
      event: Day;
      units: number;
      /** What is at stake in minor units; null when it can't be valued. */
      amount: number | null;
      /** When the clock starts, where that is not the event's day. */
      clock?: Day;
      graceFrom?: Day;
      marketplace?: string;
      fnsku?: string;
      msku?: string;
      orderId?: string;
      shipmentId?: string;
      referenceId?: string;
    },
  ): void {
    const time = timingOf(audit, this.place.code, found.clock ?? found.event, this.asOf, found.graceFrom);
    const unknown = BEFORE_ORDER.has(audit) && !valuationKnown(this.place.code, found.event);
    const amount = unknown ? null : found.amount;
    this.planted.push({
      ...this.keysOf(audit, found),
      state: time.state,
      quantity: found.units,
      amount: amount === null ? null : formatAmount(money(amount, currency(this.place.currency))),
      currency: amount === null ? null : this.place.currency,
      eventDate: formatDay(found.event),
      opens: formatDay(time.opens),
      deadline: formatDay(time.deadline),
      estimated: time.estimated,
    });
  }

  /** Something worth a look that is no claim. */
  expectInfo(
    audit: AuditId,
    found: {
      event: Day;
      units: number;
      fnsku?: string;
      msku?: string;
      orderId?: string;
      shipmentId?: string;
      referenceId?: string;
    },
  ): void {
    this.planted.push({
      ...this.keysOf(audit, found),
      state: "info",
      quantity: found.units,
      amount: null,
      currency: null,
      eventDate: formatDay(found.event),
      opens: null,
      deadline: null,
      estimated: false,
    });
  }

  /** So many units of a ledger row are lost and still owed. */
  expectLost(row: LedgerRow, units: number, cost?: number | null): void {
    this.expectWarehouse("warehouse-lost", row, units, cost);
  }

  expectDamaged(row: LedgerRow, units: number, cost?: number | null): void {
    this.expectWarehouse("warehouse-damaged", row, units, cost);
  }

  expectDisposed(row: LedgerRow, units: number): void {
    this.expectWarehouse("disposed-without-request", row, units, undefined);
  }

  /** A transfer takes 60 days at most: from then on its units are lost. */
  expectTransferLost(row: LedgerRow, units: number): void {
    this.expectWarehouse("transfer-lost", row, units, undefined, addDays(row.day, 60));
  }

  private expectWarehouse(
    audit: "warehouse-lost" | "warehouse-damaged" | "disposed-without-request" | "transfer-lost",
    row: LedgerRow,
    units: number,
    cost: number | null | undefined,
    clock = row.day,
  ): void {
    const item = this.items.find((one) => one.fnsku === row.fnsku && one.msku === row.msku);
    const known = cost === undefined ? (item?.cost ?? null) : cost;
    this.expect(audit, {
      event: row.day,
      clock,
      units,
      amount: known === null ? null : units * Math.min(known, this.place.unitCap),
      fnsku: row.fnsku,
      msku: row.msku,
      referenceId: row.reference,
      marketplace: row.country === this.place.country ? this.place.code : row.country,
    });
  }

  /** Units of an order that were refunded or replaced and never came back, or not as they should have. */
  expectOrder(
    audit:
      | "refund-not-returned"
      | "returned-damaged-by-amazon"
      | "returned-not-restocked"
      | "wrong-item-returned"
      | "replacement-not-returned",
    order: Order,
    event: Day,
    units: number,
  ): void {
    this.expect(audit, {
      event,
      units,
      amount: units * this.worth(order.item, true),
      orderId: order.id,
      msku: order.item.msku,
    });
  }

  /** So much more was refunded of an order than had been paid; the units are those it was refunded for. */
  expectOverRefund(order: Order, event: Day, excess: number): void {
    this.expect("refund-above-payment", {
      event,
      units: order.units,
      amount: excess,
      orderId: order.id,
      msku: order.item.msku,
    });
  }

  private keysOf(
    audit: AuditId,
    found: {
      marketplace?: string;
      fnsku?: string;
      msku?: string;
      orderId?: string;
      shipmentId?: string;
      referenceId?: string;
    },
  ) {
    return {
      audit,
      marketplace: found.marketplace ?? this.place.code,
      fnsku: found.fnsku ?? null,
      msku: found.msku ?? null,
      orderId: found.orderId ?? null,
      shipmentId: found.shipmentId ?? null,
      referenceId: found.referenceId ?? null,
      story: this.story,
    };
  }
}

/** What the settlement calls a reimbursement the report names so. */
const SETTLED_AS: Readonly<Record<string, string>> = {
  Lost_Warehouse: "WAREHOUSE_LOST",
  Damaged_Warehouse: "WAREHOUSE_DAMAGE",
  Lost_Inbound: "MISSING_FROM_INBOUND",
  Damaged_Inbound: "INBOUND_CARRIER_DAMAGE",
  CustomerReturn: "REVERSAL_REIMBURSEMENT",
  CustomerServiceIssue: "CS_ERROR_ITEMS",
  Fee_Correction: "INCORRECT_FEES_ITEMS",
  Free_Replacement: "FREE_REPLACEMENT_REFUND_ITEMS",
};
