/** Pages for sidebars and dialogs. Templates are not evaluated: the add-on's page is built beforehand. */

import type { ExecutionContext } from "./context.ts";
import { SandboxMode, XFrameOptionsMode } from "./enums.ts";
import { type EnumSet, notImplemented, Service, ServiceError } from "./service.ts";
import { textArgument, wholeArgument } from "./signature.ts";

export class HtmlService extends Service {
  override readonly $googleName = "HtmlService";

  override get $properties(): Readonly<Record<string, EnumSet>> {
    return { SandboxMode, XFrameOptionsMode };
  }

  createHtmlOutput(html = ""): HtmlOutput {
    return new HtmlOutput(this.$context, textArgument(html, "HtmlService.createHtmlOutput"));
  }

  /** @throws ServiceError when the project has no such HTML file. */
  createHtmlOutputFromFile(filename: string): HtmlOutput {
    const name = textArgument(filename, "HtmlService.createHtmlOutputFromFile").replace(/\.html$/, "");
    const html = this.$context.htmlFiles[name];
    if (html === undefined) throw new ServiceError(`No HTML file named ${name} was found.`);
    return new HtmlOutput(this.$context, html);
  }

  createTemplateFromFile(): never {
    throw notImplemented("HtmlService", "createTemplateFromFile");
  }

  createTemplate(): never {
    throw notImplemented("HtmlService", "createTemplate");
  }
}

export class HtmlOutput extends Service {
  override readonly $googleName = "HtmlOutput";
  #content: string;
  #title: string | null = null;
  #width: number | null = null;
  #height: number | null = null;
  readonly #tags: { readonly name: string; readonly content: string }[] = [];

  constructor(context: ExecutionContext, content: string) {
    super(context);
    this.#content = content;
  }

  getContent(): string {
    return this.#content;
  }

  setContent(content: string): this {
    this.#content = textArgument(content, "HtmlOutput.setContent");
    return this;
  }

  append(addedContent: string): this {
    this.#content += textArgument(addedContent, "HtmlOutput.append");
    return this;
  }

  clear(): this {
    this.#content = "";
    return this;
  }

  getTitle(): string | null {
    return this.#title;
  }

  setTitle(title: string): this {
    this.#title = textArgument(title, "HtmlOutput.setTitle");
    return this;
  }

  getWidth(): number | null {
    return this.#width;
  }

  /** Pixels. A sidebar is always 300 wide, whatever is set. */
  setWidth(width: number): this {
    this.#width = wholeArgument(width, "HtmlOutput.setWidth");
    return this;
  }

  getHeight(): number | null {
    return this.#height;
  }

  setHeight(height: number): this {
    this.#height = wholeArgument(height, "HtmlOutput.setHeight");
    return this;
  }

  addMetaTag(name: string, content: string): this {
    this.#tags.push({ name: textArgument(name, "HtmlOutput.addMetaTag"), content });
    return this;
  }

  /** Everything runs in the IFRAME mode; Google ignores the others. */
  setSandboxMode(): this {
    return this;
  }

  setXFrameOptionsMode(): this {
    return this;
  }
}
