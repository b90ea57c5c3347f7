import * as addresses from "../../api/addresses";
import type { Scenario } from "../../api/types";
import { useLasting, type Resource } from "../../api/use";

/** A part of the report: impacts, acceptance, effects … It is read when a section asks for it. */
export function usePart<T>(scenario: Scenario, name: string): Resource<T> {
  // The run is named so that another run's result is read anew, behind the #, which stays with the browser: the service refuses a query that it does not know.
  return useLasting<T>(`${addresses.part(scenario.id, name)}#run=${scenario.resultGeneration}`);
}
