// @ts-nocheck
import { defineConfig } from "vitest/config";
import { PIECES } from "./pieces.mjs";

const piece = PIECES[process.env["MUTATION_PIECE"] as keyof typeof PIECES];

/** One worker that keeps its modules: each mutant runs a few tests, and loading would take most of the time. */
export default defineConfig({
  test: { include: piece.tests, isolate: false, testTimeout: 60_000 },
});
