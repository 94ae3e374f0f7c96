import { describe, expect, it } from "vitest";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { replacementNotReturned } from "../../../src/audits/replacement-not-returned.ts";
import { ORDER, refund, reimbursed, sale, totalRow } from "./orders/money-rows.ts";
import { audited, type Case, OTHER, paidFor, replaced, returned, SOLD, told } from "./return-rows.ts";

const audit = (of: Case = {}) =>
  audited([replacementNotReturned, refundNotReturned], {
    settlement: SOLD,
    ...of,
    more: { replacements: [replaced()], ...of.more },
  });
const found = (of: Case = {}) => told(audit(of));
const CLAIM = ["replacement-not-returned file 1 2026-08-01 13.00 USD"];

describe("replacement-not-returned makes no claim of", () => {
  const clean: [string, Case][] = [
    ["a unit returned under the first order", { returns: [returned()] }],
    ["a unit returned under the replacement order", { returns: [returned({ orderId: OTHER })] }],
    ["a unit returned damaged", { returns: [returned({ detailedDisposition: "CUSTOMER_DAMAGED" })] }],
    ["a unit returned before it was replaced", { returns: [returned({ returnDate: "2026-07-20" })] }],
    [
      "a unit returned as another item of the order",
      { returns: [returned({ sku: "Z", asin: "Z", fnsku: "Z" })] },
    ],
    ["a unit paid for under the first order", { paid: [paidFor()] }],
    ["a unit paid for under the replacement order", { paid: [paidFor({ amazonOrderId: OTHER })] }],
    [
      "a unit paid for in the settlement as FREE_REPLACEMENT_REFUND_ITEMS",
      { settlement: [...SOLD, ...reimbursed("settlement", { code: "FREE_REPLACEMENT_REFUND_ITEMS" })] },
    ],
    [
      "the same under the replacement order",
      {
        settlement: [
          ...SOLD,
          ...reimbursed("settlement", { code: "FREE_REPLACEMENT_REFUND_ITEMS", order: OTHER }),
        ],
      },
    ],
    [
      "a replacement after the as-of day",
      { more: { replacements: [replaced({ shipmentDate: "2026-11-25" })] } },
    ],
    [
      "a multi-channel order",
      { more: { replacements: [replaced({ originalAmazonOrderId: "S01-1234567-1234567" })] } },
    ],
    [
      "a row without an original order",
      { more: { replacements: [replaced({ originalAmazonOrderId: "" })] } },
    ],
  ];
  it.each(clean)("%s", (_, of) => {
    expect(found(of)).toEqual([]);
  });
});

