/** Which payment answers which claim: by what somebody confirmed, by the case, and by what both name. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import {
  auditIn,
  claimPaymentsOf,
  keptForLater,
  paidForClaim,
} from "../../../src/audits/account/claim-payments.ts";
import { paymentsOf, reimbursementKey } from "../../../src/audits/account/payments.ts";
import type { Audit, ClaimRecord, ClaimSubject } from "../../../src/audits/audit.ts";
import { inboundReceiptReversed } from "../../../src/audits/inbound-receipt-reversed.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { day } from "../../../src/values/day.ts";
import { currency, money } from "../../../src/values/money.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, givenOf, inShort, paid, type Row, type Rows, received } from "./build.ts";

/** The id of a finding of an audit, told apart by a letter. */
const id = (audit: string, letter = "a") => `${audit}-${letter.repeat(14)}`;
const NOBODY: ClaimSubject = { fnsku: "", msku: "", orderId: "", referenceId: "", eventDate: null };
const claim = (findingId: string, more: Partial<ClaimRecord> = {}): ClaimRecord => ({
  findingId,
  caseId: "C1",
  state: "filed",
  approvedUnits: null,
  approvedAmount: null,
  ...more,
});
const about = (more: Partial<ClaimSubject>): Partial<ClaimRecord> => ({ about: { ...NOBODY, ...more } });
const pay = (reimbursementId: string, more: Row = {}) =>
  paid("Lost_Warehouse", "2026-05-20", 1, { reimbursementId, caseId: "C1", ...more });
const accountWith = (claims: readonly ClaimRecord[], payments: readonly Row[]) =>
  accountOf({ ...inputOf({ asOf: "2026-06-30", reports: { reimbursements: payments } }), claims });

/** Per claim the payments that answer it. */
function answers(claims: readonly ClaimRecord[], payments: readonly Row[]): Record<string, string> {
  const found = claimPaymentsOf(accountWith(claims, payments));
  return Object.fromEntries(
    [...found].map(([finding, list]) => [finding.slice(-1), list.map((p) => p.reimbursementId).join(" ")]),
  );
}

const LOST = "warehouse-lost";
const [A, B] = [id(LOST, "a"), id(LOST, "b")];

describe("a claim is answered", () => {
  it("by the payments of its case, oldest first, and by no others", () => {
    const payments = [
      pay("P2", { approvalDate: "2026-05-21" }),
      pay("P1"),
      pay("P3", { caseId: "C2" }),
      pay("P4", { caseId: "" }),
    ];
    expect(answers([claim(A)], payments)).toEqual({ a: "P1 P2" });
    expect(answers([claim(A, { caseId: "" })], payments)).toEqual({});
    expect(answers([claim(A, { caseId: "C9" })], payments)).toEqual({});
    expect(answers([], payments)).toEqual({});
  });

  it("once, however often it was entered", () => {
    expect(answers([claim(A), claim(A)], [pay("P")])).toEqual({ a: "P" });
  });

  it("by what somebody confirmed, whatever case the row names", () => {
    const payments = [pay("P", { caseId: "" }), pay("Q")];
    const keys = accountWith([], payments)
      .derive(paymentsOf)
      .paid.map((row) => [row.reimbursementId, reimbursementKey(row)] as const);
    const key = (of: string) => keys.find(([name]) => name === of)?.[1] ?? "";
    expect(answers([claim(A, { caseId: "", reimbursements: [key("P")] })], payments)).toEqual({ a: "P" });
    expect(answers([claim(A, { caseId: "", reimbursements: [key("Q")] }), claim(B)], payments)).toEqual({
      a: "Q",
    });
    expect(answers([claim(A, { reimbursements: [key("P")] }), claim(B)], payments)).toEqual({
      a: "P Q",
      b: "Q",
    });
  });
});

