import { describe, expect, it } from "vitest";
import { ManualClock } from "../../../simulator/runtime/clock.ts";
import { ANN, BOB, NOW, sheetsWith } from "./shared.ts";

/** Calls: 1 getActiveSpreadsheet, 2 getActiveSheet, then getRange, getValue, getRange, setValue. */
const CODE = `
  function sheet() { return SpreadsheetApp.getActiveSpreadsheet().getActiveSheet(); }
  function add() {
    const own = sheet();
    const before = own.getRange(1, 1).getValue();
    own.getRange(1, 1).setValue(Number(before) + 1);
    return { before, after: own.getRange(1, 1).getValue(), at: new Date().getTime() };
  }
  function addAlone() {
    const lock = LockService.getDocumentLock();
    if (!lock.tryLock(1000)) return "told";
    try {
      const made = add();
      SpreadsheetApp.flush();
      return made.after;
    } finally { lock.releaseLock(); }
  }
  function stubborn() {
    for (let i = 0; i < 3; i++) { try { return sheet().getRange(1, 1).getValue() + "read"; } catch (error) {} }
    return "given up";
  }
`;

/** A wait is over when the test says so. */
class Patient extends ManualClock {
  over: () => void = () => {};
  override sleep(): Promise<void> {
    return new Promise((over) => {
      this.over = over;
    });
  }
}

const soon = () => new Promise((settled) => setImmediate(settled));
const call = (user: string, functionName: string) => ({ user, functionName, trigger: "client" as const });

describe("an execution that is put aside", () => {
  it("goes on where it was, wherever that is, and makes every call once", () => {
    const calm = sheetsWith(CODE).executeNow(call(ANN, "add"));
    const calls = Object.values(calm.counts.byKind).reduce((sum, n) => sum + n, 0);
    for (let at = 0; at <= calls; at++) {
      const sheets = sheetsWith(CODE);
      const execution = sheets.stepped(call(ANN, "add"));
      expect(execution.goOn(() => execution.calls >= at)).toBe(at < calls ? "told" : "over");
      expect(execution.calls).toBe(at);
      execution.goOn(() => false);
      expect(execution.result).toEqual(calm);
    }
  });

  it("finds what somebody else has changed meanwhile, and no sooner", () => {
    const sheets = sheetsWith(CODE);
    const ann = sheets.stepped(call(ANN, "add"));
    // Before the value is read, and behind that.
    ann.goOn(() => ann.calls >= 4);
    expect(sheets.executeNow(call(BOB, "add"))).toMatchObject({ value: { before: "", after: 1 } });
    ann.goOn(() => false);
    expect(ann.result).toMatchObject({ value: { before: "", after: 1 } });
    const late = sheets.stepped(call(ANN, "add"));
    late.goOn(() => late.calls >= 3);
    sheets.executeNow(call(BOB, "add"));
    late.goOn(() => false);
    expect(late.result).toMatchObject({ value: { before: 2, after: 3 } });
  });

  it("waits for a lock until the other lets go of it", async () => {
    const sheets = sheetsWith(CODE, { clock: new Patient(NOW) });
    const [ann, bob] = [sheets.stepped(call(ANN, "addAlone")), sheets.stepped(call(BOB, "addAlone"))];
    ann.goOn(() => ann.calls >= 4);
    expect(bob.goOn(() => false)).toBe("waiting");
    expect(bob.goOn(() => false)).toBe("waiting");
    expect(ann.goOn(() => false)).toBe("over");
    await soon();
    expect(bob.goOn(() => false)).toBe("over");
    expect([ann.result, bob.result]).toMatchObject([{ value: 1 }, { value: 2 }]);
  });

  it("is told when the wait is over, and has changed nothing", async () => {
    const clock = new Patient(NOW);
    const sheets = sheetsWith(CODE, { clock });
    const [ann, bob] = [sheets.stepped(call(ANN, "addAlone")), sheets.stepped(call(BOB, "addAlone"))];
    ann.goOn(() => ann.calls >= 4);
    bob.goOn(() => false);
    clock.over();
    await soon();
    bob.goOn(() => false);
    ann.goOn(() => false);
    expect([ann.result, bob.result]).toMatchObject([{ value: 1 }, { value: "told" }]);
  });

  it("does not let a script see that it was, even one that catches everything", () => {
    const execution = sheetsWith(CODE).stepped(call(ANN, "stubborn"));
    expect(execution.goOn(() => execution.calls >= 2)).toBe("told");
    expect(execution.goOn(() => false)).toBe("over");
    expect(execution.result).toMatchObject({ value: "read" });
  });

  it("ends at once where there is no such function", () => {
    const execution = sheetsWith(CODE).stepped(call(ANN, "missing"));
    expect(execution.goOn(() => false)).toBe("over");
    expect(execution.result).toMatchObject({ ok: false });
  });
});
