import { describe, expect, it, vi } from "vitest";
import type { LogEntry } from "../../../simulator/services/context.ts";
import { DigestAlgorithm } from "../../../simulator/services/enums.ts";
import { execution, NOW, opened, shows } from "./script.ts";

describe("Utilities, mail and logs", () => {
  shows("utilities.dates", () => {
    const { Utilities } = execution(null);
    const date = new Date("2024-07-04T03:05:09.007Z");
    const show = (format: string, zone = "America/New_York") => Utilities.formatDate(date, zone, format);
    expect(show("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")).toBe("2024-07-03T23:05:09.007-04:00");
    expect(show("EEE, d MMM yy h:mm a")).toBe("Wed, 3 Jul 24 11:05 PM");
    expect(show("EEEE d MMMM ''yyyy''", "Asia/Tokyo")).toBe("Thursday 4 July '2024'");
    expect(show("HH:mm Z", "GMT+5:30")).toBe("08:35 +0530");
    expect(show("HH:mm z", "Nowhere/City")).toBe("03:05 GMT");
    expect(() => Utilities.formatDate("2024" as never, "GMT", "yyyy")).toThrow(
      "don't match the method signature",
    );
  });

  shows("utilities.bytes", () => {
    const { Utilities } = execution(null);
    const digest = [102, -35, -51, -105, -49, -34, -85, -78, -10, -5, -118, -103, -101, 75, -57, 111];
    expect(Utilities.computeDigest(DigestAlgorithm.MD5, "é")).toEqual(digest);
    expect(Utilities.computeDigest(DigestAlgorithm.MD5, [-61, -87])).toEqual(digest);
    expect(Utilities.base64Encode("hé?")).toBe("aMOpPw==");
    expect(Utilities.base64Decode("aMOpPw==")).toEqual([104, -61, -87, 63]);
    expect(Utilities.base64EncodeWebSafe([-5, -1])).toBe("-_8=");
    expect(() => Utilities.base64Decode("*")).toThrow("Could not decode string.");
    const blob = Utilities.newBlob("hé", "text/csv", "a.csv");
    expect([blob.getDataAsString(), blob.getBytes(), blob.getName()]).toEqual([
      "hé",
      [104, -61, -87],
      "a.csv",
    ]);
    expect(Utilities.getUuid()).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it("sleeps on the execution's clock", () => {
    const sleep = vi.fn();
    const { Utilities } = execution(null, { clock: { now: () => NOW, sleep } });
    Utilities.sleep(1500);
    expect(sleep).toHaveBeenCalledWith(1500);
    expect(() => Utilities.sleep(300_001)).toThrow("Invalid argument: milliseconds");
  });

  shows("mail.quota", () => {
    const { MailApp, workbook } = opened();
    MailApp.sendEmail("a@example.com, b@example.com", "Due", "Two claims", { htmlBody: "<b>2</b>" });
    MailApp.sendEmail({ to: "c@example.com", subject: "Due", body: "x" });
    expect(workbook.outbox.map((mail) => [mail.to, mail.subject, mail.htmlBody])).toEqual([
      [["a@example.com", "b@example.com"], "Due", "<b>2</b>"],
      [["c@example.com"], "Due", null],
    ]);
    expect(MailApp.getRemainingDailyQuota()).toBe(97);
    const many = Array.from({ length: 98 }, (_, n) => `u${n}@example.com`).join(",");
    expect(() => MailApp.sendEmail(many, "s", "b")).toThrow(
      "Service invoked too many times for one day: email.",
    );
    expect(() => MailApp.sendEmail("nobody", "s", "b")).toThrow("Invalid email: nobody");
  });

  shows("log.kept", () => {
    const entries: LogEntry[] = [];
    const { Logger, console } = execution(null, { log: (entry) => entries.push(entry) });
    Logger.log("%s rows", 5);
    console.warn({ a: 1 });
    expect(entries).toEqual([
      { level: "info", text: "5 rows" },
      { level: "warn", text: "{ a: 1 }" },
    ]);
    expect(Logger.getLog()).toBe("5 rows\n");
  });
});
