import { useEffect, useMemo, useState } from "preact/hooks";
import type { FindingDetail, FindingShort, FindingsPage } from "../../intake/server.ts";
import { useDesk } from "../context.ts";
import { useSheetList } from "../ui/list.ts";
import { ListBox } from "../ui/listbox.tsx";
import { Loading } from "../ui/loading.tsx";
import { Problem } from "../ui/problem.tsx";
import { counted, dayWords, money } from "../words.ts";
import { FindingDetailView } from "./detail.tsx";
import { Filters } from "./filters.tsx";
import { type FindingFilter, filtered, NO_FILTER, type Queued, queueOf, statesOf, sumsOf } from "./queue.ts";
import { chipWords, statusWords, urgencyOf } from "./words.ts";

const ROW_HEIGHT = 74;
const findingsOf = (page: FindingsPage): readonly FindingShort[] => page.findings;

/** Findings: the queue by urgency and money, and the one that was opened. */
export function FindingsView({ shown }: { shown: boolean }) {
  const { addOn, stale, start, wanted, show } = useDesk();
  const list = useSheetList(addOn.findingsList, findingsOf, { shown, stale: stale.findings });
  const [filter, setFilter] = useState<FindingFilter>(NO_FILTER);
  const [opened, setOpened] = useState<string | null>(null);
  const [last, setLast] = useState<string | null>(null);
  const queue = useMemo(() => queueOf(list.items ?? []), [list.items]);
  const rows = useMemo(() => filtered(queue, filter), [queue, filter]);
  const states = useMemo(() => statesOf(queue, filter), [queue, filter]);

  useEffect(() => {
    if (wanted?.view === "findings") setOpened(wanted.id);
  }, [wanted]);

  const { patch } = list;
  const onChanged = (detail: FindingDetail) =>
    patch((items) =>
      items.map((item) =>
        item.id === detail.finding.id
          ? { ...item, status: detail.status, until: detail.until, claimId: detail.claimId }
          : item,
      ),
    );
  const open = (id: string | null) => {
    setLast(opened);
    setOpened(id);
  };

  return (
    <>
      {opened === null ? null : (
        <FindingDetailView key={opened} id={opened} onBack={() => open(null)} onChanged={onChanged} />
      )}
      <div class="view" hidden={opened !== null}>
        <Problem of={list.problem} again={list.reload} />
        {list.items === null ? (
          list.problem === null ? (
            <Loading what="Reading the findings…" />
          ) : null
        ) : list.items.length === 0 ? (
          <Empty audited={start.audit !== null} onImport={() => show("import")} />
        ) : (
          <>
            <Filters filter={filter} findings={list.items} states={states} onChange={setFilter} />
            <Totals rows={rows} asOf={list.page?.asOf ?? null} outdated={start.audit?.outdated ?? false} />
            {rows.length === 0 ? (
              <p class="empty">
                Nothing matches.{" "}
                <button
                  type="button"
                  class="link"
                  onClick={() => setFilter({ ...NO_FILTER, handled: "all", state: "" })}
                >
                  Show all findings
                </button>
              </p>
            ) : (
              <ListBox
                label="Findings, most urgent first"
                name="finding"
                items={rows}
                rowHeight={ROW_HEIGHT}
                idOf={({ finding }) => finding.id}
                row={Row}
                onOpen={({ finding }) => open(finding.id)}
                last={last}
                shown={opened === null}
              />
            )}
          </>
        )}
      </div>
    </>
  );
}

function Empty({ audited, onImport }: { audited: boolean; onImport(): void }) {
  return (
    <div class="empty">
      <h2>{audited ? "The audit found nothing" : "No findings yet"}</h2>
      <p>
        {audited
          ? "It may not have had enough to go by: the Import view says which reports to download next."
          : "Import Amazon’s reports, then run the audit: what you are owed is listed here."}
      </p>
      <button type="button" class="action" onClick={onImport}>
        {audited ? "See what to download" : "Go to Import"}
      </button>
    </div>
  );
}

function Totals({
  rows,
  asOf,
  outdated,
}: {
  rows: readonly Queued[];
  asOf: string | null;
  outdated: boolean;
}) {
  const sums = useMemo(() => sumsOf(rows), [rows]);
  const unvalued = rows.filter(({ amount }) => amount === null).length;
  return (
    <div class="totals" role="status">
      <b>{counted(rows.length, "finding")}</b>
      {sums.map(({ currency, amount }) => (
        <b key={currency}>{money(amount, currency)}</b>
      ))}
      {unvalued > 0 ? <span class="quiet">{unvalued} without amount</span> : null}
      <span class="quiet">
        as of {dayWords(asOf)}
        {outdated ? ", before the last import: run the audit again" : ""}
      </span>
    </div>
  );
}

function Row({ finding }: Queued) {
  const status = statusWords(finding.status, finding.until);
  return (
    <>
      <div class="row">
        <b class="cut">{finding.title}</b>
        <b class="amount">{money(finding.amount, finding.currency)}</b>
      </div>
      <div class="cut quiet">{[finding.item, finding.reference].filter(Boolean).join(" · ")}</div>
      <div class="row">
        <span class={`chip ${urgencyOf(finding.state, finding.daysLeft)}`}>{chipWords(finding)}</span>
        <span class="quiet cut">{status ?? finding.marketplace}</span>
      </div>
    </>
  );
}
