/** What a frame of the add-on may say to the page. */

import type { FromFrame } from "../../server/protocol.ts";

/** Reads a message; null for whatever is none of ours. Frames are not believed. */
export function readMessage(data: unknown): FromFrame | null {
  if (typeof data !== "object" || data === null) return null;
  const field = (name: string): unknown => Reflect.get(data, name);
  if (field("sheets") === "run") {
    const [id, functionName, args] = [field("id"), field("functionName"), field("args")];
    if (typeof id !== "number" || typeof functionName !== "string" || !Array.isArray(args)) return null;
    return { sheets: "run", id, functionName, args };
  }
  if (field("sheets") !== "host") return null;
  const what = field("what");
  if (what === "close" || what === "focus") return { sheets: "host", what };
  const pixels = field("pixels");
  if ((what === "width" || what === "height") && typeof pixels === "number" && pixels > 0) {
    return { sheets: "host", what, pixels };
  }
  return null;
}
