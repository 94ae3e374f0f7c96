/** What clears which loss of stock, at the border: accounts over all audits of stock, one line per finding. */
import { describe, expect, it } from "vitest";
import { disposedWithoutRequest } from "../../../src/audits/disposed-without-request.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { stockNotReceived } from "../../../src/audits/stock-not-received.ts";
import { transferLost } from "../../../src/audits/transfer-lost.ts";
import { warehouseDamaged } from "../../../src/audits/warehouse-damaged.ts";
import { warehouseLost } from "../../../src/audits/warehouse-lost.ts";
import { inputOf } from "./account-of-rows.ts";
import { adjusted, givenOf, inShort, paid, type Row, type Rows } from "./build.ts";

const AUDITS = [warehouseLost, warehouseDamaged, disposedWithoutRequest, transferLost, stockNotReceived];
const run = (rows: Rows) => runAudits(inputOf(givenOf({ removals: [], ...rows })), AUDITS);
const told = (rows: Rows) =>
  run(rows)
    .findings.map((finding) => `${finding.audit} ${inShort(finding)}`)
    .sort();

const lost = (date: string, more: Row = {}) => adjusted("M", date, -1, more);
const found = (date: string, more: Row = {}) => adjusted("F", date, 1, more);
const OWNERLESS = { msku: "Amazon.Found.B001", fnsku: "X0F" };

