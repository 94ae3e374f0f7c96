/**
 * Who may call what: the auth modes and the scopes, as tables.
 *
 * Sources: https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle (modes),
 * https://developers.google.com/apps-script/guides/sheets/functions (custom functions), and the
 * "Authorization" sections of Google's reference (scopes).
 */

import type { AuthModeName, ExecutionContext } from "./context.ts";
import { ServiceError } from "./error.ts";

const AUTH = "https://www.googleapis.com/auth/";

/** Scopes of which one suffices, by class (`Sheet`) or by member (`SpreadsheetApp.openById`, which wins). Empty: none needed. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
  SpreadsheetApp: ["spreadsheets.currentonly", "spreadsheets"],
  Spreadsheet: ["spreadsheets.currentonly", "spreadsheets"],
  Sheet: ["spreadsheets.currentonly", "spreadsheets"],
  Range: ["spreadsheets.currentonly", "spreadsheets"],
  RangeList: ["spreadsheets.currentonly", "spreadsheets"],
  "SpreadsheetApp.getUi": [],
  "SpreadsheetApp.create": ["spreadsheets"],
  "SpreadsheetApp.open": ["spreadsheets"],
  "SpreadsheetApp.openById": ["spreadsheets"],
  "SpreadsheetApp.openByUrl": ["spreadsheets"],
  "Ui.showSidebar": ["script.container.ui"],
  "Ui.showModalDialog": ["script.container.ui"],
  "Ui.showModelessDialog": ["script.container.ui"],
  "Session.getActiveUser": ["userinfo.email"],
  "Session.getEffectiveUser": ["userinfo.email"],
  "ScriptApp.newTrigger": ["script.scriptapp"],
  "ScriptApp.deleteTrigger": ["script.scriptapp"],
  "ScriptApp.getProjectTriggers": ["script.scriptapp"],
  "ScriptApp.getUserTriggers": ["script.scriptapp"],
  "ScriptApp.getOAuthToken": [],
  MailApp: ["script.send_mail"],
};

/** What a mode forbids. A spreadsheet's own parts (filters, protections …) are reached only through these classes. */
interface Mode {
  readonly document: "none" | "read" | "write";
  /** `menus` allows building menus and nothing else. */
  readonly ui: "none" | "menus" | "all";
  readonly storage: boolean;
  readonly userData: boolean;
}

const MODES: Readonly<Record<AuthModeName, Mode>> = {
  NONE: { document: "none", ui: "menus", storage: false, userData: false },
  LIMITED: { document: "write", ui: "menus", storage: true, userData: false },
  CUSTOM_FUNCTION: { document: "read", ui: "none", storage: true, userData: false },
  FULL: { document: "write", ui: "all", storage: true, userData: true },
};

const MENU_METHODS = new Set(["createMenu", "createAddonMenu"]);
const STORAGE = new Set(["PropertiesService", "CacheService", "LockService"]);
/** Members that need the user's own authorisation, whatever the scopes. */
const USER_DATA = new Set(["Session.getActiveUser", "Session.getEffectiveUser", "ScriptApp.newTrigger"]);
const DOCUMENT = new Set([
  "SpreadsheetApp",
  "Spreadsheet",
  "Sheet",
  "Range",
  "RangeList",
  "Filter",
  "Protection",
  "NamedRange",
  "DeveloperMetadata",
]);
/** What is left in AuthMode.NONE besides menus. */
const ALWAYS = new Set([
  "Logger",
  "console",
  "Utilities",
  "Session",
  "ScriptApp",
  "Ui",
  "Menu",
  "SpreadsheetApp",
]);
/** Methods of SpreadsheetApp that build plain data and touch no document. */
const NO_DOCUMENT =
  /^(getUi|newDataValidation|newConditionalFormatRule|newRichTextValue|newTextStyle|newFilterCriteria|newColor|flush)$/;
const READING = /^(get|is|can|create(?:DeveloperMetadata)Finder|offset|flush|new)/;

/** @throws ServiceError when the mode or the granted scopes do not allow the call. */
export function checkAccess(context: ExecutionContext, googleName: string, method: string): void {
  const kind = `${googleName}.${method}`;
  const scopes = SCOPES[kind] ?? SCOPES[googleName] ?? [];
  const mode = MODES[context.authMode];
  checkMode(mode, context.authMode, googleName, method, scopes);
  if (scopes.length > 0 && !scopes.some((scope) => context.grantedScopes.has(AUTH + scope))) {
    throw new ServiceError(
      `Specified permissions are not sufficient to call ${kind}. Required permissions: ${required(scopes)}`,
    );
  }
}

function checkMode(
  mode: Mode,
  name: AuthModeName,
  googleName: string,
  method: string,
  scopes: readonly string[],
): void {
  const kind = `${googleName}.${method}`;
  if (kind === "SpreadsheetApp.getUi" && mode.ui === "none") {
    throw new ServiceError("Cannot call SpreadsheetApp.getUi() from this context.");
  }
  if (googleName === "Ui" && mode.ui !== "all" && !MENU_METHODS.has(method)) throw denied(kind, scopes);
  if (name === "NONE" && !ALWAYS.has(googleName)) throw denied(kind, scopes);
  if (STORAGE.has(googleName) && !mode.storage) throw denied(kind, scopes);
  if ((USER_DATA.has(kind) || googleName === "MailApp") && !mode.userData) throw denied(kind, scopes);
  if (!DOCUMENT.has(googleName)) return;
  if (googleName === "SpreadsheetApp" && NO_DOCUMENT.test(method)) return;
  if (mode.document === "none") throw denied(kind, scopes);
  if (mode.document === "read" && !READING.test(method)) {
    throw denied(name === "CUSTOM_FUNCTION" ? method : kind, []);
  }
}

function denied(what: string, scopes: readonly string[]): ServiceError {
  const needs = scopes.length > 0 ? ` Required permissions: ${required(scopes)}` : "";
  return new ServiceError(`You do not have permission to call ${what}${needs ? `.${needs}` : ""}`);
}

function required(scopes: readonly string[]): string {
  const urls = scopes.map((scope) => AUTH + scope);
  return urls.length === 1 ? (urls[0] ?? "") : `(${urls.join(" || ")})`;
}
