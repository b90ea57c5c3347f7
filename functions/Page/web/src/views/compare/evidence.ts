// Where the figures of a comparison come from.
import * as addresses from "../../api/addresses";
import type { SituationDocument } from "../../api/situation";
import type { Inputs } from "../../api/types";
import { overriddenBy, overridesBehind, termsBehind, wishesCite } from "../../behind";
import type { Evidence } from "../../components/Origin";
import type { Judgement } from "../../judgements";
import type { Compared } from "./compared";
import { letterOf } from "./selection";

export interface Behind {
  /** As one scenario has them, beside its terms and what it puts in place of the situation's judgements. */
  judgements?(situation: SituationDocument, inputs: Inputs): readonly Judgement[];
  /** Beside what the judgements cite. */
  citations?: readonly string[];
}

/** Inputs of all, with the draws that they have in common, and the judgements of each. */
export function evidenceOf(compared: Compared, { judgements, citations = [] }: Behind = {}): Evidence {
  const { ids, scenarios, situation, answer: { comparison } } = compared;
  const [{ scenario, inputs }] = scenarios as [Compared["scenarios"][number]];
  // What one has of its own stands beside what the others have there.
  const overridden = scenarios.flatMap((each) => overriddenBy(each.inputs));
  return {
    scenario: { ...scenario, engineVersion: comparison.engineVersion },
    titles: scenarios.map((each) => each.scenario.title),
    inputs: { ...inputs, draws: comparison.draws, seed: comparison.seed },
    address: addresses.comparison(ids),
    citations,
    judgements: () =>
      underEach(compared, (each) => [...termsBehind(situation, each), ...overridesBehind(situation, each, overridden), ...(judgements?.(situation, each) ?? [])]),
  };
}

/** What everyone wants under one of them. */
export const wishesOf = ({ situation, scenarios }: Compared): string[] => wishesCite(situation, scenarios.map(({ inputs }) => inputs));

/** Told once where all have the same; where they differ each with the letter of its scenario. */
function underEach({ scenarios }: Compared, take: (inputs: Inputs) => readonly Judgement[]): Judgement[] {
  const places = new Map<string, (Judgement | undefined)[]>();
  scenarios.forEach(({ inputs }, scenario) => {
    for (const judgement of take(inputs)) places.set(judgement.pointer, Object.assign(places.get(judgement.pointer) ?? [], { [scenario]: judgement }));
  });
  return [...places.values()].flatMap((all) => {
    const isSame = scenarios.every((_, at) => JSON.stringify(all[at]) === JSON.stringify(all[0]));
    return isSame ? [all[0]!] : all.flatMap((each, at) => (each ? [{ ...each, pointer: `${letterOf(at)} ${each.pointer}`, name: `${letterOf(at)}: ${each.name}` }] : []));
  });
}
