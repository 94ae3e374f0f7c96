/** A sheet's name, place, tab and visibility. */

import type { ExecutionContext } from "./context.ts";
import { spreadsheetOf } from "./factory.ts";
import { Service, ServiceError } from "./service.ts";
import type { SheetModel } from "./sheet-model.ts";
import { textArgument } from "./signature.ts";
import type { Workbook } from "./workbook.ts";

export abstract class SheetBase extends Service {
  override readonly $googleName = "Sheet";
  readonly $workbook: Workbook;
  readonly $model: SheetModel;

  constructor(context: ExecutionContext, workbook: Workbook, model: SheetModel) {
    super(context);
    this.$workbook = workbook;
    this.$model = model;
  }

  /** Sends what waits and checks that the sheet still exists. */
  $read(): void {
    this.$context.applyWrites();
    this.$assertAlive();
  }

  /** Enough for what only leads on, such as getRange: what waits goes on waiting, and the shape is always up to date. */
  $assertAlive(): void {
    if (!this.$workbook.sheets.includes(this.$model)) {
      throw new ServiceError(`Sheet ${this.$model.id} not found`);
    }
  }

  /** Changes of a sheet's shape take effect at once, after what waits. */
  $change(apply: () => void): this {
    this.$read();
    apply();
    this.$workbook.touch();
    return this;
  }

  getName(): string {
    this.$read();
    return this.$model.name;
  }

  getSheetName(): string {
    return this.getName();
  }

  /** @throws ServiceError when another sheet has the name. */
  setName(name: string): this {
    const wanted = textArgument(name, "SpreadsheetApp.Sheet.setName");
    const other = this.$workbook.sheetByName(wanted);
    if (other && other !== this.$model) throw sheetExists(wanted);
    if (wanted === "" || wanted.length > 100)
      throw new ServiceError("The sheet name must be 1 to 100 characters.");
    return this.$change(() => {
      this.$model.name = wanted;
    });
  }

  getSheetId(): number {
    return this.$model.id;
  }

  /** 1-based place among the sheets. */
  getIndex(): number {
    this.$read();
    return this.$workbook.sheets.indexOf(this.$model) + 1;
  }

  getParent(): Service {
    return spreadsheetOf(this.$context, this.$workbook);
  }

  getTabColor(): string | null {
    this.$read();
    return this.$model.tabColor;
  }

  setTabColor(color: string | null): this {
    return this.$change(() => {
      this.$model.tabColor = color;
    });
  }

  isSheetHidden(): boolean {
    this.$read();
    return this.$model.hidden;
  }

  /** @throws ServiceError for the last visible sheet. */
  hideSheet(): this {
    return this.$change(() => {
      if (this.$workbook.sheets.every((sheet) => sheet.hidden || sheet === this.$model)) {
        throw new ServiceError("You can't hide all the sheets in a document.");
      }
      this.$model.hidden = true;
    });
  }

  showSheet(): this {
    return this.$change(() => {
      this.$model.hidden = false;
    });
  }

  hasHiddenGridlines(): boolean {
    this.$read();
    return this.$model.hiddenGridlines;
  }

  setHiddenGridlines(hide: boolean): this {
    return this.$change(() => {
      this.$model.hiddenGridlines = hide;
    });
  }
}

export function sheetExists(name: string): ServiceError {
  return new ServiceError(`A sheet with the name "${name}" already exists. Please enter another name.`);
}
