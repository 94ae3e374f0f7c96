import { useEffect, useRef } from "preact/hooks";

/** The title of what was opened. It takes the focus, so that who reads by ear or by keys is where it begins. */
export function OpenedTitle({ id, children }: { id: string; children: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Each time another one is opened.
  useEffect(() => heading.current?.focus(), [id]);
  return (
    <h2 class="title" tabIndex={-1} ref={heading}>
      {children}
    </h2>
  );
}
