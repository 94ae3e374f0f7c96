import { describe, expect, it, vi } from "vitest";
import type {
  DialogAnswer,
  DialogRequest,
  LogEntry,
  Menu,
  PageRequest,
  UiHost,
} from "../../../simulator/services/context.ts";
import { AuthMode, ButtonSet, DigestAlgorithm } from "../../../simulator/services/enums.ts";
import { Workbook } from "../../../simulator/services/workbook.ts";
import { documentOf, execution, NOW, opened, SCOPE, shows } from "./script.ts";

/** A window that answers every dialog with OK and remembers what it was shown. */
class Window implements UiHost {
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

const BOB = { email: "bob@example.com", locale: "en" };

describe("Buffered writes", () => {
  const stored = (workbook: Workbook) => workbook.snapshot().sheets[0]?.values[0]?.[0] ?? null;

  shows("buffer.wait", () => {
    const ui = new Window();
    const { workbook, sheet, spreadsheet, SpreadsheetApp, context } = opened({ ui });
    const cell = sheet.getRange("A1");
    for (const [value, send] of [
      ["flush", () => SpreadsheetApp.flush()],
      ["read", () => sheet.getRange("Z9").getValue()],
      ["last row", () => sheet.getLastRow()],
      ["shape", () => sheet.insertRowAfter(5)],
      ["sheet", () => spreadsheet.insertSheet()],
      ["alert", () => SpreadsheetApp.getUi().alert("?")],
      ["end", () => context.end({ keepWrites: true })],
    ] as const) {
      cell.setValue(value);
      expect(stored(workbook)).not.toBe(value);
      send();
      expect(stored(workbook)).toBe(value);
    }
  });

  shows("buffer.lost", () => {
    for (const keepWrites of [true, false]) {
      const { workbook, sheet, SpreadsheetApp, context } = opened();
      sheet.getRange("A1").setValue("sent");
      SpreadsheetApp.flush();
      sheet.getRange("A1").setValue("waiting");
      context.end({ keepWrites });
      expect(stored(workbook)).toBe(keepWrites ? "waiting" : "sent");
      expect(() => sheet.getName()).toThrow("The execution has ended");
    }
  });

  shows("buffer.lock", () => {
    const { workbook, sheet, LockService } = opened();
    const lock = LockService.getDocumentLock();
    expect(lock?.tryLock(0)).toBe(true);
    sheet.getRange("A1").setValue("late");
    lock?.releaseLock();
    const bob = execution(workbook, { user: BOB });
    expect(bob.LockService.getDocumentLock()?.tryLock(0)).toBe(true);
    expect(documentOf(bob).sheet.getRange("A1").getValue()).toBe("");
  });

  shows("buffer.storage", () => {
    const { workbook, PropertiesService, CacheService, context } = opened();
    PropertiesService.getDocumentProperties()?.setProperty("k", "v");
    CacheService.getDocumentCache()?.put("k", "v");
    context.end({ keepWrites: false });
    const bob = execution(workbook, { user: BOB });
    expect(bob.PropertiesService.getDocumentProperties()?.getProperty("k")).toBe("v");
    expect(bob.CacheService.getDocumentCache()?.get("k")).toBe("v");
  });

  it("gives the lock back even when a waiting write is refused at the end", () => {
    const { workbook, SpreadsheetApp, sheet, LockService, context } = opened();
    LockService.getDocumentLock()?.tryLock(0);
    const rule = SpreadsheetApp.newDataValidation().requireValueInList(["a"]).setAllowInvalid(false).build();
    sheet.getRange("A1").setDataValidation(rule).setValue("b");
    expect(() => context.end({ keepWrites: true })).toThrow("violates the data validation rules");
    expect(workbook.documentLock.isHeld).toBe(false);
  });
});

describe("Locks", () => {
  shows("lock.exclusive", async () => {
    const workbook = new Workbook();
    const clock = {
      now: () => NOW,
      sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
    };
    const [ada, bob, carl] = [1, 2, 3].map(
      (n) =>
        execution(workbook, { clock, user: { email: `user${n}@example.com`, locale: "en" } }).LockService,
    );
    const lock = ada?.getDocumentLock();
    expect([lock?.tryLock(10), lock?.tryLock(10), lock?.hasLock()]).toEqual([true, true, true]);
    expect(await bob?.getDocumentLock()?.tryLock(20)).toBe(false);
    await expect(bob?.getDocumentLock()?.waitLock(20)).rejects.toThrow(
      "Lock timeout: another process was holding the lock for too long.",
    );
    const order: string[] = [];
    const waiting = [bob, carl].map(async (service, index) => {
      const theirs = service?.getDocumentLock();
      expect(await theirs?.tryLock(5000)).toBe(true);
      order.push(`user${index + 2}`);
      theirs?.releaseLock();
    });
    expect(order).toEqual([]);
    lock?.releaseLock();
    await Promise.all(waiting);
    expect(order).toEqual(["user2", "user3"]);
    expect(workbook.documentLock.isHeld).toBe(false);
  });

  shows("lock.end", async () => {
    const workbook = new Workbook();
    const clock = { now: () => NOW, sleep: () => new Promise<void>(() => {}) };
    const [ada, bob, carl] = [1, 2, 3].map(() => execution(workbook, { clock }));
    ada?.LockService.getDocumentLock()?.tryLock(0);
    const waiting = bob?.LockService.getDocumentLock()?.tryLock(1000);
    bob?.context.end({ keepWrites: false });
    expect(await waiting).toBe(false);
    ada?.context.end({ keepWrites: false });
    expect(carl?.LockService.getDocumentLock()?.tryLock(0)).toBe(true);
  });

  shows("lock.alert", () => {
    const { LockService, SpreadsheetApp, workbook } = opened({ ui: new Window() });
    const lock = LockService.getDocumentLock();
    lock?.waitLock(10);
    expect(lock?.hasLock()).toBe(true);
    SpreadsheetApp.getUi().alert("Sure?");
    expect([lock?.hasLock(), workbook.documentLock.isHeld]).toEqual([false, false]);
  });

  shows("lock.no-document", () => {
    const { LockService, PropertiesService, CacheService, SpreadsheetApp } = execution(null);
    expect(LockService.getDocumentLock()).toBeNull();
    expect(PropertiesService.getDocumentProperties()).toBeNull();
    expect(CacheService.getDocumentCache()).toBeNull();
    expect(SpreadsheetApp.getActiveSpreadsheet()).toBeNull();
  });
});

describe("Properties and cache", () => {
  shows("properties.limits", () => {
    const { PropertiesService } = opened();
    const store = PropertiesService.getDocumentProperties();
    const full = "é".repeat((9 * 1024) / 2);
    store?.setProperty("k0", full);
    expect(() => store?.setProperty("k1", `${full}x`)).toThrow("Argument too large: value");
    const many = Object.fromEntries(Array.from({ length: 54 }, (_, n) => [`k${n}`, full]));
    store?.setProperties(many);
    expect(() => store?.setProperties({ k98: full, k99: full })).toThrow(
      "You have exceeded the property storage quota.",
    );
    expect(store?.getKeys()).toHaveLength(54);
    store?.deleteProperty("k0").setProperty("small", "1");
    expect(store?.getProperty("k0")).toBeNull();
    expect(store?.setProperties({ only: "1" }, true).getProperties()).toEqual({ only: "1" });
    expect(store?.deleteAllProperties().getKeys()).toEqual([]);
  });

  shows("properties.stores", () => {
    const { workbook, PropertiesService } = opened();
    PropertiesService.getUserProperties()?.setProperty("k", "ada's");
    PropertiesService.getDocumentProperties()?.setProperty("k", "everybody's");
    const bob = execution(workbook, { user: BOB }).PropertiesService;
    expect(bob.getUserProperties()?.getProperty("k")).toBeNull();
    expect(bob.getDocumentProperties()?.getProperty("k")).toBe("everybody's");
    expect(bob.getScriptProperties()?.getProperty("k")).toBeNull();
  });

  shows("cache.limits", () => {
    const cache = opened().CacheService.getDocumentCache();
    expect(() => cache?.put("k".repeat(251), "v")).toThrow("Argument too large: key");
    expect(() => cache?.put("k", "v".repeat(100 * 1024 + 1))).toThrow("Argument too large: value");
    expect(() => cache?.put("k", 5 as never)).toThrow("The parameters (String,number) don't match");
    expect(() => cache?.put("k", "v", 21_601)).toThrow("Invalid argument: expirationInSeconds");
    cache?.put("k".repeat(250), "v".repeat(100 * 1024), 21_600);
    expect(cache?.get("k".repeat(250))).toHaveLength(102_400);
  });

  shows("cache.expiry", () => {
    let now = NOW;
    const cache = opened({ clock: { now: () => now, sleep: () => {} } }).CacheService.getUserCache();
    cache?.putAll({ short: "1", other: "2" }, 30);
    cache?.put("long", "3");
    now += 29_999;
    expect(cache?.getAll(["short", "other", "long", "none"])).toEqual({ short: "1", other: "2", long: "3" });
    now += 1;
    expect(cache?.getAll(["short", "other", "long"])).toEqual({ long: "3" });
    now = NOW + 600_000;
    expect(cache?.get("long")).toBeNull();
  });

  shows("cache.items", () => {
    const cache = opened().CacheService.getScriptCache();
    for (let n = 0; n < 1000; n++) cache?.put(`k${n}`, "v");
    expect(cache?.get("k0")).toBe("v");
    cache?.put("k1000", "v");
    expect([cache?.get("k100"), cache?.get("k101"), cache?.get("k1000")]).toEqual([null, "v", "v"]);
    cache?.removeAll(["k101", "k1000"]);
    expect([cache?.get("k101"), cache?.get("k1000")]).toEqual([null, null]);
  });
});

describe("Auth modes and scopes", () => {
  shows("auth.none", () => {
    const ui = new Window();
    const script = execution(new Workbook(), { authMode: "NONE", ui });
    script.SpreadsheetApp.getUi().createAddonMenu().addItem("Run audit", "runAudit").addToUi();
    expect(ui.menus).toHaveLength(1);
    expect(script.Session.getActiveUserLocale()).toBe("en");
    script.console.log("still works");
    const denied = "You do not have permission to call";
    expect(() => script.SpreadsheetApp.getActiveSpreadsheet()).toThrow(
      `${denied} SpreadsheetApp.getActiveSpreadsheet.`,
    );
    expect(() => script.PropertiesService.getDocumentProperties()).toThrow(denied);
    expect(() => script.CacheService.getDocumentCache()).toThrow(denied);
    expect(() => script.LockService.getDocumentLock()).toThrow(denied);
    expect(() => script.SpreadsheetApp.getUi().alert("x")).toThrow(denied);
    expect(() => script.Session.getActiveUser()).toThrow(denied);
    expect(() => script.HtmlService.createHtmlOutput("x")).toThrow(denied);
  });

  shows("auth.limited", () => {
    const ui = new Window();
    const { sheet, ...script } = opened({ authMode: "LIMITED", ui });
    sheet.getRange("A1").setValue("x");
    script.PropertiesService.getDocumentProperties()?.setProperty("k", "v");
    script.SpreadsheetApp.getUi().createMenu("M").addItem("a", "b").addToUi();
    const denied = "You do not have permission to call";
    expect(() => script.SpreadsheetApp.getUi().alert("x")).toThrow(denied);
    const page = script.HtmlService.createHtmlOutput("x");
    expect(() => script.SpreadsheetApp.getUi().showSidebar(page)).toThrow(denied);
    expect(() => script.Session.getEffectiveUser()).toThrow(denied);
    expect(() => script.MailApp.getRemainingDailyQuota()).toThrow(denied);
    expect(ui.asked).toEqual([]);
  });

  shows("auth.custom-function", () => {
    const { sheet, spreadsheet, ...script } = opened({ authMode: "CUSTOM_FUNCTION", ui: new Window() });
    expect(sheet.getRange("A1").getValue()).toBe("");
    expect(() => sheet.getRange("A1").setValue(1)).toThrow("You do not have permission to call setValue");
    expect(() => sheet.insertRowAfter(1)).toThrow("You do not have permission to call insertRowAfter");
    expect(() => spreadsheet.insertSheet()).toThrow("You do not have permission to call insertSheet");
    expect(() => sheet.addDeveloperMetadata("k")).toThrow("You do not have permission");
    expect(() => script.SpreadsheetApp.getUi()).toThrow(
      "Cannot call SpreadsheetApp.getUi() from this context.",
    );
    expect(script.CacheService.getDocumentCache()?.get("k")).toBeNull();
  });

  shows("auth.scopes", () => {
    const grantedScopes = [`${SCOPE}userinfo.email`];
    const script = execution(new Workbook(), { grantedScopes, ui: new Window() });
    expect(() => script.SpreadsheetApp.getActiveSpreadsheet()).toThrow(
      `Specified permissions are not sufficient to call SpreadsheetApp.getActiveSpreadsheet. Required permissions: (${SCOPE}spreadsheets.currentonly || ${SCOPE}spreadsheets)`,
    );
    expect(script.Session.getActiveUser().getEmail()).toBe("ada@example.com");
    const page = script.HtmlService.createHtmlOutput("x");
    expect(() => script.SpreadsheetApp.getUi().showSidebar(page)).toThrow(`${SCOPE}script.container.ui`);
    expect(() => script.MailApp.getRemainingDailyQuota()).toThrow(`${SCOPE}script.send_mail`);
    expect(() => script.ScriptApp.getProjectTriggers()).toThrow(`${SCOPE}script.scriptapp`);
    const { SpreadsheetApp } = opened();
    expect(() => SpreadsheetApp.openById("x")).toThrow(`Required permissions: ${SCOPE}spreadsheets`);
  });

  shows("auth.ui", () => {
    const { SpreadsheetApp, spreadsheet } = opened();
    expect(() => SpreadsheetApp.getUi()).toThrow("Cannot call SpreadsheetApp.getUi() from this context.");
    spreadsheet.toast("nobody sees it");
  });

  shows("session.key", () => {
    let now = NOW;
    const clock = { now: () => now, sleep: () => {} };
    const key = (email: string) =>
      execution(null, {
        clock,
        grantedScopes: [],
        user: { email, locale: "en" },
      }).Session.getTemporaryActiveUserKey();
    const first = key("ada@example.com");
    expect(first).not.toContain("ada");
    expect([key("ada@example.com") === first, key("bob@example.com") === first]).toEqual([true, false]);
    now += 31 * 86_400_000;
    expect(key("ada@example.com")).not.toBe(first);
  });

  shows("script.authorization", () => {
    const { ScriptApp } = execution(new Workbook(), { grantedScopes: [`${SCOPE}spreadsheets.currentonly`] });
    const mail = [`${SCOPE}script.send_mail`];
    expect(() => ScriptApp.requireScopes(AuthMode.FULL, mail)).toThrow(
      "Authorization is required to perform that action.",
    );
    expect(() => ScriptApp.requireScopes(AuthMode.FULL, [`${SCOPE}spreadsheets.currentonly`])).not.toThrow();
    expect(() => ScriptApp.requireAllScopes(AuthMode.FULL)).toThrow(mail[0]);
    const info = ScriptApp.getAuthorizationInfo(AuthMode.FULL, mail);
    expect([info.getAuthorizationStatus().name, info.getAuthorizedScopes()]).toEqual(["REQUIRED", []]);
  });

  shows("script.triggers", () => {
    const { ScriptApp, workbook } = opened();
    expect(() => ScriptApp.newTrigger("f").timeBased().everyMinutes(5).create()).toThrow(
      "more often than once per hour",
    );
    const trigger = ScriptApp.newTrigger("f").timeBased().everyHours(6).create();
    expect([trigger.getHandlerFunction(), trigger.getEventType()?.name]).toEqual(["f", "CLOCK"]);
    expect(() => ScriptApp.newTrigger("g").timeBased().everyDays(1).create()).toThrow(
      "too many triggers of this type",
    );
    const bob = execution(workbook, { user: BOB });
    expect(bob.ScriptApp.getProjectTriggers()).toEqual([]);
    bob.ScriptApp.newTrigger("f").timeBased().everyDays(1).create();
    ScriptApp.deleteTrigger(trigger);
    expect(ScriptApp.getProjectTriggers()).toEqual([]);
    expect(workbook.triggers.map((model) => model.owner)).toEqual(["bob@example.com"]);
  });
});

describe("The window", () => {
  shows("ui.menus", () => {
    const ui = new Window();
    const menus = execution(new Workbook(), { ui }).SpreadsheetApp.getUi();
    menus
      .createMenu("Audit")
      .addItem("Run", "run")
      .addSeparator()
      .addSubMenu(menus.createMenu("More").addItem("Help", "help"))
      .addToUi();
    expect(ui.menus).toEqual([
      {
        addon: false,
        title: "Audit",
        entries: [
          { item: "Run", functionName: "run" },
          { separator: true },
          { menu: "More", entries: [{ item: "Help", functionName: "help" }] },
        ],
      },
    ]);
  });

  shows("ui.dialogs", async () => {
    const ui = new Window();
    const window = execution(new Workbook(), { ui }).SpreadsheetApp.getUi();
    expect(String(window.alert("text"))).toBe("OK");
    window.alert("text", ButtonSet.YES_NO);
    window.alert("title", "text", ButtonSet.OK_CANCEL);
    const prompted = await window.prompt("name?");
    expect([prompted.getResponseText(), prompted.getSelectedButton().name]).toEqual(["typed", "OK"]);
    expect(ui.asked).toEqual([
      { kind: "alert", title: null, text: "text", buttons: "OK" },
      { kind: "alert", title: null, text: "text", buttons: "YES_NO" },
      { kind: "alert", title: "title", text: "text", buttons: "OK_CANCEL" },
      { kind: "prompt", title: null, text: "name?", buttons: "OK" },
    ]);
    expect(() => window.alert("title", "text")).toThrow("don't match the method signature for Ui.alert");
    ui.answer = Promise.resolve({ button: "CLOSE" });
    expect(await window.alert("text")).toHaveProperty("name", "CLOSE");
  });

  shows("ui.pages", () => {
    const ui = new Window();
    const script = execution(new Workbook(), { ui, htmlFiles: { sidebar: "<p>Hello</p>" } });
    const page = script.HtmlService.createHtmlOutputFromFile("sidebar").setTitle("Findings").setWidth(300);
    script.SpreadsheetApp.getUi().showSidebar(page);
    script.SpreadsheetApp.getUi().showModalDialog(
      script.HtmlService.createHtmlOutput("x").setHeight(90),
      "Help",
    );
    expect(ui.pages).toEqual([
      { kind: "sidebar", title: "Findings", html: "<p>Hello</p>", width: 300, height: null },
      { kind: "modal", title: "Help", html: "x", width: null, height: 90 },
    ]);
    expect(() => script.HtmlService.createHtmlOutputFromFile("none")).toThrow(
      "No HTML file named none was found.",
    );
    expect(() => script.HtmlService.createTemplateFromFile()).toThrow("not implemented");
  });
});

describe("Utilities, mail and logs", () => {
  shows("utilities.dates", () => {
    const { Utilities } = execution(null);
    const date = new Date("2024-07-04T03:05:09.007Z");
    const show = (format: string, zone = "America/New_York") => Utilities.formatDate(date, zone, format);
    expect(show("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")).toBe("2024-07-03T23:05:09.007-04:00");
    expect(show("EEE, d MMM yy h:mm a")).toBe("Wed, 3 Jul 24 11:05 PM");
    expect(show("EEEE d MMMM ''yyyy''", "Asia/Tokyo")).toBe("Thursday 4 July '2024'");
    expect(show("HH:mm Z", "GMT+5:30")).toBe("08:35 +0530");
    expect(show("HH:mm z", "Nowhere/City")).toBe("03:05 GMT");
    expect(() => Utilities.formatDate("2024" as never, "GMT", "yyyy")).toThrow(
      "don't match the method signature",
    );
  });

  shows("utilities.bytes", () => {
    const { Utilities } = execution(null);
    const digest = [102, -35, -51, -105, -49, -34, -85, -78, -10, -5, -118, -103, -101, 75, -57, 111];
    expect(Utilities.computeDigest(DigestAlgorithm.MD5, "é")).toEqual(digest);
    expect(Utilities.computeDigest(DigestAlgorithm.MD5, [-61, -87])).toEqual(digest);
    expect(Utilities.base64Encode("hé?")).toBe("aMOpPw==");
    expect(Utilities.base64Decode("aMOpPw==")).toEqual([104, -61, -87, 63]);
    expect(Utilities.base64EncodeWebSafe([-5, -1])).toBe("-_8=");
    expect(() => Utilities.base64Decode("*")).toThrow("Could not decode string.");
    const blob = Utilities.newBlob("hé", "text/csv", "a.csv");
    expect([blob.getDataAsString(), blob.getBytes(), blob.getName()]).toEqual([
      "hé",
      [104, -61, -87],
      "a.csv",
    ]);
    expect(Utilities.getUuid()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it("sleeps on the execution's clock", () => {
    const sleep = vi.fn();
    const { Utilities } = execution(null, { clock: { now: () => NOW, sleep } });
    Utilities.sleep(1500);
    expect(sleep).toHaveBeenCalledWith(1500);
    expect(() => Utilities.sleep(300_001)).toThrow("Invalid argument: milliseconds");
  });

  shows("mail.quota", () => {
    const { MailApp, workbook } = opened();
    MailApp.sendEmail("a@example.com, b@example.com", "Due", "Two claims", { htmlBody: "<b>2</b>" });
    MailApp.sendEmail({ to: "c@example.com", subject: "Due", body: "x" });
    expect(workbook.outbox.map((mail) => [mail.to, mail.subject, mail.htmlBody])).toEqual([
      [["a@example.com", "b@example.com"], "Due", "<b>2</b>"],
      [["c@example.com"], "Due", null],
    ]);
    expect(MailApp.getRemainingDailyQuota()).toBe(97);
    const many = Array.from({ length: 98 }, (_, n) => `u${n}@example.com`).join(",");
    expect(() => MailApp.sendEmail(many, "s", "b")).toThrow(
      "Service invoked too many times for one day: email.",
    );
    expect(() => MailApp.sendEmail("nobody", "s", "b")).toThrow("Invalid email: nobody");
  });

  shows("log.kept", () => {
    const entries: LogEntry[] = [];
    const { Logger, console } = execution(null, { log: (entry) => entries.push(entry) });
    Logger.log("%s rows", 5);
    console.warn({ a: 1 });
    expect(entries).toEqual([
      { level: "info", text: "5 rows" },
      { level: "warn", text: "{ a: 1 }" },
    ]);
    expect(Logger.getLog()).toBe("5 rows\n");
  });
});
