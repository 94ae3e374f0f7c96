/** The page in the sidebar: one file, no request to anywhere but the add-on's own functions. */
import { render } from "preact";
import type { View } from "../intake/server.ts";
import { App } from "./app.tsx";
import { scriptRun } from "./server/script-run.ts";

const VIEWS: readonly View[] = ["import", "findings", "claims"];

/** The menu item that opened the sidebar says which view it is for, in the page's last element. */
function wantedView(): View {
  const wanted = document.getElementById("view")?.dataset["view"];
  return VIEWS.find((view) => view === wanted) ?? "import";
}

function begin(): void {
  const root = document.getElementById("app");
  if (root === null) return;
  // Google writes the page into a frame of its own; what its <html> says may be lost on the way.
  document.documentElement.lang ||= "en";
  root.textContent = "";
  render(<App run={scriptRun} view={wantedView()} />, root);
}

// What says the view stands below this script.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
else begin();
