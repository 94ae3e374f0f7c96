/**
 * What a user of the sidebar waits for, in Chromium over the local Sheets: its first paint, the page's answers while a
 * large file is imported, the filter over thousands of findings.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Frame } from "playwright-core";
import { startServer } from "../simulator/server/server.ts";
import { launch } from "../test/e2e/browser.ts";
import { SheetWindow } from "../test/e2e/sheet.ts";

/** Milliseconds, unless they are named otherwise. */
export interface SidebarRun {
  /** Of each opening: from the start of loading to the first paint with content, and from the end of loading. */
  readonly firstPaint: readonly { readonly since: number; readonly afterLoad: number }[];
  readonly import: Import;
  readonly filter: Filter;
}

interface Import {
  readonly seconds: number;
  readonly rows: number;
  /** Of the sidebar's own tasks, those above 50 ms, the browser's measure of a page that lags; longest first. */
  readonly longTasks: readonly Task[];
  /** Of the local Sheets' own page on the same thread; at Google it has another. */
  readonly others: number;
  /** The longest the page did not come to a task that waited. */
  readonly longestWait: number;
}

interface Task {
  readonly ms: number;
  /** What the sidebar showed then. */
  readonly during: string;
}

interface Filter {
  readonly findings: number;
  /** Of each change of the filter: from the event to the frame that shows it, and how many frames went by. */
  readonly changes: readonly { readonly ms: number; readonly frames: number }[];
}

export async function sidebarRun(
  dist: string,
  ledger: string,
  asOf: string,
  runs: number,
): Promise<SidebarRun> {
  const browser = await launch();
  try {
    const firstPaint = await withSheet(browser, dist, asOf, (window) => paints(window, runs));
    const imported = await withSheet(browser, dist, asOf, (window) => importing(window, ledger));
    const filter = await withSheet(browser, dist, asOf, (window) => filtering(window, runs));
    return { firstPaint, import: imported, filter };
  } finally {
    await browser.close();
  }
}

/** A new document on its own server, with the sidebar open and set up. */
async function withSheet<T>(
  browser: Browser,
  dist: string,
  asOf: string,
  use: (window: SheetWindow) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), "reimb-bench-"));
  const began = Date.now();
  const clock = {
    now: () => Date.parse(`${asOf}T20:00:00Z`) + (Date.now() - began),
    sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref()),
  };
  const server = await startServer({ root: process.cwd(), port: 0, folder, begin: "nothing", dist, clock });
  try {
    const window = await SheetWindow.open(browser, server);
    await window.addOnMenu("Import reports");
    await window.button("Set up this sheet").click();
    await window.said("Drop Amazon’s report files here").waitFor();
    const result = await use(window);
    await window.close();
    return result;
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

function frameOf(window: SheetWindow): Frame {
  const frame = window.page.frames().find((one) => one !== window.page.mainFrame());
  if (!frame) throw new Error("The sidebar is not open.");
  return frame;
}

async function paints(window: SheetWindow, runs: number): Promise<SidebarRun["firstPaint"]> {
  const measured: { since: number; afterLoad: number }[] = [];
  for (let run = 0; run < runs; run++) {
    await window.page.reload();
    await window.addOnMenu("Import reports");
    await window.said("Drop Amazon’s report files here").waitFor();
    measured.push(
      await frameOf(window).evaluate(() => {
        const [paint] = performance.getEntriesByName("first-contentful-paint");
        const [loaded] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
        if (!paint || !loaded) throw new Error("The browser has not measured the loading of the sidebar.");
        return { since: paint.startTime, afterLoad: Math.max(0, paint.startTime - loaded.loadEventEnd) };
      }),
    );
  }
  return measured;
}

declare global {
  var measured: { own: Task[]; others: number; wait: number };
}

async function importing(window: SheetWindow, ledger: string): Promise<Import> {
  const frame = frameOf(window);
  await frame.evaluate(() => {
    globalThis.measured = { own: [], others: 0, wait: 0 };
    const { measured } = globalThis;
    new PerformanceObserver((list) => {
      for (const { name, duration } of list.getEntries()) {
        if (name !== "self") {
          measured.others = Math.max(measured.others, duration);
          continue;
        }
        const during = [...document.querySelectorAll(".running p, .card p")].map((p) => p.textContent);
        measured.own.push({ ms: duration, during: during.join(" · ").replace(/\s+/g, " ").slice(0, 200) });
      }
    }).observe({ type: "longtask" });
    let before = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      measured.wait = Math.max(measured.wait, now - before);
      setTimeout(() => {
        before = performance.now();
        port2.postMessage(null);
      }, 5);
    };
    port2.postMessage(null);
  });
  const started = performance.now();
  await window.choose([ledger]);
  await window.button("Import 1 file").waitFor({ timeout: 300_000 });
  while (await window.button("Import 1 file").isDisabled()) await window.page.waitForTimeout(50);
  await window.button("Import 1 file").click();
  await window.said(/1 file imported\./).waitFor({ timeout: 1_200_000 });
  const seconds = (performance.now() - started) / 1000;
  const { own, others, wait } = await frame.evaluate(() => globalThis.measured);
  const rows = Number(
    /([\d,]+) rows added/.exec((await window.said(/rows added/).textContent()) ?? "")?.[1]?.replace(/,/g, ""),
  );
  return { seconds, rows, longTasks: own.sort((a, b) => b.ms - a.ms), others, longestWait: wait };
}

