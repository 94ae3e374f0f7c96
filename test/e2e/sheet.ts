/** The local Sheets as people use it in a browser: windows, menus, the sidebar. */
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from "playwright-core";
import { generate } from "../../samples/generate.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../simulator/server/server.ts";
import { build } from "../../tools/build.mjs";

const ROOT = process.cwd();
export const ADD_ON = "Reimbursement Auditor";
/** The day the made-up seller's reports were downloaded, and the browser's day in these tests. */
export const AS_OF = "2026-11-20";

let built: Promise<string> | null = null;

/** The add-on as clasp would push it, built once for all tests of a file. */
export function dist(): Promise<string> {
  built ??= mkdtemp(join(tmpdir(), "reimb-e2e-dist-")).then(async (outDir) => {
    await build({ outDir });
    return outDir;
  });
  return built;
}

/** Midday in California on `AS_OF`, and on from there. */
export function clockFrom(day = AS_OF): { now(): number; sleep(ms: number): Promise<void> } {
  const began = Date.now();
  const start = Date.parse(`${day}T20:00:00Z`);
  return {
    now: () => start + (Date.now() - began),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
}

export async function openServer(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), "reimb-e2e-")));
  return startServer({ root: ROOT, port: 0, folder, begin: "nothing", dist: await dist(), ...options });
}

export interface SampleFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The reports of the made-up seller, as files to choose. */
export function sampleFiles(asOf = AS_OF): SampleFile[] {
  const { files } = generate({ seed: 1, factor: 0.02, marketplaces: ["US", "DE"], asOf });
  return files.map(({ name, bytes }) => ({
    name: name.split("/").at(-1) ?? name,
    mimeType: "text/plain",
    buffer: Buffer.from(bytes),
  }));
}

/** One user's window. */
export class SheetWindow {
  readonly page: Page;
  /** What the page logged as an error, or threw. */
  readonly errors: string[] = [];
  readonly #context: BrowserContext;

  private constructor(context: BrowserContext, page: Page) {
    this.#context = context;
    this.page = page;
    page.on("console", (message) => {
      if (message.type() === "error") this.errors.push(message.text());
    });
    page.on("pageerror", (problem) => this.errors.push(problem.message));
  }

  static async open(browser: Browser, { url }: { url: string }, user = "ana"): Promise<SheetWindow> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    await context.grantPermissions(["clipboard-read", "clipboard-write"]).catch(() => {});
    const window = new SheetWindow(context, await context.newPage());
    await window.page.goto(url.replace("/#", `/?user=${user}#`));
    await window.page.getByRole("menuitem", { name: "Extensions" }).waitFor();
    return window;
  }

  async close(): Promise<void> {
    await this.#context.close();
  }

  /** Chooses an item of the add-on's menu under Extensions. */
  async addOnMenu(item: string): Promise<void> {
    await this.page.getByRole("menuitem", { name: "Extensions" }).click();
    await this.page.getByRole("menuitem", { name: ADD_ON }).click();
    await this.page.getByRole("menuitem", { name: item }).click();
  }

  get sidebar(): FrameLocator {
    return this.page.frameLocator(`iframe[title="${ADD_ON}"]`);
  }

  /** A tab of the sidebar. */
  view(name: "Import" | "Findings" | "Claims"): Locator {
    return this.sidebar.getByRole("tab", { name });
  }

  button(name: string | RegExp): Locator {
    return this.sidebar.getByRole("button", { name });
  }

  /** The entries of the list in sight, whatever selects there are. */
  get entries(): Locator {
    return this.sidebar.locator("[role=listbox] [role=option]:visible");
  }

  /** Words in sight in the sidebar. */
  said(words: string | RegExp): Locator {
    return this.sidebar.getByText(words).filter({ visible: true }).first();
  }

  /** A tab of the workbook. */
  tab(name: string): Locator {
    return this.page.getByRole("tab", { name, exact: true });
  }

  async choose(files: readonly SampleFile[] | readonly string[]): Promise<void> {
    await this.sidebar
      .getByLabel("Report files", { exact: true })
      .setInputFiles([...files] as string[] | SampleFile[]);
  }
}
