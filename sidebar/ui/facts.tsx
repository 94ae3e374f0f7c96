import { Fragment } from "preact";

/** Names and values; those without a value are left out. */
export function Facts({ of }: { of: readonly (readonly [string, string | number | null])[] }) {
  return (
    <dl class="facts">
      {of
        .filter(([, value]) => value !== null && value !== "")
        .map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
    </dl>
  );
}
