import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Claim,
  type ClaimableFinding,
  confirmPayment,
  correct,
  declinePayment,
  type Proposal,
  proposals,
  type Reimbursed,
  type StepRequest,
  start,
  step,
  undo,
} from "../../../src/claims/index.ts";
import { isPaidInFull } from "../../../src/claims/payments.ts";
import { addDays, day } from "../../../src/values/day.ts";
import { currency, money } from "../../../src/values/money.ts";
import { finding, Log, READY, refusal, TODAY } from "./log-of.ts";

const USD = currency("USD");
const CASE = "12345678901";

/** 3 lost units of the finding's item, paid in full a week after today. */
function paid(but: Partial<Reimbursed> = {}): Reimbursed {
  return {
    key: "R-1",
    reimbursementId: "5001",
    caseId: "",
    date: addDays(TODAY, 7),
    orderId: "",
    shipmentId: "",
    region: "US",
    fnsku: "X000000001",
    asin: "B000000001",
    msku: "MUG-BLUE",
    reason: "Lost_Warehouse",
    reasonText: "Lost_Warehouse",
    units: 3,
    stockUnits: 0,
    amount: money(3690, USD),
    takesBack: null,
    line: 2,
    ...but,
  };
}

/** A log in which each finding is claimed and filed. */
function filed(...findings: readonly Partial<ClaimableFinding>[]): Log {
  const log = new Log();
  for (const but of findings.length === 0 ? [{}] : findings) {
    log.write(start(log.book, finding(but), log.acting()));
    const claimId = log.book.claims.at(-1)?.claimId;
    log.write(step(log.claim(claimId), { to: "filed", caseId: CASE }, log.acting(), READY));
  }
  return log;
}

const proposed = (log: Log, ...rows: readonly Reimbursed[]) => proposals(log.book.claims, rows);
const one = (log: Log, ...rows: readonly Reimbursed[]): Proposal => {
  const [first, ...more] = proposed(log, ...rows);
  if (!first || more.length > 0)
    throw new Error(`${proposed(log, ...rows).length} proposals instead of one.`);
  return first;
};
const REFUND = {
  id: "refund-not-returned-x",
  audit: "refund-not-returned",
  orderId: "111-1",
  referenceId: null,
};

describe("a payment finds its claim", () => {
  it("by the case", () => {
    const row = paid({ caseId: CASE, fnsku: "", msku: "", reason: null });
    expect(one(filed(), row)).toMatchObject({ by: "case", kind: "paid in full", row });
  });

  it("by the case also before an older claim of the same item", () => {
    const log = filed({}, { id: "warehouse-lost-second", referenceId: "2002" });
    const [first, second] = log.book.claims;
    if (!first || !second) throw new Error("two claims");
    const other: Claim = { ...second, caseId: "20000000002" };
    expect(proposals([first, other], [paid({ caseId: "20000000002" })])[0]?.claimId).toBe(other.claimId);
  });

  it("says so when the case's row names another item", () => {
    expect(one(filed(), paid({ caseId: CASE, fnsku: "X000000099" })).sentence).toMatch(
      /names another item \(X000000099\)/,
    );
  });

  it("of several claims in one case to the one whose item it names, to none when none is named", () => {
    const log = filed({}, { id: "warehouse-lost-cup", fnsku: "X000000002", msku: "CUP" });
    const cup = log.book.claims.find(({ facts }) => facts.msku === "CUP");
    expect(one(log, paid({ caseId: CASE, fnsku: "X000000002" })).claimId).toBe(cup?.claimId);
    expect(proposed(log, paid({ caseId: CASE, fnsku: "X000000003" }))).toEqual([]);
  });

  it("by the order, whatever was filed when", () => {
    const row = paid({ orderId: "111-1", reason: "CustomerReturn", date: day("2026-02-10") });
    expect(one(filed(REFUND), row)).toMatchObject({ by: "order", kind: "paid in full" });
  });

  it("by item, units and time", () => {
    expect(one(filed(), paid())).toMatchObject({ by: "item", kind: "paid in full" });
    expect(one(filed(), paid({ date: TODAY })).by).toBe("item");
  });

  it("to the claim of exactly its units before an older one of more", () => {
    const log = filed({}, { id: "warehouse-lost-two", quantity: 2, amount: "24.60" });
    const more = log.book.claims.find(({ asked }) => asked.units === 3)?.claimId;
    log.write(correct(log.claim(more), { filedOn: addDays(TODAY, -5) }, log.acting()));
    const two = log.book.claims.find(({ asked }) => asked.units === 2);
    expect(one(log, paid({ units: 2, amount: money(2460, USD) })).claimId).toBe(two?.claimId);
  });
});

