/** The part of `google.script.run` the sidebar uses: https://developers.google.com/apps-script/guides/html/reference/run */
export interface ScriptRun {
  withSuccessHandler(handler: (answer: unknown) => void): ScriptRun;
  withFailureHandler(handler: (failure: unknown) => void): ScriptRun;
}

interface WithGoogle {
  readonly google?: { readonly script?: { readonly run?: ScriptRun } };
}

/** Null outside Google Sheets. */
export function scriptRun(): ScriptRun | null {
  return (globalThis as WithGoogle).google?.script?.run ?? null;
}
