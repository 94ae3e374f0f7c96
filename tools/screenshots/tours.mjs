/** What is done for the pictures, and in what order they are taken. */
// @ts-nocheck

/** A loss in the United States of the made-up seller, whose claim is shown. */
const LOST = "WL-06SM-22";
/** Its row in the ledger is found by this reference. */
const REFERENCE = "20043866098886";
const LEDGER = "Inventory Ledger Detail";

/** Amazon's report of having paid it. */
const PAYMENT = reportFile("reimbursements-later.txt", {
  "approval-date": "2026-11-20T10:00:00-08:00",
  "reimbursement-id": "9990001112",
  "case-id": "15501234567",
  "amazon-order-id": "",
  reason: "Lost_Warehouse",
  sku: LOST,
  fnsku: "X00MB9H1UR",
  asin: "B0ZG9G7T6C",
  "product-name": "",
  condition: "NewItem",
  "currency-unit": "USD",
  "amount-per-unit": "23.84",
  "amount-total": "95.36",
  "quantity-reimbursed-cash": "4",
  "quantity-reimbursed-inventory": "0",
  "quantity-reimbursed-total": "4",
  "original-reimbursement-id": "",
  "original-reimbursement-type": "",
});

/** From an empty sheet to the first findings. */
export async function firstRun(_server, { open, picture, files }) {
  const ana = await open("ana");
  await ana.addOnMenu("Import reports");
  await ana.button("Set up this sheet").waitFor();
  await ana.settled();
  await picture("first-run", ana.page);
  await ana.button("Set up this sheet").click();
  await ana.said("Drop Amazon’s report files here").waitFor();
  await ana.settled();
  await picture("import-empty", ana.panel);
  await ana.sidebar.getByLabel("Report files", { exact: true }).setInputFiles(files);
  const send = ana.button(`Import ${files.length} files`);
  await send.and(ana.sidebar.locator(":enabled")).waitFor();
  await ana.settled();
  await picture("import-preview", ana.panel);
  await send.click();
  await ana.button("Run audit").waitFor({ timeout: 120_000 });
  await ana.settled();
  await picture("import-done", ana.panel);
  await ana.button("Run audit").click();
  await ana.button("See the findings").waitFor({ timeout: 60_000 });
  await ana.settled();
  await picture("audited", ana.panel);
  await ana.close();
}

/** A morning's work on the findings, by a seller and her bookkeeper. */
export async function claims(_server, { open, picture }) {
  const ana = await open("ana");
  await ana.addOnMenu("Open findings");
  await ana.entries.first().waitFor();
  await ana.goTo("Findings");
  await picture("findings", ana.page);

  await opened(ana, LOST);
  await picture("finding", ana.panel);
  await ana.button("Start a claim").click();
  await ana.button("Copy case text").waitFor();
  await ana.settled();
  await picture("claim", ana.panel);
  await ana.button("Copy case text").click();
  await ana.button("Copy case text").evaluate((element) => element.scrollIntoView());
  await ana.settled();
  await picture("case-text", ana.panel);
  await ana.button("Filed with Amazon").click();
  await ana.sidebar.getByLabel("Case ID").fill("15501234567");
  await ana.settled();
  await picture("filing", ana.panel);
  await sent(ana, "Filed with Amazon", "filed");

  await ana.view("Import").click();
  await ana.sidebar.getByLabel("Report files", { exact: true }).setInputFiles([PAYMENT]);
  await ana.button("Import 1 file").click();
  await ana.said("1 file imported.").waitFor();
  await ana.view("Claims").click();
  await ana.button("← All claims").click();
  await ana.said("1 payment to confirm").click();
  await ana.settled();
  await picture("payment", ana.panel);
  await ana.button("Confirm").click();
  await ana.said("The payment is confirmed.").waitFor();

  await claimed(ana, "Taken back without a return", "15501234601");
  const ben = await open("ben");
  await ben.addOnMenu("Open findings");
  await claimed(ben, "Refunded, never returned", "15501234623");
  await step(ben, "Amazon is reviewing", "in review");
  await opened(ben, "Short on the way in");
  await ben.button("Dismiss").click();
  await ben.sidebar.getByLabel("Why is nothing owed?").fill("Our packer found these units at home.");
  await ben.button("Dismiss finding").click();
  await ben.button("Back to the queue").waitFor();
  await ana.close();
  await ben.close();
}

/** The workbook's tabs. */
export async function sheets(_server, { open, picture }) {
  const ben = await open("ben");
  await ben.addOnMenu("Open claims");
  await ben.entries.first().waitFor();
  await ben.goTo("Claims");
  await picture("claims", ben.page);
  await ben.page.getByRole("button", { name: "Close the sidebar" }).click();
  for (const [name, tab] of [
    ["claim-log", "Claim Log"],
    ["data-health", "Data health"],
    ["policy", "Policy"],
  ]) {
    await ben.goTo(tab);
    await picture(name, ben.page);
  }
  await ben.close();
}

/** A column of flags before the ledger's own. */
export async function formula({ host }, { open, picture }) {
  const ana = await open("ana");
  await ana.goTo(LEDGER, "A1");
  await ana.page.getByRole("menuitem", { name: "Insert" }).click();
  await ana.page.getByRole("menuitem", { name: "Columns left" }).click();
  await ana.settled();
  await ana.goTo(LEDGER, "A1");
  // The new column has taken over its neighbour's format: as text, a formula would stay one.
  for (const item of ["Format", "Number", "Automatic"])
    await ana.page
      .getByRole("menuitem", { name: item })
      .or(ana.page.getByRole("menuitemcheckbox", { name: item }))
      .click();
  await ana.page.keyboard.type("=REIMB_FLAG(REIMB_TODAY,B:R,Reimbursements!A:R,Costs!A:F)");
  await ana.page.keyboard.press("Enter");
  await ana.settled();
  await ana.widen("A", 250);
  const { values } = host.workbook.snapshot().sheets.find(({ name }) => name === LEDGER);
  const lost = values.findIndex((cells) => cells.includes(REFERENCE)) + 1;
  await ana.goTo(LEDGER, `A${lost + 4}`);
  await ana.goTo(LEDGER, "A1");
  await picture("formula", ana.page);
  await ana.close();
}

async function claimed(window, search, caseId) {
  await opened(window, search);
  await window.button("Start a claim").click();
  await window.button("Copy case text").waitFor();
  await step(window, "Filed with Amazon", "filed", { "Case ID": caseId });
}

async function opened(window, search) {
  await window.view("Findings").click();
  const back = window.button("← All findings");
  if (await back.isVisible()) await back.click();
  await window.sidebar.getByLabel("Search findings").fill(search);
  await window.entries.first().click();
  await window.button("Start a claim").waitFor();
  await window.settled();
}

async function step(window, label, state, fields = {}) {
  await window.button(label).click();
  for (const [name, value] of Object.entries(fields)) await window.sidebar.getByLabel(name).fill(value);
  await sent(window, label, state);
}

async function sent(window, label, state) {
  const read = window.sidebar.getByRole("checkbox", { name: /I have read/ });
  if (await read.isVisible()) await read.check();
  await window.sidebar.locator("form").getByRole("button", { name: label }).click();
  await window.said(`The claim is now: ${state}.`).waitFor();
}

/** A tab-separated report of one row. */
function reportFile(name, row) {
  const text = `${Object.keys(row).join("\t")}\n${Object.values(row).join("\t")}\n`;
  return { name, mimeType: "text/plain", buffer: Buffer.from(text) };
}
