// What kinds of numbers rest on, in the words of the situation: for figures that no sentence of the engine stands beside.
import type { Exposure, Preference, SituationDocument } from "./api/situation";
import type { Inputs } from "./api/types";
import { citationsIn, judgementAt, known, redLinesOf, termOf, type Judgement } from "./judgements";
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

/** Of durability. */
export const hazardBehind = (situation: SituationDocument, inputs: Inputs): Judgement[] =>
  known(
    Object.entries(situation.hazard?.factors ?? {}).map(([id, { name }]) =>
      judgementAt(situation, inputs, `/hazard/factors/${id}/oddsRatio`, `${name}: odds of breaking are multiplied by`),
    ),
  );

/** The claims and facts behind what everyone wants, which is what impacts are measured by. */
export function wishesCite(situation: SituationDocument): string[] {
  const sources = Object.values(situation.stakeholders).flatMap(({ preferences, profiles, exposures, interactions, source }) => [
    source,
    ...[preferences, ...Object.values(profiles ?? {}).map((profile) => profile.preferences)].flatMap(citedByAll),
    ...Object.values(profiles ?? {}).map((profile) => profile.source),
    ...Object.values(interactions ?? {}).flatMap((each) => [each.source, each.weight.source]),
    ...[exposures?.effects, exposures?.outcomes].flatMap((each) => Object.values(each ?? {}).flatMap(citedByExposure)),
  ]);
  return citationsIn(situation, ...sources.filter((source) => source !== undefined));
}

/** The claims and facts behind the scales of issues. */
export const scalesCite = (situation: SituationDocument, issues: readonly string[]): string[] =>
  citationsIn(situation, ...issues.flatMap((issue) => situation.issues[issue]?.source ?? []));

/** The claims and facts behind what is asked of a deal beside its impacts: of law, of safety early and late, of whose it is. */
export function measuresCite(situation: SituationDocument): string[] {
  const { subordination, outcomePair, legality } = situation.measures ?? {};
  return citationsIn(situation, ...known([subordination, outcomePair, ...Object.values(legality ?? {})]).map(({ source }) => source));
}

const citedByAll = (preferences: Record<string, Preference>) => Object.values(preferences).flatMap(({ ideal, salience }) => [ideal.source, salience.source]);
const citedByExposure = ({ weight, source }: Exposure) => [source, weight.source];
