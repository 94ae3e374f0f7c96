import { describe, expect, it } from "vitest";
import type { CoverageRows } from "../../../src/claims/coverage-meter.ts";
import {
  addEvidence,
  type ClaimableFinding,
  confirmPayment,
  coverage,
  declinePayment,
  type PreflightInput,
  type PreflightItem,
  preflight,
  proposals,
  type Reimbursed,
  start,
  step,
} from "../../../src/claims/index.ts";
import { followsDenial } from "../../../src/claims/preflight.ts";
import { POLICY } from "../../../src/policy/index.ts";
import { addDays, day, formatDay } from "../../../src/values/day.ts";
import { currency, money } from "../../../src/values/money.ts";
import { finding, Log, READY, refusal, TODAY } from "./log-of.ts";

const CASE = "12345678901";
const USD = currency("USD");
const NOTHING_SHIPPED: CoverageRows = { invoices: [], contents: [], shipments: null };

/** The pre-flight of the log's first claim: audited today, still found, reimbursements imported, nothing paid. */
function checks(log: Log, but: Partial<PreflightInput> = {}, now: Partial<ClaimableFinding> = {}) {
  const claim = but.claim ?? log.claim();
  const same: ClaimableFinding = {
    ...finding(),
    ...given.get(claim.findingId),
    id: claim.findingId,
    ...now,
  };
  return preflight({
    claim,
    book: log.book,
    policy: POLICY,
    on: TODAY,
    audit: { asOf: TODAY, outdated: false, findings: [same], couldNotTell: [] },
    reimbursed: [],
    coverage: coverage(NOTHING_SHIPPED),
    dailyCap: 10,
    ...but,
  });
}

const given = new Map<string, Partial<ClaimableFinding>>();

/** A log in which each finding has a claim to file. */
function started(...findings: readonly Partial<ClaimableFinding>[]): Log {
  const log = new Log();
  for (const but of findings.length === 0 ? [{}] : findings) {
    given.set(but.id ?? finding().id, but);
    log.write(start(log.book, finding(but), log.acting()));
  }
  return log;
}

function only(items: readonly PreflightItem[], id: PreflightItem["id"]): PreflightItem {
  const found = items.find((item) => item.id === id);
  if (!found) throw new Error(`No check ${id}: ${items.map((item) => item.id).join(", ")}`);
  return found;
}

/** 3 units of the finding's item, paid in full. */
function reimbursedRow(but: Partial<Reimbursed> = {}): Reimbursed {
  return {
    key: "R-1",
    reimbursementId: "5001",
    caseId: "",
    date: TODAY,
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
    amount: null,
    takesBack: null,
    line: 2,
    ...but,
  };
}

function filed(log: Log, claimId: string, on = TODAY): void {
  log.write(step(log.claim(claimId), { to: "filed", caseId: CASE, on }, log.acting(), READY));
}

it("a clean claim passes every check, and is filed", () => {
  const log = started();
  const items = checks(log);
  expect(items.map(({ level }) => level)).toEqual(["ok", "ok", "ok", "ok", "ok", "ok"]);
  log.write(step(log.claim(), { to: "filed", caseId: CASE }, log.acting(), items));
  expect(log.claim().state).toBe("filed");
});

it("what blocks refuses the step in the words of the check", () => {
  const log = started();
  const items = checks(log, { on: day("2026-04-11") });
  expect(refusal(step(log.claim(), { to: "filed", caseId: CASE }, log.acting(), items))).toMatch(
    /last day to file was 2026-04-10/,
  );
});

describe("the window", () => {
  it.each<[string, string, boolean, PreflightItem["level"], RegExp]>([
    ["before it opens", "2026-02-08", false, "block", /opens on 2026-02-09/],
    ["on the first day", "2026-02-09", false, "ok", /until 2026-04-10 \(60 days left\)/],
    ["on the last day", "2026-04-10", false, "ok", /Today, 2026-04-10, is the last day/],
    ["after it", "2026-04-11", false, "block", /Record the claim as expired/],
    ["after an estimated one", "2026-04-11", true, "warn", /no source confirms it/],
    ["inside an estimated one", "2026-03-01", true, "warn", /by our estimate/],
  ])("%s", (_, on, estimated, level, words) => {
    const asOf = day(on);
    const audit = { asOf, outdated: false, findings: [finding({ estimated })], couldNotTell: [] };
    const found = only(checks(started({ estimated }), { on: asOf, audit }), "window");
    expect(found.level).toBe(level);
    expect(found.sentence).toMatch(words);
  });

  it("is the finding's now, whatever it was when the claim began", () => {
    expect(only(checks(started(), {}, { deadline: "2026-02-28" }), "window").level).toBe("block");
    expect(only(checks(started(), {}, { deadline: null }), "window")).toMatchObject({ level: "ok" });
  });
});

