// The judgements that make a cell of the heat map what it is.
import type { SituationDocument } from "../../../api/situation";
import type { Inputs } from "../../../api/types";
import { judgementAt, known, preferencesOn, termOf, type Judgement } from "../../../judgements";
import type { Row } from "./grid";

export function behindCell(situation: SituationDocument, inputs: Inputs, stakeholder: string, { kind, id, name }: Pick<Row, "kind" | "id" | "name">): Judgement[] {
  const own = `/stakeholders/${stakeholder}`;
  const who = situation.stakeholders[stakeholder]?.name ?? stakeholder;
  const at = (pointer: string, words: string) => judgementAt(situation, inputs, pointer, words);
  switch (kind) {
    case "issue":
      return known([termOf(situation, inputs, id), ...onIssue(situation, inputs, stakeholder, id)]);
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
