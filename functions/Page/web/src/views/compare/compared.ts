import type { Comparison, ComparisonAnswer, Pair } from "../../api/comparison";
import type { SituationDocument } from "../../api/situation";
import type { Inputs, Scenario } from "../../api/types";
import type { Route } from "../../router";
import { letterOf } from "./selection";

/** All that the figures of a comparison are made of. */
export interface Compared {
  ids: readonly string[];
  scenarios: readonly { scenario: Scenario; inputs: Inputs }[];
  situation: SituationDocument;
  answer: ComparisonAnswer;
  route: Route;
}

/** Two of the scenarios and what differs between them. */
export interface ComparedPair extends Compared {
  pair: Pair;
  first: number;
  second: number;
}

export function pairOf(compared: Compared): ComparedPair {
  const { ids, answer, route } = compared;
  const { pairs } = answer.comparison;
  const name = ({ first, second }: Pair) => letterOf(ids.indexOf(first)) + letterOf(ids.indexOf(second));
  const pair = pairs.find((each) => name(each) === route.query.get("pair")) ?? pairs[0]!;
  return { ...compared, pair, first: ids.indexOf(pair.first), second: ids.indexOf(pair.second) };
}

/** By scenario, in their order: a number that each pair has of both of its scenarios. */
export function ofEach(comparison: Comparison, ids: readonly string[], take: (pair: Pair) => { first: { value: number }; second: { value: number } }): number[] {
  return ids.map((id) => {
    const pair = comparison.pairs.find((each) => each.first === id || each.second === id)!;
    return take(pair)[pair.first === id ? "first" : "second"].value;
  });
}
