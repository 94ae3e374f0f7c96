/**
 * The archive: rows too old to be downloaded again that no audit reads, kept as sums by month and item. Compact
 * imports write it (intake/archive.ts) as they write a report; it is none, and no file is recognised as one.
 */
import { code, day, defineReport, id, int, text, unaudited } from "./definition.ts";

export const archive = defineReport({
  id: "archive",
  shortName: "archive",
  domainId: null,
  title: "Archived Rows",
  spApiType: null,
  download: "",
  from: "amazon",
  columns: {
    report: text("Report"),
    month: day("Month"),
    fnsku: id("FNSKU"),
    asin: id("ASIN"),
    msku: id("MSKU"),
    eventType: unaudited(code("Event Type")),
    disposition: unaudited(code("Disposition")),
    country: unaudited(code("Country")),
    archivedRows: int("Rows"),
    units: unaudited(int("Units")),
  },
  personal: [],
  fingerprint: { allOf: [] },
  // Its keys hold which rows the sums are of, so they merge by themselves.
  merging: { identity: [], newest: "file" },
  coverageDay: null,
  sources: [],
});
