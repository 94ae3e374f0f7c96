/** A seller so small that an execution takes milliseconds: a few ledger rows, one loss, its payment. */
import type { ImportFile } from "../../../intake/import.ts";
import { csv, fileOf, type LedgerRow, ledgerFile } from "../import/sheet.ts";

export const ANNA = "anna@example.com";
export const BEN = "ben@example.com";
export const AS_OF = "2026-08-25";
export const NOW = Date.UTC(2026, 7, 25, 19);
export const CASE = "12345678901";

const LOST: LedgerRow = { day: 3, item: "X00LOST001", msku: "LOST-1", reference: "L1", quantity: -2 };
const KEPT: readonly LedgerRow[] = [
  { day: 1, item: "X00KEPT001", event: "Receipts", quantity: 9, reason: "", reference: "FBA1" },
  { day: 9, item: "X00KEPT001", event: "Shipments", quantity: -1, reason: "", reference: "S9" },
];
const SECOND_LOSS: LedgerRow = { day: 6, item: "X00LOST002", msku: "LOST-2", reference: "L2", quantity: -1 };

export const ledger = () => ledgerFile("ledger.csv", [LOST, ...KEPT, SECOND_LOSS]);

/** Another download: two of its rows are in the first one, too, and one is not. */
export const otherLedger = () =>
  ledgerFile("ledger-other.csv", [
    LOST,
    SECOND_LOSS,
    { day: 11, item: "X00KEPT001", event: "Shipments", quantity: -2, reason: "", reference: "S11" },
  ]);

/** A later download: one row has changed, two are new, one of them older than those that stand. */
export const laterLedger = (): ImportFile => ({
  ...ledgerFile("ledger-later.csv", [
    { ...LOST, quantity: -2, reconciled: 0 },
    { ...SECOND_LOSS, reconciled: 1 },
    { day: 2, item: "X00KEPT002", event: "Receipts", quantity: 3, reason: "", reference: "=FBA2" },
    { day: 12, item: "X00KEPT002", event: "Shipments", quantity: -1, reason: "", reference: "S10" },
  ]),
  lastModified: NOW + 60_000,
});

const REIMBURSEMENTS =
  "approval-date,reimbursement-id,case-id,amazon-order-id,reason,sku,fnsku,asin,product-name,condition,currency-unit,amount-per-unit,amount-total,quantity-reimbursed-cash,quantity-reimbursed-inventory,quantity-reimbursed-total,original-reimbursement-id,original-reimbursement-type";

const paid = (day: string, id: string, caseId: string, sku: string, fnsku: string, units: number) =>
  `${day}T20:00:00+00:00,${id},${caseId},,Lost_Warehouse,${sku},${fnsku},B0TESTASIN,Item,NewItem,USD,10.00,${units}0.00,${units},0,${units},,`;

/** With a column nobody knows. */
const listOf = (lines: readonly string[]) =>
  csv([`${REIMBURSEMENTS},my-note`, ...lines.map((line) => `${line},+1`)].map((line) => line.split(",")));

/** What Amazon paid before: nothing of these losses. */
export const reimbursements = () =>
  fileOf("reimbursements.csv", listOf([paid("2026-06-02", "7000000001", "", "OLD-1", "X00OLD0001", 1)]), NOW);

/** Amazon pays the first loss under its case. */
export const payment = () =>
  fileOf("payment.csv", listOf([paid("2026-08-25", "7000000002", CASE, "LOST-1", "X00LOST001", 2)]), NOW);

/** Nothing to do with the claims. */
export const secondPayment = () =>
  fileOf(
    "second-payment.csv",
    listOf([paid("2026-08-24", "7000000003", "", "OTHER-1", "X00OTHER01", 1)]),
    NOW,
  );
