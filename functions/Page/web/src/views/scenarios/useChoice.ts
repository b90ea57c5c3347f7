import { useState } from "preact/hooks";
import type { ListedScenario } from "../../api/types";
import { most } from "../compare/selection";

/** Scenarios that are ticked in the list, whatever it is filtered by. */
export interface Choice {
  all: readonly ListedScenario[];
  isFull: boolean;
  /** Whether it rests on the same version of the same situation as those that are chosen. */
  fits(scenario: ListedScenario): boolean;
  has(scenario: ListedScenario): boolean;
  turn(scenario: ListedScenario): void;
  clear(): void;
}

export function useChoice(): Choice {
  const [all, setAll] = useState<readonly ListedScenario[]>([]);
  const has = ({ id }: ListedScenario) => all.some((each) => each.id === id);
  const fits = ({ situation }: ListedScenario) => all.every((each) => each.situation.id === situation.id && each.situation.hash === situation.hash);
  const turn = (scenario: ListedScenario) => setAll(has(scenario) ? all.filter(({ id }) => id !== scenario.id) : [...all, scenario]);
  return { all, isFull: all.length >= most, fits, has, turn, clear: () => setAll([]) };
}
