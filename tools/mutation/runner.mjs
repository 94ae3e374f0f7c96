/**
 * Stryker's test runner for pure code: vitest's own collector and expectations in the worker itself, and for every mutant a
 * fresh set of modules out of one compiled script (bundle.mjs). A process or thread of vitest for each of some
 * ten thousand mutants would take hours.
 */
// @ts-nocheck
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { Script } from "node:vm";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { declareFactoryPlugin, PluginKind } from "@stryker-mutator/api/plugin";
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from "@stryker-mutator/api/test-runner";
import { startTests } from "@vitest/runner";
import { testFiles } from "./pieces.mjs";
import { vitest } from "./vitest-api.mjs";

const CONFIG = {
  root: process.cwd(),
  setupFiles: [],
  sequence: { seed: 1, hooks: "stack", setupFiles: "list" },
  maxConcurrency: 1,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  retry: 0,
  passWithNoTests: true,
  tags: [],
};

/** The tests of a piece, in the worker: all of them without a mutant, then those that reach it, mutant by mutant. */
class InProcessRunner {
  constructor() {
    this.stryker = globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {};
    this.files = testFiles(process.env.MUTATION_PIECE);
  }

  init() {
    const script = new Script(
      `(require, module) => {${readFileSync("mutants.cjs", "utf8")}\nreturn module.exports;}`,
    );
    const required = createRequire(resolve("mutants.cjs"));
    const load = (name) => (name === "vitest" ? vitest : required(name));
    this.freshModules = () => script.runInThisContext()(load, { exports: {} });
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun() {
    const tests = await this.run(this.files, () => true, undefined);
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.stryker.mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit }) {
    const wanted = new Set(testFilter);
    const files = this.files.filter((file) => testFilter.some((id) => id.startsWith(`${file}#`)));
    Object.assign(this.stryker, { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    const tests = await this.run(files, (id) => wanted.has(id), activeMutant.id);
    const timeout = determineHitLimitReached(this.stryker.hitCount, hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests });
  }

  /** Runs the wanted tests of files in their order, up to the first that fails under a mutant. */
  async run(files, isWanted, mutant) {
    const { stryker } = this;
    const modules = this.freshModules();
    const results = [];
    const ids = new Map();
    let failed = false;
    stryker.activeMutant = undefined;
    await startTests(
      files.map((filepath) => ({ filepath })),
      {
        config: CONFIG,
        importFile: (file) => modules[file](),
        onCollected(collected) {
          for (const [test, id] of named(collected)) ids.set(test, id);
          stryker.activeMutant = mutant;
        },
        onBeforeRunTask(test) {
          if (failed || !isWanted(ids.get(test))) test.mode = "skip";
        },
        onBeforeTryTask(test) {
          stryker.currentTestId = ids.get(test);
          vitest.expect.setState({ testPath: test.file.filepath });
        },
        onAfterRunTask(test) {
          stryker.currentTestId = undefined;
          const { state, duration = 0, errors } = test.result ?? {};
          if (state !== "pass" && state !== "fail") return;
          const id = ids.get(test);
          const about = { id, name: id, fileName: test.file.filepath, timeSpentMs: duration };
          if (state === "pass") results.push({ ...about, status: TestStatus.Success });
          else {
            results.push({
              ...about,
              status: TestStatus.Failed,
              failureMessage: String(errors?.[0]?.message),
            });
            failed = mutant !== undefined;
          }
        },
      },
    );
    stryker.activeMutant = undefined;
    return results;
  }
}

/** Every test with its id: file, names of its suites and its own; repeated names are counted. */
function* named(files) {
  const seen = new Map();
  function* within(tasks, path) {
    for (const task of tasks) {
      const name = `${path} ${task.name}`.trimStart();
      if (task.type === "suite") yield* within(task.tasks, name);
      else {
        const id = `${task.file.filepath}#${name}`;
        const times = (seen.get(id) ?? 0) + 1;
        seen.set(id, times);
        yield [task, times === 1 ? id : `${id} (${times})`];
      }
    }
  }
  for (const file of files) yield* within(file.tasks, "");
}

const inProcess = () => new InProcessRunner();
inProcess.inject = [];

export const strykerPlugins = [declareFactoryPlugin(PluginKind.TestRunner, "in-process", inProcess)];
