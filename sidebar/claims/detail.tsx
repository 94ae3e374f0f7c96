import { useCallback, useState } from "preact/hooks";
import type { ChangeAnswer, ChangeRequest, ClaimDetail, StepJson } from "../../intake/server.ts";
import { useDesk } from "../context.ts";
import { urgencyOf } from "../findings/words.ts";
import { useDetail } from "../ui/detail.ts";
import { Facts } from "../ui/facts.tsx";
import { History } from "../ui/history.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { Opened } from "../ui/opened.tsx";
import { Problem } from "../ui/problem.tsx";
import { Section } from "../ui/section.tsx";
import { SourceLines } from "../ui/source-lines.tsx";
import { OpenedTitle } from "../ui/title.tsx";
import { capital, counted, daysLeftWords, dayWords, money } from "../words.ts";
import { CaseText } from "./case-text.tsx";
import { Evidence } from "./evidence.tsx";
import { CorrectForm, NoteForm, UndoForm } from "./log-forms.tsx";
import { Preflight, preflightTitle } from "./preflight.tsx";
import { Proposal } from "./proposals.tsx";
import { StepForm, typedWords } from "./step-form.tsx";

type Change = (
  send: (base: ChangeRequest) => Promise<ChangeAnswer<ClaimDetail>>,
  words: string,
) => Promise<boolean>;

/** One claim: what to paste, what to prove, what stands against it, what happened, and the steps allowed now. */
export function ClaimDetailView(props: {
  readonly id: string;
  onBack(): void;
  onChanged(detail: ClaimDetail): void;
}) {
  const { addOn, start, stale, changed, say } = useDesk();
  const [wantedStep, setStep] = useState<StepJson | null>(null);
  const [unsent, setUnsent] = useState("");
  const [copied, setCopied] = useState(false);
  const { id } = props;
  const { detail, refused, reading, changing, change } = useDetail(
    useCallback(() => addOn.claimDetail({ id }), [addOn, id]),
    stale.claims,
  );
  const apply: Change = async (send, words) => {
    const answer = await change(async (base) => {
      const told = await send(base);
      // What somebody else did meanwhile shows in the list, too.
      props.onChanged(told.fresh);
      if (told.refused !== null) changed("findings");
      return told;
    });
    if (answer === null) return false;
    changed("findings");
    say(words);
    return true;
  };
  // Somebody else may have made it impossible meanwhile.
  const step = detail?.steps.find(({ to }) => to === wantedStep?.to) ?? null;
  // First the text is pasted into a case, then the case is noted: one blue button after the other.
  const toCopy =
    !copied && step === null && detail !== null && detail.claim.state === "to file" && detail.texts !== null;
  const choose = (chosen: StepJson) => {
    setUnsent("");
    setStep(chosen);
  };
  return (
    <Opened back="All claims" onBack={props.onBack}>
      <div class="scroll">
        <Problem of={reading.problem} />
        {detail === null ? (
          reading.busy ? (
            <Loading what="Reading the claim…" />
          ) : null
        ) : (
          <Body
            detail={detail}
            busy={changing.busy}
            apply={apply}
            toCopy={toCopy}
            onCopied={() => setCopied(true)}
          />
        )}
      </div>
      {detail === null ? null : (
        <div class={step === null ? "foot" : "foot tall"}>
          {refused === null ? null : (
            <Notice tone="warning">
              {refused}
              {step === null && unsent !== "" ? <p>Not recorded: {unsent}</p> : null}
            </Notice>
          )}
          <Problem of={changing.problem} />
          {step === null ? (
            <Steps steps={detail.steps} primary={!toCopy} busy={changing.busy} onStep={choose} />
          ) : (
            <StepForm
              key={step.to}
              step={step}
              detail={detail}
              today={start.today}
              busy={changing.busy}
              onCancel={() => setStep(null)}
              onSend={async (values) => {
                setUnsent(typedWords(step, values));
                const done = await apply(
                  (base) => addOn.claimStep({ ...base, id, to: step.to, ...values }),
                  `The claim is now: ${step.to}.`,
                );
                if (done) setStep(null);
              }}
            />
          )}
        </div>
      )}
    </Opened>
  );
}

/** More steps than these are folded. */
const SHOWN_STEPS = 2;

