/** The merge of one file into its tab: ask where the tab stands, plan, send the pieces, plan anew when it changed. */
import type { ReportDefinition } from "../src/reports/definition.ts";
import { archive } from "../src/reports/index.ts";
import type { Day } from "../src/values/day.ts";
import { ARCHIVE_FIELDS, type ArchivePlan, anyArchivable, planArchiveInSteps } from "./archive.ts";
import {
  eachPiece,
  type FileRows,
  type KeyedRow,
  keyRowsInSteps,
  type MergePlan,
  planMergeInSteps,
} from "./plan.ts";
import type { BeginAnswer, Piece, PieceAnswer, Server } from "./server.ts";
import { inTurns, type Pace, Stopped } from "./turns.ts";

/** Keys asked for in one call. */
export const KEYS_PER_SLICE = 15_000;
/** How often a plan is made anew when somebody else changes the tab meanwhile. */
const PLANS = 3;

export interface Sending {
  readonly definition: ReportDefinition;
  readonly rows: FileRows;
  readonly sha256: string;
  /** Rows of earlier days no audit reads are written as sums; null = every row is written. */
  readonly archiveBefore: Day | null;
  readonly server: Server;
  readonly pace: Pace;
  report(stage: "comparing" | "writing", done: number, total: number): void;
}

export interface Written {
  readonly added: number;
  readonly changed: number;
  /** Rows that stand as sums in the archive, by this import or an earlier one. */
  readonly archived: number;
  readonly sort: boolean;
  /** Part of it had been written by an earlier attempt. */
  readonly resumed: boolean;
}

/**
 * @throws Stopped when the user stopped it; what was written until then stands, and the same file goes on there
 * @throws Error in a sentence when the server refuses, can't be reached, or the tab never stays as it was read
 */
export async function mergeIntoTab(sending: Sending): Promise<Written> {
  const { definition, rows, sha256, server, pace } = sending;
  const keyed: readonly KeyedRow[] = await inTurns(keyRowsInSteps(rows), pace);
  let resumed: boolean | null = null;
  for (let attempt = 0; attempt < PLANS; attempt++) {
    sending.report("comparing", 0, 0);
    const begun = await server.importBegin({
      report: definition.id,
      sha256,
      fields: rows.fields,
      extras: rows.extras,
    });
    const keys = await readKeys(sending, definition, begun);
    if (keys === null) continue;
    const besides = await archiveOf(sending, keyed, keys, begun);
    if (besides === "changed") continue;
    resumed ??= begun.resumed !== null || besides?.begun.resumed != null;
    const plan = await inTurns(
      planMergeInSteps(keys, besides?.rows ?? keyed, rows.rows.length - (besides?.archived ?? 0)),
      pace,
    );
    const total = sizeOf(plan) + (besides ? sizeOf(besides.merge) : 0);
    const frame = { sha256, marketplace: rows.marketplace };
    const pieces = eachPiece(plan, {
      ...frame,
      report: definition.id,
      revision: begun.revision,
      fields: rows.fields,
      extras: rows.extras,
      lastRow: begun.lastRow,
    });
    if (!(await sendAll(sending, pieces, 0, total))) continue;
    if (besides) {
      const lines = eachPiece(besides.merge, {
        ...frame,
        report: archive.id,
        revision: besides.begun.revision,
        fields: ARCHIVE_FIELDS,
        extras: [],
        lastRow: besides.begun.lastRow,
      });
      if (!(await sendAll(sending, lines, sizeOf(plan), total))) continue;
    }
    return {
      added: plan.add.length + (begun.resumed?.added ?? 0),
      changed: plan.changed + (begun.resumed?.changed ?? 0),
      archived: besides?.archived ?? 0,
      sort: plan.sort,
      resumed,
    };
  }
  throw new Error(
    `The tab “${definition.title}” keeps changing while this file is imported. Wait until nobody else is working in it, then import the file again: what is already there is not added twice.`,
  );
}

/** Which rows stand or belong in the archive; null when there are none, as for most files. */
async function archiveOf(
  sending: Sending,
  keyed: readonly KeyedRow[],
  keys: readonly string[],
  { archive: lastRow = 0 }: BeginAnswer,
): Promise<(ArchivePlan & { readonly begun: BeginAnswer }) | "changed" | null> {
  const { rows, sha256, server, pace, archiveBefore } = sending;
  const old = archiveBefore && (await inTurns(anyArchivable(rows, archiveBefore), pace));
  if (!old && lastRow <= 1) return null;
  const begun = await server.importBegin({ report: archive.id, sha256, fields: ARCHIVE_FIELDS, extras: [] });
  const lines = await readKeys(sending, archive, begun);
  if (lines === null) return "changed";
  return { begun, ...(await inTurns(planArchiveInSteps(rows, keyed, keys, lines, archiveBefore), pace)) };
}

async function readKeys(
  sending: Sending,
  definition: ReportDefinition,
  begun: BeginAnswer,
): Promise<string[] | null> {
  const { server, pace } = sending;
  const keys = [...begun.keys];
  while (keys.length + 2 <= begun.lastRow) {
    if (pace.signal?.aborted) throw new Stopped();
    sending.report("comparing", keys.length, begun.lastRow - 1);
    const from = keys.length + 2;
    const count = Math.min(KEYS_PER_SLICE, begun.lastRow - from + 1);
    const slice = await server.importKeys({ report: definition.id, revision: begun.revision, from, count });
    if (slice.keys === null || slice.keys.length === 0) return null;
    for (const key of slice.keys) keys.push(key);
  }
  return keys;
}

const sizeOf = ({ add, change }: MergePlan) => add.length + change.length;

/**
 * False when the tab is no longer what the plan was made for.
 *
 * @param done how many of all `total` rows were sent before
 */
async function sendAll(
  sending: Sending,
  pieces: Iterable<Piece>,
  done: number,
  total: number,
): Promise<boolean> {
  let sent = done;
  for (const piece of pieces) {
    if (sending.pace.signal?.aborted) throw new Stopped();
    sending.report("writing", sent, total);
    const answer = await sendTwice(sending.server, piece);
    if (answer.status === "changed") return false;
    sent += piece.kind === "add" ? piece.rows.length : piece.changes.length;
    await sending.pace.breathe();
  }
  return true;
}

/** A lost answer is asked for again: the server answers a piece it has written with its first answer. */
async function sendTwice(server: Server, piece: Piece): Promise<PieceAnswer> {
  try {
    return await server.importPiece(piece);
  } catch {
    return await server.importPiece(piece);
  }
}
