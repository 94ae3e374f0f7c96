/**
 * Takes the pictures of the README and of docs/: starts the local Sheets with the made-up seller on a fixed day,
 * uses it in Chromium as a seller and a bookkeeper would, and writes docs/images.
 * usage: node tools/screenshots.mjs [first|claims|formula]…   (default: all; Chromium elsewhere: CHROMIUM=/path node tools/screenshots.mjs)
 */
// @ts-nocheck

import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { env } from "node:process";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build as esbuild } from "esbuild";
import { chromium } from "playwright-core";
import { build, writeWhole } from "./build.mjs";
import { withPalette } from "./screenshots/png.mjs";
import { claims, firstRun, formula, sheets } from "./screenshots/tours.mjs";
import { SheetWindow } from "./screenshots/window.mjs";

const ROOT = join(dirname(fileURLToPath(import.meta.url)), "..");
const IMAGES = join(ROOT, "docs", "images");
/** The day the committed sample was made for. */
const AS_OF = "2026-11-20";
const SAMPLE = { seed: 1, factor: 0.02, marketplaces: ["US", "DE"], asOf: AS_OF };
/** What a picture in a repository may weigh. */
const MOST_BYTES = 150_000;
/** Where test/e2e/browser.ts looks, too. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

const browserPath = [env.CHROMIUM, ...PLACES].find((path) => path !== undefined && existsSync(path));
if (browserPath === undefined) {
  console.error(
    "The pictures need Chromium or Chrome: `apt install chromium`, or say where it is, CHROMIUM=/path npm run screenshots.",
  );
  process.exit(2);
}

await build({ root: ROOT });
const { startServer, generate } = await product();
const temporary = await mkdtemp(join(tmpdir(), "reimb-screenshots-"));
const browser = await chromium.launch({
  executablePath: browserPath,
  args: ["--no-sandbox", "--disable-dev-shm-usage"],
});
try {
  await mkdir(IMAGES, { recursive: true });
  const files = generate(SAMPLE).files.map(({ name, bytes }) => ({
    name: name.split("/").at(-1),
    mimeType: "text/plain",
    buffer: Buffer.from(bytes),
  }));
  const tours = {
    first: () => tour("nothing", (server) => firstRun(server, { ...tools(server), files })),
    claims: () =>
      tour("sample", async (server) => {
        await claims(server, tools(server));
        await sheets(server, tools(server));
      }),
    formula: () => tour("sample", (server) => formula(server, tools(server))),
  };
  const asked = process.argv.slice(2);
  for (const [name, go] of Object.entries(tours)) if (asked.length === 0 || asked.includes(name)) await go();
} finally {
  await browser.close();
  await rm(temporary, { recursive: true, force: true });
}

/** Node 20 runs no TypeScript: esbuild makes one module of the server and the sample's generator. */
async function product() {
  const { outputFiles } = await esbuild({
    absWorkingDir: ROOT,
    stdin: {
      contents: `export { startServer } from "./simulator/server/server.ts";
        export { generate } from "./samples/generate.ts";`,
      resolveDir: ROOT,
    },
    bundle: true,
    write: false,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "silent",
  });
  const file = join(ROOT, "build", "screenshots.mjs");
  await mkdir(dirname(file), { recursive: true });
  await writeWhole(file, outputFiles[0].text);
  return import(pathToFileURL(file).href);
}

/** A server of its own for each tour: midday in California on the fixed day, and on from there. */
async function tour(begin, go) {
  const began = Date.now();
  const clock = {
    now: () => Date.parse(`${AS_OF}T20:00:00Z`) + (Date.now() - began),
    sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  };
  const folder = await mkdtemp(join(temporary, "workbook-"));
  const server = await startServer({ root: ROOT, port: 0, folder, begin, clock });
  try {
    await go(server);
  } finally {
    await server.close();
  }
}

function tools(server) {
  return {
    open: (user) => SheetWindow.open(browser, server, user),
    /** @param what a page, or one element of it */
    async picture(name, what) {
      const path = join(IMAGES, `${name}.png`);
      const png = withPalette(await what.screenshot({ animations: "disabled", caret: "hide" }));
      await writeFile(path, png);
      console.log(`docs/images/${name}.png ${Math.round(png.length / 1000)} kB`);
      if (png.length > MOST_BYTES) {
        console.error(
          `That is more than ${MOST_BYTES / 1000} kB, which is a lot for a picture everybody clones.`,
        );
        process.exitCode = 1;
      }
    },
  };
}
