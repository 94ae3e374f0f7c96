import { describe, expect } from "vitest";
import { ButtonSet } from "../../../simulator/services/enums.ts";
import { Workbook } from "../../../simulator/services/workbook.ts";
import { execution, shows, Window } from "./script.ts";

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
