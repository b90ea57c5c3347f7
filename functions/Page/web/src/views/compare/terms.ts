// What the scenarios say issue by issue.
import { boundsOf, modeOf, sayingOf, termOf, type Saying } from "../../judgements";
import type { Judged } from "../../api/situation";
import type { Compared } from "./compared";

export interface ComparedTerm {
  value: Judged;
  saying: Saying;
}

export interface ComparedIssue {
  id: string;
  name: string;
  /** By scenario. */
  terms: readonly ComparedTerm[];
}

/** The issues on which the scenarios differ, and the names of the others. */
export function termsOf({ situation, scenarios }: Compared): { differing: ComparedIssue[]; same: string[] } {
  const issues = Object.entries(situation.issues).map(([id, { name }]) => ({
    id,
    name,
    terms: scenarios.map(({ inputs }) => ({ value: termOf(situation, inputs, id).value, saying: sayingOf(inputs, id) })),
  }));
  const isSame = ({ terms }: ComparedIssue) => terms.every((term) => written(term) === written(terms[0]!));
  return { differing: issues.filter((issue) => !isSame(issue)), same: issues.filter(isSame).map((issue) => issue.name) };
}

// A term may leave an issue where it stands, word for word.
function written({ value }: ComparedTerm): string {
  const { low, high } = boundsOf(value);
  return [low, modeOf(value), high].join();
}
