/** Answering over HTTP on this machine alone: who may ask, how bodies are read, how answers are sent. */

import { timingSafeEqual } from "node:crypto";
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { Asked, Refused } from "./asked.ts";
import { TOKEN_HEADER, USER_HEADER } from "./protocol.ts";

/** A report of 100 MB comes in pieces far smaller than this. */
const MOST_BYTES = 64 << 20;
const LONGEST_USER = 100;

/** Listens on both addresses of this machine, since `localhost` may be either. Port 0 takes a free one. */
export async function listen(port: number, answer: RequestListener): Promise<Listening> {
  const first = await listenOn("127.0.0.1", port, answer);
  const servers = [first];
  const taken = (first.address() as AddressInfo).port;
  try {
    servers.push(await listenOn("::1", taken, answer));
  } catch (problem) {
    // Machines without IPv6 have only the one; a stranger on the other would get what is meant for us.
    if ((problem as NodeJS.ErrnoException).code === "EADDRINUSE") {
      await closeAll(servers);
      throw problem;
    }
  }
  return { port: taken, origin: `http://localhost:${taken}`, close: () => closeAll(servers) };
}

interface Listening {
  readonly port: number;
  readonly origin: string;
  close(): Promise<void>;
}

function listenOn(host: string, port: number, answer: RequestListener): Promise<Server> {
  const server = createServer(answer);
  // Scripts may run for six minutes and wait for a person: their answers come when they come.
  server.requestTimeout = 0;
  // A browser that asks again on a connection that is just being closed gets an error.
  server.keepAliveTimeout = 120_000;
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => resolve(server));
  });
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(
      (server) =>
        new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeAllConnections();
        }),
    ),
  );
}

/**
 * Refuses whatever another site, or another name for this machine, could have made a browser send.
 * @throws Refused
 */
export function assertOurs(request: IncomingMessage, origin: string): void {
  if (`http://${request.headers.host}` !== origin) {
    throw new Refused(403, `This is ${origin}; nothing is answered under another name.`);
  }
  const from = request.headers.origin;
  if (from !== undefined && from !== origin) {
    throw new Refused(403, "Only the page of the local Sheets itself may ask.");
  }
}

/** As `assertOurs`, for what changes something: a browser always says where it comes from then. @throws Refused */
export function assertFromPage(request: IncomingMessage, origin: string): void {
  assertOurs(request, origin);
  if (request.headers.origin !== origin)
    throw new Refused(403, "The question does not say where it comes from.");
  if (!/^application\/json\b/.test(request.headers["content-type"] ?? "")) {
    throw new Refused(415, "A question is JSON.");
  }
}

/** @throws Refused */
export function assertToken(given: string | null | undefined, token: string): void {
  const [a, b] = [Buffer.from(given ?? ""), Buffer.from(token)];
  if (a.length === b.length && timingSafeEqual(a, b)) return;
  throw new Refused(
    401,
    "This window is not let in. Open the address that npm start shows; after a restart it is a new one.",
  );
}

/** @throws Refused when the header does not hold the token */
export function assertTokenHeader(request: IncomingMessage, token: string): void {
  const given = request.headers[TOKEN_HEADER];
  assertToken(typeof given === "string" ? given : null, token);
}

/** Who the header says asks. @throws Refused */
export function userHeader(request: IncomingMessage): string {
  return userOf(decoded(request.headers[USER_HEADER]));
}

/** @throws Refused for what is no name */
export function userOf(name: string): string {
  const user = name.trim();
  if (user === "" || user.length > LONGEST_USER || /\p{C}/u.test(user)) {
    throw new Refused(400, `A user's name has 1 to ${LONGEST_USER} printable characters.`);
  }
  return user;
}

function decoded(header: string | string[] | undefined): string {
  try {
    return decodeURIComponent(typeof header === "string" ? header : "");
  } catch {
    return "";
  }
}

/** @throws Refused when the body is too long or no JSON */
export async function bodyOf(request: IncomingMessage): Promise<Asked> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request) {
    const buffer = part as Buffer;
    bytes += buffer.length;
    if (bytes > MOST_BYTES) throw new Refused(413, "The question is longer than 64 MB.");
    parts.push(buffer);
  }
  try {
    return new Asked(JSON.parse(Buffer.concat(parts).toString("utf8")));
  } catch (problem) {
    throw problem instanceof Refused ? problem : new Refused(400, "The question's body is not JSON.");
  }
}

export function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>>,
  body: string | Uint8Array,
): void {
  if (response.headersSent || response.destroyed) return;
  response.writeHead(status, {
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    ...headers,
  });
  response.end(body);
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  send(response, status, { "content-type": "application/json; charset=utf-8" }, JSON.stringify(body));
}

/** Defects are printed; whoever asked learns that there is one. */
export function sendProblem(response: ServerResponse, problem: unknown): void {
  if (problem instanceof Refused) {
    sendJson(response, problem.status, { message: problem.message });
    return;
  }
  console.error(problem);
  const why = problem instanceof Error ? problem.message : String(problem);
  sendJson(response, 500, { message: `The local Sheets failed: ${why}` });
}
