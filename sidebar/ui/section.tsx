import type { ComponentChildren } from "preact";

/** A part of a view that can be folded; its title says what is inside before it is opened. */
export function Section(props: {
  readonly title: string;
  readonly open?: boolean;
  readonly children: ComponentChildren;
}) {
  return (
    <details class="section" open={props.open ?? false}>
      <summary>
        <h2>{props.title}</h2>
      </summary>
      <div class="inside">{props.children}</div>
    </details>
  );
}
