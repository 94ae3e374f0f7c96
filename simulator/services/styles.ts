/**
 * What a cell looks like, kept once per distinct look: a column stores numbers of styles (see runs.ts).
 * Data validation belongs here because it moves and is copied with the look.
 */

export interface ValidationData {
  /** A name of SpreadsheetApp.DataValidationCriteria. */
  readonly criteria: string;
  readonly args: readonly unknown[];
  readonly allowInvalid: boolean;
  readonly helpText: string | null;
}

export interface Style {
  /** `General` until set. */
  readonly numberFormat: string;
  readonly background: string;
  readonly fontColor: string;
  readonly fontWeight: string;
  readonly fontStyle: string;
  readonly fontLine: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly horizontalAlignment: string;
  readonly verticalAlignment: string;
  /** OVERFLOW, WRAP or CLIP. */
  readonly wrap: string;
  readonly border: string;
  readonly validation: ValidationData | null;
}

export const PLAIN: Style = {
  numberFormat: "General",
  background: "#ffffff",
  fontColor: "#000000",
  fontWeight: "normal",
  fontStyle: "normal",
  fontLine: "none",
  fontFamily: "Arial",
  fontSize: 10,
  horizontalAlignment: "general",
  verticalAlignment: "bottom",
  wrap: "OVERFLOW",
  border: "",
  validation: null,
};

export class StyleTable {
  readonly #styles: Style[] = [];
  readonly #numbers = new Map<string, number>();
  /** Style number after a change, by the change's text: a million equal changes make one style. */
  readonly #changes = new Map<string, Map<number, number>>();

  constructor() {
    this.numberOf(PLAIN);
  }

  at(number: number): Style {
    return this.#styles[number] ?? PLAIN;
  }

  numberOf(style: Style): number {
    const key = JSON.stringify(Object.entries(PLAIN).map(([name]) => style[name as keyof Style]));
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#styles.push(style);
    this.#numbers.set(key, this.#styles.length - 1);
    return this.#styles.length - 1;
  }

  /** A function from a style's number to the number of that style with the changes made. */
  changer(change: Partial<Style>): (number: number) => number {
    const key = JSON.stringify(change);
    let known = this.#changes.get(key);
    if (!known) {
      known = new Map();
      this.#changes.set(key, known);
    }
    const numbers = known;
    return (number) => {
      let changed = numbers.get(number);
      if (changed === undefined) {
        changed = this.numberOf({ ...this.at(number), ...change });
        numbers.set(number, changed);
      }
      return changed;
    };
  }
}
