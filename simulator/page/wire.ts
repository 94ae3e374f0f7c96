/** Questions to the host and its news: plain POST and server-sent events, kept up through lost connections. */

import {
  type CallName,
  type Calls,
  DEFAULT_USER,
  type News,
  type Refusal,
  TOKEN_HEADER,
  TOKEN_PARAMETER,
  USER_HEADER,
  USER_PARAMETER,
  XLSX_PATH,
} from "../server/protocol.ts";

/** What the host said no to, in its own words, for the user. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.name = "Refused";
    this.status = status;
  }

  /** The key is not, or no longer, the one the host was started with. */
  get notLetIn(): boolean {
    return this.status === 401 || this.status === 403;
  }
}

/** The host does not answer at all. */
export class Unreachable extends Error {
  constructor() {
    super("The local Sheets does not answer. It may have been stopped: start it again with npm start.");
    this.name = "Unreachable";
  }
}

/** Who this window is. The token leaves the address bar at once, so that it ends up in no history or screenshot. */
export interface Identity {
  readonly token: string;
  readonly user: string;
}

export function identity(location: Location, history: History, storage: Storage): Identity {
  const given = new URLSearchParams(location.hash.slice(1)).get(TOKEN_PARAMETER);
  if (given) {
    storage.setItem(TOKEN_PARAMETER, given);
    history.replaceState(null, "", location.pathname + location.search);
  }
  const user = new URLSearchParams(location.search).get(USER_PARAMETER)?.trim();
  return { token: given ?? storage.getItem(TOKEN_PARAMETER) ?? "", user: user || DEFAULT_USER };
}

export class Wire {
  readonly #identity: Identity;

  constructor(identity: Identity) {
    this.#identity = identity;
  }

  /**
   * @throws Refused with the host's sentence
   * @throws Unreachable when there is no answer
   */
  async ask<Name extends CallName>(name: Name, body: Calls[Name]["ask"]): Promise<Calls[Name]["answer"]> {
    const response = await this.#send(`/api/${name}`, {
      method: "POST",
      headers: { ...this.#headers(), "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Calls[Name]["answer"];
  }

  async download(): Promise<Blob> {
    return (await this.#send(XLSX_PATH, { headers: this.#headers() })).blob();
  }

  /**
   * Hears the news until the returned function is called, connecting anew after every loss.
   *
   * @param lost told at every loss
   */
  listen(heard: (news: News) => void, lost: () => void): () => void {
    const { token, user } = this.#identity;
    const query = new URLSearchParams({ [TOKEN_PARAMETER]: token, [USER_PARAMETER]: user });
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const connect = (): void => {
      source = new EventSource(`/events?${query}`);
      source.onmessage = (event: MessageEvent<string>) => heard(JSON.parse(event.data) as News);
      source.onerror = () => {
        // A lost connection is tried again by the browser; a refused or broken answer ends its patience.
        lost();
        if (source.readyState === EventSource.CLOSED) again = setTimeout(connect, RETRY_MILLISECONDS);
      };
    };
    connect();
    return () => {
      clearTimeout(again);
      source.close();
    };
  }

  #headers(): Record<string, string> {
    return { [TOKEN_HEADER]: this.#identity.token, [USER_HEADER]: encodeURIComponent(this.#identity.user) };
  }

  async #send(path: string, request: RequestInit): Promise<Response> {
    const response = await fetch(path, request).catch(() => {
      throw new Unreachable();
    });
    if (!response.ok) throw new Refused(response.status, await refusal(response));
    return response;
  }
}

const RETRY_MILLISECONDS = 1000;

async function refusal(response: Response): Promise<string> {
  try {
    return ((await response.json()) as Refusal).message;
  } catch {
    return `The local Sheets answered with status ${response.status} and no explanation.`;
  }
}
