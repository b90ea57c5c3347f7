import { useEffect, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { get, Refusal } from "../../api/client";
import type { Sweep, VariantsPage } from "../../api/sweep";
import type { Problem } from "../../api/types";

/** More are not read into the page: a picture of them would be a blot. The table of the interface has them all. */
export const mostRead = 20_000;

export interface ReadVariants {
  page?: VariantsPage;
  problem?: Problem;
  /** How many are there; more than were read, where they are very many. */
  done: number;
}

/** The variants that are there, read again when there are more. */
export function useVariants({ id, progress }: Sweep): ReadVariants {
  const [state, setState] = useState<ReadVariants>({ done: 0 });
  const done = progress.variantsDone;
  useEffect(() => {
    const leaving = new AbortController();
    read(id, leaving.signal).then(
      (page) => setState({ page, done }),
      (failure) => {
        if (leaving.signal.aborted) return;
        if (!(failure instanceof Refusal)) throw failure;
        setState((before) => ({ ...before, problem: failure.problem }));
      },
    );
    return () => leaving.abort();
  }, [id, done]);
  return state;
}

async function read(id: string, signal: AbortSignal): Promise<VariantsPage> {
  let page = (await get<VariantsPage>(addresses.variants(id), signal)).body;
  const all = [...page.variants];
  while (page.next && all.length < mostRead) {
    page = (await get<VariantsPage>(page.next, signal)).body;
    all.push(...page.variants);
  }
  return { ...page, variants: all };
}
