/**
 * What the simulator takes Google to do, and where that is written. `assumed` means: nobody documents it, the
 * simulator chose; where the choice matters the add-on must work either way. Every entry has a test of its name in
 * test/simulator/services.
 */

export interface Behaviour {
  readonly id: string;
  readonly says: string;
  /** The page it is written on, or `assumed`. */
  readonly source: string;
}

const GUIDES = "https://developers.google.com/apps-script/guides/";
const REFERENCE = "https://developers.google.com/apps-script/reference/";
const AUTH = "https://developers.google.com/workspace/add-ons/concepts/editor-auth-lifecycle";
const QUOTAS = `${GUIDES}services/quotas`;
const RANGE = `${REFERENCE}spreadsheet/range`;
const SHEET = `${REFERENCE}spreadsheet/sheet`;
const HELP = "https://support.google.com/docs/answer/";
const ASSUMED = "assumed";

const VALUES: readonly Behaviour[] = [
  {
    id: "values.numbers",
    says: "text that looks like a number becomes one: 00123 is 123, 1E5 is 100000",
    source: `${HELP}56470`,
  },
  {
    id: "values.dates",
    says: "text that looks like a date becomes one: 2024-05-06, 5/6/2024, 1-2, May 6, with or without a time",
    source: `${HELP}56470`,
  },
  {
    id: "values.amounts",
    says: "50%, $1.20 and (5) become numbers and give the cell a format",
    source: `${HELP}56470`,
  },
  { id: "values.booleans", says: "TRUE and FALSE become booleans, in any case", source: ASSUMED },
  { id: "values.text", says: "anything else stays text", source: ASSUMED },
  {
    id: "values.formula",
    says: "text that begins with = is a formula",
    source: `${RANGE}#setValues(Object)`,
  },
  {
    id: "values.sign",
    says: "+1 and -1 are numbers, text behind + or - is a formula, text behind @ stays text",
    source: ASSUMED,
  },
  {
    id: "values.apostrophe",
    says: "a leading apostrophe makes text of anything and is not part of it",
    source: ASSUMED,
  },
  {
    id: "values.text-format",
    says: "in a cell formatted @ before the write, text stays as it is",
    source: `${HELP}56470`,
  },
  {
    id: "values.locale",
    says: "texts are read, and values shown, as the spreadsheet's locale writes numbers, amounts and dates; 2024-05-06 is a date in all",
    source: `${HELP}58515`,
  },
  { id: "values.default-format", says: "a cell nobody gave a number format has General", source: ASSUMED },
  {
    id: "values.text-format-formula",
    says: "text beginning with = in a cell formatted @ stays text or becomes a formula, as the workbook is set to",
    source: ASSUMED,
  },
  {
    id: "values.text-format-other",
    says: "numbers and booleans written into a cell formatted @ stay what they are",
    source: ASSUMED,
  },
  { id: "values.format-later", says: "a format @ set after the write changes nothing", source: ASSUMED },
  {
    id: "values.empty",
    says: "empty cells read as an empty string; null, undefined and an empty string empty a cell",
    source: `${RANGE}#getValues()`,
  },
  {
    id: "values.date-read",
    says: "a number reads as a Date where the cell has a date format, else as a number",
    source: `${RANGE}#getValue()`,
  },
  {
    id: "values.date-zone",
    says: "a Date is stored as the wall clock of the spreadsheet's time zone",
    source: ASSUMED,
  },
  {
    id: "values.date-format",
    says: "a Date written into a cell without format gives it a date format; a format that is there stays",
    source: ASSUMED,
  },
  {
    id: "values.dimensions",
    says: "the data must have the range's rows and columns exactly",
    source: `${RANGE}#setValues(Object)`,
  },
  {
    id: "values.cell-length",
    says: "a cell holds at most 50,000 characters",
    source: "https://support.google.com/drive/answer/37603",
  },
  { id: "values.objects", says: "arrays, objects and invalid Dates cannot be written", source: ASSUMED },
  {
    id: "values.display",
    says: "getDisplayValues gives what the cell's format shows",
    source: `${RANGE}#getDisplayValues()`,
  },
  {
    id: "values.rich-text",
    says: "rich text is stored as it is: = makes no formula of it, and any later value replaces it",
    source: ASSUMED,
  },
  {
    id: "formulas.host",
    says: "a formula's value comes from the formula host; without one it is #ERROR!",
    source: ASSUMED,
  },
  {
    id: "formulas.spill",
    says: "rows of values spill right and down; content in the way gives #REF!",
    source: `${GUIDES}sheets/functions`,
  },
  {
    id: "formulas.text-kept",
    says: "formula texts do not change when rows or columns move",
    source: ASSUMED,
  },
];

