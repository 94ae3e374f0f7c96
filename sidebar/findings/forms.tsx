import { useState } from "preact/hooks";
import { addDays, formatDay, parseDay } from "../../src/values/day.ts";
import { focusFirst } from "../ui/focus.ts";
import { Input } from "../ui/input.tsx";
import { dayWords } from "../words.ts";

interface Form<Value> {
  readonly busy: boolean;
  onSend(value: Value): void;
  onCancel(): void;
}

/** Dismissing takes a reason: it stands in the log, for whoever asks later. */
export function DismissForm({ busy, onSend, onCancel }: Form<string>) {
  const [reason, setReason] = useState("");
  return (
    <form
      ref={focusFirst}
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason.trim());
      }}
    >
      <Input
        id="dismiss-reason"
        label="Why is nothing owed?"
        long
        required
        maxLength={1000}
        value={reason}
        placeholder="For example: the units turned up in my own warehouse"
        set={setReason}
      />
      <Buttons send="Dismiss finding" disabled={busy || reason.trim() === ""} onCancel={onCancel} />
    </form>
  );
}

const LATER: readonly number[] = [3, 7, 14, 30];

/** A finding put off comes back the day after; it can't sleep past its last day but one. */
export function SnoozeForm(props: Form<string> & { today: string; deadline: string | null }) {
  const { today, deadline } = props;
  const after = (from: string, days: number) => {
    const day = parseDay(from);
    return day === null ? "" : formatDay(addDays(day, days));
  };
  const longest = deadline === null ? null : after(deadline, -1);
  const [until, setUntil] = useState(
    longest !== null && longest < after(today, 7) ? longest : after(today, 7),
  );
  const late = longest !== null && until > longest;
  return (
    <form
      ref={focusFirst}
      onSubmit={(event) => {
        event.preventDefault();
        props.onSend(until);
      }}
    >
      <div class="field">
        <label for="snooze-until">Put off until</label>
        <div class="buttons small">
          {LATER.filter((days) => longest === null || after(today, days) <= longest).map((days) => (
            <button key={days} type="button" onClick={() => setUntil(after(today, days))}>
              {days} days
            </button>
          ))}
        </div>
        <input
          id="snooze-until"
          type="date"
          required
          min={today}
          {...(longest === null ? {} : { max: longest })}
          value={until}
          onInput={(event) => setUntil(event.currentTarget.value)}
        />
        <p class={late ? "warn" : "hint"} role="status">
          {late
            ? `It has to be filed by ${dayWords(deadline)}: choose an earlier day.`
            : "It comes back to the queue the day after."}
        </p>
      </div>
      <Buttons
        send="Put off"
        disabled={props.busy || late || until < today || until === ""}
        onCancel={props.onCancel}
      />
    </form>
  );
}

function Buttons(props: { send: string; disabled: boolean; onCancel(): void }) {
  return (
    <div class="buttons">
      <button type="submit" class="action" disabled={props.disabled}>
        {props.send}
      </button>
      <button type="button" onClick={props.onCancel}>
        Cancel
      </button>
    </div>
  );
}
