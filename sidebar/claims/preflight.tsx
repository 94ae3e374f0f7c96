import type { PreflightJson } from "../../intake/server.ts";
import { counted } from "../words.ts";

type Level = PreflightJson["level"];

const LEVELS: readonly Level[] = ["block", "warn", "cannot tell", "ok"];
const WORDS: Readonly<Record<Level, string>> = {
  block: "Blocks",
  warn: "Warning",
  "cannot tell": "Cannot tell",
  ok: "All right",
};
const SIGNS: Readonly<Record<Level, string>> = { block: "✕", warn: "!", "cannot tell": "?", ok: "✓" };

/** One line on all checks; `what` is about to be done. */
export function preflightTitle(checks: readonly PreflightJson[], what: "file" | "appeal"): string {
  const before = `Before you ${what}`;
  const count = (level: Level) => checks.filter((check) => check.level === level).length;
  if (count("block") > 0) return `${before}: ${counted(count("block"), "check")} in the way`;
  const warned = count("warn") + count("cannot tell");
  return warned > 0 ? `${before}: ${counted(warned, "thing")} to look at` : `${before}: all right`;
}

/** What stands against filing, the gravest first. */
export function Preflight({ checks }: { checks: readonly PreflightJson[] }) {
  return (
    <ul class="preflight">
      {LEVELS.flatMap((level) => checks.filter((check) => check.level === level)).map(
        ({ check, level, words }) => (
          <li key={check} class={level.replace(" ", "-")}>
            <span class="sign" aria-hidden="true">
              {SIGNS[level]}
            </span>
            <span class="unseen">{WORDS[level]}: </span>
            {words}
          </li>
        ),
      )}
    </ul>
  );
}