/** Formulas as `simulator/formulas` computes them; docs/formulas.md says where that differs from Google Sheets. */
const FORMULAS: readonly Behaviour[] = [
  {
    id: "formulas.case",
    says: "functions of the add-on are found without regard to case",
    source: `${GUIDES}sheets/functions`,
  },
  {
    id: "formulas.arguments",
    says: "a function gets the value of a cell, the rows of a range, Dates, and an empty string for an empty cell",
    source: `${GUIDES}sheets/functions`,
  },
  {
    id: "formulas.omitted",
    says: "an argument left out between commas is undefined; an error is handed over as its code",
    source: ASSUMED,
  },
  {
    id: "formulas.open-range",
    says: "a range that reaches the sheet's last row is handed over down to the last row with anything in it",
    source: ASSUMED,
  },
  {
    id: "formulas.recalculated",
    says: "a function is called again only when an argument changed, not when a tab it was not given did",
    source: `${GUIDES}sheets/functions`,
  },
  {
    id: "formulas.loading",
    says: "a cell shows Loading... until its function answers; what it spilled before stays meanwhile",
    source: `${GUIDES}sheets/functions`,
  },
  {
    id: "formulas.volatile",
    says: "a function whose argument depends on NOW, TODAY or RAND shows Loading... for ever and is not called",
    source: `${GUIDES}sheets/functions`,
  },
  {
    id: "formulas.thrown",
    says: "what a function throws shows as #ERROR! with the sentence; an inner call that threw ends the outer one",
    source: ASSUMED,
  },
  {
    id: "formulas.blocked",
    says: "the cell of an array that cannot spill names the first cell in its way",
    source: ASSUMED,
  },
  {
    id: "formulas.circular",
    says: "formulas that depend on themselves show #REF!, through functions and spilled cells, too",
    source: ASSUMED,
  },
  {
    id: "formulas.open-references",
    says: "A:C and A2:C end where the sheet ends; named ranges and other tabs can be mentioned",
    source: `${HELP}63175`,
  },
  {
    id: "formulas.format",
    says: "a result brings the format of what it comes from into a cell nobody gave one",
    source: ASSUMED,
  },
  {
    id: "formulas.separators",
    says: "arguments are parted by ; and the columns of arrays by \\ where the locale writes decimals with a comma; elsewhere by , and everywhere by ;",
    source: ASSUMED,
  },
  {
    id: "formulas.not-there",
    says: "functions of Google Sheets that the simulator lacks show #NAME? and say so",
    source: ASSUMED,
  },
];

const RANGES: readonly Behaviour[] = [
  {
    id: "range.outside",
    says: "a range must lie within the sheet; rows and columns count from 1",
    source: ASSUMED,
  },
  {
    id: "range.a1",
    says: "A1, A1:B2, A:C, 2:5 and A2:C name ranges, with or without the sheet's name",
    source: `${SHEET}#getRange(String)`,
  },
  {
    id: "range.clear-format",
    says: "clearFormat keeps number formats and data validation",
    source: `${RANGE}#clearFormat()`,
  },
  {
    id: "range.clear-content",
    says: "clearContent keeps formats, notes and data validation",
    source: `${RANGE}#clearContent()`,
  },
  {
    id: "range.clear",
    says: "clear removes content and formats, with options what they name",
    source: `${RANGE}#clear()`,
  },
  {
    id: "range.sort",
    says: "sort moves value, formula, format and note of each cell; numbers before text, empty cells last; stable",
    source: ASSUMED,
  },
  {
    id: "range.validation",
    says: "a value outside a list that refuses others is refused when the write is sent",
    source: ASSUMED,
  },
  { id: "range.looks", says: "colours, weights, wrapping and alignment are kept per cell", source: RANGE },
  {
    id: "range.notes",
    says: "notes are kept per cell and emptied with an empty note",
    source: `${RANGE}#setNote(String)`,
  },
  {
    id: "range.not-implemented",
    says: "what the simulator does not have throws a sentence that names it",
    source: ASSUMED,
  },
];

