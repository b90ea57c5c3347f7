import { useCallback, useEffect, useState } from "preact/hooks";
import { get, Refusal } from "./client";
import type { Problem } from "./types";

export interface Resource<T> {
  /** The last that was read; it stays while it is read again. */
  body?: T;
  /** Why there is nothing, or nothing newer. */
  problem?: Problem;
  reload(): void;
}

interface State<T> {
  address: string | null;
  body?: T;
  problem?: Problem;
}

/**
 * What is at an address, read again for as long as an answer says when (Retry-After): what runs does, and so does a service that is
 * away for a moment. Nothing is read where the address is null.
 */
export function useResource<T>(address: string | null): Resource<T> {
  const [state, setState] = useState<State<T>>({ address });
  const [round, setRound] = useState(0);
  useEffect(() => (address === null ? undefined : follow<T>(address, setState)), [address, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  // A state of the address before would show another thing's content.
  const { body, problem } = state.address === address ? state : ({} as Partial<State<T>>);
  return { ...(body !== undefined && { body }), ...(problem && { problem }), reload };
}

function follow<T>(address: string, set: (change: (before: State<T>) => State<T>) => void): () => void {
  const leaving = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = (seconds: number | undefined) => {
    if (seconds !== undefined) timer = setTimeout(ask, Math.max(seconds, 0.25) * 1000);
  };
  const ask = async () => {
    try {
      const { body, retryAfter } = await get<T>(address, leaving.signal);
      if (leaving.signal.aborted) return;
      set(() => ({ address, body }));
      again(retryAfter);
    } catch (failure) {
      if (leaving.signal.aborted) return;
      if (!(failure instanceof Refusal)) throw failure;
      const { problem, retryAfter } = failure;
      set((before) => (before.address === address && before.body !== undefined ? { address, body: before.body, problem } : { address, problem }));
      again(retryAfter);
    }
  };
  void ask();
  return () => {
    leaving.abort();
    clearTimeout(timer);
  };
}
