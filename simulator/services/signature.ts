/** Checks of what a script hands to a service, with Google's wording. */

import { EnumValue, Service, ServiceError } from "./service.ts";

/** The error for arguments no form of the method takes, e.g. `badSignature("SpreadsheetApp.Range.setValues", ["x"])`. */
export function badSignature(method: string, args: readonly unknown[]): ServiceError {
  return new ServiceError(
    `The parameters (${args.map(typeName).join(",")}) don't match the method signature for ${method}.`,
  );
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (Array.isArray(value)) return "number[]";
  if (value instanceof Service) return `SpreadsheetApp.${value.$googleName}`;
  if (value instanceof EnumValue) return value.enumName;
  if (value instanceof Date) return "Date";
  return typeof value === "string" ? "String" : typeof value === "number" ? "number" : typeof value;
}

export function textArgument(value: unknown, method: string): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw badSignature(method, [value]);
}

/** A whole number; Google cuts fractions off. */
export function wholeArgument(value: unknown, method: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return Math.trunc(value);
  throw badSignature(method, [value]);
}

export function booleanArgument(value: unknown, method: string): boolean {
  if (typeof value === "boolean") return value;
  throw badSignature(method, [value]);
}

/** Rows of equal length for an area of `rows` × `columns`, each item checked and converted by `item`. */
export function matrixArgument<Item>(
  value: unknown,
  rows: number,
  columns: number,
  method: string,
  item: (value: unknown) => Item,
): Item[][] {
  if (!Array.isArray(value)) throw badSignature(method, [value]);
  if (value.length !== rows) {
    throw new ServiceError(
      `The number of rows in the data does not match the number of rows in the range. The data has ${value.length} but the range has ${rows}.`,
    );
  }
  return value.map((row: unknown) => {
    if (!Array.isArray(row)) throw badSignature(method, [value]);
    if (row.length !== columns) {
      throw new ServiceError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${columns}.`,
      );
    }
    return row.map(item);
  });
}
