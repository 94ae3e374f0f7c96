/** One writer at a time: every step that writes holds the document lock, and has written before it lets go. */

const WAIT_MILLISECONDS = 30_000;

export const NOT_IN_A_SHEET =
  "This has to run inside a Google Sheet: open the sheet and use Extensions › Reimbursement Auditor.";

/**
 * Runs one writing step alone; steps within a step are part of it. Throws a sentence when there is no document to
 * lock, or when somebody else is writing for longer than half a minute; nothing has changed then.
 */
export function alone<T>(step: () => T): T {
  const lock = LockService.getDocumentLock();
  if (lock === null) throw new Error(NOT_IN_A_SHEET);
  if (lock.hasLock()) return step();
  if (!lock.tryLock(WAIT_MILLISECONDS)) {
    throw new Error("Somebody else is importing or auditing in this sheet right now. Try again in a minute.");
  }
  try {
    return step();
  } finally {
    try {
      // What a step that failed has left to be written is written, too, while nobody else is at work.
      SpreadsheetApp.flush();
    } finally {
      lock.releaseLock();
    }
  }
}
