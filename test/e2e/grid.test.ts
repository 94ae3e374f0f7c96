/** The grid under mouse and keyboard, as people use it in Google Sheets. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import type { RunningServer } from "../../simulator/server/server.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { clockFrom, openServer, SheetWindow } from "./sheet.ts";

const test = it.skipIf(CHROMIUM === null);

let browser: Browser;
let server: RunningServer;
let window: SheetWindow;
let page: Page;
let nameBox: Locator;
let formulaBar: Locator;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await launch();
  server = await openServer({ clock: clockFrom() });
  window = await SheetWindow.open(browser, server);
  page = window.page;
  nameBox = page.getByRole("textbox", { name: "Name box" });
  formulaBar = page.getByRole("textbox", { name: "Formula bar" });
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Every test has a tab of its own. */
beforeEach(async () => {
  if (CHROMIUM === null) return;
  const tabs = await page.getByRole("tab").count();
  await page.getByRole("button", { name: "Add sheet" }).click();
  await expect.poll(() => page.getByRole("tab").count()).toBe(tabs + 1);
});

async function goTo(place: string): Promise<void> {
  await nameBox.fill(place);
  await page.keyboard.press("Enter");
  await expect.poll(() => nameBox.inputValue()).toBe(place);
}

async function type(place: string, text: string): Promise<void> {
  await goTo(place);
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

function putOnClipboard(text: string): Promise<unknown> {
  return page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
}

function cell(text: string): Locator {
  return page.getByRole("gridcell", { name: text, exact: true });
}

/** What stands in a cell, as the formula bar shows it. */
async function content(place: string): Promise<string> {
  await goTo(place);
  return formulaBar.inputValue();
}

test("typing, Enter, Tab and arrows move as in Sheets; Escape takes back", async () => {
  await type("B2", "first");
  expect(await nameBox.inputValue()).toBe("B3");
  await page.keyboard.type("12.5");
  await page.keyboard.press("Tab");
  expect(await nameBox.inputValue()).toBe("C3");
  await page.keyboard.type("never kept");
  await page.keyboard.press("Escape");
  await cell("12.5").waitFor();
  expect(await content("C3")).toBe("");
  await goTo("B2");
  await page.keyboard.press("F2");
  await page.keyboard.type(" and more");
  await page.keyboard.press("Enter");
  await cell("first and more").waitFor();
});

test("what is typed on before the page is drawn again begins the next cell", async () => {
  await goTo("B2");
  await page.evaluate(`{
    const line = document.activeElement;
    for (const text of ["=REIMB_NOPE", "second", "third"]) {
      for (const letter of text) {
        line.value += letter;
        line.dispatchEvent(new Event("input", { bubbles: true }));
      }
      line.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
    }
  }`);
  await cell("third").waitFor();
  expect([await content("B2"), await content("B3"), await content("B4")]).toEqual([
    "=REIMB_NOPE",
    "second",
    "third",
  ]);
});

test("formulas are computed, and follow what they refer to", async () => {
  await type("A1", "20");
  await type("B1", "=A1*2+1");
  await cell("41").waitFor();
  await type("A1", "30");
  await cell("61").waitFor();
  expect(await content("B1")).toBe("=A1*2+1");
});

test("the add-on's functions are offered while a formula is typed, with their parameters", async () => {
  await goTo("A1");
  await page.keyboard.type("=REIMB_DEAD");
  await page.getByRole("option", { name: /^REIMB_DEADLINE/ }).waitFor();
  await page.keyboard.press("Tab");
  await page.getByText("claimType –").waitFor();
  await page.keyboard.type('"warehouse-lost","2026-01-01","US")');
  await page.keyboard.press("Enter");
  await cell("2026-03-02").waitFor();
});

test("clicking cells while a formula is typed puts their names into it", async () => {
  await type("A1", "3");
  await type("A2", "4");
  await goTo("C1");
  await page.keyboard.type("=SUM(");
  await cell("3").hover();
  await page.mouse.down();
  await cell("4").hover();
  await page.mouse.up();
  await page.keyboard.type(")");
  await page.keyboard.press("Enter");
  await cell("7").waitFor();
  expect(await content("C1")).toBe("=SUM(A1:A2)");
});

test("blocks are copied, pasted, emptied, taken back and made again", async () => {
  await type("A1", "1");
  await type("B1", "2");
  await goTo("A1:B1");
  await page.keyboard.press("Control+c");
  await goTo("D5");
  await page.keyboard.press("Control+v");
  await expect.poll(() => content("E5")).toBe("2");
  await goTo("D5:E5");
  await page.keyboard.press("Delete");
  await expect.poll(() => content("E5")).toBe("");
  await page.keyboard.press("Control+z");
  await expect.poll(() => content("E5")).toBe("2");
  await page.keyboard.press("Control+y");
  await expect.poll(() => content("E5")).toBe("");
});

test("text from elsewhere is pasted cell by cell and counted", async () => {
  await goTo("A1");
  await putOnClipboard('Item\tUnits\n"two\nlines"\t5\nMug\t7');
  await page.keyboard.press("Control+v");
  await expect.poll(() => nameBox.inputValue()).toBe("A1:B3");
  await page.getByText("Sum: 12").waitFor();
  expect(await content("A2")).toBe("two\nlines");
});

test("a filter hides rows, keeps their numbers, and gives them back", async () => {
  await goTo("A1");
  await putOnClipboard("State\nfile\nwait\nfile");
  await page.keyboard.press("Control+v");
  await cell("wait").waitFor();
  await goTo("A1:A4");
  await page.getByRole("menuitem", { name: "Data" }).click();
  await page.getByRole("menuitem", { name: "Create a filter" }).click();
  const funnel = cell("State").locator("[data-act=filter]");
  await funnel.click();
  await page.getByRole("checkbox", { name: "wait" }).uncheck();
  await page.getByRole("button", { name: "OK" }).click();
  await cell("wait").waitFor({ state: "detached" });
  await goTo("A2");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => nameBox.inputValue()).toBe("A4");
  await funnel.click();
  await page.getByRole("button", { name: "Select all" }).click();
  await page.getByRole("button", { name: "OK" }).click();
  await cell("wait").waitFor();
});

test("a tab is renamed, coloured, hidden, shown and deleted", async () => {
  const active = page.locator("[role=tab][aria-selected=true]");
  await active.dblclick();
  await page.keyboard.type("Notes of ana");
  await page.keyboard.press("Enter");
  await window.tab("Notes of ana").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Hide sheet" }).click();
  await window.tab("Notes of ana").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "All sheets" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Notes of ana (hidden)" }).click();
  await window.tab("Notes of ana").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "OK" }).click();
  await window.tab("Notes of ana").waitFor({ state: "detached" });
});

test("whoever leaves a cell half typed has typed it", async () => {
  const name = await page.locator("[role=tab][aria-selected=true]").innerText();
  await goTo("C3");
  await page.keyboard.type("half a word");
  await window.tab("Sheet1").click();
  await window.tab(name).click();
  await expect.poll(() => content("C3")).toBe("half a word");
});

test("nothing went wrong in the window", () => {
  expect(window.errors).toEqual([]);
});
