import { describe, expect, test } from "vitest";
import { POLICY, SOURCES } from "../../../src/policy/index.ts";
import { parseDay } from "../../../src/values/day.ts";

/**
 * Every window as its sources give it, retyped: id | marketplaces | opens after days | closes after days |
 * closes after months | in force from | to | sourced | confidence | sources. `Europe` is the ten marketplaces of the
 * announcement of January 2025; `–` is nothing.
 */
const FACTS = `
warehouse_lost_us | US | 0 | 60 | – | 2024-10-23 | – | yes | high | SC-NEWS-US-1 SC-NEWS-US-2 ECOMBRIEF YOURAMZ MAYAN CHANNELMAX-2024
warehouse_lost_us_old | US | 30 | 548 | 18 | – | 2024-10-22 | yes | medium | ECOMBRIEF IN-CHANGES
warehouse_lost_eu | Europe | 0 | 60 | – | 2025-01-09 | – | yes | high | EU-REPOST SC-ES-NEWS REVOIC IWEAVER GH-UKTOOL
warehouse_lost_jp | JP | 0 | 60 | – | 2025-01-10 | – | yes | high | JP-NEWS JP-BLOG
warehouse_lost_mena | AE SA EG | 0 | 60 | – | 2024-09-05 | – | yes | medium | AE-NEWS MEDIALINKS
warehouse_lost_in | IN | 0 | 60 | – | 2021-05-14 | – | yes | medium | IN-POLICY IN-CHANGES
warehouse_lost_ca_au_mx | CA AU MX BR SG | 0 | 60 | – | – | – | no | low | SALESDUO-CA
warehouse_damaged_us | US | 0 | 60 | – | 2024-10-23 | – | yes | high | SC-NEWS-US-1 SC-NEWS-US-2 ECOMBRIEF YOURAMZ MAYAN CHANNELMAX-2024
warehouse_damaged_us_old | US | 0 | 548 | 18 | – | 2024-10-22 | yes | medium | ECOMBRIEF IN-CHANGES
warehouse_damaged_eu | Europe | 0 | 60 | – | 2025-01-09 | – | yes | high | EU-REPOST SC-ES-NEWS REVOIC IWEAVER GH-UKTOOL
warehouse_damaged_jp | JP | 0 | 60 | – | 2025-01-10 | – | yes | high | JP-NEWS JP-BLOG
warehouse_damaged_mena | AE SA EG | 0 | 60 | – | 2024-09-05 | – | yes | medium | AE-NEWS MEDIALINKS
warehouse_damaged_in | IN | 0 | 60 | – | – | – | yes | medium | IN-POLICY IN-CHANGES
warehouse_damaged_ca_au_mx | CA AU MX BR SG | 0 | 60 | – | – | – | no | low | SALESDUO-CA
customer_return_us | US | 60 | 120 | – | 2024-10-23 | – | yes | high | SC-CR-US SC-NEWS-US-1 ECOMBRIEF
customer_return_us_old1 | US | 45 | 548 | 18 | – | 2024-10-22 | yes | medium | SC-CR-US
customer_return_eu | Europe | 45 | 105 | – | 2025-01-09 | – | yes | high | EU-REPOST SC-ES-NEWS GH-UKTOOL GH-VERIFY
customer_return_jp | JP | 45 | 105 | – | 2025-01-10 | – | yes | high | JP-NEWS JP-BLOG
customer_return_ca_old | CA | 45 | 548 | 18 | – | – | no | low | SC-CR-US
customer_over_refund_us | US | 60 | 120 | – | 2024-10-23 | – | no | medium | SC-CR-US
customer_over_refund_eu | Europe | 45 | 105 | – | 2025-01-09 | – | no | medium | EU-REPOST
replacement_not_returned_us | US | 60 | 120 | – | 2024-10-23 | – | no | medium | SC-CR-US
replacement_not_returned_eu | Europe | 45 | 105 | – | 2025-01-09 | – | no | medium | EU-REPOST
return_wrong_item_us | US | 60 | 120 | – | 2024-10-23 | – | no | medium | SC-CR-US
return_wrong_item_eu | Europe | 45 | 105 | – | 2025-01-09 | – | no | medium | EU-REPOST
return_damaged_by_amazon_us | US | 60 | 120 | – | 2024-10-23 | – | no | medium | SC-CR-US
return_damaged_by_amazon_eu | Europe | 45 | 105 | – | 2025-01-09 | – | no | medium | EU-REPOST
inbound_lost_us | US | – | 273 | 9 | – | – | yes | medium | US-INBOUND REGAINABLES REFUNZO-INB US-RECON GETIDA-POD TRUEOPS
inbound_lost_eu | Europe | – | 181 | 6 | – | – | yes | medium | EU-INBOUND NL-POLICY REVOIC OLIVERPIROSKA UK-RECON
inbound_lost_jp | JP | – | 273 | 9 | – | – | yes | medium | JP-INBOUND
inbound_lost_mena | AE SA EG | 15 | 60 | – | 2024-09-05 | – | yes | high | AE-NEWS MEDIALINKS
inbound_lost_in | IN | – | 60 | – | – | – | yes | medium | IN-POLICY IN-RECON
inbound_lost_other | CA AU MX SG BR | – | 181 | – | – | – | no | low | –
unused_partnered_label_eu | Europe | 0 | 273 | 9 | – | – | yes | high | UNUSED-LABEL
removal_lost_us | US | 15 | 75 | – | 2024-10-23 | – | yes | high | SC-NEWS-US-1 ECOMBRIEF MAYAN
removal_other_us | US | 0 | 60 | – | 2024-10-23 | – | yes | high | SC-NEWS-US-1 ECOMBRIEF
removal_lost_us_old | US | 14 | 548 | 18 | – | 2024-10-22 | yes | medium | US-REMOVAL
removal_other_us_old | US | 14 | 548 | 18 | – | 2024-10-22 | yes | medium | US-REMOVAL
removal_lost_eu | Europe | 15 | 75 | – | 2025-01-09 | – | yes | high | EU-REPOST SC-ES-NEWS
removal_other_eu | Europe | 0 | 60 | – | 2025-01-09 | – | yes | high | EU-REPOST GH-UKTOOL UK-REMOVAL
removal_lost_mena | AE SA EG | 15 | 75 | – | 2024-09-05 | – | yes | high | AE-NEWS
removal_other_mena | AE SA EG | 0 | 30 | – | 2024-09-05 | – | yes | high | AE-NEWS
removal_lost_in | IN | 0 | 30 | – | – | – | yes | medium | IN-POLICY
removal_lost_jp | JP | 15 | 75 | – | 2025-01-10 | – | no | low | JP-NEWS
removal_other_jp | JP | 15 | 75 | – | 2025-01-10 | – | no | low | JP-NEWS
disposed_without_permission_us | US | 0 | 60 | – | 2024-10-23 | – | no | medium | REFULLY RECLAIMHQ
fee_dimensions_us | US | 0 | 90 | – | – | – | yes | medium | FEE-DIM SELLERJOURNAL THREECOLTS REFUNDPROS
fee_dimensions_other | FR AU | 0 | 90 | – | – | – | yes | medium | FEE-DIM
fee_storage_dimensions | US FR AU | 0 | 90 | – | – | – | yes | medium | FEE-DIM
fee_storage_other | US | 0 | 90 | – | – | – | no | low | –
fee_referral_us | US | 0 | 90 | – | – | – | yes | high | REFFEE-POLICY
refund_commission_not_returned | US | 0 | 90 | – | – | – | no | medium | REFUND-ADMIN REFFEE-POLICY
valuation_dispute_us | US | 0 | 60 | – | 2025-03-31 | – | yes | medium | REDLINE GH-VERIFY APPEALSPRO
valuation_dispute_uk | UK | 0 | 60 | – | 2025-03-10 | – | yes | medium | GH-UKTOOL
reimbursement_reversal_us | US | 0 | 60 | – | – | – | no | low | GETIDA-REV CARBON6-REV
reimbursement_quantity_short_us | US | 0 | 60 | – | – | – | no | low | REDLINE
approved_not_paid_us | US | 5 | – | – | – | – | yes | medium | SC-REIMB-TIMING GH-RULES
disposed_without_permission_eu | Europe | 0 | 60 | – | 2025-01-09 | – | no | medium | REFULLY RECLAIMHQ
reimbursement_reversal_eu | Europe | 0 | 60 | – | – | – | no | low | GETIDA-REV CARBON6-REV
reimbursement_quantity_short_eu | Europe | 0 | 60 | – | – | – | no | low | REDLINE
approved_not_paid_eu | Europe | 5 | – | – | – | – | yes | medium | SC-REIMB-TIMING GH-RULES
fee_dimensions_uk_de_it_es | UK DE IT ES | 0 | 90 | – | – | – | no | medium | FEE-DIM
`;

