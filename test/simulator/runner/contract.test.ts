/** The command line that scripts rely on: what goes to which stream, and with which exit status. */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../../..");
const folder = mkdtempSync(join(tmpdir(), "reimb-cli-"));
const reports = join(folder, "reports");
const soffice = spawnSync("soffice", ["--version"]).status === 0;

const LEDGER = [
  '"Date","FNSKU","ASIN","MSKU","Title","Event Type","Reference ID","Quantity","Fulfillment Center","Disposition","Reason","Country","Reconciled Quantity","Unreconciled Quantity","Date and Time","Store"',
  '"08/01/2026","X000000001","B000000001","00123","Mug, ""blue""","Adjustments","20081","-2","ABE2","SELLABLE","M","US","0","2","2026-08-01T00:00:00-0700",""',
  '"08/03/2026","X000000002","B000000002","1E5","=HYPERLINK(""http://a.b"")","Shipments","","-1","ABE2","SELLABLE","","US","","","2026-08-03T00:00:00-0700",""',
  '"11/10/2026","X000000002","B000000002","1-2","+1","Receipts","FBA1","3","ABE2","SELLABLE","","US","","","2026-11-10T00:00:00-0700",""',
].join("\n");
const REIMBURSEMENTS =
  "approval-date\treimbursement-id\tcase-id\tamazon-order-id\treason\tsku\tfnsku\tasin\tproduct-name\tcondition\tcurrency-unit\tamount-per-unit\tamount-total\tquantity-reimbursed-cash\tquantity-reimbursed-inventory\tquantity-reimbursed-total\toriginal-reimbursement-id\toriginal-reimbursement-type\n";
const COSTS =
  "msku,fnsku,asin,unit-cost,currency,valid-from\n00123,X000000001,B000000001,4.20,USD,2026-01-01\n";

