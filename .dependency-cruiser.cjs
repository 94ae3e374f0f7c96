/** The arrows of the house (docs/architecture.md): who may know whom. */
const only = (name, from, allowed, comment, but = {}) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { pathNot: allowed, ...but },
});

module.exports = {
  forbidden: [
    {
      name: "no-circular",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    { name: "unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    only("values-know-nobody", "^src/values/", "^src/values/", "values are used by everybody and use nobody"),
    only("reports-know-values", "^src/reports/", "^src/(values|reports)/", "reports stand on values"),
    only("policy-knows-values", "^src/policy/", "^src/(values|policy)/", "policy stands on values"),
    only(
      "audits-know-reports-and-policy",
      "^src/audits/",
      "^src/(values|reports|policy|audits)/",
      "audits stand on reports and policy",
    ),
    only(
      "claims-know-audits",
      "^src/claims/",
      "^src/(values|reports|policy|audits|claims)/",
      "claims stand on audits",
    ),
    only(
      "books-know-claims",
      "^src/books/",
      "^src/(values|reports|policy|audits|claims|books)/",
      "books stand on claims",
    ),
    only(
      "insight-knows-claims",
      "^src/insight/",
      "^src/(values|reports|policy|audits|claims|insight)/",
      "insight stands on claims",
    ),
    only(
      "intake-knows-src",
      "^intake/",
      "^(src|intake)/|^node_modules/papaparse|^node_modules/@types/papaparse|^appsscript/protocol",
      "intake knows the domain, and the server by type only",
    ),
    only(
      "shell-knows-src",
      "^appsscript/",
      "^(src|appsscript)/|^node_modules/zod|^node_modules/@types/google-apps-script",
      "the shell knows the domain",
    ),
    only(
      "simulator-knows-intake",
      "^simulator/(?!page/)",
      "^(src|intake|simulator|samples)/|^tools/build\\.mjs$|^node_modules/(hucre|esbuild|@ironcalc|@types/node)",
      "the local Sheets runs the built bundle; it never imports the shell",
      { dependencyTypesNot: ["core"] },
    ),
    only(
      "page-knows-the-wire",
      "^simulator/page/",
      "^simulator/page/|^simulator/server/protocol\\.ts$|^node_modules/(preact|@revolist|chart\\.js)",
      "the page in the browser knows the local Sheets only by what they say to each other",
    ),
    only(
      "sidebar-knows-intake",
      "^sidebar/",
      "^(src|intake|sidebar)/|^appsscript/protocol|^node_modules/preact",
      "the sidebar knows intake and the domain, and the server by type only",
    ),
    {
      name: "server-by-type-only",
      comment: "intake and the runner call the server through google.script.run, never directly",
      severity: "error",
      from: { path: "^(intake|simulator|sidebar)/" },
      to: { path: "^appsscript/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "one-file-knows-xlsx",
      severity: "error",
      from: { pathNot: "^(simulator/xlsx\\.ts|test/)" },
      to: { path: "^node_modules/hucre" },
    },
    {
      name: "nobody-knows-tests",
      severity: "error",
      from: { pathNot: "^test/" },
      to: { path: "^test/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    preserveSymlinks: true,
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "src/tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".d.ts"],
    },
  },
};
