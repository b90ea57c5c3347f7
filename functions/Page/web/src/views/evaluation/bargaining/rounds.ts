// The rounds of the Spatial Model of Politics: which issue they are looked at on, and who stands where.
import type { Bargaining } from "../../../api/bargaining";
import type { Route } from "../../../router";

export interface Position {
  actor: string;
  name: string;
  turn: number;
  at: number;
}

/** The issue that the address names; the first on the table where it names none. */
export function issueIn(route: Route, { spreads }: Bargaining): string {
  const named = route.query.get("issue") ?? "";
  return Object.hasOwn(spreads, named) ? named : Object.keys(spreads)[0]!;
}

export function positionsOn({ rounds, actors, spreads }: Bargaining, issue: string): Position[] {
  const at = Object.keys(spreads).indexOf(issue);
  return Object.entries(actors).flatMap(([actor, { name }]) => rounds.map((round) => ({ actor, name, turn: round.turn, at: round.actors[actor]!.positions[at]! })));
}
