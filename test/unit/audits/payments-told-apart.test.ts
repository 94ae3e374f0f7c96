/** How the rows of `reimbursements` are read: what paid, what took back, in which units, and which row is which. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { paymentsOf, reimbursementKey } from "../../../src/audits/account/payments.ts";
import { formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import { paid, type Row, takenBack } from "./build.ts";

const read = (rows: readonly Row[], marketplace = "US") =>
  paymentsOf(accountOf(inputOf({ asOf: "2026-06-30", marketplace, reports: { reimbursements: rows } })));
const pay = (reimbursementId: string, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-05-01", 1, { reimbursementId, ...more });

/** The row alone: `payment 1 cash 2 stock`, `reversal of 3`. */
function told(row: Row): string[] {
  const { paid: payments, reversals } = read([row]);
  return [
    ...payments.map((p) => `payment ${p.cashUnits} cash ${p.stockUnits} stock, ${p.left} to use`),
    ...reversals.map((r) => `reversal of ${r.units}, ${r.open} open, ${r.stockUnits} stock`),
  ];
}

describe("a row", () => {
  it.each<[string, Row, string]>([
    ["pays", pay("P"), "payment 1 cash 0 stock, 1 to use"],
    [
      "pays nothing, and takes nothing back",
      pay("P", { amountTotal: 0 }),
      "payment 1 cash 0 stock, 1 to use",
    ],
    [
      "takes back, whatever the case of its reason",
      pay("P", { reason: "REIMBURSEMENT_REVERSAL" }),
      "reversal of 1, 1 open, 0 stock",
    ],
    [
      "takes back when its reason has the word in it",
      pay("P", { reason: "Compensation reversal (other)" }),
      "reversal of 1, 1 open, 0 stock",
    ],
    [
      "takes back when it names an original",
      pay("P", { originalReimbursementId: "Q" }),
      "reversal of 1, 1 open, 0 stock",
    ],
    ["takes back a cent", pay("P", { amountTotal: -0.01 }), "reversal of 1, 1 open, 0 stock"],
    ["without an amount pays", pay("P", { amountTotal: null }), "payment 1 cash 0 stock, 1 to use"],
  ])("%s", (_, row, expected) => {
    expect(told(row)).toEqual([expected]);
  });

  /** Cash, stock, total and old quantity as printed; "-" is a blank cell. */
  const quantities = (text: string, more: Row = {}): Row => {
    const [cash, stock, total, old] = text.split(" ").map((cell) => (cell === "-" ? null : Number(cell)));
    return pay("P", {
      quantityReimbursedCash: cash ?? null,
      quantityReimbursedInventory: stock ?? null,
      quantityReimbursedTotal: total ?? null,
      quantity: old ?? null,
      ...more,
    });
  };
  it.each<[string, Row, string]>([
    ["in cash and in stock", quantities("2 3 5 -"), "payment 2 cash 3 stock, 5 to use"],
    ["in cash alone, the other column blank", quantities("2 - 9 -"), "payment 2 cash 0 stock, 2 to use"],
    ["in stock alone, the other column blank", quantities("- 3 9 -"), "payment 0 cash 3 stock, 3 to use"],
    ["the total, in money: cash", quantities("- - 4 9"), "payment 4 cash 0 stock, 4 to use"],
    [
      "the total, without money: stock",
      quantities("- - 4 9", { amountTotal: 0 }),
      "payment 0 cash 4 stock, 4 to use",
    ],
    ["the old quantity, in money: cash", quantities("- - - 4"), "payment 4 cash 0 stock, 4 to use"],
    [
      "the old quantity, no amount printed: stock",
      quantities("- - - 4", { amountTotal: null }),
      "payment 0 cash 4 stock, 4 to use",
    ],
    ["none, where no quantity is printed", quantities("- - - -"), "payment 0 cash 0 stock, 0 to use"],
    ["never below zero", quantities("-2 -3 -5 -"), "payment 0 cash 0 stock, 0 to use"],
  ])("pays units: %s", (_, row, expected) => {
    expect(told(row)).toEqual([expected]);
  });

  const minus = { reason: "Reimbursement_Reversal", amountTotal: -8.4 };
  it.each<[string, Row, string]>([
    ["as many as it names", quantities("-2 0 -2 -", minus), "reversal of 2, 2 open, 0 stock"],
    ["with a plus sign as well", quantities("2 0 2 -", minus), "reversal of 2, 2 open, 0 stock"],
    ["those of the old layout", quantities("- - - -3", minus), "reversal of 3, 3 open, 0 stock"],
    [
      "at least one, with the units of stock beside it",
      quantities("0 -2 -2 -", minus),
      "reversal of 1, 1 open, 2 stock",
    ],
    ["one, where it names none", quantities("- - - -", minus), "reversal of 1, 1 open, 0 stock"],
  ])("takes back units: %s", (_, row, expected) => {
    expect(told(row)).toEqual([expected]);
  });

  it.each<[string, Row, Row, number]>([
    [
      "by the money, over what the original paid per unit",
      pay("Q", { amountTotal: 12, quantityReimbursedCash: 3 }),
      { amountTotal: -8 },
      2,
    ],
    ["rounded", pay("Q", { amountTotal: 12, quantityReimbursedCash: 3 }), { amountTotal: -6.5 }, 2],
    [
      "at least one of a smaller sum",
      pay("Q", { amountTotal: 12, quantityReimbursedCash: 3 }),
      { amountTotal: -1 },
      1,
    ],
    [
      "its own units before the money",
      pay("Q", { amountTotal: 12, quantityReimbursedCash: 3 }),
      { amountTotal: -12, quantityReimbursedCash: -1 },
      1,
    ],
    [
      "one, when the original paid no units in cash",
      pay("Q", { amountTotal: 12, quantityReimbursedCash: 0, quantityReimbursedInventory: 3 }),
      { amountTotal: -8 },
      1,
    ],
    [
      "one, when the original paid no money",
      pay("Q", { amountTotal: 0, quantityReimbursedCash: 3 }),
      { amountTotal: -8 },
      1,
    ],
    [
      "one, when the original names no amount",
      pay("Q", { amountTotal: null, quantityReimbursedCash: 3 }),
      { amountTotal: -8 },
      1,
    ],
    [
      "one, when it names no amount itself",
      pay("Q", { amountTotal: 12, quantityReimbursedCash: 3 }),
      { amountTotal: null },
      1,
    ],
  ])("takes back units of a known payment: %s", (_, original, more, units) => {
    const reversal = takenBack("Q", "2026-05-20", 0, { quantityReimbursedCash: 0, ...more });
    expect(read([original, reversal]).reversals.map((r) => r.units)).toEqual([units]);
  });
});

