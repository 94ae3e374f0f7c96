import { useCallback, useEffect, useMemo, useState } from "preact/hooks";
import { wordsOf } from "../intake/import.ts";
import type { SidebarStart, View } from "../intake/server.ts";
import { ClaimsView } from "./claims/view.tsx";
import { type Desk, DeskContext, type Stale, type Wanted } from "./context.ts";
import { FindingsView } from "./findings/view.tsx";
import { ImportView } from "./import/view.tsx";
import { useSelection } from "./selection.ts";
import { addOnOver, type Trouble } from "./server/calls.ts";
import type { ScriptRun } from "./server/script-run.ts";
import { Loading } from "./ui/loading.tsx";
import { Notice } from "./ui/notice.tsx";
import { Problem } from "./ui/problem.tsx";
import { Panel, Tabs } from "./ui/tabs.tsx";
import { YourName } from "./your-name.tsx";

/** The whole sidebar: three tabs that stay alive side by side, and what they share. `audit`: one begins at once. */
export function App({
  run,
  view: first,
  audit = false,
}: {
  run(): ScriptRun | null;
  view: View;
  audit?: boolean;
}) {
  const [trouble, setTrouble] = useState<Trouble>(null);
  const addOn = useMemo(() => addOnOver(run, { onTrouble: setTrouble }), [run]);
  const [start, setStart] = useState<SidebarStart | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [view, setView] = useState<View>(first);
  const [stale, setStale] = useState<Stale>({ findings: 0, claims: 0, imports: 0 });
  const [wanted, setWanted] = useState<Wanted | null>(null);
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

  const open = useCallback((to: View, id: string) => {
    setWanted({ view: to, id });
    setView(to);
  }, []);
  const changed = useCallback(
    (list?: "findings" | "claims") => {
      setStale((before) => ({
        findings: before.findings + (list === "claims" ? 0 : 1),
        claims: before.claims + (list === "findings" ? 0 : 1),
        imports: before.imports + (list === undefined ? 1 : 0),
      }));
      void refresh();
    },
    [refresh],
  );
  const ready = start?.setUp ?? false;
  useSelection(addOn, ready && view !== "import", open);

  const desk = useMemo<Desk | null>(
    () => start && { addOn, start, stale, wanted, refresh, changed, show: setView, open, say: setSaid },
    [addOn, start, stale, wanted, refresh, changed, open],
  );
  const waiting = start?.toFile;
  const claims = start?.claims.find(({ state }) => state === "to file")?.count;

  return (
    <main class="app">
      <h1 class="unseen">Reimbursement Auditor</h1>
      <Tabs<View>
        label="Views"
        tabs={[
          { id: "import", label: "Import" },
          { id: "findings", label: "Findings", ...(waiting ? { badge: waiting } : {}) },
          { id: "claims", label: "Claims", ...(claims ? { badge: claims } : {}) },
        ]}
        selected={view}
        onSelect={setView}
      />
      {trouble === null ? null : (
        <div class="trouble">
          <Notice tone="warning">No answer from Google Sheets. Trying again in {trouble.seconds} s…</Notice>
        </div>
      )}
      <Problem of={problem} again={() => void refresh()} />
      {desk === null ? (
        problem === null ? (
          <Loading what="Opening…" />
        ) : null
      ) : (
        <DeskContext.Provider value={desk}>
          {ready && desk.start.user.name === "" ? <YourName /> : null}
          <Panel id="import" selected={view === "import"}>
            <ImportView audits={audit} />
          </Panel>
          <Panel id="findings" selected={view === "findings"}>
            <FindingsView shown={view === "findings"} />
          </Panel>
          <Panel id="claims" selected={view === "claims"}>
            <ClaimsView shown={view === "claims"} />
          </Panel>
        </DeskContext.Provider>
      )}
      <div class="unseen" role="status" aria-live="polite">
        {said}
      </div>
    </main>
  );
}
