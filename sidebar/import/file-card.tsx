import type { ImportedFile } from "../../intake/import.ts";
import type { FilePreview } from "../../intake/preview.ts";
import { count, counted, dayWords, fileSize } from "../words.ts";
import { type PeriodChoice, periodOf } from "./period.ts";
import { type Entry, type ImportSession, isCompact } from "./session.ts";

interface Props {
  readonly entry: Entry;
  readonly session: ImportSession;
  readonly marketplace: string;
  readonly period: PeriodChoice;
  readonly today: string;
  readonly running: boolean;
}

/** One file: what it is and what will be done with it, then how far it is, then what came of it. */
export function FileCard(props: Props) {
  const { entry, session, running } = props;
  const { step } = entry;
  return (
    <li class={`card ${step.is}`}>
      <div class="row">
        <h2 title={entry.file.name}>{titleOf(entry)}</h2>
        {running || step.is === "imported" ? null : (
          <button
            type="button"
            class="icon"
            aria-label={`Remove ${entry.file.name}`}
            onClick={() => session.remove(entry.id)}
          >
            ×
          </button>
        )}
      </div>
      <p class="quiet name">
        {entry.file.name} · {fileSize(entry.size)}
      </p>
      <Body {...props} />
    </li>
  );
}

function titleOf({ step, file }: Entry): string {
  if ("preview" in step) return step.preview.title;
  if (step.is === "none") return "Not a report";
  return file.name.split("/").pop() ?? file.name;
}

function Body(props: Props) {
  const { entry, session } = props;
  const { step } = entry;
  switch (step.is) {
    case "waiting":
      return <p class="quiet">Waiting to be read</p>;
    case "reading":
      return (
        <p class="quiet">
          Reading{entry.size > 0 ? `… ${Math.floor((100 * step.bytes) / entry.size)} %` : "…"}
        </p>
      );
    case "none":
      return (
        <>
          <p class="error">{step.reason}</p>
          {step.ledgerWithoutHeader ? (
            <button type="button" onClick={() => session.readAsLedger(entry.id)}>
              Read it as a ledger without header
            </button>
          ) : null}
        </>
      );
    case "ready":
      return <Ready {...props} preview={step.preview} />;
    case "sending":
      return <p class="quiet">{SENDING[step.stage]}</p>;
    case "imported":
      return <Imported result={step.result} />;
    case "failed":
      return <p class="error">{step.reason}</p>;
    case "stopped":
      return <p class="warn">{step.reason}</p>;
  }
}

const SENDING = {
  waiting: "Waiting for its turn",
  reading: "Reading…",
  comparing: "Comparing with what is already there…",
  writing: "Writing…",
} as const;

function Ready({ entry, session, marketplace, period, today, preview }: Props & { preview: FilePreview }) {
  const said = periodOf(period, preview, entry.file.lastModified, today);
  const compact = isCompact(entry);
  return (
    <>
      <dl class="facts">
        <dt>Rows</dt>
        <dd>{count(preview.rows)}</dd>
        <dt>Marketplace</dt>
        <dd>{preview.from === "user" ? "your own list" : `${marketplace}, unless its rows say`}</dd>
        {preview.firstDay === null ? null : (
          <>
            <dt>Its days</dt>
            <dd>
              {dayWords(preview.firstDay)} – {dayWords(preview.lastDay)}
            </dd>
          </>
        )}
        {said.from === null || (said.from === preview.firstDay && said.to === preview.lastDay) ? null : (
          <>
            <dt>Covers</dt>
            <dd>
              {dayWords(said.from)} – {dayWords(said.to)}
            </dd>
          </>
        )}
      </dl>
      <Dropped headers={preview.droppedPersonal} />
      {preview.large ? (
        <label class="check">
          <input
            type="checkbox"
            checked={compact}
            onChange={(event) => session.setCompact(entry.id, event.currentTarget.checked)}
          />
          Compact: only the {preview.compactColumns} columns audits read, of {preview.columns}
        </label>
      ) : null}
      {compact ? <Sums share={preview.archive} /> : null}
      {preview.notes.map((note) => (
        <p key={note} class="warn">
          {note}
        </p>
      ))}
      <Rejected rows={preview.rejected} words="will not be read" />
    </>
  );
}

/** What a compact import keeps of the oldest rows. */
function Sums({ share }: { share: FilePreview["archive"] }) {
  if (share === null) return null;
  return (
    <p class="hint">
      {count(share.rows)} shipments to customers and to you, {dayWords(share.firstDay)} –{" "}
      {dayWords(share.lastDay)}: no audit reads them and Amazon’s ledger no longer reaches back so far. They
      become sums by month and item in the tab Archived Rows. This file stays their only record: keep it.
    </p>
  );
}

function Imported({ result }: { result: ImportedFile }) {
  return (
    <>
      <p class="good">{resultWords(result)}</p>
      {result.notes.map((note) => (
        <p key={note} class="quiet">
          {note}
        </p>
      ))}
      <Rejected rows={result.rejected} words="not read" />
    </>
  );
}

function resultWords({ added, duplicate, changed, archived = 0, rejected }: ImportedFile): string {
  const parts = [`${count(added)} added`];
  if (archived > 0) parts.push(`${count(archived)} archived as sums`);
  if (duplicate > 0) parts.push(`${count(duplicate)} already there`);
  if (changed > 0) parts.push(`${count(changed)} changed`);
  if (rejected.length > 0) parts.push(`${count(rejected.length)} not read`);
  return parts.join(", ");
}

/** Which columns about buyers never reach the sheet. */
function Dropped({ headers }: { headers: readonly string[] }) {
  if (headers.length === 0) return null;
  if (headers.length <= 3) return <p class="good">Buyers’ data stays out: {headers.join(", ")}</p>;
  return (
    <details class="lines">
      <summary class="good">Buyers’ data stays out: {headers.length} columns</summary>
      <p class="hint">{headers.join(", ")}</p>
    </details>
  );
}

/** More are not shown at once; the user wants the kind of error, not all of ten thousand. */
const SHOWN = 100;

function Rejected(props: {
  readonly rows: readonly { readonly line: number; readonly reason: string }[];
  readonly words: string;
}) {
  if (props.rows.length === 0) return null;
  return (
    <details class="lines">
      <summary>
        {counted(props.rows.length, "line")} {props.words}
      </summary>
      <ul>
        {props.rows.slice(0, SHOWN).map(({ line, reason }) => (
          <li key={`${line} ${reason}`}>
            <b>Line {count(line)}:</b> {reason}
          </li>
        ))}
        {props.rows.length > SHOWN ? <li>and {count(props.rows.length - SHOWN)} more</li> : null}
      </ul>
    </details>
  );
}
