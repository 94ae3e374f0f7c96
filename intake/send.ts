/** The merge of one file into its tab: ask where the tab stands, plan, send the pieces, plan anew when it changed. */
import type { ReportDefinition } from "../src/reports/definition.ts";
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
  readonly server: Server;
  readonly pace: Pace;
  report(stage: "comparing" | "writing", done: number, total: number): void;
}

export interface Written {
  readonly added: number;
  readonly changed: number;
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
  const report = definition.id;
  const keyed: readonly KeyedRow[] = await inTurns(keyRowsInSteps(rows), pace);
  let resumed: boolean | null = null;
  for (let attempt = 0; attempt < PLANS; attempt++) {
    sending.report("comparing", 0, 0);
    const begun = await server.importBegin({ report, sha256, fields: rows.fields, extras: rows.extras });
    resumed ??= begun.resumed !== null;
    const keys = await readKeys(sending, begun);
    if (keys === null) continue;
    const plan = await inTurns(planMergeInSteps(keys, keyed, rows.rows.length), pace);
    const pieces = eachPiece(plan, {
      report,
      sha256,
      revision: begun.revision,
      marketplace: rows.marketplace,
      fields: rows.fields,
      extras: rows.extras,
      lastRow: begun.lastRow,
    });
    if (await sendAll(sending, pieces, plan)) {
      return {
        added: plan.add.length + (begun.resumed?.added ?? 0),
        changed: plan.changed + (begun.resumed?.changed ?? 0),
        sort: plan.sort,
        resumed,
      };
    }
  }
  throw new Error(
    `The tab “${definition.title}” keeps changing while this file is imported. Wait until nobody else is working in it, then import the file again: what is already there is not added twice.`,
  );
}

async function readKeys(sending: Sending, begun: BeginAnswer): Promise<string[] | null> {
  const { definition, server, pace } = sending;
  const keys = [...begun.keys];
  for (let from = keys.length + 2; from <= begun.lastRow; from += KEYS_PER_SLICE) {
    if (pace.signal?.aborted) throw new Stopped();
    sending.report("comparing", keys.length, begun.lastRow - 1);
    const count = Math.min(KEYS_PER_SLICE, begun.lastRow - from + 1);
    const slice = await server.importKeys({ report: definition.id, revision: begun.revision, from, count });
    if (slice.keys === null) return null;
    for (const key of slice.keys) keys.push(key);
  }
  return keys;
}

/** False when the tab is no longer what the plan was made for. */
async function sendAll(sending: Sending, pieces: Iterable<Piece>, plan: MergePlan): Promise<boolean> {
  const total = plan.add.length + plan.change.length;
  let done = 0;
  for (const piece of pieces) {
    if (sending.pace.signal?.aborted) throw new Stopped();
    sending.report("writing", done, total);
    const answer = await sendTwice(sending.server, piece);
    if (answer.status === "changed") return false;
    done += piece.kind === "add" ? piece.rows.length : piece.changes.length;
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
