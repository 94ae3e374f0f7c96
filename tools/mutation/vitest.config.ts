// @ts-nocheck
import { matchesGlob, relative } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import { PIECES } from "./pieces.mjs";

const tests = PIECES[process.env["MUTATION_PIECE"] as keyof typeof PIECES].tests.map((pattern) =>
  pattern.replace(/ts$/, "mjs"),
);

/** The piece's tests in the order it names them: the nearest first, since a mutant is done with its first failure. */
class NearestFirst extends BaseSequencer {
  override async sort(files) {
    const place = ({ moduleId }) =>
      tests.findIndex((pattern) => matchesGlob(relative(process.cwd(), moduleId), pattern));
    return files.sort((a, b) => place(a) - place(b));
  }
}

/** The bundled tests (bundle.mjs), in one worker that keeps its modules from file to file. */
export default defineConfig({
  test: { include: tests, isolate: false, testTimeout: 60_000, sequence: { sequencer: NearestFirst } },
});
