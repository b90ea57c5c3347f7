// Where the figures of a sweep come from.
import * as addresses from "../../api/addresses";
import type { SituationDocument } from "../../api/situation";
import type { SweepDocument, SweepOutput } from "../../api/sweep";
import { hazardBehind, hazardCite, linksBehind, overridesBehind, redLinesBehind, scalesCite, subordinationCites, termsBehind, wishesCite } from "../../behind";
import type { Evidence } from "../../components/Origin";
import type { Judgement } from "../../judgements";
import type { Swept } from "./Results";

/** The terms that are not varied, and what the outputs are judged by; variants also have their impacts on everyone. */
export function evidenceOf({ sweep, inputs, situation }: Swept): Evidence {
  return {
    scenario: { title: sweep.title, situation: sweep.situation, ...(sweep.engineVersion && { engineVersion: sweep.engineVersion }) },
    inputs: { draws: inputs.draws ?? 0, seed: inputs.base.seed },
    address: addresses.variants(sweep.id),
    citations: [
      ...wishesCite(situation, [inputs.base]),
      ...scalesCite(situation, Object.keys(inputs.vary)),
      ...(has(inputs, "survival") ? hazardCite(situation, [inputs.base]) : []),
      ...(has(inputs, "subordination") ? subordinationCites(situation) : []),
    ],
    judgements: (read) => judgementsOf(read, inputs),
  };
}

function judgementsOf(situation: SituationDocument, inputs: SweepDocument): Judgement[] {
  const { base, vary } = inputs;
  return [
    ...termsBehind(situation, base, Object.keys(situation.issues).filter((issue) => !(issue in vary))),
    ...overridesBehind(situation, base),
    ...(has(inputs, "acceptance") ? redLinesBehind(situation, base) : []),
    ...(has(inputs, "effect") ? linksBehind(situation, base) : []),
    ...(has(inputs, "survival") ? hazardBehind(situation, base) : []),
  ];
}

const has = ({ outputs }: SweepDocument, member: keyof SweepOutput): boolean => (outputs ?? []).some((output) => output[member] !== undefined);
