import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { coverageOf } from "../../../src/audits/account/coverage.ts";
import type { ImportRecord } from "../../../src/audits/audit.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { reversedWithoutReturn } from "../../../src/audits/reversed-without-return.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { POLICY } from "../../../src/policy/index.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { type Rows as TableRows, tableOf } from "./account-of-rows.ts";
import { adjusted, audited, received } from "./build.ts";

const AS_OF = "2026-06-30";
type Given = Partial<Record<keyof ImportRecord, string | null>>;

/** One file; its transaction days as [first, last]. */
function file(report: string, days: [string, string] | null, more: Given = {}): ImportRecord {
  const dayOr = (text: string | null | undefined) => (text == null ? null : day(text));
  return {
    report,
    batch: more.batch ?? "1",
    marketplace: more.marketplace ?? "US",
    from: dayOr(more.from),
    to: dayOr(more.to),
    firstDay: dayOr(days?.[0]),
    lastDay: dayOr(days?.[1]),
  };
}

function coverage(imports: ImportRecord[], tables: Record<string, TableRows> = {}) {
  const account = accountOf({
    asOf: day(AS_OF),
    policy: POLICY,
    tables: Object.entries(tables).map(([id, rows]) => tableOf(id, rows, "US")),
    imports,
  });
  const built = account.derive(coverageOf);
  return {
    ...built,
    periods: (report: string, marketplace = "US") =>
      built.periods(report, marketplace).map((p) => `${formatDay(p.from)} ${formatDay(p.to)}`),
    missing: (report: string, from: string, to = AS_OF) => {
      const gap = built.missing(report, "US", day(from), day(to));
      return gap && `${formatDay(gap.from)} ${formatDay(gap.to)}`;
    },
  };
}

const ledger = file("ledger-detail", ["2026-01-03", "2026-06-28"]);
const returned = (date: string, quantity = 1) =>
  adjusted("", date, quantity, { eventType: "CustomerReturns", fulfillmentCenter: "ONT8" });

