import { describe, expect, it } from "vitest";
import type { LocalSheets } from "../../../simulator/local-sheets.ts";
import { ANN, MODES, NOW, type Setting, sheetsWith } from "./shared.ts";

/** Runs the body of one function as a client's call. */
async function run(body: string, setting: Setting, ...args: unknown[]): Promise<unknown> {
  const sheets = sheetsWith(`function main(a, b) { ${body} }`, setting);
  return closing(sheets, () => sheets.callClient(ANN, "main", ...args));
}

async function closing<Result>(sheets: LocalSheets, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await sheets.close();
  }
}

/** What a script on Google's server does not have and Node or a browser does. */
const FOREIGN =
  "URL TextDecoder TextEncoder setTimeout setInterval setImmediate fetch atob btoa crypto performance process require module structuredClone queueMicrotask Buffer global window self document navigator AbortController Event Blob Headers".split(
    " ",
  );

const CELL = "SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1)";

describe.each(MODES)("a script's context, %s", (mode) => {
  it("has nothing of Node or of a browser", async () => {
    const found = await run("return a.filter((name) => name in globalThis);", { mode }, FOREIGN);
    expect(found).toEqual([]);
    expect(await run("return Function('return typeof process')();", { mode })).toBe("undefined");
    expect(
      await run("return Object.getOwnPropertyNames(globalThis).includes('SpreadsheetApp');", { mode }),
    ).toBe(true);
  });

  it("offers no way out through what it is handed", async () => {
    const body = `
      const objects = [a, console.log, ${CELL}.getValues(), new Error("x"), SpreadsheetApp.getActiveSpreadsheet];
      try { ${CELL}.setValues(1); } catch (error) { objects.push(error); }
      return objects.map((object) => object.constructor.constructor("return typeof process")());`;
    expect(await run(body, { mode }, {})).toEqual(Array(6).fill("undefined"));
  });

  it("starts afresh with every execution", async () => {
    const code = `
      var count = 0;
      if (Array.prototype.mine) throw new Error("left over");
      function next() { Array.prototype.mine = true; globalThis.more = 1; return [++count, typeof globalThis.less]; }
    `;
    const sheets = sheetsWith(code, { mode });
    await closing(sheets, async () => {
      expect(await sheets.callClient(ANN, "next")).toEqual([1, "undefined"]);
      expect(await sheets.callClient(ANN, "next")).toEqual([1, "undefined"]);
    });
  });

  it("gets arrays, dates, objects and errors of its own realm", async () => {
    const body = `
      const cell = ${CELL};
      cell.setValue(new Date(86400000));
      const values = cell.getValues();
      let error = null;
      try { cell.setValues(1); } catch (caught) { error = caught; }
      return [
        values instanceof Array, values[0] instanceof Array, values[0][0] instanceof Date, values[0][0].getTime(),
        a instanceof Object, a.list instanceof Array, Object.getPrototypeOf(a) === Object.prototype,
        error instanceof Error, error.name,
      ];`;
    expect(await run(body, { mode }, { list: [1] })).toEqual([
      true,
      true,
      true,
      86_400_000,
      true,
      true,
      true,
      true,
      "Exception",
    ]);
  });

  it("compares enum values by identity and recognises the same service", async () => {
    const sheets = sheetsWith(
      `function main() {
        const ui = SpreadsheetApp.getUi();
        const answer = ui.alert("Go on?", ui.ButtonSet.YES_NO);
        return [answer === ui.Button.YES, answer === ui.Button.NO, String(answer)];
      }`,
      { mode, users: [{ email: ANN, answerer: () => ({ button: "YES" }) }] },
    );
    expect(await closing(sheets, () => sheets.callClient(ANN, "main"))).toEqual([true, false, "YES"]);
    expect(sheets.window(ANN).questions).toEqual([
      { kind: "alert", title: null, text: "Go on?", buttons: "YES_NO" },
    ]);
  });

  it("never answers undefined for what a service does not have", async () => {
    await expect(run("return typeof SpreadsheetApp.fly;", { mode })).rejects.toThrow(
      "Exception: SpreadsheetApp.fly is not implemented",
    );
    await expect(run("SpreadsheetApp.getUi().Button.PERHAPS;", { mode })).rejects.toThrow(
      "Button.PERHAPS does not exist",
    );
    await expect(run("SpreadsheetApp.mine = 1;", { mode })).rejects.toThrow(
      "TypeError: SpreadsheetApp belongs",
    );
    await expect(run("DriveApp.getRootFolder();", { mode })).rejects.toThrow("DriveApp is not defined");
  });

  it("refuses to hand a service what Google's services don't take", async () => {
    await expect(run(`${CELL}.setValue(() => 1);`, { mode })).rejects.toThrow("a function");
    await expect(run(`${CELL}.setValue(new Map());`, { mode })).rejects.toThrow("a Map");
    await expect(run(`const own = {}; own.own = own; ${CELL}.setValue(own);`, { mode })).rejects.toThrow(
      "contains itself",
    );
  });

  it("sees the clock of the simulator, and keeps dates what they are", async () => {
    const body = `
      const made = new Date();
      return [Date.now(), made.getTime(), made instanceof Date, made.constructor === Date, new Date(5).getTime(),
        Date.UTC(1970, 0, 2), typeof Date()];`;
    expect(await run(body, { mode })).toEqual([NOW, NOW, true, true, 5, 86_400_000, "string"]);
    expect(await run("Utilities.sleep(1500); return Date.now();", { mode })).toBe(NOW + 1500);
  });

  it("logs to the execution's log", async () => {
    const sheets = sheetsWith(`function main() { console.warn("%s rows", 3); Logger.log("x"); }`, { mode });
    const result = await closing(sheets, () =>
      sheets.execute({ user: ANN, functionName: "main", trigger: "editor" }),
    );
    expect(result.log).toEqual([
      { level: "warn", text: "3 rows" },
      { level: "info", text: "x" },
    ]);
  });
});
