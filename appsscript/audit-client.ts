/**
 * An audit of tabs too large for one execution, as the client runs it: they come over in slices, are audited in the
 * client, and what was found goes back in pieces (audit-protocol.ts says in which order). The same findings and the
 * same tabs as where the server audits. It touches no service: it is given the add-on's functions.
 */
import { hashText } from "../src/values/hash.ts";
import { writeFound } from "./audit-client-write.ts";
import { auditAccount } from "./audit-core.ts";
import { auditCost } from "./audit-cost.ts";
import type {
  AuditAccount,
  AuditCore,
  AuditedApart,
  AuditPlan,
  AuditProgress,
  AuditRequest,
  AuditServer,
  ClaimsAnswer,
  PlannedTable,
  SliceAnswer,
} from "./protocol.ts";

/** How often the tabs are read before the user is told that somebody keeps changing them. */
const ATTEMPTS = 2;

type Slice = NonNullable<SliceAnswer> & { readonly from: number };
type Tell = (stage: AuditProgress["stage"], share: number) => Promise<void>;

interface Round {
  readonly server: AuditServer;
  readonly request: AuditRequest;
  readonly plan: AuditPlan;
  /** What was read, by the tab's mark: it holds as long as that does and the slice is not found changed. */
  readonly read: Map<string, Slice[]>;
  readonly tell: Tell;
}

/** What the client gets of this bundle. */
export const AUDIT_CORE: AuditCore = {
  async audit(server, request, tell) {
    const read: Round["read"] = new Map();
    const changed = new Set<string>();
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const plan = await server.auditPlan(request);
      const told = partsOf(plan, tell);
      const outcome = await oneRound({ server, request, plan, read, tell: told });
      if ("summary" in outcome) return outcome;
      for (const tab of outcome.changed) changed.add(tab);
    }
    const tabs = [...changed].map((tab) => `“${tab}”`).join(", ");
    throw new Error(
      `Somebody changed the sheet twice while the audit read it (${tabs}). Nothing was written: run the audit again when nobody else is working in it.`,
    );
  },
};

const STAGES = ["reading", "auditing", "checking", "writing"] as const;

/** Makes of the share of a stage that of the whole audit. */
function partsOf(plan: AuditPlan, tell: (progress: AuditProgress) => Promise<void>): Tell {
  const cost = auditCost(plan);
  const until = (end: number) => STAGES.slice(0, end).reduce((sum, stage) => sum + cost[stage], 0);
  const seconds = until(STAGES.length);
  return (stage, share) =>
    tell({ stage, share: (until(STAGES.indexOf(stage)) + share * cost[stage]) / seconds, seconds });
}

/** The audit, or the tabs that changed while it ran. */
async function oneRound(round: Round): Promise<AuditedApart | { readonly changed: readonly string[] }> {
  const { server, request, plan, tell } = round;
  await tell("reading", 0);
  const account = await readAccount(round);
  if ("changed" in account) return account;
  await tell("auditing", 0);
  const audited = auditAccount(account);
  const moved = await changedSince(round);
  if (moved.length > 0) return { changed: moved };
  const { marks } = plan;
  const operation = hashText(JSON.stringify([request.asOf, marks]));
  const { changed } = await server.auditBegin({ ...request, operation, marks });
  if (changed.length > 0) return { changed };
  await writeFound(server, operation, audited, (share) => tell("writing", share));
  return audited;
}