describe("coverage", () => {
  it("presumes that files imported together share a period", () => {
    const known = coverage([ledger, file("reimbursements", ["2026-03-01", "2026-03-02"])]);
    expect(known.periods("reimbursements")).toEqual(["2026-01-03 2026-06-28"]);
    expect(known.missing("reimbursements", "2026-02-01")).toBeNull();
  });

  it("takes a file with only a header as imported and empty", () => {
    const known = coverage([ledger, file("reimbursements", null)]);
    expect(known.imported("reimbursements")).toBe(true);
    expect(known.periods("reimbursements")).toEqual(["2026-01-03 2026-06-28"]);
  });

  it("believes the period the user names, not the rows", () => {
    const named = file("reimbursements", ["2026-03-01", "2026-03-02"], {
      from: "2026-02-01",
      to: "2026-07-30",
    });
    expect(coverage([ledger, named]).periods("reimbursements")).toEqual(["2026-02-01 2026-06-30"]);
  });

  it("joins the periods of several downloads and tells what lies between", () => {
    const known = coverage([
      file("reimbursements", null, { from: "2026-01-01", to: "2026-02-28" }),
      file("reimbursements", null, { batch: "2", from: "2026-03-01", to: "2026-03-31" }),
      file("reimbursements", null, { batch: "3", from: "2026-05-01", to: "2026-06-30" }),
    ]);
    expect(known.periods("reimbursements")).toEqual(["2026-01-01 2026-03-31", "2026-05-01 2026-06-30"]);
    expect(known.missing("reimbursements", "2026-01-15")).toBe("2026-04-01 2026-04-30");
    expect(known.missing("reimbursements", "2025-12-15")).toBe("2025-12-15 2026-04-30");
    expect(known.missing("reimbursements", "2026-05-01")).toBeNull();
  });

  it("is fresh when it ends at most 7 days before the as-of day", () => {
    const ending = (to: string) => coverage([file("reimbursements", null, { from: "2026-01-01", to })]);
    expect(ending("2026-06-23").missing("reimbursements", "2026-05-01")).toBeNull();
    expect(ending("2026-06-22").missing("reimbursements", "2026-05-01")).toBe("2026-06-23 2026-06-30");
    expect(ending("2026-06-22").missing("reimbursements", "2026-06-29")).toBe("2026-06-23 2026-06-30");
  });

  it("counts no day after as-of, no snapshot, and none of the user's own files", () => {
    const known = coverage([
      file("ledger-detail", ["2026-01-03", "2026-05-01"]),
      file("fba-inventory", ["2026-06-30", "2026-06-30"]),
      file("costs", ["2020-01-01", "2026-06-30"]),
      file("reimbursements", ["2026-02-03", "2026-05-10"]),
    ]);
    expect(known.periods("reimbursements")).toEqual(["2026-01-03 2026-05-10"]);
    expect(coverage([file("ledger-detail", ["2026-01-03", "2026-12-31"])]).periods("ledger-detail")).toEqual([
      "2026-01-03 2026-06-30",
    ]);
  });

  it("presumes no ledger before the 18 months Amazon keeps, unless its rows are older", () => {
    const old = file("reimbursements", ["2024-06-01", "2026-06-28"]);
    expect(coverage([ledger, old]).periods("ledger-detail")).toEqual(["2024-12-30 2026-06-28"]);
    const kept = file("ledger-detail", ["2024-11-01", "2026-06-28"]);
    expect(coverage([kept, old]).periods("ledger-detail")).toEqual(["2024-11-01 2026-06-28"]);
  });

  it("keeps regions apart when files were imported for each", () => {
    const known = coverage([
      ledger,
      file("reimbursements", null),
      file("ledger-detail", ["2026-01-03", "2026-06-28"], { marketplace: "UK", batch: "2" }),
    ]);
    expect(known.periods("reimbursements", "UK")).toEqual([]);
    expect(known.periods("reimbursements", "US")).toEqual(["2026-01-03 2026-06-28"]);
  });

  it("lets one download speak for a region that occurs only inside its rows", () => {
    expect(coverage([ledger, file("reimbursements", null)]).periods("reimbursements", "UK")).toEqual([
      "2026-01-03 2026-06-28",
    ]);
  });

  it("completes a period the user named by one day from what the files share", () => {
    const since = (given: Given) => coverage([ledger, file("reimbursements", null, given)]);
    expect(since({ from: "2026-02-01" }).periods("reimbursements")).toEqual(["2026-02-01 2026-06-28"]);
    expect(since({ to: "2026-05-31" }).periods("reimbursements")).toEqual(["2026-01-03 2026-05-31"]);
    const alone = (given: Given) => coverage([file("reimbursements", null, given)]).periods("reimbursements");
    expect(alone({ from: "2026-02-01" })).toEqual([]);
    expect(alone({ to: "2026-05-31" })).toEqual([]);
    expect(alone({})).toEqual([]);
  });

  it("adds what was said of one file to what is presumed of another, download by download", () => {
    const known = coverage([
      ledger,
      file("reimbursements", null, { from: "2025-09-01", to: "2025-10-31" }),
      file("reimbursements", null),
      file("reimbursements", null, { batch: "2" }),
    ]);
    expect(known.periods("reimbursements")).toEqual(["2025-09-01 2025-10-31", "2026-01-03 2026-06-28"]);
  });

  it("presumes nothing of files whose rows are all after the as-of day", () => {
    const later = file("ledger-detail", ["2026-07-01", "2026-08-01"]);
    expect(coverage([later]).periods("ledger-detail")).toEqual([]);
    const today = file("ledger-detail", [AS_OF, "2026-08-01"]);
    expect(coverage([today]).periods("ledger-detail")).toEqual([`${AS_OF} ${AS_OF}`]);
  });

  it("tells the first day any of Amazon's files covers, named or in its rows", () => {
    const first = (...files: ImportRecord[]) => {
      const { firstDay } = coverage(files);
      return firstDay && formatDay(firstDay);
    };
    expect(first()).toBeNull();
    expect(first(file("reimbursements", null))).toBeNull();
    expect(first(ledger)).toBe("2026-01-03");
    expect(first(ledger, file("reimbursements", null, { from: "2025-12-01" }))).toBe("2025-12-01");
    expect(first(ledger, file("reimbursements", null, { from: "2026-02-01" }))).toBe("2026-01-03");
    expect(first(file("reimbursements", null, { from: "2026-02-01" }))).toBe("2026-02-01");
    expect(first(ledger, file("costs", null, { from: "2020-01-01" }))).toBe("2026-01-03");
  });

  it("knows as imported what a file or a filled tab of the user's own gave", () => {
    const invoice = { invoiceNumber: "7" };
    expect(coverage([], { invoices: [invoice] }).imported("invoices")).toBe(true);
    expect(coverage([], { invoices: [] }).imported("invoices")).toBe(false);
    expect(coverage([], { invoices: [invoice] }).imported("costs")).toBe(false);
    expect(
      coverage([], { "ledger-detail": [adjusted("M", "2026-05-01", -1)] }).imported("ledger-detail"),
    ).toBe(false);
  });

  it("lacks nothing but what lies before and behind its periods", () => {
    const known = coverage([
      file("reimbursements", null, { from: "2026-01-10", to: "2026-01-20" }),
      file("reimbursements", null, { batch: "2", from: "2026-02-10", to: "2026-02-20" }),
    ]);
    const missing = (from: string, to: string) => known.missing("reimbursements", from, to);
    expect(missing("2026-01-10", "2026-01-20")).toBeNull();
    expect(missing("2026-01-09", "2026-01-20")).toBe("2026-01-09 2026-01-09");
    expect(missing("2026-01-20", "2026-02-10")).toBe("2026-01-21 2026-02-09");
    expect(missing("2026-01-15", "2026-02-21")).toBe("2026-01-21 2026-02-21");
    expect(missing("2026-01-25", "2026-01-31")).toBe("2026-01-25 2026-01-31");
  });

  describe("is disproved", () => {
    const returns = file("customer-returns", ["2026-03-01", "2026-04-30"]);

    it("by three units returned to stock before the first or after the last customer return", () => {
      const with3 = [returned("2026-02-01"), returned("2026-02-10"), returned("2026-02-28")];
      expect(coverage([ledger, returns], { "ledger-detail": with3 }).periods("customer-returns")).toEqual([
        "2026-03-01 2026-06-28",
      ]);
      const after = [returned("2026-05-01", 2), returned("2026-06-01")];
      expect(coverage([ledger, returns], { "ledger-detail": after }).periods("customer-returns")).toEqual([
        "2026-01-03 2026-04-30",
      ]);
    });

    it("not by two", () => {
      const with2 = [
        returned("2026-02-01"),
        returned("2026-02-10"),
        returned("2026-05-01"),
        returned("2026-05-02"),
      ];
      expect(coverage([ledger, returns], { "ledger-detail": with2 }).periods("customer-returns")).toEqual([
        "2026-01-03 2026-06-28",
      ]);
    });

    it("by three units returned when customer-returns has no row at all", () => {
      const known = coverage([ledger, file("customer-returns", null)], {
        "ledger-detail": [returned("2026-02-01", 3)],
      });
      expect(known.periods("customer-returns")).toEqual([]);
      expect(known.imported("customer-returns")).toBe(true);
    });

    it("by a reimbursement in a settlement before the first row of reimbursements", () => {
      const posted = (postedDate: string, amountDescription = "WAREHOUSE_LOST") => ({
        settlement: [{ postedDate, amountType: "FBA Inventory Reimbursement", amountDescription, amount: 4 }],
      });
      const files = [ledger, file("reimbursements", ["2026-03-01", "2026-04-30"])];
      expect(coverage(files, posted("2026-02-27")).periods("reimbursements")).toEqual([
        "2026-03-01 2026-06-28",
      ]);
      expect(coverage(files, posted("2026-03-02")).periods("reimbursements")).toEqual([
        "2026-01-03 2026-06-28",
      ]);
      expect(coverage(files, posted("2026-02-27", "COMPENSATED_CLAWBACK")).periods("reimbursements")).toEqual(
        ["2026-01-03 2026-06-28"],
      );
    });

    describe("by a reimbursement in a settlement", () => {
      const posted = (postedDate: string, more = {}) => ({
        settlement: [
          {
            postedDate,
            amountType: "FBA Inventory Reimbursement",
            amountDescription: "WAREHOUSE_LOST",
            amount: 4,
            ...more,
          },
        ],
      });
      const periods = (days: [string, string] | null, tables: Record<string, TableRows>) =>
        coverage([ledger, file("reimbursements", days)], tables).periods("reimbursements");
      const whole = ["2026-01-03 2026-06-28"];

      it("when reimbursements has no row at all", () => {
        expect(periods(null, posted("2026-02-27"))).toEqual([]);
        expect(periods(null, {})).toEqual(whole);
      });

      it.each([
        ["the day before the first row", "2026-02-28", ["2026-03-01 2026-06-28"]],
        ["not on the day of the first row", "2026-03-01", whole],
        ["on the first day of the period", "2026-01-03", ["2026-03-01 2026-06-28"]],
        ["not before the period", "2026-01-02", whole],
      ])("%s", (_, day, expected) => {
        expect(periods(["2026-03-01", "2026-04-30"], posted(day))).toEqual(expected);
      });

      it("on the last day of the period, not after it", () => {
        expect(periods(null, posted("2026-06-28"))).toEqual([]);
        expect(periods(null, posted("2026-06-29"))).toEqual(whole);
      });

      it("not by one of another stock region", () => {
        expect(periods(["2026-03-01", "2026-04-30"], posted("2026-02-27", { importedFor: "DE" }))).toEqual(
          whole,
        );
      });

      it("from the first row of all files of one download", () => {
        const files = [
          ledger,
          file("reimbursements", ["2026-05-01", "2026-05-31"]),
          file("reimbursements", ["2026-03-01", "2026-03-31"]),
        ];
        expect(coverage(files, posted("2026-03-15")).periods("reimbursements")).toEqual(whole);
        expect(coverage(files, posted("2026-02-27")).periods("reimbursements")).toEqual([
          "2026-03-01 2026-06-28",
        ]);
      });
    });

    it("by three units returned on the last day before and the first after its rows, not on their own days", () => {
      const within = (date: string) =>
        coverage([ledger, returns], { "ledger-detail": [returned(date, 3)] }).periods("customer-returns");
      expect(within("2026-03-01")).toEqual(["2026-01-03 2026-06-28"]);
      expect(within("2026-02-28")).toEqual(["2026-03-01 2026-06-28"]);
      expect(within("2026-04-30")).toEqual(["2026-01-03 2026-06-28"]);
      expect(within("2026-05-01")).toEqual(["2026-01-03 2026-04-30"]);
    });

    it("for reimbursements not by units returned, for returns not by reimbursements", () => {
      const files = [ledger, returns, file("reimbursements", ["2026-03-01", "2026-04-30"])];
      const known = coverage(files, { "ledger-detail": [returned("2026-02-01", 9)] });
      expect(known.periods("reimbursements")).toEqual(["2026-01-03 2026-06-28"]);
    });

    it("by no settlement of another stock region, and none without its days", () => {
      const files = [ledger, file("settlement", ["2026-01-03", "2026-06-20"])];
      const settled = (settlementStartDate: string | null, settlementEndDate: string | null, more = {}) => ({
        settlementId: `${settlementStartDate}`,
        settlementStartDate,
        settlementEndDate,
        ...more,
      });
      const known = (...rows: TableRows[number][]) =>
        coverage(files, { settlement: rows }).periods("settlement");
      const whole = ["2026-01-03 2026-06-28"];
      expect(known()).toEqual(whole);
      expect(known(settled("2026-02-01", "2026-03-01"))).toEqual(whole);
      expect(
        known(
          settled("2026-01-03", "2026-03-01"),
          settled("2026-03-15", "2026-06-20", { importedFor: "DE" }),
        ),
      ).toEqual(whole);
      expect(known(settled("2026-01-03", "2026-03-01"), settled("2026-03-15", null))).toEqual(whole);
      expect(known(settled("2026-01-03", "2026-03-01"), settled(null, "2026-06-20"))).toEqual(whole);
    });

    it("by a settlement missing between two, one of them of the older layout", () => {
      const days = (settlementStartDate: string, settlementEndDate: string) => ({
        settlementId: settlementStartDate,
        settlementStartDate,
        settlementEndDate,
      });
      const known = coverage([ledger, file("settlement", ["2026-01-03", "2026-06-20"])], {
        settlement: [days("2026-01-03", "2026-03-01")],
        "settlement-v1": [days("2026-03-15", "2026-06-20")],
      });
      expect(known.periods("settlement")).toEqual(["2026-01-03 2026-03-01", "2026-03-15 2026-06-28"]);
    });

    it("by a settlement missing between two", () => {
      const settled = (settlementStartDate: string, settlementEndDate: string) => ({
        settlementId: settlementStartDate,
        settlementStartDate,
        settlementEndDate,
      });
      const known = coverage([ledger, file("settlement", ["2026-01-03", "2026-06-20"])], {
        settlement: [settled("2026-01-03", "2026-03-01"), settled("2026-03-15", "2026-06-20")],
      });
      expect(known.periods("settlement")).toEqual(["2026-01-03 2026-03-01", "2026-03-15 2026-06-28"]);
    });

    it("but never against what the user said", () => {
      const named = file("customer-returns", ["2026-03-01", "2026-04-30"], { from: "2026-01-01", to: AS_OF });
      expect(
        coverage([ledger, named], { "ledger-detail": [returned("2026-02-01", 9)] }).periods(
          "customer-returns",
        ),
      ).toEqual(["2026-01-01 2026-06-30"]);
    });
  });
});

