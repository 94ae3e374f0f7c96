/** The add-on's sidebar, 300 pixels wide at the right. */

import type { App } from "../app.ts";
import { usePicked } from "../store.ts";
import { Frame } from "./Frame.tsx";

export function SidePanel({ app }: { readonly app: App }) {
  const page = usePicked(app.store, (state) => state.sidebar);
  if (!page) return null;
  const close = (): void => {
    void app.tell("closePage", { id: page.id });
    app.store.set({ sidebar: null });
    app.focusGrid();
  };
  return (
    <aside class="sidebar" aria-label={page.title || app.state.addon}>
      <div class="sidebar-title">
        <h2>{page.title || app.state.addon}</h2>
        <button type="button" class="icon" aria-label="Close the sidebar" onClick={close}>
          ✕
        </button>
      </div>
      <Frame key={page.id} app={app} page={page} sized={() => undefined} />
    </aside>
  );
}
