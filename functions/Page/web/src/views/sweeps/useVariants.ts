import { useEffect, useRef, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { get, Refusal } from "../../api/client";
import type { Sweep, VariantsPage } from "../../api/sweep";
import type { Problem } from "../../api/types";

/** More are not read into the page: a picture of them would be a blot. Of more, every so many-th is; the table of the interface has them all. */
export const mostRead = 20_000;

/** Numbers that a page of the interface goes over. */
const span = 10_000;

export interface ReadVariants {
  page?: VariantsPage;
  problem?: Problem;
  /** How many are there; more than were read, where they are very many. */
  done: number;
}

/** The variants that are there. What was read stays: when there are more, only the pages that had gaps are read again. */
export function useVariants({ id, progress }: Sweep): ReadVariants {
  const [state, setState] = useState<ReadVariants>({ done: 0 });
  const newest = useRef(progress);
  newest.current = progress;
  const wake = useRef<() => unknown>(() => undefined);
  useEffect(() => {
    const leaving = new AbortController();
    const pages = new Map<number, VariantsPage>();
    let reading = false;
    wake.current = async () => {
      if (reading) return; // It goes on, and looks again when it is through.
      reading = true;
      try {
        for (let done = -1; done !== newest.current.variantsDone && !leaving.signal.aborted; ) {
          done = newest.current.variantsDone;
          const page = await readGaps(id, newest.current.variants, pages, leaving.signal);
          if (!leaving.signal.aborted) setState({ page, done });
        }
      } catch (failure) {
        if (leaving.signal.aborted) return;
        if (!(failure instanceof Refusal)) throw failure;
        setState((before) => ({ ...before, problem: failure.problem }));
      } finally {
        reading = false;
      }
    };
    return () => leaving.abort();
  }, [id]);
  useEffect(() => {
    wake.current();
  }, [id, progress.variantsDone]);
  return state;
}

/** Reads the pages that are not whole yet. */
async function readGaps(id: string, variants: number, pages: Map<number, VariantsPage>, signal: AbortSignal): Promise<VariantsPage> {
  const step = Math.ceil(variants / mostRead);
  const each = Math.floor(span / step);
  for (let from = 0; from < variants; from += each * step) {
    const whole = Math.min(each, Math.ceil((variants - from) / step));
    if (pages.get(from)?.variants.length === whole) continue;
    pages.set(from, (await get<VariantsPage>(addresses.variants(id, from, each, step), signal)).body);
  }
  return { ...pages.get(0)!, variants: [...pages.values()].flatMap((page) => page.variants) };
}
