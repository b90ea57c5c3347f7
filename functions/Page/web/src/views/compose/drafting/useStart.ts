import { useCallback, useEffect, useState } from "preact/hooks";
import { Refusal } from "../../../api/client";
import type { Resource } from "../../../api/use";
import type { Problem } from "../../../api/types";
import type { Place } from "./place";
import { readStart, type Start } from "./start";

/** What a place starts from; nothing is read where a draft is there. */
export function useStart(place: Place, kept: Start | undefined): Resource<Start> {
  const [start, setStart] = useState(kept);
  const [problem, setProblem] = useState<Problem>();
  const [round, setRound] = useState(0);
  useEffect(() => {
    if (start) return;
    const leaving = new AbortController();
    readStart(place, leaving.signal).then(setStart, (failure: unknown) => {
      if (leaving.signal.aborted) return;
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
    });
    return () => leaving.abort();
  }, [round]);
  const reload = useCallback(() => {
    setProblem(undefined);
    setRound((before) => before + 1);
  }, []);
  return { ...(start && { body: start }), ...(problem && { problem }), reload };
}
