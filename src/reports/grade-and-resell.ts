/** Grade and Resell: returned units that got a used condition and an amzn.gr.* SKU. */
import { code, day, defineReport, id, int, text } from "./definition.ts";

export const gradeAndResell = defineReport({
  id: "grade-and-resell",
  shortName: "grade-and-resell",
  domainId: "grade_and_resell",
  title: "Grade and Resell",
  spApiType: null,
  download: "Reports > Fulfillment > Customer Concessions > Grade and Resell > Download",
  from: "amazon",
  columns: {
    date: day("date"),
    orderId: id("order-id"),
    valueRecoveryType: code("value-recovery-type"),
    lpn: id("lpn"),
    manualOrderItemId: id("manual-order-item-id"),
    merchantSku: id("merchant-sku"),
    fnsku: id("fnsku"),
    asin: id("asin"),
    quantity: int("quantity"),
    unitStatus: code("unit-status"),
    reasonForUnitStatus: text("reason-for-unit-status"),
    gradeAndResellUsedCondition: code("grade-and-resell-used-condition"),
    gradeAndResellUsedMerchantSku: id("grade-and-resell-used-merchant-sku"),
    gradeAndResellUsedFnsku: id("grade-and-resell-used-fnsku"),
  },
  personal: [],
  fingerprint: { allOf: [["value recovery type"], ["lpn"]] },
  merging: { identity: ["orderId", "lpn", "fnsku", "merchantSku"], newest: "date" },
  coverageDay: "date",
  unaudited: true,
  sources: ["support547/Recon@1ad43bb: public/upload-templates/gnr.csv"],
});
