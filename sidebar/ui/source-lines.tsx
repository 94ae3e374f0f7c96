import { useState } from "preact/hooks";
import { REPORTS } from "../../src/reports/index.ts";
import { useDesk } from "../context.ts";
import { count } from "../words.ts";
import { Notice } from "./notice.tsx";
import { Problem } from "./problem.tsx";
import { useTask } from "./task.ts";

const SHOWN = 12;

function titleOf(report: string): string {
  return REPORTS.find(({ id }) => id === report)?.title ?? report;
}

/** The rows a finding rests on, by report: a click shows the row in its tab. */
export function SourceLines(props: {
  readonly evidence: readonly { readonly report: string; readonly line: number }[];
  readonly findingId: string | null;
}) {
  const { addOn, say } = useDesk();
  const task = useTask();
  const [moved, setMoved] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  const { evidence } = props;
  const reports = [...new Set(evidence.map(({ report }) => report))];
  const show = (report: string, line: number) =>
    void task.run(async () => {
      const answer = await addOn.showLine({ report, line, findingId: props.findingId });
      setMoved(answer.moved);
      say(`Row ${answer.row} of ${answer.tab} is selected in the sheet.`);
    });
  return (
    <>
      {reports.map((report) => {
        const lines = evidence.filter((one) => one.report === report).map(({ line }) => line);
        return (
          <div key={report} class="source">
            <span>{titleOf(report)}</span>
            <div class="lines-of">
              {(all ? lines : lines.slice(0, SHOWN)).map((line) => (
                <button
                  key={line}
                  type="button"
                  class="link"
                  aria-label={`Show row ${line} of ${titleOf(report)}`}
                  onClick={() => show(report, line)}
                >
                  {count(line)}
                </button>
              ))}
              {!all && lines.length > SHOWN ? (
                <button type="button" class="link" onClick={() => setAll(true)}>
                  and {count(lines.length - SHOWN)} more
                </button>
              ) : null}
            </div>
          </div>
        );
      })}
      {moved === null ? null : <Notice tone="warning">{moved}</Notice>}
      <Problem of={task.problem} />
    </>
  );
}
