import { describe, expect, test } from "vitest";
import { BLOCK_ROWS, Blocks } from "../../../simulator/page/model/blocks.ts";

/** A host whose answers come when the test says so. */
function slowHost() {
  const asked: { first: number; answer: (text: string) => void; refuse: (why: Error) => void }[] = [];
  const heard: (number | Error)[] = [];
  const blocks = new Blocks<string>({
    fetch: (first, count) =>
      new Promise((resolve, reject) => {
        const answer = (text: string): void =>
          resolve(new Map(Array.from({ length: count }, (_, i) => [first + i, `${text} ${first + i}`])));
        asked.push({ first, answer, refuse: reject });
      }),
    arrived: (first) => heard.push(first),
    failed: (problem) => heard.push(problem as Error),
  });
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
  return { asked, heard, blocks, settled };
}

describe("the rows a window knows", () => {
  test("rows are fetched in blocks when they are looked at, once", async () => {
    const { asked, blocks, settled, heard } = slowHost();
    blocks.look([0, 1, 2, BLOCK_ROWS]);
    blocks.look([0, 1, 2, BLOCK_ROWS]);
    expect(asked.map(({ first }) => first)).toEqual([0, BLOCK_ROWS]);
    expect(blocks.knows(0)).toBe(false);
    asked[0]?.answer("v1");
    await settled();
    expect([blocks.row(2), blocks.row(BLOCK_ROWS)]).toEqual(["v1 2", undefined]);
    expect(heard).toEqual([0]);
  });

  test("what was looked at last is fetched first, and three at once at most", async () => {
    const { asked, blocks, settled } = slowHost();
    blocks.look([0, 1, 2, 3, 4].map((block) => block * BLOCK_ROWS));
    expect(asked).toHaveLength(3);
    blocks.look([90 * BLOCK_ROWS]);
    asked[0]?.answer("v1");
    await settled();
    expect(asked.map(({ first }) => first / BLOCK_ROWS)).toEqual([0, 1, 2, 90]);
  });

  test("changed rows show their old content until the new is there", async () => {
    const { asked, blocks, settled } = slowHost();
    blocks.look([5]);
    asked[0]?.answer("old");
    await settled();
    blocks.changed(5, 1);
    expect([blocks.row(5), blocks.fresh(5)]).toEqual(["old 5", false]);
    asked[1]?.answer("new");
    await settled();
    expect([blocks.row(5), blocks.fresh(5)]).toEqual(["new 5", true]);
  });

  test("changes elsewhere fetch nothing; a change of everything does", async () => {
    const { asked, blocks, settled } = slowHost();
    blocks.look([5]);
    asked[0]?.answer("old");
    await settled();
    blocks.changed(BLOCK_ROWS, 500);
    expect(asked).toHaveLength(1);
    blocks.changed(null, 0);
    expect(asked).toHaveLength(2);
  });

  test("a change that comes while rows are on their way has them fetched once more", async () => {
    const { asked, blocks, settled } = slowHost();
    blocks.look([5]);
    blocks.changed(0, 10);
    asked[0]?.answer("old");
    await settled();
    expect(asked).toHaveLength(2);
    asked[1]?.answer("new");
    await settled();
    expect(blocks.row(5)).toBe("new 5");
    expect(asked).toHaveLength(2);
  });

  test("a failure is told once and tried again at the next look", async () => {
    const { asked, blocks, settled, heard } = slowHost();
    blocks.look([5]);
    asked[0]?.refuse(new Error("gone"));
    await settled();
    expect(heard.map(String)).toEqual(["Error: gone"]);
    expect(asked).toHaveLength(1);
    blocks.look([5]);
    expect(asked).toHaveLength(2);
  });

  test("however far one scrolls, few blocks are kept, the seen ones among them", async () => {
    const { asked, blocks, settled } = slowHost();
    for (let block = 0; block < 200; block++) {
      blocks.look([0, block * BLOCK_ROWS]);
      for (const { answer } of asked.splice(0)) answer("v");
      await settled();
    }
    expect(blocks.size).toBeLessThanOrEqual(41);
    expect(blocks.knows(0)).toBe(true);
    expect(blocks.knows(199 * BLOCK_ROWS)).toBe(true);
    expect(blocks.knows(100 * BLOCK_ROWS)).toBe(false);
  });

  test("a closed one says nothing more", async () => {
    const { asked, blocks, settled, heard } = slowHost();
    blocks.look([5]);
    blocks.close();
    asked[0]?.answer("late");
    await settled();
    expect(heard).toEqual([]);
    expect(blocks.row(5)).toBeUndefined();
  });
});
