/**
 * One measured run in a process of its own: `node task.mjs NAME {…}` prints what it took as JSON. Files are read
 * into memory before the clock starts.
 */
import { readFileSync } from "node:fs";
import { parse as csvParse } from "csv-parse/sync";
import Papa from "papaparse";
import { inferSchema, initParser } from "udsv";
import { duckdb } from "./duckdb.mjs";

const [name, json] = process.argv.slice(2);
const options = JSON.parse(json);

/** @type {Record<string, () => Promise<() => unknown>>} what is prepared, then what is measured */
const TASKS = {
  async parse() {
    const { parse } = await import(options.bundle);
    const bytes = readFileSync(options.file);
    return async () => {
      const parsed = await parse(bytes);
      return { rows: parsed.length, rejected: parsed.rejected.length, kept: [parsed] };
    };
  },
  async plan() {
    const { plan } = await import(options.bundle);
    const bytes = readFileSync(options.file);
    return async () => ({ rows: await plan(bytes) });
  },
  async papaparse() {
    const bytes = readFileSync(options.file);
    return () => {
      const text = new TextDecoder().decode(bytes);
      const { data } = Papa.parse(text, { delimiter: options.delimiter, newline: "\n", ...options.papa });
      return { rows: data.length - 2, kept: [data] };
    };
  },
  async "csv-parse"() {
    const bytes = readFileSync(options.file);
    return () => {
      const data = csvParse(bytes, { delimiter: options.delimiter, quote: options.quoted ? '"' : null });
      return { rows: data.length - 1, kept: [data] };
    };
  },
  async udsv() {
    const bytes = readFileSync(options.file);
    return () => {
      const text = new TextDecoder().decode(bytes);
      const schema = inferSchema(text, { col: options.delimiter, quote: options.quoted ? '"' : "" });
      const data = initParser(schema).stringArrs(text);
      return { rows: data.length, kept: [data] };
    };
  },
  async findings() {
    const { findings } = await import(options.bundle);
    const files = Object.fromEntries(
      Object.entries(options.files).map(([report, path]) => [report, readFileSync(path)]),
    );
    return async () => {
      const { findings: found, readMs, auditMs } = await findings(files, options.asOf);
      const open = found.map(({ audit, referenceId, quantity, amount }) =>
        audit === "underpaid"
          ? `${audit} ${referenceId} ${amount.minor}`
          : `${audit} ${referenceId} ${quantity}`,
      );
      return { rows: found.length, open: options.open ? open.sort() : undefined, readMs, auditMs };
    };
  },
  async duckdb() {
    return async () => {
      const open = await duckdb(options.files);
      return { rows: open.length, open: options.open ? open.sort() : undefined };
    };
  },
};

const run = await TASKS[name]();
const before = process.memoryUsage().rss;
const [cpu, start] = [process.cpuUsage(), performance.now()];
const { kept, ...result } = await run();
const ms = performance.now() - start;
const { user, system } = process.cpuUsage(cpu);
console.log(
  JSON.stringify({
    ms,
    cpuMs: (user + system) / 1000,
    peakMb: process.resourceUsage().maxRSS / 1000,
    beforeMb: before / 1e6,
    held: kept?.length,
    ...result,
  }),
);
