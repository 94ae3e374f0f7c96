/**
 * A file of every report with rows in the shape Amazon gives them, under its current header, and what must come
 * out: rows, and the sum of one column. Columns that a fixture leaves out are blank.
 */
import { REPORTS } from "../../../src/reports/index.ts";
import { VARIANTS } from "../../../src/reports/variants/index.ts";

export interface Fixture {
  readonly report: string;
  readonly text: string;
  readonly rows: number;
  readonly sum: readonly [field: string, total: number];
  /** Some cells of the first row, by field. */
  readonly first: Readonly<Record<string, string | number | null>>;
}

type Cells = Readonly<Record<string, string>>;

/** The header of a report: its column set number `set`, or for the user's own files its own columns. */
function headerOf(report: string, set: number): string[] {
  const seen = VARIANTS[report]?.[set];
  if (seen) return seen.header.split("\t");
  const definition = REPORTS.find((candidate) => candidate.id === report);
  return Object.values(definition?.columns ?? {}).map((column) => column.header);
}

/** Lines under a header: tab-separated and bare, or comma-separated with every cell quoted. */
function lines(
  report: string,
  rows: readonly Cells[],
  { set = 0, quoted = false, delimiter = "\t" } = {},
): string {
  const header = headerOf(report, set);
  const printed = [header, ...rows.map((row) => header.map((name) => row[name] ?? ""))];
  const cell = (text: string) => (quoted ? `"${text.replace(/"/g, '""')}"` : text);
  return `${printed.map((cells) => cells.map(cell).join(delimiter)).join("\n")}\n`;
}

const CSV = { quoted: true, delimiter: "," };

const preamble = [
  '"Includes Amazon Marketplace, Fulfillment by Amazon (FBA), and Amazon Webstore transactions"',
  '"All amounts in USD, unless specified"',
  '"Definitions:"',
  '"Other: Includes non-order transaction amounts. See the ""Type"" and ""Description"" columns."',
].join("\n");

const skuList = `Shipment ID\tFBA15ABC123\nName\tFBA STA (1/10/2026)-LBE1\nPlan ID\tPL1\nShip To\tLBE1\nTotal SKUs\t2\nTotal Units\t50\nPack list\t1 of 1\n\n`;

const ledger = { Date: "05/26/2026", FNSKU: "X001", ASIN: "B001", MSKU: "00123", Country: "US" };