describe("replacement-not-returned claims", () => {
  const dirty: [string, Case][] = [
    ["a replaced unit nobody returned or paid", {}],
    [
      "it although another order's unit came back",
      { returns: [returned({ orderId: "111-0000000-0000000" })] },
    ],
    ["it although a fee of the order was corrected", { paid: [paidFor({ reason: "Fee_Correction" })] }],
    [
      "it although the order was refunded in part",
      { settlement: [...SOLD, ...refund("settlement", { principal: 5 })] },
    ],
    [
      "the same row of two downloads once",
      { more: { replacements: [replaced(), replaced({ importedFor: "CA" })] } },
    ],
  ];
  it.each(dirty)("%s", (_, of) => {
    expect(found(of)).toEqual(CLAIM);
  });

  it("two replacements of one order as one finding, on the clock of the later", () => {
    const replacements = [
      replaced({ shipmentDate: "2026-07-20" }),
      replaced({
        shipmentDate: "2026-08-05",
        replacementAmazonOrderId: "111-9999999-9999999",
        originalAmazonOrderId: OTHER,
      }),
    ];
    expect(found({ more: { replacements } })).toEqual([
      "replacement-not-returned file 2 2026-08-05 26.00 USD",
    ]);
    expect(found({ more: { replacements }, returns: [returned()] })).toEqual([
      "replacement-not-returned file 1 2026-08-05 13.00 USD",
    ]);
  });

  it("nothing that a refund already asks back, and only what is beyond it", () => {
    const settlement = [...SOLD, ...refund("settlement")];
    expect(found({ settlement })).toEqual(["refund-not-returned file 1 2026-08-01 13.00 USD"]);
    const two = [...totalRow("settlement"), ...sale("settlement", { units: 2 }), ...refund("settlement")];
    const replacements = [replaced(), replaced({ replacementAmazonOrderId: "111-9999999-9999999" })];
    expect(found({ settlement: two, more: { replacements } })).toEqual([
      "refund-not-returned file 2 2026-08-01 26.00 USD",
    ]);
    const asOther = [replaced({ sku: "SKU-A2" })];
    expect(
      found({ settlement, returns: [returned({ sku: "SKU-A" })], more: { replacements: asOther } }),
    ).toEqual([]);
  });

  it("the item that is missing, where another one of the order was refunded and came back", () => {
    const settlement = [
      ...SOLD,
      ...sale("settlement", { sku: "SKU-B" }),
      ...refund("settlement", { sku: "SKU-B" }),
    ];
    const back = returned({ sku: "SKU-B", asin: "B0B", fnsku: "X00B" });
    expect(found({ settlement, returns: [back] })).toEqual(CLAIM);
    expect(found({ settlement, returns: [returned()] })).toEqual([
      "refund-not-returned file 1 2026-08-01 13.00 USD",
    ]);
  });

  it("of two equal replacements and one refund always the same row", () => {
    const rows = [replaced({ line: 2 }), replaced({ line: 3 })];
    const refunded = { settlement: [...SOLD, ...refund("settlement")] };
    const evidence = (replacements: typeof rows) =>
      audit({ ...refunded, more: { replacements } }).findings.map((finding) => finding.evidence);
    expect(evidence([...rows].reverse())).toEqual(evidence(rows));
    expect(evidence(rows)).toEqual([expect.arrayContaining([{ report: "replacements", line: 3 }])]);
  });

  it("without an amount when the order is not in the data", () => {
    expect(found({ settlement: totalRow("settlement") })).toEqual([
      "replacement-not-returned file 1 2026-08-01",
    ]);
  });

  it.each(["1", "5", "6", "8", "9", "11"])("saying that code %s means lost on the way", (code) => {
    const { findings } = audit({ more: { replacements: [replaced({ replacementReasonCode: code })] } });
    expect(findings[0]?.why).toContain("lost on the way");
    expect(findings[0]?.why).toContain(`(code ${code})`);
  });

  it.each(["0", "2", "3", "4", "7", "10", "12", "", "Damaged_Defective"])("not saying so of %j", (code) => {
    const { findings } = audit({ more: { replacements: [replaced({ replacementReasonCode: code })] } });
    expect(findings[0]?.why).toContain("Reason for the replacement: ");
    expect(findings[0]?.why).not.toContain("lost on the way");
  });

  it("in words a seller can check", () => {
    const [finding] = audit().findings;
    expect(finding?.what).toBe(
      "Amazon sent the customer of order 111-1234567-1234567 1 unit of SKU-A (ASIN B0A) free of charge on 2026-08-01 (replacement order 111-7654321-7654321), and 1 neither came back nor was paid for: 0 returned, 0 paid by Amazon.",
    );
    expect(finding).toMatchObject({ orderId: ORDER, estimated: true });
    expect(finding?.evidence).toContainEqual({ report: "replacements", line: 2 });
  });

  it("in words that hold when part came back: days and replacement orders pair, and no return is denied", () => {
    const later = { shipmentDate: "2026-08-05", replacementAmazonOrderId: "111-0000001-0000001" };
    const [finding] = audit({
      returns: [returned()],
      more: { replacements: [replaced(), replaced(later)] },
    }).findings;
    expect(finding?.what).toContain(
      "free of charge on 2026-08-01 and 2026-08-05 (replacement orders 111-7654321-7654321 and 111-0000001-0000001), and 1 neither came back nor was paid for: 1 returned,",
    );
    expect(finding?.why).toContain(
      "no return of these units and no payment for them under either order, in reimbursements or in the settlements; no refund of them.",
    );
  });
});

describe("replacement-not-returned otherwise", () => {
  it("cannot tell of replacements whose returns or payments are not covered", () => {
    const periods = { "customer-returns": { from: "2026-06-03", to: "2026-11-20" } };
    expect(audit({ given: { periods } })).toMatchObject({
      findings: [],
      cannotTell: [{ needs: [{ report: "customer-returns" }] }],
    });
  });

  it("needs the replacements report", () => {
    const told = audited([replacementNotReturned], { settlement: SOLD });
    expect(told.cannotTell[0]?.reason).toContain("replacements");
  });
});
