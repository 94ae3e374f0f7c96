import { useRef, useState } from "preact/hooks";
import { browserFile, type ImportFile } from "../../intake/files.ts";

export interface Chosen {
  readonly file: ImportFile;
  readonly size: number;
}

/** Choosing files: by the file dialog, a whole folder, or by dropping them on it. */
export function Choose(props: { readonly primary: boolean; onFiles(files: readonly Chosen[]): void }) {
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])].map(named).filter(isNotHidden);
    input.value = "";
    if (chosen.length > 0) props.onFiles(chosen);
  };
  return (
    <section
      class={over ? "drop over" : "drop"}
      aria-label="Choose report files"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const items = event.dataTransfer;
        if (items) void dropped(items).then((chosen) => chosen.length > 0 && props.onFiles(chosen));
      }}
    >
      <p>Drop Amazon’s report files here, as downloaded</p>
      <div class="buttons">
        <button type="button" class={props.primary ? "action" : ""} onClick={() => files.current?.click()}>
          Choose files
        </button>
        <button type="button" onClick={() => folder.current?.click()}>
          Choose a folder
        </button>
      </div>
      <input
        ref={files}
        class="unseen"
        type="file"
        multiple
        tabIndex={-1}
        aria-label="Report files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={folder}
        class="unseen"
        type="file"
        multiple
        {...{ webkitdirectory: true }}
        tabIndex={-1}
        aria-label="Folder of report files"
        onChange={(event) => take(event.currentTarget)}
      />
    </section>
  );
}

function named(file: File): Chosen {
  return { file: browserFile(file, file.webkitRelativePath || file.name), size: file.size };
}

/** Folders hold files nobody chose, such as `.DS_Store`. */
function isNotHidden({ file }: Chosen): boolean {
  return !file.name.split("/").some((part) => part.startsWith("."));
}

/** What was dropped: files, and the files inside folders. The list is empty again after this task, so it is read first. */
async function dropped(items: DataTransfer): Promise<Chosen[]> {
  const entries = [...items.items].map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (entries.length === 0) return [...items.files].map(named).filter(isNotHidden);
  const chosen: Chosen[] = [];
  for (const entry of entries) await walk(entry, "", chosen);
  return chosen.filter(isNotHidden);
}

async function walk(entry: FileSystemEntry, path: string, into: Chosen[]): Promise<void> {
  if (entry.isFile) {
    const file = await new Promise<File>((resolve, reject) =>
      (entry as FileSystemFileEntry).file(resolve, reject),
    );
    into.push({ file: browserFile(file, path + file.name), size: file.size });
    return;
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  for (;;) {
    // A folder is listed a hundred entries at a time.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (some.length === 0) return;
    for (const inner of some) await walk(inner, `${path}${entry.name}/`, into);
  }
}
