/** What the pages say to a reader can be followed: links, anchors, pictures, commands. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "../../..");
const markdown = (folder: string) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));
const PAGES = [".", "docs", "docs/audits", "samples"].flatMap(markdown);
const read = (page: string) => readFileSync(join(ROOT, page), "utf8");

/** The anchors GitHub makes of headings. */
function anchors(page: string): Set<string> {
  const headings = read(page).match(/^#{1,6} .+$/gm) ?? [];
  return new Set(
    headings.map((heading) =>
      heading
        .replace(/^#+ /, "")
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

test.each(PAGES)("every link of %s leads somewhere", (page) => {
  const links = [...read(page).matchAll(/\]\((?!https?:)([^)\s]+)\)/g)].map(([, link]) => link ?? "");
  const broken = links.filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(ROOT, target))) return true;
    return anchor !== undefined && !anchors(target.endsWith(".md") ? target : page).has(anchor);
  });
  expect(broken).toEqual([]);
});

describe("README.md", () => {
  const readme = read("README.md");
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(read("package.json"));

  test("names npm scripts that exist, and all of them", () => {
    const named = [...readme.matchAll(/npm (?:run )?([a-z]+)/g)].map(([, name]) => name ?? "");
    const own = named.filter((name) => name !== "ci");
    expect(own.filter((name) => !(name in scripts))).toEqual([]);
    expect(Object.keys(scripts).filter((name) => !own.includes(name) && name !== "reimb")).toEqual([]);
  });

  test("leads to every page of docs/", () => {
    expect(markdown("docs").filter((page) => !readme.includes(`](${page})`))).toEqual([]);
  });
});
