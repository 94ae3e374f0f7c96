/** File, Edit, … Extensions: what they hold, and moving between them. */

import type { RefObject } from "preact";
import { useState } from "preact/hooks";
import type { App } from "../app.ts";
import type { TopMenu } from "../model/menus.ts";
import { scriptMenus } from "../model/menus.ts";
import { runScript } from "../scripts.ts";
import { usePicked } from "../store.ts";
import { MenuList } from "./MenuList.tsx";
import { documentMenus } from "./menu-items.ts";

interface Props {
  readonly app: App;
  readonly first: RefObject<HTMLButtonElement>;
}

export function MenuBar({ app, first }: Props) {
  const menus = usePicked(app.store, (state) => state.menus);
  const addon = usePicked(app.store, (state) => state.addon);
  usePicked(app.store, (state) => state.workbook);
  usePicked(app.store, (state) => state.sheets);
  const [open, setOpen] = useState<{ readonly at: number; readonly keys: boolean } | null>(null);
  const [focused, setFocused] = useState(0);

  const ofScripts = scriptMenus(menus, addon, (functionName) => void runScript(app, functionName));
  const all: TopMenu[] = [
    ...documentMenus(app),
    {
      label: "Extensions",
      entries:
        ofScripts.extensions.length > 0
          ? ofScripts.extensions
          : [{ kind: "item", label: "No add-on is installed", disabled: true, run: () => undefined }],
    },
    ...ofScripts.own,
  ];

  const close = (): void => {
    setOpen(null);
    app.focusGrid();
  };
  const move = (by: number, keys: boolean): void => {
    const at = ((((open?.at ?? focused) + by + all.length) % all.length) + all.length) % all.length;
    setFocused(at);
    if (open) setOpen({ at, keys });
  };

  return (
    <div class="menu-bar" role="menubar" aria-label="Menus">
      {all.map(({ label }, index) => (
        <button
          key={label}
          type="button"
          role="menuitem"
          ref={(element) => {
            if (index === 0) first.current = element;
            if (
              element &&
              index === focused &&
              !open &&
              element.parentElement?.contains(document.activeElement)
            ) {
              element.focus();
            }
          }}
          tabIndex={index === focused ? 0 : -1}
          aria-haspopup="menu"
          aria-expanded={open?.at === index}
          class={open?.at === index ? "open" : ""}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            setFocused(index);
            setOpen(open?.at === index ? null : { at: index, keys: false });
          }}
          onMouseEnter={() => open && setOpen({ at: index, keys: false })}
          onFocus={() => setFocused(index)}
          onKeyDown={(event) => {
            if (event.key === "ArrowRight") move(1, true);
            else if (event.key === "ArrowLeft") move(-1, true);
            else if (event.key === "ArrowDown" || event.key === "Enter" || event.key === " ") {
              setOpen({ at: index, keys: true });
            } else if (event.key === "Escape") close();
            else return;
            event.preventDefault();
          }}
        >
          {label}
        </button>
      ))}
      {open && <OpenMenu menu={all[open.at]} at={open} close={close} sideways={(by) => move(by, true)} />}
    </div>
  );
}

interface OpenProps {
  readonly menu: TopMenu | undefined;
  readonly at: { readonly at: number; readonly keys: boolean };
  readonly close: () => void;
  readonly sideways: (by: 1 | -1) => void;
}

function OpenMenu({ menu, at, close, sideways }: OpenProps) {
  const button = document.querySelectorAll(".menu-bar > button")[at.at]?.getBoundingClientRect();
  if (!menu) return null;
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the menu closes it; Escape does, too */}
      <div class="beside" onMouseDown={close} />
      <MenuList
        key={menu.label}
        label={menu.label}
        entries={menu.entries}
        x={button?.left ?? 0}
        y={button?.bottom ?? 0}
        start={at.keys ? "first" : null}
        close={close}
        sideways={sideways}
      />
    </>
  );
}
