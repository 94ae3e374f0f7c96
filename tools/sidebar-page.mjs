/**
 * The page of the sidebar: `sidebar/` as one HTML file, its style and script inside. It travels to the browser with
 * every opening, so it is kept small: what of the sources is the same on every line is left out and put back when
 * the page loads.
 */
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { build as esbuild } from "esbuild";

/**
 * The page of the sidebar: one file with its style and script inside, since the page may load nothing. Its script
 * is minified, it travels to the browser with every opening.
 *
 * @param {string} root
 * @returns {Promise<string>}
 */
export async function sidebarPage(root) {
  const shared = {
    absWorkingDir: root,
    bundle: true,
    write: false,
    charset: "utf8",
    minify: true,
    logLevel: "silent",
  };
  const [script, style] = await Promise.all([
    esbuild({
      ...shared,
      entryPoints: ["sidebar/main.tsx"],
      format: "iife",
      target: "es2022",
      platform: "browser",
      // Shorter than the automatic runtime's calls by a fortieth of the page.
      jsxFactory: "h",
      jsxFragment: "Fragment",
      inject: [ELEMENTS],
      tsconfigRaw: { compilerOptions: { jsx: "react" } },
      legalComments: "none",
      mangleProps: DEFINITION_WORDS,
      plugins: [elements(root), parserOnly, shortReports],
    }),
    esbuild({ ...shared, entryPoints: ["sidebar/style.css"], target: "es2022" }),
  ]);
  const page = await readFile(join(root, "sidebar/index.html"), "utf8");
  const parts = { style: style.outputFiles[0]?.text ?? "", script: script.outputFiles[0]?.text ?? "" };
  for (const [name, text] of Object.entries(parts)) {
    // An HTML parser ends the element at the first such text, wherever it stands in the script.
    if (/<\/(script|style)|<!--/i.test(text))
      throw new Error(`The sidebar's ${name} holds text that would end it.`);
  }
  return page.replace(/\/\* (style|script) \*\//g, (_, name) => parts[name].trim());
}

const ELEMENTS = "elements-of-the-page";

/** What JSX is turned into calls of, for every file that has any. */
const elements = (root) => ({
  name: ELEMENTS,
  setup(esbuildBuild) {
    const filter = new RegExp(`^${ELEMENTS}$`);
    esbuildBuild.onResolve({ filter }, () => ({ path: ELEMENTS, namespace: ELEMENTS }));
    esbuildBuild.onLoad({ filter, namespace: ELEMENTS }, () => ({
      contents: 'export { Fragment, h } from "preact";',
      resolveDir: root,
    }));
  },
});

/**
 * Properties of report definitions, written by every one of them, and some others that occur often: shortened in the page. None may be a field of a
 * report or of a request, whose names leave the page (test/bundle/sidebar.test.ts).
 */
export const DEFINITION_WORDS =
  /^(fingerprint|allOf|noneOf|coverageDay|coveragePeriod|merging|identity|identityWhenFilled|newest|preferLarger|aliases|audited|unaudited|personal|shortName|definition|droppedPersonal|ledgerWithoutHeader|archiveBefore|compactColumns|responsible|problem|stopping|session|elapsed|onChanged|onBack|breathe|primary|onVerdict|onTrouble|linesBefore|onSend|onCopied|delimiter|quoted|doubled|targets|current|componentDidCatch|componentDidMount|componentDidUpdate|componentWillMount|componentWillReceiveProps|componentWillUnmount|componentWillUpdate|debounceRendering|getChildContext|getDerivedStateFromError|getDerivedStateFromProps|getSnapshotBeforeUpdate|shouldComponentUpdate)$/;

/**
 * Of papaparse the one function that splits text into records: what it has beside it to download files and to run
 * in workers has no place in a page that reaches nobody. A text edit, checked: the library exports nothing less.
 */
const parserOnly = {
  name: "parser-only",
  setup(esbuildBuild) {
    esbuildBuild.onLoad({ filter: /papaparse(\.min)?\.js$/ }, async ({ path }) => {
      const text = await readFile(join(dirname(path), "papaparse.js"), "utf8");
      const functions = ["Parser", "escapeRegExp", "isFunction"].map((name) => {
        const found = new RegExp(`\\n\\tfunction ${name}\\([^)]*\\)\\n?\\s*\\{[\\s\\S]*?\\n\\t\\}\\n`).exec(
          text,
        )?.[0];
        if (!found) throw new Error(`papaparse has changed: there is no function ${name} any more.`);
        return found;
      });
      const constants = /\n\tPapa\.BYTE_ORDER_MARK = .*\n\tPapa\.BAD_DELIMITERS = .*\n/.exec(text)?.[0];
      if (!constants) throw new Error("papaparse has changed: there is no BAD_DELIMITERS any more.");
      return {
        contents: `const Papa = {};${constants}${functions.join("")}Papa.Parser = Parser;\nexport default Papa;`,
        loader: "js",
      };
    });
  },
};

/**
 * The headers most columns have, by what stands in their place: the field's words with hyphens, with blanks, or each
 * with a capital letter. `asinTitle`: "" → `asin-title`, " " → `asin title`, "A" → `Asin Title`.
 */
const HEADER_OF_FIELD = `((words, short) => short === "" ? words.join("-") : short === " " ? words.join(" ")
    : words.map((word) => word[0].toUpperCase() + word.slice(1)).join(" "))(
    key.replace(/[A-Z]+[0-9]*|[0-9]+/g, (part) => " " + part.toLowerCase()).split(" "), short)`;
const headerOfField = new Function("key", "short", `return ${HEADER_OF_FIELD};`);
const SHORT_HEADERS = ["", " ", "A"];

/** Report definitions without what nobody reads in the page, the rest of them short. */
export const shortReports = {
  name: "short-reports",
  setup(esbuildBuild) {
    esbuildBuild.onLoad({ filter: /src[\\/]reports[\\/][^\\/]+\.ts$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      if (path.endsWith("definition.ts"))
        return { contents: puttingBack(text, SHORTENED) + COLUMNS_IN, loader: "ts" };
      return {
        contents: withRuns(
          shortHeaders(withoutAlike(text))
            .replace(/^ {2}sources: \[[^\]]*\],$/m, "")
            .replace(/^ {2}(domainId|spApiType|download):\s+(null|"[^"]*"|'[^']*'),\n/gm, "")
            .replace(/^ {2}personal: \[\],\n/gm, ""),
        ),
        loader: "ts",
      };
    });
  },
};

/** The types of columns, each by a letter; a capital for a column no audit reads. */
const TYPES = { i: "id", c: "code", t: "text", n: "int", d: "decimal", y: "day", m: "moment" };
const COLUMN = new RegExp(
  `^ {4}(\\w+): (unaudited\\()?(${Object.values(TYPES).join("|")})\\("([ A]?)"\\)\\)?,$`,
);

/** Columns without anything of their own, one after the other, as one text: `t-asin` … */
function withRuns(text) {
  const lines = [];
  let run = [];
  const close = () => {
    if (run.length > 0) lines.push(`    ...columnsIn("${run.join(",")}"),`);
    run = [];
  };
  for (const line of text.split("\n")) {
    const [, field, unaudited, type, short] = COLUMN.exec(line) ?? [];
    if (field === undefined) {
      close();
      lines.push(line);
      continue;
    }
    const letter = Object.keys(TYPES).find((one) => TYPES[one] === type);
    run.push(`${unaudited ? letter.toUpperCase() : letter}${SHORT_HEADERS.indexOf(short) || ""}${field}`);
  }
  close();
  return lines.join("\n").replace("import { ", "import { columnsIn, ");
}

/** Added to the definitions' own file. */
const COLUMNS_IN = `
export function columnsIn(names) {
  const types = { ${Object.entries(TYPES)
    .map(([letter, type]) => `${letter}: ${type}`)
    .join(", ")} };
  return Object.fromEntries(names.split(",").map((name) => {
    const [, letter, short, key] = /^(.)([0-9]?)(.*)/.exec(name);
    const of = types[letter.toLowerCase()](${JSON.stringify(SHORT_HEADERS)}[Number(short)]);
    return [key, letter in types ? of : unaudited(of)];
  }));
}
`;

/** The text of a definition without what nearly all have alike; `defineReport` puts it back. */
export function withoutAlike(text) {
  return text
    .replace(/^ {2}id: ("[^"]*"),\n {2}shortName: \1,\n/m, "  id: $1,\n")
    .replace(/^ {2}from: "amazon",\n/gm, "");
}

/** The same without the headers that follow from their fields. */
export function shortHeaders(text) {
  return text.replace(
    /^( {4}(\w+): (?:\w+\()*(?:id|code|text|int|decimal|day|moment)\()"([^"]+)"/gm,
    (whole, before, field, header) => {
      const short = SHORT_HEADERS.find((one) => headerOfField(field, one) === header);
      return short === undefined ? whole : `${before}"${short}"`;
    },
  );
}

/** Headers are put back when somebody asks for the columns: all of them at the start would be a fifth of it. */
export const WHEN_ASKED = `let whole = false;
  return { shortName: definition.id, from: "amazon", ...definition,
    get columns() {
      if (!whole) for (const [key, column] of Object.entries(definition.columns)) {
        const short = column.header;
        if (${JSON.stringify(SHORT_HEADERS)}.includes(short)) Object.assign(column, { header: ${HEADER_OF_FIELD} });
      }
      whole = true;
      return definition.columns;
    } };`;

const SHORTENED = `for (const [key, column] of Object.entries(definition.columns)) {
    const short = column.header;
    if (${JSON.stringify(SHORT_HEADERS)}.includes(short)) Object.assign(column, { header: ${HEADER_OF_FIELD} });
  }
  return { shortName: definition.id, from: "amazon", personal: [], ...definition };`;

/** The definitions' own file, with what `defineReport` does in place of returning what it is given. */
export function puttingBack(definitions, instead) {
  const end = "\n): ReportDefinition<C> {\n  return definition;\n}";
  if (!definitions.includes(end)) throw new Error("defineReport has changed: the build adds to it.");
  return definitions.replace(
    end,
    end.replace("return definition;", () => instead),
  );
}
