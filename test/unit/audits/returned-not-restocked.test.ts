import { describe, expect, it } from "vitest";
import { returnedNotRestocked } from "../../../src/audits/returned-not-restocked.ts";
import { wrongItemReturned } from "../../../src/audits/wrong-item-returned.ts";
import { formatDay } from "../../../src/values/day.ts";
import type { Rows } from "./account-of-rows.ts";
import { ORDER, sale, totalRow } from "./orders/money-rows.ts";
import { audited, type Case, ordered, paidFor, restocked, returned, told } from "./return-rows.ts";

const audit = (ledger: Rows, of: Case = {}) =>
  audited([returnedNotRestocked], {
    returns: [returned()],
    ...of,
    more: { "ledger-detail": ledger, ...of.more },
  });
const found = (ledger: Rows, of: Case = {}) => told(audit(ledger, of));
const MISSING = ["returned-not-restocked file 1 2026-08-01 13.00 USD"];

const several = (days: readonly string[], more = {}) =>
  days.map((date, i) =>
    returned({ returnDate: date, licensePlateNumber: `LPN${i}`, orderId: `111-0000000-000000${i}`, ...more }),
  );
const units = (days: readonly string[], more = {}) => days.map((date) => restocked({ date, ...more }));

describe("returned-not-restocked makes no claim of", () => {
  const clean: [string, Rows, Case?][] = [
    ["a unit in the ledger on its day", [restocked()]],
    ["a unit in the ledger 7 days before", [restocked({ date: "2026-08-03" })]],
    ["a unit in the ledger 7 days after", [restocked({ date: "2026-08-17" })]],
    ["a unit in the ledger as graded otherwise", [restocked({ disposition: "CUSTOMER_DAMAGED" })]],
    ["a unit in another centre", [restocked({ fulfillmentCenter: "ONT8" })]],
    ["a unit graded and sold on as used", [restocked({ fnsku: "X00Z", msku: "amzn.gr.SKU-A-1" })]],
    ["a unit under another FNSKU of its ASIN", [restocked({ fnsku: "X00Z", msku: "SKU-Z" })]],
    ["a damaged unit", [], { returns: [returned({ detailedDisposition: "CUSTOMER_DAMAGED" })] }],
    ["a unit marked as reimbursed", [], { returns: [returned({ status: "Reimbursed" })] }],
    ["a unit in repackaging", [], { returns: [returned({ status: "Repackaged Successfully" })] }],
    ["a unit of a report without a status column", [], { returns: [returned({ status: "" })] }],
    ["a unit paid for under its order", [], { paid: [paidFor()] }],
    [
      "a unit paid for as lost in the warehouse",
      [],
      { paid: [paidFor({ amazonOrderId: "", reason: "Lost_Warehouse" })] },
    ],
    ["a unit that came back 6 days ago", [], { given: { asOf: "2026-08-16" } }],
    ["a unit that comes back after the as-of day", [], { given: { asOf: "2026-08-01" } }],
    [
      "the latest word on a plate: not sellable after all",
      [],
      {
        returns: [
          returned({ returnDate: "2026-08-08" }),
          returned({ returnDate: "2026-08-12", detailedDisposition: "DEFECTIVE" }),
        ],
      },
    ],
  ];
  it.each(clean)("%s", (_, ledger, of) => {
    expect(found(ledger, of)).toEqual([]);
  });

  it("returns the ledger books days later, one after the other", () => {
    const returns = several([1, 2, 3, 4, 5, 6, 7, 8, 9].map((d) => `2026-08-0${d}`));
    const ledger = units(
      [5, 6, 7, 8, 9].map((d) => `2026-08-0${d}`).concat([10, 11, 12, 13].map((d) => `2026-08-${d}`)),
    );
    expect(found(ledger, { returns })).toEqual([]);
  });

  it("an item whose numbers are not printed", () => {
    expect(found([], { returns: [returned({ fnsku: "", asin: "" })] })).toEqual([]);
  });
});

