import { describe, expect, it } from "vitest";
import { AUDITS } from "../../../src/audits/catalogue.ts";
import { addEvidence, checkLink, checklist, isRefusal, start } from "../../../src/claims/index.ts";
import { POLICY } from "../../../src/policy/index.ts";
import { finding, Log } from "./log-of.ts";

describe("a link", () => {
  it.each([
    "https://drive.google.com/file/d/1a_B-c/view?usp=sharing",
    "https://example.co.uk:8443/a%20b#page=2",
    "HTTPS://EXAMPLE.COM",
    "https://xn--bcher-kva.example/rechnung.pdf",
    "https://example.com/счёт.pdf",
  ])("%s is taken", (link) => {
    expect(checkLink(` ${link}\n`)).toEqual({ link });
  });

  it.each([
    ["", /empty/],
    ["http://example.com", /no https address/],
    ["javascript:alert(1)", /no https address/],
    ["data:text/html,x", /no https address/],
    ["C:\\invoices\\1.pdf", /sign no address holds/],
    ["//example.com/x", /no https address/],
    ["https://", /no address of a site/],
    ["https:///etc/passwd", /no address of a site/],
    ["https://localhost/x", /no address of a site/],
    ["https://192.168.0.1/x", /no address of a site/],
    ["https://[::1]/x", /no address of a site/],
    ["https://drive.google.com@evil.example/x", /no address of a site/],
    ["https://drive.gооgle.com/x", /no address of a site/],
    ["https://example.com/a b", /space or a sign/],
    ['https://example.com/"><img src=x>', /space or a sign/],
    ["https://example.com/\u202egpj.exe", /space or a sign/],
    ["https://example.com/\u200bx", /space or a sign/],
    ["https://exa mple.com", /space or a sign/],
    [`https://example.com/${"x".repeat(2000)}`, /longer than 2000/],
  ])("%j is refused", (link, words) => {
    const refused = checkLink(link);
    expect(isRefusal(refused) ? refused.refused : "taken").toMatch(words);
  });
});

describe("the checklist", () => {
  const claimOf = (but: Parameters<typeof finding>[0]) => {
    const log = new Log();
    return log.write(start(log.book, finding(but), log.acting()));
  };

  it("of a lost unit needs no paper until Amazon asks", () => {
    const list = checklist(claimOf({}).claim(), POLICY);
    expect(list.filter(({ from }) => from === "you")).toMatchObject([
      { kinds: ["supplier invoice"], need: "if asked", have: false },
    ]);
    expect(list.filter(({ from }) => from === "reports").every(({ have }) => have)).toBe(true);
  });

  it("of a short shipment needs an invoice, or as manufacturer the packing slip", () => {
    const short = { id: "inbound-short-x", audit: "inbound-short", shipmentId: "FBA15ABC123" };
    const log = claimOf(short);
    const paper = () =>
      checklist(log.claim(), POLICY).find(({ kinds }) => kinds.includes("signed packing slip"));
    expect(paper()).toMatchObject({ need: "always", have: false });
    expect(checklist(log.claim(), POLICY, true).find(({ asks }) => asks === paper()?.asks)?.have).toBe(true);
    const slip = { kind: "signed packing slip", link: "https://a.example/1", date: null, proves: "" };
    log.write(addEvidence(log.claim(), slip, ["signed packing slip"], log.acting()));
    expect(paper()?.have).toBe(true);
  });

  it("of a fee charged twice asks for no measurements, of one charged too high it does", () => {
    const asks = (audit: string) =>
      checklist(claimOf({ id: `${audit}-x`, audit }).claim(), POLICY)
        .map(({ label }) => label)
        .join("\n");
    expect(asks("fulfilment-fee-high")).toMatch(/ruler/);
    expect(asks("fee-charged-twice")).not.toMatch(/ruler|measurement/);
  });

  it("of a payment too low needs an invoice before an order, none after", () => {
    const needs = (orderId: string | null) =>
      checklist(claimOf({ id: "underpaid-x", audit: "underpaid", orderId }).claim(), POLICY).filter(
        ({ from, need }) => from === "you" && need === "always",
      );
    expect(needs(null)).toHaveLength(1);
    expect(needs("111-1234567-1234567")).toEqual([]);
  });

  it.each(AUDITS.map(({ meta }) => meta.id))("of %s is known in every marketplace", (audit) => {
    for (const marketplace of ["US", "DE", "UK", "JP", "CA", "AE"]) {
      const log = claimOf({ id: `${audit}-x`, audit, marketplace });
      expect(checklist(log.claim(), POLICY).length, marketplace).toBeGreaterThan(0);
    }
  });

  it("of an audit nobody knows is empty", () => {
    expect(checklist(claimOf({ audit: "tea-leaves" }).claim(), POLICY)).toEqual([]);
  });
});
