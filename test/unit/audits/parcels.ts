/** Removal orders, their parcels and the seller's counts, as the tests of removals write them. */

import type { Audit } from "../../../src/audits/audit.ts";
import type { AuditResult } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { type Given, inputOf } from "./account-of-rows.ts";
import type { Row } from "./build.ts";

/** Five mugs of removal order RO1 that left on 1 May 2026 in parcel 1Z1. */
export function parcel(more: Row = {}): Row {
  return {
    requestDate: "2026-04-25",
    orderId: "RO1",
    shipmentDate: "2026-05-01",
    sku: "MUG",
    fnsku: "X001",
    disposition: "Sellable",
    shippedQuantity: 5,
    carrier: "UPS",
    trackingNumber: "1Z1",
    removalOrderType: "Return",
    ...more,
  };
}

/** What the seller counted of that parcel. */
export function counted(unitsReceived: number | null, more: Row = {}): Row {
  return { removalOrderId: "RO1", trackingNumber: "1Z1", fnsku: "X001", unitsReceived, ...more };
}

/** The removal order, asked for on 1 May 2026 and done, for 4.20 USD in all. */
export function order(more: Row = {}): Row {
  return {
    requestDate: "2026-05-01",
    orderId: "RO1",
    orderType: "Return",
    orderStatus: "Completed",
    lastUpdatedDate: "2026-05-09",
    sku: "MUG",
    fnsku: "X001",
    disposition: "Sellable",
    requestedQuantity: 5,
    cancelledQuantity: 0,
    disposedQuantity: null,
    shippedQuantity: 5,
    inProcessQuantity: 0,
    removalFee: 4.2,
    currency: "USD",
    ...more,
  };
}

export interface Removals {
  readonly parcels?: readonly Row[];
  readonly counts?: readonly Row[];
  readonly orders?: readonly Row[];
  readonly paid?: readonly Row[];
  readonly costs?: readonly Row[];
  readonly settlement?: readonly Row[];
  readonly given?: Partial<Given>;
}

export function auditedRemovals(audit: Audit, rows: Removals): AuditResult {
  const given: Given = {
    asOf: "2026-06-30",
    reports: {
      "removal-shipments": rows.parcels ?? [],
      "removal-receipts": rows.counts ?? [],
      "removal-orders": rows.orders ?? [],
      reimbursements: rows.paid ?? [],
      ...(rows.costs ? { costs: rows.costs } : {}),
      ...(rows.settlement ? { settlement: rows.settlement } : {}),
    },
    ...rows.given,
  };
  return runAudits(inputOf(given), [audit]);
}