const FINDINGS = 5000;

/** A ledger of that many losses, each of its own item, and one payment for none of them. */
function lossesFiles() {
  const ledger = [
    "Date,FNSKU,ASIN,MSKU,Title,Event Type,Reference ID,Quantity,Fulfillment Center,Disposition,Reason,Country",
    ...Array.from({ length: FINDINGS }, (_, i) => {
      const n = String(i).padStart(5, "0");
      return `10/${10 + (i % 8)}/2026,X00BEN${n},B0BEN${n},SKU-${n},Item ${n},Adjustments,7${n},-1,PHX7,SELLABLE,M,US`;
    }),
    // The ledger goes on until the day before.
    "11/19/2026,X00BEN,B0BEN,SKU,Item,Receipts,FBA1,1,PHX7,SELLABLE,,US",
  ];
  const payments = [
    "approval-date,reimbursement-id,case-id,amazon-order-id,reason,sku,fnsku,asin,product-name,condition,currency-unit,amount-per-unit,amount-total,quantity-reimbursed-cash,quantity-reimbursed-inventory,quantity-reimbursed-total,original-reimbursement-id,original-reimbursement-type",
    "2026-09-02T20:00:00+00:00,7000000001,,,Lost_Warehouse,PAID,X00PAID,B0PAID,Item,NewItem,USD,10.00,10.00,1,0,1,,",
  ];
  return Object.entries({ ledger, payments }).map(([name, lines]) => ({
    name: `${name}.csv`,
    mimeType: "text/csv",
    buffer: Buffer.from(lines.join("\n")),
  }));
}

async function filtering(window: SheetWindow, runs: number): Promise<Filter> {
  await window.choose(lossesFiles());
  await window.button("Import 2 files").click();
  await window.said(/2 files imported\./).waitFor({ timeout: 300_000 });
  await window.button("Run audit").click();
  await window.button("See the findings").click({ timeout: 300_000 });
  // They come in pages.
  await window.sidebar
    .locator(`option:has-text("(${FINDINGS.toLocaleString("en")})")`)
    .first()
    .waitFor({
      state: "attached",
      timeout: 120_000,
    });
  const frame = frameOf(window);
  const findings = await frame.evaluate(() => {
    const text = document.querySelector("select[aria-label=State] option[value='']")?.textContent ?? "";
    return Number(text.replace(/\D/g, ""));
  });
  const changes: { ms: number; frames: number }[] = [];
  for (const text of Array.from({ length: runs }, (_, run) => [`sku-0${1000 + run}`, ""]).flat()) {
    changes.push(
      await frame.evaluate(
        (words) =>
          new Promise<{ ms: number; frames: number }>((resolve) => {
            const field = document.querySelector<HTMLInputElement>("input[type=search]");
            if (!field) throw new Error("There is no search.");
            const shown = () => document.querySelector("[role=listbox]:not([hidden])")?.textContent;
            const before = shown();
            requestAnimationFrame(() => {
              const begun = performance.now();
              let frames = 0;
              field.value = words;
              field.dispatchEvent(new Event("input", { bubbles: true }));
              const look = () => {
                frames += 1;
                // The frame's callbacks run before it is painted: it is on the screen when the next begins.
                if (shown() === before) requestAnimationFrame(look);
                else requestAnimationFrame(() => resolve({ ms: performance.now() - begun, frames }));
              };
              requestAnimationFrame(look);
            });
          }),
        text,
      ),
    );
  }
  return { findings, changes };
}
