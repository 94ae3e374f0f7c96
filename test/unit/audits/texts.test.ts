/**
 * Every sentence the examples of docs/audits lead to, as a seller reads it, in one file to read through, and in another
 * what all audits together find there. Whatever changes shows there as a change;
 * `npx vitest run test/unit/audits/texts.test.ts -u` writes both anew.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { AUDITS } from "../../../src/audits/catalogue.ts";
import { findingToJson } from "../../../src/audits/finding.ts";
import { runAudits } from "../../../src/audits/run.ts";
import { inputOf } from "./account-of-rows.ts";
import { examplesIn } from "./notation.ts";

const PAGES = new URL("../../../docs/audits/", import.meta.url);

it("what is said of the examples", async () => {
  const said = AUDITS.flatMap((audit) =>
    examplesIn(readFileSync(new URL(`${audit.meta.id}.md`, PAGES), "utf8")).flatMap(({ title, given }) => {
      const { findings, cannotTell } = runAudits(inputOf(given), [audit]);
      return [
        `# ${audit.meta.id}: ${title}`,
        ...findings.map((finding) => {
          const { state, what, why, todo, basis, evidence } = findingToJson(finding);
          const lines = evidence.map(({ report, line }) => `${report} ${line}`).join(", ");
          return `${state}\n  ${what}\n  ${why}\n  ${todo}\n  ${basis} [${lines}]`;
        }),
        ...cannotTell.map(({ reason }) => `cannot tell\n  ${reason}`),
        "",
      ];
    }),
  );
  await expect(said.join("\n")).toMatchFileSnapshot("texts.txt");
});

it("what all audits together find in the examples", async () => {
  const pages = AUDITS.map(({ meta }) => `${meta.id}.md`);
  const found = pages.flatMap((page) =>
    examplesIn(readFileSync(new URL(page, PAGES), "utf8")).flatMap(({ title, given }) => {
      const { findings, cannotTell } = runAudits(inputOf(given));
      return [
        `# ${page}: ${title}`,
        ...findings.map((finding) => {
          const { audit, state, quantity, amount, currency, ...json } = findingToJson(finding);
          const what = [json.fnsku ?? json.msku, json.orderId, json.shipmentId, json.referenceId];
          const days = [json.eventDate, json.opens, json.deadline].map((day) => day ?? "-");
          return [audit, state, quantity, amount, currency, ...what.map((of) => of ?? "-"), ...days].join(
            " ",
          );
        }),
        ...cannotTell
          .filter(({ reason }) => !reason.endsWith("never imported."))
          .map(({ audit, reason }) => `? ${audit}: ${reason}`),
        "",
      ];
    }),
  );
  await expect(found.join("\n")).toMatchFileSnapshot("examples.txt");
});
