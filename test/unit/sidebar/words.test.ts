import { describe, expect, it } from "vitest";
import { decimalOf } from "../../../sidebar/claims/decimal.ts";
import { hostOf, problemOfLink } from "../../../sidebar/links.ts";
import {
  count,
  counted,
  daysLeftWords,
  dayWords,
  duration,
  fileSize,
  momentWords,
  money,
} from "../../../sidebar/words.ts";

describe("figures", () => {
  it("are grouped by thousands", () => {
    expect([0, 999, 1000, 1234567].map(count)).toEqual(["0", "999", "1,000", "1,234,567"]);
    expect(counted(1, "file")).toBe("1 file");
    expect(counted(1200, "file")).toBe("1,200 files");
    expect(counted(2, "item has", "items have")).toBe("2 items have");
  });

  it("carry their currency and never lose a digit", () => {
    expect(money("1234567.50", "USD")).toBe("$1,234,567.50");
    expect(money("-3.05", "EUR")).toBe("−€3.05");
    expect(money("1200", "JPY")).toBe("¥1,200");
    expect(money("0.10", "SEK")).toBe("0.10 SEK");
    expect(money(null, "USD")).toBe("–");
  });

  it("say days, moments and sizes as people read them", () => {
    expect(dayWords("2026-05-06")).toBe("6 May 2026");
    expect(dayWords(null)).toBe("–");
    expect(dayWords("soon")).toBe("soon");
    expect(momentWords("2026-12-31 14:03:22")).toBe("31 Dec 2026, 14:03");
    expect(momentWords("2026-12-31T14:03:22Z")).toBe("31 Dec 2026, 14:03 UTC");
    expect(momentWords("?")).toBe("?");
    expect([-3, -1, 0, 1, 30].map(daysLeftWords)).toEqual([
      "over for 3 days",
      "over for 1 day",
      "last day",
      "1 day left",
      "30 days left",
    ]);
    expect([1, 999, 4200, 106_355_461, 2.5e9].map(fileSize)).toEqual([
      "1 byte",
      "999 bytes",
      "4.2 KB",
      "106 MB",
      "2.5 GB",
    ]);
  });

  it("say how long, without pretending to know seconds", () => {
    expect([0, 7, 12, 54, 60, 200, 3599, 3600, 5400, 7150].map(duration)).toEqual([
      "a few seconds",
      "a few seconds",
      "about 20 s",
      "about 1 min",
      "about 1 min",
      "about 3 min",
      "about 1 h",
      "about 1 h",
      "about 1 h 30 min",
      "about 2 h",
    ]);
  });
});

describe("an amount somebody typed", () => {
  it("is read with the decimal sign of any country", () => {
    for (const [typed, read] of [
      ["12.30", "12.30"],
      ["12,3", "12.3"],
      ["1.234,50", "1234.50"],
      ["1,234.50", "1234.50"],
      ["$1,234.50", "1234.50"],
      ["1 234,50 €", "1234.50"],
      ["1’234.50", "1234.50"],
      ["1,234", "1234"],
      ["1.234", "1234"],
      ["1200", "1200"],
      [".5", "0.5"],
      ["-3,00", "-3.00"],
    ] as const) {
      expect(decimalOf(typed), typed).toBe(read);
    }
  });

  it("is handed on as it is when it is none, for the add-on to refuse", () => {
    for (const typed of ["", "abc", "12.30.", "1e5", "12-30"]) {
      expect(decimalOf(typed) === typed || /^-?\d+(\.\d+)?$/.test(decimalOf(typed)), typed).toBe(true);
    }
    expect(decimalOf("abc")).toBe("abc");
    expect(decimalOf("1e5")).toBe("1e5");
  });
});

describe("a link to evidence", () => {
  it("is https and leads to a host", () => {
    expect(hostOf("https://drive.google.com/file/d/1?x=y#z")).toBe("drive.google.com");
    expect(hostOf(" https://example.com ")).toBe("example.com");
    expect(hostOf("https://müller.de:8443/rechnung")).toBe("müller.de:8443");
  });

  it("is refused otherwise, with what to do", () => {
    for (const link of [
      "",
      "http://example.com/a",
      "javascript:alert(1)",
      "data:text/html,x",
      "https://",
      "https://localhost/a",
      "https://user:secret@example.com/a",
      "https://example.com/a b",
      "//example.com/a",
      "https://example.com\\@evil.com/",
    ]) {
      expect(hostOf(link), link).toBeNull();
      expect(problemOfLink(link), link).toContain("https://");
    }
    expect(problemOfLink("https://example.com/a")).toBeNull();
  });
});
