/** Rich text: text in a cell with links and styles on parts of it. The text itself is stored as it is, never read as a formula. */

import type { RichRun } from "./column.ts";
import type { ExecutionContext } from "./context.ts";
import { Service, ServiceError } from "./service.ts";
import { badSignature, textArgument } from "./signature.ts";

export class RichTextValue extends Service {
  override readonly $googleName = "RichTextValue";
  readonly $text: string;
  readonly $runs: readonly RichRun[];

  constructor(context: ExecutionContext, text: string, runs: readonly RichRun[]) {
    super(context);
    this.$text = text;
    this.$runs = runs;
  }

  getText(): string {
    return this.$text;
  }

  /** The link of the whole text, null when parts differ. */
  getLinkUrl(): string | null {
    const [first, ...others] = this.$runs.map((run) => run.link);
    return first !== undefined && others.every((link) => link === first) ? first : null;
  }

  getRuns(): RichTextValue[] {
    let start = 0;
    return this.$runs.map((run) => {
      const part = new RichTextValue(this.$context, this.$text.slice(start, run.end), [
        { ...run, end: run.end - start },
      ]);
      start = run.end;
      return part;
    });
  }

  getTextStyle(): TextStyle {
    const run = this.$runs[0];
    return new TextStyle(this.$context, {
      bold: run?.bold ?? false,
      italic: run?.italic ?? false,
      color: run?.color ?? null,
    });
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.$context).$from(this);
  }
}

interface TextLook {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly color: string | null;
}

export class TextStyle extends Service {
  override readonly $googleName = "TextStyle";
  readonly $look: TextLook;

  constructor(context: ExecutionContext, look: TextLook) {
    super(context);
    this.$look = look;
  }

  isBold(): boolean {
    return this.$look.bold;
  }

  isItalic(): boolean {
    return this.$look.italic;
  }

  getForegroundColor(): string | null {
    return this.$look.color;
  }
}

export class TextStyleBuilder extends Service {
  override readonly $googleName = "TextStyleBuilder";
  #look: TextLook = { bold: false, italic: false, color: null };

  setBold(bold: boolean): this {
    this.#look = { ...this.#look, bold };
    return this;
  }

  setItalic(italic: boolean): this {
    this.#look = { ...this.#look, italic };
    return this;
  }

  setForegroundColor(color: string): this {
    this.#look = { ...this.#look, color };
    return this;
  }

  build(): TextStyle {
    return new TextStyle(this.$context, this.#look);
  }
}

const PLAIN_RUN = { link: null, bold: false, italic: false, color: null };

export class RichTextValueBuilder extends Service {
  override readonly $googleName = "RichTextValueBuilder";
  #text: string | null = null;
  #runs: readonly RichRun[] = [];

  $from(value: RichTextValue): this {
    this.#text = value.$text;
    this.#runs = value.$runs;
    return this;
  }

  setText(text: string): this {
    this.#text = textArgument(text, "SpreadsheetApp.RichTextValueBuilder.setText");
    this.#runs = [{ ...PLAIN_RUN, end: this.#text.length }];
    return this;
  }

  /** `(linkUrl)` or `(startOffset, endOffset, linkUrl)`. */
  setLinkUrl(first: string | number | null, end?: number, url?: string | null): this {
    if (typeof first === "number" && typeof end === "number")
      return this.#change(first, end, { link: url ?? null });
    if (typeof first === "number")
      throw badSignature("SpreadsheetApp.RichTextValueBuilder.setLinkUrl", [first, end]);
    return this.#change(0, this.#length(), { link: first });
  }

  /** `(textStyle)` or `(startOffset, endOffset, textStyle)`. */
  setTextStyle(first: TextStyle | number, end?: number, style?: TextStyle): this {
    if (first instanceof TextStyle) return this.#change(0, this.#length(), first.$look);
    if (typeof end === "number" && style instanceof TextStyle) return this.#change(first, end, style.$look);
    throw badSignature("SpreadsheetApp.RichTextValueBuilder.setTextStyle", [first, end, style]);
  }

  build(): RichTextValue {
    return new RichTextValue(this.$context, this.#text ?? "", this.#runs);
  }

  #length(): number {
    if (this.#text === null) throw new ServiceError("The text must be set before its links and styles.");
    return this.#text.length;
  }

  #change(start: number, end: number, change: Partial<RichRun>): this {
    if (start < 0 || end > this.#length() || start > end) throw new ServiceError("Index out of range.");
    const runs: RichRun[] = [];
    let from = 0;
    for (const run of this.#runs) {
      const cuts = [start, end].filter((cut) => cut > from && cut < run.end);
      for (const cut of [...new Set([...cuts, run.end])]) {
        const inside = from >= start && cut <= end;
        runs.push({ ...run, ...(inside ? change : {}), end: cut });
        from = cut;
      }
    }
    this.#runs = runs;
    return this;
  }
}
