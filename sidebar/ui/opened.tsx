import type { ComponentChildren } from "preact";

/** What was opened from a list, in its place. Escape leads back, except out of a form. */
export function Opened(props: {
  readonly back: string;
  onBack(): void;
  readonly children: ComponentChildren;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the button below
    <div
      class="view detail"
      onKeyDown={(event) => {
        if (event.key === "Escape" && !(event.target as HTMLElement).closest("form")) props.onBack();
      }}
    >
      <div class="top">
        <button type="button" class="link" onClick={props.onBack}>
          ← {props.back}
        </button>
      </div>
      {props.children}
    </div>
  );
}