function reimb(...args: string[]) {
  const run = spawnSync(process.execPath, [join(root, "simulator/reimb.mjs"), ...args], { encoding: "utf8" });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

beforeAll(() => {
  mkdirSync(join(reports, "deep"), { recursive: true });
  writeFileSync(join(reports, "ledger.csv"), LEDGER);
  writeFileSync(join(reports, "deep", "reimbursements.txt"), REIMBURSEMENTS);
  writeFileSync(join(reports, "costs.csv"), COSTS);
  writeFileSync(join(reports, "picture.png"), Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  writeFileSync(join(reports, "empty.csv"), "");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("reimb audit", () => {
  test("--json prints one document and nothing else", () => {
    const run = reimb("audit", reports, "--as-of", "2026-09-15", "--json");
    expect(run.err).toBe("");
    expect(run.status).toBe(0);
    const document = JSON.parse(run.out);
    expect(Object.keys(document).sort()).toEqual(
      [
        "asOf",
        "cannotTell",
        "findings",
        "imports",
        "marketplace",
        "totals",
        "unrecognised",
        "version",
      ].sort(),
    );
    expect(document).toMatchObject({ version: "0.1.0", asOf: "2026-09-15", marketplace: "US" });
    expect(
      document.imports.map((file: { file: string; report: string; rows: number }) => [
        file.file,
        file.report,
        file.rows,
      ]),
    ).toEqual([
      ["costs.csv", "costs", 1],
      ["deep/reimbursements.txt", "reimbursements", 0],
      ["ledger.csv", "ledger-detail", 3],
    ]);
    expect(document.unrecognised.map((file: { file: string }) => file.file)).toEqual([
      "empty.csv",
      "picture.png",
    ]);
    expect(document.findings).toHaveLength(1);
    expect(document.findings[0]).toMatchObject({
      audit: "warehouse-lost",
      family: "inventory",
      state: "file",
      marketplace: "US",
      fnsku: "X000000001",
      asin: "B000000001",
      msku: "00123",
      orderId: null,
      referenceId: "20081",
      quantity: 2,
      amount: "8.40",
      currency: "USD",
      eventDate: "2026-08-01",
      opens: "2026-08-31",
      deadline: "2026-09-30",
      estimated: false,
      evidence: [{ report: "ledger-detail", line: 2 }],
      claimId: null,
    });
    expect(document.totals).toEqual([{ state: "file", currency: "USD", amount: "8.40", findings: 1 }]);
  });

  test("for people it prints a summary, and --stats counts the calls", () => {
    const run = reimb("audit", reports, "--as-of", "2026-09-15", "--stats");
    expect(run.status).toBe(0);
    expect(run.out).toMatch(/to file now +warehouse-lost +1 +2 +2026-09-30/);
    expect(run.out).toMatch(/picture\.png: .+/);
    expect(run.out).toMatch(/Range\.setValues +\d+/);
  });

  test.each([
    ["no folder", [], /Name the folder/],
    ["a folder that is not there", ["/no/such/folder"], /There is no folder/],
    ["a file instead of a folder", [join(root, "package.json")], /is a file/],
    ["a day that does not exist", ["X", "--as-of", "2026-02-30"], /--as-of 2026-02-30 is not a day/],
    ["an unknown marketplace", ["X", "--marketplace", "MARS"], /--marketplace MARS/],
    ["a period the wrong way round", ["X", "--from", "2026-02-01", "--to", "2026-01-01"], /is after --to/],
    ["an unknown option", ["X", "--frobnicate"], /frobnicate/],
    ["a wrong kind of output file", ["X", "--out", "a.csv"], /must end in \.xlsx/],
  ])("%s: status 2 and one clear line", (_, args, message) => {
    const run = reimb("audit", ...args);
    expect(run.status).toBe(2);
    expect(run.out).toBe("");
    expect(run.err).toMatch(message);
    expect(run.err.trim().split("\n")).toHaveLength(1);
  });

  test("a folder without a readable report: status 2", () => {
    const nothing = join(folder, "nothing");
    mkdirSync(nothing);
    writeFileSync(join(nothing, "notes.txt"), "hello\n");
    const run = reimb("audit", nothing, "--json");
    expect(run.status).toBe(2);
    expect(run.out).toBe("");
    expect(run.err.trim().split("\n")).toHaveLength(1);
  });

  test.skipIf(!soffice)(
    "LibreOffice opens the workbook: dates are dates, money is money, ids are text (needs soffice: apt install libreoffice-calc)",
    () => {
      const file = join(folder, "out.xlsx");
      expect(reimb("audit", reports, "--as-of", "2026-09-15", "--out", file).status).toBe(0);
      execFileSync(
        "soffice",
        [
          "--headless",
          "--convert-to",
          "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
          "--outdir",
          folder,
          file,
        ],
        { stdio: "ignore", env: { ...process.env, HOME: folder } },
      );
      const ledger = readFileSync(join(folder, "out-Inventory Ledger Detail.csv"), "utf8");
      expect(ledger).toContain("2026-08-01,X000000001,B000000001,00123,");
      expect(ledger).toContain('1E5,"=HYPERLINK(""http://a.b"")"');
      expect(ledger).toContain(",1-2,+1,");
      const findings = readFileSync(join(folder, "out-Findings.csv"), "utf8");
      expect(findings).toMatch(/^State,Days left,Amount,Currency/);
      expect(findings).toContain("file,15,8.4,USD,2,");
      expect(findings).toContain(",2026-09-30,2026-08-31,2026-08-01,US,00123,");
    },
  );
});

describe("reimb report-types", () => {
  test("lists every report with where to download it", () => {
    const run = reimb("report-types");
    expect(run.status).toBe(0);
    expect(run.out).toMatch(
      /ledger-detail +Inventory Ledger Detail +GET_LEDGER_DETAIL_VIEW_DATA +Reports > Fulfillment/,
    );
    expect(run.out).toMatch(/service-bills/);
  });
});

test("an unknown command is told, with status 2", () => {
  expect(reimb("frobnicate")).toMatchObject({ status: 2, out: "" });
});

test("a ledger without its header row is offered as such, and read when the user says so", () => {
  const headless = join(folder, "headless");
  mkdirSync(headless);
  writeFileSync(join(headless, "ledger.csv"), LEDGER.split("\n").slice(1).join("\n"));
  const offered = reimb("audit", headless, "--as-of", "2026-09-15");
  expect(offered.status).toBe(2);
  expect(offered.err).toMatch(/Inventory Ledger without its header row/);
  const read = reimb("audit", headless, "--as-of", "2026-09-15", "--ledger-without-header", "--json");
  expect(JSON.parse(read.out).imports).toMatchObject([{ report: "ledger-detail", rows: 3, added: 3 }]);
});
