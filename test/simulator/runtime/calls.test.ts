import { describe, expect, it } from "vitest";
import { ANN, MODES, type Setting, sheetsWith } from "./shared.ts";

/** Runs and closes. */
async function using<Result>(
  code: string,
  setting: Setting,
  work: (sheets: ReturnType<typeof sheetsWith>) => Promise<Result>,
): Promise<Result> {
  const sheets = sheetsWith(code, setting);
  try {
    return await work(sheets);
  } finally {
    await sheets.close();
  }
}

describe.each(MODES)("google.script.run, %s", (mode) => {
  const code = `
    function echo(value) { return value; }
    function kind(value) { return Object.prototype.toString.call(value) + arguments.length; }
    function hidden_() { return 1; }
    var assigned = function () { return 1; };
    const arrow = () => 1;
    function date() { return { rows: [new Date(0)] }; }
    function nan() { return NaN; }
    function service() { return SpreadsheetApp.getActiveSpreadsheet(); }
    function functions() { return [function () {}]; }
    async function later() { return 1; }
    function nothing() {}
    function holes() { return { a: undefined, b: [undefined, null], c: null }; }
    function fails() { throw new Error("The report has no rows."); }
    function failsBadly() { throw "just text"; }
    function refuses() { SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1).setValues([[1, 2]]); }
  `;
  const call = (name: string, ...args: unknown[]) =>
    using(code, { mode }, (sheets) => sheets.callClient(ANN, name, ...args));

  it("copies numbers, texts, booleans, null, plain objects and arrays both ways", async () => {
    const value = { n: 1.5, t: "=SUM(A1)", b: true, z: null, list: [[1, "2"], []], o: { deep: {} } };
    expect(await call("echo", value)).toEqual(value);
    expect(await call("kind")).toBe("[object Undefined]0");
    expect(await call("nothing")).toBe(null);
    expect(await call("holes")).toEqual({ b: [null, null], c: null });
    expect(await call("echo", { a: undefined, b: [undefined] })).toEqual({ b: [null] });
  });

  it.each([
    ["a Date", new Date(0)],
    ["a function", () => 1],
    ["a Map", new Map()],
    ["NaN", Number.NaN],
  ])("refuses %s as an argument, wherever it hides", async (_, value) => {
    await expect(call("echo", 1, value)).rejects.toThrow("Failed due to illegal value in property: 1");
    await expect(call("echo", { rows: [[value]] })).rejects.toThrow("illegal value in property: 0");
  });

  it.each([
    ["date", "a Date"],
    ["nan", "NaN"],
    ["service", "a Google service"],
    ["functions", "a function"],
    ["later", "a Promise"],
  ])("refuses what %s() returns", async (name, what) => {
    await expect(call(name)).rejects.toThrow(
      `The script completed but the returned value is not a supported return type. (It holds ${what}`,
    );
  });

  it.each(["hidden_", "assigned", "arrow", "missing", "eval", "Object", "toString"])(
    "does not call %s",
    async (name) => {
      await expect(call(name)).rejects.toThrow(`Script function not found: ${name}`);
    },
  );

  it("hands errors on as Google words them", async () => {
    await expect(call("fails")).rejects.toThrow(/^Error: The report has no rows\.$/);
    await expect(call("failsBadly")).rejects.toThrow(/^just text$/);
    await expect(call("refuses")).rejects.toThrow(
      /^Exception: The number of columns in the data does not match the number of columns in the range\./,
    );
  });

  it("says where in the script an error was thrown, and nothing of the simulator", async () => {
    const result = await using(code, { mode }, (sheets) =>
      sheets.execute({ user: ANN, functionName: "fails", trigger: "client" }),
    );
    expect(result).toMatchObject({ ok: false, error: { name: "Error" } });
    expect(result.ok ? "" : result.error.stack).toBe("at fails (Code:14:30)");
  });

  it("reports a script that cannot be loaded with every call", async () => {
    const broken = using("function main( {", { mode }, (sheets) => sheets.callClient(ANN, "main"));
    await expect(broken).rejects.toThrow("SyntaxError");
    const failing = using("function main() {}\nnull.x;", { mode }, (sheets) =>
      sheets.callClient(ANN, "main"),
    );
    await expect(failing).rejects.toThrow("TypeError");
  });
});

describe.each(MODES)("custom functions, %s", (mode) => {
  const code = `
    function SHAPE(value) { return Array.isArray(value) ? value.length + "x" + value[0].length : typeof value; }
    function YEARS(range) { return range.map((row) => row.map((cell) => cell instanceof Date ? cell.getTime() : "")); }
    function DOWN() { return [1, 2]; }
    function DATE() { return new Date(86400000); }
    function NOTHING() {}
    function OBJECT() { return {}; }
    function FAILS() {
      throw new Error("The as-of day is missing.");
    }
    function WRITES() { SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1).setValue(1); }
    function READS() { return SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1).getValue(); }
    function HIDDEN_() { return 1; }
  `;
  const call = (name: string, ...args: unknown[]) =>
    using(code, { mode }, (sheets) => sheets.callCustomFunction(name, args));

  it("get ranges as rows of cells and give values, rows or columns", async () => {
    expect(await call("SHAPE", [["a", "b"]])).toBe("1x2");
    expect(await call("SHAPE", 3)).toBe("number");
    expect(await call("YEARS", [[new Date(5), ""]])).toEqual([[5, ""]]);
    expect(await call("DOWN")).toEqual([[1], [2]]);
    expect(await call("DATE")).toEqual(new Date(86_400_000));
    expect(await call("NOTHING")).toBe("");
  });

  it("show errors in words with their line", async () => {
    await expect(call("FAILS")).rejects.toThrow(/^Error: The as-of day is missing\. \(line 9\)\.$/);
    await expect(call("OBJECT")).rejects.toThrow("no cell can hold");
    await expect(call("HIDDEN_")).rejects.toThrow("Unknown function: 'HIDDEN_'.");
  });

  it("read the document and cannot write it", async () => {
    expect(await call("READS")).toBe("");
    await expect(call("WRITES")).rejects.toThrow("Exception: You do not have permission to call setValue");
  });
});
