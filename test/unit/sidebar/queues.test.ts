import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ClaimShort, FindingShort } from "../../../intake/server.ts";
import { claimQueue, countsOf } from "../../../sidebar/claims/queue.ts";
import {
  filtered,
  NO_FILTER,
  narrowing,
  queueOf,
  statesOf,
  sumsOf,
} from "../../../sidebar/findings/queue.ts";
import { chipWords, statusWords, urgencyOf } from "../../../sidebar/findings/words.ts";
import { allPages } from "../../../sidebar/ui/pages.ts";

const ALL = { ...NO_FILTER, handled: "all", state: "" } as const;

function finding(id: string, over: Partial<FindingShort> = {}): FindingShort {
  return {
    id,
    audit: "warehouse-lost",
    title: "Lost in the warehouse",
    family: "inventory",
    state: "file",
    status: "new",
    until: null,
    claimId: null,
    marketplace: "US",
    amount: "10.00",
    currency: "USD",
    quantity: 1,
    deadline: "2026-08-01",
    daysLeft: 12,
    eventDate: "2026-06-01",
    item: "SKU-1",
    reference: "114-1",
    what: "1 unit went missing.",
    ...over,
  };
}

const ids = (queue: readonly { finding: FindingShort }[]) => queue.map((one) => one.finding.id);

describe("the queue of findings", () => {
  it("puts what can be filed and runs out first on top, and the larger amount before the smaller", () => {
    const queue = queueOf([
      finding("info", { state: "info", daysLeft: null }),
      finding("later", { daysLeft: 30 }),
      finding("small", { daysLeft: 3, amount: "9.50" }),
      finding("unvalued", { daysLeft: 3, amount: null, currency: null }),
      finding("large", { daysLeft: 3, amount: "100.00" }),
      finding("endless", { daysLeft: null }),
      finding("over", { state: "expired", daysLeft: -2 }),
      finding("wait", { state: "wait", daysLeft: 1 }),
    ]);
    expect(ids(queue)).toEqual(["large", "small", "unvalued", "later", "endless", "wait", "info", "over"]);
  });

  it("is the same whatever the order of the tab", () => {
    const some = fc.array(
      fc.record({
        daysLeft: fc.option(fc.integer({ min: -5, max: 40 })),
        amount: fc.option(fc.constantFrom("1.00", "20.00", "3.50")),
        state: fc.constantFrom("file", "wait", "info", "expired", "exposure" as const),
      }),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(some, (overs) => {
        const findings = overs.map((over, index) =>
          finding(`f-${index}`, { ...over, currency: over.amount === null ? null : "USD" }),
        );
        expect(ids(queueOf([...findings].reverse()))).toEqual(ids(queueOf(findings)));
      }),
    );
  });

  it("begins with what nobody has handled and can be filed", () => {
    const queue = queueOf([
      finding("new"),
      finding("wait", { state: "wait" }),
      finding("put-off", { status: "snoozed" }),
      finding("gone", { status: "dismissed" }),
      finding("claimed", { status: "to file" }),
      finding("paid", { status: "paid" }),
    ]);
    expect(ids(filtered(queue, NO_FILTER))).toEqual(["new"]);
    expect(ids(filtered(queue, { ...ALL, handled: "snoozed" }))).toEqual(["put-off"]);
    expect(ids(filtered(queue, { ...ALL, handled: "dismissed" }))).toEqual(["gone"]);
    expect(ids(filtered(queue, { ...ALL, handled: "claimed" })).sort()).toEqual(["claimed", "paid"]);
    expect(filtered(queue, ALL)).toHaveLength(6);
    expect(narrowing(NO_FILTER)).toBe(0);
    expect(narrowing({ ...ALL, family: "fee", least: 5 })).toBe(3);
  });

  it("finds every word, wherever it stands and however it is written", () => {
    const queue = queueOf([
      finding("a", { item: "GREEN-Mug", reference: "FBA15XK" }),
      finding("b", { item: "RED-Mug", what: "2 units of it" }),
    ]);
    const search = (text: string) => ids(filtered(queue, { ...ALL, text }));
    expect(search("mug")).toEqual(["a", "b"]);
    expect(search("  green   fba15 ")).toEqual(["a"]);
    expect(search("mug units")).toEqual(["b"]);
    expect(search("warehouse-lost blue")).toEqual([]);
  });

  it("narrows by family, state, marketplace and amount", () => {
    const queue = queueOf([
      finding("us", { amount: "5.00" }),
      finding("de", { marketplace: "DE", currency: "EUR", amount: "50.00" }),
      finding("fee", { family: "fee", amount: null, currency: null }),
      finding("wait", { state: "wait", amount: "70.00" }),
    ]);
    expect(ids(filtered(queue, { ...ALL, marketplace: "DE" }))).toEqual(["de"]);
    expect(ids(filtered(queue, { ...ALL, family: "fee" }))).toEqual(["fee"]);
    expect(ids(filtered(queue, { ...ALL, least: 50 }))).toEqual(["de", "wait"]);
    expect([...statesOf(queue, { ...ALL, state: "file" })]).toEqual([
      ["file", 3],
      ["wait", 1],
    ]);
  });

  it("adds up each currency to the cent, and nothing across currencies", () => {
    const queue = queueOf([
      ...Array.from({ length: 1000 }, (_, i) => finding(`us-${i}`, { amount: "0.10" })),
      finding("jp", { amount: "1200", currency: "JPY" }),
      finding("none", { amount: null, currency: null }),
    ]);
    expect(sumsOf(queue)).toEqual([
      { currency: "USD", amount: "100.00", findings: 1000 },
      { currency: "JPY", amount: "1200", findings: 1 },
    ]);
  });
});