describe("a payment is no claim's", () => {
  it.each<[string, Partial<Reimbursed>]>([
    ["of another item", { fnsku: "X000000002" }],
    ["for another reason", { reason: "Damaged_Warehouse" }],
    ["for no known reason", { reason: null }],
    ["for more units than are open", { units: 4 }],
    ["from before the filing", { date: addDays(TODAY, -1) }],
    ["for an order, of a claim that is about none", { orderId: "111-9" }],
    ["of somebody else's case", { caseId: "99999999999" }],
    ["in another region", { region: "EU" }],
    ["of money for no unit", { units: 0 }],
    ["of nothing", { units: 0, amount: money(0, USD) }],
  ])("%s", (_, but) => {
    expect(proposed(filed(), paid(but))).toEqual([]);
  });

  it.each<[string, Partial<Reimbursed>]>([
    ["for a fee", { reason: "Fee_Correction" }],
    ["from before the refund", { date: day("2026-02-08") }],
    ["of another item of the order", { fnsku: "X000000002" }],
  ])("of an order %s", (_, but) => {
    expect(proposed(filed(REFUND), paid({ orderId: "111-1", reason: "CustomerReturn", ...but }))).toEqual([]);
  });

  it("about a fee that pays more than is owed", () => {
    const fee = { id: "fulfilment-fee-high-x", audit: "fulfilment-fee-high", quantity: 40 };
    const row = paid({ reason: "Fee_Correction", units: 40 });
    expect(one(filed(fee), row)).toMatchObject({ by: "item", kind: "paid in full" });
    expect(proposed(filed(fee), { ...row, amount: money(3691, USD) })).toEqual([]);
  });

  it("about another payment, by its item alone", () => {
    const low = { id: "underpaid-x", audit: "underpaid", referenceId: "4001" };
    expect(proposed(filed(low), paid({ reason: "GeneralAdjustment" }))).toEqual([]);
    expect(one(filed(low), paid({ reason: "GeneralAdjustment", caseId: CASE })).by).toBe("case");
  });

  it("dismissed", () => {
    const log = new Log();
    log.write(start(log.book, finding(), log.acting()));
    log.write(step(log.claim(), { to: "dismissed", note: "found" }, log.acting(), null));
    expect(proposed(log, paid())).toEqual([]);
  });
});

describe("what was paid", () => {
  const kind = (log: Log, ...rows: readonly Reimbursed[]) => proposed(log, ...rows).map((p) => p.kind);
  const approved = (request: Partial<StepRequest>) => {
    const log = filed();
    return log.write(step(log.claim(), { to: "approved", ...request }, log.acting(), null));
  };

  it.each<[string, Partial<Reimbursed>, string]>([
    ["all units and all money", {}, "paid in full"],
    ["a little less than 5 % less", { amount: money(3506, USD) }, "paid in full"],
    ["more than 5 % less", { amount: money(3505, USD) }, "too little"],
    ["fewer units", { units: 2, amount: money(3690, USD) }, "paid in part"],
    ["all in stock", { stockUnits: 3, amount: null }, "paid in full"],
    ["one in stock, two in money", { stockUnits: 1, amount: money(2460, USD) }, "paid in full"],
    ["one in stock, two in too little money", { stockUnits: 1, amount: money(2300, USD) }, "too little"],
  ])("%s", (_, but, expected) => {
    expect(kind(filed(), paid(but))).toEqual([expected]);
  });

  it("is compared with what was approved, where Amazon said", () => {
    expect(kind(approved({ units: 2 }), paid({ units: 2, amount: money(2460, USD) }))).toEqual([
      "paid in full",
    ]);
    expect(kind(approved({ amount: money(3000, USD) }), paid({ amount: money(3000, USD) }))).toEqual([
      "paid in full",
    ]);
    expect(kind(approved({ amount: money(5000, USD) }), paid())).toEqual(["too little"]);
  });

  it("adds up over several rows", () => {
    const rows = [1, 2, 3].map((n) =>
      paid({ key: `R-${n}`, units: 1, amount: money(1230, USD), date: addDays(TODAY, n) }),
    );
    expect(kind(filed(), ...rows)).toEqual(["paid in part", "paid in part", "paid in full"]);
  });

  it("in another currency is not compared", () => {
    const row = paid({ amount: money(100, currency("CAD")), caseId: CASE });
    expect(one(filed(), row)).toMatchObject({
      kind: "paid in full",
      sentence: expect.stringMatching(/not compared/),
    });
  });

  it("of a claim that could not be valued is told by its units", () => {
    expect(one(filed({ amount: null, currency: null }), paid({ amount: money(1, USD) })).kind).toBe(
      "paid in full",
    );
  });

  it("says what it stands on", () => {
    expect(one(filed(), paid({ units: 2, amount: money(2460, USD), caseId: CASE })).sentence).toBe(
      "Amazon paid 24.60 USD for 2 units on 2026-03-08 (reimbursement 5001, Lost_Warehouse). It names the claim's case. 1 unit of 3 still open.",
    );
  });
});

