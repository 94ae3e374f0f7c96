import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { MOST_CELLS } from "../../intake/preview.ts";
import type { AuditSummary } from "../../intake/server.ts";
import { monthOfReach } from "../../src/policy/ledger-reach.ts";
import { day, formatDay } from "../../src/values/day.ts";
import { useDesk } from "../context.ts";
import { pagePace } from "../pace.ts";
import { answerTime } from "../server/calls.ts";
import { Notice } from "../ui/notice.tsx";
import { Problem } from "../ui/problem.tsx";
import { Progress } from "../ui/progress.tsx";
import { Section } from "../ui/section.tsx";
import { useTask } from "../ui/task.ts";
import { count, counted, duration, money } from "../words.ts";
import { AuditCost, type Auditing, AuditUnderWay, useAudit } from "./audit.tsx";
import { Choose } from "./choose.tsx";
import { Downloads } from "./downloads.tsx";
import { FileCard } from "./file-card.tsx";
import { Guide } from "./guide.tsx";
import { problemOfDays } from "./period.ts";
import { PeriodField } from "./period-field.tsx";
import {
  costOfAll,
  ImportSession,
  inOrderOfNeed,
  isToSend,
  type SessionState,
  type Step,
  secondsLeft,
} from "./session.ts";

/** Import: choose files, see what they are, send them, see what came of it, audit. `audits`: it begins with that. */
export function ImportView({ audits }: { audits: boolean }) {
  const desk = useDesk();
  const { start, addOn } = desk;
  const session = useMemo(
    () =>
      new ImportSession({
        server: addOn,
        marketplace: start.marketplace ?? "US",
        archiveBefore: formatDay(monthOfReach(day(start.today))),
        secondsPerCall: () => answerTime() / 1000,
        pace: pagePace,
        now: () => performance.now(),
      }),
    // A session outlives what is asked anew.
    [addOn],
  );
  const state = useSession(session);
  const top = useRef<HTMLDivElement>(null);
  const audit = useAudit(() => top.current?.scrollTo(0, 0));
  const { summary } = audit;
  const { phase, entries } = state;

  useEffect(() => {
    if (audits && start.setUp) audit.run();
    // Once, when the sidebar opens.
  }, []);

  useEffect(() => {
    if (phase === "done") {
      desk.say(doneWords(state));
      desk.changed();
      top.current?.scrollTo(0, 0);
    }
    // Once, when the run ends.
  }, [phase]);

  if (!start.setUp) return <Guide />;
  // What the foot offers in blue comes before choosing further files.
  const footLeads =
    entries.some(({ step }) => !isOver(step)) ||
    (start.imports.length > 0 && (entries.length > 0 || summary !== null || (start.audit?.outdated ?? true)));
  return (
    <div class="view">
      <div class="scroll" ref={top}>
        {entries.length === 0 ? <Steps /> : null}
        {summary === null ? null : <AuditResult summary={summary} />}
        {phase === "done" ? <Imported state={state} audited={summary !== null} /> : null}
        <Problem of={audit.task.problem} />
        {phase === "running" ? (
          <Running state={state} session={session} />
        ) : (
          <Choose
            primary={!footLeads}
            onFiles={(files) => {
              audit.clear();
              session.add(files);
            }}
          />
        )}
        {entries.some(({ step }) => !isOver(step)) && phase !== "running" ? (
          <Choices state={state} session={session} />
        ) : null}
        <ul class="cards" aria-label="Files">
          {(phase === "done" ? inOrderOfNeed(entries) : entries).map((entry) => (
            <FileCard
              key={entry.id}
              entry={entry}
              session={session}
              marketplace={state.marketplace}
              period={state.period}
              today={start.today}
              running={phase === "running"}
            />
          ))}
        </ul>
        {phase === "running" ? null : (
          <Section title="What to download next" open={entries.length === 0}>
            <Downloads />
          </Section>
        )}
      </div>
      <Foot state={state} session={session} audit={audit} />
    </div>
  );
}

