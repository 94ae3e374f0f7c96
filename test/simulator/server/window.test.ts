/** What the page sees and what the add-on does with it, through the server. */

import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RunningServer } from "../../../simulator/server/server.ts";
import { request, TestWindow, testServer } from "./window.ts";

let server: RunningServer;
let ana: TestWindow;
const windows: TestWindow[] = [];

async function opened(user: string): Promise<TestWindow> {
  const window = await TestWindow.open(server, user);
  windows.push(window);
  return window;
}

beforeEach(async () => {
  server = await testServer();
  ana = await opened("ana");
});
afterEach(async () => {
  for (const window of windows.splice(0)) window.close();
  await server.close();
});

describe("two windows on one workbook", () => {
  it("see each other's changes and where the other is", async () => {
    const ben = await opened("ben");
    const sheetId = ana.firstSheet;
    await ana.ask("type", { sheetId, row: 2, column: 1, text: "12.5%" });
    expect(await ben.until("rows")).toMatchObject({ sheetId, from: 2, to: 3 });
    expect((await ben.texts(sheetId))[2]).toEqual(["", "12.50%"]);
    await ana.ask("select", { sheetId, area: { row: 4, column: 2, rows: 2, columns: 1 } });
    const { people } = await ben.until("people", (news) => news.people.some(({ area }) => area.row === 4));
    expect(people.map(({ user }) => user)).toEqual(["ana", "ben"]);
    ben.close();
    await ana.until("people", (news) => news.people.length === 1);
  });

  it("have active ranges of their own, which scripts see", async () => {
    const ben = await opened("ben");
    const sheetId = ana.firstSheet;
    await ana.ask("select", { sheetId, area: { row: 4, column: 2, rows: 2, columns: 1 } });
    await ben.ask("select", { sheetId, area: { row: 0, column: 0, rows: 1, columns: 1 } });
    for (const [window, place] of [
      [ana, "Sheet1!C5:C6 ana"],
      [ben, "Sheet1!A1 ben"],
    ] as const) {
      const page = await sidebarOf(window);
      const called = await window.ask("callClient", { page, functionName: "whereAmI", args: [] });
      expect(called).toEqual({ ok: true, value: place });
    }
  });

  it("are moved by a script only where the script's user is", async () => {
    const ben = await opened("ben");
    await ana.ask("menu", { functionName: "goThere" });
    const news = await ana.until("activate", ({ area }) => area.row === 6);
    expect(news).toMatchObject({ area: { row: 6, column: 1, rows: 2, columns: 2 }, shown: 6 });
    await ben.until("sheets", ({ sheets }) => sheets.some(({ name }) => name === "There"));
    expect(ben.news.some(({ kind }) => kind === "activate")).toBe(false);
    expect((await ben.ask("open", {})).place.sheetId).not.toBe(undefined);
  });
});

describe("the add-on's menu", () => {
  it("is there after opening, and runs what it offers and nothing else", async () => {
    expect(ana.opened?.menus).toEqual([
      {
        addon: true,
        title: "",
        entries: [
          { item: "Say hello", functionName: "sayHello" },
          { item: "Ask twice", functionName: "askTwice" },
          { menu: "More", entries: [{ item: "Show sidebar", functionName: "showSidebar" }] },
          { item: "Fail", functionName: "fail" },
          { item: "Go to B7", functionName: "goThere" },
        ],
      },
    ]);
    expect(await ana.ask("menu", { functionName: "sayHello" })).toEqual({ ok: true, value: null });
    expect(await ana.until("toast")).toEqual({
      kind: "toast",
      message: "Hello ana",
      title: "Greeting",
      seconds: 3,
    });
    expect((await ana.until("running")).functions).toEqual(["sayHello"]);
    await ana.until("running", ({ functions }) => functions.length === 0);
    await expect(ana.ask("menu", { functionName: "echo" })).rejects.toThrow(
      "409: No menu item of yours runs echo.",
    );
  });

  it("says what went wrong", async () => {
    const result = await ana.ask("menu", { functionName: "fail" });
    expect(result).toMatchObject({ ok: false, error: { name: "Error", message: "Error: It went wrong." } });
  });

  it("waits for the answers to its questions, while others go on and see what it wrote so far", async () => {
    const ben = await opened("ben");
    const sheetId = ana.firstSheet;
    const running = ana.ask("menu", { functionName: "askTwice" });
    const { question } = await ana.until("question");
    expect(question).toMatchObject({
      kind: "alert",
      title: "Really?",
      text: "This cannot be taken back.",
      buttons: "YES_NO",
    });
    await ben.until("rows");
    expect((await ben.texts(sheetId))[0]?.[0]).toBe("asking");
    await ben.ask("type", { sheetId, row: 1, column: 0, text: "meanwhile" });
    expect((await ana.ask("open", {})).questions).toEqual([question]);
    await expect(ana.ask("answerQuestion", { id: question.id, button: "OK" })).rejects.toThrow(
      "no button OK",
    );
    await expect(ben.ask("answerQuestion", { id: question.id, button: "YES" })).rejects.toThrow(
      "answered already",
    );
    await ana.ask("answerQuestion", { id: question.id, button: "YES" });
    const second = await ana.until("question", (news) => news.question.kind === "prompt");
    await ana.until("answered", ({ id }) => id === question.id);
    await ana.ask("answerQuestion", { id: second.question.id, button: "OK", text: "Ana" });
    expect(await running).toEqual({ ok: true, value: null });
    expect((await ben.texts(sheetId)).slice(0, 2)).toEqual([["YES Ana"], ["meanwhile"]]);
    expect(ben.news.some(({ kind }) => kind === "question")).toBe(false);
  });
});

