import { describe, expect, it } from "vitest";
import type { Audit, ImportRecord } from "../../../src/audits/audit.ts";
import { fulfilmentFeeHigh } from "../../../src/audits/fulfilment-fee-high.ts";
import type { DataHealth } from "../../../src/audits/health/data-health.ts";
import { healthRows } from "../../../src/audits/health/data-health-rows.ts";
import { inboundShort } from "../../../src/audits/inbound-short.ts";
import { referralFeeHigh } from "../../../src/audits/referral-fee-high.ts";
import { refundNotReturned } from "../../../src/audits/refund-not-returned.ts";
import { removalFeeHigh } from "../../../src/audits/removal-fee-high.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { serviceBillWrong } from "../../../src/audits/service-bill-wrong.ts";
import { sizeTierChanged } from "../../../src/audits/size-tier-changed.ts";
import { underpaid } from "../../../src/audits/underpaid.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { POLICY } from "../../../src/policy/index.ts";
import { day, formatDay } from "../../../src/values/day.ts";
import { type Given, inputOf, type Rows, tableOf } from "./account-of-rows.ts";
import { adjusted, COST, paid } from "./build.ts";
import { sold } from "./fee-rows.ts";

const AS_OF = "2026-06-30";

interface File {
  readonly report: string;
  readonly said?: readonly [string, string];
  readonly days?: readonly [string, string];
  readonly marketplace?: string;
  readonly batch?: string;
}

/** An account of single files, with the rows of some tabs. */
function healthOf(audits: readonly Audit[], files: readonly File[], tables: Record<string, Rows> = {}) {
  const imports = files.map(
    ({ report, said, days, marketplace, batch }): ImportRecord => ({
      report,
      batch: batch ?? "1",
      marketplace: marketplace ?? "US",
      from: said ? day(said[0]) : null,
      to: said ? day(said[1]) : null,
      firstDay: days ? day(days[0]) : null,
      lastDay: days ? day(days[1]) : null,
    }),
  );
  return runAudits(
    {
      asOf: day(AS_OF),
      policy: POLICY,
      tables: Object.entries(tables).map(([id, rows]) => tableOf(id, rows, "US")),
      imports,
    },
    audits,
  ).health;
}

const given = (audits: readonly Audit[], more: Given) =>
  runAudits(inputOf({ asOf: AS_OF, ...more }), audits).health;

function reportIn(health: DataHealth, report: string, region = "US") {
  const found = health.reports.find((r) => r.report === report && r.region === region);
  if (!found) throw new Error(`${report} is not listed for ${region}`);
  const spans = (list: readonly { from: number; to: number }[]) =>
    list.map(({ from, to }) => `${formatDay(from as never)} ${formatDay(to as never)}`);
  const { standing, periods, presumed, gaps, age, rows, download, audits } = found;
  return {
    standing,
    periods: spans(periods),
    presumed,
    gaps: spans(gaps),
    age,
    rows,
    download: spans(download),
    audits,
  };
}

function rowIn(health: DataHealth, id: string) {
  const found = healthRows(health).find((row) => row.id === id);
  if (!found) throw new Error(`no row ${id} among ${healthRows(health).map((row) => row.id)}`);
  return found;
}

const year = ["2026-01-01", AS_OF] as const;
const LEDGER: File = { report: "ledger-detail", said: year };
const PAYMENTS: File = { report: "reimbursements", said: year };

