import { useState } from "preact/hooks";
import { Input } from "../ui/input.tsx";

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
      <Input id="claim-note" label="Add a note" long maxLength={2000} value={note} set={setNote} />
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
      <Input id={id} label="Why is it taken back?" required maxLength={500} value={note} set={setNote} />
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
        <Input id="correct-case" label="Case ID" maxLength={100} value={caseId} set={setCaseId} />
        <Input
          id="correct-on"
          label="Day it was filed (blank: stays)"
          type="date"
          max={props.today}
          value={on}
          set={setOn}
        />
        <Input id="correct-note" label="Why" maxLength={500} value={note} set={setNote} />
        <button type="submit" disabled={props.busy || !changed}>
          Save correction
        </button>
      </form>
    </details>
  );
}
