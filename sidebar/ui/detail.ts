/** One finding or claim opened: read, changed, and told when somebody else was faster. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
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

/** @param stale counts up when an import or an audit may have changed it: then it is read anew */
export function useDetail<D extends { readonly version: string }>(
  read: () => Promise<D>,
  stale: number,
): Opened<D> {
  const [detail, setDetail] = useState<D | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const reading = useTask();
  const changing = useTask();
  const { run } = reading;
  // Counts what may have made older what is being read.
  const news = useRef(0);
  useEffect(() => {
    news.current += 1;
    void run(async () => {
      let before: number;
      let told: D;
      do {
        before = news.current;
        told = await read();
      } while (before !== news.current);
      setDetail(told);
    });
  }, [read, run, stale]);
  const version = detail?.version ?? "";
  const change = useCallback(
    async <A extends ChangeAnswer<D>>(send: (base: ChangeRequest) => Promise<A>): Promise<A | null> => {
      let answer: A | null = null;
      setRefused(null);
      await changing.run(async () => {
        answer = await send({ operation: newOperation(), version });
        news.current += 1;
        setDetail(answer.fresh);
        setRefused(answer.refused);
      });
      return answer === null || (answer as A).refused !== null ? null : answer;
    },
    [changing.run, version],
  );
  return { detail, refused, reading, changing, change };
}