describe("an audit that cannot tell", () => {
  it("reports nothing without a required report, and says which to download for which days", () => {
    const input = {
      asOf: day(AS_OF),
      policy: POLICY,
      tables: [tableOf("ledger-detail", [adjusted("M", "2026-05-01", -1)], "US")],
      imports: [ledger],
    };
    expect(runAudits(input, [warehouseLost])).toMatchObject({
      findings: [],
      cannotTell: [
        {
          audit: "warehouse-lost",
          reason: "reimbursements was never imported.",
          needs: [{ report: "reimbursements", from: day("2026-01-03"), to: day(AS_OF) }],
        },
      ],
    });
    expect(
      runAudits({ ...input, tables: [], imports: [] }, [reversedWithoutReturn]).cannotTell,
    ).toMatchObject([{ reason: "reimbursements and ledger-detail were never imported." }]);
  });

  it("leaves out what is not covered, in one sum per report, and reports the rest", () => {
    const result = audited(warehouseLost, {
      ledger: [
        adjusted("M", "2026-03-01", -2),
        adjusted("M", "2026-03-20", -1),
        adjusted("M", "2026-05-05", -1),
      ],
      given: { periods: { reimbursements: { from: "2026-04-01", to: AS_OF } } },
    });
    expect(result.findings.map((f) => formatDay(f.eventDate))).toEqual(["2026-05-05"]);
    expect(result.cannotTell).toEqual([
      {
        audit: "warehouse-lost",
        reason:
          "2 possible cases (3 units) left out: reimbursements does not cover 2026-03-01 to 2026-03-31.",
        needs: [{ report: "reimbursements", from: day("2026-03-01"), to: day("2026-03-31") }],
      },
    ]);
  });

  it("counts together what several openings lack, from the first day to the last, and says when it stays unknown", () => {
    const told = (periods: Record<string, { from: string; to: string }>, ...losses: string[]) =>
      audited(warehouseLost, {
        ledger: losses.map((date) => adjusted("M", date, -1)),
        given: { periods },
      }).cannotTell.map(
        ({ reason, needs }) => `${reason} ${needs.map(({ from }) => from && formatDay(from))}`,
      );
    const paid = { reimbursements: { from: "2026-04-01", to: AS_OF } };
    expect(told(paid, "2026-03-20", "2026-02-01", "2026-03-02")).toEqual([
      "3 possible cases (3 units) left out: reimbursements does not cover 2026-02-01 to 2026-03-31. 2026-02-01",
    ]);
    const both = { ...paid, "ledger-detail": { from: "2026-02-15", to: AS_OF } };
    expect(told(both, "2026-02-01")).toEqual([
      "1 possible case (1 unit) left out: ledger-detail does not cover 2026-02-01 to 2026-02-14. 2026-02-01",
      "1 possible case (1 unit) left out: reimbursements does not cover 2026-02-01 to 2026-03-31. 2026-02-01",
    ]);
  });

  it("asks for no ledger older than the 18 months Amazon keeps", () => {
    const contents = [{ shipmentId: "FBA1", fnsku: "X001", merchantSku: "MUG", shipped: 10 }];
    const queue = [{ shipmentId: "FBA1", created: "2024-11-01", status: "Closed" }];
    const result = runAudits(
      {
        asOf: day(AS_OF),
        policy: POLICY,
        tables: [
          tableOf("ledger-detail", [received("FBA1", "2025-01-10", 8)], "US"),
          tableOf("inbound-contents", contents, "US"),
          tableOf("inbound-shipments", queue, "US"),
        ],
        imports: ["ledger-detail", "reimbursements", "inbound-contents", "inbound-shipments"].map((report) =>
          file(report, null, { from: "2024-12-30", to: AS_OF }),
        ),
      },
      [inboundShort],
    );
    expect(result).toMatchObject({
      findings: [],
      cannotTell: [{ reason: expect.stringContaining("stays unknown"), needs: [] }],
    });
  });
});
