import { useEffect, useRef, useState } from "preact/hooks";
import * as addresses from "../../api/addresses";
import { get, Refusal } from "../../api/client";
import type { Inputs, Problem, Scenario } from "../../api/types";

/** A chosen scenario with its inputs, or why it is not there. */
export type Found = { id: string } & ({ scenario: Scenario; inputs: Inputs } | { problem: Problem });

export const isThere = (found: Found): found is Found & { scenario: Scenario; inputs: Inputs } => "scenario" in found;

/** Those of the ids that have been read, in the order of the ids. */
export function useScenarios(ids: readonly string[]): { found: readonly Found[]; isReading: boolean } {
  const [read, setRead] = useState<Record<string, Found>>({});
  const asked = useRef(new Set<string>());
  useEffect(() => {
    for (const id of ids.filter((each) => !asked.current.has(each))) {
      asked.current.add(id);
      void find(id).then((found) => setRead((before) => ({ ...before, [id]: found })));
    }
  }, [ids.join()]);
  return { found: ids.flatMap((id) => read[id] ?? []), isReading: ids.some((id) => !read[id]) };
}

async function find(id: string): Promise<Found> {
  try {
    const [scenario, inputs] = await Promise.all([get<Scenario>(addresses.scenario(id)), get<Inputs>(addresses.inputs(id))]);
    return { id, scenario: scenario.body, inputs: inputs.body };
  } catch (failure) {
    if (!(failure instanceof Refusal)) throw failure;
    return { id, problem: failure.problem };
  }
}