describe("a payment is about", () => {
  const about = (named: string) => {
    const { paid: payments, ofOrder } = read([pay("P", { amazonOrderId: named })]);
    return [payments[0]?.orderId, payments[0]?.shipmentId, ofOrder(named).length];
  };
  it("an order, a shipment, or neither", () => {
    expect(about("111-1234567-1234567")).toEqual(["111-1234567-1234567", "", 1]);
    expect(about("FBA15ABC2D")).toEqual(["", "FBA15ABC2D", 0]);
    expect(about(" fba15abc2d ")).toEqual(["", "fba15abc2d", 0]);
    expect(about("FBA15ABC-2")).toEqual(["FBA15ABC-2", "", 1]);
    expect(about("FBA-15")).toEqual(["FBA-15", "", 1]);
    expect(about("S-FBA15ABC2D")).toEqual(["S-FBA15ABC2D", "", 1]);
    expect(about("")).toEqual(["", "", 0]);
  });

  it("an item by FNSKU in its stock region; without FNSKU by SKU alone", () => {
    const keys = (more: Row, marketplace = "US") => {
      const [first] = read([pay("P", more)], marketplace).paid;
      return [first?.itemKey, first?.skuKey, first?.marketplace];
    };
    expect(keys({})).toEqual(["US|X001", "US|MUG", "US"]);
    expect(keys({ fnsku: "" })).toEqual(["", "US|MUG", "US"]);
    expect(keys({ currencyUnit: "PLN" }, "DE")).toEqual(["EU|X001", "EU|MUG", "PL"]);
    expect(keys({ currencyUnit: "EUR" }, "FR")).toEqual(["EU|X001", "EU|MUG", "FR"]);
    expect(keys({ currencyUnit: "GBP" }, "DE")).toEqual(["UK|X001", "UK|MUG", "UK"]);
    expect(keys({ currencyUnit: "" }, "DE")).toEqual(["EU|X001", "EU|MUG", "DE"]);
  });

  it("money of its currency; of none when no currency or no amount is printed", () => {
    const amount = (more: Row) => read([pay("P", more)]).paid[0]?.amount;
    expect(amount({ currencyUnit: "jpy", amountTotal: 420 })).toEqual({ minor: 420, currency: "JPY" });
    expect(amount({ currencyUnit: "" })).toBeNull();
    expect(amount({ amountTotal: null })).toBeNull();
  });

  it("nothing without a day", () => {
    expect(
      read([pay("P", { approvalDate: null }), takenBack("P", "2026-05-20", 1, { approvalDate: null })]),
    ).toMatchObject({
      paid: [],
      reversals: [],
    });
  });
});

