import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { AUDITS } from "../../../../src/audits/catalogue.ts";
import { CLAIM_STATES } from "../../../../src/claims/claim.ts";
import {
  asFound,
  type CaseFacts,
  caseText,
  hasCaseText,
  LANGUAGES,
  type Language,
  STAGES,
  suggestedStage,
} from "../../../../src/claims/letters/case-text.ts";
import { wordsOf } from "../../../../src/claims/letters/languages.ts";
import { day } from "../../../../src/values/day.ts";
import { currency, money } from "../../../../src/values/money.ts";
import { bareClaim, denial, fullClaim } from "./claims.ts";

const CLAIMABLE = AUDITS.map(({ meta }) => meta.id).filter(hasCaseText);
const EUR = currency("EUR");

const COMBINATIONS = CLAIMABLE.flatMap((audit) =>
  STAGES.flatMap(({ id: stage }) => LANGUAGES.map(({ id: language }) => ({ audit, stage, language }))),
);

test("a first claim in English, word for word", () => {
  const { subject, body, where, missing, language } = caseText(fullClaim("warehouse-lost"), "first", "en");
  expect(subject).toBe(
    "Units lost in a fulfilment centre – FNSKU: X00H1TLW55, Ledger reference ID: 20026946770503",
  );
  expect(body.split("\n")).toEqual([
    "Hello,",
    "",
    "The inventory ledger shows a loss of the item below in a fulfilment centre on 12 Mar 2026; still open: 2 units.",
    "",
    "Case ID: 9876543210",
    "FNSKU: X00H1TLW55",
    "Ledger reference ID: 20026946770503",
    "ASIN: B0DC5K9B5D",
    "SKU: 00470E21",
    "Units concerned: 2",
    "Date in the inventory ledger: 12 Mar 2026",
    "Value by our records: €1,234.56",
    "",
    "Our reports show neither a later find nor a reimbursement for it. Please check this, and reimburse the units or return them to our inventory.",
    "",
    "Attached documents:",
    "- Supplier invoice (5 Jan 2026): 12 units bought",
    "",
    "This case is about this one event only. If your records show something else, please tell us what.",
    "",
    "Thank you and kind regards",
  ]);
  expect(where).toBe("Seller Central > Inventory Defect and Reimbursement (IDR) portal > Eligible for claim");
  expect(missing).toEqual([]);
  expect(language).toBe("en");
});

test("one unit is one unit", () => {
  const one = fullClaim("warehouse-lost", { units: 1 });
  expect(caseText(one, "first", "en").body).toContain("still open: 1 unit.");
  expect(caseText(one, "first", "de").body).toContain("noch offen: 1 Einheit.");
  expect(caseText(one, "first", "fr").body).toContain("encore en suspens : 1 unité.");
});

test.each(COMBINATIONS)(
  "$audit, $stage, $language: whole, without holes, in plain lines",
  ({ audit, stage, language }) => {
    for (const state of CLAIM_STATES) {
      for (const claim of [fullClaim(audit), bareClaim(audit)]) {
        const text = caseText({ ...claim, state }, stage, language);
        expect(text.subject).not.toMatch(/\n/);
        for (const part of [text.subject, text.body]) {
          expect(part).toBe(part.trim());
          expect(part).not.toMatch(/undefined|\bnull\b|NaN|\[|\]|\{|\}| {2}|\n{3}|internal|example\.com/);
        }
        const { greeting, enclosed } = wordsOf(language).phrases;
        const open = text.body.split("\n").filter((line) => /[:：,]$/.test(line));
        expect(open.filter((line) => line !== greeting && line !== enclosed)).toEqual([]);
        expect(text.where).not.toBe("");
      }
    }
  },
);

test.each(CLAIMABLE)(
  "%s: a claim that knows nothing says nothing it does not know, and what is missing",
  (audit) => {
    const { body, missing } = caseText(bareClaim(audit), "first", "en");
    expect(body).not.toMatch(/\d/);
    expect(missing).toContain("No amount is given: the finding could not be valued.");
    expect(missing.every((sentence) => /^[“A-Z].*\.$/.test(sentence))).toBe(true);
  },
);

