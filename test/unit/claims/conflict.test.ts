import { describe, expect, it } from "vitest";
import {
  conflict,
  dismiss,
  dispositionOfFinding,
  rowsOfOperation,
  start,
  step,
  wake,
} from "../../../src/claims/index.ts";
import { cleanText, secondsOf, spanInWords } from "../../../src/claims/text.ts";
import { finding, Log, READY } from "./log-of.ts";

describe("two people at one claim", () => {
  const log = new Log();
  log.write(start(log.book, finding(), log.acting({ when: "2026-03-01T10:00:00Z" })));
  const seen = log.claim().version;

  it("nothing changed: go on", () => {
    expect(conflict(log.claim(), seen, "2026-03-01T10:00:09Z")).toBeNull();
  });

  it.each([
    ["2026-03-01T10:01:05Z", "5 seconds ago"],
    ["2026-03-01T10:01:01.500Z", "1 second ago"],
    ["2026-03-01T10:03:00Z", "2 minutes ago"],
    ["2026-03-01T13:30:00Z", "3 hours ago"],
    ["2026-03-03T10:01:00Z", "2 days ago"],
    ["2026-03-01T10:00:59Z", "0 seconds ago"],
    ["some day", "in the meantime"],
  ])("somebody was faster (now %s): %s", (now, ago) => {
    const later = new Log();
    later.entries = log.entries;
    const acting = later.acting({ who: "ben@example.com", when: "2026-03-01T10:01:00Z" });
    later.write(step(later.claim(), { to: "filed", caseId: "12345678901" }, acting, READY));
    expect(conflict(later.claim(), seen, now)).toBe(
      `ben@example.com changed this ${ago}: now "filed". Look at it again before you go on.`,
    );
  });

  it("a finding somebody put aside, or brought back", () => {
    const aside = new Log();
    aside.write(dismiss(aside.book, finding(), "sold", aside.acting({ when: "2026-03-01T10:00:00Z" })));
    const now = dispositionOfFinding(aside.book, finding().id);
    expect(conflict(now, "", "2026-03-01T10:00:05Z")).toMatch(
      /anna@example.com changed this 5 seconds ago: now "dismissed"/,
    );
    aside.write(wake(aside.book, finding(), "", aside.acting()));
    const awake = dispositionOfFinding(aside.book, finding().id);
    expect(conflict(awake, now?.version ?? "", "2026-03-01T10:00:05Z")).toMatch(/brought this finding back/);
    expect(conflict(awake, "", "2026-03-01T10:00:05Z")).toBeNull();
  });

  it("a request sent twice finds its rows", () => {
    const [row] = log.entries;
    expect(rowsOfOperation(log.entries, row?.operation ?? "")).toEqual([row]);
    expect(rowsOfOperation(log.entries, "another")).toEqual([]);
    expect(rowsOfOperation([{ ...row, operation: "" } as never], "")).toEqual([]);
  });
});

describe("text as the log keeps it", () => {
  it.each([
    ["  a\r\nb\rc\n", "a\nb\nc"],
    ["a\u0000b\u0007c\td", "abc\td"],
    ["half \ud83d of a smile", "half \ufffd of a smile"],
    ["whole 😀", "whole 😀"],
    ["'twas", "\u2019twas"],
    ["\ufefftext", "text"],
    ["=SUM(A1)", "=SUM(A1)"],
  ])("%j becomes %j, and stays", (given, kept) => {
    expect(cleanText(given)).toBe(kept);
    expect(cleanText(kept)).toBe(kept);
  });

  it.each([
    ["1970-01-02T00:00:01Z", 86401],
    ["2026-02-30T00:00:00Z", null],
    ["2026-02-01T24:00:00Z", null],
    ["2026-02-01T10:60:00Z", null],
    ["2026-02-01 10:00:00", null],
    ["2026-02-01T10:00:00+01:00", null],
  ])("the moment %s is %s seconds", (text, seconds) => {
    expect(secondsOf(text)).toBe(seconds);
  });

  it("a moment that is none is a fault of the program", () => {
    const log = new Log();
    expect(() => start(log.book, finding(), log.acting({ when: "now" }))).toThrow(/Not a moment in UTC: now/);
  });

  it("spans are told in their largest unit, never less than nothing", () => {
    expect([-5, 59, 60, 3600, 86400].map(spanInWords)).toEqual([
      "0 seconds",
      "59 seconds",
      "1 minute",
      "1 hour",
      "1 day",
    ]);
  });
});