describe("rows are told apart", () => {
  const ids = (rows: readonly Row[]) =>
    read(rows).paid.map((p) => `${p.reimbursementId} ${formatDay(p.date)}`);

  it("by id, SKU, FNSKU and reason: one id can have several", () => {
    const rows = [
      pay("P"),
      pay("P2"),
      pay("P", { sku: "CUP" }),
      pay("P", { fnsku: "X002" }),
      pay("P", { reason: "Lost_Inbound" }),
    ];
    expect(read(rows).paid).toHaveLength(5);
    const alike = [pay("P1", { sku: "2MUG" }), pay("P12", { importedFor: "CA" })];
    expect(read(alike).paid).toHaveLength(2);
    expect(read(rows.map((row, i) => ({ ...row, importedFor: i < 4 ? "US" : "CA" }))).paid).toHaveLength(5);
  });

  it("of equal ones, those of the download with the most, whichever came first", () => {
    const of = (importedFor: string, count: number, amountTotal: number) =>
      Array.from({ length: count }, () => pay("P", { importedFor, amountTotal }));
    const cents = (rows: readonly Row[]) => read(rows).paid.map((p) => p.amount?.minor);
    expect(cents([...of("US", 1, 1), ...of("CA", 2, 2)])).toEqual([200, 200]);
    expect(cents([...of("CA", 2, 2), ...of("US", 1, 1)])).toEqual([200, 200]);
    expect(cents([...of("US", 2, 1), ...of("CA", 1, 2)])).toEqual([100, 100]);
    expect(cents([...of("US", 1, 1), ...of("CA", 1, 2)])).toEqual([200]);
    expect(cents([...of("CA", 1, 2), ...of("US", 1, 1)])).toEqual([200]);
    expect(cents(of("US", 3, 1))).toEqual([100, 100, 100]);
  });

  it("by reasons as they are meant: known ones however written, unknown ones in either case", () => {
    const twice = (a: string, b: string) =>
      read([pay("P", { reason: a, importedFor: "US" }), pay("P", { reason: b, importedFor: "CA" })]).paid
        .length;
    expect(twice("Lost_Warehouse", "Lost:Warehouse")).toBe(1);
    expect(twice("Something_New", "SOMETHING_NEW")).toBe(1);
    expect(twice("Something_New", "Something_Old")).toBe(2);
  });

  it("equal ones of one download by their place among them: by day, then amount, then line", () => {
    const keys = (rows: readonly Row[]) =>
      read(rows).paid.map((p) => `${p.identityParts.at(-1)}: ${formatDay(p.date)} ${p.amount?.minor}`);
    const [a, b, c] = [
      pay("P", { approvalDate: "2026-05-02", amountTotal: 1 }),
      pay("P", { amountTotal: 3 }),
      pay("P", { amountTotal: 2 }),
    ];
    const expected = ["0: 2026-05-01 200", "1: 2026-05-01 300", "2: 2026-05-02 100"];
    expect(keys([a, b, c])).toEqual(expected);
    expect(keys([c, b, a])).toEqual(expected);
    const lines = read([pay("P", { line: 9 }), pay("P", { line: 5 })]).paid.map((p) => [
      p.identityParts.at(-1),
      p.line,
    ]);
    expect(lines).toEqual([
      [0, 5],
      [1, 9],
    ]);
  });

  it("in the claim log by a name of their own, the same whatever else the file holds", () => {
    const key = (rows: readonly Row[], at = 0) => {
      const row = read(rows).paid[at];
      return row ? reimbursementKey(row) : "";
    };
    expect(key([pay("P")])).toMatch(/^R-[0-9a-z]{14}$/);
    expect(key([pay("A"), pay("P", { line: 77 })], 1)).toBe(key([pay("P")]));
    expect(key([pay("P"), pay("P")], 1)).not.toBe(key([pay("P")]));
  });

  it("and stand oldest first, those of a day by identity", () => {
    const late = { approvalDate: "2026-05-09" };
    expect(ids([pay("C", late), pay("B"), pay("A")])).toEqual([
      "A 2026-05-01",
      "B 2026-05-01",
      "C 2026-05-09",
    ]);
    expect(
      read([pay("B", { amazonOrderId: "1", ...late }), pay("A", { amazonOrderId: "1" })])
        .ofOrder("1")
        .map((p) => p.reimbursementId),
    ).toEqual(["A", "B"]);
    const back = [
      takenBack("P", "2026-05-20", 1, { reimbursementId: "Z" }),
      takenBack("P", "2026-05-19", 1, { reimbursementId: "Y" }),
      takenBack("P", "2026-05-19", 1, { reimbursementId: "X" }),
    ];
    expect(read(back).reversals.map((r) => r.reimbursementId)).toEqual(["X", "Y", "Z"]);
  });
});

