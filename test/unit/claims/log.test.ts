import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addEvidence,
  addNote,
  allowedSteps,
  claimsOf,
  EMPTY_CHAIN,
  headOf,
  isRefusal,
  LOG_COLUMNS,
  type LogRow,
  readLog,
  readRows,
  rowOf,
  STEPS,
  start,
  step,
  undo,
  verify,
} from "../../../src/claims/index.ts";
import { lastMove } from "../../../src/claims/step.ts";
import { day } from "../../../src/values/day.ts";
import { changeOf, HISTORY, logOf } from "./histories.ts";
import { finding, Log, READY } from "./log-of.ts";

/** A filed claim with a paper, a denial that was taken back, and a note. */
function story(): Log {
  const log = new Log();
  log.write(start(log.book, finding(), log.acting()));
  log.write(step(log.claim(), { to: "filed", caseId: "12345678901" }, log.acting(), READY));
  const link = "https://drive.example.com/1";
  const evidence = { kind: "photos", link, date: day("2026-02-20"), proves: "the box" };
  log.write(addEvidence(log.claim(), evidence, ["photos"], log.acting()));
  log.write(step(log.claim(), { to: "denied", note: "Units found" }, log.acting(), null));
  log.write(undo(log.claim(), 4, "another case", log.acting({ who: "ben@example.com" })));
  return log.write(addNote(log.claim(), "Asked again", log.acting()));
}

function edited(rows: readonly LogRow[], at: number, key: string, value: unknown): LogRow[] {
  return rows.map((row, index) => (index === at ? { ...row, [key]: value } : row));
}

describe("the log", () => {
  it("is the same read from its tab", () => {
    const log = story();
    expect(readRows(log.rows)).toEqual({ entries: log.entries, problems: [] });
    expect(readLog(log.rows, headOf(log.entries))).toEqual({ ...log.book, problems: [] });
  });

  it("is read whatever the tab is sorted by, with blank rows between", () => {
    const log = story();
    const mixed = [...log.rows].reverse().flatMap((row) => [row, {}, { note: "  " }]);
    expect(readLog(mixed, headOf(log.entries))).toEqual({ ...log.book, problems: [] });
  });

  it("reads numbers that came back as text, and words with space around them", () => {
    const log = story();
    const asText = log.rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, String(value)])),
    );
    expect(readLog(asText)).toEqual({ ...log.book, problems: [] });
  });

  it("is where it was before a step that is taken back, whatever was written down in between", () => {
    const log = new Log();
    log.write(start(log.book, finding(), log.acting()));
    log.write(step(log.claim(), { to: "filed", caseId: "12345678901" }, log.acting(), READY));
    log.write(addNote(log.claim(), "Asked by chat, too", log.acting()));
    log.write(undo(log.claim(), 2, "not filed after all", log.acting()));
    expect(log.claim()).toMatchObject({ state: "to file", filedOn: null, caseId: "" });
    log.write(addNote(log.claim(), "To be filed tomorrow", log.acting()));
    expect(log.claim().state).toBe("to file");
    expect(log.book.problems).toEqual([]);
  });

  it("is empty without rows", () => {
    expect(readLog([], EMPTY_CHAIN)).toEqual({ claims: [], dispositions: [], problems: [] });
  });
});

