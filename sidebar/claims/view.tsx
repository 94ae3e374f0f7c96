import { useEffect, useMemo, useState } from "preact/hooks";
import type { ClaimDetail, ClaimShort, ClaimsPage } from "../../intake/server.ts";
import { useDesk } from "../context.ts";
import { urgencyOf } from "../findings/words.ts";
import { useSheetList } from "../ui/list.ts";
import { ListBox } from "../ui/listbox.tsx";
import { Loading } from "../ui/loading.tsx";
import { Notice } from "../ui/notice.tsx";
import { Problem } from "../ui/problem.tsx";
import { capital, counted, daysLeftWords, money } from "../words.ts";
import { ClaimDetailView } from "./detail.tsx";
import { AllProposals } from "./proposals.tsx";
import { type ClaimFilter, claimQueue, countsOf } from "./queue.ts";
import { ClaimSettings } from "./settings.tsx";

const ROW_HEIGHT = 74;
const claimsOf = (page: ClaimsPage): readonly ClaimShort[] => page.claims;

/** Claims: the list by state, payments that wait to be confirmed, and the one that was opened. */
export function ClaimsView({ shown }: { shown: boolean }) {
  const { addOn, stale, wanted, show } = useDesk();
  const list = useSheetList(addOn.claimsList, claimsOf, { shown, stale: stale.claims });
  const [filter, setFilter] = useState<ClaimFilter>({ text: "", state: "open" });
  const [opened, setOpened] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const rows = useMemo(() => claimQueue(list.items ?? [], filter), [list.items, filter]);
  const counts = useMemo(() => countsOf(list.items ?? []), [list.items]);

  useEffect(() => {
    if (wanted?.view === "claims") setOpened(wanted.id);
  }, [wanted]);

  const { patch } = list;
  const onChanged = ({ claim }: ClaimDetail) =>
    patch((items) => items.map((item) => (item.id === claim.id ? claim : item)));
  const open = (id: string | null) => {
    setLast(opened);
    setOpened(id);
  };

  return (
    <>
      {opened === null ? null : (
        <ClaimDetailView key={opened} id={opened} onBack={() => open(null)} onChanged={onChanged} />
      )}
      <div class="view" hidden={opened !== null}>
        <Problem of={list.problem} again={list.reload} />
        {list.items === null ? (
          list.problem === null ? (
            <Loading what="Reading the claims…" />
          ) : null
        ) : list.items.length === 0 ? (
          <div class="empty">
            <h2>No claims yet</h2>
            <p>Open a finding and start a claim: its case text, evidence and deadline are kept here.</p>
            <button type="button" class="action" onClick={() => show("findings")}>
              Go to Findings
            </button>
          </div>
        ) : (
          <>
            <div class="filters">
              <input
                type="search"
                aria-label="Search claims"
                placeholder="Search case, item, order"
                value={filter.text}
                onInput={(event) => setFilter({ ...filter, text: event.currentTarget.value })}
              />
              <select
                aria-label="State"
                value={filter.state}
                onChange={(event) =>
                  setFilter({ ...filter, state: event.currentTarget.value as ClaimFilter["state"] })
                }
              >
                <option value="open">All that are open</option>
                {counts.map(({ state, count }) => (
                  <option key={state} value={state}>
                    {capital(state)} ({count})
                  </option>
                ))}
                <option value="">All ({list.items.length})</option>
              </select>
            </div>
            {(list.page?.edits.length ?? 0) === 0 ? null : (
              <Notice tone="warning">
                The claim log was changed by hand: {list.page?.edits.slice(0, 3).join(" ")}
              </Notice>
            )}
            <AllProposals shown={shown && opened === null} onOpen={open} onChanged={onChanged} />
            {rows.length === 0 ? (
              <p class="empty">
                Nothing matches.{" "}
                <button type="button" class="link" onClick={() => setFilter({ text: "", state: "" })}>
                  Show all claims
                </button>
              </p>
            ) : (
              <ListBox
                label="Claims"
                name="claim"
                items={rows}
                rowHeight={ROW_HEIGHT}
                idOf={(claim) => claim.id}
                row={Row}
                onOpen={(claim) => open(claim.id)}
                last={last}
                shown={opened === null}
              />
            )}
            <div class="below">
              <ClaimSettings />
            </div>
            <p class="unseen" role="status">
              {counted(rows.length, "claim")}
            </p>
          </>
        )}
      </div>
    </>
  );
}

function Row(claim: ClaimShort) {
  const runsOut = claim.daysLeft === null ? null : daysLeftWords(claim.daysLeft);
  return (
    <>
      <div class="row">
        <b class="cut">{claim.title}</b>
        <b class="amount">{money(claim.paid ?? claim.amount, claim.currency)}</b>
      </div>
      <div class="cut quiet">
        {[claim.caseId === "" ? "" : `Case ${claim.caseId}`, claim.item, claim.reference]
          .filter(Boolean)
          .join(" · ")}
      </div>
      <div class="row">
        <span class={`chip ${claim.state === "to file" ? urgencyOf("file", claim.daysLeft) : "none"}`}>
          {capital(claim.state)}
        </span>
        <span class="quiet cut">{runsOut ?? claim.marketplace}</span>
      </div>
    </>
  );
}
