import * as addresses from "../../../api/addresses";
import { get, Refusal } from "../../../api/client";
import type { Scenario, ShippedScenario, SituationBrief } from "../../../api/types";
import type { JsonObject } from "../model/pointer";
import type { Place } from "./place";

/** The document that a draft starts from, and goes back to. */
export interface Start {
  document: JsonObject;
  /** Of the stored scenario, where it starts from one. */
  scenario?: { id: string; version: number };
}

export async function readStart(place: Place, signal: AbortSignal): Promise<Start> {
  switch (place.kind) {
    case "blank":
      return { document: { schemaVersion: 1, situation: place.situation, title: "", terms: {} } };
    case "scenario":
      return readScenario(place.id, signal);
    case "shipped":
      return { document: await findShipped(place.name, signal) };
  }
}

async function readScenario(id: string, signal: AbortSignal): Promise<Start> {
  const [inputs, scenario] = await Promise.all([
    get<JsonObject>(addresses.inputs(id), signal),
    get<Scenario>(addresses.scenario(id), signal),
  ]);
  return { document: inputs.body, scenario: { id, version: scenario.body.situation.version } };
}

async function findShipped(name: string, signal: AbortSignal): Promise<JsonObject> {
  const { body } = await get<{ situations: SituationBrief[] }>(addresses.situations, signal);
  const lists = await Promise.all(body.situations.map(({ id }) => get<{ scenarios: ShippedScenario[] }>(addresses.shippedScenarios(id), signal)));
  const found = lists.flatMap((list) => list.body.scenarios).find((each) => each.name === name);
  if (found) return found.document as JsonObject;
  throw new Refusal({ title: "No such scenario", status: 404, detail: `No scenario that comes with Parley is called ${name}.` });
}
