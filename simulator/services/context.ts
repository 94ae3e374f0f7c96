/**
 * One execution of a script: who runs it, what it may do, and the writes it has not sent yet.
 *
 * Google sends spreadsheet writes in bundles: at `SpreadsheetApp.flush()`, before a read, and when the execution
 * ends. Here they wait in `writes` and are applied in order. What happens to them when an execution dies is for the
 * caller to decide (`end`): both outcomes occur with Google.
 */

import { ServiceError } from "./error.ts";
import type { Workbook } from "./workbook.ts";

/** https://developers.google.com/apps-script/reference/script/auth-mode */
export type AuthModeName = "NONE" | "LIMITED" | "FULL" | "CUSTOM_FUNCTION";

export interface User {
  readonly email: string;
  /** `en`, `en_GB`, `de` … as Session.getActiveUserLocale gives it. */
  readonly locale: string;
}

/** The time a script sees. Real or made up; `sleep` may return a Promise (the runtime awaits it) or advance a made-up clock at once. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  sleep(milliseconds: number): void | Promise<void>;
}

export interface DialogRequest {
  readonly kind: "alert" | "prompt";
  readonly title: string | null;
  readonly text: string;
  /** `OK`, `OK_CANCEL`, `YES_NO` or `YES_NO_CANCEL`. */
  readonly buttons: string;
}

export interface DialogAnswer {
  /** `OK`, `CANCEL`, `YES`, `NO` or `CLOSE` (the dialog's own x). */
  readonly button: string;
  /** What was typed into a prompt. */
  readonly text?: string;
}

export interface PageRequest {
  readonly kind: "sidebar" | "modal" | "modeless";
  readonly title: string;
  readonly html: string;
  readonly width: number | null;
  readonly height: number | null;
}

/** An item of a menu: a function to run, a sub-menu, or a line between items. */
export type MenuEntry =
  | { readonly item: string; readonly functionName: string }
  | { readonly menu: string; readonly entries: readonly MenuEntry[] }
  | { readonly separator: true };

export interface Menu {
  /** True for `createAddonMenu` (it appears under Extensions), false for a menu of its own. */
  readonly addon: boolean;
  readonly title: string;
  readonly entries: readonly MenuEntry[];
}

/** The window of the user who runs the script. */
export interface UiHost {
  addMenu(menu: Menu): void;
  /** An answer at once, or a Promise of it; until it comes the script stands still and holds no lock. */
  ask(request: DialogRequest): DialogAnswer | Promise<DialogAnswer>;
  show(request: PageRequest): void;
  toast(message: string, title: string, seconds: number): void;
}

export interface LogEntry {
  readonly level: "log" | "info" | "warn" | "error" | "debug";
  readonly text: string;
}

export interface ExecutionOptions {
  /** The document the script is bound to or enabled in; null for a script outside any (its document lock and properties are null). */
  readonly workbook: Workbook | null;
  readonly user: User;
  readonly authMode: AuthModeName;
  /** Scopes of the manifest, as full URLs. */
  readonly manifestScopes: readonly string[];
  /** Scopes the user granted; all of the manifest when left out. */
  readonly grantedScopes?: readonly string[];
  readonly clock: Clock;
  /** Null where no window is open (clock triggers). */
  readonly ui: UiHost | null;
  /** The script's time zone (`timeZone` of the manifest). */
  readonly scriptTimeZone?: string;
  /** HTML files of the project by name without `.html`, for HtmlService. */
  readonly htmlFiles?: Readonly<Record<string, string>>;
  /** Called with `Class.method` before each service call; may throw to inject a fault. */
  readonly beforeCall?: (kind: string) => void;
  readonly log?: (entry: LogEntry) => void;
}

/** The promised end of an execution: `keepWrites` false loses what was not sent yet. */
export interface Ending {
  readonly keepWrites: boolean;
}

export class ExecutionContext {
  readonly workbook: Workbook | null;
  readonly user: User;
  readonly authMode: AuthModeName;
  readonly manifestScopes: ReadonlySet<string>;
  readonly grantedScopes: ReadonlySet<string>;
  readonly clock: Clock;
  readonly ui: UiHost | null;
  readonly scriptTimeZone: string;
  readonly htmlFiles: Readonly<Record<string, string>>;
  readonly beforeCall: (kind: string) => void;
  readonly log: (entry: LogEntry) => void;
  #writes: (() => void)[] = [];
  #ended = false;
  readonly #atEnd: (() => void)[] = [];

  constructor(options: ExecutionOptions) {
    this.workbook = options.workbook;
    this.user = options.user;
    this.authMode = options.authMode;
    this.manifestScopes = new Set(options.manifestScopes);
    this.grantedScopes = new Set(options.grantedScopes ?? options.manifestScopes);
    this.clock = options.clock;
    this.ui = options.ui;
    this.scriptTimeZone = options.scriptTimeZone ?? "Etc/GMT";
    this.htmlFiles = options.htmlFiles ?? {};
    this.beforeCall = options.beforeCall ?? (() => {});
    this.log = options.log ?? (() => {});
  }

  /** Keeps a write until the next read, flush or end. The caller has checked its arguments: an error must come at the call. */
  write(apply: () => void): void {
    this.#writes.push(apply);
  }

  /** Sends the waiting writes, in order. Every read calls it first. */
  applyWrites(): void {
    if (this.#writes.length === 0) return;
    const writes = this.#writes;
    this.#writes = [];
    for (const apply of writes) apply();
  }

  /** Forgets the waiting writes, as a service that fails may. */
  loseWrites(): void {
    this.#writes = [];
  }

  get waitingWrites(): number {
    return this.#writes.length;
  }

  /** Runs when the execution ends, whatever happened (a lock is given back); at once if it already has. */
  atEnd(action: () => void): void {
    if (this.#ended) action();
    else this.#atEnd.push(action);
  }

  /** Ends the execution; calling it again does nothing. */
  end(ending: Ending): void {
    if (this.#ended) return;
    this.#ended = true;
    try {
      if (ending.keepWrites) this.applyWrites();
    } finally {
      this.#writes = [];
      for (const action of this.#atEnd) action();
    }
  }

  assertRunning(): void {
    if (this.#ended) throw new ServiceError("The execution has ended: no service can be called any more.");
  }
}
