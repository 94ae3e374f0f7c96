/** Files that are no report at all, known by their first bytes: what each is, and what to do. */

interface Signature {
  readonly bytes: readonly number[];
  readonly says: string;
}

const AGAIN = "Download the report from Seller Central as .csv or .txt and import that file.";

const SIGNATURES: readonly Signature[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    says: "This is a ZIP archive or an Excel workbook (.xlsx), not a text file. Unpack the archive, or open the workbook and save the sheet with the data as CSV (UTF-8), then import that file.",
  },
  { bytes: [0x50, 0x4b, 0x05, 0x06], says: `This is an empty ZIP archive. ${AGAIN}` },
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    says: "This is an old Excel workbook (.xls). Open it, save the sheet with the data as CSV (UTF-8), and import that file.",
  },
  { bytes: [0x1f, 0x8b], says: "This is a GZIP archive. Unpack it and import the text file inside." },
  {
    bytes: [0x25, 0x50, 0x44, 0x46],
    says: `This is a PDF document: its tables cannot be read reliably. ${AGAIN}`,
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], says: `This is a picture (PNG). ${AGAIN}` },
  { bytes: [0xff, 0xd8, 0xff], says: `This is a picture (JPEG). ${AGAIN}` },
  { bytes: [0x47, 0x49, 0x46, 0x38], says: `This is a picture (GIF). ${AGAIN}` },
  {
    bytes: [0x52, 0x61, 0x72, 0x21],
    says: "This is a RAR archive. Unpack it and import the text file inside.",
  },
  {
    bytes: [0x37, 0x7a, 0xbc, 0xaf],
    says: "This is a 7-Zip archive. Unpack it and import the text file inside.",
  },
];

/** Why a file with these first bytes cannot be a report, as a sentence; null when it may be text. */
export function refusalOfBytes(head: Uint8Array): string | null {
  for (const { bytes, says } of SIGNATURES) {
    if (bytes.every((byte, index) => head[index] === byte)) return says;
  }
  return null;
}

/** Why text that begins like this is no report, as a sentence; null when it may be one. */
export function refusalOfText(head: string): string | null {
  const start = head.trimStart().slice(0, 2000);
  const lower = start.toLowerCase();
  if (start === "")
    return "The file is empty. Download the report again; if it stays empty, Seller Central had no data for that period.";
  if (/^<!doctype html|^<html|^<head|^<body|<html[\s>]/.test(lower)) {
    return `This is a web page (HTML), often saved in place of the download when the login had expired. ${AGAIN}`;
  }
  if (lower.startsWith("<?xml") || /^<[a-z][\w:.-]*[\s>]/.test(lower)) {
    return "This is an XML file. Download the flat file (.txt or .csv) of the same report instead; for settlements: Flat File V2.";
  }
  if (/^[{[]\s*(?:["{[\]}]|$)/.test(start)) {
    return `This is JSON, an answer for programs. ${AGAIN}`;
  }
  if (isBinary(head)) return `This is a binary file, not text. ${AGAIN}`;
  return null;
}

/** Control characters other than tab, line ends and form feed do not occur in text. */
function isBinary(head: string): boolean {
  let control = 0;
  const length = Math.min(head.length, 4096);
  for (let i = 0; i < length; i++) {
    const unit = head.charCodeAt(i);
    if (unit < 32 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13) control++;
  }
  return control > Math.max(3, length / 100);
}
