/** Questions that change cells. Each is on the disk before it is answered. */

import type { Asked } from "./asked.ts";
import { Refused } from "./asked.ts";
import { setFilter, setFilterColumn, sort, warningOf } from "./edits.ts";
import { type Handlers, type Session, sheetOf } from "./handlers.ts";
import { styleChange } from "./looks.ts";
import type { Calls, Edited, FilterCriteria, Place, Scalar } from "./protocol.ts";

type EditCall =
  | "type"
  | "paste"
  | "clear"
  | "look"
  | "note"
  | "undo"
  | "redo"
  | "sort"
  | "filter"
  | "filterColumn"
  | "insertLines"
  | "removeLines";

const AXES = ["row", "column"] as const;
const ALIGNMENTS = ["left", "center", "right"] as const;
const WRAPS = ["OVERFLOW", "WRAP", "CLIP"] as const;

export const editCalls: Handlers<EditCall> = {
  type: (asked, session) =>
    kept(session, () =>
      session.person.edits.type(
        sheetOf(asked, session.host),
        asked.whole("row"),
        asked.whole("column"),
        asked.text("text"),
        asked.flag("confirmed"),
      ),
    ),

  paste: (asked, session) =>
    kept(session, () => {
      const sheet = sheetOf(asked, session.host);
      return session.person.edits.paste(
        sheet,
        asked.area("area"),
        asked.texts("rows"),
        asked.flag("confirmed"),
      );
    }),

  clear: (asked, session) =>
    kept(session, () => {
      const sheet = sheetOf(asked, session.host);
      return session.person.edits.clear(sheet, asked.area("area"), asked.flag("confirmed"));
    }),

  look: (asked, session) =>
    kept(session, () => {
      const sheet = sheetOf(asked, session.host);
      return session.person.edits.look(sheet, asked.area("area"), styleChange(lookChange(asked)));
    }),

  note: (asked, session) =>
    kept(session, () => {
      const sheet = sheetOf(asked, session.host);
      return session.person.edits.note(sheet, asked.whole("row"), asked.whole("column"), asked.text("text"));
    }),

  undo: (_, session) => takenBack(session, () => session.person.edits.undo()),
  redo: (_, session) => takenBack(session, () => session.person.edits.redo()),

  sort: (asked, session) =>
    kept(session, () => {
      const { workbook } = session.host;
      const [column, ascending] = [asked.whole("column"), asked.flag("ascending")];
      return sort(workbook, sheetOf(asked, session.host), column, ascending, asked.flag("confirmed"));
    }),

  filter: (asked, session) =>
    kept(session, () => {
      const area = asked.has("area") ? asked.area("area") : null;
      return setFilter(session.host.workbook, sheetOf(asked, session.host), area, asked.flag("remove"));
    }),

  filterColumn: (asked, session) =>
    kept(session, () => {
      const sheet = sheetOf(asked, session.host);
      return setFilterColumn(session.host.workbook, sheet, asked.whole("column"), criteriaOf(asked));
    }),

  insertLines: (asked, session) =>
    kept(session, () => {
      const { workbook } = session.host;
      const sheet = sheetOf(asked, session.host);
      const { axis, at, count, lines } = linesOf(asked, sheet);
      if (at > lines || count < 1) throw new Refused(409, `The sheet has no ${axis} there any more.`);
      workbook.insertLines(sheet, axis, at, count, Math.max(0, at - 1));
      return { done: true, area: lineArea(axis, at, count, sheet) };
    }),

  removeLines: (asked, session) =>
    kept(session, () => {
      const { workbook } = session.host;
      const sheet = sheetOf(asked, session.host);
      const { axis, at, count, lines } = linesOf(asked, sheet);
      if (count < 1 || at + count > lines) throw new Refused(409, `The sheet has no ${axis} there any more.`);
      const frozen = axis === "row" ? sheet.frozenRows : sheet.frozenColumns;
      if (count === lines || (frozen > 0 && at === frozen && count === lines - frozen)) {
        throw new Refused(409, `You can't delete all the ${axis}s on the sheet that are not frozen.`);
      }
      const area = lineArea(axis, at, count, sheet);
      const warning = warningOf(sheet, area, asked.flag("confirmed"));
      if (warning) return warning;
      workbook.removeLines(sheet, axis, at, count);
      return { done: true, area };
    }),
};

async function kept({ host }: Session, edit: () => Edited): Promise<Edited> {
  host.assertFree();
  const edited = edit();
  await host.commit();
  return edited;
}

async function takenBack({ host }: Session, step: () => Place | null): Promise<{ place: Place | null }> {
  host.assertFree();
  const place = step();
  await host.commit();
  return { place };
}

interface Lined {
  readonly maxRows: number;
  readonly maxColumns: number;
}

function linesOf(asked: Asked, sheet: Lined) {
  const axis = asked.word("axis", AXES);
  const lines = axis === "row" ? sheet.maxRows : sheet.maxColumns;
  return { axis, at: asked.whole("at"), count: asked.whole("count"), lines };
}

function lineArea(axis: "row" | "column", at: number, count: number, { maxRows, maxColumns }: Lined) {
  return axis === "row"
    ? { row: at, column: 0, rows: count, columns: maxColumns }
    : { row: 0, column: at, rows: maxRows, columns: count };
}

function lookChange(asked: Asked): Calls["look"]["ask"]["change"] {
  const change = asked.part("change");
  const flag = (name: "bold" | "italic" | "strike") =>
    change.has(name) ? { [name]: change.flag(name) } : {};
  const colour = (name: "background" | "color") =>
    change.raw(name) === undefined ? {} : { [name]: change.has(name) ? change.colour(name) : null };
  return {
    ...flag("bold"),
    ...flag("italic"),
    ...flag("strike"),
    ...colour("background"),
    ...colour("color"),
    ...(change.raw("align") === undefined
      ? {}
      : { align: change.has("align") ? change.word("align", ALIGNMENTS) : null }),
    ...(change.has("wrap") ? { wrap: change.word("wrap", WRAPS) } : {}),
    ...(change.raw("numberFormat") === undefined ? {} : { numberFormat: change.textOrNull("numberFormat") }),
  };
}

function criteriaOf(asked: Asked): FilterCriteria | null {
  if (!asked.has("criteria")) return null;
  const criteria = asked.part("criteria");
  const texts = (name: "hiddenValues" | "visibleValues") =>
    criteria.has(name) ? criteria.list(name).map(String) : null;
  const condition = criteria.has("condition") ? criteria.part("condition") : null;
  return {
    hiddenValues: texts("hiddenValues"),
    visibleValues: texts("visibleValues"),
    condition: condition && {
      type: condition.text("type"),
      args: condition.list("args").map((value): Scalar => (isScalar(value) ? value : String(value))),
    },
  };
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ["string", "number", "boolean"].includes(typeof value);
}
