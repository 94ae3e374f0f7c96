// @ts-nocheck
import { PIECES } from "./pieces.mjs";

const name = process.env.MUTATION_PIECE ?? "";

export default {
  mutate: PIECES[name].mutate,
  testRunner: "in-process",
  plugins: ["./tools/mutation/runner.mjs"],
  buildCommand: "node tools/mutation/bundle.mjs",
  coverageAnalysis: "perTest",
  // Tables and sentences made once at load: a mutant in them would need the whole run anew for each.
  ignoreStatic: true,
  incremental: true,
  incrementalFile: `reports/mutation/${name}.incremental.json`,
  concurrency: Number(process.env.MUTATION_CONCURRENCY ?? 2),
  timeoutMS: 15_000,
  ignorePatterns: ["/dist", "/build", "/out", "/reports", "/simulator", "/sidebar"],
  reporters: ["json"],
  jsonReporter: { fileName: `reports/mutation/${name}.json` },
  allowConsoleColors: false,
};
