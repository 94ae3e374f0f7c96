import type { ComponentChildren } from "preact";

type Tone = "error" | "warning" | "success" | "info";

const WORDS: Readonly<Record<Tone, string>> = {
  error: "Error",
  warning: "Warning",
  success: "Done",
  info: "Note",
};

/** A message in the page. Errors are read out at once, the others when there is a pause. */
export function Notice({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return (
    <div class={`notice ${tone}`} role={tone === "error" ? "alert" : "status"}>
      <span class="unseen">{WORDS[tone]}: </span>
      {children}
    </div>
  );
}
