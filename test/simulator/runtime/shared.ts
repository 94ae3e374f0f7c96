/** Small bundles and documents for the tests of the runtime. */

import { LocalSheets, type LocalSheetsOptions } from "../../../simulator/local-sheets.ts";
import { ManualClock } from "../../../simulator/runtime/clock.ts";
import { Workbook } from "../../../simulator/services/index.ts";

export const ANN = "ann@example.com";
export const BOB = "bob@example.com";
export const MODES = ["inProcess", "worker"] as const;
/** 2026-05-06 07:08:09 UTC. */
export const NOW = 1_778_051_289_000;

export const SCOPES = {
  document: "https://www.googleapis.com/auth/spreadsheets.currentonly",
  pages: "https://www.googleapis.com/auth/script.container.ui",
  email: "https://www.googleapis.com/auth/userinfo.email",
};

export interface Setting extends Partial<Omit<LocalSheetsOptions, "bundle">> {
  readonly scopes?: readonly string[];
}

/** A document with the script, for Ann and Bob; all scopes, a clock that stands still. */
export function sheetsWith(code: string, setting: Setting = {}): LocalSheets {
  const { scopes = Object.values(SCOPES), ...options } = setting;
  return new LocalSheets({
    workbook: new Workbook({ timeZone: "Etc/UTC" }),
    bundle: { code, manifest: { timeZone: "Etc/UTC", oauthScopes: scopes }, htmlFiles: {} },
    users: [{ email: ANN }, { email: BOB, locale: "de" }],
    clock: new ManualClock(NOW),
    ...options,
  });
}
