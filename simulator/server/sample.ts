/** The sample workbook: a made-up seller's reports as of today, imported and audited. */

import { generate } from "../../samples/generate.ts";
import { formatDay } from "../../src/values/day.ts";
import { auditFiles, dayIn } from "../audit-files.ts";
import type { Bundle } from "../load-bundle.ts";
import { systemClock } from "../runtime/clock.ts";
import type { Clock, Workbook } from "../services/index.ts";
import type { Progress } from "./protocol.ts";

const ZONE = "America/Los_Angeles";
/** The same seller every day; the deadlines move along with the days. */
const SAMPLE = { seed: 1, factor: 0.02, marketplaces: ["US", "DE"] } as const;
const TEXT = "The sample account is being imported and audited.";
/** The part of the time importing takes. */
const IMPORTING = 0.8;

export async function sampleWorkbook(
  bundle: Bundle,
  user: string,
  clock: Clock | undefined,
  onProgress: (progress: Progress) => void,
): Promise<Workbook> {
  onProgress({ text: TEXT, part: 0 });
  const now = (clock ?? systemClock).now();
  const asOf = dayIn(ZONE, now);
  const { files } = generate({ ...SAMPLE, asOf: formatDay(asOf) });
  const { workbook } = await auditFiles(
    files.map(({ name, bytes }) => ({ name, lastModified: now, bytes: async () => bytes })),
    {
      bundle,
      user,
      name: "Reimbursement audit (sample)",
      timeZone: ZONE,
      marketplace: "US",
      asOf,
      from: null,
      to: null,
      ledgerWithoutHeader: false,
      mode: "worker",
      ...(clock ? { clock } : {}),
    },
    (progress) => {
      const part =
        progress === "auditing" || "share" in progress
          ? IMPORTING
          : (IMPORTING * (progress.fileNumber - 1 + (progress.stage === "done" ? 1 : 0.5))) / progress.files;
      onProgress({ text: TEXT, part });
    },
  );
  // What a new document begins with is not the sample's.
  const blank = workbook.sheetByName("Sheet1");
  if (blank) workbook.removeSheet(blank);
  workbook.activeSheetId = workbook.sheetByName("Findings")?.id ?? workbook.activeSheetId;
  return workbook;
}
