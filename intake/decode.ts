/**
 * Bytes to text, slice by slice, for files whose encoding nobody states.
 *
 * Amazon's own label may be wrong (a file said to be Cp1252 in ISO-8859-1, settlements without any), so the
 * bytes decide: a byte order mark, else strict UTF-8, else Shift_JIS (cp932) when it is Japanese, else
 * windows-1252. A literal U+FFFD inside valid UTF-8 is Amazon's own damage and is kept.
 */

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "shift_jis" | "windows-1252";

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  readonly notes: readonly string[];
}

export interface DecodeOptions {
  /** The marketplace is Japan: bytes that are no UTF-8 are taken for Shift_JIS whenever they can be. */
  readonly japanese?: boolean;
}

/** Decodes a file that comes in slices. */
export class Decoder {
  readonly #japanese: boolean;
  readonly #strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  #decoder: InstanceType<typeof TextDecoder> | null = null;
  #encoding: Encoding = "utf-8";
  #sawMultibyte = false;
  #pending: Uint8Array = new Uint8Array(0);
  #start = true;
  #damaged = false;
  #cut = false;

  constructor(options: DecodeOptions = {}) {
    this.#japanese = options.japanese ?? false;
  }

  /** The text of the next bytes; a character split between two slices comes with the second one. */
  push(bytes: Uint8Array): string {
    return this.#withoutMark(this.#next(bytes));
  }

  /** What is left; call it once, after the last slice. */
  end(): string {
    if (this.#decoder !== null) return this.#withoutMark(this.#decoder.decode());
    if (this.#pending.length === 0) return "";
    if (this.#sawMultibyte || looksCut(this.#pending)) {
      this.#cut = true;
      this.#pending = new Uint8Array(0);
      return "";
    }
    return this.#withoutMark(this.#settleAndDecode(this.#pending) + (this.#finish() ?? ""));
  }

  get encoding(): Encoding {
    return this.#encoding;
  }

  get notes(): string[] {
    const notes: string[] = [];
    if (this.#damaged) {
      notes.push(
        "Some characters of the file are damaged and are shown as �. If an id or a name matters, download the report again.",
      );
    }
    if (this.#cut)
      notes.push("The file ends in the middle of a character: it was cut off. Download it again.");
    return notes;
  }

  #next(bytes: Uint8Array): string {
    if (this.#decoder !== null) return this.#decoder.decode(bytes, { stream: true });
    const all = this.#pending.length === 0 ? bytes : joined(this.#pending, bytes);
    this.#pending = new Uint8Array(0);
    if (all.length < 2 && this.#start) {
      this.#pending = all;
      return "";
    }
    const utf16 = this.#start ? utf16Of(all) : null;
    if (utf16 !== null) {
      this.#use(utf16);
      return this.#next(all);
    }
    return this.#asUtf8(all);
  }

  /** Strict UTF-8 as long as it lasts; the first byte that is none decides what the rest is. */
  #asUtf8(all: Uint8Array): string {
    const complete = all.length - incompleteTail(all);
    const body = all.subarray(0, complete);
    try {
      const text = this.#strict.decode(body);
      if (!this.#sawMultibyte && text.length !== body.length) this.#sawMultibyte = true;
      this.#pending = all.slice(complete);
      return text;
    } catch {
      return this.#settleAndDecode(all);
    }
  }

  #settleAndDecode(bytes: Uint8Array): string {
    this.#pending = new Uint8Array(0);
    if (this.#sawMultibyte || mostlyUtf8(bytes)) {
      this.#damaged = true;
      this.#use("utf-8");
    } else {
      this.#use(isJapanese(bytes, this.#japanese) ? "shift_jis" : "windows-1252");
    }
    return this.#next(bytes);
  }

  #finish(): string | null {
    return this.#decoder?.decode() ?? null;
  }

  #use(encoding: Encoding): void {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: true });
  }

  #withoutMark(text: string): string {
    if (!this.#start || text === "") return text;
    this.#start = false;
    return text.startsWith("\uFEFF") ? text.slice(1) : text;
  }
}

/** Decodes a whole file. Never throws. */
export function decode(bytes: Uint8Array, options: DecodeOptions = {}): Decoded {
  const decoder = new Decoder(options);
  const text = decoder.push(bytes) + decoder.end();
  return { text, encoding: decoder.encoding, notes: decoder.notes };
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** UTF-16 by its byte order mark, or, without one, by every other byte of the beginning being zero. */
function utf16Of(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const length = Math.min(bytes.length, 200) & ~1;
  let [even, odd] = [0, 0];
  for (let i = 0; i < length; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  if (length >= 20 && odd > length / 4 && even === 0) return "utf-16le";
  if (length >= 20 && even > length / 4 && odd === 0) return "utf-16be";
  return null;
}

/** How many bytes at the end begin a UTF-8 character that is not complete yet. */
function incompleteTail(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return needed > back ? back : 0;
    }
    if (byte < 0x80) return 0;
  }
  return 0;
}

/** A tail that can only be a cut UTF-8 character: a lead byte and at least one byte that continues it. */
function looksCut(tail: Uint8Array): boolean {
  return tail.length >= 2;
}

/** Read as UTF-8, most characters beyond ASCII are whole: damaged UTF-8, not another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(bytes);
  let [whole, broken] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) whole++;
  }
  return whole > broken * 3;
}

/**
 * Shift_JIS when every byte fits it and it is either expected or holds kana: Western letters read as Shift_JIS
 * give stray kanji and half-width kana, but hardly ever hiragana or full-width katakana.
 */
function isJapanese(bytes: Uint8Array, expected: boolean): boolean {
  let text: string;
  try {
    text = new TextDecoder("shift_jis", { fatal: true }).decode(bytes.subarray(0, 65536), { stream: true });
  } catch {
    return false;
  }
  if (expected) return true;
  let [kana, other] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x3041 && unit <= 0x30ff) kana++;
    else if (unit > 0x7f) other++;
  }
  return kana > 0 && kana * 10 >= other;
}
