import { describe, expect, it } from "vitest";
import { referralFeeNotCredited } from "../../../src/audits/referral-fee-not-credited.ts";
import { told } from "./build.ts";
import { auditFees, booked, type FeeAccount, MUG, reasons, refunded, sold } from "./fee-rows.ts";

const audit = (given: FeeAccount) => auditFees(referralFeeNotCredited, given);
const books = [{ ...MUG, category: "Books" }];

describe("referral-fee-not-credited stays silent", () => {
  const silent: readonly (readonly [string, FeeAccount])[] = [
    ["when all but the administration fee came back", { lines: [...sold({}), ...refunded({})] }],
    ["on up to 0.05", { lines: [...sold({}), ...refunded({ credit: 2.95 })] }],
    [
      "on up to 5 %",
      {
        lines: [
          ...sold({ price: 200, commission: 30 }),
          ...refunded({ principal: 200, credit: 28.8, kept: 5 }),
        ],
      },
    ],
    [
      "on the cap of the administration fee",
      {
        lines: [
          ...sold({ price: 400, commission: 60 }),
          ...refunded({ principal: 400, credit: 60, kept: 5 }),
        ],
      },
    ],
    [
      "on a refund in part",
      { lines: [...sold({}), ...refunded({ principal: 5, credit: 0.75, kept: 0.15 })] },
    ],
    [
      "when the credit came on another day",
      {
        lines: [
          ...sold({}),
          ...refunded({ credit: null, kept: null }),
          booked("ItemFees", "Commission", 2.4, { day: "2026-06-20", kind: "Refund" }),
        ],
      },
    ],
    [
      "on more refunded than was paid",
      { lines: [...sold({}), ...refunded({}), ...refunded({ day: "2026-06-03", credit: null, kept: null })] },
    ],
    [
      "on a chargeback",
      { lines: [...sold({}), ...refunded({ kind: "Chargeback Refund", credit: null, kept: null })] },
    ],
    [
      "on a free sale",
      { lines: [...sold({ commission: 0 }), ...refunded({ credit: null, kept: null })], costs: [] },
    ],
    [
      "after the day of the audit",
      { lines: [...sold({}), ...refunded({ day: "2026-07-01", credit: null })] },
    ],
  ];
  it.each(silent)("%s", (_, given) => {
    expect(audit(given).findings).toEqual([]);
  });
});

describe("referral-fee-not-credited finds", () => {
  const nothing = { credit: null, kept: null };
  const dirty: readonly (readonly [string, FeeAccount, string])[] = [
    ["nothing given back", { lines: [...sold({}), ...refunded(nothing)] }, "file 1 2026-06-01 2.40 USD"],
    ["too much kept", { lines: [...sold({}), ...refunded({ kept: 1.2 })] }, "file 1 2026-06-01 0.60 USD"],
    [
      "just more than tolerated",
      { lines: [...sold({}), ...refunded({ credit: 2.87 })] },
      "file 1 2026-06-01 0.13 USD",
    ],
    [
      "one of two units",
      { lines: [...sold({ units: 2 }), ...refunded(nothing)] },
      "file 1 2026-06-01 2.40 USD",
    ],
    [
      "two units of one line, which share a cap",
      {
        lines: [
          ...sold({ units: 2, price: 200, commission: 30 }),
          ...refunded({ principal: 400, ...nothing }),
        ],
      },
      "file 2 2026-06-01 55.00 USD",
    ],
    [
      "a part",
      { lines: [...sold({}), ...refunded({ principal: 10, ...nothing })] },
      "file 1 2026-06-01 1.20 USD",
    ],
    [
      "the refund that fell short, not the one before it",
      {
        lines: [...sold({ units: 2 }), ...refunded({}), ...refunded({ day: "2026-06-05", ...nothing })],
      },
      "file 2 2026-06-05 2.40 USD",
    ],
    [
      "shipping and gift wrap refunded",
      {
        lines: [
          ...sold({ commission: 3.75 }),
          booked("ItemPrice", "Shipping", 5),
          ...refunded({ principal: 20, ...nothing }),
          booked("ItemPrice", "Shipping", -5, { day: "2026-06-01", kind: "Refund" }),
        ],
      },
      "file 1 2026-06-01 3.00 USD",
    ],
    [
      "a book, on which nothing is kept",
      { lines: [...sold({}), ...refunded(nothing)], costs: books },
      "file 1 2026-06-01 3.00 USD",
    ],
    [
      "the referral fee alone, not the closing fee",
      {
        lines: [
          ...sold({}),
          booked("ItemFees", "VariableClosingFee", -1.8),
          ...refunded(nothing),
          booked("ItemFees", "VariableClosingFee", 1.8, { day: "2026-06-01", kind: "Refund" }),
        ],
        costs: books,
      },
      "file 1 2026-06-01 3.00 USD",
    ],
  ];
  it.each(dirty)("%s", (_, given, expected) => {
    expect(told(audit(given))).toEqual([expected]);
  });

  it("a note in Germany, where the administration fee is inferred", () => {
    const lines = [...sold({ site: "Amazon.de" }), ...refunded({ site: "Amazon.de", ...nothing })];
    const [finding] = audit({ lines, currency: "EUR", marketplace: "DE" }).findings;
    expect(finding?.state).toBe("info");
    expect(finding?.why).toContain(
      "No claim can rest on it: “DE refund administration fee” is an inference.",
    );
  });

  it("a claim in Germany once the user vouches for the administration fee", () => {
    const lines = [...sold({ site: "Amazon.de" }), ...refunded({ ...nothing, site: "Amazon.de" })];
    const policy = { "fee/de-refund-administration": "claim" };
    expect(told(audit({ lines, currency: "EUR", marketplace: "DE", policy }))).toEqual([
      expect.stringMatching(/^file 1 2026-06-01 /),
    ]);
  });

  it("tells the days, the sums and that the window is an estimate", () => {
    const [finding] = audit({ lines: [...sold({}), ...refunded(nothing)] }).findings;
    expect(finding?.what).toContain(
      "20.00 USD for MUG (FNSKU X001) was refunded on 2026-06-01; of its referral fee 0.00 USD came back, 2.40 USD was due.",
    );
    expect(finding?.why).toContain("20 % of 3.00 USD is 0.60 USD");
    expect(finding?.estimated).toBe(true);
    expect(finding?.todo).toContain("2026-08-30");
  });
});

describe("referral-fee-not-credited cannot tell", () => {
  it("when the sale is in no settlement", () => {
    const result = audit({ lines: refunded({ credit: null }) });
    expect(result.findings).toEqual([]);
    expect(reasons(result)).toEqual([
      "1 refund of 2026-06-01 not judged: the sale and its referral fee are not in the settlements.",
    ]);
  });

  it("where no administration fee is sourced", () => {
    const lines = [...sold({ site: "Amazon.fr" }), ...refunded({ site: "Amazon.fr", credit: null })];
    const result = audit({ lines, currency: "EUR", marketplace: "FR" });
    expect(result.findings).toEqual([]);
    expect(reasons(result)).toEqual([
      "1 refund of 2026-06-01 not judged: No refund administration fee is sourced for FR.",
    ]);
  });
});
