/** The files a client offers: whole or in slices, and the hash that names their content. */
import { SLICE } from "./parse.ts";

/** A file as the browser's `File` and the runner's folder offer it. */
export interface ImportFile {
  readonly name: string;
  /** Milliseconds since 1970; 0 when unknown. */
  readonly lastModified: number;
  bytes(): Promise<Uint8Array>;
  /** In slices, for files a page should not hold as a whole while it reads them; left out = `bytes`, in one. */
  slices?(): AsyncIterable<Uint8Array>;
}

/** What of the browser's `Blob` is needed. */
interface SliceableFile {
  readonly name: string;
  readonly lastModified: number;
  readonly size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** A file chosen or dropped in a browser. */
export function browserFile(file: SliceableFile, name = file.name): ImportFile {
  return {
    name,
    lastModified: file.lastModified,
    bytes: async () => new Uint8Array(await file.arrayBuffer()),
    async *slices() {
      for (let at = 0; at < file.size; at += SLICE) {
        yield new Uint8Array(await file.slice(at, at + SLICE).arrayBuffer());
      }
    },
  };
}

/** The content of a file, slice by slice. */
export async function* slicesOf(file: ImportFile): AsyncIterable<Uint8Array> {
  if (file.slices) yield* file.slices();
  else yield await file.bytes();
}

/** SHA-256 of the content, 64 hexadecimal digits. */
export async function sha256Of(file: ImportFile): Promise<string> {
  const bytes = await file.bytes();
  const whole = bytes.byteLength === bytes.buffer.byteLength && bytes.buffer instanceof ArrayBuffer;
  const digest = await crypto.subtle.digest(
    "SHA-256",
    whole ? (bytes.buffer as ArrayBuffer) : new Uint8Array(bytes),
  );
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
