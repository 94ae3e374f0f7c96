/** Shipments to Amazon: one contents file per pack list, and the export of the shipping queue. */

import { calendarOf, formatDay } from "../../src/values/day.ts";
import type { Account } from "../account.ts";
import { commas, type SampleFile, tabbed, utf8 } from "./print.ts";

export const CONTENTS_HEADER = [
  "Merchant SKU",
  "Title",
  "ASIN",
  "FNSKU",
  "external-id",
  "Condition",
  "Who will prep?",
  "Prep Type",
  "Who will label?",
  "Shipped",
];

export const QUEUE_HEADER = [
  "Shipment name",
  "Shipment ID",
  "Created",
  "Last updated",
  "Ship to",
  "SKUs",
  "Units expected",
  "Units located",
  "Status",
];

export function inboundFiles(account: Account): SampleFile[] {
  const { place } = account;
  const files: SampleFile[] = [];
  const queue: (string | number)[][] = [];
  account.shipments.forEach((shipment, at) => {
    const { year, month, day } = calendarOf(shipment.created);
    const name = `FBA STA (${month}/${day}/${year} 10:${String(at % 60).padStart(2, "0")})-${place.centres[0]}`;
    for (const pack of shipment.packs) {
      const units = pack.lines.reduce((sum, line) => sum + line.shipped, 0);
      const preamble = [
        ["Shipment ID", shipment.id],
        ["Name", name],
        ["Plan ID", `PLN${shipment.id.slice(3)}`],
        ["Ship To", place.centres[0] ?? ""],
        ["Total SKUs", pack.lines.length],
        ["Total Units", units],
        ["Pack list", `${pack.number} of ${pack.of}`],
      ]
        .map((line) => `${line.join("\t")}\n`)
        .join("");
      const rows = pack.lines.map(({ item, shipped }) => [
        item.msku,
        item.title,
        item.asin,
        item.fnsku,
        at % 3 === 0 ? `UPC: 07${shipment.created}${1000 + at}` : "",
        "New",
        "--",
        "--",
        "Merchant",
        shipped,
      ]);
      files.push(
        utf8(
          `${place.folder}/shipments/${shipment.id}${pack.of > 1 ? `-${pack.number}` : ""}.tsv`,
          `${preamble}\n${tabbed(CONTENTS_HEADER, rows)}`,
        ),
      );
    }
    if (shipment.status === null) return;
    const skus = new Set(shipment.packs.flatMap((pack) => pack.lines.map((line) => line.item.msku))).size;
    queue.push([
      name,
      shipment.id,
      formatDay(shipment.created),
      formatDay(shipment.updated),
      place.country,
      skus,
      shipment.expected,
      shipment.located,
      shipment.status,
    ]);
  });
  return [...files, utf8(`${place.folder}/shipping-queue.csv`, commas(QUEUE_HEADER, queue))];
}
