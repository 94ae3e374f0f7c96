/**
 * THE table of every function Google may call. `tools/build.mjs` writes the top-level declarations of the
 * bundle from it, and fails when it differs from what is exported here. The `doc` and the parameters of
 * custom functions are what Sheets shows as help.
 */
export { auditRun } from "./audit.ts";
export { FBA_FEE, FBA_SIZE_TIER, REFERRAL_FEE } from "./fee-functions.ts";
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

/** A packaged unit: the first six arguments of the fee functions. */
const PACKAGED_UNIT: readonly Parameter[] = [
  {
    name: "length",
    type: "number",
    doc: "the length of the packaged item; a cell or a range, as all that follow",
  },
  { name: "width", type: "number", doc: "its width" },
  { name: "height", type: "number", doc: "its height" },
  { name: "unit", type: "string", doc: "the unit of the sides: in or cm" },
  { name: "weight", type: "number", doc: "its weight" },
  { name: "weightUnit", type: "string", doc: "the unit of the weight: oz, lb, g or kg" },
];
const PLACE: Parameter = { name: "marketplace", type: "string", doc: "US, UK, DE, JP and so on" };
const SHIPS: Parameter = { name: "day", type: "Date", doc: "the day the item ships: its fee table holds" };

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
    doc: "Audits the sheet and writes the Findings and Data health tabs.",
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
  {
    kind: "custom",
    name: "FBA_SIZE_TIER",
    params: [...PACKAGED_UNIT, PLACE, SHIPS],
    doc: "The size tier Amazon should put a packaged item in, by the tables this add-on knows.",
    returns: "the size tier, or why it can't be told",
  },
  {
    kind: "custom",
    name: "FBA_FEE",
    params: [
      ...PACKAGED_UNIT,
      { name: "price", type: "number", doc: "the price of one item, in the marketplace's currency" },
      { name: "category", type: "string", doc: "the category; apparel and dangerous goods pay more" },
      PLACE,
      SHIPS,
    ],
    doc: "The fulfilment fee of one unit with the surcharges of the day, by the tables this add-on knows.",
    returns: "the fee, or why it can't be told",
  },
  {
    kind: "custom",
    name: "REFERRAL_FEE",
    params: [
      {
        name: "price",
        type: "number",
        doc: "what the buyer paid for one item: price, shipping and gift wrap, without tax",
      },
      { name: "category", type: "string", doc: "Amazon's referral category, such as Toys & Games" },
      PLACE,
      { name: "day", type: "Date", doc: "the day of the sale" },
    ],
    doc: "The referral fee of one item, at least the category's minimum, by the rates this add-on knows.",
    returns: "the fee, or why it can't be told",
  },
];
