import { useEffect, useRef, useState } from "preact/hooks";
import type { CaseTextAnswer, ClaimDetail } from "../../intake/server.ts";
import { useDesk } from "../context.ts";
import { copyText } from "../ui/copy.ts";
import { Loading } from "../ui/loading.tsx";
import { Problem } from "../ui/problem.tsx";
import { useTask } from "../ui/task.ts";

/** The text to paste into the case, by stage and language. */
export function CaseText(props: {
  readonly detail: ClaimDetail;
  readonly texts: NonNullable<ClaimDetail["texts"]>;
  /** Copying is what comes next. */
  readonly primary: boolean;
  onCopied(): void;
}) {
  const { addOn, say } = useDesk();
  const { texts } = props;
  const { claim, version } = props.detail;
  const [chosen, setChosen] = useState({ stage: texts.stage, language: texts.language });
  const [answer, setAnswer] = useState<CaseTextAnswer | null>(null);
  const [copied, setCopied] = useState<string | null>(null);
  const area = useRef<HTMLTextAreaElement>(null);
  const task = useTask();
  const { run } = task;
  useEffect(() => setChosen({ stage: texts.stage, language: texts.language }), [texts.stage, texts.language]);
  // The text follows what the claim has become.
  useEffect(() => {
    setCopied(null);
    void run(async () => setAnswer(await addOn.caseText({ id: claim.id, ...chosen })));
  }, [addOn, claim.id, chosen, run, version]);

  const copy = async (what: string, text: string, element: HTMLTextAreaElement | null) => {
    const done = await copyText(text, element);
    const words = done
      ? `${what} copied. Paste it into the case in Seller Central.`
      : "Your browser does not let this page copy. The text is selected: press Ctrl+C (⌘C on a Mac).";
    setCopied(words);
    say(words);
    if (element !== null) props.onCopied();
  };

  return (
    <div class="case-text">
      <div class="pair">
        <label>
          Stage
          <select
            value={chosen.stage}
            onChange={(event) => setChosen({ ...chosen, stage: event.currentTarget.value })}
          >
            {texts.stages.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <label>
          Language
          <select
            value={chosen.language}
            onChange={(event) => setChosen({ ...chosen, language: event.currentTarget.value })}
          >
            {texts.languages.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </div>
      <Problem of={task.problem} />
      {answer === null ? (
        task.problem === null ? (
          <Loading what="Writing the text…" />
        ) : null
      ) : (
        <>
          {answer.missing.map((words) => (
            <p key={words} class="warn">
              {words}
            </p>
          ))}
          {answer.where === "" ? null : <p class="hint">Where it goes: {answer.where}</p>}
          <p>
            <b>Subject:</b> <span lang={answer.language}>{answer.subject}</span>
          </p>
          <div class="buttons">
            <button
              type="button"
              class={props.primary ? "action" : ""}
              onClick={() => void copy("Case text", answer.text, area.current)}
            >
              Copy case text
            </button>
            <button type="button" onClick={() => void copy("Subject", answer.subject, null)}>
              Copy subject
            </button>
          </div>
          <p class="good" hidden={copied === null}>
            {copied}
          </p>
          <textarea
            ref={area}
            readOnly
            rows={10}
            lang={answer.language}
            aria-label="Case text"
            value={answer.text}
          />
        </>
      )}
    </div>
  );
}
