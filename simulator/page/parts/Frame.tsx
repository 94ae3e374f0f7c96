/** A page of the add-on, on an origin of its own, in the sandbox Google documents for such pages. */

import { useEffect, useRef } from "preact/hooks";
import { type PageShown, SANDBOX } from "../../server/protocol.ts";
import type { App } from "../app.ts";
import { serveFrame } from "../scripts.ts";

interface Props {
  readonly app: App;
  readonly page: PageShown;
  readonly sized: (what: "width" | "height", pixels: number) => void;
}

export function Frame({ app, page, sized }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  // `sized` is another function at every drawing.
  useEffect(() => {
    if (!frame.current) return;
    return serveFrame(app, frame.current, page.id, sized);
  }, [app, page.id]);
  return (
    <iframe
      ref={frame}
      class="frame"
      title={page.title || app.state.addon}
      src={page.url}
      sandbox={SANDBOX}
      referrerpolicy="no-referrer"
      allow="clipboard-write"
    />
  );
}