function Steps(props: {
  readonly steps: readonly StepJson[];
  readonly primary: boolean;
  readonly busy: boolean;
  onStep(step: StepJson): void;
}) {
  const [all, setAll] = useState(false);
  const { steps } = props;
  if (steps.length === 0) return <p class="quiet">Nothing more to do.</p>;
  const shown = all || steps.length === SHOWN_STEPS + 1 ? steps : steps.slice(0, SHOWN_STEPS);
  return (
    <div class="buttons">
      {shown.map((step, index) => (
        <button
          key={step.to}
          type="button"
          class={index === 0 && props.primary ? "action" : ""}
          disabled={props.busy}
          onClick={() => props.onStep(step)}
        >
          {step.label}
        </button>
      ))}
      {shown.length < steps.length ? (
        <button type="button" class="link" onClick={() => setAll(true)}>
          Other steps
        </button>
      ) : null}
    </div>
  );
}

function Body(props: {
  readonly detail: ClaimDetail;
  readonly busy: boolean;
  readonly apply: Change;
  readonly toCopy: boolean;
  onCopied(): void;
}) {
  const { detail, busy, apply } = props;
  const { addOn, start } = useDesk();
  const { claim } = detail;
  const { id } = claim;
  const needed = detail.checklist.filter(({ from, need }) => from === "you" && need === "always");
  const have = needed.filter((item) => item.have).length;
  return (
    <>
      <OpenedTitle id={id}>{claim.title}</OpenedTitle>
      <p class="row">
        <span class={`chip ${claim.state === "to file" ? urgencyOf("file", claim.daysLeft) : "none"}`}>
          {capital(claim.state)}
          {claim.daysLeft === null ? "" : ` · ${daysLeftWords(claim.daysLeft)}`}
        </span>
        <b class="amount">{money(claim.amount, claim.currency)}</b>
      </p>
      <Facts
        of={[
          ["Case", claim.caseId],
          ["Paid", claim.paid === null ? null : money(claim.paid, claim.currency)],
          ["Item", claim.item],
          ["Reference", claim.reference],
          ["File by", claim.state === "to file" && claim.deadline !== null ? dayWords(claim.deadline) : null],
        ]}
      />
      {detail.proposals.length === 0 ? null : (
        <ul class="proposals" aria-label="Payments to confirm">
          {detail.proposals.map((proposal) => (
            <Proposal
              key={proposal.id}
              proposal={proposal}
              busy={busy}
              onVerdict={(verdict) =>
                void apply(
                  (base) =>
                    addOn.paymentConfirm({
                      ...base,
                      claimId: id,
                      proposal: proposal.id,
                      verdict,
                      reason: "",
                    }),
                  verdict === "confirm" ? "The payment is confirmed." : "The payment is not this claim’s.",
                )
              }
            />
          ))}
        </ul>
      )}
      {detail.preflight.length === 0 ? null : (
        <Section
          title={preflightTitle(detail.preflight, detail.claim.state === "to file" ? "file" : "appeal")}
          open={detail.preflight.some(({ level }) => level === "block")}
        >
          <Preflight checks={detail.preflight} />
        </Section>
      )}
      {detail.texts === null ? null : (
        <Section title="Case text" open>
          <CaseText detail={detail} texts={detail.texts} primary={props.toCopy} onCopied={props.onCopied} />
        </Section>
      )}
      <Section
        title={
          needed.length === 0 ? "Evidence" : `Evidence: ${have} of ${counted(needed.length, "paper")} needed`
        }
      >
        <Evidence
          detail={detail}
          today={start.today}
          busy={busy}
          onAdd={(values) =>
            apply((base) => addOn.claimEvidence({ ...base, id, ...values }), "The evidence is kept.")
          }
        />
      </Section>
      <Section title="Details">
        <Facts of={detail.facts.map(({ label, value }) => [label, value] as const)} />
        {detail.finding === null ? (
          <p class="quiet">The last audit does not find it any more.</p>
        ) : (
          <SourceLines evidence={detail.finding.evidence} findingId={detail.finding.id} />
        )}
      </Section>
      <Section title="History">
        <NoteForm
          busy={busy}
          onAdd={(note) => apply((base) => addOn.claimNote({ ...base, id, note }), "The note is kept.")}
        />
        {claim.caseId === "" ? null : (
          <CorrectForm
            key={claim.caseId}
            caseId={claim.caseId}
            today={start.today}
            busy={busy}
            onCorrect={(values) =>
              apply((base) => addOn.claimCorrect({ ...base, id, ...values }), "The correction is kept.")
            }
          />
        )}
        <History
          log={detail.log}
          extra={({ undoable, sequence, what }) =>
            undoable ? (
              <UndoForm
                sequence={sequence}
                what={what}
                busy={busy}
                onUndo={(note) =>
                  apply(
                    (base) => addOn.claimUndo({ ...base, id, sequence, note }),
                    "The entry is taken back.",
                  )
                }
              />
            ) : null
          }
        />
      </Section>
    </>
  );
}
