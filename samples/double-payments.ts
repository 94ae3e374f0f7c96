/**
 * What was paid twice, worked out from the finished books (audits catalogue §8): per FNSKU and kind of loss, and
 * per order, plain sums over everything the files show. Apart from the program.
 */

import type { Day } from "../src/values/day.ts";
import { compareText } from "../src/values/hash.ts";
import type { Account } from "./account.ts";
import type { LedgerRow, Reimbursement, ReturnRow } from "./model.ts";
import { plantNote } from "./plant.ts";

const KINDS = [
  { reason: "Lost_Warehouse", codes: ["M", "5"] },
  { reason: "Damaged_Warehouse", codes: ["6", "E", "H", "K", "U", "7"] },
] as const;

const DAMAGED = ["DAMAGED", "WAREHOUSE_DAMAGED", "CARRIER_DAMAGED"];

export function plantDoublePayments(a: Account): void {
  a.begin("doublePayments");
  const rows = a.ledger.filter((row) => row.day <= a.asOf);
  const paid = a.reimbursements.filter((row) => row.day <= a.asOf);
  for (const kind of KINDS) ofItems(a, rows, paid, kind);
  ofOrders(a, paid);
}

const sum = <T>(list: readonly T[], of: (one: T) => number) =>
  list.reduce((total, one) => total + of(one), 0);

function ofItems(
  a: Account,
  ledger: readonly LedgerRow[],
  all: readonly Reimbursement[],
  kind: (typeof KINDS)[number],
): void {
  const mskus = new Map(ledger.map((row) => [row.msku, row.fnsku]));
  const fnskuOf = (row: Reimbursement) => row.fnsku || (mskus.get(row.msku) ?? "");
  const paid = all.filter((row) => row.reason === kind.reason && row.orderId === "" && row.total >= 0);
  for (const fnsku of new Set(paid.map(fnskuOf))) {
    const own = paid.filter((row) => fnskuOf(row) === fnsku).sort(oldestFirst);
    const rows = ledger.filter((row) => row.fnsku === fnsku);
    const reversed = all.filter((row) => row.originalType === kind.reason && fnskuOf(row) === fnsku);
    const losses = rows.filter(
      (row) => (kind.codes as readonly string[]).includes(row.reason) && row.quantity < 0,
    );
    const gone = -sum(losses, (row) => row.quantity) + paidInAnotherRight(a, rows, fnsku, kind.reason);
    const back =
      kind.reason === "Lost_Warehouse"
        ? found(
            rows,
            all.filter((row) => fnskuOf(row) === fnsku),
          )
        : 0;
    const surplus =
      sum(own, (row) => row.cash + row.stock) -
      sum(reversed, (row) => Math.abs(row.cash) || Math.round(row.total / row.perUnit)) -
      Math.max(0, gone - back);
    if (surplus > 0) expectSurplus(a, own, surplus, { fnsku });
  }
}

/** Units of an item lost between warehouses, or returned damaged and not paid under their order: paid by right. */
function paidInAnotherRight(a: Account, rows: readonly LedgerRow[], fnsku: string, reason: string): number {
  if (reason === "Lost_Warehouse") {
    const moved = rows.filter((row) => row.event === "WhseTransfers");
    return Math.max(0, -sum(moved, (row) => row.quantity));
  }
  const paid = new Set(a.reimbursements.map((row) => row.orderId));
  const damage = a.reimbursements.filter((row) => row.fnsku === fnsku && row.reason === reason);
  return a.returns.filter(
    (row) =>
      row.fnsku === fnsku &&
      DAMAGED.includes(row.disposition) &&
      !paid.has(row.orderId) &&
      // §5: payments for damage belong to a return when approved within 60 days.
      damage.some(({ day }) => day >= row.day - 7 && day <= row.day + 60),
  ).length;
}

/** A unit is back when it is the one that was sold, and in stock again. */
function isBack(a: Account, row: ReturnRow, fnsku: string): boolean {
  const booked = a.ledger.some(
    (one) => one.event === "CustomerReturns" && one.fnsku === row.fnsku && Math.abs(one.day - row.day) <= 7,
  );
  return row.fnsku === fnsku && (row.disposition !== "SELLABLE" || booked);
}

