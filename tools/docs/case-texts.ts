/** docs/case-texts.md: what the case texts say, of which claims, in which words; the examples are made by the program. */
import { AUDITS } from "../../src/audits/catalogue.ts";
import {
  type CaseFacts,
  caseText,
  hasCaseText,
  LANGUAGES,
  languageOf,
  STAGES,
  whyNoCase,
} from "../../src/claims/letters/case-text.ts";
import { caseTypeOf } from "../../src/claims/letters/case-types.ts";
import { english } from "../../src/claims/letters/en.ts";
import { MARKETPLACES } from "../../src/policy/index.ts";
import { EXAMPLES } from "./case-text-examples.ts";
import { table } from "./markdown.ts";

/** Amazon's words we use, and Amazon's help pages (`itemID`) they were read on, in undated public copies. */
const READ_AT_AMAZON: readonly (readonly [string, string, string])[] = [
  [
    "German",
    "Erstattung, Logistikzentrum, Remissionsauftragsnummer, Transportdienst, Versand durch Amazon; Richtlinie für die „Versand durch Amazon“-Erstattung für Lagerbestand",
    "GEV4254LJJ9BAEG, 9ZB3H4DP4H72U6R (amazon.de)",
  ],
  [
    "French",
    "dédommagement, centre de distribution, expédition, prélèvement, transporteur partenaire, étiquettes inutilisées, Expédié par Amazon",
    "GEV4254LJJ9BAEG, L862UFSVUR6TM2P (amazon.fr)",
  ],
  [
    "Italian",
    "rimborso, centro logistico, spedizione, ordine di rimozione, corriere affiliato, reso, commissioni per segnalazione, costi di gestione, Logistica di Amazon",
    "L862UFSVUR6TM2P (amazon.it), G200678710, 200379860 (it_IT), fee announcement of 2018 (Italian)",
  ],
  [
    "Spanish",
    "reembolso, centro logístico, envío, retirada, transportista asociado, etiquetas sin usar, apto para la venta, tarifa por referencia, Logística de Amazon",
    "GGEV4254LJJ9BAEG, L862UFSVUR6TM2P, KQ8DGGU529BJJ7E, 200336920 (es_ES)",
  ],
  [
    "Japanese",
    "補てん, 申請, 納品番号, フルフィルメントセンター, 返送/所有権の放棄依頼, 受領; 在庫元帳 (two sellers' guides that quote Amazon's help)",
    "GGEV4254LJJ9BAEG, EYPWTSQRTXXXMVB, 201436560 (amazon.co.jp)",
  ],
];

const NOT_READ: readonly (readonly [string, string])[] = [
  [
    "German",
    "Bestandsbericht for the inventory ledger (therefore with “Inventory Ledger” behind it), Erstattungs-ID, Rückbuchung, Bearbeitungsgebühr für Rückzahlungen; Rückzahlung for a customer's refund, to tell it from Erstattung",
  ],
  [
    "French",
    "registre de stock for the inventory ledger (likewise), ordre de prélèvement, frais de vente, frais de gestion du remboursement, identifiant de dédommagement",
  ],
  [
    "Italian",
    "registro inventario for the inventory ledger (likewise), storno, commissione di gestione del rimborso",
  ],
  [
    "Spanish",
    "libro de inventario for the inventory ledger (likewise), orden de retirada (Mexico: orden de retiro), anulación, tarifa de administración del reembolso",
  ],
  ["Japanese", "パートナーキャリア, 配送代行手数料, 販売手数料, 返金手数料, 補てんID, お問い合わせ伝票番号"],
];

/** The page as Markdown. */
export function caseTextsPage(): string {
  const labels = english().phrases;
  const claimable = AUDITS.map(({ meta }) => meta.id).filter(hasCaseText);
  return [
    "# Case texts",
    "",
    "What to paste into Seller Central for a claim. Generated from `src/claims/letters`; the examples are made by the",
    "program, for made-up claims.",
    "",
    "A text says what the log of the claim says and what the audit of its kind has checked, nothing else. A fact the",
    "claim does not know is left out, with the part of the sentence that needs it, and is named beside the text as",
    "missing. One case is about one event. Papers are named by kind, day and what they prove; attach the files",
    "themselves, for links to your drive are not passed on. Notes stay yours: only the reason of a denial is quoted.",
    "",
    "## When",
    "",
    ...STAGES.map(({ label }) => `- ${label}`),
    "",
    "## In which language",
    "",
    "The language of the marketplace, unless you choose another.",
    "",
    ...table(
      ["language", "marketplaces"],
      LANGUAGES.map(({ id, label }) => [
        label,
        MARKETPLACES.filter(({ code }) => languageOf(code) === id)
          .map(({ code }) => code)
          .join(", "),
      ]),
    ),
    "",
    "## For which claims",
    "",
    ...table(
      ["audit", "title of the case", "facts it lists", "said to be missing when not known"],
      claimable.map((audit) => {
        const { lines } = caseTypeOf(audit);
        const named = (some: typeof lines) => some.map(({ label }) => labels[label]).join(", ");
        return [
          `[${audit}](audits/${audit}.md)`,
          english().cases[audit][0],
          named(lines),
          named(lines.filter(({ wanted }) => wanted)),
        ];
      }),
    ),
    "",
    "No case is made of these findings:",
    "",
    ...table(
      ["audit", "why"],
      AUDITS.map(({ meta }) => meta.id)
        .filter((audit) => !hasCaseText(audit))
        .map((audit) => [`[${audit}](audits/${audit}.md)`, whyNoCase(audit)]),
    ),
    "",
    "## Examples",
    "",
    ...EXAMPLES.flatMap(({ title, claim, stage, language }) => example(title, claim, stage, language)),
    "## Amazon's own words",
    "",
    "Amazon's support finds its way faster in its own terms. These were read in public copies of Amazon's help pages, some",
    "years old:",
    "",
    ...table(["language", "terms", "read on"], READ_AT_AMAZON),
    "",
    "These could not be read there and are ours, or usual among sellers; tell us if your Seller Central says otherwise:",
    "",
    ...table(["language", "terms"], NOT_READ),
    "",
    "The path in Seller Central beside the text is in English, as the [policy](policy.md) has it: the menus of the other",
    "languages could not be read.",
    "",
  ].join("\n");
}

function example(
  title: string,
  claim: CaseFacts,
  stage: Parameters<typeof caseText>[1],
  language: Parameters<typeof caseText>[2],
): string[] {
  const { subject, body, where, missing } = caseText(claim, stage, language);
  const lacks = missing.length === 0 ? [] : ["", `Missing: ${missing.join(" ")}`];
  return [`### ${title}`, "", `Where: ${where}`, ...lacks, "", "```text", subject, "", body, "```", ""];
}
