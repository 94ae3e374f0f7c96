import { useEffect, useState } from "preact/hooks";
import type { ClaimDetail, ProposalJson } from "../../intake/server.ts";
import { useDesk } from "../context.ts";
import { newOperation } from "../server/operation.ts";
import { Notice } from "../ui/notice.tsx";
import { Problem } from "../ui/problem.tsx";
import { Section } from "../ui/section.tsx";
import { useTask } from "../ui/task.ts";
import { capital, counted, dayWords, money } from "../words.ts";

/** A payment that seems to answer a claim: one click confirms it, another says it belongs elsewhere. */
export function Proposal(props: {
  readonly proposal: ProposalJson;
  readonly busy: boolean;
  onVerdict(verdict: "confirm" | "decline"): void;
  onOpen?(): void;
}) {
  const { proposal, busy } = props;
  return (
    <li class="proposal">
      <p class="row">
        <b>{capital(proposal.kind)}</b>
        <b class="amount">{money(proposal.amount, proposal.currency)}</b>
      </p>
      <p>{proposal.words}</p>
      <p class="hint">
        Reimbursement {proposal.reimbursementId}, {dayWords(proposal.day)}, {counted(proposal.units, "unit")}
      </p>
      <div class="buttons small">
        <button type="button" disabled={busy} onClick={() => props.onVerdict("confirm")}>
          Confirm
        </button>
        <button type="button" disabled={busy} onClick={() => props.onVerdict("decline")}>
          Not this claim
        </button>
        {props.onOpen ? (
          <button type="button" class="link" onClick={props.onOpen}>
            Open claim
          </button>
        ) : null}
      </div>
    </li>
  );
}

/** All payments that wait to be confirmed, above the list of claims. */
export function AllProposals(props: {
  readonly shown: boolean;
  onOpen(claimId: string): void;
  onChanged(detail: ClaimDetail): void;
}) {
  const { addOn, stale, changed, say } = useDesk();
  const [proposals, setProposals] = useState<readonly ProposalJson[]>([]);
  const [refused, setRefused] = useState<string | null>(null);
  const task = useTask();
  const { run } = task;
  const { shown } = props;
  // Asked again whenever claims have changed.
  useEffect(() => {
    if (shown) void run(async () => setProposals((await addOn.paymentProposals({})).proposals));
  }, [addOn, run, shown, stale.claims]);

  const answer = (proposal: ProposalJson, verdict: "confirm" | "decline") =>
    void task.run(async () => {
      const { claimId, version, id } = proposal;
      const told = await addOn.paymentConfirm({
        operation: newOperation(),
        version,
        claimId,
        proposal: id,
        verdict,
        reason: "",
      });
      setRefused(told.refused);
      props.onChanged(told.fresh);
      setProposals((await addOn.paymentProposals({})).proposals);
      if (told.refused !== null) return;
      changed("findings");
      say(verdict === "confirm" ? "The payment is confirmed." : "The payment is not this claim’s.");
    });

  if (proposals.length === 0 && task.problem === null) return null;
  return (
    <div class="proposals">
      <Problem of={task.problem} />
      {refused === null ? null : <Notice tone="warning">{refused}</Notice>}
      {proposals.length === 0 ? null : (
        <Section title={`${counted(proposals.length, "payment")} to confirm`}>
          <ul>
            {proposals.map((proposal) => (
              <Proposal
                key={`${proposal.claimId} ${proposal.id}`}
                proposal={proposal}
                busy={task.busy}
                onVerdict={(verdict) => answer(proposal, verdict)}
                onOpen={() => props.onOpen(proposal.claimId)}
              />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}
