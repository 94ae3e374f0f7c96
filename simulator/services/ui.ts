/** The user's window: menus, alerts, prompts, sidebars. While an alert or prompt is open, locks are lost. */

import type { DialogAnswer, DialogRequest, ExecutionContext, MenuEntry, PageRequest } from "./context.ts";
import { Button, ButtonSet } from "./enums.ts";
import { HtmlOutput } from "./html.ts";
import { releaseAll } from "./lock.ts";
import { type EnumSet, EnumValue, Service, ServiceError } from "./service.ts";
import { badSignature, textArgument } from "./signature.ts";

export class Ui extends Service {
  override readonly $googleName = "Ui";

  override get $properties(): Readonly<Record<string, EnumSet>> {
    return { Button, ButtonSet };
  }

  /** `(prompt)`, `(prompt, buttons)` or `(title, prompt, buttons)`. Blocks until the user answers. */
  alert(...args: readonly unknown[]): EnumValue | Promise<EnumValue> {
    return this.#ask("alert", args, (answer) => buttonOf(answer));
  }

  /** As `alert`, with a line to type into. */
  prompt(...args: readonly unknown[]): PromptResponse | Promise<PromptResponse> {
    return this.#ask("prompt", args, (answer) => new PromptResponse(this.$context, answer));
  }

  createMenu(caption: string): Menu {
    return new Menu(this.$context, false, textArgument(caption, "Ui.createMenu"));
  }

  /** The add-on's own menu under Extensions; its title is the add-on's name, which the window knows. */
  createAddonMenu(): Menu {
    return new Menu(this.$context, true, "");
  }

  showSidebar(userInterface: unknown): void {
    this.#show("sidebar", pageOf(userInterface, "Ui.showSidebar"), null);
  }

  showModalDialog(userInterface: unknown, title: string): void {
    const page = pageOf(userInterface, "Ui.showModalDialog");
    this.#show("modal", page, textArgument(title, "Ui.showModalDialog"));
  }

  showModelessDialog(userInterface: unknown, title: string): void {
    const page = pageOf(userInterface, "Ui.showModelessDialog");
    this.#show("modeless", page, textArgument(title, "Ui.showModelessDialog"));
  }

  #ask<Result>(
    kind: DialogRequest["kind"],
    args: readonly unknown[],
    result: (answer: DialogAnswer) => Result,
  ): Result | Promise<Result> {
    const ui = this.$context.ui;
    if (!ui) throw new ServiceError(`Cannot call Ui.${kind} from this context.`);
    const request = dialogRequest(kind, args);
    this.$context.applyWrites();
    releaseAll(this.$context);
    const answer = ui.ask(request);
    return answer instanceof Promise ? answer.then(result) : result(answer);
  }

  #show(kind: PageRequest["kind"], page: HtmlOutput, title: string | null): void {
    this.$context.applyWrites();
    this.$context.ui?.show({
      kind,
      title: title ?? page.getTitle() ?? "",
      html: page.getContent(),
      width: page.getWidth(),
      height: page.getHeight(),
    });
  }
}

function dialogRequest(kind: DialogRequest["kind"], args: readonly unknown[]): DialogRequest {
  const last = args[args.length - 1];
  const buttons = last instanceof EnumValue && last.enumName === "ButtonSet" ? last.name : null;
  const texts = (buttons === null ? args : args.slice(0, -1)).map((text) => textArgument(text, `Ui.${kind}`));
  const [first, second] = texts;
  if (texts.length === 1 && first !== undefined) {
    return { kind, title: null, text: first, buttons: buttons ?? "OK" };
  }
  if (texts.length === 2 && first !== undefined && second !== undefined && buttons !== null) {
    return { kind, title: first, text: second, buttons };
  }
  throw badSignature(`Ui.${kind}`, args);
}

function buttonOf(answer: DialogAnswer): EnumValue {
  const button = Button[answer.button as keyof typeof Button];
  if (!button) throw new Error(`No such button: ${answer.button}`);
  return button;
}

function pageOf(page: unknown, method: string): HtmlOutput {
  if (page instanceof HtmlOutput) return page;
  throw badSignature(method, [page]);
}

export class PromptResponse extends Service {
  override readonly $googleName = "PromptResponse";
  readonly #answer: DialogAnswer;

  constructor(context: ExecutionContext, answer: DialogAnswer) {
    super(context);
    this.#answer = answer;
  }

  getResponseText(): string {
    return this.#answer.text ?? "";
  }

  getSelectedButton(): EnumValue {
    return buttonOf(this.#answer);
  }
}

export class Menu extends Service {
  override readonly $googleName = "Menu";
  readonly #addon: boolean;
  readonly #title: string;
  readonly #entries: MenuEntry[] = [];

  constructor(context: ExecutionContext, addon: boolean, title: string) {
    super(context);
    this.#addon = addon;
    this.#title = title;
  }

  addItem(caption: string, functionName: string): this {
    this.#entries.push({
      item: textArgument(caption, "Menu.addItem"),
      functionName: textArgument(functionName, "Menu.addItem"),
    });
    return this;
  }

  addSeparator(): this {
    this.#entries.push({ separator: true });
    return this;
  }

  addSubMenu(menu: unknown): this {
    if (!(menu instanceof Menu)) throw badSignature("Menu.addSubMenu", [menu]);
    this.#entries.push({ menu: menu.#title, entries: menu.#entries });
    return this;
  }

  addToUi(): void {
    this.$context.ui?.addMenu({ addon: this.#addon, title: this.#title, entries: [...this.#entries] });
  }
}
