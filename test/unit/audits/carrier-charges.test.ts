/** What the payments files charge for carriage, per shipment: which rows, which sign, which day, and what credits them. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { carrierChargesOf } from "../../../src/audits/account/carrier-charges.ts";
import { formatDay } from "../../../src/values/day.ts";
import { inputOf } from "./account-of-rows.ts";
import type { Row } from "./build.ts";

const ID = "FBA15AAA";
const OTHER = "FBA15BBB";
const total = (settlementId = "S1", currency = "USD"): Row => ({ settlementId, totalAmount: -20, currency });
/** A row of settlement V2: `2026-03-02 -20`. */
const v2 = (text: string, more: Row = {}): Row => ({
  settlementId: "S1",
  transactionType: "other-transaction",
  orderId: ID,
  amountDescription: "FBAInboundTransportationFee",
  postedDate: text.slice(0, 10),
  amount: Number(text.slice(11)),
  ...more,
});
const v1 = (text: string, more: Row = {}): Row => ({
  settlementId: "S1",
  transactionType: "Inbound Transportation Fee",
  orderId: ID,
  postedDate: text.slice(0, 10),
  otherAmount: Number(text.slice(11)),
  ...more,
});
const csv = (text: string, more: Row = {}): Row => ({
  settlementId: "S1",
  type: "Service Fee",
  description: "FBA Amazon-Partnered Carrier Shipment Fee",
  orderId: ID,
  dateTime: `${text.slice(0, 10)} 10:00:00`,
  currency: "USD",
  total: Number(text.slice(11)),
  ...more,
});

function charges(reports: Readonly<Record<string, readonly Row[]>>) {
  const { ofShipments, unnamed } = carrierChargesOf(accountOf(inputOf({ asOf: "2026-06-30", reports })));
  const lines = ofShipments.map(
    ({ shipmentId, day, net, credited, currency }) =>
      `${shipmentId} ${formatDay(day)} ${net} ${currency}${credited === 0 ? "" : ` credited ${credited}`}`,
  );
  return unnamed === 0 ? lines : [...lines, `${unnamed} unnamed`];
}
const settled = (...rows: Row[]) => charges({ settlement: [total(), ...rows] });
const OWED = [`${ID} 2026-03-02 2000 USD`];

describe("a settlement charges", () => {
  it.each<[string, Row[], string[]]>([
    ["a fee", [v2("2026-03-02 -20")], OWED],
    [
      "a fee named by its type",
      [v2("2026-03-02 -20", { amountDescription: "", transactionType: "Amazon-Partnered Carrier" })],
      OWED,
    ],
    [
      "an inbound transportation charge",
      [v2("2026-03-02 -20", { amountDescription: "Inbound Transportation Charge" })],
      OWED,
    ],
    ["no other fee", [v2("2026-03-02 -20", { amountDescription: "FBAInboundConvenienceFee" })], []],
    ["nothing by its total row", [v2("2026-03-02 -20", { totalAmount: -20, transactionType: "" })], []],
    ["the sum of a shipment, since the first day", [v2("2026-03-04 -8"), v2("2026-03-02 -12")], OWED],
    [
      "less what was credited",
      [v2("2026-03-02 -25"), v2("2026-04-02 5")],
      [`${ID} 2026-03-02 2000 USD credited 500`],
    ],
    [
      "less what was credited after the day of the audit",
      [v2("2026-03-02 -25"), v2("2026-07-02 5")],
      [`${ID} 2026-03-02 2000 USD credited 500`],
    ],
    ["nothing that was credited", [v2("2026-03-02 -20"), v2("2026-04-02 20")], []],
    ["nothing that was credited more than charged", [v2("2026-03-02 -20"), v2("2026-04-02 21")], []],
    ["on the day of the audit", [v2("2026-06-30 -20")], [`${ID} 2026-06-30 2000 USD`]],
    ["not after it", [v2("2026-07-01 -20")], []],
    ["nothing by a credit alone", [v2("2026-03-02 20")], []],
    [
      "by the day of the time where no day is printed",
      [v2("2026-03-02 -20", { postedDate: null, postedDateTime: "2026-03-03 23:00:00" })],
      [`${ID} 2026-03-03 2000 USD`],
    ],
    ["nothing without a day", [v2("2026-03-02 -20", { postedDate: null })], []],
    [
      "by the shipment id, where the order id names none",
      [v2("2026-03-02 -20", { orderId: "111-1234567-1234567", shipmentId: ` ${ID.toLowerCase()} ` })],
      OWED,
    ],
    [
      "each shipment apart, by day, then by name",
      [
        v2("2026-03-03 -1"),
        v2("2026-03-02 -2", { orderId: "FBA1C" }),
        v2("2026-03-02 -3", { orderId: OTHER }),
      ],
      [`${OTHER} 2026-03-02 300 USD`, "FBA1C 2026-03-02 200 USD", `${ID} 2026-03-03 100 USD`],
    ],
    [
      "each currency apart",
      [v2("2026-03-02 -20"), total("S2", "CAD"), v2("2026-03-04 -9", { settlementId: "S2" })],
      [...OWED, `${ID} 2026-03-04 900 CAD`],
    ],
    [
      "what names no shipment, counted apart",
      [
        v2("2026-03-02 -20", { orderId: "" }),
        v2("2026-03-03 -1", { orderId: "FBAInboundTransportationFee" }),
        v2("2026-03-04 -1", { orderId: "XFBA15AAA" }),
        v2("2026-03-05 -1", { orderId: "FBA15-AAA" }),
      ],
      ["4 unnamed"],
    ],
    ["nothing of no money", [v2("2026-03-02 0", { orderId: "" }), v2("2026-03-02 0")], []],
  ])("%s", (_, rows, expected) => {
    expect(settled(...rows)).toEqual(expected);
    expect(settled(...[...rows].reverse())).toEqual(expected);
  });
});

