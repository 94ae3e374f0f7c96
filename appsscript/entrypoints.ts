/**
 * THE table of every function Google may call. `tools/build.mjs` writes the top-level declarations of the
 * bundle from it, and fails when it differs from what is exported here. The `doc` and the parameters of
 * custom functions are what Sheets shows as help.
 */
export { auditRun } from "./audit.ts";
export { REIMB_DEADLINE, REIMB_FLAG } from "./functions.ts";
export { importBegin, importFinish, importKeys, importPiece } from "./import.ts";
export { menuAudit, menuHelp, menuImport, menuSetUp, onInstall, onOpen } from "./menu.ts";

export interface Parameter {
  readonly name: string;
  readonly doc: string;
  readonly type?: string;
  /** Any number of further arguments. */
  readonly rest?: boolean;
}

export interface Entrypoint {
  /** menu and trigger: called by Google; client: by the sidebar and the runner; custom: in a cell. */
  readonly kind: "menu" | "trigger" | "client" | "custom";
  readonly name: string;
  readonly params: readonly Parameter[];
  readonly doc: string;
  readonly returns?: string;
}

const EVENT: Parameter = { name: "event", doc: "Google's event, with the authorisation mode" };
const REQUEST: Parameter = { name: "request", doc: "see appsscript/protocol.ts; checked before use" };

export const ENTRYPOINTS: readonly Entrypoint[] = [
  { kind: "trigger", name: "onOpen", params: [EVENT], doc: "Builds the menu when a document is opened." },
  { kind: "trigger", name: "onInstall", params: [EVENT], doc: "Builds the menu after installation." },
  { kind: "menu", name: "menuSetUp", params: [], doc: "Set up this sheet." },
  { kind: "menu", name: "menuImport", params: [], doc: "Import reports." },
  { kind: "menu", name: "menuAudit", params: [], doc: "Run audit." },
  { kind: "menu", name: "menuHelp", params: [], doc: "Help." },
  {
    kind: "client",
    name: "importBegin",
    params: [REQUEST],
    doc: "Makes the tab of a report ready for a file.",
  },
  {
    kind: "client",
    name: "importKeys",
    params: [REQUEST],
    doc: "A slice of the row keys of a report's tab.",
  },
  { kind: "client", name: "importPiece", params: [REQUEST], doc: "Writes one numbered piece of an import." },
  {
    kind: "client",
    name: "importFinish",
    params: [REQUEST],
    doc: "Puts the rows in order and records the file.",
  },
  {
    kind: "client",
    name: "auditRun",
    params: [REQUEST],
    doc: "Audits the sheet and writes the Findings tab.",
  },
  {
    kind: "custom",
    name: "REIMB_FLAG",
    params: [
      {
        name: "asOf",
        type: "Date",
        doc: "the day to judge from, usually REIMB_TODAY",
      },
      {
        name: "range",
        type: "Array<Array<string>>",
        doc: "a report with its header row, for example 'Inventory Ledger Detail'!A:Q",
      },
      {
        name: "otherRanges",
        type: "Array<Array<string>>",
        rest: true,
        doc: "further reports the audits need, each with its header row: reimbursements, customer returns, settlements, costs; and the Policy tab, if you set values there",
      },
    ],
    doc: "Says for each row of an Amazon report what it is owed: FILE by a day, WAIT until a day, EXPIRED, INFO, or nothing. One formula marks the whole range.",
    returns: "a heading and one flag per row",
  },
  {
    kind: "custom",
    name: "REIMB_DEADLINE",
    params: [
      {
        name: "claimType",
        type: "string",
        doc: "an audit such as warehouse-lost, or a claim type such as customer_return",
      },
      {
        name: "eventDate",
        type: "Date",
        doc: "the day the claim window counts from: the loss, the refund, the approval",
      },
      { name: "marketplace", type: "string", doc: "US, UK, DE, JP and so on" },
    ],
    doc: "The last day to file a claim with Amazon, under the claim windows this add-on knows.",
    returns: "a day, or words",
  },
];
