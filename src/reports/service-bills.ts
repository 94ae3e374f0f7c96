/** What a recovery service says it recovered, and what it charges. */
import { code, day, decimal, defineReport, id, text } from "./definition.ts";

export const serviceBills = defineReport({
  id: "service-bills",
  shortName: "service-bills",
  domainId: null,
  title: "Service Bills",
  spApiType: null,
  download: "Your own CSV file",
  from: "user",
  columns: {
    provider: text("provider"),
    statementDate: day("statement-date"),
    caseId: id("case-id"),
    reimbursementId: id("reimbursement-id"),
    amountRecovered: decimal("amount-recovered"),
    fee: decimal("fee"),
    currency: code("currency"),
  },
  personal: [],
  fingerprint: { allOf: [["amount recovered"], ["case id", "reimbursement id"]] },
  required: ["amountRecovered"],
  merging: { identity: ["provider", "statementDate", "caseId", "reimbursementId"], newest: "modified" },
  coverageDay: null,
  sources: ["docs/reports.md: the layout is this project's own"],
});