describe("taken back", () => {
  const back = paid({
    key: "R-2",
    reimbursementId: "5002",
    units: -3,
    amount: money(-3690, USD),
    takesBack: "R-1",
    reason: "Reimbursement_Reversal",
    date: addDays(TODAY, 30),
  });

  it("is proposed to the claim of the payment it takes back, confirmed or not", () => {
    const log = filed();
    expect(proposed(log, paid(), back).map((p) => p.kind)).toEqual(["paid in full", "taken back"]);
    log.write(confirmPayment(log.book, one(log, paid()), log.acting()));
    expect(one(log, paid(), back)).toMatchObject({ kind: "taken back", claimId: log.claim().claimId });
  });

  it("leaves the state and takes the money off", () => {
    const log = filed();
    log.write(confirmPayment(log.book, one(log, paid()), log.acting()));
    log.write(confirmPayment(log.book, one(log, paid(), back), log.acting()));
    expect(log.claim()).toMatchObject({ state: "paid", paidUnits: 0, paid: [money(0, USD)] });
  });

  it("of a payment no claim had is nobody's", () => {
    expect(proposed(filed(), { ...back, takesBack: "R-77" })).toEqual([]);
    expect(one(filed(), { ...back, takesBack: null, caseId: CASE }).kind).toBe("taken back");
  });
});

