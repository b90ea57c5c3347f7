// What a deal says issue by issue, beside what holds today and what those need whose consent it takes.
import type { Issue, Judged, SituationDocument } from "../../../api/situation";
import type { Inputs } from "../../../api/types";
import { boundsOf, modeOf, redLinesOn, sayingOf, statusQuoOn, termOf, type RedLineOf, type Saying } from "../../../judgements";
import { partsIn, ratifiersIn } from "../../../ratifying";
import { scaleWords } from "../../../scale";
import { decimal } from "../../../words";

export interface RedLine extends RedLineOf {
  who: string;
  part: string;
}

export interface IssueInDeal {
  id: string;
  issue: Issue;
  saying: Saying;
  value: Judged;
  note?: string;
  today: Judged;
  redLines: readonly RedLine[];
}

export const issuesOf = (situation: SituationDocument, inputs: Inputs): IssueInDeal[] =>
  Object.entries(situation.issues).map(([id, issue]) => ({
    id,
    issue,
    saying: sayingOf(inputs, id),
    value: termOf(situation, inputs, id).value,
    ...noteOf(inputs, id),
    today: statusQuoOn(situation, inputs, id, "Today").value,
    redLines: redLinesOfNeeded(situation, inputs, id),
  }));

/** Of those without whose consent there is no deal. */
function redLinesOfNeeded(situation: SituationDocument, inputs: Inputs, issue: string): RedLine[] {
  const [ratifiers, partOf] = [ratifiersIn(situation), partsIn(situation)];
  const needed = Object.entries(situation.stakeholders).filter(([id, { role }]) => role === "veto" || ratifiers.has(id));
  return needed.flatMap(([id, { name, role }]) => redLinesOn(situation, inputs, id, issue).map((line) => ({ ...line, who: name, part: partOf(id, role) })));
}

function noteOf(inputs: Inputs, issue: string): { note?: string } {
  const term = inputs.terms[issue];
  return typeof term === "object" && term.note ? { note: term.note } : {};
}

/** A value or a range in numbers. */
export function inNumbers(value: Judged): string {
  const { low, high } = boundsOf(value);
  return low === high ? decimal(low) : `${decimal(low)} to ${decimal(high)}, likeliest ${decimal(modeOf(value))}`;
}

/** In numbers and in the words of the issue's scale. */
export const inNumbersAndWords = (issue: Issue, value: Judged): string => `${inNumbers(value)}: ${scaleWords(issue, modeOf(value))}`;

export const toldOf = ({ who, part, bound, profile, judgement }: RedLine): string => `${who} (${part}${profile === undefined ? "" : `, ${profile}`}): ${bound} ${inNumbers(judgement.value)}`;
