/**
 * An audit of tabs too large for one execution of the server. The client fetches the add-on's own program and runs it
 * here (`appsscript/audit-client.ts`): it reads the tabs by the functions of the server, audits, and writes.
 */
import type { AddOn, AuditCore, AuditedApart, AuditProgress, AuditRequest, CoreAnswer } from "./server.ts";

/** What the program is, once it runs. */
export interface Program {
  readonly AUDIT_CORE: AuditCore;
}

export interface AuditConduct {
  /** Runs the program: its text is an expression whose value is a function that makes it. */
  evaluate(text: string): Program;
  /** As in `AuditCore`. */
  tell(progress: AuditProgress): Promise<void>;
}

/** @throws what `AuditCore.audit` throws */
export async function auditApart(
  addOn: AddOn,
  request: AuditRequest,
  { evaluate, tell }: AuditConduct,
): Promise<AuditedApart> {
  let text = "";
  for (let from: number | null = 0; from !== null; ) {
    const part: CoreAnswer = await addOn.auditCore({ from });
    text += part.text;
    from = part.next;
  }
  return evaluate(text).AUDIT_CORE.audit(addOn, request, tell);
}
