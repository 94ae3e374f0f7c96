import { describe, expect } from "vitest";
import { BOB, execution, NOW, opened, shows } from "./script.ts";

describe("Properties and cache", () => {
  shows("properties.limits", () => {
    const { PropertiesService } = opened();
    const store = PropertiesService.getDocumentProperties();
    const full = "é".repeat((9 * 1024) / 2);
    store?.setProperty("k0", full);
    expect(() => store?.setProperty("k1", `${full}x`)).toThrow("Argument too large: value");
    const many = Object.fromEntries(Array.from({ length: 54 }, (_, n) => [`k${n}`, full]));
    store?.setProperties(many);
    expect(() => store?.setProperties({ k98: full, k99: full })).toThrow(
      "You have exceeded the property storage quota.",
    );
    expect(store?.getKeys()).toHaveLength(54);
    store?.deleteProperty("k0").setProperty("small", "1");
    expect(store?.getProperty("k0")).toBeNull();
    expect(store?.setProperties({ only: "1" }, true).getProperties()).toEqual({ only: "1" });
    expect(store?.deleteAllProperties().getKeys()).toEqual([]);
  });

  shows("properties.stores", () => {
    const { workbook, PropertiesService } = opened();
    PropertiesService.getUserProperties()?.setProperty("k", "ada's");
    PropertiesService.getDocumentProperties()?.setProperty("k", "everybody's");
    const bob = execution(workbook, { user: BOB }).PropertiesService;
    expect(bob.getUserProperties()?.getProperty("k")).toBeNull();
    expect(bob.getDocumentProperties()?.getProperty("k")).toBe("everybody's");
    expect(bob.getScriptProperties()?.getProperty("k")).toBeNull();
  });

  shows("cache.limits", () => {
    const cache = opened().CacheService.getDocumentCache();
    expect(() => cache?.put("k".repeat(251), "v")).toThrow("Argument too large: key");
    expect(() => cache?.put("k", "v".repeat(100 * 1024 + 1))).toThrow("Argument too large: value");
    expect(() => cache?.put("k", 5 as never)).toThrow("The parameters (String,number) don't match");
    expect(() => cache?.put("k", "v", 21_601)).toThrow("Invalid argument: expirationInSeconds");
    cache?.put("k".repeat(250), "v".repeat(100 * 1024), 21_600);
    expect(cache?.get("k".repeat(250))).toHaveLength(102_400);
  });

  shows("cache.expiry", () => {
    let now = NOW;
    const cache = opened({ clock: { now: () => now, sleep: () => {} } }).CacheService.getUserCache();
    cache?.putAll({ short: "1", other: "2" }, 30);
    cache?.put("long", "3");
    now += 29_999;
    expect(cache?.getAll(["short", "other", "long", "none"])).toEqual({ short: "1", other: "2", long: "3" });
    now += 1;
    expect(cache?.getAll(["short", "other", "long"])).toEqual({ long: "3" });
    now = NOW + 600_000;
    expect(cache?.get("long")).toBeNull();
  });

  shows("cache.items", () => {
    const cache = opened().CacheService.getScriptCache();
    for (let n = 0; n < 1000; n++) cache?.put(`k${n}`, "v");
    expect(cache?.get("k0")).toBe("v");
    cache?.put("k1000", "v");
    expect([cache?.get("k100"), cache?.get("k101"), cache?.get("k1000")]).toEqual([null, "v", "v"]);
    cache?.removeAll(["k101", "k1000"]);
    expect([cache?.get("k101"), cache?.get("k1000")]).toEqual([null, null]);
  });
});
