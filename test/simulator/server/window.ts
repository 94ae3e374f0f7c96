/** A window of the local Sheets without a browser: it asks, hears the news, and can be as ill-behaved as needed. */

import { mkdtemp } from "node:fs/promises";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type CallName,
  type Calls,
  type News,
  type Opened,
  TOKEN_HEADER,
  USER_HEADER,
} from "../../../simulator/server/protocol.ts";
import { type RunningServer, type ServerOptions, startServer } from "../../../simulator/server/server.ts";
import { scriptFolder } from "./script.ts";

export const PAGE = new Map([
  ["/sheet", { type: "text/html; charset=utf-8", body: Buffer.from("<!doctype html><p>The page</p>") }],
]);

export const emptyFolder = () => mkdtemp(join(tmpdir(), "sheets-"));

/** A server on a free port with the small add-on and an empty workbook, kept in a folder of its own. */
export async function testServer(options: Partial<ServerOptions> = {}): Promise<RunningServer> {
  return startServer({
    root: process.cwd(),
    port: 0,
    folder: await emptyFolder(),
    begin: "nothing",
    dist: await scriptFolder(),
    page: PAGE,
    ...options,
  });
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface Request {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
}

/** Any request, with any headers: unlike fetch, this can lie about its Host. */
export function request(
  origin: string,
  { method = "GET", path, headers = {}, body }: Request,
): Promise<Answer> {
  const { hostname, port, host } = new URL(origin);
  const sent = Object.fromEntries(
    Object.entries({ host, ...headers }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return new Promise((resolve, reject) => {
    const asked = http.request({ hostname, port, path, method, headers: sent }, (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

export interface Entry {
  readonly origin: string;
  readonly token: string;
}

export class TestWindow {
  readonly news: News[] = [];
  readonly #entry: Entry;
  readonly user: string;
  readonly #waiting: (() => void)[] = [];
  #events: http.ClientRequest | null = null;
  opened: Opened | null = null;

  constructor(entry: Entry, user: string) {
    this.#entry = entry;
    this.user = user;
  }

  /** As the page does: listens, then asks what there is. */
  static async open(entry: Entry, user = "ana"): Promise<TestWindow> {
    const window = new TestWindow(entry, user);
    await window.listen();
    window.opened = await window.ask("open", {});
    return window;
  }

  headers(): Record<string, string> {
    return {
      "content-type": "application/json",
      origin: this.#entry.origin,
      [TOKEN_HEADER]: this.#entry.token,
      [USER_HEADER]: encodeURIComponent(this.user),
    };
  }

  /** @throws Error with the refusal's sentence */
  async ask<Name extends CallName>(name: Name, body: Calls[Name]["ask"]): Promise<Calls[Name]["answer"]> {
    const answer = await request(this.#entry.origin, {
      method: "POST",
      path: `/api/${name}`,
      headers: this.headers(),
      body: JSON.stringify(body),
    });
    const said = JSON.parse(answer.text);
    if (answer.status !== 200) throw new Error(`${answer.status}: ${said.message}`);
    return said;
  }

  listen(): Promise<void> {
    const query = new URLSearchParams({ token: this.#entry.token, user: this.user });
    return new Promise((resolve, reject) => {
      this.#events = http.get(`${this.#entry.origin}/events?${query}`, (response) => {
        let text = "";
        response.setEncoding("utf8");
        response.on("data", (part: string) => {
          text += part;
          const blocks = text.split("\n\n");
          text = blocks.pop() ?? "";
          for (const block of blocks) this.#hear(block);
          resolve();
        });
        response.on("error", () => {});
      });
      this.#events.on("error", reject);
    });
  }

  /** The first news of a kind (that fits), heard already or soon. */
  async until<Kind extends News["kind"]>(
    kind: Kind,
    fits: (news: Extract<News, { kind: Kind }>) => boolean = () => true,
  ): Promise<Extract<News, { kind: Kind }>> {
    for (;;) {
      const found = this.news.find(
        (news): news is Extract<News, { kind: Kind }> =>
          news.kind === kind && fits(news as Extract<News, { kind: Kind }>),
      );
      if (found) return found;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** What a sheet shows, cell by cell. */
  async texts(sheetId: number, count = 20): Promise<string[][]> {
    const { rows } = await this.ask("rows", { sheetId, shown: 0, count });
    return rows.map(({ texts }) => [...texts]);
  }

  get firstSheet(): number {
    return this.opened?.sheets[0]?.id ?? -1;
  }

  close(): void {
    this.#events?.destroy();
  }

  #hear(block: string): void {
    for (const line of block.split("\n")) {
      if (line.startsWith("data: ")) this.news.push(JSON.parse(line.slice(6)));
    }
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
