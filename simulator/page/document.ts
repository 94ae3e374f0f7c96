/** What the menus do to the whole document and its tabs. */

import type { SheetInfo } from "../server/protocol.ts";
import type { App } from "./app.ts";
import { edit } from "./edits.ts";

export async function download(app: App): Promise<void> {
  try {
    const url = URL.createObjectURL(await app.wire.download());
    const link = document.createElement("a");
    link.href = url;
    link.download = `${app.state.workbook.name || "Spreadsheet"}.xlsx`;
    link.click();
    // The browser reads the address after this turn.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  } catch (problem) {
    app.say(problem);
  }
}

const STARTING = {
  nothing: {
    title: "Start over?",
    text: "Everything in this spreadsheet is removed, for everybody who works in it: imported reports, findings and the claim log. Download it first if you want to keep it.",
    ok: "Start over",
  },
  sample: {
    title: "Open the sample?",
    text: "The sample of a made-up seller replaces everything in this spreadsheet, for everybody who works in it. Download it first if you want to keep it.",
    ok: "Open sample",
  },
} as const;

export async function startOver(app: App, what: keyof typeof STARTING): Promise<void> {
  const sure = await app.question({ ...STARTING[what], cancel: "Cancel", input: null });
  if (sure !== null) await app.tell("startOver", { with: what });
}

export async function addSheet(app: App): Promise<void> {
  const answer = await app.tell("addSheet", {});
  if (!answer) return;
  // The news of the new tab may come after the answer.
  for (let tries = 0; tries < 20 && !app.state.sheets.some(({ id }) => id === answer.sheetId); tries++) {
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  app.goTo(answer.sheetId);
}

export async function deleteSheet(app: App, sheet: SheetInfo): Promise<void> {
  const sure = await app.question({
    title: "Heads up!",
    text: `Are you sure you want to delete the sheet ${sheet.name}?`,
    ok: "OK",
    cancel: "Cancel",
    input: null,
  });
  if (sure !== null) await edit(app, "deleteSheet", { sheetId: sheet.id });
}

/** Makes a filter over everything, or takes the one away that is there. */
export async function toggleFilter(app: App): Promise<void> {
  const { view } = app;
  if (!view) return;
  const remove = view.info.filter !== null;
  const { area } = app.state.selection;
  const chosen = area.rows > 1 && area.rows < view.size.rows ? await view.areaOf(area) : null;
  await edit(app, "filter", {
    sheetId: view.info.id,
    area: remove ? null : chosen,
    ...(remove ? { remove } : {}),
  });
}

export async function freeze(app: App, rows: number, columns: number): Promise<void> {
  const { view } = app;
  if (view) await app.tell("freeze", { sheetId: view.info.id, rows, columns });
}

export async function hideColumns(app: App, hidden: boolean): Promise<void> {
  const { view } = app;
  if (!view) return;
  const { column, columns } = app.state.selection.area;
  await app.tell("hideColumns", { sheetId: view.info.id, column, columns, hidden });
}

export async function sort(app: App, column: number, ascending: boolean): Promise<void> {
  const { view } = app;
  if (view) await edit(app, "sort", { sheetId: view.info.id, column, ascending });
}
