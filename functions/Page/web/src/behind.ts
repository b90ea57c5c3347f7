// What kinds of numbers rest on, in the words of the situation: for figures that no sentence of the engine stands beside.
import type { Exposure, Preference, SituationDocument } from "./api/situation";
import type { Inputs } from "./api/types";
import { citationsIn, judgementAt, known, preferenceAt, preferencesOn, profilesOf, redLinesOf, termOf, type Judgement } from "./judgements";
import { nameOf } from "./views/compose/model/naming";

/** What the scenario says on issues, each under the issue's name. */
export const termsBehind = (situation: SituationDocument, inputs: Inputs, issues: readonly string[] = Object.keys(situation.issues)): Judgement[] =>
  issues.map((issue) => ({ ...termOf(situation, inputs, issue), name: situation.issues[issue]?.name ?? issue }));

/** The judgements at some places; without any named at those where the scenario has its own. */
export const overridesBehind = (situation: SituationDocument, inputs: Inputs, pointers: readonly string[] = overriddenBy(inputs)): Judgement[] =>
  known(pointers.map((pointer) => judgementAt(situation, inputs, pointer, nameOf(situation, pointer.slice(1).split("/")))));

export const overriddenBy = ({ assumptions }: Inputs): string[] => Object.keys(assumptions?.overrides ?? {});

/** Of acceptance. */
export const redLinesBehind = (situation: SituationDocument, inputs: Inputs): Judgement[] =>
  Object.keys(situation.stakeholders).flatMap((who) => Object.keys(situation.issues).flatMap((issue) => redLinesOf(situation, inputs, who, issue)));

/** Of effects. */
export const linksBehind = (situation: SituationDocument, inputs: Inputs): Judgement[] =>
  known(Object.keys(situation.links).map((id) => judgementAt(situation, inputs, `/links/${id}/weight`, nameOf(situation, ["links", id, "weight"]))));

/** Of durability: the record that it starts from, and what is judged to change it. */
export const hazardBehind = (situation: SituationDocument, inputs: Inputs): Judgement[] =>
  known([
    recordOf(situation, inputs),
    ...Object.entries(situation.hazard?.factors ?? {}).map(([id, { name }]) =>
      judgementAt(situation, inputs, `/hazard/factors/${id}/oddsRatio`, `${name}: odds of breaking are multiplied by`),
    ),
  ]);

function recordOf({ hazard }: SituationDocument, inputs: Inputs): Judgement | undefined {
  const id = hazard && baseClassOf(hazard, inputs);
  const record = id === undefined ? undefined : hazard?.classes[id];
  return record && {
    name: `The record that it starts from, and the share of it that broke within ten years: ${record.name}`,
    pointer: `/hazard/classes/${id}/share10`,
    value: record.share10,
    source: record.source,
    isOverridden: id !== hazard?.baseClass,
  };
}

/** The claims and facts behind what everyone wants under the scenarios, which is what impacts are measured by. */
export function wishesCite(situation: SituationDocument, scenarios: readonly Inputs[]): string[] {
  const sources = Object.entries(situation.stakeholders).flatMap(([id, { profiles, exposures, interactions, source }]) => [
    source,
    ...scenarios.flatMap((inputs) => [
      ...Object.keys(profilesOf(inputs, id)).map((profile) => profiles?.[profile]?.source),
      ...Object.keys(situation.issues).flatMap((issue) => preferencesOn(situation, inputs, id, issue)).flatMap(({ pointer }) => citedByPreference(preferenceAt(situation, pointer))),
    ]),
    ...Object.values(interactions ?? {}).flatMap((each) => [each.source, each.weight.source]),
    ...[exposures?.effects, exposures?.outcomes].flatMap((each) => Object.values(each ?? {}).flatMap(citedByExposure)),
  ]);
  return citationsIn(situation, ...known(sources));
}

/** The claims and facts behind the scales of issues. */
export const scalesCite = (situation: SituationDocument, issues: readonly string[]): string[] =>
  citationsIn(situation, ...issues.flatMap((issue) => situation.issues[issue]?.source ?? []));

/** The claims and facts behind durability under the scenarios: the records that it starts from, and what was made of them. */
export function hazardCite(situation: SituationDocument, scenarios: readonly Inputs[]): string[] {
  const { hazard } = situation;
  return citationsIn(situation, ...known([hazard?.source, ...scenarios.map((inputs) => hazard?.classes[baseClassOf(hazard, inputs)]?.source)]));
}

/** Id of the record that durability starts from: the scenario's choice, else the situation's. */
export const baseClassOf = (hazard: NonNullable<SituationDocument["hazard"]>, { assumptions }: Inputs): string => assumptions?.baseClass ?? hazard.baseClass;

/** The claims and facts behind whose deal it is. */
export const subordinationCites = (situation: SituationDocument): string[] => citationsIn(situation, situation.measures?.subordination?.source ?? "");

/** The claims and facts behind the outcomes that are asked about together. */
export const outcomesCite = (situation: SituationDocument): string[] => citationsIn(situation, situation.measures?.outcomePair?.source ?? "");

/** The claims and facts behind the tests of law. */
export const lawCites = (situation: SituationDocument): string[] => citationsIn(situation, ...Object.values(situation.measures?.legality ?? {}).map(({ source }) => source));

const citedByPreference = (preference: Preference | undefined) => [preference?.ideal.source, preference?.salience.source];
const citedByExposure = ({ weight, source }: Exposure) => [source, weight.source];
