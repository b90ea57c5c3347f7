import type { Role } from "../../api/types";
import { courseOf, type Course } from "../../course";
import { isCertain } from "../../words";
import type { Compared } from "./compared";

export interface Served {
  name: string;
  role: Role;
  /** The scenario that serves it best; several where these are alike, none where it is open. */
  ids: readonly string[];
  /** Whether those that are alike are so in every draw. */
  isSame: boolean;
}

/** Whom which scenario serves best against no deal, by the rule of what is better, worse and open in an evaluation. */
export type Best = readonly Served[];

export function bestOf({ ids, answer: { comparison } }: Compared): Best {
  return Object.entries(comparison.orders).map(([stakeholder, { name, role }]) => {
    const course = (id: string, other: string): Course => {
      const isFirst = (pair: { first: string; second: string }) => pair.first === id && pair.second === other;
      const pair = comparison.pairs.find((each) => isFirst(each) || isFirst({ first: each.second, second: each.first }))!;
      const { difference, low80, high80 } = pair.impacts[stakeholder]!.noDeal;
      const found = courseOf({ mean: difference.value, error: difference.standardError, low: low80.value, high: high80.value });
      return isFirst(pair) ? found : (turned[found] ?? found);
    };
    const best = ids.filter((id) => ids.every((other) => other === id || ["better", "still"].includes(course(id, other))));
    // Where one of them is no better than somebody left out, it is open.
    const isClear = best.every((id) => ids.every((other) => best.includes(other) || course(id, other) === "better"));
    const pairs = comparison.pairs.filter(({ first, second }) => best.includes(first) && best.includes(second));
    return { name, role, ids: isClear ? best : [], isSame: pairs.every((pair) => isCertain(pair.impacts[stakeholder]!.noDeal.probabilityEqual.value)) };
  });
}

const turned: Partial<Record<Course, Course>> = { better: "worse", worse: "better" };