const EUROPE = "UK DE FR IT ES NL SE PL BE IE";

const facts = FACTS.trim()
  .split("\n")
  .map((line) => line.split(" | "));

describe("claim windows", () => {
  test.each(facts)("%s is as its sources say", (...fact) => {
    const [id, marketplaces, opens, closes, months, from, to, sourced, confidence, sources] = fact;
    const window = POLICY.windows.find((known) => known.id === id);
    expect(window).toMatchObject({
      marketplaces: (marketplaces === "Europe" ? EUROPE : (marketplaces ?? "")).split(" "),
      opensAfterDays: numberOf(opens),
      closesAfterDays: numberOf(closes),
      closesAfterMonths: numberOf(months),
      effectiveFrom: parseDay(from ?? ""),
      effectiveTo: parseDay(to ?? ""),
      sourced: sourced === "yes",
      confidence,
      sources: sources === "–" ? [] : sources?.split(" "),
    });
    expect(id?.startsWith(window?.rule ?? "?")).toBe(true);
  });

  test("there is no window beyond these facts, and none twice", () => {
    expect(POLICY.windows.map((window) => window.id).sort()).toEqual(facts.map(([id]) => id).sort());
  });

  test("the doubtful Canadian window carries the safe days", () => {
    const canada = POLICY.windows.filter((window) => window.conservativeOpensAfterDays !== null);
    expect(canada).toHaveLength(1);
    expect(canada[0]).toMatchObject({
      id: "customer_return_ca_old",
      conservativeOpensAfterDays: 60,
      conservativeClosesAfterDays: 105,
    });
  });

  test.each([
    ["warehouse_lost_us", true, "2024-11-01"],
    ["warehouse_lost_eu", true, "2025-01-15"],
    ["warehouse_damaged_jp", true, "2025-01-10"],
    ["customer_return_eu", true, null],
    ["removal_lost_us", false, null],
    ["inbound_lost_us", null, null],
  ])("%s: paid automatically %s since %s", (id, automatic, since) => {
    const window = POLICY.windows.find((known) => known.id === id);
    expect(window).toMatchObject({ automatic, automaticFrom: since === null ? null : parseDay(since) });
  });

  test("in one marketplace the windows of a rule follow each other without overlap", () => {
    const places = new Set(POLICY.windows.flatMap((window) => window.marketplaces));
    for (const rule of new Set(POLICY.windows.map((window) => window.rule))) {
      for (const place of places) {
        const chain = POLICY.windows
          .filter((window) => window.rule === rule && window.marketplaces.includes(place))
          .sort((a, b) => (a.effectiveFrom ?? -Infinity) - (b.effectiveFrom ?? -Infinity));
        chain.slice(1).forEach((next, i) => {
          expect((chain[i]?.effectiveTo ?? Number.NaN) + 1, `${next.id} after ${chain[i]?.id}`).toBe(
            next.effectiveFrom,
          );
        });
        expect(chain[chain.length - 1]?.effectiveTo ?? null).toBeNull();
      }
    }
  });

  test("every window says what its clock starts at, where to file, and with which evidence", () => {
    for (const window of POLICY.windows) {
      expect(window.clockStarts, window.id).not.toBe("");
      expect(window.filingPath, window.id).not.toBe("");
      expect(window.evidence.length, window.id).toBeGreaterThan(0);
    }
  });

  test("every source named is listed, and a sourced window names one", () => {
    for (const window of POLICY.windows) {
      for (const id of window.sources) expect(Object.keys(SOURCES), window.id).toContain(id);
      if (window.sourced) expect(window.sources, window.id).not.toEqual([]);
    }
  });
});

function numberOf(text: string | undefined): number | null {
  return text === "–" ? null : Number(text);
}
