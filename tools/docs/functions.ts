/** docs/functions.md, written from the table of functions Google may call and the examples. */
import { ENTRYPOINTS, type Entrypoint, type Parameter } from "../../appsscript/entrypoint-table.ts";
import { EXAMPLES, type Example, type Rows, TABS, TODAY } from "./function-examples.ts";
import { table } from "./markdown.ts";

const FUNCTIONS = ENTRYPOINTS.filter(({ kind }) => kind === "custom");

/** The page as Markdown. Pure: same data, same page. */
export function functionsPage(): string {
  return [
    "# The functions for cells",
    "",
    "Generated from `appsscript/entrypoint-table.ts` and `tools/docs/function-examples.ts`; the examples are run by the",
    "tests. Sheets shows the same help while you type `=REIMB_` or `=FBA_`.",
    "",
    ...table(
      ["function", "what it gives"],
      FUNCTIONS.map(({ name, doc }) => [`[${name}](#${name.toLowerCase()})`, doc]),
    ),
    "",
    "## What holds for all",
    "",
    "- A function knows only what its arguments say: Google recalculates a cell when an argument changes, and at no other",
    "  time. So the day comes from a cell, usually the named cell `REIMB_TODAY` on *Start here*, which is set whenever the",
    "  sheet is opened, set up or audited; and reports, the Policy tab and the Claim Log count only where they are given.",
    "- Give whole columns with their header row (`Reimbursements!A:R`). Columns are found by their headers, in any order,",
    "  beside columns of your own. One formula answers for the whole range: keep the cells below it (of REIMB_AMOUNT also",
    "  those right of it) free.",
    "- For flags beside the rows of a report insert a column (*Insert › Columns › Insert 1 column left*) and type the formula into",
    "  its first cell: the add-on leaves your columns alone. Sheets warns before a header row is changed; press OK. If the",
    "  formula stays text, the column has taken over its neighbour's format: *Format › Number › Automatic*, then type it again.",
    "- What cannot be told says so: `CANNOT TELL: …` with the reason. An empty cell means that nothing is owed for that row.",
    "- Wrong arguments are answered with a sentence. REIMB_FLAG and REIMB_DEADLINE show it beside `#ERROR!`, the others in",
    "  the cell.",
    "- Where your spreadsheet's language separates arguments by semicolons, write them so: `=REIMB_FLAG(REIMB_TODAY; …)`.",
    "",
    "## The sheet of the examples",
    "",
    `\`REIMB_TODAY\` is ${TODAY}. The tabs have the columns the functions need; yours have more, which does no harm.`,
    "",
    ...Object.entries(TABS).flatMap(([name, rows]) => [`**${name}**`, "", ...tabTable(rows), ""]),
    ...FUNCTIONS.flatMap(section),
  ]
    .join("\n")
    .replace(/\n+$/, "\n");
}

function section(one: Entrypoint): string[] {
  const { name, doc, params, returns } = one;
  const sample = params.map((parameter) => (parameter.rest ? `${parameter.name}…` : parameter.name));
  return [
    `## ${name}`,
    "",
    `\`${name}(${sample.join(", ")})\``,
    "",
    `${doc}${returns === undefined ? "" : ` Gives ${returns}.`}`,
    "",
    ...table(
      ["argument", "what"],
      params.map((parameter) => [`\`${parameter.name}\``, said(parameter)]),
    ),
    "",
    ...(EXAMPLES[name] ?? []).flatMap(example),
  ];
}

function said({ doc, rest }: Parameter): string {
  return rest ? `any number of ranges: ${doc}` : doc;
}

function example({ formula, gives, note }: Example): string[] {
  const [first] = gives;
  const single = gives.length === 1 && first?.length === 1;
  return [
    "```",
    formula,
    "```",
    "",
    ...(single ? [`gives \`${first[0]}\`.${note ? ` ${note}` : ""}`] : ["gives", "", ...tabTable(gives)]),
    ...(note && !single ? ["", note] : []),
    "",
  ];
}

function tabTable([heads = [], ...rows]: Rows): string[] {
  return table(
    heads.map(String),
    rows.map((row) => heads.map((_, column) => String(row[column] ?? ""))),
  );
}
