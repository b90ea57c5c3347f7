// The judgements that make a cell of the heat map what it is.
import type { SituationDocument } from "../../../api/situation";
import type { Baseline, Inputs } from "../../../api/types";
import { baselineOn, judgementAt, known, preferencesOn, termOf, type Judgement } from "../../../judgements";
import { baselines } from "../../../words";
import type { Row } from "./grid";

/** @param against What the deal is held against; in the difference of two deals it cancels out. */
export function behindCell(situation: SituationDocument, inputs: Inputs, stakeholder: string, { kind, id, name }: Pick<Row, "kind" | "id" | "name">, against?: Baseline): Judgement[] {
  const own = `/stakeholders/${stakeholder}`;
  const who = situation.stakeholders[stakeholder]?.name ?? stakeholder;
  const at = (pointer: string, words: string) => judgementAt(situation, inputs, pointer, words);
  switch (kind) {
    case "issue":
      return known([termOf(situation, inputs, id), ...onIssue(situation, inputs, stakeholder, id), ...(against ? instead(situation, inputs, id, against) : [])]);
    case "interaction": {
      const issues = situation.stakeholders[stakeholder]?.interactions?.[id]?.issues ?? [];
      return known([at(`${own}/interactions/${id}/weight`, `What having both is worth to ${who}`), ...issues.map((issue) => termOf(situation, inputs, issue))]);
    }
    case "effect":
      return known([at(`${own}/exposures/effects/${id}/weight`, `${who} wants ${situation.stakeholders[stakeholder]?.exposures?.effects?.[id]?.wants ?? "some"} of “${name}”: weight`)]);
    default:
      return known([at(`${own}/exposures/outcomes/${id}/weight`, `${who} minds how “${name}” fares: weight`)]);
  }
}

const instead = (situation: SituationDocument, inputs: Inputs, issue: string, against: Baseline): Judgement[] =>
  baselineOn(situation, inputs, issue, against).map((each) => ({ ...each, name: `With ${baselines[against]}: ${each.name}` }));

function onIssue(situation: SituationDocument, inputs: Inputs, stakeholder: string, issue: string): (Judgement | undefined)[] {
  const who = situation.stakeholders[stakeholder]?.name ?? stakeholder;
  return preferencesOn(situation, inputs, stakeholder, issue).flatMap(({ pointer, profile }) => {
    const as = profile ? ` (${profile})` : "";
    return [
      judgementAt(situation, inputs, `${pointer}/ideal`, `Ideal of ${who}${as}`),
      judgementAt(situation, inputs, `${pointer}/salience`, `How much it matters to ${who}${as}`),
    ];
  });
}
