/** What all answers to the page's questions have in common. */

import type { SheetModel } from "../services/sheet-model.ts";
import { type Asked, Refused } from "./asked.ts";
import type { Host } from "./host.ts";
import type { Person } from "./person.ts";
import type { CallName, Calls } from "./protocol.ts";

/** Who asks, and in which document. */
export interface Session {
  readonly host: Host;
  readonly person: Person;
}

export type Handlers<Names extends CallName> = {
  readonly [Name in Names]: (
    asked: Asked,
    session: Session,
  ) => Calls[Name]["answer"] | Promise<Calls[Name]["answer"]>;
};

/** @throws Refused when the sheet is gone */
export function sheetOf(asked: Asked, { workbook }: Host): SheetModel {
  const sheet = workbook.sheetById(asked.whole("sheetId"));
  if (!sheet) throw new Refused(404, "That sheet is not there any more: somebody deleted it.");
  return sheet;
}
