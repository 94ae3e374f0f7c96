import { useEffect, useState } from "preact/hooks";
import type { DownloadJson, DownloadsAnswer } from "../../intake/server.ts";
import { useDesk } from "../context.ts";
import { Loading } from "../ui/loading.tsx";
import { Problem } from "../ui/problem.tsx";
import { useTask } from "../ui/task.ts";
import { counted } from "../words.ts";

/** States of a download that ask for nothing. */
const ENOUGH: readonly string[] = ["fresh", "imported"];

/** “What to download next”: what is missing or too short, and where in Seller Central it is. */
export function Downloads() {
  const { addOn, stale } = useDesk();
  const [answer, setAnswer] = useState<DownloadsAnswer | null>(null);
  const task = useTask();
  const { run } = task;
  // Asked again whenever the sheet has changed.
  useEffect(() => {
    void run(async () => setAnswer(await addOn.downloadsNext({})));
  }, [addOn, stale.imports, run]);
  if (task.problem !== null) return <Problem of={task.problem} />;
  if (answer === null) return <Loading what="Looking what is there…" />;
  const needed = answer.downloads.filter(({ todo }) => todo !== "");
  const enough = answer.downloads.filter(({ state, todo }) => todo === "" && ENOUGH.includes(state));
  return (
    <>
      {answer.summary === null ? (
        <p class="quiet">Run an audit, and it says here what to download next.</p>
      ) : (
        <p>{answer.summary.what}</p>
      )}
      {answer.costsMissing === 0 ? null : (
        <p class="warn">
          {counted(answer.costsMissing, "item has", "items have")} no cost yet: fill in the Costs tab, or
          import a CSV file with msku, unit-cost, currency.
        </p>
      )}
      <ul class="checklist">
        {needed.map((download) => (
          <Download key={`${download.report} ${download.marketplace}`} download={download} />
        ))}
        {enough.map((download) => (
          <Download key={`${download.report} ${download.marketplace}`} download={download} />
        ))}
      </ul>
    </>
  );
}

function Download({ download }: { download: DownloadJson }) {
  const done = download.todo === "";
  return (
    <li class={done ? "done" : "open"}>
      <b>
        <span class="unseen">{done ? "There: " : "Needed: "}</span>
        {download.report}
      </b>{" "}
      {download.marketplace === "" ? null : <span class="quiet">{download.marketplace}</span>}
      <p>{download.what}</p>
      {done ? null : <p class="todo">{download.todo}</p>}
    </li>
  );
}