/** Finds, without those taken out again within 30 days and without N for a payment in stock within 30 days. */
function found(rows: readonly LedgerRow[], paid: readonly Reimbursement[]): number {
  const finds = rows
    .filter((row) => (row.reason === "F" || row.reason === "N") && row.quantity > 0)
    .map((row) => ({ row, left: row.quantity }))
    .sort((x, y) => x.row.day - y.row.day);
  for (const out of rows.filter((row) => row.reason === "O" && row.quantity < 0)) {
    const before = finds.filter(
      ({ row }) => row.disposition === out.disposition && row.day <= out.day && out.day - row.day <= 30,
    );
    use(before, -out.quantity);
  }
  for (const { day, stock } of paid.filter((row) => row.stock > 0 && row.total >= 0)) {
    use(
      finds.filter(({ row }) => row.reason === "N" && near(row.day, day)),
      stock,
    );
  }
  return sum(finds, ({ left }) => left);
}

const near = (one: Day, other: Day) => Math.abs(one - other) <= 30;

function use(finds: readonly { left: number }[], units: number): void {
  let rest = units;
  for (const find of finds) {
    const used = Math.min(rest, find.left);
    find.left -= used;
    rest -= used;
  }
}

function ofOrders(a: Account, all: readonly Reimbursement[]): void {
  const paid = all.filter((row) => row.orderId !== "" && row.total >= 0 && row.reason !== "Fee_Correction");
  for (const orderId of new Set(paid.map((row) => row.orderId))) {
    const order = a.orders.find((one) => one.id === orderId);
    if (order === undefined) continue;
    const own = paid.filter((row) => row.orderId === orderId).sort(oldestFirst);
    const principal = sum(
      a.money.filter(
        (event) => event.orderId === orderId && event.transaction !== "Order" && event.day <= a.asOf,
      ),
      (event) =>
        sum(
          event.lines.filter((line) => line.description === "Principal"),
          (line) => -line.minor,
        ),
    );
    const replaced = sum(
      a.replacements.filter((row) => row.originalOrderId === orderId),
      (row) => row.quantity,
    );
    const refunded = Math.min(order.units, Math.floor(principal / order.item.price + 0.02));
    const gone = Math.max(refunded, replaced);
    if (gone === 0) continue;
    const family = [
      orderId,
      ...a.replacements.filter((r) => r.originalOrderId === orderId).map((r) => r.replacementOrderId),
    ];
    const returned = a.returns.filter(
      (row) => family.includes(row.orderId) && isBack(a, row, order.item.fnsku),
    );
    const reversed = all.filter((row) => row.orderId === orderId && row.total < 0);
    const surplus =
      sum(own, (row) => row.cash + row.stock) -
      sum(reversed, (row) => Math.abs(row.cash) || 1) -
      Math.max(0, gone - returned.length) -
      returned.filter((row) => DAMAGED.includes(row.disposition)).length;
    if (surplus > 0) expectSurplus(a, own, surplus, { orderId });
  }
}

/** Payments of one day by their id. */
function oldestFirst(x: Reimbursement, y: Reimbursement): number {
  return x.day - y.day || compareText(x.id, y.id);
}

function expectSurplus(
  a: Account,
  paid: readonly Reimbursement[],
  surplus: number,
  about: { fnsku?: string; orderId?: string },
): void {
  const newest = paid[paid.length - 1];
  if (newest === undefined) return;
  let left = surplus;
  let minor = 0;
  for (const row of [...paid].reverse()) {
    const back = sum(
      a.reimbursements.filter((one) => one.originalId === row.id),
      (one) => Math.abs(one.cash) || 1,
    );
    const units = Math.min(left, Math.max(0, row.cash + row.stock - back));
    left -= units;
    minor += row.perUnit * Math.min(units, row.cash);
  }
  plantNote(a, "paid-twice", {
    event: newest.day,
    units: surplus,
    amount: minor === 0 ? null : minor,
    fnsku: newest.fnsku || (about.fnsku ?? ""),
    referenceId: newest.id,
    ...(about.orderId === undefined ? {} : { orderId: about.orderId }),
  });
}
