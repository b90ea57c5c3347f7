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

// By address; the oldest goes where there are many.
const lasting = new Map<string, unknown>();
const most = 100;

/** The same for what never changes once it is there: what has been read is shown at once, and not asked for again. */
export function useLasting<T>(address: string): Resource<T> {
  const known = lasting.get(address) as T | undefined;
  const read = useResource<T>(known === undefined ? address : null);
  if (known !== undefined) return { body: known, reload: read.reload };
  if (read.body !== undefined) keep(address, read.body);
  return read;
}

function keep(address: string, body: unknown): void {
  lasting.set(address, body);
  if (lasting.size > most) lasting.delete(lasting.keys().next().value!);
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
