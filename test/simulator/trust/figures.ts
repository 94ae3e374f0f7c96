/** What a run has tried, for the table that `node tools/trust.mjs` prints. */
export function figure(what: string, count: number): void {
  if (process.env["TRUST_FIGURES"] !== undefined) console.info(`trust-figure\t${what}\t${count}`);
}
