/** What every view needs: the add-on's functions, and what the sidebar was told when it opened. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { AddOn, SidebarStart, View } from "../intake/server.ts";

export interface Desk {
  readonly addOn: AddOn;
  readonly start: SidebarStart;
  /** Asks again what is there: after an import, an audit, a step. */
  refresh(): Promise<void>;
  /** Findings and claims shown elsewhere are no longer what the sheet has. */
  changed(): void;
  /** Grows with every `changed`. */
  readonly generation: number;
  show(view: View): void;
  openFinding(id: string): void;
  openClaim(id: string): void;
  /** Read out to who can't see. */
  say(words: string): void;
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("A view stands outside the sidebar.");
  return desk;
}
