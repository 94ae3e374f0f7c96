/** What states are called, and how urgent they look. */
import type { FindingShort, FindingStatus } from "../../intake/server.ts";
import { count, daysLeftWords, dayWords } from "../words.ts";

export const STATES: Readonly<Record<FindingShort["state"], string>> = {
  file: "File now",
  wait: "Wait",
  expired: "Expired",
  exposure: "At risk",
  info: "Look at it",
};

/** One sentence on what each state asks for. */
export const STATE_HELP: Readonly<Record<FindingShort["state"], string>> = {
  file: "Owed now: file it before the window closes.",
  wait: "Not yet: the window has not opened, or Amazon usually still pays by itself.",
  expired: "Owed, but the window to file is over.",
  exposure: "Amazon may take this back. Never claim it.",
  info: "Worth a look; there is nothing to claim.",
};

export const FAMILIES: Readonly<Record<FindingShort["family"], string>> = {
  inventory: "Inventory",
  inbound: "Inbound shipments",
  return: "Customer returns",
  removal: "Removals",
  fee: "Fees",
  reimbursement: "Reimbursements",
};

export type Urgency = "now" | "soon" | "later" | "none";

/** Fewer days than these left: at once, soon. */
const NOW = 7;
const SOON = 21;

export function urgencyOf(state: FindingShort["state"], daysLeft: number | null): Urgency {
  if (state !== "file") return "none";
  if (daysLeft === null || daysLeft > SOON) return "later";
  return daysLeft <= NOW ? "now" : "soon";
}

/** What the chip of a finding says: the days left while it can be filed, else its state. */
export function chipWords(finding: FindingShort): string {
  if (finding.state === "file" && finding.daysLeft !== null) return daysLeftWords(finding.daysLeft);
  return STATES[finding.state];
}

/** What the tracker knows of it; nothing of a new one. */
export function statusWords(status: FindingStatus, until: string | null): string | null {
  if (status === "new") return null;
  if (status === "snoozed") return `Put off until ${dayWords(until)}`;
  return status === "dismissed" ? "Dismissed" : `Claim: ${status}`;
}

export function units(quantity: number | null): string | null {
  return quantity === null ? null : `${count(quantity)} ${quantity === 1 ? "unit" : "units"}`;
}
