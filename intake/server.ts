/**
 * The add-on as its clients see it: the functions of `google.script.run`, each a promise. The sidebar
 * implements this over `google.script.run`, the local runner over executions in the simulator.
 */
import type { ClientFunctions } from "../appsscript/protocol.ts";

export type * from "../appsscript/protocol.ts";

/** Each call is one execution; a refusal rejects with an Error whose message is a sentence for the user. */
export type Server = {
  readonly [Name in keyof ClientFunctions]: (
    request: Parameters<ClientFunctions[Name]>[0],
  ) => Promise<ReturnType<ClientFunctions[Name]>>;
};
