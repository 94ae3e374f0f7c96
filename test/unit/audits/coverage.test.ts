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
