import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { build as esbuild } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { REPORTS } from "../../src/reports/index.ts";
import { DEFINITION_WORDS, shortReports, sidebarPage } from "../../tools/sidebar-page.mjs";

const ROOT = join(import.meta.dirname, "../..");

let page: string;

beforeAll(async () => {
  page = await sidebarPage(ROOT);
});

describe("the page of the sidebar", () => {
  it("is one file of at most 200 KB", () => {
    expect(Buffer.byteLength(page)).toBeLessThanOrEqual(200_000);
    expect(page.match(/<script>/g)).toHaveLength(1);
    expect(page.match(/<\/script>/g)).toHaveLength(1);
    expect(page.match(/<style>/g)).toHaveLength(1);
  });

  it("says its language and loads nothing from anywhere", () => {
    expect(page).toContain('<html lang="en">');
    const outside = /<(link|img|iframe|object|embed|source|script|video)\s[^>]*\b(src|href|data)=/i;
    expect(outside.exec(page)?.[0]).toBeUndefined();
    expect(outside.test('<link rel="stylesheet" href="https://a.b/c.css">')).toBe(true);
    const style = page.slice(page.indexOf("<style>"), page.indexOf("</style>"));
    expect(style).toContain("Arial");
    expect(style).not.toMatch(/@import|url\(/);
    // Nor do the libraries in it bring what could.
    expect(
      /XMLHttpRequest|sendBeacon|WebSocket|new Worker|importScripts|\bfetch\(/.exec(page)?.[0],
    ).toBeUndefined();
  });

  it("has no placeholder left, and no text that ends its script early", () => {
    expect(page.includes("/* style */") || page.includes("/* script */")).toBe(false);
    const script = page.slice(page.indexOf("<script>") + 8, page.lastIndexOf("</script>"));
    expect(/<\/script|<!--/i.exec(script)?.[0]).toBeUndefined();
    expect(script.length).toBeGreaterThan(50_000);
  });
});

describe("the report definitions in the page", () => {
  it("say what the sources say, but for where it was learnt and what the add-on says of downloads", async () => {
    const result = await esbuild({
      entryPoints: [join(ROOT, "src/reports/index.ts")],
      bundle: true,
      write: false,
      format: "iife",
      globalName: "reports",
      plugins: [shortReports],
    });
    const code = result.outputFiles[0]?.text ?? "";
    const short = new Function(`${code}\nreturn reports.REPORTS;`)() as Record<string, unknown>[];
    const whole = REPORTS.map(({ sources, domainId, spApiType, download, ...rest }) => rest);
    expect(whole.length).toBeGreaterThan(30);
    // Through text: what was made elsewhere has other prototypes.
    const plain = (value: unknown) =>
      JSON.stringify(value, (_, part: unknown) => (part instanceof RegExp ? String(part) : part));
    expect(JSON.parse(plain(short))).toEqual(JSON.parse(plain(whole)));
    expect(code).not.toContain("spApiType");
  });
});

describe("the words shortened in the page", () => {
  it("are no field of a report and no part of a request", async () => {
    for (const { columns, id } of REPORTS) {
      expect(
        Object.keys(columns).filter((field) => DEFINITION_WORDS.test(field)),
        id,
      ).toEqual([]);
    }
    for (const file of [
      "appsscript/protocol.ts",
      "appsscript/tracker-protocol.ts",
      "appsscript/claim-protocol.ts",
      "appsscript/audit-protocol.ts",
      "src/audits/finding.ts",
    ]) {
      const text = await readFile(join(ROOT, file), "utf8");
      const names = [...text.matchAll(/^ {2}readonly (\w+)\??:/gm)].map(([, name]) => name ?? "");
      expect(names.length).toBeGreaterThan(10);
      expect(
        names.filter((name) => DEFINITION_WORDS.test(name)),
        file,
      ).toEqual([]);
    }
  });
});

describe("the sources of the sidebar", () => {
  /** Ways to turn text into HTML or code, and to reach other servers. */
  const NEVER =
    /[iI]nnerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|\beval\(|new Function|\bfetch\(|XMLHttpRequest|sendBeacon|WebSocket|EventSource|new Worker|localStorage|sessionStorage/;

  it("never make HTML of text, never reach the network, never keep data in the browser", async () => {
    const names = await readdir(join(ROOT, "sidebar"), { recursive: true });
    const sources = names.filter((name) => /\.(tsx?|html)$/.test(name));
    expect(sources.length).toBeGreaterThan(10);
    for (const name of sources) {
      expect(await readFile(join(ROOT, "sidebar", name), "utf8"), name).not.toMatch(NEVER);
    }
  });

  it("would be caught", () => {
    expect("element.innerHTML = text").toMatch(NEVER);
    expect('<p dangerouslySetInnerHTML="" />').toMatch(NEVER);
    expect("await fetch(url)").toMatch(NEVER);
  });
});
