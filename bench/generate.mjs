/**
 * Inputs by size, the same bytes for the same options: a US seller's inventory ledger (quoted CSV, as Seller
 * Central gives it), reimbursements, costs and a settlement. What happens in them is what makes reconciling hard:
 * units lost, found again, found before they were missed, paid in cash or in stock, damaged, transferred.
 */
import { closeSync, existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const OUT = join(dirname(fileURLToPath(import.meta.url)), "out");

/** The ledger reaches back 18 months from the as-of day. */
export const AS_OF = "2026-11-20";
const FIRST = dayNumber("2025-05-21");
const LAST = dayNumber(AS_OF);

/** Changes with what is generated, so that older files are not taken for current ones. */
const VERSION = 1;

const CENTRES = ["LGB3", "IND8", "SAN3", "PHX7", "ABE8", "MDW2", "TEB9", "CLT2", "DFW7", "RIC1"];
const NAMES = [
  "Travel Mug",
  "Yoga Strap",
  "Cable Organiser",
  "Bamboo Cutting Board",
  "Dog Bowl",
  "Desk Lamp",
  "Picture Frame – Café Edition",
  'Storage Basket 12"',
];

/** @param {number} seed  @returns numbers from 0 to below 1 (mulberry32, public domain) */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function dayNumber(text) {
  return Date.parse(`${text}T00:00:00Z`) / 86_400_000;
}

const printedDays = new Map();
/** A day as the files print it: `07/06/2026`, `2026-07-06`, and the hours ahead of UTC in Los Angeles. */
function printed(day) {
  let found = printedDays.get(day);
  if (found === undefined) {
    const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
    const zone = new Intl.DateTimeFormat("en-US", {
      timeZone: "America/Los_Angeles",
      timeZoneName: "longOffset",
    }).format(new Date(day * 86_400_000 + 20 * 3_600_000));
    const offset = /-0[78]/.exec(zone)?.[0] ?? "-08";
    found = { iso, us: `${iso.slice(5, 7)}/${iso.slice(8)}/${iso.slice(0, 4)}`, offset };
    printedDays.set(day, found);
  }
  return found;
}

function code(random, length, letters = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789") {
  let text = "";
  for (let i = 0; i < length; i++) text += letters[Math.floor(random() * letters.length)];
  return text;
}

/** Writes in blocks, under a name of its own until it is whole. */
class Lines {
  #file;
  #block = [];
  #length = 0;
  constructor(path) {
    this.path = path;
    this.#file = openSync(`${path}.part`, "w");
  }
  add(line) {
    this.#block.push(line);
    this.#length += line.length;
    if (this.#length > 4_000_000) this.#flush();
  }
  #flush() {
    if (this.#block.length > 0) writeSync(this.#file, this.#block.join(""));
    this.#block = [];
    this.#length = 0;
  }
  close() {
    this.#flush();
    closeSync(this.#file);
    renameSync(`${this.path}.part`, this.path);
    return this.path;
  }
}

function itemsOf(random, count) {
  return Array.from({ length: count }, (_, n) => ({
    fnsku: `X00${code(random, 7)}`,
    asin: `B0${code(random, 8)}`,
    msku: `${code(random, 2)}-${code(random, 4)}-${n}`,
    title: `${NAMES[n % NAMES.length]}, ${code(random, 6)} ${["Black", "Blue", "Large", "Set of 2"][n % 4]}`,
    cost: Math.round(300 + random() * 3700) / 100,
    quietUntil: 0,
    lastLoss: 0,
  }));
}

/** @param {{rows: number, shape?: "usual" | "one-item" | "all-items" | "equal"}} options */
export function reconciliationFiles({ rows, shape = "usual" }) {
  const folder = join(OUT, `v${VERSION}-${shape}-${rows}`);
  const files = {
    ledger: join(folder, "inventory-ledger.csv"),
    reimbursements: join(folder, "reimbursements.txt"),
    costs: join(folder, "costs.csv"),
  };
  if (Object.values(files).every((path) => existsSync(path))) return files;
  mkdirSync(folder, { recursive: true });
  const random = dice(rows + shape.length);
  const count =
    shape === "one-item" || shape === "equal" ? 1 : shape === "all-items" ? rows : Math.ceil(rows / 250);
  const items = itemsOf(random, count);
  const payments = [];
  const ledger = new Lines(files.ledger);
  ledger.add(
    '"Date","FNSKU","ASIN","MSKU","Title","Event Type","Reference ID","Quantity","Fulfillment Center","Disposition","Reason","Country","Reconciled Quantity","Unreconciled Quantity","Date and Time","Store"\n',
  );
  let reference = 20_000_000_000_000;
  let written = 0;
  const write = (day, item, event, quantity, more = {}) => {
    const { centre = "LGB3", disposition = "SELLABLE", reason = "", reconciled = "", open = "", ref } = more;
    const { us, iso, offset } = printed(day);
    reference += 1 + Math.floor(random() * 900);
    written++;
    ledger.add(
      `"${us}","${item.fnsku}","${item.asin}","${item.msku}","${item.title.replaceAll('"', '""')}","${event}","${ref ?? reference}","${quantity}","${centre}","${disposition}","${reason}","US","${reconciled}","${open}","${iso}T00:00:00${offset}00",""\n`,
    );
  };
  if (shape === "equal") {
    const lost = { reason: "M", reconciled: 0, open: 1, ref: reference };
    while (written < rows) write(LAST - 200, items[0], "Adjustments", -1, lost);
  } else {
    tellDays({ rows, items, random, write, payments, count: () => written });
  }
  ledger.close();
  writePayments(files.reimbursements, payments, random, Math.round(rows / 10), items);
  const costs = new Lines(files.costs);
  costs.add("msku,fnsku,asin,unit-cost,currency,valid-from\n");
  for (const item of items) {
    costs.add(`${item.msku},${item.fnsku},${item.asin},${item.cost.toFixed(2)},USD,2020-01-01\n`);
  }
  costs.close();
  return files;
}

/** Day by day; what a loss leads to later (a find, a payment, an arrival) waits in its day's bucket. */
function tellDays({ rows, items, random, write, payments, count }) {
  const days = LAST - FIRST + 1;
  const later = new Map();
  const on = (day, tell) => {
    if (day > LAST) return;
    const bucket = later.get(day);
    if (bucket === undefined) later.set(day, [tell]);
    else bucket.push(tell);
  };
  const any = (list) => list[Math.floor(random() * list.length)];
  const within = (from, to) => from + Math.floor(random() * (to - from + 1));
  for (let day = FIRST; day <= LAST; day++) {
    const until = Math.round((rows * (day - FIRST + 1)) / days);
    for (const tell of later.get(day) ?? []) if (count() < rows) tell();
    later.delete(day);
    while (count() < until) {
      const item = any(items);
      const centre = any(CENTRES);
      const roll = random();
      if (roll < 0.66) {
        write(day, item, "Shipments", -within(1, 2), { centre });
      } else if (roll < 0.72) {
        const disposition = random() < 0.8 ? "SELLABLE" : "CUSTOMER_DAMAGED";
        write(day, item, "CustomerReturns", 1, { centre, disposition });
      } else if (roll < 0.76) {
        write(day, item, "Receipts", within(10, 60), { centre });
      } else if (roll < 0.88) {
        const units = within(1, 30);
        write(day, item, "WhseTransfers", -units, { centre });
        const to = any(CENTRES);
        on(day + within(1, 10), () => write(day, item, "WhseTransfers", units, { centre: to }));
      } else {
        tellAdjustment({ day, item, centre, random, within, write, on, payments });
      }
    }
  }
}

function tellAdjustment({ day, item, centre, random, within, write, on, payments }) {
  const units = random() < 0.8 ? 1 : within(2, 5);
  const pay = (reason, wait) => {
    const date = day + wait;
    on(date, () => payments.push({ date, item, reason, units }));
  };
  const roll = random();
  if (roll < 0.12 && day + 20 <= LAST) {
    // Matched by Amazon itself: both sides reconciled.
    const matched = { centre, reconciled: units, open: 0 };
    write(day, item, "Adjustments", -units, { ...matched, reason: "M" });
    on(day + within(1, 20), () => write(day, item, "Adjustments", units, { ...matched, reason: "F" }));
  } else if (roll < 0.45) {
    const open = { centre, reconciled: 0, open: units, reason: "E" };
    write(day, item, "Adjustments", -units, open);
    write(day, item, "Adjustments", units, { centre, reason: "P", disposition: "WAREHOUSE_DAMAGED" });
    if (random() < 0.7) pay("Damaged_Warehouse", within(5, 45));
  } else {
    const open = { centre, reconciled: 0, open: units };
    // Some units are booked as found a few days before they are booked as lost.
    if (random() < 0.03) {
      write(day, item, "Adjustments", units, { ...open, reason: "F" });
      on(day + within(1, 6), () => write(day, item, "Adjustments", -units, { ...open, reason: "M" }));
      return;
    }
    write(day, item, "Adjustments", -units, { ...open, reason: "M" });
    const ending = random();
    if (ending < 0.45) {
      const back = day + within(1, 60);
      on(back, () => write(back, item, "Adjustments", units, { ...open, reason: "F" }));
    } else if (ending < 0.75) pay("Lost_Warehouse", within(5, 45));
  }
}

/** What Amazon paid: for losses as told, and for customer orders the rest, some of it taken back. */
function writePayments(path, payments, random, rows, items) {
  const file = new Lines(path);
  file.add(
    "approval-date\treimbursement-id\tcase-id\tamazon-order-id\treason\tsku\tfnsku\tasin\tproduct-name\tcondition\tcurrency-unit\tamount-per-unit\tamount-total\tquantity-reimbursed-cash\tquantity-reimbursed-inventory\tquantity-reimbursed-total\toriginal-reimbursement-id\toriginal-reimbursement-type\n",
  );
  let id = 40_000_000_000;
  const write = ({ date, item, reason, units, order = "", stock = 0, back = "", perUnit }) => {
    const { iso, offset } = printed(date);
    id += 1 + Math.floor(random() * 50);
    const cash = units - stock;
    const total = (perUnit * cash) / 100;
    const [hour, minute] = [Math.floor(random() * 24), Math.floor(random() * 60)];
    const at = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:17`;
    file.add(
      `${iso}T${at}${offset}:00\t${id}\t\t${order}\t${reason}\t${item.msku}\t${item.fnsku}\t${item.asin}\t${item.title}\tNewItem\tUSD\t${(perUnit / 100).toFixed(2)}\t${total.toFixed(2)}\t${cash}\t${stock}\t${units}\t${back}\t${back === "" ? "" : reason}\n`,
    );
    return id;
  };
  const told = payments.slice(0, rows);
  const orders = rows - told.length;
  const all = told.map((payment) => ({ ...payment, order: "" }));
  for (let n = 0; n < orders; n++) {
    const date = FIRST + Math.floor(random() * (LAST - FIRST));
    const item = items[Math.floor(random() * items.length)];
    const order = `${111 + (n % 4)}-${code(random, 7, "0123456789")}-${code(random, 7, "0123456789")}`;
    all.push({
      date,
      item,
      order,
      units: 1,
      reason: n % 5 === 0 ? "CustomerServiceIssue" : "CustomerReturn",
    });
  }
  all.sort((a, b) => a.date - b.date);
  for (const payment of all) {
    const full = Math.round(payment.item.cost * 100);
    const perUnit = random() < 0.15 ? Math.round(full * (0.5 + random() * 0.4)) : full;
    const stock = payment.order === "" && random() < 0.05 ? payment.units : 0;
    const paid = write({ ...payment, stock, perUnit });
    if (payment.order !== "" && random() < 0.01 && payment.date + 40 <= LAST) {
      write({
        ...payment,
        date: payment.date + 40,
        units: -1,
        perUnit,
        reason: "Reimbursement_Reversal",
        back: String(paid),
      });
    }
  }
  file.close();
}

/** Flat file V2, without quotes, tab by tab. */
export function settlementFile({ rows }) {
  const folder = join(OUT, `v${VERSION}-settlement-${rows}`);
  const path = join(folder, "settlement.txt");
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const random = dice(rows);
  const items = itemsOf(random, Math.ceil(rows / 250));
  const body = [];
  let total = 0;
  const settlement = "25456284298";
  const line = (cells) => `${cells.join("\t")}\n`;
  for (let n = 1; n < rows; ) {
    const order = `${111 + (n % 4)}-${code(random, 7, "0123456789")}-${code(random, 7, "0123456789")}`;
    const item = items[Math.floor(random() * items.length)];
    const price = 900 + Math.floor(random() * 9000);
    const { iso } = printed(LAST - 14 + Math.floor((14 * n) / rows));
    const time = `${iso} ${String(Math.floor(random() * 24)).padStart(2, "0")}:57:${String(n % 60).padStart(2, "0")} UTC`;
    const orderItem = code(random, 14, "0123456789");
    const amounts = [
      ["ItemPrice", "Principal", price, 1],
      ["ItemPrice", "Tax", Math.round(price * 0.07), ""],
      ["ItemFees", "Commission", -Math.round(price * 0.15), ""],
      ["ItemFees", "FBAPerUnitFulfillmentFee", -(300 + Math.floor(random() * 500)), ""],
      ["ItemWithheldTax", "MarketplaceFacilitatorTax-Principal", -Math.round(price * 0.07), ""],
    ];
    for (const [type, description, minor, quantity] of amounts) {
      if (n++ >= rows) break;
      total += minor;
      body.push(
        line([
          settlement,
          "",
          "",
          "",
          "",
          "",
          "Order",
          order,
          order,
          "",
          `D${code(random, 8)}`,
          "Amazon.com",
          type,
          description,
          (minor / 100).toFixed(2),
          "AFN",
          iso,
          time,
          orderItem,
          "",
          "",
          item.msku,
          quantity,
          "",
        ]),
      );
    }
  }
  const file = new Lines(path);
  file.add(
    "settlement-id\tsettlement-start-date\tsettlement-end-date\tdeposit-date\ttotal-amount\tcurrency\ttransaction-type\torder-id\tmerchant-order-id\tadjustment-id\tshipment-id\tmarketplace-name\tamount-type\tamount-description\tamount\tfulfillment-id\tposted-date\tposted-date-time\torder-item-code\tmerchant-order-item-id\tmerchant-adjustment-item-id\tsku\tquantity-purchased\tpromotion-id\n",
  );
  const [from, to, paid] = [LAST - 14, LAST, LAST + 2].map((day) => `${printed(day).iso} 21:30:00 UTC`);
  file.add(line([settlement, from, to, paid, (total / 100).toFixed(2), "USD", ...Array(18).fill("")]));
  for (const one of body) file.add(one);
  return file.close();
}

/** Bytes of a file, as megabytes of a million. */
export function megabytes(path) {
  return statSync(path).size / 1e6;
}
