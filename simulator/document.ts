/**
 * The document `reimb audit --json` prints: the contract scripts rely on. Amounts are decimal strings, days
 * `YYYY-MM-DD`, absent values null.
 */
import type { ImportOutcome } from "../intake/import.ts";
import type { AuditAnswer } from "../intake/server.ts";

export interface AuditDocument extends ImportOutcome, Omit<AuditAnswer, "notes"> {
  readonly version: string;
  readonly marketplace: string;
}
