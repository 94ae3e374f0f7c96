/**
 * All static checks: types per world, format and lint, the arrows of the house, dead code.
 * usage: node tools/check.mjs [types|types:WORLD|lint|arrows|dead]...   (default: all)
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const WORLDS = [
  "src",
  "appsscript",
  "intake",
  "sidebar",
  "simulator",
  "simulator/page",
  "samples",
  "tools",
  "bench",
  "test",
  "test/e2e",
];
const FOLDERS = ["src", "appsscript", "intake", "sidebar", "simulator", "samples"].filter((f) =>
  existsSync(f),
);

const worlds = WORLDS.filter((world) => existsSync(`${world}/tsconfig.json`));
const typesOf = (world) => [`types of ${world}`, ["tsc", "-p", world]];
const CHECKS = {
  ...Object.fromEntries(worlds.map((world) => [`types:${world}`, [typesOf(world)]])),
  types: worlds.map(typesOf),
  lint: [["format and lint", ["biome", "ci", "--colors=off", "."]]],
  arrows: [["arrows of the house", ["depcruise", "--output-type", "err", "--no-progress", ...FOLDERS]]],
  dead: [["dead code", ["knip", "--no-progress"]]],
};

const wanted = process.argv.length > 2 ? process.argv.slice(2) : ["types", "lint", "arrows", "dead"];
let failed = 0;
let passed = 0;
for (const name of wanted) {
  if (!(name in CHECKS)) {
    console.error(`No check is called ${name}; there are: ${Object.keys(CHECKS).join(", ")}.`);
    process.exit(2);
  }
  for (const [title, [tool, ...args]] of CHECKS[name]) {
    const run = spawnSync(process.execPath, [`node_modules/.bin/${tool}`, ...args], {
      encoding: "utf8",
      env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0" },
    });
    if (run.status === 0) passed++;
    else failed++;
    console.log(`${run.status === 0 ? "ok    " : "FAILED"} ${title}`);
    if (run.status !== 0) console.log(`${run.stdout}${run.stderr}`);
  }
}
console.log(`checks: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
