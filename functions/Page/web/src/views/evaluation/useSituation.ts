import * as addresses from "../../api/addresses";
import type { Scenario, Situation } from "../../api/types";
import { useResource, type Resource } from "../../api/use";

/** The situation as it was when the scenario was accepted. */
export function useSituation(scenario: Scenario): Resource<Situation> {
  return useResource<Situation>(addresses.situationVersion(scenario.situation));
}
