/** Audits in the client over a document of the trust tests. */
import { type AuditConduct, auditApart } from "../../../intake/audit.ts";
import type { ImportFile } from "../../../intake/import.ts";
import type { AddOn, AuditAnswer, AuditedApart } from "../../../intake/server.ts";
import { generate } from "../../../samples/generate.ts";
import { evaluate } from "../../../simulator/audit-files.ts";
import type { WorkbookSnapshot } from "../../../simulator/services/snapshot.ts";
import { ANNA } from "../trust/account.ts";
import { type Book, canonical } from "../trust/book.ts";

export const CONDUCT: AuditConduct = { evaluate, tell: async () => {} };

/** As the sidebar and the runner do it, whatever the size. */
export function apart(
  addOn: AddOn,
  asOf: string,
  conduct: Partial<AuditConduct> = {},
): Promise<AuditedApart> {
  return auditApart(addOn, { asOf, marketplace: "US" }, { ...CONDUCT, ...conduct });
}

/** In one execution, whatever the size. */
export function atOnce(book: Book, asOf: string, user = ANNA): Promise<AuditAnswer> {
  return book.as(user).auditRun({ asOf, marketplace: "US", cellsAtOnce: 10_000_000 });
}

/** The add-on as this user calls it, with something happening before each call. */
export function watched(
  book: Book,
  before: (name: string, request: never) => Promise<void> | void,
  user = ANNA,
): AddOn {
  const own = book.as(user);
  return new Proxy(own, {
    get: (_, name) => async (request: never) => {
      await before(String(name), request);
      return Reflect.apply(Reflect.get(own, name), own, [request]);
    },
  });
}

/** Everything of the document but which way it was audited. */
export function same(state: WorkbookSnapshot): string {
  const { audit, ...document } = state.properties.document;
  const { operation: _, ...kept } = JSON.parse(audit ?? "{}");
  return canonical({
    ...state,
    properties: { ...state.properties, document: { ...document, audit: JSON.stringify(kept) } },
  });
}

export function samples(seed: number, asOf: string, factor = 0.1): ImportFile[] {
  return generate({ seed, asOf, factor, marketplaces: ["US"] }).files.map(({ name, bytes }) => ({
    name,
    lastModified: 0,
    bytes: async () => bytes,
  }));
}
