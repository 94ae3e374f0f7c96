import { describe, expect, it } from "vitest";
import type { ExecutionResult } from "../../../simulator/local-sheets.ts";
import { ANN, BOB, MODES, SCOPES, type Setting, sheetsWith } from "./shared.ts";

/** Each attempt gives "yes" or Google's refusal; what onOpen found is in the log. */
const CODE = `
  function attempts() {
    const tries = {
      document: () => SpreadsheetApp.getActiveSpreadsheet().getName(),
      write: () => SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1).setValue(1),
      properties: () => PropertiesService.getDocumentProperties().getProperty("x"),
      alert: () => SpreadsheetApp.getUi().alert("?"),
      sidebar: () => SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<p>")),
      user: () => Session.getActiveUser().getEmail(),
      menu: () => SpreadsheetApp.getUi().createAddonMenu().addItem("Run it", "attempts").addToUi(),
    };
    const allowed = [];
    for (const name of Object.keys(tries)) {
      try { tries[name](); allowed.push(name); } catch (error) { console.log(name + ": " + error); }
    }
    return allowed;
  }
  function report(e) {
    const modes = ScriptApp.AuthMode;
    console.log(JSON.stringify({
      mode: e.authMode, none: e.authMode === modes.NONE, full: e.authMode === modes.FULL,
      user: e.user ? e.user.getEmail() : null, source: String(e.source), allowed: attempts(),
    }));
  }
  function onOpen(e) { report(e); }
  function onInstall(e) { report(e); }
  function CUSTOM() { return attempts().join(" "); }
`;
const answerer = () => ({ button: "OK" });

async function using<Result>(
  setting: Setting,
  work: (sheets: ReturnType<typeof sheetsWith>) => Promise<Result>,
): Promise<Result> {
  const sheets = sheetsWith(CODE, {
    users: [
      { email: ANN, answerer },
      { email: BOB, grantedScopes: [SCOPES.document], answerer },
    ],
    ...setting,
  });
  try {
    return await work(sheets);
  } finally {
    await sheets.close();
  }
}

function reported(result: ExecutionResult | null): unknown {
  return JSON.parse(result?.log.at(-1)?.text ?? "null");
}

describe.each(MODES)("authorisation, %s", (mode) => {
  it("gives onOpen menus alone until the add-on is enabled", async () => {
    const result = await using({ mode }, (sheets) => sheets.open(ANN));
    expect(reported(result)).toEqual({
      mode: "NONE",
      none: true,
      full: false,
      user: null,
      source: "Spreadsheet",
      allowed: ["menu"],
    });
  });

  it("gives onOpen the document and the properties once it is enabled", async () => {
    const result = await using({ mode, enabled: true }, (sheets) => sheets.open(ANN));
    expect(reported(result)).toMatchObject({
      mode: "LIMITED",
      user: null,
      allowed: ["document", "write", "properties", "menu"],
    });
  });

  it("gives onInstall everything, and every later onOpen the document", async () => {
    await using({ mode }, async (sheets) => {
      expect(reported(await sheets.install(ANN))).toMatchObject({
        mode: "FULL",
        full: true,
        user: ANN,
        allowed: ["document", "write", "properties", "alert", "sidebar", "user", "menu"],
      });
      expect(reported(await sheets.open(BOB))).toMatchObject({ mode: "LIMITED" });
    });
  });

  it("gives menu items and clients everything", async () => {
    const all = ["document", "write", "properties", "alert", "sidebar", "user", "menu"];
    await using({ mode }, async (sheets) => {
      expect(await sheets.callClient(ANN, "attempts")).toEqual(all);
      await sheets.open(ANN);
      const clicked = await sheets.clickMenu(ANN, ["Run it"]);
      expect(clicked).toMatchObject({ ok: true, log: [] });
    });
  });

  it("lets custom functions read, and nothing more", async () => {
    const allowed = await using({ mode }, (sheets) => sheets.callCustomFunction("CUSTOM", []));
    expect(allowed).toBe("document properties");
  });

  it("asks for the scopes of the manifest", async () => {
    await using({ mode, scopes: [SCOPES.document] }, async (sheets) => {
      const result = await sheets.execute({ user: ANN, functionName: "attempts", trigger: "client" });
      expect(result).toMatchObject({ value: ["document", "write", "properties", "alert", "menu"] });
      expect(result.log.map((entry) => entry.text)).toEqual([
        `sidebar: Exception: Specified permissions are not sufficient to call Ui.showSidebar. Required permissions: ${SCOPES.pages}`,
        `user: Exception: Specified permissions are not sufficient to call Session.getActiveUser. Required permissions: ${SCOPES.email}`,
      ]);
    });
  });

  it("asks for the scopes the user granted", async () => {
    await using({ mode }, async (sheets) => {
      expect(await sheets.callClient(BOB, "attempts")).not.toContain("sidebar");
      expect(await sheets.callClient(ANN, "attempts")).toContain("sidebar");
    });
  });

  it("applies the mode to the statements outside functions, too", async () => {
    const sheets = sheetsWith("SpreadsheetApp.getActiveSpreadsheet().getName(); function onOpen() {}", {
      mode,
    });
    const result = await sheets.open(ANN);
    await sheets.close();
    expect(result).toMatchObject({ ok: false, error: { name: "Exception" } });
  });
});

describe("the user's window", () => {
  const code = `
    function onOpen() {
      const ui = SpreadsheetApp.getUi();
      const sub = ui.createMenu("More").addItem("Help", "help").addItem("Run", "run");
      ui.createAddonMenu().addItem("Run audit", "run").addSeparator().addSubMenu(sub).addToUi();
    }
    function run() { SpreadsheetApp.getActiveSpreadsheet().toast("done", "Audit", 3); }
    function help() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput("<p>help").setTitle("Help")); }
  `;

  it("keeps menus, toasts and pages per user", async () => {
    const sheets = sheetsWith(code, { enabled: true });
    await sheets.open(ANN);
    await sheets.open(ANN);
    await sheets.clickMenu(ANN, ["Run audit"]);
    await sheets.clickMenu(ANN, ["More", "Help"]);
    const window = sheets.window(ANN);
    expect(window.menus).toHaveLength(1);
    expect(window.toasts).toEqual([{ message: "done", title: "Audit", seconds: 3 }]);
    expect(window.sidebar).toMatchObject({ title: "Help", html: "<p>help" });
    expect(sheets.window(BOB)).toMatchObject({ menus: [], toasts: [], sidebar: null });
  });

  it("says which items there are when one is not found", async () => {
    const sheets = sheetsWith(code);
    await sheets.open(ANN);
    expect(() => sheets.clickMenu(ANN, ["Fly"])).toThrow(`${ANN} sees no menu item "Fly"`);
    expect(() => sheets.clickMenu(BOB, ["Run audit"])).toThrow("there is no menu");
    expect(() => sheets.window("eve@example.com")).toThrow("Nobody called eve@example.com");
  });

  it("does nothing when a bundle has no trigger", async () => {
    const sheets = sheetsWith("function main() {}");
    expect(await sheets.open(ANN)).toBe(null);
    expect(await sheets.install(ANN)).toBe(null);
  });
});
