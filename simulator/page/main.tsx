/** The page of the local Sheets. */

import { render } from "preact";
import "./page.css";
import "./grid.css";
import "./parts.css";
import { App } from "./app.ts";
import { Window } from "./Window.tsx";
import { identity, Wire } from "./wire.ts";

const root = document.getElementById("page");
if (root) {
  const app = new App(new Wire(identity(location, history, sessionStorage)));
  render(<Window app={app} />, root);
}
