/** One user of the document: the questions they are asked, the pages they are shown, what runs for them. */

import { randomBytes } from "node:crypto";
import type { DialogAnswer, DialogRequest, PageRequest } from "../services/context.ts";
import { Refused } from "./asked.ts";
import { Edits } from "./edits.ts";
import type { Host } from "./host.ts";
import type { Button, Menu, PageShown, Question, ScriptResult } from "./protocol.ts";

interface OpenQuestion {
  readonly question: Question;
  readonly answer: (answer: DialogAnswer) => void;
}

interface OpenPage {
  readonly shown: PageShown;
  readonly html: string;
}

const BUTTONS: Readonly<Record<Question["buttons"], readonly Button[]>> = {
  OK: ["OK"],
  OK_CANCEL: ["OK", "CANCEL"],
  YES_NO: ["YES", "NO"],
  YES_NO_CANCEL: ["YES", "NO", "CANCEL"],
};

/** How long the questions of somebody without a window stay open: a window that is only reloaded finds them again. */
const PATIENCE = 60_000;

export class Person {
  readonly user: string;
  readonly edits: Edits;
  readonly #host: Host;
  readonly #questions = new Map<string, OpenQuestion>();
  readonly #pages = new Map<string, OpenPage>();
  readonly #running: string[] = [];
  #opened: Promise<void> | null = null;
  #gone: NodeJS.Timeout | undefined;

  constructor(host: Host, user: string) {
    this.user = user;
    this.#host = host;
    this.edits = new Edits(host.workbook, () => host.clock.now());
    host.sheets.addUser({ email: user, answerer: (request) => this.#ask(request) });
    host.sheets.window(user).listenWith({
      menus: (menus) => host.hub.to(user, { kind: "menus", menus }),
      toast: (toast) => host.hub.to(user, { kind: "toast", ...toast }),
      page: (page) => this.#show(page),
    });
  }

  /** The user's first window opens the document, as in Google: the add-on builds its menu. */
  open(): Promise<void> {
    this.#opened ??= this.#host.sheets.open(this.user).then(() => this.#host.commit());
    return this.#opened;
  }

  get questions(): Question[] {
    return [...this.#questions.values()].map(({ question }) => question);
  }

  /** The page in the sidebar, or the dialog over the sheet: at most one of each. */
  page(where: "sidebar" | "dialog"): PageShown | null {
    const pages = [...this.#pages.values()].map(({ shown }) => shown);
    return pages.findLast((page) => (page.kind === "sidebar") === (where === "sidebar")) ?? null;
  }

  html(page: string): string | null {
    return this.#pages.get(page)?.html ?? null;
  }

  hasPage(page: string): boolean {
    return this.#pages.has(page);
  }

  closePage(page: string): void {
    if (this.#pages.delete(page)) this.#host.hub.to(this.user, { kind: "pageClosed", id: page });
  }

  /** @throws Refused when nobody waits for the answer any more, or the question has no such button */
  answer(id: string, button: Button, text: string | null): void {
    const open = this.#questions.get(id);
    if (!open) throw new Refused(409, "That question was answered already.");
    if (button !== "CLOSE" && !BUTTONS[open.question.buttons].includes(button)) {
      throw new Refused(400, `The question has no button ${button}.`);
    }
    this.#questions.delete(id);
    this.#host.hub.to(this.user, { kind: "answered", id });
    open.answer({ button, ...(text === null ? {} : { text }) });
  }

  /** Runs a function of one of the user's menus. */
  async runMenu(functionName: string): Promise<ScriptResult<null>> {
    const offered = this.#host.sheets
      .window(this.user)
      .menus.some(({ entries }) => holds(entries, functionName));
    if (!offered) throw new Refused(409, `No menu item of yours runs ${functionName}.`);
    this.#running.push(functionName);
    this.#tellRunning();
    try {
      const result = await this.#host.sheets.runMenu(this.user, functionName);
      await this.#host.commit();
      return result.ok ? { ok: true, value: null } : { ok: false, error: wordsOf(result.error) };
    } finally {
      this.#running.splice(this.#running.indexOf(functionName), 1);
      this.#tellRunning();
    }
  }

  /** `google.script.run`; everything the function wrote is kept before its answer is given. */
  async callClient(functionName: string, args: readonly unknown[]): Promise<ScriptResult<unknown>> {
    const { sheets } = this.#host;
    const result = await sheets.execute({ user: this.user, functionName, args, trigger: "client" });
    await this.#host.commit();
    return result.ok ? { ok: true, value: result.value } : { ok: false, error: wordsOf(result.error) };
  }

  /** Whether the user has a window open; a script that asks somebody who left is told that they closed its question. */
  isHere(here: boolean): void {
    clearTimeout(this.#gone);
    if (here) return;
    this.#gone = setTimeout(() => {
      for (const { id } of this.questions) this.answer(id, "CLOSE", null);
    }, PATIENCE);
    this.#gone.unref();
  }

  /** Another workbook is open: nothing of the old one stays. */
  reset(): void {
    this.#pages.clear();
    this.edits.forget(null);
    this.#opened = null;
  }

  #ask(request: DialogRequest): Promise<DialogAnswer> {
    const question = { id: randomBytes(8).toString("hex"), ...request } as Question;
    return new Promise((answer) => {
      this.#questions.set(question.id, { question, answer });
      this.#host.hub.to(this.user, { kind: "question", question });
    });
  }

  #show({ kind, title, html, width, height }: PageRequest): void {
    // Whoever knows the address can read the page: it cannot be guessed.
    const id = randomBytes(16).toString("hex");
    const url = `${this.#host.frameOrigin}/${id}`;
    const shown: PageShown = { id, kind, title, url, width, height };
    const replaced = this.page(kind === "sidebar" ? "sidebar" : "dialog");
    if (replaced) this.closePage(replaced.id);
    this.#pages.set(id, { shown, html });
    this.#host.hub.to(this.user, { kind: "page", page: shown });
  }

  #tellRunning(): void {
    this.#host.hub.to(this.user, { kind: "running", functions: [...this.#running] });
  }
}

function wordsOf({ name, message }: { readonly name: string; readonly message: string }) {
  return { name, message };
}

function holds(entries: Menu["entries"], functionName: string): boolean {
  return entries.some((entry) => {
    if ("item" in entry) return entry.functionName === functionName;
    return "menu" in entry && holds(entry.entries, functionName);
  });
}