function useSession(session: ImportSession): SessionState {
  const [, again] = useReducer((n: number) => n + 1, 0);
  useEffect(() => session.subscribe(() => again(undefined)), [session]);
  return session.state;
}

/** Where one stands on the way from zero to the first findings. */
function Steps() {
  const { start } = useDesk();
  if (start.audit !== null) return null;
  const imported = start.imports.length > 0;
  return (
    <ol class="steps" aria-label="Getting started">
      <li class="done">Set up this sheet</li>
      <li class={imported ? "done" : "now"}>Import Amazon’s reports</li>
      <li class={imported ? "now" : ""}>Run the audit</li>
    </ol>
  );
}

function Choices({ state, session }: { state: SessionState; session: ImportSession }) {
  const { start } = useDesk();
  return (
    <div class="choices">
      <div class="field">
        <label for="import-marketplace">Marketplace, for reports that don’t say</label>
        <select
          id="import-marketplace"
          value={state.marketplace}
          onChange={(event) => session.setMarketplace(event.currentTarget.value)}
        >
          {start.marketplaces.map(({ code, name }) => (
            <option key={code} value={code}>
              {code} – {name}
            </option>
          ))}
        </select>
      </div>
      <PeriodField
        period={state.period}
        today={start.today}
        onChange={(period) => session.setPeriod(period)}
      />
    </div>
  );
}

function Running({ state, session }: { state: SessionState; session: ImportSession }) {
  const estimate = useRef(costOfAll(session.state.entries.map(asToSend), session.secondsPerCall).seconds);
  const done = state.entries.filter(({ step }) => step.is === "imported" || step.is === "failed").length;
  const sending = state.entries.filter(({ step }) => step.is === "sending").length;
  const current = state.entries.find(({ step }) => step.is === "sending" && step.stage !== "waiting");
  const left = secondsLeft(state.share, state.elapsed, estimate.current);
  return (
    <div class="running">
      <Progress label="Import" share={state.share} />
      <p class="row" role="status">
        <span>
          {Math.floor(state.share * 100)} % · file {Math.min(done + 1, done + sending)} of {done + sending}
        </span>
        <span>{state.stopping ? "Stopping…" : `${duration(left)} left`}</span>
      </p>
      <p class="cut quiet">{current?.file.name ?? " "}</p>
      <p class="hint">
        Keep this sidebar open. If it closes, choose the same files again: the import goes on where it was.
      </p>
    </div>
  );
}

/** A file that is being sent, as it was before: for the estimate. */
function asToSend(entry: SessionState["entries"][number]): SessionState["entries"][number] {
  const { step } = entry;
  return step.is === "sending" ? { ...entry, step: { is: "ready", preview: step.preview } } : entry;
}

