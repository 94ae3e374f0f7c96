import { describe, expect, it } from "vitest";
import { Workbook } from "../../../simulator/services/workbook.ts";
import { BOB, documentOf, execution, NOW, opened, shows, Window } from "./script.ts";

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
