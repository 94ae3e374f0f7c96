import { describe, expect, test } from "vitest";
import {
  type Entry,
  entryByLetter,
  firstEntry,
  lastEntry,
  nextEntry,
  scriptMenus,
} from "../../../simulator/page/model/menus.ts";

const item = (label: string): Entry => ({ kind: "item", label, run: () => undefined });
const ENTRIES: Entry[] = [
  { kind: "line" },
  item("Run audit"),
  { kind: "line" },
  item("Rebuild"),
  item("Help"),
];

describe("menus", () => {
  test("arrows pass over lines and round the ends", () => {
    expect([firstEntry(ENTRIES), lastEntry(ENTRIES)]).toEqual([1, 4]);
    expect([nextEntry(ENTRIES, 1, 1), nextEntry(ENTRIES, 4, 1), nextEntry(ENTRIES, 1, -1)]).toEqual([
      3, 1, 4,
    ]);
    expect(nextEntry([{ kind: "line" }], 0, 1)).toBe(-1);
    expect(nextEntry([], 0, 1)).toBe(-1);
  });

  test("a letter leads to the next entry that begins with it", () => {
    expect([
      entryByLetter(ENTRIES, 1, "r"),
      entryByLetter(ENTRIES, 3, "R"),
      entryByLetter(ENTRIES, 1, "x"),
    ]).toEqual([3, 1, 1]);
  });

  test("the add-on's menu stands under Extensions by its name, others beside it", () => {
    const ran: string[] = [];
    const { extensions, own } = scriptMenus(
      [
        {
          addon: true,
          title: "",
          entries: [
            { item: "Run audit", functionName: "menuAudit" },
            { separator: true },
            { menu: "More", entries: [{ item: "Help", functionName: "menuHelp" }] },
          ],
        },
        { addon: false, title: "Mine", entries: [{ item: "Go", functionName: "go" }] },
      ],
      "Reimbursement Auditor",
      (name) => ran.push(name),
    );
    expect(extensions).toMatchObject([
      {
        kind: "menu",
        label: "Reimbursement Auditor",
        entries: [
          { kind: "item", label: "Run audit" },
          { kind: "line" },
          { kind: "menu", label: "More", entries: [{ label: "Help" }] },
        ],
      },
    ]);
    const [go] = own[0]?.entries ?? [];
    if (go?.kind === "item") go.run();
    expect(own[0]?.label).toBe("Mine");
    expect(ran).toEqual(["go"]);
  });
});
