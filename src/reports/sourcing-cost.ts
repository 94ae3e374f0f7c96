/** Sourcing costs Amazon holds per item; an XLSX at Amazon, read once saved as CSV. */
import { code, day, decimal, defineReport, id } from "./definition.ts";

export const sourcingCost = defineReport({
  id: "sourcing-cost",
  shortName: "sourcing-cost",
  domainId: "sourcing_cost",
  title: "Sourcing Cost",
  spApiType: null,
  download:
    'Inventory Defect and Reimbursement > Manage Sourcing Cost > Bulk Update (XLSX: save sheet "Part_1" as CSV)',
  from: "amazon",
  columns: {
    asin: id("Asin"),
    fnsku: id("Fnsku"),
    amazonEstimatedCost: decimal("Amazon Estimated Cost"),
    latestApprovedCost: decimal("Latest Approved Cost"),
    sourceOfLatestApprovedCost: code("Source of Latest Approved Cost"),
    currency: code("Currency"),
    dateOfLastUpdatedCost: day("Date of Last Updated Cost"),
    sellerNewCost: decimal("Seller New Cost"),
  },
  personal: [],
  fingerprint: { allOf: [["fnsku"], ["amazon estimated cost"]] },
  required: ["fnsku"],
  merging: { identity: ["asin", "fnsku", "currency"], newest: "modified" },
  coverageDay: null,
  unaudited: true,
  sources: ["Verified against a real file on 2026-05-28 in a public repository; no repository id kept"],
});
