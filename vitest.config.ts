import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

const ALONE = ["test/e2e/**/*.test.ts", "test/bundle/**/*.test.ts"];
const timeouts = { testTimeout: 60_000, hookTimeout: 120_000 };

export default defineConfig({
  test: {
    // Vitest leaves a core to itself; on two it would use one. It has little to do while the tests run.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        test: {
          name: "together",
          include: ["test/**/*.test.ts"],
          exclude: ALONE,
          sequence: { groupOrder: 0 },
          ...timeouts,
        },
      },
      {
        // One at a time, after everything else: what a user sees in the browser, and how fast the bundle starts, must
        // not depend on a busy machine.
        test: {
          name: "alone",
          include: ALONE,
          fileParallelism: false,
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
