/** What a claim was paid clears its finding, whatever the audit, and no other finding. */
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../../samples/generate.ts";
import { accountOf } from "../../../src/audits/account/account.ts";
import { paymentsOf, reimbursementKey } from "../../../src/audits/account/payments.ts";
import type { AuditInput, ClaimRecord } from "../../../src/audits/audit.ts";
import type { Finding } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import type { Cell } from "../../../src/reports/definition.ts";
import { momentOf } from "../../../src/values/day.ts";
import { amountOf } from "../../../src/values/money.ts";
import { inputOfSample } from "../samples/audited.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, COST, givenOf, inShort, paid } from "./build.ts";

const CASE = "C77777";
const ID = "99999999999";

let account: AuditInput;
let before: readonly Finding[];

beforeAll(async () => {
  account = await inputOfSample(
    generate({ seed: 7, asOf: "2026-11-20", factor: 0.1, marketplaces: ["US", "DE"] }),
  );
  before = runAudits(account).findings;
}, 60_000);

/** A row of the reimbursements that pays `part` of what the finding is about, on the day of the audit. */
function payment(of: Finding, caseId: string, part = 1): Readonly<Record<string, Cell>> {
  const units = Math.round((of.quantity ?? 1) * part);
  return {
    approvalDate: momentOf(account.asOf, 43_200),
    reimbursementId: ID,
    caseId,
    amazonOrderId: of.family === "return" ? of.orderId : "",
    reason: "GeneralAdjustment",
    sku: of.msku,
    fnsku: of.fnsku,
    asin: of.asin,
    currencyUnit: of.amount?.currency ?? "USD",
    amountTotal: of.amount ? amountOf(of.amount) * part : null,
    quantityReimbursedCash: units,
    quantityReimbursedInventory: 0,
    quantityReimbursedTotal: units,
  };
}

function withRow(row: Readonly<Record<string, Cell>>): AuditInput {
  const tables = account.tables.map((table) =>
    table.report !== "reimbursements"
      ? table
      : {
          ...table,
          length: table.length + 1,
          lines: [...table.lines, table.length + 2],
          importedFor: [...table.importedFor, "US"],
          columns: Object.fromEntries(
            Object.entries(table.columns).map(([field, cells]) => [field, [...cells, row[field] ?? null]]),
          ),
        },
  );
  return { ...account, tables };
}

function claimOf(of: Finding, reimbursements: readonly string[] = []): ClaimRecord {
  return {
    findingId: of.id,
    caseId: CASE,
    state: "paid",
    approvedUnits: null,
    approvedAmount: null,
    reimbursements,
  };
}

/** The ids of owed findings that changed or went, and how they stand now. */
function changed(input: AuditInput): string[] {
  const now = new Map(runAudits(input).findings.map((finding) => [finding.id, inShort(finding)]));
  return before
    .filter(({ state }) => state === "file")
    .filter((finding) => now.get(finding.id) !== inShort(finding))
    .map(({ id }) => `${id} ${now.get(id) ?? "gone"}`);
}

const audits = () => [...new Set(before.filter(({ state }) => state === "file").map(({ audit }) => audit))];
const owedBy = (audit: string) =>
  before.find((finding) => finding.audit === audit && finding.state === "file") as Finding;

describe("a payment of a claim clears its finding and no other", () => {
  it("under the claim's case, for every audit", () => {
    expect(audits().length).toBeGreaterThan(15);
    for (const audit of audits()) {
      const of = owedBy(audit);
      const input = { ...withRow(payment(of, CASE)), claims: [claimOf(of)] };
      expect(changed(input), audit).toEqual([`${of.id} gone`]);
    }
  }, 60_000);

  it("confirmed by somebody, whatever case it names", () => {
    for (const audit of ["fulfilment-fee-high", "not-settled", "reversed-without-return"]) {
      const of = owedBy(audit);
      const input = withRow(payment(of, "OTHER1"));
      const row = paymentsOf(accountOf(input)).paid.find(({ reimbursementId }) => reimbursementId === ID);
      const claims = [claimOf(of, row ? [reimbursementKey(row)] : [])];
      expect(changed({ ...input, claims }), audit).toEqual([`${of.id} gone`]);
    }
  }, 60_000);

  it("leaves what was not paid", () => {
    const fee = owedBy("carrier-label-unused");
    const [now] = runAudits({ ...withRow(payment(fee, CASE, 0.25)), claims: [claimOf(fee)] }).findings.filter(
      ({ id }) => id === fee.id,
    );
    const whole = fee.amount?.minor ?? 0;
    expect(now?.amount?.minor).toBe(whole - Math.round(whole / 4));
    expect(now?.basis).toMatch(/paid for its claim since\.$/);
  }, 60_000);

  it("does not take the payment a claim complains of for its answer", () => {
    const unsettled = owedBy("not-settled");
    const payments = paymentsOf(accountOf(account)).paid;
    const itself = payments.find(({ reimbursementId }) => reimbursementId === unsettled.referenceId);
    const about = {
      fnsku: unsettled.fnsku ?? "",
      msku: unsettled.msku ?? "",
      orderId: "",
      referenceId: unsettled.referenceId ?? "",
      eventDate: unsettled.eventDate,
    };
    const tables = account.tables.map((table) =>
      table.report === "reimbursements"
        ? {
            ...table,
            columns: {
              ...table.columns,
              caseId: table.lines.map((line, i) =>
                line === itself?.line ? CASE : (table.columns["caseId"]?.[i] ?? null),
              ),
            },
          }
        : table,
    );
    expect(itself).toBeDefined();
    const claims = [{ ...claimOf(unsettled), about }];
    expect(changed({ ...account, tables, claims })).toEqual([]);
  }, 60_000);
});

describe("one case with two items", () => {
  it("clears the item a payment names", () => {
    const other = { fnsku: "X009OTHER1", msku: "OTHER", asin: "B00OTHER01" };
    const given = givenOf({
      ledger: [adjusted("M", "2026-05-05", -2), adjusted("M", "2026-05-06", -2, other)],
      costs: [COST],
    });
    const both = runAudits(inputOf(given), [warehouseLost]).findings;
    const claims = both.map(
      (of): ClaimRecord => ({
        ...claimOf(of),
        state: "filed",
        about: {
          fnsku: of.fnsku ?? "",
          msku: of.msku ?? "",
          orderId: "",
          referenceId: "",
          eventDate: of.eventDate,
        },
      }),
    );
    const reports = {
      ...given.reports,
      reimbursements: [
        paid("GeneralAdjustment", "2026-06-01", 2, {
          ...{ fnsku: other.fnsku, sku: other.msku, asin: other.asin },
          caseId: CASE,
        }),
      ],
    };
    const left = runAudits(inputOf({ ...given, reports, claims }), [warehouseLost]).findings;
    expect(both).toHaveLength(2);
    expect(left.map(({ fnsku }) => fnsku)).toEqual([both.find(({ fnsku }) => fnsku !== other.fnsku)?.fnsku]);
  });
});
