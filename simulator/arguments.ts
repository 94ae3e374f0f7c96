/**
 * The command line of `reimb`, read and checked before anything runs.
 */
import { parseArgs } from "node:util";
import { marketplace } from "../src/policy/index.ts";
import { type Day, parseDay } from "../src/values/day.ts";

export interface AuditArguments {
  readonly folder: string;
  /** Null: today. */
  readonly asOf: Day | null;
  readonly marketplace: string;
  readonly from: Day | null;
  readonly to: Day | null;
  readonly json: boolean;
  readonly out: string | null;
  readonly stats: boolean;
  /** Files without any header that look like it are inventory ledgers. */
  readonly ledgerWithoutHeader: boolean;
}

/** Arguments that cannot be used; the message is one line for standard error. */
export class UnusableArguments extends Error {}

export const USAGE = `usage: reimb audit DIR [options]    import every report file in DIR, audit, print a summary
         --as-of YYYY-MM-DD          the day to audit for (default: today)
         --marketplace US|UK|DE|…    for reports that do not say (default US)
         --from DAY --to DAY         the period the reports were downloaded for
         --json                      the result on standard output as one JSON document, nothing else there
         --out FILE.xlsx             write the whole workbook
         --stats                     count the calls to Google's services
         --ledger-without-header     take a file that is an inventory ledger without its header row for one
       reimb report-types           the reports it knows, and where to download each
       reimb start [options]        open a local Google Sheets in the browser; the first time with a sample account
         --port N                    where (default 4173)
         --no-open                   only print the address
         --folder DIR                where the workbook is kept (default out/local-sheets)`;

/** Reads the arguments after `audit`; throws UnusableArguments with one clear line. */
export function auditArguments(argv: readonly string[]): AuditArguments {
  const { values, positionals } = read(argv);
  const [folder, ...more] = positionals;
  if (folder === undefined)
    throw new UnusableArguments("Name the folder that holds the report files: reimb audit DIR");
  if (more.length > 0)
    throw new UnusableArguments(
      `One folder at a time: "${more[0]}" is one too many (quote names with spaces)`,
    );
  const from = dayArgument("--from", values.from);
  const to = dayArgument("--to", values.to);
  if (from !== null && to !== null && from > to)
    throw new UnusableArguments(`--from ${values.from} is after --to ${values.to}`);
  const code = (values.marketplace ?? "US").toUpperCase();
  if (marketplace(code) === null)
    throw new UnusableArguments(
      `--marketplace ${values.marketplace} is not known; use a code such as US, UK, DE or JP`,
    );
  if (values.out !== undefined && !values.out.toLowerCase().endsWith(".xlsx"))
    throw new UnusableArguments(`--out ${values.out}: the file name must end in .xlsx`);
  return {
    folder,
    asOf: dayArgument("--as-of", values["as-of"]),
    marketplace: code,
    from,
    to,
    json: values.json ?? false,
    out: values.out ?? null,
    stats: values.stats ?? false,
    ledgerWithoutHeader: values["ledger-without-header"] ?? false,
  };
}

export interface StartArguments {
  readonly port: number;
  /** Whether to open the address in the browser. */
  readonly open: boolean;
  /** Where the workbook is kept; null: the usual place. */
  readonly folder: string | null;
}

const PORT = 4173;

/** Reads the arguments after `start`. */
export function startArguments(argv: readonly string[]): StartArguments {
  const { values, positionals } = parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { port: { type: "string" }, "no-open": { type: "boolean" }, folder: { type: "string" } },
    }),
  );
  if (positionals[0] !== undefined) throw new UnusableArguments(`npm start takes no "${positionals[0]}"`);
  const port = values.port ?? String(PORT);
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    throw new UnusableArguments(
      `--port ${port} is not a port; use a number from 1 to 65535, or 0 for any free one`,
    );
  return { port: Number(port), open: !values["no-open"], folder: values.folder ?? null };
}

function read(argv: readonly string[]) {
  return parsed(() =>
    parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        "as-of": { type: "string" },
        marketplace: { type: "string" },
        from: { type: "string" },
        to: { type: "string" },
        json: { type: "boolean" },
        out: { type: "string" },
        stats: { type: "boolean" },
        "ledger-without-header": { type: "boolean" },
      },
    }),
  );
}

function parsed<Read>(parse: () => Read): Read {
  try {
    return parse();
  } catch (error) {
    throw new UnusableArguments((error as Error).message.split("\n")[0] ?? "");
  }
}

function dayArgument(name: string, text: string | undefined): Day | null {
  if (text === undefined) return null;
  const day = parseDay(text);
  if (day === null) throw new UnusableArguments(`${name} ${text} is not a day; write it as YYYY-MM-DD`);
  return day;
}
