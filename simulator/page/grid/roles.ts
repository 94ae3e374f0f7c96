/**
 * What the grid is to assistive technology. RevoGrid gives roles of its own; where a screen reader would stumble they
 * are put right: RevoGrid's link stands inside its tree grid, its header has no row, its scrolling parts no role.
 */

import type { SheetInfo } from "../../server/protocol.ts";

const ROLES_OF_ITS_OWN = [
  "role",
  "tabindex",
  "aria-keyshortcuts",
  "aria-multiselectable",
  "aria-rowcount",
  "aria-colcount",
];

export function giveRoles(element: HTMLElement, info: SheetInfo): void {
  const grid = element.querySelector(".main-viewport");
  if (!grid) return;
  for (const name of ROLES_OF_ITS_OWN) element.removeAttribute(name);
  setAttributes(grid, {
    role: "grid",
    "aria-label": info.name,
    "aria-rowcount": String(info.shownRows),
    "aria-colcount": String(info.columns),
    "aria-multiselectable": "true",
  });
  for (const row of grid.querySelectorAll(".header-rgRow")) setAttributes(row, { role: "row" });
  for (const part of grid.querySelectorAll(".vertical-inner")) {
    setAttributes(part, { role: "rowgroup", tabindex: "0" });
  }
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}
