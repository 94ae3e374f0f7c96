/** The checks of papers before filing: are they there, are the invoices of the right days, was the pause kept. */

import { count, dated, listed } from "../audits/wording/text.ts";
import type { Policy } from "../policy/index.ts";
import { addDays, type Day } from "../values/day.ts";
import { auditOf } from "./audit-of.ts";
import type { Claim, ClaimBook } from "./claim.ts";
import { type Coverage, coverageOf } from "./coverage-meter.ts";
import { checklist } from "./evidence.ts";
import { item, type PreflightItem } from "./preflight-item.ts";

/** What these checks look at. */
export interface PaperInput {
  readonly claim: Claim;
  readonly book: ClaimBook;
  readonly policy: Policy;
  /** The day it is filed. */
  readonly on: Day;
  /** `coverageOfTables`. */
  readonly coverage: Coverage;
}

export function evidenceComplete({ claim, policy, coverage }: PaperInput): PreflightItem {
  const say = (level: PreflightItem["level"], sentence: string) => item("evidence", level, sentence);
  const list = checklist(claim, policy, isInvoiced(claim, coverage));
  if (list.length === 0) return say("cannot tell", "Nobody knows which papers this claim needs.");
  const missing = list.filter(({ from, have }) => from === "you" && !have);
  const needed = missing.filter(({ need }) => need === "always").map(({ label }) => label);
  if (needed.length > 0) return say("block", `Papers are missing: ${listed(needed)}. Add a link to each.`);
  const perhaps = missing.filter(({ need }) => need === "if it applies").map(({ label }) => label);
  if (perhaps.length > 0) return say("warn", `Not there yet: ${listed(perhaps)}. Add what applies.`);
  const asked = missing.map(({ label }) => label);
  if (asked.length > 0) return say("ok", `Nothing has to be sent along. Keep at hand: ${listed(asked)}.`);
  return say("ok", "All papers are there.");
}

/** Every unit of the claim's own shipment is on an invoice of the Invoices tab dated before it. */
export function isInvoiced(claim: Claim, coverage: Coverage): boolean {
  const shipment = ownShipment(claim, coverage);
  return shipment !== null && shipment.invoiced >= shipment.shipped;
}

function ownShipment({ facts }: Claim, coverage: Coverage) {
  if (facts.shipmentId === "") return null;
  const found = coverageOf(coverage, facts);
  return found?.shipments.find(({ shipmentId }) => shipmentId === facts.shipmentId) ?? null;
}

/** Only where the claim needs a supplier's invoice, or has one. */
export function invoiceDated(input: PaperInput): PreflightItem[] {
  const { claim, policy, coverage, on } = input;
  const needed = checklist(claim, policy).some(
    ({ kinds, need }) => kinds.includes("supplier invoice") && need === "always",
  );
  const given = claim.evidence.filter(({ kind }) => kind === "supplier invoice");
  if (!needed && given.length === 0) return [];
  const say = (level: PreflightItem["level"], sentence: string) => [item("invoice-date", level, sentence)];
  const shipment = ownShipment(claim, coverage);
  const days = [...given.flatMap(({ date }) => date ?? []), ...(shipment?.invoiceDays ?? [])];
  const newest = days.length === 0 ? null : (Math.max(...days) as Day);
  if (newest === null) {
    return given.length > 0
      ? say("cannot tell", "The invoice has no date. Add its date, to see whether Amazon takes it.")
      : say("cannot tell", "There is no invoice yet whose date could be checked.");
  }
  const inbound = auditOf(claim.facts.audit)?.family === "inbound";
  const made = inbound ? (shipment?.day ?? null) : null;
  const latest = inbound ? (made ?? claim.facts.eventDate) : null;
  const before = latest === null ? days : days.filter((day) => day < latest);
  if (latest !== null && before.length === 0) {
    const what = made === null ? "it arrived" : "the shipment was made";
    return say(
      "block",
      `The invoice of ${dated(newest)} is not from before ${what} (${dated(latest)}): Amazon takes only invoices dated before the shipment.`,
    );
  }
  const { invoiceAgeDays } = policy.claimRules;
  const counting = Math.max(...before) as Day;
  if (on - counting > invoiceAgeDays) {
    const level = inbound ? "warn" : "block";
    return say(
      level,
      `The invoice of ${dated(counting)} is older than ${count(invoiceAgeDays, "day")} (source: one practitioner). Bring a newer one.`,
    );
  }
  if (inbound && made === null) {
    return say(
      "cannot tell",
      `Nobody says when the shipment was made, so the invoice of ${dated(counting)} cannot be said to come before it. Import the shipping queue.`,
    );
  }
  if (given.some(({ date }) => date === null)) return say("warn", "One of the invoices has no date. Add it.");
  return say(
    "ok",
    inbound
      ? `The invoice of ${dated(counting)} is from before the shipment and recent enough.`
      : `The invoice of ${dated(counting)} is recent enough.`,
  );
}

/** Requests about what an item cost: after a denial Amazon wants a pause. */
export function costRequestWaited({ claim, book, policy, on }: PaperInput): PreflightItem[] {
  if (!isCostRequest(claim)) return [];
  const denials = book.claims
    .filter((one) => isCostRequest(one) && sameProduct(one, claim))
    .flatMap((one) => one.denials.flatMap((denial) => denial.on ?? []));
  if (denials.length === 0) return [item("cost-wait", "ok", "No request about this item's cost was denied.")];
  const last = Math.max(...denials) as Day;
  const { costRequestWaitDays } = policy.claimRules;
  const again = addDays(last, costRequestWaitDays);
  return on < again
    ? [
        item(
          "cost-wait",
          "block",
          `A request about this item's cost was denied on ${dated(last)}: ask again from ${dated(again)} on (${count(costRequestWaitDays, "day")}, Policy tab).`,
        ),
      ]
    : [
        item(
          "cost-wait",
          "ok",
          `The last denied request about this item's cost was on ${dated(last)}, long enough ago.`,
        ),
      ];
}

function isCostRequest({ facts }: Claim): boolean {
  return auditOf(facts.audit)?.rule === "valuation_dispute" && facts.orderId === "";
}

function sameProduct(a: Claim, b: Claim): boolean {
  const same = (x: string, y: string) => x !== "" && x === y;
  return (
    same(a.facts.fnsku, b.facts.fnsku) || same(a.facts.msku, b.facts.msku) || same(a.facts.asin, b.facts.asin)
  );
}