describe("a report", () => {
  it("is fresh when it covers what audits ask for, up to 7 days before the as-of day", () => {
    const until = (to: string) =>
      reportIn(
        healthOf([warehouseLost], [LEDGER, { report: "reimbursements", said: ["2026-01-01", to] }]),
        "reimbursements",
      );
    expect(until(AS_OF)).toEqual({
      standing: "fresh",
      periods: ["2026-01-01 2026-06-30"],
      presumed: false,
      gaps: [],
      age: 0,
      rows: 0,
      download: [],
      audits: [],
    });
    expect(until("2026-06-23")).toMatchObject({ standing: "fresh", age: 7, download: [] });
    expect(until("2026-06-22")).toMatchObject({
      standing: "old",
      age: 8,
      download: ["2026-06-23 2026-06-30"],
    });
  });

  it("says what of it is archived: how many rows, and of which months", () => {
    const sums = (month: string | null, archivedRows: number | null, more = {}) => ({
      report: "Inventory Ledger Detail",
      month,
      archivedRows,
      ...more,
    });
    const archived = (...lines: Rows[number][]) => {
      const health = healthOf([warehouseLost], [LEDGER, PAYMENTS], { archive: lines });
      const found = health.reports.find(({ report }) => report === "ledger-detail")?.archived;
      return found && `${found.rows} ${formatDay(found.from)} ${formatDay(found.to)}`;
    };
    expect(archived()).toBeNull();
    expect(archived(sums("2024-03-01", 5))).toBe("5 2024-03-01 2024-03-31");
    expect(archived(sums("2024-03-01", 5), sums("2024-01-01", 7), sums("2024-02-01", 1))).toBe(
      "13 2024-01-01 2024-03-31",
    );
    expect(archived(sums("2024-03-01", 0))).toBeNull();
    expect(archived(sums(null, 4))).toBeNull();
    expect(archived(sums("2024-03-01", null), sums("2024-02-01", 1))).toBe("1 2024-02-01 2024-03-31");
    expect(archived(sums("2024-03-01", 5, { importedFor: "UK" }))).toBeNull();
    expect(archived(sums("2024-03-01", 5, { report: "Reimbursements" }))).toBeNull();
    const health = healthOf([warehouseLost], [LEDGER, PAYMENTS], { archive: [sums("2024-03-01", 5)] });
    expect(rowIn(health, "report ledger-detail US").what).toBe(
      "Inventory Ledger Detail: covered 2026-01-01 – 2026-06-30, ends 0 days before 2026-06-30: fresh. 5 rows of 2024-03-01 – 2024-03-31 are archived as sums: shipments to customers and to you, which no audit reads.",
    );
  });

  it("is said to lack newer days, and earlier ones only when audits asked for them", () => {
    const told = (from: string, to: string, lost: string) =>
      rowIn(
        healthOf([warehouseLost], [LEDGER, { report: "reimbursements", said: [from, to] }], {
          "ledger-detail": [adjusted("M", lost, -1)],
        }),
        "report reimbursements US",
      ).what;
    const covered = "Reimbursements: covered";
    expect(told("2026-03-01", AS_OF, "2026-03-02")).toBe(
      `${covered} 2026-03-01 – 2026-06-30, ends 0 days before 2026-06-30: fresh.`,
    );
    expect(told("2026-03-01", AS_OF, "2026-02-27")).toBe(
      `${covered} 2026-03-01 – 2026-06-30, ends 0 days before 2026-06-30: fresh. “Lost in the warehouse” left out what needs earlier days.`,
    );
    expect(told("2026-03-01", "2026-06-20", "2026-03-02")).toBe(
      `${covered} 2026-03-01 – 2026-06-20, ends 10 days before 2026-06-30: newer days are missing.`,
    );
    expect(told("2026-03-01", "2026-06-20", "2026-02-27")).toContain("newer days are missing. “Lost in the");
  });

  it("says whether its days were stated or are presumed, and how many rows it has", () => {
    const health = healthOf(
      [warehouseLost],
      [
        { report: "ledger-detail", days: ["2026-01-03", "2026-06-28"] },
        { report: "reimbursements", said: year },
      ],
      { "ledger-detail": [adjusted("M", "2026-05-01", -1), adjusted("F", "2026-05-02", 1)] },
    );
    expect(reportIn(health, "ledger-detail")).toMatchObject({
      presumed: true,
      periods: ["2026-01-03 2026-06-28"],
      rows: 2,
      age: 2,
    });
    expect(reportIn(health, "reimbursements")).toMatchObject({ presumed: false, rows: 0 });
    expect(rowIn(health, "report ledger-detail US").what).toBe(
      "Inventory Ledger Detail: covered 2026-01-03 – 2026-06-28 (presumed from the files imported with it), ends 2 days before 2026-06-30: fresh.",
    );
  });

  it("has gaps when days in between are missing, and asks for exactly these and the newest", () => {
    const health = healthOf(
      [warehouseLost],
      [
        LEDGER,
        { report: "reimbursements", said: ["2026-01-01", "2026-02-28"] },
        { report: "reimbursements", said: ["2026-04-01", "2026-06-01"], batch: "2" },
      ],
    );
    expect(reportIn(health, "reimbursements")).toMatchObject({
      standing: "gaps",
      gaps: ["2026-03-01 2026-03-31"],
      age: 29,
      download: ["2026-03-01 2026-03-31", "2026-06-02 2026-06-30"],
    });
    const row = rowIn(health, "report reimbursements US");
    expect(row.what).toBe(
      "Reimbursements: covered 2026-01-01 – 2026-06-01, ends 29 days before 2026-06-30: newer days are missing. No days between: 2026-03-01 – 2026-03-31.",
    );
    expect(row.todo).toBe(
      "Download Reimbursements from 2026-03-01 to 2026-03-31 and from 2026-06-02 to 2026-06-30: Reports > Fulfillment > Payments > Reimbursements > Download.",
    );
    expect([row.from, row.to, row.age]).toEqual([day("2026-01-01"), day("2026-06-01"), 29]);
  });

  it("is too short when audits leave cases out for want of earlier days", () => {
    const health = healthOf(
      [warehouseLost, warehouseDamaged],
      [LEDGER, { report: "reimbursements", said: ["2026-04-01", AS_OF] }],
      { "ledger-detail": [adjusted("M", "2026-03-01", -2), adjusted("M", "2026-02-10", -1)] },
    );
    expect(reportIn(health, "reimbursements")).toMatchObject({
      standing: "too short",
      download: ["2026-02-10 2026-03-31"],
      audits: ["warehouse-lost"],
    });
    const row = rowIn(health, "report reimbursements US");
    expect(row.what).toContain("“Lost in the warehouse” left out what needs earlier days.");
    expect(row.todo).toBe(
      "To judge all of “Lost in the warehouse”, download Reimbursements from 2026-02-10 to 2026-03-31: Reports > Fulfillment > Payments > Reimbursements > Download.",
    );
    expect(reportIn(health, "ledger-detail")).toMatchObject({ standing: "fresh", audits: [] });
  });

  it("asks for no ledger older than Amazon keeps", () => {
    const contents = [{ shipmentId: "FBA1", fnsku: "X001", merchantSku: "MUG", shipped: 10 }];
    const queue = [{ shipmentId: "FBA1", created: "2024-11-01", status: "Closed" }];
    const said = ["2024-12-30", AS_OF] as const;
    const health = healthOf(
      [inboundShort],
      ["ledger-detail", "reimbursements", "inbound-contents", "inbound-shipments"].map((report) => ({
        report,
        said,
      })),
      {
        "ledger-detail": [adjusted("", "2025-01-10", 8, { eventType: "Receipts", referenceId: "FBA1" })],
        "inbound-contents": contents,
        "inbound-shipments": queue,
      },
    );
    expect(reportIn(health, "ledger-detail")).toMatchObject({ standing: "fresh", download: [] });
    expect(health.audits[0]).toMatchObject({ standing: "in part", downloads: [] });
  });

  it("covers no days when it is a list or a snapshot", () => {
    const health = healthOf([inboundShort], [LEDGER, PAYMENTS, { report: "inbound-contents" }]);
    expect(reportIn(health, "inbound-contents")).toMatchObject({ standing: "imported", periods: [] });
    expect(rowIn(health, "report inbound-contents US")).toMatchObject({
      what: "Shipment Contents: 0 rows.",
      todo: "",
      rows: 0,
    });
  });

  it("has no days when nobody said which, and nothing tells", () => {
    const health = healthOf([warehouseLost], [{ report: "ledger-detail" }, { report: "reimbursements" }]);
    expect(reportIn(health, "ledger-detail")).toMatchObject({
      standing: "no days",
      age: null,
      download: ["2024-12-30 2026-06-30"],
    });
    expect(rowIn(health, "report ledger-detail US").what).toBe(
      "Inventory Ledger Detail: imported, but which days it covers is not known.",
    );
  });

  it("is missing when an audit cannot run without it, for the days of the other reports", () => {
    const health = healthOf([warehouseLost, refundNotReturned], [LEDGER]);
    expect(reportIn(health, "reimbursements")).toMatchObject({
      standing: "missing",
      download: ["2026-01-01 2026-06-30"],
      audits: ["warehouse-lost", "refund-not-returned"],
    });
    expect(rowIn(health, "report reimbursements US")).toMatchObject({
      what: "Reimbursements: never imported. Without it these can't judge anything: “Lost in the warehouse” and “Refunded, never returned”.",
      todo: "Download Reimbursements from 2026-01-01 to 2026-06-30: Reports > Fulfillment > Payments > Reimbursements > Download.",
      rows: null,
    });
    // What most audits wait for comes first; what any audit only would read comes last.
    expect(health.reports[0]?.report).toBe("reimbursements");
    expect(health.reports[health.reports.length - 1]?.standing).toBe("optional");
  });

  it("is asked for once where either of two would do, and not when the other is there", () => {
    const without = healthOf([refundNotReturned], [LEDGER]);
    expect(reportIn(without, "settlement").standing).toBe("missing");
    expect(without.reports.some(({ report }) => report === "transactions")).toBe(false);
    const having = healthOf([refundNotReturned], [LEDGER, { report: "transactions", said: year }]);
    expect(having.reports.some(({ report }) => report === "settlement")).toBe(false);
    expect(reportIn(having, "transactions").standing).toBe("fresh");
    const older = healthOf([refundNotReturned], [LEDGER, { report: "settlement-v1", said: year }]);
    expect(reportIn(older, "settlement").standing).toBe("fresh");
  });

  it("is optional when audits would only read it", () => {
    const row = rowIn(healthOf([warehouseLost], [LEDGER, PAYMENTS]), "report costs");
    expect(row).toMatchObject({
      state: "optional",
      what: "Costs: not imported. These read it when it is there: “Lost in the warehouse”.",
      todo: "If you like, fill in the tab Costs, or import your own file.",
    });
  });

  it("is judged per stock region once files were imported for several", () => {
    const health = healthOf(
      [warehouseLost],
      [
        LEDGER,
        PAYMENTS,
        { report: "ledger-detail", said: ["2026-02-01", AS_OF], marketplace: "DE", batch: "2" },
        { report: "costs" },
      ],
    );
    expect(reportIn(health, "ledger-detail", "EU").periods).toEqual(["2026-02-01 2026-06-30"]);
    expect(reportIn(health, "reimbursements", "EU")).toMatchObject({ standing: "missing" });
    expect(reportIn(health, "reimbursements", "US")).toMatchObject({ standing: "fresh" });
    expect(rowIn(health, "report ledger-detail EU").what).toMatch(/^Inventory Ledger Detail \(EU\): covered/);
    expect(health.reports.filter(({ report }) => report === "costs")).toMatchObject([
      { region: "", standing: "imported" },
    ]);
  });

  it("answers for a region that occurs only inside its rows", () => {
    const health = healthOf(
      [warehouseLost],
      [LEDGER, { report: "reimbursements", said: ["2026-04-01", AS_OF] }],
      { "ledger-detail": [adjusted("M", "2026-03-01", -2, { country: "GB" })] },
    );
    expect(reportIn(health, "reimbursements")).toMatchObject({
      standing: "too short",
      download: ["2026-03-01 2026-03-31"],
    });
  });

  it("of the user's own is there when its tab was filled in by hand", () => {
    const bills = [{ provider: "Helper", caseId: "1", amountRecovered: 10, fee: 2, currency: "USD" }];
    const health = healthOf([serviceBillWrong], [PAYMENTS], { "service-bills": bills });
    expect(reportIn(health, "service-bills", "")).toMatchObject({ standing: "imported", rows: 1 });
    expect(health.audits[0]?.absent).toEqual([]);
    const none = healthOf([serviceBillWrong], [PAYMENTS]);
    expect(reportIn(none, "service-bills", "")).toMatchObject({
      standing: "optional",
      audits: ["service-bill-wrong"],
    });
    expect(none.audits[0]).toMatchObject({ standing: "not judged", absent: ["service-bills"] });
  });
});

