/**
 * The examples of docs/functions.md: a few rows of the tabs the functions read, and what formulas over them give.
 * A test types them into the local Sheets and compares (test/simulator/formulas/examples.test.ts).
 */

export type Rows = readonly (readonly (string | number)[])[];

export interface Example {
  readonly formula: string;
  /** What stands in the cell and, for a table, right of it and below, as shown; a text ending in … goes on. */
  readonly gives: Rows;
  /** Markdown. */
  readonly note?: string;
}

/** What the cell REIMB_TODAY holds in the examples. */
export const TODAY = "2026-07-20";

/** Tabs as the examples have them, with the columns the functions use; the real ones have more. */
export const TABS: Readonly<Record<string, Rows>> = {
  "Inventory Ledger Detail": [
    [
      "Date",
      "FNSKU",
      "MSKU",
      "ASIN",
      "Event Type",
      "Reference ID",
      "Quantity",
      "Fulfillment Center",
      "Disposition",
      "Reason",
      "Country",
      "Reconciled Quantity",
      "Unreconciled Quantity",
    ],
    [
      "2026-06-01",
      "X000000001",
      "MUG-BLUE",
      "B000000001",
      "Adjustments",
      "2001",
      -2,
      "ACY1",
      "SELLABLE",
      "M",
      "US",
      0,
      2,
    ],
    [
      "2026-06-02",
      "X000000001",
      "MUG-BLUE",
      "B000000001",
      "Shipments",
      "",
      -1,
      "ACY1",
      "SELLABLE",
      "",
      "US",
      "",
      "",
    ],
    [
      "2026-07-15",
      "X000000002",
      "MUG-RED",
      "B000000002",
      "Adjustments",
      "2002",
      -1,
      "ACY1",
      "SELLABLE",
      "M",
      "US",
      0,
      1,
    ],
    [
      "2026-07-19",
      "X000000001",
      "MUG-BLUE",
      "B000000001",
      "Shipments",
      "",
      -1,
      "ACY1",
      "SELLABLE",
      "",
      "US",
      "",
      "",
    ],
  ],
  Reimbursements: [
    [
      "approval-date",
      "reimbursement-id",
      "case-id",
      "amazon-order-id",
      "reason",
      "sku",
      "fnsku",
      "asin",
      "currency-unit",
      "amount-per-unit",
      "amount-total",
      "quantity-reimbursed-cash",
      "quantity-reimbursed-inventory",
      "quantity-reimbursed-total",
    ],
  ],
  Costs: [
    ["msku", "unit-cost", "currency"],
    ["MUG-BLUE", 4.5, "USD"],
    ["MUG-RED", 5, "USD"],
  ],
  Findings: [
    ["State", "Amount", "Currency", "Event date", "Audit", "Family"],
    ["file", 9, "USD", "2026-06-01", "warehouse-lost", "inventory"],
    ["file", 12.5, "USD", "2026-06-09", "refund-not-returned", "return"],
    ["file", 8, "EUR", "2026-05-30", "warehouse-lost", "inventory"],
    ["wait", 5, "USD", "2026-07-15", "warehouse-lost", "inventory"],
  ],
};

const ROWS = "REIMB_TODAY,'Inventory Ledger Detail'!A:M,Reimbursements!A:N,Costs!A:C";
const CLAIM = '"C-1yq0ude04769qu"';

