/** docs/audits/README.md: the index of all audits, from their meta. */
import { AUDITS } from "../../src/audits/catalogue.ts";
import type { Family } from "../../src/audits/finding.ts";
import { table } from "./markdown.ts";

const FAMILIES: Readonly<Record<Family, string>> = {
  inventory: "Inventory",
  inbound: "Inbound shipments",
  return: "Returns and refunds",
  removal: "Removals",
  fee: "Fees",
  reimbursement: "Reimbursements",
};

/** The page as Markdown. */
export function auditsPage(): string {
  const parts = Object.entries(FAMILIES).flatMap(([family, title]) => {
    const audits = AUDITS.filter(({ meta }) => meta.family === family);
    if (audits.length === 0) return [];
    return [
      `## ${title}`,
      "",
      ...table(
        ["audit", "what it finds", "needs", "reads when there"],
        audits.map(({ meta }) => [
          `[${meta.id}](${meta.id}.md)`,
          meta.finds,
          meta.needs.map((need) => (typeof need === "string" ? need : need.join(" or "))).join(", "),
          meta.uses.join(", "),
        ]),
      ),
      "",
    ];
  });
  return [
    "# The audits",
    "",
    "Generated from `src/audits`. Each page says what the audit finds, how, from which reports, and which false",
    "alarms it refuses; the examples in it are run by the tests. An audit whose reports are missing reports nothing",
    "and says which download it needs.",
    "",
    ...parts,
  ].join("\n");
}
