import { describe, expect, it } from "vitest";
import { accountOf } from "../../../src/audits/account/account.ts";
import { itemNumbersOf } from "../../../src/audits/account/item-numbers.ts";
import { isFoundWithoutOwner, isGradeAndResell, itemKey, skuKey } from "../../../src/audits/account/items.ts";
import { placeOf, placeOfCountry, placeOfCurrency } from "../../../src/audits/account/regions.ts";
import { inputOf, type Rows } from "./account-of-rows.ts";

const NONE = { fnsku: "", asin: "" };

function numbers(reports: Record<string, Rows>, region = "US", msku = "MUG") {
  const { fnsku, asin } = itemNumbersOf(accountOf(inputOf({ reports }))).ofMsku(region, msku);
  return { fnsku, asin };
}

const row = (fnsku: string, asin = "", more = {}) => ({ msku: "MUG", fnsku, asin, ...more });

describe("the numbers of an MSKU", () => {
  it("are those any report shows, under any of the names MSKUs have", () => {
    expect(numbers({ "ledger-detail": [row("X1", "B1")] })).toEqual({ fnsku: "X1", asin: "B1" });
    expect(numbers({ reimbursements: [{ sku: "MUG", fnsku: "X1", asin: "B1" }] })).toEqual({
      fnsku: "X1",
      asin: "B1",
    });
    expect(numbers({ "inbound-contents": [{ merchantSku: "MUG", fnsku: "X1" }] })).toEqual({
      fnsku: "X1",
      asin: "",
    });
  });

  it("are blank for an MSKU no report shows, and for none", () => {
    expect(numbers({ "ledger-detail": [row("X1", "B1")] }, "US", "CUP")).toEqual(NONE);
    expect(numbers({ "ledger-detail": [row("X1", "B1", { msku: "" })] }, "US", "")).toEqual(NONE);
    expect(numbers({ settlement: [{ sku: "MUG", amount: 1 }] })).toEqual(NONE);
  });

  it("are the ones most rows show, the first in order where as many show two", () => {
    const seen = (...fnskus: string[]) =>
      numbers({ "ledger-detail": fnskus.map((fnsku) => row(fnsku)) }).fnsku;
    expect(seen("X2", "X1", "X2")).toBe("X2");
    expect(seen("X1", "X2", "X2")).toBe("X2");
    expect(seen("X2", "X2", "X1")).toBe("X2");
    expect(seen("X2", "X1")).toBe("X1");
    expect(seen("", "", "X1")).toBe("X1");
  });

  it("count an archived row as often as it stands for", () => {
    const given = { "ledger-detail": [row("X1"), row("X1")], archive: [row("X2", "", { archivedRows: 3 })] };
    expect(numbers(given).fnsku).toBe("X2");
  });

  it("count the rows of all reports of a stock region together, and of that region only", () => {
    const given = {
      "ledger-detail": [
        row("X1"),
        row("X3", "", { importedFor: "UK" }),
        row("X3", "", { importedFor: "UK" }),
      ],
      reimbursements: [
        { sku: "MUG", fnsku: "X2" },
        { sku: "MUG", fnsku: "X2" },
      ],
    };
    expect(numbers(given).fnsku).toBe("X2");
    expect(numbers(given, "UK").fnsku).toBe("X3");
  });

  it("are taken from another region only when they are the same wherever they occur", () => {
    const two = (first: string, second: string, asins: [string, string] = ["B1", "B1"]) =>
      numbers(
        {
          "ledger-detail": [
            row(first, asins[0], { importedFor: "UK" }),
            row(second, asins[1], { importedFor: "DE" }),
          ],
        },
        "US",
      );
    expect(two("X1", "X1")).toEqual({ fnsku: "X1", asin: "B1" });
    expect(two("X1", "X2")).toEqual({ fnsku: "", asin: "B1" });
    expect(two("X1", "X1", ["B1", "B2"])).toEqual({ fnsku: "X1", asin: "" });
    const within = [row("X1", "", { importedFor: "UK" }), row("X2", "", { importedFor: "UK" })];
    expect(numbers({ "ledger-detail": within }, "US")).toEqual(NONE);
    expect(numbers({ "ledger-detail": within }, "UK").fnsku).toBe("X1");
  });
});

