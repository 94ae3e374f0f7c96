/** What goes wrong inside a report: every line is read or told, and nothing is guessed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isUnrecognised, readReport } from "../../../intake/parse.ts";
import { compactFields } from "../../../intake/plan.ts";
import { FIXTURES } from "./fixtures.ts";
import { read, readBytes, rowsOf, shown } from "./reading.ts";

const LEDGER =
  "Date\tFNSKU\tASIN\tMSKU\tTitle\tEvent Type\tReference ID\tQuantity\tFulfillment Center\tDisposition\tReason\tCountry";
const quotedRow = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(",");
const QUOTED_LEDGER = quotedRow(LEDGER.split("\t"));
const ledgerRow = (title: string, quantity = "-1") => [
  "05/26/2026",
  "X001",
  "B001",
  "A",
  title,
  "Adjustments",
  "1",
  quantity,
  "LGB3",
  "SELLABLE",
  "M",
  "US",
];
const COSTS = "msku,unit-cost,currency,valid-from";

describe("quotes", () => {
  test("a tab file with a bare header keeps lone quotes, and reads on", async () => {
    const file = await read(
      `${LEDGER}\n${ledgerRow('"Lone').join("\t")}\n${ledgerRow('5" tape').join("\t")}\n`,
    );
    expect(rowsOf(file).map((row) => row[4])).toEqual(['"Lone', '5" tape']);
  });

  test("a tab file with a quoted header is read with quotes", async () => {
    const line = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join("\t");
    const file = await read(`${line(LEDGER.split("\t"))}\n${line(ledgerRow('Tape ""wide"" \tblue'))}\n`);
    expect(rowsOf(file)[0]?.[4]).toBe('Tape "wide" \tblue');
  });

  test("quoted names parted by spaces are a ledger's header", async () => {
    const line = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(" ");
    const file = await read(`${line(LEDGER.split("\t"))}\n${line(ledgerRow("Blue tape"))}\n`);
    expect(shown(file)).toMatchObject({ date: "2026-05-26", title: "Blue tape", quantity: -1 });
  });

  test("an unclosed quote costs its own line and no other", async () => {
    const broken = `${quotedRow(ledgerRow("x")).replace('"x"', '"x')}`;
    const rows = [ledgerRow("a"), ledgerRow("b"), ledgerRow("c")].map(quotedRow);
    const text = [QUOTED_LEDGER, rows[0], broken, rows[1], rows[2]].join("\n");
    const file = await read(`${text}\n`);
    expect(rowsOf(file).map((row) => row[4])).toEqual(["a", "b", "c"]);
    expect(file.lines).toEqual([2, 4, 5]);
    expect(file.rejected).toEqual([
      { line: 3, reason: expect.stringMatching(/quote in this line does not close/) },
    ]);
  });

  test("a line break inside a quoted cell counts as a line", async () => {
    const file = await read(
      `${QUOTED_LEDGER}\n${quotedRow(ledgerRow("two\nlines"))}\n${quotedRow(ledgerRow("b"))}\n`,
    );
    expect(file.lines).toEqual([2, 4]);
    expect(rowsOf(file)[0]?.[4]).toBe("two\nlines");
  });

  test("a quote opened at the end of a long file does not hold it up", async () => {
    const many = Array.from({ length: 3000 }, (_, i) => quotedRow(ledgerRow(`t${i}`)));
    const broken = quotedRow(ledgerRow("x")).replace('"US"', '"US');
    const file = await read([QUOTED_LEDGER, broken, ...many].join("\n"));
    expect(file.length).toBe(3000);
    expect(file.rejected.map(({ line }) => line)).toEqual([2]);
  });
});

describe("lines", () => {
  test("too long, repeated header, NUL, totals: each told with its line", async () => {
    const rows = [
      ledgerRow("a"),
      [...ledgerRow("b"), "x"],
      LEDGER.split("\t"),
      ledgerRow("c\0"),
      ["Total", "", "", "", "", "", "", "-3"],
    ];
    const file = await read(`${[LEDGER, ...rows.map((row) => row.join("\t"))].join("\n")}\n`);
    expect(file.length).toBe(1);
    expect(file.rejected.map(({ line }) => line)).toEqual([3, 4, 5, 6]);
    expect(file.rejected.map(({ reason }) => reason).join("\n")).toMatch(
      /13 cells, the header 12[\s\S]*repeats the header[\s\S]*NUL[\s\S]*Date: "Total" cannot be read as a date/,
    );
  });

  test("a buyer's comment that runs over two lines is not shown", async () => {
    const text = FIXTURES.find((fixture) => fixture.report === "customer-returns")?.text ?? "";
    const file = await read(text.replace("call me", "call\nme, I am Ann,"));
    expect(file.length).toBe(1);
    expect(file.rejected).toEqual([{ line: 3, reason: expect.stringMatching(/single cell/) }]);
    expect(JSON.stringify(file)).not.toMatch(/Ann/);
  });

  test("a date split at its comma is joined again", async () => {
    const header =
      "date/time,settlement id,type,order id,sku,description,quantity,marketplace,account type,fulfillment,product sales,other,total";
    const file = await read(
      `${header}\nJun 8, 2025 10:23:05 PM PDT,18,Order,1211,SKU,,1,amazon.com,Standard,Amazon,14.9,0,7.81\n`,
    );
    expect(shown(file)).toMatchObject({ dateTime: "2025-06-08 22:23:05", settlementId: "18", total: 7.81 });
  });

  test("of thousands of unknown columns the first hundred are kept, and it is told", async () => {
    const boxes = Array.from({ length: 3000 }, (_, i) => (i % 2 === 0 ? `U${i} - Unit Quantity` : "same"));
    const file = await read(
      `${COSTS},${boxes.join(",")}\nA,1,USD,2026-01-01,${boxes.map(() => "7").join(",")}\n`,
    );
    expect(file.extras.length).toBe(100);
    expect(file.extras[99]).toBe("same (50)");
    expect(rowsOf(file)[0]?.length).toBe(104);
    expect(file.notes.join()).toMatch(
      /has 3000 columns.*first 100 were kept.*from "U100 - Unit Quantity" on/,
    );
  });

  test("the boxes of a shipment add no columns to its tab", async () => {
    const file = await read(
      "Shipment ID\tFBA1\n\nMerchant SKU\tFNSKU\texternal-id\tShipped\tFBA1U001 - Unit Quantity\tFBA1U001 Expiration Date (mm/dd/yy)\nA\tX1\t\t3\t3\t12/31/26\n",
    );
    expect(file.extras).toEqual([]);
    expect(rowsOf(file)).toEqual([["FBA1", "A", "X1", "", 3]]);
    expect(file.notes).toEqual([
      'Left out because no audit reads them and every file names them anew: 2 columns such as "FBA1U001 - Unit Quantity".',
    ]);
  });

  test("names of unknown columns are cut to a length a tab can hold", async () => {
    const long = "n".repeat(300);
    const file = await read(`${COSTS},${long},${long}\nA,1,USD,2026-01-01,7,8\n`);
    expect(file.extras.map((name) => name.length)).toEqual([200, 200]);
    expect(new Set(file.extras).size).toBe(2);
  });

  test("unknown columns are kept as text, buyers' columns dropped, whatever the report", async () => {
    const file = await read(`${COSTS},Note,Buyer Email,Note\nA,1.50,USD,2026-01-01,=1+1,x@y.z,second\n`);
    expect(file.extras).toEqual(["Note", "Note (2)"]);
    expect(shown(file)).toMatchObject({ Note: "=1+1", "Note (2)": "second" });
    expect(file.droppedPersonal).toEqual(["Buyer Email"]);
  });

  test("ids keep their digits, and those Excel has damaged are told", async () => {
    const file = await read(
      "msku,fnsku,unit-cost\n00123,1E5,1.50\n=HYPERLINK(1),7.82E+12,1.50\nA,1,23457E+12\n1-2,X,1.50\n",
    );
    expect(rowsOf(file).map((row) => row[0])).toEqual(["00123", "1-2"]);
    expect(rowsOf(file)[0]?.[1]).toBe("1E5");
    expect(file.rejected[0]?.reason).toMatch(/fnsku: "7\.82E\+12" was an id.*without opening and saving it/);
    const comma = await read("msku;unit-cost\n1,23457E+12;1,50\n");
    expect(comma.rejected[0]?.reason).toMatch(/was an id/);
  });
});

describe("numbers are decided per file", () => {
  const costs = async (cells: readonly string[], marketplace = "US", currency = "EUR") => {
    const lines = cells.map((cell, i) => `A${i}\t${cell}\t${currency}\t`);
    const file = await read(`msku\tunit-cost\tcurrency\tvalid-from\n${lines.join("\n")}\n`, marketplace);
    return { values: rowsOf(file).map((row) => row[1]), reasons: file.rejected.map(({ reason }) => reason) };
  };

  test.each<[string, readonly string[], readonly number[]]>([
    ["a comma elsewhere makes the dot a thousands sign", ["1.234", "2,50"], [1234, 2.5]],
    ["a dot elsewhere makes the comma a thousands sign", ["1,234", "2.50"], [1234, 2.5]],
    ["a dot elsewhere makes the dot the decimal sign", ["1.234", "2.50"], [1.234, 2.5]],
    ["the proof may come before", ["2,50", "1.234"], [2.5, 1234]],
  ])("%s", async (_, cells, values) => {
    expect(await costs(cells)).toEqual({ values, reasons: [] });
  });

  test("without any proof it is refused in words", async () => {
    const { values, reasons } = await costs(["1,234", "5"]);
    expect(values).toEqual([5]);
    expect(reasons[0]).toMatch(/unit-cost: "1,234" may be a fraction or thousands/);
  });

  test("with proof of both it is refused, and the clear ones are read", async () => {
    const { values, reasons } = await costs(["1,234", "5,50", "5.50"]);
    expect(values).toEqual([5.5, 5.5]);
    expect(reasons.length).toBe(1);
  });

  test("yen have no decimals", async () => {
    expect(await costs(["1,234"], "US", "JPY")).toEqual({ values: [1234], reasons: [] });
  });

  test("quantities are whole", async () => {
    const file = await read("invoice-number\tunits\tunit-cost\n1\t1,234\t\n2\t1,000\t\n3\t2.5\t\n4\t3.0\t\n");
    expect(rowsOf(file).map((row) => row[1])).toEqual([1234, 3]);
    expect(file.rejected.map(({ reason }) => reason).join("\n")).toMatch(
      /"1,000" may be a fraction or thousands[\s\S]*"2\.5" is not a whole number/,
    );
  });
});

describe("the order of day and month is the column's", () => {
  const days = async (cells: readonly string[], marketplace: string) => {
    const lines = cells.map((cell, i) => `A${i}\t1.00\tEUR\t${cell}`);
    const file = await read(`msku\tunit-cost\tcurrency\tvalid-from\n${lines.join("\n")}\n`, marketplace);
    return {
      days: file.lines.map((_, i) => shown(file, i)["validFrom"]),
      reasons: file.rejected.map(({ reason }) => reason),
    };
  };

  test.each<[string, readonly string[], string, readonly string[]]>([
    ["a day above 12 decides", ["03/04/2026", "13/04/2026"], "US", ["2026-04-03", "2026-04-13"]],
    ["in either place", ["04/13/2026", "03/04/2026"], "UK", ["2026-04-13", "2026-03-04"]],
    ["else the marketplace: United States", ["03/04/2026"], "US", ["2026-03-04"]],
    ["else the marketplace: United Kingdom", ["03/04/2026"], "UK", ["2026-04-03"]],
    ["the same in both orders", ["04/04/2026"], "CA", ["2026-04-04"]],
  ])("%s", async (_, cells, marketplace, expected) => {
    expect(await days(cells, marketplace)).toEqual({ days: expected, reasons: [] });
  });

  test("where both orders are usual it is refused in words", async () => {
    const { days: read, reasons } = await days(["03/04/2026"], "CA");
    expect(read).toEqual([]);
    expect(reasons[0]).toMatch(/may be day\/month or month\/day/);
  });

  test("a column of both kinds decides nothing", async () => {
    const { days: read, reasons } = await days(["03/04/2026", "13/04/2026", "04/13/2026"], "US");
    expect(read).toEqual(["2026-04-13", "2026-04-13"]);
    expect(reasons[0]).toMatch(/dates of both kinds/);
  });

  test("a day that does not exist is refused", async () => {
    const { reasons } = await days(["2026-02-30", "2026-02-28"], "US");
    expect(reasons).toEqual([
      expect.stringMatching(/valid-from: "2026-02-30" cannot be read as a date: there is no such day/),
    ]);
  });

  test("the ledger prints the month first in every marketplace", async () => {
    const file = await read(`${LEDGER}\n${ledgerRow("a").join("\t").replace("05/26", "05/06")}\n`, "DE");
    expect(shown(file)["date"]).toBe("2026-05-06");
    const wrong = await read(`${LEDGER}\n${ledgerRow("a").join("\t").replace("05/26", "26/05")}\n`, "DE");
    expect(wrong.rejected[0]?.reason).toMatch(/month\/day\/year here in every marketplace/);
  });
});

describe("the end of a file", () => {
  const whole = (quantity: string) => `${ledgerRow("a", quantity).join("\t")}\n`;

  test("a last line shorter than every other was cut off", async () => {
    const file = await read(`${LEDGER}\n${whole("-1")}${ledgerRow("b").slice(0, 7).join("\t")}`);
    expect(file.rejected).toEqual([{ line: 3, reason: expect.stringMatching(/7 of 12 cells.*cut off/) }]);
  });

  test("alone in its file, a line without its figures was cut off, one without words is whole", async () => {
    const header =
      "approval-date\treimbursement-id\treason\tsku\tamount-total\tquantity-reimbursed-total\toriginal-reimbursement-id";
    const cells = ["2026-05-12", "R1", "Lost_Warehouse", "A", "1.50", "1", ""];
    const cut = await read(`${header}\n${cells.slice(0, 5).join("\t")}`);
    expect(cut.rejected).toEqual([{ line: 2, reason: expect.stringMatching(/5 of 7 cells.*cut off/) }]);
    const short = await read(`${header}\n${cells.slice(0, 6).join("\t")}`);
    expect(short.length).toBe(1);
  });

  test("a last line may be the only one without its blank last cells", async () => {
    const header =
      "approval-date\treimbursement-id\treason\tsku\tamount-total\tquantity-reimbursed-total\toriginal-reimbursement-id";
    const reversal = "2026-05-12\tR1\tReimbursement_Reversal\tA\t-1.50\t-1\tR0\n";
    const file = await read(`${header}\n${reversal}${reversal}2026-05-12\tR2\tLost_Warehouse\tA\t1.50\t1`);
    expect(file.rejected).toEqual([]);
    expect(file.length).toBe(3);
  });

  test("in a file that leaves its blank last cells out, a short last line is whole", async () => {
    const short = (title: string) => ledgerRow(title).slice(0, 9).join("\t");
    const file = await read(`${LEDGER}\n${whole("-1")}${short("b")}\n${short("c")}`);
    expect(file.rejected).toEqual([]);
    expect(file.length).toBe(3);
  });
});

describe("figures that do not apply", () => {
  test("an item without an estimated fee keeps its row", async () => {
    const file = await read(
      "sku\tfnsku\tasin\tlongest-side\testimated-fee-total\nA\tX1\tB1\t6.00\t--\nB\tX2\tB2\t7.00\t3.50\n",
    );
    expect(rowsOf(file).map((row) => row[4])).toEqual([null, 3.5]);
  });

  test("an item whose cost is not known yet keeps its size", async () => {
    const file = await read("msku,unit-cost,currency,length\nA,,USD,10.5\n");
    expect(shown(file)).toEqual({ msku: "A", unitCost: null, currency: "USD", length: 10.5 });
  });
});

describe("a time with an offset becomes the marketplace's", () => {
  const RETURNS = "return-date\torder-id\tsku\tquantity\tdetailed-disposition\tlicense-plate-number\n";
  test.each([
    ["US", "2026-09-14T06:03:57+00:00", "2026-09-13 23:03:57"],
    ["UK", "2026-09-13T23:30:00+00:00", "2026-09-14 00:30:00"],
    ["JP", "2026-09-13T23:30:00Z", "2026-09-14 08:30:00"],
    ["US", "2026-09-14 06:03:57", "2026-09-14 06:03:57"],
  ])("%s: %s", async (marketplace, printed, expected) => {
    const file = await read(`${RETURNS}${printed}\t1\tA\t1\tSELLABLE\tL\n`, marketplace);
    expect(shown(file)["returnDate"]).toBe(expected);
  });
});

describe("coverage and sums", () => {
  const settlement = FIXTURES.find((fixture) => fixture.report === "settlement")?.text ?? "";

  test("a settlement covers its period, other reports the days of their rows", async () => {
    const file = await read(settlement);
    expect([file.firstDay, file.lastDay]).toEqual([20525, 20539]);
    const storage = await read(FIXTURES.find((fixture) => fixture.report === "storage-fees")?.text ?? "");
    expect([storage.firstDay, storage.lastDay]).toEqual([20574, 20604]);
    const fees = await read(FIXTURES.find((fixture) => fixture.report === "fee-preview")?.text ?? "");
    expect([fees.firstDay, fees.lastDay]).toEqual([null, null]);
  });

  test("a settlement whose rows do not add up says by how much", async () => {
    const file = await read(settlement.replace("\t7.29\t", "\t5.29\t"));
    expect(file.notes).toEqual([
      expect.stringMatching(
        /6300993871: its rows add up to 11\.64 USD, its first row says 13\.64 USD: 2\.00 USD too little/,
      ),
    ]);
    const headless = await read(
      settlement
        .split("\n")
        .filter((_, i) => i !== 1)
        .join("\n"),
    );
    expect(headless.notes).toEqual([
      expect.stringMatching(/6300993871: its first row, which holds the total, is not in the file/),
    ]);
  });

  test("a settlement in decimal commas and days first adds up", async () => {
    const text = settlement
      .replace(/(\d)\.(\d\d)\t/g, "$1,$2\t")
      .replace(/(\d{4})-(\d\d)-(\d\d) /g, "$3.$2.$1 ");
    const file = await read(text, "DE");
    expect(file.notes).toEqual([]);
    expect(shown(file, 1)).toMatchObject({ amount: 7.29, postedDateTime: "2026-03-14 01:24:53" });
  });

  test("a SKU list whose rows do not add up says so", async () => {
    const text = FIXTURES.find((fixture) => fixture.report === "inbound-contents")?.text ?? "";
    expect((await read(text.replace("Total Units\t50", "Total Units\t60"))).notes).toEqual([
      expect.stringMatching(/hold 50 units, the lines above them say 60/),
    ]);
  });
});

describe("preambles", () => {
  const fixture = FIXTURES.find((candidate) => candidate.report === "transactions")?.text ?? "";
  test("a spreadsheet adds commas to the lines above the header", async () => {
    const text = fixture.replace(
      /"All amounts in USD, unless specified"/,
      '"All amounts in USD, unless specified",,,,,,',
    );
    expect(shown(await read(text))["currency"]).toBe("USD");
  });

  test("the lines above a SKU list may be saved with commas or colons", async () => {
    const list = "Merchant SKU,Title,ASIN,FNSKU,external-id,Condition,Shipped\nA,T,B1,X1,,New,5\n";
    const commas = await read(`Shipment ID,FBA1,,,,,\nName,One,,,,,\n,,,,,,\n${list}`);
    expect(shown(commas)).toMatchObject({ shipmentId: "FBA1", name: "One", shipped: 5 });
    const colons = await read(`Shipment ID: FBA1\nPack list: 1 of 2\n\n${list}`);
    expect(shown(colons)).toMatchObject({ shipmentId: "FBA1", packList: "1 of 2" });
  });

  test("localised: German headers, dates and amounts, in windows-1252", async () => {
    const header =
      '"Datum/Uhrzeit","Abrechnungsnummer","Typ","Bestellnummer","SKU","Beschreibung","Menge","Marketplace","Versand","Ort der Bestellung","Umsätze","Gesamt"';
    const text = `"Alle Beträge in EUR, sofern nicht anders gekennzeichnet"\n${header}\n"03.03.2026 10:00:00 MEZ","1","Bestellung","302-1","A","Tasse €5","1","amazon.de","Amazon","Köln","1.234,56","5,00"\n`;
    const bytes = Uint8Array.from([...text].map((letter) => (letter === "€" ? 0x80 : letter.charCodeAt(0))));
    const file = await readBytes(bytes, "DE");
    expect(shown(file)).toMatchObject({
      currency: "EUR",
      dateTime: "2026-03-03 10:00:00",
      productSales: 1234.56,
      total: 5,
      description: "Tasse €5",
    });
    expect(file.droppedPersonal).toEqual(["Ort der Bestellung"]);
  });
});

/** A line of separators and empty quotes is blank; a lone quote is a cut cell. */
const holdsSomething = (line: string) => /[^\s",;]/.test(line) || line.split('"').length % 2 === 0;

describe("cut anywhere", () => {
  test.each(FIXTURES.map(({ report, text }) => [report, text] as const))("%s", async (_, text) => {
    const whole = await read(text);
    const lineCount = (part: string) => part.split("\n").filter(holdsSomething).length;
    const above = lineCount(text) - whole.length - whole.rejected.length;
    const bytes = new TextEncoder().encode(text);
    for (let end = 0; end < bytes.length; end += 3) {
      const part = new TextDecoder().decode(bytes.subarray(0, end));
      const file = await readReport([part], { marketplace: "US" });
      if (isUnrecognised(file)) continue;
      expect(file.length + file.rejected.length).toBe(Math.max(0, lineCount(part) - above));
    }
  });
});

describe("only what is wanted is handed over", () => {
  test.each(FIXTURES.map(({ report, text }) => [report, text] as const))("%s", async (_, text) => {
    const whole = await read(text);
    const file = await readReport([text], { marketplace: "US", wanted: compactFields });
    if (isUnrecognised(file)) throw new Error(file.reason);
    const wanted = compactFields(file.definition);
    const { columns, ...rest } = file;
    expect({ ...whole, ...rest }).toEqual(whole);
    expect(columns.length).toBe(whole.columns.length);
    for (const [n, field] of [...file.fields, ...file.extras].entries()) {
      if (wanted.has(field)) expect(columns[n]).toEqual(whole.columns[n]);
      else expect([null, whole.columns[n]]).toContainEqual(columns[n]);
    }
    for (const n of file.extras.keys()) expect(columns[file.fields.length + n]).toBe(null);
  });

  test("what is not wanted is checked all the same", async () => {
    const rows = [ledgerRow("a"), ledgerRow("b"), ledgerRow("c")].map((row) => row.join("\t"));
    const text = [`${LEDGER}\tDate and Time`, `${rows[0]}\t2026-05-01T00:00:00Z`, `${rows[1]}\tsoon`].join(
      "\n",
    );
    for (const wanted of [undefined, () => new Set<string>()]) {
      const file = await readReport([`${text}\n`], { marketplace: "US", ...(wanted && { wanted }) });
      if (isUnrecognised(file)) throw new Error(file.reason);
      expect([file.length, file.rejected.map(({ line }) => line)]).toEqual([1, [3]]);
    }
  });

  test("a cut last line is told by columns nobody wants, too", async () => {
    const rows = Array.from({ length: 300 }, (_, n) => ledgerRow(`t${n}`));
    const cut = (rows[0] ?? []).slice(0, -2);
    const text = [LEDGER, ...[...rows, cut].map((row) => row.join("\t"))].join("\n");
    const whole = await read(text);
    const file = await readReport([text], { marketplace: "US", wanted: () => new Set<string>() });
    if (isUnrecognised(file)) throw new Error(file.reason);
    expect(file.rejected).toEqual(whole.rejected);
    expect(file.rejected.length).toBe(1);
  });
});

test("no text makes it throw", async () => {
  const junk = fc.array(
    fc.constantFrom('"', ",", "\t", "\n", "\r", "a", "1.234", "\0", "7E+5", "05/26/2026"),
    { maxLength: 80 },
  );
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(LEDGER, QUOTED_LEDGER, COSTS),
      junk,
      fc.integer({ min: 1, max: 9 }),
      async (header, parts, size) => {
        const text = `${header}\n${parts.join("")}`;
        const whole = await readReport([text], { marketplace: "US" });
        const slices = text.match(new RegExp(`[^]{1,${size}}`, "g")) ?? [];
        expect(await readReport(slices, { marketplace: "US" })).toEqual(whole);
      },
    ),
  );
});
