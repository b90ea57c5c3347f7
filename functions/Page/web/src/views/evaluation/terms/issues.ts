// What a deal says issue by issue, beside what holds today and what those need whose consent it takes.
import type { Issue, Judged, SituationDocument } from "../../../api/situation";
import type { Inputs } from "../../../api/types";
import { boundsOf, judgementAt, known, modeOf, preferencesOn, sayingOf, statusQuoOn, termOf, type Judgement, type Saying } from "../../../judgements";
import { partsIn, ratifiersIn } from "../../../ratifying";
import { scaleWords } from "../../../scale";

export interface RedLine {
  who: string;
  part: string;
  bound: "at least" | "at most";
  /** The preferences that it is part of, where these are not the stakeholder's own. */
  profile?: string;
  judgement: Judgement;
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
    redLines: redLinesOn(situation, inputs, id),
  }));

/** Of those without whose consent there is no deal. */
function redLinesOn(situation: SituationDocument, inputs: Inputs, issue: string): RedLine[] {
  const [ratifiers, partOf] = [ratifiersIn(situation), partsIn(situation)];
  const needed = Object.entries(situation.stakeholders).filter(([id, { role }]) => role === "veto" || ratifiers.has(id));
  return needed.flatMap(([id, { name, role }]) =>
    preferencesOn(situation, inputs, id, issue).flatMap(({ pointer, profile }) =>
      known((["atLeast", "atMost"] as const).map((side) => {
        const bound = side === "atLeast" ? "at least" : "at most";
        const judgement = judgementAt(situation, inputs, `${pointer}/redLine/${side}`, `Red line of ${name} on ${situation.issues[issue]!.name}: ${bound}`);
        return judgement && { who: name, part: partOf(id, role), bound, ...(profile !== undefined && { profile }), judgement };
      })),
    ),
  );
}

function noteOf(inputs: Inputs, issue: string): { note?: string } {
  const term = inputs.terms[issue];
  return typeof term === "object" && term.note ? { note: term.note } : {};
}

/** A value or a range in numbers. */
export function inNumbers(value: Judged): string {
  const { low, high } = boundsOf(value);
  return low === high ? `${low}` : `${low} to ${high}, likeliest ${modeOf(value)}`;
}

/** In numbers and in the words of the issue's scale. */
export const inNumbersAndWords = (issue: Issue, value: Judged): string => `${inNumbers(value)}: ${scaleWords(issue, modeOf(value))}`;

export const toldOf = ({ who, part, bound, profile, judgement }: RedLine): string => `${who} (${part}${profile === undefined ? "" : `, ${profile}`}): ${bound} ${inNumbers(judgement.value)}`;
