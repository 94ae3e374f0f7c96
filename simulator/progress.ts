/** One line of progress on a terminal, written over itself; silent where nobody watches. */
import type { WriteStream } from "node:tty";
import type { ImportProgress } from "../intake/import.ts";

export interface Progress {
  show(progress: ImportProgress | "auditing"): void;
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

function wordsOf(progress: ImportProgress | "auditing"): string {
  if (progress === "auditing") return "Auditing…";
  const { fileNumber, files, file, stage, done, total } = progress;
  const rows = total > 0 ? ` ${Math.round((100 * done) / total)} %` : "";
  return `${fileNumber}/${files} ${file}: ${stage}${rows}`;
}
