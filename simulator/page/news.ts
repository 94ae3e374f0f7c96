/** What the host's news mean for this window. */

import type { News, PageShown } from "../server/protocol.ts";
import type { App } from "./app.ts";

type Of<Kind extends News["kind"]> = Extract<News, { kind: Kind }>;
type Table = { readonly [Kind in News["kind"]]: (app: App, news: Of<Kind>) => unknown };

const HEARD: Table = {
  hello: (app, { start }) => {
    if (app.start !== null && app.start !== start) app.forget();
    app.start = start;
    return app.open();
  },
  reset: (app) => {
    app.forget();
    return app.open();
  },
  rows: ({ view }, { sheetId, from, to }) => {
    if (view?.info.id === sheetId) view.changed(from, to);
  },
  sheets: (app, { workbook, sheets, namedRanges }) => {
    app.store.set({ workbook, sheets, namedRanges });
    app.sheetsChanged(false);
  },
  charts: ({ store }) => store.set({ charted: store.state.charted + 1 }),
  activate: (app, news) => app.arriveAt(news, news.shown),
  people: (app, { people }) => {
    app.store.set({ people });
    app.drawn();
  },
  menus: ({ store }, { menus }) => store.set({ menus }),
  toast: ({ store }, { message, title, seconds }) => {
    const number = (store.state.toast?.number ?? 0) + 1;
    store.set({ toast: { message, title, seconds, number } });
  },
  question: ({ store }, { question }) => {
    const { questions } = store.state;
    if (questions.some(({ id }) => id === question.id)) return;
    store.set({ questions: [...questions, question], popup: null });
  },
  answered: ({ store }, { id }) =>
    store.set({ questions: store.state.questions.filter((question) => question.id !== id) }),
  page: ({ store }, { page }) => store.set(placed(page)),
  pageClosed: ({ store }, { id }) => {
    if (store.state.sidebar?.id === id) store.set({ sidebar: null });
    if (store.state.dialog?.id === id) store.set({ dialog: null });
  },
  running: ({ store }, { functions }) => store.set({ running: functions }),
  progress: ({ store }, { progress }) => store.set({ progress }),
};

export async function heard<Kind extends News["kind"]>(app: App, news: Of<Kind>): Promise<void> {
  const kind: Kind = news.kind;
  await HEARD[kind](app, news);
}

function placed(page: PageShown): { readonly sidebar: PageShown } | { readonly dialog: PageShown } {
  return page.kind === "sidebar" ? { sidebar: page } : { dialog: page };
}
