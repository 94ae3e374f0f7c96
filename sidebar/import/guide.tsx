import { useDesk } from "../context.ts";
import { Problem } from "../ui/problem.tsx";
import { useTask } from "../ui/task.ts";

/** What a new sheet shows first: three steps, of which the first is one click. */
export function Guide() {
  const { addOn, refresh, say } = useDesk();
  const task = useTask();
  const setUp = () =>
    void task.run(async () => {
      await addOn.setUp({});
      await refresh();
      say("The sheet is set up. Next: import Amazon’s reports.");
    });
  return (
    <div class="view">
      <div class="scroll">
        <h2 class="title">Find the money Amazon owes you</h2>
        <ol class="steps" aria-label="Getting started">
          <li class="now">
            <b>Set up this sheet.</b> Adds the tabs for findings, claims and your costs; your own tabs stay as
            they are.
          </li>
          <li>
            <b>Import Amazon’s reports.</b> Drop the files as downloaded. Buyers’ names and addresses never
            reach the sheet.
          </li>
          <li>
            <b>Run the audit.</b> See what you are owed, why, until when, and what to paste into the case.
          </li>
        </ol>
        <Problem of={task.problem} />
      </div>
      <div class="foot">
        <button type="button" class="action" disabled={task.busy} onClick={setUp}>
          {task.busy ? "Setting up…" : "Set up this sheet"}
        </button>
      </div>
    </div>
  );
}