describe("confirming and declining", () => {
  it("books the row, moves the claim, and proposes it never again", () => {
    const log = filed();
    log.write(confirmPayment(log.book, one(log, paid()), log.acting()));
    expect(log.claim()).toMatchObject({ state: "paid", paidUnits: 3, paid: [money(3690, USD)] });
    expect(proposed(log, paid())).toEqual([]);
    expect(log.book.problems).toEqual([]);
  });

  it.each<[StepRequest["to"] | "to file", Partial<Reimbursed>, string]>([
    ["filed", { units: 2 }, "approved"],
    ["filed", { amount: money(1, USD) }, "paid"],
    ["denied", {}, "paid"],
    ["denied", { units: 1 }, "approved"],
    ["closed", {}, "closed"],
    ["to file", {}, "paid"],
    ["to file", { units: 1 }, "to file"],
  ])("leads from %s with %j to %s", (state, but, to) => {
    const log = state === "to file" ? new Log() : filed();
    if (state === "to file") log.write(start(log.book, finding(), log.acting()));
    if (state === "denied" || state === "closed") {
      log.write(step(log.claim(), { to: "denied", note: "no" }, log.acting(), null));
    }
    if (state === "closed") log.write(step(log.claim(), { to: "closed", note: "fine" }, log.acting(), null));
    log.write(confirmPayment(log.book, one(log, paid(but)), log.acting()));
    expect(log.claim().state).toBe(to);
  });

  it("counts rows instead of what was only noted as paid", () => {
    const log = filed();
    log.write(step(log.claim(), { to: "paid", units: 3, amount: money(3600, USD) }, log.acting(), null));
    expect(log.claim().paid).toEqual([money(3600, USD)]);
    log.write(confirmPayment(log.book, one(log, paid({ caseId: CASE })), log.acting()));
    expect(log.claim()).toMatchObject({ state: "paid", paidUnits: 3, paid: [money(3690, USD)] });
  });

  it("goes to the claim that was noted as paid before another claim of the item", () => {
    const log = filed({}, { id: "warehouse-lost-second", referenceId: "2002" });
    const [first] = log.book.claims;
    log.write(
      step(log.claim(first?.claimId), { to: "paid", units: 3, amount: money(3690, USD) }, log.acting(), null),
    );
    expect(one(log, paid())).toMatchObject({ claimId: first?.claimId, kind: "paid in full" });
  });

  it("counts toward the whole when the rest alone was filed", () => {
    const log = new Log();
    log.write(start(log.book, finding(), log.acting()));
    log.write(confirmPayment(log.book, one(log, paid({ units: 1, amount: money(1230, USD) })), log.acting()));
    log.write(step(log.claim(), { to: "filed", caseId: CASE, units: 2 }, log.acting(), READY));
    expect(log.claim().asked).toEqual({ units: 3, amount: money(3690, USD) });
    const next = (units: number) =>
      one(log, paid({ key: "R-2", caseId: CASE, units, amount: money(1230 * units, USD) }));
    expect(next(1).kind).toBe("paid in part");
    expect(next(2).kind).toBe("paid in full");
  });

  it("of fewer units than the finding has is compared with their part of the amount", () => {
    const log = new Log();
    log.write(start(log.book, finding(), log.acting()));
    log.write(step(log.claim(), { to: "filed", caseId: CASE, units: 2 }, log.acting(), READY));
    expect(log.claim().asked).toEqual({ units: 2, amount: money(2460, USD) });
    expect(one(log, paid({ units: 2, amount: money(100, USD) })).kind).toBe("too little");
  });

  it("in full leaves nothing to ask for; in part, too little or taken back does", () => {
    const whenPaid = (but: Partial<Reimbursed>) => {
      const log = filed();
      log.write(confirmPayment(log.book, one(log, paid(but)), log.acting()));
      return isPaidInFull(log.claim());
    };
    expect(isPaidInFull(filed().claim())).toBe(false);
    expect(whenPaid({})).toBe(true);
    expect(whenPaid({ stockUnits: 3, amount: money(0, USD) })).toBe(true);
    expect(whenPaid({ units: 2, amount: money(2460, USD) })).toBe(false);
    expect(whenPaid({ amount: money(100, USD) })).toBe(false);
    const log = filed();
    log.write(confirmPayment(log.book, one(log, paid()), log.acting()));
    const back = paid({ key: "R-9", units: -3, amount: money(-3690, USD), takesBack: "R-1" });
    log.write(confirmPayment(log.book, one(log, paid(), back), log.acting()));
    expect(isPaidInFull(log.claim())).toBe(false);
  });

  it("is not the payment a claim complains of, though both are of one case", () => {
    const log = filed({
      id: "reversed-without-return-x",
      audit: "reversed-without-return",
      referenceId: "7001",
    });
    const of = (but: Partial<Reimbursed>) => proposed(log, paid({ caseId: CASE, ...but }));
    expect(of({ date: day("2026-01-05") })).toEqual([]);
    expect(of({ reimbursementId: "7001" })).toEqual([]);
    expect(of({})).toHaveLength(1);
  });

  it("refuses a row that is another claim's by now", () => {
    const log = filed();
    const proposal = one(log, paid());
    log.write(confirmPayment(log.book, proposal, log.acting()));
    expect(refusal(confirmPayment(log.book, proposal, log.acting()))).toMatch(/confirmed already/);
    expect(refusal(confirmPayment(new Log().book, proposal, log.acting()))).toMatch(/no claim/);
  });

  it("can be taken back: the row is proposed again", () => {
    const log = filed();
    log.write(confirmPayment(log.book, one(log, paid()), log.acting()));
    log.write(undo(log.claim(), 3, "another claim's", log.acting()));
    expect(log.claim()).toMatchObject({ state: "filed", payments: [] });
    expect(one(log, paid()).kind).toBe("paid in full");
  });

  it("declined, it is proposed to the next claim it fits, and to this one no more", () => {
    const log = filed({}, { id: "warehouse-lost-second", referenceId: "2002" });
    const first = one(log, paid());
    log.write(declinePayment(log.book, first, "older loss", log.acting()));
    const second = one(log, paid());
    expect(second.claimId).not.toBe(first.claimId);
    log.write(declinePayment(log.book, second, "", log.acting()));
    expect(proposed(log, paid())).toEqual([]);
  });
});

