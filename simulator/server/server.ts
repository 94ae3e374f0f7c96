/**
 * The local Google Sheets as a server on this machine: the page, its questions and news on one origin, the pages of
 * sidebars and dialogs on another, so that they are as far from the sheet as Google keeps them.
 */

import { randomBytes } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { join } from "node:path";
import { type Bundle, loadBundle } from "../load-bundle.ts";
import { type Clock, Workbook } from "../services/index.ts";
import { writeXlsx } from "../xlsx.ts";
import { type Asked, Refused } from "./asked.ts";
import { editCalls } from "./edit-calls.ts";
import { framedHtml } from "./frame-script.ts";
import type { Handlers } from "./handlers.ts";
import { Host } from "./host.ts";
import {
  assertFromPage,
  assertOurs,
  assertToken,
  assertTokenHeader,
  bodyOf,
  listen,
  send,
  sendJson,
  sendProblem,
  userHeader,
  userOf,
} from "./http.ts";
import { type PageFile, pageFiles } from "./page-files.ts";
import { type CallName, DEFAULT_USER, TOKEN_PARAMETER, USER_PARAMETER, XLSX_PATH } from "./protocol.ts";
import { sampleWorkbook } from "./sample.ts";
import { scriptCalls } from "./script-calls.ts";
import { tabCalls } from "./tab-calls.ts";
import { viewCalls } from "./view-calls.ts";
import { WorkbookFile } from "./workbook-file.ts";

export interface ServerOptions {
  /** The project's folder: the bundle is in its `dist`, the page in `simulator/page`. */
  readonly root: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the workbook is kept. */
  readonly folder: string;
  /** What a folder without a workbook begins with. */
  readonly begin: "nothing" | "sample";
  /** The machine's time when left out. */
  readonly clock?: Clock;
  /** The bundle's folder when it is not `dist`. */
  readonly dist?: string;
  /** The page's files when they are not to be bundled from `simulator/page`. */
  readonly page?: ReadonlyMap<string, PageFile>;
  /** Told what goes on until the server answers. */
  readonly onProgress?: (text: string) => void;
}

export interface RunningServer {
  /** Where the page is, with the token that lets a window in. */
  readonly url: string;
  readonly origin: string;
  readonly frameOrigin: string;
  readonly token: string;
  readonly host: Host;
  /** Sentences about what of the kept workbook could not be read. */
  readonly warnings: readonly string[];
  close(): Promise<void>;
}

/** Where the page itself is; `/` leads there. */
const PAGE_PATH = "/sheet";
const CALLS: Handlers<CallName> = { ...viewCalls, ...editCalls, ...tabCalls, ...scriptCalls };

export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { root, folder, clock } = options;
  const bundle = await loadBundle(options.dist ?? join(root, "dist"));
  const closing: { close(): Promise<void> }[] = [];
  try {
    const answers = new Answers();
    // The port is taken first: whoever is there already says so before any work is done.
    const page = await listen(options.port, (request, response) => void answers.page(request, response));
    closing.push(page);
    const frames = await listenBeside(
      page.port,
      (request, response) => void answers.frame(request, response),
    );
    closing.push(frames);
    const file = await WorkbookFile.open(folder);
    closing.push(file);
    const files = options.page ?? (await pageFiles(root));
    const workbook = new Workbook();
    const { aside, warnings } = await file.load(workbook);
    if (aside === null && options.begin === "sample") await fillWithSample(workbook, bundle, options);
    const enabled = aside?.enabled ?? options.begin === "sample";
    const host = new Host({ workbook, bundle, file, clock, enabled, frameOrigin: frames.origin });
    if (aside === null) await host.keepAll();
    const token = randomBytes(32).toString("base64url");
    answers.ready = { host, files, token, origin: page.origin, frameOrigin: frames.origin };
    return {
      url: `${page.origin}/#${TOKEN_PARAMETER}=${token}`,
      origin: page.origin,
      frameOrigin: frames.origin,
      token,
      host,
      warnings,
      close: async () => {
        await Promise.all([page.close(), frames.close()]);
        await host.close();
      },
    };
  } catch (problem) {
    for (const one of closing) await one.close();
    throw problem;
  }
}

/** On the next port, so that what a sidebar keeps in the browser is found again after a restart; on any when that one is taken. */
async function listenBeside(port: number, answer: RequestListener): ReturnType<typeof listen> {
  try {
    return await listen(port + 1, answer);
  } catch {
    return listen(0, answer);
  }
}

async function fillWithSample(workbook: Workbook, bundle: Bundle, options: ServerOptions): Promise<void> {
  const sample = await sampleWorkbook(bundle, DEFAULT_USER, options.clock, ({ text, part }) =>
    options.onProgress?.(part === null ? text : `${text} ${Math.round(100 * part)} %`),
  );
  workbook.restore(sample.snapshot());
}

