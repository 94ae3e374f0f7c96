/** The browser of the tests: Chromium as the system has it, never one that is downloaded. */
import { existsSync } from "node:fs";
import { env } from "node:process";
import { type Browser, chromium } from "playwright-core";

const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** The path of Chromium or Chrome; null where there is none. `CHROMIUM` says where else to look. */
export const CHROMIUM: string | null =
  [env["CHROMIUM"], ...PLACES].find((path) => path !== undefined && existsSync(path)) ?? null;

if (CHROMIUM === null) {
  console.warn(
    "Skipped: the tests in the browser. They need Chromium or Chrome: `apt install chromium`, or say where it is, CHROMIUM=/path npm test.",
  );
}

/** @throws Error where there is no browser; tests ask `CHROMIUM` first */
export function launch(): Promise<Browser> {
  if (CHROMIUM === null) throw new Error("There is no Chromium on this machine.");
  return chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-dev-shm-usage"] });
}
