import { describe, expect, it } from "vitest";
import { removalShort } from "../../../src/audits/removal-short.ts";
import { COST, paid, type Row, told } from "./build.ts";
import { auditedRemovals, counted, parcel, type Removals } from "./parcels.ts";

const came = (units: number, more: Row = {}) => counted(units, { receivedDate: "2026-05-10", ...more });
const lost = (units: number, more: Row = {}) =>
  paid("Removal_Order_Lost", "2026-06-01", units, { amazonOrderId: "RO1", ...more });

const valid: [string, Removals][] = [
  ["all came", { parcels: [parcel()], counts: [came(5)] }],
  ["all came, some damaged", { parcels: [parcel()], counts: [came(3), came(2, { condition: "damaged" })] }],
  ["nothing came: a lost parcel", { parcels: [parcel()], counts: [came(0)] }],
  ["nobody counted", { parcels: [parcel()] }],
  ["the missing units were paid", { parcels: [parcel()], counts: [came(3)], paid: [lost(2)] }],
  [
    "paid without naming the order",
    { parcels: [parcel()], counts: [came(3)], paid: [lost(2, { amazonOrderId: "" })] },
  ],
  [
    "the tracking number typed in groups, in small letters",
    { parcels: [parcel({ trackingNumber: "1ZA9" })], counts: [came(5, { trackingNumber: "1z a-9" })] },
  ],
  [
    "received after the as-of day",
    { parcels: [parcel()], counts: [came(3, { receivedDate: "2026-07-01" })] },
  ],
  [
    "counts of two parcels of one tracking number, another order",
    { parcels: [parcel()], counts: [came(1, { removalOrderId: "RO2" })] },
  ],
];

const invalid: [string, Removals, string[]][] = [
  ["two missing", { parcels: [parcel()], counts: [came(3)], costs: [COST] }, ["file 2 2026-05-10 8.40 USD"]],
  ["one of two paid", { parcels: [parcel()], counts: [came(3)], paid: [lost(1)] }, ["file 1 2026-05-10"]],
  [
    "two counts of one parcel add up, from the first day on",
    { parcels: [parcel()], counts: [came(3), came(1, { condition: "damaged", receivedDate: "2026-05-12" })] },
    ["file 1 2026-05-10"],
  ],
  [
    "received on the as-of day",
    { parcels: [parcel()], counts: [came(3, { receivedDate: "2026-06-30" })] },
    ["file 2 2026-06-30"],
  ],
  [
    "another tracking number is another parcel",
    {
      parcels: [parcel({ trackingNumber: "1ZA9" })],
      counts: [came(3, { trackingNumber: "1za 9" }), came(2, { trackingNumber: "1ZA8" })],
    },
    ["file 2 2026-05-10"],
  ],
  [
    "the last day",
    { parcels: [parcel()], counts: [came(3, { receivedDate: "2026-05-01" })] },
    ["file 2 2026-05-01"],
  ],
  [
    "too late",
    { parcels: [parcel({ shipmentDate: "2026-04-20" })], counts: [came(3, { receivedDate: "2026-04-30" })] },
    ["expired 2 2026-04-30"],
  ],
  ["no day noted", { parcels: [parcel()], counts: [counted(3)] }, ["file 2 2026-05-15"]],
  [
    "a day is still to come",
    { parcels: [parcel({ shipmentDate: "2026-06-20" })], counts: [counted(3)] },
    ["wait 2 2026-07-04"],
  ],
  [
    "a count without an item, of a parcel of one item",
    { parcels: [parcel()], counts: [came(3, { fnsku: "" })] },
    ["file 2 2026-05-10"],
  ],
  [
    "each parcel by itself",
    {
      parcels: [parcel(), parcel({ trackingNumber: "1Z2" })],
      counts: [came(7), came(3, { trackingNumber: "1Z2" })],
    },
    ["file 2 2026-05-10"],
  ],
];

describe("removal-short", () => {
  it.each(valid)("says nothing: %s", (_, rows) => {
    expect(auditedRemovals(removalShort, rows)).toMatchObject({ findings: [], cannotTell: [] });
  });

  it.each(invalid)("tells: %s", (_, rows, expected) => {
    const result = auditedRemovals(removalShort, rows);
    expect(told(result)).toEqual(expected);
    expect(result.cannotTell).toEqual([]);
  });

  it("says that the day of arrival is assumed, and marks it as an estimate", () => {
    const [noted, assumed] = [came(3), counted(3)].map(
      (count) => auditedRemovals(removalShort, { parcels: [parcel()], counts: [count] }).findings[0],
    );
    expect(noted?.estimated).toBe(false);
    expect(noted?.why).toContain("It came on 2026-05-10");
    expect(assumed?.estimated).toBe(true);
    expect(assumed?.why).toContain("14 days on the way are assumed");
  });

  it("makes no claim when the reimbursements of the time are not known", () => {
    const given = { periods: { reimbursements: { from: "2026-05-20", to: "2026-06-30" } } };
    const result = auditedRemovals(removalShort, { parcels: [parcel()], counts: [came(3)], given });
    expect(result.findings).toEqual([]);
    expect(result.cannotTell).toMatchObject([{ needs: [{ report: "reimbursements" }] }]);
  });
});