describe("still found", () => {
  const audit = (but: Partial<NonNullable<PreflightInput["audit"]>>) => ({
    asOf: TODAY,
    outdated: false,
    findings: [finding()],
    couldNotTell: [],
    ...but,
  });

  it.each<[string, PreflightInput["audit"], PreflightItem["level"], RegExp]>([
    ["never audited", null, "cannot tell", /No audit was run/],
    ["gone", audit({ findings: [] }), "block", /does not find it any more/],
    [
      "gone for want of a report",
      audit({ findings: [], couldNotTell: ["warehouse-lost"] }),
      "cannot tell",
      /could not judge/,
    ],
    ["reports imported since", audit({ outdated: true }), "warn", /Reports were imported since/],
    ["audited eight days ago", audit({ asOf: addDays(TODAY, -8) }), "warn", /8 days old/],
    ["audited a week ago", audit({ asOf: addDays(TODAY, -7) }), "ok", /still finds it/],
    [
      "fewer units",
      audit({ findings: [finding({ quantity: 1 })] }),
      "warn",
      /1 unit still owed, not 3: file for 1/,
    ],
    ["less money", audit({ findings: [finding({ amount: "30.00" })] }), "warn", /30.00 USD, not 36.90 USD/],
    ["more units", audit({ findings: [finding({ quantity: 5, amount: "61.50" })] }), "ok", /still finds it/],
    ["no longer owed", audit({ findings: [finding({ state: "info" })] }), "block", /no longer finds it owed/],
  ])("%s", (_, seen, level, words) => {
    const found = only(checks(started(), { audit: seen }), "still-found");
    expect(found.level).toBe(level);
    expect(found.sentence).toMatch(words);
  });
});

it("a claim filed before the last audit, written down after it, is not kept out by what came since", () => {
  const paid = { asOf: addDays(TODAY, 20), outdated: false, findings: [], couldNotTell: [] };
  expect(only(checks(started(), { audit: paid }), "still-found")).toMatchObject({
    level: "warn",
    sentence: expect.stringMatching(/look for the payment/),
  });
  const info = { ...paid, findings: [finding({ state: "info" })] };
  expect(only(checks(started(), { audit: info }), "still-found").level).toBe("warn");
  expect(only(checks(started(), { audit: paid, on: paid.asOf }), "still-found").level).toBe("block");
});

describe("already paid", () => {
  const row: Reimbursed = {
    key: "R-1",
    reimbursementId: "5001",
    caseId: "",
    date: day("2026-02-20"),
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
  };
  const gone = { asOf: TODAY, outdated: false, findings: [], couldNotTell: [] };

  it("cannot be told without reimbursements", () => {
    expect(only(checks(started(), { reimbursed: null }), "already-paid").level).toBe("cannot tell");
  });

  it("by a payment for the item the audit has used for another loss: no matter", () => {
    expect(only(checks(started(), { reimbursed: [row] }), "already-paid").level).toBe("ok");
  });

  it("by a payment for the item when the audit is old or no longer finds it: say whose it is", () => {
    for (const audit of [null, gone, { ...gone, findings: [finding()], outdated: true }]) {
      expect(only(checks(started(), { reimbursed: [row], audit }), "already-paid")).toMatchObject({
        level: "block",
        sentence: expect.stringMatching(/5001 of 2026-02-20 may have paid it already/),
      });
    }
  });

  it("by a payment from after the day it was filed: that is its answer", () => {
    const at = (date: string) =>
      only(checks(started(), { reimbursed: [{ ...row, date: day(date) }], audit: gone }), "already-paid")
        .level;
    expect([at("2026-03-01"), at("2026-03-02")]).toEqual(["block", "ok"]);
  });

  it("a payment that was declined blocks no more, one that was confirmed does", () => {
    const log = started();
    const [proposal] = proposals(log.book.claims, [row]);
    if (!proposal) throw new Error("no proposal");
    const at = () => only(checks(log, { reimbursed: [row], audit: gone }), "already-paid");
    const before = log.entries;
    log.write(declinePayment(log.book, proposal, "", log.acting()));
    expect(at().level).toBe("ok");
    log.entries = before;
    log.write(confirmPayment(log.book, proposal, log.acting()));
    expect(at()).toMatchObject({ level: "block", sentence: expect.stringMatching(/It is paid/) });
  });

  it("by a payment for its order the audit has counted: worth a look", () => {
    const log = started({ id: "refund-not-returned-x", audit: "refund-not-returned", orderId: "111-1" });
    const ofOrder = { ...row, orderId: "111-1", reason: "CustomerReturn" as const, units: 1 };
    expect(only(checks(log, { reimbursed: [ofOrder] }), "already-paid").level).toBe("warn");
  });
});

