/** FBA customer returns: each unit that customers sent back and the fulfilment centre processed. */
import { code, defineReport, id, int, moment, text, unaudited } from "./definition.ts";

export const customerReturns = defineReport({
  id: "customer-returns",
  shortName: "customer-returns",
  domainId: "fba_customer_returns",
  title: "FBA Customer Returns",
  spApiType: "GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA",
  download: "Reports > Fulfillment > Customer Concessions > FBA customer returns > Download",
  from: "amazon",
  columns: {
    returnDate: moment("return-date"),
    orderId: id("order-id", "amazon-order-id"),
    sku: id("sku"),
    asin: id("asin"),
    fnsku: id("fnsku"),
    productName: unaudited(text("product-name")),
    quantity: int("quantity"),
    fulfillmentCenterId: code("fulfillment-center-id"),
    detailedDisposition: code("detailed-disposition"),
    reason: code("reason"),
    status: code("status"),
    licensePlateNumber: id("license-plate-number"),
  },
  personal: ["customer-comments"],
  fingerprint: {
    allOf: [
      ["return date"],
      ["order id"],
      ["sku", "fnsku", "asin"],
      ["quantity"],
      ["detailed disposition"],
      ["license plate number", "fulfillment center id"],
    ],
  },
  required: ["returnDate", "orderId"],
  merging: {
    identity: ["orderId", "fnsku", "returnDate", "detailedDisposition"],
    identityWhenFilled: ["orderId", "licensePlateNumber"],
    newest: "returnDate",
    preferSaying: { field: "status", words: "Reimbursed" },
  },
  coverageDay: "returnDate",
  sources: [
    "https://developer-docs.amazon.com/sp-api/docs/fba-customer-concessions-reports-attributes",
    "ifengz/LingxingSync@ea7e6b76: code/internal/reportexport/returns.go",
    "caponica/AmazonMwsComplete@7320c1ce: src/CaponicaAmazonMwsComplete/Domain/Report/ReportFbaReturns.php",
    "airbytehq/airbyte: airbyte-integrations/connectors/source-amazon-seller-partner/unit_tests/resource/http/response/GET_FBA_FULFILLMENT_CUSTOMER_RETURNS_DATA.csv",
    "https://sellercentral.amazon.co.jp/gp/help/external/help.html?itemID=200453320",
  ],
});
