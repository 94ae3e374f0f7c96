import { describe, expect, it } from "vitest";
import type { LocalSheets } from "../../../simulator/local-sheets.ts";
import { systemClock } from "../../../simulator/runtime/clock.ts";
import type { DialogAnswer } from "../../../simulator/services/index.ts";
import { ANN, BOB, type Setting, sheetsWith } from "./shared.ts";

const CODE = `
  function cell() { return SpreadsheetApp.getActiveSpreadsheet().getActiveSheet().getRange(1, 1); }
  function ask() { const ui = SpreadsheetApp.getUi(); return String(ui.alert("Go on?", ui.ButtonSet.OK_CANCEL)); }
  function write(value) { cell().setValue(value); return cell().getValue(); }
  function read() { return cell().getValue(); }
  function increase() {
    const lock = LockService.getDocumentLock();
    lock.waitLock(10000);
    const next = Number(cell().getValue()) + 1;
    Utilities.sleep(5);
    cell().setValue(next);
    SpreadsheetApp.flush();
    lock.releaseLock();
    return next;
  }
  function spin() { for (;;) {} }
  function stuck() { try { spin(); } catch (error) { return "caught"; } finally { return "finally"; } }
`;

/** Dialogs of which each stays open until it is answered. */
class OpenDialogs {
  readonly #waiting: ((answer: DialogAnswer) => void)[] = [];
  #arrived: (() => void) | null = null;

  readonly answerer = (): Promise<DialogAnswer> =>
    new Promise((resolve) => {
      this.#waiting.push(resolve);
      this.#arrived?.();
    });

  /** Until so many are open. */
  async opened(count = 1): Promise<void> {
    while (this.#waiting.length < count) {
      await new Promise<void>((resolve) => {
        this.#arrived = resolve;
      });
    }
  }

  answerAll(): void {
    for (const answer of this.#waiting.splice(0)) answer({ button: "OK" });
  }
}

async function using<Result>(
  dialogs: OpenDialogs,
  setting: Setting,
  work: (sheets: LocalSheets) => Promise<Result>,
): Promise<Result> {
  const users = [{ email: ANN, answerer: dialogs.answerer }, { email: BOB }];
  const sheets = sheetsWith(CODE, { mode: "worker", clock: systemClock, users, ...setting });
  try {
    return await work(sheets);
  } finally {
    await sheets.close();
  }
}

describe("executions side by side", () => {
  it("go on for others, and for the same user, while a dialog is open", async () => {
    const dialogs = new OpenDialogs();
    await using(dialogs, {}, async (sheets) => {
      let answered = false;
      const asked = sheets.callClient(ANN, "ask").then((value) => {
        answered = true;
        return value;
      });
      await dialogs.opened();
      expect(await sheets.callClient(BOB, "write", 7)).toBe(7);
      expect(await sheets.callClient(ANN, "read")).toBe(7);
      expect(answered).toBe(false);
      dialogs.answerAll();
      expect(await asked).toBe("OK");
    });
  });

  it("are at most 30 of one user", async () => {
    const dialogs = new OpenDialogs();
    await using(dialogs, {}, async (sheets) => {
      const asked = Array.from({ length: 30 }, () => sheets.callClient(ANN, "ask"));
      await dialogs.opened(30);
      await expect(sheets.callClient(ANN, "read")).rejects.toThrow("too many scripts running simultaneously");
      expect(await sheets.callClient(BOB, "read")).toBe("");
      dialogs.answerAll();
      expect(await Promise.all(asked)).toEqual(Array(30).fill("OK"));
      expect(await sheets.callClient(ANN, "read")).toBe("");
    });
  });

  it("take turns where they take the document lock", async () => {
    await using(new OpenDialogs(), {}, async (sheets) => {
      const users = [ANN, BOB, ANN, BOB, ANN, BOB];
      const results = await Promise.all(users.map((user) => sheets.callClient(user, "increase")));
      expect(results.map(Number).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    });
  });

  it("need an answer at once in the in-process mode", async () => {
    const dialogs = new OpenDialogs();
    await using(dialogs, { mode: "inProcess" }, async (sheets) => {
      await expect(sheets.callClient(ANN, "ask")).rejects.toThrow("alert waits for a person or for time");
      await expect(sheets.callClient(BOB, "ask")).rejects.toThrow("nobody answers");
      expect(await sheets.callClient(BOB, "read")).toBe("");
    });
  });
});

describe.each(["inProcess", "worker"] as const)("the time limit, %s", (mode) => {
  const timeLimits = { script: 1000, simple: 1000 };

  it.each(["spin", "stuck"])("ends %s(), which cannot catch it", async (name) => {
    await using(new OpenDialogs(), { mode, timeLimits }, async (sheets) => {
      await expect(sheets.callClient(BOB, name)).rejects.toThrow("Exceeded maximum execution time");
      expect(await sheets.callClient(BOB, "write", 1)).toBe(1);
    });
  });
});

describe("the time limit in worker mode", () => {
  it("does not count the time a dialog is open", async () => {
    const dialogs = new OpenDialogs();
    await using(dialogs, { timeLimits: { script: 1000, simple: 1000 } }, async (sheets) => {
      await sheets.callClient(ANN, "read");
      const asked = sheets.callClient(ANN, "ask");
      await dialogs.opened();
      await new Promise((resolve) => setTimeout(resolve, 1200));
      dialogs.answerAll();
      expect(await asked).toBe("OK");
    });
  });

  it("ends a script that waits for a lock, which is then not given to the dead", async () => {
    const timeLimits = { script: 1000, simple: 1000 };
    await using(new OpenDialogs(), { timeLimits }, async (sheets) => {
      const { documentLock } = sheets.workbook;
      const somebody = {};
      documentLock.take(somebody);
      await expect(sheets.callClient(BOB, "increase")).rejects.toThrow("Exceeded maximum execution time");
      documentLock.release(somebody);
      await Promise.resolve();
      expect(documentLock.isHeld).toBe(false);
      expect(await sheets.callClient(BOB, "increase")).toBe(1);
    });
  });
});
