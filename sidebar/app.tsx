import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { wordsOf } from "../intake/import.ts";
import type { SidebarStart, View } from "../intake/server.ts";
import { type Desk, DeskContext } from "./context.ts";
import { ImportView } from "./import/view.tsx";
import { addOnOver, type Trouble } from "./server/calls.ts";
import type { ScriptRun } from "./server/script-run.ts";
import { Loading } from "./ui/loading.tsx";
import { Notice } from "./ui/notice.tsx";
import { Panel, Tabs } from "./ui/tabs.tsx";
import { YourName } from "./your-name.tsx";

/** The whole sidebar: three tabs that stay alive side by side, and what they share. */
export function App({ run, view: first }: { run(): ScriptRun | null; view: View }) {
  const [trouble, setTrouble] = useState<Trouble>(null);
  const addOn = useMemo(() => addOnOver(run, { onTrouble: setTrouble }), [run]);
  const [start, setStart] = useState<SidebarStart | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [view, setView] = useState<View>(first);
  const [generation, setGeneration] = useState(0);
  const [said, setSaid] = useState("");

  const refresh = useCallback(async () => {
    setProblem(null);
    try {
      setStart(await addOn.sidebarStart({}));
    } catch (failure) {
      setProblem(wordsOf(failure));
    }
  }, [addOn]);
  useEffect(() => {
    void refresh();
  }, [refresh]);

  const desk = useMemo<Desk | null>(
    () =>
      start && {
        addOn,
        start,
        generation,
        refresh,
        changed: () => {
          setGeneration((before) => before + 1);
          void refresh();
        },
        show: setView,
        openFinding: () => setView("findings"),
        openClaim: () => setView("claims"),
        say: setSaid,
      },
    [addOn, start, generation, refresh],
  );

  return (
    <main class="app">
      <h1 class="unseen">Reimbursement Auditor</h1>
      <Tabs<View>
        label="Views"
        tabs={[{ id: "import", label: "Import" }]}
        selected={view}
        onSelect={setView}
      />
      {trouble === null ? null : (
        <Notice tone="warning">No answer from Google Sheets. Trying again in {trouble.seconds} s…</Notice>
      )}
      {problem === null ? null : (
        <Notice tone="error">
          {problem}{" "}
          <button type="button" class="link" onClick={() => void refresh()}>
            Try again
          </button>
        </Notice>
      )}
      {desk === null ? (
        problem === null ? (
          <Loading what="Opening…" />
        ) : null
      ) : (
        <DeskContext.Provider value={desk}>
          {desk.start.setUp && desk.start.user.name === "" ? <YourName /> : null}
          <Panel id="import" selected={view === "import"}>
            <ImportView />
          </Panel>
        </DeskContext.Provider>
      )}
      <div class="unseen" role="status" aria-live="polite">
        {said}
      </div>
    </main>
  );
}
