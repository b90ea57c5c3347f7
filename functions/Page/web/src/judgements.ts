// The judgements behind a number: where they stand in the situation, as the scenario has them.
import type { Judged, Preference, SituationDocument } from "./api/situation";
import type { Baseline, Inputs } from "./api/types";

export interface Judgement {
  name: string;
  /** In the situation, or in the scenario for its terms. */
  pointer: string;
  value: Judged;
  source: string;
  isOverridden: boolean;
}

/** What stands at a place of the situation, unless the scenario puts another judgement there. */
export function judgementAt(situation: SituationDocument, inputs: Inputs, pointer: string, name: string, source = ""): Judgement | undefined {
  const override = inputs.assumptions?.overrides?.[pointer];
  const value = override ?? (at(situation, pointer) as Judged | undefined);
  return value === undefined ? undefined : { name, pointer, value, source: sourceOf(value) || source, isOverridden: override !== undefined };
}

/** Whether a deal has a word of its own on an issue. */
export type Saying = "says" | "leaves open" | "does not mention";

export function sayingOf(inputs: Inputs, issue: string): Saying {
  const term = inputs.terms[issue];
  if (term === undefined) return "does not mention";
  return typeof term === "object" && "specified" in term && term.specified === false ? "leaves open" : "says";
}

/** What the scenario says on an issue; the status quo where it says nothing. */
export function termOf(situation: SituationDocument, inputs: Inputs, issue: string): Judgement {
  const term = inputs.terms[issue];
  if (term !== undefined) {
    const value = typeof term === "object" && "value" in term ? term.value : term;
    return { name: "The deal", pointer: `/terms/${issue}`, value, source: sourceOf(value), isOverridden: false };
  }
  return statusQuoOn(situation, inputs, issue, "The deal says nothing, so the status quo stays");
}

/** Where an issue stands today. */
export function statusQuoOn(situation: SituationDocument, inputs: Inputs, issue: string, name: string): Judgement {
  const [outcome, today] = Object.entries(situation.baselines.statusQuo.outcomes)[0]!;
  return judgementAt(situation, inputs, `/baselines/statusQuo/outcomes/${outcome}/values/${issue}`, name, today.source)!;
}

/** The profiles of a stakeholder that the scenario chooses, with their probabilities. */
export function profilesOf({ assumptions }: Inputs, stakeholder: string): Record<string, number> {
  const chosen = assumptions?.profiles?.[stakeholder];
  return typeof chosen === "string" ? { [chosen]: 1 } : (chosen ?? {});
}

/** The places of a stakeholder's preference on an issue: its own, and those of the profiles that the scenario chooses. */
export function preferencesOn(situation: SituationDocument, inputs: Inputs, stakeholder: string, issue: string): { pointer: string; profile?: string }[] {
  const replacing = Object.entries(profilesOf(inputs, stakeholder))
    .filter(([id]) => situation.stakeholders[stakeholder]?.profiles?.[id]?.preferences[issue])
    .map(([id, probability]) => ({ pointer: `/stakeholders/${stakeholder}/profiles/${id}/preferences/${issue}`, profile: situation.stakeholders[stakeholder]!.profiles![id]!.name, probability }));
  const isReplaced = replacing.reduce((sum, each) => sum + each.probability, 0) >= 1;
  const own = situation.stakeholders[stakeholder]?.preferences[issue] && !isReplaced ? [{ pointer: `/stakeholders/${stakeholder}/preferences/${issue}` }] : [];
  return [...own, ...replacing];
}

export interface RedLineOf {
  bound: "at least" | "at most";
  /** The preferences that it is part of, where these are not the stakeholder's own. */
  profile?: string;
  judgement: Judgement;
}

/** The red lines of a stakeholder on an issue, profiles included. */
export function redLinesOn(situation: SituationDocument, inputs: Inputs, stakeholder: string, issue: string): RedLineOf[] {
  const who = situation.stakeholders[stakeholder]?.name ?? stakeholder;
  const name = `Red line of ${who} on ${situation.issues[issue]?.name ?? issue}`;
  return preferencesOn(situation, inputs, stakeholder, issue).flatMap(({ pointer, profile }) =>
    (["atLeast", "atMost"] as const).flatMap((side): RedLineOf[] => {
      const bound = side === "atLeast" ? "at least" : "at most";
      const line = judgementAt(situation, inputs, `${pointer}/redLine/${side}`, `${name}${profile ? ` (${profile})` : ""}: ${bound}`);
      const source = preferenceAt(situation, pointer)?.redLine?.source ?? "";
      return line ? [{ bound, ...(profile !== undefined && { profile }), judgement: { ...line, source: line.source || source } }] : [];
    }),
  );
}

/** The ranges that they are. */
export const redLinesOf = (situation: SituationDocument, inputs: Inputs, stakeholder: string, issue: string): Judgement[] =>
  redLinesOn(situation, inputs, stakeholder, issue).map(({ judgement }) => judgement);

/** Where an issue would stand in place of the deal, in each of the things that may then happen; what such a thing does not change stays as it is. */
export function baselineOn(situation: SituationDocument, inputs: Inputs, issue: string, against: Baseline): Judgement[] {
  const at = (baseline: Baseline, outcome: string, name: string, source: string) => judgementAt(situation, inputs, `/baselines/${baseline}/outcomes/${outcome}/values/${issue}`, name, source);
  const today = Object.keys(situation.baselines.statusQuo.outcomes)[0]!;
  return known(Object.entries(situation.baselines[against].outcomes).map(([id, { name, source }]) => at(against, id, name, source) ?? at("statusQuo", today, name, source)));
}

export const boundsOf = (value: Judged) => (typeof value === "number" ? { low: value, high: value } : value);

export const modeOf = (value: Judged): number => (typeof value === "number" ? value : value.mode);

/** A range as it is written beside its name: low, likeliest, high. */
export function rangeWords(value: Judged): string {
  return typeof value === "number" ? `${value}` : `${value.low} – ${value.mode} – ${value.high}`;
}

/** The entries of the situation's sources that a text names, each once. */
export function citationsIn(situation: SituationDocument, ...texts: readonly string[]): string[] {
  const named = texts.flatMap((text) => text.match(/[\w-]+:[\w.-]*\w/g) ?? []);
  return [...new Set(named)].filter((key) => Object.hasOwn(situation.sources, key));
}

export const known = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value): value is T => value !== undefined);

const sourceOf = (value: Judged): string => (typeof value === "number" ? "" : value.source);

export const preferenceAt = (situation: SituationDocument, pointer: string) => at(situation, pointer) as Preference | undefined;

// Ids hold neither / nor ~, so that a pointer needs no unescaping.
function at(situation: SituationDocument, pointer: string): unknown {
  let place: unknown = situation;
  for (const name of pointer.slice(1).split("/")) {
    if (typeof place !== "object" || place === null || !Object.hasOwn(place, name)) return undefined;
    place = (place as Record<string, unknown>)[name];
  }
  return place;
}
