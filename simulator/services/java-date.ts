/** Dates as text with the letters of Java's SimpleDateFormat, as Utilities.formatDate takes them. */

import { ServiceError } from "./service.ts";
import { isZone, offsetAt } from "./zones.ts";

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);
const DAYS = "Sunday Monday Tuesday Wednesday Thursday Friday Saturday".split(" ");

/** The instant `ms` on the clock of `zone` (`America/New_York`, `GMT`, `GMT+2`). */
export function javaDate(ms: number, zone: string, format: string): string {
  const fixed = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  // Java falls back to GMT for a zone it does not know.
  const offset = fixed
    ? (fixed[1] === "-" ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0)) * 60_000
    : offsetAt(isZone(zone) ? zone : "Etc/GMT", ms);
  const wall = new Date(ms + offset);
  return format.replace(/'((?:[^']|'')*)'|([A-Za-z])\2*/g, (token: string, quoted: string | undefined) => {
    if (quoted !== undefined) return quoted === "" ? "'" : quoted.replaceAll("''", "'");
    return field(token, wall, offset);
  });
}

function field(token: string, wall: Date, offset: number): string {
  const n = token.length;
  const pad = (value: number) => String(value).padStart(n, "0");
  switch (token[0]) {
    case "y":
      return n === 2 ? String(wall.getUTCFullYear() % 100).padStart(2, "0") : pad(wall.getUTCFullYear());
    case "M": {
      const name = MONTHS[wall.getUTCMonth()] ?? "";
      if (n >= 4) return name;
      return n === 3 ? name.slice(0, 3) : pad(wall.getUTCMonth() + 1);
    }
    case "d":
      return pad(wall.getUTCDate());
    case "E": {
      const name = DAYS[wall.getUTCDay()] ?? "";
      return n >= 4 ? name : name.slice(0, 3);
    }
    case "u":
      return pad(wall.getUTCDay() || 7);
    case "H":
      return pad(wall.getUTCHours());
    case "h":
      return pad(wall.getUTCHours() % 12 || 12);
    case "m":
      return pad(wall.getUTCMinutes());
    case "s":
      return pad(wall.getUTCSeconds());
    case "S":
      return pad(wall.getUTCMilliseconds());
    case "a":
      return wall.getUTCHours() < 12 ? "AM" : "PM";
    case "Z":
      return zoneText(offset, "");
    case "X":
      return offset === 0 ? "Z" : zoneText(offset, n >= 3 ? ":" : "");
    case "z":
      return offset === 0 ? "GMT" : `GMT${zoneText(offset, ":")}`;
    default:
      throw new ServiceError(
        `Utilities.formatDate: the letter ${token[0]} is not implemented in the simulator.`,
      );
  }
}

function zoneText(offset: number, separator: string): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  return `${offset < 0 ? "-" : "+"}${two(minutes / 60)}${separator}${two(minutes % 60)}`;
}
