/** The page in the sidebar: one file, no request to anywhere but the add-on's own functions. */
import { render } from "preact";
import type { View } from "../intake/server.ts";
import { App } from "./app.tsx";
import { scriptRun } from "./server/script-run.ts";

const VIEWS: readonly View[] = ["import", "findings", "claims"];

/** The menu item that opened the sidebar says which view it is for, and what begins there, in the page's last element. */
function wantedView(): { view: View; audit: boolean } {
  const { view: wanted, begin } = document.getElementById("view")?.dataset ?? {};
  return { view: VIEWS.find((view) => view === wanted) ?? "import", audit: begin === "audit" };
}

function begin(): void {
  const root = document.getElementById("app");
  if (root === null) return;
  // Google writes the page into a frame of its own; what its <html> says may be lost on the way.
  document.documentElement.lang ||= "en";
  root.textContent = "";
  render(<App run={scriptRun} {...wantedView()} />, root);
}

// What says the view stands below this script.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
