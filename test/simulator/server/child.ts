/** A server in a process of its own, for tests that kill it: `node child.mjs FOLDER DIST`. Prints how to get in. */

import { argv, stdout } from "node:process";
import { startServer } from "../../../simulator/server/server.ts";

const [folder = "", dist = ""] = argv.slice(2);
const { origin, token, warnings } = await startServer({
  root: ".",
  port: 0,
  folder,
  begin: "nothing",
  dist,
  page: new Map(),
});
stdout.write(`${JSON.stringify({ origin, token, warnings })}\n`);
