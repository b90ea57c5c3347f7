// What the scenarios say issue by issue.
import { modeOf, termOf } from "../../judgements";
import type { Judged } from "../../api/situation";
import type { Inputs } from "../../api/types";
import type { Compared } from "./compared";

export type Saying = "says" | "leaves open" | "does not mention";

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

export const boundsOf = (value: Judged) => (typeof value === "number" ? { low: value, high: value } : value);

// A term may leave an issue where it stands, word for word.
function written({ value }: ComparedTerm): string {
  const { low, high } = boundsOf(value);
  return [low, modeOf(value), high].join();
}

function sayingOf(inputs: Inputs, issue: string): Saying {
  const term = inputs.terms[issue];
  if (term === undefined) return "does not mention";
  return typeof term === "object" && "specified" in term && term.specified === false ? "leaves open" : "says";
}
