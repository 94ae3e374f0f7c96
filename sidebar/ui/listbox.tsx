import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** Rows drawn above and below what is seen, so that scrolling shows no gaps. */
const MARGIN = 6;

/**
 * A long list of which only the rows in sight are drawn. One stop of the Tab key; arrows, Page keys, Home and End
 * move within it, Enter opens. Rows are equally high.
 */
export function ListBox<Item>(props: {
  readonly label: string;
  /** Starts with it the ids of its elements. */
  readonly name: string;
  readonly items: readonly Item[];
  /** Pixels. */
  readonly rowHeight: number;
  idOf(item: Item): string;
  row(item: Item): ComponentChildren;
  onOpen(item: Item): void;
  /** The item whose details were open: it has the focus when the list comes back. */
  readonly last: string | null;
  /** The list is in sight. */
  readonly shown: boolean;
}) {
  const { items, rowHeight, name } = props;
  const box = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(600);
  const [active, setActive] = useState(0);
  const at = Math.min(active, Math.max(0, items.length - 1));

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const observer = new ResizeObserver(() => element.clientHeight > 0 && setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // Back from the details, the list stands where it was left.
  // Only when it comes back into sight.
  useEffect(() => {
    if (!props.shown || props.last === null) return;
    const index = items.findIndex((item) => props.idOf(item) === props.last);
    if (index >= 0) go(index);
    box.current?.focus({ preventScroll: true });
  }, [props.shown]);

  const go = (to: number) => {
    const index = Math.max(0, Math.min(items.length - 1, to));
    setActive(index);
    const element = box.current;
    if (!element) return;
    if (index * rowHeight < element.scrollTop) element.scrollTop = index * rowHeight;
    const bottom = (index + 1) * rowHeight - element.clientHeight;
    if (bottom > element.scrollTop) element.scrollTop = bottom;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const MOVES: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: items.length - 1,
    };
    const to = MOVES[event.key];
    const item = items[at];
    if (to !== undefined) go(to);
    else if ((event.key === "Enter" || event.key === " ") && item !== undefined) props.onOpen(item);
    else return;
    event.preventDefault();
  };

  const first = Math.max(0, Math.floor(top / rowHeight) - MARGIN);
  const drawn = items.slice(first, Math.ceil((top + height) / rowHeight) + MARGIN);
  const activeItem = items[at];
  return (
    <div
      ref={box}
      class="listbox"
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      {...(activeItem === undefined ? {} : { "aria-activedescendant": `${name}-${props.idOf(activeItem)}` })}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: `${items.length * rowHeight}px`, position: "relative" }}>
        {drawn.map((item, index) => {
          const id = props.idOf(item);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list box takes the keys
            // biome-ignore lint/a11y/useFocusableInteractive: the list box has the focus, and says which row is active
            <div
              key={id}
              id={`${name}-${id}`}
              class="option"
              role="option"
              aria-selected={first + index === at}
              aria-posinset={first + index + 1}
              aria-setsize={items.length}
              style={{ top: `${(first + index) * rowHeight}px`, height: `${rowHeight}px` }}
              onClick={() => {
                setActive(first + index);
                props.onOpen(item);
              }}
            >
              {props.row(item)}
            </div>
          );
        })}
      </div>
    </div>
  );
}
