import { useCallback, useEffect, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { get, Refusal } from "../../api/client";
import type { ListedScenario, Listing, Problem } from "../../api/types";

interface Read {
  scenarios: readonly ListedScenario[];
  next?: string | undefined;
}

const pageSize = 25;

/** Scenarios page by page. A page may be short, or even empty, and still have a next one. */
export function useListing(query: URLSearchParams) {
  const [read, setRead] = useState<Read>({ scenarios: [] });
  const [isReading, setReading] = useState(true);
  const [problem, setProblem] = useState<Problem>();
  const readFrom = useCallback(async (address: string, before: readonly ListedScenario[]) => {
    setReading(true);
    setProblem(undefined);
    try {
      setRead(await readPage(address, before));
    } catch (failure) {
      if (!(failure instanceof Refusal)) throw failure;
      setProblem(failure.problem);
    } finally {
      setReading(false);
    }
  }, []);
  const first = firstPage(query);
  useEffect(() => void readFrom(first, []), [first]);
  const { next, scenarios } = read;
  const retry = () => void readFrom(next ?? first, scenarios);
  return { scenarios, problem, isReading, retry, ...(next && { more: () => void readFrom(next, scenarios) }) };
}

function firstPage(query: URLSearchParams): string {
  const asked = new URLSearchParams({ limit: `${pageSize}` });
  for (const name of ["status", "situation", "kind"]) if (query.get(name)) asked.set(name, query.get(name)!);
  return `${addresses.scenarios}?${asked}`;
}

async function readPage(address: string, before: readonly ListedScenario[]): Promise<Read> {
  let next: string | undefined = address;
  const found: ListedScenario[] = [];
  while (next && found.length === 0) {
    const { body }: { body: Listing } = await get<Listing>(next);
    found.push(...body.scenarios);
    next = body.next;
  }
  return { scenarios: [...before, ...found], next };
}
