/** What a fee audit could not judge, summed: one sentence per reason, with the items to complete in the Costs tab. */

import { type Day, earlierDay, laterDay } from "../../values/day.ts";
import { compareText } from "../../values/hash.ts";
import type { CannotTell } from "../finding.ts";
import type { Item } from "../wording/draft.ts";
import { count, dated, fill } from "../wording/text.ts";
import type { Account } from "./account.ts";
import { type Lack, noteLacking } from "./measures.ts";

export interface FeeGaps {
  /** A charge no fee is known for. `reason`: a sentence of the fee tables; their days are summed up. */
  unknownFee(day: Day, item: Item, reason: string): void;
  /** A charge the Costs tab says too little about; the item is listed once in Data health. */
  incomplete(day: Day, item: Item, missing: Lack): void;
  summary(): CannotTell[];
}

const WORDS = {
  unknownFee: "{{charges}} of {{period}} not judged: {{reason}}",
  incomplete: "{{charges}} of {{period}} not judged: the Costs tab has no {{missing}} for {{items}}.",
  more: "{{items}} and {{count}} more",
} as const;
const NAMED_AT_MOST = 20;

interface Gap {
  charges: number;
  from: Day;
  to: Day;
  readonly items: Set<string>;
}

/** `charge`: what is counted, `fulfilment fee charge`. */
export function feeGapsOf(account: Account, audit: string, charge: string): FeeGaps {
  const unknown = new Map<string, Gap>();
  const incomplete = new Map<string, Gap>();
  const note = (gaps: Map<string, Gap>, key: string, day: Day, item: Item) => {
    const gap = gaps.get(key) ?? { charges: 0, from: day, to: day, items: new Set<string>() };
    gap.charges++;
    gap.from = earlierDay(gap.from, day);
    gap.to = laterDay(gap.to, day);
    gap.items.add(item.msku || item.fnsku || item.asin);
    gaps.set(key, gap);
  };
  const common = (gap: Gap) => ({
    charges: count(gap.charges, charge),
    period: gap.from === gap.to ? dated(gap.from) : `${dated(gap.from)} to ${dated(gap.to)}`,
  });
  const told = (gaps: Map<string, Gap>, say: (key: string, gap: Gap) => CannotTell) =>
    [...gaps.entries()].sort(([a], [b]) => compareText(a, b)).map(([key, gap]) => say(key, gap));
  return {
    unknownFee: (day, item, reason) => note(unknown, reason.replace(/ on \d{4}-\d{2}-\d{2}/, ""), day, item),
    incomplete: (day, item, missing) => {
      note(incomplete, missing, day, item);
      noteLacking(account, item, day, missing);
    },
    summary: () => [
      ...told(incomplete, (missing, gap) => ({
        audit,
        reason: fill(WORDS.incomplete, { ...common(gap), missing, items: named(gap.items) }),
        needs: [{ report: "costs", from: null, to: null }],
      })),
      ...told(unknown, (reason, gap) => ({
        audit,
        reason: fill(WORDS.unknownFee, { ...common(gap), reason }),
        needs: [],
      })),
    ],
  };
}

function named(items: ReadonlySet<string>): string {
  const all = [...items].sort(compareText);
  const shown = all.slice(0, NAMED_AT_MOST).join(", ");
  if (all.length <= NAMED_AT_MOST) return shown;
  return fill(WORDS.more, { items: shown, count: all.length - NAMED_AT_MOST });
}