describe("other claims", () => {
  const SHORT = { id: "inbound-short-a", audit: "inbound-short", shipmentId: "FBA1", referenceId: null };
  const REVERSED = {
    id: "inbound-receipt-reversed-b",
    audit: "inbound-receipt-reversed",
    shipmentId: "FBA1",
    referenceId: null,
  };
  const RETURN = {
    id: "refund-not-returned-a",
    audit: "refund-not-returned",
    orderId: "111-1",
    referenceId: null,
  };
  const FEE = { id: "fee-charged-twice-b", audit: "fee-charged-twice", orderId: "111-1", referenceId: null };

  /** The check of the second claim; the first is filed; `found`: ids the last audit has. */
  function second(
    a: Partial<ClaimableFinding>,
    b: Partial<ClaimableFinding>,
    found: readonly string[] | null,
    first = "filed",
  ) {
    const log = started(a, b);
    const [one, two] = log.book.claims;
    if (!one || !two) throw new Error("two claims");
    if (first !== "to file") filed(log, one.claimId);
    if (first === "denied")
      log.write(step(log.claim(one.claimId), { to: "denied", note: "no" }, log.acting(), null));
    const findings = (found ?? []).map((id) => finding({ ...(id === a.id ? a : b) }));
    const audit = found === null ? null : { asOf: TODAY, outdated: false, findings, couldNotTell: [] };
    return only(checks(log, { claim: log.claim(two.claimId), audit }), "other-claim");
  }
  const ids = (...findings: readonly Partial<ClaimableFinding>[]) => findings.map(({ id }) => id ?? "");

  it("on the same item of a shipment: right while one audit finds both, never when only the new one is left", () => {
    expect(second(SHORT, REVERSED, ids(SHORT, REVERSED))).toMatchObject({
      level: "warn",
      sentence: expect.stringMatching(/but other units/),
    });
    expect(second(SHORT, REVERSED, ids(REVERSED))).toMatchObject({
      level: "block",
      sentence: expect.stringMatching(/may be its units/),
    });
    expect(second(SHORT, REVERSED, ids(REVERSED), "denied").level).toBe("block");
    expect(second(SHORT, REVERSED, null).level).toBe("cannot tell");
  });

  it("not filed yet: one case for both", () => {
    expect(second(SHORT, REVERSED, ids(SHORT, REVERSED), "to file").sentence).toMatch(
      /File both in one case/,
    );
  });

  it("about a fee of the order, not its units: another reason", () => {
    expect(second(RETURN, FEE, ids(FEE))).toMatchObject({
      level: "warn",
      sentence: expect.stringMatching(/another reason/),
    });
  });

  it("on one reimbursement, whatever the item", () => {
    const low = { id: "underpaid-a", audit: "underpaid", referenceId: "4001", fnsku: null, msku: null };
    const back = { id: "reversed-without-return-b", audit: "reversed-without-return", referenceId: "4001" };
    expect(second(low, back, ids(back)).level).toBe("block");
  });

  it.each<[string, Partial<ClaimableFinding>]>([
    ["another item", { fnsku: "X000000002", msku: "CUP" }],
    ["another shipment", { shipmentId: "FBA2" }],
  ])("on %s: no matter", (_, but) => {
    expect(second(SHORT, { ...REVERSED, ...but }, ids(REVERSED)).level).toBe("ok");
  });

  it("of the same finding, closed after a denial: never again; closed and paid: only the rest", () => {
    const log = started();
    const claimId = log.claim().claimId;
    filed(log, claimId);
    log.write(step(log.claim(), { to: "denied", note: "no" }, log.acting(), null));
    log.write(step(log.claim(), { to: "closed", note: "accepted" }, log.acting(), null));
    log.write(start(log.book, finding(), log.acting()));
    const again = () => only(checks(log, { claim: log.book.claims[1] ?? log.claim() }), "other-claim");
    expect(again()).toMatchObject({
      level: "block",
      sentence: expect.stringMatching(/about the same finding/),
    });
    expect(log.book.problems).toEqual([]);
  });

  it("of the same finding, closed and paid: only what is still owed", () => {
    const log = started();
    filed(log, log.claim().claimId);
    log.write(step(log.claim(), { to: "paid", units: 2 }, log.acting(), null));
    log.write(step(log.claim(), { to: "closed" }, log.acting(), null));
    log.write(start(log.book, finding({ quantity: 1 }), log.acting()));
    const claim = log.book.claims[1] ?? log.claim();
    expect(only(checks(log, { claim }, { quantity: 1 }), "other-claim")).toMatchObject({ level: "warn" });
  });
});

