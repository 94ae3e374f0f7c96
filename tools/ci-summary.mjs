/**
 * The closing line of a continuous-integration run, from vitest's JSON and the exit codes of the other steps.
 * usage: node tools/ci-summary.mjs TESTS.json TEST_EXIT CHECK_EXIT AUDIT_EXIT
 */
import { existsSync, readFileSync } from "node:fs";

const [file, testExit, checkExit, auditExit] = process.argv.slice(2);
const steps = { "the tests": testExit, "npm run check": checkExit, "reimb audit": auditExit };
let passed = 0;
let failed = 0;
let skipped = 0;
if (existsSync(file)) {
  const run = JSON.parse(readFileSync(file, "utf8"));
  passed += run.numPassedTests;
  failed += run.numFailedTests;
  skipped += run.numPendingTests + run.numTodoTests;
} else failed++;
for (const [name, exit] of Object.entries(steps)) {
  if (exit === "0") passed++;
  else {
    failed++;
    console.log(`${name} ended with exit status ${exit}`);
  }
}
if (skipped > 0) {
  failed++;
  console.log(`${skipped} tests were skipped; here nothing may be.`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