describe("a user who leaves", () => {
  it("is waited for while a question is open, and after a minute has closed it", async () => {
    const running = ana.ask("menu", { functionName: "askTwice" });
    const { question } = await ana.until("question");
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      ana.close();
      await vi.waitUntil(() => server.host.hub.users.length === 0, { interval: 1 });
      vi.advanceTimersByTime(59_000);
      expect(server.host.person("ana").questions).toEqual([question]);
      await ana.listen();
      vi.advanceTimersByTime(60_000);
      expect(server.host.person("ana").questions).toEqual([question]);
      ana.close();
      await vi.waitUntil(() => server.host.hub.users.length === 0, { interval: 1 });
      vi.advanceTimersByTime(60_000);
      expect(server.host.person("ana").questions).toEqual([]);
    } finally {
      vi.useRealTimers();
    }
    const second = await vi.waitUntil(() => server.host.person("ana").questions[0]);
    await ana.ask("answerQuestion", { id: second.id, button: "CLOSE" });
    expect(await running).toEqual({ ok: true, value: null });
    expect((await ana.texts(ana.firstSheet, 1))[0]).toEqual(["CLOSE "]);
  });

  it("is where they were when they come back, or at the first cell when that is gone", async () => {
    const sheetId = ana.firstSheet;
    const area = { row: 900, column: 2, rows: 5, columns: 1 };
    await ana.ask("select", { sheetId, area });
    ana.close();
    const again = await opened("ana");
    expect(again.opened?.place).toEqual({ sheetId, area });
    await again.ask("removeLines", { sheetId, axis: "row", at: 500, count: 500 });
    const page = await sidebarOf(again);
    const called = await again.ask("callClient", { page, functionName: "whereAmI", args: [] });
    expect(called).toEqual({ ok: true, value: "Sheet1!A1 ana" });
    expect((await again.ask("open", {})).place.area).toEqual({ row: 0, column: 0, rows: 1, columns: 1 });
  });
});

/** Opens the sidebar from the menu; gives its id. */
async function sidebarOf(window: TestWindow): Promise<string> {
  await window.ask("menu", { functionName: "showSidebar" });
  return (await window.until("page")).page.id;
}

