import { describe, expect, it } from "vitest";
import { addOnOver, answerTime, type Trouble } from "../../../sidebar/server/calls.ts";
import { newOperation } from "../../../sidebar/server/operation.ts";
import type { ScriptRun } from "../../../sidebar/server/script-run.ts";
import { passes } from "../../../sidebar/server/transient.ts";

type Answer = (name: string, request: unknown) => Promise<unknown>;

/** `google.script.run` as documented: handlers set on a runner of its own, functions called by name. */
function runOver(answer: Answer): ScriptRun {
  const runner = (success: (value: unknown) => void, failure: (error: unknown) => void): ScriptRun =>
    new Proxy({} as ScriptRun, {
      get: (_, name) => {
        if (name === "withSuccessHandler") return (handler: typeof success) => runner(handler, failure);
        if (name === "withFailureHandler") return (handler: typeof failure) => runner(success, handler);
        return (request: unknown) => void answer(String(name), request).then(success, failure);
      },
    });
  return runner(
    () => {},
    () => {},
  );
}

const WAITS = [1, 1, 1];

describe("a call of the add-on", () => {
  it("sends its request and gives the answer", async () => {
    const addOn = addOnOver(() => runOver(async (name, request) => ({ name, request })));
    expect(await addOn.findingDetail({ id: "a" })).toEqual({ name: "findingDetail", request: { id: "a" } });
  });

  it("shows by the quickest of the last few answers what any call takes", async () => {
    const takes = (ms: number) =>
      addOnOver(() => runOver(() => new Promise((resume) => setTimeout(() => resume({}), ms))));
    for (const ms of [60, 60, 60, 60, 200]) await takes(ms).sidebarStart({});
    expect(answerTime()).toBeGreaterThanOrEqual(55);
    expect(answerTime()).toBeLessThan(190);
    for (let more = 0; more < 4; more++) await takes(200).sidebarStart({});
    expect(answerTime()).toBeGreaterThanOrEqual(195);
    expect(answerTime()).toBeLessThanOrEqual(1500);
  });

  it("is tried again with growing waits when the failure passes, and says so meanwhile", async () => {
    let attempts = 0;
    const troubles: Trouble[] = [];
    const addOn = addOnOver(
      () =>
        runOver(async () => {
          attempts += 1;
          if (attempts < 3)
            throw new Error("Exception: Service Spreadsheets timed out while accessing document");
          return { ok: true };
        }),
      { waits: WAITS, onTrouble: (trouble) => troubles.push(trouble) },
    );
    expect(await addOn.sidebarStart({})).toEqual({ ok: true });
    expect(attempts).toBe(3);
    expect(troubles.map((trouble) => trouble?.words ?? null)).toEqual([
      "Service Spreadsheets timed out while accessing document",
      "Service Spreadsheets timed out while accessing document",
      null,
    ]);
  });

  it("gives up in words that say what to do", async () => {
    let attempts = 0;
    const addOn = addOnOver(
      () =>
        runOver(async () => {
          attempts += 1;
          throw new Error("NetworkError: Connection failure due to HTTP 0");
        }),
      { waits: WAITS },
    );
    await expect(addOn.claimsList({ from: 0, revision: null })).rejects.toThrow("nothing is done twice");
    expect(attempts).toBe(1 + WAITS.length);
  });

  it("passes a refusal on at once, as the sentence it is", async () => {
    let attempts = 0;
    const addOn = addOnOver(
      () =>
        runOver(async () => {
          attempts += 1;
          throw new Error("Error: There is no finding x any more. Run the audit again.");
        }),
      { waits: WAITS },
    );
    await expect(addOn.findingDetail({ id: "x" })).rejects.toThrow(
      /^There is no finding x any more\. Run the audit again\.$/,
    );
    expect(attempts).toBe(1);
  });

  it("never waits for the selection: the next question comes by itself", async () => {
    let attempts = 0;
    const addOn = addOnOver(
      () =>
        runOver(async () => {
          attempts += 1;
          throw new Error("Service timed out");
        }),
      { waits: WAITS },
    );
    await expect(addOn.selection({})).rejects.toThrow();
    expect(attempts).toBe(1);
  });

  it("says where it belongs when it is opened elsewhere", async () => {
    await expect(addOnOver(() => null).sidebarStart({})).rejects.toThrow("inside Google Sheets");
  });
});

describe("many calls", () => {
  it("run a few at once, in the order they were made", async () => {
    let running = 0;
    let most = 0;
    const began: string[] = [];
    const addOn = addOnOver(() =>
      runOver(async (_, request) => {
        began.push((request as { id: string }).id);
        running += 1;
        most = Math.max(most, running);
        await new Promise((resume) => setTimeout(resume, 2));
        running -= 1;
        return null;
      }),
    );
    const wanted = Array.from({ length: 20 }, (_, i) => String(i));
    await Promise.all(wanted.map((id) => addOn.findingDetail({ id })));
    expect(most).toBe(3);
    expect(began).toEqual(wanted);
  });

  it("go on after one has failed", async () => {
    const addOn = addOnOver(
      () =>
        runOver(async (_, request) => {
          if ((request as { id: string }).id === "bad") throw new Error("No.");
          return "good";
        }),
      { waits: WAITS },
    );
    const results = await Promise.allSettled(
      ["bad", "bad", "bad", "bad", "a", "b"].map((id) => addOn.findingDetail({ id })),
    );
    expect(results.map(({ status }) => status)).toEqual([
      ...Array.from({ length: 4 }, () => "rejected"),
      "fulfilled",
      "fulfilled",
    ]);
  });
});

describe("a failure that passes", () => {
  it("is Google's or the connection's, never a refusal", () => {
    for (const words of [
      "Service Spreadsheets timed out while accessing document with id 1",
      "We're sorry, a server error occurred. Please wait a bit and try again.",
      "Service error: Spreadsheets",
      "NetworkError: Connection failure due to HTTP 0",
      "There are too many scripts running simultaneously for this Google user account.",
      "Somebody else is importing or auditing in this sheet right now. Try again in a minute.",
    ]) {
      expect(passes(words), words).toBe(true);
    }
    for (const words of [
      "This request can't be carried out: it is too large. Nothing was changed.",
      "There is no finding a any more.",
      "ben@example.com changed this 5 seconds ago: now filed.",
    ]) {
      expect(passes(words), words).toBe(false);
    }
  });
});

describe("an operation", () => {
  it("has a name of its own that the add-on takes", () => {
    const names = new Set(Array.from({ length: 1000 }, newOperation));
    expect(names.size).toBe(1000);
    for (const name of names) expect(name).toMatch(/^[0-9a-z-]{8,60}$/);
  });
});