describe("an edited log is told and still read", () => {
  const rows = story().rows;

  it("a changed cell", () => {
    const book = readLog(edited(rows, 1, "caseId", "99999999999"));
    expect(book.problems).toEqual([expect.stringMatching(/row number 2 \(C-.*, step\) was changed/)]);
    expect(book.claims[0]?.caseId).toBe("99999999999");
  });

  it("a removed row, and with the head also the last one", () => {
    const log = story();
    expect(readLog(rows.filter((_, index) => index !== 2)).problems).toEqual([
      expect.stringMatching(/row number 3 is missing/),
    ]);
    expect(readLog(rows.slice(0, 3)).problems).toEqual([]);
    expect(readLog(rows.slice(0, 3), headOf(log.entries)).problems).toEqual([
      expect.stringMatching(/row numbers 4 to 6 are missing/),
    ]);
  });

  it("a copied row counts once", () => {
    const book = readLog([...rows, rows[2] as LogRow]);
    expect(book.problems).toEqual([expect.stringMatching(/row number 3 is there twice/)]);
    expect(book.claims[0]?.evidence).toHaveLength(1);
  });

  it("an invented row", () => {
    const invented = { ...rows[5], sequence: 7, kind: "step", from: "filed", to: "paid", hash: "made up" };
    const book = readLog([...rows, invented]);
    expect(book.problems).toEqual([expect.stringMatching(/row number 7 .* was changed/)]);
  });

  it("a hash typed over", () => {
    const book = readLog(edited(rows, 2, "hash", "0"));
    expect(book.problems).toEqual([
      expect.stringMatching(/row number 3 .* or the hash beside it was changed/),
      expect.stringMatching(/row number 4/),
    ]);
  });

  it.each([
    ["sequence", "first", /row 4, No.: "first" cannot be read, expected a whole number/],
    ["sequence", "", /row 4, No.: "" cannot be read, expected the number/],
    ["when", "yesterday", /row 4, When \(UTC\): "yesterday".*2026-11-23T14:05:09Z/],
    ["kind", "evidnce", /row 4, Kind: "evidnce".*one of: start, step/],
    ["to", "payed", /row 4, To: "payed".*one of: to file, filed/],
    ["verified", "maybe", /row 4, Verified: "maybe".*one of: yes, no/],
    ["units", "two", /row 4, Units: "two"/],
    ["amount", "12,30", /row 4, Amount: "12,30".*plain amount/],
    ["amount", 12.3, /row 4, Amount: "12.3".*with its currency/],
    ["evidenceDate", "20.02.2026", /row 4, Evidence date: "20.02.2026".*a day such as/],
  ])("a row whose %s says %j counts as far as it can be read", (key, value, words) => {
    const book = readLog(edited(rows, 2, key, value));
    expect(book.problems.join("\n")).toMatch(words);
    expect(book.claims).toHaveLength(1);
    expect(book.claims[0]).toMatchObject({ state: "filed", caseId: "12345678901" });
  });

  it("rows whose numbers are gone are read in their old order, also when all were written in one second", () => {
    const at = (when: string | null) =>
      rows.map((row, n) => ({
        ...row,
        ...(when ? { when } : {}),
        ...(n === 1 || n === 3 ? { sequence: "" } : {}),
      }));
    expect(
      readRows(at(null))
        .entries.map(({ sequence }) => sequence)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6]);
    expect(readLog(at(null)).problems.filter((words) => !/No\.: ""/.test(words))).toEqual([]);
    const one = rows.map((row, n) => ({
      ...row,
      when: "2026-03-01T10:00:00Z",
      ...(n === 1 ? { sequence: "" } : {}),
    }));
    expect(
      readRows(one)
        .entries.map(({ sequence }) => sequence)
        .sort(),
    ).toEqual([1, 2, 3, 4, 5, 6]);
    expect(readRows([{ ...rows[5], sequence: "" }, ...rows.slice(0, 5)]).entries.at(-1)?.sequence).toBe(6);
  });

  it("a claim does not get lost with its first row", () => {
    const book = readLog(rows.slice(1));
    expect(book.problems.join("\n")).toMatch(/the row that started it is missing/);
    expect(book.claims[0]).toMatchObject({ state: "filed", findingId: finding().id });
    expect(book.claims[0]?.facts).toMatchObject({ audit: "warehouse-lost", units: null, eventDate: null });
  });

  it("rows that name neither a claim nor a finding are somebody's own", () => {
    const { problems } = readLog([...rows, { note: "my total", amount: 12 }]);
    expect(problems.join("\n")).toMatch(/row 8: it names neither a claim nor a finding/);
  });

  it("a step that does not follow from the one before", () => {
    const book = readLog(edited(rows, 1, "to", "paid"));
    expect(book.problems.join("\n")).toMatch(/row number 3 of the log goes on from "filed".*end at "paid"/);
  });

  it("an undo of a row that is not there", () => {
    const book = readLog(edited(rows, 4, "refersTo", 77));
    expect(book.problems.join("\n")).toMatch(/takes back row number 77, which is no row of this claim/);
    expect(book.claims[0]?.denials).toHaveLength(1);
  });

  it.each(LOG_COLUMNS.map(({ key }) => key))("every single edit of %s is told", (key) => {
    rows.forEach((row, at) => {
      for (const value of ["", "x", 7, "2020-01-01", "yes", "no", "dismissed", "snooze", "0"]) {
        if (String(row[key]) === String(value)) continue;
        expect(readLog(edited(rows, at, key, value)).problems, `row ${at}, ${key} = ${value}`).not.toEqual(
          [],
        );
      }
    });
  });
});

