/** The whole window: title, menus, formula bar, grid, sidebar, tabs, and what stands above them. */

import { useEffect, useRef } from "preact/hooks";
import type { App } from "./app.ts";
import { GridPane } from "./grid/GridPane.tsx";
import { Dialogs } from "./parts/Dialogs.tsx";
import { FormulaBar } from "./parts/FormulaBar.tsx";
import { MenuBar } from "./parts/MenuBar.tsx";
import { Notices } from "./parts/Notices.tsx";
import { Popups } from "./parts/Popups.tsx";
import { SidePanel } from "./parts/SidePanel.tsx";
import { Tabs } from "./parts/Tabs.tsx";
import { TitleBar } from "./parts/TitleBar.tsx";
import { usePicked } from "./store.ts";

export function Window({ app }: { readonly app: App }) {
  const phase = usePicked(app.store, (state) => state.phase);
  const failure = usePicked(app.store, (state) => state.failure);
  const menu = useRef<HTMLButtonElement>(null);
  useEffect(() => app.begin(), [app]);
  if (phase !== "open") {
    return (
      <main class="before">
        {phase === "opening" ? (
          <>
            <span class="spinner" aria-hidden="true" />
            <p>Opening the spreadsheet…</p>
          </>
        ) : (
          <>
            <h1>This spreadsheet could not be opened</h1>
            <p role="alert">{failure}</p>
          </>
        )}
      </main>
    );
  }
  return (
    <div class="window">
      <header>
        <TitleBar app={app} />
        <MenuBar app={app} first={menu} />
        <FormulaBar app={app} />
      </header>
      <div class="middle">
        <main aria-label="Spreadsheet">
          <GridPane app={app} openMenu={() => menu.current?.focus()} />
        </main>
        <SidePanel app={app} />
      </div>
      <Tabs app={app} />
      <Popups app={app} />
      <Notices app={app} />
      <Dialogs app={app} />
    </div>
  );
}
