/** Recognises a report by its header, whatever the order, spelling or language of its columns. */
import { normaliseHeader, type ReportDefinition } from "./definition.ts";
import { REPORTS } from "./index.ts";

/** `EventType` and `Event Type` are the same column: Amazon's developer pages print names without spaces. */
function squash(header: string): string {
  return normaliseHeader(header).replace(/ /g, "");
}

const FIELDS = new Map<ReportDefinition, Map<string, string>>();

/** The field a header names in this report, by any of its aliases; null when the report has no such column. */
export function fieldOfHeader(definition: ReportDefinition, header: string): string | null {
  let fields = FIELDS.get(definition);
  if (fields === undefined) {
    fields = new Map();
    for (const [field, column] of Object.entries(definition.columns)) {
      for (const name of [column.header, ...column.aliases]) fields.set(squash(name), field);
    }
    FIELDS.set(definition, fields);
  }
  return fields.get(squash(header)) ?? null;
}

/** Words that name a buyer's data in any report, also in columns no definition knows. */
const PERSONAL =
  /^(?:buyer|recipient)\b|^ship(?:ping)? (?:to )?(?:name|address|city|state|postal|zip|phone)|^bill(?:ing)? |e ?mail|phone|telefon|téléphone|teléfono|\baddress\b|^customer (?:name|comments)|^order (?:city|state|postal)/;

/** True when the column holds buyers' names, addresses, phones, e-mails or comments, and must be dropped. */
export function isPersonal(definition: ReportDefinition, header: string): boolean {
  const squashed = squash(header);
  if (definition.personal.some((name) => squash(name) === squashed)) return true;
  return fieldOfHeader(definition, header) === null && PERSONAL.test(normaliseHeader(header));
}

/** The report whose fingerprint a header row carries; of several, the one that knows most of its columns. */
export function recogniseHeader(headers: readonly string[]): ReportDefinition | null {
  let best: ReportDefinition | null = null;
  let known = 0;
  for (const definition of REPORTS) {
    if (missingGroups(definition, headers).length > 0 || isExcluded(definition, headers)) continue;
    const count = knownColumns(definition, headers);
    if (count > known) [best, known] = [definition, count];
  }
  return best;
}

/** The report a header row resembles most, and the columns it lacks to be that report; null when none comes near. */
export function closestReport(
  headers: readonly string[],
): { readonly definition: ReportDefinition; readonly missing: readonly string[] } | null {
  let best: ReportDefinition | null = null;
  let known = Math.max(2, Math.floor(headers.length / 2));
  for (const definition of REPORTS) {
    const count = knownColumns(definition, headers);
    if (count > known && missingGroups(definition, headers).length > 0) [best, known] = [definition, count];
  }
  return (
    best && { definition: best, missing: missingGroups(best, headers).map((group) => group.join(" or ")) }
  );
}

function missingGroups(
  definition: ReportDefinition,
  headers: readonly string[],
): readonly (readonly string[])[] {
  const present = new Set(headers.map((header) => fieldOfHeader(definition, header)));
  return definition.fingerprint.allOf.filter(
    (group) => !group.some((name) => present.has(fieldOfHeader(definition, name) ?? name)),
  );
}

function isExcluded(definition: ReportDefinition, headers: readonly string[]): boolean {
  const names = new Set(headers.map(squash));
  return (definition.fingerprint.noneOf ?? []).some((name) => names.has(squash(name)));
}

function knownColumns(definition: ReportDefinition, headers: readonly string[]): number {
  return headers.filter((header) => header.trim() !== "" && fieldOfHeader(definition, header) !== null)
    .length;
}
