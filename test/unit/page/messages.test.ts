import { describe, expect, test } from "vitest";
import { readMessage } from "../../../simulator/page/model/messages.ts";

describe("messages of a frame", () => {
  test.each([
    { sheets: "run", id: 1, functionName: "auditRun", args: [{ asOf: "2026-01-01" }] },
    { sheets: "host", what: "close" },
    { sheets: "host", what: "focus" },
    { sheets: "host", what: "height", pixels: 300 },
  ])("%j is heeded", (message) => {
    expect(readMessage(message)).toEqual(message);
  });

  test("whatever else a message holds is left out", () => {
    expect(readMessage({ sheets: "host", what: "close", page: "another" })).toEqual({
      sheets: "host",
      what: "close",
    });
  });

  test.each([
    null,
    "close",
    {},
    { sheets: "run", id: "1", functionName: "auditRun", args: [] },
    { sheets: "run", id: 1, functionName: 7, args: [] },
    { sheets: "run", id: 1, functionName: "auditRun", args: "all" },
    { sheets: "host", what: "open" },
    { sheets: "host", what: "width", pixels: -5 },
    { sheets: "host", what: "width", pixels: "100" },
    { sheets: "ended", id: 1 },
  ])("%j is not", (message) => {
    expect(readMessage(message)).toBeNull();
  });
});