describe("random histories", () => {
  it("make a log without a fault, the same rebuilt from its tab in any order", () => {
    fc.assert(
      fc.property(HISTORY, fc.infiniteStream(fc.nat()), (wishes, order) => {
        const { log } = logOf(wishes);
        expect(verify(log.entries, headOf(log.entries))).toEqual([]);
        const shuffled = log.rows
          .map((row) => [order.next().value ?? 0, row] as const)
          .sort(([a], [b]) => a - b)
          .map(([, row]) => row);
        expect(readLog(shuffled, headOf(log.entries))).toEqual({ ...log.book, problems: [] });
      }),
    );
  });

  it("move claims only as the table of steps says, one live claim per finding", () => {
    fc.assert(
      fc.property(HISTORY, (wishes) => {
        const log = new Log();
        for (const wish of wishes) {
          const before = new Map(log.book.claims.map((claim) => [claim.claimId, claim]));
          const change = changeOf(log, wish);
          if (isRefusal(change)) {
            expect(change.refused).toMatch(/[.?]$/);
            continue;
          }
          log.write(change);
          const [row] = change;
          const was = before.get(row?.claimId ?? "");
          const now = log.book.claims.find(({ claimId }) => claimId === row?.claimId);
          if (row?.kind === "step") {
            expect(STEPS.some(({ from, to }) => from === was?.state && to === row.to)).toBe(true);
            expect(allowedSteps(now ?? log.claim(), log.asOf).every(({ from }) => from === row.to)).toBe(
              true,
            );
          }
          if (row?.kind === "step" || row?.kind === "start") expect(now?.state).toBe(row.to);
          if (now?.state === "filed") expect(now.caseId).toMatch(/^\d{11}$/);
          for (const { findingId } of log.book.claims) {
            const live = log.book.claims.filter(
              (one) => one.findingId === findingId && one.state !== "closed" && one.state !== "dismissed",
            );
            expect(live.length).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });

  it("taking back every step leads back to where the claim began", () => {
    fc.assert(
      fc.property(HISTORY, (wishes) => {
        const { log } = logOf(wishes);
        for (const { claimId } of log.book.claims) {
          for (let row = lastMove(log.claim(claimId)); row; row = lastMove(log.claim(claimId))) {
            log.write(undo(log.claim(claimId), row.sequence, "back", log.acting()));
          }
          expect(log.claim(claimId)).toMatchObject({
            state: "to file",
            filedOn: null,
            denials: [],
            appeals: 0,
          });
        }
        expect(log.book.problems).toEqual([]);
      }),
    );
  });

  it("show every change of a single cell", () => {
    fc.assert(
      fc.property(
        HISTORY.filter((wishes) => wishes.length > 5),
        fc.nat(),
        fc.constantFrom(...LOG_COLUMNS.map(({ key }) => key)),
        fc.oneof(
          fc.string({ minLength: 1, maxLength: 8 }),
          fc.integer(),
          fc.constantFrom("", "yes", "filed", "USD"),
        ),
        (wishes, at, key, value) => {
          const { log } = logOf(wishes);
          fc.pre(log.rows.length > 0);
          const row = at % log.rows.length;
          const changed = edited(log.rows, row, key, value);
          fc.pre(JSON.stringify(readRows(changed).entries.map(rowOf)) !== JSON.stringify(log.rows));
          expect(readLog(changed, headOf(log.entries)).problems).not.toEqual([]);
        },
      ),
    );
  });

  it("show every removed row", () => {
    fc.assert(
      fc.property(HISTORY, fc.nat(), (wishes, at) => {
        const { log } = logOf(wishes);
        fc.pre(log.entries.length > 0);
        const without = log.entries.filter((_, index) => index !== at % log.entries.length);
        expect(verify(without, headOf(log.entries))).not.toEqual([]);
      }),
    );
  });

  it("cut off anywhere are what they were then", () => {
    fc.assert(
      fc.property(HISTORY, fc.nat(), (wishes, at) => {
        const { log } = logOf(wishes);
        const cut = at % (log.entries.length + 1);
        const then = claimsOf(log.entries.slice(0, cut));
        const claims = then.claims.map(({ claimId, version }) => [claimId, version]);
        for (const [claimId, version] of claims) {
          const rows = log.entries.slice(0, cut).filter((row) => row.claimId === claimId);
          expect(rows.at(-1)?.hash).toBe(version);
          const alone = then.claims.find((one) => one.claimId === claimId);
          expect(claimsOf(rows).claims[0]).toEqual({ ...alone, rival: null });
        }
      }),
    );
  });
});

it("cells hold what a sheet can hold", () => {
  for (const entry of story().entries) {
    const row = rowOf(entry);
    expect(Object.keys(row).sort()).toEqual(LOG_COLUMNS.map(({ key }) => key).sort());
    for (const { key, type } of LOG_COLUMNS) {
      if (type === "text") expect(typeof row[key], key).toBe("string");
      else expect(row[key] === "" || typeof row[key] === "number", key).toBe(true);
    }
  }
});
