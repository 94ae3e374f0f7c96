/** Every view: nothing axe finds, nothing wider than the sidebar, no text of a report taken for markup. */
import axe from "axe-core";
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../../simulator/server/server.ts";
import { CHROMIUM, launch } from "./browser.ts";
import { clockFrom, openServer, SheetWindow } from "./sheet.ts";

let browser: Browser;
let server: RunningServer;
let ana: SheetWindow;

beforeAll(async () => {
  if (CHROMIUM === null) return;
  browser = await launch();
  server = await openServer({ clock: clockFrom(), begin: "sample" });
  ana = await SheetWindow.open(browser, server);
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** What axe finds in a document, a sentence each. */
async function found(where: Page | Frame): Promise<string[]> {
  // Frames are asked on their own: they come from another origin.
  await where.evaluate(axe.source);
  return where.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: Document,
          options: object,
        ): Promise<{ violations: { id: string; help: string; nodes: { html: string }[] }[] }>;
      };
    };
    const { violations } = await axe.run(document, { iframes: false, resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes[0]?.html.slice(0, 200)}`);
  });
}

function sidebarFrame(): Frame {
  const frame = ana.page.frames().find((one) => one.url().startsWith(server.frameOrigin));
  if (!frame) throw new Error("No sidebar is open.");
  return frame;
}

const tooWide = () =>
  sidebarFrame().evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Each view of the sidebar, and the way there from the one before. */
const VIEWS: readonly (readonly [string, () => Promise<void>])[] = [
  [
    "Import",
    async () => {
      await ana.addOnMenu("Import reports");
      await ana.said("Drop Amazon’s report files here").waitFor();
    },
  ],
  [
    "Import with a file that is no report",
    async () => {
      await ana.choose([{ name: "holiday.txt", mimeType: "text/plain", buffer: Buffer.from("a,b\n1,2\n") }]);
      await ana.said("holiday.txt").waitFor();
    },
  ],
  [
    "Findings",
    async () => {
      await ana.view("Findings").click();
      await ana.entries.first().waitFor();
    },
  ],
  ["Findings with filters", () => ana.said("Filters").click()],
  [
    "a finding",
    async () => {
      await ana.entries.first().click();
      await ana.button("Start a claim").waitFor();
    },
  ],
  ["dismissing a finding", () => ana.button("Dismiss").click()],
  [
    "a claim",
    async () => {
      await ana.button("Cancel").click();
      await ana.button("Start a claim").click();
      await ana.button("Copy case text").waitFor();
    },
  ],
  [
    "a claim with everything unfolded",
    async () => {
      await sidebarFrame().evaluate(() => {
        for (const one of document.querySelectorAll("details")) one.open = true;
      });
    },
  ],
  ["filing a claim", () => ana.button("Filed with Amazon").click()],
  [
    "Claims",
    async () => {
      await ana.button("Cancel").click();
      await ana.button("← All claims").click();
      await ana.entries.first().waitFor();
    },
  ],
];

describe.skipIf(CHROMIUM === null)("the sidebar", () => {
  it.each(VIEWS)("%s: axe finds nothing, nothing is wider than the sidebar", async (_, go) => {
    await go();
    expect(await found(sidebarFrame())).toEqual([]);
    expect(await tooWide()).toBe(0);
  });

  it("has at most one blue button in sight", async () => {
    for (const view of ["Import", "Findings", "Claims"] as const) {
      await ana.view(view).click();
      const blue = ana.sidebar.locator("button.action").filter({ visible: true });
      expect(await blue.count(), view).toBeLessThanOrEqual(1);
    }
  });

  it("reaches nothing outside: its policy stops every request", async () => {
    const blocked = await sidebarFrame().evaluate(async (origin) => {
      const seen: string[] = [];
      document.addEventListener("securitypolicyviolation", ({ effectiveDirective, blockedURI }) =>
        seen.push(`${effectiveDirective} ${new URL(blockedURI).host}`),
      );
      const { host } = new URL(origin);
      await fetch("https://example.com/").catch(() => {});
      await fetch(origin).catch(() => {});
      navigator.sendBeacon("https://example.com/");
      new Image().src = "https://example.com/x.png";
      const script = document.createElement("script");
      script.src = "https://example.com/x.js";
      document.body.append(script);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return seen.map((one) => one.replace(host, "the sheet")).sort();
    }, server.origin);
    expect(blocked).toEqual([
      "connect-src example.com",
      "connect-src example.com",
      "connect-src the sheet",
      "img-src example.com",
      "script-src-elem example.com",
    ]);
  });
});

describe.skipIf(CHROMIUM === null)("the page", () => {
  it.each(["Findings", "Claims", "Data health", "Policy", "Costs"])(
    "axe finds nothing with the tab %s in sight",
    async (name) => {
      await ana.page.getByRole("tab", { name, exact: true }).click();
      await ana.page.getByRole("gridcell").first().waitFor();
      expect(await found(ana.page)).toEqual([]);
    },
  );

  it("axe finds nothing with a menu open", async () => {
    await ana.page.getByRole("menuitem", { name: "Extensions" }).click();
    expect(await found(ana.page)).toEqual([]);
    await ana.page.keyboard.press("Escape");
  });
});
