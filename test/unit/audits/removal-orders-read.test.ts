/** How removal orders are read: which state of each item counts, and what it says. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { removalOrdersOf } from "../../../src/audits/account/removal-orders.ts";
import { inputOf } from "./account-of-rows.ts";
import type { Row } from "./build.ts";
import { order } from "./parcels.ts";

describe("a removal order", () => {
  const orders = (rows: readonly Row[], marketplace = "US") =>
    accountOf(inputOf({ asOf: "2026-06-30", marketplace, reports: { "removal-orders": rows } })).derive(
      removalOrdersOf,
    );
  /** The state that counts, by the units gone. */
  const gone = (...rows: Row[]) =>
    [orders(rows), orders([...rows].reverse())].map((all) => all.map(({ left }) => left).join(" "));
  const state = (lastUpdatedDate: string | null, shippedQuantity: number, more: Row = {}) =>
    order({ lastUpdatedDate, shippedQuantity, ...more });

  it.each<[string, Row[], string]>([
    ["counts in its newest state", [state("2026-05-09", 5), state("2026-05-03", 2)], "5"],
    [
      "counts in its newest state, though less was gone",
      [state("2026-05-09", 2), state("2026-05-03", 5)],
      "2",
    ],
    ["of one moment counts in the state further on", [state("2026-05-09", 2), state("2026-05-09", 5)], "5"],
    ["was updated at some time rather than at none", [state("2026-05-09", 2), state(null, 5)], "2"],
    [
      "counts per item",
      [state("2026-05-09", 5), state("2026-05-09", 2, { sku: "CUP", fnsku: "X002" })],
      "5 2",
    ],
    [
      "counts per condition",
      [state("2026-05-09", 5), state("2026-05-09", 2, { disposition: "Unsellable" })],
      "5 2",
    ],
    ["counts per region", [state("2026-05-09", 5), state("2026-05-09", 2, { currency: "GBP" })], "2 5"],
    [
      "is one in whatever words of its condition",
      [state("2026-05-09", 5), state("2026-05-03", 2, { disposition: "SELLABLE" })],
      "5",
    ],
    ["is nothing without the day it was asked for", [order({ requestDate: null })], ""],
    [
      "counts what was disposed of and what was shipped",
      [order({ disposedQuantity: 3, shippedQuantity: 2 })],
      "5",
    ],
    ["counts nothing below zero", [order({ disposedQuantity: -3, shippedQuantity: 2 })], "2"],
  ])("%s", (_, rows, expected) => {
    expect(gone(...rows).map((all) => all.split(" ").sort().join(" "))).toEqual(
      [expected, expected].map((all) => all.split(" ").sort().join(" ")),
    );
  });

  it("of two states alike counts by its first line", () => {
    const lines = (...rows: Row[]) => orders(rows).map(({ line }) => line);
    expect(lines(order({ line: 4 }), order({ line: 9 }))).toEqual([4]);
    expect(lines(order({ line: 9 }), order({ line: 4 }))).toEqual([4]);
  });

  it("stands by the day it was asked for, then by its names", () => {
    const rows = [
      order({ orderId: "RO3" }),
      order({ orderId: "RO2" }),
      order({ orderId: "RO9", requestDate: "2026-04-30" }),
    ];
    expect(orders(rows).map(({ removalOrderId }) => removalOrderId)).toEqual(["RO9", "RO2", "RO3"]);
  });

  it("is read with its item, its units and its fee", () => {
    const [one] = orders([
      order({ cancelledQuantity: 1, inProcessQuantity: 2, disposedQuantity: 3, line: 8 }),
    ]);
    expect(one).toMatchObject({
      marketplace: "US",
      itemKey: "US|X001",
      skuKey: "US|MUG",
      sellable: true,
      removalOrderId: "RO1",
      status: "Completed",
      requested: 5,
      cancelled: 1,
      disposed: 3,
      shipped: 5,
      inProcess: 2,
      left: 8,
      fee: { minor: 420, currency: "USD" },
      inWords: "asked for in removal order RO1",
      evidence: { report: "removal-orders", line: 8 },
    });
  });

  it.each<[string, Row, object]>([
    ["without FNSKU is found by SKU", { fnsku: "" }, { itemKey: "", skuKey: "US|MUG" }],
    ["of unsellable stock", { disposition: "Unsellable" }, { sellable: false }],
    ["without a fee", { removalFee: null }, { fee: null }],
    ["of a fee in no known currency", { currency: "" }, { fee: null, marketplace: "US" }],
    ["of another currency's place", { currency: "GBP" }, { marketplace: "UK", region: "UK" }],
  ])("%s", (_, more, expected) => {
    expect(orders([order(more)])).toMatchObject([expected]);
  });
});
