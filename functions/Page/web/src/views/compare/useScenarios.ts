import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { get, Refusal } from "../../api/client";
import type { Inputs, Problem, Scenario } from "../../api/types";

/** A chosen scenario with its inputs, or why it could not be read. */
export type Found = { id: string } & ({ scenario: Scenario; inputs: Inputs } | { problem: Problem });

export const isThere = (found: Found): found is Found & { scenario: Scenario; inputs: Inputs } => "scenario" in found;

/** There is none, and asking again would not help. */
export const isMissing = (found: Found): boolean => !isThere(found) && found.problem.status === 404;

/** Those of the ids that have been asked about, in their order. What was refused is asked for again when its answer says so, or at a retry. */
export function useScenarios(ids: readonly string[]): { found: readonly Found[]; isReading: boolean; retry(): void } {
  const [read, setRead] = useState<Record<string, Found>>({});
  const known = useRef(read);
  known.current = read;
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const timers: ReturnType<typeof setTimeout>[] = [];
    const ask = async (id: string) => {
      const answer = await find(id, leaving.signal);
      if (leaving.signal.aborted || !answer) return;
      setRead((before) => ({ ...before, [id]: answer.found }));
      if (answer.retryAfter !== undefined) timers.push(setTimeout(() => void ask(id), Math.max(answer.retryAfter, 1) * 1000));
    };
    const isAsked = (id: string) => !known.current[id] || !isThere(known.current[id]);
    ids.filter(isAsked).forEach((id) => void ask(id));
    return () => {
      leaving.abort();
      timers.forEach(clearTimeout);
    };
  }, [ids.join(), round]);
  const retry = useCallback(() => setRound((before) => before + 1), []);
  return { found: ids.flatMap((id) => read[id] ?? []), isReading: ids.some((id) => !read[id]), retry };
}

/** Nothing when nobody waits for it any longer. */
async function find(id: string, signal: AbortSignal): Promise<{ found: Found; retryAfter?: number | undefined } | undefined> {
  try {
    const [scenario, inputs] = await Promise.all([get<Scenario>(addresses.scenario(id), signal), get<Inputs>(addresses.inputs(id), signal)]);
    return { found: { id, scenario: scenario.body, inputs: inputs.body } };
  } catch (failure) {
    if (failure instanceof Refusal) return { found: { id, problem: failure.problem }, retryAfter: failure.retryAfter };
    if (signal.aborted) return undefined;
    throw failure;
  }
}
