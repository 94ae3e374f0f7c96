/** Which items an order held, by every report that names it. */
import { describe, expect, it } from "vitest";
import { accountOf } from "../../../../src/audits/account/account.ts";
import { orderContentsOf } from "../../../../src/audits/account/orders/order-contents.ts";
import { type Given, inputOf } from "../account-of-rows.ts";
import { OTHER, ordered, replaced, restocked, returned } from "../return-rows.ts";
import { ORDER, sale, totalRow } from "./money-rows.ts";

/** What an order held of which somebody sent back a pen: the returned item itself says nothing of the order. */
const contents = (reports: Given["reports"], orderId = ORDER) =>
  orderContentsOf(
    accountOf(
      inputOf({
        reports: { "customer-returns": [returned({ sku: "PEN", asin: "BPEN", fnsku: "XPEN" })], ...reports },
      }),
    ),
  ).ofOrder(orderId, "US");
const items = (reports: Given["reports"]) =>
  contents(reports).items.map(({ msku, fnsku, asin }) => [msku, fnsku, asin].join(" "));
const shipped = (sku: string, amazonOrderId = ORDER) => ({
  amazonOrderId,
  sku,
  quantityShipped: 1,
  shipmentDate: "2026-07-01",
});
/** A row of the ledger that tells the numbers of SKU-A. */
const known = { "ledger-detail": [restocked({ eventType: "Receipts" })] };

describe("an order held", () => {
  it("what the order report says, each item once", () => {
    const orders = [ordered(), ordered(), ordered({ sku: "SKU-B", asin: "B0B" })];
    expect(items({ orders })).toEqual(["SKU-A  B0A", "SKU-B  B0B"]);
    expect(items({ orders: [...orders].reverse() })).toEqual(["SKU-A  B0A", "SKU-B  B0B"]);
  });

  it("one SKU under every ASIN that is printed, and under none besides", () => {
    const orders = [ordered({ asin: "" }), ordered({ asin: "B0Z" }), ordered()];
    expect(items({ orders })).toEqual(["SKU-A  B0A", "SKU-A  B0Z"]);
  });

  it("what shipped, with the numbers other reports know of it", () => {
    const reports = { "fulfilled-shipments": [shipped("SKU-A")] };
    expect(items(reports)).toEqual(["SKU-A  "]);
    expect(items({ ...reports, ...known })).toEqual(["SKU-A X00A B0A"]);
  });

  it("what was settled, and what was sent in its place", () => {
    const settlement = [...totalRow("settlement"), ...sale("settlement")];
    expect(items({ settlement })).toEqual(["SKU-A  "]);
    expect(items({ replacements: [replaced()] })).toEqual(["SKU-A  B0A"]);
    expect(items({ replacements: [replaced({ originalAmazonOrderId: OTHER })] })).toEqual([]);
  });

  it("what its replacement orders held, under any of their ids", () => {
    const reports = {
      replacements: [replaced()],
      orders: [ordered({ sku: "SKU-B", asin: "B0B", amazonOrderId: OTHER })],
    };
    expect(items(reports)).toEqual(["SKU-A  B0A", "SKU-B  B0B"]);
    expect(contents(reports, OTHER)).toEqual(contents(reports));
  });

  it("nothing that stands in other orders", () => {
    const reports = {
      orders: [ordered({ amazonOrderId: OTHER })],
      "fulfilled-shipments": [shipped("SKU-A", OTHER)],
    };
    expect(contents(reports)).toEqual({ items: [], complete: false, evidence: [] });
    // Nobody sent anything back of the other order: it is never asked for.
    expect(contents(reports, OTHER).items).toEqual([]);
  });
});

describe("an order is known in full", () => {
  it("when an order report holds it and every ASIN is known", () => {
    const settlement = [...totalRow("settlement"), ...sale("settlement", { sku: "SKU-B" })];
    expect(contents({ orders: [ordered()] }).complete).toBe(true);
    expect(contents({ orders: [ordered({ asin: "" })] }).complete).toBe(false);
    expect(contents({ orders: [ordered(), ordered({ sku: "SKU-B", asin: "" })] }).complete).toBe(false);
    expect(contents({ orders: [ordered()], settlement }).complete).toBe(false);
    expect(contents({ "fulfilled-shipments": [shipped("SKU-A")], ...known }).complete).toBe(true);
  });

  it("not by settlements or replacements alone", () => {
    const settlement = [...totalRow("settlement"), ...sale("settlement")];
    expect(contents({ settlement, ...known })).toMatchObject({ complete: false, evidence: [] });
    expect(contents({ replacements: [replaced()] })).toMatchObject({ complete: false, evidence: [] });
  });

  it("by the rows it is known from", () => {
    const reports = {
      orders: [ordered({ line: 4 })],
      "fulfilled-shipments": [{ ...shipped("SKU-A"), line: 6 }],
      ...known,
    };
    expect(contents(reports).evidence).toEqual([
      { report: "orders", line: 4 },
      { report: "fulfilled-shipments", line: 6 },
    ]);
  });
});
