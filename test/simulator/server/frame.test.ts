/** `google.script` in a sidebar's page, run in a context of its own in place of a browser's frame. */

import * as vm from "node:vm";
import { describe, expect, it } from "vitest";
import { framedHtml } from "../../../simulator/server/frame-script.ts";

const PAGE = "http://localhost:4173";

interface Sent {
  readonly message: Record<string, unknown>;
  readonly origin: string;
}

/** A frame with the page around it; `run` runs a client's script in it. */
function frame() {
  const sent: Sent[] = [];
  const logged: unknown[] = [];
  let heard: (event: unknown) => void = () => {};
  const parent = {
    postMessage: (message: unknown, origin: string) =>
      sent.push({ message: JSON.parse(JSON.stringify(message)), origin }),
  };
  const context = vm.createContext({
    parent,
    addEventListener: (_: string, listener: (event: unknown) => void) => {
      heard = listener;
    },
    console: { error: (problem: unknown) => logged.push(String(problem)) },
    results: [],
  });
  const html = framedHtml("<html><head></head></html>", PAGE, ["echo", "hidden_", "</script>"]);
  const script = /<script>(.*?)<\/script>/s.exec(html)?.[1] ?? "";
  vm.runInContext(script, context);
  return {
    sent,
    logged,
    run: (code: string): unknown => vm.runInContext(code, context),
    results: () => JSON.parse(vm.runInContext("JSON.stringify(results)", context)),
    hear: (data: unknown, { source = parent as unknown, origin = PAGE } = {}) =>
      heard({ source, origin, data }),
  };
}

const LISTENING = `google.script.run
  .withSuccessHandler((value, object) => results.push([value, object]))
  .withFailureHandler((error, object) => results.push([error.name, error.message, object]))`;

describe("google.script.run", () => {
  it("tells the page, and gives each answer to its own handlers with their object", () => {
    const { sent, run, hear, results } = frame();
    run(`${LISTENING}.withUserObject("first").echo({ a: [1, undefined, "x"], b: undefined }, null)`);
    run(`${LISTENING}.withUserObject("second").echo()`);
    expect(sent).toEqual([
      {
        message: { sheets: "run", id: 1, functionName: "echo", args: [{ a: [1, null, "x"] }, null] },
        origin: PAGE,
      },
      { message: { sheets: "run", id: 2, functionName: "echo", args: [] }, origin: PAGE },
    ]);
    hear({ sheets: "ended", id: 2, result: { ok: false, error: { name: "Error", message: "no" } } });
    hear({ sheets: "ended", id: 1, result: { ok: true, value: { deep: [1] } } });
    hear({ sheets: "ended", id: 1, result: { ok: true, value: "again" } });
    expect(results()).toEqual([
      ["Error", "no", "second"],
      [{ deep: [1] }, "first"],
    ]);
  });

  it.each([
    ["a Date", "new Date(0)"],
    ["a Date deep inside", "{ list: [{ day: new Date(0) }] }"],
    ["a function", "() => 1"],
    ["NaN", "0 / 0"],
    ["a Map", "new Map()"],
    ["an object that contains itself", "(() => { const a = {}; a.a = a; return a; })()"],
  ])("refuses %s at the call, naming the argument, and sends nothing", (_, value) => {
    const { sent, run } = frame();
    expect(() => run(`google.script.run.echo(1, ${value})`)).toThrow(
      "Failed due to illegal value in property: 1",
    );
    expect(sent).toEqual([]);
  });

  it("has the script's functions only, without the private ones", () => {
    const { run } = frame();
    expect(() => run("google.script.run.nothing()")).toThrow("is not a function");
    expect(() => run("google.script.run.hidden_()")).toThrow("is not a function");
    expect(run("Object.keys(google.script.run)")).toContain("</script>");
  });

  it("heeds nobody but the page around it", () => {
    const { run, hear, results } = frame();
    run(`${LISTENING}.echo(1)`);
    const ended = { sheets: "ended", id: 1, result: { ok: true, value: "forged" } };
    hear(ended, { origin: "https://evil.example" });
    hear(ended, { source: {} });
    hear("ended");
    hear(null);
    expect(results()).toEqual([]);
    hear(ended);
    expect(results()).toHaveLength(1);
  });

  it("prints a failure nobody handles", () => {
    const { run, hear, logged } = frame();
    run("google.script.run.echo(1)");
    hear({ sheets: "ended", id: 1, result: { ok: false, error: { name: "Error", message: "lost" } } });
    expect(logged).toEqual(["Error: lost"]);
  });
});

describe("google.script.host", () => {
  it("asks the page to close and resize it", () => {
    const { sent, run } = frame();
    run("google.script.host.setHeight(300); google.script.host.editor.focus(); google.script.host.close()");
    expect(sent.map(({ message }) => message)).toEqual([
      { sheets: "host", what: "height", pixels: 300 },
      { sheets: "host", what: "focus" },
      { sheets: "host", what: "close" },
    ]);
  });
});
