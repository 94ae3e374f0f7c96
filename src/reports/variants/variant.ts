/** One column set of a report as it has been seen, and how good the evidence for it is. */
export interface HeaderVariant {
  readonly name: string;
  /**
   * `observed` a real file or a loader written against one, `documented` Amazon's own docs, `fixture` a test in a
   * public repository, `template` a third-party upload template, `alias-map` exact names in an inferred order.
   */
  readonly evidence: "observed" | "documented" | "fixture" | "template" | "alias-map" | "unsourced";
  readonly delimiter: string;
  readonly source: string;
  /** The column names, joined by tabs. */
  readonly header: string;
}
