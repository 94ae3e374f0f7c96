/** Replacements: units sent free of charge in place of earlier ones. */
import { code, defineReport, id, int, moment } from "./definition.ts";

export const replacements = defineReport({
  id: "replacements",
  shortName: "replacements",
  domainId: "fba_replacements",
  title: "Replacements",
  spApiType: "GET_FBA_FULFILLMENT_CUSTOMER_SHIPMENT_REPLACEMENT_DATA",
  download: "Reports > Fulfillment > Customer Concessions > Replacements > Download",
  from: "amazon",
  columns: {
    shipmentDate: moment("shipment-date"),
    sku: id("sku"),
    asin: id("asin"),
    fulfillmentCenterId: code("fulfillment-center-id"),
    originalFulfillmentCenterId: code("original-fulfillment-center-id"),
    quantity: int("quantity"),
    replacementReasonCode: code("replacement-reason-code"),
    replacementAmazonOrderId: id("replacement-amazon-order-id", "replacement-customer-order-id"),
    originalAmazonOrderId: id("original-amazon-order-id"),
  },
  personal: [],
  fingerprint: { allOf: [["replacement reason code"]] },
  required: ["shipmentDate"],
  merging: {
    identity: [
      "replacementAmazonOrderId",
      "originalAmazonOrderId",
      "sku",
      "shipmentDate",
      "fulfillmentCenterId",
    ],
    newest: "file",
  },
  coverageDay: "shipmentDate",
  sources: [
    "ifengz/LingxingSync@ea7e6b76: code/internal/reportexport/replacements.go",
    "support547/Recon@1ad43bb: public/upload-templates/replacements.csv",
    "Amazon Seller Central help (public mirror) 200453300",
    "https://developer-docs.amazon.com/sp-api/docs/fba-customer-concessions-reports-attributes",
  ],
});
