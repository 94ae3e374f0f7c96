/** One check before filing, answered. */

export interface PreflightItem {
  readonly id:
    | "window"
    | "still-found"
    | "already-paid"
    | "other-claim"
    | "evidence"
    | "invoice-date"
    | "cost-wait"
    | "daily-cap"
    | "appeals";
  /** `block` refuses filing; `cannot tell` says what is missing and does not. */
  readonly level: "block" | "warn" | "ok" | "cannot tell";
  readonly sentence: string;
}

export function item(
  id: PreflightItem["id"],
  level: PreflightItem["level"],
  sentence: string,
): PreflightItem {
  return { id, level, sentence };
}
