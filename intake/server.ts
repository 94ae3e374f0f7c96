/**
 * The add-on as its clients see it: the functions of `google.script.run`, each a promise. The sidebar
 * implements this over `google.script.run`, the local runner over executions in the simulator.
 */
import type { ClientFunctions, ImportFunctions } from "../appsscript/protocol.ts";

export type * from "../appsscript/protocol.ts";

/** Each call is one execution; a refusal rejects with an Error whose message is a sentence for the user. */
type Calls<Functions extends { [Name in keyof Functions]: (request: never) => unknown }> = {
  readonly [Name in keyof Functions]: (
    request: Parameters<Functions[Name]>[0],
  ) => Promise<ReturnType<Functions[Name]>>;
};

/** What importing and auditing take. */
export type Server = Calls<ImportFunctions>;

/** All functions of the add-on, as the sidebar calls them. */
export type AddOn = Calls<ClientFunctions>;