describe("papers", () => {
  const SHORT = {
    id: "inbound-short-a",
    audit: "inbound-short",
    shipmentId: "FBA1",
    eventDate: "2026-02-09",
  };
  const MADE = day("2026-01-30");
  const sent = (invoiceDate: ReturnType<typeof day> | null): CoverageRows => ({
    invoices: [
      {
        invoiceNumber: "A",
        invoiceDate,
        supplier: "",
        msku: "MUG-BLUE",
        fnsku: "",
        asin: "",
        units: 10,
        line: 2,
      },
    ],
    contents: [
      {
        shipmentId: "FBA1",
        name: "",
        packList: "",
        date: null,
        merchantSku: "MUG-BLUE",
        asin: "",
        fnsku: "X000000001",
        shipped: 10,
        importedFor: "US",
      },
    ],
    shipments: [
      {
        shipmentId: "FBA1",
        shipmentName: "",
        created: MADE,
        unitsExpected: 10,
        status: "Closed",
        importedFor: "US",
      },
    ],
  });
  const add = (log: Log, kind: string, date: ReturnType<typeof day> | null) => {
    const link = `https://a.example/${log.entries.length}`;
    return log.write(addEvidence(log.claim(), { kind, link, date, proves: "" }, [kind], log.acting()));
  };

  it("missing ones block, ones that may apply warn", () => {
    const log = started(SHORT);
    expect(only(checks(log), "evidence")).toMatchObject({
      level: "block",
      sentence: expect.stringMatching(/Papers are missing: Supplier invoice/),
    });
    add(log, "supplier invoice", addDays(MADE, -10));
    expect(only(checks(log), "evidence")).toMatchObject({
      level: "warn",
      sentence: expect.stringMatching(/Proof of delivery/),
    });
    add(log, "tracking", null);
    expect(only(checks(log), "evidence").level).toBe("ok");
  });

  it("the Invoices tab stands for the link when it covers the shipment", () => {
    const log = started(SHORT);
    expect(only(checks(log, { coverage: coverage(sent(addDays(MADE, -1))) }), "evidence").level).toBe("warn");
    expect(only(checks(log, { coverage: coverage(sent(MADE)) }), "evidence").level).toBe("block");
  });

  it.each<[string, number | null, PreflightItem["level"], RegExp]>([
    ["the day before the shipment", -1, "ok", /from before the shipment and recent/],
    ["on its day", 0, "block", /not from before the shipment was made \(2026-01-30\)/],
    ["after it", 5, "block", /not from before/],
    ["365 days before filing", -335, "ok", /recent enough/],
    ["366 days before filing", -336, "warn", /older than 365 days/],
    ["on no date", null, "cannot tell", /no date/],
  ])("an invoice dated %s", (_, days, level, words) => {
    const log = add(started(SHORT), "supplier invoice", days === null ? null : addDays(MADE, days));
    const found = only(checks(log, { coverage: coverage(sent(null)) }), "invoice-date");
    expect(found).toMatchObject({ level, sentence: expect.stringMatching(words) });
  });

  it("without the shipment's day an invoice from after the receipt is certainly too late, others cannot be told", () => {
    const at = (date: string) =>
      only(checks(add(started(SHORT), "supplier invoice", day(date))), "invoice-date").level;
    expect(at("2026-02-09")).toBe("block");
    expect(at("2026-02-08")).toBe("cannot tell");
  });

  it("a request about a cost needs an invoice of at most a year, and a pause after a denial", () => {
    const LOW = {
      id: "underpaid-a",
      audit: "underpaid",
      referenceId: "4001",
      eventDate: "2025-01-20",
      deadline: null,
    };
    const AGAIN = {
      id: "underpaid-b",
      audit: "underpaid",
      referenceId: "4002",
      eventDate: "2025-01-21",
      deadline: null,
    };
    const log = started(LOW, AGAIN);
    const [one, two] = log.book.claims.map(({ claimId }) => claimId);
    const at = (on: string, id: PreflightItem["id"]) =>
      only(checks(log, { claim: log.claim(two), on: day(on) }), id);
    expect(at("2026-03-01", "cost-wait").level).toBe("ok");
    filed(log, one ?? "", day("2026-01-15"));
    log.write(step(log.claim(one), { to: "denied", note: "no", on: day("2026-01-31") }, log.acting(), null));
    expect(at("2026-03-01", "cost-wait")).toMatchObject({
      level: "block",
      sentence: expect.stringMatching(/denied on 2026-01-31: ask again from 2026-03-02 on/),
    });
    expect(at("2026-03-02", "cost-wait").level).toBe("ok");
    const link = "https://a.example/1";
    const evidence = { kind: "supplier invoice", link, date: addDays(TODAY, -366), proves: "" };
    log.write(addEvidence(log.claim(two), evidence, ["supplier invoice"], log.acting()));
    expect(at(formatDay(TODAY), "invoice-date").level).toBe("block");
    expect(at(formatDay(addDays(TODAY, -1)), "invoice-date").level).toBe("ok");
  });

  it("the pause is of the item's own, and follows the Policy tab", () => {
    const LOW = { id: "underpaid-a", audit: "underpaid", referenceId: "4001", deadline: null };
    const OTHER = { ...LOW, id: "underpaid-b", fnsku: "X000000002", asin: "B000000002", msku: "CUP" };
    const SAME = { ...LOW, id: "underpaid-c", referenceId: "4003" };
    const log = started(LOW, OTHER, SAME);
    const [one, other, same] = log.book.claims.map(({ claimId }) => claimId);
    filed(log, one ?? "", day("2026-02-20"));
    log.write(step(log.claim(one), { to: "denied", note: "no" }, log.acting(), null));
    const at = (claimId: string | undefined, days: number) =>
      only(
        checks(log, {
          claim: log.claim(claimId),
          on: addDays(TODAY, days),
          policy: { ...POLICY, claimRules: { ...POLICY.claimRules, costRequestWaitDays: 10 } },
        }),
        "cost-wait",
      ).level;
    expect([at(other, 0), at(same, 9), at(same, 10)]).toEqual(["ok", "block", "ok"]);
  });

  it("of a payment after an order no cost is asked about: no pause", () => {
    const log = started({ id: "underpaid-a", audit: "underpaid", orderId: "111-1", referenceId: "4001" });
    expect(checks(log).map(({ id }) => id)).not.toContain("cost-wait");
  });
});