describe("what a finding looks like", () => {
  it("is as urgent as its days", () => {
    expect([0, 7, 8, 21, 22, null].map((days) => urgencyOf("file", days))).toEqual([
      "now",
      "now",
      "soon",
      "soon",
      "later",
      "later",
    ]);
    expect(urgencyOf("expired", -3)).toBe("none");
  });

  it("says its days while it can be filed, its state otherwise, and what became of it", () => {
    expect(chipWords(finding("a", { daysLeft: 1 }))).toBe("1 day left");
    expect(chipWords(finding("a", { state: "exposure" }))).toBe("At risk");
    expect(statusWords("new", null)).toBeNull();
    expect(statusWords("snoozed", "2026-08-01")).toBe("Put off until 1 Aug 2026");
    expect(statusWords("in review", null)).toBe("Claim: in review");
  });
});

describe("the list of claims", () => {
  const claim = (id: string, over: Partial<ClaimShort> = {}): ClaimShort => ({
    id,
    findingId: `f-${id}`,
    audit: "warehouse-lost",
    title: "Lost in the warehouse",
    family: "inventory",
    state: "to file",
    marketplace: "US",
    caseId: "",
    amount: "10.00",
    currency: "USD",
    quantity: 1,
    paid: null,
    deadline: null,
    daysLeft: null,
    item: "SKU-1",
    reference: "",
    when: "2026-07-20 10:00:00",
    who: "anna@example.com",
    ...over,
  });
  const claims = [
    claim("paid", { state: "paid" }),
    claim("closed", { state: "closed" }),
    claim("filed", { state: "filed", caseId: "1234567" }),
    claim("soon", { daysLeft: 2 }),
    claim("later", { daysLeft: 20, amount: "99.00" }),
    claim("denied", { state: "denied" }),
  ];
  const named = (text: string, state: Parameters<typeof claimQueue>[1]["state"] = "") =>
    claimQueue(claims, { text, state }).map(({ id }) => id);

  it("stands in the order of the work it asks for", () => {
    expect(named("")).toEqual(["soon", "later", "denied", "filed", "paid", "closed"]);
    expect(named("", "open")).not.toContain("closed");
    expect(named("", "filed")).toEqual(["filed"]);
    expect(named("234567")).toEqual(["filed"]);
  });

  it("counts the states there are", () => {
    expect(countsOf(claims)).toEqual([
      { state: "to file", count: 2 },
      { state: "denied", count: 1 },
      { state: "filed", count: 1 },
      { state: "paid", count: 1 },
      { state: "closed", count: 1 },
    ]);
  });
});

describe("a list read page by page", () => {
  const pages = (all: readonly number[], size: number, revisions: readonly string[]) => {
    let asked = 0;
    return {
      asked: () => asked,
      ask: async ({ from }: { from: number }) => {
        const revision = revisions[Math.min(asked++, revisions.length - 1)] as string;
        const next = from + size < all.length ? from + size : null;
        return { revision, next, some: all.slice(from, from + size) };
      },
    };
  };
  const all = Array.from({ length: 25 }, (_, i) => i);

  it("is whole, and shown as it comes", async () => {
    const { ask, asked } = pages(all, 10, ["r1"]);
    const seen: number[] = [];
    const { items } = await allPages(
      ask,
      ({ some }) => some,
      (some) => seen.push(some.length),
    );
    expect(items).toEqual(all);
    expect(seen).toEqual([10, 20]);
    expect(asked()).toBe(3);
  });

  it("begins anew when the sheet changed meanwhile, and never mixes two states", async () => {
    const { ask, asked } = pages(all, 10, ["r1", "r1", "r2", "r2"]);
    const { items } = await allPages(ask, ({ some }) => some);
    expect(items).toEqual(all);
    expect(asked()).toBe(6);
  });

  it("gives up in words when it never stays the same", async () => {
    let n = 0;
    const ask = async () => ({ revision: `r${n++}`, next: 1, some: [1] });
    await expect(allPages(ask, ({ some }) => some)).rejects.toThrow("keeps changing");
  });
});