describe("an audit", () => {
  const reports = { "ledger-detail": [adjusted("M", "2026-03-01", -2)], reimbursements: [] };

  it("judged everything, in part or nothing, with what was left out and the download for it", () => {
    const health = given([warehouseLost, inboundShort, warehouseDamaged], {
      reports,
      periods: { reimbursements: { from: "2026-04-01", to: AS_OF } },
    });
    expect(health.audits.map(({ audit, standing }) => [audit, standing])).toEqual([
      ["inbound-short", "not judged"],
      ["warehouse-lost", "in part"],
      ["warehouse-damaged", "judged"],
    ]);
    expect(rowIn(health, "audit inbound-short")).toMatchObject({
      state: "not judged",
      what: "Short on the way in: not judged. Never imported: Shipment Contents.",
      todo: "Download Shipment Contents: Inventory > Shipments > (shipment) > Contents > Download SKU list.",
    });
    expect(rowIn(health, "audit warehouse-lost")).toMatchObject({
      state: "in part",
      what: "Lost in the warehouse: judged in part; 0 findings. 1 possible case (2 units) left out: reimbursements does not cover 2026-03-01 to 2026-03-31.",
      todo: "To judge the rest, download Reimbursements from 2026-03-01 to 2026-03-31: Reports > Fulfillment > Payments > Reimbursements > Download.",
    });
    expect(rowIn(health, "audit warehouse-damaged")).toMatchObject({
      state: "judged",
      what: "Damaged in the warehouse: judged everything; 0 findings.",
      todo: "",
    });
  });

  it("says how many of its findings have no amount", () => {
    const health = given([warehouseLost], { reports });
    expect(health.audits).toMatchObject([{ findings: 1, unvalued: 1 }]);
    expect(rowIn(health, "audit warehouse-lost").what).toBe(
      "Lost in the warehouse: judged everything; 1 finding, 1 of them without an amount.",
    );
    expect(given([warehouseLost], { reports: { ...reports, costs: [COST] } }).audits).toMatchObject([
      { findings: 1, unvalued: 0 },
    ]);
  });

  it("asks for several reports, of two that would do for the first", () => {
    const row = rowIn(healthOf([refundNotReturned], []), "audit refund-not-returned");
    expect(row.what).toBe(
      "Refunded, never returned: not judged. Never imported: Settlement (Flat File V2) or Date Range Transactions; FBA Customer Returns; Reimbursements.",
    );
    expect(row.todo).toMatch(
      /^Download FBA Customer Returns from 2024-12-30 to 2026-06-30: .+\. Download Reim/,
    );
    expect(row.todo).not.toContain("Date Range");
  });

  it("does not list a hundred items in one sentence", () => {
    const payments = Array.from({ length: 60 }, (_, i) =>
      paid("Lost_Warehouse", "2026-05-01", 1, { fnsku: `X${100 + i}`, sku: `S${i}`, asin: `B${100 + i}` }),
    );
    const health = given([underpaid], { reports: { reimbursements: payments } });
    const { what } = rowIn(health, "audit underpaid");
    expect(what.length).toBeLessThan(500);
    expect(what).toMatch(/…$/);
    expect(health.missingCosts).toHaveLength(60);
  });
});