test.each(CLAIMABLE)(
  "%s: a claim with everything lacks nothing but papers, and names what it has",
  (audit) => {
    const claim = fullClaim(audit);
    const { body, subject, missing } = caseText(claim, "appeal", "de");
    expect(missing.filter((sentence) => !sentence.startsWith("A paper is not listed"))).toEqual([]);
    const { orderId, shipmentId, referenceId, fnsku, msku } = claim.facts;
    const ids = [orderId, shipmentId, referenceId, fnsku, msku];
    const named = ids.filter((id) => body.includes(`: ${id}\n`));
    expect(named.length).toBeGreaterThan(0);
    expect(ids.some((id) => subject.includes(id))).toBe(true);
    expect(body).toContain(": 1.234,56 €");
  },
);

test("nothing, zero and less are never claimed", () => {
  for (const [units, minor] of [
    [0, 0],
    [-2, -500],
    [1.5, 0],
    [Number.NaN, 0],
  ] as const) {
    const text = caseText(fullClaim("warehouse-lost", { units, amount: money(minor, EUR) }), "first", "en");
    expect(text.body).not.toMatch(/Units concerned|Value by/);
    expect(text.missing).toEqual([
      "“Units concerned” is not given: the claim does not say it.",
      "No amount is given: the finding could not be valued.",
    ]);
  }
});

test("days that may be estimates are not named", () => {
  // The day a short parcel came may be an estimate; that of a label may be the shipment's or the charge's.
  for (const audit of ["removal-short", "carrier-label-unused"]) {
    expect(caseText(fullClaim(audit), "first", "en").body).not.toContain("12 Mar 2026");
  }
  expect(caseText(fullClaim("returned-damaged-by-amazon"), "first", "en").body).toContain(
    "Refund or return: 12 Mar 2026",
  );
});

test("a question for the status says what the log says of a decision, and no more", () => {
  const chase = (state: CaseFacts["state"]) =>
    caseText({ ...fullClaim("warehouse-lost"), state, paid: [] }, "chase", "en").body;
  expect(chase("filed")).toContain(
    "We filed this case on 20 Mar 2026. Our records show no decision on it yet.",
  );
  expect(chase("in review")).toContain("Our records show no decision on it yet.");
  expect(chase("appealed")).toContain("our records show no answer to that yet");
  expect(chase("approved")).toContain(
    "You approved this case (€300.00); our records show no payment for it yet.",
  );
  expect(chase("approved")).toContain("in which settlement it is paid");
  for (const state of ["paid", "denied", "to file"] as const) {
    expect(chase(state)).not.toMatch(/no decision|no payment|no answer|approved/);
  }
});

test("an approved claim of which something was paid is not called unpaid", () => {
  const claim = { ...fullClaim("warehouse-lost"), state: "approved" as const };
  expect(caseText({ ...claim, paid: [] }, "chase", "en").body).toContain("no payment for it yet");
  expect(caseText({ ...claim, paid: [money(1, EUR)] }, "chase", "en").body).not.toContain("no payment");
});

test("an appeal quotes the last denial in Amazon's words and asks what it rests on", () => {
  const claim = {
    ...fullClaim("inbound-short"),
    denials: [denial("First."), denial("Already <b>paid</b>\nin full.")],
  };
  const { body } = caseText(claim, "appeal", "en");
  expect(body).toContain(
    "You declined this case on 2 Apr 2026. The reason given was: “Already paid in full.”",
  );
  expect(body).not.toContain("First.");
  expect(body).toContain("name the record it rests on");
  const without = caseText({ ...claim, denials: [] }, "appeal", "en");
  expect(without.body).not.toMatch(/declined|reason given/);
  expect(without.missing).toContain("The reason of the denial is not given: record it in Amazon's words.");
});

