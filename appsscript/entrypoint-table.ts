/**
 * THE table of every function Google may call. `tools/build.mjs` writes the top-level declarations of the
 * bundle from it, and fails when it differs from what `entrypoints.ts` exports. The `doc` and the parameters of
 * custom functions are what Sheets shows as help. The table itself stays out of the bundle.
 */

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

const LOG: Parameter = {
  name: "log",
  type: "Array<Array<string>>",
  doc: "the Claim Log tab with its header row, for example 'Claim Log'!A:AL",
};

const client = (name: string, doc: string): Entrypoint => ({ kind: "client", name, params: [REQUEST], doc });
const menu = (name: string, doc: string): Entrypoint => ({ kind: "menu", name, params: [], doc });

/** A report's rows and what they are judged by: the arguments of the functions that answer row by row. */
const ROWS: readonly Parameter[] = [
  { name: "asOf", type: "Date", doc: "the day to judge from, usually REIMB_TODAY" },
  {
    name: "range",
    type: "Array<Array<string>>",
    doc: "a report with its header row, for example 'Inventory Ledger Detail'!A:Q",
  },
  {
    name: "otherRanges",
    type: "Array<Array<string>>",
    rest: true,
    doc: "further reports the audits need, each with its header row: reimbursements, customer returns, settlements, costs; the Policy tab, if you set values there; and the Claim Log, so that what is filed or dismissed is known",
  },
];

export const ENTRYPOINTS: readonly Entrypoint[] = [
  { kind: "trigger", name: "onOpen", params: [EVENT], doc: "Builds the menu when a document is opened." },
  { kind: "trigger", name: "onInstall", params: [EVENT], doc: "Builds the menu after installation." },
  menu("menuSetUp", "Set up this sheet."),
  menu("menuImport", "Import reports."),
  menu("menuAudit", "Run audit."),
  menu("menuFindings", "Open findings."),
  menu("menuClaims", "Open claims."),
  menu("menuRebuild", "Rebuild claims from the log."),
  menu("menuHelp", "Help."),
  client("importBegin", "Makes the tab of a report ready for a file."),
  client("importKeys", "A slice of the row keys of a report's tab."),
  client("importPiece", "Writes one numbered piece of an import."),
  client("importFinish", "Puts the rows in order and records the file."),
  client("auditRun", "Audits the sheet and writes the Findings and Data health tabs."),
  client("auditSummary", "Audits the sheet and says what it adds up to."),
  client("auditPlan", "What an audit in the client takes."),
  client("auditCore", "A part of the program a client audits with."),
  client("auditClaims", "A page of what the claim log tells an audit."),
  client("auditSlice", "A slice of the cells the audits read."),
  client("auditCheck", "Whether slices still stand as they were read."),
  client("auditBegin", "Begins to write what a client's audit found."),
  client("auditRows", "A page of the ids in a tab an audit writes."),
  client("auditWrite", "Writes some rows of what a client's audit found."),
  client("auditOrder", "Puts a tab a client's audit wrote in order."),
  client("auditFinish", "Records a client's audit."),
  client("sidebarStart", "What the sidebar shows first."),
  client("setUp", "Makes the tabs."),
  client("settingsSave", "Keeps the user's name and the daily cap."),
  client("downloadsNext", "What to download next."),
  client("findingsList", "A page of findings."),
  client("findingDetail", "Everything about one finding."),
  client("findingStart", "Starts a claim of a finding."),
  client("findingDismiss", "Dismisses a finding."),
  client("findingSnooze", "Hides a finding for some days."),
  client("findingWake", "Brings a dismissed or snoozed finding back."),
  client("claimsList", "A page of claims."),
  client("claimDetail", "Everything about one claim."),
  client("claimStep", "Moves a claim to its next state."),
  client("claimEvidence", "Adds a link to the evidence of a claim."),
  client("claimNote", "Adds a note to a claim."),
  client("claimUndo", "Takes an entry of a claim back."),
  client("claimCorrect", "Corrects the case id or the filing day of a claim."),
  client("caseText", "The text of a case for Seller Central."),
  client("paymentProposals", "Reimbursements that seem to answer claims."),
  client("paymentConfirm", "Confirms a reimbursement as a claim's, or declines it."),
  client("claimsRebuild", "Writes the Claims tab anew from the claim log."),
  client("showLine", "Selects a row of a report's tab."),
  client("selection", "What the active row of the Findings or Claims tab is."),
  {
    kind: "custom",
    name: "REIMB_FLAG",
    params: ROWS,
    doc: "Says for each row of an Amazon report what it is owed: FILE by a day, WAIT until a day, EXPIRED, INFO, or nothing. One formula marks the whole range.",
    returns: "a heading and one flag per row",
  },
  {
    kind: "custom",
    name: "REIMB_EXPLAIN",
    params: ROWS,
    doc: "Explains for each row of an Amazon report what happened, why money is owed and what to do.",
    returns: "a heading and one text per row",
  },
  {
    kind: "custom",
    name: "REIMB_AMOUNT",
    params: ROWS,
    doc: "The amount each row of an Amazon report is owed and that can still be claimed, with its currency in a second column.",
    returns: "a heading, and one amount and currency per row",
  },
  {
    kind: "custom",
    name: "REIMB_DAYS_LEFT",
    params: ROWS,
    doc: "The days left to file what each row of an Amazon report is owed, counted from the as-of day.",
    returns: "a heading and one number per row",
  },
  {
    kind: "custom",
    name: "REIMB_STATUS",
    params: [
      { name: "asOf", type: "Date", doc: "the day to judge from, usually REIMB_TODAY" },
      {
        name: "ids",
        type: "Array<Array<string>>",
        doc: "ids of findings or claims, one cell or a range such as the column ID of the Findings tab",
      },
      LOG,
    ],
    doc: "What the claim log says of each finding or claim: new, snoozed, dismissed, or the state of its claim and the case id.",
    returns: "one status per id",
  },
  {
    kind: "custom",
    name: "REIMB_TOTAL",
    params: [
      {
        name: "findings",
        type: "Array<Array<string>>",
        doc: "the Findings tab with its header row, for example Findings!A:AA",
      },
      { name: "by", type: "string", doc: "state, family or month (of the event)" },
      {
        name: "state",
        type: "string",
        doc: "only findings of this state: file, wait, expired, exposure or info; all when left out",
      },
    ],
    doc: "Adds up findings by state, family or month, each currency by itself.",
    returns: "a heading, and one row per group and currency with amount and number of findings",
  },
  {
    kind: "custom",
    name: "REIMB_EVIDENCE_GAP",
    params: [
      {
        name: "ids",
        type: "Array<Array<string>>",
        doc: "ids of claims or of their findings, one cell or a range such as the column Claim ID of the Claims tab",
      },
      LOG,
      {
        name: "otherRanges",
        type: "Array<Array<string>>",
        rest: true,
        doc: "the tabs Invoices, Shipment Contents and Shipping Queue with their header rows, to tell how many shipped units invoices cover; and the Policy tab, if you set values there",
      },
    ],
    doc: "The papers each claim still lacks, and how many of its shipped units invoices cover.",
    returns: "one text per id",
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
