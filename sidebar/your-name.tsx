import { useState } from "preact/hooks";
import { useDesk } from "./context.ts";
import { Problem } from "./ui/problem.tsx";
import { useTask } from "./ui/task.ts";

/** Asked once where Google does not tell the address: the claim log says who did what. */
export function YourName() {
  const { addOn, refresh } = useDesk();
  const [name, setName] = useState("");
  const task = useTask();
  return (
    <form
      class="your-name"
      onSubmit={(event) => {
        event.preventDefault();
        void task.run(async () => {
          await addOn.settingsSave({ dailyCap: null, userName: name.trim() });
          await refresh();
        });
      }}
    >
      <label for="your-name">Your name, for the claim log (Google does not tell it)</label>
      <div class="row">
        <input
          id="your-name"
          type="text"
          required
          maxLength={100}
          autocomplete="name"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" disabled={task.busy || name.trim() === ""}>
          Save
        </button>
      </div>
      <Problem of={task.problem} />
    </form>
  );
}
