/** Recognises a report by its header, whatever the order, spelling or language of its columns. */
import { normaliseHeader, type ReportDefinition } from "./definition.ts";
import { REPORTS } from "./index.ts";

/**
 * `EventType` and `Event Type` are the same column: Amazon's developer pages print names without spaces. So are
 * `fulfillment-center-id` and `fulfilment-centre-id`: its European pages are in British spelling.
 */
function squash(header: string): string {
  return normaliseHeader(header)
    .replace(/ /g, "")
    .replace(/fulfilment/g, "fulfillment")
    .replace(/centre/g, "center");
}

const FIELDS = new Map<ReportDefinition, Map<string, string>>();

/** The field a header names in this report, by any of its aliases; null when the report has no such column. */
export function fieldOfHeader(definition: ReportDefinition, header: string): string | null {
  return fieldsOf(definition).get(squash(header)) ?? null;
}

function fieldsOf(definition: ReportDefinition): ReadonlyMap<string, string> {
  let fields = FIELDS.get(definition);
  if (fields === undefined) {
    fields = new Map();
    for (const [field, column] of Object.entries(definition.columns)) {
      for (const name of [column.header, ...column.aliases]) fields.set(squash(name), field);
    }
    FIELDS.set(definition, fields);
  }
  return fields;
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

/** No spreadsheet holds more columns, so a longer line is no header. */
const MOST_COLUMNS = 16_384;

/** The report whose fingerprint a header row carries; of several, the one that knows most of its columns. */
export function recogniseHeader(headers: readonly string[]): ReportDefinition | null {
  if (headers.length > MOST_COLUMNS) return null;
  const names = headers.map(squash);
  let best: ReportDefinition | null = null;
  let known = 0;
  for (const definition of REPORTS) {
    const present = fieldsAmong(definition, names);
    if (missingGroups(definition, present).length > 0 || isExcluded(definition, names)) continue;
    if (present.length > known) [best, known] = [definition, present.length];
  }
  return best;
}

/** The report a header row resembles most, and the columns it lacks to be that report; null when none comes near. */
export function closestReport(
  headers: readonly string[],
): { readonly definition: ReportDefinition; readonly missing: readonly string[] } | null {
  if (headers.length > MOST_COLUMNS) return null;
  const names = headers.map(squash);
  let best: ReportDefinition | null = null;
  let missing: readonly (readonly string[])[] = [];
  let known = Math.max(2, Math.floor(headers.length / 2));
  for (const definition of REPORTS) {
    const present = fieldsAmong(definition, names);
    const lacks = missingGroups(definition, present);
    if (present.length > known && lacks.length > 0)
      [best, missing, known] = [definition, lacks, present.length];
  }
  return best && { definition: best, missing: missing.map((group) => group.join(" or ")) };
}

function missingGroups(
  definition: ReportDefinition,
  present: readonly string[],
): readonly (readonly string[])[] {
  const fields = new Set(present);
  return definition.fingerprint.allOf.filter(
    (group) => !group.some((name) => fields.has(fieldOfHeader(definition, name) ?? name)),
  );
}

function isExcluded(definition: ReportDefinition, names: readonly string[]): boolean {
  return (definition.fingerprint.noneOf ?? []).some((name) => names.includes(squash(name)));
}

/** The fields of the report that squashed header names stand for, one per known name. */
function fieldsAmong(definition: ReportDefinition, names: readonly string[]): string[] {
  const fields = fieldsOf(definition);
  return names.map((name) => fields.get(name)).filter((field) => field !== undefined);
}
