/** Nobody but a window that was let in is answered. */

import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TOKEN_HEADER } from "../../../simulator/server/protocol.ts";
import type { RunningServer } from "../../../simulator/server/server.ts";
import { request, TestWindow, testServer } from "./window.ts";

let server: RunningServer;
let window: TestWindow;

beforeAll(async () => {
  server = await testServer();
  window = await TestWindow.open(server);
});
afterAll(async () => {
  window.close();
  await server.close();
});

/** The page's own request, with some headers changed; undefined leaves one out. */
async function asking(changes: Readonly<Record<string, string | undefined>>) {
  const body = JSON.stringify({ sheetId: window.firstSheet, row: 0, column: 0, text: "mine" });
  const answer = await request(server.origin, {
    method: "POST",
    path: "/api/type",
    headers: { ...window.headers(), ...changes },
    body,
  });
  return answer.status;
}

describe("a question", () => {
  it("of the page is answered", async () => {
    expect(await asking({})).toBe(200);
  });

  it.each([
    ["with another name for this machine (DNS rebinding)", { host: "evil.example" }, 403],
    ["with another port in its Host", { host: "localhost:80" }, 403],
    ["of another site", { origin: "https://evil.example" }, 403],
    ["of another port of this machine", { origin: "http://localhost:1" }, 403],
    ["of a page without an origin", { origin: "null" }, 403],
    ["that does not say where it comes from", { origin: undefined }, 403],
    ["without the token", { [TOKEN_HEADER]: undefined }, 401],
    ["with a wrong token", { [TOKEN_HEADER]: "0".repeat(43) }, 401],
    ["with a token cut short", { [TOKEN_HEADER]: "abc" }, 401],
    ["of a form, which any site can send", { "content-type": "text/plain" }, 415],
  ])("%s is refused", async (_, changes, status) => {
    expect(await asking(changes)).toBe(status);
  });

  it("with a sidebar's origin is refused: a sidebar speaks through the page", async () => {
    expect(await asking({ origin: server.frameOrigin })).toBe(403);
  });

  it("that is none, or about nothing there is, is refused in a sentence", async () => {
    await expect(window.ask("rows", { sheetId: 99, shown: 0, count: 1 })).rejects.toThrow(
      "404: That sheet is not there any more: somebody deleted it.",
    );
    await expect(window.ask("type", { sheetId: 0, row: -1, column: 0, text: "" })).rejects.toThrow(
      '400: "row" must be a whole number from 0 on, not -1.',
    );
    const unknown = await request(server.origin, {
      method: "POST",
      path: "/api/constructor",
      headers: window.headers(),
      body: "{}",
    });
    expect(unknown).toMatchObject({
      status: 404,
      text: '{"message":"There is no question called \\"constructor\\"."}',
    });
    const broken = await request(server.origin, {
      method: "POST",
      path: "/api/open",
      headers: window.headers(),
      body: "{",
    });
    expect(broken.status).toBe(400);
  });

  it("by somebody without a usable name is refused", async () => {
    expect(await asking({ "x-sheets-user": "" })).toBe(400);
    expect(await asking({ "x-sheets-user": "%00" })).toBe(400);
    expect(await asking({ "x-sheets-user": "%E0%A4%A" })).toBe(400);
  });
});

describe("the news and the file", () => {
  it.each(["/events?user=ana", "/events?user=ana&token=wrong", "/download.xlsx"])(
    "are not given without the token: %s",
    async (path) => {
      expect((await request(server.origin, { path })).status).toBe(401);
    },
  );

  it("are not given to other origins that know the token", async () => {
    const { [TOKEN_HEADER]: token } = window.headers();
    const headers = { origin: "https://evil.example", [TOKEN_HEADER]: token };
    expect((await request(server.origin, { path: "/download.xlsx", headers })).status).toBe(403);
    expect((await request(server.origin, { path: `/events?user=ana&token=${token}`, headers })).status).toBe(
      403,
    );
  });
});

describe("the address", () => {
  it("typed by a person lets them in", async () => {
    const headers = { "sec-fetch-site": "none", "sec-fetch-dest": "document" };
    const answer = await request(server.origin, { path: "/?user=ben", headers });
    expect(answer.status).toBe(302);
    expect(answer.headers.location).toBe(`${server.origin}/sheet?user=ben#token=${server.token}`);
  });

  it.each([
    ["a link of another site", { "sec-fetch-site": "cross-site", "sec-fetch-dest": "document" }],
    ["a frame of another site", { "sec-fetch-site": "cross-site", "sec-fetch-dest": "iframe" }],
    ["a program", {}],
  ])("opened by %s leads to the page without the token", async (_, headers) => {
    const answer = await request(server.origin, { path: "/", headers });
    expect(answer.status).toBe(302);
    expect(JSON.stringify(answer)).not.toContain(server.token);
  });

  it("with another name is not answered", async () => {
    const headers = { host: "evil.example", "sec-fetch-site": "none", "sec-fetch-dest": "document" };
    expect((await request(server.origin, { path: "/", headers })).status).toBe(403);
    expect((await request(server.origin, { path: "/sheet", headers })).status).toBe(403);
    expect((await request(server.frameOrigin, { path: "/", headers })).status).toBe(403);
  });

  it("serves a page that nobody can frame and that loads nothing from elsewhere", async () => {
    const { status, headers, text } = await request(server.origin, { path: "/sheet" });
    expect(status).toBe(200);
    expect(text).not.toContain(server.token);
    const policy = String(headers["content-security-policy"]).split("; ");
    expect(policy).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("is not taken from somebody who has it already, and a sidebar's goes elsewhere", async () => {
    const port = Number(new URL(server.origin).port);
    await expect(testServer({ port })).rejects.toMatchObject({ code: "EADDRINUSE" });
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port: next } = taken.address() as AddressInfo;
    const beside = await testServer({ port: next - 1 });
    expect(beside.origin).toBe(`http://localhost:${next - 1}`);
    expect(beside.frameOrigin).not.toBe(`http://localhost:${next}`);
    await beside.close();
    taken.close();
  });

  it("is reached from this machine alone", async () => {
    const { port } = new URL(server.origin);
    const { networkInterfaces } = await import("node:os");
    const outside = Object.values(networkInterfaces())
      .flat()
      .find((one) => one && !one.internal && one.family === "IPv4");
    if (!outside) return;
    await expect(request(`http://${outside.address}:${port}`, { path: "/sheet" })).rejects.toThrow(
      "ECONNREFUSED",
    );
  });
});
