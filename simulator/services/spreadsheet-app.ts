/** The entry to the document: `SpreadsheetApp`. */

import { ConditionalFormatRuleBuilder } from "./conditional-format.ts";
import { DataValidationBuilder } from "./data-validation.ts";
import * as enums from "./enums.ts";
import { FilterCriteriaBuilder } from "./filter.ts";
import type { Range } from "./range.ts";
import { RichTextValueBuilder, TextStyleBuilder } from "./rich-text.ts";
import { type EnumSet, Service, ServiceError } from "./service.ts";
import type { Sheet } from "./sheet.ts";
import { Spreadsheet } from "./spreadsheet.ts";
import { Ui } from "./ui.ts";

export class SpreadsheetApp extends Service {
  override readonly $googleName = "SpreadsheetApp";

  override get $properties(): Readonly<Record<string, EnumSet>> {
    return {
      BooleanCriteria: enums.BooleanCriteria,
      BorderStyle: enums.BorderStyle,
      CopyPasteType: enums.CopyPasteType,
      DataValidationCriteria: enums.DataValidationCriteria,
      DeveloperMetadataLocationType: enums.DeveloperMetadataLocationType,
      DeveloperMetadataVisibility: enums.DeveloperMetadataVisibility,
      Dimension: enums.Dimension,
      ProtectionType: enums.ProtectionType,
      SheetType: enums.SheetType,
      WrapStrategy: enums.WrapStrategy,
    };
  }

  /** Null where the script has no document. */
  getActiveSpreadsheet(): Spreadsheet | null {
    return this.$context.workbook && new Spreadsheet(this.$context, this.$context.workbook);
  }

  getActive(): Spreadsheet | null {
    return this.getActiveSpreadsheet();
  }

  getActiveSheet(): Sheet {
    return this.#document().getActiveSheet();
  }

  getActiveRange(): Range {
    return this.#document().getActiveRange();
  }

  getCurrentCell(): Range {
    return this.#document().getActiveCell();
  }

  setActiveSheet(sheet: Sheet): Sheet {
    return this.#document().setActiveSheet(sheet);
  }

  setActiveRange(range: Range): Range {
    return this.#document().setActiveRange(range);
  }

  /** Only the active document exists here. @throws ServiceError for any other id. */
  openById(id: string): Spreadsheet {
    const document = this.getActiveSpreadsheet();
    if (document?.getId() === id) return document;
    throw new ServiceError(
      "Unexpected error while getting the method or property openById on object SpreadsheetApp.",
    );
  }

  /** Sends the waiting writes. */
  flush(): void {
    this.$context.applyWrites();
  }

  /** @throws ServiceError where no window is open. */
  getUi(): Ui {
    if (!this.$context.ui) throw new ServiceError("Cannot call SpreadsheetApp.getUi() from this context.");
    return new Ui(this.$context);
  }

  newDataValidation(): DataValidationBuilder {
    return new DataValidationBuilder(this.$context);
  }

  newConditionalFormatRule(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.$context);
  }

  newRichTextValue(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.$context);
  }

  newTextStyle(): TextStyleBuilder {
    return new TextStyleBuilder(this.$context);
  }

  newFilterCriteria(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.$context);
  }

  #document(): Spreadsheet {
    const document = this.getActiveSpreadsheet();
    if (!document) throw new ServiceError("There is no active spreadsheet.");
    return document;
  }
}
