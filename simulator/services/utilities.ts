/** `Utilities`: dates as text, identifiers, digests, base64. */

import { createHash, randomUUID } from "node:crypto";
import { Blob } from "./blob.ts";
import * as enums from "./enums.ts";
import { javaDate } from "./java-date.ts";
import { type EnumSet, EnumValue, Service, ServiceError } from "./service.ts";
import { badSignature, textArgument, wholeArgument } from "./signature.ts";

const DIGESTS: Readonly<Record<string, string>> = {
  MD5: "md5",
  SHA_1: "sha1",
  SHA_256: "sha256",
  SHA_384: "sha384",
  SHA_512: "sha512",
};

export class Utilities extends Service {
  override readonly $googleName = "Utilities";

  override get $properties(): Readonly<Record<string, EnumSet>> {
    return { Charset: enums.Charset, DigestAlgorithm: enums.DigestAlgorithm };
  }

  /** With the letters of Java's SimpleDateFormat: yyyy, MM, dd, HH, mm, ss … */
  formatDate(date: Date, timeZone: string, format: string): string {
    const method = "Utilities.formatDate";
    if (!(date instanceof Date)) throw badSignature(method, [date, timeZone, format]);
    return javaDate(date.getTime(), textArgument(timeZone, method), textArgument(format, method));
  }

  getUuid(): string {
    return randomUUID();
  }

  /** At most 5 minutes. */
  sleep(milliseconds: number): void | Promise<void> {
    const ms = wholeArgument(milliseconds, "Utilities.sleep");
    if (ms < 0 || ms > 300_000) throw new ServiceError("Invalid argument: milliseconds");
    return this.$context.clock.sleep(ms);
  }

  base64Encode(data: unknown): string {
    return bytesOf(data, "Utilities.base64Encode").toString("base64");
  }

  base64EncodeWebSafe(data: unknown): string {
    return this.base64Encode(data).replaceAll("+", "-").replaceAll("/", "_");
  }

  base64Decode(encoded: string): number[] {
    const text = textArgument(encoded, "Utilities.base64Decode");
    if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text)) throw new ServiceError("Could not decode string.");
    return signed(Buffer.from(text, "base64"));
  }

  base64DecodeWebSafe(encoded: string): number[] {
    const text = textArgument(encoded, "Utilities.base64DecodeWebSafe");
    return this.base64Decode(text.replaceAll("-", "+").replaceAll("_", "/"));
  }

  /** Bytes from -128 to 127, as Java has them. */
  computeDigest(algorithm: EnumValue, value: unknown): number[] {
    const name = algorithm instanceof EnumValue ? DIGESTS[algorithm.name] : undefined;
    if (!name) throw badSignature("Utilities.computeDigest", [algorithm, value]);
    return signed(createHash(name).update(bytesOf(value, "Utilities.computeDigest")).digest());
  }

  newBlob(data: unknown, contentType: string | null = null, name: string | null = null): Blob {
    const type = contentType ?? (typeof data === "string" ? "text/plain" : null);
    return new Blob(this.$context, bytesOf(data, "Utilities.newBlob"), type, name);
  }

  jsonStringify(value: unknown): string {
    return JSON.stringify(value);
  }

  jsonParse(text: string): unknown {
    return JSON.parse(textArgument(text, "Utilities.jsonParse"));
  }
}

/** A text as UTF-8, or bytes given as numbers from -128 to 255. */
function bytesOf(data: unknown, method: string): Buffer {
  if (typeof data === "string") return Buffer.from(data, "utf8");
  if (Array.isArray(data) && data.every((byte) => Number.isInteger(byte) && byte >= -128 && byte <= 255)) {
    return Buffer.from(data.map((byte: number) => byte & 0xff));
  }
  throw badSignature(method, [data]);
}

export function signed(bytes: Uint8Array): number[] {
  return [...bytes].map((byte) => (byte > 127 ? byte - 256 : byte));
}
