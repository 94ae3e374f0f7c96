import { useCallback, useState } from "preact/hooks";
import type { FindingDetail } from "../../intake/server.ts";
import { useDesk } from "../context.ts";
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
import { daysLeftWords, dayWords, money, shown } from "../words.ts";
import { DismissForm, SnoozeForm } from "./forms.tsx";
import { STATE_HELP, STATES, statusWords, units, urgencyOf } from "./words.ts";

type Asking = "dismiss" | "snooze" | null;

/** One finding: what, why, what to do, on which rows it rests, what happened to it, what can be done now. */
export function FindingDetailView(props: {
  readonly id: string;
  onBack(): void;
  onChanged(detail: FindingDetail): void;
}) {
  const { addOn, start, stale, open, changed, say } = useDesk();
  const [wantedForm, setAsking] = useState<Asking>(null);
  const { id } = props;
  const { detail, refused, reading, changing, change } = useDetail(
    useCallback(() => addOn.findingDetail({ id }), [addOn, id]),
    stale.findings,
  );
  // Somebody else may have made it impossible meanwhile.
  const asking = wantedForm !== null && detail?.actions.includes(wantedForm) ? wantedForm : null;
  const done = (fresh: FindingDetail, words: string) => {
    props.onChanged(fresh);
    changed("claims");
    setAsking(null);
    say(words);
  };
  const startClaim = async () => {
    const answer = await change((base) => addOn.findingStart({ ...base, id }));
    if (answer === null) return;
    done(answer.fresh, "The claim is started.");
    if (answer.claim) open("claims", answer.claim.claim.id);
  };
  const wake = async () => {
    const answer = await change((base) => addOn.findingWake({ ...base, id, reason: "" }));
    if (answer) done(answer.fresh, "The finding is back in the queue.");
  };

  return (
    <Opened back="All findings" onBack={props.onBack}>
      <div class="scroll">
        <Problem of={reading.problem} />
        {detail === null ? (
          reading.busy ? (
            <Loading what="Reading the finding…" />
          ) : null
        ) : (
          <Body detail={detail} today={start.today} />
        )}
      </div>
      {detail === null ? null : (
        <div class="foot">
          {refused === null ? null : <Notice tone="warning">{refused}</Notice>}
          <Problem of={changing.problem} />
          {asking === "dismiss" ? (
            <DismissForm
              busy={changing.busy}
              onCancel={() => setAsking(null)}
              onSend={async (reason) => {
                const answer = await change((base) => addOn.findingDismiss({ ...base, id, reason }));
                if (answer) done(answer.fresh, "The finding is dismissed.");
              }}
            />
          ) : asking === "snooze" ? (
            <SnoozeForm
              busy={changing.busy}
              today={start.today}
              deadline={detail.finding.deadline}
              onCancel={() => setAsking(null)}
              onSend={async (until) => {
                const answer = await change((base) =>
                  addOn.findingSnooze({ ...base, id, until, reason: "" }),
                );
                if (answer) done(answer.fresh, "The finding is put off.");
              }}
            />
          ) : (
            <div class="buttons">
              {detail.claimId === null ? null : (
                <button type="button" class="action" onClick={() => open("claims", detail.claimId ?? "")}>
                  Open the claim
                </button>
              )}
              {detail.actions.includes("start") ? (
                <button
                  type="button"
                  class="action"
                  disabled={changing.busy}
                  onClick={() => void startClaim()}
                >
                  {changing.busy ? "Starting…" : "Start a claim"}
                </button>
              ) : null}
              {detail.actions.includes("wake") ? (
                <button type="button" disabled={changing.busy} onClick={() => void wake()}>
                  Back to the queue
                </button>
              ) : null}
              {detail.actions.includes("snooze") && (detail.finding.deadline ?? "9999") > start.today ? (
                <button type="button" disabled={changing.busy} onClick={() => setAsking("snooze")}>
                  Put off
                </button>
              ) : null}
              {detail.actions.includes("dismiss") ? (
                <button type="button" disabled={changing.busy} onClick={() => setAsking("dismiss")}>
                  Dismiss
                </button>
              ) : null}
            </div>
          )}
        </div>
      )}
    </Opened>
  );
}

function Body({ detail, today }: { detail: FindingDetail; today: string }) {
  const { finding } = detail;
  const days = finding.deadline === null ? null : daysBetween(today, finding.deadline);
  const status = statusWords(detail.status, detail.until);
  return (
    <>
      <OpenedTitle id={finding.id}>{shown(detail.title)}</OpenedTitle>
      <p class="row">
        <span class={`chip ${urgencyOf(finding.state, days)}`} title={STATE_HELP[finding.state]}>
          {STATES[finding.state]}
          {finding.state === "file" && days !== null ? ` · ${daysLeftWords(days)}` : ""}
        </span>
        <b class="amount">{money(finding.amount, finding.currency)}</b>
      </p>
      {status === null ? null : <Notice tone="info">{status}</Notice>}
      <h3>What</h3>
      <p>{shown(finding.what)}</p>
      <h3>Why</h3>
      <p>{shown(finding.why)}</p>
      <h3>What to do</h3>
      <p>{shown(finding.todo)}</p>
      <h3>Amount</h3>
      <p>{shown(finding.basis)}</p>
      <h3>Source lines</h3>
      {finding.evidence.length === 0 ? (
        <p class="quiet">None.</p>
      ) : (
        <SourceLines evidence={finding.evidence} findingId={finding.id} />
      )}
      <Section title="Details">
        <Facts
          of={[
            ["State", STATE_HELP[finding.state]],
            ["Units", units(finding.quantity)],
            ["SKU", finding.msku],
            ["FNSKU", finding.fnsku],
            ["ASIN", finding.asin],
            ["Order", finding.orderId],
            ["Shipment", finding.shipmentId],
            ["Reference", finding.referenceId],
            ["Marketplace", finding.marketplace],
            ["Happened", dayWords(finding.eventDate)],
            ["File from", finding.opens === null ? null : dayWords(finding.opens)],
            ["File by", finding.deadline === null ? null : dayWords(finding.deadline)],
            ["Window", finding.estimated ? "estimated: no source states it" : null],
            ["Id", finding.id],
          ]}
        />
      </Section>
      <Section title="History" open={detail.history.length > 0}>
        <History log={detail.history} />
      </Section>
    </>
  );
}

/** Calendar days from one day to another. */
function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