describe("a missing cost", () => {
  const costs = (health: DataHealth) =>
    health.missingCosts.map(({ item, currency, day: on }) =>
      [item.msku, item.fnsku, item.asin, currency, formatDay(on)].join(" "),
    );
  const lost = (date: string, more = {}) => adjusted("M", date, -1, more);

  it("is listed once per item, for amounts and payments alike, from the first day it is needed", () => {
    const health = given([warehouseLost, underpaid], {
      reports: {
        "ledger-detail": [
          lost("2026-04-02"),
          lost("2026-03-01"),
          lost("2026-05-01", { fnsku: "X002", msku: "CUP", asin: "B002" }),
        ],
        reimbursements: [paid("Lost_Warehouse", "2026-02-01", 1, { fnsku: "", asin: "" })],
      },
    });
    expect(costs(health)).toEqual(["MUG X001 B001 USD 2026-02-01", "CUP X002 B002 USD 2026-05-01"]);
    expect(rowIn(health, "cost USD X001 MUG B001")).toMatchObject({
      state: "no cost",
      name: "MUG (FNSKU X001, ASIN B001)",
      marketplace: "US",
      todo: "Type unit-cost here, then copy the cells from msku to valid-from into the Costs tab.",
    });
  });

  it("is none when the cost is known, and says so when it is in another currency or of later days", () => {
    const why = (cost: object) =>
      healthRows(
        given([warehouseLost], {
          reports: {
            "ledger-detail": [lost("2026-03-01")],
            reimbursements: [],
            costs: [{ ...COST, ...cost }],
          },
        }),
      ).flatMap(({ cost, what }) => (cost ? [what] : []));
    expect(why({})).toEqual([]);
    expect(why({ currency: "EUR" })).toEqual([
      "The cost of MUG (FNSKU X001, ASIN B001) is not in USD, and currencies are not converted, needed in USD from 2026-03-01 on.",
    ]);
    expect(why({ validFrom: "2026-04-01" })).toEqual([
      "The cost of MUG (FNSKU X001, ASIN B001) is known for later days only, not for 2026-03-01, needed in USD from 2026-03-01 on.",
    ]);
  });

  it("is asked for in euro wherever a euro cost will do", () => {
    const health = given([warehouseLost], {
      marketplace: "DE",
      reports: {
        "ledger-detail": [
          lost("2026-03-01", { country: "SE" }),
          lost("2026-04-01", { country: "DE" }),
          lost("2026-04-01", { country: "GB" }),
        ],
        reimbursements: [],
      },
    });
    expect(costs(health)).toEqual(["MUG X001 B001 EUR 2026-03-01", "MUG X001 B001 GBP 2026-04-01"]);
  });

  it("is not what keeps back an amount Amazon estimated itself", () => {
    const health = given([warehouseLost], {
      asOf: "2025-03-20",
      from: "2024-12-01",
      reports: { "ledger-detail": [lost("2025-02-01")], reimbursements: [] },
    });
    expect(health.audits).toMatchObject([{ findings: 1, unvalued: 1 }]);
    expect(health.missingCosts).toEqual([]);
  });
});

