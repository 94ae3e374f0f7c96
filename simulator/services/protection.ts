/** Protected ranges and sheets. Warning-only protection is a hint; the simulator's users are all owners, so nothing is refused. */

import type { Area } from "./a1.ts";
import type { ExecutionContext } from "./context.ts";
import { ProtectionType } from "./enums.ts";
import { rangeOf } from "./factory.ts";
import { type EnumValue, Service, ServiceError } from "./service.ts";
import type { ProtectionModel, SheetModel } from "./sheet-model.ts";
import { booleanArgument, textArgument } from "./signature.ts";
import type { Workbook } from "./workbook.ts";

/** Protects an area, or the whole sheet when `area` is null (the sheet's protection there is kept if it has one). */
export function protect(
  context: ExecutionContext,
  workbook: Workbook,
  sheet: SheetModel,
  area: Area | null,
): Protection {
  const existing = area === null ? sheet.protections.find((known) => known.type === "SHEET") : undefined;
  if (existing) return new Protection(context, workbook, sheet, existing);
  const model: ProtectionModel = {
    type: area ? "RANGE" : "SHEET",
    area,
    description: "",
    warningOnly: false,
    editors: [context.user.email],
    domainEdit: false,
    unprotected: [],
  };
  sheet.protections.push(model);
  workbook.touch();
  return new Protection(context, workbook, sheet, model);
}

export function protectionsOf(
  context: ExecutionContext,
  workbook: Workbook,
  sheet: SheetModel,
  type: EnumValue,
): Protection[] {
  return sheet.protections
    .filter((model) => model.type === type.name)
    .map((model) => new Protection(context, workbook, sheet, model));
}

export class Protection extends Service {
  override readonly $googleName = "Protection";
  readonly #workbook: Workbook;
  readonly #sheet: SheetModel;
  readonly #model: ProtectionModel;

  constructor(context: ExecutionContext, workbook: Workbook, sheet: SheetModel, model: ProtectionModel) {
    super(context);
    this.#workbook = workbook;
    this.#sheet = sheet;
    this.#model = model;
  }

  getProtectionType(): EnumValue {
    return ProtectionType[this.#model.type];
  }

  getDescription(): string {
    return this.#model.description;
  }

  setDescription(description: string): this {
    return this.#change(() => {
      this.#model.description = textArgument(description, "SpreadsheetApp.Protection.setDescription");
    });
  }

  getRange(): Service {
    const { maxRows: rows, maxColumns: columns } = this.#sheet;
    const area = this.#model.area ?? { row: 0, column: 0, rows, columns };
    return rangeOf(this.$context, this.#workbook, this.#sheet, area);
  }

  isWarningOnly(): boolean {
    return this.#model.warningOnly;
  }

  setWarningOnly(warningOnly: boolean): this {
    return this.#change(() => {
      this.#model.warningOnly = booleanArgument(warningOnly, "SpreadsheetApp.Protection.setWarningOnly");
    });
  }

  canEdit(): boolean {
    return true;
  }

  canDomainEdit(): boolean {
    return this.#model.domainEdit;
  }

  setDomainEdit(editable: boolean): this {
    return this.#change(() => {
      this.#model.domainEdit = editable;
    });
  }

  /** @throws ServiceError for warning-only protection, as Google does. */
  addEditor(email: string): this {
    return this.addEditors([email]);
  }

  addEditors(emails: readonly string[]): this {
    if (this.#model.warningOnly) throw new ServiceError("Cannot add editors to a warning-only protection.");
    return this.#change(() => {
      this.#model.editors = [...new Set([...this.#model.editors, ...emails])];
    });
  }

  removeEditors(emails: readonly unknown[]): this {
    return this.#change(() => {
      const gone = new Set(emails.map(String));
      this.#model.editors = this.#model.editors.filter((email) => !gone.has(email));
    });
  }

  remove(): void {
    this.#change(() => {
      this.#sheet.protections = this.#sheet.protections.filter((model) => model !== this.#model);
    });
  }

  #change(apply: () => void): this {
    this.$context.applyWrites();
    if (!this.#sheet.protections.includes(this.#model)) {
      throw new ServiceError("The protection no longer exists.");
    }
    apply();
    this.#workbook.touch();
    return this;
  }
}