test("a recalculation names what was paid, only where it is one sum", () => {
  const claim = fullClaim("warehouse-lost");
  const body = (paid: CaseFacts["paid"]) => caseText({ ...claim, paid }, "re-evaluation", "en").body;
  expect(body([money(12345, EUR)])).toContain("So far you have paid €123.45 in this case.");
  expect(body([money(12345, EUR), money(0, currency("USD"))])).toContain("€123.45");
  for (const paid of [[], [money(-5, EUR)], [money(5, EUR), money(5, currency("USD"))]]) {
    expect(body(paid)).not.toContain("So far");
  }
  expect(body([])).toContain("calculate the amount again and pay the difference");
  expect(caseText(fullClaim("fulfilment-fee-high"), "re-evaluation", "en").body).toContain(
    "measure the item again",
  );
});

test("what was due is said by the rule that fits: the cost, or the price of the order", () => {
  const body = (orderId: string) => caseText(fullClaim("underpaid", { orderId }), "first", "en").body;
  expect(body("")).toContain("The amount due follows from our unit cost.");
  expect(body("302-1")).toContain("The amount due follows from the price of the order less its fees.");
  expect(body("302-1")).not.toContain("unit cost");
});

test("papers are named in the language of the text, without their links; unknown kinds as they are", () => {
  const paper = { sequence: 1, link: "https://x.example.com/1", date: null, proves: "", note: "" };
  const claim = {
    ...fullClaim("removal-short"),
    evidence: [
      { ...paper, kind: "photos", proves: "box\nand label" },
      { ...paper, kind: "  " },
      { ...paper, kind: "bill of lading", date: day("2026-02-01") },
    ],
  };
  expect(caseText(claim, "first", "fr").body).toContain(
    "Documents joints :\n- Photos : box and label\n- Autre document\n- bill of lading (01/02/2026)",
  );
});

test("a paper without which a claim is refused is asked for by name", () => {
  const claim = { ...fullClaim("inbound-short"), evidence: [] };
  expect(caseText(claim, "first", "en").missing).toEqual([
    "A paper is not listed: Supplier invoice from before the shipment, or as manufacturer the signed packing slip.",
  ]);
  expect(caseText(claim, "answer", "en").missing[0]).toBe(
    "No paper is listed: add what Amazon asked for under Evidence.",
  );
});

test("a first claim goes where the policy says, a reply to its case, a dispute of the amount to its own place", () => {
  const where = (audit: string, stage: Parameters<typeof caseText>[1], marketplace = "US", caseId = "123") =>
    caseText({ ...fullClaim(audit, { marketplace }), caseId }, stage, "en").where;
  expect(where("inbound-short", "first")).toContain("Shipping queue");
  expect(where("warehouse-lost", "first", "AE")).toContain("Contact Us");
  expect(where("inbound-short", "appeal")).toBe(
    "Seller Central > Help > Manage your case log > case 123: reply in it",
  );
  expect(where("inbound-short", "chase", "US", "")).toBe("Seller Central > Help > Manage your case log");
  expect(where("warehouse-lost", "re-evaluation")).toContain("Manage Your Sourcing Cost");
  expect(where("fulfilment-fee-high", "re-evaluation")).toContain("case 123");
  expect(where("warehouse-lost", "first", "nowhere")).toContain("Seller Central");
});

test("an audit no case is made of is refused with the reason", () => {
  expect(() => caseText(fullClaim("paid-twice"), "first", "en")).toThrow(
    "No case is made of “paid-twice”. Amazon paid more than was lost",
  );
  expect(() => caseText(fullClaim("toString"), "first", "en")).toThrow("No case is made of “toString”.");
});

test("what the sample account's findings ask for has a text; what it only notes has none", () => {
  const { planted } = JSON.parse(
    readFileSync(join(import.meta.dirname, "../../../../samples/small/planted.json"), "utf8"),
  ) as { planted: { audit: string; state: string }[] };
  const claimed = new Set(planted.filter((p) => !["info", "exposure"].includes(p.state)).map((p) => p.audit));
  expect(CLAIMABLE.filter((audit) => !claimed.has(audit))).toEqual(["paid-differently-than-approved"]);
  expect([...claimed].filter((audit) => !hasCaseText(audit))).toEqual([]);
});

