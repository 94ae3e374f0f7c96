/**
 * Items: what shares one pool of units. A pool is an FNSKU within a stock region; with the manufacturer's
 * barcode the FNSKU is the ASIN and several MSKUs share it. Grade and Resell stock is an item of its own.
 */

/** Units found without an owner; never an opening, and no item's own stock. */
export function isFoundWithoutOwner(msku: string): boolean {
  return /^amazon\.found\./i.test(msku);
}

/** A returned unit Amazon graded and sells on as used: an item of its own. */
export function isGradeAndResell(msku: string): boolean {
  return /^amzn\.gr\./i.test(msku);
}

/** The key of an item's pool; without an FNSKU the ASIN, then the MSKU stands for it. */
export function itemKey(region: string, fnsku: string, asin: string, msku: string): string {
  const number = fnsku || asin || `msku:${msku}`;
  return `${region}|${number}${isGradeAndResell(msku) ? "|resell" : ""}`;
}

/** The key under which a payment that names no FNSKU is matched. */
export function skuKey(region: string, msku: string): string {
  return `${region}|${msku}`;
}