describe("a sidebar", () => {
  it("comes from the other origin, under Google's rules, with its client in front", async () => {
    await ana.ask("menu", { functionName: "showSidebar" });
    const { page } = await ana.until("page");
    expect(page).toMatchObject({ kind: "sidebar", title: "Test sidebar" });
    expect(page.url).toBe(`${server.frameOrigin}/${page.id}`);
    expect((await ana.ask("open", {})).sidebar).toEqual(page);
    const { status, headers, text } = await request(server.frameOrigin, { path: `/${page.id}` });
    expect(status).toBe(200);
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; frame-ancestors ${server.origin}`,
    );
    expect(text.indexOf("<script>")).toBeLessThan(text.indexOf("<title>"));
    expect(text).toContain("<p>A sidebar</p>");
    expect(text).not.toContain(server.token);
    expect(text).not.toContain("hidden_");
  });

  it("is closed once, replaced by the next one, and then answers nothing", async () => {
    const first = await sidebarOf(ana);
    await ana.ask("menu", { functionName: "showSidebar" });
    const second = (await ana.until("page", ({ page }) => page.id !== first)).page.id;
    await ana.until("pageClosed", ({ id }) => id === first);
    await expect(ana.ask("callClient", { page: first, functionName: "echo", args: [1] })).rejects.toThrow(
      "409: That sidebar or dialog was closed.",
    );
    expect((await request(server.frameOrigin, { path: `/${first}` })).status).toBe(404);
    await ana.ask("closePage", { id: second });
    await ana.until("pageClosed", ({ id }) => id === second);
    expect((await ana.ask("open", {})).sidebar).toBeNull();
  });

  it("calls the script's functions, each value copied; what cannot cross is refused as Google does", async () => {
    const page = await sidebarOf(ana);
    const call = (functionName: string, ...args: unknown[]) =>
      ana.ask("callClient", { page, functionName, args });
    const value = { text: "<img onerror>", list: [1, null, true], deep: { a: -0.5 } };
    expect(await call("echo", value)).toEqual({ ok: true, value });
    expect(await call("giveDate")).toMatchObject({
      ok: false,
      error: { message: expect.stringContaining("a Date") },
    });
    expect(await call("hidden_")).toMatchObject({
      ok: false,
      error: { message: "Script function not found: hidden_" },
    });
    expect(await call("nothing")).toMatchObject({ ok: false });
    expect(await call("fail")).toMatchObject({ ok: false, error: { message: "Error: It went wrong." } });
  });

  it("of somebody else is nobody's to call", async () => {
    const page = await sidebarOf(ana);
    const ben = await opened("ben");
    await expect(ben.ask("callClient", { page, functionName: "echo", args: [] })).rejects.toThrow("409");
  });
});

describe("the workbook", () => {
  it("is downloaded as it is", async () => {
    await ana.ask("type", { sheetId: ana.firstSheet, row: 0, column: 0, text: "in the file" });
    const { status, headers, text } = await request(server.origin, {
      path: "/download.xlsx",
      headers: ana.headers(),
    });
    expect(status).toBe(200);
    expect(text.slice(0, 2)).toBe("PK");
    expect(headers["content-disposition"]).toBe("attachment; filename*=UTF-8''Untitled%20spreadsheet.xlsx");
  });

  it("is replaced by an empty one for everybody", async () => {
    const ben = await opened("ben");
    await ana.ask("type", { sheetId: ana.firstSheet, row: 0, column: 0, text: "old" });
    await sidebarOf(ana);
    await ana.ask("startOver", { with: "nothing" });
    await ben.until("reset");
    const again = await ana.ask("open", {});
    expect(again.sidebar).toBeNull();
    expect(again.sheets.map(({ name, contentRows }) => [name, contentRows])).toEqual([["Sheet1", 0]]);
    expect(again.menus).toHaveLength(1);
    expect(again.progress).toBeNull();
  });

  it("is not replaced while the add-on is at work", async () => {
    const running = ana.ask("menu", { functionName: "askTwice" });
    const { question } = await ana.until("question");
    await expect(ana.ask("startOver", { with: "nothing" })).rejects.toThrow("still at work");
    await ana.ask("answerQuestion", { id: question.id, button: "NO" });
    const second = await ana.until("question", (news) => news.question.kind === "prompt");
    await ana.ask("answerQuestion", { id: second.question.id, button: "CLOSE" });
    await running;
  });

  it("explains the add-on's functions and computes them", async () => {
    expect(ana.opened?.functions).toEqual([
      { name: "TWICE", doc: "Twice a number.", params: [{ name: "value", doc: "the number" }] },
    ]);
    const sheetId = ana.firstSheet;
    await ana.ask("type", { sheetId, row: 0, column: 0, text: "21" });
    await ana.ask("type", { sheetId, row: 0, column: 1, text: "=TWICE(A1)+1" });
    await expect.poll(async () => (await ana.texts(sheetId))[0]).toEqual(["21", "43"]);
    const { rows } = await ana.ask("rows", { sheetId, shown: 0, count: 1 });
    expect(rows[0]).toMatchObject({ kinds: "nn", edits: { 1: "=TWICE(A1)+1" } });
  });
});