const SHEETS: readonly Behaviour[] = [
  { id: "sheet.names", says: "sheet names are unique without regard to case", source: ASSUMED },
  { id: "sheet.last", says: "the last sheet can be neither deleted nor hidden", source: ASSUMED },
  {
    id: "sheet.insert",
    says: "a new sheet has 1000 rows and 26 columns, stands after the active one and becomes active",
    source: `${REFERENCE}spreadsheet/spreadsheet#insertSheet()`,
  },
  { id: "sheet.deleted", says: "a deleted sheet can no longer be used", source: ASSUMED },
  {
    id: "sheet.data-range",
    says: "the data range ends at the last cell with content, whoever wrote it",
    source: `${SHEET}#getDataRange()`,
  },
  {
    id: "sheet.append-row",
    says: "appendRow writes below the last content as typing would, and adds a row where there is none",
    source: `${SHEET}#appendRow(Object)`,
  },
  {
    id: "sheet.grow",
    says: "inserted rows look like their neighbour; filters, rules, protections, names, charts and metadata move along",
    source: ASSUMED,
  },
  {
    id: "sheet.delete-lines",
    says: "deleted rows take their notes, formats and metadata along; not all can be deleted",
    source: ASSUMED,
  },
  {
    id: "sheet.move-columns",
    says: "moved columns take width, hiding, metadata, names and filter criteria along",
    source: ASSUMED,
  },
  {
    id: "sheet.cells",
    says: "a spreadsheet holds at most 10 million cells",
    source: "https://support.google.com/drive/answer/37603",
  },
  { id: "sheet.one-filter", says: "a sheet has one filter at most", source: `${RANGE}#createFilter()` },
  {
    id: "sheet.rules",
    says: "setConditionalFormatRules replaces all rules",
    source: `${SHEET}#setConditionalFormatRules(ConditionalFormatRule)`,
  },
  { id: "sheet.freeze", says: "not all rows or columns can be frozen", source: ASSUMED },
  {
    id: "sheet.protection",
    says: "a sheet is protected once; warning-only protection takes no editors",
    source: `${REFERENCE}spreadsheet/protection`,
  },
  {
    id: "sheet.metadata",
    says: "developer metadata hangs on the document, a sheet, one whole row or one whole column, at most 30,000 characters per sheet",
    source: "https://developers.google.com/workspace/sheets/api/guides/metadata",
  },
  {
    id: "sheet.charts",
    says: "charts are kept as data, changed through modify and updateChart",
    source: SHEET,
  },
  {
    id: "document.names",
    says: "named ranges are unique without regard to case and must not look like cells",
    source: `${HELP}63175`,
  },
  {
    id: "document.snapshot",
    says: "a workbook restored from its snapshot gives the same snapshot",
    source: ASSUMED,
  },
];

