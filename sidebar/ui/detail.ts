/** One finding or claim opened: read, changed, and told when somebody else was faster. */
import { useCallback, useEffect, useState } from "preact/hooks";
import type { ChangeAnswer, ChangeRequest } from "../../intake/server.ts";
import { newOperation } from "../server/operation.ts";
import { type Task, useTask } from "./task.ts";

export interface Opened<D> {
  /** Null until it came. */
  readonly detail: D | null;
  /** Why the last change was refused, in a sentence; what is shown is what stands now. */
  readonly refused: string | null;
  readonly reading: Task;
  readonly changing: Task;
  /** Sends a change of what is shown; says whether it was done. */
  change<A extends ChangeAnswer<D>>(send: (base: ChangeRequest) => Promise<A>): Promise<A | null>;
}

export function useDetail<D extends { readonly version: string }>(read: () => Promise<D>): Opened<D> {
  const [detail, setDetail] = useState<D | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const reading = useTask();
  const changing = useTask();
  const { run } = reading;
  useEffect(() => {
    void run(async () => setDetail(await read()));
  }, [read, run]);
  const version = detail?.version ?? "";
  const change = useCallback(
    async <A extends ChangeAnswer<D>>(send: (base: ChangeRequest) => Promise<A>): Promise<A | null> => {
      let answer: A | null = null;
      setRefused(null);
      await changing.run(async () => {
        answer = await send({ operation: newOperation(), version });
        setDetail(answer.fresh);
        setRefused(answer.refused);
      });
      return answer === null || (answer as A).refused !== null ? null : answer;
    },
    [changing.run, version],
  );
  return { detail, refused, reading, changing, change };
}
