/** What every view needs: the add-on's functions, and what the sidebar was told when it opened. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AddOn, SidebarStart, View } from "../intake/server.ts";

/** What the sheet has newer than the lists show: these count up. */
export interface Stale {
  readonly findings: number;
  readonly claims: number;
  /** Whatever else an import or an audit changes. */
  readonly imports: number;
}

/** What to show in a view; a new object each time, so that the same one can be asked for again. */
export interface Wanted {
  readonly view: View;
  readonly id: string;
}

export interface Desk {
  readonly addOn: AddOn;
  readonly start: SidebarStart;
  readonly stale: Stale;
  readonly wanted: Wanted | null;
  /** Asks again what is there. */
  refresh(): Promise<void>;
  /** The list named no longer shows what the sheet has; without a name: nothing does. */
  changed(list?: "findings" | "claims"): void;
  show(view: View): void;
  open(view: View, id: string): void;
  /** Read out to who can't see. */
  say(words: string): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("A view stands outside the sidebar.");
  return desk;
}
