import type { JSX } from "preact";

interface Props extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, "onInput" | "label"> {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** What helps, or what is wrong with the value. */
  readonly hint?: string | null;
  readonly wrong?: boolean;
  /** Several lines. */
  readonly long?: boolean;
  set(value: string): void;
}

/** A labelled field for text, a day or a number. */
export function Input({ id, label, hint, wrong, long, set, ...rest }: Props) {
  const Element = (long ? "textarea" : "input") as "input";
  const about = hint ? { "aria-describedby": `${id}-hint` } : {};
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <Element
        id={id}
        {...about}
        {...(long ? {} : { type: "text" })}
        {...rest}
        onInput={(event) => set(event.currentTarget.value)}
      />
      {hint ? (
        <p id={`${id}-hint`} class={wrong ? "error" : "hint"}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