describe("an item", () => {
  it("is an FNSKU within a stock region; without one its ASIN, then its MSKU", () => {
    expect(itemKey("US", "X1", "B1", "MUG")).toBe(itemKey("US", "X1", "B2", "CUP"));
    expect(itemKey("US", "X1", "B1", "MUG")).not.toBe(itemKey("UK", "X1", "B1", "MUG"));
    expect(itemKey("US", "", "B1", "MUG")).toBe(itemKey("US", "B1", "", "CUP"));
    expect(itemKey("US", "", "", "MUG")).not.toBe(itemKey("US", "", "", "CUP"));
    expect(itemKey("US", "", "", "MUG")).not.toBe(itemKey("US", "MUG", "", ""));
  });

  it("is another one once Amazon grades and resells it", () => {
    expect(itemKey("US", "X1", "B1", "amzn.gr.MUG-1")).not.toBe(itemKey("US", "X1", "B1", "MUG"));
    expect(itemKey("US", "X1", "B1", "MUG")).toBe("US|X1");
  });

  it("of payments that name no FNSKU is an MSKU within a stock region", () => {
    expect(skuKey("US", "MUG")).not.toBe(skuKey("US", "CUP"));
    expect(skuKey("US", "MUG")).not.toBe(skuKey("UK", "MUG"));
  });

  it.each([
    ["Amazon.Found.B0ABC", true, false],
    ["amazon.found.B0ABC", true, false],
    ["My-amazon.found.B0ABC", false, false],
    ["amazonXfoundX1", false, false],
    ["amzn.gr.MUG-1", false, true],
    ["AMZN.GR.MUG-1", false, true],
    ["old-amzn.gr.MUG", false, false],
    ["amznXgrXMUG", false, false],
    ["MUG", false, false],
  ])("named %s: found without an owner %s, graded %s", (msku, found, graded) => {
    expect([isFoundWithoutOwner(msku), isGradeAndResell(msku)]).toEqual([found, graded]);
  });
});

describe("the place of a row", () => {
  it("is its marketplace and the region its stock is shared in", () => {
    expect(placeOf("US")).toEqual({ marketplace: "US", region: "US" });
    expect(placeOf("DE")).toEqual({ marketplace: "DE", region: "EU" });
    expect(placeOf("de")).toEqual(placeOf("DE"));
    expect(placeOf("ATLANTIS")).toEqual({ marketplace: "ATLANTIS", region: "ATLANTIS" });
  });

  it("by a printed country is that country's marketplace", () => {
    expect(placeOfCountry("GB", "DE")).toEqual({ marketplace: "UK", region: "UK" });
    expect(placeOfCountry("PL", "DE")).toEqual({ marketplace: "PL", region: "EU" });
  });

  it("by a country without a marketplace is the file's marketplace, in the country's stock region", () => {
    expect(placeOfCountry("CZ", "DE")).toEqual({ marketplace: "DE", region: "EU" });
    expect(placeOfCountry("CZ", "UK")).toEqual({ marketplace: "UK", region: "EU" });
  });

  it("without a country, or with one nobody knows, is the file's", () => {
    expect(placeOfCountry("", "UK")).toEqual({ marketplace: "UK", region: "UK" });
    expect(placeOfCountry("ZZ", "UK")).toEqual({ marketplace: "UK", region: "UK" });
  });

  it("by a currency is the marketplace that pays in it, the file's when nobody does", () => {
    expect(placeOfCurrency("GBP", "DE")).toEqual({ marketplace: "UK", region: "UK" });
    expect(placeOfCurrency("EUR", "FR")).toEqual({ marketplace: "FR", region: "EU" });
    expect(placeOfCurrency("XXX", "FR")).toEqual({ marketplace: "FR", region: "EU" });
  });
});
