import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Decoder, decode } from "../../../intake/decode.ts";

const bytes = (...codes: number[]) => new Uint8Array(codes);
const utf8 = (text: string) => new TextEncoder().encode(text);

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? "\uFEFF" : ""), ...text].map((unit) => unit.charCodeAt(0));
  return bytes(...units.flatMap((unit) => (bigEndian ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}

describe("the bytes decide", () => {
  test.each([
    ["plain ASCII", utf8("sku\tprice"), "sku\tprice", "utf-8"],
    ["UTF-8", utf8("Größe €5"), "Größe €5", "utf-8"],
    ["UTF-8 with mark", bytes(0xef, 0xbb, 0xbf, 0x61), "a", "utf-8"],
    ["UTF-16 LE with mark", utf16("Größe", false, true), "Größe", "utf-16le"],
    ["UTF-16 BE with mark", utf16("Größe", true, true), "Größe", "utf-16be"],
    [
      "UTF-16 LE without mark",
      utf16("settlement-id\tamount", false, false),
      "settlement-id\tamount",
      "utf-16le",
    ],
    [
      "the euro sign of windows-1252",
      bytes(0x80, 0x35, 0x20, 0x47, 0x72, 0xf6, 0xdf, 0x65),
      "€5 Größe",
      "windows-1252",
    ],
    ["French in windows-1252", bytes(0x63, 0x72, 0xe9, 0x64, 0x69, 0x74, 0x73), "crédits", "windows-1252"],
    [
      "Japanese in Shift_JIS",
      bytes(0x8f, 0xa4, 0x95, 0x69, 0x82, 0xcc, 0x83, 0x65, 0x83, 0x58),
      "商品のテス",
      "shift_jis",
    ],
    ["Amazon's own U+FFFD", utf8("a\uFFFDb"), "a\uFFFDb", "utf-8"],
  ])("%s", (_, input, text, encoding) => {
    expect(decode(input)).toEqual({ text, encoding, notes: [] });
  });

  test("kanji alone are Japanese when the marketplace is Japan", () => {
    const kanji = bytes(0x93, 0xfa, 0x95, 0x74);
    expect(decode(kanji, { japanese: true }).text).toBe("日付");
    expect(decode(kanji).encoding).toBe("windows-1252");
  });

  test("a broken character in UTF-8 is told and does not change the encoding", () => {
    const broken = decode(bytes(...utf8("Größe Größe Größe "), 0xff, ...utf8(" Größe")));
    expect(broken.encoding).toBe("utf-8");
    expect(broken.text).toBe("Größe Größe Größe \uFFFD Größe");
    expect(broken.notes.join()).toMatch(/damaged/);
  });

  test("a file cut inside a character is told", () => {
    const cut = decode(utf8("Größe 日").subarray(0, -1));
    expect(cut.text).toBe("Größe ");
    expect(cut.notes.join()).toMatch(/cut off/);
  });
});

test("slices of any size give the text of the whole", () => {
  const samples = [
    utf8("\uFEFFGröße 日本 €\r\n😀"),
    utf16("Größe\n", false, true),
    bytes(0x61, 0x80, 0xe9, 0x62, 0xdf),
  ];
  fc.assert(
    fc.property(fc.constantFrom(...samples), fc.integer({ min: 1, max: 7 }), (input, size) => {
      const decoder = new Decoder();
      let text = "";
      for (let at = 0; at < input.length; at += size) text += decoder.push(input.subarray(at, at + size));
      expect(text + decoder.end()).toBe(decode(input).text);
    }),
  );
});

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (input) => {
      expect(typeof decode(input).text).toBe("string");
    }),
  );
});
