import type { ComponentChildren } from "preact";
import type { LogLine } from "../../intake/server.ts";
import { momentWords, money, shown } from "../words.ts";
import { OutsideLink } from "./outside-link.tsx";

/** What happened, the latest first. `extra`: what can be done with an entry. */
export function History(props: { log: readonly LogLine[]; extra?(line: LogLine): ComponentChildren }) {
  if (props.log.length === 0) return <p class="quiet">Nothing yet.</p>;
  return (
    <ol class="history">
      {[...props.log].reverse().map((line) => (
        <li key={line.sequence} class={line.undone ? "undone" : ""}>
          <b>{line.what}</b>
          {line.undone ? <span class="quiet"> (taken back)</span> : null}
          {line.amount === null ? null : <span> {money(line.amount, line.currency)}</span>}
          {line.caseId === "" ? null : <span class="quiet"> · case {line.caseId}</span>}
          {line.note === "" ? null : <p>{shown(line.note)}</p>}
          {line.link === "" ? null : (
            <p>
              <OutsideLink href={line.link} />
            </p>
          )}
          <p class="hint">
            {momentWords(line.when)} · {line.who}
          </p>
          {props.extra?.(line)}
        </li>
      ))}
    </ol>
  );
}