describe("of several claims of a case a payment answers", () => {
  const both = (a: Partial<ClaimSubject>, b: Partial<ClaimSubject>) => [
    claim(A, about(a)),
    claim(B, about(b)),
  ];
  it.each<[string, ClaimRecord[], Row, Record<string, string>]>([
    ["those about its FNSKU", both({ fnsku: "X001" }, { fnsku: "X002" }), {}, { a: "P" }],
    ["those about its order", both({ orderId: "1" }, { orderId: "2" }), { amazonOrderId: "2" }, { b: "P" }],
    ["those about its SKU, where they name no FNSKU", both({ msku: "MUG" }, { msku: "CUP" }), {}, { a: "P" }],
    [
      "those about its FNSKU, whatever SKU they name",
      both({ fnsku: "X001", msku: "OLD" }, { fnsku: "X002", msku: "MUG" }),
      {},
      { a: "P" },
    ],
    ["those that name nothing that differs", both({ fnsku: "X001" }, {}), {}, { a: "P", b: "P" }],
    ["those nobody knows the subject of", [claim(A), claim(B, about({ fnsku: "X002" }))], {}, { a: "P" }],
    [
      "those about an order, when it names none",
      both({ orderId: "1" }, { orderId: "2" }),
      {},
      { a: "P", b: "P" },
    ],
    [
      "those of any FNSKU, when it names none, of its SKU",
      both({ fnsku: "X001" }, { msku: "CUP" }),
      { fnsku: "" },
      { a: "P" },
    ],
    [
      "not those about its item, but another order",
      both({ fnsku: "X001", orderId: "1" }, { orderId: "2" }),
      { amazonOrderId: "2" },
      { b: "P" },
    ],
  ])("%s", (_, claims, row, expected) => {
    expect(answers(claims, [pay("P", row)])).toEqual(expected);
  });

  it("the only one, whatever that is about", () => {
    expect(answers([claim(A, about({ fnsku: "X002", orderId: "9" }))], [pay("P")])).toEqual({ a: "P" });
  });
});

describe("a claim about a payment", () => {
  const UNDERPAID = id("underpaid");
  it.each([
    "underpaid",
    "not-settled",
    "stock-not-received",
    "paid-differently-than-approved",
    "reversed-without-return",
    "reversed-above-original",
  ])("%s, is not answered by that payment", (audit) => {
    const claims = [claim(id(audit), about({ referenceId: "P" }))];
    expect(answers(claims, [pay("P"), pay("Q")])).toEqual({ a: "Q" });
  });

  it("nor by one approved before what it complains of", () => {
    const claims = [claim(UNDERPAID, about({ referenceId: "P", eventDate: day("2026-05-20") }))];
    expect(answers(claims, [pay("Q", { approvalDate: "2026-05-19" }), pay("R")])).toEqual({ a: "R" });
    expect(answers([claim(UNDERPAID, about({}))], [pay("Q", { approvalDate: "2020-05-19" })])).toEqual({
      a: "Q",
    });
    expect(answers([claim(UNDERPAID)], [pay("Q", { approvalDate: "2020-05-19" })])).toEqual({ a: "Q" });
  });

  it("may be answered by a payment without an id, naming none itself", () => {
    expect(answers([claim(UNDERPAID, about({ referenceId: "" }))], [pay("")])).toEqual({ a: "" });
  });

  it("leaves the payment to another claim of the case, whatever that is about", () => {
    const claims = [claim(UNDERPAID, about({ referenceId: "P" })), claim(B, about({ fnsku: "X002" }))];
    expect(answers(claims, [pay("P")])).toEqual({ b: "P" });
  });

  it("is another thing than a claim about units, which its own payment answers", () => {
    expect(
      answers([claim(A, about({ referenceId: "P", eventDate: day("2026-05-21") }))], [pay("P")]),
    ).toEqual({ a: "P" });
  });
});

it("the audit is read from the id of its finding", () => {
  expect(auditIn("warehouse-lost-0123456789abcd")).toBe("warehouse-lost");
  expect(auditIn("warehouse-lost")).toBe("warehouse-lost");
  expect(auditIn("aged-surcharge-high-0123456789abcd-0123456789abcd")).toBe(
    "aged-surcharge-high-0123456789abcd",
  );
});

it("the money paid for a claim is that of its currency, without the payment it is about", () => {
  const payments = [
    pay("P"),
    pay("Q", { amountTotal: 3 }),
    pay("R", { currencyUnit: "CAD" }),
    pay("S", { amountTotal: null }),
    pay("T", { amountTotal: 1.5 }),
  ];
  const account = accountWith([claim(A)], payments);
  const zero = money(0, currency("USD"));
  const [first] = account.derive(paymentsOf).paid;
  expect(paidForClaim(account, A, null, zero).minor).toBe(420 + 300 + 150);
  expect(paidForClaim(account, A, first ?? null, zero).minor).toBe(450);
  expect(paidForClaim(account, B, null, zero)).toEqual(zero);
});

it("payments of an order that a later audit's claims answer are kept for it", () => {
  const claims = [
    claim(id("refund-not-returned"), { caseId: "C1" }),
    claim(id("wrong-item-returned"), { caseId: "C2" }),
    claim(id("returned-damaged-by-amazon"), { caseId: "C3" }),
    claim(id("returned-not-restocked"), { caseId: "C4" }),
    claim(A, { caseId: "C5" }),
  ];
  const account = accountWith(
    claims,
    ["1", "2", "3", "4", "5"].map((n) => pay(`P${n}`, { caseId: `C${n}` })),
  );
  const kept = (audit: Parameters<typeof keptForLater>[1]) => {
    const held = keptForLater(account, audit);
    return account
      .derive(paymentsOf)
      .paid.filter((p) => held.has(p))
      .map((p) => p.reimbursementId)
      .join(" ");
  };
  expect(kept("refund-not-returned")).toBe("P2 P3 P4");
  expect(kept("wrong-item-returned")).toBe("P3 P4");
  expect(kept("returned-damaged-by-amazon")).toBe("P4");
  expect(kept("returned-not-restocked")).toBe("");
});

