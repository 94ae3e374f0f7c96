/** The generated pages of docs/, and what makes each. */
import { AUDITS } from "../../src/audits/catalogue.ts";
import type { ClaimRule } from "../../src/policy/policy.ts";
import { auditsPage } from "./audits.ts";
import { caseTextsPage } from "./case-texts.ts";
import { feesPage } from "./fees.ts";
import { functionsPage } from "./functions.ts";
import { policyPage } from "./policy.ts";
import { reportsPage } from "./reports.ts";

export interface Page {
  /** Relative to the project's root. */
  readonly file: string;
  text(): string;
}

export const PAGES: readonly Page[] = [
  { file: "docs/reports.md", text: reportsPage },
  { file: "docs/policy.md", text: () => policyPage(usedBy()) },
  { file: "docs/fees.md", text: feesPage },
  { file: "docs/functions.md", text: functionsPage },
  { file: "docs/audits/README.md", text: auditsPage },
  { file: "docs/case-texts.md", text: caseTextsPage },
];

/** The audits that claim under each rule. */
function usedBy(): ReadonlyMap<ClaimRule, readonly string[]> {
  const rules = new Map<ClaimRule, string[]>();
  for (const { meta } of AUDITS) rules.set(meta.rule, [...(rules.get(meta.rule) ?? []), meta.id].sort());
  return rules;
}