describe("a missing size or category", () => {
  const FEES = [fulfilmentFeeHigh, referralFeeHigh, sizeTierChanged, removalFeeHigh];
  const of = (costs: Rows, settlement: Rows = sold(), more: Record<string, Rows> = {}) =>
    given(FEES, { reports: { settlement, costs, ...more } });
  const listed = (health: DataHealth) =>
    healthRows(health).flatMap(({ measures, state, name, what, todo }) =>
      measures ? [{ state, name, what, todo }] : [],
    );
  const SIZE = { length: 6, width: 4, height: 3, dimensionUnit: "in", weight: 10, weightUnit: "oz" };
  const MUG = { ...COST, fnsku: "X001" };
  const copied = "here, then copy the cells from msku to category into the Costs tab.";

  it("is listed once per item, whichever fee audits ask, from the first day it is needed", () => {
    const settlement = [
      ...sold({ order: "111-1", day: "2026-05-20" }),
      ...sold({ order: "111-2", day: "2026-05-02" }),
      ...sold({ order: "111-3", sku: "CUP" }),
    ];
    const preview = [{ sku: "MUG", fnsku: "X001", asin: "B001", amazonStore: "US", longestSide: 6 }];
    const health = of([{ ...MUG, category: "" }], settlement, { "fee-preview": preview });
    expect(listed(health)).toEqual([
      {
        state: "no size, no category",
        name: "MUG (FNSKU X001, ASIN B001)",
        what: "Fees of MUG (FNSKU X001, ASIN B001) can't be judged: the Costs tab has no size and weight (with units) and category we know, needed from 2026-05-02 on.",
        todo: `Type length, width and height with their unit (in or cm), weight with its unit (oz, lb, g or kg) ${copied} Set the category in the Costs tab to one of Amazon's fee tables; for clothing it has to say so.`,
      },
      expect.objectContaining({ state: "no size, no category", name: "CUP" }),
    ]);
    expect(rowIn(health, "summary").todo).toContain(
      "2 items without size or category: fill in the Costs tab.",
    );
  });

  it("says of size and category what is missing, and nothing when both are there", () => {
    const states = (cost: object) => listed(of([{ ...MUG, ...cost }])).map(({ state }) => state);
    expect(states({ ...SIZE, category: "Home & Kitchen" })).toEqual([]);
    expect(states({ category: "Home & Kitchen" })).toEqual(["no size"]);
    expect(states({ ...SIZE, weightUnit: "stone", category: "Home & Kitchen" })).toEqual(["no size"]);
    expect(states({ ...SIZE })).toEqual(["no category"]);
    expect(listed(of([{ ...MUG, ...SIZE }]))).toMatchObject([
      { todo: `Type a category of Amazon's fee tables ${copied}` },
    ]);
    expect(listed(of([{ ...MUG, ...SIZE, category: "Whatever" }]))).toMatchObject([
      {
        state: "no category",
        todo: "Set the category in the Costs tab to one of Amazon's fee tables; for clothing it has to say so.",
      },
    ]);
  });

  it("is asked for by removal fees as well", () => {
    const removal = { requestDate: "2026-05-01", orderId: "RO1", sku: "MUG", fnsku: "X001" };
    const health = of([MUG], [], {
      "removal-orders": [
        { ...removal, removalFee: 9, currency: "USD", requestedQuantity: 1, shippedQuantity: 1 },
      ],
    });
    expect(listed(health)).toMatchObject([{ state: "no size", name: "MUG (FNSKU X001)" }]);
  });
});

