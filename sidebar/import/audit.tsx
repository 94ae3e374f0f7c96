/** The audit as the sidebar starts it: on the server, or over tabs too large for one execution in this page. */
import { useRef, useState } from "preact/hooks";
import { auditApart, type Program } from "../../intake/audit.ts";
import { compactFields } from "../../intake/plan.ts";
import type { AddOn, AuditProgress, AuditSummary, ImportedReport } from "../../intake/server.ts";
import { REPORTS } from "../../src/reports/index.ts";
import { useDesk } from "../context.ts";
import { pagePace } from "../pace.ts";
import { Progress } from "../ui/progress.tsx";
import { type Task, useTask } from "../ui/task.ts";
import { count, duration } from "../words.ts";
import { secondsLeft } from "./session.ts";

export interface Auditing {
  readonly task: Task;
  /** What the last one came to. */
  readonly summary: AuditSummary | null;
  /** Where one that runs in this page stands; null while the server runs it, or nobody does. */
  readonly apart: Apart | null;
  run(): void;
  stop(): void;
  /** Forgets what the last one came to. */
  clear(): void;
}

interface Apart extends AuditProgress {
  /** Milliseconds since it began. */
  readonly elapsed: number;
  readonly stopping: boolean;
}

/** @param onDone when the findings stand in the sheet */
export function useAudit(onDone: () => void): Auditing {
  const { addOn, start, changed } = useDesk();
  const task = useTask();
  const [summary, setSummary] = useState<AuditSummary | null>(null);
  const [apart, setApart] = useState<Apart | null>(null);
  const stopping = useRef<AbortController | null>(null);
  const run = () =>
    void task.run(async () => {
      const abort = new AbortController();
      stopping.current = abort;
      const began = performance.now();
      const tell = (progress: AuditProgress) =>
        setApart({ ...progress, elapsed: performance.now() - began, stopping: abort.signal.aborted });
      try {
        setSummary(await runAudit(addOn, start.today, abort.signal, tell));
        onDone();
      } finally {
        setApart(null);
        changed();
      }
    });
  const stop = () => {
    stopping.current?.abort();
    setApart((now) => now && { ...now, stopping: true });
  };
  return { task, summary, apart, run, stop, clear: () => setSummary(null) };
}

/** @throws a sentence, also when the user stopped it: nothing was written then */
async function runAudit(
  addOn: AddOn,
  asOf: string,
  signal: AbortSignal,
  onProgress: (progress: AuditProgress) => void,
): Promise<AuditSummary> {
  const request = { asOf, marketplace: null };
  const whole = await addOn.auditSummary(request);
  if (whole.apart !== true) return whole;
  const { breathe } = pagePace();
  const tell = async (progress: AuditProgress) => {
    onProgress(progress);
    await breathe();
    // Long enough for the page to show it: what follows is one long piece of work.
    if (progress.stage === "auditing") await new Promise((resume) => setTimeout(resume, SHOWN_AFTER));
    if (progress.stage !== "writing" && signal.aborted) {
      throw new Error("The audit was stopped. Nothing was written.");
    }
  };
  return (await auditApart(addOn, request, { evaluate, tell })).summary;
}

/** Milliseconds. */
const SHOWN_AFTER = 50;

/** Runs the add-on's own program: a page in Google's sandbox may run inline scripts, and `eval` perhaps not. */
function evaluate(text: string): Program {
  const page = window as unknown as { auditProgram?: Program };
  const script = document.createElement("script");
  script.textContent = `window.auditProgram=(${text})()`;
  document.head.append(script);
  script.remove();
  const program = page.auditProgram;
  if (program) return program;
  throw new Error(
    "This browser did not run the audit’s program. Nothing was written: reload the document, then try again.",
  );
}

const STAGES: Readonly<Record<AuditProgress["stage"], string>> = {
  reading: "reading the tabs",
  auditing: "working out what is owed",
  checking: "looking for changes",
  writing: "writing the findings",
};

/** What an audit in this page does, and how long it still takes. */
export function AuditUnderWay({ of: { stage, share, seconds, elapsed, stopping } }: { of: Apart }) {
  return (
    <div class="running">
      <Progress label="Audit" share={share} />
      <p class="row" role="status">
        <span>
          {Math.floor(share * 100)} % · {stopping ? "stopping…" : STAGES[stage]}
        </span>
        <span>{duration(secondsLeft(share, elapsed, seconds))} left</span>
      </p>
      <p class="hint">Keep this sidebar open: tabs this large are audited here, not on Google’s server.</p>
    </div>
  );
}

/** More cells than this are audited here, as appsscript/audit.ts decides. */
const CELLS_AT_ONCE = 500_000;
/** Reading takes 8,000 in a second; looking for changes and writing take a quarter of that again (audit-cost.ts). */
const CELLS_PER_SECOND = 6_000;

/** What an audit of all that was imported takes, before it begins; nothing where the server does it at once. */
export function AuditCost({ imports }: { imports: readonly ImportedReport[] }) {
  const cells = imports.reduce((sum, { report, rows }) => sum + rows * columnsOf(report), 0);
  if (cells <= CELLS_AT_ONCE) return null;
  return (
    <p class="hint">
      The audit reads {count(cells)} cells: {duration(cells / CELLS_PER_SECOND)}, in this sidebar.
    </p>
  );
}

function columnsOf(report: string): number {
  const definition = REPORTS.find(({ id }) => id === report);
  return definition && !definition.unaudited ? compactFields(definition).size + 1 : 0;
}