describe("before an appeal", () => {
  function denied(but: Partial<ClaimableFinding>, appeals = 0): Log {
    const log = started(but);
    filed(log, log.claim().claimId, addDays(TODAY, -3));
    const deny = () => log.write(step(log.claim(), { to: "denied", note: "no" }, log.acting(), null));
    deny();
    for (let n = 0; n < appeals; n++) {
      log.write(step(log.claim(), { to: "appealed" }, log.acting(), null));
      deny();
    }
    return log;
  }
  const FEE = { id: "referral-fee-high-x", audit: "referral-fee-high" };

  it("units: the same case, as often as it takes, with what is still owed", () => {
    const items = checks(denied({}, 3));
    expect(only(items, "appeals")).toMatchObject({
      level: "ok",
      sentence: expect.stringMatching(/same case/),
    });
    expect(items.map(({ id }) => id)).toEqual([
      "appeals",
      "still-found",
      "already-paid",
      "other-claim",
      "evidence",
    ]);
    expect(only(checks(denied({}), { on: day("2026-04-11") }), "appeals").level).toBe("warn");
  });

  it("not while an imported payment may be for it", () => {
    const log = denied({});
    const row = reimbursedRow({ date: TODAY });
    const old = { asOf: TODAY, outdated: true, findings: [finding()], couldNotTell: [] };
    expect(only(checks(log, { reimbursed: [row], audit: old }), "already-paid").level).toBe("block");
  });

  it("is checked as well when it was closed with the denial", () => {
    const log = denied(FEE, 1);
    log.write(step(log.claim(), { to: "closed", note: "accepted" }, log.acting(), null));
    expect(followsDenial(log.claim())).toBe(true);
    expect(only(checks(log), "appeals").level).toBe("block");
    expect(followsDenial(started().claim())).toBe(false);
  });

  it("a fee: once, and the Policy tab decides", () => {
    expect(only(checks(denied(FEE)), "appeals").level).toBe("warn");
    const twice = denied(FEE, 1);
    const items = checks(twice);
    expect(only(items, "appeals")).toMatchObject({
      level: "block",
      sentence: expect.stringMatching(/appealed 1 time/),
    });
    expect(refusal(step(twice.claim(), { to: "appealed" }, twice.acting(), items))).toMatch(
      /its answer is final/,
    );
    const policy = { ...POLICY, claimRules: { ...POLICY.claimRules, feeAppeals: 2 } };
    expect(only(checks(twice, { policy }), "appeals").level).toBe("warn");
  });

  it("a cost: after the pause", () => {
    const log = denied({ id: "underpaid-a", audit: "underpaid", referenceId: "4001" });
    expect(only(checks(log), "cost-wait").level).toBe("block");
  });
});