describe("the summary", () => {
  it("tells an empty account what to import first, and what that would let run", () => {
    const health = healthOf([warehouseLost, refundNotReturned, inboundShort, serviceBillWrong], []);
    expect(health.started).toBe(false);
    expect(healthRows(health)[0]).toMatchObject({
      id: "summary",
      state: "import first",
      what: "Nothing of Amazon's has been imported yet.",
      todo: "Import first: Reimbursements, Inventory Ledger Detail, FBA Customer Returns and Settlement (Flat File V2). With these 2 audits can run.",
    });
    expect(rowIn(health, "report ledger-detail").todo).toContain("from 2024-12-30 to 2026-06-30");
  });

  it("counts the audits and names what is to do", () => {
    const row = rowIn(
      given([warehouseLost, inboundShort], {
        reports: { "ledger-detail": [adjusted("M", "2026-03-01", -1)], reimbursements: [] },
      }),
      "summary",
    );
    expect(row).toMatchObject({
      state: "in part",
      what: "1 of 2 audits judged everything they look for, 0 a part, 1 nothing.",
      todo: "To download: Shipment Contents. 1 item without a cost: fill in the Costs tab.",
    });
  });

  it("is complete when nothing is left to do", () => {
    const row = rowIn(healthOf([warehouseLost, serviceBillWrong], [LEDGER, PAYMENTS]), "summary");
    expect(row).toMatchObject({ state: "complete", todo: "" });
  });
});

it("gives every row an id of its own, whatever the order of files and rows", () => {
  const files: File[] = [
    LEDGER,
    { report: "reimbursements", said: ["2026-04-01", "2026-05-01"] },
    { report: "ledger-detail", said: year, marketplace: "UK", batch: "2" },
  ];
  const rows = [adjusted("M", "2026-03-01", -2), adjusted("M", "2026-04-10", -1, { fnsku: "X002" })];
  const all = [warehouseLost, inboundShort, underpaid];
  const one = healthRows(healthOf(all, files, { "ledger-detail": rows }));
  const other = healthRows(healthOf(all, [...files].reverse(), { "ledger-detail": [...rows].reverse() }));
  expect(new Set(one.map(({ id }) => id)).size).toBe(one.length);
  expect(other).toEqual(one);
});
