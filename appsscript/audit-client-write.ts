/** Writes what an audit in the client has found into the tabs, piece by piece, each the same once or twice. */
import { bytesOf } from "./pages.ts";
import type {
  AuditedApart,
  AuditServer,
  RowsAnswer,
  WriteAnswer,
  WrittenRow,
  WrittenTab,
} from "./protocol.ts";

const TABS: readonly WrittenTab[] = ["findings", "health"];
const ROWS_PER_PIECE = 2_000;
const BYTES_PER_PIECE = 900_000;
/** How often a tab's rows are arranged anew when somebody sorts or edits it meanwhile. */
const ARRANGED = 3;

/** @throws a sentence when another audit comes in between; its findings stand then */
export async function writeFound(
  server: AuditServer,
  operation: string,
  audited: AuditedApart,
  tell: (share: number) => Promise<void>,
): Promise<void> {
  for (const [index, tab] of TABS.entries()) {
    const told = (share: number) => tell((index + share) / TABS.length);
    for (let attempt = 0; !(await writeTab(server, operation, tab, audited, told)); attempt++) {
      if (attempt + 1 < ARRANGED) continue;
      throw new Error(
        "Somebody keeps changing the tab the findings are written to. What stands there is not whole: run the audit again when nobody else is working in it.",
      );
    }
  }
  known(await server.auditFinish({ operation, couldNotTell: audited.couldNotTell }));
}

/** False when other rows stand there than those the pieces were made for. */
async function writeTab(
  server: AuditServer,
  operation: string,
  tab: WrittenTab,
  audited: AuditedApart,
  tell: (share: number) => Promise<void>,
): Promise<boolean> {
  const { rows, sort } = audited.arrange(tab, await standing(server, tab));
  const end = rows.length + 1;
  for (let next = 0; next < rows.length; ) {
    await tell(next / rows.length);
    const piece = pieceOf(rows, next);
    const answer = known(await server.auditWrite({ operation, tab, at: next + 2, end, rows: piece }));
    if (!answer) return false;
    next += piece.length;
  }
  await tell(1);
  return known(await server.auditOrder({ operation, tab, end, sort }));
}

async function standing(server: AuditServer, tab: WrittenTab): Promise<Omit<RowsAnswer, "next">> {
  const ids: string[] = [];
  const theirs: number[] = [];
  let whole = true;
  for (let from: number | null = 0; from !== null; ) {
    const page: RowsAnswer = await server.auditRows({ tab, from });
    for (const index of page.theirs) theirs.push(ids.length + index);
    ids.push(...page.ids);
    whole = page.whole;
    from = page.next;
  }
  return { ids, theirs, whole };
}

function pieceOf(rows: readonly WrittenRow[], from: number): WrittenRow[] {
  const piece: WrittenRow[] = [];
  let bytes = 0;
  for (const row of rows.slice(from, from + ROWS_PER_PIECE)) {
    bytes += bytesOf(JSON.stringify(row));
    if (bytes > BYTES_PER_PIECE && piece.length > 0) break;
    piece.push(row);
  }
  return piece;
}

function known({ status }: WriteAnswer): boolean {
  if (status !== "taken") return status === "written";
  throw new Error(
    "Another audit was begun in this sheet while this one was written: what that one finds stands in the tabs. Look there when it is done.",
  );
}
