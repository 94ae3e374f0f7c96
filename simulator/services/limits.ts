/** What a spreadsheet can hold: https://support.google.com/drive/answer/37603 */

export const MAX_CELLS = 10_000_000;
export const MAX_CELL_TEXT = 50_000;
