/** While a formula is typed: the add-on's functions that fit, and the parameters of the one the caret is in. */

import type { ComponentChild, RefObject } from "preact";
import { useState } from "preact/hooks";
import type { FunctionHelp } from "../../server/protocol.ts";
import type { App } from "../app.ts";
import type { Box } from "../grid/sections.ts";
import { callAt, completionAt } from "../model/formula.ts";

const SHOWN = 8;
/** As in page.css. */
const WIDTH = 380;

interface Completing {
  /** True when the key was for the list. */
  keyDown(event: KeyboardEvent): boolean;
  list(below: Box | null): ComponentChild;
}

/** @param text what is typed here; null while typing happens elsewhere or not at all */
export function useCompletion(
  app: App,
  input: RefObject<HTMLTextAreaElement>,
  text: string | null,
): Completing {
  const [chosen, choose] = useState(0);
  const [dismissed, dismiss] = useState("");
  const now = text ?? "";
  const caret = Math.min(input.current?.selectionStart ?? now.length, now.length);
  const offered = (typed: string, place: number) => {
    const at = completionAt(typed, place);
    return { at, fitting: at && dismissed !== typed ? functionsLike(app, at.begun) : [] };
  };
  const { fitting } = text === null ? { fitting: [] } : offered(now, caret);
  const call = fitting.length === 0 && text !== null ? callAt(now, caret) : null;
  const inside = call ? (app.state.functions.find(({ name }) => name === call.name) ?? null) : null;
  const index = Math.min(chosen, Math.max(0, fitting.length - 1));

  const take = (help: FunctionHelp): void => {
    const element = input.current;
    const at = element && completionAt(element.value, element.selectionStart);
    if (!at) return;
    element.setRangeText(`${help.name}(`, at.start, at.start + at.begun.length, "end");
    element.dispatchEvent(new Event("input", { bubbles: true }));
    element.focus();
    choose(0);
  };

  const keyDown = (event: KeyboardEvent): boolean => {
    const element = input.current;
    if (!element) return false;
    // Keys may be ahead of what is drawn: what they mean is read from the element's own text.
    const { fitting } = offered(element.value, element.selectionStart);
    const place = Math.min(chosen, fitting.length - 1);
    const help = fitting[place];
    if (!help) return false;
    if (event.key === "ArrowDown") choose((place + 1) % fitting.length);
    else if (event.key === "ArrowUp") choose((place + fitting.length - 1) % fitting.length);
    else if (event.key === "Tab" || (event.key === "Enter" && !event.altKey)) take(help);
    else if (event.key === "Escape") dismiss(element.value);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };

  const list = (below: Box | null): ComponentChild => {
    if (fitting.length === 0 && !inside) return null;
    const top = (below?.top ?? 0) + (below?.height ?? 0) + 4;
    const left = Math.max(4, Math.min(below?.left ?? 0, window.innerWidth - WIDTH - 8));
    const style =
      top > window.innerHeight - 220
        ? { left: `${left}px`, bottom: `${window.innerHeight - (below?.top ?? 0) + 4}px` }
        : { left: `${left}px`, top: `${top}px` };
    return (
      <div class="completion" style={style} role="listbox" aria-label="Functions">
        {fitting.map((help, place) => (
          <div
            key={help.name}
            role="option"
            tabIndex={-1}
            aria-selected={place === index}
            class={place === index ? "chosen" : ""}
            onMouseDown={(event) => {
              event.preventDefault();
              take(help);
            }}
          >
            <b>{help.name}</b>
            {place === index && <span>{help.doc}</span>}
          </div>
        ))}
        {inside && call && <Signature help={inside} argument={call.argument} />}
      </div>
    );
  };

  return { keyDown, list };
}

function functionsLike(app: App, begun: string): FunctionHelp[] {
  const wanted = begun.toUpperCase();
  return app.state.functions
    .filter(({ name }) => name.startsWith(wanted) && name !== wanted)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .slice(0, SHOWN);
}

function Signature({ help, argument }: { readonly help: FunctionHelp; readonly argument: number }) {
  const last = help.params.length - 1;
  const current = help.params[Math.min(argument, last)];
  return (
    <div role="option" aria-selected="true" tabIndex={-1} class="signature">
      <code>
        {help.name}(
        {help.params.map((parameter, index) => (
          <span key={parameter.name}>
            <mark class={parameter === current ? "now" : ""}>{parameter.name}</mark>
            {index < last ? ", " : ""}
          </span>
        ))}
        )
      </code>
      {current && (
        <p>
          <b>{current.name}</b> – {current.doc}
        </p>
      )}
      <p class="about">{help.doc}</p>
    </div>
  );
}