describe("lost stock", () => {
  it.each<[string, Rows, string[]]>([
    [
      "lost on the day of the audit waits",
      { ledger: [lost("2026-06-30")] },
      ["warehouse-lost wait 1 2026-06-30"],
    ],
    [
      "is not found by a change of condition",
      { ledger: [lost("2026-05-01"), adjusted("P", "2026-05-20", 1)] },
      ["warehouse-lost file 1 2026-05-01"],
    ],
    [
      "taken back under its own code is found",
      { ledger: [lost("2026-05-01"), adjusted("M", "2026-05-20", 1)] },
      [],
    ],
    [
      "found, and taken out only after the day of the audit, is found",
      { ledger: [lost("2026-05-01"), found("2026-06-20"), adjusted("O", "2026-07-01", -1)] },
      [],
    ],
    [
      "found, and taken out on the day of the audit, is not",
      { ledger: [lost("2026-05-01"), found("2026-06-20"), adjusted("O", "2026-06-30", -1)] },
      ["warehouse-lost file 1 2026-05-01"],
    ],
    [
      "loses only finds of the condition taken out",
      {
        ledger: [
          lost("2026-05-01"),
          lost("2026-05-02"),
          adjusted("F", "2026-05-20", 2),
          adjusted("O", "2026-05-25", -1),
          adjusted("O", "2026-05-26", -1, { disposition: "DEFECTIVE" }),
        ],
      },
      ["warehouse-lost file 1 2026-05-02"],
    ],
    [
      "found without an owner, and that taken out again, is not found",
      {
        ledger: [
          lost("2026-05-01"),
          found("2026-05-20", OWNERLESS),
          adjusted("O", "2026-05-25", -1, OWNERLESS),
        ],
      },
      ["warehouse-lost file 1 2026-05-01"],
    ],
    [
      "found without an owner stays found when the item's own units are taken out",
      { ledger: [lost("2026-05-01"), found("2026-05-20", OWNERLESS), adjusted("O", "2026-05-25", -1)] },
      [],
    ],
    [
      "and when another find without an owner is",
      {
        ledger: [
          lost("2026-05-01"),
          found("2026-05-20", OWNERLESS),
          adjusted("O", "2026-05-25", -1, { ...OWNERLESS, fnsku: "X0G" }),
        ],
      },
      [],
    ],
    [
      "found without an owner under its own barcode stays found when its own units are taken out",
      {
        ledger: [
          lost("2026-05-01", { fnsku: "B001" }),
          found("2026-05-20", { msku: "Amazon.Found.B001", fnsku: "B001" }),
          adjusted("O", "2026-05-25", -1, { fnsku: "B001" }),
        ],
      },
      [],
    ],
    [
      "found itself stays found when units without an owner are taken out",
      {
        ledger: [
          lost("2026-05-01", { fnsku: "B001" }),
          found("2026-05-20", { fnsku: "B001" }),
          adjusted("O", "2026-05-25", -1, { msku: "Amazon.Found.B001", fnsku: "B001" }),
        ],
      },
      [],
    ],
    [
      "takes a payment that names no FNSKU for its own MSKU, though another is older",
      {
        ledger: [lost("2026-05-01"), lost("2026-05-02", { msku: "CUP" })],
        paid: [paid("Lost_Warehouse", "2026-06-01", 1, { fnsku: "", sku: "CUP" })],
      },
      ["warehouse-lost file 1 2026-05-01"],
    ],
    [
      "takes no payment of another reason that names no FNSKU",
      { ledger: [lost("2026-05-01")], paid: [paid("Lost_Inbound", "2026-06-01", 1, { fnsku: "" })] },
      ["warehouse-lost file 1 2026-05-01"],
    ],
    [
      "takes no payment that names a shipment",
      {
        ledger: [lost("2026-05-01")],
        paid: [paid("Lost_Warehouse", "2026-06-01", 1, { amazonOrderId: "FBA15ABC" })],
      },
      ["warehouse-lost file 1 2026-05-01"],
    ],
    [
      "takes a payment of another reason that names no FNSKU, its own MSKU's alone",
      {
        ledger: [lost("2026-05-01"), lost("2026-05-02", { msku: "CUP", fnsku: "X002", asin: "B002" })],
        paid: [paid("GeneralAdjustment", "2026-06-01", 1, { fnsku: "", sku: "CUP" })],
      },
      ["warehouse-lost file 1 2026-05-01"],
    ],
    [
      "whose reports are known takes a payment first, though another is older",
      {
        ledger: [lost("2026-03-20"), lost("2026-05-01")],
        paid: [paid("Lost_Warehouse", "2026-06-01", 1)],
        given: { from: "2026-04-01" },
      },
      [],
    ],
    [
      "and a payment of another reason as well",
      {
        ledger: [lost("2026-03-20"), lost("2026-05-01")],
        paid: [paid("GeneralAdjustment", "2026-06-01", 1)],
        given: { from: "2026-04-01" },
      },
      [],
    ],
    [
      "whose reports are not known takes the payment of its loss",
      {
        ledger: [lost("2026-03-20"), adjusted("", "2026-03-30", -1, { eventType: "WhseTransfers" })],
        paid: [paid("Lost_Warehouse", "2026-06-15", 1)],
        given: { from: "2026-03-25" },
      },
      ["transfer-lost file 1 2026-03-30"],
    ],
    [
      "damaged by the carrier before is that damage",
      {
        ledger: [
          adjusted("6", "2026-03-01", -1, { disposition: "CARRIER_DAMAGED", unreconciled: 0 }),
          lost("2026-05-01", { disposition: "CARRIER_DAMAGED" }),
        ],
      },
      [],
    ],
    [
      "damaged by a customer before is noted, not matched with that damage",
      {
        ledger: [
          adjusted("H", "2026-03-01", -1, { disposition: "CUSTOMER_DAMAGED", unreconciled: 0 }),
          lost("2026-05-01", { disposition: "CUSTOMER_DAMAGED" }),
        ],
      },
      ["warehouse-lost info 1 2026-05-01"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
    expect(told({ ...rows, ledger: [...(rows.ledger ?? [])].reverse() })).toEqual(expected);
  });
});

describe("damaged stock", () => {
  const damaged = (more: Row = {}) => adjusted("E", "2026-05-10", -1, more);
  const out = (disposition: string, more: Row = {}) =>
    adjusted("Q", "2026-05-20", -1, { disposition, ...more });
  const back = (disposition: string, more: Row = {}) =>
    adjusted("P", "2026-05-20", 1, { disposition, ...more });
  const open = ["warehouse-damaged file 1 2026-05-10"];
  const returned = (detailedDisposition: string, returnDate = "2026-05-01"): Row => ({
    returnDate,
    orderId: "111-1234567-1234567",
    sku: "MUG",
    fnsku: "X001",
    asin: "B001",
    quantity: 1,
    fulfillmentCenterId: "ONT8",
    detailedDisposition,
    licensePlateNumber: "LPN1",
  });
  const byCarrier = adjusted("6", "2026-05-10", -1, { disposition: "CARRIER_DAMAGED" });

  it.each<[string, Rows, string[]]>([
    ["is corrected", { ledger: [damaged(), out("WAREHOUSE_DAMAGED"), back("SELLABLE")] }, []],
    [
      "is not corrected at another centre",
      { ledger: [damaged(), out("WAREHOUSE_DAMAGED"), back("SELLABLE", { fulfillmentCenter: "LAX9" })] },
      open,
    ],
    [
      "is not corrected when a defective unit is",
      { ledger: [damaged(), out("DEFECTIVE"), back("SELLABLE")] },
      open,
    ],
    [
      "is not corrected by becoming damaged otherwise",
      { ledger: [damaged(), out("WAREHOUSE_DAMAGED"), back("CUSTOMER_DAMAGED")] },
      open,
    ],
    [
      "is not corrected by a find of the day",
      { ledger: [damaged(), out("WAREHOUSE_DAMAGED"), found("2026-05-20")] },
      open,
    ],
    [
      "is corrected on the day it was booked as damaged",
      {
        ledger: [
          damaged({ date: "2026-05-20" }),
          back("WAREHOUSE_DAMAGED"),
          out("WAREHOUSE_DAMAGED"),
          back("SELLABLE"),
        ],
      },
      [],
    ],
    [
      "is corrected on a day when another unit turns out defective",
      {
        ledger: [damaged(), out("WAREHOUSE_DAMAGED"), back("SELLABLE"), out("SELLABLE"), back("DEFECTIVE")],
      },
      [],
    ],
    [
      "by others is noted",
      { ledger: [adjusted("H", "2026-05-10", -1, { disposition: "CUSTOMER_DAMAGED" })] },
      ["warehouse-damaged info 1 2026-05-10"],
    ],
    [
      "by others and paid is not",
      {
        ledger: [adjusted("H", "2026-05-10", -1, { disposition: "CUSTOMER_DAMAGED" })],
        paid: [paid("Damaged_Warehouse", "2026-06-01", 1)],
      },
      [],
    ],
    [
      "by others and paid for a loss is noted",
      {
        ledger: [adjusted("H", "2026-05-10", -1, { disposition: "CUSTOMER_DAMAGED" })],
        paid: [paid("Lost_Warehouse", "2026-06-01", 1)],
      },
      ["warehouse-damaged info 1 2026-05-10"],
    ],
    [
      "by others takes a payment after damage by Amazon",
      {
        ledger: [adjusted("H", "2026-05-05", -1, { disposition: "CUSTOMER_DAMAGED" }), damaged()],
        paid: [paid("Damaged_Warehouse", "2026-06-01", 1)],
      },
      ["warehouse-damaged info 1 2026-05-05"],
    ],
    [
      "by the carrier is that of a customer's damaged return",
      { ledger: [byCarrier], returns: [returned("DAMAGED")] },
      [],
    ],
    [
      "by the carrier is that of a return damaged by the carrier, 60 days before",
      { ledger: [byCarrier], returns: [returned("CARRIER_DAMAGED", "2026-03-11")] },
      [],
    ],
    [
      "by the carrier is not that of a return 61 days before",
      { ledger: [byCarrier], returns: [returned("CARRIER_DAMAGED", "2026-03-10")] },
      open,
    ],
    [
      "by the carrier is not that of a return its customer damaged",
      { ledger: [byCarrier], returns: [returned("CUSTOMER_DAMAGED")] },
      open,
    ],
    ["at Amazon is not that of a return", { ledger: [damaged()], returns: [returned("DAMAGED")] }, open],
  ])("%s", (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
    expect(told({ ...rows, ledger: [...(rows.ledger ?? [])].reverse() })).toEqual(expected);
  });

  it("says how many units returns keep while nobody can say whether those are owed", () => {
    const two = adjusted("6", "2026-05-10", -3, { disposition: "CARRIER_DAMAGED" });
    const returns = [returned("DAMAGED"), { ...returned("DAMAGED"), licensePlateNumber: "LPN2" }];
    const { cannotTell, findings } = run({ ledger: [two], returns });
    expect(cannotTell.map(({ reason }) => reason).join()).toMatch(/^2 damaged units not judged here/);
    expect(findings[0]?.why).toContain(
      "came back damaged from order 111-1234567-1234567 and belongs to that return",
    );
  });

  it("says what was corrected", () => {
    const two = adjusted("E", "2026-05-10", -2);
    const [finding] = run({ ledger: [two, out("WAREHOUSE_DAMAGED"), back("SELLABLE")] }).findings;
    expect(finding?.quantity).toBe(1);
    expect(finding?.why).toContain("inspected and put back as sellable");
  });
});
