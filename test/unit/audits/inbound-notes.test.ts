/** Shipments that are not judged and why, mix-ups, and the rows and words of what is. */
import { describe, expect, it } from "vitest";
import type { Finding } from "../../../src/audits/finding.ts";
import { inboundReceiptReversed } from "../../../src/audits/inbound-receipt-reversed.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { audited, paid, type Row, type Rows, received, told } from "./build.ts";

const sent = (shipmentId: string, shipped = 10, more: Row = {}): Row => ({
  shipmentId,
  packList: "1 of 1",
  merchantSku: "MUG",
  asin: "B001",
  fnsku: "X001",
  shipped,
  ...more,
});
const queued = (shipmentId: string, status = "CLOSED", more: Row = {}): Row => ({
  shipmentId,
  created: "2026-04-20",
  unitsExpected: 10,
  status,
  ...more,
});
const CUP = { merchantSku: "CUP", asin: "B002", fnsku: "X002" };
const CUP_ROW = { msku: "CUP", asin: "B002", fnsku: "X002" };
const short = (rows: Rows) => audited(inboundShort, rows);
const reversed = (rows: Rows) => audited(inboundReceiptReversed, rows);
const reasons = ({ cannotTell }: ReturnType<typeof short>) => cannotTell.map(({ reason }) => reason);
const needs = ({ cannotTell }: ReturnType<typeof short>) =>
  cannotTell.map(({ needs: of }) => of.map(({ report }) => report).join());
const lines = (finding: Finding | undefined) =>
  finding?.evidence.map(({ report, line }) => `${report} ${line}`);
const many = (n: number) => Array.from({ length: n }, (_, i) => `FBA${String(i + 1).padStart(3, "0")}`);

describe("shipments not judged", () => {
  it("for want of a pack list are named, each with those that are missing", () => {
    const contents = [sent("FBA1", 10, { packList: "2 of 3" }), sent("FBA2", 10, { packList: "1 of 2" })];
    const result = short({ contents, queue: [queued("FBA1"), queued("FBA2")] });
    expect(reasons(result)).toEqual([
      "2 shipments not judged, because a pack list is not imported (FBA1: 1 of 3 and 3 of 3; FBA2: 2 of 2).",
    ]);
    expect(needs(result)).toEqual(["inbound-contents"]);
  });

  it("because the ledger shows less than the queue are named with both numbers", () => {
    const result = short({
      contents: [sent("FBA1")],
      queue: [queued("FBA1", "CLOSED", { unitsLocated: 9 })],
      ledger: [received("FBA1", "2026-05-02", 8)],
    });
    expect(reasons(result)[0]).toContain("(FBA1: 9 and 8)");
    expect(needs(result)).toEqual(["ledger-detail"]);
    const same = { contents: [sent("FBA1")], queue: [queued("FBA1", "CLOSED", { unitsLocated: 8 })] };
    expect(reasons(short({ ...same, ledger: [received("FBA1", "2026-05-02", 8)] }))).toEqual([]);
  });

  it("because nobody knows when they were created are named, and the queue is asked for", () => {
    const result = short({ contents: [sent("FBA1")], queue: [queued("FBA1", "CLOSED", { created: null })] });
    expect(result.findings).toEqual([]);
    expect(reasons(result)[0]).toContain("(FBA1)");
    expect(needs(result)).toEqual(["inbound-shipments"]);
  });

  it("are named up to fifty at a time", () => {
    const missing = (n: number) =>
      reasons(
        short({
          contents: many(n).map((id) => sent(id, 10, { packList: "1 of 2" })),
          queue: many(n).map((id) => queued(id)),
        }),
      )[0];
    expect(missing(50)).toMatch(/^50 shipments .* FBA050: 2 of 2\)\.$/);
    expect(missing(51)).toMatch(/^51 shipments .*; FBA050: 2 of 2; 1 more\)\.$/);
  });

  it("are none of those cancelled, still open, or first received after as-of", () => {
    const contents = [sent("FBA1", 10, { packList: "1 of 2" })];
    expect(reasons(short({ contents, queue: [queued("FBA1", "Cancelled")] }))).toEqual([]);
    expect(reasons(short({ contents, queue: [queued("FBA1", "Receiving")] }))).toEqual([]);
    const later = { contents, queue: [queued("FBA1")], ledger: [received("FBA1", "2026-07-02", 8)] };
    expect(reasons(short(later))).toEqual([]);
    const today = { ...later, ledger: [received("FBA1", "2026-06-30", 8)] };
    expect(reasons(short(today))).toHaveLength(1);
    const future = { contents, queue: [queued("FBA1", "CLOSED", { created: "2026-07-01" })] };
    expect(reasons(short(future))).toEqual([]);
  });
});