describe("returned-not-restocked claims", () => {
  const dirty: [string, Rows, Case?][] = [
    ["a unit the ledger never shows", []],
    ["a unit the ledger shows 8 days before", [restocked({ date: "2026-08-02" })]],
    ["a unit the ledger shows 8 days after", [restocked({ date: "2026-08-18" })]],
    ["a unit taken out by the ledger", [restocked({ quantity: -1 })]],
    ["a unit of another item", [restocked({ fnsku: "X00B", asin: "B0B", msku: "SKU-B" })]],
    ["a unit of another stock region", [restocked({ country: "CA", fulfillmentCenter: "YYZ4" })]],
    ["a unit found, not returned", [restocked({ eventType: "Adjustments", reason: "F" })]],
    ["a unit when 7 days have passed", [], { given: { asOf: "2026-10-01" } }],
    [
      "a unit although a loss was paid long after",
      [],
      { paid: [paidFor({ amazonOrderId: "", reason: "Lost_Warehouse", approvalDate: "2026-10-10" })] },
    ],
    [
      "a unit although damage was paid",
      [],
      { paid: [paidFor({ amazonOrderId: "", reason: "Damaged_Warehouse" })] },
    ],
    [
      "the same unit printed for two marketplaces once",
      [],
      { returns: [returned(), returned({ importedFor: "CA" })] },
    ],
  ];
  it.each(dirty)("%s", (_, ledger, of) => {
    expect(found(ledger, of)).toEqual(MISSING);
  });

  it("one unit per return, the nearest first", () => {
    const returns = several(["2026-08-10", "2026-08-14"]);
    const { findings } = audit(units(["2026-08-15"]), { returns, settlement: totalRow("settlement") });
    expect(findings.map((f) => formatDay(f.eventDate))).toEqual(["2026-08-10"]);
  });

  it("a sellable unit although a customer-damaged one of another return is in the ledger", () => {
    const returns = [
      returned(),
      returned({ licensePlateNumber: "LPN2", detailedDisposition: "CUSTOMER_DAMAGED" }),
    ];
    expect(found([restocked({ disposition: "CUSTOMER_DAMAGED" })], { returns })).toEqual(MISSING);
    expect(found([restocked({ disposition: "CUSTOMER_DAMAGED" }), restocked()], { returns })).toEqual([]);
  });

  it("two units of one order as one finding, with both plates", () => {
    const returns = [returned(), returned({ licensePlateNumber: "LPN2" })];
    const { findings } = audit([], { returns });
    expect(findings).toMatchObject([{ quantity: 2, orderId: ORDER, referenceId: "LPN1" }]);
    expect(findings[0]?.todo).toContain("LPN1 and LPN2");
  });

  it("from the return when no refund is in the data", () => {
    expect(found([], { settlement: totalRow("settlement") })).toEqual([
      "returned-not-restocked file 1 2026-08-10",
    ]);
    expect(
      audit([], { settlement: [...totalRow("settlement"), ...sale("settlement")] }).findings[0]?.why,
    ).toContain("counted from the return on 2026-08-10");
  });

  it("in words a seller can check", () => {
    const [finding] = audit([]).findings;
    expect(finding?.what).toBe(
      "1 unit of SKU-A (FNSKU X00A, ASIN B0A) from order 111-1234567-1234567 came back on 2026-08-10 at ABE1, reported as SELLABLE (fit for sale) and “Unit returned to inventory”, but the inventory ledger shows no such unit.",
    );
    expect(finding?.why).toContain("Checked from 2026-08-03 to 2026-08-17");
    expect(finding?.why).toContain("The clock started with the refund of 2026-08-01.");
    expect(finding?.todo).toContain("LPN1");
    expect(finding?.evidence).toContainEqual({ report: "customer-returns", line: 2 });
  });
});

describe("returned-not-restocked otherwise", () => {
  it("leaves a wrong item to wrong-item-returned", () => {
    const of: Case = {
      returns: [returned({ sku: "SKU-B", asin: "B0B", fnsku: "X00B" })],
      more: { "ledger-detail": [], orders: [ordered()] },
    };
    expect(told(audited([returnedNotRestocked, wrongItemReturned], of))).toEqual([
      "wrong-item-returned file 1 2026-08-01 13.00 USD",
    ]);
  });

  it("only mentions multi-channel orders", () => {
    expect(audit([], { returns: [returned({ orderId: "S01-1234567-1234567" })] }).findings).toMatchObject([
      { state: "info", quantity: 1 },
    ]);
  });

  it("cannot tell where the ledger or the payments are not covered", () => {
    const ledger = { "ledger-detail": { from: "2026-08-05", to: "2026-11-20" } };
    expect(audit([], { given: { periods: ledger } })).toMatchObject({
      findings: [],
      cannotTell: [{ needs: [{ report: "ledger-detail" }] }],
    });
    const payments = { reimbursements: { from: "2026-08-11", to: "2026-11-20" } };
    expect(audit([], { given: { periods: payments } })).toMatchObject({
      findings: [],
      cannotTell: [{ needs: [{ report: "reimbursements" }] }],
    });
  });

  it("waits for the newest days of the ledger without asking for them", () => {
    const given = {
      asOf: "2026-08-18",
      periods: { "ledger-detail": { from: "2026-01-01", to: "2026-08-16" } },
    };
    expect(audit([], { given })).toMatchObject({ findings: [], cannotTell: [] });
    expect(audit([], { given: { asOf: "2026-08-18" } }).findings).toMatchObject([{ state: "wait" }]);
  });
});
