/** `npm start`: the local Google Sheets in the browser, until it is stopped. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { platform, stdout } from "node:process";
import { type StartArguments, UnusableArguments } from "./arguments.ts";
import { type RunningServer, startServer } from "./server/server.ts";
import { UnusableFolder } from "./server/workbook-lines.ts";

/** How this machine opens an address in the user's browser. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ["open"],
  win32: ["cmd", "/c", "start", ""],
  linux: ["xdg-open"],
};

/** Resolves when it was stopped by Ctrl + C or a signal; gives the exit status. */
export async function start({ port, open, folder }: StartArguments, root: string): Promise<number> {
  const kept = folder ?? join(root, "out", "local-sheets");
  stdout.write("Reimbursement Auditor, in a local Google Sheets.\n");
  const server = await started(port, kept, root);
  for (const warning of server.warnings) stdout.write(`${warning}\n`);
  stdout.write(
    `\n  ${server.url}\n\nThe workbook is kept in ${kept}. For a second person, add ?user=NAME before the #. Stop with Ctrl + C.\n`,
  );
  if (open) openInBrowser(server.url);
  await stopped();
  await server.close();
  return 0;
}

async function started(port: number, folder: string, root: string): Promise<RunningServer> {
  let said = "";
  try {
    return await startServer({
      root,
      port,
      folder,
      begin: "sample",
      onProgress: (text) => {
        // A line in a log, a running number in a terminal.
        const shown = stdout.isTTY ? text : text.replace(/ \d+ %$/, "");
        if (shown !== said) stdout.write(stdout.isTTY ? `\r\u001b[K${shown}` : `${shown}\n`);
        said = shown;
      },
    });
  } catch (problem) {
    if ((problem as NodeJS.ErrnoException).code === "EADDRINUSE") {
      throw new UnusableArguments(
        `Port ${port} is taken. If the local Sheets runs there already, open http://localhost:${port}; otherwise choose another one: npm start -- --port 4174`,
      );
    }
    throw problem instanceof UnusableFolder ? new UnusableArguments(problem.message) : problem;
  } finally {
    if (stdout.isTTY && said !== "") stdout.write("\r\u001b[K");
  }
}

function openInBrowser(url: string): void {
  const [command, ...args] = OPENERS[platform] ?? [];
  if (command === undefined) return;
  const opener = spawn(command, [...args, url], { stdio: "ignore", detached: true });
  // The address is on the screen: whoever has no browser here opens it elsewhere.
  opener.on("error", () => {});
  opener.unref();
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => resolve();
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}