/** By the name of the function. */
export const EXAMPLES: Readonly<Record<string, readonly Example[]>> = {
  REIMB_FLAG: [
    {
      formula: `=REIMB_FLAG(${ROWS})`,
      gives: [
        [
          "Reimbursement · CANNOT TELL: Disposed of without your request: removal-orders was never imported. Receipt taken back: inbound-contents was never imported. Short on the way in: inbound-contents was never imported. Returned, not back in stock: settlement or transactions and customer-returns were never imported.",
        ],
        ["FILE by 2026-07-31 · lost, not found, not paid"],
        [""],
        ["WAIT until 2026-08-14 · lost, not found, not paid"],
        [""],
      ],
      note: "The heading says what the ranges given cannot tell. A row without a flag opened nothing that is owed.",
    },
  ],
  REIMB_EXPLAIN: [
    {
      formula: `=REIMB_EXPLAIN(${ROWS})`,
      gives: [
        ["Explanation · CANNOT TELL: …"],
        [
          "2 units of MUG-BLUE (FNSKU X000000001, ASIN B000000001) went missing at ACY1 on 2026-06-01 (ledger code M: misplaced in the fulfilment centre, reference 2001). Amazon owes sellers the units it loses in its warehouses. …",
        ],
        [""],
        ["1 unit of MUG-RED (FNSKU X000000002, ASIN B000000002) went missing at ACY1 on 2026-07-15 …"],
        [""],
      ],
    },
  ],
  REIMB_AMOUNT: [
    {
      formula: `=REIMB_AMOUNT(${ROWS})`,
      gives: [
        ["Owed · CANNOT TELL: …", "Currency"],
        [9, "USD"],
        ["", ""],
        [5, "USD"],
        ["", ""],
      ],
      note: "What is filed or dismissed counts no more once the Claim Log is among the ranges.",
    },
  ],
  REIMB_DAYS_LEFT: [
    { formula: `=REIMB_DAYS_LEFT(${ROWS})`, gives: [["Days left · CANNOT TELL: …"], [11], [""], [55], [""]] },
  ],
  REIMB_STATUS: [
    {
      formula: `=REIMB_STATUS(REIMB_TODAY,${CLAIM},'Claim Log'!A:AL)`,
      gives: [["approved · case 12345678901"]],
      note: "With the log of [claims.md](claims.md#example).",
    },
  ],
  REIMB_TOTAL: [
    {
      formula: '=REIMB_TOTAL(Findings!A:F,"state")',
      gives: [
        ["State", "Currency", "Amount", "Findings"],
        ["file", "EUR", 8, 1],
        ["file", "USD", 21.5, 2],
        ["wait", "USD", 5, 1],
      ],
    },
    {
      formula: '=REIMB_TOTAL(Findings!A:F,"family","file")',
      gives: [
        ["Family", "Currency", "Amount", "Findings"],
        ["inventory", "EUR", 8, 1],
        ["inventory", "USD", 9, 1],
        ["return", "USD", 12.5, 1],
      ],
    },
    {
      formula: '=REIMB_TOTAL(Findings!A:F,"month")',
      gives: [
        ["Month of the event", "Currency", "Amount", "Findings"],
        ["2026-05", "EUR", 8, 1],
        ["2026-06", "USD", 21.5, 2],
        ["2026-07", "USD", 5, 1],
      ],
    },
  ],
  REIMB_EVIDENCE_GAP: [
    {
      formula: `=REIMB_EVIDENCE_GAP(${CLAIM},'Claim Log'!A:AL)`,
      gives: [["Nothing required is missing. Perhaps: Supplier invoice, if Amazon asks."]],
      note: "With the log of [claims.md](claims.md#example). Give Invoices, Shipment Contents and Shipping Queue, too, for how many shipped units invoices cover.",
    },
  ],
  REIMB_DEADLINE: [
    { formula: '=REIMB_DEADLINE("warehouse-lost","2026-06-01","US")', gives: [["2026-07-31"]] },
    { formula: '=REIMB_DEADLINE("customer_return","2026-06-01","US")', gives: [["2026-09-29"]] },
    {
      formula: '=REIMB_DEADLINE("warehouse-lost","2026-06-01","SG")',
      gives: [["2026-07-31 (estimated)"]],
      note: "No source states the window of this marketplace.",
    },
  ],
  FBA_SIZE_TIER: [
    { formula: '=FBA_SIZE_TIER(10,6,0.5,"in",2,"oz","US","2026-01-15")', gives: [["Small standard-size"]] },
  ],
  FBA_FEE: [
    { formula: '=FBA_FEE(10,6,0.5,"in",2,"oz",20,"Toys & Games","US","2026-01-15")', gives: [[3.32]] },
    {
      formula: '=FBA_FEE(10,6,0.5,"in",2,"oz",20,"Toys & Games","DE","2026-01-15")',
      gives: [
        [
          "No fulfilment fees are sourced for DE on 2026-01-15, items that are neither apparel nor dangerous goods.",
        ],
      ],
    },
  ],
  REFERRAL_FEE: [{ formula: '=REFERRAL_FEE(20,"Toys & Games","US","2026-02-01")', gives: [[3]] }],
};
