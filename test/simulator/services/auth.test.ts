import { describe, expect } from "vitest";
import { AuthMode } from "../../../simulator/services/enums.ts";
import { Workbook } from "../../../simulator/services/workbook.ts";
import { BOB, execution, NOW, opened, SCOPE, shows, Window } from "./script.ts";

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
