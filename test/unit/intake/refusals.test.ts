/** Files that are no report: each gets one sentence that says what it is and what to do. */
import { expect, test } from "vitest";
import { isUnrecognised, readReport } from "../../../intake/parse.ts";
import { refusal, rowsOf } from "./reading.ts";

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
const xlsx = new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x14, 0, 6, 0]);
const xls = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

test.each<[string, string | Uint8Array, RegExp]>([
  ["nothing", "", /empty/],
  ["blank lines", "\r\n \r\n", /empty/],
  ["a web page", "<!DOCTYPE html><html><body>Sign in</body></html>", /web page.*\.csv or \.txt/],
  ["XML", '<?xml version="1.0"?><AmazonEnvelope/>', /XML.*Flat File V2/],
  ["JSON", '{"errors":[{"code":"x"}]}', /JSON/],
  ["a PDF", "%PDF-1.7 ...", /PDF/],
  ["a picture", png, /picture/],
  ["an Excel workbook", xlsx, /\.xlsx.*save the sheet.*CSV \(UTF-8\)/],
  ["an old Excel workbook", xls, /\.xls\b.*CSV/],
  ["bytes", new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 1, 2]), /binary/],
  ["another table", "name,phone,note\nA,1,x\n", /None of the \d+ known reports.*name,phone,note/],
  ["one line of text", "hello", /None of/],
  [
    "Transaction View",
    '"Date","Transaction Status","Transaction type","Order ID","Product Details","Total product charges","Total promotional rebates","Amazon fees","Other","Total (USD)"\n',
    /Transaction View.*Reports Repository/,
  ],
  [
    "Transaction View in French",
    "Date,Statut,Type de transaction,Numéro de la commande,Détails sur le produit,Total des frais produit,Total des rabais promotionnels,Commissions Amazon,Autres,Total (EUR)\n",
    /Transaction View/,
  ],
  [
    "a report without one of its columns",
    "date/time,type,order id,sku,description,quantity,marketplace,total\n",
    /looks like "Date Range Transactions".*"settlement id" is missing.*Download it again/,
  ],
  [
    "a report without several of its columns",
    "approval-date\treimbursement-id\tcase-id\treason\tsku\n",
    /looks like "Reimbursements", but its columns "amount total", "quantity.*" are missing/,
  ],
  [
    "a header cut off inside a name, never taken for an empty report",
    "approval-date\treimbursement-id\treason\tsku\tamount-total\tquantity\toriginal-reimb",
    /ends in the middle of its column names.*cut off.*Download it again/,
  ],
  [
    "a header cut off inside its quotes",
    '"Date","FNSKU","Event Type","Reference ID","Quantity","Disposition","Reason","Sto',
    /ends in the middle of its column names/,
  ],
  ["a line of a million columns", "a,b,c,".repeat(333_333), /None of/],
  [
    "payments in a language nobody has described",
    `data/godzina${",x".repeat(20)}\n`,
    /language whose column names are not known.*English/,
  ],
  [
    "a SKU list without its shipment",
    "Merchant SKU\tTitle\tASIN\tFNSKU\texternal-id\tCondition\tShipped\nA\tT\tB0\tX0\t\tNew\t5\n",
    /Shipment ID/,
  ],
])("%s", async (_, content, says) => {
  expect(await refusal(content)).toMatch(says);
});

const headerless =
  "07/06/2026\tX004XONY53\tB0G51NDRX4\tCOF-250\tCoffee\tShipments\t\t-1\tACY1\tSELLABLE\t\tUS\t\t\t2026-07-06T00:00:00-0700\n";

test("a ledger without its header is offered as one, and read when the user says so", async () => {
  const first = await readReport([headerless], { marketplace: "US" });
  expect(isUnrecognised(first) && first.ledgerWithoutHeader).toBe(true);
  const second = await readReport([headerless], { marketplace: "US", ledgerWithoutHeader: true });
  if (isUnrecognised(second)) throw new Error(second.reason);
  expect(second.definition.id).toBe("ledger-detail");
  expect(second.lines).toEqual([1]);
  expect(rowsOf(second)[0]?.slice(1, 4)).toEqual(["X004XONY53", "B0G51NDRX4", "COF-250"]);
});

test("an empty report is an empty report, with or without a line end", async () => {
  const header = "approval-date\treimbursement-id\treason\tsku\tamount-total\tquantity\tmy note";
  for (const end of ["", "\n", "\r\n"]) {
    const empty = await readReport([header + end], { marketplace: "US" });
    if (isUnrecognised(empty)) throw new Error(empty.reason);
    expect(rowsOf(empty)).toEqual([]);
    expect(empty.extras).toEqual(["my note"]);
  }
});