describe("a short shipment", () => {
  const ledger = [
    { ...received("FBA1", "2026-05-02", 8), line: 4 },
    { ...received("FBA1", "2026-05-05", 1), line: 7 },
  ];
  const rows: Rows = { contents: [sent("FBA1", 12, { line: 3 })], queue: [queued("FBA1")], ledger };

  it("names the rows of what was sent, received and paid", () => {
    const result = short({ ...rows, paid: [{ ...paid("Lost_Inbound", "2026-06-01", 1), line: 9 }] });
    expect(told(result)).toEqual(["file 2 2026-05-02"]);
    const [finding] = result.findings;
    expect(lines(finding)).toEqual([
      "inbound-contents 3",
      "ledger-detail 4",
      "ledger-detail 7",
      "reimbursements 9",
    ]);
    expect(finding?.what).toContain(
      "first receipt was on 2026-05-02, its last on 2026-05-05, and it is closed.",
    );
    expect(finding?.why).toContain("; already settled: 1 unit");
  });

  it("says neither that anything was settled nor that anything was taken out where nothing was", () => {
    const [finding] = short(rows).findings;
    expect(finding?.why).not.toContain("already settled");
    expect(finding?.why).not.toContain("taken out again");
    const [open] = short({ ...rows, queue: [] }).findings;
    expect(open?.what).not.toContain("closed");
  });

  it("says that units taken out again are a case of their own", () => {
    const [finding] = short({ ...rows, ledger: [...ledger, received("FBA1", "2026-05-09", -2)] }).findings;
    expect(finding?.why).toContain("2 units booked in and taken out again");
    expect(finding?.quantity).toBe(3);
  });

  it("in part a mix-up is two findings of their own, of which one is no claim", () => {
    const mixed: Rows = { ...rows, ledger: [...ledger, received("FBA1", "2026-05-03", 1, CUP_ROW)] };
    const { findings } = short(mixed);
    expect(told({ ...short(mixed) })).toEqual(["file 2 2026-05-02", "info 1 2026-05-02"]);
    const [claim, mixUp] = findings;
    expect(mixUp?.id).not.toBe(claim?.id);
    expect(claim?.id).toBe(short(rows).findings[0]?.id);
    expect(mixUp).toMatchObject({ basis: "Not valued: no claim.", shipmentId: "FBA1" });
  });

  it("leaves out all its missing units where a report does not cover it", () => {
    const mixed: Rows = {
      ...rows,
      ledger: [...ledger, received("FBA1", "2026-05-03", 1, CUP_ROW)],
      given: { periods: { reimbursements: { from: "2026-05-03", to: "2026-06-30" } } },
    };
    expect(reasons(short(mixed))[0]).toContain(
      "1 possible case (3 units) left out: reimbursements does not cover",
    );
  });

  it("is known by shipment and FNSKU, by SKU where no FNSKU is printed", () => {
    const bare = { fnsku: "", asin: "" };
    const contents = [
      sent("FBA1"),
      sent("FBA2"),
      sent("FBA1", 5, CUP),
      sent("FBA1", 5, { ...bare, merchantSku: "PEN" }),
      sent("FBA1", 5, { ...bare, merchantSku: "KEY" }),
    ];
    const { findings } = short({
      contents,
      queue: [queued("FBA1"), queued("FBA2")],
      ledger: [received("FBA1", "2026-05-02", 8), received("FBA2", "2026-05-02", 8)],
    });
    expect(new Set(findings.map(({ id }) => id)).size).toBe(5);
    const renamed = short({
      contents: [sent("FBA1", 10, { merchantSku: "MUG-2" })],
      queue: [queued("FBA1")],
      ledger: [received("FBA1", "2026-05-02", 8)],
    });
    expect(findings.map(({ id }) => id)).toContain(renamed.findings[0]?.id);
  });

  it("of which nothing came says whether it is closed, and names what was sent", () => {
    const never = (status: string, more: Row = {}) =>
      short({ contents: [sent("FBA1", 10, { line: 3 })], queue: [queued("FBA1", status, more)] }).findings[0];
    expect(never("CLOSED")?.why).toContain("Created 2026-04-20, and it is closed.");
    expect(lines(never("CLOSED"))).toEqual(["inbound-contents 3"]);
    const [unlisted] = short({
      contents: [sent("FBA1", 10, { name: "FBA STA (04/24/2026 10:15)-ONT8" })],
    }).findings;
    expect(unlisted?.why).toContain("Created 2026-04-24. No delivery");
  });
});

