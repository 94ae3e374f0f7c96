import { Notice } from "./notice.tsx";

/** Why something failed, where there is anything to say; with a way to try again. */
export function Problem({ of, again }: { of: string | null; again?: () => void }) {
  if (of === null) return null;
  return (
    <Notice tone="error">
      {of}{" "}
      {again ? (
        <button type="button" class="link" onClick={again}>
          Try again
        </button>
      ) : null}
    </Notice>
  );
}