describe("a credit that names no shipment", () => {
  const credit = (amount: number, more: Row = {}) => v2(`2026-04-02 ${amount}`, { orderId: "", ...more });
  it.each<[string, Row[], string[]]>([
    ["pays the charge of its amount", [v2("2026-03-02 -20"), credit(20)], []],
    ["pays no other", [v2("2026-03-02 -20"), credit(19)], OWED],
    [
      "pays one of two",
      [v2("2026-03-02 -20"), v2("2026-03-03 -20", { orderId: OTHER }), credit(20)],
      [`${OTHER} 2026-03-03 2000 USD`],
    ],
    [
      "pays the one of its amount, though another is older",
      [v2("2026-03-02 -20"), v2("2026-03-03 -7", { orderId: OTHER }), credit(7)],
      OWED,
    ],
    [
      "two pay two",
      [v2("2026-03-02 -20"), v2("2026-03-03 -7", { orderId: OTHER }), credit(3), credit(7), credit(20)],
      [],
    ],
    [
      "pays what is left after a credit that names it",
      [v2("2026-03-02 -20"), v2("2026-03-03 5"), credit(15)],
      [],
    ],
    [
      "pays nothing in another currency",
      [v2("2026-03-02 -20"), total("S2", "CAD"), credit(20, { settlementId: "S2" })],
      OWED,
    ],
    [
      "and is no charge without a name",
      [v2("2026-03-02 -20"), credit(20), v2("2026-03-05 -7", { orderId: "" })],
      ["1 unnamed"],
    ],
    [
      "a charge without a name pays nothing",
      [v2("2026-03-02 -20"), v2("2026-03-05 -20", { orderId: "" })],
      [...OWED, "1 unnamed"],
    ],
  ])("%s", (_, rows, expected) => {
    expect(settled(...rows)).toEqual(expected);
  });
});

describe("settlement V1 charges", () => {
  const first = (...rows: Row[]) => charges({ "settlement-v1": [total(), ...rows] });
  it.each<[string, Row[], string[]]>([
    ["a fee", [v1("2026-03-02 -20")], OWED],
    ["by all its columns together", [v1("2026-03-02 -12", { otherFeeAmount: -5, miscFeeAmount: -3 })], OWED],
    [
      "by the reason of another fee",
      [
        v1("2026-03-02 0", {
          transactionType: "Other",
          otherAmount: null,
          otherFeeAmount: -20,
          otherFeeReasonDescription: "Inbound Transportation Fee",
        }),
      ],
      OWED,
    ],
    ["no other fee", [v1("2026-03-02 -20", { transactionType: "Subscription" })], []],
    ["nothing by its total row", [v1("2026-03-02 -20", { totalAmount: -20 })], []],
    ["nothing without a day", [v1("2026-03-02 -20", { postedDate: null })], []],
  ])("%s", (_, rows, expected) => {
    expect(first(...rows)).toEqual(expected);
  });
});

describe("the payments CSV charges", () => {
  const first = (...rows: Row[]) => charges({ transactions: rows });
  it.each<[string, Row[], string[]]>([
    ["a fee", [csv("2026-03-02 -20")], OWED],
    ["no other fee", [csv("2026-03-02 -20", { description: "FBA storage fee" })], []],
    [
      "the shipment its description names",
      [csv("2026-03-02 -20", { orderId: "", description: `Amazon-Partnered Carrier (FBA): ${ID}, UPS` })],
      OWED,
    ],
    ["nothing without a day", [csv("2026-03-02 -20", { dateTime: null })], []],
    ["money that is not settled yet", [csv("2026-03-02 -20", { settlementId: "" })], OWED],
    [
      "that money once, when it is settled since",
      [csv("2026-03-02 -20", { settlementId: "" }), csv("2026-03-05 -20")],
      [`${ID} 2026-03-05 2000 USD`],
    ],
    ["all that is settled", [csv("2026-03-02 -5"), csv("2026-03-05 -15")], OWED],
  ])("%s", (_, rows, expected) => {
    expect(first(...rows)).toEqual(expected);
  });

  it("not again what a settlement charges, and once what it shows before the settlement", () => {
    expect(
      charges({ settlement: [total(), v2("2026-03-02 -20")], transactions: [csv("2026-03-02 -20")] }),
    ).toEqual(OWED);
    expect(
      charges({
        settlement: [total(), v2("2026-03-02 -20")],
        transactions: [csv("2026-03-01 -20", { settlementId: "" })],
      }),
    ).toEqual(OWED);
    expect(
      charges({
        "settlement-v1": [total(), v1("2026-03-02 -20")],
        transactions: [csv("2026-03-01 -20", { settlementId: "" })],
      }),
    ).toEqual(OWED);
  });
});

it("the rows charged are named with their file", () => {
  const evidence = (reports: Readonly<Record<string, readonly Row[]>>) =>
    carrierChargesOf(accountOf(inputOf({ asOf: "2026-06-30", reports }))).ofShipments[0]?.evidence;
  const rows = [total(), v2("2026-03-02 -20", { line: 7 }), v2("2026-03-03 5", { line: 9 })];
  expect(evidence({ settlement: rows })).toEqual([
    { report: "settlement", line: 7 },
    { report: "settlement", line: 9 },
  ]);
  expect(evidence({ transactions: [csv("2026-03-02 -20", { line: 7 })] })).toEqual([
    { report: "transactions", line: 7 },
  ]);
});
