/** Claims to write about. */
import type { ClaimFacts, Denial } from "../../../../src/claims/claim.ts";
import type { CaseFacts } from "../../../../src/claims/letters/case-text.ts";
import { day } from "../../../../src/values/day.ts";
import { currency, money } from "../../../../src/values/money.ts";

const EUR = currency("EUR");

/** A claim with every fact there is. */
export function fullClaim(audit: string, facts: Partial<ClaimFacts> = {}): CaseFacts {
  const { units = 2, amount = money(123456, EUR) } = facts;
  return {
    ...bareClaim(audit),
    asked: { units, amount },
    state: "denied",
    caseId: "9876543210",
    filedOn: day("2026-03-20"),
    approved: { units: 2, amount: money(30000, EUR) },
    paid: [money(12345, EUR)],
    evidence: [
      {
        sequence: 4,
        kind: "supplier invoice",
        link: "https://drive.example.com/secret-folder",
        date: day("2026-01-05"),
        proves: "12 units bought",
        note: "internal note",
      },
    ],
    denials: [denial("Units were found.")],
    facts: {
      ...bareClaim(audit).facts,
      fnsku: "X00H1TLW55",
      asin: "B0DC5K9B5D",
      msku: "00470E21",
      orderId: "302-7323361-6148635",
      shipmentId: "FBA191R5B3TV",
      referenceId: "20026946770503",
      units: 2,
      amount: money(123456, EUR),
      eventDate: day("2026-03-12"),
      deadline: day("2026-05-11"),
      what: "internal words",
      basis: "internal basis",
      ...facts,
    },
  };
}

/** A claim that knows nothing but its audit. */
export function bareClaim(audit: string): CaseFacts {
  return {
    state: "to file",
    caseId: "",
    filedOn: null,
    asked: { units: null, amount: null },
    approved: { units: null, amount: null },
    paid: [],
    paidUnits: 0,
    evidence: [],
    denials: [],
    facts: {
      audit,
      marketplace: "DE",
      fnsku: "",
      asin: "",
      msku: "",
      orderId: "",
      shipmentId: "",
      referenceId: "",
      units: null,
      amount: null,
      eventDate: null,
      opens: null,
      deadline: null,
      estimated: false,
      what: "",
      basis: "",
    },
  };
}

export function denial(reason: string): Denial {
  return { on: day("2026-04-02"), reason };
}
