/** Every definition is whole: what one misses would show only when a file of that report comes. */
import { describe, expect, test } from "vitest";
import { ledgerDetail, REPORTS, receivedInventory, transactions } from "../../../src/reports/index.ts";
import { closestReport, fieldOfHeader, isPersonal, recogniseHeader } from "../../../src/reports/recognise.ts";
import { VARIANTS } from "../../../src/reports/variants/index.ts";

describe("the list of reports", () => {
  test("ids and tab names are unique, and the names fit a tab and an Excel sheet", () => {
    expect(new Set(REPORTS.map((report) => report.id)).size).toBe(REPORTS.length);
    expect(new Set(REPORTS.map((report) => report.title.toLowerCase())).size).toBe(REPORTS.length);
    for (const { title } of REPORTS) expect(title).toMatch(/^[^[\]:*?/\\']{1,31}$/);
  });

  test("every report of Amazon's has its column sets, and no column set is without a report", () => {
    const amazons = REPORTS.filter((report) => report.from === "amazon").map((report) => report.id);
    expect(Object.keys(VARIANTS).sort()).toEqual([...amazons].sort());
  });
});

describe.each(REPORTS.map((report) => [report.id, report] as const))("%s", (_, report) => {
  const fields = Object.keys(report.columns);

  test("names only columns it has", () => {
    const { merging, coverageDay, coveragePeriod } = report;
    const named = [
      ...merging.identity,
      ...(merging.identityWhenFilled ?? []),
      ...(merging.preferLarger ? [merging.preferLarger] : []),
      ...(merging.preferSaying ? [merging.preferSaying.field] : []),
      ...(merging.newest === "file" || merging.newest === "modified" ? [] : [merging.newest]),
      ...(report.required ?? []),
      ...(coverageDay ? [coverageDay] : []),
      ...(coveragePeriod ? [coveragePeriod.first, coveragePeriod.last] : []),
    ];
    expect(named.filter((field) => !fields.includes(field))).toEqual([]);
    for (const group of report.fingerprint.allOf) {
      for (const name of group) expect([name, fieldOfHeader(report, name)]).not.toEqual([name, null]);
    }
  });

  test("gives no header to two columns, nor to a column and to the buyers' data", () => {
    for (const [field, column] of Object.entries(report.columns)) {
      for (const name of [column.header, ...column.aliases]) {
        expect([name, fieldOfHeader(report, name)]).toEqual([name, field]);
        expect([name, isPersonal(report, name)]).toEqual([name, false]);
      }
    }
  });

  test("is recognised by its own column names in any order, case and separators", () => {
    const headers = Object.values(report.columns).map((column) => column.header);
    const current =
      report.id === "transaction-view" ? headers : (VARIANTS[report.id]?.[0]?.header.split("\t") ?? headers);
    const shuffled = [...current].reverse().map((name) => ` ${name.toUpperCase().replace(/-/g, "_")} `);
    expect(recogniseHeader(shuffled)?.id).toBe(report.id);
  });

  const seen = VARIANTS[report.id] ?? [];
  test.runIf(seen.length > 0).each(seen.map((variant) => [variant.name, variant.header] as const))(
    "column set %s",
    (_name, header) => {
      const headers = header.split("\t");
      expect(recogniseHeader(headers)?.id).toBe(report.id);
      if (report.refusal) return;
      expect(
        headers.filter((name) => fieldOfHeader(report, name) === null && !isPersonal(report, name)),
      ).toEqual([]);
      const named = headers.map((name) => fieldOfHeader(report, name)).filter((field) => field !== null);
      expect(new Set(named).size).toBe(named.length);
    },
  );
});

describe("headers that are no report", () => {
  test("nothing known", () => {
    expect(recogniseHeader(["name", "phone", "notes"])).toBeNull();
    expect(closestReport(["name", "phone", "notes"])).toBeNull();
  });

  test("a report without one of its columns is told apart", () => {
    const cut = "date/time,type,order id,sku,description,quantity,marketplace,total".split(",");
    expect(recogniseHeader(cut)).toBeNull();
    expect(closestReport(cut)).toEqual({ definition: transactions, missing: ["settlement id"] });
  });

  test("British spelling names the same columns", () => {
    expect(fieldOfHeader(receivedInventory, "fulfilment-centre-id")).toBe("fulfillmentCenterId");
    expect(fieldOfHeader(ledgerDetail, "Fulfilment Centre")).toBe("fulfillmentCenter");
  });

  test("buyers' data is known in columns no report has", () => {
    expect(isPersonal(transactions, "Buyer E-mail")).toBe(true);
    expect(isPersonal(transactions, "recipient-name")).toBe(true);
    expect(isPersonal(transactions, "ship_city")).toBe(true);
    expect(isPersonal(transactions, "tracking note")).toBe(false);
  });
});
