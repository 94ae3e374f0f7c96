/** One user's browser window: what the add-on showed there, and who answers its questions. */

import type { DialogAnswer, DialogRequest, Menu, PageRequest, UiHost } from "../services/context.ts";

/** Answers Ui.alert and Ui.prompt. The in-process mode needs the answer at once, not a Promise of it. */
export type Answerer = (request: DialogRequest) => DialogAnswer | Promise<DialogAnswer>;

export interface Toast {
  readonly message: string;
  readonly title: string;
  readonly seconds: number;
}

/** Told of what the add-on shows, at once. */
export interface WindowListener {
  menus(menus: readonly Menu[]): void;
  toast(toast: Toast): void;
  page(page: PageRequest): void;
}

export class UserWindow implements UiHost {
  readonly #email: string;
  #answerer: Answerer;
  #listener: WindowListener | null = null;
  menus: Menu[] = [];
  readonly toasts: Toast[] = [];
  /** Every alert and prompt, in order. */
  readonly questions: DialogRequest[] = [];
  /** Every page shown, in order. */
  readonly pages: PageRequest[] = [];

  constructor(email: string, answerer?: Answerer) {
    this.#email = email;
    this.#answerer = answerer ?? ((request) => this.#nobody(request));
  }

  /** The page in the sidebar now: there is one at a time. */
  get sidebar(): PageRequest | null {
    return this.pages.filter((page) => page.kind === "sidebar").at(-1) ?? null;
  }

  /** From now on questions are answered by `answerer`. */
  answerWith(answerer: Answerer): void {
    this.#answerer = answerer;
  }

  listenWith(listener: WindowListener): void {
    this.#listener = listener;
  }

  addMenu(menu: Menu): void {
    this.menus = [...this.menus.filter((old) => old.addon !== menu.addon || old.title !== menu.title), menu];
    this.#listener?.menus(this.menus);
  }

  ask(request: DialogRequest): DialogAnswer | Promise<DialogAnswer> {
    this.questions.push(request);
    return this.#answerer(request);
  }

  show(request: PageRequest): void {
    this.pages.push(request);
    this.#listener?.page(request);
  }

  toast(message: string, title: string, seconds: number): void {
    const toast = { message, title, seconds };
    this.toasts.push(toast);
    this.#listener?.toast(toast);
  }

  /**
   * The function behind a menu item, by the labels on the way to it; the menu's own title may be left out.
   * @throws Error when no item, or more than one, fits.
   */
  menuFunction(path: readonly string[]): string {
    const items = this.menus.flatMap((menu) => itemsOf(menu.entries, [menu.title]));
    const wanted = path.join(" › ");
    const fitting = items.filter(
      (item) => item.path.slice(-path.length).join(" › ") === wanted && item.path.length - path.length <= 1,
    );
    const [only, another] = fitting;
    if (only && !another) return only.functionName;
    const offered = items.map((item) => item.path.join(" › ")).join(", ") || "no menu";
    throw new Error(
      `${this.#email} sees ${another ? "more than one" : "no"} menu item "${wanted}": there is ${offered}.`,
    );
  }

  #nobody(request: DialogRequest): never {
    throw new Error(
      `The add-on asks ${this.#email} "${request.text}" and nobody answers: give the user an answerer.`,
    );
  }
}

interface Item {
  readonly path: readonly string[];
  readonly functionName: string;
}

function itemsOf(entries: Menu["entries"], path: readonly string[]): Item[] {
  return entries.flatMap((entry) => {
    if ("item" in entry) return [{ path: [...path, entry.item], functionName: entry.functionName }];
    return "menu" in entry ? itemsOf(entry.entries, [...path, entry.menu]) : [];
  });
}
