import { Fragment } from "preact";
import { shown } from "../words.ts";

/** Names and values; those without a value are left out. */
export function Facts({ of }: { of: readonly (readonly [string, string | number | null])[] }) {
  return (
    <dl class="facts">
      {of
        .filter(([, value]) => value !== null && value !== "")
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt class={isLong(value) ? "long" : ""}>{name}</dt>
            <dd class={isLong(value) ? "long" : ""}>{typeof value === "string" ? shown(value) : value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}

/** It gets the whole width, below its name. */
function isLong(value: string | number | null): boolean {
  return typeof value === "string" && value.length > 50;
}
