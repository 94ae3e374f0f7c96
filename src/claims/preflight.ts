/** The checks before a claim is filed. */

export interface PreflightItem {
  readonly id: string;
  /** `block` refuses filing; `cannot tell` says what is missing and does not. */
  readonly level: "block" | "warn" | "ok" | "cannot tell";
  readonly sentence: string;
}
