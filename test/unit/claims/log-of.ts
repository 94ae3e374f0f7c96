/** A Claim Log that grows by changes, for tests: who and when are counted up, every row is chained. */

import {
  type Acting,
  type Change,
  type Claim,
  type ClaimableFinding,
  type ClaimBook,
  chain,
  claimsOf,
  headOf,
  isRefusal,
  type LogEntry,
  type LogRow,
  type PreflightItem,
  rowOf,
} from "../../../src/claims/index.ts";
import { type Day, day } from "../../../src/values/day.ts";
import { currency } from "../../../src/values/money.ts";

export const TODAY = day("2026-03-01");
export const READY: readonly PreflightItem[] = [{ id: "window", level: "ok", sentence: "Open." }];

/** A finding of one lost unit, worth 12.30 USD, to file until 2026-04-10; `but` changes what the test is about. */
export function finding(but: Partial<ClaimableFinding> = {}): ClaimableFinding {
  return {
    id: "warehouse-lost-0123456789abcd",
    audit: "warehouse-lost",
    state: "file",
    marketplace: "US",
    fnsku: "X000000001",
    asin: "B000000001",
    msku: "MUG-BLUE",
    orderId: null,
    shipmentId: null,
    referenceId: "2001",
    quantity: 3,
    amount: "36.90",
    currency: currency("USD"),
    eventDate: "2026-02-09",
    opens: "2026-02-09",
    deadline: "2026-04-10",
    estimated: false,
    what: "3 units of X000000001 were lost in ABE2 on 2026-02-09.",
    basis: "3 units at 12.30 USD",
    ...but,
  };
}

export class Log {
  entries: LogEntry[] = [];
  private requests = 0;

  constructor(readonly asOf: Day = TODAY) {}

  acting(but: Partial<Acting> = {}): Acting {
    this.requests += 1;
    const minute = String(this.requests % 60).padStart(2, "0");
    const hour = String(Math.floor(this.requests / 60) % 24).padStart(2, "0");
    return {
      when: `2026-03-01T${hour}:${minute}:00Z`,
      who: "anna@example.com",
      verified: true,
      asOf: this.asOf,
      operation: `op-${this.requests}`,
      ...but,
    };
  }

  get book(): ClaimBook {
    return claimsOf(this.entries);
  }

  /** The only claim of the log, or the one with this id. */
  claim(claimId?: string): Claim {
    const { claims } = this.book;
    const found = claimId === undefined ? claims[0] : claims.find((one) => one.claimId === claimId);
    if (!found) throw new Error("The log has no such claim.");
    return found;
  }

  /** Writes a change that must not be refused. */
  write(change: Change): this {
    if (isRefusal(change)) throw new Error(change.refused);
    this.entries = [...this.entries, ...chain(headOf(this.entries), change)];
    return this;
  }

  get rows(): LogRow[] {
    return this.entries.map(rowOf);
  }
}

/** What a change refuses with; fails when it does not. */
export function refusal(change: Change): string {
  if (!isRefusal(change)) throw new Error("It was not refused.");
  return change.refused;
}
