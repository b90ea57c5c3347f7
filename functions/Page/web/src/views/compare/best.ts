import type { Role } from "../../api/types";
import type { Compared } from "./compared";
import { sideOf } from "./DifferenceChart";

/** Each stakeholder with the scenario that serves it best against no deal; none where that is open. */
export type Best = readonly { name: string; role: Role; id: string | undefined }[];

/** Best is what the figures show as better than every other in most draws, and what is better on average as well. */
export function bestOf({ ids, answer: { comparison } }: Compared): Best {
  const isBetter = (stakeholder: string, id: string) =>
    comparison.pairs
      .filter(({ first, second }) => first === id || second === id)
      .every((pair) => {
        const { difference, low80, high80 } = pair.impacts[stakeholder]!.noDeal;
        const side = sideOf({ id: stakeholder, name: "", mean: difference.value, low: low80.value, high: high80.value });
        return pair.first === id ? side === "first" && difference.value > 0 : side === "second" && difference.value < 0;
      });
  return Object.entries(comparison.orders).map(([stakeholder, { name, role }]) => ({ name, role, id: ids.find((id) => isBetter(stakeholder, id)) }));
}