it("the daily cap counts claims by the day they were filed, and warns", () => {
  const log = started(
    {},
    { id: "warehouse-lost-b", referenceId: "2" },
    { id: "warehouse-lost-c", referenceId: "3" },
  );
  const [a, b, c] = log.book.claims.map(({ claimId }) => claimId);
  filed(log, a ?? "");
  filed(log, b ?? "", addDays(TODAY, -1));
  const at = (dailyCap: number) => only(checks(log, { claim: log.claim(c), dailyCap }), "daily-cap");
  expect(at(2)).toMatchObject({ level: "ok", sentence: "1 claim filed on 2026-03-01; your cap is 2." });
  expect(at(1)).toMatchObject({ level: "warn", sentence: expect.stringMatching(/your daily cap is 1/) });
});

it("says which papers nobody has to send along, and never that they are there", () => {
  expect(only(checks(started()), "evidence")).toEqual({
    id: "evidence",
    level: "ok",
    sentence: "Nothing has to be sent along. Keep at hand: Supplier invoice, if Amazon asks.",
  });
});

it("a claim closed with its denial keeps its units when the same event is found under another name", () => {
  const log = started({}, { id: "warehouse-lost-bbbbbbbbbbbbbb" });
  const [first, second] = log.book.claims.map(({ claimId }) => claimId);
  filed(log, first ?? "");
  for (const to of ["denied", "closed"] as const) {
    log.write(step(log.claim(first), { to, note: "Units were found." }, log.acting(), null));
  }
  const now = { asOf: TODAY, outdated: false, couldNotTell: [] };
  const seen = (...ids: string[]) =>
    only(
      checks(log, {
        claim: log.claim(second),
        audit: { ...now, findings: ids.map((id) => finding({ id })) },
      }),
      "other-claim",
    );
  expect(seen("warehouse-lost-bbbbbbbbbbbbbb")).toMatchObject({
    level: "block",
    sentence: expect.stringMatching(/closed without a payment/),
  });
  expect(seen("warehouse-lost-bbbbbbbbbbbbbb", finding().id).level).toBe("warn");
});
