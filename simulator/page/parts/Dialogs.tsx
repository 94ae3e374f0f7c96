/**
 * What stands before everything else: the add-on's alerts and prompts, its modal pages, the page's own questions,
 * and what the host is busy with. While one is open nothing else can be reached, as in Sheets.
 */

import { useEffect, useRef, useState } from "preact/hooks";
import type { Button, PageShown, Question } from "../../server/protocol.ts";
import type { App } from "../app.ts";
import type { OwnQuestion } from "../state.ts";
import { usePicked } from "../store.ts";
import { Frame } from "./Frame.tsx";

const BUTTONS: Readonly<Record<Question["buttons"], readonly (readonly [Button, string])[]>> = {
  OK: [["OK", "OK"]],
  OK_CANCEL: [
    ["OK", "OK"],
    ["CANCEL", "Cancel"],
  ],
  YES_NO: [
    ["YES", "Yes"],
    ["NO", "No"],
  ],
  YES_NO_CANCEL: [
    ["YES", "Yes"],
    ["NO", "No"],
    ["CANCEL", "Cancel"],
  ],
};

export function Dialogs({ app }: { readonly app: App }) {
  const question = usePicked(app.store, (state) => state.questions[0] ?? null);
  const own = usePicked(app.store, (state) => state.own);
  const page = usePicked(app.store, (state) => state.dialog);
  const progress = usePicked(app.store, (state) => state.progress);
  return (
    <>
      {page && <PageDialog key={page.id} app={app} page={page} />}
      {own && <Own own={own} />}
      {question && <Alert key={question.id} app={app} question={question} />}
      {progress && (
        <Modal title={null} close={null} label="Please wait">
          <p class="dialog-text">{progress.text}</p>
          <progress
            aria-label={progress.text}
            max={1}
            {...(progress.part === null ? {} : { value: progress.part })}
          />
        </Modal>
      )}
    </>
  );
}

function Alert({ app, question }: { readonly app: App; readonly question: Question }) {
  const [text, setText] = useState("");
  const [answered, setAnswered] = useState(false);
  const answer = async (button: Button): Promise<void> => {
    if (answered) return;
    setAnswered(true);
    const prompt = question.kind === "prompt" ? { text } : {};
    await app.tell("answerQuestion", { id: question.id, button, ...prompt });
    app.store.set({ questions: app.state.questions.filter(({ id }) => id !== question.id) });
    app.focusGrid();
  };
  const buttons = BUTTONS[question.buttons];
  return (
    <Modal title={question.title} close={() => void answer("CLOSE")} label={question.title ?? question.text}>
      <p class="dialog-text">{question.text}</p>
      {question.kind === "prompt" && (
        <input
          class="line"
          aria-label={question.text}
          value={text}
          data-autofocus
          onInput={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && void answer(buttons[0]?.[0] ?? "OK")}
        />
      )}
      <div class="dialog-buttons">
        {buttons.map(([button, label], index) => (
          <button
            key={button}
            type="button"
            class={index === 0 ? "primary" : "plain"}
            disabled={answered}
            {...(index === 0 && question.kind === "alert" ? { "data-autofocus": true } : {})}
            onClick={() => void answer(button)}
          >
            {label}
          </button>
        ))}
      </div>
    </Modal>
  );
}

function Own({ own }: { readonly own: OwnQuestion }) {
  const [text, setText] = useState(own.input?.value ?? "");
  const yes = (): void => own.answer(text);
  const no = (): void => own.answer(own.cancel === null ? "" : null);
  return (
    <Modal title={own.title} close={no} label={own.title}>
      {own.text !== "" && <p class="dialog-text">{own.text}</p>}
      {own.input && (
        <textarea
          class="line"
          rows={4}
          aria-label={own.input.label}
          value={text}
          data-autofocus
          onInput={(event) => setText(event.currentTarget.value)}
        />
      )}
      <div class="dialog-buttons">
        <button
          type="button"
          class="primary"
          {...(own.input ? {} : { "data-autofocus": true })}
          onClick={yes}
        >
          {own.ok}
        </button>
        {own.cancel !== null && (
          <button type="button" class="plain" onClick={no}>
            {own.cancel}
          </button>
        )}
      </div>
    </Modal>
  );
}

/** A modal page has the rest behind a curtain; a modeless one leaves it reachable. */
function PageDialog({ app, page }: { readonly app: App; readonly page: PageShown }) {
  const [size, setSize] = useState({ width: page.width ?? 500, height: page.height ?? 400 });
  const close = (): void => {
    void app.tell("closePage", { id: page.id });
    app.store.set({ dialog: null });
    app.focusGrid();
  };
  const frame = (
    <div style={{ width: `${size.width}px`, height: `${size.height}px` }}>
      <Frame app={app} page={page} sized={(what, pixels) => setSize((now) => ({ ...now, [what]: pixels }))} />
    </div>
  );
  if (page.kind === "modal") {
    return (
      <Modal title={page.title} close={close} label={page.title}>
        {frame}
      </Modal>
    );
  }
  return (
    <section class="dialog modeless" aria-label={page.title}>
      <DialogTitle title={page.title} close={close} />
      {frame}
    </section>
  );
}

interface ModalProps {
  readonly title: string | null;
  readonly label: string;
  /** Null: it cannot be closed. */
  readonly close: (() => void) | null;
  readonly children: preact.ComponentChildren;
}

function Modal({ title, label, close, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    // The browser keeps everything behind a modal dialog out of reach, for the keyboard and for screen readers.
    element.showModal();
    element.querySelector<HTMLElement>("[data-autofocus]")?.focus();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-label={label}
      onCancel={(event) => {
        event.preventDefault();
        close?.();
      }}
    >
      {(title !== null || close) && <DialogTitle title={title ?? ""} close={close} />}
      {children}
    </dialog>
  );
}

function DialogTitle({ title, close }: { readonly title: string; readonly close: (() => void) | null }) {
  return (
    <div class="dialog-title">
      <h2>{title}</h2>
      {close && (
        <button type="button" class="icon" aria-label="Close" onClick={close}>
          ✕
        </button>
      )}
    </div>
  );
}