describe("receipts taken back", () => {
  const out = [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-05-09", -3)];
  const base: Rows = { contents: [sent("FBA1", 10, { line: 3 })], queue: [queued("FBA1")] };

  it("name the rows of what was sent, booked and paid", () => {
    const ledger = out.map((row, i) => ({ ...row, line: 5 + i }));
    const result = reversed({
      ...base,
      ledger,
      paid: [{ ...paid("Lost_Inbound", "2026-05-20", 1), line: 9 }],
    });
    expect(lines(result.findings[0])).toEqual([
      "inbound-contents 3",
      "ledger-detail 5",
      "ledger-detail 6",
      "reimbursements 9",
    ]);
    expect(result.findings[0]?.why).toContain("; already settled: 1 unit");
    expect(reversed({ ...base, ledger }).findings[0]?.why).not.toContain("already settled");
  });

  it("of one item are told, though another of the shipment was not taken back", () => {
    const contents = [
      sent("FBA1", 10, { packList: "1 of 2" }),
      sent("FBA1", 5, { ...CUP, packList: "1 of 2" }),
    ];
    const ledger = [...out, received("FBA1", "2026-05-02", 5, CUP_ROW)];
    expect(reasons(reversed({ ...base, contents, ledger }))[0]).toContain(
      "1 shipment with receipts taken back not judged",
    );
    const none = [received("FBA1", "2026-05-02", 10), received("FBA1", "2026-05-02", 5, CUP_ROW)];
    expect(reasons(reversed({ ...base, contents, ledger: none }))).toEqual([]);
  });

  it.each<[string, Row[], boolean]>([
    ["taken back", [received("FBA9", "2026-05-02", 10), received("FBA9", "2026-05-09", -3)], true],
    [
      "taken back of one of two items",
      [
        received("FBA9", "2026-05-02", 10),
        received("FBA9", "2026-05-09", -3),
        received("FBA9", "2026-05-02", 5, CUP_ROW),
      ],
      true,
    ],
    ["only booked in", [received("FBA9", "2026-05-02", 10)], false],
    [
      "booked in again",
      [
        received("FBA9", "2026-05-02", 10),
        received("FBA9", "2026-05-09", -3),
        received("FBA9", "2026-05-12", 3),
      ],
      false,
    ],
    [
      "taken back of an item that never came",
      [received("FBA9", "2026-05-02", 10), received("FBA9", "2026-05-09", -3, CUP_ROW)],
      false,
    ],
  ])("of a shipment nobody knows the contents of, %s", (_, ledger, unknown) => {
    const result = reversed({ ...base, ledger });
    expect(result.findings).toEqual([]);
    expect(reasons(result)).toHaveLength(unknown ? 1 : 0);
    if (unknown) expect(reasons(result)[0]).toContain("nobody knows how many units were sent (FBA9)");
  });

  it("of unknown shipments are named in order, up to fifty", () => {
    const ledger = (n: number) =>
      many(n)
        .reverse()
        .flatMap((id) => [received(id, "2026-05-02", 10), received(id, "2026-05-09", -3)]);
    expect(reasons(reversed({ ...base, ledger: ledger(50) }))[0]).toMatch(
      /\(FBA001, FBA002, .*, FBA050\)\.$/,
    );
    expect(reasons(reversed({ ...base, ledger: ledger(51) }))[0]).toMatch(/, FBA050, 1 more\)\.$/);
  });

  it("are not told where a report does not cover them", () => {
    const given = { periods: { reimbursements: { from: "2026-05-03", to: "2026-06-30" } } };
    const result = reversed({ ...base, ledger: out, given });
    expect(result.findings).toEqual([]);
    expect(reasons(result)[0]).toContain("1 possible case (3 units) left out");
  });
});
