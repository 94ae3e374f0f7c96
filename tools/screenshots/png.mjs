/**
 * Makes a screenshot small: 256 colours from a palette instead of 16 million, of which a window of text uses few.
 * The format: https://www.w3.org/TR/png-3/
 */
// @ts-nocheck

import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const COLOURS = 256;
/** Bytes of a pixel, by PNG's colour type: true colour, without and with transparency. */
const PIXEL_BYTES = { 2: 3, 6: 4 };

/** @param {Buffer} png as Chromium writes it: 8 bits, not interlaced; transparency is dropped */
export function withPalette(png) {
  const { width, height, pixels } = decoded(png);
  const counts = new Map();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const indexOf = new Map([...counts.keys()].map((colour) => [colour, nearest(palette, colour)]));
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(pixels[y * width + x]);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("PLTE", Buffer.from(palette.flatMap(channels))),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

function channels(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function nearest(palette, colour) {
  const [r, g, b] = channels(colour);
  let [best, least] = [0, Number.POSITIVE_INFINITY];
  for (const [index, candidate] of palette.entries()) {
    const [R, G, B] = channels(candidate);
    const distance = (r - R) ** 2 + (g - G) ** 2 + (b - B) ** 2;
    if (distance < least) [best, least] = [index, distance];
  }
  return best;
}

/** Every pixel as 0xRRGGBB, from left to right and from top to bottom. */
function decoded(png) {
  const data = [];
  let [width, height, size] = [0, 0, 0];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString("latin1", at + 4, at + 8);
    const body = png.subarray(at + 8, at + 8 + length);
    if (type === "IHDR") {
      [width, height, size] = [body.readUInt32BE(0), body.readUInt32BE(4), PIXEL_BYTES[body[9]]];
      if (body[8] !== 8 || size === undefined || body[12] !== 0)
        throw new Error("The screenshot is a PNG of another kind than Chromium has written so far.");
    }
    if (type === "IDAT") data.push(body);
    at += length + 12;
  }
  const raw = inflateSync(Buffer.concat(data));
  const line = width * size;
  const pixels = new Uint32Array(width * height);
  let above = new Uint8Array(line);
  for (let y = 0; y < height; y++) {
    const row = unfiltered(
      raw[y * (line + 1)],
      raw.subarray(y * (line + 1) + 1, (y + 1) * (line + 1)),
      above,
      size,
    );
    for (let x = 0; x < width; x++) {
      const i = x * size;
      pixels[y * width + x] = (row[i] << 16) | (row[i + 1] << 8) | row[i + 2];
    }
    above = row;
  }
  return { width, height, pixels };
}

/** https://www.w3.org/TR/png-3/#9Filters */
function unfiltered(filter, bytes, above, size) {
  const row = new Uint8Array(bytes.length);
  for (let i = 0; i < row.length; i++) {
    const [a, b, c] = [row[i - size] ?? 0, above[i], above[i - size] ?? 0];
    row[i] = bytes[i] + [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter];
  }
  return row;
}

function paeth(a, b, c) {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

function chunk(type, body) {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(body.length);
  const typed = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(typed));
  return Buffer.concat([head, typed, tail]);
}
