/** Transaction View: recognised only to tell which download is needed instead. */
import { defineReport, id, text } from "./definition.ts";

export const transactionView = defineReport({
  id: "transaction-view",
  shortName: "transaction-view",
  domainId: "transaction_view",
  title: "Transaction View",
  spApiType: null,
  download: "Payments > Transaction View > Download",
  from: "amazon",
  columns: {
    date: text("Date"),
    transactionStatus: text("Transaction Status", "Statut"),
    transactionType: text("Transaction type", "Type de transaction"),
    orderId: id("Order ID", "Numéro de la commande"),
    productDetails: text("Product Details", "Détails sur le produit"),
    totalProductCharges: text("Total product charges", "Total des frais produit"),
    totalPromotionalRebates: text("Total promotional rebates", "Total des rabais promotionnels"),
    amazonFees: text("Amazon fees", "Commissions Amazon"),
    other: text("Other", "Autres"),
  },
  personal: [],
  fingerprint: { allOf: [["transaction type"], ["total product charges"]], noneOf: ["settlement id"] },
  merging: { identity: ["date", "transactionType", "orderId", "productDetails"], newest: "file" },
  coverageDay: null,
  refusal:
    "this is the Transaction View of Payments: it has no SKU and shortens product names, so nothing can be audited with it. Download the date range transactions instead: Payments > Reports Repository > Transaction (Date range), CSV.",
  unaudited: true,
  sources: [],
});
