/** SAFE-T claims. No public source shows a real file: the columns are those one project expects. */
import { code, day, decimal, defineReport, id, text } from "./definition.ts";

export const safetClaims = defineReport({
  id: "safet-claims",
  shortName: "safet-claims",
  domainId: "safet_claims",
  title: "SAFE-T Claims",
  spApiType: null,
  download: "Orders > Manage SAFE-T Claims > Export",
  from: "amazon",
  columns: {
    safeTClaimId: id("SAFE-T Claim ID"),
    orderId: id("Order ID"),
    asin: id("ASIN"),
    claimReason: text("Claim Reason"),
    claimStatus: code("Claim Status"),
    reimbursementAmount: decimal("Reimbursement Amount"),
    claimDate: day("Claim Date"),
  },
  personal: [],
  fingerprint: { allOf: [["safe t claim id"], ["claim status"]], noneOf: ["amazon rma id"] },
  required: ["safeTClaimId"],
  merging: { identity: ["safeTClaimId", "orderId", "asin"], newest: "modified" },
  coverageDay: "claimDate",
  unaudited: true,
  sources: ["No public file: the columns one project expects, none of them confirmed"],
});