const EXECUTION: readonly Behaviour[] = [
  {
    id: "buffer.wait",
    says: "writes wait until a flush, a read, a change of a sheet's shape, an alert or the end",
    source: `${REFERENCE}spreadsheet/spreadsheet-app#flush()`,
  },
  { id: "buffer.lost", says: "an execution that dies loses or keeps what waits", source: ASSUMED },
  {
    id: "buffer.lock",
    says: "releaseLock does not send the waiting writes",
    source: `${REFERENCE}lock/lock#releaseLock()`,
  },
  { id: "buffer.storage", says: "properties and cache are written at once", source: ASSUMED },
  {
    id: "lock.exclusive",
    says: "one execution holds the lock; the others wait in order until their time is over",
    source: `${REFERENCE}lock/lock`,
  },
  {
    id: "lock.end",
    says: "an execution that ends gives its lock back and waits no longer",
    source: `${REFERENCE}lock/lock#releaseLock()`,
  },
  {
    id: "lock.alert",
    says: "locks are lost while an alert or prompt is open",
    source: `${REFERENCE}base/ui#alert(String)`,
  },
  {
    id: "lock.no-document",
    says: "outside a document there are no document lock, properties or cache",
    source: `${REFERENCE}lock/lock-service#getDocumentLock()`,
  },
  { id: "properties.limits", says: "a property holds 9 KB, a store 500 KB", source: QUOTAS },
  {
    id: "properties.stores",
    says: "user properties are each user's own, document properties everybody's",
    source: `${GUIDES}properties`,
  },
  {
    id: "cache.limits",
    says: "a cache takes strings only: keys of 250 characters, values of 100 KB, 6 hours",
    source: `${REFERENCE}cache/cache`,
  },
  {
    id: "cache.expiry",
    says: "a cached item vanishes after its time, 10 minutes when none is given",
    source: `${REFERENCE}cache/cache#put(String,String)`,
  },
  {
    id: "cache.items",
    says: "above 1,000 items the oldest go until 900 are left",
    source: `${REFERENCE}cache/cache`,
  },
  { id: "auth.none", says: "in AuthMode.NONE menus can be built and nothing else touched", source: AUTH },
  {
    id: "auth.limited",
    says: "in AuthMode.LIMITED document and properties work; alerts, sidebars and user data do not",
    source: AUTH,
  },
  {
    id: "auth.custom-function",
    says: "custom functions read the document, write nothing and have no Ui",
    source: `${GUIDES}sheets/functions`,
  },
  {
    id: "auth.scopes",
    says: "a call needs one of its scopes granted, and the error names them",
    source: "https://developers.google.com/apps-script/concepts/scopes",
  },
  { id: "auth.ui", says: "getUi fails where no window is open", source: ASSUMED },
  {
    id: "session.key",
    says: "the temporary key says nothing of the user, needs no scope and changes every 30 days",
    source: `${REFERENCE}base/session#getTemporaryActiveUserKey()`,
  },
  {
    id: "script.authorization",
    says: "requireScopes ends the execution when a scope was not granted",
    source: `${REFERENCE}script/script-app`,
  },
  {
    id: "script.triggers",
    says: "an add-on's triggers run hourly at most, one of each type per user and document",
    source: "https://developers.google.com/workspace/add-ons/concepts/editor-triggers",
  },
  { id: "ui.menus", says: "menus take items, separators and sub-menus", source: `${REFERENCE}base/menu` },
  {
    id: "ui.dialogs",
    says: "alerts and prompts take a text, buttons and a title, and answer with the button",
    source: `${REFERENCE}base/ui`,
  },
  {
    id: "ui.pages",
    says: "sidebars and dialogs show an HtmlOutput with its title and size",
    source: `${REFERENCE}base/ui`,
  },
  {
    id: "utilities.dates",
    says: "formatDate takes SimpleDateFormat letters and a time zone; an unknown zone is GMT",
    source: `${REFERENCE}utilities/utilities#formatDate(Date,String,String)`,
  },
  {
    id: "utilities.bytes",
    says: "digests and base64 give bytes from -128 to 127",
    source: `${REFERENCE}utilities/utilities`,
  },
  { id: "mail.quota", says: "mail lands in the outbox, 100 recipients a day", source: QUOTAS },
  { id: "log.kept", says: "Logger and console write to the execution's log", source: `${GUIDES}logging` },
];

export const BEHAVIOURS: readonly Behaviour[] = [...VALUES, ...FORMULAS, ...RANGES, ...SHEETS, ...EXECUTION];
