/** One action under way at a time, and what came of it. */
import { useCallback, useRef, useState } from "preact/hooks";
import { wordsOf } from "../../intake/import.ts";

export interface Task {
  readonly busy: boolean;
  /** Why the last run failed, in a sentence; null when it did not. */
  readonly problem: string | null;
  /** Runs the work, unless it is already running; says whether it succeeded. */
  run(work: () => Promise<void>): Promise<boolean>;
  clear(): void;
}

export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef(false);
  const run = useCallback(async (work: () => Promise<void>) => {
    if (running.current) return false;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (failure) {
      setProblem(wordsOf(failure));
      return false;
    } finally {
      running.current = false;
      setBusy(false);
    }
  }, []);
  const clear = useCallback(() => setProblem(null), []);
  return { busy, problem, run, clear };
}