function Foot(props: {
  readonly state: SessionState;
  readonly session: ImportSession;
  readonly audit: Auditing;
}) {
  const { state, session, audit } = props;
  const { busy } = audit.task;
  const audited = audit.summary !== null;
  const { start, show } = useDesk();
  const { phase, entries } = state;
  if (phase === "running") {
    return (
      <div class="foot">
        <button type="button" disabled={state.stopping} onClick={() => session.cancel()}>
          Cancel import
        </button>
      </div>
    );
  }
  const toSend = entries.filter(({ step }) => isToSend(step));
  if (entries.length > 0 && toSend.length > 0) {
    const reading = entries.some(({ step }) => step.is === "waiting" || step.is === "reading");
    const { cells, seconds } = costOfAll(entries, session.secondsPerCall);
    const days =
      state.period.kind === "days" ? problemOfDays(state.period.from, state.period.to, start.today) : null;
    const free = MOST_CELLS - start.cells;
    const tooMany = cells > free;
    return (
      <div class="foot">
        <p class={tooMany ? "error" : "hint"}>
          {tooMany
            ? `These files need up to ${count(cells)} cells, and ${count(Math.max(0, free))} of the 10,000,000 a spreadsheet holds are free. Choose “Compact”, import a shorter period, or begin a new spreadsheet.`
            : `Up to ${count(cells)} cells (${count(free)} free) · ${duration(seconds)}`}
        </p>
        <div class="buttons">
          <button
            type="button"
            class="action"
            disabled={reading || days !== null || tooMany}
            onClick={() => void session.run(start.today)}
          >
            {phase === "done" ? "Go on with the import" : `Import ${counted(toSend.length, "file")}`}
          </button>
          <button type="button" onClick={() => session.clear()}>
            Clear
          </button>
        </div>
      </div>
    );
  }
  const clear =
    entries.length === 0 ? null : (
      <button type="button" disabled={busy} onClick={() => session.clear()}>
        Clear list
      </button>
    );
  if (start.imports.length === 0) return clear && <div class="foot">{clear}</div>;
  if (audit.apart !== null) {
    const { stage, stopping } = audit.apart;
    return (
      <div class="foot">
        <AuditUnderWay of={audit.apart} />
        <button type="button" disabled={stopping || stage === "writing"} onClick={audit.stop}>
          Cancel audit
        </button>
      </div>
    );
  }
  const toAudit = !audited && (entries.length > 0 || (start.audit?.outdated ?? true));
  return (
    <div class="foot">
      {busy || audited ? null : <AuditCost imports={start.imports} />}
      <div class="buttons">
        {audited && !busy ? (
          <button type="button" class="action" onClick={() => show("findings")}>
            See the findings
          </button>
        ) : (
          <button
            type="button"
            class={toAudit ? "action" : ""}
            disabled={busy || entries.some(({ step }) => step.is === "reading" || step.is === "waiting")}
            onClick={audit.run}
          >
            {busy ? "Auditing…" : "Run audit"}
          </button>
        )}
        {clear}
      </div>
      {busy ? <Progress label="Audit" share={null} /> : null}
    </div>
  );
}

function AuditResult({ summary }: { summary: AuditSummary }) {
  const owed = summary.counts.find(({ state }) => state === "file")?.count ?? 0;
  const sums = summary.totals.filter(({ state }) => state === "file");
  return (
    <Notice tone="success">
      <b>{owed === 0 ? "Nothing to file now" : `${counted(owed, "claim")} to file now`}</b>
      {sums.length === 0 ? "" : `: ${sums.map(({ amount, currency }) => money(amount, currency)).join(", ")}`}
      {summary.cannotTell === 0
        ? "."
        : `. ${counted(summary.cannotTell, "audit")} could not tell: see below what to download.`}
      {summary.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
    </Notice>
  );
}

/** What the run came to, above the files one by one, and the payments in it that seem to answer claims. */
function Imported({ state, audited }: { state: SessionState; audited: boolean }) {
  const { addOn, start, show } = useDesk();
  const [payments, setPayments] = useState(0);
  const { run } = useTask();
  const claimed = start.claims.length > 0;
  useEffect(() => {
    if (claimed) void run(async () => setPayments((await addOn.paymentProposals({})).proposals.length));
  }, [addOn, claimed, run]);
  let added = 0;
  for (const { step } of state.entries) if (step.is === "imported") added += step.result.added;
  const whole = state.entries.every(({ step }) => step.is === "imported");
  return (
    <>
      {audited ? null : (
        <Notice tone={whole ? "success" : "warning"}>
          <b>{doneWords(state)}</b> {counted(added, "row")} added.
        </Notice>
      )}
      {payments === 0 ? null : (
        <Notice tone="info">
          {counted(payments, "payment seems", "payments seem")} to answer claims.{" "}
          <button type="button" class="link" onClick={() => show("claims")}>
            Look at them
          </button>
        </Notice>
      )}
    </>
  );
}

/** Nothing about how it is read can be chosen any more. */
function isOver(step: Step): boolean {
  return step.is === "imported" || step.is === "none";
}

function doneWords({ entries }: SessionState): string {
  let [imported, others] = [0, 0];
  for (const { step } of entries) {
    if (step.is === "imported") imported += 1;
    else others += 1;
  }
  return `${counted(imported, "file")} imported${others > 0 ? `, ${others} not` : ""}.`;
}