describe("a loss claimed takes the payment of its case, though another is older", () => {
  const sent = (shipmentId: string, fnsku = "X001"): Row => ({
    shipmentId,
    packList: "1 of 1",
    merchantSku: "MUG",
    asin: fnsku === "" ? "" : "B001",
    fnsku,
    shipped: 10,
  });
  const queue = ["FBA1", "FBA2"].map((shipmentId) => ({
    shipmentId,
    created: "2026-04-20",
    status: "CLOSED",
  }));
  const short: Rows = {
    contents: [sent("FBA1"), sent("FBA2")],
    queue,
    ledger: [received("FBA1", "2026-05-02", 9), received("FBA2", "2026-05-04", 9)],
  };
  const nameless = { fnsku: "", asin: "" };
  it.each<[string, Audit, Rows, string]>([
    [
      "damaged",
      warehouseDamaged,
      { ledger: [adjusted("E", "2026-05-02", -1), adjusted("E", "2026-05-04", -1)] },
      "file 1 2026-05-02",
    ],
    [
      "damaged by others",
      warehouseDamaged,
      { ledger: [adjusted("E", "2026-05-02", -1), adjusted("H", "2026-05-04", -1)] },
      "file 1 2026-05-02",
    ],
    [
      "lost unsellable",
      warehouseLost,
      {
        ledger: [
          adjusted("M", "2026-05-02", -1),
          adjusted("M", "2026-05-04", -1, { disposition: "DEFECTIVE" }),
        ],
      },
      "file 1 2026-05-02",
    ],
    ["short in its shipment", inboundShort, short, "file 1 2026-05-02"],
    [
      "short in its shipment, by SKU where no FNSKU is known",
      inboundShort,
      {
        contents: [sent("FBA1", ""), sent("FBA2", "")],
        queue,
        ledger: [received("FBA1", "2026-05-02", 9, nameless), received("FBA2", "2026-05-04", 9, nameless)],
      },
      "file 1 2026-05-02",
    ],
    [
      "booked in and taken out again",
      inboundReceiptReversed,
      {
        contents: [sent("FBA1"), sent("FBA2")],
        queue,
        ledger: ["FBA1", "FBA2"].flatMap((shipment, i) => [
          received(shipment, `2026-05-0${2 + 2 * i}`, 10),
          received(shipment, "2026-05-09", -1),
        ]),
      },
      "file 1 2026-05-02",
    ],
  ])("%s", (_, audit, rows, left) => {
    const findings = (payments: readonly Row[], claims: readonly ClaimRecord[]) =>
      runAudits({ ...inputOf(givenOf({ ...rows, paid: payments })), claims }, [audit]).findings;
    const second = findings([], []).find((finding) => !inShort(finding).endsWith("2026-05-02"));
    const payment = pay("P", { reason: "Goodwill", sku: "OTHER", fnsku: "X9", asin: "B9" });
    const told = findings([payment], [claim(second?.id ?? "")]).map(inShort);
    expect(findings([payment], [])).toHaveLength(2);
    expect(told).toEqual([left]);
  });

  it("its reconciled units as well, after its open ones", () => {
    const ledger = [adjusted("M", "2026-05-02", -2), adjusted("M", "2026-05-04", -3, { unreconciled: 2 })];
    const findings = (units: number, claims: readonly ClaimRecord[]) =>
      runAudits(
        {
          ...inputOf(
            givenOf({
              ledger,
              paid: units === 0 ? [] : [paid("Lost_Warehouse", "2026-06-01", units, { caseId: "C1" })],
            }),
          ),
          claims,
        },
        [warehouseLost],
      ).findings.map((finding) => [inShort(finding), finding.id] as const);
    const claims = [claim(findings(0, []).find(([text]) => text.endsWith("2026-05-04"))?.[1] ?? "")];
    const told = (units: number) => findings(units, claims).map(([text]) => text);
    expect(told(1)).toEqual(["file 2 2026-05-02", "file 1 2026-05-04"]);
    expect(told(2)).toEqual(["file 2 2026-05-02"]);
    expect(told(3)).toEqual(["file 2 2026-05-02"]);
    expect(told(4)).toEqual(["file 1 2026-05-02"]);
  });
});
