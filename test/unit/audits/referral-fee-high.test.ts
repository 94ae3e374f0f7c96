import { describe, expect, it } from "vitest";
import { referralFeeHigh } from "../../../src/audits/referral-fee-high.ts";
import { told } from "./build.ts";
import { auditFees, booked, type FeeAccount, MUG, reasons, refunded, sold } from "./fee-rows.ts";

const audit = (given: FeeAccount) => auditFees(referralFeeHigh, given);
const of = (category: string) => [{ ...MUG, category }];

describe("referral-fee-high stays silent", () => {
  const silent: readonly (readonly [string, FeeAccount])[] = [
    ["on the category's rate", { lines: sold({ units: 2 }) }],
    ["on a cent per unit of rounding", { lines: sold({ price: 19.99, commission: 3.01 }) }],
    ["on the minimum", { lines: sold({ price: 1.5, commission: 0.3 }) }],
    [
      "on a marginal category",
      { lines: sold({ price: 150, commission: 19 }), costs: of("Electronics Accessories") },
    ],
    ["on a whole-price category", { lines: sold({ price: 21, commission: 3.57 }), costs: of("Clothing") }],
    ["on the closing fee of media", { lines: sold({ commission: 4.8 }), costs: of("Books") }],
    [
      "on the fee of shipping and gift wrap the buyer paid",
      {
        lines: [
          ...sold({ commission: 4.2 }),
          booked("ItemPrice", "Shipping", 5),
          booked("ItemPrice", "GiftWrap", 3),
        ],
      },
    ],
    [
      "where a promotion may not lower the base",
      { lines: [...sold({}), booked("Promotion", "Principal", -5)] },
    ],
    ["on units refunded in full", { lines: [...sold({ commission: 3.4 }), ...refunded({ credit: 3.4 })] }],
    ["on units refunded in part", { lines: [...sold({ commission: 3.4 }), ...refunded({ principal: 5 })] }],
    [
      "on a charge reversed",
      { lines: [...sold({ commission: 3.4 }), booked("ItemFees", "Commission", 0.4, { day: "2026-06-01" })] },
    ],
    ["on a charge made twice", { lines: [...sold({}), booked("ItemFees", "Commission", -3)] }],
    ["on orders of other shops", { lines: sold({ order: "S01-1", commission: 9 }) }],
    ["after the day of the audit", { lines: sold({ day: "2026-07-01", commission: 9 }) }],
  ];
  it.each(silent)("%s", (_, given) => {
    const result = audit(given);
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toEqual([]);
  });
});

describe("referral-fee-high finds", () => {
  const dirty: readonly (readonly [string, FeeAccount, string])[] = [
    ["a rate too high", { lines: sold({ units: 2, commission: 3.4 }) }, "file 2 2026-05-20 0.80 USD"],
    ["a cent more than rounding", { lines: sold({ commission: 3.02 }) }, "file 1 2026-05-20 0.02 USD"],
    [
      "more than the minimum",
      { lines: sold({ price: 1.5, commission: 0.45 }) },
      "file 1 2026-05-20 0.15 USD",
    ],
    [
      "the first rate for the whole price",
      { lines: sold({ price: 150, commission: 22.5 }), costs: of("Electronics Accessories") },
      "file 1 2026-05-20 3.50 USD",
    ],
    [
      "the rate of the next step",
      { lines: sold({ price: 20, commission: 3.4 }), costs: of("Clothing") },
      "file 1 2026-05-20 1.40 USD",
    ],
    [
      "a fee on shipping that was free",
      {
        lines: [
          ...sold({ commission: 3.75 }),
          booked("ItemPrice", "Shipping", 5),
          booked("Promotion", "Shipping", -5),
        ],
      },
      "file 1 2026-05-20 0.75 USD",
    ],
    [
      "the units that were not refunded",
      { lines: [...sold({ units: 3, commission: 3.4 }), ...refunded({ principal: 20 })] },
      "file 2 2026-05-20 0.80 USD",
    ],
    [
      "units the seller sent too",
      { lines: sold({ channel: "MFN", commission: 3.4, fee: null }) },
      "file 1 2026-05-20 0.40 USD",
    ],
    [
      "a table of low confidence as a note",
      { lines: sold({ commission: 5 }), costs: of("Entertainment Collectibles") },
      "info 1 2026-05-20 1.00 USD",
    ],
  ];
  it.each(dirty)("%s", (_, given, expected) => {
    expect(told(audit(given))).toEqual([expected]);
  });

  it("says why no claim can rest on a table of low confidence", () => {
    const [finding] = audit({
      lines: sold({ commission: 5 }),
      costs: of("Entertainment Collectibles"),
    }).findings;
    expect(finding?.why).toContain(
      "No claim can rest on it: “US referral fee: Entertainment Collectibles” is of low confidence.",
    );
    expect(finding?.deadline).toBeNull();
  });

  it("names order and rate when one order is all there is", () => {
    const [finding] = audit({ lines: sold({ commission: 3.4 }) }).findings;
    expect(finding?.orderId).toBe("111-1");
    expect(finding?.why).toContain("15 % of 20.00");
    expect(finding?.todo).toContain("Last day: 2026-08-18");
  });
});

describe("referral-fee-high cannot tell", () => {
  it("without a category it knows", () => {
    for (const category of ["", "Wizardry"]) {
      const result = audit({ lines: sold({ commission: 9 }), costs: of(category) });
      expect(result.findings).toEqual([]);
      expect(reasons(result)).toEqual([
        "1 referral fee charge of 2026-05-20 not judged: the Costs tab has no category we know for MUG.",
      ]);
    }
  });

  it("outside the United States", () => {
    const result = audit({
      lines: sold({ site: "Amazon.co.uk", commission: 9 }),
      currency: "GBP",
      marketplace: "UK",
    });
    expect(result.findings).toEqual([]);
    expect(reasons(result)).toEqual([
      "1 referral fee charge of 2026-05-20 not judged: No referral fees are sourced for UK.",
    ]);
  });
});
