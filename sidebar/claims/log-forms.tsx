import { useState } from "preact/hooks";

/** A note for the log. */
export function NoteForm(props: { readonly busy: boolean; onAdd(note: string): Promise<boolean> }) {
  const [note, setNote] = useState("");
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void props.onAdd(note.trim()).then((done) => done && setNote(""));
      }}
    >
      <div class="field">
        <label for="claim-note">Add a note</label>
        <textarea
          id="claim-note"
          maxLength={2000}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <button type="submit" disabled={props.busy || note.trim() === ""}>
        Save note
      </button>
    </form>
  );
}

/** Taking back an entry says why: the entry stays in the log and no longer counts. */
export function UndoForm(props: {
  readonly sequence: number;
  readonly what: string;
  readonly busy: boolean;
  onUndo(note: string): Promise<boolean>;
}) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState("");
  if (!open) {
    return (
      <button
        type="button"
        class="link"
        aria-label={`Take back: ${props.what}`}
        onClick={() => setOpen(true)}
      >
        Take back
      </button>
    );
  }
  const id = `undo-${props.sequence}`;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void props.onUndo(note.trim()).then((done) => done && setOpen(false));
      }}
    >
      <div class="field">
        <label for={id}>Why is it taken back?</label>
        <input
          id={id}
          type="text"
          required
          maxLength={500}
          value={note}
          onInput={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <div class="buttons small">
        <button type="submit" disabled={props.busy || note.trim() === ""}>
          Take back
        </button>
        <button type="button" onClick={() => setOpen(false)}>
          Cancel
        </button>
      </div>
    </form>
  );
}

/** The case id or the day of filing was mistyped. */
export function CorrectForm(props: {
  readonly caseId: string;
  readonly today: string;
  readonly busy: boolean;
  onCorrect(values: { caseId: string | null; on: string | null; note: string }): Promise<boolean>;
}) {
  const [caseId, setCaseId] = useState(props.caseId);
  const [on, setOn] = useState("");
  const [note, setNote] = useState("");
  const changed = (caseId.trim() !== props.caseId && caseId.trim() !== "") || on !== "";
  return (
    <details class="lines">
      <summary>Correct the case ID or the day</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void props
            .onCorrect({
              caseId: caseId.trim() === props.caseId ? null : caseId.trim() || null,
              on: on || null,
              note: note.trim(),
            })
            .then((done) => done && setNote(""));
        }}
      >
        <div class="field">
          <label for="correct-case">Case ID</label>
          <input
            id="correct-case"
            type="text"
            maxLength={100}
            value={caseId}
            onInput={(event) => setCaseId(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="correct-on">Day it was filed (blank: stays)</label>
          <input
            id="correct-on"
            type="date"
            max={props.today}
            value={on}
            onInput={(event) => setOn(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="correct-note">Why</label>
          <input
            id="correct-note"
            type="text"
            maxLength={500}
            value={note}
            onInput={(event) => setNote(event.currentTarget.value)}
          />
        </div>
        <button type="submit" disabled={props.busy || !changed}>
          Save correction
        </button>
      </form>
    </details>
  );
}
