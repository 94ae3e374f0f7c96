/** Who listens: the open windows of each user, and the news sent to them. */

import type { ServerResponse } from "node:http";
import type { News } from "./protocol.ts";

/** Keeps proxies and browsers from closing a quiet connection. */
const HEARTBEAT = 15_000;

export class NewsHub {
  readonly #windows = new Map<string, Set<ServerResponse>>();
  readonly #onPeople: (user: string, here: boolean) => void;
  readonly #heartbeat: NodeJS.Timeout;

  /** `onPeople` is called when somebody's first window opened or last window closed. */
  constructor(onPeople: (user: string, here: boolean) => void) {
    this.#onPeople = onPeople;
    this.#heartbeat = setInterval(() => this.#write(this.#all(), ":\n\n"), HEARTBEAT);
    this.#heartbeat.unref();
  }

  /** Users with a window open. */
  get users(): readonly string[] {
    return [...this.#windows.keys()];
  }

  /** Sends news down this answer until the window closes. */
  open(user: string, response: ServerResponse, first: News): void {
    response.writeHead(200, {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    // A window that lost its connection tries again after half a second.
    response.write(`retry: 500\n${textOf(first)}`);
    const windows = this.#windows.get(user) ?? new Set();
    windows.add(response);
    this.#windows.set(user, windows);
    response.on("close", () => this.#closed(user, response));
    if (windows.size === 1) this.#onPeople(user, true);
  }

  toAll(news: News): void {
    this.#write(this.#all(), textOf(news));
  }

  to(user: string, news: News): void {
    this.#write([...(this.#windows.get(user) ?? [])], textOf(news));
  }

  close(): void {
    clearInterval(this.#heartbeat);
    for (const response of this.#all()) response.end();
    this.#windows.clear();
  }

  #all(): ServerResponse[] {
    return [...this.#windows.values()].flatMap((windows) => [...windows]);
  }

  #closed(user: string, response: ServerResponse): void {
    const windows = this.#windows.get(user);
    if (!windows?.delete(response) || windows.size > 0) return;
    this.#windows.delete(user);
    this.#onPeople(user, false);
  }

  #write(windows: readonly ServerResponse[], text: string): void {
    for (const window of windows) window.write(text);
  }
}

function textOf(news: News): string {
  return `data: ${JSON.stringify(news)}\n\n`;
}
