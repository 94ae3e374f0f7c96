import { describe, expect, it } from "vitest";
import type { ExecutionResult, Fault, LocalSheets } from "../../../simulator/local-sheets.ts";
import { ManualClock } from "../../../simulator/runtime/clock.ts";
import { ANN, MODES, NOW, sheetsWith } from "./shared.ts";

/** Calls: 1 getActiveSpreadsheet, 2 getActiveSheet, 3–4 A1, 5 flush, 6–7 B1, 8–9 C1. */
const CODE = `
  function sheet() { return SpreadsheetApp.getActiveSpreadsheet().getActiveSheet(); }
  function three() {
    const own = sheet();
    own.getRange(1, 1).setValue("flushed");
    SpreadsheetApp.flush();
    own.getRange(1, 2).setValue("waiting");
    own.getRange(1, 3).setValue("never");
    return "done";
  }
  function stubborn() {
    const own = sheet();
    try { three(); } catch (error) { console.log(String(error)); }
    try { own.getRange(1, 4).setValue("after"); } catch (error) {}
    return "swallowed";
  }
  function row() { return sheet().getRange(1, 1, 1, 4).getValues()[0]; }
  function fails() { sheet().getRange(1, 1).setValue("kept"); throw new Error("later"); }
  function slow() { for (let i = 0; i < 10; i++) { Utilities.sleep(60000); } return "done"; }
  function SLOW() { Utilities.sleep(31000); return Session.getScriptTimeZone(); }
`;

async function rowAfter(
  mode: (typeof MODES)[number],
  functionName: string,
  fault: Fault,
): Promise<{ result: ExecutionResult; row: unknown }> {
  return using(mode, async (sheets) => {
    const result = await sheets.execute({ user: ANN, functionName, trigger: "client", fault });
    return { result, row: await sheets.callClient(ANN, "row") };
  });
}

async function using<Result>(
  mode: (typeof MODES)[number],
  work: (sheets: LocalSheets) => Promise<Result>,
): Promise<Result> {
  const sheets = sheetsWith(CODE, { mode, clock: new ManualClock(NOW) });
  try {
    return await work(sheets);
  } finally {
    await sheets.close();
  }
}

const WORDS = {
  timeLimit: "Exceeded maximum execution time",
  serviceError: /^Exception: Service Spreadsheets failed while accessing document/,
  lostConnection: /^NetworkError/,
};

describe.each(MODES)("faults, %s", (mode) => {
  it.each(["timeLimit", "serviceError", "lostConnection"] as const)(
    "%s ends an execution at its k-th call, with or without the writes that wait",
    async (kind) => {
      const lost = await rowAfter(mode, "three", { kind, at: 9, waitingWrites: "lost" });
      expect(lost.row).toEqual(["flushed", "", "", ""]);
      expect(lost.result).toMatchObject({
        ok: false,
        error: { message: expect.stringMatching(WORDS[kind]) },
      });
      const applied = await rowAfter(mode, "three", { kind, at: 9, waitingWrites: "applied" });
      expect(applied.row).toEqual(["flushed", "waiting", "", ""]);
      const first = await rowAfter(mode, "three", { kind, at: 4, waitingWrites: "applied" });
      expect(first.row).toEqual(["", "", "", ""]);
    },
  );

  it("let a script catch a service error and go on", async () => {
    const { result, row } = await rowAfter(mode, "stubborn", {
      kind: "serviceError",
      at: 11,
      waitingWrites: "lost",
    });
    expect(result).toMatchObject({ ok: true, value: "swallowed" });
    expect(result.log[0]?.text).toMatch(WORDS.serviceError);
    expect(row).toEqual(["flushed", "", "", "after"]);
  });

  it("cannot be caught when the time is over", async () => {
    const fault: Fault = { kind: "timeLimit", at: 9, waitingWrites: "lost" };
    const { result } = await rowAfter(mode, "stubborn", fault);
    expect(result).toMatchObject({ ok: false, error: { message: WORDS.timeLimit } });
  });

  it("can lose the answer of an execution that did everything", async () => {
    const { result, row } = await rowAfter(mode, "three", {
      kind: "lostConnection",
      at: "answer",
      waitingWrites: "applied",
    });
    expect(result).toMatchObject({
      ok: false,
      error: { message: expect.stringMatching(WORDS.lostConnection) },
    });
    expect(row).toEqual(["flushed", "waiting", "never", ""]);
  });

  it("keep what was written before an error of the script's own", async () => {
    await using(mode, async (sheets) => {
      await expect(sheets.callClient(ANN, "fails")).rejects.toThrow("Error: later");
      expect(await sheets.callClient(ANN, "row")).toEqual(["kept", "", "", ""]);
    });
  });

  it("happen by the clock: 6 minutes, 30 seconds for a custom function", async () => {
    await using(mode, async (sheets) => {
      const slow = await sheets.execute({ user: ANN, functionName: "slow", trigger: "client" });
      expect(slow).toMatchObject({ ok: false, error: { message: WORDS.timeLimit } });
      expect(slow.counts.byKind).toEqual({ "Utilities.sleep": 8 });
      await expect(sheets.callCustomFunction("SLOW", [])).rejects.toThrow(WORDS.timeLimit);
    });
  });
});

describe.each(MODES)("counting, %s", (mode) => {
  const code = `
    function work() {
      const sheet = SpreadsheetApp.getActiveSpreadsheet().getActiveSheet();
      sheet.getRange(1, 1, 5, 4).setValues(Array.from({ length: 5 }, () => [1, 2, 3, 4]));
      sheet.getRange(1, 1, 1, 4).setNumberFormat("0");
      SpreadsheetApp.flush();
      return sheet.getRange(1, 1, 2, 3).getValues().length + sheet.getRange(1, 1, 9, 9).getValue();
    }
    function refused() { SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1).setValues([[1, 2]]); }
  `;

  it("counts calls by kind, reads, writes and cells, of one execution and of all", async () => {
    const sheets = sheetsWith(code, { mode });
    const result = await sheets.execute({ user: ANN, functionName: "work", trigger: "client" });
    expect(result.counts).toEqual({
      executions: 1,
      calls: 11,
      reads: 2,
      writes: 2,
      cellsRead: 7,
      cellsWritten: 20,
      byKind: {
        "Sheet.getRange": 4,
        "Range.getValue": 1,
        "Range.getValues": 1,
        "Range.setNumberFormat": 1,
        "Range.setValues": 1,
        "Spreadsheet.getActiveSheet": 1,
        "SpreadsheetApp.flush": 1,
        "SpreadsheetApp.getActiveSpreadsheet": 1,
      },
    });
    expect(Object.keys(result.counts.byKind)[0]).toBe("Sheet.getRange");
    const refused = await sheets.execute({ user: ANN, functionName: "refused", trigger: "client" });
    expect(refused.counts).toMatchObject({ calls: 4, writes: 0, cellsWritten: 0 });
    expect(sheets.stats()).toMatchObject({ executions: 2, calls: 15, reads: 2, writes: 2, cellsWritten: 20 });
    await sheets.close();
  });
});
