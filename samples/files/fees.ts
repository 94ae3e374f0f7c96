/** What the fees of single items show in: the seller's measures, the fee preview, storage and aged inventory. */

import { formatDay } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import { feeBookOf } from "../fee-facts.ts";
import { amount, commas, isoLocal, type SampleFile, tabbed, utf8 } from "./print.ts";
import { FEE_PREVIEW_HEADER, STORAGE_FEES_HEADER } from "./reports.ts";

const MEASURED_COSTS_HEADER =
  "msku fnsku asin unit-cost currency valid-from length width height dimension-unit weight weight-unit category".split(
    " ",
  );

const AGED_HEADER = (
  "snapshot-date sku fnsku asin product-name condition per-unit-volume currency volume-unit country qty-charged " +
  "amount-charged surcharge-age-tier rate-surcharge"
).split(" ");

const NOON = 12 * 3600;

export function feeFilesOfItems(account: Account): SampleFile[] {
  const { place } = account;
  const { measured, previews, stored, aged } = feeBookOf(account);
  const files: SampleFile[] = [];
  const add = (name: string, text: string) => files.push(utf8(`${place.folder}/${name}`, text));
  if (measured.length > 0) {
    const rows = measured.map(({ item, measures: m, category }) => [
      item.msku,
      item.fnsku,
      "",
      amount(item.cost ?? 0),
      place.currency,
      "",
      ...(m === null
        ? ["", "", "", "", "", ""]
        : [m.length, m.width, m.height, m.dimensionUnit, m.weight, m.weightUnit]),
      category,
    ]);
    add("costs-with-sizes.csv", commas(MEASURED_COSTS_HEADER, rows));
  }
  if (previews.length > 0) {
    const rows = previews.map(({ item, sides, pounds, tier, estimate }) => [
      item.msku,
      item.fnsku,
      item.asin,
      "US",
      item.title,
      "Home",
      "Sample Brand",
      "Amazon",
      amount(item.price),
      amount(item.price),
      ...sides,
      sides[0] + 2 * (sides[1] + sides[2]),
      "inches",
      pounds,
      "pounds",
      tier,
      place.currency,
      amount(item.referral + estimate),
      amount(item.referral),
      "0",
      "0",
      amount(estimate),
      "0",
      amount(estimate),
    ]);
    add("fee-preview-measured.txt", tabbed(FEE_PREVIEW_HEADER.US, rows));
  }
  if (stored.length > 0) {
    const rows = stored.map(({ item, month, units, fee }) => [
      item.asin,
      item.fnsku,
      item.title,
      place.centres[0] ?? "",
      place.country,
      ...[6, 4, 3, "inches", 0.625, "pounds", 0.0417, "cubic feet", "Large standard"],
      units,
      0,
      (units * 0.0417).toFixed(3),
      formatDay(month).slice(0, 7),
      amount(fee),
      place.currency,
      amount(fee),
      "--",
      "N",
      "N",
      "0.00",
      "--",
      "1.20",
    ]);
    add("storage-fees-measured.txt", tabbed(STORAGE_FEES_HEADER, rows));
  }
  if (aged.length > 0) {
    const rows = aged.map(({ item, day, units, fee }) => [
      isoLocal(place, day, NOON),
      item.msku,
      item.fnsku,
      item.asin,
      item.title,
      "New",
      "0.0417",
      place.currency,
      "cubic feet",
      place.country,
      units,
      amount(fee),
      "271-300 days",
      "5.45",
    ]);
    add("aged-inventory.txt", tabbed(AGED_HEADER, rows));
  }
  return files;
}
