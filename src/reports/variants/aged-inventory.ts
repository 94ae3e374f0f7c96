import type { HeaderVariant } from "./variant.ts";

export const agedInventoryVariants: readonly HeaderVariant[] = [
  {
    name: "Current, 14 columns",
    evidence: "documented",
    delimiter: "tab",
    source:
      "LingxingSync fee_reports.go (never confirmed by a live download there); https://developer-docs.amazon.com/sp-api/docs/fba-payments-reports-attributes",
    header:
      "snapshot-date\tsku\tfnsku\tasin\tproduct-name\tcondition\tper-unit-volume\tcurrency\tvolume-unit\tcountry\tqty-charged\tamount-charged\tsurcharge-age-tier\trate-surcharge",
  },
  {
    name: "Old 6/12-month LTSF (last column from memory)",
    evidence: "documented",
    delimiter: "tab",
    source:
      "Amazon Seller Central help (public mirror) 200725880 and https://global.lianlianpay.com/channel/15-20041.html (last column partly from memory)",
    header:
      "snapshot-date\tsku\tfnsku\tasin\tproduct-name\tcondition\tqty-charged-12-mo-long-term-storage-fee\tper-unit-volume\tcurrency\t12-mo-long-term-storage-fee\tqty-charged-6-mo-long-term-storage-fee\t6-mo-long-term-storage-fee\tvolume-unit\tcountry\tenrolled-in-small-and-light",
  },
];