describe("what a reversal takes back", () => {
  const CUP = { sku: "CUP", fnsku: "X002" };
  /** The line of the payment each reversal takes back. */
  const lines = (payments: readonly Row[], ...reversals: Row[]) =>
    read([...payments.map((row, i) => ({ ...row, line: i + 1 })), ...reversals]).reversals.map(
      (r) => r.original?.line ?? null,
    );

  it("is the payment it names, if the data holds it", () => {
    expect(lines([pay("P"), pay("Q")], takenBack("Q", "2026-05-20", 1))).toEqual([2]);
    expect(lines([pay("P")], takenBack("R", "2026-05-20", 1))).toEqual([null]);
    expect(lines([pay("")], takenBack("", "2026-05-20", 1))).toEqual([null]);
  });

  it("is of several rows under the id the same item's: by FNSKU rather than SKU", () => {
    expect(lines([pay("P"), pay("P", CUP)], takenBack("P", "2026-05-20", 1, CUP))).toEqual([2]);
    expect(
      lines([pay("P", { sku: "CUP" }), pay("P", { fnsku: "X002" })], takenBack("P", "2026-05-20", 1, CUP)),
    ).toEqual([2]);
    expect(
      lines(
        [pay("P"), pay("P", { sku: "PEN" })],
        takenBack("P", "2026-05-20", 1, { sku: "PEN", fnsku: "X009" }),
      ),
    ).toEqual([2]);
  });

  it("is of several rows of the item the least taken back, then the oldest", () => {
    const two = [pay("P", { approvalDate: "2026-05-03" }), pay("P", { approvalDate: "2026-05-02" })];
    const back = (date: string, units = 1) => takenBack("P", date, units, { reimbursementId: `B ${date}` });
    expect(lines(two, back("2026-05-20"))).toEqual([2]);
    expect(lines(two, back("2026-05-20"), back("2026-05-21"))).toEqual([2, 1]);
    expect(lines(two, back("2026-05-20", 2), back("2026-05-21"), back("2026-05-22"))).toEqual([2, 1, 1]);
  });

  it("knows who took it back, and keeps what the row says of it", () => {
    const { paid: payments, reversals } = read([
      pay("P"),
      takenBack("P", "2026-05-20", 1, { originalReimbursementType: "Lost_Warehouse" }),
    ]);
    expect(payments[0]?.reversedBy).toEqual(reversals);
    expect(reversals[0]).toMatchObject({ originalId: "P", originalType: "Lost_Warehouse", clearedBy: [] });
  });
});
