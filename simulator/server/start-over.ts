/** File → Start over and File → Open sample: another workbook takes the place of this one. */

import { Workbook } from "../services/index.ts";
import { Refused } from "./asked.ts";
import type { Host } from "./host.ts";
import { sampleWorkbook } from "./sample.ts";

/** The old workbook stays until the new one is whole. */
export async function startOver(host: Host, user: string, what: "nothing" | "sample"): Promise<void> {
  host.assertFree();
  if (host.sheets.running > 0) {
    throw new Refused(409, "The add-on is still at work in this workbook: wait until it has finished.");
  }
  if (what === "nothing") {
    host.showProgress({ text: "A new workbook is being made.", part: null });
    try {
      await host.replace(new Workbook(), false);
    } finally {
      host.showProgress(null);
    }
    return;
  }
  try {
    const sample = await sampleWorkbook(host.bundle, user, host.givenClock, (progress) =>
      host.showProgress(progress),
    );
    await host.replace(sample, true);
  } finally {
    host.showProgress(null);
  }
}
