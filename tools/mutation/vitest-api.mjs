/** What test files import from vitest, without its processes: its collector and its expectations. */
// @ts-nocheck
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  ASYMMETRIC_MATCHERS_OBJECT,
  chai,
  customMatchers,
  GLOBAL_EXPECT,
  getState,
  JestAsymmetricMatchers,
  JestChaiExpect,
  JestExtend,
  setState,
} from "@vitest/expect";
import { afterAll, afterEach, beforeAll, beforeEach, describe, it, test } from "@vitest/runner";

for (const plugin of [JestExtend, JestChaiExpect, JestAsymmetricMatchers]) chai.use(plugin);

const expect = (value, message) => chai.expect(value, message);
Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
expect.getState = () => getState(expect);
expect.setState = (state) => setState(state, expect);
Object.defineProperty(globalThis, GLOBAL_EXPECT, { value: expect, configurable: true });
setState({ assertionCalls: 0, isExpectingAssertions: false, expectedAssertionsNumber: null }, expect);
expect.extend(expect, customMatchers);
expect.extend(expect, {
  toMatchFileSnapshot(text, file) {
    const path = resolve(this.testPath, "..", file);
    return {
      pass: existsSync(path) && readFileSync(path, "utf8") === text,
      message: () => `differs from ${file}`,
    };
  },
});

export const vitest = { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test };