async function readAccount(round: Round): Promise<AuditAccount | { readonly changed: readonly string[] }> {
  const { server, request, plan, tell } = round;
  const { asOf } = request;
  const { overrides, imports, fallback, problems } = plan;
  const pages: ClaimsAnswer[] = [];
  for (let from: number | null = 0; from !== null; ) {
    const page: ClaimsAnswer = await server.auditClaims({ asOf, from });
    pages.push(page);
    from = page.next;
  }
  const all = plan.tables.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  let done = 0;
  const slices: Slice[] = [];
  const tables: AuditAccount["tables"][number][] = [];
  for (const table of plan.tables) {
    const own = await slicesOf(round, table, (rows) =>
      tell("reading", (done + rows * table.columns) / Math.max(1, all)),
    );
    if (own === null) return { changed: [table.tab] };
    done += table.rows * table.columns;
    slices.push(...own);
    tables.push(joined(table, own));
  }
  return {
    asOf,
    overrides,
    imports,
    fallback,
    problems,
    tables,
    claims: pages.flatMap(({ claims }) => claims),
    tracked: pages.flatMap(({ tracked }) => tracked),
    notes: slices.flatMap(({ notes }) => notes),
    unread: slices.reduce((sum, { unread }) => sum + unread, 0),
  };
}

/** The slices of a tab in order, those that are still known among them; null when it is not what was planned for. */
async function slicesOf(
  { server, plan, read }: Round,
  { report, tab, rows }: PlannedTable,
  tell: (rows: number) => Promise<void>,
): Promise<Slice[] | null> {
  const mark = markOf(plan, tab);
  const known = new Map((read.get(mark) ?? []).map((slice) => [slice.from, slice]));
  const slices: Slice[] = [];
  // Of a tab without rows there is one slice, too: its columns are known then.
  for (let from = 2; from < rows + 2 || slices.length === 0; ) {
    const answer: SliceAnswer = known.get(from) ?? (await server.auditSlice({ report, mark, from }));
    if (answer === null || (answer.count === 0 && rows > 0)) return null;
    slices.push({ ...answer, from });
    read.set(mark, slices);
    from += answer.count;
    await tell(from - 2);
  }
  return slices;
}

/** The tabs in which not every row stands where it was read. What was read of them is forgotten. */
async function changedSince({ server, plan, read, tell }: Round): Promise<string[]> {
  const changed: string[] = [];
  const all = plan.tables.reduce((sum, { rows }) => sum + rows, 0);
  let done = 0;
  for (const { report, tab } of plan.tables) {
    const mark = markOf(plan, tab);
    const slices = read.get(mark) ?? [];
    const moved = new Set<number>();
    for (let next = 0; next < slices.length; ) {
      await tell("checking", done / Math.max(1, all));
      const asked = slices.slice(next).map(({ from, count, hash }) => ({ from, count, hash }));
      const answer = await server.auditCheck({ report, mark, slices: asked });
      for (const from of answer.changed) moved.add(from);
      for (const { count } of asked.slice(0, answer.checked)) done += count;
      next += answer.checked;
    }
    if (moved.size === 0) continue;
    changed.push(tab);
    read.set(
      mark,
      slices.filter(({ from }) => !moved.has(from)),
    );
  }
  return changed;
}

function markOf({ marks }: AuditPlan, tab: string): string {
  return marks.find(([name]) => name === tab)?.[1] ?? "";
}

/** Different texts of a column up to which equal ones are kept once: each came over as a copy of its own. */
const TEXTS_KEPT_ONCE = 50_000;

function joined({ report }: PlannedTable, slices: readonly Slice[]): AuditAccount["tables"][number] {
  const parts = slices.map(({ table }) => table);
  const column = <Cell>(cellsOf: (part: (typeof parts)[number]) => readonly Cell[]): Cell[] => {
    const known = new Map<Cell, Cell>();
    const all: Cell[] = [];
    for (const part of parts) {
      for (const cell of cellsOf(part)) {
        const once = typeof cell === "string" ? known.get(cell) : undefined;
        if (once === undefined && typeof cell === "string" && known.size < TEXTS_KEPT_ONCE)
          known.set(cell, cell);
        all.push(once ?? cell);
      }
    }
    return all;
  };
  return {
    report,
    length: parts.reduce((sum, { length }) => sum + length, 0),
    columns: Object.fromEntries(
      Object.keys(parts[0]?.columns ?? {}).map((field) => [
        field,
        column((part) => part.columns[field] ?? []),
      ]),
    ),
    lines: parts.flatMap(({ lines }) => lines),
    importedFor: column(({ importedFor }) => importedFor),
  };
}
