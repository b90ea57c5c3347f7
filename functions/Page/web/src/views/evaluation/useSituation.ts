import * as addresses from "../../api/addresses";
import type { Scenario, Situation } from "../../api/types";
import { useLasting, type Resource } from "../../api/use";

/** The situation as it was when the scenario was accepted. */
export function useSituation(scenario: Scenario): Resource<Situation> {
  return useLasting<Situation>(addresses.situationVersion(scenario.situation));
}
