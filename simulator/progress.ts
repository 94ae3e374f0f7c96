/** One line of progress on a terminal, written over itself; silent where nobody watches. */
import type { WriteStream } from "node:tty";
import type { ImportProgress } from "../intake/import.ts";
import type { AuditProgress } from "../intake/server.ts";

/** How far the import of a file is, or the audit; one that the server does at once says nothing in between. */
export type Step = ImportProgress | AuditProgress | "auditing";

export interface Progress {
  show(progress: Step): void;
  end(): void;
}

export function progressOn(terminal: WriteStream): Progress {
  if (!terminal.isTTY) return { show: () => {}, end: () => {} };
  const clear = "\r\u001b[K";
  return {
    show: (progress) => terminal.write(clear + wordsOf(progress).slice(0, terminal.columns - 1)),
    end: () => terminal.write(clear),
  };
}

function wordsOf(progress: Step): string {
  if (progress === "auditing") return "Auditing…";
  if ("share" in progress) return `Auditing: ${progress.stage} ${Math.round(100 * progress.share)} %`;
  const { fileNumber, files, file, stage, done, total } = progress;
  const rows = total > 0 ? ` ${Math.round((100 * done) / total)} %` : "";
  return `${fileNumber}/${files} ${file}: ${stage}${rows}`;
}
