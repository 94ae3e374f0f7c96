import { useState } from "preact/hooks";
import { useDesk } from "../context.ts";
import { Notice } from "../ui/notice.tsx";
import { Problem } from "../ui/problem.tsx";
import { Section } from "../ui/section.tsx";
import { useTask } from "../ui/task.ts";
import { counted } from "../words.ts";

/** How many claims a day are enough, and the Claims tab written anew from the log. */
export function ClaimSettings() {
  const { addOn, start, refresh, changed, say } = useDesk();
  const [cap, setCap] = useState(String(start.settings.dailyCap));
  const [rebuilt, setRebuilt] = useState<string | null>(null);
  const task = useTask();
  const wanted = Number(cap);
  const usable = Number.isInteger(wanted) && wanted >= 1 && wanted <= 500;
  return (
    <Section title="Settings">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void task.run(async () => {
            await addOn.settingsSave({ dailyCap: wanted, userName: null });
            await refresh();
            say("The setting is kept.");
          });
        }}
      >
        <label for="daily-cap">Warn when more claims than these are filed on one day</label>
        <div class="row">
          <input
            id="daily-cap"
            type="number"
            min="1"
            max="500"
            required
            value={cap}
            onInput={(event) => setCap(event.currentTarget.value)}
          />
          <button type="submit" disabled={task.busy || !usable || wanted === start.settings.dailyCap}>
            Save
          </button>
        </div>
      </form>
      <button
        type="button"
        class="link"
        disabled={task.busy}
        onClick={() =>
          void task.run(async () => {
            const { claims, edits } = await addOn.claimsRebuild({});
            setRebuilt(
              [
                `The Claims tab is written anew from the log: ${counted(claims, "claim")}.`,
                ...edits.slice(0, 3),
              ].join(" "),
            );
            changed("claims");
          })
        }
      >
        Rebuild the Claims tab from the log
      </button>
      {rebuilt === null ? null : <Notice tone="success">{rebuilt}</Notice>}
      <Problem of={task.problem} />
    </Section>
  );
}