const ROW = fc.record({
  caseId: fc.constantFrom("", "", CASE, "99999999999"),
  orderId: fc.constantFrom("", "", "111-1"),
  fnsku: fc.constantFrom("X000000001", "X000000002", ""),
  reason: fc.constantFrom("Lost_Warehouse", "CustomerReturn", "Fee_Correction", "GeneralAdjustment", null),
  units: fc.integer({ min: 0, max: 4 }),
  minor: fc.integer({ min: 0, max: 5000 }),
  days: fc.integer({ min: -30, max: 60 }),
  back: fc.option(fc.nat(7), { nil: null }),
  verdict: fc.constantFrom("confirm", "decline", "leave"),
} as const);

describe("whatever is paid", () => {
  const FINDINGS = [
    {},
    { id: "warehouse-lost-second", referenceId: "2002", quantity: 1, amount: "12.30" },
    { id: "warehouse-lost-cup", fnsku: "X000000002" },
    REFUND,
    { id: "fulfilment-fee-high-x", audit: "fulfilment-fee-high" },
  ] as const;
  const ROWS = fc.array(ROW, { maxLength: 8 });
  type Row = typeof ROW extends fc.Arbitrary<infer T> ? T : never;

  const rowOf = (row: Row, n: number): Reimbursed => {
    const sign = row.back === null ? 1 : -1;
    const { caseId, orderId, fnsku, reason } = row;
    return paid({
      key: `R-${n}`,
      reimbursementId: `${5000 + n}`,
      caseId,
      orderId,
      fnsku,
      reason,
      units: sign * row.units,
      amount: money(sign * row.minor, USD),
      date: addDays(TODAY, row.days),
      takesBack: row.back === null ? null : `R-${row.back}`,
    });
  };

  it("each row is proposed to one claim at most, and no claim is offered more units than it has open, but by its case", () => {
    fc.assert(
      fc.property(ROWS, (wished) => {
        const log = filed(...FINDINGS);
        const found = proposed(log, ...wished.map(rowOf));
        expect(new Set(found.map(({ row }) => row.key)).size).toBe(found.length);
        expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
        for (const claim of log.book.claims) {
          const mine = found.filter((p) => p.claimId === claim.claimId && p.kind !== "taken back");
          if (mine.some(({ by }) => by === "case") || claim.facts.audit === "fulfilment-fee-high") continue;
          const units = mine.reduce((sum, { row }) => sum + row.units, 0);
          expect(units).toBeLessThanOrEqual(claim.asked.units ?? 0);
        }
      }),
    );
  });

  it("the order of rows and of claims does not matter", () => {
    fc.assert(
      fc.property(ROWS, (wished) => {
        const { claims } = filed(...FINDINGS).book;
        const rows = wished.map(rowOf);
        expect(proposals([...claims].reverse(), [...rows].reverse())).toEqual(proposals(claims, rows));
      }),
    );
  });

  it("confirmed money and units are those of the rows, each once, and are never proposed again", () => {
    fc.assert(
      fc.property(ROWS, (wished) => {
        const log = filed(...FINDINGS);
        const rows = wished.map(rowOf);
        const settled = new Set<string>();
        for (let round = 0; round < rows.length * 3; round++) {
          const next = proposed(log, ...rows).find(
            ({ row }) => wished[Number(row.key.slice(2))]?.verdict !== "leave",
          );
          if (!next) break;
          const verdict = wished[Number(next.row.key.slice(2))]?.verdict;
          expect(settled.has(`${next.claimId} ${next.row.key}`)).toBe(false);
          settled.add(`${next.claimId} ${next.row.key}`);
          log.write(
            verdict === "confirm"
              ? confirmPayment(log.book, next, log.acting())
              : declinePayment(log.book, next, "", log.acting()),
          );
        }
        const booked = log.book.claims.flatMap(({ payments }) =>
          payments.map(({ reimbursement }) => reimbursement),
        );
        expect(new Set(booked).size).toBe(booked.length);
        const minor = (list: readonly Reimbursed[]) =>
          list.reduce((sum, { amount }) => sum + (amount?.minor ?? 0), 0);
        const confirmed = rows.filter(({ key }) => booked.includes(key));
        const sums = log.book.claims.flatMap(({ paid: of }) => of).reduce((sum, { minor: m }) => sum + m, 0);
        expect(sums).toBe(minor(confirmed));
        expect(log.book.claims.reduce((sum, { paidUnits }) => sum + paidUnits, 0)).toBe(
          confirmed.reduce((sum, { units }) => sum + units, 0),
        );
        expect(log.book.problems).toEqual([]);
      }),
    );
  });
});
