/** What is remembered with the document from one execution to the next, checked when it is read. */
import * as z from "zod/mini";
import { NOT_IN_A_SHEET } from "./locking.ts";

/** Google keeps at most 9 KB in one property. */
export const LONGEST_KEPT = 8500;

/** Null when nothing is kept under the key, or something that is not as we write it: then it is not ours. */
export function kept<T>(key: string, schema: z.ZodMiniType<T>): T | null {
  const text = properties().getProperty(key);
  if (text === null) return null;
  const read = z.safeParse(schema, parsed(text));
  return read.success ? read.data : null;
}

/** @returns false, and nothing is kept, when there is too much to remember */
export function keep(key: string, value: unknown): boolean {
  const text = JSON.stringify(value);
  if (text.length > LONGEST_KEPT) return false;
  properties().setProperty(key, text);
  return true;
}

/** Nothing is kept under the key any more. */
export function forget(key: string): void {
  properties().deleteProperty(key);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function properties(): GoogleAppsScript.Properties.Properties {
  const found = PropertiesService.getDocumentProperties() as GoogleAppsScript.Properties.Properties | null;
  if (found === null) throw new Error(NOT_IN_A_SHEET);
  return found;
}
