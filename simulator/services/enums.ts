/** Google's enums, by the names of its reference. */

import { defineEnum } from "./service.ts";

export const WrapStrategy = defineEnum("WrapStrategy", ["WRAP", "OVERFLOW", "CLIP"]);
export const ProtectionType = defineEnum("ProtectionType", ["RANGE", "SHEET"]);
export const Dimension = defineEnum("Dimension", ["COLUMNS", "ROWS"]);
export const DeveloperMetadataVisibility = defineEnum("DeveloperMetadataVisibility", ["DOCUMENT", "PROJECT"]);
export const DeveloperMetadataLocationType = defineEnum("DeveloperMetadataLocationType", [
  "SPREADSHEET",
  "SHEET",
  "ROW",
  "COLUMN",
]);
export const SheetType = defineEnum("SheetType", ["GRID", "OBJECT", "DATASOURCE"]);
export const BorderStyle = defineEnum("BorderStyle", [
  "DOTTED",
  "DASHED",
  "SOLID",
  "SOLID_MEDIUM",
  "SOLID_THICK",
  "DOUBLE",
]);
export const CopyPasteType = defineEnum("CopyPasteType", [
  "PASTE_NORMAL",
  "PASTE_NO_BORDERS",
  "PASTE_FORMAT",
  "PASTE_FORMULA",
  "PASTE_DATA_VALIDATION",
  "PASTE_VALUES",
  "PASTE_CONDITIONAL_FORMATTING",
  "PASTE_COLUMN_WIDTHS",
]);
export const DataValidationCriteria = defineEnum("DataValidationCriteria", [
  "DATE_AFTER",
  "DATE_BEFORE",
  "DATE_BETWEEN",
  "DATE_EQUAL_TO",
  "DATE_IS_VALID_DATE",
  "DATE_NOT_BETWEEN",
  "DATE_ON_OR_AFTER",
  "DATE_ON_OR_BEFORE",
  "NUMBER_BETWEEN",
  "NUMBER_EQUAL_TO",
  "NUMBER_GREATER_THAN",
  "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  "NUMBER_LESS_THAN",
  "NUMBER_LESS_THAN_OR_EQUAL_TO",
  "NUMBER_NOT_BETWEEN",
  "NUMBER_NOT_EQUAL_TO",
  "TEXT_CONTAINS",
  "TEXT_DOES_NOT_CONTAIN",
  "TEXT_EQUAL_TO",
  "TEXT_IS_VALID_EMAIL",
  "TEXT_IS_VALID_URL",
  "VALUE_IN_LIST",
  "VALUE_IN_RANGE",
  "CUSTOM_FORMULA",
  "CHECKBOX",
]);
export const BooleanCriteria = defineEnum("BooleanCriteria", [
  "CELL_EMPTY",
  "CELL_NOT_EMPTY",
  "DATE_AFTER",
  "DATE_BEFORE",
  "DATE_EQUAL_TO",
  "NUMBER_BETWEEN",
  "NUMBER_EQUAL_TO",
  "NUMBER_GREATER_THAN",
  "NUMBER_GREATER_THAN_OR_EQUAL_TO",
  "NUMBER_LESS_THAN",
  "NUMBER_LESS_THAN_OR_EQUAL_TO",
  "NUMBER_NOT_BETWEEN",
  "NUMBER_NOT_EQUAL_TO",
  "TEXT_CONTAINS",
  "TEXT_DOES_NOT_CONTAIN",
  "TEXT_ENDS_WITH",
  "TEXT_EQUAL_TO",
  "TEXT_NOT_EQUAL_TO",
  "TEXT_STARTS_WITH",
  "CUSTOM_FORMULA",
]);
export const ChartType = defineEnum("ChartType", [
  "AREA",
  "BAR",
  "COLUMN",
  "COMBO",
  "LINE",
  "PIE",
  "SCATTER",
  "STEPPED_AREA",
  "TABLE",
]);
export const ChartMergeStrategy = defineEnum("ChartMergeStrategy", ["MERGE_COLUMNS", "MERGE_ROWS"]);
export const Button = defineEnum("Button", ["CLOSE", "OK", "CANCEL", "YES", "NO"]);
export const ButtonSet = defineEnum("ButtonSet", ["OK", "OK_CANCEL", "YES_NO", "YES_NO_CANCEL"]);
export const AuthMode = defineEnum("AuthMode", ["NONE", "CUSTOM_FUNCTION", "LIMITED", "FULL"]);
export const AuthorizationStatus = defineEnum("AuthorizationStatus", ["REQUIRED", "NOT_REQUIRED"]);
export const EventType = defineEnum("EventType", [
  "CLOCK",
  "ON_OPEN",
  "ON_EDIT",
  "ON_FORM_SUBMIT",
  "ON_CHANGE",
  "ON_EVENT_UPDATED",
]);
export const TriggerSource = defineEnum("TriggerSource", [
  "SPREADSHEETS",
  "CLOCK",
  "FORMS",
  "DOCUMENTS",
  "CALENDAR",
]);
export const WeekDay = defineEnum("Weekday", [
  "SUNDAY",
  "MONDAY",
  "TUESDAY",
  "WEDNESDAY",
  "THURSDAY",
  "FRIDAY",
  "SATURDAY",
]);
export const DigestAlgorithm = defineEnum("DigestAlgorithm", [
  "MD2",
  "MD5",
  "SHA_1",
  "SHA_256",
  "SHA_384",
  "SHA_512",
]);
export const Charset = defineEnum("Charset", ["US_ASCII", "UTF_8"]);
export const SandboxMode = defineEnum("SandboxMode", ["EMULATED", "IFRAME", "NATIVE"]);
export const XFrameOptionsMode = defineEnum("XFrameOptionsMode", ["ALLOWALL", "DEFAULT"]);
