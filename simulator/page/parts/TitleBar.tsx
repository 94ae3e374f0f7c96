/** The document's name, who else is here, who this window is; and the menus below. */

import { useEffect, useState } from "preact/hooks";
import type { App } from "../app.ts";
import { usePicked } from "../store.ts";

export function TitleBar({ app }: { readonly app: App }) {
  const name = usePicked(app.store, (state) => state.workbook.name);
  const user = usePicked(app.store, (state) => state.user);
  const people = usePicked(app.store, (state) => state.people);
  const running = usePicked(app.store, (state) => state.running);
  const connected = usePicked(app.store, (state) => state.connected);
  useEffect(() => {
    document.title = `${name} – local Sheets`;
  }, [name]);
  const others = [...new Set(people.map((one) => one.user))].filter((one) => one !== user);
  return (
    <div class="title-bar">
      <h1 class="unseen">{name}</h1>
      <Logo />
      <Name key={name} app={app} name={name} />
      <span class="saved">
        {connected ? (running.length > 0 ? "Working…" : "Saved on this computer") : "Not connected"}
      </span>
      <span class="gap" />
      {others.map((other) => (
        <Avatar key={other} name={other} title={`${other} is here, too`} />
      ))}
      <Avatar name={user} title={`You are ${user}`} own />
    </div>
  );
}

function Name({ app, name }: { readonly app: App; readonly name: string }) {
  const [text, setText] = useState(name);
  const rename = (): void => {
    const wanted = text.trim();
    if (wanted === "" || wanted === name) setText(name);
    else void app.tell("renameWorkbook", { name: wanted });
  };
  return (
    <input
      class="document-name"
      aria-label="Name of the spreadsheet"
      value={text}
      size={Math.max(8, Math.min(60, text.length))}
      onInput={(event) => setText(event.currentTarget.value)}
      onBlur={rename}
      onKeyDown={(event) => {
        if (event.key === "Escape") setText(name);
        if (event.key !== "Enter" && event.key !== "Escape") return;
        // The grid has the keyboard next, and would take the same key for a line end.
        event.preventDefault();
        app.focusGrid();
      }}
    />
  );
}

const COLORS = ["#1967d2", "#188038", "#9334e6", "#c5221f", "#b06000", "#00796b"];

function Avatar({
  name,
  title,
  own,
}: {
  readonly name: string;
  readonly title: string;
  readonly own?: true;
}) {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return (
    <span
      class={`avatar${own ? " own" : ""}`}
      role="img"
      aria-label={title}
      title={title}
      style={{ background: COLORS[sum % COLORS.length] }}
    >
      {name.slice(0, 1).toUpperCase()}
    </span>
  );
}

function Logo() {
  return (
    <svg class="logo" width="32" height="32" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="6" fill="#188038" />
      <path
        d="M7 8h18v16H7zm2 2v3.300h6V10zm8 0v3.300h6V10zm-8 5.300v2h6v-2zm8 0v2h6v-2zm-8 4V22h6v-2.700zm8 0V22h6v-2.700z"
        fill="#fff"
        fill-rule="evenodd"
      />
    </svg>
  );
}