interface Ready {
  readonly host: Host;
  readonly files: ReadonlyMap<string, PageFile>;
  readonly token: string;
  readonly origin: string;
  readonly frameOrigin: string;
}

/** The two origins' answers; until everything is ready, that it is not. */
class Answers {
  ready: Ready | null = null;

  async page(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await answerPage(this.#ready(), request, response);
    } catch (problem) {
      sendProblem(response, problem);
    }
  }

  async frame(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      answerFrame(this.#ready(), request, response);
    } catch (problem) {
      sendProblem(response, problem);
    }
  }

  #ready(): Ready {
    if (this.ready) return this.ready;
    throw new Refused(503, "The local Sheets is still starting: try again in a moment.");
  }
}

async function answerPage(ready: Ready, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { host, files, token, origin, frameOrigin } = ready;
  const url = new URL(request.url ?? "/", origin);
  if (request.method === "POST") {
    assertFromPage(request, origin);
    assertTokenHeader(request, token);
    const user = userHeader(request);
    sendJson(response, 200, await called(host, user, url.pathname, await bodyOf(request)));
    return;
  }
  if (request.method !== "GET") throw new Refused(405, "The local Sheets answers GET and POST.");
  if (url.pathname === "/") {
    lead(request, response, ready, url);
    return;
  }
  assertOurs(request, origin);
  if (url.pathname === "/events") {
    assertToken(url.searchParams.get(TOKEN_PARAMETER), token);
    const user = userOf(url.searchParams.get(USER_PARAMETER) ?? "");
    host.hub.open(host.person(user).user, response, { kind: "hello", start: host.start });
    return;
  }
  if (url.pathname === XLSX_PATH) {
    assertTokenHeader(request, token);
    await sendWorkbook(host, response);
    return;
  }
  const file = files.get(url.pathname);
  if (!file) throw new Refused(404, `There is nothing at ${url.pathname}.`);
  send(response, 200, { "content-type": file.type, ...pageHeaders(frameOrigin) }, file.body);
}

/**
 * Leads to the page. Who typed the address is let in; whoever followed a link from elsewhere is not, as no page can say
 * `none` here: https://www.w3.org/TR/fetch-metadata/#sec-fetch-site-header
 */
function lead(
  request: IncomingMessage,
  response: ServerResponse,
  { token, origin }: Ready,
  { search }: URL,
): void {
  const typed =
    request.headers["sec-fetch-site"] === "none" && request.headers["sec-fetch-dest"] === "document";
  const ours = THIS_MACHINE.test(request.headers.host ?? "");
  if (!ours) throw new Refused(403, `This is ${origin}; nothing is answered under another name.`);
  const location = `${origin}${PAGE_PATH}${search}${typed ? `#${TOKEN_PARAMETER}=${token}` : ""}`;
  send(response, 302, { location }, "");
}

/** The names of this machine under which nobody else can be reached. */
const THIS_MACHINE = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/;

async function called(host: Host, user: string, path: string, asked: Asked): Promise<unknown> {
  const name = /^\/api\/(\w+)$/.exec(path)?.[1] ?? "";
  if (!isCall(name)) throw new Refused(404, `There is no question called "${name}".`);
  return CALLS[name](asked, { host, person: host.person(user) });
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(CALLS, name);
}

async function sendWorkbook(host: Host, response: ServerResponse): Promise<void> {
  const name = `${host.workbook.name}.xlsx`;
  send(
    response,
    200,
    {
      "content-type": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
    await writeXlsx(host.workbook),
  );
}

/** Only the page's own files, and the frames it draws; nobody may frame the page itself. */
function pageHeaders(frameOrigin: string): Record<string, string> {
  return {
    "content-security-policy": [
      "default-src 'none'",
      "script-src 'self'",
      // The grid writes style elements.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data:",
      "font-src 'self' data:",
      "connect-src 'self'",
      `frame-src ${frameOrigin}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
  };
}

/** The page of a sidebar or dialog, under the address only its user's page was told. */
function answerFrame(ready: Ready, request: IncomingMessage, response: ServerResponse): void {
  const { host, origin, frameOrigin } = ready;
  assertOurs(request, frameOrigin);
  const html = request.method === "GET" ? host.pageHtml((request.url ?? "").slice(1)) : null;
  if (html === null) throw new Refused(404, "That sidebar or dialog was closed.");
  const policy = [
    "default-src 'none'",
    "script-src 'unsafe-inline'",
    "style-src 'unsafe-inline'",
    `frame-ancestors ${origin}`,
  ];
  send(
    response,
    200,
    { "content-type": "text/html; charset=utf-8", "content-security-policy": policy.join("; ") },
    framedHtml(html, origin, host.sheets.functionNames),
  );
}
