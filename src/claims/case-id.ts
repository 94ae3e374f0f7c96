/** Amazon's case ids: mostly 10 to 14 digits, kept to the letter. */

import { isExcelDamaged } from "../values/numerals.ts";

/** What people paste with it: "Case ID: 12345678901", "#12345678901". */
export function cleanCaseId(text: string): string {
  return text
    .trim()
    .replace(/^(?:case\s*)?(?:id|no\.?|number)?\s*[:#]?\s*/i, "")
    .trim();
}

/** Why a text cannot be a case id, and what to do; null when it can. `text` as `cleanCaseId` leaves it. */
export function caseIdFault(text: string): string | null {
  if (text === "")
    return "The case ID is missing. Copy it from Seller Central > Help > Manage your case log.";
  if (isExcelDamaged(text) || /^\d+[.,]\d*E/i.test(text)) {
    return `"${text}" lost its digits in a spreadsheet. Copy the case ID from Seller Central again.`;
  }
  if (/^\d{3}-\d{7}-\d{7}$/.test(text)) return `"${text}" is an order ID, not a case ID.`;
  if (/^FBA[0-9A-Z]{6,}$/i.test(text)) return `"${text}" is a shipment ID, not a case ID.`;
  if (/^B0[0-9A-Z]{8}$|^X00[0-9A-Z]{7}$/i.test(text)) return `"${text}" is an item's ID, not a case ID.`;
  if (!/^[0-9A-Za-z](?:[0-9A-Za-z-]{3,38})[0-9A-Za-z]$/.test(text) || !/\d{4}/.test(text)) {
    return `"${text.slice(0, 60)}" is no case ID: it is a number such as 12345678901. Copy it from Seller Central > Help > Manage your case log.`;
  }
  return null;
}