test("the stage suggested fits the claim's state", () => {
  const suggested = (state: CaseFacts["state"]) => suggestedStage({ state, denials: [], paid: [] });
  expect(Object.fromEntries(CLAIM_STATES.map((state) => [state, suggested(state)]))).toEqual({
    "to file": "first",
    filed: "chase",
    "in review": "chase",
    approved: "chase",
    paid: "re-evaluation",
    closed: "re-evaluation",
    denied: "appeal",
    appealed: "chase",
    expired: "first",
    dismissed: "first",
  });
});

test("a claim closed with its denial is appealed, not calculated again", () => {
  const { denials } = fullClaim("warehouse-lost");
  expect(suggestedStage({ state: "closed", denials, paid: [] })).toBe("appeal");
  expect(suggestedStage({ state: "closed", denials, paid: [money(1, EUR)] })).toBe("re-evaluation");
});

test("units that were paid are not called open, in any language", () => {
  const claim = { ...fullClaim("warehouse-lost", { units: 3 }), state: "approved" as const };
  const body = (paidUnits: number, language: Language) =>
    caseText({ ...claim, paidUnits }, "chase", language).body;
  expect(body(1, "en")).toContain("still open: 2 units.");
  expect(body(1, "en")).toContain("Units concerned: 3");
  expect(body(3, "en")).not.toContain("still open");
  expect(body(-1, "en")).toContain("still open: 3 units.");
  for (const { id } of LANGUAGES) {
    expect(body(3, id).length, id).toBeLessThan(body(0, id).length);
    expect(body(1, id), id).not.toBe(body(0, id));
  }
});

test("a text speaks of what is asked for, not of what the claim was started with", () => {
  const claim = {
    ...fullClaim("warehouse-lost", { units: 3 }),
    asked: { units: 1, amount: money(41152, EUR) },
  };
  const { body } = caseText(claim, "chase", "en");
  expect(body).toContain("still open: 1 unit.");
  expect(body).toMatch(/Units concerned: 1\n.*Value by our records: €411\.52/s);
});

test("before it is filed a text asks for no more than the last audit finds", () => {
  const claim = { ...fullClaim("warehouse-lost", { units: 3 }), state: "to file" as const, paidUnits: 1 };
  const now = { units: 2, amount: money(82304, EUR) };
  expect(asFound(claim, now)).toMatchObject({ asked: now, paidUnits: 0 });
  expect(asFound(claim, { units: 4, amount: null })).toBe(claim);
  expect(asFound(claim, null)).toBe(claim);
  expect(asFound({ ...claim, state: "filed" }, now).asked.units).toBe(3);
});

test("hostile facts come out as plain lines: none is added, none is longer than can be read", () => {
  const hostile = fc.oneof(
    fc.string({ unit: "binary", maxLength: 40 }),
    fc.constantFrom(
      '<img src=x onerror="alert(1)">\n\n',
      '=IMPORTXML("https://x","//y")',
      "x".repeat(50000),
      "\u202eabc\u0000",
      "a\r\nSubject: b",
      "[{{units}}]",
    ),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...COMBINATIONS),
      fc.array(hostile, { minLength: 9, maxLength: 9 }),
      ({ audit, stage, language }, [a, b, c, d, e, f, g, h, i]) => {
        const plain = fullClaim(audit);
        const paper = plain.evidence[0];
        const claim: CaseFacts = {
          ...plain,
          caseId: a ?? "",
          denials: [denial(b ?? "")],
          evidence: paper === undefined ? [] : [{ ...paper, kind: c ?? "", proves: d ?? "" }],
          facts: {
            ...plain.facts,
            fnsku: e ?? "",
            msku: f ?? "",
            orderId: g ?? "",
            shipmentId: h ?? "",
            referenceId: i ?? "",
          },
        };
        const text = caseText(claim, stage, language);
        const most = caseText(plain, stage, language).body.split("\n").length;
        expect(text.body.split("\n").length).toBeLessThanOrEqual(most);
        expect(text.subject).not.toContain("\n");
        expect(text.subject + text.where).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
        expect(text.body.replace(/\n/g, "")).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/u);
        expect(text.body.length).toBeLessThan(4000);
      },
    ),
    { numRuns: 300 },
  );
});
