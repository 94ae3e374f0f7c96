import { useState } from "preact/hooks";
import type { ClaimDetail, CoverageJson } from "../../intake/server.ts";
import { problemOfLink } from "../links.ts";
import { Input } from "../ui/input.tsx";
import { OutsideLink } from "../ui/outside-link.tsx";
import { capital, count, counted, dayWords } from "../words.ts";

export interface EvidenceValues {
  readonly kind: string;
  readonly link: string;
  readonly date: string | null;
  readonly proves: string;
}

/** What Amazon will ask for, what is there of it, whether the invoices cover what was shipped, and a form for more. */
export function Evidence(props: {
  readonly detail: ClaimDetail;
  readonly today: string;
  readonly busy: boolean;
  onAdd(values: EvidenceValues): Promise<boolean>;
}) {
  const { detail } = props;
  const papers = detail.checklist.filter(({ from }) => from !== "advice");
  const others = detail.checklist.filter(({ from }) => from === "advice");
  return (
    <>
      {papers.length === 0 ? null : (
        <ul class="checklist" aria-label="Papers Amazon asks for">
          {papers.map(({ label, asks, need, have }) => (
            <li key={label + asks} class={have ? "done" : "open"}>
              <span class="unseen">{have ? "There: " : "Missing: "}</span>
              {label}
              {have || need === "always" ? null : <span class="quiet"> ({need})</span>}
              {asks.toLowerCase() === label.toLowerCase() ? null : <p class="hint">{asks}</p>}
            </li>
          ))}
        </ul>
      )}
      {others.length === 0 ? null : (
        <ul class="hint" aria-label="How to show it">
          {others.map(({ label, asks }) => (
            <li key={label + asks}>{asks}</li>
          ))}
        </ul>
      )}
      <Coverage coverage={detail.coverage} />
      {detail.evidence.length === 0 ? null : (
        <ul class="history" aria-label="Evidence given">
          {detail.evidence.map((one) => (
            <li key={one.sequence}>
              <b>{capital(one.kind)}</b> <OutsideLink href={one.link} />
              {one.date === null ? null : <span class="quiet"> · {dayWords(one.date)}</span>}
              {one.proves === "" ? null : <p>{one.proves}</p>}
            </li>
          ))}
        </ul>
      )}
      <EvidenceForm {...props} />
    </>
  );
}

/** Invoiced against shipped units; a bar only where both are known. */
function Coverage({ coverage }: { coverage: CoverageJson }) {
  const { share, invoiced, shipped, words } = coverage;
  return (
    <div class="coverage">
      {share === null ? (
        <p>
          <b>Invoices against shipped units: cannot tell</b>
        </p>
      ) : (
        <>
          <p class="row">
            <b>Invoices cover {Math.floor(share * 100)} %</b>
            <span class="quiet">
              {invoiced === null ? "–" : count(invoiced)} of {shipped === null ? "–" : count(shipped)} units
            </span>
          </p>
          <meter aria-label="Invoiced of shipped units" min={0} max={1} high={0.999} value={share} />
        </>
      )}
      <p class="hint">{words}</p>
      {coverage.problems.map((problem) => (
        <p key={problem} class="warn">
          {problem}
        </p>
      ))}
      {coverage.shipments.length === 0 ? null : (
        <details class="lines">
          <summary>{counted(coverage.shipments.length, "shipment")}</summary>
          <ul>
            {coverage.shipments.map((shipment) => (
              <li key={shipment.shipmentId}>
                <b>{shipment.shipmentId}</b> {dayWords(shipment.day)}: {count(shipment.invoiced)} of{" "}
                {count(shipment.shipped)} units invoiced before
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const NOTHING = { kind: "", link: "", date: "", proves: "" };

function EvidenceForm(props: {
  readonly detail: ClaimDetail;
  readonly today: string;
  readonly busy: boolean;
  onAdd(values: EvidenceValues): Promise<boolean>;
}) {
  const { checklist, evidenceKinds } = props.detail;
  const [values, setValues] = useState(NOTHING);
  const missing = checklist.find(({ have, from, kinds }) => !have && from === "you" && kinds.length > 0);
  const kind = values.kind || missing?.kinds[0] || evidenceKinds[0] || "";
  const problem = values.link.trim() === "" ? null : problemOfLink(values.link);
  const ready = values.link.trim() !== "" && problem === null && values.proves.trim() !== "";
  const set = (change: Partial<typeof NOTHING>) => setValues({ ...values, ...change });
  return (
    <details class="lines">
      <summary>Add evidence</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void props
            .onAdd({
              kind,
              link: values.link.trim(),
              date: values.date || null,
              proves: values.proves.trim(),
            })
            .then((done) => done && setValues(NOTHING));
        }}
      >
        <div class="field">
          <label for="evidence-kind">Kind</label>
          <select
            id="evidence-kind"
            value={kind}
            onChange={(event) => set({ kind: event.currentTarget.value })}
          >
            {evidenceKinds.map((one) => (
              <option key={one} value={one}>
                {capital(one)}
              </option>
            ))}
          </select>
        </div>
        <Input
          id="evidence-link"
          label="Link to the document"
          type="url"
          required
          placeholder="https://"
          value={values.link}
          hint={problem ?? "Only https, for example a file in Google Drive."}
          wrong={problem !== null}
          set={(link) => set({ link })}
        />
        <Input
          id="evidence-date"
          label="Its date (optional)"
          type="date"
          max={props.today}
          value={values.date}
          set={(date) => set({ date })}
        />
        <Input
          id="evidence-proves"
          label="What it proves"
          required
          maxLength={500}
          placeholder="120 units bought on 3 May"
          value={values.proves}
          set={(proves) => set({ proves })}
        />
        <button type="submit" disabled={!ready || props.busy}>
          {props.busy ? "Saving…" : "Add evidence"}
        </button>
      </form>
    </details>
  );
}
