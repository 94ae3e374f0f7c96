/** What comes and goes: toasts, "Running script", what went wrong, the lost connection, the search. */

import { useEffect, useRef, useState } from "preact/hooks";
import type { App } from "../app.ts";
import { usePicked } from "../store.ts";

const TOAST_SECONDS = 5;

export function Notices({ app }: { readonly app: App }) {
  return (
    <>
      <Connection app={app} />
      <Trouble app={app} />
      <Running app={app} />
      <Toast app={app} />
      <Find app={app} />
    </>
  );
}

function Connection({ app }: { readonly app: App }) {
  const connected = usePicked(app.store, (state) => state.connected);
  const phase = usePicked(app.store, (state) => state.phase);
  if (connected || phase !== "open") return null;
  return (
    <div class="banner" role="alert">
      Trying to connect… The local Sheets does not answer. What you type waits in its cell until it does. If
      you stopped it, start it again with <code>npm start</code>.
    </div>
  );
}

function Trouble({ app }: { readonly app: App }) {
  const trouble = usePicked(app.store, (state) => state.trouble);
  if (trouble === null) return null;
  return (
    <div class="trouble" role="alert">
      <span>{trouble}</span>
      <button type="button" class="dismiss" onClick={() => app.store.set({ trouble: null })}>
        Dismiss
      </button>
    </div>
  );
}

function Running({ app }: { readonly app: App }) {
  const running = usePicked(app.store, (state) => state.running);
  const asked = usePicked(app.store, (state) => state.questions.length > 0);
  const [slow, setSlow] = useState(false);
  const any = running.length > 0;
  useEffect(() => {
    setSlow(false);
    if (!any) return;
    const timer = setTimeout(() => setSlow(true), 300);
    return () => clearTimeout(timer);
  }, [any]);
  if (!any || !slow || asked) return null;
  return (
    <output class="running">
      <span class="spinner" aria-hidden="true" />
      Working… Running script
    </output>
  );
}

function Toast({ app }: { readonly app: App }) {
  const toast = usePicked(app.store, (state) => state.toast);
  const number = toast?.number ?? 0;
  const seconds = toast?.seconds ?? 0;
  useEffect(() => {
    if (number === 0 || seconds < 0) return;
    const timer = setTimeout(
      () => app.state.toast?.number === number && app.store.set({ toast: null }),
      (seconds || TOAST_SECONDS) * 1000,
    );
    return () => clearTimeout(timer);
  }, [app, number, seconds]);
  if (!toast) return null;
  return (
    <output class="toast">
      <div>
        {toast.title !== "" && <b>{toast.title}</b>}
        <p>{toast.message}</p>
      </div>
      <button type="button" class="icon" aria-label="Close" onClick={() => app.store.set({ toast: null })}>
        ✕
      </button>
    </output>
  );
}

function Find({ app }: { readonly app: App }) {
  const finding = usePicked(app.store, (state) => state.finding);
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const [nothing, setNothing] = useState(false);
  useEffect(() => {
    if (finding) input.current?.select();
  }, [finding]);
  if (!finding) return null;
  const close = (): void => {
    app.store.set({ finding: false });
    app.focusGrid();
  };
  const search = async (backwards: boolean): Promise<void> => {
    const { view } = app;
    if (!view || text === "") return;
    const area = await view.areaOf({ ...app.active, rows: 1, columns: 1 });
    const answer = await app.tell("find", { sheetId: view.info.id, area, text, backwards });
    setNothing(answer?.found === null);
    if (answer?.found) await app.arriveAt(answer.found, answer.found.shown);
    input.current?.focus();
  };
  return (
    <search class="find">
      <input
        ref={input}
        aria-label="Find in this spreadsheet"
        placeholder="Find in this spreadsheet"
        value={text}
        onInput={(event) => {
          setText(event.currentTarget.value);
          setNothing(false);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") void search(event.shiftKey);
          if (event.key === "Escape") close();
        }}
      />
      {nothing && <output>Nothing found</output>}
      <button type="button" class="icon" aria-label="Previous" onClick={() => void search(true)}>
        ▲
      </button>
      <button type="button" class="icon" aria-label="Next" onClick={() => void search(false)}>
        ▼
      </button>
      <button type="button" class="icon" aria-label="Close" onClick={close}>
        ✕
      </button>
    </search>
  );
}
