/**
 * Writes src/policy/zone-changes.ts: when the clocks of the marketplaces' time zones change, 2019-2030, read
 * from the time-zone data of this Node. Run it when a government changes its rules: `node tools/zones.mjs`.
 */

import { writeFileSync } from "node:fs";

const ZONES = [
  "Africa/Cairo",
  "America/Los_Angeles",
  "America/Sao_Paulo",
  "Asia/Dubai",
  "Asia/Kolkata",
  "Asia/Riyadh",
  "Asia/Singapore",
  "Asia/Tokyo",
  "Australia/Sydney",
  "Europe/Amsterdam",
  "Europe/Berlin",
  "Europe/Brussels",
  "Europe/Dublin",
  "Europe/Istanbul",
  "Europe/London",
  "Europe/Madrid",
  "Europe/Paris",
  "Europe/Rome",
  "Europe/Stockholm",
  "Europe/Warsaw",
];
const START = Date.UTC(2018, 11, 31) / 1000;
const END = Date.UTC(2031, 0, 2) / 1000;
const HOUR = 3600;

/** Minutes ahead of UTC that a zone's clocks are at an instant. */
function offsetAt(format, seconds) {
  const part = Object.fromEntries(
    format.formatToParts(new Date(seconds * 1000)).map((p) => [p.type, p.value]),
  );
  const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second) / 1000;
  return (local - seconds) / 60;
}

function changesOf(zone) {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const changes = [[START, offsetAt(format, START)]];
  for (let at = START; at < END; at += HOUR) {
    let [from, to] = [at, at + HOUR];
    const after = offsetAt(format, to);
    if (after === offsetAt(format, from)) continue;
    while (to - from > 1) {
      const middle = Math.floor((from + to) / 2);
      if (offsetAt(format, middle) === after) to = middle;
      else from = middle;
    }
    changes.push([to, after]);
  }
  return changes;
}

const byChanges = new Map();
for (const zone of ZONES) {
  const key = JSON.stringify(changesOf(zone));
  byChanges.set(key, [...(byChanges.get(key) ?? []), zone]);
}

const blocks = [...byChanges].map(([changes, zones]) => {
  const rows = JSON.parse(changes).map(([at, minutes]) => {
    const utc = new Date(at * 1000).toISOString().slice(0, 16).replace("T", " ");
    return `      [${at}, ${minutes}], // ${utc}`;
  });
  return `  {\n    zones: ${JSON.stringify(zones)},\n    changes: [\n${rows.join("\n")}\n    ],\n  },`;
});

writeFileSync(
  new URL("../src/policy/zone-changes.ts", import.meta.url),
  `/**
 * When the clocks of the marketplaces' time zones changed or will change, 2019-2030. Written by
 * tools/zones.mjs from Node's time-zone data; a test checks every line against it.
 */

export interface ZoneChanges {
  /** IANA zones that share these changes. */
  readonly zones: readonly string[];
  /** From this instant on (seconds since 1970-01-01 UTC) clocks are this many minutes ahead of UTC. Ascending. */
  readonly changes: readonly (readonly [from: number, minutes: number])[];
}

export const ZONE_CHANGES: readonly ZoneChanges[] = [
${blocks.join("\n")}
];
`,
);
