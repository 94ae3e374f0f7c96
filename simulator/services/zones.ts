/**
 * Dates of the script's world against serial numbers of the sheet: a serial is a wall-clock reading in the
 * spreadsheet's time zone, counted in days from 1899-12-30. The zones come from Node's Intl.
 */

const SERIAL_OF_1970 = 25569;
const DAY = 86_400_000;
const HOUR = 3_600_000;

const FORMATS = new Map<string, Intl.DateTimeFormat>();
/** Offsets by zone and hour: zones change their offset on full hours or half hours at most. */
const OFFSETS = new Map<string, Map<number, number>>();

function format(zone: string): Intl.DateTimeFormat {
  let known = FORMATS.get(zone);
  if (!known) {
    known = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    FORMATS.set(zone, known);
  }
  return known;
}

export function isZone(zone: string): boolean {
  try {
    format(zone);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds to add to UTC to get the wall clock of `zone` at the instant `ms`. */
export function offsetAt(zone: string, ms: number): number {
  let known = OFFSETS.get(zone);
  if (!known) {
    known = new Map();
    OFFSETS.set(zone, known);
  }
  const slot = Math.floor(ms / (HOUR / 4));
  let offset = known.get(slot);
  if (offset === undefined) {
    offset = computeOffset(zone, Math.floor(ms / 1000) * 1000);
    known.set(slot, offset);
  }
  return offset;
}

function computeOffset(zone: string, ms: number): number {
  const parts: Record<string, string> = {};
  for (const part of format(zone).formatToParts(ms)) parts[part.type] = part.value;
  const year = parts.era === "BC" ? 1 - Number(parts.year) : Number(parts.year);
  const wall = Date.UTC(
    2000,
    Number(parts.month) - 1,
    Number(parts.day),
    Number(parts.hour),
    Number(parts.minute),
    Number(parts.second),
  );
  const date = new Date(wall);
  date.setUTCFullYear(year, Number(parts.month) - 1, Number(parts.day));
  return date.getTime() - ms;
}

/** The wall clock of `zone` at the instant, as milliseconds since 1970-01-01 00:00 of that wall clock. */
export function wallOf(zone: string, ms: number): number {
  return ms + offsetAt(zone, ms);
}

/** The instant at which the wall clock of `zone` reads `wall`; the earlier one when it reads it twice, the hour later when it never does. */
export function instantOf(zone: string, wall: number): number {
  const before = wall - offsetAt(zone, wall - DAY);
  if (wallOf(zone, before) === wall) return before;
  const after = wall - offsetAt(zone, wall + DAY);
  return wallOf(zone, after) === wall ? after : before;
}

export function serialOfInstant(zone: string, ms: number): number {
  return wallOf(zone, ms) / DAY + SERIAL_OF_1970;
}

export function instantOfSerial(zone: string, serial: number): number {
  return instantOf(zone, Math.round((serial - SERIAL_OF_1970) * DAY));
}

/** Milliseconds since 1970 of the wall clock a serial shows. */
export function wallOfSerial(serial: number): number {
  return Math.round((serial - SERIAL_OF_1970) * DAY);
}

export function serialOfWall(wall: number): number {
  return wall / DAY + SERIAL_OF_1970;
}
