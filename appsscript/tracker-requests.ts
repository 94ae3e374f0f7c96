/** What the sidebar sends about findings, claims and the sheet, checked like all requests (requests.ts). */
import * as z from "zod/mini";
import { CLAIM_STATES } from "../src/claims/index.ts";
import type {
  CaseTextRequest,
  ClaimCorrectRequest,
  ClaimEvidenceRequest,
  ClaimNoteRequest,
  ClaimRequest,
  ClaimStepRequest,
  ClaimUndoRequest,
  FindingDismissRequest,
  FindingRequest,
  FindingSnoozeRequest,
  FindingStartRequest,
  FindingWakeRequest,
  NoRequest,
  PageRequest,
  PaymentRequest,
  SettingsRequest,
  ShowLineRequest,
} from "./protocol.ts";
import { accept, count, day } from "./requests.ts";

export const MOST_CLAIMS_A_DAY = 500;

/** As long as the log's longest note, and some: how long exactly it may be, src/claims says in a sentence. */
const text = z.string().check(z.maxLength(10_000));
const id = z.string().check(z.minLength(1), z.maxLength(200));
const link = z.string().check(z.maxLength(4000));
const orNull = <T extends z.ZodMiniType>(schema: T) => z.nullable(schema);
const change = {
  operation: z.string().check(z.regex(/^[0-9a-z-]{8,60}$/, "is no operation")),
  version: z.string().check(z.maxLength(60)),
};

const NOTHING = z.strictObject({});
const PAGE = z.strictObject({ from: count, revision: orNull(z.string().check(z.maxLength(60))) });
const NAMED = z.strictObject({ id });
const SETTINGS = z.strictObject({
  dailyCap: orNull(z.number().check(z.int(), z.minimum(1), z.maximum(MOST_CLAIMS_A_DAY))),
  userName: orNull(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
});
const START = z.strictObject({ ...change, id });
const REASONED = z.strictObject({ ...change, id, reason: text });
const SNOOZE = z.strictObject({ ...change, id, until: day, reason: text });
const STEP = z.strictObject({
  ...change,
  id,
  to: z.literal(CLAIM_STATES),
  caseId: orNull(z.string().check(z.maxLength(200))),
  on: orNull(day),
  units: orNull(z.number()),
  amount: orNull(z.string().check(z.maxLength(40))),
  note: orNull(text),
  link: orNull(link),
  warningsRead: z.boolean(),
});
const EVIDENCE = z.strictObject({ ...change, id, kind: id, link, date: orNull(day), proves: text });
const NOTE = z.strictObject({ ...change, id, note: text });
const UNDO = z.strictObject({ ...change, id, sequence: count, note: text });
const CORRECT = z.strictObject({
  ...change,
  id,
  caseId: orNull(z.string().check(z.maxLength(200))),
  on: orNull(day),
  note: text,
});
const TEXT = z.strictObject({ id, stage: id, language: id });
const PAYMENT = z.strictObject({
  ...change,
  claimId: id,
  proposal: z.string().check(z.maxLength(500)),
  verdict: z.literal(["confirm", "decline"]),
  reason: text,
});
const SHOW = z.strictObject({
  report: id,
  line: z.number().check(z.int(), z.minimum(2), z.maximum(10_000_000)),
  findingId: orNull(id),
});

export const noRequest = (input: unknown): NoRequest => accept(NOTHING, input ?? {});
export const pageRequest = (input: unknown): PageRequest => accept(PAGE, input);
export const findingRequest = (input: unknown): FindingRequest => accept(NAMED, input);
export const claimRequest = (input: unknown): ClaimRequest => accept(NAMED, input);
export const settingsRequest = (input: unknown): SettingsRequest => accept(SETTINGS, input);
export const startRequest = (input: unknown): FindingStartRequest => accept(START, input);
export const dismissRequest = (input: unknown): FindingDismissRequest => accept(REASONED, input);
export const wakeRequest = (input: unknown): FindingWakeRequest => accept(REASONED, input);
export const snoozeRequest = (input: unknown): FindingSnoozeRequest => accept(SNOOZE, input);
export const stepRequest = (input: unknown): ClaimStepRequest => accept(STEP, input);
export const evidenceRequest = (input: unknown): ClaimEvidenceRequest => accept(EVIDENCE, input);
export const noteRequest = (input: unknown): ClaimNoteRequest => accept(NOTE, input);
export const undoRequest = (input: unknown): ClaimUndoRequest => accept(UNDO, input);
export const correctRequest = (input: unknown): ClaimCorrectRequest => accept(CORRECT, input);
export const textRequest = (input: unknown): CaseTextRequest => accept(TEXT, input);
export const paymentRequest = (input: unknown): PaymentRequest => accept(PAYMENT, input);
export const showRequest = (input: unknown): ShowLineRequest => accept(SHOW, input);
