/**
 * A made-up FBA seller's report files, in Amazon's formats, and beside them what was planted in them: every
 * discrepancy a correct program finds, and nothing a correct program does not find. The same options give
 * the same bytes.
 */

import { addMonths, day as dayNamed, formatDay } from "../src/values/day.ts";
import { Account } from "./account.ts";
import { Dice } from "./dice.ts";
import { plantDoublePayments } from "./double-payments.ts";
import { feeFilesOfItems } from "./files/fees.ts";
import { inboundFiles } from "./files/inbound.ts";
import { ledgerFiles } from "./files/ledger.ts";
import { moneyFiles } from "./files/money.ts";
import { orderFiles } from "./files/orders.ts";
import type { SampleFile } from "./files/print.ts";
import {
  costsFile,
  feeFiles,
  reimbursementFiles,
  removalFiles,
  replacementFiles,
  returnFiles,
  sellersFiles,
} from "./files/reports.ts";
import { summaryFiles } from "./files/summary.ts";
import type { Approval, Planted } from "./model.ts";
import { PLACES, type PlaceCode } from "./places.ts";
import { acrossRegions } from "./stories/across.ts";
import { approvals } from "./stories/approvals.ts";
import { background } from "./stories/background.ts";
import { contention } from "./stories/contention.ts";
import { damaged } from "./stories/damaged.ts";
import { fees } from "./stories/fees.ts";
import { inbound } from "./stories/inbound.ts";
import { inboundMore } from "./stories/inbound-more.ts";
import { inventoryMore } from "./stories/inventory-more.ts";
import { lost } from "./stories/lost.ts";
import { payments } from "./stories/payments.ts";
import { morePayments } from "./stories/payments-more.ts";
import { removalFees } from "./stories/removal-fees.ts";
import { confirmParcels, removals } from "./stories/removals.ts";
import { returns } from "./stories/returns.ts";
import { lateRefunds, moreReturns } from "./stories/returns-more.ts";
import type { Chapter, Story } from "./stories/story.ts";

export type { SampleFile } from "./files/print.ts";
export type { Planted } from "./model.ts";

export interface SampleOptions {
  readonly seed: number;
  /** `YYYY-MM-DD`, from 2024-06-01; the samples reach back 18 months from there, as the ledger does. */
  readonly asOf: string;
  /** 1 = every story in every marketplace, a few thousand rows; below 1 = every story once; above = more background. */
  readonly factor: number;
  readonly marketplaces: readonly PlaceCode[];
  /** Days from one settlement to the next; Amazon's 14 unless a run wants fewer files. */
  readonly settlementDays?: number;
}

export interface Sample {
  readonly asOf: string;
  readonly files: readonly SampleFile[];
  readonly planted: readonly Planted[];
  /** Cases of the seller's claim log, and what is found besides by whoever knows it. */
  readonly approvals: readonly SampleApproval[];
  readonly plantedByApprovals: readonly Planted[];
}

export interface SampleApproval extends Approval {
  readonly currency: string;
}

/** What held before the rules the samples know is not in `windows.ts`. */
const EARLIEST_AS_OF = dayNamed("2024-06-01");

const CHAPTERS: readonly Chapter[] = [
  lost,
  damaged,
  inbound,
  returns,
  moreReturns,
  payments,
  morePayments,
  removals,
  contention,
  inventoryMore,
  inboundMore,
  fees,
  removalFees,
  approvals,
];

export function generate(options: SampleOptions): Sample {
  const { seed, asOf, factor, marketplaces, settlementDays = 14 } = options;
  const today = dayNamed(asOf);
  const unknown = marketplaces.find((code) => !Object.hasOwn(PLACES, code));
  if (unknown !== undefined) {
    throw new RangeError(
      `No samples for marketplace "${unknown}"; there are ${Object.keys(PLACES).join(", ")}`,
    );
  }
  if (!(factor > 0)) throw new RangeError(`The factor is a number above 0, not ${factor}`);
  if (today < EARLIEST_AS_OF) {
    throw new RangeError(`As-of ${asOf} is too early: the samples begin with ${formatDay(EARLIEST_AS_OF)}`);
  }
  const start = addMonths(today, -18);
  const taken = new Set<string>();
  const accounts = marketplaces.map((code) => new Account(code, `seed ${seed}`, start, today, taken));
  const dice = new Dice(`stories ${seed}`);
  for (const { name, story, places, often } of allStories()) {
    const able = accounts.filter((account) => places === null || places.includes(account.place.code));
    const chosen = factor < 1 && able.length > 0 ? [dice.pick(able)] : able;
    for (const account of chosen) {
      const again = factor < 1 ? 0 : dice.int(0, Math.min(6, Math.round(Math.sqrt(factor))));
      const times = factor < 1 ? 1 : often * (1 + again);
      for (let i = 0; i < times; i++) tell(account, name, story);
    }
  }
  acrossRegions(accounts);
  for (const account of accounts) background(account, factor);
  for (const account of accounts) lateRefunds(account);
  for (const account of accounts) confirmParcels(account);
  for (const account of accounts) plantDoublePayments(account);
  return {
    asOf,
    files: [...accounts.flatMap((account) => filesOf(account, settlementDays)), costsFile(accounts)],
    planted: accounts.flatMap((account) => account.planted),
    approvals: accounts.flatMap(({ approvals, place }) =>
      approvals.map((approval) => ({ ...approval, currency: place.currency })),
    ),
    plantedByApprovals: accounts.flatMap((account) => account.plantedByApprovals),
  };
}

interface Telling {
  readonly name: string;
  readonly story: Story;
  readonly places: readonly PlaceCode[] | null;
  readonly often: number;
}

function* allStories(): Generator<Telling> {
  for (const { stories, only, times } of CHAPTERS) {
    for (const [name, story] of Object.entries(stories)) {
      yield { name, story, places: only?.[name] ?? null, often: times ?? 1 };
    }
  }
}

function tell(account: Account, name: string, story: Story): void {
  account.begin(name);
  story(account);
}

function filesOf(account: Account, settlementDays: number): SampleFile[] {
  return [
    ledgerFiles,
    (of: Account) => moneyFiles(of, settlementDays),
    reimbursementFiles,
    returnFiles,
    replacementFiles,
    removalFiles,
    sellersFiles,
    feeFiles,
    feeFilesOfItems,
    inboundFiles,
    summaryFiles,
    orderFiles,
  ].flatMap((files) => files(account));
}

/**
 * `planted.json`: what was planted, one finding a line, and the day it is true on; then the cases of the claim log
 * and what they let be found.
 */
export function plantedJson(sample: Sample): string {
  const lines = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).join(",\n");
  const parts = [
    `"asOf":"${sample.asOf}"`,
    `"planted":[\n${lines(sample.planted)}\n]`,
    `"approvals":[\n${lines(sample.approvals)}\n]`,
    `"plantedByApprovals":[\n${lines(sample.plantedByApprovals)}\n]`,
  ];
  return `{${parts.join(",")}}\n`;
}
