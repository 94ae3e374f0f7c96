/** Calls simulated services the way a script does: every call goes through `invoke`, with its hook and its checks. */

import { it } from "vitest";
import { BEHAVIOURS } from "../../../simulator/services/behaviours.ts";
import { CacheService } from "../../../simulator/services/cache.ts";
import {
  type DialogAnswer,
  type DialogRequest,
  ExecutionContext,
  type ExecutionOptions,
  type Menu,
  type PageRequest,
  type UiHost,
} from "../../../simulator/services/context.ts";
import { HtmlService } from "../../../simulator/services/html.ts";
import { LockService } from "../../../simulator/services/lock.ts";
import { Console, Logger } from "../../../simulator/services/logger.ts";
import { MailApp } from "../../../simulator/services/mail.ts";
import { PropertiesService } from "../../../simulator/services/properties.ts";
import { ScriptApp } from "../../../simulator/services/script-app.ts";
import { invoke, membersOf, Service } from "../../../simulator/services/service.ts";
import { Session } from "../../../simulator/services/session.ts";
import { SpreadsheetApp } from "../../../simulator/services/spreadsheet-app.ts";
import { Utilities } from "../../../simulator/services/utilities.ts";
import { Workbook, type WorkbookOptions } from "../../../simulator/services/workbook.ts";

export const SCOPE = "https://www.googleapis.com/auth/";
export const NOW = Date.UTC(2026, 10, 23, 12);

const ALL_SCOPES = [
  "spreadsheets.currentonly",
  "script.container.ui",
  "userinfo.email",
  "script.send_mail",
  "script.scriptapp",
].map((scope) => SCOPE + scope);

/** A test of one behaviour of `behaviours.ts`, named as it is there. */
export function shows(id: string, test: () => void | Promise<void>): void {
  const behaviour = BEHAVIOURS.find((one) => one.id === id);
  if (!behaviour) throw new Error(`No behaviour is called ${id}`);
  it(`${id}: ${behaviour.says}`, test);
}

const TARGETS = new WeakMap<object, Service>();

/** The service as a script sees it; methods of the host (`$…`) are out of reach. */
function scripted<Type extends Service>(service: Type): Type {
  const members = membersOf(service);
  const proxy = new Proxy(service, {
    get(_, name) {
      if (typeof name !== "string" || name === "then") return undefined;
      return (
        members.properties[name] ?? ((...args: unknown[]) => outward(invoke(service, name, inward(args))))
      );
    },
  });
  TARGETS.set(proxy, service);
  return proxy;
}

function outward(value: unknown): unknown {
  if (value instanceof Service) return scripted(value);
  if (value instanceof Promise) return value.then(outward);
  return Array.isArray(value) ? value.map(outward) : value;
}

function inward(args: readonly unknown[]): unknown[] {
  return args.map((value) => {
    if (Array.isArray(value)) return inward(value);
    return typeof value === "object" && value !== null ? (TARGETS.get(value) ?? value) : value;
  });
}

/** One execution in a document: the services, typed as their classes. */
export function execution(workbook: Workbook | null, options: Partial<ExecutionOptions> = {}) {
  const context = new ExecutionContext({
    workbook,
    user: { email: "ada@example.com", locale: "en" },
    authMode: "FULL",
    manifestScopes: ALL_SCOPES,
    clock: { now: () => NOW, sleep: () => {} },
    ui: null,
    ...options,
  });
  return {
    context,
    SpreadsheetApp: scripted(new SpreadsheetApp(context)),
    PropertiesService: scripted(new PropertiesService(context)),
    CacheService: scripted(new CacheService(context)),
    LockService: scripted(new LockService(context)),
    Utilities: scripted(new Utilities(context)),
    Session: scripted(new Session(context)),
    ScriptApp: scripted(new ScriptApp(context)),
    HtmlService: scripted(new HtmlService(context)),
    MailApp: scripted(new MailApp(context)),
    Logger: scripted(new Logger(context)),
    console: scripted(new Console(context)),
  };
}

/** A new document with one execution in it, and its first sheet. */
export function opened(options: Partial<ExecutionOptions> = {}, workbookOptions: WorkbookOptions = {}) {
  const workbook = new Workbook(workbookOptions);
  const services = execution(workbook, options);
  return { workbook, ...services, ...documentOf(services) };
}

/** The document and first sheet of an execution. */
export function documentOf(services: { SpreadsheetApp: SpreadsheetApp }) {
  const spreadsheet = services.SpreadsheetApp.getActiveSpreadsheet();
  const sheet = spreadsheet?.getSheets()[0];
  if (!spreadsheet || !sheet) throw new Error("The document has no sheet");
  return { spreadsheet, sheet };
}

/** A window that answers every dialog with OK and remembers what it was shown. */
export class Window implements UiHost {
  readonly menus: Menu[] = [];
  readonly asked: DialogRequest[] = [];
  readonly pages: PageRequest[] = [];
  readonly toasts: string[] = [];
  answer: DialogAnswer | Promise<DialogAnswer> = { button: "OK", text: "typed" };

  addMenu(menu: Menu): void {
    this.menus.push(menu);
  }

  ask(request: DialogRequest): DialogAnswer | Promise<DialogAnswer> {
    this.asked.push(request);
    return this.answer;
  }

  show(request: PageRequest): void {
    this.pages.push(request);
  }

  toast(message: string): void {
    this.toasts.push(message);
  }
}

export const BOB = { email: "bob@example.com", locale: "en" };
