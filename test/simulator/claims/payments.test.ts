/** From a filed claim to the money: proposed, confirmed or declined, and known to the next audit. */
import { beforeAll, describe, expect, it } from "vitest";
import type { ClaimDetail, FindingDetail } from "../../../intake/server.ts";
import { csv } from "../import/sheet.ts";
import { ANNA, AS_OF, BEN, Desk, operation, stepOf } from "./desk.ts";

const CASE = "12345678901";
const HEADER =
  "approval-date,reimbursement-id,case-id,amazon-order-id,reason,sku,fnsku,asin,product-name,condition,currency-unit,amount-per-unit,amount-total,quantity-reimbursed-cash,quantity-reimbursed-inventory,quantity-reimbursed-total,original-reimbursement-id,original-reimbursement-type".split(
    ",",
  );

let desk: Desk;
let finding: FindingDetail;
let claim: ClaimDetail;

/** A day after the claim was filed Amazon pays one row under its case. */
async function pay(id: string, units: number, perUnit: number): Promise<void> {
  const { fnsku, msku, asin } = finding.finding;
  const row = [
    "2026-07-20T20:00:00+00:00",
    id,
    CASE,
    "",
    "Lost_Warehouse",
    msku ?? "",
    fnsku ?? "",
    asin ?? "",
    "Item",
    "NewItem",
    finding.finding.currency ?? "USD",
    perUnit.toFixed(2),
    (perUnit * units).toFixed(2),
    String(units),
    "0",
    String(units),
    "",
    "",
  ];
  const bytes = new TextEncoder().encode(csv([HEADER, row]));
  await desk.import([{ name: `paid-${id}.csv`, bytes }]);
}

beforeAll(async () => {
  desk = await Desk.audited();
  const owed = (await desk.findings()).find(
    (one) => one.audit === "warehouse-lost" && one.state === "file" && (one.daysLeft ?? 0) > 5 && one.amount,
  );
  finding = await desk.as(ANNA).findingDetail({ id: owed?.id ?? "" });
  const started = await desk.started(finding);
  const filed = await desk.as(ANNA).claimStep(stepOf(started, { to: "filed", caseId: CASE }));
  expect(filed.refused).toBeNull();
  claim = filed.fresh;
}, 180_000);

describe("a payment", () => {
  it("is proposed, never booked by itself, and confirmed by one click", async () => {
    const units = finding.finding.quantity ?? 1;
    const perUnit = Number(finding.finding.amount) / units;
    await pay("9000000001", units, perUnit);
    await desk.as(BEN).auditSummary({ asOf: AS_OF, marketplace: "US" });
    expect((await desk.as(BEN).claimDetail({ id: claim.claim.id })).claim.state).toBe("filed");

    const { proposals, notes } = await desk.as(BEN).paymentProposals({});
    expect(notes).toEqual([]);
    const proposal = proposals.find(({ claimId }) => claimId === claim.claim.id);
    expect(proposal).toMatchObject({
      kind: "paid in full",
      reimbursementId: "9000000001",
      version: claim.version,
      units,
    });
    const request = {
      claimId: claim.claim.id,
      proposal: proposal?.id ?? "",
      version: proposal?.version ?? "",
      reason: "",
    };
    const declined = await desk
      .as(BEN)
      .paymentConfirm({ ...request, operation: operation(), verdict: "decline" });
    expect(declined.refused).toBeNull();
    expect(declined.fresh).toMatchObject({ claim: { state: "filed", paid: null }, proposals: [] });
    const [entry] = declined.fresh.log;
    const back = await desk.as(BEN).claimUndo({
      id: claim.claim.id,
      operation: operation(),
      version: declined.fresh.version,
      sequence: entry?.sequence ?? 0,
      note: "it was ours",
    });
    expect(back.fresh.proposals).toHaveLength(1);

    const stale = await desk
      .as(ANNA)
      .paymentConfirm({ ...request, operation: operation(), verdict: "confirm" });
    expect(stale.refused).toContain("changed this");
    const confirm = {
      ...request,
      version: back.fresh.version,
      operation: operation(),
      verdict: "confirm" as const,
    };
    const confirmed = await desk.as(ANNA).paymentConfirm(confirm);
    expect(confirmed.refused).toBeNull();
    expect(confirmed.fresh).toMatchObject({ claim: { state: "paid" }, proposals: [] });
    expect(await desk.as(ANNA).paymentConfirm(confirm)).toEqual(confirmed);
    expect(desk.rows("Claims")[0]).toMatchObject({ State: "paid", "Paid units": units });
    expect((await desk.as(BEN).paymentProposals({})).proposals.map(({ claimId }) => claimId)).not.toContain(
      claim.claim.id,
    );
  }, 120_000);

  it("clears its finding in the next audit", async () => {
    await desk.as(ANNA).auditSummary({ asOf: AS_OF, marketplace: "US" });
    const found = (await desk.findings()).find(({ id }) => id === finding.finding.id);
    expect(found?.status ?? "gone").not.toBe("new");
    expect(found?.state).not.toBe("file");
    const detail = await desk.as(BEN).claimDetail({ id: claim.claim.id });
    expect(detail.facts[0]?.value).toBe(finding.finding.what);
  }, 60_000);
});
