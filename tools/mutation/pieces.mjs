/**
 * The pieces in which src/audits and src/policy are put to mutation testing: a piece runs in minutes, and only with
 * the tests that are about it. Random accounts (`*.property.test.ts`) stay out: they cost most of the time and kill
 * few mutants the tables do not. So a score here is a lower bound.
 */
// @ts-nocheck

import { readdirSync } from "node:fs";
import { matchesGlob } from "node:path";

const AUDITS = "test/unit/audits";
/** Rules of precedence and known mistakes, which every part of an account has its share in. */
const SHARED = ["contention", "mistakes", "independent/*", "docs"].map((name) => `${AUDITS}/${name}.test.ts`);

const account = (names) => names.map((name) => `src/audits/account/${name}.ts`);
const tests = (names) => [...names.map((name) => `${AUDITS}/${name}.test.ts`), ...SHARED];

export const PIECES = {
  policy: {
    mutate: ["src/policy/*.ts", "src/policy/windows/*.ts", "src/policy/sources/*.ts"],
    tests: ["test/unit/policy/*.test.ts", `${AUDITS}/coverage.test.ts`, `${AUDITS}/underpaid.test.ts`],
  },
  fees: {
    mutate: ["src/policy/fees/**/*.ts"],
    tests: ["test/unit/policy/fees/*.test.ts", "test/unit/policy/policy-page.test.ts"],
  },
  audits: {
    mutate: ["src/audits/*.ts"],
    tests: [`${AUDITS}/!(*.property).test.ts`, `${AUDITS}/independent/*.test.ts`],
  },
  stock: {
    mutate: account([
      "warehouse",
      "ledger",
      "ledger-table",
      "transfers",
      "disposals",
      "stock-payments",
      "leftovers",
      "reversals",
    ]),
    tests: tests([
      "warehouse-*",
      "disposed-*",
      "transfer-*",
      "taken-back-*",
      "inventory-*",
      "reversed-*",
      "stock-not-*",
      "exchange",
      "returned-damaged-*",
    ]),
  },
  inbound: {
    mutate: [...account(["inbound*", "carrier-charges"]), "src/audits/sharing.ts"],
    tests: tests(["inbound-!(*.property)", "carrier-*", "sharing"]),
  },
  orders: {
    mutate: account(["orders/*", "order-*", "over-refunds"]),
    tests: tests([
      "refund-*",
      "orders/*",
      "replacement-*",
      "referral-fee-*",
      "fee-charged-*",
      "returned-*",
      "wrong-*",
      "case-payments",
    ]),
  },
  returns: {
    mutate: account([
      "returns",
      "return-openings",
      "replacements",
      "restocking",
      "wrong-items",
      "damaged-returns",
      "downloads",
    ]),
    tests: tests(["refund-not-*", "refund-too-*", "returned-*", "replacement-*", "wrong-*", "case-payments"]),
  },
  charges: {
    mutate: account(["fee-*", "measures", "item-categories", "removals", "removal-orders"]),
    tests: tests([
      "overcharges",
      "item-measures",
      "*-fee-*",
      "fee-charged-*",
      "aged-*",
      "size-tier-*",
      "removal-*",
      "disposed-*",
    ]),
  },
  payments: {
    mutate: account([
      "payments",
      "case-payments",
      "claim-payments",
      "claims-of-money",
      "approvals",
      "paid-losses",
      "settled-payments",
      "double-payments",
      "valuation",
      "allotment",
      "claims-of-money",
    ]),
    tests: tests([
      "claim-payments",
      "claims-of-money",
      "valuation",
      "allotment",
      "settled-payments",
      "payments-told-apart",
      "underpaid",
      "paid-*",
      "case-payments",
      "not-settled",
      "reversed-*",
      "stock-not-*",
      "service-bill-*",
      "warehouse-lost",
      "returned-damaged-*",
    ]),
  },
  knowledge: {
    mutate: account(["coverage*", "gaps", "periods", "items", "item-numbers", "regions", "account"]),
    tests: tests(["periods", "item-numbers", "coverage", "data-health", "warehouse-lost", "inbound-short"]),
  },
  words: {
    mutate: ["src/audits/wording/*.ts", "src/audits/health/*.ts"],
    tests: tests(["texts", "data-health", "coverage", "warehouse-*", "removal-*", "refund-not-*"]),
  },
};

/** The test files of a piece in the order it names them: the nearest first, since a mutant is done with one failure. */
export function testFiles(piece) {
  const all = readdirSync("test/unit", { recursive: true }).map((path) => `test/unit/${path}`);
  const tests = all.filter((path) => path.endsWith(".test.ts")).sort();
  return [
    ...new Set(PIECES[piece].tests.flatMap((pattern) => tests.filter((path) => matchesGlob(path, pattern)))),
  ];
}