export const FIXTURES: readonly Fixture[] = [
  {
    report: "ledger-detail",
    text: lines(
      "ledger-detail",
      [
        {
          ...ledger,
          Title: 'Tape, 5" wide',
          "Event Type": "Adjustments",
          "Reference ID": "21188081",
          Quantity: "-16",
          "Fulfillment Center": "LGB3",
          Disposition: "SELLABLE",
          Reason: "M",
          "Reconciled Quantity": "5",
          "Unreconciled Quantity": "11",
          "Date and Time": "2026-05-26T00:00:00-0700",
        },
        { ...ledger, MSKU: "1E5", "Event Type": "Shipments", Quantity: "-1" },
      ],
      CSV,
    ),
    rows: 2,
    sum: ["quantity", -17],
    first: {
      date: "2026-05-26",
      msku: "00123",
      title: 'Tape, 5" wide',
      quantity: -16,
      unreconciledQuantity: 11,
      dateAndTime: "2026-05-26 00:00:00",
    },
  },
  {
    report: "ledger-summary",
    text: lines(
      "ledger-summary",
      [
        {
          ...ledger,
          Disposition: "SELLABLE",
          "Starting Warehouse Balance": "5",
          Receipts: "2",
          "Customer Shipments": "-3",
          "Ending Warehouse Balance": "4",
          Location: "SAN3",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["customerShipments", -3],
    first: { date: "2026-05-26", startingWarehouseBalance: 5, endingWarehouseBalance: 4, location: "SAN3" },
  },
  {
    report: "reimbursements",
    text: lines("reimbursements", [
      {
        "approval-date": "2026-05-12T09:59:13+00:00",
        "reimbursement-id": "700001",
        reason: "Lost_Warehouse",
        sku: "43110",
        fnsku: "X001",
        "product-name": '"Lone quote',
        condition: "NewItem",
        "currency-unit": "USD",
        "amount-per-unit": "12.34",
        "amount-total": "24.68",
        "quantity-reimbursed-cash": "2",
        "quantity-reimbursed-total": "2",
      },
      {
        "approval-date": "2026-07-28T23:30:00-07:00",
        "reimbursement-id": "700002",
        reason: "Reimbursement_Reversal",
        sku: "43110",
        "product-name": "Tallow",
        "currency-unit": "USD",
        "amount-per-unit": "-12.34",
        "amount-total": "-12.34",
        "original-reimbursement-id": "700001",
      },
    ]),
    rows: 2,
    sum: ["amountTotal", 12.34],
    first: {
      approvalDate: "2026-05-12 02:59:13",
      reimbursementId: "700001",
      sku: "43110",
      productName: '"Lone quote',
      amountPerUnit: 12.34,
      quantityReimbursedCash: 2,
      quantityReimbursedInventory: null,
    },
  },
  {
    report: "customer-returns",
    text: lines("customer-returns", [
      {
        "return-date": "2026-09-14T07:03:57+00:00",
        "order-id": "113-2355691-4739435",
        sku: "FPS-1",
        quantity: "1",
        "detailed-disposition": "SELLABLE",
        reason: "UNWANTED_ITEM",
        status: "Unit returned to inventory",
        "license-plate-number": "LPN1",
        "customer-comments": "call me at 555",
      },
    ]),
    rows: 1,
    sum: ["quantity", 1],
    first: {
      returnDate: "2026-09-14 00:03:57",
      status: "Unit returned to inventory",
      licensePlateNumber: "LPN1",
    },
  },
  {
    report: "removal-orders",
    text: lines(
      "removal-orders",
      [
        {
          "request-date": "1/16/2026",
          "order-id": "PGU9+5rUGK",
          "order-type": "Return",
          "order-status": "Completed",
          "last-updated-date": "2026-05-12T20:47:28-07:00",
          sku: "amzn.gr.x",
          "requested-quantity": "1",
          "cancelled-quantity": "0",
          "shipped-quantity": "1",
          "removal-fee": "3.95",
          currency: "USD",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["removalFee", 3.95],
    first: {
      requestDate: "2026-01-16 00:00:00",
      orderId: "PGU9+5rUGK",
      disposedQuantity: null,
      lastUpdatedDate: "2026-05-12 20:47:28",
    },
  },
  {
    report: "removal-shipments",
    text: lines("removal-shipments", [
      {
        "request-date": "2026-01-09T00:00:00+00:00",
        "order-id": "R1",
        "shipment-date": "2026-01-12T08:00:00+00:00",
        sku: "A",
        fnsku: "X001",
        disposition: "Sellable",
        "shipped-quantity": "8",
        carrier: "UPS",
        "tracking-number": "1Z999AA10123456784",
      },
    ]),
    rows: 1,
    sum: ["shippedQuantity", 8],
    first: { trackingNumber: "1Z999AA10123456784", shipmentDate: "2026-01-12 00:00:00" },
  },
  {
    report: "recommended-removal",
    text: lines("recommended-removal", [
      {
        "snapshot-date": "2026-01-09T00:00:00-08:00",
        sku: "A",
        "sellable-365+-days": "3",
        "sellable-removal-quantity": "3",
      },
    ]),
    rows: 1,
    sum: ["sellable365PlusDays", 3],
    first: { sku: "A" },
  },
  {
    report: "fee-preview",
    text: lines("fee-preview", [
      {
        sku: "A",
        fnsku: "X1",
        asin: "B1",
        "amazon-store": "US",
        "your-price": "25.00",
        "longest-side": "6",
        "unit-of-dimension": "inches",
        "product-size-tier": "Small standard",
        currency: "USD",
        "estimated-fee-total": "8.01",
        "estimated-variable-closing-fee": "--",
        "expected-fulfillment-fee-per-unit": "4.26",
      },
    ]),
    rows: 1,
    sum: ["expectedFulfillmentFeePerUnit", 4.26],
    first: { longestSide: 6, estimatedVariableClosingFee: null },
  },
  {
    report: "storage-fees",
    text: lines("storage-fees", [
      {
        asin: "B1",
        fnsku: "X1",
        fulfillment_center: "ABE1",
        country_code: "US",
        month_of_charge: "2026-05",
        average_quantity_on_hand: "0.71",
        estimated_monthly_storage_fee: "1.05",
        currency: "USD",
      },
    ]),
    rows: 1,
    sum: ["estimatedMonthlyStorageFee", 1.05],
    first: { monthOfCharge: "2026-05-01", averageQuantityOnHand: 0.71 },
  },
  {
    report: "aged-inventory",
    text: lines("aged-inventory", [
      {
        "snapshot-date": "2026-05-15T00:00:00+00:00",
        sku: "A",
        "qty-charged": "4",
        "amount-charged": "2.40",
        "surcharge-age-tier": "271-300 days",
        "rate-surcharge": "0.60",
      },
    ]),
    rows: 1,
    sum: ["amountCharged", 2.4],
    first: { qtyCharged: 4, surchargeAgeTier: "271-300 days" },
  },
  {
    report: "overage-fees",
    text: lines("overage-fees", [
      {
        charged_date: "2026-05-31",
        country_code: "US",
        storage_type: "Standard",
        charge_rate: "10",
        overage_volume: "1.5",
        charged_fee_amount: "15.00",
        currency_code: "USD",
      },
    ]),
    rows: 1,
    sum: ["chargedFeeAmount", 15],
    first: { chargedDate: "2026-05-31" },
  },
  {
    report: "settlement",
    text: lines("settlement", [
      {
        "settlement-id": "6300993871",
        "settlement-start-date": "2026-03-13 20:21:38 UTC",
        "settlement-end-date": "2026-03-27 20:21:38 UTC",
        "deposit-date": "2026-03-29 20:21:38 UTC",
        "total-amount": "13.64",
        currency: "USD",
      },
      {
        "settlement-id": "6300993871",
        "transaction-type": "Order",
        "order-id": "116-9534530-8991461",
        "amount-type": "ItemPrice",
        "amount-description": "Principal",
        amount: "7.29",
        "posted-date": "2026-03-14",
        "posted-date-time": "2026-03-14 00:24:53 UTC",
        "order-item-code": "07821148853890",
        sku: "43110",
        "quantity-purchased": "1",
      },
      {
        "settlement-id": "6300993871",
        "transaction-type": "other-transaction",
        "order-id": "103-1819122-8482608",
        "adjustment-id": "amzn1:crow:1",
        "amount-type": "FBA Inventory Reimbursement",
        "amount-description": "REVERSAL_REIMBURSEMENT",
        amount: "6.35",
        "posted-date": "2026-03-14T18:16:34+00:00",
        sku: "80120",
      },
    ]),
    rows: 3,
    sum: ["amount", 13.64],
    first: {
      settlementId: "6300993871",
      settlementStartDate: "2026-03-13 13:21:38",
      totalAmount: 13.64,
      postedDate: null,
    },
  },
  {
    report: "settlement-v1",
    text: lines("settlement-v1", [
      {
        "settlement-id": "24288684721",
        "settlement-start-date": "2025-08-20T22:07:18+00:00",
        "settlement-end-date": "2025-09-03T22:07:18+00:00",
        "total-amount": "40.64",
        currency: "CAD",
      },
      {
        "settlement-id": "24288684721",
        "transaction-type": "Order",
        "order-id": "701-1",
        "posted-date": "2025-08-27T04:12:16+00:00",
        sku: "S-1",
        "price-type": "Principal",
        "price-amount": "30.00",
        "item-related-fee-type": "Commission",
        "item-related-fee-amount": "-4.61",
      },
      {
        "settlement-id": "24288684721",
        "transaction-type": "WAREHOUSE_DAMAGE",
        "posted-date": "2025-08-27T04:12:16+00:00",
        sku: "S-1",
        "quantity-purchased": "1",
        "other-amount": "15.25    ",
      },
    ]),
    rows: 3,
    sum: ["otherAmount", 15.25],
    first: { totalAmount: 40.64 },
  },
  {
    report: "transactions",
    text: `\uFEFF${preamble}\n${lines("transactions", [{ "date/time": "Jun 2, 2026 7:11:52 AM PDT", "settlement id": "222", type: "Order", "order id": "112-1", sku: "SKU-A", quantity: "1", marketplace: "amazon.com", "order city": "AUSTIN", "product sales": "1,034.99", total: "26.20", "Transaction Status": "Released", "Transaction Release Date": "Jun 10, 2026 1:00:00 AM PDT" }], CSV)}`,
    rows: 1,
    sum: ["total", 26.2],
    first: {
      currency: "USD",
      dateTime: "2026-06-02 07:11:52",
      productSales: 1034.99,
      transactionReleaseDate: "2026-06-10 01:00:00",
    },
  },
  {
    report: "inbound-contents",
    text:
      skuList +
      lines("inbound-contents", [
        {
          "Merchant SKU": "A",
          Title: "Book",
          ASIN: "143356856X",
          FNSKU: "X1",
          "external-id": "ISBN: 143356856X",
          Condition: "New",
          "Who will prep?": "--",
          Shipped: "30",
        },
        { "Merchant SKU": "B", FNSKU: "X2", Condition: "New", Shipped: "20" },
      ]),
    rows: 2,
    sum: ["shipped", 50],
    first: {
      shipmentId: "FBA15ABC123",
      name: "FBA STA (1/10/2026)-LBE1",
      totalUnits: 50,
      packList: "1 of 1",
      merchantSku: "A",
      whoWillPrep: "--",
    },
  },
  {
    report: "inbound-shipments",
    text: lines(
      "inbound-shipments",
      [
        {
          "Shipment name": "FBA STA (1/20/2026)-LBE1",
          "Shipment ID": "FBA15ABC123",
          Created: "2026-01-18",
          "Last updated": "2026-01-22",
          "Ship to": "US",
          SKUs: "5",
          "Units expected": "120",
          "Units located": "118",
          Status: "CLOSED",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["unitsLocated", 118],
    first: { created: "2026-01-18", unitsExpected: 120, status: "CLOSED" },
  },
  {
    report: "inbound-noncompliance",
    text: lines("inbound-noncompliance", [
      {
        "issue-reported-date": "2026-01-18T00:00:00-08:00",
        "fba-shipment-id": "FBA1",
        "problem-type": "Item label missing",
        "problem-quantity": "3",
        "fee-total": "0.60",
      },
    ]),
    rows: 1,
    sum: ["feeTotal", 0.6],
    first: { problemQuantity: 3 },
  },
  {
    report: "received-inventory",
    text: lines("received-inventory", [
      { "received-date": "2022-01-18T00:00:00-08:00", sku: "A", quantity: "12", "fba-shipment-id": "FBA1" },
    ]),
    rows: 1,
    sum: ["quantity", 12],
    first: { fbaShipmentId: "FBA1" },
  },
  {
    report: "fulfilled-shipments",
    text: lines(
      "fulfilled-shipments",
      [
        {
          "amazon-order-id": "100-3590565-0113041",
          "shipment-id": "Z1",
          "shipment-item-id": "D1",
          "purchase-date": "2026-12-18T06:32:18-08:00",
          "shipment-date": "2026-12-19T12:14:07-08:00",
          "buyer-email": "x@marketplace.amazon.com",
          "buyer-name": "Ann",
          sku: "XD-1",
          "quantity-shipped": "1",
          currency: "USD",
          "item-price": "25.88",
          "ship-city": "AUSTIN",
          "ship-country": "US",
          "fulfillment-channel": "AFN",
          "sales-channel": "Amazon.com",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["itemPrice", 25.88],
    first: { amazonOrderId: "100-3590565-0113041", shipmentDate: "2026-12-19 12:14:07", shipCountry: "US" },
  },
  {
    report: "customer-shipment-sales",
    text: lines("customer-shipment-sales", [
      {
        "shipment-date": "2026-01-09T00:00:00+00:00",
        sku: "A",
        fnsku: "X1",
        quantity: "2",
        "amazon-order-id": "111-1",
        "item-price-per-unit": "9.99",
        "ship-city": "AUSTIN",
      },
    ]),
    rows: 1,
    sum: ["itemPricePerUnit", 9.99],
    first: { quantity: 2 },
  },
  {
    report: "orders",
    text: lines("orders", [
      {
        "amazon-order-id": "111-1",
        "purchase-date": "2026-01-09T10:00:00+00:00",
        "last-updated-date": "2026-01-10T10:00:00+00:00",
        "order-status": "Shipped",
        sku: "A",
        "item-status": "Shipped",
        quantity: "2",
        currency: "USD",
        "item-price": "19.98",
        "ship-city": "AUSTIN",
        cpf: "123",
      },
    ]),
    rows: 1,
    sum: ["itemPrice", 19.98],
    first: { quantity: 2, purchaseDate: "2026-01-09 02:00:00" },
  },
  {
    report: "replacements",
    text: lines("replacements", [
      {
        "shipment-date": "2026-01-14T10:00:00+00:00",
        sku: "A",
        asin: "B1",
        "fulfillment-center-id": "ABE1",
        quantity: "1",
        "replacement-reason-code": "3",
        "replacement-amazon-order-id": "112-1",
        "original-amazon-order-id": "111-1",
      },
    ]),
    rows: 1,
    sum: ["quantity", 1],
    first: { replacementReasonCode: "3", originalAmazonOrderId: "111-1" },
  },
  {
    report: "inventory-adjustments",
    text: lines("inventory-adjustments", [
      {
        "adjusted-date": "2022-01-14T00:00:00-08:00",
        "transaction-item-id": "1",
        quantity: "-2",
        reason: "M",
      },
    ]),
    rows: 1,
    sum: ["quantity", -2],
    first: { reason: "M" },
  },
  {
    report: "inventory-event-detail",
    text: lines("inventory-event-detail", [
      {
        "snapshot-date": "2022-01-14T00:00:00-08:00",
        "transaction-type": "Receipts",
        fnsku: "X1",
        quantity: "7",
      },
    ]),
    rows: 1,
    sum: ["quantity", 7],
    first: { transactionType: "Receipts" },
  },
  {
    report: "inventory-history",
    text: lines("inventory-history", [
      {
        "snapshot-date": "2022-01-14T00:00:00-08:00",
        fnsku: "X1",
        quantity: "7",
        "detailed-disposition": "SELLABLE",
        country: "US",
      },
    ]),
    rows: 1,
    sum: ["quantity", 7],
    first: { country: "US" },
  },
  {
    report: "manage-fba-inventory",
    text: lines("manage-fba-inventory", [
      {
        sku: "A",
        fnsku: "X1",
        "your-price": "9.99",
        "afn-warehouse-quantity": "7",
        "afn-fulfillable-quantity": "6",
      },
    ]),
    rows: 1,
    sum: ["afnWarehouseQuantity", 7],
    first: { yourPrice: 9.99 },
  },
  {
    report: "fba-inventory",
    text: lines("fba-inventory", [
      {
        "snapshot-date": "2026-01-14",
        sku: "A",
        fnsku: "X1",
        available: "7",
        "inv-age-0-to-90-days": "7",
        "estimated-ais-181-210-days": "0.00",
        "Total Reserved Quantity": "1",
      },
    ]),
    rows: 1,
    sum: ["available", 7],
    first: { snapshotDate: "2026-01-14 00:00:00", totalReservedQuantity: 1 },
  },
  {
    report: "reserved-inventory",
    text: lines("reserved-inventory", [
      { sku: "A", fnsku: "X1", reserved_qty: "3", reserved_customerorders: "2" },
    ]),
    rows: 1,
    sum: ["reservedQty", 3],
    first: { reservedCustomerorders: 2 },
  },
  {
    report: "stranded-inventory",
    text: lines("stranded-inventory", [
      {
        "date-stranded": "2026-01-14T00:00:00-08:00",
        "stranded-reason": "Listing closed",
        sku: "A",
        "fulfillable-qty": "4",
        "your-price": "5.00",
      },
    ]),
    rows: 1,
    sum: ["fulfillableQty", 4],
    first: { strandedReason: "Listing closed" },
  },
  {
    report: "afn-inventory",
    text: lines("afn-inventory", [
      {
        "seller-sku": "A",
        "fulfillment-channel-sku": "X1",
        "Warehouse-Condition-code": "SELLABLE",
        "Quantity Available": "4",
      },
    ]),
    rows: 1,
    sum: ["quantityAvailable", 4],
    first: { warehouseConditionCode: "SELLABLE" },
  },
  {
    report: "referral-fee-preview",
    text: lines("referral-fee-preview", [
      {
        "seller-sku": "A",
        asin: "B1",
        "item-name": "Tape",
        price: "10.00",
        "estimated-referral-fee-per-item": "1.50",
      },
    ]),
    rows: 1,
    sum: ["estimatedReferralFeePerItem", 1.5],
    first: { price: 10 },
  },
  {
    report: "mfn-returns",
    text: `${headerOf("mfn-returns", 0).join("\t")}\n113-6277818-6289068\t10-Jul-2025\t14-Jul-2025\tApproved\tDfq\t\tAmazonPrePaidLabel\t4.14\tUSD\tUSPS\t9202\tSeller\tN\tN\tB0DF\tPANEC\tPanel\t2\tCR-DEFECTIVE\tY\tC-Returns\tStandardRefund\t\t\t21.38\t2\n113-1\t10-Jul-2025\t14-Jul-2025\tApproved\tDfq\t\tAmazonPrePaidLabel\t4.14\tUSD\tUSPS\t9203\tSeller\tN\tN\tB0DF\tPANEC\tPanel\t1\tCR-DEFECTIVE\tY\tC-Returns\tStandardRefund\t\t\t10.00\t1\n`,
    rows: 2,
    sum: ["orderAmount", 31.38],
    first: { orderDate: "2025-07-10", returnQuantity: 2, refundedAmount: null, safeTClaimId: "" },
  },
  {
    report: "safet-claims",
    text: lines(
      "safet-claims",
      [
        {
          "SAFE-T Claim ID": "S-1",
          "Order ID": "111-1",
          "Reimbursement Amount": "5.00",
          "Claim Status": "Granted",
          "Claim Date": "2026-01-14",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["reimbursementAmount", 5],
    first: { claimDate: "2026-01-14" },
  },
  {
    report: "sourcing-cost",
    text: lines(
      "sourcing-cost",
      [
        {
          Asin: "B1",
          Fnsku: "X1",
          "Amazon Estimated Cost": "4.20",
          "Latest Approved Cost": "5.00",
          "Source of Latest Approved Cost": "SELLER",
          Currency: "USD",
          "Date of Last Updated Cost": "2026-01-14",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["latestApprovedCost", 5],
    first: { sellerNewCost: null },
  },
  {
    report: "grade-and-resell",
    text: lines(
      "grade-and-resell",
      [
        {
          date: "2026-01-14",
          "order-id": "111-1",
          "value-recovery-type": "Grade and Resell",
          lpn: "LPN1",
          quantity: "1",
          "unit-status": "Succeeded",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["quantity", 1],
    first: { date: "2026-01-14", lpn: "LPN1" },
  },
  {
    report: "costs",
    text: "MSKU;Unit Cost;CURRENCY;valid_from;my note\nA;1.234,50;EUR;2026-01-14;dear\nB;2,00;EUR;;\n",
    rows: 2,
    sum: ["unitCost", 1236.5],
    first: { msku: "A", validFrom: "2026-01-14", "my note": "dear" },
  },
  {
    report: "invoices",
    text: lines(
      "invoices",
      [
        {
          "invoice-number": "000123",
          "invoice-date": "14.01.2026",
          supplier: "Acme",
          msku: "A",
          units: "1,000",
          "unit-cost": "2.50",
          currency: "USD",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["units", 1000],
    first: { invoiceNumber: "000123", invoiceDate: "2026-01-14" },
  },
  {
    report: "removal-receipts",
    text: lines(
      "removal-receipts",
      [
        {
          "removal-order-id": "R1",
          "tracking-number": "1Z",
          fnsku: "X1",
          "units-received": "0",
          "received-date": "2026-01-14",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["unitsReceived", 0],
    first: { unitsReceived: 0, receivedDate: "2026-01-14" },
  },
  {
    report: "service-bills",
    text: lines(
      "service-bills",
      [
        {
          provider: "P",
          "statement-date": "2026-01-14",
          "case-id": "1",
          "amount-recovered": "100.00",
          fee: "25.00",
          currency: "USD",
        },
      ],
      CSV,
    ),
    rows: 1,
    sum: ["amountRecovered", 100],
    first: { fee: 25 },
  },
];
