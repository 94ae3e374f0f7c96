/** The claims shown in docs/case-texts.md: one of each stage and language, of different audits. */
import type { ClaimEvidence } from "../../src/claims/claim.ts";
import type { CaseFacts, Language, Stage } from "../../src/claims/letters/case-text.ts";
import { day } from "../../src/values/day.ts";
import { currency, type Money, money } from "../../src/values/money.ts";

interface Example {
  readonly title: string;
  readonly claim: CaseFacts;
  readonly stage: Stage;
  readonly language: Language;
}

const ITEM = { fnsku: "X001ABCDEF", asin: "B0EXAMPLE1", msku: "TEA-POT-RED" };

const euro = (cents: number): Money => money(cents, currency("EUR"));

function claimOf(
  facts: Partial<CaseFacts["facts"]> & { audit: string },
  more: Partial<CaseFacts> = {},
): CaseFacts {
  return {
    state: "to file",
    caseId: "",
    filedOn: null,
    asked: { units: facts.units === undefined ? 2 : facts.units, amount: facts.amount ?? null },
    approved: { units: null, amount: null },
    paid: [],
    paidUnits: 0,
    evidence: [],
    denials: [],
    ...more,
    facts: {
      marketplace: "US",
      ...ITEM,
      orderId: "",
      shipmentId: "",
      referenceId: "",
      units: 2,
      amount: null,
      eventDate: null,
      opens: null,
      deadline: null,
      estimated: false,
      what: "",
      basis: "",
      ...facts,
    },
  };
}

function paper(kind: string, date: string, proves: string): ClaimEvidence {
  return { sequence: 2, kind, link: "https://drive.example.com/1", date: day(date), proves, note: "" };
}

export const EXAMPLES: readonly Example[] = [
  {
    title: "Lost in the warehouse: first claim, English",
    claim: claimOf({
      audit: "warehouse-lost",
      referenceId: "20026946770503",
      amount: money(4726, currency("USD")),
      eventDate: day("2026-09-21"),
    }),
    stage: "first",
    language: "en",
  },
  {
    title: "Inbound shipment short: first claim, German",
    claim: claimOf(
      {
        audit: "inbound-short",
        marketplace: "DE",
        shipmentId: "FBA15EXAMPLE",
        units: 1,
        amount: euro(123456),
        eventDate: day("2026-06-01"),
      },
      { evidence: [paper("supplier invoice", "2026-05-04", "24 Stück, 1.234,56 € je Stück")] },
    ),
    stage: "first",
    language: "de",
  },
  {
    title: "Refunded and not returned: answer to a request for information, French",
    claim: claimOf(
      {
        audit: "refund-not-returned",
        marketplace: "FR",
        orderId: "402-1234567-1234567",
        units: 1,
        amount: euro(7495),
        eventDate: day("2026-08-07"),
      },
      {
        state: "in review",
        caseId: "10123456789",
        filedOn: day("2026-10-01"),
        evidence: [paper("screenshot", "2026-10-02", "page de la commande, sans retour")],
      },
    ),
    stage: "answer",
    language: "fr",
  },
  {
    title: "Removal parcel lost: question for the status, Italian",
    claim: claimOf(
      {
        audit: "removal-lost",
        marketplace: "IT",
        orderId: "2XF9EXAMPLE",
        referenceId: "1Z999AA10123456784",
        units: 3,
        amount: euro(2013),
        eventDate: day("2026-09-17"),
      },
      { state: "filed", caseId: "10123456790", filedOn: day("2026-10-05") },
    ),
    stage: "chase",
    language: "it",
  },
  {
    title: "Damaged in the warehouse: appeal, Spanish",
    claim: claimOf(
      {
        audit: "warehouse-damaged",
        marketplace: "ES",
        referenceId: "20093466133477",
        units: 1,
        amount: euro(3974),
        eventDate: day("2026-09-21"),
      },
      {
        state: "denied",
        caseId: "10123456791",
        filedOn: day("2026-10-02"),
        denials: [{ on: day("2026-10-09"), reason: "La unidad ya fue reembolsada." }],
      },
    ),
    stage: "appeal",
    language: "es",
  },
  {
    title: "Customer return damaged by Amazon: re-evaluation, Japanese",
    claim: claimOf(
      {
        audit: "returned-damaged-by-amazon",
        marketplace: "JP",
        orderId: "250-1234567-1234567",
        referenceId: "LPNEXAMPLE01",
        units: 1,
        amount: money(4980, currency("JPY")),
        eventDate: day("2026-07-23"),
      },
      {
        state: "paid",
        caseId: "10123456792",
        filedOn: day("2026-09-20"),
        paid: [money(3100, currency("JPY"))],
        evidence: [paper("supplier invoice", "2026-03-01", "仕入れ単価")],
      },
    ),
    stage: "re-evaluation",
    language: "ja",
  },
  {
    title: "Paid too little, by a claim that knows little: first claim, English",
    claim: claimOf({
      audit: "underpaid",
      fnsku: "",
      asin: "",
      msku: "",
      units: null,
      referenceId: "31085032985",
    }),
    stage: "first",
    language: "en",
  },
];
